"""Try a .deb in a clean Debian: `python packaging/smoke.py build/deepvis_VERSION_ARCH.deb` (as root).

In a new root made by debootstrap the package is installed with what it names, and nothing else of ours.
There the window must open on a video that moves, a clicked unit must show what drives it, and `render` must
give the numbers that the same source gives here.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

RELEASE = "bookworm"
MIRROR = "http://deb.debian.org/debian"
SEES = "xvfb xdotool imagemagick"  # what looks at the window; the package itself needs none of it
SCREEN = ":77"
WINDOW = (1440, 900)
METHOD = ["--method", "guided_backprop", "--layer", "conv2b", "--unit", "5", "--npy", "--threads", "1"]
FIRST_WINDOW = 1.5  # seconds


class SmokeError(Exception):
    """What does not work."""


def main(argv: Sequence[str]) -> int:
    (package,) = argv
    for program in ("debootstrap", "chroot"):
        if not shutil.which(program):
            print(f"smoke: {program} is missing; install it and try again.", file=sys.stderr)
            return 1
    root = Path(tempfile.mkdtemp(prefix="deepvis-smoke-"))
    try:
        with clean_root(root, Path(package)):
            same_numbers(root)
            the_window_lives(root)
    except (SmokeError, subprocess.CalledProcessError) as error:
        print(f"smoke: FAILED: {error}", file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(root, ignore_errors=True)
    print("smoke: all is well.", flush=True)
    return 0


@contextmanager
def clean_root(root: Path, package: Path) -> Iterator[None]:
    """Debian in `root` with the package, and a user's folder /try with a picture and a video."""
    run(["debootstrap", "--variant=minbase", RELEASE, str(root), MIRROR])
    shutil.copy(package, root / "deepvis.deb")
    (root / "try").mkdir()
    make_samples(root / "try")
    mounts = [("proc", "/proc"), ("sysfs", "/sys"), ("devtmpfs", "/dev"), ("tmpfs", "/dev/shm")]
    try:
        for kind, place in mounts:
            run(["mount", "-t", kind, kind, f"{root}{place}"])
        inside(root, "apt-get", "update", "-qq")
        install = ["apt-get", "install", "-qq", "--yes", "--no-install-recommends"]
        inside(root, *install, "/deepvis.deb")
        inside(root, *install, *SEES.split())
        yield
    finally:
        for _kind, place in reversed(mounts):
            subprocess.run(["umount", f"{root}{place}"], check=False)


def make_samples(folder: Path) -> None:
    """A picture, and a video in which a bright square moves over it, as Motion JPEG."""
    import skimage

    with Image.open(Path(skimage.__file__).parent / "data" / "coffee.png") as photo:
        picture = photo.convert("RGB").resize((480, 320))
    picture.save(folder / "coffee.png")
    frames = folder / "frames"
    frames.mkdir()
    for number in range(150):
        frame = picture.copy()
        frame.paste((255, 240, 40), (3 * number, 100, 3 * number + 60, 160))
        frame.save(frames / f"{number:03}.jpg")
    pattern = str(frames / "%03d.jpg")
    run(["ffmpeg", "-loglevel", "error", "-framerate", "30", "-i", pattern, str(folder / "square.mp4")])


def same_numbers(root: Path) -> None:
    """The installed `render` against that of this checkout."""
    picture = root / "try" / "coffee.png"
    inside(root, "deepvis", "render", "/try/coffee.png", *METHOD, "--out", "/try/installed")
    own = [sys.executable, "-m", "deepvis_app", "render", str(picture), *METHOD]
    run([*own, "--out", str(root / "try" / "own")])
    name = "coffee.guided_backprop.npy"
    installed, ours = (np.load(root / "try" / place / name) for place in ("installed", "own"))
    apart = float(np.abs(installed - ours).max() / np.abs(ours).max())
    if apart > 1e-5:
        raise SmokeError(f"the installed program's picture is off by {apart:.1e} of its largest value.")
    print(f"smoke: render gives the same numbers (apart by {apart:.1e})", flush=True)


def the_window_lives(root: Path) -> None:
    """The window over a video: it opens soon, moves, and answers a click on a unit."""
    with background(root, "Xvfb", SCREEN, "-screen", "0", f"{WINDOW[0]}x{WINDOW[1]}x24"):
        time.sleep(2)
        begin = time.monotonic()
        with background(root, "deepvis", "/try/square.mp4", "--reset", "--debug"):
            identity = found_window(root)
            opened = time.monotonic() - begin
            print(f"smoke: first window after {opened:.2f} s (goal {FIRST_WINDOW} s)", flush=True)
            time.sleep(12)  # the network loads, the video plays
            inside(root, "xdotool", "windowsize", identity, *map(str, WINDOW))
            time.sleep(2)
            before, after = shot(root, "a"), shot(root, "b")
            if not differ(before, after):
                raise SmokeError("the video does not move.")
            print("smoke: the video plays", flush=True)
            click(root, WINDOW[0] // 2, WINDOW[1] // 2)
            time.sleep(3)
            clicked = shot(root, "c")
            right = slice(3 * WINDOW[0] // 4, None)
            if not differ(after[:, right], clicked[:, right], share=0.02):
                raise SmokeError("a click on a unit changes nothing on the right.")
            print("smoke: a clicked unit shows", flush=True)


def found_window(root: Path, seconds: float = 30.0) -> str:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        search = chroot(root, "xdotool", "search", "--onlyvisible", "--name", "DeepVis")
        found = subprocess.run(search, capture_output=True, text=True, check=False).stdout.split()
        if found:
            return found[0]
        time.sleep(0.02)
    raise SmokeError("no window opens.")


def shot(root: Path, name: str) -> NDArray[np.uint8]:
    """The screen, (H, W, 3)."""
    time.sleep(0.5)
    inside(root, "import", "-window", "root", f"/try/{name}.png")
    with Image.open(root / "try" / f"{name}.png") as picture:
        return np.asarray(picture.convert("RGB"))


def click(root: Path, x: int, y: int) -> None:
    inside(root, "xdotool", "mousemove", str(x), str(y), "click", "1")


def differ(one: NDArray[np.uint8], other: NDArray[np.uint8], share: float = 0.001) -> bool:
    """Whether more than `share` of the pixels differ to the eye."""
    apart = np.abs(one.astype(int) - other.astype(int)).max(axis=2) > 16
    return bool(apart.mean() > share)


@contextmanager
def background(root: Path, *command: str) -> Iterator[None]:
    with subprocess.Popen(chroot(root, *command)) as process:
        try:
            yield
        finally:
            process.terminate()
            process.wait(20)


def inside(root: Path, *command: str) -> None:
    run(chroot(root, *command))


def chroot(root: Path, *command: str) -> list[str]:
    settings = [f"DISPLAY={SCREEN}", "DEBIAN_FRONTEND=noninteractive", "HOME=/try", "LANG=C.UTF-8"]
    path = "PATH=/usr/sbin:/usr/bin:/sbin:/bin"
    return ["chroot", str(root), "env", "-i", path, *settings, *command]


def run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
