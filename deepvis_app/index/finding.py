"""Where pictures are: a folder and all below it, a zip file, a folder of zip files, or a text list."""

from __future__ import annotations

import os
import zipfile
import zlib
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path, PurePosixPath
from threading import Lock
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from deepvis_app.errors import PictureError
from deepvis_app.pictures.decode import SUFFIXES

MEMBER = np.dtype(
    [("offset", "i8"), ("packed", "i8"), ("size", "i8"), ("crc", "u4"), ("how", "u2"), ("flags", "u2")]
)


class Listed(NamedTuple):
    """A picture, not yet read; `size` and `stamp` differ, all but surely, when the picture does."""

    path: str
    size: int
    stamp: int


class Collection(Protocol):
    """Pictures by path, as `listed`: posix, from the root on. Several threads may read at once."""

    root: Path

    def listed(self) -> list[Listed]:
        """By path, each once. Raises PictureError where there are none, or nothing can be read."""
        ...

    def read(self, path: str) -> bytes:
        """The file as it is now. Raises PictureError, also where it has vanished."""
        ...

    def close(self) -> None: ...


def collection(root: Path) -> Collection:
    """The pictures that `root` names. Raises PictureError where it is none of the four."""
    if root.is_dir():
        return Folder(root)
    if not root.exists():
        raise PictureError("There is no {path}.", path=root)
    if zipfile.is_zipfile(root):
        return Zip(root)
    if root.suffix.lower() in (".txt", ".lst", ".list"):
        return TextList(root)
    raise PictureError("{path} is no folder, no zip file and no text list (.txt) of pictures.", path=root)


class Folder:
    """All pictures in a folder and below it; where there are none, those in its zip files."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def listed(self) -> list[Listed]:
        found = sorted(self._files())
        if not found:
            found = sorted(
                Listed(f"{name}/{one.path}", one.size, one.stamp)
                for name, part in self._zips.items()
                for one in part.listed()
            )
        if not found:
            raise PictureError("There are no pictures in {path}. Choose another folder.", path=self.root)
        return found

    def read(self, path: str) -> bytes:
        within = PurePosixPath(path)
        if within.parts[0] in self._zips and not (self.root / within.parts[0]).is_dir():
            return self._zips[within.parts[0]].read(str(PurePosixPath(*within.parts[1:])))
        return read_file(self.root / path)

    def close(self) -> None:
        for part in self._zips.values():
            part.close()

    @cached_property
    def _zips(self) -> dict[str, Zip]:
        return {path.name: Zip(path) for path in sorted(self.root.glob("*.zip")) if zipfile.is_zipfile(path)}

    def _files(self) -> Iterator[Listed]:
        def fail(error: OSError) -> None:
            if Path(error.filename) == self.root:  # a folder below that may not be read is left out
                raise PictureError(
                    "The folder {path} cannot be read: {why}.", path=self.root, why=error.strerror
                )

        for folder, folders, files in os.walk(self.root, onerror=fail):
            folders[:] = [name for name in folders if not name.startswith(".")]
            within = Path(folder).relative_to(self.root)
            for name in files:
                if is_picture_name(name):
                    path = (within / name).as_posix().encode(errors="backslashreplace").decode()
                    listed = stat(Path(folder, name), path)
                    if listed is not None:
                        yield listed


class Zip:
    """The pictures in a zip file; their stamp is the checksum that the file keeps of each."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._lock = Lock()

    def listed(self) -> list[Listed]:
        names, members = self._directory
        if not names:
            raise PictureError("There are no pictures in {path}. Choose another zip file.", path=self.root)
        return [
            Listed(name, int(one["size"]), int(one["crc"])) for name, one in zip(names, members, strict=True)
        ]

    def read(self, path: str) -> bytes:
        with self._lock:
            info = self._member(path)
            try:
                with self._archive.open(info) as member:
                    return member.read()
            except (OSError, ValueError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError) as error:
                raise PictureError(
                    "{path} in {archive} cannot be read: {why}.", path=path, archive=self.root, why=error
                ) from error

    def close(self) -> None:
        if "_archive" in vars(self):
            self._archive.close()
            del self._archive

    def _member(self, path: str) -> zipfile.ZipInfo:
        names, members = self._directory
        place = bisect_left(names, path)
        if place == len(names) or names[place] != path:
            raise PictureError("There is no {path} in {archive} any more.", path=path, archive=self.root)
        one = members[place]
        info = zipfile.ZipInfo(path)
        info.header_offset, info.CRC, info.flag_bits = int(one["offset"]), int(one["crc"]), int(one["flags"])
        info.compress_size, info.file_size = int(one["packed"]), int(one["size"])
        info.compress_type = int(one["how"])
        return info

    @cached_property
    def _directory(self) -> tuple[list[str], NDArray[np.void]]:
        """Names in order, and what is needed to read each: a ZipInfo takes ten times as much memory."""
        infos = {
            info.filename: info
            for info in self._archive.infolist()
            # __MACOSX holds the resource forks that macOS adds to every archive
            if is_picture_name(PurePosixPath(info.filename).name) and not info.filename.startswith("__MACOSX")
        }
        names = sorted(infos)
        members = np.zeros(len(names), MEMBER)
        for place, name in enumerate(names):
            one = infos[name]
            members[place] = (
                *(one.header_offset, one.compress_size, one.file_size),
                *(one.CRC, one.compress_type, one.flag_bits),
            )
        self._archive.filelist.clear()
        self._archive.NameToInfo.clear()
        return names, members

    @cached_property
    def _archive(self) -> zipfile.ZipFile:
        try:
            return zipfile.ZipFile(self.root)
        except FileNotFoundError as error:
            raise PictureError("There is no {path} any more.", path=self.root) from error
        except (OSError, zipfile.BadZipFile) as error:
            raise PictureError(
                "The zip file {path} cannot be read: {why}.", path=self.root, why=error
            ) from error


class TextList:
    """The pictures that a text file names, one a line, from the file's folder on; # begins a remark."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def listed(self) -> list[Listed]:
        try:
            lines = self.root.read_text("utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise PictureError("The list {path} cannot be read: {why}.", path=self.root, why=error) from error
        names = {line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")}
        if not names:
            raise PictureError("{path} names no picture; give one a line.", path=self.root)
        found = [stat(self.root.parent / name, name) or Listed(name, -1, -1) for name in names]
        return sorted(found)

    def read(self, path: str) -> bytes:
        return read_file(self.root.parent / path)

    def close(self) -> None:
        pass


def is_picture_name(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in SUFFIXES and not name.startswith(".")


def stat(file: Path, path: str) -> Listed | None:
    """None where it is no file, or has gone."""
    try:
        told = file.stat()
    except OSError:
        return None
    return Listed(path, told.st_size, told.st_mtime_ns) if file.is_file() else None


def read_file(file: Path) -> bytes:
    """Raises PictureError."""
    try:
        return file.read_bytes()
    except FileNotFoundError as error:
        raise PictureError("There is no file {path} any more.", path=file) from error
    except OSError as error:
        raise PictureError("{path} cannot be read: {why}.", path=file, why=error.strerror) from error
