"""What lies over the input: which explanation, of which class, how strong, with which boxes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deepvis_app.engine.messages import HeatView, NetworkReady
from deepvis_app.methods import LIVE, METHODS, BoxParams
from deepvis_app.session import SHARES, Session
from deepvis_app.ui.texts import tr
from deepvis_app.ui.widgets.choice import Choice
from deepvis_app.ui.widgets.class_picker import ClassPicker
from deepvis_app.ui.widgets.glyphs import GlyphButton
from deepvis_app.ui.widgets.labels import Label
from deepvis_app.ui.widgets.share_slider import ShareSlider


class HeatControls(QWidget):
    """One line while nothing lies over the input; the rest comes with it."""

    resized = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.heat = GlyphButton("heat", tr("Explain the class over the input"), checkable=True)
        self.method = Choice(
            tr("why"),
            {name: tr(METHODS[name].title) for name in LIVE},
            tr("Which explanation lies over the input"),
        )
        self.boxes = GlyphButton("boxes", tr("Boxes around what is hot"), checkable=True)
        self.picker = ClassPicker(room=150)
        self.count = Label("", "caption", right=True)
        self.note = Label("", "caption", lines=3)
        room = tr("box above")
        self.strength = ShareSlider(tr("strength"), tr("How much the heat covers the picture"), SHARES, room)
        self.share = ShareSlider(
            room, tr("A box goes around what is hotter than this share of the hottest place"), SHARES
        )
        self._build()
        self.heat.clicked.connect(session.set_heat)
        self.method.chosen.connect(session.set_heat_method)
        self.boxes.clicked.connect(session.set_boxes)
        self.picker.chosen.connect(session.set_explain_class)
        self.strength.changed.connect(session.set_heat_strength)
        self.share.changed.connect(session.set_box_share)
        session.state_changed.connect(self._take_state)
        session.network_changed.connect(self._take_network)
        if session.network is not None:
            self._take_network(session.network)
        self._take_state()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.heat)
        head.addWidget(self.method)
        head.addStretch()
        head.addWidget(self.boxes)
        self._of = QWidget()
        of = QHBoxLayout(self._of)
        of.setContentsMargins(26, 0, 0, 0)
        of.addWidget(self.picker)
        of.addWidget(self.count, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(head)
        for widget in (self._of, self.note, self.strength, self.share):
            column.addWidget(widget)

    @property
    def share_wanted(self) -> float | None:
        """Of the boxes; None where none are drawn."""
        session = self.session
        return session.box_share if session.boxes and has_boxes(session.heat_method) else None

    def take(self, view: HeatView) -> None:
        """What was drawn of the newest frame, or why nothing was."""
        self.note.set_text(tr(view.about) if view.about is not None else "")
        self._show(self.note, view.about is not None)
        if view.label:
            self.picker.set_class(view.label, winner=self.session.explain_class is None)
        words = ""
        if self.share_wanted is not None:
            count = len(view.boxes)
            words = tr("1 box") if count == 1 else tr("{count} boxes", count=count)
        self.count.set_text(words or view.made_of)

    def _take_network(self, network: NetworkReady) -> None:
        self.picker.set_labels(network.labels)
        self.picker.set_class("", winner=True)
        self.note.set_text("")

    def _take_state(self) -> None:
        session = self.session
        has = has_boxes(session.heat_method)
        self.heat.setChecked(session.heat)
        self.method.set_value(session.heat_method)
        self.boxes.setChecked(session.boxes and has)
        self.boxes.setEnabled(has)
        tip = tr("Boxes around what is hot") if has else tr("Only maps of whole parts have boxes: Grad-CAM …")
        self.boxes.setToolTip(tip)
        self.strength.set_value(session.heat_strength)
        self.share.set_value(session.box_share)
        for widget, shown in (
            (self._of, session.heat),
            (self.note, session.heat and bool(self.note.text)),
            (self.strength, session.heat),
            (self.share, session.heat and self.share_wanted is not None),
        ):
            self._show(widget, shown)

    def _show(self, widget: QWidget, shown: bool) -> None:
        if widget.isHidden() == shown:
            widget.setVisible(shown)
            self.resized.emit()


def has_boxes(method: str) -> bool:
    """Whether its map is of whole parts, which boxes can go around."""
    return METHODS[method].params is BoxParams
