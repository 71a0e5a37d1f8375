"""Writing pictures with what made them, reading that back, and bringing pictures to a size."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO, cast
from uuid import uuid4

import numpy as np
from numpy.typing import NDArray
from PIL import Image, PngImagePlugin

from deepvis_app import __version__
from deepvis_app.errors import RunError
from deepvis_app.pictures import decode

Pixels = NDArray[np.uint8]

KEY = "deepvis"
"""The PNG text chunk that holds what made a picture, as JSON."""


def save_png(path: Path, pixels: Pixels, about: Mapping[str, object] | None = None) -> None:
    """Write `pixels` (H, W), (H, W, 3), or (H, W, 4) with opacity, and what they are of inside.

    `about`: network, layer, unit, method, params ...; the version of DeepVis is added. The file appears
    whole or not at all. Raises RunError.
    """
    chunks = PngImagePlugin.PngInfo()
    chunks.add_text(KEY, json.dumps({**(about or {}), "version": __version__}, default=str))
    image = Image.fromarray(np.ascontiguousarray(pixels))
    with whole_file(path) as file:
        image.save(file, "PNG", pnginfo=chunks)


def save_jpeg(path: Path, pixels: Pixels, about: Mapping[str, object], quality: int = 87) -> None:
    """Write `pixels` (H, W, 3), small rather than exact, each colour at its full size. Raises RunError."""
    comment = json.dumps({KEY: {**about, "version": __version__}}, default=str).encode()
    image = Image.fromarray(np.ascontiguousarray(pixels))
    with whole_file(path) as file:
        image.save(file, "JPEG", quality=quality, subsampling=0, comment=comment)


def read_about(path: Path) -> dict[str, Any] | None:
    """What made a picture that DeepVis wrote; None in any other picture. Raises PictureError."""
    info = decode.info(path)
    written = info.get(KEY, info.get("comment"))
    if not isinstance(written, str | bytes):
        return None
    try:
        about = json.loads(written)
    except (json.JSONDecodeError, UnicodeDecodeError):
        return None
    if KEY not in info:
        about = about.get(KEY) if isinstance(about, dict) else None
    return cast("dict[str, Any] | None", about)


def save_npy(path: Path, values: NDArray[Any]) -> None:
    """Write an array as .npy; the file appears whole or not at all. Raises RunError."""
    data = io.BytesIO()  # numpy's own writing to a file does not notice that the disk is full
    np.save(data, values, allow_pickle=False)
    with whole_file(path) as file:
        file.write(data.getbuffer())


def save_copy(path: Path, source: Path) -> None:
    """`source` once more as `path`, which appears whole or not at all. Raises RunError."""
    with whole_file(path) as file, source.open("rb") as made:
        shutil.copyfileobj(made, file)


def fit(width: int, height: int, into_width: int, into_height: int) -> tuple[int, int]:
    """(width, height) of a picture enlarged or shrunk to fit a frame, its aspect ratio kept."""
    factor = min(into_width / max(width, 1), into_height / max(height, 1))
    return max(1, round(width * factor)), max(1, round(height * factor))


def resize(pixels: Pixels, width: int, height: int, *, honest: bool = False) -> Pixels:
    """(H, W) or (H, W, 3) at another size: averaged where it shrinks, smooth where it grows.

    With `honest`, growing repeats pixels instead, so that each value stays seen as it is.
    """
    old_height, old_width = pixels.shape[:2]
    if (old_width, old_height) == (width, height):
        return pixels
    if width <= old_width and height <= old_height:
        how = Image.Resampling.BOX
    else:
        how = Image.Resampling.NEAREST if honest else Image.Resampling.BILINEAR
    resized = Image.fromarray(np.ascontiguousarray(pixels)).resize((width, height), how)
    return np.asarray(resized)


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file written beside its place and then moved there; OSError becomes a RunError."""
    part = path.with_name(f".deepvis-{uuid4().hex[:12]}.part")
    try:
        with part.open("xb") as file:
            yield file
        part.replace(path)
    except OSError as error:
        raise RunError(
            "{path} could not be written: {reason}. Choose another folder or make room.",
            path=path,
            reason=error.strerror or error,
        ) from error
    finally:
        with suppress(OSError):  # gone already, or in a folder that cannot be reached
            part.unlink()
