"""Explanations as pictures to keep: one with what made it, or all of them as a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

import numpy as np

from deepvis_app.engine.messages import Pixels
from deepvis_app.methods import METHODS, Need
from deepvis_app.session import Session
from deepvis_app.ui.comparison import Comparison
from deepvis_app.ui.contact_sheet import contact_sheet
from deepvis_app.ui.savables import Savable
from deepvis_app.ui.texts import tr
from deepvis_app.ui.widgets.tiles import Tile


def savable(session: Session, comparison: Comparison, tile: Tile) -> Savable:
    """A tile's picture, with a legend below where it has one, and all that is known of it."""
    name = tile.name
    about = _common(session) | {"method": name}
    if name not in METHODS:
        return Savable(name, tile.title, _shown(tile), about)
    item, layer, index = comparison.found(name), None, session.explain_class
    if Need.MAPS in METHODS[name].needs:
        layer = comparison.layer or (item.layer if item else None)
    params = comparison.params(name)
    about |= {"layer": layer, "class": index, "params": asdict(params)}
    if item is not None:
        index = item.class_index
        about |= {"class": index, "label": item.label, "facts": dict(item.facts)}
        about |= {"deletion": item.deletion, "insertion": item.insertion}
        about |= {"boxes": list(item.places), "iou": item.iou} if item.boxes else {}
    about = {key: value for key, value in about.items() if value is not None}
    return Savable(name, tile.title, _shown(tile), about, layer, None, name, index, params)


def savable_sheet(session: Session, comparison: Comparison, tiles: Sequence[Tile], label: str) -> Savable:
    pictures = [savable(session, comparison, tile).about | {"figures": list(tile.figures)} for tile in tiles]
    about = _common(session) | {"method": "explanations", "label": label, "pictures": pictures}
    network = session.network
    where = [network.title if network else "", session.source.title if session.source else ""]
    heading = " · ".join(filter(None, (tr("Why {label}?", label=label), *where)))
    return Savable("explanations", tr("Explanations"), contact_sheet(tiles, heading), about)


def _common(session: Session) -> dict[str, object]:
    return {
        "network": session.network.spec.spec if session.network else None,
        "source": session.source.title if session.source else None,
    }


def _shown(tile: Tile) -> Pixels:
    assert tile.pixels is not None
    if not tile.legend:
        return tile.pixels
    from deepvis_app.pictures.legends import legend  # Pillow is not needed before

    return np.vstack([tile.pixels, legend([area.entry for area in tile.legend], tile.pixels.shape[1])])
