"""What a picture is made for: a class, a layer, or one of its units, as far as a method asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from deepvis_app.methods import Method, Need
from deepvis_app.session import Session
from deepvis_app.ui.texts import tr
from deepvis_app.ui.widgets.class_picker import ClassPicker, Words
from deepvis_app.ui.widgets.labels import Label
from deepvis_app.ui.widgets.segments import Segments

Kind = Literal["class", "auto", "layer", "unit"]


@dataclass(frozen=True)
class Aimed:
    layer: str | None = None
    unit: int | None = None
    class_index: int | None = None


class Aim(QWidget):
    """Layer and unit are those that the window shows; the class is chosen here."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._kind: Kind = "class"
        self._class: int | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self.segments: Segments | None = None
        self.picker: ClassPicker | None = None
        self.words = Label("", "caption")
        self._row.addWidget(self.words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        session.unit_changed.connect(self._tell)
        session.layer_changed.connect(self._tell)

    def set_method(self, method: Method) -> None:
        """Offer what that method can be aimed at; nothing for one that is aimed at nothing."""
        self._clear()
        choices = _choices(method)
        self._kind = choices[0] if choices else "auto"
        if len(choices) > 1:
            self.segments = Segments(tr("Made for"), [(kind, *_named(kind)) for kind in choices])
            self.segments.set_value(self._kind)
            self.segments.chosen.connect(self._choose)
            self._row.insertWidget(0, self.segments)
        if "class" in choices:
            self.picker = ClassPicker(words=_words(method))
            self.picker.chosen.connect(self._take_class)
            self._row.insertWidget(1, self.picker, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(bool(choices))
        self.take_network()

    def take_network(self) -> None:
        """Its classes are other ones."""
        self._class = None
        labels = self._session.network.labels if self._session.network else ()
        if self.picker is not None:
            self.picker.set_labels(labels)
            self.picker.set_class("", winner=True)
        self._tell()

    @property
    def aimed(self) -> Aimed:
        session = self._session
        if self._kind == "class":
            return Aimed(class_index=self._class)
        if self._kind == "layer":
            return Aimed(session.layer)
        return Aimed(session.unit_layer, session.unit) if self._kind == "unit" else Aimed()

    def _clear(self) -> None:
        for widget in (self.segments, self.picker):
            if widget is not None:
                self._row.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self.segments = self.picker = None

    def _choose(self, kind: Kind) -> None:
        self._kind = kind
        self._tell()

    def _take_class(self, index: int | None) -> None:
        self._class = index
        network = self._session.network
        if self.picker is not None and network is not None:
            label = "" if index is None else network.labels[index]
            self.picker.set_class(label, winner=index is None)
        self.changed.emit()

    def _tell(self) -> None:
        session = self._session
        words = {
            "layer": session.layer or "",
            "unit": tr("{unit} of {layer}", unit=session.unit, layer=session.unit_layer or "–"),
            "auto": tr("chosen by the method"),
            "class": "",
        }
        self.words.set_text(words[self._kind])
        self.words.setVisible(self._kind != "class")
        if self.picker is not None:
            self.picker.setVisible(self._kind == "class")
        self.changed.emit()


def _choices(method: Method) -> tuple[Kind, ...]:
    if Need.OTHER_CLASS in method.needs:
        return ("class",)
    if Need.PLACE in method.needs:
        return "auto", "layer", "unit"
    if Need.LAYER in method.needs:
        return ("layer",)
    return ("class", "unit") if Need.TARGET in method.needs else ()


def _named(kind: Kind) -> tuple[str, str]:
    """Title and tooltip."""
    return {
        "class": (tr("Class"), tr("For one of the network's classes")),
        "unit": (tr("Unit"), tr("For the unit that is chosen in the grid")),
        "layer": (tr("Layer"), tr("For the layer that is chosen above the grid")),
        "auto": (tr("Auto"), tr("For what the method chooses")),
    }[kind]


def _words(method: Method) -> Words:
    if Need.OTHER_CLASS in method.needs:
        return Words(
            tr("towards"),
            tr("the runner-up"),
            tr("The most likely class but the winner"),
            tr("Which class the network shall see."),
        )
    return Words(
        tr("class"),
        tr("the winner"),
        tr("The most likely class"),
        tr("Which class the picture is made for."),
    )
