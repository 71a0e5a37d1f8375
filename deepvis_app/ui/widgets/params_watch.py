"""Hearing of every change in a form of parameters."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLineEdit, QSlider, QSpinBox, QWidget

from deepvis_app.ui.widgets.params_form import ParamsForm


def on_change(form: ParamsForm, act: Callable[..., object]) -> None:
    """`act` when a value is finished, stepped or chosen, until the form shows another dataclass."""
    for name in form.values():
        _signal(form.editor(name).focus).connect(act)


def _signal(widget: QWidget) -> SignalInstance:
    match widget:
        case QComboBox():
            return widget.currentIndexChanged
        case QCheckBox():
            return widget.toggled
        case QSpinBox() | QDoubleSpinBox() | QSlider():
            return widget.valueChanged
        case QLineEdit():
            return widget.editingFinished
        case _:
            raise TypeError(type(widget))
