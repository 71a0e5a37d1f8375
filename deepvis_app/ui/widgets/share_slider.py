"""A slider for a share: its name, and what it is now in per cent."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from deepvis_app.ui.widgets.labels import Label
from deepvis_app.ui.widgets.own_keys import ARROWS, SIDEWAYS, OwnKeys


class ShareSlider(QWidget):
    changed = Signal(float)  # 0 to 1

    def __init__(
        self,
        name: str,
        tip: str,
        between: tuple[float, float] = (0.0, 1.0),
        room: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`room`: a name that shall fit too, so that sliders below each other begin at one place."""
        super().__init__(parent)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(round(100 * between[0]), round(100 * between[1]))
        self.slider.setAccessibleName(name)
        self.slider.setMinimumWidth(50)
        self.slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(tip)
        OwnKeys(self.slider, (*ARROWS, *SIDEWAYS))
        self._value = Label("", "caption", room="100 %", right=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Label(name, "caption", room=room or name))
        row.addWidget(self.slider, 1)
        row.addWidget(self._value)
        self.slider.valueChanged.connect(self._moved)

    @property
    def value(self) -> float:
        return self.slider.value() / 100

    def set_value(self, share: float) -> None:
        """Show it; nothing is emitted."""
        self.slider.blockSignals(True)
        self.slider.setValue(round(100 * share))
        self.slider.blockSignals(False)
        self._value.set_text(f"{self.slider.value()} %")

    def _moved(self) -> None:
        self._value.set_text(f"{self.slider.value()} %")
        self.changed.emit(self.value)
