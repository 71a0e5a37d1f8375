"""An editor for one parameter: a number with its unit, a slider, a choice, a tick, or words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSlider,
    QSpinBox,
    QWidget,
)

from deepvis_app.ui.texts import tr
from deepvis_app.ui.widgets.number_box import inset
from deepvis_app.ui.widgets.own_keys import ARROWS, PRESS, SIDEWAYS, OwnKeys

_SHORT = 6  # letters of a unit that stands in the field; a longer one stands in the tooltip
_DIGITS = 4


@dataclass(frozen=True)
class Editor:
    """`put` leaves the value as it is where the new one does not fit. `focus` is what takes keys."""

    widget: QWidget
    focus: QWidget
    get: Callable[[], Any]
    put: Callable[[Any], None]
    tip: str = ""


def editor(hint: Any, about: Mapping[str, Any]) -> Editor:
    """For a field of type `hint`, with the metadata `about`."""
    optional = type(None) in get_args(hint)
    if optional:
        (hint,) = (one for one in get_args(hint) if one is not type(None))
    choices = get_args(hint) if get_origin(hint) is Literal else about.get("choices")
    if choices:
        names = [tr(one) for one in about.get("names", ())]
        return _choice(choices, names or [tr(str(one)) for one in choices])
    if hint is bool:
        return _tick()
    if hint is str:
        return _words(optional)
    if about.get("slider"):
        return _slider(*about["range"])
    return _number(hint, about, optional)


def _choice(choices: Sequence[Any], names: Sequence[str]) -> Editor:
    box = QComboBox()
    for value, name in zip(choices, names, strict=True):
        box.addItem(name, value)
    box.setMinimumContentsLength(4)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    OwnKeys(box, (*ARROWS, *PRESS))

    def put(value: Any) -> None:
        if value in choices:
            box.setCurrentIndex(list(choices).index(value))

    return Editor(box, box, box.currentData, put)


def _tick() -> Editor:
    box = QCheckBox()
    OwnKeys(box, PRESS)
    return Editor(box, box, box.isChecked, lambda value: box.setChecked(value is True))


def _words(optional: bool) -> Editor:
    """No words are None where that may be."""
    line = QLineEdit()

    def get() -> str | None:
        return line.text() or (None if optional else "")

    return Editor(line, line, get, lambda value: line.setText(value if isinstance(value, str) else ""))


def _slider(low: int, high: int) -> Editor:
    holder, slider, number = QWidget(), QSlider(Qt.Orientation.Horizontal), QLabel()
    slider.setRange(low, high)
    slider.setPageStep(1)
    OwnKeys(slider, (*ARROWS, *SIDEWAYS))
    slider.valueChanged.connect(number.setNum)
    number.setMinimumWidth(number.fontMetrics().horizontalAdvance(str(high)))
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(slider, 1)
    row.addWidget(number)

    def put(value: Any) -> None:
        if _fits(value, int, low, high):
            slider.setValue(value)
            number.setNum(slider.value())

    return Editor(holder, slider, slider.value, put)


def _number(kind: type, about: Mapping[str, Any], optional: bool) -> Editor:
    """A spin box; of an optional number its lowest value stands for None."""
    low, high = about["range"]
    box: Any = QSpinBox() if kind is int else _Decimals()
    least = low - (1 if kind is int else 10**-_DIGITS) if optional else low
    inset(box)
    box.setRange(least, high)
    box.setKeyboardTracking(False)
    box.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)
    unit = str(about.get("unit", ""))
    if unit and len(unit) <= _SHORT:
        box.setSuffix(unit if unit in "%°" else f" {unit}")
    tips = [tr("{low} to {high} {unit}", low=f"{low:g}", high=f"{high:g}", unit=unit)]
    if optional:
        box.setSpecialValueText(tr("automatic"))
        tips.append(tr("automatic: {what}", what=tr(about["automatic"])) if "automatic" in about else "")

    def get() -> int | float | None:
        value: int | float = box.value()
        return None if optional and value < low else value

    def put(value: Any) -> None:
        if optional and value is None:
            box.setValue(box.minimum())
        elif _fits(value, kind, low, high):
            box.setValue(value)

    return Editor(box, box, get, put, "\n".join(filter(None, tips)))


def _fits(value: Any, kind: type, low: float, high: float) -> bool:
    right = isinstance(value, int) or (kind is float and isinstance(value, float))
    return right and not isinstance(value, bool) and low <= value <= high


class _Decimals(QDoubleSpinBox):
    """Shows no more digits than there are."""

    def __init__(self) -> None:
        super().__init__()
        self.setDecimals(_DIGITS)

    def textFromValue(self, value: float) -> str:
        return f"{value:g}"
