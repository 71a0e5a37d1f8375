"""One unit and the class scores twice: of the frame here, and on the other side."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from deepvis_app.engine.beside import NOT_YET
from deepvis_app.engine.messages import Compared, Pixels, Side, SidesRequest, SidesView
from deepvis_app.engine.moment import Floats, Moment
from deepvis_app.engine.scoring import likely
from deepvis_app.errors import DeepVisError, RunError
from deepvis_app.i18n import Text, text
from deepvis_app.nets import capture
from deepvis_app.nets.live import LiveCopy
from deepvis_app.nets.network import Network
from deepvis_app.nets.preprocess import frame_to_tensor
from deepvis_app.nets.resizing import resized
from deepvis_app.pictures import colormaps
from deepvis_app.pictures.saving import fit

SMALLEST = 1e-30


@dataclass(frozen=True)
class _Sight:
    """What a network answers to a frame: a unit's map (h, w), and its scores (1, classes)."""

    network: Network
    frame: int
    layer: str
    unit: int
    map: Floats | None
    output: Tensor | None
    about: Text | None = None


def sides_view(moment: Moment, request: SidesRequest) -> SidesView:
    """Up to two more passes: of the other side, and where it is to be exact one here in float32.

    Raises RunError while there is nothing to compare with.
    """
    start = time.perf_counter()
    with torch.inference_mode():
        here = _here(moment, request)
        there = _there(moment, request)
    about = here.about or there.about
    difference: Floats | None = None
    if here.map is not None and there.map is not None:
        if here.map.shape == there.map.shape:
            difference = there.map - here.map
        else:
            about = _other_size(here.map, there.map)
    peaks = [float(np.abs(one.map).max()) if one.map is not None else 0.0 for one in (here, there)]
    shared = max(peaks)
    peaks = [shared, shared] if difference is not None else peaks
    classes, probabilities = _classes(here, there, request.count)
    return SidesView(
        layer=request.layer,
        unit=request.unit,
        here=_side(here, peaks[0], request.size),
        there=_side(there, peaks[1], request.size),
        difference=None if difference is None else _picture(difference, shared, request.size, signed=True),
        peak=shared,
        largest=0.0 if difference is None else float(np.abs(difference).max()),
        about=about,
        classes=classes,
        probabilities=probabilities,
        exact=request.exact or moment.live.dtype == torch.float32,
        milliseconds=(time.perf_counter() - start) * 1000,
    )


def _other_size(here: Floats, there: Floats) -> Text:
    (high, wide), (other_high, other_wide) = here.shape, there.shape
    return text(
        "The maps cannot be subtracted: here they are {wide} × {high}, there {other_wide} × {other_high}.",
        wide=wide,
        high=high,
        other_wide=other_wide,
        other_high=other_high,
    )


# ---- the two passes --------------------------------------------------------------------------------------


def _here(moment: Moment, request: SidesRequest) -> _Sight:
    layer, unit = request.layer, request.unit
    if request.exact and moment.live.dtype != torch.float32:
        return _sight(moment.network, moment.live, moment.pixels, moment.frame, layer, unit, exact=True)
    found = _unit_map(moment.maps(layer), unit)
    return _Sight(moment.network, moment.frame, layer, unit, found, moment.captured.output)


def _there(moment: Moment, request: SidesRequest) -> _Sight:
    beside = moment.beside
    layer, unit = request.layer, request.unit
    if request.other == "frame" and beside is not None and beside.pinned is not None:
        frame, pixels = beside.pinned
        return _sight(moment.network, moment.live, pixels, frame, layer, unit, request.exact)
    if request.other == "network" and beside is not None and beside.shown is not None:
        shown = beside.shown
        layer = request.other_layer or layer
        unit = unit if request.other_unit is None else request.other_unit
        return _sight(shown.network, shown.live, moment.pixels, moment.frame, layer, unit, request.exact)
    raise RunError(NOT_YET.key)


def _sight(
    network: Network, live: LiveCopy, pixels: Pixels, frame: int, layer: str, unit: int, exact: bool
) -> _Sight:
    about = _missing(network, layer, unit)
    layers = () if about else (layer,)
    exact = exact and live.dtype != torch.float32
    dtype = torch.float32 if exact else live.dtype
    x = frame_to_tensor(pixels, network.preprocessing, dtype).to(network.device)
    captured = capture.forward(network if exact else live, x.clone(), layers)
    found = None if about else _unit_map(captured.maps[layer], unit)
    return _Sight(network, frame, layer, unit, found, captured.output, about)


def _missing(network: Network, layer: str, unit: int) -> Text | None:
    """Why there is no map of that unit."""
    try:
        found = network.layer(layer)
    except DeepVisError:
        return text("{title} has no layer {layer}; choose one of its own.", title=network.title, layer=layer)
    if not found.drawable:
        return text("{layer} of {title} has no maps.", layer=layer, title=network.title)
    if unit >= found.units:
        return text(
            "{layer} of {title} has the units 0 to {last}; there is no unit {unit}.",
            layer=layer,
            title=network.title,
            last=found.units - 1,
            unit=unit,
        )
    return None


def _unit_map(maps: Tensor, unit: int) -> Floats:
    chosen = maps[0, unit].detach().float().cpu()
    array: Floats = chosen.reshape(1, 1).numpy() if chosen.ndim == 0 else chosen.numpy()
    return np.nan_to_num(array)


# ---- pictures and scores ---------------------------------------------------------------------------------


def _side(sight: _Sight, peak: float, size: int) -> Side:
    title = sight.network.title
    if sight.map is None:
        return Side(title, sight.frame, sight.layer, sight.unit, about=sight.about)
    picture = _picture(sight.map, peak, size, signed=bool(sight.map.min() < 0))
    mean, maximum = float(sight.map.mean()), float(sight.map.max())
    return Side(title, sight.frame, sight.layer, sight.unit, picture, mean, maximum)


def _picture(values: Floats, peak: float, size: int, *, signed: bool) -> Pixels:
    """(h, w, 3): black to white up to `peak`; signed in two colours, with zero in the middle."""
    scaled = values / peak if peak > SMALLEST else np.zeros_like(values)
    levels = scaled * 127 + 128.5 if signed else scaled * 255 + 0.5
    shown = np.clip(levels, 0, 255).astype(np.uint8)
    high, wide = shown.shape
    return colormaps.colour(resized(shown, *fit(wide, high, size, size)), "diverging" if signed else "grey")


def _classes(here: _Sight, there: _Sight, count: int) -> tuple[tuple[Compared, ...], bool]:
    """Those that are the most likely on either side, as this side orders them; none without scores."""
    if any(one.output is None or one.output.ndim != 2 for one in (here, there)):
        return (), True
    assert here.output is not None
    assert there.output is not None
    first, second = likely(here.output)[0], likely(there.output)[0]
    names, others = (
        [sight.network.label(index) for index in range(len(values))]
        for sight, values in ((here, first), (there, second))
    )
    places = {name: index for index, name in enumerate(others)}
    pairs = [
        (index, name, float(first[index]), float(second[places[name]]) if name in places else float("nan"))
        for index, name in enumerate(names)
    ]
    own = set(names)
    pairs += [
        (index, name, float("nan"), float(second[index]))
        for index, name in enumerate(others)
        if name not in own
    ]
    largest = sorted(pairs, key=lambda pair: -np.nanmax(pair[2:]))[:count]
    ordered = sorted(largest, key=lambda pair: -np.nan_to_num(pair[2], nan=-1.0))
    return tuple(Compared(*pair) for pair in ordered), len(first) > 1 and len(second) > 1
