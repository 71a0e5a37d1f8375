"""A tile's picture, large, with what it shows and who devised it; it follows the tile."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from deepvis_app.ui.dialogs.parts import muted, only_close
from deepvis_app.ui.widgets.picture_view import PictureView
from deepvis_app.ui.widgets.tiles import Tile

_SIDE = 480


class LargeTileDialog(QDialog):
    def __init__(self, tile: Tile, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tile = tile
        self.setWindowTitle(tile.title)
        self.picture = PictureView(tile.title)
        self.picture.can_save = False
        self.picture.setMinimumSize(_SIDE, _SIDE)
        self.words = QLabel()
        self.words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(self.picture, 1)
        column.addWidget(self.words)
        column.addWidget(muted(about))
        column.addWidget(only_close(self))
        tile.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        tile = self._tile
        self.picture.set_picture(tile.pixels)
        self.words.setText(" · ".join(filter(None, (tile.note, tile.setting, *tile.figures))))
