"""A form for any method's parameters, made from the fields of its dataclass and what their metadata say.

bool: a check box; "choices" or Literal: a list; int and float: a box with "range" and "unit"; str: a line.
A field that may be None has one more value below its range, named by "automatic". What is none of these,
or has no "title", keeps its default.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import Field, fields, replace
from typing import Any, Literal, get_args, get_origin, get_type_hints

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from deepvis_app.ui.texts import tr

_LARGEST = 2**31 - 1
_WIDTH = 156  # pixels of an editor


class ParamsForm(QWidget):
    changed = Signal(object)  # the params, when a value is finished, stepped or chosen

    def __init__(self, params: Any, parent: QWidget | None = None) -> None:
        """`params`: a dataclass, whose values are shown first."""
        super().__init__(parent)
        self._params = params
        self._editors: dict[str, _Editor] = {}
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.setHorizontalSpacing(12)
        hints = get_type_hints(type(params))
        for field in fields(params):
            editor = _editor(field, hints[field.name]) if "title" in field.metadata else None
            if editor is None:
                continue
            editor.show(getattr(params, field.name))
            editor.notify(self._take)
            title = QLabel(tr(field.metadata["title"]))
            title.setWordWrap(True)
            editor.widget.setAccessibleName(title.text())
            if not isinstance(editor.widget, QCheckBox):
                editor.widget.setFixedWidth(_WIDTH)
            form.addRow(title, editor.widget)
            self._editors[field.name] = editor

    @property
    def params(self) -> Any:
        return self._params

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to choose."""
        return not self._editors

    def editor(self, name: str) -> QWidget:
        """The widget of that field."""
        return self._editors[name].widget

    def set_params(self, params: Any) -> None:
        """Show these; nothing is emitted."""
        self._params = params
        for name, editor in self._editors.items():
            blocked = editor.widget.blockSignals(True)
            editor.show(getattr(params, name))
            editor.widget.blockSignals(blocked)

    def _take(self) -> None:
        params = replace(self._params, **{name: editor.value() for name, editor in self._editors.items()})
        if params != self._params:
            self._params = params
            self.changed.emit(params)


class _Editor:
    """A widget with its value: how it is read, shown, and heard."""

    def __init__(
        self, widget: QWidget, value: Callable[[], Any], show: Callable[[Any], object], signal: Any
    ) -> None:
        self.widget, self.value, self.show = widget, value, show
        self.notify: Callable[[Callable[[], None]], object] = signal.connect


def _editor(field: Field[Any], hint: Any) -> _Editor | None:
    kinds = [each for each in get_args(hint) if each is not type(None)]
    optional = type(None) in get_args(hint)
    kind = kinds[0] if optional else hint
    choices = get_args(kind) if get_origin(kind) is Literal else field.metadata.get("choices")
    if choices:
        return _list(choices)
    if kind is bool:
        box = QCheckBox()
        return _Editor(box, box.isChecked, box.setChecked, box.toggled)
    if kind in (int, float):
        return _number(field, kind, optional)
    if kind is str:
        line = QLineEdit()
        return _Editor(line, line.text, line.setText, line.editingFinished)
    return None


def _list(choices: tuple[Any, ...]) -> _Editor:
    box = QComboBox()
    for choice in choices:
        box.addItem(tr(str(choice).replace("_", " ")), choice)
    return _Editor(
        box, box.currentData, lambda value: box.setCurrentIndex(choices.index(value)), box.currentIndexChanged
    )


def _number(field: Field[Any], kind: type, optional: bool) -> _Editor:
    low, high = field.metadata.get("range", (0, _LARGEST))
    box: QSpinBox | QDoubleSpinBox = QSpinBox() if kind is int else QDoubleSpinBox()
    step: float = 1
    if isinstance(box, QDoubleSpinBox):
        # fine enough for the smallest value other than 0 that makes sense
        digits = max(1, -math.floor(math.log10(low))) if 0 < low < 1 else 2 if high <= 10 else 1
        step = 10.0**-digits
        box.setDecimals(digits)
        box.setSingleStep(max(step, (high - low) / 100))
    lowest = low - step if optional else low
    box.setRange(lowest, high)
    box.setKeyboardTracking(False)
    box.lineEdit().setTextMargins(7, 0, 0, 0)  # a style sheet's padding does not reach the words
    unit = field.metadata.get("unit")
    if unit:
        box.setSuffix(f" {tr(str(unit))}")
    if optional:
        box.setSpecialValueText(tr(field.metadata.get("automatic", "automatic")))

    def value() -> float | None:
        return None if optional and box.value() == box.minimum() else box.value()

    def show(value: float | None) -> None:
        box.setValue(box.minimum() if value is None else value)  # type: ignore[arg-type]

    return _Editor(box, value, show, box.valueChanged)
