"""A few pictures chosen from files, as small buttons that take them away again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from deepvis_app.engine.messages import Pixels
from deepvis_app.errors import DeepVisError
from deepvis_app.ui import file_kinds
from deepvis_app.ui.texts import tr
from deepvis_app.ui.widgets.own_keys import PRESS, OwnKeys
from deepvis_app.ui.widgets.paint import Picture

_SIDE = 26


class PictureList(QWidget):
    changed = Signal()
    refused = Signal(object)  # Text: a file that is no picture
    folder_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder = ""
        self._most = 1
        self._pictures: list[tuple[str, Pixels]] = []
        self._buttons: list[QToolButton] = []
        self.add = QPushButton(tr("Add picture…"))
        self.add.clicked.connect(self.choose)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addWidget(self.add, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(name for name, _ in self._pictures)

    @property
    def pixels(self) -> tuple[Pixels, ...]:
        """(h, w, 3) each."""
        return tuple(pixels for _, pixels in self._pictures)

    def set_most(self, most: int, tip: str) -> None:
        """How many there may be; those beyond that are let go."""
        self._most = most
        self.add.setToolTip(tip)
        self._pictures = self._pictures[:most]
        self._show()

    def choose(self) -> None:
        kind = file_kinds.pictures()
        files, _ = QFileDialog.getOpenFileNames(self, tr("Add picture"), self.folder, kind)
        for file in files:
            self.take(Path(file))

    def take(self, path: Path) -> None:
        """Add that file's picture; where there are as many as may be, in place of the last one."""
        from deepvis_app.pictures.decode import decode  # Pillow is not needed before

        try:
            pixels = decode(path)
        except DeepVisError as error:
            self.refused.emit(error.text)
            return
        self.folder = str(path.parent)
        self.folder_changed.emit(self.folder)
        self.put(path.name, pixels)

    def put(self, name: str, pixels: Pixels) -> None:
        self._pictures = [*self._pictures[: self._most - 1], (name, pixels)]
        self._show()
        self.changed.emit()

    def _remove(self) -> None:
        button = self.sender()
        assert isinstance(button, QToolButton)
        del self._pictures[self._buttons.index(button)]
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(name, pixels) for name, pixels in self._pictures]
        for place, button in enumerate(self._buttons):
            self._row.insertWidget(place, button)
        self.add.setVisible(len(self._pictures) < self._most)

    def _button(self, name: str, pixels: Pixels) -> QToolButton:
        made = QToolButton(self)
        side = round(_SIDE * self.devicePixelRatioF())
        image = (
            Picture(pixels)
            .copy()
            .scaled(
                side,
                side,
                Qt.AspectRatioMode.KeepAspectRatioByExpanding,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
        left, top = (image.width() - side) // 2, (image.height() - side) // 2
        made.setIcon(QIcon(QPixmap.fromImage(image.copy(left, top, side, side))))
        made.setIconSize(QSize(_SIDE, _SIDE))
        made.setToolTip(tr("{name}\nClick to take it away.", name=name))
        made.setAccessibleName(tr("Take {name} away", name=name))
        OwnKeys(made, PRESS)
        made.clicked.connect(self._remove)
        return made
