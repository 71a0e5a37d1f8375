"""Loading a network's file anew when a training has written it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from deepvis_app.engine.messages import Failure, NetworkReady
from deepvis_app.i18n import text
from deepvis_app.pictures.preprocessing import Preprocessing

if TYPE_CHECKING:
    from deepvis_app.session.session import Session

SETTLE_MS = 600  # in which a file must have stayed as it is: who writes it may not be done
State = tuple[int, int]  # when it was written, in nanoseconds, and its size


class Watching(QObject):
    """While it is `on`, the file of the present network is looked after; layer and unit stay chosen.

    A file that cannot be read changes nothing: it may be half written, and is tried again when it changes.
    """

    changed = Signal()
    reloaded = Signal(object)  # Path

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.on = False
        self._session = session
        self._files: QFileSystemWatcher | None = None  # only while files are watched: it keeps a socket open
        self._settling = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settling.timeout.connect(self._settled)
        self._loaded: State | None = None
        self._seen: State | None = None
        self._reloading: Path | None = None
        self._how: Preprocessing | None = None
        session.network_changed.connect(self._take_network)

    @property
    def path(self) -> Path | None:
        """The present network's file; None where it is from none."""
        network = self._session.network
        path = Path(network.spec.spec) if network is not None else None
        return path if path is not None and path.is_file() else None

    def set_on(self, on: bool) -> None:
        if on != self.on:
            self.on = on
            self._follow()
            self.changed.emit()

    def worded(self, failure: Failure) -> Failure:
        """Why a network did not come; of a file that was written anew, that the old one stays."""
        path, self._reloading = self._reloading, None
        if path is None:
            return failure
        about = text(
            "{file} was written anew but cannot be loaded, so the network of before stays. {why}",
            file=path.name,
            why=failure.about,
        )
        return Failure(about, failure.details)

    def stop(self) -> None:
        self._settling.stop()
        self._drop()

    # ---- inside ----------------------------------------------------------------------------------------

    @Slot(object)
    def _take_network(self, network: NetworkReady) -> None:
        path, self._reloading = self._reloading, None
        if path is None:
            self._loaded = _state(self.path)
        elif self._how is not None and self._how != network.preprocessing:
            self._session.set_preprocessing(self._how)  # as the user has set it
        self._follow()
        if path is not None:
            self.reloaded.emit(path)

    def _follow(self) -> None:
        path = self.path
        wanted = [str(path), str(path.parent)] if self.on and path is not None else []
        if set(wanted) != self._watched():
            self._drop()
            if wanted:
                self._watch(wanted)
        if wanted and _state(path) != self._loaded:
            self._look()  # it was written since it was loaded

    def _watched(self) -> set[str]:
        return {*self._files.files(), *self._files.directories()} if self._files is not None else set()

    def _watch(self, paths: list[str]) -> None:
        self._files = QFileSystemWatcher(paths, self)
        self._files.fileChanged.connect(self._look)
        self._files.directoryChanged.connect(self._look)  # a file that is replaced is another file

    def _drop(self) -> None:
        if self._files is not None:
            self._files.deleteLater()
            self._files = None

    @Slot()
    def _look(self) -> None:
        self._settling.start()

    @Slot()
    def _settled(self) -> None:
        """Load it, once nobody has written it for a while."""
        path, session = self.path, self._session
        state = _state(path)
        if not self.on or path is None or state == self._loaded:
            return
        if state != self._seen or session.is_loading:
            self._seen = state
            self._settling.start()
            return
        self._loaded, self._reloading = state, path
        self._how = session.network.preprocessing if session.network is not None else None
        session.load_network(session.spec)


def _state(path: Path | None) -> State | None:
    try:
        found = path.stat() if path is not None else None
    except OSError:  # between two names
        return None
    return (found.st_mtime_ns, found.st_size) if found is not None else None
