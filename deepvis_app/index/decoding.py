"""Reading pictures ahead of the network, in threads of their own."""

from __future__ import annotations

import io
import os
import zlib
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
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
MOST = 8  # threads


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
    input: Tensor | None = None
    pixels: NDArray[np.float16] | None = None
    thumbnail: bytes | None = None


class Reader:
    """Gives pictures in the order in which they are asked for, `ahead` of them read before they are."""

    def __init__(
        self, pictures: Sequence[tuple[int, str]], collection: Collection, how: Preprocessing, ahead: int
    ) -> None:
        threads = max(1, min(MOST, (os.cpu_count() or 1) // 2))
        self._pool = ThreadPoolExecutor(threads, "deepvis-reading")
        self._collection, self._how = collection, how
        self._left = iter(pictures)
        self._futures: deque[Future[Read]] = deque()
        for _ in range(ahead + threads):
            self._ask()

    def __iter__(self) -> Iterator[Read]:
        while self._futures:
            read = self._futures.popleft().result()
            self._ask()
            yield read

    def close(self) -> None:
        self._pool.shutdown(cancel_futures=True)

    def _ask(self) -> None:
        following = next(self._left, None)
        if following is not None:
            self._futures.append(self._pool.submit(read, *following, self._collection, self._how))


def read(picture: int, path: str, collection: Collection, how: Preprocessing) -> Read:
    """The picture `path` of the collection, ready for the network."""
    crc = None
    try:
        data = collection.read(path)
        crc = zlib.crc32(data)
        pixels = decode_bytes(data, path)
    except PictureError as error:
        return Read(picture, crc, str(error))
    image = Image.fromarray(pixels)
    small = image.resize((SIDE, SIDE), Image.Resampling.BOX)
    return Read(
        picture,
        crc,
        width=image.width,
        height=image.height,
        input=to_tensor(image, how),
        pixels=(np.asarray(small, np.float32) / 255).astype(np.float16).reshape(-1),
        thumbnail=thumbnail(pixels, data),
    )


def thumbnail(pixels: Pixels, data: bytes) -> bytes:
    """A JPEG file of at most THUMBNAIL pixels a side, or `data` itself where the picture is that small."""
    image = Image.fromarray(pixels)
    if len(data) <= SMALL and max(image.size) <= THUMBNAIL:
        return data
    size = fit(*image.size, THUMBNAIL, THUMBNAIL) if max(image.size) > THUMBNAIL else image.size
    file = io.BytesIO()
    image.resize(size, Image.Resampling.BOX).save(file, "JPEG", quality=QUALITY)
    return file.getvalue()
