"""Styles at the corners of a polygon, and in it the dot whose place is their mixture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QToolTip, QWidget

from deepvis_app.engine.messages import StyleInfo
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import tokens
from deepvis_app.ui.widgets.mixing import CENTRE, Point, corners, inside, point_of, shares
from deepvis_app.ui.widgets.own_keys import ARROWS, OwnKeys
from deepvis_app.ui.widgets.paint import Picture

_LARGE, _SMALL = 52, 34  # pixels of a thumbnail's side, of few styles and of many
_MANY = 8
_STEP = 0.06  # of the polygon's radius, by an arrow key
_STRETCHED = 1.6
_DOT = 7.0
_FIRST_NINE = range(Qt.Key.Key_1, Qt.Key.Key_9 + 1)


class StylePolygon(QWidget):
    """Drag the dot, click a style, or use the arrow keys, 1 to 9 for a style alone, Home for all alike."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._styles: tuple[StyleInfo, ...] = ()
        self._pictures: tuple[QPixmap, ...] = ()
        self._dot: Point = CENTRE
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Mixture of styles"))
        self.setMouseTracking(True)
        OwnKeys(self, (*ARROWS, Qt.Key.Key_Home, *_FIRST_NINE))

    # ---- what it shows ---------------------------------------------------------------------------------

    def set_styles(self, styles: Sequence[StyleInfo], mix: Sequence[tuple[str, float]]) -> None:
        """These styles, and the dot where they are mixed like that; nothing is emitted."""
        self._styles = tuple(styles)
        self._pictures = tuple(QPixmap.fromImage(Picture(style.thumbnail).copy()) for style in styles)
        wanted = dict(mix)
        known = [max(wanted.get(style.name, 0.0), 0.0) for style in styles]
        self._dot = point_of(known if any(known) else [float(not place) for place in range(len(known))])
        self._tell_reader()
        self.update()

    @property
    def mix(self) -> tuple[tuple[str, float], ...]:
        """Shares by name, those of nearly nothing left out."""
        found = zip(self._styles, shares(self._dot, len(self._styles)), strict=True)
        return tuple((style.name, round(share, 3)) for style, share in found if share > 0.005)

    @property
    def words(self) -> str:
        """The mixture, the largest share first; of several styles what stands before a comma."""
        titles = {style.name: style.title for style in self._styles}
        found = sorted(self.mix, key=lambda pair: -pair[1])
        if len(found) == 1:
            return titles[found[0][0]]
        short = {name: title.partition(",")[0] for name, title in titles.items()}
        return ", ".join(f"{short[name]} {round(100 * share)} %" for name, share in found)

    def choose(self, place: int) -> None:
        """That style alone; nothing happens where there is none."""
        if place < len(self._styles):
            self._move(corners(len(self._styles))[place])

    # ---- geometry --------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(250, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(170, 150)

    @property
    def _side(self) -> int:
        return _SMALL if len(self._styles) >= _MANY or min(self.width(), self.height()) < 190 else _LARGE

    def place_of(self, point: Point) -> QPointF:
        """Where a point of the polygon lies in the widget."""
        room = self._room()
        return QPointF(
            room.center().x() + point[0] * room.width() / 2, room.center().y() + point[1] * room.height() / 2
        )

    def _point_at(self, place: QPointF) -> Point:
        room = self._room()
        x = (place.x() - room.center().x()) / max(room.width() / 2, 1)
        y = (place.y() - room.center().y()) / max(room.height() / 2, 1)
        return x, y

    def _room(self) -> QRectF:
        """Around the corners; not much longer one way than the other."""
        margin = self._side / 2 + 3
        room = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        width = min(room.width(), room.height() * _STRETCHED)
        height = min(room.height(), room.width() * _STRETCHED)
        whole = QRectF(0, 0, width, height)
        whole.moveCenter(room.center())
        return whole

    def _thumbnails(self) -> list[QRect]:
        side = self._side
        centres = (self.place_of(corner) for corner in corners(len(self._styles)))
        return [QRect(round(at.x() - side / 2), round(at.y() - side / 2), side, side) for at in centres]

    def _style_at(self, place: QPointF) -> int | None:
        rects = self._thumbnails()
        return next((index for index, rect in enumerate(rects) if rect.contains(place.toPoint())), None)

    # ---- mouse and keys --------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._styles:
            super().mousePressEvent(event)
            return
        style = self._style_at(event.position())
        near_dot = (event.position() - self.place_of(self._dot)).manhattanLength() < 2 * _DOT
        if style is not None and not near_dot:
            self.choose(style)
            return
        self._dragging = True
        self._move(self._point_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._dragging:
            over = self._style_at(event.position()) is not None
            self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.CrossCursor)
            return
        style = self._style_at(event.position())  # over a style, and beyond it, it alone
        if style is None:
            self._move(self._point_at(event.position()))
        else:
            self.choose(style)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._dragging = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        steps = {
            Qt.Key.Key_Left: (-_STEP, 0.0),
            Qt.Key.Key_Right: (_STEP, 0.0),
            Qt.Key.Key_Up: (0.0, -_STEP),
            Qt.Key.Key_Down: (0.0, _STEP),
        }
        if key in steps:
            across, down = steps[Qt.Key(key)]
            self._move((self._dot[0] + across, self._dot[1] + down))
        elif key in _FIRST_NINE:
            self.choose(key - Qt.Key.Key_1)
        elif key == Qt.Key.Key_Home:
            self._move(CENTRE)
        else:
            super().keyPressEvent(event)

    def _move(self, point: Point) -> None:
        dot = inside(point, len(self._styles))
        if dot != self._dot:
            self._dot = dot
            self._tell_reader()
            self.update()
            self.changed.emit()

    def _tell_reader(self) -> None:
        if self._styles:
            self.setAccessibleDescription(self.words)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            style = self._style_at(QPointF(event.pos()))
            about = self._styles[style].title if style is not None else ""
            how = tr("Drag the dot to mix styles, or click one. Arrow keys move it; 1 to 9 take one alone.")
            QToolTip.showText(event.globalPos(), f"{about}\n{how}" if about else how, self)
            return True
        return super().event(event)

    # ---- painting --------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = tokens(self)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if not self._styles:
            painter.setPen(QColor(colours.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), flags, tr("The styles are being read…"))
            return
        around = corners(len(self._styles))
        places = [self.place_of(corner) for corner in around]
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.setBrush(QColor(colours.track))
        painter.drawPolygon(QPolygonF(places))
        found = shares(self._dot, len(self._styles))
        dot = self.place_of(self._dot)
        accent = QColor(colours.accent)
        for place, share in zip(places, found, strict=True):
            line = QColor(accent)
            line.setAlphaF(0.75 * share)
            painter.setPen(QPen(line, 1 + 3 * share))
            painter.drawLine(dot, place)
        for rect, picture, share in zip(self._thumbnails(), self._pictures, found, strict=True):
            _thumbnail(painter, rect, picture, share, accent, QColor(colours.border))
        painter.setPen(QPen(QColor(colours.focus if self.hasFocus() else colours.window), 2.5))
        painter.setBrush(accent)
        painter.drawEllipse(dot, _DOT, _DOT)


def _thumbnail(
    painter: QPainter, rect: QRect, picture: QPixmap, share: float, accent: QColor, border: QColor
) -> None:
    """The more of the style there is, the stronger its frame."""
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(rect), 5, 5)
    painter.save()
    painter.setClipPath(shape)
    painter.drawPixmap(rect, picture)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(border, 1))
    painter.drawPath(shape)
    if share > 0.005:
        frame = QColor(accent)
        frame.setAlphaF(0.35 + 0.65 * share)
        painter.setPen(QPen(frame, 1.5 + 1.5 * share))
        painter.drawPath(shape)
