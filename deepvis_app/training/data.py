"""Pictures to learn from, held in memory as square uint8 arrays: zip shards or a folder of class folders."""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from deepvis_app.errors import InputError

SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".webp", ".gif", ".tif", ".tiff"})

Read = Callable[[], bytes]


@dataclass(frozen=True)
class PictureSet:
    """`pixels` (N, S, S, 3) uint8, `classes` (N,) indices into `names`; `broken` could not be read."""

    pixels: NDArray[np.uint8]
    classes: NDArray[np.int64]
    names: tuple[str, ...]
    broken: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.classes)


def load(paths: Sequence[Path], size: int, names: Sequence[str] | None = None) -> PictureSet:
    """Read all pictures below `paths`, cropped to centred squares of `size` pixels.

    A picture's class is the folder that holds it. `classes.tsv` beside the first path (index, folder,
    words) gives classes their words and their order; otherwise they are the sorted folder names.
    With `names`, classes are matched to these and no others are allowed.

    Raises InputError where there is nothing to read, or a class without pictures.
    """
    entries = sorted(_entries(paths), key=lambda entry: (entry[0], entry[1]))
    by_class: dict[str, list[tuple[str, Read]]] = defaultdict(list)
    for folder, name, read in entries:
        by_class[folder].append((name, read))
    if not by_class:
        raise InputError("There are no pictures in folders in {path}.", path=", ".join(map(str, paths)))
    words = class_words(paths[0], sorted(by_class))
    order = list(names) if names is not None else list(words.values())
    pixels: list[NDArray[np.uint8]] = []
    classes: list[int] = []
    broken: list[str] = []
    for folder, pictures in by_class.items():
        if words[folder] not in order:
            raise InputError("The class {name} is not one that the network learns.", name=words[folder])
        index = order.index(words[folder])
        good = 0
        for name, read in pictures:
            try:
                pixels.append(_square(read(), size))
            except (OSError, UnidentifiedImageError, ValueError, Image.DecompressionBombError):
                broken.append(f"{folder}/{name}")
                continue
            classes.append(index)
            good += 1
        if not good:
            raise InputError(
                "The class {name} has no picture that can be read; add some or remove its folder.",
                name=folder,
            )
    return PictureSet(np.stack(pixels), np.array(classes), tuple(order), tuple(broken))


def class_words(near: Path, folders: Sequence[str]) -> dict[str, str]:
    """Folder name -> the plain words of its class, in class order."""
    table = (near if near.is_dir() else near.parent) / "classes.tsv"
    if not table.exists():
        return {folder: folder for folder in folders}
    rows = [line.split("\t") for line in table.read_text("utf-8").splitlines() if line.strip()]
    first = {folder: words.split(",")[0].strip() for _, folder, words in rows}
    words = {folder: first[folder] for folder in first if folder in set(folders)}
    taken = defaultdict(list)
    for folder, word in words.items():
        taken[word].append(folder)
    full = {folder: text.strip() for _, folder, text in rows}
    return {f: (w if len(taken[w]) == 1 else full[f]) for f, w in words.items()} | {
        folder: folder for folder in folders if folder not in words
    }


def split(pictures: PictureSet, every: int) -> tuple[PictureSet, PictureSet]:
    """Hold out each `every`-th picture of each class: (to learn from, held out)."""
    held = np.zeros(len(pictures), dtype=bool)
    for index in range(len(pictures.names)):
        of_class = np.flatnonzero(pictures.classes == index)
        held[of_class[every - 1 :: every]] = True
    return _subset(pictures, ~held), _subset(pictures, held)


def _subset(pictures: PictureSet, chosen: NDArray[np.bool_]) -> PictureSet:
    return PictureSet(pictures.pixels[chosen], pictures.classes[chosen], pictures.names)


def _entries(paths: Sequence[Path]) -> Iterator[tuple[str, str, Read]]:
    for path in paths:
        if path.is_dir():
            archives = sorted(path.glob("*.zip"))
            if archives:
                yield from _entries(archives)
                continue
            yield from _folder_entries(path)
        elif zipfile.is_zipfile(path):
            yield from _zip_entries(path)
        else:
            raise InputError("{path} is neither a zip file nor a folder of class folders.", path=path)


def _folder_entries(path: Path) -> Iterator[tuple[str, str, Read]]:
    for folder in sorted(p for p in path.iterdir() if p.is_dir()):
        files = [file for file in sorted(folder.rglob("*")) if file.suffix.lower() in SUFFIXES]
        if not files:
            raise InputError("The class folder {path} is empty; add pictures or remove it.", path=folder)
        for file in files:
            yield folder.name, file.name, file.read_bytes


def _zip_entries(path: Path) -> Iterator[tuple[str, str, Read]]:
    archive = zipfile.ZipFile(path)

    def reader(name: str) -> Read:
        return lambda: archive.read(name)

    for name in archive.namelist():
        place = Path(name)
        if place.suffix.lower() in SUFFIXES:
            yield place.parent.name, place.name, reader(name)


def _square(data: bytes, size: int) -> NDArray[np.uint8]:
    with Image.open(io.BytesIO(data)) as picture:
        upright = ImageOps.exif_transpose(picture).convert("RGB")
    if upright.size != (size, size):
        upright = ImageOps.fit(upright, (size, size), Image.Resampling.BICUBIC)
    return np.asarray(upright)
