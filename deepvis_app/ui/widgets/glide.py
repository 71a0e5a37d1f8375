"""Scrolling that glides to where it is sent."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPropertyAnimation
from PySide6.QtWidgets import QScrollBar

_MS = 140


class Glide(QPropertyAnimation):
    """Moves a scroll bar; a new target takes over on the way."""

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__(bar, b"value", bar)
        self._bar = bar
        self.setDuration(_MS)
        self.setEasingCurve(QEasingCurve.Type.OutCubic)

    @property
    def target(self) -> int:
        """Where the bar is, or is going."""
        running = self.state() == QPropertyAnimation.State.Running
        return int(self.endValue()) if running else self._bar.value()

    def to(self, value: int) -> None:
        self.stop()
        self.setStartValue(self._bar.value())
        self.setEndValue(self._within(value))
        self.start()

    def jump(self, value: int) -> None:
        self.stop()
        self._bar.setValue(self._within(value))

    def _within(self, value: int) -> int:
        return min(max(value, 0), self._bar.maximum())
