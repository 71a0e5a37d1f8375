"""What the command palette offers: commands, layers, units, networks."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from deepvis_app.engine.messages import LayerInfo, NetworkSpec
from deepvis_app.ui.dialogs.palette import Entry
from deepvis_app.ui.known_networks import known_networks
from deepvis_app.ui.texts import tr

if TYPE_CHECKING:
    from deepvis_app.ui.main_window import MainWindow


def entries(window: MainWindow, typed: str) -> list[Entry]:
    """All that can be found, and the unit that `typed` ("132", "conv3b 132") means, if it means one."""
    return [*_units(window, typed), *_commands(window), *_layers(window), *_networks(window)]


def _commands(window: MainWindow) -> list[Entry]:
    return [
        Entry(
            action.text().rstrip("…"),
            window.keys.spoken(action.row.id),
            action.call,
            tr(action.row.tip),
        )
        for action in window.actions_by_id
        if action.isEnabled() and action.row.id != "help.palette"
    ]


def _layers(window: MainWindow) -> list[Entry]:
    session = window.session
    layers = session.network.layers if session.network else ()
    return [
        Entry(
            layer.name, tr("layer, {count} units", count=layer.units), partial(session.set_layer, layer.name)
        )
        for layer in layers
        if layer.drawable
    ]


def _units(window: MainWindow, typed: str) -> list[Entry]:
    match = re.fullmatch(r"(?:(\S+)\s+)?(\d+)", typed.strip())
    if match is None:
        return []
    session = window.session
    layer = session.find_layer(match[1]) if match[1] else session.layer_info
    unit = int(match[2])
    if layer is None or not layer.drawable or unit >= layer.units:
        return []
    title = f"{layer.name} {unit}" if match[1] else f"{unit}"
    return [Entry(title, tr("unit of {layer}", layer=layer.title), partial(_go, window, layer, unit))]


def _networks(window: MainWindow) -> list[Entry]:
    networks = window.networks
    return [
        Entry(
            tr("Network {title}", title=known.title),
            tr("on this computer") if known.downloaded else f"{known.megabytes:.0f} MB",
            partial(networks.load, NetworkSpec(known.spec, device=networks.device)),
        )
        for known in known_networks()
    ]


def _go(window: MainWindow, layer: LayerInfo, unit: int) -> None:
    window.session.set_layer(layer.name)
    window.session.set_unit(unit)
