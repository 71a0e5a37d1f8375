"""Opening sources: what a path is, the samples, cameras, the screen, a picture from memory.

Qt Multimedia is imported when a source needs it: pictures do without.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from deepvis_app.engine.messages import Pixels
from deepvis_app.errors import PictureError
from deepvis_app.i18n import marked
from deepvis_app.pictures.decode import check, is_picture
from deepvis_app.pictures.videos import is_video
from deepvis_app.sources.folder import Pictures, pictures_in
from deepvis_app.sources.source import Source
from deepvis_app.sources.still import Still

if TYPE_CHECKING:
    from deepvis_app.sources.reel import Reel

SAMPLES = {
    "chelsea.png": marked("A tabby cat"),
    "coffee.png": marked("A cup of espresso"),
    "astronaut.png": marked("An astronaut"),
    "motorcycle_left.png": marked("A motorcycle"),
    "rocket.jpg": marked("A rocket"),
    "brick.png": marked("A brick wall"),
    "grass.png": marked("Grass"),
    "hubble_deep_field.jpg": marked("Galaxies"),
}
"""Photographs that scikit-image carries, and what is on them."""


def open_path(path: Path) -> Source:
    """A picture, a video or a folder of pictures. Raises PictureError.

    What a name does not tell is found in the file. A video's faults come to light as it plays: its
    `message` tells them.
    """
    if path.is_dir():
        return Pictures(pictures_in(path))
    if is_video(path):
        return _video(path)
    try:
        check(path)
    except PictureError:
        if is_picture(path) or not path.is_file() or path.stat().st_size == 0:
            raise
        raise PictureError(
            "{path} is neither a picture, nor a video, nor a folder of pictures.", path=path
        ) from None
    return Pictures([path])


def sample_files() -> dict[Path, str]:
    """The photographs that come with scikit-image, and what is on each; none where it is missing."""
    package = find_spec("skimage")  # found, not imported: that would take a second
    folders = package.submodule_search_locations if package else None
    folder = Path(next(iter(folders))) / "data" if folders else None
    if folder is None:
        return {}
    return {folder / name: title for name, title in SAMPLES.items() if (folder / name).is_file()}


def samples(only: str = "") -> Source:
    """Photographs that come with scikit-image as a slide show, or one of SAMPLES. Raises PictureError."""
    found = {path: title for path, title in sample_files().items() if only in ("", path.name)}
    if not found:
        raise PictureError(
            "The sample pictures are missing. Install scikit-image, or open a picture of yours."
        )
    return Pictures(list(found), list(found.values()), playing=not only)


def reel(path: Path) -> Reel:
    """Every frame of a video, to be taken on another thread. Raises PictureError."""
    from deepvis_app.sources.reel import Reel

    _check_video(path)
    return Reel(path)


def camera(name: str | None = None, size: tuple[int, int] = (640, 480), mirrored: bool = True) -> Source:
    """The camera of that name, or the default one, in the format nearest to `size` (width, height); where
    there is none, it waits and says so.
    """
    from deepvis_app.sources.camera import Camera
    from deepvis_app.sources.camera_link import CameraLink

    made = Camera(name, CameraLink(size))
    made.mirrored = mirrored
    return made


def camera_names() -> tuple[str, ...]:
    """The cameras that there are, the default one first."""
    from deepvis_app.sources.camera_link import camera_names

    return camera_names()


def screen(region: tuple[int, int, int, int] | None = None) -> Source:
    """The primary screen, or the part of it at (x, y, width, height) in its pixels."""
    from deepvis_app.sources.screen import Screen

    primary = QGuiApplication.primaryScreen()
    if region is None or primary is None:
        return Screen()
    size = primary.size()
    x, y, width, height = region
    return Screen((x / size.width(), y / size.height(), width / size.width(), height / size.height()))


def still(pixels: Pixels, title: str) -> Source:
    """A picture (H, W, 3) from memory."""
    return Still(pixels, title)


def _video(path: Path) -> Source:
    from deepvis_app.sources.video import Video

    _check_video(path)
    return Video(path)


def _check_video(path: Path) -> None:
    if not path.is_file():
        raise PictureError("There is no file {path}.", path=path)
    try:
        with path.open("rb") as file:
            empty = not file.read(1)
    except OSError as error:
        raise PictureError(
            "{path} cannot be read: {reason}.", path=path, reason=error.strerror or error
        ) from error
    if empty:
        raise PictureError("{path} is empty: it holds no bytes at all.", path=path)
