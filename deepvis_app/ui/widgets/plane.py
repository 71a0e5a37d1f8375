"""A plane to move about in: the wheel zooms where the pointer is, dragging moves, keys do both."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from deepvis_app.ui.theme import small, tokens
from deepvis_app.ui.widgets.own_keys import ARROWS, PRESS, OwnKeys

MARGIN = 10.0  # around all that there is, before any zoom
_DRAG = 4.0  # pixels; less is a click
_STEP = 1.25  # of zoom, for a notch of the wheel or a key
_MOVE = 0.15  # of what is in sight, for an arrow key
_CLOSER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
_AWAY = (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)
_ALL = (Qt.Key.Key_0, Qt.Key.Key_Home)
_DIRECTIONS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Plane(QWidget):
    """Its content has coordinates from 0 to 1, x to the right and y down.

    Subclasses paint with `paint_content`; what a pointer means to them they say in `moved_to`, `clicked_at`
    and so on.
    """

    view_changed = Signal()

    def __init__(self, name: str, most_zoom: float = 64.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most_zoom = most_zoom
        self._zoom = 1.0
        self._centre = QPointF(0.5, 0.5)  # of what is in sight
        self._press: QPointF | None = None
        self._drag = QPointF()  # where the pointer was last
        self._moving = False
        self._empty = ""
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        OwnKeys(self, (*ARROWS, *PRESS, *_CLOSER, *_AWAY, *_ALL))

    # ---- for subclasses --------------------------------------------------------------------------------

    def paint_content(self, painter: QPainter) -> None:
        """In logical pixels; the background is painted already."""
        raise NotImplementedError

    def base(self) -> QRectF:
        """Where the content lies before any zoom."""
        return QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)

    def has_content(self) -> bool:
        raise NotImplementedError

    def moved_to(self, position: QPointF | None) -> None:
        """The pointer is there; None: away."""

    def clicked_at(self, position: QPointF) -> None:
        """Pressed and let go without moving."""

    def opened_at(self, position: QPointF) -> None:
        """A double click."""

    def dragged(self, before: QPointF, here: QPointF) -> None:
        """The pointer moved with its button down: the view goes along."""
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.move_by(before.x() - here.x(), before.y() - here.y())

    def drag_ended(self) -> None:
        """The button was let go after moving."""

    def key_pressed(self, _key: int) -> bool:
        """A key that does not move the view; whether it meant anything."""
        return False

    # ---- where things are ------------------------------------------------------------------------------

    @property
    def zoom(self) -> float:
        """1: all is in sight."""
        return self._zoom

    def place(self) -> QRectF:
        """Where the whole content lies now, in the widget, most of it perhaps out of sight."""
        base, middle = self.base(), QRectF(self.rect()).center()
        width, height = base.width() * self._zoom, base.height() * self._zoom
        if self._zoom == 1.0:
            return base
        left = middle.x() - self._centre.x() * width
        return QRectF(left, middle.y() - self._centre.y() * height, width, height)

    def to_content(self, position: QPointF) -> QPointF:
        place = self.place()
        return QPointF(
            (position.x() - place.x()) / max(place.width(), 1.0),
            (position.y() - place.y()) / max(place.height(), 1.0),
        )

    def fit(self) -> None:
        """All in sight."""
        self._look(1.0, QPointF(0.5, 0.5))

    def zoom_by(self, factor: float, around: QPointF | None = None) -> None:
        """`around`, a point of the widget (its middle), stays where it is."""
        middle = QRectF(self.rect()).center()
        still = around if around is not None else middle
        under = self.to_content(still)
        zoom = min(max(self._zoom * factor, 1.0), self._most_zoom)
        base = self.base()
        width, height = max(base.width(), 1.0) * zoom, max(base.height(), 1.0) * zoom
        self._look(
            zoom,
            QPointF(
                under.x() + (middle.x() - still.x()) / width, under.y() + (middle.y() - still.y()) / height
            ),
        )

    def move_by(self, right: float, down: float) -> None:
        """What is in sight by so many pixels."""
        place = self.place()
        self._look(
            self._zoom,
            QPointF(
                self._centre.x() + right / max(place.width(), 1.0),
                self._centre.y() + down / max(place.height(), 1.0),
            ),
        )

    def show_point(self, x: float, y: float) -> None:
        """Bring that point of the content into sight, unless it is."""
        place = self.place()
        spot = QPointF(place.x() + x * place.width(), place.y() + y * place.height())
        if not QRectF(self.rect()).contains(spot):
            self._look(self._zoom, QPointF(x, y))

    def set_empty(self, words: str) -> None:
        """What stands where there is nothing to show."""
        if words != self._empty:
            self._empty = words
            self.update()

    def _look(self, zoom: float, centre: QPointF) -> None:
        if zoom <= 1.0:
            centre = QPointF(0.5, 0.5)
        centre = QPointF(min(max(centre.x(), 0.0), 1.0), min(max(centre.y(), 0.0), 1.0))
        if (zoom, centre) != (self._zoom, self._centre):
            self._zoom, self._centre = zoom, centre
            self.update()
            self.view_changed.emit()

    # ---- painting ----------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = tokens(self)
        painter = QPainter(self)
        if not self.has_content():
            painter.fillRect(self.rect(), QColor(t.window))
            painter.setFont(small(self.font()))
            painter.setPen(QColor(t.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(24, 8, -24, -8), flags, self._empty)
        else:
            self.paint_content(painter)
        if self.hasFocus():
            painter.resetTransform()
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(t.focus))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def sizeHint(self) -> QSize:
        return QSize(560, 180)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 90)

    # ---- mouse -------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._press = self._drag = event.position()
            self._moving = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position()
        if self._press is None:
            self.moved_to(here)
        elif self._moving or (here - self._press).manhattanLength() > _DRAG:
            self._moving = True
            self.dragged(self._drag, here)
            self._drag = here

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._press = self._press, None
        if event.button() != Qt.MouseButton.LeftButton or pressed is None:
            return
        self.unsetCursor()
        if self._moving:
            self.drag_ended()
        else:
            self.clicked_at(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.opened_at(event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / 120
        if notches and self.has_content():
            self.zoom_by(_STEP**notches, event.position())
            self.moved_to(event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        pinch = Qt.NativeGestureType.ZoomNativeGesture
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == pinch:
            self.zoom_by(1 + event.value(), event.position())
            return True
        return super().event(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.moved_to(None)
        super().leaveEvent(event)

    # ---- keys --------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _DIRECTIONS:
            right, down = _DIRECTIONS[key]
            self.move_by(_MOVE * right * self.width(), _MOVE * down * self.height())
        elif key in _CLOSER or key in _AWAY:
            self.zoom_by(_STEP if key in _CLOSER else 1 / _STEP)
        elif key in _ALL:
            self.fit()
        elif not self.key_pressed(key):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.view_changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.update()
        super().changeEvent(event)
