"""Marks on the cells of a unit grid, of what an index knows: dead, always on, and for one label."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from deepvis_app.session.findings import SELECTIVE, UnitMarks
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import Tokens

_SIDE = 7  # logical pixels


def paint_mark(painter: QPainter, marks: UnitMarks, unit: int, cell: QRect, ratio: float, t: Tokens) -> None:
    """In the upper left corner of `cell`, in device pixels: a cross, a dot or a filled corner."""
    side = min(_SIDE * ratio, cell.width() / 3)
    corner = QRectF(cell.x(), cell.y(), side, side)
    if marks.dead[unit]:
        painter.setPen(QPen(QColor(t.muted), 1.4 * ratio))
        inner = corner.adjusted(2, 2, 0, 0)
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.topRight(), inner.bottomLeft())
    elif marks.always_on[unit]:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.focus))
        painter.drawEllipse(corner.adjusted(2, 2, 0, 0))
    elif marks.selective[unit]:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.accent))
        points = (corner.topLeft(), corner.topRight(), corner.bottomLeft())
        painter.drawPolygon(QPolygonF([QPointF(point) for point in points]))


def describe_mark(marks: UnitMarks, unit: int) -> str:
    """For a tooltip; "" where there is nothing to say."""
    if marks.dead[unit]:
        return tr("dead: 0 in all {count} pictures of the index", count=f"{marks.of:,}")
    words = [tr("always on over the index")] if marks.always_on[unit] else []
    if marks.favourite[unit] is not None:
        key = "for one label: {label}" if marks.selective[unit] else "most for {label}"
        named = tr(key, label=marks.favourite[unit])
        words.append(tr("{named} (selectivity {value})", named=named, value=f"{marks.selectivity[unit]:.2f}"))
    return "\n".join(words)


def count_marks(marks: UnitMarks) -> tuple[str, str]:
    """How many units of the layer have each mark, and a tooltip that says what the marks are."""
    counts = (("✕", marks.dead), ("●", marks.always_on), ("◤", marks.selective))
    words = "  ".join(f"{mark} {int(units.sum())}" for mark, units in counts if units.any())
    tip = tr(
        "Over the {count} pictures of the index. Cross: dead, 0 everywhere. Dot: always on, above zero "
        "at 99 % of all places. Filled corner: for one label, with a mean answer at least {times} times "
        "that to the others.",
        count=f"{marks.of:,}",
        times=f"{SELECTIVE:g}",
    )
    return words, tip
