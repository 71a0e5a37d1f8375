"""What each live panel is answered: one function per request, all rows of the table VIEWS."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from deepvis_app.engine.comparing import sides_view
from deepvis_app.engine.explaining import heat_view, map_view
from deepvis_app.engine.messages import (
    GridRequest,
    GridView,
    HeatRequest,
    InputRequest,
    InputView,
    InterventionsRequest,
    MapRequest,
    NeighboursRequest,
    Pixels,
    Rect,
    ScoresRequest,
    SidesRequest,
    StyleRequest,
    UnitRequest,
    UnitView,
    View,
    WeightsRequest,
    WeightsView,
)
from deepvis_app.engine.moment import Moment
from deepvis_app.engine.neighbouring import neighbours_view
from deepvis_app.engine.scoring import interventions_view, scores_view
from deepvis_app.engine.studio import style_view
from deepvis_app.errors import DeepVisError, OutOfRangeError
from deepvis_app.i18n import marked, text
from deepvis_app.methods import Neuron, NoParams, find
from deepvis_app.methods.filter_tiles import tiles
from deepvis_app.nets import backward, preprocess
from deepvis_app.nets.resizing import resized
from deepvis_app.pictures import colormaps, styles
from deepvis_app.pictures.saving import fit
from deepvis_app.pictures.tiling import mosaic

MAP_COLOURS = "grey"
OVERLAY_COLOURS = "inferno"
SMALLEST = 1e-30  # a peak too small to divide by is no signal


# ---- the input ------------------------------------------------------------------------------------------


def input_view(moment: Moment, request: InputRequest) -> InputView:
    height, width = moment.pixels.shape[:2]
    shown = fit(width, height, request.width, request.height)
    seen = moment.network.preprocessing.seen(width, height)
    return InputView(resized(moment.pixels, *shown), seen, (width, height))


# ---- the unit grid --------------------------------------------------------------------------------------


def grid_view(moment: Moment, request: GridRequest) -> GridView:
    maps = moment.maps(request.layer)
    numbers = moment.numbers(request.layer)
    units = moment.memory.units(request, numbers.maxima)
    first = request.first_row * request.columns
    visible = units[first : first + request.rows * request.columns]
    shown = np.asarray(visible, np.intp)
    small = shrunk(maps, request.cell)
    signed = moment.memory.is_signed(request.layer, float(small.amin()))
    levels = to_levels(small, request.scale == "unit", request.contrast, signed)[shown]
    zero = colormaps.ZERO if signed else 0
    return GridView(
        layer=request.layer,
        pixels=mosaic(levels, request.cell, request.gap, request.columns, zero),
        first_row=request.first_row,
        units=units,
        visible=visible,
        means=tuple(numbers.means[shown].tolist()),
        maxima=tuple(numbers.maxima[shown].tolist()),
        map_size=map_size(maps),
        hidden=maps.shape[1] - len(units) if request.hide_dead else 0,
        signed=signed,
        columns=request.columns,
        cell=request.cell,
        gap=request.gap,
    )


def shrunk(maps: Tensor, cell: int) -> Tensor:
    """Maps (1, C, H, W) averaged down to what fits a square `cell`; (1, C, 1, 1) of a vector (1, C)."""
    if maps.ndim == 2:
        return maps[..., None, None]
    height, width = maps.shape[2:]
    if max(height, width) <= cell:
        return maps
    wide, high = fit(width, height, cell, cell)
    return F.adaptive_avg_pool2d(maps, (high, wide))


def to_levels(maps: Tensor, each: bool, contrast: float, signed: bool) -> Pixels:
    """(1, C, H, W) to levels (C, H, W), scaled by the largest size of all maps, or of `each`.

    Unsigned: 255 * (v / max) ** (1 / contrast), below zero 0. Signed: 128 is zero, 127 either side.
    What is no finite number counts as 0.
    """
    peaks = maps.amax((2, 3)).float()
    if signed:
        peaks = torch.maximum(peaks, -maps.amin((2, 3)))
    largest = float(peaks.max())
    if not math.isfinite(float(peaks.sum())):
        return to_levels(maps.nan_to_num(0.0, 0.0, 0.0), each, contrast, signed)
    span, zero = (127, 128.5) if signed else (255, 0.5)  # cutting the fraction of v + 0.5 rounds
    factors = _inverse(peaks)[..., None, None] if each else (1 / largest if largest > SMALLEST else 0.0)
    if contrast == 1:
        levels = maps.float().mul(factors * span).add_(zero)
    else:
        levels = _raised(maps.float() * factors, 1 / contrast, signed).mul_(span).add_(zero)
    array: Pixels = levels.clamp_(min=0).to(torch.uint8)[0].cpu().contiguous().numpy()
    return array


def _inverse(peaks: Tensor) -> Tensor:
    """1 / peaks; 0 where there is nothing to scale."""
    return torch.where(peaks > SMALLEST, 1 / peaks, 0)


def _raised(values: Tensor, power: float, signed: bool) -> Tensor:
    return values.abs().pow(power).copysign(values) if signed else values.clamp(min=0).pow(power)


def map_size(maps: Tensor) -> tuple[int, int] | None:
    return None if maps.ndim == 2 else (maps.shape[2], maps.shape[3])


# ---- one unit -------------------------------------------------------------------------------------------


def unit_view(moment: Moment, request: UnitRequest) -> UnitView:
    maps = moment.maps(request.layer)
    numbers = moment.numbers(request.layer)
    record = float(moment.memory.record(request.layer)[request.unit])
    unit_map = maps[0, request.unit].float()
    value, place = backward.start(maps, request.unit, request.neuron)
    mean = float(numbers.means[request.unit])
    return UnitView(
        layer=request.layer,
        unit=request.unit,
        activation=_activation(moment, request),
        backward=None if request.rule is None else _backward(moment, request, place or request.neuron),
        neuron=place,
        value=mean if place is None else float(value),
        mean=mean,
        maximum=float(numbers.maxima[request.unit]),
        active=float((unit_map > 0).float().mean()),
        record=record,
        dead=not record > 0,
        field=_field(moment, request, place) if place else None,
        map_size=map_size(maps),
    )


def _field(moment: Moment, request: UnitRequest, place: tuple[int, int]) -> Rect | None:
    """Measured, where it must be, for a neuron that stays: the largest one moves from frame to frame."""
    stays = request.neuron == place
    return moment.memory.field(moment.network, request.layer, place, measure=stays)


def _activation(moment: Moment, request: UnitRequest) -> Pixels:
    """The unit's map, enlarged smoothly: alone, or as colour over what the network sees."""
    chosen = moment.maps(request.layer)[:, request.unit : request.unit + 1]
    maps = chosen[..., None, None] if chosen.ndim == 2 else chosen
    signed = moment.memory.is_signed(request.layer, float(maps.amin()))
    levels = to_levels(maps, True, request.contrast, signed)[0]
    size = _shown_size(moment, request)
    shown = resized(levels, *size)
    if not request.overlay:
        return colormaps.colour(shown, "diverging" if signed else MAP_COLOURS)
    if signed:  # an overlay shows where the unit answers: what is above zero
        shown = np.clip(shown.astype(np.int16) - colormaps.ZERO, 0, 127).astype(np.uint8) * 2
    picture = resized(preprocess.to_pixels(moment.x, moment.network.preprocessing), *size)
    return styles.overlay(picture, shown, colormaps.table(OVERLAY_COLOURS))


def _backward(moment: Moment, request: UnitRequest, neuron: Neuron) -> Pixels:
    assert request.rule is not None
    gradient = moment.gradient(request.layer, request.unit, request.rule, neuron)
    if moment.network.preprocessing.channels == "BGR":
        gradient = gradient[::-1]
    elif len(gradient) == 1:
        gradient = np.repeat(gradient, 3, axis=0)
    picture = styles.backward_picture(gradient, request.style, request.contrast)
    return resized(picture, *_shown_size(moment, request))


def _shown_size(moment: Moment, request: UnitRequest) -> tuple[int, int]:
    height, width = moment.x.shape[2:]
    return fit(width, height, request.size, request.size)


# ---- weights ------------------------------------------------------------------------------------------


def weights_view(moment: Moment, request: WeightsRequest) -> WeightsView:
    return moment.memory.weights(request, lambda request: _weights(moment, request))


MOST_KERNELS, MOST_STRIPS = 16_384, 512  # in one picture: some megabytes, in some hundredths of a second
FILTERS = marked("{units} filters of {height} × {width} over {channels} channels")


def _weights(moment: Moment, request: WeightsRequest) -> WeightsView:
    network = moment.network
    try:
        weights = find("filters").run()(network, None, None, request.layer, NoParams()).numpy()
    except DeepVisError as error:
        return WeightsView(request.layer, None, error.text)
    units, channels, height, width = weights.shape
    if request.unit is not None and not 0 <= request.unit < units:
        raise OutOfRangeError(
            "{layer} has the units 0 to {last}; there is no unit {unit}.",
            layer=request.layer,
            last=units - 1,
            unit=request.unit,
        )
    linear = network.layer(request.layer).layout == "vector"
    about = text(
        "{units} units of {channels} weights" if linear else FILTERS,
        units=units,
        height=height,
        width=width,
        channels=channels,
    )
    cell, first = request.cell, min(max(0, request.first), units - 1)
    if request.unit is not None:
        weights, cell, first = weights[request.unit : request.unit + 1], request.width, 0
    bgr = network.preprocessing.channels == "BGR"
    most = MOST_STRIPS if height == width == 1 else MOST_KERNELS
    drawn = tiles(weights, request.width, cell, bgr=bgr, most=most, first=first)
    return WeightsView(
        request.layer,
        drawn.pixels,
        about,
        drawn.columns,
        drawn.cell,
        drawn.count,
        drawn.gap,
        first,
        len(weights),
    )


# ---- the table ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Kind:
    """How a request is answered, and what its answer needs of the frame's pass."""

    answer: Callable[[Moment, Any], View]
    captures: bool = False  # the output of its layer
    output: bool = False  # the network's output
    picture: bool = False  # and is a picture alone, of no use where it is not drawn


VIEWS: Mapping[type, Kind] = {
    InputRequest: Kind(input_view, picture=True),
    ScoresRequest: Kind(scores_view, output=True),
    GridRequest: Kind(grid_view, captures=True, picture=True),
    UnitRequest: Kind(unit_view, captures=True),
    WeightsRequest: Kind(weights_view),
    MapRequest: Kind(map_view, output=True),
    HeatRequest: Kind(heat_view, output=True),
    InterventionsRequest: Kind(interventions_view, output=True),
    SidesRequest: Kind(sides_view, captures=True, output=True),
    NeighboursRequest: Kind(neighbours_view, captures=True),
    StyleRequest: Kind(style_view),
}
