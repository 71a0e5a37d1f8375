"""Picture files to (H, W, 3) uint8 arrays, upright and whole, whatever they hold.

Grey, palette, 16-bit, floating point and CMYK pictures become RGB; what is transparent becomes white (a
checker would be a pattern that the network sees). Phone pictures are turned as their EXIF says. Sides
over LONGEST pixels are shrunk to it. Every failure is a PictureError.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from deepvis_app.errors import PictureError

Pixels = NDArray[np.uint8]

SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".apng", ".gif", ".webp", ".avif", ".jp2", ".tif", ".tiff"}
    | {".bmp", ".dib", ".ico", ".tga", ".pbm", ".pgm", ".ppm", ".pnm"}
)

LONGEST = 4096
"""Longest side of a decoded picture; larger ones are shrunk."""

LARGEST = 200_000_000
"""Pixels of the largest picture that is decoded at all."""

_ANIMATED = frozenset({"GIF", "PNG", "WEBP", "AVIF"})  # other formats' frames are pages or previews
_SHORTEST_MS, _USUAL_MS = 20, 100  # browsers show frames said to last less than 20 ms for 100 ms

_opening = Lock()


def is_picture(path: Path) -> bool:
    """Whether the name ends like a picture's."""
    return path.suffix.lower() in SUFFIXES


def check(path: Path) -> None:
    """Look at the file's beginning alone. Raises PictureError where it is no picture that can be shown."""
    with _opened(path):
        pass


def decode(path: Path) -> Pixels:
    """The picture, or an animation's first frame, as (H, W, 3) uint8. Raises PictureError."""
    with _opened(path) as image:
        return _pixels(image)


def decode_bytes(data: bytes, name: str) -> Pixels:
    """The same of what a file holds, called `name` where it cannot be read."""
    with _opened(Path(name), data) as image:
        return _pixels(image)


def frames(path: Path) -> Iterator[tuple[Pixels, int]]:
    """Each frame of an animation and the milliseconds it stays; a still picture once, with 0.

    Raises PictureError, at a frame that cannot be read after those before it were given.
    """
    with _opened(path) as image:
        count = getattr(image, "n_frames", 1) if image.format in _ANIMATED else 1
        if count == 1:
            yield _pixels(image), 0
            return
        # An animated PNG may carry a picture for programs that know no animation: it is no frame.
        for index in range(1 if getattr(image, "default_image", False) else 0, count):
            image.seek(index)
            image.load()  # only then does a WebP file tell how long the frame stays
            milliseconds = int(image.info.get("duration") or 0)
            yield _pixels(image), milliseconds if milliseconds >= _SHORTEST_MS else _USUAL_MS


def info(path: Path) -> dict[Any, Any]:
    """What the file says of itself besides its pixels, as Pillow tells it. Raises PictureError."""
    with _opened(path) as image:
        image.load()  # a PNG's text may stand behind its pixels
        return dict(image.info)


@contextmanager
def _opened(path: Path, data: bytes | None = None) -> Iterator[Image.Image]:
    """The opened file, or `data` in its place; whatever goes wrong inside becomes a PictureError."""
    try:
        with _open(path, data) as image:
            yield image
    except PictureError:
        raise
    except FileNotFoundError as error:
        raise PictureError("There is no file {path}.", path=path) from error
    except IsADirectoryError as error:
        raise PictureError("{path} is a folder, not a picture.", path=path) from error
    except PermissionError as error:
        raise PictureError("{path} may not be read: its permissions forbid it.", path=path) from error
    except UnidentifiedImageError as error:
        raise PictureError(
            "{path} is not a picture that DeepVis can read; PNG, JPEG, GIF, WebP and TIFF are.", path=path
        ) from error
    except MemoryError as error:
        raise PictureError("{path} is too large for the memory that is left.", path=path) from error
    except Exception as error:  # Pillow's parsers raise whatever a damaged file makes them trip over
        raise PictureError(
            "{path} is damaged and cannot be shown. Copy or save it again.", path=path
        ) from error


def _open(path: Path, data: bytes | None) -> Image.Image:
    """LARGEST rules here, not Pillow's own limit, which is a setting of the whole process."""
    if data is None and path.is_dir():  # on Windows opening a folder is a PermissionError
        raise IsADirectoryError
    if data == b"" or (data is None and path.exists() and path.stat().st_size == 0):
        raise PictureError("{path} is empty: it holds no bytes at all.", path=path)
    with _opening:
        before, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None
        try:
            image = Image.open(path if data is None else io.BytesIO(data))
        finally:
            Image.MAX_IMAGE_PIXELS = before
    if image.width * image.height > LARGEST:
        image.close()
        raise PictureError(
            "{path} has {millions} million pixels; DeepVis shows up to {most}. Shrink it first.",
            path=path,
            millions=round(image.width * image.height / 1e6),
            most=LARGEST // 1_000_000,
        )
    return image


def _pixels(image: Image.Image) -> Pixels:
    # A JPEG decodes straight to an eighth, a quarter or a half of its size.
    if max(image.size) > LONGEST:
        image.draft(None, (LONGEST, LONGEST))
    plain = _eight_bits(image)
    if max(plain.size) > LONGEST:
        plain.thumbnail((LONGEST, LONGEST), Image.Resampling.BOX)
    upright = ImageOps.exif_transpose(plain)
    return np.asarray(_on_white(upright))


def _eight_bits(image: Image.Image) -> Image.Image:
    """A copy in a mode of 8 bits a channel: RGB, RGBA, L or LA; EXIF stays."""
    if image.mode.startswith(("I", "F")):
        grey = Image.fromarray(_levels(np.asarray(image)))
        grey.info = dict(image.info)
        return grey
    if image.mode in ("P", "PA") or "transparency" in image.info:
        return image.convert("RGBA")
    if image.mode in ("RGB", "RGBA", "L", "LA"):
        image.load()
        return image.copy()
    return image.convert("RGB")


def _levels(values: NDArray[Any]) -> Pixels:
    """Deep grey values to 0..255: by the range of 16 bits, or of floats from 0 to 1, or else by their own."""
    deep = np.nan_to_num(values.astype(np.float32), posinf=0.0, neginf=0.0)
    low, high = float(deep.min()), float(deep.max())
    if values.dtype.kind == "f":
        within = low >= 0 and high <= 1
        low, high = (0.0, 1.0) if within else (low, high)
    elif low >= 0 and high <= 0xFFFF:
        low, high = 0.0, float(0xFFFF)
    scaled = (deep - low) * (255 / max(high - low, 1e-12))
    levels: Pixels = np.rint(scaled).astype(np.uint8)
    return levels


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode in ("RGBA", "LA"):
        with_alpha = image.convert("RGBA")
        white = Image.new("RGBA", image.size, (255, 255, 255, 255))
        return Image.alpha_composite(white, with_alpha).convert("RGB")
    return image.convert("RGB")
