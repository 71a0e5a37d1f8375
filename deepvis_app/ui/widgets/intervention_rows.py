"""What is done to units, one row each: to which, what, how much, and a button that ends it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from deepvis_app.engine.messages import Action, Intervention
from deepvis_app.i18n import Text, text
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import small
from deepvis_app.ui.widgets.choice import Choice
from deepvis_app.ui.widgets.glyphs import GlyphButton
from deepvis_app.ui.widgets.labels import Label
from deepvis_app.ui.widgets.number_box import NumberBox, inset

TITLES: Mapping[Action, Text] = {
    "silence": text("silence"),
    "scale": text("scale"),
    "clamp": text("clamp"),
    "swap": text("swap"),
}
_LISTED = 6  # units that a row names
_WIDE = 82  # pixels of a number


class InterventionRows(QScrollArea):
    replaced = Signal(int, object)  # place, Intervention
    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows: list[Row] = []
        holder = QWidget()
        holder.setProperty("panel", True)
        self._empty = Label("", "caption", lines=8)
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self._empty)
        self._column.addStretch()
        self.setWidget(holder)

    @property
    def rows(self) -> list[Row]:
        return list(self._rows)

    def set_empty(self, words: str) -> None:
        self._empty.set_text(words)

    def set_interventions(self, all_of_them: tuple[Intervention, ...], units: Mapping[str, int]) -> None:
        """`units`: how many each layer has. Rows that stay keep the focus that they have."""
        for row in self._rows[len(all_of_them) :]:
            row.hide()
            row.deleteLater()
        del self._rows[len(all_of_them) :]
        for place, one in enumerate(all_of_them):
            if place == len(self._rows):
                row = Row(self.widget())
                row.changed.connect(self._replace)
                row.removed.connect(self._remove)
                self._column.insertWidget(1 + place, row)
                self._rows.append(row)
            self._rows[place].show_intervention(one, units.get(one.layer, 1))
        self._empty.setVisible(not all_of_them)

    def _replace(self, row: Row) -> None:
        self.replaced.emit(self._rows.index(row), row.intervention)

    def _remove(self, row: Row) -> None:
        self.removed.emit(self._rows.index(row))


class Row(QWidget):
    changed = Signal(object)  # itself
    removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.intervention = Intervention("")
        self._units = 1
        self.title = Label("", "text")
        titles: Mapping[str, str] = {name: tr(title) for name, title in TITLES.items()}
        self.action = Choice("", titles, tr("What is done: set to zero, multiply, keep in a range, exchange"))
        self.low = _number(tr("At least"))
        self.high = _number(tr("At most"))
        self.factor = _number(tr("Times"))
        self.factor.setPrefix("× ")
        self.other = NumberBox(tr("Swapped with unit"), tr("The unit that it is exchanged with"))
        self.other.setFixedWidth(_WIDE)
        self.end = GlyphButton("close", tr("End this"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.title, 1)
        for widget in (self.action, self.low, self.high, self.factor, self.other, self.end):
            layout.addWidget(widget)
        self.action.chosen.connect(self._choose)
        self.low.valueChanged.connect(self._raise)
        self.high.valueChanged.connect(self._lower)
        self.factor.valueChanged.connect(self._scale)
        self.other.valueChanged.connect(self._swap)
        self.end.clicked.connect(self._end)

    def show_intervention(self, one: Intervention, units: int) -> None:
        """`units`: how many its layer has. Nothing is emitted."""
        self.intervention, self._units = one, units
        self.title.set_text(words(one))
        self.action.set_value(one.action)
        self.action.set_possible("swap", one.units is not None and len(one.units) == 1 and units > 1)
        for box in (self.low, self.high, self.factor, self.other):
            box.blockSignals(True)
        if one.action == "clamp":
            self.low.setValue(one.amount[0])
            self.high.setValue(one.amount[1])
        elif one.action == "scale":
            self.factor.setValue(one.amount[0])
        elif one.action == "swap":
            self.other.show_value(int(one.amount[0]), units - 1)
        for box in (self.low, self.high, self.factor, self.other):
            box.blockSignals(False)
        for box, action in (
            (self.low, "clamp"),
            (self.high, "clamp"),
            (self.factor, "scale"),
            (self.other, "swap"),
        ):
            box.setVisible(one.action == action)

    def _choose(self, action: Action) -> None:
        amount = first_amount(self.intervention, action, self._units)
        self._tell(replace(self.intervention, action=action, amount=amount))

    def _raise(self, low: float) -> None:
        """The least; the most goes along."""
        self._tell(replace(self.intervention, amount=(low, max(low, self.high.value()))))

    def _lower(self, high: float) -> None:
        self._tell(replace(self.intervention, amount=(min(self.low.value(), high), high)))

    def _scale(self, factor: float) -> None:
        self._tell(replace(self.intervention, amount=(factor,)))

    def _swap(self, other: int) -> None:
        """With that unit; past itself, on in the same direction."""
        one = self.intervention
        (own,) = one.units or (0,)
        if other == own:
            onward = own + (1 if own > one.amount[0] else -1)
            other = onward if 0 <= onward < self._units else int(one.amount[0])
        self._tell(replace(one, amount=(float(other),)))

    def _tell(self, one: Intervention) -> None:
        self.show_intervention(one, self._units)
        self.changed.emit(self)

    def _end(self) -> None:
        self.removed.emit(self)


def first_amount(one: Intervention, action: Action, units: int) -> tuple[float, ...]:
    """What an action begins with: twice, from 0 to 1, the unit that comes next."""
    if action == "swap":
        (own,) = one.units or (0,)
        return (float((own + 1) % units),)
    amounts: Mapping[Action, tuple[float, ...]] = {"silence": (), "scale": (2.0,), "clamp": (0.0, 1.0)}
    return amounts[action]


def words(one: Intervention) -> str:
    """To what it is done, e.g. "conv3b · units 3, 7"."""
    if one.units is None:
        if one.region is None:
            return tr("{layer} · all units", layer=one.layer)
        share = one.region.array().mean()
        return tr("{layer} · where painted, {share} %", layer=one.layer, share=round(100 * share))
    if len(one.units) == 1:
        return tr("{layer} · unit {unit}", layer=one.layer, unit=one.units[0])
    listed = ", ".join(map(str, one.units[:_LISTED])) + (" …" if len(one.units) > _LISTED else "")
    return tr("{layer} · {count} units: {units}", layer=one.layer, count=len(one.units), units=listed)


def _number(name: str) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    inset(box)
    box.setRange(-1e4, 1e4)
    box.setDecimals(2)
    box.setSingleStep(0.25)
    box.setKeyboardTracking(False)
    box.setAccessibleName(name)
    box.setToolTip(name)
    box.setFont(small(box.font()))
    box.setFixedWidth(_WIDE)
    return box
