"""Class scores in pairs: a bar without and one with the interventions, and what they change."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from deepvis_app.engine.messages import Compared, InterventionsView
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import Tokens, small, strong, tokens

_BAR, _APART, _GAP = 5, 1, 9  # heights: of a bar, between two of a pair, between pairs
_SWATCH = 14
_MINUS = "\u2212"


class PairedBars(QWidget):
    """One pair below another, as many as fit, or a sentence instead. A `Legend` tells the colours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: InterventionsView | None = None
        self._words = ""
        self.setAccessibleName(tr("Scores without and with the interventions"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_view(self, view: InterventionsView) -> None:
        self._view, self._words = view, ""
        if QAccessible.isActive():
            self.setAccessibleDescription(", ".join(self.words(one) for one in view.classes))
        self.update()

    def set_words(self, words: str) -> None:
        """Instead of bars; "" brings those back that come next."""
        if words != self._words or self._view is not None:
            self._view, self._words = None, words
            self.update()

    @property
    def view(self) -> InterventionsView | None:
        return self._view

    def words(self, one: Compared) -> str:
        """Label, both values and the change, e.g. "zebra 71.2 → 12.3 %  −58.9"."""
        return f"{one.label} {self._values(one)}  {self._change(one)}"

    def rows(self) -> int:
        """How many pairs there is room for."""
        return max(1, (self.height() + _GAP) // self._pitch())

    def _values(self, one: Compared) -> str:
        assert self._view is not None
        untouched, touched = self._shown(one.untouched), self._shown(one.touched)
        return f"{untouched} → {touched}" + (" %" if self._view.probabilities else "")

    def _change(self, one: Compared) -> str:
        """Of the values as they are shown: in points of a hundred, only as exact as the scores are."""
        untouched, touched = self._shown(one.untouched), self._shown(one.touched)
        if "–" in (untouched, touched):
            return ""
        digits = len(touched.partition(".")[2])
        change = float(touched) - float(untouched)
        sign = _MINUS if change < 0 else "+" if change > 0 else ""
        return f"{sign}{abs(change):.{digits}f}"

    def _shown(self, value: float) -> str:
        assert self._view is not None
        if math.isnan(value):  # a class that this side does not have
            return "–"
        if not self._view.probabilities:
            return f"{value:.2f}"
        return f"{100 * value:.{1 if self._view.exact else 0}f}"

    # ---- geometry and painting ---------------------------------------------------------------------------

    def _line(self) -> int:
        return self.fontMetrics().height()

    def _pitch(self) -> int:
        return self._line() + 3 + 2 * _BAR + _APART + _GAP

    def sizeHint(self) -> QSize:
        return QSize(260, 4 * self._pitch())

    def minimumSizeHint(self) -> QSize:
        return QSize(170, self._pitch())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t, view = tokens(self), self._view
        if view is None or not view.classes:
            painter.setFont(small(self.font()))
            painter.setPen(QColor(t.muted))
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), flags, self._words)
            return
        values = [value for one in view.classes for value in (one.untouched, one.touched)]
        largest = max((abs(value) for value in values if not math.isnan(value)), default=0.0)
        unit = 1.0 if view.probabilities else max(largest, 1e-12)
        for place, one in enumerate(view.classes[: self.rows()]):
            self._paint_pair(painter, one, place * self._pitch(), unit, t)

    def _paint_pair(self, painter: QPainter, one: Compared, top: int, unit: float, t: Tokens) -> None:
        line = QRectF(0, top, self.width(), self._line())
        right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(strong(self.font()))
        painter.setPen(QColor(t.strong))
        painter.drawText(line, right | middle, self._change(one))
        wide = painter.fontMetrics().horizontalAdvance(f"{_MINUS}100.0")
        painter.setFont(self.font())
        painter.setPen(QColor(t.text))
        values = self._values(one)
        painter.drawText(line.adjusted(0, 0, -wide - 10, 0), right | middle, values)
        metrics = painter.fontMetrics()
        room = int(line.width()) - wide - 22 - metrics.horizontalAdvance(values)
        label = metrics.elidedText(one.label, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, left | middle, label)
        painter.setPen(Qt.PenStyle.NoPen)
        y = top + self._line() + 3
        for value, colour in ((one.untouched, t.bar), (one.touched, t.accent)):
            painter.setBrush(QColor(t.track))
            painter.drawRoundedRect(QRectF(0, y, self.width(), _BAR), 2, 2)
            length = 0.0 if math.isnan(value) else min(1.0, abs(value) / unit) * self.width()
            if length >= 1:
                painter.setBrush(QColor(colour))
                painter.drawRoundedRect(QRectF(0, y, max(length, 3), _BAR), 2, 2)
            y += _BAR + _APART


class Legend(QWidget):
    """Which bar is which: without and with interventions, or as `words` has it."""

    def __init__(self, words: tuple[str, str] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setFont(small(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _entries(self) -> tuple[tuple[str, str], ...]:
        t = tokens(self)
        first, second = self._words or (tr("untouched"), tr("touched"))
        return (first, t.bar), (second, t.accent)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        wide = sum(metrics.horizontalAdvance(words) + _SWATCH + 24 for words, _ in self._entries())
        return QSize(wide, metrics.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = 0.0
        for words, colour in self._entries():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(x, (self.height() - _BAR) / 2, _SWATCH, _BAR), 2, 2)
            painter.setPen(QColor(tokens(self).muted))
            room = QRectF(x + _SWATCH + 6, 0, self.width(), self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
            x += painter.fontMetrics().horizontalAdvance(words) + _SWATCH + 24
