"""One unit, closely: its map, what drives it, its numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from deepvis_app.engine.messages import BackwardStyle, NetworkReady, UnitRequest, UnitView, View, ViewRequest
from deepvis_app.i18n import Text, text
from deepvis_app.methods import METHODS
from deepvis_app.session import Session
from deepvis_app.ui.panels.live_panel import LivePanel
from deepvis_app.ui.panels.unit_patches import UnitPatchesView
from deepvis_app.ui.panels.unit_pictures import UnitPictureView
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import small
from deepvis_app.ui.tips import tooltip
from deepvis_app.ui.widgets.contrast import ContrastSlider
from deepvis_app.ui.widgets.glyphs import GlyphButton
from deepvis_app.ui.widgets.labels import Label, Values, line
from deepvis_app.ui.widgets.neuron_choice import NeuronChoice
from deepvis_app.ui.widgets.number_box import NumberBox
from deepvis_app.ui.widgets.own_keys import ARROWS, OwnKeys
from deepvis_app.ui.widgets.picture_view import PictureView
from deepvis_app.ui.widgets.segments import Segments
from deepvis_app.ui.widgets.spoken_pictures import activation_words, backward_words, describe

_MARGIN, _APART = 12, 8
_RULES = (
    ("gradient", "Gradient", "gradient"),
    ("deconvnet", "Deconvnet", "deconvnet"),
    ("guided", "Guided", "guided_backprop"),
    ("rectified", "Rectified", "rectified_gradient"),
)
_STYLES: Mapping[BackwardStyle, tuple[Text, Text]] = {
    "raw": (text("raw"), text("In colours; mid-grey is zero")),
    "grey": (text("grey"), text("The mean of the three colours; mid-grey is zero")),
    "norm": (text("norm"), text("How strong it is at each pixel, whatever its sign")),
    "blurred norm": (text("blurred norm"), text("How strong it is around each pixel")),
    "sign": (text("sign"), text("Only whether each pixel pushes up or down")),
}


class InspectorPanel(LivePanel):
    save_wanted = Signal(str)  # the method of the picture to save

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._view: UnitView | None = None
        self.unit = NumberBox(tr("Unit"), tr("The unit's number: type one, or use the arrows"))
        self.place = Label("", "muted")
        self.pin = GlyphButton("pin", tr("Keep this unit while browsing layers"), checkable=True)
        self.activation = PictureView(tr("Activation of the unit"), tr("No unit yet"))
        self.activation.setToolTip(
            tooltip(
                "Where the unit answers: bright is strong. Click, or use the arrows, to choose a neuron; "
                "again, or Enter, to let it go."
            )
        )
        self.chosen = NeuronChoice(self.activation, session)
        self.backward = PictureView(tr("What drives the unit"), "")
        self.activation_words = Label("", "caption", lines=2)
        self.backward_words = Label("", "caption", lines=2)
        self.neuron = Segments(tr("The backward picture starts from"), _neuron_choices())
        self.overlay = QCheckBox(tr("over the input"))
        self.overlay.setFont(small(self.font()))
        self.overlay.setToolTip(tr("Lay the map over what the network sees"))
        self.rule = Segments(tr("Rule of the backward pass"), _rule_choices())
        self.style_box = QComboBox()
        self.contrast = ContrastSlider()
        self.numbers = Values(_number_names(), columns=2)
        self.patches = UnitPatchesView(session)
        self.made = UnitPictureView(session)
        self._build()

        self.unit.valueChanged.connect(self._choose_unit)
        self.pin.clicked.connect(session.set_pinned)
        self.activation.save_wanted.connect(self._save_activation)
        self.backward.save_wanted.connect(self._save_backward)
        self.neuron.chosen.connect(self._choose_start)
        self.overlay.clicked.connect(session.set_overlay)
        self.rule.chosen.connect(session.set_rule)
        self.style_box.activated.connect(self._choose_style)
        self.contrast.changed.connect(self._asked_anew)
        session.network_changed.connect(self._take_network)
        session.unit_changed.connect(self._take_unit)
        session.state_changed.connect(self._take_state)
        self._take_state()
        if session.unit_layer is not None:
            self._take_unit(session.unit_layer, session.unit)

    # ---- layout ------------------------------------------------------------------------------------

    def _build(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(self.unit)
        title.addWidget(self.place, 1)
        title.addWidget(self.pin)
        pictures = QGridLayout()
        pictures.setHorizontalSpacing(_APART)
        pictures.setVerticalSpacing(4)
        for column, (picture, words) in enumerate(
            ((self.activation, self.activation_words), (self.backward, self.backward_words))
        ):
            pictures.addWidget(picture, 0, column)
            pictures.addWidget(words, 1, column)
            pictures.setColumnStretch(column, 1)
        start = QHBoxLayout()
        start.setSpacing(10)
        start.addWidget(self.neuron, 1)
        start.addWidget(self.overlay)
        look = QHBoxLayout()
        look.setSpacing(10)
        look.addWidget(self.style_box)
        look.addWidget(self.contrast, 1)
        for style, (called, tip) in _STYLES.items():
            self.style_box.addItem(tr(called), style)
            self.style_box.setItemData(self.style_box.count() - 1, tr(tip), Qt.ItemDataRole.ToolTipRole)
        self.style_box.setAccessibleName(tr("Style of the backward picture"))
        self.style_box.setToolTip(tr("How the backward picture is drawn"))
        self.style_box.setFont(small(self.font()))
        OwnKeys(self.style_box, ARROWS)

        content = QWidget()
        column_layout = QVBoxLayout(content)
        column_layout.setContentsMargins(_MARGIN, 2, _MARGIN, _MARGIN)
        column_layout.setSpacing(9)
        made = (self.made, self.patches, line(), self.numbers)
        for row in (title, pictures, start, self.rule, look, line(), *made):
            if isinstance(row, QWidget):
                column_layout.addWidget(row)
            else:
                column_layout.addLayout(row)
        column_layout.addStretch()
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self.setMinimumWidth(290)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_pictures()
        super().resizeEvent(event)

    def _fit_pictures(self) -> None:
        """Both pictures as high as half of the width allows."""
        how = self.session.network.preprocessing if self.session.network else None
        aspect = how.width / how.height if how else 1.0
        side = (self.width() - 2 * _MARGIN - _APART) // 2
        for picture in (self.activation, self.backward):
            picture.set_aspect(aspect)
            picture.setFixedHeight(max(48, round(side / aspect)))

    # ---- asking and painting ---------------------------------------------------------------------------

    def requests(self) -> Mapping[str, ViewRequest]:
        session = self.session
        if session.unit_layer is None:
            return {}
        size = self.pixels(max(self.activation.width(), self.activation.height()))
        return {
            "unit": UnitRequest(
                session.unit_layer,
                session.unit,
                session.neuron,
                size,
                session.rule,
                session.style,
                self.contrast.value,
                session.overlay,
            )
        }

    def take(self, views: Mapping[str, View]) -> None:
        view = views.get("unit")
        if not isinstance(view, UnitView):
            return
        self._view = view
        self.chosen.take(view)
        has_map = view.map_size is not None
        self.activation.set_picture(view.activation if has_map or self.session.overlay else None)
        self.backward.set_picture(view.backward)
        self.activation.set_empty("" if has_map else tr("One value, no map"))
        self.activation.set_clickable(has_map)
        self._mark(view)
        self._write(view)

    def remembered(self) -> dict[str, Any]:
        return {"contrast": self.contrast.value, "patches": self.patches.remembered()}

    def remember(self, saved: Mapping[str, Any]) -> None:
        self.patches.remember(saved.get("patches"))
        self.contrast.set_value(min(max(float(saved.get("contrast", 1.0)), 0.25), 4.0))

    def _mark(self, view: UnitView) -> None:
        if view.neuron is None or view.map_size is None:
            self.activation.set_mark(None)
        else:
            (y, x), (height, width) = view.neuron, view.map_size
            self.activation.set_mark(((x + 0.5) / width, (y + 0.5) / height))
        self.activation.set_field(view.field)
        self.backward.set_field(view.field)

    def _write(self, view: UnitView) -> None:
        rule = next((title for value, title, _ in _RULES if value == self.session.rule), None)
        describe(self.activation, activation_words(view))
        describe(self.backward, backward_words(view, rule, _STYLES[self.session.style][0]))
        self.activation_words.set_text(self._activation_text(view))
        self.backward_words.set_text(self._backward_text())
        active = tr("dead so far") if view.dead else f"{100 * view.active:.0f} %"
        sees = "–"
        network = self.session.network
        if view.field is not None and network is not None:
            how = network.preprocessing
            sees = f"{round(view.field[3] * how.height)}×{round(view.field[2] * how.width)} px"
        record = number(view.record)
        self.numbers.set_values(
            [number(view.value), active, number(view.mean), number(view.maximum), record, sees]
        )

    def _activation_text(self, view: UnitView) -> str:
        if view.map_size is None:
            return tr("activation {value}", value=number(view.value))
        if view.neuron is None:
            return tr("activation, max {value}", value=number(view.maximum))
        y, x = view.neuron
        if self.session.neuron == "max":
            return tr("activation, max {value} at ({y}, {x})", value=number(view.maximum), y=y, x=x)
        return tr("activation, {value} at ({y}, {x})", value=number(view.value), y=y, x=x)

    def _backward_text(self) -> str:
        rule = self.session.rule
        if rule is None:
            return ""
        return tr("what drives it, {style}", style=tr(_STYLES[self.session.style][0]))

    # ---- the session's choices ---------------------------------------------------------------------------

    def _take_network(self, _network: NetworkReady) -> None:
        self._fit_pictures()
        self._clear()

    def _take_unit(self, layer: str, unit: int) -> None:
        info = self.session.find_layer(layer)
        if info is None:
            return
        self.unit.show_value(unit, max(0, info.units - 1))
        self.place.set_text(tr("of {count} · {layer}", count=info.units, layer=info.title))
        if self._view is not None and self._view.layer != layer:
            self._clear()
        self._take_state()

    def _clear(self) -> None:
        self._view = None
        self.chosen.take(None)
        self.activation.set_mark(None)
        for picture in (self.activation, self.backward):
            picture.set_field(None)

    def _take_state(self) -> None:
        session = self.session
        self.pin.setChecked(session.pinned)
        clicked = session.neuron not in ("max", "all")
        self.neuron.set_value("clicked" if clicked else session.neuron)
        self.neuron.button("clicked").setEnabled(clicked)
        self.overlay.setChecked(session.overlay)
        self.rule.set_value(session.rule)
        self.style_box.setCurrentIndex(list(_STYLES).index(session.style))
        self.style_box.setEnabled(session.rule is not None)
        self.backward.set_empty(tr("The backward pass is off.") if session.rule is None else "")
        rule = next((method for value, _, method in _RULES if value == session.rule), None)
        self.backward.setToolTip(_method_tip(rule) if rule else "")
        self.ask()

    def _choose_unit(self, unit: int) -> None:
        layer = self.session.unit_layer
        if layer is not None and layer != self.session.layer:  # a pinned unit of another layer
            self.session.set_layer(layer)
        self.session.set_unit(unit)

    def _choose_start(self, start: object) -> None:
        if start in ("max", "all"):
            self.session.set_neuron("max" if start == "max" else "all")

    def _choose_style(self, index: int) -> None:
        self.session.set_style(list(_STYLES)[index])

    def _asked_anew(self) -> None:
        self.ask()

    def _save_activation(self) -> None:
        self.save_wanted.emit("activations")

    def _save_backward(self) -> None:
        method = next((method for value, _, method in _RULES if value == self.session.rule), None)
        if method is not None:
            self.save_wanted.emit(method)


def number(value: float) -> str:
    """Three or four digits, never an exponent where it can be helped."""
    return f"{value:.2f}" if abs(value) < 100 else f"{value:.0f}"


def _neuron_choices() -> tuple[tuple[object, str, str], ...]:
    return (
        ("max", tr("Max"), tr("The backward pass starts at the neuron where the map is largest")),
        ("all", tr("Whole"), tr("The backward pass starts at every neuron of the unit")),
        ("clicked", tr("Clicked"), tr("The backward pass starts at the neuron clicked on the map")),
    )


def _rule_choices() -> tuple[tuple[object, str, str], ...]:
    off = (None, tr("Off"), tr("No backward pass: the live views are faster"))
    return (off, *((value, tr(title), _method_tip(method)) for value, title, method in _RULES))


def _method_tip(name: str) -> str:
    method = METHODS[name]
    return f"{tr(method.title)}\n{tr(method.about)}\n{method.paper}"


def _number_names() -> tuple[tuple[str, str], ...]:
    return (
        (tr("value"), tr("The activation where the backward pass starts; of a whole unit, its mean")),
        (tr("active"), tr("The share of the map above zero")),
        (tr("mean"), tr("The mean over the unit's map")),
        (tr("max"), tr("The largest value of the unit's map")),
        (tr("record"), tr("The largest value since the network was loaded")),
        (tr("sees"), tr("The part of the input that the neuron can depend on, height × width")),
    )
