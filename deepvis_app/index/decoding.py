"""A picture's file into what the network takes and what the index keeps of it."""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from deepvis_app.errors import PictureError
from deepvis_app.index.finding import Collection
from deepvis_app.index.format import SIDE, THUMBNAIL
from deepvis_app.nets.preprocess import to_tensor
from deepvis_app.pictures.decode import Pixels, decode_bytes
from deepvis_app.pictures.preprocessing import Preprocessing
from deepvis_app.pictures.saving import fit

SMALL = 4096  # bytes; a small picture of so few is its own thumbnail
QUALITY = 88


@dataclass(frozen=True)
class Read:
    """A picture as its file is now. `crc`: None where it could not even be read. `broken`: why it cannot be
    shown; all else is None then.
    """

    picture: int
    crc: int | None
    broken: str | None = None
    width: int = 0
    height: int = 0
    pixels: NDArray[np.float16] | None = None
    thumbnail: bytes | None = None


def read(picture: int, path: str, collection: Collection, how: Preprocessing) -> tuple[Read, Tensor | None]:
    """The picture `path` of the collection, and the network's input (1, C, H, W) unless it is broken."""
    crc = None
    try:
        data = collection.read(path)
        crc = zlib.crc32(data)
        pixels = decode_bytes(data, path)
    except PictureError as error:
        return Read(picture, crc, str(error)), None
    image = Image.fromarray(pixels)
    small = np.asarray(image.resize((SIDE, SIDE), Image.Resampling.BOX), np.float32) / 255
    kept = Read(
        picture,
        crc,
        width=image.width,
        height=image.height,
        pixels=small.astype(np.float16).reshape(-1),
        thumbnail=thumbnail(pixels, data),
    )
    return kept, to_tensor(image, how)


def thumbnail(pixels: Pixels, data: bytes) -> bytes:
    """A JPEG file of at most THUMBNAIL pixels a side, or `data` itself where the picture is that small."""
    image = Image.fromarray(pixels)
    if len(data) <= SMALL and max(image.size) <= THUMBNAIL:
        return data
    size = fit(*image.size, THUMBNAIL, THUMBNAIL) if max(image.size) > THUMBNAIL else image.size
    file = io.BytesIO()
    image.resize(size, Image.Resampling.BOX).save(file, "JPEG", quality=QUALITY)
    return file.getvalue()
