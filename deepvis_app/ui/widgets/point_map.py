"""Pictures as points of a plane: dots that become thumbnails as one comes closer, and a lasso around many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from deepvis_app.engine.messages import Pixels
from deepvis_app.ui.theme import tokens
from deepvis_app.ui.widgets import dots
from deepvis_app.ui.widgets.own_keys import PRESS
from deepvis_app.ui.widgets.paint import Picture, device_pixels
from deepvis_app.ui.widgets.plane import Plane

Floats = NDArray[np.float64]

_SMALLEST, _LARGEST = 22.0, 72.0  # sides of a thumbnail; smaller ones are not shown
_SHARE = 2.2  # a thumbnail's side in mean distances between points
_CLOSE = 9.0  # pixels from the pointer to a point that is meant
_FADED = 0.22  # how opaque points are that do not belong to what is looked at
_KEPT = 2_000  # thumbnails in memory
_LEVELS = 4  # to each doubling of the zoom, of which points have thumbnails
_TOGETHER = 0.06  # of the map's extent: neighbours this near to the nearest one place the live frame
_AT_ONCE = 48  # thumbnails asked for together


class PointMap(Plane):
    """Points have ids, their pictures'; colours are set from outside."""

    hovered = Signal(int)  # id; -1: none
    picked = Signal(int)  # a click; -1: beside every point
    opened = Signal(int)  # a double click, Enter
    lassoed = Signal(object)  # tuple of ids
    thumbnails_wanted = Signal(object)  # tuple of ids

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, 200.0, parent)
        self._ids = np.empty(0, np.int64)
        self._points = np.empty((0, 2))
        self._place_of: dict[int, int] = {}
        self._colours = np.empty(0, np.uint32)
        self._lit: NDArray[np.bool_] | None = None
        self._order = np.empty(0, np.int64)
        self._apart: dict[int, NDArray[np.int64]] = {}  # by level, which points can have thumbnails
        self._thumbnails: dict[int, Picture] = {}
        self._asked: frozenset[int] = frozenset()
        self._shown: list[tuple[int, QRectF]] = []  # places with thumbnails, in the order of painting
        self._selected = self._hover = -1  # places
        self._live: QPointF | None = None
        self._lasso: list[QPointF] = []
        self._lassoing = self.lasso_always = False
        self.view_changed.connect(self._forget_levels)
        self._base_size = (0.0, 0.0)

    # ---- what is shown -----------------------------------------------------------------------------------

    def set_points(self, ids: NDArray[np.int64], points: Floats) -> None:
        """(n,) and (n, 2) from 0 to 1, y down. The same ids again only move."""
        if not np.array_equal(ids, self._ids):
            self._place_of = {id: place for place, id in enumerate(ids.tolist())}
            self._order = np.random.default_rng(0).permutation(len(ids))
            self._colours = np.full(len(ids), 0xFF808080, np.uint32)
            self._thumbnails.clear()
            self._asked = frozenset()
            self._lit = None
            self._selected = self._hover = -1
            self._live = None
        self._ids, self._points = ids, points
        self._apart.clear()
        self.update()

    def set_colours(self, colours: NDArray[np.uint32]) -> None:
        """(n,) 0xffRRGGBB."""
        self._colours = colours
        self.update()

    def set_lit(self, lit: NDArray[np.bool_] | None) -> None:
        """(n,): the others fade; None: none does."""
        self._lit = lit
        self.update()

    def set_thumbnails(self, thumbnails: Mapping[int, Pixels]) -> None:
        for id, pixels in thumbnails.items():
            self._thumbnails[id] = Picture(pixels)
        while len(self._thumbnails) > _KEPT:
            del self._thumbnails[next(iter(self._thumbnails))]
        self._asked = frozenset()
        self.update()

    def set_selected(self, id: int) -> None:
        """-1: none."""
        self._selected = self._place_of.get(id, -1)
        if self._selected >= 0:
            self.show_point(*self._points[self._selected].tolist())
        self.update()

    def set_live(self, nearest: Sequence[int]) -> None:
        """The pictures most like the live frame, the nearest first: it goes to the nearest one on the map, in
        the middle of those of them that lie close by.
        """
        places = [self._place_of[id] for id in nearest if id in self._place_of]
        if not places:
            live = None
        else:
            spots = self._points[places]
            close = np.abs(spots - spots[0]).max(axis=1) <= _TOGETHER
            live = QPointF(*spots[close].mean(axis=0).tolist())
        if live != self._live:
            self._live = live
            self.update()

    @property
    def live(self) -> QPointF | None:
        return self._live

    @property
    def thumbnails_shown(self) -> int:
        return len(self._shown)

    # ---- what the pointer means --------------------------------------------------------------------------

    def has_content(self) -> bool:
        return len(self._ids) > 0

    def at(self, position: QPointF) -> int:
        """The place of the point that is meant, -1 for none: of the uppermost thumbnail, or the nearest."""
        for place, rect in reversed(self._shown):
            if rect.contains(position):
                return place
        if not len(self._ids):
            return -1
        x, y = self._positions()
        apart = np.hypot(x - position.x(), y - position.y())
        nearest = int(apart.argmin())
        return nearest if apart[nearest] <= _CLOSE else -1

    def moved_to(self, position: QPointF | None) -> None:
        place = -1 if position is None else self.at(position)
        if place != self._hover:
            self._hover = place
            self.hovered.emit(self._id(place))
            self.update()

    def clicked_at(self, position: QPointF) -> None:
        self._selected = self.at(position)
        self.picked.emit(self._id(self._selected))
        self.update()

    def opened_at(self, position: QPointF) -> None:
        place = self.at(position)
        if place >= 0:
            self.opened.emit(self._id(place))

    def key_pressed(self, key: int) -> bool:
        if key in PRESS and self._selected >= 0:
            self.opened.emit(self._id(self._selected))
            return True
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        self._lassoing = bool(shift) or self.lasso_always
        self._lasso = [event.position()] if self._lassoing else []
        super().mousePressEvent(event)

    def dragged(self, before: QPointF, here: QPointF) -> None:
        if self._lassoing:
            self.setCursor(Qt.CursorShape.CrossCursor)
            self._lasso.append(here)
            self.update()
        else:
            super().dragged(before, here)

    def drag_ended(self) -> None:
        if self._lassoing:
            x, y = self._positions()
            around = np.array([(spot.x(), spot.y()) for spot in self._lasso])
            self._lasso, self._lassoing = [], False
            self.lassoed.emit(tuple(self._ids[dots.within(x, y, around)].tolist()))
            self.update()

    def _id(self, place: int) -> int:
        return -1 if place < 0 else int(self._ids[place])

    # ---- painting ----------------------------------------------------------------------------------------

    def paint_content(self, painter: QPainter) -> None:
        x, y = self._positions()
        self._paint_dots(painter, x, y)
        self._paint_thumbnails(painter, x, y)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = tokens(self)
        for place, colour in ((self._hover, t.text), (self._selected, t.accent)):
            if 0 <= place < len(x):
                self._paint_ring(painter, place, QPointF(x[place], y[place]), colour)
        if self._live is not None:
            here = self.place()
            spot = QPointF(
                here.x() + self._live.x() * here.width(), here.y() + self._live.y() * here.height()
            )
            painter.setPen(QPen(QColor(t.window), 2))
            painter.setBrush(QColor(t.accent))
            painter.drawEllipse(spot, 7, 7)
            painter.setPen(QPen(QColor(t.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(spot, 12, 12)
        if len(self._lasso) > 1:
            painter.setPen(QPen(QColor(t.accent), 1.5, Qt.PenStyle.DashLine))
            fill = QColor(t.accent)
            fill.setAlpha(30)
            painter.setBrush(fill)
            painter.drawPolygon(QPolygonF(self._lasso))

    def _paint_dots(self, painter: QPainter, x: Floats, y: Floats) -> None:
        window = QColor(tokens(self).window)
        over = window.rgb()
        with device_pixels(painter, self, window) as around:
            ratio = self.devicePixelRatioF()
            canvas = np.full((around.height(), around.width()), over, np.uint32)
            radius = ratio * min(2.4 + 0.5 * np.log2(self.zoom), 5.0)
            seen = (x > -9) & (x < self.width() + 9) & (y > -9) & (y < self.height() + 9)
            lit = seen if self._lit is None else seen & self._lit
            if self._lit is not None:
                faint = seen & ~self._lit
                colours = dots.blend(self._colours[faint], over, _FADED)
                dots.draw(canvas, x[faint] * ratio, y[faint] * ratio, colours, radius, over)
            dots.draw(canvas, x[lit] * ratio, y[lit] * ratio, self._colours[lit], radius, over)
            form = QImage.Format.Format_RGB32
            painter.drawImage(
                0, 0, QImage(canvas.data, around.width(), around.height(), 4 * around.width(), form)
            )

    def _paint_thumbnails(self, painter: QPainter, x: Floats, y: Floats) -> None:
        self._shown = []
        side = self._side()
        if side < _SMALLEST:
            return
        half = side / 2
        missing = []
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for place in self._candidates(x, y, side).tolist():
            if self._lit is not None and not self._lit[place]:
                continue
            picture = self._thumbnails.get(int(self._ids[place]))
            if picture is None:
                missing.append(int(self._ids[place]))
                continue
            frame = QRectF(x[place] - half, y[place] - half, side, side)
            wide, high = picture.size.width(), picture.size.height()
            scale = side / max(wide, high, 1)
            rect = QRectF(0, 0, wide * scale, high * scale)
            rect.moveCenter(frame.center())
            painter.drawImage(rect, picture.image)
            painter.setPen(QPen(QColor.fromRgb(int(self._colours[place])), 1.6))
            painter.drawRect(rect)
            self._shown.append((place, rect))
        self._ask_for(missing)

    def _candidates(self, x: Floats, y: Floats, side: float) -> NDArray[np.int64]:
        """Places in sight whose thumbnails do not cover each other, whatever part of the map is looked at."""
        level = int(np.floor(_LEVELS * np.log2(1024 * self.zoom / side)))
        if level not in self._apart:
            distance = 1024 * 2 ** (-level / _LEVELS)  # at zoom 1; at this zoom never less than `side`
            base = self.base()
            ordered = self._points[self._order] * (base.width(), base.height())
            self._apart[level] = self._order[dots.far_apart(ordered[:, 0], ordered[:, 1], distance)]
        found = self._apart[level]
        half = side / 2
        seen = (x[found] > -half) & (x[found] < self.width() + half)
        seen &= (y[found] > -half) & (y[found] < self.height() + half)
        return found[seen]

    def _paint_ring(self, painter: QPainter, place: int, spot: QPointF, colour: str) -> None:
        painter.setPen(QPen(QColor(colour), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for shown, rect in self._shown:
            if shown == place:
                painter.drawRect(rect.adjusted(-2, -2, 2, 2))
                return
        painter.drawEllipse(spot, 6, 6)

    def _ask_for(self, missing: Sequence[int]) -> None:
        """Once, until they come: what is asked for meanwhile is asked for then."""
        wanted = frozenset(missing[:_AT_ONCE])
        if wanted and not self._asked:
            self._asked = wanted
            self.thumbnails_wanted.emit(tuple(missing[:_AT_ONCE]))

    # ---- geometry ----------------------------------------------------------------------------------------

    def _positions(self) -> tuple[Floats, Floats]:
        place = self.place()
        x = place.x() + self._points[:, 0] * place.width()
        y = place.y() + self._points[:, 1] * place.height()
        return x, y

    def _side(self) -> float:
        """Of a thumbnail at this zoom; it depends on nothing else, so that moving about changes no sizes."""
        base = self.base()
        spacing = self.zoom * (base.width() * base.height() / max(len(self._ids), 1)) ** 0.5
        return float(min(_SHARE * spacing, _LARGEST))

    def _forget_levels(self) -> None:
        base = self.base()
        if (base.width(), base.height()) != self._base_size:
            self._base_size = (base.width(), base.height())
            self._apart.clear()
