"""Pictures with their words, as many to a row as fit: words beside them in a low room, below in a high."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from deepvis_app.engine.messages import Area, Pixels, Rect
from deepvis_app.ui.theme import tokens
from deepvis_app.ui.widgets.box_painting import paint_boxes
from deepvis_app.ui.widgets.own_keys import PRESS, OwnKeys
from deepvis_app.ui.widgets.paint import Picture, device_pixels, fitted
from deepvis_app.ui.widgets.tile_words import HEIGHT, WIDTH, words_below, words_beside

_GAP, _MOST_GAP = 12, 90
_LEAST, _MOST = 84, 168  # sides of a picture with its words beside it
_HIGH = 236  # pixels of a room from which on words lie below
_LEAST_BELOW, _MOST_BELOW = 118, 360


class Tile(QWidget):
    """A picture, its title, a setting and figures. A click or Enter enlarges, a right click saves."""

    enlarge_wanted = Signal(str)
    save_wanted = Signal(str)
    changed = Signal()

    def __init__(self, name: str, title: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.title = name, title
        self.pixels: Pixels | None = None
        self.setting, self.note = "", ""
        self.figures: tuple[str, ...] = ()
        self.legend: tuple[Area, ...] = ()
        self.boxes: tuple[Rect, ...] = ()
        self._picture: Picture | None = None
        self._below = False
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

    def show_found(
        self, figures: Sequence[str] = (), legend: Sequence[Area] = (), boxes: Sequence[Rect] = ()
    ) -> None:
        """Figures such as "deletion 0.11", the classes of a map of classes, boxes over the picture."""
        found = (tuple(figures), tuple(legend), tuple(boxes))
        if found != (self.figures, self.legend, self.boxes):
            self.figures, self.legend, self.boxes = found
            self._tell()

    def set_below(self, below: bool) -> None:
        """Whether the words lie below the picture, rather than beside it."""
        self._below = below

    def _tell(self) -> None:
        classes = (f"{area.label} {area.share:.0%}" for area in self.legend)
        words = filter(None, (self.setting, self.note, *classes, *self.figures))
        self.setAccessibleDescription(", ".join(words))
        self.update()
        self.changed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = tokens(self)
        side = self.width() if self._below else self.height()
        ratio = self.devicePixelRatioF()
        painter = QPainter(self)
        with device_pixels(painter, self) as around:
            edge = around.width() if self._below else around.height()
            frame = QRect(0, 0, edge, edge)
            painter.fillRect(frame, QColor(t.track))
            if self._picture is not None:
                place = fitted(self._picture.size, frame)
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(place, self._picture.image)
                paint_boxes(painter, place, self.boxes, self.font(), ratio)
        if self.hasFocus():
            painter.setPen(QPen(QColor(t.focus), 2))
            painter.drawRect(1, 1, side - 2, side - 2)
        below = QRect(0, side + 5, self.width(), self.height() - side - 5)
        self._paint_words(
            painter, below if self._below else QRect(side + 9, 0, self.width() - side - 9, side)
        )

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        (words_below if self._below else words_beside)(painter, self, room)

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
        self.enlarge_wanted.emit(self.name)


class Tiles(QScrollArea):
    """Tiles in rows, as large as the room lets all of them be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._holder = QWidget()
        self._holder.setProperty("panel", True)
        self.setWidget(self._holder)
        self._tiles: list[Tile] = []
        self.side = _LEAST  # of a picture, in logical pixels

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
        below = self.height() >= _HIGH
        room = self.viewport().size()
        if below:
            columns, self.side = _largest(len(self._tiles), room)
            size = QSize(self.side, self.side + 5 + HEIGHT)
        else:
            self.side = min(max(self.height() - 4, _LEAST), _MOST)
            size = QSize(self.side + 9 + WIDTH, self.side)
            columns = max(1, (room.width() + _GAP) // (size.width() + _GAP))
        rest = room.width() - columns * size.width()
        across = min(_MOST_GAP, rest // (columns - 1)) if columns > 1 else 0
        for number, each in enumerate(self._tiles):
            row, column = divmod(number, columns)
            each.set_below(below)
            corner = (column * (size.width() + across), row * (size.height() + _GAP))
            each.setGeometry(*corner, size.width(), size.height())
        rows = -(-len(self._tiles) // columns)
        self._holder.resize(room.width(), max(size.height(), rows * (size.height() + _GAP) - _GAP))

    def sizeHint(self) -> QSize:
        return QSize(600, 130)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, _LEAST)


def _largest(count: int, room: QSize) -> tuple[int, int]:
    """In how many columns `count` pictures with their words below are largest, and their side."""
    best = (1, 0)
    for columns in range(1, max(1, count) + 1):
        rows = -(-count // columns)
        wide = (room.width() - (columns - 1) * _GAP) // columns
        high = (room.height() - (rows - 1) * _GAP) // max(1, rows) - HEIGHT - 5
        side = min(wide, high, _MOST_BELOW)
        best = max(best, (columns, side), key=lambda each: (each[1], -each[0]))
    if best[1] >= _LEAST_BELOW:
        return best
    columns = max(1, (room.width() + _GAP) // (_LEAST_BELOW + _GAP))
    return columns, (room.width() - (columns - 1) * _GAP) // columns  # and scrolls
