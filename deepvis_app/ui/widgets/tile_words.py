"""The words of a tile: beside its picture, or below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from deepvis_app.engine.messages import Area
from deepvis_app.ui.theme import Tokens, small, strong, tokens

if TYPE_CHECKING:
    from deepvis_app.ui.widgets.tiles import Tile

WIDTH = 104  # pixels beside a picture
HEIGHT = 54  # pixels below one: three lines
_LEFT, _RIGHT, _TOP = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignTop
_WRAPPED = _LEFT | _TOP | Qt.TextFlag.TextWordWrap
_DOT = 7  # pixels of a class's colour


def words_beside(painter: QPainter, tile: Tile, room: QRect) -> None:
    """Title, setting or legend from the top; figures at the bottom, the last ones where there is no room."""
    t = tokens(tile)
    painter.setFont(strong(tile.font()))
    painter.setPen(QColor(t.strong))
    used = painter.fontMetrics().boundingRect(room, _WRAPPED, tile.title)
    painter.drawText(room, _WRAPPED, tile.title)
    painter.setFont(small(tile.font()))
    painter.setPen(QColor(t.muted))
    line = painter.fontMetrics().height()
    figures = tile.figures[: max(0, (room.height() - used.height()) // line)]
    painter.drawText(room, _LEFT | Qt.AlignmentFlag.AlignBottom, "\n".join(figures))
    left = room.adjusted(0, used.height() + 3, 0, -line * len(figures))
    if tile.legend and not tile.note:
        for place, area in enumerate(tile.legend[: max(0, left.height() // line)]):
            _paint_area(painter, area, QRect(left.x(), left.y() + place * line, left.width(), line))
        return
    painter.setClipRect(left)
    painter.drawText(left, _WRAPPED, tile.note or tile.setting)
    painter.setClipping(False)


def words_below(
    painter: QPainter, tile: Tile, room: QRect, font: QFont | None = None, look: Tokens | None = None
) -> None:
    """Title; setting, legend or note, and the first figure; the other figures. In the tile's font and look,
    if in no other.
    """
    t, font = look or tokens(tile), font or tile.font()
    bold, plain = strong(font), small(font)
    first, rest = tile.figures[:1], tile.figures[1:]
    painter.setFont(bold)
    painter.setPen(QColor(t.strong))
    top = QRect(room.x(), room.y(), room.width(), painter.fontMetrics().height())
    _paint_cut(painter, tile.title, top)
    painter.setFont(plain)
    painter.setPen(QColor(t.muted))
    line = painter.fontMetrics().height()
    below = QRect(room.x(), top.bottom() + 2, room.width(), line)
    if tile.note:
        painter.drawText(below.adjusted(0, 0, 0, line), _WRAPPED, tile.note)
        return
    painter.drawText(below, _RIGHT | Qt.AlignmentFlag.AlignVCenter, "".join(first))
    taken = painter.fontMetrics().horizontalAdvance("".join(first)) + (8 if first else 0)
    beside = below.adjusted(0, 0, -taken, 0)
    if tile.legend:
        _paint_areas(painter, tile.legend, [beside, below.translated(0, line)])
        return
    _paint_cut(painter, tile.setting, beside)
    _paint_cut(painter, " · ".join(rest), below.translated(0, line))


def _paint_areas(painter: QPainter, legend: Sequence[Area], lines: Sequence[QRect]) -> None:
    """As many as fit, one after another in these lines."""
    rest = list(lines)
    for area in legend:
        width = painter.fontMetrics().horizontalAdvance(_label(area)) + _DOT + 6
        while rest and rest[0].width() < width and rest[0] not in lines:
            rest.pop(0)
        if not rest:
            return
        _paint_area(painter, area, rest[0])
        rest[0] = rest[0].adjusted(min(width + 10, rest[0].width()), 0, 0, 0)


def _paint_area(painter: QPainter, area: Area, room: QRect) -> None:
    dot = QRect(room.x(), room.center().y() - _DOT // 2, _DOT, _DOT)
    painter.fillRect(dot, QColor(*area.colour))
    _paint_cut(painter, _label(area), room.adjusted(_DOT + 5, 0, 0, 0))


def _label(area: Area) -> str:
    return f"{area.label} {area.share:.0%}"


def _paint_cut(painter: QPainter, words: str, room: QRect) -> None:
    cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _LEFT | Qt.AlignmentFlag.AlignVCenter, cut)
