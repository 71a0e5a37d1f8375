"""What a screen reader says of the live pictures: layer, unit, value, and how the picture was made."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from deepvis_app.engine.messages import GridView, InputView, UnitView
from deepvis_app.i18n import Text, text
from deepvis_app.ui.texts import tr


def describe(picture: QWidget, words: Text) -> None:
    """While somebody listens; what is said already is not said again."""
    if QAccessible.isActive() and picture.accessibleDescription() != (told := tr(words)):
        picture.setAccessibleDescription(told)


def activation_words(view: UnitView) -> Text:
    most, value = f"{view.maximum:.2f}", f"{view.value:.2f}"
    about = {"layer": view.layer, "unit": view.unit, "most": most, "value": value}
    if view.map_size is None:
        return text("Layer {layer}, unit {unit}: one value, {value}.", **about)
    height, width = view.map_size
    if view.neuron is None:
        key = "Layer {layer}, unit {unit}: map of {height} by {width}, largest value {most}."
        return text(key, **about, height=height, width=width)
    key = (
        "Layer {layer}, unit {unit}: largest value {most}; {value} at row {y} of {height}, "
        "column {x} of {width}."
    )
    y, x = view.neuron
    return text(key, **about, y=y, x=x, height=height, width=width)


def backward_words(view: UnitView, rule: str | None, style: Text) -> Text:
    """`rule` and `style` by their titles."""
    if view.backward is None or rule is None:
        return text("The backward pass is off.")
    key = "What in the picture drives unit {unit} of layer {layer}, whose value is {value}: {rule}, {style}."
    value = f"{view.value:.2f}"
    return text(key, unit=view.unit, layer=view.layer, value=value, rule=text(rule), style=style)


def grid_words(view: GridView, unit: int, count: int) -> Text:
    about = {"layer": view.layer, "unit": unit, "count": count}
    if unit not in view.visible or not view.maxima:
        return text("Layer {layer}: unit {unit} of {count} is chosen.", **about)
    value = f"{view.maxima[view.visible.index(unit)]:.2f}"
    key = "Layer {layer}: unit {unit} of {count} is chosen, its largest value {value}."
    return text(key, **about, value=value)


def input_words(view: InputView, title: str) -> Text:
    width, height = view.size
    _, _, wide, high = view.seen
    key = "{title}, {width} by {height} pixels; the network sees {share} % of it."
    return text(key, title=title, width=width, height=height, share=min(100, round(100 * wide * high)))
