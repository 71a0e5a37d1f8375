"""The file of the chosen network's weights: fetched, paused, removed; and what all of them take."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from deepvis_app.engine.messages import Downloading
from deepvis_app.session.downloads import Downloads
from deepvis_app.ui.dialogs.parts import button, in_row, muted
from deepvis_app.ui.known_networks import KnownNetwork, disk_use
from deepvis_app.ui.texts import tr


class NetworkFiles(QWidget):
    changed = Signal()  # a file has come or gone

    def __init__(self, downloads: Downloads | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._downloads = downloads
        self._network: KnownNetwork | None = None
        self.fetch = button(tr("Download"), self._fetch)
        self.fetch.setToolTip(tr("Fetch the weights now; it goes on when this dialog is closed"))
        self.remove = button(tr("Remove"), self._remove)
        self.remove.setToolTip(tr("Delete the weights from this computer; they can be downloaded again"))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(140)
        self.words, self.use = muted(), muted()
        self.use.setToolTip(tr("Weights that were downloaded, and those on their way"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        row = in_row(self.fetch, self.remove, self.bar)
        self.use.setWordWrap(False)
        row.addWidget(self.use)
        column.addLayout(row)
        self.words.hide()
        if downloads is not None:
            downloads.changed.connect(self._take)
        self.set_network(None)

    def set_network(self, network: KnownNetwork | None) -> None:
        self._network = network
        self._show_state()

    def _show_state(self) -> None:
        network, downloads = self._network, self._downloads
        told = downloads.known.get(network.spec) if downloads is not None and network is not None else None
        running = told is not None and told.state == "running"
        here = network is not None and network.downloaded
        held = network.held if network is not None else 0
        if running:
            self.fetch.setText(tr("Pause"))
        else:
            self.fetch.setText(tr("Resume") if held and not here else tr("Download"))
        self.fetch.setEnabled(downloads is not None and network is not None and not here)
        self.remove.setEnabled(held > 0 and not running)
        self._show_progress(told if not here else None, held)
        count, size = disk_use()
        words = tr("1 network") if count == 1 else tr("{count} networks", count=count)
        total = megabytes(size / 2**20)
        self.use.setText(tr("On this computer: {words}, {size}", words=words, size=total))

    def _show_progress(self, told: Downloading | None, held: int) -> None:
        network = self._network
        begun = told is not None and told.state != "done"
        whole = network.megabytes * 2**20 if network is not None else 0.0
        part = min(1.0, held / whole) if whole and network is not None and not network.downloaded else 0.0
        self.bar.setVisible(begun or part > 0)
        share = told.done if told is not None and told.done is not None else part
        waiting = told is not None and told.state == "running" and told.done is None
        self.bar.setRange(0, 0 if waiting else 1000)
        self.bar.setValue(round(1000 * share))
        self.words.setText(tr(told.about) if told is not None and begun else "")
        self.words.setVisible(begun)

    def _fetch(self) -> None:
        network, downloads = self._network, self._downloads
        if network is None or downloads is None:
            return
        if downloads.state(network.spec) == "running":
            downloads.pause(network.spec)
        else:
            downloads.start(network.spec)

    def _remove(self) -> None:
        network = self._network
        if network is None:
            return
        try:
            network.remove()
        except OSError as error:
            reason = error.strerror or str(error)
            self.words.setText(tr("The weights could not be removed: {reason}.", reason=reason))
            self.words.show()
            return
        if self._downloads is not None:
            self._downloads.forget(network.spec)
        self._show_state()
        self.changed.emit()

    def _take(self, spec: str) -> None:
        self._show_state()
        if self._downloads is not None and self._downloads.state(spec) == "done":
            self.changed.emit()


def megabytes(size: float) -> str:
    return f"{size / 1000:.1f} GB" if size >= 1000 else f"{size:.0f} MB"
