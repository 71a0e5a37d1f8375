"""Try a .deb in a clean Debian: `python packaging/smoke.py build/deepvis_VERSION_ARCH.deb` (as root).

In a new root made by debootstrap the package is installed with what it names, and nothing else of ours.
There `render` must give the numbers that the same source gives here, every kind of file must open, and the
window must come soon, play a video, answer a click on a unit, rest while paused, and end without a word.
Pictures of it are kept in build/smoke.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median

import numpy as np
from clean_root import HOME, SCREEN, Root, RootError, clean_root
from numpy.typing import NDArray
from smoke_samples import make_samples

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "build" / "smoke"
# What looks at the package from outside; the package itself needs none of it.
DISPLAY = ("xvfb", "xdotool", "imagemagick")
DESKTOP = ("shared-mime-info", "desktop-file-utils", "libglib2.0-bin", "appstream")
WINDOW = (1440, 900)
METHOD = ("--method", "guided_backprop", "--layer", "conv2b", "--unit", "5", "--npy", "--threads", "1")
STARTS = 3
GOALS = {
    "compressed": (300, "MB"),
    "installed": (950, "MB"),
    "first window": (1.5, "s"),
    "memory while playing": (None, "MB"),
    "memory at rest": (700, "MB"),
    "processor while paused": (3, "% of a core"),
}


class SmokeError(Exception):
    """What does not work."""


def main(argv: list[str]) -> int:
    (package,) = argv
    figures: dict[str, float] = {"compressed": Path(package).stat().st_size / 1e6}
    PICTURES.mkdir(parents=True, exist_ok=True)
    try:
        with clean_root() as root:
            install(root, Path(package))
            figures["installed"] = int(root.run("dpkg-query", "-Wf${Installed-Size}", "deepvis")) * 1024 / 1e6
            make_samples(root.home)
            tells_about_itself(root)
            same_numbers(root)
            late_imports(root)
            at_home_on_the_desktop(root)
            with root.started("Xvfb", SCREEN, "-screen", "0", f"{WINDOW[0]}x{WINDOW[1]}x24"):
                time.sleep(2)
                opens_every_file(root)
                figures |= the_window_lives(root)
    except (SmokeError, RootError, subprocess.CalledProcessError) as error:
        print(f"smoke: FAILED: {error}", file=sys.stderr)
        return 1
    return told(figures)


def told(figures: dict[str, float]) -> int:
    """Print the figures; 1 where one misses its goal."""
    missed = 0
    for name, (goal, unit) in GOALS.items():
        late = goal is not None and figures[name] > goal
        missed += late
        wanted = "" if goal is None else f" (goal {goal}){' MISSED' if late else ''}"
        print(f"smoke: {name:23} {figures[name]:7.2f} {unit}{wanted}", flush=True)
    return 1 if missed else 0


def good(what: str) -> None:
    print(f"smoke: {what}", flush=True)


# ---- without a window -------------------------------------------------------------------------------------


def install(root: Root, package: Path) -> None:
    root.install(*DESKTOP)  # first, so that they take notice
    shutil.copy(package, root.path / "deepvis.deb")
    root.install("/deepvis.deb")
    root.install(*DISPLAY)
    good("installed in a clean Debian")


def tells_about_itself(root: Root) -> None:
    told = root.run("deepvis", "--info")
    if "DeepVis" not in told or "not installed" in told:
        raise SmokeError(f"deepvis --info lacks something:\n{told}")
    good("--info:\n" + told.rstrip())


def same_numbers(root: Root) -> None:
    """The installed `render` against that of this checkout."""
    root.run("deepvis", "render", "coffee.png", *METHOD, "--out", "installed")
    own = [sys.executable, "-m", "deepvis_app", "render", str(root.home / "coffee.png"), *METHOD]
    subprocess.run([*own, "--out", str(root.home / "own")], check=True, cwd=ROOT)
    name = "coffee.guided_backprop.npy"
    installed, ours = (np.load(root.home / place / name) for place in ("installed", "own"))
    apart = float(np.abs(installed - ours).max() / np.abs(ours).max())
    if apart > 1e-5:
        raise SmokeError(f"the installed program's picture is off by {apart:.1e} of its largest value.")
    good(f"render gives the same numbers (apart by {apart:.1e})")


def late_imports(root: Root) -> None:
    """What is imported only when it is asked for has come along too."""
    shutil.copy(Path(__file__).with_name("smoke_late.py"), root.home)
    code = ["--model", "smoke_late.py:network", "--allow-code", "--method", "gradient"]
    root.run("deepvis", "render", "coffee.png", *code, "--out", "late")
    good("what is imported late is there")


def at_home_on_the_desktop(root: Root) -> None:
    """The menu and the file manager know the program and its files."""
    share = "/usr/share"
    root.run("desktop-file-validate", f"{share}/applications/deepvis.desktop")
    about = f"{share}/metainfo/io.github.deepvis.DeepVis.metainfo.xml"
    root.run("appstreamcli", "validate", "--no-net", about)
    for name in ("coffee.png", "square.mp4", "network.safetensors", "network.pth", "network.pt"):
        kind = root.run("gio", "info", "-a", "standard::content-type", name).split()[-1]
        if "deepvis.desktop" not in root.run("gio", "mime", kind):
            raise SmokeError(f"a file manager would not open {name} ({kind}) with DeepVis.")
    good("a file manager opens pictures, videos and networks with it")


# ---- with a window ----------------------------------------------------------------------------------------


def opens_every_file(root: Root) -> None:
    """As a file manager opens them; the window that opens is pictured."""
    for name in ("coffee.png", "square.mp4", "pictures", "network.safetensors"):
        place = f"file://{HOME}/{name}"
        root.run("deepvis", place, "--reset", "--screenshot", f"{name}.opened.png", "--after", "2")
        shutil.copy(root.home / f"{name}.opened.png", PICTURES)
    settings = root.run("cat", f"{HOME}/.config/deepvis/settings.json")
    if f"{HOME}/network.safetensors" not in settings:
        raise SmokeError("network.safetensors did not become the network.")
    good("a picture, a video, a folder and a network open")


def the_window_lives(root: Root) -> dict[str, float]:
    """Starts several times; in the last window a video plays, a unit is clicked, and all is paused."""
    times = []
    for _ in range(STARTS - 1):
        with window(root) as (_, _, seconds):
            times.append(seconds)
    with window(root) as (process, identity, seconds):
        times.append(seconds)
        time.sleep(15)  # the network loads, the video plays
        before, after = shot(root, "playing"), shot(root, "played")
        if not differ(before, after):
            raise SmokeError("the video does not move.")
        good("the video plays")
        root.run("xdotool", "mousemove", str(WINDOW[0] // 2), str(WINDOW[1] // 2), "click", "1")
        time.sleep(3)
        right = slice(3 * WINDOW[0] // 4, None)
        if not differ(after[:, right], shot(root, "clicked")[:, right], share=0.02):
            raise SmokeError("a click on a unit changes nothing on the right.")
        good("a clicked unit shows")
        playing = megabytes(process.pid)
        root.run("xdotool", "key", "--window", identity, "space")
        time.sleep(4)
        used = processor_seconds(process.pid)
        time.sleep(10)
        used = processor_seconds(process.pid) - used
        before = shot(root, "paused")
        if differ(before, shot(root, "still paused")):
            raise SmokeError("the window moves while it is paused.")
        resting = megabytes(process.pid)
    return {
        "first window": median(times),
        "memory while playing": playing,
        "memory at rest": resting,
        "processor while paused": 100 * used / 10,
    }


@contextmanager
def window(root: Root) -> Iterator[tuple[subprocess.Popen[bytes], str, float]]:
    """DeepVis over the video, its window's id, and the seconds until that was there; then it is closed."""
    begin = time.monotonic()
    spoken = root.home / "spoken"
    with root.started("deepvis", "square.mp4", "--reset", output=spoken) as process:
        identity = found_window(root, process)
        seconds = time.monotonic() - begin
        root.run("xdotool", "windowmove", identity, "0", "0", "windowsize", identity, *map(str, WINDOW))
        root.run("xdotool", "windowfocus", identity)
        yield process, identity, seconds
        with suppress(RootError):  # the window may be gone before the key is let go
            root.run("xdotool", "key", "--window", identity, "ctrl+q")
        code = process.wait(30)
    if code or spoken.read_bytes():
        raise SmokeError(f"the program ended with {code} and said: {spoken.read_text()}")


def found_window(root: Root, process: subprocess.Popen[bytes], patience: float = 30.0) -> str:
    until = time.monotonic() + patience
    while time.monotonic() < until and process.poll() is None:
        try:
            return root.run("xdotool", "search", "--onlyvisible", "--name", "DeepVis").split()[0]
        except RootError:  # not yet
            time.sleep(0.02)
    raise SmokeError("no window opens.")


def shot(root: Root, name: str) -> NDArray[np.uint8]:
    """The screen, (H, W, 3)."""
    from PIL import Image

    time.sleep(0.5)
    root.run("import", "-window", "root", "shot.png")
    shutil.copy(root.home / "shot.png", PICTURES / f"{name}.png")
    with Image.open(PICTURES / f"{name}.png") as picture:
        return np.asarray(picture.convert("RGB"))


def differ(one: NDArray[np.uint8], other: NDArray[np.uint8], share: float = 0.001) -> bool:
    """Whether more than `share` of the pixels differ to the eye."""
    apart = np.abs(one.astype(int) - other.astype(int)).max(axis=2) > 16
    return bool(apart.mean() > share)


def megabytes(process: int) -> float:
    """Of real memory that it holds, shared libraries too."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) * 1024 / 1e6


def processor_seconds(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
