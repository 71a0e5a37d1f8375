"""What the panels ask of every frame, the state that the worker gets, and which of its answers still fit."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from deepvis_app.engine.messages import Result, View, ViewRequest, ViewState


class Requests:
    """By panel; each state has a newer generation than the one before."""

    def __init__(self) -> None:
        self._wanted: dict[str, ViewRequest] = {}
        self._generation = 0
        self._oldest = 0  # of the present network

    def get(self, panel: str) -> ViewRequest | None:
        return self._wanted.get(panel)

    def put(self, panel: str, request: ViewRequest | None) -> bool:
        """Whether that changes anything; None: the panel wants nothing."""
        if request == self._wanted.get(panel):
            return False
        if request is None:
            del self._wanted[panel]
        else:
            self._wanted[panel] = request
        return True

    def state(self) -> ViewState:
        """What is wanted now, under the next generation."""
        self._generation += 1
        return ViewState(self._generation, dict(self._wanted))

    def take_network(self, layers: Collection[str]) -> None:
        """Another network: what was asked of layers that it lacks is forgotten, and so are older answers."""
        self._oldest = self._generation + 1
        self._wanted = {
            panel: request
            for panel, request in self._wanted.items()
            if getattr(request, "layer", None) in {None, *layers}
        }

    def fitting(self, result: Result) -> Result | None:
        """The result without views that no longer fit; None for one of the network before."""
        if result.generation < self._oldest:
            return None
        views: Mapping[str, View] = {
            panel: view for panel, view in result.views.items() if self._fits(panel, view)
        }
        return replace(result, views=views)

    def _fits(self, panel: str, view: View) -> bool:
        """Whether the view is of the layer (and unit) that its panel asks for now."""
        request = self._wanted.get(panel)
        return request is not None and all(
            getattr(view, name) == getattr(request, name)
            for name in ("layer", "unit")
            if hasattr(view, name) and hasattr(request, name)
        )
