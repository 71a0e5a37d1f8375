"""Set up, run and test DeepVis from a bare machine.

    python3 packaging/dev.py run [ARGS]           start DeepVis; ARGS are those of the command deepvis
    python3 packaging/dev.py test [PYTEST ARGS]   ruff, mypy, import-linter and the tests
    python3 packaging/dev.py package [--smoke]    build the installer; try it in a clean Debian

Needs Python 3.11 or newer and a network, nothing else: the packages go into .venv in the project, and on
Debian and Ubuntu missing system libraries are installed (as root) or named. Once all is there, starting
through this file takes a fraction of a second.

DEEPVIS_TORCH_INDEX names one more package index for torch, e.g. https://download.pytorch.org/whl/cpu for
the small build without CUDA. It counts when .venv is made.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - this file is what an older Python meets first
    sys.exit(
        "DeepVis needs Python 3.11 or newer; this is {}.{} ({}). Start this file with a newer one.".format(
            *sys.version_info[:2], sys.executable
        )
    )

import hashlib
import importlib
import importlib.util
import json
import os
import platform
import shlex
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
CONSTRAINTS = Path("packaging") / "constraints.txt"  # relative: pip splits a path with a space in two
STAMP = VENV / "deepvis-set-up.json"

FIRST_LOOK = "deepvis-first-look.png"
FIRST_LOOK_SECONDS = 8
SCREEN = {"name": "unseen", "x": 0, "y": 0, "width": 1440, "height": 900, "logicalDpi": 96, "dpr": 1}
WINDOWLESS = ("bench", "index", "models", "render", "train")  # sub-commands
PRINTING = {"--version", "--info", "--help", "-h"}

# Debian's names of what the packages link or load. Without the first nothing of Qt can be imported.
IMPORT_NEEDS = "libglib2.0-0 libgl1 libegl1 libdbus-1-3 libfontconfig1 libxkbcommon0 libpulse0"
SCREEN_NEEDS = (
    "fonts-dejavu-core fonts-noto-cjk "
    "libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxkbcommon-x11-0 libxcb-xkb1 libxcb-shape0 "
    "libxrandr2"  # Qt Multimedia has no backend without it
)

NETWORK_TROUBLE = (
    "NewConnectionError",
    "NameResolutionError",
    "ConnectTimeoutError",
    "ReadTimeoutError",
    "ProxyError",
    "Network is unreachable",
)


class SetupError(Exception):
    """What stands in the way, and what to do, in a sentence."""


# ---- the commands -----------------------------------------------------------------------------------------


def run(args: Sequence[str]) -> int:
    """Start DeepVis with `args`; without a display, draw its window into a file."""
    set_up()
    command = [str(PYTHON), "-P", "-m", "deepvis_app"]  # -P: what lies in the user's folder is not imported
    if has_display(sys.platform, os.environ):
        return become([*command, *args], os.environ)
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    if (args and args[0] in WINDOWLESS) or PRINTING & set(args):
        return become([*command, *args], env)
    say(
        "There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set). DeepVis runs out of sight for "
        f"some seconds and writes its window to {FIRST_LOOK}."
    )
    screen = VENV / "deepvis-screen.json"  # Qt's own has 800x800
    screen.write_text(json.dumps({"screens": [SCREEN]}), "utf-8")
    env["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
    picture = Path(FIRST_LOOK)
    picture.unlink(missing_ok=True)
    code = call([*command, *out_of_sight(args)], env)
    if picture.exists():
        say(f"The picture of the window: {picture.resolve()}")
    return code


def test(args: Sequence[str]) -> int:
    """Every check, with its result; all are run, whatever fails. pytest comes last and gets `args`."""
    set_up()
    env = {"QT_QPA_PLATFORM": "offscreen", "OMP_NUM_THREADS": "1", "OMP_WAIT_POLICY": "passive", **os.environ}
    checks = {
        "ruff check": [str(PYTHON), "-m", "ruff", "check"],
        "ruff format": [str(PYTHON), "-m", "ruff", "format", "--check"],
        "mypy": [str(PYTHON), "-m", "mypy"],
        "import-linter": [str(BIN / "lint-imports"), "--no-logo"],
    }
    failed = []
    for name, command in checks.items():
        say(name)
        if call(command, env, ROOT) != 0:
            failed.append(name)
    say(", ".join(f"{name}: {'FAILED' if name in failed else 'passed'}" for name in checks))
    say("pytest")
    code = call([str(PYTHON), "-m", "pytest", "-n", "2", "--dist", "loadfile", *args], env, ROOT)
    if failed:
        say("FAILED before pytest: " + ", ".join(failed))
    return code or (1 if failed else 0)


def package(args: Sequence[str]) -> int:
    """Build the installer out of an environment that holds the program's packages alone."""
    system_libraries(missing_venv_packages())
    venv = ROOT / "build" / "venv"
    python = venv / PYTHON.relative_to(VENV)
    if not python.exists():
        make_venv(venv)
    os.environ.setdefault("DEEPVIS_TORCH_INDEX", "https://download.pytorch.org/whl/cpu")  # not 3 GB of CUDA
    install_packages(".[package]", python)
    return call([str(python), str(ROOT / "packaging" / "package.py"), *args], cwd=ROOT)


COMMANDS: Mapping[str, Callable[[Sequence[str]], int]] = {"run": run, "test": test, "package": package}


def main(argv: Sequence[str]) -> int:
    if not argv or argv[0] not in COMMANDS:
        print(__doc__)
        return 0 if argv and argv[0] in ("-h", "--help") else 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        return COMMANDS[argv[0]](argv[1:])
    except SetupError as error:
        print(f"dev.py: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def has_display(system: str, environ: Mapping[str, str]) -> bool:
    """Whether a window can be seen. A Qt platform of the user's own choice counts as a display."""
    if system in ("win32", "darwin"):
        return True
    chosen = environ.get("QT_QPA_PLATFORM", "")
    shown = environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")
    return bool(shown if chosen in ("", "offscreen") else chosen)


def out_of_sight(args: Sequence[str]) -> list[str]:
    """`args` completed to a run that ends by itself with a picture; over the samples unless told else."""
    completed = list(args)
    if not completed or completed[0].startswith("-"):
        completed.insert(0, "samples")
    if not any(arg.startswith("--screenshot") for arg in completed):
        completed += ["--screenshot", FIRST_LOOK]
    if not any(arg.startswith("--after") for arg in completed):
        completed += ["--after", str(FIRST_LOOK_SECONDS)]
    return completed


# ---- set-up -----------------------------------------------------------------------------------------------


def set_up() -> None:
    """Make what is missing. The stamp is written last and taken away first, so that what was broken off
    is seen: without a stamp .venv is made anew, with an old one only its packages are brought up to date.
    """
    wanted = fingerprint()
    found = read_stamp()
    usable = PYTHON.exists() and found.get("environment") == wanted["environment"]
    system_libraries([] if usable else missing_venv_packages())
    if usable and found == wanted:
        return
    if not usable:
        make_venv(VENV)
    STAMP.unlink(missing_ok=True)
    try:
        install_packages(".[dev]", PYTHON)
    except SetupError:
        if usable:  # pip has put back what it had begun to replace
            write_stamp(found)
        raise
    write_stamp(wanted)
    say("The set-up is complete.")


def fingerprint() -> dict[str, str]:
    """What .venv depends on: where it lies and for whom, and which packages it holds."""
    packages = hashlib.sha256()
    for path in (ROOT / "pyproject.toml", ROOT / CONSTRAINTS):
        packages.update(path.read_bytes() + b"\0")
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return {"environment": f"{ROOT} Python {python} {platform.machine()}", "packages": packages.hexdigest()}


def read_stamp() -> dict[str, str]:
    try:
        stamp = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(stamp: Mapping[str, str]) -> None:
    STAMP.write_text(json.dumps(stamp, indent=1), "utf-8")


def make_venv(venv: Path) -> None:
    if Path(sys.prefix).resolve() == venv.resolve():
        raise SetupError(f"{venv} must be made anew; start this file with the Python outside of it.")
    if not has_venv():
        raise SetupError(
            f"This Python ({sys.executable}) cannot make virtual environments; add its modules venv and "
            "ensurepip, or use the Python of python.org."
        )
    say(f"Making {venv}")
    if call([sys.executable, "-m", "venv", "--clear", str(venv)]) != 0:
        raise SetupError(f"{venv} could not be made, see above; remove the folder and try again.")


def has_venv() -> bool:
    importlib.invalidate_caches()  # apt-get may just have brought it
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def install_packages(what: str, python: Path) -> None:
    say("Installing the packages; the first time this fetches about a gigabyte and takes some minutes")
    command = [str(python), "-m", "pip", "install", "--no-input", "--editable", what]
    index = os.environ.get("DEEPVIS_TORCH_INDEX")
    if index:
        command += ["--extra-index-url", index]
    # As variables they bind the build's own packages too; newer pip has a name of its own for these.
    env = {**os.environ, "PIP_CONSTRAINT": CONSTRAINTS.as_posix(), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    env["PIP_BUILD_CONSTRAINT"] = env["PIP_CONSTRAINT"]
    unreachable = False
    with child(command, env, ROOT, stderr=subprocess.PIPE) as pip:
        for line in pip.stderr or ():
            sys.stderr.write(line)
            unreachable = unreachable or any(sign in line for sign in NETWORK_TROUBLE)
    if pip.returncode and unreachable:
        raise SetupError(
            "The package index cannot be reached; check the network (or pip's proxy) and try again."
        )
    if pip.returncode:
        raise SetupError("The packages could not be installed; pip says above why.")


# ---- system libraries of Debian and Ubuntu ----------------------------------------------------------------


def system_libraries(also: Sequence[str]) -> None:
    """Install what is missing, `also` included, where that can be done; else say how."""
    if not (shutil.which("dpkg-query") and shutil.which("apt-get")):
        return
    missing = missing_packages([*IMPORT_NEEDS.split(), *SCREEN_NEEDS.split(), *also])
    if missing and is_root():
        say(f"Installing system libraries: {' '.join(missing)}")
        env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in apt_commands(missing):
            call(command, env)
        missing = missing_packages(missing)
    if not missing:
        return
    line = apt_line(missing)
    if any(name not in SCREEN_NEEDS for name in missing):
        raise SetupError(f"System packages are missing; install them and try again:\n{line}")
    say(
        f"System packages are missing; the window or its texts may not show without them. To install:\n{line}"
    )


def missing_venv_packages() -> list[str]:
    return [] if has_venv() else [f"python{sys.version_info.major}.{sys.version_info.minor}-venv"]


def missing_packages(names: Sequence[str]) -> list[str]:
    """Those of `names` that dpkg does not list as installed. Newer releases add t64 to some names."""
    both = [variant for name in names for variant in (name, f"{name}t64")]
    query = ["dpkg-query", "--show", "--showformat", "${Package} ${db:Status-Status}\n", *both]
    rows = subprocess.run(query, capture_output=True, text=True, check=False).stdout.splitlines()
    installed = {row.split()[0].removesuffix("t64") for row in rows if row.endswith(" installed")}
    return [name for name in names if name not in installed]


def apt_commands(names: Sequence[str]) -> list[list[str]]:
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *names]
    return [["apt-get", "update"], install]


def apt_line(names: Sequence[str]) -> str:
    """One line to paste into a shell."""
    return " && ".join(shlex.join(["sudo", *command]) for command in apt_commands(names))


def is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


# ---- the outside ------------------------------------------------------------------------------------------


def say(text: str) -> None:
    print(f"-- {text}", flush=True)


def call(command: Sequence[str], env: Mapping[str, str] | None = None, cwd: Path | None = None) -> int:
    """Run to the end; the exit status as a shell gives it, 128 and more for a signal."""
    with child(command, env, cwd) as process:
        code = process.wait()
    return code if code >= 0 else 128 - code


def become(command: Sequence[str], env: Mapping[str, str]) -> int:
    """Let `command` take this process's place, so that signals reach it; Windows knows no such thing."""
    if os.name != "nt":
        sys.stdout.flush()
        os.execve(command[0], list(command), env)
    return call(command, env)


@contextmanager
def child(
    command: Sequence[str], env: Mapping[str, str] | None, cwd: Path | None, stderr: int | None = None
) -> Iterator["subprocess.Popen[str]"]:
    """A process that does not outlive this one, and is let end in its own way."""
    with subprocess.Popen(command, env=env, cwd=cwd, stderr=stderr, text=True, errors="replace") as process:
        try:
            yield process
        except KeyboardInterrupt:  # which it got too
            process.wait()
            raise
        except SystemExit:
            process.terminate()
            raise


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
