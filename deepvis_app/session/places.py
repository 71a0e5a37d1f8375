"""Where one was in each network: its layer, and the unit of each layer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deepvis_app.engine.messages import LayerInfo, NetworkSpec

_DETAILED = 12  # positions a side from which on a map shows where things are


class Places:
    """Kept from one start to the next, by network."""

    def __init__(self) -> None:
        self._layers: dict[str, str] = {}
        self._units: dict[str, dict[str, int]] = {}

    def layer(self, network: NetworkSpec) -> str | None:
        return self._layers.get(_key(network))

    def set_layer(self, network: NetworkSpec, layer: str) -> None:
        self._layers[_key(network)] = layer

    def unit(self, network: NetworkSpec, layer: str) -> int | None:
        """None where none was chosen yet."""
        return self._units.get(_key(network), {}).get(layer)

    def set_unit(self, network: NetworkSpec, layer: str, unit: int) -> None:
        self._units.setdefault(_key(network), {})[layer] = unit

    def remembered(self) -> dict[str, Any]:
        """As plain JSON values."""
        return {"layers": self._layers, "units": self._units}

    def remember(self, saved: Mapping[str, Any]) -> None:
        """Take up what `remembered` gave; what does not fit is left out."""
        layers, units = _mapping(saved.get("layers")), _mapping(saved.get("units"))
        self._layers = {key: name for key, name in layers.items() if isinstance(name, str)}
        self._units = {
            key: {layer: unit for layer, unit in _mapping(chosen).items() if type(unit) is int}
            for key, chosen in units.items()
        }


def first_layer(layers: tuple[LayerInfo, ...]) -> str | None:
    """The deepest main layer whose maps have places: units that mean something, and where they see it."""
    drawable = [layer for layer in layers if layer.drawable]
    maps = [layer for layer in drawable if layer.main and len(layer.shape) == 3]
    detailed = [layer for layer in maps if min(layer.shape[1:]) >= _DETAILED]
    best = detailed or maps or drawable
    return best[-1].name if best else None


def _key(network: NetworkSpec) -> str:
    return f"{network.spec}|{network.arch or ''}"


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
