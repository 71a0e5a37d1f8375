"""A tile whose words are class scores as small bars."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from deepvis_app.ui.theme import small, strong, tokens
from deepvis_app.ui.widgets.tiles import Tile

Bar = tuple[str, float, bool]
"""A class, its probability from 0 to 1, and whether it is the one that matters."""

_GAP = 2


class ScoredTile(Tile):
    bars: Sequence[Bar] = ()

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Likeliest first; none: a tile like any other."""
        if bars != self.bars:
            self.bars = bars
            self._tell()

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        if not self.bars:
            super()._paint_words(painter, room)
            return
        t = tokens(self)
        painter.setFont(strong(self.font()))
        painter.setPen(QColor(t.strong))
        title = painter.fontMetrics().height() + 4
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self.title)
        painter.setFont(small(self.font()))
        height = painter.fontMetrics().height() + 3
        for number, (label, value, marked) in enumerate(self.bars):
            row = QRect(room.x(), room.y() + title + number * (height + _GAP), room.width(), height)
            if row.bottom() > room.bottom():
                break
            painter.fillRect(row, QColor(t.track))
            length = row.width() * min(max(value, 0.0), 1.0)
            painter.fillRect(QRectF(row.x(), row.y(), length, row.height()), QColor(t.bar))
            self._paint_bar_words(painter, row.adjusted(5, 0, -5, 0), label, value, marked)

    def _paint_bar_words(self, painter: QPainter, row: QRect, label: str, value: float, marked: bool) -> None:
        t, middle = tokens(self), Qt.AlignmentFlag.AlignVCenter
        percent = f"{100 * value:.0f}%" if value >= 0.01 else "<1%"
        room = row.width() - painter.fontMetrics().horizontalAdvance(percent) - 6
        painter.setPen(QColor(t.accent if marked else t.text))
        painter.drawText(row, Qt.AlignmentFlag.AlignRight | middle, percent)
        elided = painter.fontMetrics().elidedText(label, Qt.TextElideMode.ElideRight, room)
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft | middle, elided)
