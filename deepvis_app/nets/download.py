"""Fetching a file of weights once: with progress, resumed where it broke off, checked, all or nothing."""

from __future__ import annotations

import hashlib
import http.client
import io
import math
import os
import re
import shutil
import socket
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from deepvis_app.errors import DownloadCancelled, DownloadError
from deepvis_app.i18n import Text, text

BASE = "https://download.pytorch.org/models"
MIRROR = "DEEPVIS_WEIGHTS_URL"
"""The environment variable that names another place for what lies under BASE."""

CHUNK = 1 << 16
SILENCE = 10.0  # seconds without a byte after which a connection counts as broken
TOLD_EVERY = 0.1  # seconds
ATTEMPTS = 4  # connections in a row that bring nothing
FIRST_PAUSE = 0.3  # seconds before the next of them; twice as long before each after it

PART = ".part"  # what is added to the name of a file that has not all come

_taking = Lock()
_locks: dict[Path, Lock] = {}

Progress = Callable[[float | None, Text], None]


class _Promises(urllib.request.HTTPRedirectHandler):
    """Hears from a hub that sends us on which file to expect there."""

    def __init__(self, download: _Download) -> None:
        self._download = download

    def redirect_request(
        self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        named = headers.get("X-Linked-ETag", "").strip('"')
        if re.fullmatch(r"[0-9a-f]{64}", named):
            self._download.promised = named
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class _WrongHashError(Exception):
    """What was fetched is not what its name promises."""


@dataclass
class _Download:
    """One file on its way; `part` holds what has come, also when the application ends before the rest."""

    url: str
    part: Path
    name: str
    progress: Progress | None
    cancelled: Callable[[], bool] | None
    promised: str = ""  # the first digits of its SHA-256
    total: int | None = None
    told: float = -math.inf

    @property
    def have(self) -> int:
        return self.part.stat().st_size if self.part.exists() else 0

    def stop_if_cancelled(self) -> None:
        if self.cancelled and self.cancelled():
            raise DownloadCancelled(
                "The download of {name} was cancelled; it can be resumed.", name=self.name
            )

    def tell(self, have: int) -> None:
        now = time.monotonic()
        if self.progress and (now - self.told >= TOLD_EVERY or have == self.total):
            self.told = now
            megabytes = text("Downloading {name}: {have:.1f} MB", name=self.name, have=have / 2**20)
            self.progress(have / self.total if self.total else None, megabytes)


def fetch(
    url: str,
    folder: Path,
    name: str,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    file: str | None = None,
) -> Path:
    """The file of `url` in `folder`, fetched unless it is there; `name` is what messages call it.

    `file`: its name there, where that is not the last part of `url`. A hash in that name (as in
    resnet18-f37072fd.pth: the first digits of its SHA-256) is checked, or the one that a hub's answer names.
    Who wants a file that another thread is fetching waits for it.

    Raises DownloadError in one sentence: not reachable, refused, damaged, no room; DownloadCancelled.
    """
    target = folder / (file or url.rpartition("/")[2])
    part = target.with_name(target.name + PART)
    download = _Download(_mirrored(url), part, name, progress, cancelled, _promised_hash(target.name))
    with _alone(download):
        if not target.exists():
            _fetch(download, target)
    return target


@contextmanager
def _alone(download: _Download) -> Iterator[None]:
    """With no other thread at the same file."""
    with _taking:
        lock = _locks.setdefault(download.part, Lock())
    while not lock.acquire(timeout=0.05):
        download.stop_if_cancelled()
    try:
        yield
    finally:
        lock.release()


def _fetch(download: _Download, target: Path) -> None:
    name = download.name
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _checked(download)
        download.part.replace(target)
    except urllib.error.HTTPError as error:
        raise DownloadError(
            "{name} could not be downloaded: {host} answered {code} ({why}) for {url}.",
            name=name,
            host=error.url.split("/")[2],
            code=error.code,
            why=error.reason,
            url=download.url,
        ) from error
    except _WrongHashError as error:
        raise DownloadError(
            "{name} was downloaded from {url}, but is not the file that it should be; it was not kept.",
            name=name,
            url=download.url,
        ) from error
    except OSError as error:
        raise _not_written(download, error) from error


def _not_written(download: _Download, error: OSError) -> DownloadError:
    return DownloadError(
        "{name} could not be written to {folder}: {why}. Make room or set DEEPVIS_HOME to another folder.",
        name=download.name,
        folder=download.part.parent,
        why=error.strerror or error,
    )


def _mirrored(url: str) -> str:
    mirror = os.environ.get(MIRROR)
    if mirror and not mirror.startswith(("http://", "https://")):
        raise DownloadError(
            "{variable} is {value}; it should be an http or https address.", variable=MIRROR, value=mirror
        )
    return url.replace(BASE, mirror.rstrip("/"), 1) if mirror else url


def _promised_hash(file: str) -> str:
    match = re.search(r"-([0-9a-f]{8,})\.", file)
    return match[1] if match else ""


def _checked(download: _Download) -> None:
    """Fetch, and fetch anew if what a broken download left behind does not belong to the rest."""
    for _ in range(2):
        _whole(download)
        with download.part.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest().startswith(download.promised):
                return
        download.part.unlink()
    raise _WrongHashError


def _whole(download: _Download) -> None:
    """Fetch until all is there, over as many connections as it takes while each brings something."""
    fruitless = 0
    why: Exception | None = None
    while fruitless < ATTEMPTS:
        before = download.have
        try:
            if _over_one_connection(download):
                return
        except urllib.error.HTTPError as error:
            if error.code < 500 and error.code != 429:
                raise
            why = error
        except (OSError, http.client.HTTPException) as error:
            why = error
        fruitless = 0 if download.have > before else fruitless + 1
        if fruitless < ATTEMPTS:
            _pause(download, FIRST_PAUSE * 2 ** max(0, fruitless - 1))
    if isinstance(why, urllib.error.HTTPError):
        raise why
    reason = why.reason if isinstance(why, urllib.error.URLError) else why
    if isinstance(reason, socket.gaierror):
        raise DownloadError(
            "This computer seems to be offline: {host} cannot be found, so {name} was not downloaded. What "
            "has come so far is kept.",
            host=urllib.parse.urlsplit(download.url).hostname,
            name=download.name,
        ) from why
    raise DownloadError(
        "{name} could not be downloaded from {url}: {why}. Check the connection and try again; what has come "
        "so far is kept."
        if download.have
        else "{name} could not be downloaded from {url}: {why}. Check the connection and try again.",
        name=download.name,
        url=download.url,
        why=getattr(reason, "strerror", None) or reason or "the connection breaks",
    ) from why


def _over_one_connection(download: _Download) -> bool:
    """Append what one request brings; True when the file is whole."""
    download.stop_if_cancelled()
    have = download.have
    request = urllib.request.Request(download.url, headers={"User-Agent": "DeepVis"})
    if have:
        request.add_header("Range", f"bytes={have}-")
    try:
        response = urllib.request.build_opener(_Promises(download)).open(request, timeout=SILENCE)
    except urllib.error.HTTPError as error:
        with error:
            if error.code == 416 and error.headers.get("Content-Range") == f"bytes */{have}":
                return True
            if error.code == 416:  # more than the file has: not its beginning
                download.part.unlink()
                return False
        raise
    with response:
        if not _continues(response, have):
            have = 0
        length = response.headers.get("Content-Length")
        download.total = have + int(length) if length else None
        _make_sure_of_room(download, have)
        have = _take(download, response, have)
    return download.total is None or have >= download.total


def _take(download: _Download, response: http.client.HTTPResponse, have: int) -> int:
    """Append to the part, of which the first `have` bytes are good; how many there are then."""
    try:
        file = download.part.open("ab" if have else "wb", buffering=0)
    except OSError as error:
        raise _not_written(download, error) from error
    with file:
        while block := response.read1(CHUNK):
            try:
                _write(file, block)
            except OSError as error:
                raise _not_written(download, error) from error
            have += len(block)
            download.tell(have)
            download.stop_if_cancelled()
    return have


def _write(file: io.FileIO, block: bytes) -> None:
    """All of `block`: a raw file, which shall not try again on closing, may take less at a time."""
    rest = memoryview(block)
    while rest:
        rest = rest[file.write(rest) :]


def _continues(response: http.client.HTTPResponse, have: int) -> bool:
    """Whether the server sends the rest, rather than all from the beginning."""
    starts = response.headers.get("Content-Range", "").startswith(f"bytes {have}-")
    return have > 0 and response.status == http.client.PARTIAL_CONTENT and starts


def _make_sure_of_room(download: _Download, have: int) -> None:
    missing = (download.total or 0) - have
    free = shutil.disk_usage(download.part.parent).free + (0 if have else download.have)
    if missing > free:
        raise DownloadError(
            "There is no room for {name} in {folder}: {missing:.0f} MB are missing, {free:.0f} MB are free.",
            name=download.name,
            folder=download.part.parent,
            missing=missing / 2**20,
            free=free / 2**20,
        )


def _pause(download: _Download, seconds: float) -> None:
    """Wait before the next attempt, yet hear a cancel."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        download.stop_if_cancelled()
        time.sleep(0.05)
