"""The middle of the window: the layers as a strip, and the units of the chosen one as a grid."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from deepvis_app.engine.messages import (
    GridRequest,
    GridView,
    LayerInfo,
    NetworkReady,
    UnitRequest,
    UnitView,
    View,
    ViewRequest,
)
from deepvis_app.pictures import colormaps
from deepvis_app.session import Session
from deepvis_app.session.findings import UnitMarks, unit_marks
from deepvis_app.ui.panels.live_panel import LivePanel
from deepvis_app.ui.panels.unit_menu import fill_unit_menu
from deepvis_app.ui.panels.unit_pictures import GridStyle
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import small
from deepvis_app.ui.widgets.choice import Choice
from deepvis_app.ui.widgets.contrast import ContrastSlider
from deepvis_app.ui.widgets.labels import Label, line
from deepvis_app.ui.widgets.layer_strip import LayerStrip
from deepvis_app.ui.widgets.picture_view import PictureView
from deepvis_app.ui.widgets.spoken_pictures import describe, grid_words
from deepvis_app.ui.widgets.unit_grid import UnitGrid
from deepvis_app.ui.widgets.unit_marks import count_marks

_MARKS = "unit marks"
_ROOMY = 560  # pixels of width in which all of the header fits


class UnitGridPanel(LivePanel):
    """`zoomed`: one unit, large over the input, in place of the grid."""

    zoom_changed = Signal(bool)
    save_wanted = Signal(str)  # a method's name

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.strip = LayerStrip()
        self.grid = UnitGrid()
        self.grid.set_empty(tr("The network is on its way."))
        self.large = PictureView(tr("The unit over the input"))
        self.large.setToolTip(tr("Bright: where the unit answers. Esc or a double click leads back."))
        self.name = Label("", "strong", snug=True)
        self.about = Label("", "caption", parts=True)
        self.style_choice = GridStyle(session, self.grid)
        self.order = Choice(
            tr("sort"),
            {"index": tr("index"), "activation": tr("activation"), "selectivity": tr("selectivity")},
            tr(
                "Order of the units; by activation, they are sorted anew each second; by selectivity, those "
                "that answer one label of an index more than the others come first"
            ),
        )
        self.scale = Choice(
            tr("scale"),
            {"layer": tr("per layer"), "unit": tr("per unit")},
            tr("Whether all maps share one scale, or each one reaches full brightness"),
        )
        self.contrast = ContrastSlider()
        self.dead = QToolButton()
        self.dead.setText(tr("Hide dead"))
        self.dead.setCheckable(True)
        self.dead.setProperty("quiet", True)
        self.dead.setFont(small(self.font()))
        self.dead.setToolTip(tr("Dead: not above zero in any frame since the network was loaded."))
        self.known = Label("", "caption", snug=True)
        self._marks: UnitMarks | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.large)
        self._build()

        self.strip.layer_chosen.connect(session.set_layer)
        self.grid.unit_chosen.connect(session.set_unit)
        self.grid.unit_opened.connect(self._open)
        self.grid.view_changed.connect(self._asked_anew)
        self.grid.silence_wanted.connect(self._silence)
        self.grid.menu_wanted.connect(self._show_menu)
        session.interventions.changed.connect(self._mark)
        self.large.save_wanted.connect(self._save)
        self.order.chosen.connect(session.set_order)
        self.scale.chosen.connect(session.set_scale)
        self.contrast.changed.connect(session.set_contrast)
        self.dead.clicked.connect(session.set_hide_dead)
        session.network_changed.connect(self._take_network)
        session.failed.connect(self._take_failure)
        session.layer_changed.connect(self._take_layer)
        session.unit_changed.connect(self._take_unit)
        session.state_changed.connect(self._take_state)
        session.library.changed.connect(self._ask_marks)
        session.library.answered.connect(self._take_marks)
        self.order.set_possible("selectivity", False)
        self._take_state()
        if session.network is not None:
            self._take_network(session.network)
            if session.layer is not None:
                self._take_layer(session.layer)

    def _build(self) -> None:
        header = QHBoxLayout()
        header.setContentsMargins(12, 5, 12, 5)
        header.setSpacing(2)
        header.addWidget(self.name)
        header.addSpacing(8)
        header.addWidget(self.about, 1)
        header.addWidget(self.known)
        header.addSpacing(6)
        for widget in (self.style_choice, self.order, self.scale):
            header.addWidget(widget)
        header.addSpacing(4)
        header.addWidget(self.contrast)
        self.contrast.setMaximumWidth(130)
        header.addSpacing(4)
        header.addWidget(self.dead)
        body = QHBoxLayout()
        body.setContentsMargins(10, 0, 4, 6)
        body.addWidget(self._stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(line())
        column.addLayout(header)
        column.addLayout(body, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the contrast is left to its key."""
        self.contrast.setVisible(self.width() >= _ROOMY)
        super().resizeEvent(event)

    # ---- asking and painting ---------------------------------------------------------------------------

    def requests(self) -> Mapping[str, ViewRequest]:
        session, layer = self.session, self.session.layer_info
        if layer is None:
            return {}
        if self.zoomed and session.unit_layer is not None:
            size = self.pixels(min(self._stack.width(), self._stack.height()))
            unit = UnitRequest(
                session.unit_layer,
                session.unit,
                session.neuron,
                size,
                rule=None,
                contrast=session.contrast,
                overlay=True,
            )
            return {"zoom": unit}
        wanted = self.grid.wanted()
        ranking = self._ranking(layer.name)
        by_selectivity: Literal["given", "index"] = "given" if ranking else "index"
        return {
            "grid": GridRequest(
                layer.name,
                wanted.cell,
                wanted.gap,
                wanted.columns,
                wanted.first_row,
                wanted.rows,
                by_selectivity if session.order == "selectivity" else session.order,
                session.scale,
                session.contrast,
                session.hide_dead,
                ranking,
            )
        }

    def take(self, views: Mapping[str, View]) -> None:
        grid, zoom = views.get("grid"), views.get("zoom")
        if isinstance(grid, GridView):
            self.grid.set_view(grid, colormaps.words("diverging" if grid.signed else "inferno"))
            self._show_hidden(grid.hidden)
            describe(self.grid, grid_words(grid, self.session.unit, self.grid.units))
        if isinstance(zoom, UnitView):
            self.large.set_picture(zoom.activation)

    def remembered(self) -> dict[str, Any]:
        return {"side": self.grid.side, "all_layers": self.strip.all_button.isChecked()}

    def remember(self, saved: Mapping[str, Any]) -> None:
        side = saved.get("side")
        self.grid.set_side(float(side) if side else None)
        self.strip.all_button.setChecked(bool(saved.get("all_layers")))

    # ---- zoom --------------------------------------------------------------------------------------

    @property
    def zoomed(self) -> bool:
        return self._stack.currentWidget() is self.large

    def set_zoomed(self, zoomed: bool) -> None:
        if zoomed == self.zoomed:
            return
        self.large.set_picture(None)
        self._stack.setCurrentWidget(self.large if zoomed else self.grid)
        if not zoomed:
            self.grid.setFocus()
        self.zoom_changed.emit(zoomed)
        self.ask()

    def _open(self) -> None:
        self.set_zoomed(True)

    # ---- the session's choices ---------------------------------------------------------------------------

    def _take_network(self, network: NetworkReady) -> None:
        self.strip.set_layers(network.layers)
        if not any(layer.drawable for layer in network.layers):
            self.grid.set_empty(tr("No layer of this network has a form that could be drawn."))

    def _take_failure(self) -> None:
        if self.session.network is None:
            self.grid.set_empty(tr("No network is loaded. Choose one in the Network menu."))

    def _take_layer(self, name: str) -> None:
        layer, network = self.session.find_layer(name), self.session.network
        if layer is None or network is None:
            return
        self.strip.set_current(name)
        vector = len(layer.shape) == 1
        named = vector and name == _class_layer(network)
        self.grid.set_empty("")
        self.grid.set_layer(name, layer.units, vector, network.labels if named else ())
        self.style_choice.set_layer(name, layer.units)
        self._take_unit(self.session.unit_layer or "", self.session.unit)
        self._mark()
        self.name.set_text(layer.title)
        self.about.set_text(_about(layer))
        self._ask_marks()
        self.ask()

    def _take_unit(self, layer: str, unit: int) -> None:
        self.grid.set_selected(unit if layer == self.session.layer else -1)
        self.ask()

    def _take_state(self) -> None:
        session = self.session
        self.order.set_value(session.order)
        self.scale.set_value(session.scale)
        self.contrast.set_value(session.contrast)
        self.dead.setChecked(session.hide_dead)
        for of_maps in (self.scale, self.contrast):
            of_maps.setVisible(not session.pictured)
        if not session.hide_dead:
            self._show_hidden(0)
        self.ask()

    def _mark(self) -> None:
        layer = self.session.layer
        self.grid.set_actions(self.session.interventions.marks(layer) if layer else {})

    def _silence(self, unit: int) -> None:
        if self.session.layer is not None:
            self.session.interventions.toggle_silenced(self.session.layer, unit)

    def _show_menu(self, unit: int, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill_unit_menu(menu, self.session, self.session.layer or "", unit)
        menu.popup(place)

    # ---- what an index knows -----------------------------------------------------------------------------

    def _ranking(self, layer: str) -> tuple[int, ...]:
        marks = self._marks
        wanted = self.session.order == "selectivity" and marks is not None and marks.layer == layer
        return marks.ranking if wanted and marks is not None else ()

    def _ask_marks(self) -> None:
        layer = self.session.layer or ""
        self._show_marks(None)
        self.session.library.ask(_MARKS, lambda index: unit_marks(index, layer))

    def _take_marks(self, name: str, found: Any) -> None:
        if name == _MARKS:
            self._show_marks(found)
            self.ask()

    def _show_marks(self, marks: UnitMarks | None) -> None:
        self._marks = marks
        self.grid.set_marks(marks)
        self.order.set_possible("selectivity", marks is not None)
        words, tip = count_marks(marks) if marks is not None else ("", "")
        self.known.set_text(words)
        self.known.set_tip(tip)

    def _asked_anew(self) -> None:
        self.ask()

    def _save(self) -> None:
        self.save_wanted.emit("activations")

    def _show_hidden(self, hidden: int) -> None:
        text = tr("Hide dead")
        if self.session.hide_dead:
            text = tr("1 dead hidden") if hidden == 1 else tr("{count} dead hidden", count=hidden)
        if text != self.dead.text():
            self.dead.setText(text)


def _class_layer(network: NetworkReady) -> str:
    """The layer whose units are the classes: the last vector as long as the labels."""
    fits = [x.name for x in network.layers if len(x.shape) == 1 and x.units == len(network.labels)]
    return fits[-1] if fits else ""


def _about(layer: LayerInfo) -> str:
    parts = [tr("1 unit") if layer.units == 1 else tr("{count} units", count=layer.units)]
    if len(layer.shape) == 3:
        parts.append(f"{layer.shape[1]}×{layer.shape[2]}")
    if layer.field is not None:
        height, width = layer.field
        parts.append(tr("sees {height}×{width} px", height=height, width=width))
    return " · ".join(parts)
