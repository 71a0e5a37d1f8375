"""Build what users install, into build/: `python3 packaging/dev.py package [--smoke] [--keep]`.

Everywhere PyInstaller makes a folder with the program and all that it needs (build/dist/deepvis). On Linux
that becomes a .deb, on Windows an installer (Inno Setup), on macOS a signed bundle in a disk image.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from deepvis_app import __version__
from deepvis_app.commands import parsers

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BUILD = ROOT / "build"
FROZEN = BUILD / "dist" / "deepvis"
ICON = ROOT / "resources" / "icons" / "deepvis.svg"
ICON_SIDES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
LARGEST = 300  # MB of the .deb


class PackageError(Exception):
    """What stands in the way, and what to do, in a sentence."""


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="dev.py package", description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="try the .deb in a clean Debian (as root)")
    parser.add_argument("--keep", action="store_true", help="take the folder that was frozen last")
    options = parser.parse_args(argv)
    try:
        if not (options.keep and FROZEN.is_dir()):
            freeze()
        made = {"linux": deb, "win32": setup_program, "darwin": disk_image}[sys.platform]()
        print(f"{made.relative_to(ROOT)}: {made.stat().st_size / 1e6:.0f} MB", flush=True)
        if options.smoke:
            run([sys.executable, str(HERE / "smoke.py"), str(made)])
    except PackageError as error:
        print(f"package: {error}", file=sys.stderr)
        return 1
    return 0


def freeze() -> None:
    """PyInstaller's folder, in build/dist/deepvis."""
    BUILD.mkdir(exist_ok=True)
    if sys.platform in ("win32", "darwin"):
        from PIL import Image

        draw_icon(512, BUILD / "deepvis.png")
        with Image.open(BUILD / "deepvis.png") as picture:
            picture.save(BUILD / ("deepvis.ico" if sys.platform == "win32" else "deepvis.icns"))
    command = [sys.executable, "-m", "PyInstaller", str(HERE / "deepvis.spec"), "--noconfirm"]
    places = ["--distpath", str(BUILD / "dist"), "--workpath", str(BUILD / "work")]
    run([*command, *places, "--log-level", "WARN"])
    if sys.platform == "linux":  # what only debuggers read: 140 MB
        inside = FROZEN / "_internal"
        libraries = [*inside.glob("torch/lib/*.so"), *inside.glob("libpython*")]
        libraries += inside.rglob("*.cpython-*.so")
        run(["strip", "--strip-unneeded", *map(str, libraries)])


def deb() -> Path:
    """build/deepvis_VERSION_ARCH.deb from the frozen folder."""
    tree = BUILD / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(FROZEN, tree / "usr" / "lib" / "deepvis", symlinks=True)
    (tree / "usr" / "bin").mkdir(parents=True)
    (tree / "usr" / "bin" / "deepvis").symlink_to("../lib/deepvis/deepvis")
    share = tree / "usr" / "share"
    for name, place in (
        ("deepvis.desktop", "applications"),
        ("io.github.deepvis.DeepVis.metainfo.xml", "metainfo"),
        ("deepvis-mime.xml", "mime/packages"),
        ("copyright", "doc/deepvis"),
        ("deepvis.1", "man/man1"),
    ):
        put(share / place / name, filled(name))
    run(["gzip", "-9n", str(share / "man" / "man1" / "deepvis.1")])
    icons = share / "icons" / "hicolor"
    for side in ICON_SIDES:
        draw_icon(side, icons / f"{side}x{side}" / "apps" / "deepvis.png")
    put(icons / "scalable" / "apps" / "deepvis.svg", ICON.read_text("utf-8"))
    put(tree / "DEBIAN" / "control", filled("control", kilobytes=kilobytes(tree)))
    target = BUILD / f"deepvis_{__version__}_{architecture()}.deb"
    run(["dpkg-deb", "--root-owner-group", "-Zzstd", "-z15", "--build", str(tree), str(target)])
    shutil.rmtree(tree)
    megabytes = target.stat().st_size / 1e6
    if megabytes > LARGEST:
        raise PackageError(f"{target.name} has {megabytes:.0f} MB, more than {LARGEST}; see what came in.")
    return target


def setup_program() -> Path:
    """The installer that Inno Setup makes; its compiler must be on the path."""
    run(["iscc", f"/DVersion={__version__}", str(HERE / "windows" / "deepvis.iss")])
    return BUILD / f"deepvis-{__version__}-setup.exe"


def disk_image() -> Path:
    """A disk image of the bundle, which the spec has signed as DEEPVIS_SIGNATURE, or for this Mac alone."""
    folder = BUILD / "image"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copytree(BUILD / "dist" / "DeepVis.app", folder / "DeepVis.app", symlinks=True)
    (folder / "Applications").symlink_to("/Applications")  # where it is dragged to
    target = BUILD / f"deepvis-{__version__}.dmg"
    run(["hdiutil", "create", "-volname", "DeepVis", "-srcfolder", str(folder), "-ov", str(target)])
    return target


def filled(name: str, **more: object) -> str:
    """The file in packaging/debian, with what is known now only."""
    facts = {
        "version": __version__,
        "date": date.today().isoformat(),
        "architecture": architecture(),
        "libc": platform.libc_ver()[1],  # Python's libraries are those of this system
        "commands": "\n".join(f".TP\n\\fB{name}\\fR\n{about}" for name, about in parsers.COMMANDS.items()),
        "options": options_of_the_window(),
        **more,
    }
    words = (HERE / "debian" / name).read_text("utf-8")
    for key, value in facts.items():
        words = words.replace(f"{{{key}}}", str(value))
    return words


def options_of_the_window() -> str:
    """As --help lists them, for the man page."""
    os.environ["COLUMNS"] = "78"
    listed = parsers.window().format_help().partition("options:\n")[2].partition("sub-commands")[0]
    return listed.rstrip().replace("\\", "\\\\").replace("-", "\\-")


def draw_icon(side: int, path: Path) -> None:
    """The icon as PNG of `side` pixels."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    picture = QImage(side, side, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(ICON)).render(painter)
    painter.end()
    path.parent.mkdir(parents=True, exist_ok=True)
    if not picture.save(str(path)):
        raise PackageError(f"{path} could not be written.")


def put(path: Path, words: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, "utf-8")


def kilobytes(folder: Path) -> int:
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return sum(path.stat().st_size for path in files) // 1024


def architecture() -> str:
    """Debian's name of this machine's."""
    return {"x86_64": "amd64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())


def run(command: Sequence[str]) -> None:
    try:
        subprocess.run(command, check=True, cwd=ROOT)
    except FileNotFoundError as error:
        raise PackageError(f"The program {command[0]} is missing; install it and try again.") from error
    except subprocess.CalledProcessError as error:
        raise PackageError(f"{Path(command[0]).name} failed ({error.returncode}); see above.") from error


if __name__ == "__main__":
    sys.exit(main())
