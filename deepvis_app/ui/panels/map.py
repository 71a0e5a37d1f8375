"""The map of an index's pictures by their codes: dots, thumbnails, groups, and a grid of pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from deepvis_app.engine.messages import View, ViewRequest
from deepvis_app.i18n import Text
from deepvis_app.session import Session
from deepvis_app.session.atlas import Chart, Classes, Grid, MapOptions
from deepvis_app.session.findings import Group, group, pictures, thumbnails
from deepvis_app.session.patches import WholePicture, whole_picture
from deepvis_app.ui.panels.live_panel import LivePanel
from deepvis_app.ui.panels.map_side import MapSide
from deepvis_app.ui.savables import Savable
from deepvis_app.ui.sourcing import to_pixels
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import small
from deepvis_app.ui.widgets.choice import Choice
from deepvis_app.ui.widgets.kind_colours import kind_colours
from deepvis_app.ui.widgets.labels import Label
from deepvis_app.ui.widgets.no_index import NoIndex
from deepvis_app.ui.widgets.picture_grid import PictureGrid
from deepvis_app.ui.widgets.point_map import PointMap
from deepvis_app.ui.widgets.segments import Segments

_CARD, _GROUP, _THUMBNAILS, _INPUT = "map card", "map group", "map thumbnails", "map input"
_CELL = 30  # logical pixels of a picture in the grid, about
_NAMES = 3  # of a kind's classes in the legend


class MapPanel(LivePanel):
    save_wanted = Signal(object)  # Savable

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.atlas, self.library = session.atlas, session.library
        self._selected = -1
        self._card = -1  # the picture that the card shows, or is to show
        self._colour_by = "label"
        self._group: Group | None = None
        self._grid: Grid | None = None
        self.view = Segments(
            tr("Show"),
            (
                ("map", tr("Map"), tr("Each picture a point; thumbnails appear as you come closer")),
                ("grid", tr("Grid"), tr("Pictures on a regular grid, each cell the nearest, none twice")),
            ),
        )
        self.method = Choice(
            tr("by"),
            {"pca": tr("PCA"), "tsne": tr("t-SNE")},
            tr("PCA: the two directions of largest variance. t-SNE: keeps like pictures together"),
        )
        self.code = Choice(
            tr("codes of"), {"": "–"}, tr("The layer whose codes are compared, or the pixels themselves")
        )
        self.colour = Choice(
            tr("colour"),
            {"label": tr("label"), "said": tr("prediction")},
            tr("What the colours stand for. Of many classes, those with like codes share one"),
        )
        self.note = Label("", "caption")
        self.settings = QPushButton(tr("Settings…"))
        self.start = QPushButton(tr("Make map"))
        self.stop = QPushButton(tr("Cancel"))
        self.progress = QProgressBar(textVisible=False, maximum=1000)
        self.lasso = QToolButton()
        self.save = QPushButton(tr("Save"))
        self.points = PointMap(tr("Map of the pictures"))
        self.grid = PictureGrid(tr("Grid of the pictures"))
        self.side = MapSide()
        self.nothing = NoIndex(session)
        self._canvas = QStackedWidget()
        self._body = QStackedWidget()
        self._build()
        self._connect()
        self._take_index()

    def _build(self) -> None:
        self.view.set_value("map")
        self.settings.setToolTip(tr("Perplexity, steps, beginning, seed, distance, number of pictures"))
        self.start.setToolTip(tr("Lay the pictures out anew, beside the live pictures"))
        self.stop.setToolTip(tr("Stop; what has been reached stays to be seen, but is not kept"))
        self.save.setToolTip(tr("Save the grid, or the map as shown, as one PNG"))
        self.lasso.setText(tr("Lasso"))
        self.lasso.setCheckable(True)
        self.lasso.setProperty("quiet", True)
        self.lasso.setFont(small(self.font()))
        self.lasso.setToolTip(tr("Drag around pictures to see what they share. Shift and drag does the same"))
        self.progress.setFixedWidth(120)
        self.progress.hide()
        self.stop.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        left = (self.view, self.method, self.code, self.colour)
        right = (self.lasso, self.settings, self.progress, self.stop, self.start, self.save)
        for widget in (*left, self.note, *right):
            row.addWidget(widget, int(widget is self.note))
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
        column.addLayout(row)
        column.addLayout(middle, 1)
        self._body.addWidget(whole)
        self._body.addWidget(self.nothing)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._body)

    def _connect(self) -> None:
        self.view.chosen.connect(self._show_view)
        self.method.chosen.connect(self._choose_method)
        self.code.chosen.connect(self._choose_code)
        self.colour.chosen.connect(self._choose_colour)
        self.settings.clicked.connect(self._open_settings)
        self.start.clicked.connect(self.atlas.make)
        self.stop.clicked.connect(self.atlas.cancel)
        self.save.clicked.connect(self._save)
        self.lasso.toggled.connect(self._set_lasso)
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

    # ---- live --------------------------------------------------------------------------------------------

    def requests(self) -> Mapping[str, ViewRequest]:
        return {}

    def take(self, views: Mapping[str, View]) -> None:
        pass

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
        index = self.library.index
        self._body.setCurrentIndex(0 if index is not None else 1)
        self._close_group()
        self._show_card(-1)
        if index is not None:
            titles = {layer.name: layer.title for layer in index.layers}
            names = {name: titles.get(name, tr("pixels")) for name in self.atlas.codes}
            self.code.set_choices(names)
            self._show_options()
            self._look()

    def _show_options(self) -> None:
        options = self.atlas.options
        self.method.set_value(options.method)
        if options.code in self.atlas.codes:
            self.code.set_value(options.code)

    def _choose_method(self, method: str) -> None:
        self._choose(replace(self.atlas.options, method=method))  # type: ignore[arg-type]

    def _choose_code(self, code: str) -> None:
        self._choose(replace(self.atlas.options, code=code))

    def _choose(self, options: MapOptions) -> None:
        self.atlas.set_options(options)
        self.atlas.open()

    def _open_settings(self) -> None:
        from deepvis_app.ui.dialogs.map_settings import MapSettingsDialog

        dialog = MapSettingsDialog(self.atlas.options, self)
        dialog.chosen.connect(self._make_with)
        dialog.open()

    def _make_with(self, options: MapOptions) -> None:
        self.atlas.set_options(options)
        self.atlas.make()

    def _take_chart(self) -> None:
        chart = self.atlas.chart
        self._show_options()
        self.save.setEnabled(chart is not None)
        if chart is None:
            self.points.set_points(np.empty(0, np.int64), np.empty((0, 2)))
            self.points.set_empty(tr("No such map yet. Press Make map."))
            self.grid.set_grid(None, None)
            self.grid.set_empty(tr("No such map yet. Press Make map."))
            self.note.set_text("")
            return
        self.points.set_points(chart.ids, chart.points)
        self._colour()
        self._write_note(chart)
        if chart.finished and self.view.value == "grid":
            self._arrange()

    def _write_note(self, chart: Chart) -> None:
        shown = f"{len(chart.ids):,}"
        words = tr("{count} pictures", count=shown)
        if len(chart.ids) < chart.among:
            words = tr("{count} of {all} pictures", count=shown, all=f"{chart.among:,}")
        if chart.options.method == "tsne":
            words += " · " + tr("perplexity {value}", value=f"{chart.options.tsne.perplexity:g}")
        if chart.finished and not chart.kept:
            words += " · " + tr("not kept: the index cannot be written")
        self.note.set_text(words)

    def _take_progress(self, done: float | None) -> None:
        going = done is not None
        self.progress.setVisible(going)
        self.stop.setVisible(going)
        self.start.setVisible(not going)
        self.progress.setValue(round(1000 * (done or 0)))
        if going and self.atlas.chart is None:
            self.points.set_empty(tr("Looking for the neighbours of each picture…"))

    def _refuse(self, why: Text) -> None:
        self.points.set_empty(tr(why))
        self.note.set_text(tr(why))

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
        if classes is None:
            return
        colours = kind_colours(self)
        self.points.set_colours(colours[classes.kinds])
        rows = []
        for kind in range(int(classes.kinds.max(initial=-1)) + 1):
            members = classes.of[classes.kinds == kind]
            found, counts = np.unique(members, return_counts=True)
            names = [classes.names[found[place]] for place in np.argsort(-counts, kind="stable")]
            words = ", ".join(names[:_NAMES])
            if len(names) > _NAMES:
                words = tr("{names} and {more} more", names=words, more=len(names) - _NAMES)
            rows.append((int(colours[kind]), words, len(members), "\n".join(names[:40])))
        self.side.legend.set_rows(rows)

    def _light_kind(self, kind: int) -> None:
        classes = self._classes()
        if classes is not None:
            self.points.set_lit(None if kind < 0 else classes.kinds == kind)

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
            self.side.show_group(value)

    def _show_input(self, found: WholePicture) -> None:
        if found.pixels is None:
            self.note.set_text(tr("{path} is no longer there.", path=found.path))
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
        for widget in (self.lasso, self.colour):
            widget.setEnabled(view == "map")
        if view == "grid":
            self._arrange()

    def _arrange(self) -> None:
        chart = self.atlas.chart
        if chart is None or not chart.finished:
            return
        self.grid.set_empty(tr("Laying out the grid…"))
        self.atlas.arrange(self._canvas.width() // _CELL, self._canvas.height() // _CELL)

    def _take_grid(self, made: Grid) -> None:
        places = made.lattice.pictures
        ids = np.where(places >= 0, made.chart.ids[np.maximum(places, 0)], -1)
        self.grid.set_grid(ids, made.pixels)
        self.note.set_text(
            tr(
                "{columns} × {rows} pictures, each on average {moved} cells from its place on the map",
                columns=made.lattice.columns,
                rows=made.lattice.rows,
                moved=f"{made.lattice.moved:.1f}",
            )
        )
        self._grid = made

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
        if self.view.value == "grid" and self._grid is not None:
            about["moved"] = self._grid.lattice.moved
            pixels, title = self._grid.pixels, tr("Grid of the pictures")
        else:
            pixels, title = to_pixels(self.points.grab().toImage()), tr("Map of the pictures")
        self.save_wanted.emit(Savable("map", title, pixels, about))

    def remembered(self) -> dict[str, Any]:
        return {"options": self.atlas.remembered(), "colour": self._colour_by}

    def remember(self, saved: Mapping[str, Any]) -> None:
        colour = saved.get("colour")
        if colour in ("label", "said"):
            self._colour_by = colour
            self.colour.set_value(colour)
        options = saved.get("options")
        if isinstance(options, dict):
            self.atlas.remember(options)
            self._show_options()
