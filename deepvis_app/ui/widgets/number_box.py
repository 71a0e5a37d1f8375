"""Fields for numbers."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox, QWidget


def inset(box: QAbstractSpinBox) -> None:
    """Keep the words off the border: a style sheet's padding does not reach them."""
    box.lineEdit().setTextMargins(7, 0, 0, 0)


class NumberBox(QSpinBox):
    """Changes when a number is finished or stepped, not at each digit."""

    def __init__(self, name: str, tip: str, most: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inset(self)
        self.setRange(0, most)
        self.setKeyboardTracking(False)
        self.setAccessibleName(name)
        self.setToolTip(tip)

    def show_value(self, value: int, most: int) -> None:
        """Set range and number; nothing is emitted."""
        blocked = QObject.blockSignals(self, True)
        self.setMaximum(most)
        self.setValue(value)
        QObject.blockSignals(self, blocked)
