"""What the colours of a map stand for; the pointer over a row, or a click, picks it out of the map."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from deepvis_app.ui.theme import small, tokens
from deepvis_app.ui.widgets.own_keys import PRESS, OwnKeys

_HIGH = 17
_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class Legend(QWidget):
    """Rows of a colour, words and a number."""

    lit = Signal(int)  # the row that is looked at; -1: none

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[tuple[int, str, int, str]] = ()
        self._hover = self._held = -1
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        OwnKeys(self, (*_KEYS, *PRESS))

    def set_rows(self, rows: Sequence[tuple[int, str, int, str]]) -> None:
        """(0xffRRGGBB, words, how many pictures, tooltip) of each. The same again change nothing."""
        if rows == self._rows:
            return
        self._rows = rows
        self._hover = self._held = -1
        self.setMinimumHeight(_HIGH * len(rows))
        self.update()

    @property
    def rows(self) -> Sequence[tuple[int, str, int, str]]:
        return self._rows

    def sizeHint(self) -> QSize:
        return QSize(220, _HIGH * max(len(self._rows), 1))

    @property
    def _shown(self) -> int:
        return self._hover if self._hover >= 0 else self._held

    def _look(self, hover: int, held: int) -> None:
        before = self._shown
        self._hover, self._held = hover, held
        if self._shown != before:
            self.lit.emit(self._shown)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = tokens(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(small(self.font()))
        metrics = painter.fontMetrics()
        for number, (colour, words, count, _) in enumerate(self._rows):
            top = number * _HIGH
            if number == self._shown:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(t.pressed if number == self._held else t.hover))
                painter.drawRoundedRect(0, top, self.width(), _HIGH, 4, 4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor.fromRgb(colour))
            painter.drawEllipse(6, top + (_HIGH - 9) // 2, 9, 9)
            painter.setPen(QColor(t.strong if number == self._shown else t.muted))
            counted = f"{count:,}"
            wide = metrics.horizontalAdvance(counted)
            below = top + (_HIGH + metrics.ascent() - metrics.descent()) // 2
            room = self.width() - wide - 34
            painter.drawText(22, below, metrics.elidedText(words, Qt.TextElideMode.ElideRight, room))
            painter.drawText(self.width() - wide - 6, below, counted)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(t.focus))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    # ---- mouse and keys ----------------------------------------------------------------------------------

    def _row_at(self, y: float) -> int:
        row = int(y // _HIGH)
        return row if 0 <= row < len(self._rows) else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().y())
        if row != self._hover:
            self._look(row, self._held)
            QToolTip.showText(event.globalPosition().toPoint(), self._rows[row][3] if row >= 0 else "", self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().y())
        self._look(row, -1 if row == self._held else row)

    def leaveEvent(self, event: QEvent) -> None:
        self._look(-1, self._held)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS and self._rows:
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self._look(-1, min(max(self._held + step, 0), len(self._rows) - 1))
        elif event.key() in PRESS:
            self._look(-1, -1)
        else:
            super().keyPressEvent(event)
