"""Pictures to learn from, held in memory as square uint8 arrays: zip shards or a folder of class folders."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from deepvis_app.errors import InputError

SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".webp", ".gif", ".tif", ".tiff"})

Read = Callable[[], bytes]
Told = Callable[[int, int], None]  # pictures read, pictures in all

# What Pillow and zipfile raise for a file that is not what its name says, or is cut off.
_BROKEN = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    struct.error,
    zlib.error,
    zipfile.BadZipFile,
    Image.DecompressionBombError,
)


@dataclass(frozen=True)
class PictureSet:
    """`pixels` (N, S, S, 3) uint8, `classes` (N,) indices into `names`.

    `broken`: the pictures that could not be read. `words`: class folder -> its name in `names`.
    """

    pixels: NDArray[np.uint8]
    classes: NDArray[np.int64]
    names: tuple[str, ...]
    broken: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.classes)

    def first(self, count: int) -> PictureSet:
        return PictureSet(self.pixels[:count], self.classes[:count], self.names, words=self.words)

    def some(self, count: int) -> PictureSet:
        """So many, or all, at random: the same ones each time."""
        chosen = np.random.default_rng(0).permutation(len(self))[:count]
        return _subset(self, chosen)

    def fingerprint(self) -> int:
        """A number that differs, all but surely, where pictures or classes differ."""
        return zlib.crc32(np.ascontiguousarray(self.pixels).data, zlib.crc32(self.classes.data))


@dataclass(frozen=True)
class Entry:
    """A picture file; `folder` is that of its class, "" for one that lies in none."""

    folder: str
    name: str
    read: Read


def load(
    paths: Sequence[Path],
    size: int,
    names: Sequence[str] | None = None,
    words: Mapping[str, str] | None = None,
    told: Told | None = None,
    only: Collection[str] | None = None,
) -> PictureSet:
    """Read all pictures below `paths`, cropped to centred squares of `size` pixels.

    A picture's class is the folder that holds it. `classes.tsv` beside the first path (index, folder,
    words) gives classes their words and their order; otherwise they are the sorted folder names.
    With `names` (and `words`, of the set that these came from), classes are matched to these and no
    others are allowed. With `only`, pictures of other classes are left out.

    Raises InputError where there is nothing to read, or a class without pictures.
    """
    found = (entry for entry in entries_in(paths) if entry.folder)
    entries = sorted(found, key=lambda entry: (entry.folder, entry.name))
    if not entries:
        raise InputError("There are no pictures in class folders in {path}.", path=_listed(paths))
    folders = sorted({entry.folder for entry in entries})
    words = dict(class_words(paths[0], folders), **(words or {}))
    if only is not None:
        entries = [entry for entry in entries if words[entry.folder] in only]
        folders = [folder for folder in folders if words[folder] in only]
    order = tuple(words[folder] for folder in words if folder in set(folders)) if names is None else names
    for folder in folders:
        if words[folder] not in order:
            raise InputError(
                "The class {name} in {path} is not one of those that are learnt.",
                name=words[folder],
                path=_listed(paths),
            )
    pixels, kept, broken = _decode(entries, size, told)
    empty = sorted(set(folders) - {entry.folder for entry in kept})
    if empty:
        raise InputError(
            "The class {name} has no picture that can be read; add some or remove its folder.", name=empty[0]
        )
    index = {word: number for number, word in enumerate(order)}
    classes = np.array([index[words[entry.folder]] for entry in kept], dtype=np.int64)
    return PictureSet(pixels, classes, tuple(order), broken, {f: words[f] for f in folders})


def photographs(paths: Sequence[Path], size: int, told: Told | None = None) -> PictureSet:
    """All pictures in folders, at any depth, and zip files, whatever they show, in squares of `size` pixels.

    Raises InputError where there is none that can be read.
    """
    entries = [entry for path in paths for entry in _any_entries(path)]
    pixels, kept, broken = _decode(entries, size, told)
    if not kept:
        raise InputError(
            "There are no photographs that can be read in {path}; add some.", path=_listed(paths)
        )
    return PictureSet(pixels, np.zeros(len(kept), np.int64), ("photographs",), broken)


def class_words(near: Path, folders: Sequence[str]) -> dict[str, str]:
    """Folder name -> the plain words of its class, in class order. Raises InputError."""
    table = (near if near.is_dir() else near.parent) / "classes.tsv"
    if not table.exists():
        return {folder: folder for folder in folders}
    rows = [line.split("\t") for line in table.read_text("utf-8").splitlines() if line.strip()]
    if any(len(row) != 3 for row in rows):
        raise InputError("{path} must have three columns: index, folder, words.", path=table)
    present = set(folders)
    full = {folder: words.strip() for _, folder, words in rows if folder in present}
    first = {folder: words.split(",")[0].strip() for folder, words in full.items()}
    shared = {word for word, count in Counter(first.values()).items() if count > 1}
    words = {folder: full[folder] if word in shared else word for folder, word in first.items()}
    return words | {folder: folder for folder in folders if folder not in words}


def split(pictures: PictureSet, every: int) -> tuple[PictureSet, PictureSet]:
    """Hold out each `every`-th picture of each class: (to learn from, held out).

    A class of fewer pictures gives its last, unless that is its only one.
    """
    held = np.zeros(len(pictures), dtype=bool)
    for index in range(len(pictures.names)):
        of_class = np.flatnonzero(pictures.classes == index)
        held[of_class[every - 1 :: every] if len(of_class) >= every else of_class[1:][-1:]] = True
    return _subset(pictures, ~held), _subset(pictures, held)


def _subset(pictures: PictureSet, chosen: NDArray[np.bool_ | np.int64]) -> PictureSet:
    return PictureSet(pictures.pixels[chosen], pictures.classes[chosen], pictures.names, words=pictures.words)


def _decode(
    entries: Sequence[Entry], size: int, told: Told | None
) -> tuple[NDArray[np.uint8], list[Entry], tuple[str, ...]]:
    """The pixels of those that can be read, these entries, and the names of the others."""
    pixels = np.empty((len(entries), size, size, 3), np.uint8)
    kept: list[Entry] = []
    broken: list[str] = []
    for number, entry in enumerate(entries, 1):
        try:
            pixels[len(kept)] = _square(entry.read(), size)
            kept.append(entry)
        except _BROKEN:
            broken.append(f"{entry.folder}/{entry.name}")
        if told and (number % 500 == 0 or number == len(entries)):
            told(number, len(entries))
    return pixels[: len(kept)], kept, tuple(broken)


def parts(path: Path) -> list[Path]:
    """The zip files in a folder that holds some; else `path` itself."""
    return (sorted(path.glob("*.zip")) if path.is_dir() else []) or [path]


def entries_in(paths: Sequence[Path]) -> Iterator[Entry]:
    """All picture files below `paths`, unread. Raises InputError."""
    for path in [part for given in paths for part in parts(given)]:
        if path.is_dir():
            yield from _folder_entries(path)
        elif path.is_file() and zipfile.is_zipfile(path):
            yield from _zip_entries(path)
        elif path.exists():
            raise InputError("{path} is neither a zip file nor a folder of class folders.", path=path)
        else:
            raise InputError("There is no {path}.", path=path)


def _any_entries(path: Path) -> Iterator[Entry]:
    """Raises InputError."""
    if not path.is_dir():
        yield from entries_in([path])
        return
    for file in sorted(file for file in path.rglob("*") if _is_picture(file.name)):
        yield Entry(path.name, file.relative_to(path).as_posix(), file.read_bytes)


def _folder_entries(path: Path) -> Iterator[Entry]:
    for folder in sorted(p for p in path.iterdir() if p.is_dir() and not p.name.startswith(".")):
        files = [file for file in sorted(folder.rglob("*")) if _is_picture(file.name)]
        if not files:
            raise InputError("The class folder {path} is empty; add pictures or remove it.", path=folder)
        for file in files:
            yield Entry(folder.name, file.relative_to(folder).as_posix(), file.read_bytes)


def _zip_entries(path: Path) -> Iterator[Entry]:
    archive = zipfile.ZipFile(path)

    def reader(name: str) -> Read:
        return lambda: archive.read(name)

    for name in archive.namelist():
        place = PurePosixPath(name)
        # __MACOSX holds the resource forks that macOS adds to every archive.
        if _is_picture(place.name) and "__MACOSX" not in place.parts:
            yield Entry(place.parent.name, place.name, reader(name))


def _is_picture(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in SUFFIXES and not name.startswith(".")


def _square(data: bytes, size: int) -> NDArray[np.uint8]:
    with Image.open(io.BytesIO(data)) as picture:
        upright = ImageOps.exif_transpose(picture).convert("RGB")
    if upright.size != (size, size):
        upright = ImageOps.fit(upright, (size, size), Image.Resampling.BICUBIC)
    return np.asarray(upright)


def _listed(paths: Sequence[Path]) -> str:
    return ", ".join(map(str, paths))
