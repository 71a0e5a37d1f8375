"""Small drawn buttons: play, step, loop, mirror ... in the colours of the theme, sharp at any scale."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from deepvis_app.ui.theme import tokens
from deepvis_app.ui.widgets.own_keys import PRESS, OwnKeys

_SIDE = 16.0  # of the square in which glyphs are drawn


class GlyphButton(QAbstractButton):
    """A square button with a drawn sign; `title` is its tooltip and what a screen reader says."""

    def __init__(
        self, glyph: str, title: str, checkable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._glyph, self._draw = glyph, GLYPHS[glyph]
        self.setCheckable(checkable)
        self.setToolTip(title)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        OwnKeys(self, PRESS)

    def set_glyph(self, glyph: str, title: str) -> None:
        if glyph != self._glyph:
            self._glyph, self._draw = glyph, GLYPHS[glyph]
            self.setToolTip(title)
            self.setAccessibleName(title)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(24, 24)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = tokens(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        lit = self.isEnabled() and (self.underMouse() or self.isDown())
        painter.setPen(QColor(t.focus) if self.hasFocus() else Qt.PenStyle.NoPen)
        background = t.pressed if self.isDown() else t.hover
        painter.setBrush(QColor(background) if lit else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 5, 5)
        colour = t.faint
        if self.isEnabled():
            colour = t.accent if self.isChecked() else t.strong if lit else t.muted
        painter.translate(self.width() / 2 - _SIDE / 2, self.height() / 2 - _SIDE / 2)
        self._draw(painter, QColor(colour))


def _filled(painter: QPainter, colour: QColor, *shapes: tuple[tuple[float, float], ...]) -> None:
    path = QPainterPath()
    for shape in shapes:
        path.moveTo(*shape[0])
        for point in shape[1:]:
            path.lineTo(*point)
        path.closeSubpath()
    painter.fillPath(path, colour)


def _lines(painter: QPainter, colour: QColor, *lines: tuple[tuple[float, float], ...]) -> None:
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(colour, 1.4, Qt.PenStyle.SolidLine, cap, join))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in lines:
        painter.drawPolyline([QPointF(x, y) for x, y in line])


def _bar(left: float, width: float = 2.0) -> tuple[tuple[float, float], ...]:
    return ((left, 3.5), (left + width, 3.5), (left + width, 12.5), (left, 12.5))


def _play(painter: QPainter, colour: QColor) -> None:
    _filled(painter, colour, ((4, 2.5), (13, 8), (4, 13.5)))


def _pause(painter: QPainter, colour: QColor) -> None:
    _filled(painter, colour, _bar(4, 2.8), _bar(9.2, 2.8))


def _next(painter: QPainter, colour: QColor) -> None:
    _filled(painter, colour, ((3.5, 3.5), (10.5, 8), (3.5, 12.5)), _bar(10.8, 1.8))


def _previous(painter: QPainter, colour: QColor) -> None:
    _filled(painter, colour, ((12.5, 3.5), (5.5, 8), (12.5, 12.5)), _bar(3.4, 1.8))


def _loop(painter: QPainter, colour: QColor) -> None:
    _lines(painter, colour, ((3, 8), (3, 5), (12.5, 5)), ((10.3, 2.8), (12.7, 5), (10.3, 7.2)))
    _lines(painter, colour, ((13, 8), (13, 11), (3.5, 11)), ((5.7, 8.8), (3.3, 11), (5.7, 13.2)))


def _mirror(painter: QPainter, colour: QColor) -> None:
    _lines(painter, colour, ((6, 4), (6, 12), (1.5, 12), (6, 4)), ((8, 2.5), (8, 13.5)))
    _filled(painter, colour, ((10, 4), (14.5, 12), (10, 12)))


def _close(painter: QPainter, colour: QColor) -> None:
    _lines(painter, colour, ((4.5, 4.5), (11.5, 11.5)), ((11.5, 4.5), (4.5, 11.5)))


def _left(painter: QPainter, colour: QColor) -> None:
    _lines(painter, colour, ((9.5, 4), (5.5, 8), (9.5, 12)))


def _right(painter: QPainter, colour: QColor) -> None:
    _lines(painter, colour, ((6.5, 4), (10.5, 8), (6.5, 12)))


def _pin(painter: QPainter, colour: QColor) -> None:
    _lines(painter, colour, ((5.5, 2.5), (10.5, 2.5)), ((6.3, 2.5), (6.3, 6.5), (4, 9.5), (12, 9.5)))
    _lines(painter, colour, ((12, 9.5), (9.7, 6.5), (9.7, 2.5)), ((8, 9.5), (8, 14)))


def _freeze(painter: QPainter, colour: QColor) -> None:
    for turn in range(3):
        painter.save()
        painter.translate(8, 8)
        painter.rotate(60 * turn)
        painter.translate(-8, -8)
        _lines(painter, colour, ((8, 2), (8, 14)), ((6.3, 2.8), (8, 4.5), (9.7, 2.8)))
        _lines(painter, colour, ((6.3, 13.2), (8, 11.5), (9.7, 13.2)))
        painter.restore()


def _float(painter: QPainter, colour: QColor) -> None:
    _lines(painter, colour, ((6.5, 4), (12, 4), (12, 9.5), (6.5, 9.5), (6.5, 4)))
    _lines(painter, colour, ((4, 6.5), (4, 12), (9.5, 12)))


def _heat(painter: QPainter, colour: QColor) -> None:
    flame = QPainterPath(QPointF(8.4, 1.8))
    flame.cubicTo(8.8, 5, 12.6, 6.2, 12.6, 9.8)
    flame.cubicTo(12.6, 12.6, 10.6, 14.2, 8, 14.2)
    flame.cubicTo(5.4, 14.2, 3.4, 12.4, 3.4, 9.6)
    flame.cubicTo(3.4, 7.8, 4.4, 6.6, 5.4, 5.6)
    flame.cubicTo(5.6, 6.8, 6.2, 7.4, 6.8, 7.6)
    flame.cubicTo(6.4, 5.4, 7, 3.2, 8.4, 1.8)
    painter.fillPath(flame, colour)


def _boxes(painter: QPainter, colour: QColor) -> None:
    for x, across in ((2.5, 3.5), (13.5, -3.5)):
        for y, down in ((2.5, 3.5), (13.5, -3.5)):
            _lines(painter, colour, ((x + across, y), (x, y), (x, y + down)))


def _fill(painter: QPainter, colour: QColor) -> None:
    _lines(painter, colour, ((9.5, 2.5), (13.5, 2.5), (13.5, 6.5)))
    _lines(painter, colour, ((6.5, 13.5), (2.5, 13.5), (2.5, 9.5)))
    _lines(painter, colour, ((13.5, 2.5), (9.5, 6.5)))
    _lines(painter, colour, ((2.5, 13.5), (6.5, 9.5)))


def _unfill(painter: QPainter, colour: QColor) -> None:
    _lines(painter, colour, ((13.5, 6.5), (9.5, 6.5), (9.5, 2.5)))
    _lines(painter, colour, ((2.5, 9.5), (6.5, 9.5), (6.5, 13.5)))
    _lines(painter, colour, ((13.5, 2.5), (9.5, 6.5)))
    _lines(painter, colour, ((2.5, 13.5), (6.5, 9.5)))


GLYPHS: Mapping[str, Callable[[QPainter, QColor], None]] = {
    "play": _play,
    "pause": _pause,
    "next": _next,
    "previous": _previous,
    "loop": _loop,
    "mirror": _mirror,
    "close": _close,
    "left": _left,
    "right": _right,
    "pin": _pin,
    "freeze": _freeze,
    "float": _float,
    "fill": _fill,
    "unfill": _unfill,
    "heat": _heat,
    "boxes": _boxes,
}
