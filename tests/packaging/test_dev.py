"""packaging/dev.py makes what is missing, leaves alone what is there, and has a sentence for each trouble."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def calls(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What set-up does, in order, with the slow steps replaced by their traces."""
    done: list[str] = []

    def make_venv(venv: Path) -> None:
        done.append("venv")
        dev.STAMP.unlink(missing_ok=True)
        dev.PYTHON.parent.mkdir(parents=True, exist_ok=True)
        dev.PYTHON.touch()

    monkeypatch.setattr(dev, "make_venv", make_venv)
    monkeypatch.setattr(dev, "install_packages", lambda what, python: done.append("packages"))
    monkeypatch.setattr(dev, "system_libraries", lambda also: done.append("libraries"))
    return done


# ---- the stamp --------------------------------------------------------------------------------------------


def test_the_first_set_up_makes_everything_and_the_second_nothing(dev: ModuleType, calls: list[str]) -> None:
    dev.set_up()
    assert calls == ["libraries", "venv", "packages"]
    calls.clear()
    dev.set_up()
    assert calls == ["libraries"]


@pytest.mark.parametrize("changed", ["pyproject.toml", "packaging/constraints.txt"])
def test_changed_requirements_bring_the_packages_up_to_date(
    dev: ModuleType, calls: list[str], changed: str
) -> None:
    dev.set_up()
    calls.clear()
    (dev.ROOT / changed).write_text("# changed\n")
    dev.set_up()
    assert calls == ["libraries", "packages"]
    calls.clear()
    dev.set_up()
    assert calls == ["libraries"]


def test_another_python_gets_another_environment(
    dev: ModuleType, calls: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    dev.set_up()
    calls.clear()
    monkeypatch.setattr(dev.platform, "machine", lambda: "another")
    dev.set_up()
    assert calls == ["libraries", "venv", "packages"]


@pytest.mark.parametrize("damage", ["", "no json", "[]", "{}"])
def test_a_damaged_stamp_counts_as_none(dev: ModuleType, calls: list[str], damage: str) -> None:
    dev.set_up()
    calls.clear()
    dev.STAMP.write_text(damage)
    dev.set_up()
    assert calls == ["libraries", "venv", "packages"]


def test_an_interrupted_set_up_begins_anew(
    dev: ModuleType, calls: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    dev.set_up()
    (dev.ROOT / "pyproject.toml").write_text("# changed\n")

    def interrupted(what: str, python: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(dev, "install_packages", interrupted)
        with pytest.raises(KeyboardInterrupt):
            dev.set_up()
    calls.clear()
    dev.set_up()
    assert calls == ["libraries", "venv", "packages"]


def test_an_update_that_cannot_be_fetched_leaves_the_environment(
    dev: ModuleType, calls: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    dev.set_up()
    (dev.ROOT / "pyproject.toml").write_text("# changed\n")

    def offline(what: str, python: Path) -> None:
        raise dev.SetupError("offline")

    with monkeypatch.context() as patch:
        patch.setattr(dev, "install_packages", offline)
        with pytest.raises(dev.SetupError):
            dev.set_up()
    calls.clear()
    dev.set_up()
    assert calls == ["libraries", "packages"]


def test_the_environment_that_runs_is_not_removed(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "prefix", str(dev.VENV))
    with pytest.raises(dev.SetupError, match="outside"):
        dev.make_venv(dev.VENV)


def test_a_python_without_venv_is_told_plainly(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(dev.SetupError, match="ensurepip"):
        dev.make_venv(dev.VENV)
    major, minor = sys.version_info[:2]
    assert dev.missing_venv_packages() == [f"python{major}.{minor}-venv"]


# ---- pip --------------------------------------------------------------------------------------------------


def pip_says(dev: ModuleType, tmp_path: Path, message: str, code: int) -> None:
    dev.PYTHON.parent.mkdir(parents=True)
    dev.PYTHON.write_text(f"#!/bin/sh\necho '{message}' >&2\necho \"$@\" > {tmp_path}/args\nexit {code}\n")
    dev.PYTHON.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="stands in a shell script for pip")
@pytest.mark.parametrize(
    ("message", "sentence"),
    [
        ("WARNING: Retrying ... NewConnectionError(...) /simple/numpy/", "check the network"),
        ("ERROR: No space left on device", "says above why"),
    ],
)
def test_a_failing_pip_has_a_sentence(dev: ModuleType, tmp_path: Path, message: str, sentence: str) -> None:
    pip_says(dev, tmp_path, message, 1)
    with pytest.raises(dev.SetupError, match=sentence):
        dev.install_packages(".[dev]", dev.PYTHON)


@pytest.mark.skipif(sys.platform == "win32", reason="stands in a shell script for pip")
def test_the_torch_index_is_asked_only_where_it_is_named(
    dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DEEPVIS_TORCH_INDEX", raising=False)
    pip_says(dev, tmp_path, "", 0)
    dev.install_packages(".[dev]", dev.PYTHON)
    assert "--extra-index-url" not in (tmp_path / "args").read_text()
    monkeypatch.setenv("DEEPVIS_TORCH_INDEX", "https://example.org/cpu")
    dev.install_packages(".[dev]", dev.PYTHON)
    assert (tmp_path / "args").read_text().endswith("--extra-index-url https://example.org/cpu\n")


# ---- system libraries -------------------------------------------------------------------------------------


@pytest.fixture
def debian(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> dict[str, bool]:
    """A Debian on which `installed` says which packages there are; apt-get brings all that it is asked."""
    installed: dict[str, bool] = {}

    def ask(query: Sequence[str], **_: object) -> subprocess.CompletedProcess[str]:
        rows = [
            f"{name} {'installed' if installed[name] else 'config-files'}"
            for name in query[4:]
            if name in installed
        ]
        return subprocess.CompletedProcess(query, 1, "\n".join(rows), "")

    def call(command: Sequence[str], env: object = None) -> int:
        if command[1] == "install":
            installed.update(dict.fromkeys(command[4:], True))
        return 0

    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(dev.subprocess, "run", ask)
    monkeypatch.setattr(dev, "call", call)
    monkeypatch.setattr(dev, "is_root", lambda: False)
    return installed


def test_packages_that_were_removed_are_missing_and_renamed_ones_are_not(
    dev: ModuleType, debian: dict[str, bool]
) -> None:
    debian |= {"libgl1": True, "libegl1": False, "libglib2.0-0t64": True}
    assert dev.missing_packages(["libgl1", "libegl1", "libglib2.0-0", "libpulse0"]) == [
        "libegl1",
        "libpulse0",
    ]


def test_root_gets_the_missing_packages(
    dev: ModuleType, debian: dict[str, bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "is_root", lambda: True)
    dev.system_libraries(["python3.11-venv"])
    assert {"libegl1", "libxcb-cursor0", "python3.11-venv"} <= debian.keys()


def test_others_get_the_line_to_paste(dev: ModuleType, debian: dict[str, bool]) -> None:
    debian |= dict.fromkeys([*dev.IMPORT_NEEDS.split(), *dev.SCREEN_NEEDS.split()], True)
    del debian["libgl1"]
    with pytest.raises(dev.SetupError) as error:
        dev.system_libraries([])
    line = str(error.value).splitlines()[1]
    assert line == "sudo apt-get update && sudo apt-get install --yes --no-install-recommends libgl1"


def test_what_only_a_screen_needs_does_not_stop_the_rest(
    dev: ModuleType, debian: dict[str, bool], capsys: pytest.CaptureFixture[str]
) -> None:
    debian |= dict.fromkeys(dev.IMPORT_NEEDS.split(), True)
    dev.system_libraries([])
    assert "libxcb-cursor0" in capsys.readouterr().out


def test_other_systems_are_left_alone(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda name: None)
    dev.system_libraries(["python3.11-venv"])


# ---- the file itself --------------------------------------------------------------------------------------


def test_an_older_python_can_read_as_far_as_the_sentence_for_it(dev: ModuleType) -> None:
    source = Path(dev.__file__ or "").read_text("utf-8")
    ast.parse(source, feature_version=(3, 7))
    before = source[: source.index("if sys.version_info")]
    assert [node for node in ast.parse(before).body if not isinstance(node, (ast.Import, ast.Expr))] == []
