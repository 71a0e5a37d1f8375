"""The command line: exit codes, one plain line on standard error, and a quick start."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch

from deepvis_app import __version__, cli, crashes
from deepvis_app.commands import parsers
from deepvis_app.commands.params import parameters
from deepvis_app.commands.window import check_display, start_options
from deepvis_app.engine.messages import NetworkSpec
from deepvis_app.errors import RunError
from deepvis_app.methods import METHODS, find
from deepvis_app.paths import settings_dir
from deepvis_app.ui.options import StartOptions


@pytest.fixture(autouse=True)
def same_threads() -> Iterator[None]:
    threads = torch.get_num_threads()
    yield
    torch.set_num_threads(threads)


def said(capsys: pytest.CaptureFixture[str]) -> str:
    """What stands on standard error: exactly one line."""
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1, lines
    assert lines[0].startswith("deepvis: ")
    return lines[0]


# ---- start ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["render", "--help"], ["train", "--help"]])
def test_version_and_help_import_neither_torch_nor_qt(arguments: list[str]) -> None:
    code = (
        "import sys\n"
        "from deepvis_app import cli\n"
        "try: cli.main(sys.argv[1:])\n"
        "except SystemExit as end: assert not end.code\n"
        "heavy = {'torch', 'PySide6', 'numpy', 'PIL'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert __version__ in done.stdout if arguments == ["--version"] else "usage: deepvis" in done.stdout


def test_info_tells_versions_device_and_folders(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--info"]) == 0
    told = capsys.readouterr().out
    for word in (__version__, torch.__version__, "device", "instructions", "settings", "cache", "log"):
        assert word in told
    assert "last crash   " in told
    assert str(Path.home()) not in told, "what is passed on names nobody"


def test_info_tells_of_settings_and_the_last_crash(capsys: pytest.CaptureFixture[str]) -> None:
    (settings_dir() / "settings.json").write_text("{damaged", "utf-8")
    crashes.crashed("Fatal Python error: Aborted")
    assert cli.main(["--info", "--threads", "1"]) == 0
    told = capsys.readouterr().out
    assert "cannot be read: Expecting property name" in told
    assert "Fatal Python error: Aborted" in told
    assert ", 1 threads" in told
    assert (settings_dir() / "settings.json").read_text("utf-8") == "{damaged", "only looked at"


def test_models_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["models"]) == 0
    told = capsys.readouterr().out
    assert "embedded" in told
    assert "torchvision:resnet18" in told


# ---- bad use: exit code 2 ---------------------------------------------------------------------------------

RENDER = ["render", "picture.png", "--out", "out", "--method"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--nonsense"], "unrecognized arguments: --nonsense"),
        (["render", "picture.png"], "required: --method, --out"),
        ([*RENDER, "magic"], "no method magic. There are: activations"),
        ([*RENDER, "gradient", "--unit", "1.5"], "whole number of 0 or more, not 1.5"),
        ([*RENDER, "gradient", "--unit", "3"], "--unit 3 needs the layer"),
        ([*RENDER, "gradient", "--layer", "conv1"], "give --unit"),
        ([*RENDER, "activations"], "activations needs a layer"),
        ([*RENDER, "gradient", "--layer", "conv1", "--unit", "1", "--target", "2"], "not both"),
        ([*RENDER, "gradient", "--neuron", "1,2"], "give --layer and --unit"),
        ([*RENDER, "gradient", "--layer", "conv1", "--unit", "1", "--neuron", "1"], "max, all or Y,X"),
        ([*RENDER, "gradient", "--set", "percentile"], "name=value"),
        ([*RENDER, "gradient", "--set", "percentile=9"], "No parameter percentile"),
        ([*RENDER, "rectified_gradient", "--set", "percentile=101"], "0 to 100 %, not 101"),
        ([*RENDER, "rectified_gradient", "--set", "percentile=nan"], "0 to 100 %, not nan"),
        ([*RENDER, "rectified_gradient", "--set", "percentile=most"], "a number, not most"),
        ([*RENDER, "gradient", "a/picture.jpg"], "called picture"),
        (["models", "download"], "Name the network"),
        (["models", "download", "resnet17"], "resnet18"),
        (["train", "classifier", "--data", "x", "--out", "y", "--minutes", "0"], "above 0"),
        (
            ["train", "classifier", "--data", "x", "--out", "y", "--minutes", "1", "--epochs", "1"],
            "not allowed",
        ),
        (["bench", "nonsense"], "nonsense"),
        (["bench", "method:magic"], "no method magic"),
    ],
)
def test_bad_use_is_exit_code_2(
    arguments: list[str],
    sentence: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(arguments) == 2
    assert sentence in said(capsys)
    assert not list(tmp_path.iterdir()), "nothing is left of a command that was not understood"


def test_debug_adds_the_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--debug", *RENDER, "magic"]) == 2
    told = capsys.readouterr().err
    assert "Traceback" in told
    assert told.splitlines()[-1].startswith("deepvis: There is no method magic")


def test_what_nobody_expected_is_one_line_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails() -> None:
        raise ZeroDivisionError("something\nin two lines")

    monkeypatch.setattr("deepvis_app.nets.catalog.rows", fails)
    assert cli.main(["models"]) == 1
    assert "something" in said(capsys)


def test_an_interruption_is_one_line_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("deepvis_app.nets.catalog.rows", interrupted)
    assert cli.main(["models"]) == 1
    assert "Stopped" in said(capsys)


# ---- the window -------------------------------------------------------------------------------------------


def test_no_display_is_said_with_what_to_do() -> None:
    environment = {
        key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")
    }
    environment.pop("QT_QPA_PLATFORM", None)
    done = subprocess.run(
        [sys.executable, "-m", "deepvis_app", "samples"],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    if sys.platform.startswith("linux"):
        assert done.returncode == 1
        assert done.stderr.startswith("deepvis: There is no display")
        assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("display", [":9753", "127.0.0.1:9753", "nonsense"])
def test_a_display_that_does_not_answer_is_said(display: str) -> None:
    with pytest.raises(RunError, match="does not answer"):
        check_display("linux", {"DISPLAY": display})


def test_a_display_that_answers_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        number = server.getsockname()[1] - 6000
        check_display("linux", {"DISPLAY": f"127.0.0.1:{number}.0"})


@pytest.mark.parametrize(
    ("system", "environment"),
    [
        ("win32", {}),
        ("darwin", {}),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}),
    ],
)
def test_elsewhere_qt_finds_its_display(system: str, environment: dict[str, str]) -> None:
    check_display(system, environment)


def test_options_reach_the_window() -> None:
    words = "samples --model torchvision:alexnet --weights none --layer features.3 --unit 7 --threads 2"
    options = start_options(parsers.window().parse_args(words.split()))
    assert options == StartOptions(
        source="samples",
        model=NetworkSpec("torchvision:alexnet", "none"),
        layer="features.3",
        unit=7,
        threads=2,
    )


def test_without_a_network_the_window_chooses() -> None:
    assert start_options(parsers.window().parse_args([])).model is None
    named = start_options(parsers.window().parse_args(["--model", "embedded"]))
    assert named.model == NetworkSpec()


# ---- parameters -------------------------------------------------------------------------------------------


def test_settings_fill_the_params_of_the_methods_that_have_them() -> None:
    methods = [find("gradient"), find("rectified_gradient")]
    found = parameters(methods, {"percentile": "90"})
    assert found["rectified_gradient"].percentile == 90.0
    assert found["gradient"] == METHODS["gradient"].params()


def test_the_embedded_network_needs_no_download(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["models", "download", "embedded"]) == 0
    assert "nothing to download" in capsys.readouterr().out
