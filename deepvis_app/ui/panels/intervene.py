"""What if: units are silenced, scaled, clamped or swapped, and the scores move against the untouched ones."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from deepvis_app.engine.messages import (
    InterventionsRequest,
    InterventionsView,
    MapRequest,
    MapView,
    NetworkReady,
    View,
    ViewRequest,
)
from deepvis_app.session import Session
from deepvis_app.ui.panels.live_panel import LivePanel
from deepvis_app.ui.panels.ranking import Ranking
from deepvis_app.ui.panels.unit_menu import fill_unit_menu
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import small
from deepvis_app.ui.tips import tooltip
from deepvis_app.ui.widgets.brush_picture import BrushPicture
from deepvis_app.ui.widgets.class_picker import ClassPicker
from deepvis_app.ui.widgets.intervention_rows import InterventionRows
from deepvis_app.ui.widgets.paired_bars import Legend, PairedBars

INPUT, SCORES = "intervene input", "interventions"
_EMPTY = (
    "Nothing is done to any unit.\n\n"
    "Press Q to silence the chosen unit, or hold Ctrl and click units in the grid. "
    "Paint on the picture to silence that part of {layer}."
)


class IntervenePanel(LivePanel):
    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.picture = BrushPicture(tr("What the network sees, to paint on"), tr("No picture yet"))
        self.rows = InterventionRows()
        self.bars = PairedBars()
        self.legend = Legend()
        self.ranking = Ranking(session)
        self.picker = ClassPicker(room=132)
        self.menu = QMenu(self)
        self.unit = QToolButton()
        self.clear = QPushButton(tr("Let all be"))
        self._build()
        self.menu.aboutToShow.connect(self._fill_menu)
        self.clear.clicked.connect(session.interventions.clear)
        self.picture.painted.connect(self._paint)
        self.rows.replaced.connect(session.interventions.replace)
        self.rows.removed.connect(session.interventions.remove)
        self.picker.chosen.connect(session.set_explain_class)
        session.interventions.changed.connect(self._take_interventions)
        session.network_changed.connect(self._take_network)
        session.layer_changed.connect(self._take_place)
        session.unit_changed.connect(self._take_place)
        session.state_changed.connect(self._asked_anew)
        session.source_changed.connect(self._asked_anew)
        session.frozen_changed.connect(self._asked_anew)
        self._count = 0
        if session.network is not None:
            self._take_network(session.network)
        self._take_interventions()

    def _build(self) -> None:
        self.unit.setMenu(self.menu)
        self.unit.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.unit.setProperty("quiet", True)
        self.unit.setFont(small(self.font()))
        self.unit.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.unit.setToolTip(tr("What is to be done to the chosen unit"))
        self.clear.setToolTip(tr("End all that is done to units"))
        self.picture.setToolTip(
            tooltip(
                "Paint to silence all units of the layer there; the right button unmarks, "
                "the wheel makes the brush larger. With the keyboard: arrows move the brush, Space marks, "
                "Delete unmarks, + and - size it."
            )
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 12, 8)
        row.setSpacing(12)
        row.addWidget(self.picture)
        for widgets, below, share in (
            ((self.unit, self.clear), self.rows, 4),
            ((self.legend, self.picker), self.bars, 4),
        ):
            head = QHBoxLayout()
            head.setSpacing(8)
            for widget in widgets:
                head.addWidget(widget)
            head.insertStretch(2 if self.clear in widgets else 1)
            column = QVBoxLayout()
            column.setSpacing(6)
            column.addLayout(head)
            column.addWidget(below, 1)
            row.addLayout(column, share)
        row.addWidget(self.ranking, 3)

    # ---- asking and painting ---------------------------------------------------------------------------

    def requests(self) -> Mapping[str, ViewRequest]:
        """Without interventions only the picture to paint on: no pass beyond the one there is."""
        session = self.session
        if session.network is None:
            return {}
        side = self.pixels(max(self.picture.width(), self.picture.height()))
        wanted: dict[str, ViewRequest] = {INPUT: MapRequest("input", size=side)}
        done = session.interventions.all
        if done and session.network.labels:
            wanted[SCORES] = InterventionsRequest(
                done, self.bars.rows(), session.explain_class, exact=not session.streaming
            )
        return wanted

    def take(self, views: Mapping[str, View]) -> None:
        picture, scores = views.get(INPUT), views.get(SCORES)
        if isinstance(picture, MapView):
            self.picture.set_picture(picture.pixels)
            self._fit_picture()
        if isinstance(scores, InterventionsView) and self.session.interventions.all:
            self._take_scores(scores)

    def _take_scores(self, view: InterventionsView) -> None:
        if view.about is not None:
            self.bars.set_words(tr(view.about))
            return
        self.bars.set_view(view)
        first = view.classes[0] if view.classes else None
        if first is not None:
            self.picker.set_class(first.label, winner=self.session.explain_class is None)

    def _fit_picture(self) -> None:
        how = self.session.network.preprocessing if self.session.network else None
        aspect = how.width / how.height if how else 1.0
        width = round(min(self.picture.height() * aspect, self.width() / 4))
        if width != self.picture.width():
            self.picture.setFixedWidth(max(64, width))

    # ---- what the user does ------------------------------------------------------------------------------

    def _paint(self, region: object) -> None:
        layer = self.session.layer
        if layer is not None:
            self.session.interventions.paint(layer, region)  # type: ignore[arg-type]

    def _fill_menu(self) -> None:
        if self.session.unit_layer is not None:
            fill_unit_menu(self.menu, self.session, self.session.unit_layer, self.session.unit)

    # ---- what the session tells ----------------------------------------------------------------------------

    def _take_interventions(self) -> None:
        session = self.session
        done = session.interventions.all
        layers = session.network.layers if session.network else ()
        self.rows.set_interventions(done, {layer.name: layer.units for layer in layers})
        self.clear.setEnabled(bool(done))
        if not done:
            self.bars.set_words(_words(session.network))
        self.ranking.set_silenced(session.interventions)
        self._take_place()
        if done and not self._count:
            self.wanted.emit()
        self._count = len(done)
        self.ask()

    def _take_place(self) -> None:
        session = self.session
        layer = session.layer_info
        has_maps = layer is not None and len(layer.shape) == 3
        self.picture.set_paintable(has_maps)
        self.picture.set_region(session.interventions.painted(layer.name) if layer else None)
        title = layer.title if layer else ""
        no_maps = tr("{layer} has no maps to paint on", layer=title)
        self.picture.set_message("" if has_maps or not layer else no_maps)
        self.rows.set_empty(tr(_EMPTY, layer=title) if layer else tr("No network yet"))
        unit = session.find_layer(session.unit_layer)
        self.unit.setEnabled(unit is not None)
        words = tr("Unit {unit} of {layer}", unit=session.unit, layer=unit.title) if unit else tr("Unit")
        self.unit.setText(words)

    def _take_network(self, network: NetworkReady) -> None:
        self.picker.set_labels(network.labels)
        self.picker.set_class("", winner=True)
        self.bars.set_words(_words(network))
        self.picture.set_picture(None)
        self._take_place()
        self.ask()

    def _asked_anew(self) -> None:
        self.ask()


def _words(network: NetworkReady | None) -> str:
    """What stands where no scores are."""
    if network is None or network.labels:
        return ""
    return tr("This network gives no class scores that could move.")
