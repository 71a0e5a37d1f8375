"""The command line: exit codes, one plain line on standard error, and a quick start."""

from __future__ import annotations

import errno
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from deepvis_app import __version__, cli
from deepvis_app.commands import parsers
from deepvis_app.commands.params import parameters
from deepvis_app.commands.telling import duration
from deepvis_app.commands.window import check_display, start_options
from deepvis_app.engine.messages import NetworkSpec
from deepvis_app.errors import RunError
from deepvis_app.methods import METHODS, find
from deepvis_app.nets.network import Network
from deepvis_app.ui.options import StartOptions


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
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


# ---- training ---------------------------------------------------------------------------------------------


@pytest.fixture
def own_pictures(tmp_path: Path) -> Path:
    """Three classes of 40 pictures, told apart by their colour; one file is no picture."""
    random = np.random.default_rng(0)
    for name, colour in (("red", (200, 40, 40)), ("green", (40, 200, 40)), ("blue", (40, 40, 200))):
        folder = tmp_path / "own" / name
        folder.mkdir(parents=True)
        for number in range(40):
            pixels = np.clip(random.normal(0, 40, (30, 40, 3)) + colour, 0, 255).astype(np.uint8)
            Image.fromarray(pixels).save(folder / f"{number:02}.jpg")
    (tmp_path / "own" / "red" / "notes.jpg").write_text("this is no picture")
    return tmp_path / "own"


def train(own_pictures: Path, *more: str) -> list[str]:
    out = own_pictures.parent / "out"
    return [
        *("train", "classifier", "--data", str(own_pictures), "--out", str(out)),
        *("--size", "16", "--threads", "1", *more),
    ]


def test_own_pictures_end_as_a_network_that_opens(
    own_pictures: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(train(own_pictures, "--epochs", "6", "--progress-json")) == 0
    told = capsys.readouterr()
    events = [json.loads(line) for line in told.out.splitlines()]
    assert [event["event"] for event in events if event["event"] != "progress"] == [
        *("reading", "broken", "begins"),
        *["epoch"] * 6,
        "done",
    ]
    assert events[1]["pictures"] == ["red/notes.jpg"]
    assert (events[2]["pictures"], events[2]["held_out"]) == (108, 12)
    assert events[-1]["top1"] > 0.9
    assert told.err == ""

    network = Network.load(events[-1]["file"])
    assert network.labels == ["blue", "green", "red"]
    blue = network.preprocess(Image.new("RGB", (50, 40), (40, 40, 200)))
    assert blue.shape == (1, 3, 16, 16)
    assert int(network.module(blue).argmax()) == 0
    card = Path(events[-1]["file"]).with_suffix(".md").read_text("utf-8")
    for words in ("108 pictures of 3 classes", "held out", "deepvis train classifier --data own --epochs 6"):
        assert words in card


def test_a_training_stopped_with_sigterm_goes_on_with_the_same_command(own_pictures: Path) -> None:
    command = [sys.executable, "-m", "deepvis_app", *train(own_pictures, "--epochs", "40")]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, env=environment, **pipes) as running:
        assert running.stdout is not None
        while "epoch 1.0" not in (line := running.stdout.readline()):
            assert line, running.communicate()[1]
        running.send_signal(signal.SIGTERM)
        _, complaint = running.communicate(timeout=60)
    assert running.returncode == 1
    assert "the same command goes on from there" in complaint.splitlines()[-1]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0
    assert "going on from step" in done.stdout


def test_an_empty_class_is_exit_code_1(own_pictures: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own_pictures / "grey").mkdir()
    assert cli.main(train(own_pictures)) == 1
    assert "grey is empty" in said(capsys)


def test_a_full_disk_is_exit_code_1_and_the_run_can_go_on(
    own_pictures: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", full)
        assert cli.main(train(own_pictures, "--epochs", "0.3")) == 1
        assert "No space left on device. Make room" in capsys.readouterr().err.splitlines()[-1]
    assert cli.main(train(own_pictures, "--epochs", "0.3")) == 0


def test_another_seed_needs_another_folder(own_pictures: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(train(own_pictures, "--epochs", "0.3")) == 0
    capsys.readouterr()
    assert cli.main(train(own_pictures, "--epochs", "0.3", "--seed", "1")) == 1
    assert "another run (seed differ)" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0 s"), (89, "89 s"), (100, "2 min"), (5100, "85 min"), (6000, "1 h 40 min")]
)
def test_time_left_reads_as_people_say_it(seconds: float, words: str) -> None:
    assert duration(seconds) == words
