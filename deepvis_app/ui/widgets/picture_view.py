"""A picture from an array: aspect kept, frames over it, a message over the last one, a menu to copy it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetrics,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from deepvis_app.engine.messages import Pixels, Rect
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import Tokens, small, tokens
from deepvis_app.ui.widgets.own_keys import ARROWS, PRESS, OwnKeys
from deepvis_app.ui.widgets.paint import Lut, Picture, corners, device_pixels, fitted, part, rects_around

_RADIUS = 3
_NEAR = 2  # pixels
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class PictureView(QWidget):
    """Draws what it is given, as large as fits; asks for nothing."""

    clicked = Signal(float, float)  # x, y as fractions of the picture
    moved = Signal(int, int)  # to the right, down: an arrow key
    pressed = Signal()  # Enter or Space
    copied = Signal()
    save_wanted = Signal()

    def __init__(self, name: str, empty: str = "", parent: QWidget | None = None) -> None:
        """`name` is what a screen reader says; `empty` stands where there is no picture."""
        super().__init__(parent)
        self._picture: Picture | None = None
        self._crop: Rect | None = None
        self._field: Rect | None = None
        self._mark: tuple[float, float] | None = None
        self._message = ""
        self._empty = empty
        self._aspect = 1.0  # width / height
        self._clickable = False
        self.can_save = True
        OwnKeys(self, (*ARROWS, *PRESS))
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # ---- what is shown -----------------------------------------------------------------------------

    def set_picture(self, pixels: Pixels | None, lut: Lut | None = None) -> None:
        """(h, w, 3), or (h, w) levels through `lut`; None: the empty text."""
        self._picture = None if pixels is None else Picture(pixels, lut)
        self.update()

    def set_crop(self, crop: Rect | None) -> None:
        """Frame this part and dim what lies outside."""
        if crop != self._crop:
            self._crop = crop
            self.update()

    def set_field(self, field: Rect | None) -> None:
        """A second, thin frame: what a neuron sees."""
        if field != self._field:
            self._field = field
            self.update()

    def set_mark(self, mark: tuple[float, float] | None) -> None:
        """A small ring at (x, y), as fractions: the chosen neuron."""
        if mark != self._mark:
            self._mark = mark
            self.update()

    def set_message(self, message: str) -> None:
        """Over the last picture, which is dimmed; "" takes it away."""
        if message != self._message:
            self._message = message
            self.setAccessibleDescription(message)
            self.update()

    def set_empty(self, text: str) -> None:
        if text != self._empty:
            self._empty = text
            self.update()

    def set_aspect(self, aspect: float) -> None:
        """Width over height that the layout keeps room for; a change lays the window out anew."""
        if abs(aspect - self._aspect) > 0.005:
            self._aspect = aspect
            self.updateGeometry()

    def set_clickable(self, clickable: bool) -> None:
        self._clickable = clickable
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if clickable else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.CrossCursor if clickable else Qt.CursorShape.ArrowCursor)

    def picture(self) -> QImage | None:
        """A copy of what is shown, without frames and messages."""
        return self._picture.copy() if self._picture else None

    def picture_rect(self) -> QRectF:
        """Where the picture lies, in the widget's own coordinates."""
        ratio = self.devicePixelRatioF()
        rect = self._place(QRect(0, 0, round(self.width() * ratio), round(self.height() * ratio)))
        return QRectF(rect.x() / ratio, rect.y() / ratio, rect.width() / ratio, rect.height() / ratio)

    def copy(self) -> None:
        """Put the picture on the clipboard."""
        picture = self.picture()
        if picture is not None:
            QGuiApplication.clipboard().setImage(picture)
            self.copied.emit()

    # ---- geometry ----------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width / self._aspect)

    def sizeHint(self) -> QSize:
        return QSize(224, round(224 / self._aspect))

    def minimumSizeHint(self) -> QSize:
        return QSize(64, 48)

    def _place(self, around: QRect) -> QRect:
        """One that is smaller by a few pixels alone is shown as it is: sharp, and without work."""
        if self._picture is None:
            return around
        size, place = self._picture.size, fitted(self._picture.size, around)
        if 0 <= place.width() - size.width() <= _NEAR and 0 <= place.height() - size.height() <= _NEAR:
            left, top = (around.width() - size.width()) // 2, (around.height() - size.height()) // 2
            return QRect(around.x() + left, around.y() + top, size.width(), size.height())
        return place

    # ---- painting ------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = tokens(self)
        with device_pixels(painter, self, QColor(colours.window)) as around:
            place = self._place(around)
            for beside in rects_around(around, place):
                painter.fillRect(beside, QColor(colours.window))
            if self._picture is None:
                painter.fillRect(place, QColor(colours.track))
            else:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(place, self._picture.image)
                self.paint_over(painter, place)
                if self._message:
                    painter.fillRect(place, QColor(0, 0, 0, 110))
                self._paint_frames(painter, place, colours)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            radius = _RADIUS * self.devicePixelRatioF()
            painter.fillPath(corners(QRectF(place), radius), QColor(colours.window))
            if self.hasFocus():
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
                _frame(painter, place, colours.focus, max(2, round(2 * self.devicePixelRatioF())))
        self._paint_words(painter, colours)

    def paint_over(self, painter: QPainter, place: QRect) -> None:
        """What lies over the picture at `place`, under the frames; in device pixels."""

    def _paint_frames(self, painter: QPainter, place: QRect, colours: Tokens) -> None:
        ratio = self.devicePixelRatioF()
        if self._crop is not None:
            inside = part(place, self._crop).intersected(QRectF(place)).toAlignedRect()
            for beside in rects_around(place, inside):
                painter.fillRect(beside, QColor(0, 0, 0, 90))
            _frame(painter, inside, colours.accent, max(1, round(ratio)))
        if self._field is not None:
            seen = part(place, self._field).intersected(QRectF(place)).toAlignedRect()
            _frame(painter, seen, colours.focus, max(1, round(ratio)))
        if self._mark is not None:
            x, y = self._mark
            centre = QPointF(place.x() + x * place.width(), place.y() + y * place.height())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colours.accent), 1.5 * ratio))
            painter.drawEllipse(centre, 4.5 * ratio, 4.5 * ratio)

    def _paint_words(self, painter: QPainter, colours: Tokens) -> None:
        words = self._message or (self._empty if self._picture is None else "")
        if not words:
            return
        room = self.picture_rect().adjusted(10, 6, -10, -6)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.setFont(small(self.font()))
        if self._message:
            box = QFontMetrics(painter.font()).boundingRect(room.toRect(), flags, words)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(0, 0, 0, 190))
            painter.drawRoundedRect(QRectF(box).adjusted(-9, -6, 9, 6), 5, 5)
            painter.setPen(QColor("#ffffff"))
        else:
            painter.setPen(QColor(colours.muted))
        painter.drawText(room, flags, words)

    # ---- mouse and menu --------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        rect = self.picture_rect()
        inside = self._picture is not None and rect.contains(event.position())
        if not (self._clickable and inside and event.button() == Qt.MouseButton.LeftButton):
            super().mousePressEvent(event)
            return
        spot = event.position() - rect.topLeft()
        self.clicked.emit(spot.x() / rect.width(), spot.y() / rect.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            self.moved.emit(*_STEPS[Qt.Key(event.key())])
        elif event.key() in PRESS:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._picture is None:
            return
        menu = self.menu()
        menu.exec(event.globalPos())
        menu.deleteLater()

    def menu(self) -> QMenu:
        """Copy, and save where someone listens."""
        menu = QMenu(self)
        menu.addAction(tr("Copy picture"), self.copy)
        if self.can_save:
            menu.addAction(tr("Save picture…"), self.save_wanted.emit)
        return menu

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)


def _frame(painter: QPainter, rect: QRect, colour: str, width: int) -> None:
    """A sharp frame of whole pixels, drawn inwards."""
    for side in rects_around(rect, rect.adjusted(width, width, -width, -width)):
        painter.fillRect(side, QColor(colour))
