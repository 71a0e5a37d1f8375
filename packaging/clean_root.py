"""A Debian of its own in a folder, made by debootstrap: what runs there sees nothing of this computer."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

RELEASE = "bookworm"
MIRROR = "http://deb.debian.org/debian"
HOME = "/try"
SCREEN = ":77"
MOUNTS = (("proc", "/proc", "rw"), ("sysfs", "/sys", "ro"), ("tmpfs", "/dev/shm", "rw"))
SETTINGS = {
    "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
    "HOME": HOME,
    "LANG": "C.UTF-8",
    "DISPLAY": SCREEN,
    "DEBIAN_FRONTEND": "noninteractive",
}


class RootError(Exception):
    """What stands in the way, and what to do, in a sentence."""


class Root:
    """Runs programs in the Debian at `path`, as its root, with an empty environment."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.home = path / HOME.lstrip("/")

    def run(self, *command: str) -> str:
        """What it prints. Raises RootError with its complaint where it fails."""
        done = subprocess.run(self._inside(command), capture_output=True, text=True, check=False)
        if done.returncode:
            raise RootError(f"{' '.join(command)} failed ({done.returncode}): {done.stderr.strip()[-2000:]}")
        return done.stdout

    @contextmanager
    def started(self, *command: str, output: Path | None = None) -> Iterator[subprocess.Popen[bytes]]:
        """Goes on beside; what it prints goes to the file `output`."""
        with (
            (output or Path(os.devnull)).open("wb") as file,
            subprocess.Popen(self._inside(command), stdout=file, stderr=file) as process,
        ):
            try:
                yield process
            finally:
                process.terminate()
                try:
                    process.wait(20)
                except subprocess.TimeoutExpired:
                    process.kill()

    def install(self, *packages: str) -> None:
        self.run("apt-get", "install", "-qq", "--yes", "--no-install-recommends", *packages)

    def _inside(self, command: Sequence[str]) -> list[str]:
        settings = [f"{name}={value}" for name, value in SETTINGS.items()]
        return ["chroot", str(self.path), "env", "-i", f"--chdir={HOME}", *settings, *command]


@contextmanager
def clean_root() -> Iterator[Root]:
    """A new one, which is removed afterwards. Raises RootError."""
    if os.geteuid() != 0:
        raise RootError("Only root can make a clean Debian; start this with sudo.")
    if not shutil.which("debootstrap"):
        raise RootError("debootstrap is missing; install it and try again: apt-get install debootstrap")
    root = Root(Path(tempfile.mkdtemp(prefix="deepvis-smoke-")))
    try:
        made = ["debootstrap", "--variant=minbase", RELEASE, str(root.path), MIRROR]
        done = subprocess.run(made, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        if done.returncode:
            raise RootError(f"debootstrap failed: {done.stdout.strip()[-2000:]}")
        root.home.mkdir()
        for kind, place, how in MOUNTS:
            _mount(kind, root.path / place.lstrip("/"), how)
        root.run("apt-get", "update", "-qq")
        yield root
    finally:
        _remove(root.path)


def _mount(kind: str, place: Path, how: str) -> None:
    place.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", "-t", kind, "-o", how, kind, str(place)], check=True)


def _remove(path: Path) -> None:
    """Nothing is removed while something of this computer's is mounted inside."""
    for _kind, place, _how in reversed(MOUNTS):
        subprocess.run(["umount", f"{path}{place}"], stderr=subprocess.DEVNULL, check=False)
    if any(line.split()[1].startswith(f"{path}/") for line in Path("/proc/mounts").read_text().splitlines()):
        print(f"{path} could not be removed: something in it is still in use.", flush=True)
        return
    shutil.rmtree(path, ignore_errors=True)
