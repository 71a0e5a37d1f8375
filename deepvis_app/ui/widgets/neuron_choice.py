"""Choosing a neuron on a unit's map: by a click, or by the arrows while the picture has the keys."""

from __future__ import annotations

from PySide6.QtCore import QObject

from deepvis_app.engine.messages import UnitView
from deepvis_app.session import Session
from deepvis_app.ui.widgets.picture_view import PictureView


class NeuronChoice(QObject):
    """A neuron that is chosen again is let go: the largest of the map counts."""

    def __init__(self, picture: PictureView, session: Session) -> None:
        super().__init__(picture)
        self._session = session
        self._view: UnitView | None = None
        picture.clicked.connect(self._click)
        picture.moved.connect(self._move)
        picture.pressed.connect(self._let_go)

    def take(self, view: UnitView | None) -> None:
        """What the picture shows now."""
        self._view = view

    def _click(self, x: float, y: float) -> None:
        if self._view is not None and self._view.map_size is not None:
            height, width = self._view.map_size
            neuron = (min(int(y * height), height - 1), min(int(x * width), width - 1))
            self._session.set_neuron("max" if neuron == self._session.neuron else neuron)

    def _move(self, right: int, down: int) -> None:
        """From the chosen neuron, at first from the one with the largest value."""
        view = self._view
        if view is not None and view.map_size is not None:
            height, width = view.map_size
            y, x = view.neuron or (height // 2, width // 2)
            self._session.set_neuron((min(max(y + down, 0), height - 1), min(max(x + right, 0), width - 1)))

    def _let_go(self) -> None:
        self._session.set_neuron("max")
