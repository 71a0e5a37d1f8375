"""Pictures beside their words, as many to a row as fit."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from deepvis_app.engine.messages import Pixels
from deepvis_app.ui.theme import small, strong, tokens
from deepvis_app.ui.widgets.own_keys import PRESS, OwnKeys
from deepvis_app.ui.widgets.paint import Picture, device_pixels, fitted

_WORDS = 98  # pixels of a tile beside its picture
_GAP = 10
_LEAST, _MOST = 84, 168  # sides of a picture


class Tile(QWidget):
    """A picture, its title and a setting beside it, and figures at the bottom. A click or Enter enlarges."""

    enlarge_wanted = Signal(str)
    save_wanted = Signal(str)
    changed = Signal()

    def __init__(self, name: str, title: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.title = name, title
        self.pixels: Pixels | None = None
        self.setting, self.note = "", ""
        self.figures: tuple[str, ...] = ()
        self._picture: Picture | None = None
        self.setToolTip(tip)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        OwnKeys(self, PRESS)

    def show_picture(self, pixels: Pixels | None, setting: str = "", note: str = "") -> None:
        """(h, w, 3), or None with a `note` that says why there is none."""
        if pixels is not self.pixels:
            self.pixels = pixels
            self._picture = None if pixels is None else Picture(pixels)
        self.setting, self.note = setting, note
        self._tell()

    def show_figures(self, *figures: str) -> None:
        """Lines such as "deletion 0.11"."""
        if figures != self.figures:
            self.figures = figures
            self._tell()

    def _tell(self) -> None:
        self.setAccessibleDescription(", ".join(filter(None, (self.setting, self.note, *self.figures))))
        self.update()
        self.changed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        t, side = tokens(self), self.height()
        painter = QPainter(self)
        with device_pixels(painter, self) as around:
            frame = QRect(0, 0, around.height(), around.height())
            if self._picture is None:
                painter.fillRect(frame, QColor(t.track))
            else:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(fitted(self._picture.size, frame), self._picture.image)
        if self.hasFocus():
            painter.setPen(QPen(QColor(t.focus), 2))
            painter.drawRect(1, 1, side - 2, side - 2)
        self._paint_words(painter, QRect(side + 9, 0, self.width() - side - 9, side))

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        t, left = tokens(self), Qt.AlignmentFlag.AlignLeft
        wrapped = left | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.setFont(strong(self.font()))
        painter.setPen(QColor(t.strong))
        used = painter.fontMetrics().boundingRect(room, wrapped, self.title)
        painter.drawText(room, wrapped, self.title)
        painter.setFont(small(self.font()))
        painter.setPen(QColor(t.muted))
        figures = "\n".join(self.figures)
        painter.drawText(room, left | Qt.AlignmentFlag.AlignBottom, figures)
        below = painter.fontMetrics().height() * len(self.figures)
        words = room.adjusted(0, used.height() + 3, 0, -below)
        painter.drawText(words, wrapped, self.note or self.setting)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._enlarge()
        elif event.button() == Qt.MouseButton.RightButton and self.pixels is not None:
            self.save_wanted.emit(self.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in PRESS:
            self._enlarge()
        elif event.key() == Qt.Key.Key_Menu and self.pixels is not None:
            self.save_wanted.emit(self.name)
        else:
            super().keyPressEvent(event)

    def _enlarge(self) -> None:
        if self.pixels is not None or self.note:
            self.enlarge_wanted.emit(self.name)


class Tiles(QScrollArea):
    """Tiles in rows; pictures as high as the room where one row is enough."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._holder = QWidget()
        self._holder.setProperty("panel", True)
        self.setWidget(self._holder)
        self._tiles: list[Tile] = []

    @property
    def side(self) -> int:
        """Of a picture, in logical pixels."""
        return min(max(self.height() - 4, _LEAST), _MOST)

    def set_tiles(self, tiles: list[Tile]) -> None:
        """In this order; those of before that are not among them are hidden."""
        for tile in self._tiles:
            tile.setVisible(tile in tiles)
        self._tiles = tiles
        for tile in tiles:
            tile.setParent(self._holder)
            tile.show()
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        width, side = self.viewport().width(), self.side
        tile = side + 9 + _WORDS
        columns = max(1, (width + _GAP) // (tile + _GAP))
        rows = -(-len(self._tiles) // columns)
        for number, each in enumerate(self._tiles):
            row, column = divmod(number, columns)
            each.setGeometry(column * (tile + _GAP), row * (side + _GAP), tile, side)
        self._holder.resize(width, max(side, rows * (side + _GAP) - _GAP))

    def sizeHint(self) -> QSize:
        return QSize(600, 130)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, _LEAST)
