"""A picture of every unit of a layer, made in the background and kept for the network's weights."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from torch import Tensor

from deepvis_app.engine.messages import Pictured
from deepvis_app.errors import UsageError
from deepvis_app.i18n import text
from deepvis_app.methods import Target
from deepvis_app.methods.choices import chosen_layer
from deepvis_app.methods.maximise import maximise
from deepvis_app.methods.picture import rounded
from deepvis_app.methods.synthesis.looking import Eye
from deepvis_app.methods.synthesis_params import PRECISION, MaximiseParams, Precision
from deepvis_app.nets import receptive
from deepvis_app.nets.network import Network
from deepvis_app.pictures import unit_sheets
from deepvis_app.pictures.unit_sheets import BEHIND, BLOCK, UnitSheet

Step = tuple[float, None] | tuple[float, None, Pictured]

SMALLEST_SIDE = 32
ATTEMPTS = 3  # to move a unit, each with another seed; one that nothing moves has an empty picture
AROUND = 1.5  # a picture's side, in receptive fields
SAVE_EVERY = 20.0  # seconds


@dataclass(frozen=True)
class UnitPicturesParams:
    """`layers`: none, the one that is chosen. `folder`: None, the user's cache."""

    layers: tuple[str, ...] = ()
    steps: int = field(default=80, metadata={"range": (1, 10_000), "title": text("Steps of a unit")})
    seed: int = field(default=0, metadata={"range": (0, 2**31 - 1), "title": text("Seed")})
    precision: Precision = field(default="float32", metadata=PRECISION)
    folder: Path | None = None


def unit_pictures(
    network: Network,
    image: Tensor,
    target: Target | None,  # noqa: ARG001 - all jobs have the same arguments
    layer: str | None,
    params: UnitPicturesParams | None = None,
) -> Iterator[Step]:
    """Every unit's picture (methods/maximise.py) of each layer, one after another, and where they are kept.

    Yields a Step after each step of a picture, with its unit's when that is made. Units that are kept
    already are not made again. What is made is kept from time to time, at the end, and when the run is ended
    early. A target plays no part. Raises UsageError where no layer is named, and what maximise does.
    """
    params = params or UnitPicturesParams()
    names = params.layers or ((layer,) if layer else ())
    if not names:
        raise UsageError("Name the layer whose units are to be made pictures of.")
    names = tuple(chosen_layer(network, name).name for name in names)
    weights = network.weights_hash()
    eye = Eye.of(network, params.precision)  # held, so that every unit's run finds it
    for number, name in enumerate(names):
        for done, *made in _layer(eye.network, image, name, weights, params):
            yield ((number + done) / len(names), *made)


def side_of(network: Network, layer: str) -> int:
    """Pixels of a unit's picture: about its receptive field, at most the network's input, in whole blocks."""
    how = network.preprocessing
    most = min(how.height, how.width)
    found = receptive.fields(network).get(layer)
    wanted = AROUND * max(found.size) if found else most
    return max(BLOCK, int(min(max(SMALLEST_SIDE, wanted), most)) // BLOCK * BLOCK)


def _layer(
    network: Network, image: Tensor, layer: str, weights: str, params: UnitPicturesParams
) -> Iterator[Step]:
    path = unit_sheets.place(params.folder or unit_sheets.folders()[0], weights, layer)
    sheet = _sheet(network, layer, weights, path, params)
    missing = np.flatnonzero(~sheet.done).tolist()
    how = MaximiseParams(steps=params.steps, size=sheet.side, seed=params.seed, precision=params.precision)
    saved = time.monotonic()
    yield 1 - len(missing) / len(sheet.done), None
    try:
        for unit in missing:
            for attempt in range(ATTEMPTS):
                trial = replace(how, seed=how.seed + attempt)
                for part in maximise(network, image, Target(unit=unit), layer, trial):
                    done = (sheet.done.sum() + (attempt + part.done) / ATTEMPTS) / len(sheet.done)
                    if part.done < 1:
                        yield float(done), None
                if part.note is None:
                    break
            made = rounded(part.result.cpu().numpy())
            if part.note is not None:
                made[:] = BEHIND
            sheet.put(unit, made)
            if time.monotonic() - saved >= SAVE_EVERY:
                unit_sheets.save(path, sheet)
                saved = time.monotonic()
            yield float(sheet.done.mean()), None, Pictured(layer, unit, len(sheet.done), made)
    finally:
        if missing:
            unit_sheets.save(path, sheet)


def _sheet(network: Network, layer: str, weights: str, path: Path, params: UnitPicturesParams) -> UnitSheet:
    """What is kept already, or an empty one."""
    kept = unit_sheets.load(path, layer) if params.folder else unit_sheets.find(weights, layer)
    if kept is not None and len(kept.done) == network.layer(layer).units:
        return kept
    about: dict[str, object] = {"network": network.title, "steps": params.steps, "seed": params.seed}
    return UnitSheet.empty(layer, network.layer(layer).units, side_of(network, layer), about)
