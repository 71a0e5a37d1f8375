"""The rules of the house that no linter holds."""

from __future__ import annotations

import ast
import inspect
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from deepvis_app.commands import parsers
from deepvis_app.methods import METHODS

CHECKOUT = Path(__file__).resolve().parent.parent
LONGEST = 350  # lines; a longer file has more than one subject
PYPROJECT = (CHECKOUT / "pyproject.toml").read_text("utf-8")
WITH_QT = {"__main__", "bench", "cli", "commands", "session", "sources", "ui"}
PRIVATE_PATH = re.compile(
    r"(?<![\w.~])/(work|root|home)/"
)  # of a machine that wrote a file, not of the reader's


def files(*suffixes: str) -> Iterator[Path]:
    """The repository's files, those of which git knows nothing yet included."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("needs a git checkout")
    for name in listed.stdout.splitlines():
        path = CHECKOUT / name
        if path.is_file() and (not suffixes or path.suffix in suffixes):
            yield path


def modules_after(code: str) -> set[str]:
    """Names of the modules that a fresh Python has loaded after `code`."""
    report = f"import sys\n{code}\nprint('modules:', *sys.modules)"
    done = subprocess.run([sys.executable, "-c", report], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.rpartition("modules:")[2].split())


# ---- what is imported when --------------------------------------------------------------------------------


def test_the_window_is_there_before_torch_and_plots() -> None:
    loaded = modules_after("import deepvis_app.ui.main_window")
    assert "PySide6.QtWidgets" in loaded
    assert not loaded & {"torch", "torchvision", "pyqtgraph", "skimage"}


def test_the_methods_table_needs_no_torch() -> None:
    assert not modules_after("import deepvis_app.methods") & {"torch", "PySide6"}


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_the_command_line_starts_light(option: str) -> None:
    code = (
        "from runpy import run_module\n"
        f"sys.argv = ['deepvis', '{option}']\n"
        "try: run_module('deepvis_app', run_name='__main__')\n"
        "except SystemExit as end: assert not end.code\n"
    )
    assert not modules_after(code) & {"torch", "PySide6", "numpy"}


def test_every_room_is_with_qt_or_kept_from_it() -> None:
    contracts = tomllib.loads(PYPROJECT)["tool"]["importlinter"]["contracts"]
    (without,) = [one["source_modules"] for one in contracts if one["name"].startswith("Qt stays out")]
    rooms = {
        path.stem for path in (CHECKOUT / "deepvis_app").iterdir() if path.suffix == ".py" or path.is_dir()
    }
    assert rooms - {"__init__", "__pycache__"} == WITH_QT | {name.split(".")[1] for name in without}


# ---- tables -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS.keys())
def test_every_method_is_a_documented_function_of_one_shape(method: object) -> None:
    function = method.run()  # type: ignore[attr-defined]
    assert inspect.getdoc(function)
    given = ["network", "image", "target", "layer", "params"]
    given += ["others"] if method.others else []  # type: ignore[attr-defined]
    assert list(inspect.signature(function).parameters) == given


def test_dev_knows_the_commands_that_open_no_window() -> None:
    tree = ast.parse((CHECKOUT / "packaging" / "dev.py").read_text("utf-8"))
    assigned = {
        node.targets[0].id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    assert set(ast.literal_eval(assigned["WINDOWLESS"])) == set(parsers.COMMANDS)


# ---- files ------------------------------------------------------------------------------------------------


def test_no_file_is_long() -> None:
    long = {
        str(path.relative_to(CHECKOUT)): len(path.read_text("utf-8").splitlines()) for path in files(".py")
    }
    assert {name: lines for name, lines in long.items() if lines > LONGEST} == {}


def test_every_module_says_what_it_is() -> None:
    modules = [path for path in files(".py") if path.read_text("utf-8").strip()]
    assert [path.name for path in modules if not ast.get_docstring(ast.parse(path.read_text("utf-8")))] == []


def test_no_file_names_a_path_of_the_machine_that_wrote_it() -> None:
    found = []
    for path in files():
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue  # a picture, weights
        found += [f"{path.name}: {line.strip()}" for line in text.splitlines() if PRIVATE_PATH.search(line)]
    assert found == []


# ---- requirements and set-up ------------------------------------------------------------------------------


def requirements() -> list[str]:
    project = tomllib.loads(PYPROJECT)["project"]
    extras = project["optional-dependencies"].values()
    return [*project["dependencies"], *(one for extra in extras for one in extra)]


@pytest.mark.parametrize("requirement", requirements())
def test_every_dependency_says_what_for(requirement: str) -> None:
    (line,) = [line for line in PYPROJECT.splitlines() if line.strip().startswith(f'"{requirement}",')]
    assert re.search(r"# \w+", line)


def test_every_dependency_is_pinned() -> None:
    pins = (CHECKOUT / "packaging" / "constraints.txt").read_text("utf-8")
    pinned = {normalised(line.partition("==")[0]) for line in pins.splitlines() if "==" in line}
    needed = {normalised(re.split(r"[<>=!~\[]", one)[0]) for one in requirements()}
    assert needed - {"deepvis"} <= pinned


def normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_set_up_needs_the_standard_library_alone() -> None:
    tree = ast.parse((CHECKOUT / "packaging" / "dev.py").read_text("utf-8"))
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "." for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert {name.partition(".")[0] for name in names} <= sys.stdlib_module_names


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
def test_ci_runs_the_test_command() -> None:
    script = CHECKOUT / ".ci" / "run"
    assert script.read_text("utf-8").splitlines()[-1] == "exec python3 packaging/dev.py test"
    assert os.access(script, os.X_OK)


def test_the_readme_lists_every_method() -> None:
    text = (CHECKOUT / "README.md").read_text("utf-8")
    missing = [
        row.name for row in METHODS.values() if f"| `{row.name}` | {row.about} | {row.paper} |" not in text
    ]
    assert missing == []


def test_the_readme_begins_with_the_two_commands() -> None:
    blocks = re.findall(r"```\w*\n(.*?)```", (CHECKOUT / "README.md").read_text("utf-8"), re.DOTALL)
    commands = [line.partition("  #")[0].rstrip() for line in blocks[0].splitlines()]
    assert commands == ["python3 packaging/dev.py run", "python3 packaging/dev.py test"]
