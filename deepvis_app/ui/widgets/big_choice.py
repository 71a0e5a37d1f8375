"""A large button: a drawn sign, a title, a few words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from deepvis_app.ui.theme import scaled, strong, tokens
from deepvis_app.ui.widgets.own_keys import ARROWS, PRESS, OwnKeys

_SIGN = 56.0  # pixels of the sign's square
_ROOM = 24  # around all


class BigChoice(QAbstractButton):
    """Enter and Space press it, and so does a click anywhere on it."""

    def __init__(self, sign: str, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign, self._title, self._words = SIGNS[sign], title, words
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        OwnKeys(self, PRESS)

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing()
        return QSize(220, round(_SIGN + 2 * _ROOM + 5.5 * line))

    def minimumSizeHint(self) -> QSize:
        return QSize(150, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in ARROWS:
            event.ignore()  # its parent knows where the others stand
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = tokens(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.underMouse() or self.isDown()
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(t.accent if focused else t.border), 2 if focused else 1))
        painter.setBrush(QColor(t.pressed if self.isDown() else t.hover if lit else t.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        painter.save()
        painter.translate((self.width() - _SIGN) / 2, _ROOM)
        painter.setPen(QPen(QColor(t.accent), 2.5, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._sign(painter, QColor(t.accent))
        painter.restore()
        line = self.fontMetrics().lineSpacing()
        left, width = _ROOM, self.width() - 2 * _ROOM
        top = round(_SIGN + _ROOM + line * 0.6)
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.setFont(strong(scaled(self.font(), 1.3)))
        painter.setPen(QColor(t.strong))
        painter.drawText(QRect(left, top, width, 2 * line), centre, self._title)
        painter.setFont(self.font())
        painter.setPen(QColor(t.muted))
        below = QRect(left, round(top + 1.7 * line), width, self.height())
        painter.drawText(below, centre | Qt.TextFlag.TextWordWrap, self._words)


# ---- signs, in a square of _SIGN ---------------------------------------------------------------------------


def _camera(painter: QPainter, _colour: QColor) -> None:
    painter.drawRoundedRect(QRectF(4, 15, 48, 33), 5, 5)
    painter.drawPolyline([QPointF(18, 15), QPointF(22, 8), QPointF(34, 8), QPointF(38, 15)])
    painter.drawEllipse(QPointF(28, 31), 10, 10)


def _picture(painter: QPainter, colour: QColor) -> None:
    painter.drawRoundedRect(QRectF(5, 8, 46, 40), 4, 4)
    painter.drawPolyline([QPointF(5, 42), QPointF(20, 26), QPointF(31, 38), QPointF(38, 31), QPointF(51, 44)])
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(38, 19), 3.5, 3.5)


def _video(painter: QPainter, colour: QColor) -> None:
    painter.drawRoundedRect(QRectF(4, 10, 48, 36), 4, 4)
    for x in (11, 45):
        for y in (16, 24, 32, 40):
            painter.drawPoint(QPointF(x, y))
    painter.setBrush(colour)
    painter.drawPolygon([QPointF(23, 20), QPointF(23, 36), QPointF(36, 28)])


def _samples(painter: QPainter, colour: QColor) -> None:
    for x in (6, 30):
        for y in (6, 30):
            painter.setBrush(colour if x == y == 6 else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(x, y, 20, 20), 3, 3)


SIGNS: Mapping[str, Callable[[QPainter, QColor], None]] = {
    "camera": _camera,
    "picture": _picture,
    "video": _video,
    "samples": _samples,
}
