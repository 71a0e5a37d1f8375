"""A picture that can be painted on: drag to mark a region, with the right button to unmark it.

With the keyboard: arrows move the brush (Shift: further), Space marks, Delete unmarks, + and - size it.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from deepvis_app.engine.messages import Region
from deepvis_app.ui.theme import tokens
from deepvis_app.ui.widgets.own_keys import ARROWS, OwnKeys
from deepvis_app.ui.widgets.picture_view import PictureView

GRID = 32  # cells a side
_SIZES = (0.02, 0.35)  # the brush's radius, of the picture's width
_OPACITY = 150  # of 255
_BUTTONS = Qt.MouseButton.LeftButton | Qt.MouseButton.RightButton
_STEP, _LEAP = 1 / GRID, 4 / GRID  # of the brush by a key, of the picture
_WAYS: Mapping[int, tuple[int, int]] = dict(zip(ARROWS, ((-1, 0), (1, 0), (0, -1), (0, 1)), strict=True))
_MARK, _UNMARK = (Qt.Key.Key_Space,), (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_SIZING: Mapping[int, int] = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


class BrushPicture(PictureView):
    painted = Signal(object)  # Region, or None: nothing is left of it

    def __init__(self, name: str, empty: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, empty, parent)
        self._cells: NDArray[np.bool_] = np.zeros((GRID, GRID), bool)
        self._radius = 0.09
        self._brush: QPointF | None = None
        self._paintable = False
        self.setMouseTracking(True)
        OwnKeys(self, (*ARROWS, *_MARK, *_UNMARK, *_SIZING))

    def set_paintable(self, paintable: bool) -> None:
        self._paintable = paintable
        self.setCursor(Qt.CursorShape.CrossCursor if paintable else Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if paintable else Qt.FocusPolicy.NoFocus)

    def set_region(self, region: Region | None) -> None:
        """Show that one; nothing is emitted."""
        cells = np.zeros((GRID, GRID), bool) if region is None else region.array().copy()
        if not np.array_equal(cells, self._cells):
            self._cells = cells
            self.update()

    # ---- painting ------------------------------------------------------------------------------------

    def paint_over(self, painter: QPainter, place: QRect) -> None:
        accent = QColor(tokens(self).accent)
        if self._cells.any():
            accent.setAlpha(_OPACITY)
            words = np.where(self._cells, np.uint32(accent.rgba()), np.uint32(0)).astype(np.uint32)
            height, width = words.shape
            image = QImage(words.data, width, height, 4 * width, QImage.Format.Format_ARGB32)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
            painter.drawImage(place, image)
        if self._brush is not None and self._paintable:
            radius = self._radius * place.width()
            spot = self._brush * self.devicePixelRatioF()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor("#ffffff"), self.devicePixelRatioF()))
            painter.drawEllipse(spot, radius, radius)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens(self).focus), 2 * self.devicePixelRatioF()))
            painter.drawRect(place.adjusted(1, 1, -1, -1))

    def _paint_at(self, spot: QPointF, erase: bool) -> None:
        rect = self.picture_rect()
        if self._picture is None or rect.isEmpty():
            return
        x, y = (spot.x() - rect.x()) / rect.width(), (spot.y() - rect.y()) / rect.height()
        rows, columns = self._cells.shape
        across = (np.arange(columns) + 0.5) / columns - x
        down = ((np.arange(rows) + 0.5) / rows - y) * rect.height() / rect.width()
        under = across[None, :] ** 2 + down[:, None] ** 2 <= self._radius**2
        if 0 <= x < 1 and 0 <= y < 1:
            under[int(y * rows), int(x * columns)] = True  # however small the brush is
        cells = self._cells & ~under if erase else self._cells | under
        if not np.array_equal(cells, self._cells):
            self._cells = cells
            self.painted.emit(Region.of(cells) if cells.any() else None)
            self.update()

    # ---- mouse -------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._drag(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._brush = event.position()
        self._drag(event)
        self.update()

    def _drag(self, event: QMouseEvent) -> None:
        if self._paintable and event.buttons() & _BUTTONS:
            self._paint_at(event.position(), bool(event.buttons() & Qt.MouseButton.RightButton))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A larger or smaller brush."""
        self._resize(event.angleDelta().y() / 120)
        event.accept()

    def _resize(self, steps: float) -> None:
        self._radius = min(max(self._radius * 1.2**steps, _SIZES[0]), _SIZES[1])
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self._brush = None
        self.update()
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()  # the right button unmarks

    # ---- keyboard ----------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._brush is None:
            self._brush = self.picture_rect().center()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if not self.underMouse():
            self._brush = None
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self._brush is None or not self._paintable:
            super().keyPressEvent(event)
        elif key in _WAYS:
            far = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._move(*_WAYS[key], _LEAP if far else _STEP)
        elif key in _MARK or key in _UNMARK:
            self._paint_at(self._brush, key in _UNMARK)
        elif key in _SIZING:
            self._resize(_SIZING[key])
        else:
            super().keyPressEvent(event)

    def _move(self, right: int, down: int, by: float) -> None:
        """The brush, by that share of the picture, as far as it reaches."""
        rect = self.picture_rect()
        assert self._brush is not None
        x = self._brush.x() + right * by * rect.width()
        y = self._brush.y() + down * by * rect.height()
        self._brush = QPointF(min(max(x, rect.left()), rect.right()), min(max(y, rect.top()), rect.bottom()))
        self.update()
