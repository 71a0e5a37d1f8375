"""A slider for the exponent of shown maps."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from deepvis_app.ui.texts import tr
from deepvis_app.ui.widgets.labels import Label
from deepvis_app.ui.widgets.own_keys import ARROWS, SIDEWAYS, OwnKeys

_STEPS = 20  # from the middle to each end
_RANGE = 4.0  # the contrast at the right end; its inverse at the left


class ContrastSlider(QWidget):
    """From 1/4 to 4, evenly in its logarithm; a double click brings 1 back."""

    changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slider = _Slider(Qt.Orientation.Horizontal)
        self._slider.setRange(-_STEPS, _STEPS)
        self._slider.setProperty("plain", True)
        self._slider.setAccessibleName(tr("Contrast"))
        self.setToolTip(tr("Contrast: weak answers grow brighter to the right. A double click resets it."))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(Label(tr("contrast"), "caption", room=tr("contrast")))
        layout.addWidget(self._slider, 1)
        self._slider.setMinimumWidth(28)
        OwnKeys(self._slider, (*ARROWS, *SIDEWAYS))
        self._slider.valueChanged.connect(self._moved)

    @property
    def value(self) -> float:
        return float(_RANGE ** (self._slider.value() / _STEPS))

    def set_value(self, contrast: float) -> None:
        """Show it; nothing is emitted."""
        self._slider.blockSignals(True)
        self._slider.setValue(round(math.log(contrast, _RANGE) * _STEPS))
        self._slider.blockSignals(False)

    def _moved(self) -> None:
        self.changed.emit(self.value)


class _Slider(QSlider):
    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.setValue(0)
