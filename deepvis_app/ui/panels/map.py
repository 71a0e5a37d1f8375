"""The map of an index's pictures by their codes: dots, thumbnails, groups, and a grid of pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from deepvis_app.engine.messages import IndexRef, NeighboursRequest, NeighboursView, View, ViewRequest
from deepvis_app.i18n import Text
from deepvis_app.session import Session
from deepvis_app.session.atlas import PIXELS, Classes, Grid
from deepvis_app.session.findings import Group, group, pictures, thumbnails
from deepvis_app.session.patches import WholePicture, whole_picture
from deepvis_app.ui.panels.live_panel import LivePanel
from deepvis_app.ui.panels.map_head import MapHead
from deepvis_app.ui.panels.map_side import MapSide, legend_rows
from deepvis_app.ui.savables import Savable
from deepvis_app.ui.sourcing import to_pixels
from deepvis_app.ui.texts import tr
from deepvis_app.ui.widgets.kind_colours import kind_colours
from deepvis_app.ui.widgets.no_index import NoIndex
from deepvis_app.ui.widgets.picture_grid import PictureGrid
from deepvis_app.ui.widgets.point_map import PointMap

_CARD, _GROUP, _THUMBNAILS, _INPUT = "map card", "map group", "map thumbnails", "map input"
_LIVE = "map neighbours"
_NEAREST = 10  # pictures by which the live frame is placed
_RESIZE_MS = 400  # the grid waits until the panel has its new size
_CELL = 26  # logical pixels of a picture in the grid, about


class MapPanel(LivePanel):
    roomy = QSize(1080, 720)
    save_wanted = Signal(object)  # Savable

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.atlas, self.library = session.atlas, session.library
        self._selected = -1
        self._card = -1  # the picture that the card shows, or is to show
        self._colour_by = "label"
        self._group: Group | None = None
        self._grid: Grid | None = None
        self.head = MapHead(self.atlas, self.library)
        self.points = PointMap(tr("Map of the pictures"))
        self.grid = PictureGrid(tr("Grid of the pictures"))
        self.side = MapSide()
        self._canvas = QStackedWidget()
        self._arranging = QTimer(self, singleShot=True, interval=_RESIZE_MS)
        self._body = QStackedWidget()
        self._build()
        self._connect()
        self._take_index()

    def _build(self) -> None:
        self._canvas.addWidget(self.points)
        self._canvas.addWidget(self.grid)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self._canvas, 1)
        middle.addWidget(self.side)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(12, 2, 12, 8)
        column.setSpacing(6)
        column.addWidget(self.head)
        column.addLayout(middle, 1)
        self._body.addWidget(whole)
        self._body.addWidget(NoIndex(self.session))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._body)

    def _connect(self) -> None:
        self._arranging.timeout.connect(self._arrange)
        self.head.view_chosen.connect(self._show_view)
        self.head.colour_chosen.connect(self._choose_colour)
        self.head.lasso_toggled.connect(self._set_lasso)
        self.head.save_wanted.connect(self._save)
        for canvas in (self.points, self.grid):
            canvas.hovered.connect(self._hover)
            canvas.picked.connect(self._pick)
            canvas.opened.connect(self._open)
        self.points.lassoed.connect(self._ask_group)
        self.points.thumbnails_wanted.connect(self._ask_thumbnails)
        self.side.input_wanted.connect(self._take_input)
        self.side.kind_lit.connect(self._light_kind)
        self.side.unit_chosen.connect(self.session.set_unit)
        self.side.group_closed.connect(self._close_group)
        self.atlas.chart_changed.connect(self._take_chart)
        self.atlas.progressed.connect(self._take_progress)
        self.atlas.grid_made.connect(self._take_grid)
        self.atlas.refused.connect(self._refuse)
        self.library.changed.connect(self._take_index)
        self.library.answered.connect(self._take_answer)
        self.session.layer_changed.connect(self._take_layer)

    # ---- the live frame among the pictures ---------------------------------------------------------------

    def requests(self) -> Mapping[str, ViewRequest]:
        index, chart = self.library.index, self.atlas.chart
        if index is None or chart is None or not index.code_layers or self.head.view.value != "map":
            return {}
        layer = index.code_layers[-1] if chart.options.code == PIXELS else chart.options.code
        ref = IndexRef(index.path, index.fingerprint, index.count)
        return {_LIVE: NeighboursRequest(layer, ref, _NEAREST, chart.options.tsne.metric)}

    def take(self, views: Mapping[str, View]) -> None:
        view, chart = views.get(_LIVE), self.atlas.chart
        if isinstance(view, NeighboursView) and chart is not None:
            found = view.by_pixels if chart.options.code == PIXELS else view.by_code
            self.points.set_live([one.picture for one in found])

    # ---- which map ---------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    def set_covered(self, covered: bool) -> None:
        super().set_covered(covered)
        self._look()

    def _look(self) -> None:
        """The first map of an index is looked for when somebody looks."""
        if self.is_seen and self.atlas.chart is None and not self.atlas.making:
            self.atlas.open()

    def _take_index(self) -> None:
        self._body.setCurrentIndex(0 if self.library.index is not None else 1)
        self._close_group()
        self._selected = -1
        self._show_card(-1)
        self.head.show_options()
        self._look()

    def _take_chart(self) -> None:
        chart = self.atlas.chart
        self.ask()
        if chart is None:
            self.points.set_points(np.empty(0, np.int64), np.empty((0, 2)))
            self.grid.set_grid(None, None)
            for canvas in (self.points, self.grid):
                canvas.set_empty(tr("No such map yet. Press Make map."))
            return
        self.points.set_points(chart.ids, chart.points)
        self._colour()
        self._arrange()

    def _take_progress(self, done: float | None) -> None:
        if done is not None and self.atlas.chart is None:
            self.points.set_empty(tr("Looking for the neighbours of each picture…"))

    def _refuse(self, why: Text) -> None:
        self.points.set_empty(tr(why))

    # ---- colours -----------------------------------------------------------------------------------------

    def _choose_colour(self, by: str) -> None:
        self._colour_by = by
        self._colour()

    def _classes(self) -> Classes | None:
        chart = self.atlas.chart
        if chart is None:
            return None
        return chart.said if self._colour_by == "said" or not chart.labels.names else chart.labels

    def _colour(self) -> None:
        classes = self._classes()
        if classes is not None:
            colours = kind_colours(self)
            self.points.set_colours(colours[classes.kinds])
            self.side.legend.set_rows(legend_rows(classes, colours))

    def _light_kind(self, kind: int) -> None:
        classes = self._classes()
        if classes is not None:
            self.points.set_lit(None if kind < 0 else classes.kinds == kind)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    # ---- one picture -------------------------------------------------------------------------------------

    def _hover(self, id: int) -> None:
        self._show_card(id if id >= 0 else self._selected)

    def _pick(self, id: int) -> None:
        self._selected = id
        self.points.set_selected(id)
        self.grid.set_selected(id)
        self._show_card(id)

    def _open(self, id: int) -> None:
        self._pick(id)
        self._take_input()

    def _show_card(self, id: int) -> None:
        self._card = id
        if id < 0:
            self.library.drop(_CARD)
            self.side.show_picture(None, None, ())
        else:
            self.library.ask(_CARD, lambda index: pictures(index, [id]))

    def _take_input(self) -> None:
        network, id = self.session.network, self._card
        if network is not None and id >= 0:
            how = network.preprocessing
            self.library.ask(_INPUT, lambda index: whole_picture(index, id, how))

    def _ask_thumbnails(self, ids: tuple[int, ...]) -> None:
        self.library.ask(_THUMBNAILS, lambda index: thumbnails(index, ids))

    def _take_answer(self, name: str, value: Any) -> None:
        if name == _THUMBNAILS:
            self.points.set_thumbnails(value)
        elif name == _CARD and self._card in value and self.library.index is not None:
            picture, pixels = value[self._card]
            self.side.show_picture(picture, pixels, self.library.index.classes)
        elif name == _INPUT and isinstance(value, WholePicture):
            self._show_input(value)
        elif name == _GROUP:
            self._group = value
            info = self.session.find_layer(value.layer)
            self.side.show_group(value, info.title if info is not None else "")

    def _show_input(self, found: WholePicture) -> None:
        if found.pixels is None:
            self.head.note.set_text(tr("{path} is no longer there.", path=found.path))
        else:
            self.session.open_still(found.pixels, found.path.rpartition("/")[2])

    # ---- a group -----------------------------------------------------------------------------------------

    def _set_lasso(self, always: bool) -> None:
        self.points.lasso_always = always

    def _ask_group(self, ids: tuple[int, ...]) -> None:
        if not ids:
            self._close_group()
            return
        chart, layer = self.atlas.chart, self.session.layer or ""
        if chart is not None:
            self.points.set_lit(np.isin(chart.ids, ids))
        self.library.ask(_GROUP, lambda index: group(index, layer, ids))

    def _close_group(self) -> None:
        self._group = None
        self.points.set_lit(None)
        self.side.show_group(None)

    def _take_layer(self, _name: str) -> None:
        if self._group is not None:
            self._ask_group(self._group.ids)

    # ---- the grid ----------------------------------------------------------------------------------------

    def _show_view(self, view: str) -> None:
        self._canvas.setCurrentWidget(self.grid if view == "grid" else self.points)
        for widget in (self.head.lasso, self.head.colour):
            widget.setEnabled(view == "map")
        self.ask()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arranging.start()

    def _arrange(self) -> None:
        chart = self.atlas.chart
        if chart is not None and chart.finished and self.head.view.value == "grid":
            self.grid.set_empty(tr("Laying out the grid…"))
            self.atlas.arrange(self._canvas.width() // _CELL, self._canvas.height() // _CELL)

    def _take_grid(self, made: Grid) -> None:
        self._grid = made
        places = made.lattice.pictures
        ids = np.where(places >= 0, made.chart.ids[np.maximum(places, 0)], -1)
        self.grid.set_grid(ids, made.pixels)
        self.head.note.set_text(
            tr(
                "{columns} × {rows} pictures, each on average {moved} cells from its place on the map",
                columns=made.lattice.columns,
                rows=made.lattice.rows,
                moved=f"{made.lattice.moved:.1f}",
            )
        )

    # ---- saved, remembered -------------------------------------------------------------------------------

    def _save(self) -> None:
        chart, network = self.atlas.chart, self.session.network
        if chart is None:
            return
        about: dict[str, object] = {
            "network": network.spec.spec if network else None,
            "index": str(self.library.path),
            "method": chart.options.method,
            "layer": chart.options.code,
            "params": asdict(chart.options),
        }
        if self.head.view.value == "grid" and self._grid is not None:
            about["moved"] = self._grid.lattice.moved
            pixels, title = self._grid.pixels, tr("Grid of the pictures")
        else:
            pixels, title = to_pixels(self.points.grab().toImage()), tr("Map of the pictures")
        self.save_wanted.emit(Savable("map", title, pixels, about))

    def remembered(self) -> dict[str, Any]:
        return {"options": self.atlas.remembered(), "colour": self._colour_by}

    def remember(self, saved: Mapping[str, Any]) -> None:
        colour, options = saved.get("colour"), saved.get("options")
        if colour in ("label", "said"):
            self._colour_by = colour
            self.head.colour.set_value(colour)
        if isinstance(options, dict) and isinstance(options.get("tsne"), dict):
            self.atlas.remember(options)
            self.head.show_options()
