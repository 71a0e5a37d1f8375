"""The index of the network in use: opened, asked beside the window, found again at the next start."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast
from zlib import crc32

from PySide6.QtCore import QObject, Signal, Slot

from deepvis_app.engine.messages import NetworkReady
from deepvis_app.i18n import Text, text
from deepvis_app.index.format import NAME
from deepvis_app.paths import data_dir
from deepvis_app.session.lane import Lane

if TYPE_CHECKING:
    from deepvis_app.index.reading import Index

_OPEN = "library.open"
_OPENING = text("Opening the index…")
NONE_YET = text("No index yet. One pass over a folder of pictures shows what each unit looks for.")


class Library(QObject):
    """Lives in the window's thread. `index` gives plain facts there; its methods are for `ask` alone.

    A panel shows `about` while `index` is None. When `changed` comes it asks anew; answers that are of the
    index before are not told.
    """

    changed = Signal()  # another index, or none, or more in the same
    answered = Signal(str, object)  # a name, what was asked under it
    refused = Signal(str, object)  # a name, Text: why there is no answer
    failed = Signal(object)  # Text: why an index that the user wanted cannot be used
    wanted = Signal()  # a panel's button: the user wants to make an index
    like_wanted = Signal(int)  # the user wants to see what is like that picture of the index

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.index: Index | None = None  # of the network in use
        self.about: Text = NONE_YET  # why there is none
        self._network: NetworkReady | None = None
        self._paths: dict[str, str] = {}  # by the network's fingerprint
        self._wanted: Path | None = None  # when a network is there
        self._asked_for = False  # by the user, now: a failure is told
        self._lane = Lane("library", self)
        self._lane.answered.connect(self._take)
        self._lane.refused.connect(self._refuse)

    # ---- asking --------------------------------------------------------------------------------------

    def ask(self, name: str, reading: Callable[[Index], object]) -> None:
        """Run `reading(index)` beside the window; `answered` or `refused` follows under `name`.

        What was asked under that name before is dropped. Nothing happens without an index.
        """
        index = self.index
        if index is not None:
            self._lane.ask(name, partial(reading, index))

    def drop(self, name: str) -> None:
        """Nobody waits for that answer any more."""
        self._lane.drop(name)

    # ---- which index ---------------------------------------------------------------------------------

    @property
    def path(self) -> Path | None:
        return self.index.path if self.index else None

    @property
    def has_one(self) -> bool:
        """Whether the network has one, open or to be opened, that can be left."""
        known = self._network is not None and self._network.fingerprint in self._paths
        return known or self.index is not None

    @property
    def opening(self) -> bool:
        """Whether there is none because the one of before is on its way."""
        return self.index is None and self.about is _OPENING

    def open(self, path: Path) -> None:
        """An index that the user chose; `changed` or `failed` follows."""
        self._asked_for = True
        self._open(path)

    def refresh(self, path: Path) -> None:
        """The pass over pictures has put more into the index there."""
        self._asked_for = False
        self._open(path)

    def leave(self) -> None:
        """No index any more, at the next start neither."""
        if self._network is not None:
            self._paths.pop(self._network.fingerprint, None)
        self._show(None)

    def close(self) -> None:
        """End the thread."""
        self._show(None)
        self._lane.close()

    @Slot(object)
    def take_network(self, network: NetworkReady) -> None:
        """Another network: its own index, if it has one that is still there."""
        self._network = network
        if self.index is not None and self.index.fingerprint == network.fingerprint:
            return
        self._lane.drop(_OPEN)
        self._show(None)
        wanted, self._wanted = self._wanted, None
        known = self._paths.get(network.fingerprint)
        if wanted is not None:
            self._open(wanted)
        elif known is not None and Path(known).exists():
            self.refresh(Path(known))
            self._show(None, _OPENING)

    # ---- from one start to the next --------------------------------------------------------------------

    def remembered(self) -> dict[str, str]:
        """The index of each network, as plain JSON values."""
        return dict(self._paths)

    def remember(self, saved: object) -> None:
        """Take up what `remembered` gave; what does not fit is left out."""
        pairs = saved.items() if isinstance(saved, dict) else ()
        self._paths = {key: path for key, path in pairs if isinstance(path, str)}

    # ---- inside ----------------------------------------------------------------------------------------

    def _open(self, path: Path) -> None:
        network = self._network
        if network is None:
            self._wanted = path
        else:
            self._lane.ask(_OPEN, partial(_opened, path, network.fingerprint))

    @Slot(str, object)
    def _take(self, name: str, value: object) -> None:
        if name != _OPEN:
            self.answered.emit(name, value)
        else:
            index = cast("Index", value)
            self._paths[index.fingerprint] = str(index.path)
            self._show(index)

    @Slot(str, object)
    def _refuse(self, name: str, why: Text) -> None:
        if name != _OPEN:
            self.refused.emit(name, why)
            return
        if self.index is None:
            self._show(None, why)
        if self._asked_for:
            self.failed.emit(why)

    def _show(self, index: Index | None, about: Text = NONE_YET) -> None:
        before, self.index, self.about = self.index, index, about
        for name in self._lane.names():
            if name != _OPEN:
                self._lane.drop(name)
        if before is not None:
            self._lane.run(before.close)  # after what still reads it
        self.changed.emit()


def _opened(path: Path, fingerprint: str) -> Index:
    from deepvis_app.index.reading import Index  # on the lane's thread: the window need not wait for SQLite

    return Index.open(path, fingerprint)


def default_place(pictures: Path) -> Path:
    """Where the index of these pictures is kept if nothing else is said; all networks share it."""
    whole = str(pictures.expanduser().absolute())
    name = re.sub(r"[^\w\-]+", "_", pictures.stem) or "pictures"
    return data_dir() / "indexes" / f"{name}-{crc32(whole.encode()):08x}"


def holds_index(place: Path) -> bool:
    return (place / NAME).is_file()
