"""packaging/dev.py: `run` and `test` do what they say, with and without a display, and leave no process."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest


@pytest.mark.parametrize(
    ("system", "environ", "seen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, False),
        ("linux", {"QT_QPA_PLATFORM": "vnc"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_a_display_is_seen(dev: ModuleType, system: str, environ: dict[str, str], seen: bool) -> None:
    assert dev.has_display(system, environ) is seen


@pytest.mark.parametrize(
    ("args", "completed"),
    [
        ([], "samples --screenshot deepvis-first-look.png --after 8"),
        (["--model", "m.pth"], "samples --model m.pth --screenshot deepvis-first-look.png --after 8"),
        (["a.mp4", "--after=2"], "a.mp4 --after=2 --screenshot deepvis-first-look.png"),
        (["a.mp4", "--screenshot", "b.png"], "a.mp4 --screenshot b.png --after 8"),
    ],
)
def test_without_a_display_a_run_ends_with_a_picture(
    dev: ModuleType, args: list[str], completed: str
) -> None:
    assert " ".join(dev.out_of_sight(args)) == completed


@pytest.mark.parametrize("args", [["render", "a.png"], ["--version"], ["a.mp4", "--help"]])
def test_what_opens_no_window_needs_no_display(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, args: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "set_up", lambda: None)
    monkeypatch.setattr(dev, "has_display", lambda system, environ: False)
    monkeypatch.setattr(dev, "become", lambda command, env: 0 if command[4:] == args else 99)
    assert dev.main(["run", *args]) == 0
    assert capsys.readouterr().out == ""


def test_the_first_look_is_drawn_on_a_screen_of_its_own_and_named(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def call(command: Sequence[str], env: dict[str, str]) -> int:
        kind, _, file = env["QT_QPA_PLATFORM"].partition(":configfile=")
        assert kind == "offscreen"
        assert json.loads(Path(file).read_text("utf-8"))["screens"][0]["width"] == 1440
        Path(dev.FIRST_LOOK).touch()
        return 0

    monkeypatch.chdir(tmp_path)
    dev.VENV.mkdir()
    monkeypatch.setattr(dev, "set_up", lambda: None)
    monkeypatch.setattr(dev, "has_display", lambda system, environ: False)
    monkeypatch.setattr(dev, "call", call)
    assert dev.main(["run"]) == 0
    told = capsys.readouterr().out
    assert "no display" in told
    assert str(tmp_path / "deepvis-first-look.png") in told


def test_all_checks_run_whatever_fails(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = []

    def call(command: Sequence[str], env: dict[str, str], cwd: Path) -> int:
        ran.append(" ".join(command[1:]))
        return 1 if "mypy" in command else 0

    monkeypatch.setattr(dev, "set_up", lambda: None)
    monkeypatch.setattr(dev, "call", call)
    assert dev.main(["test", "-x"]) == 1
    checks = ["-m ruff check", "-m ruff format --check", "-m mypy", "--no-logo"]
    assert ran == [*checks, "-m pytest -n 2 --dist loadfile -x"]
    assert "mypy: FAILED" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_child_does_not_outlive_the_set_up(dev: ModuleType, tmp_path: Path, number: int, code: int) -> None:
    """The stand-in for a check says when it runs, and ends in its own way when it is told to."""
    check = tmp_path / "check.py"
    check.write_text(
        "import pathlib, signal, sys, time\n"
        "def end(*_): pathlib.Path('ended').touch(); sys.exit(0)\n"
        "signal.signal(signal.SIGINT, end); signal.signal(signal.SIGTERM, end)\n"
        "pathlib.Path('began').touch()\n"
        "time.sleep(60)\n"
    )
    driver = (
        f"import runpy, sys; dev = runpy.run_path({dev.__file__!r})\n"
        f"dev['COMMANDS']['run'] = lambda args: dev['call']([sys.executable, {str(check)!r}])\n"
        "sys.exit(dev['main'](['run']))\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", driver], cwd=tmp_path, start_new_session=True)
    wait_for(tmp_path / "began")
    if number == signal.SIGINT:
        os.killpg(parent.pid, number)  # as a terminal does
    else:
        parent.send_signal(number)
    assert parent.wait(30) == code
    wait_for(tmp_path / "ended")


def wait_for(file: Path) -> None:
    for _ in range(3000):
        if file.exists():
            return
        time.sleep(0.01)
    pytest.fail(f"{file.name} did not come")


def test_bad_use_shows_the_use(dev: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main([]) == 2
    assert dev.main(["fly"]) == 2
    assert "packaging/dev.py run" in capsys.readouterr().out


def test_the_installer_is_built_from_an_environment_of_its_own(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    monkeypatch.setenv("DEEPVIS_TORCH_INDEX", "")  # which is put back afterwards
    monkeypatch.delenv("DEEPVIS_TORCH_INDEX")
    monkeypatch.setattr(dev, "system_libraries", lambda also: None)
    monkeypatch.setattr(dev, "make_venv", lambda venv: done.append(f"make {venv.name}"))
    monkeypatch.setattr(
        dev, "install_packages", lambda what, python: done.append(f"{what} for {python.parents[2].name}")
    )
    monkeypatch.setattr(dev, "call", lambda command, cwd: done.append(" ".join(command[1:])) or 0)
    assert dev.main(["package", "--smoke"]) == 0
    assert done == ["make venv", ".[package] for build", f"{dev.ROOT}/packaging/package.py --smoke"]
    assert "cpu" in os.environ["DEEPVIS_TORCH_INDEX"]
