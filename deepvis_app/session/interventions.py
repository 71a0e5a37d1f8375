"""What the user does to units of the network: silence them, clamp, scale or swap them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from deepvis_app.engine.messages import Action, Intervention, NetworkReady, Region


class Interventions(QObject):
    """A list in the order in which they act, of the present network alone. It only says what is wanted: who
    shows what comes of it asks for it.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Intervention, ...] = ()
        self._network: NetworkReady | None = None

    @property
    def all(self) -> tuple[Intervention, ...]:
        return self._all

    def add(self, one: Intervention) -> None:
        self._set((*self._all, one))

    def add_fitting(self, some: Iterable[Intervention]) -> int:
        """Those that the present network has the layer and units for; how many it has not."""
        some = tuple(some)
        layers = self._network.layers if self._network else ()
        units = {layer.name: layer.units for layer in layers}
        fitting = tuple(one for one in some if max(one.units or (0,)) < units.get(one.layer, 0))
        self._set((*self._all, *fitting))
        return len(some) - len(fitting)

    def replace(self, place: int, one: Intervention) -> None:
        """Put `one` where another was."""
        self._set((*self._all[:place], one, *self._all[place + 1 :]))

    def remove(self, place: int) -> None:
        self._set((*self._all[:place], *self._all[place + 1 :]))

    def clear(self) -> None:
        self._set(())

    def toggle_silenced(self, layer: str, unit: int) -> None:
        """Silence a unit beside those of its layer that are, or let it be again."""
        if self.marks(layer).get(unit) == "silence":
            self._set(tuple(left for one in self._all if (left := _without(one, layer, unit)) is not None))
            return
        for place, one in enumerate(self._all):
            if one.layer == layer and _silences_units(one):
                self.replace(place, replace(one, units=(*(one.units or ()), unit)))
                return
        self.add(Intervention(layer, (unit,)))

    def paint(self, layer: str, region: Region | None) -> None:
        """Silence all units of `layer` in that part of the picture, or with None nowhere."""
        for place, one in enumerate(self._all):
            if one.layer == layer and one.region is not None:
                if region is None:
                    self.remove(place)
                else:
                    self.replace(place, replace(one, region=region))
                return
        if region is not None:
            self.add(Intervention(layer, region=region))

    def painted(self, layer: str) -> Region | None:
        """Where something is done to all units of `layer`."""
        return next((one.region for one in self._all if one.layer == layer and one.region is not None), None)

    def marks(self, layer: str) -> Mapping[int, Action]:
        """What is done to which units of `layer`; to one with several things, the last."""
        marks: dict[int, Action] = {}
        for one in self._all:
            if one.layer == layer and one.units is not None:
                others = [int(unit) for unit in one.amount] if one.action == "swap" else []
                marks |= dict.fromkeys((*one.units, *others), one.action)
        return marks

    def take_network(self, network: NetworkReady) -> None:
        """Another network has none yet; one that was only prepared anew keeps those that fit."""
        same = self._network is not None and self._network.spec == network.spec
        self._network = network
        units = {layer.name: layer.units for layer in network.layers} if same else {}
        self._set(tuple(one for one in self._all if max(one.units or (0,)) < units.get(one.layer, 0)))

    def _set(self, interventions: tuple[Intervention, ...]) -> None:
        if interventions != self._all:
            self._all = interventions
            self.changed.emit()


def _silences_units(one: Intervention) -> bool:
    return one.action == "silence" and one.units is not None and one.region is None


def _without(one: Intervention, layer: str, unit: int) -> Intervention | None:
    """`one` without silencing that unit; None where nothing is left of it."""
    if one.layer != layer or not _silences_units(one):
        return one
    left = tuple(each for each in one.units or () if each != unit)
    return replace(one, units=left) if left else None
