"""The pictures that are on show, each with what made it, for saving and copying."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from deepvis_app.engine.messages import (
    GridRequest,
    GridView,
    HeatView,
    InputView,
    Pixels,
    Result,
    Rule,
    UnitRequest,
    UnitView,
    View,
    ViewRequest,
    WeightsRequest,
    WeightsView,
)
from deepvis_app.methods import METHODS
from deepvis_app.pictures import colormaps, styles
from deepvis_app.session import Session
from deepvis_app.ui.texts import tr

METHOD_OF: dict[Rule, str] = {
    "gradient": "gradient",
    "deconvnet": "deconvnet",
    "guided": "guided_backprop",
    "rectified": "rectified_gradient",
}
"""The method that computes, in float32, what the window shows under each rule."""

Form = Literal["shown", "exact", "array"]
"""As a PNG of what is shown, as a PNG computed anew, as the float32 values."""


@dataclass(frozen=True)
class Savable:
    """`pixels` (h, w, 3) as shown; `method`: what computes it anew, exactly (None: nothing does).

    `whole`: the pixels are all that there is, so that they may be saved as an array too.
    """

    name: str
    title: str
    pixels: Pixels
    about: dict[str, object]
    layer: str | None = None
    unit: int | None = None
    method: str | None = None
    class_index: int | None = None
    params: object | None = None
    whole: bool = False


def savables(session: Session, result: Result | None) -> list[Savable]:
    """What `result` shows, the unit's backward picture first."""
    common: dict[str, object] = {
        "network": session.network.spec.spec if session.network else None,
        "source": session.source.title if session.source else None,
    }
    views = result.views if result else {}
    found = [
        savable for panel, view in views.items() for savable in _of(view, session.request_of(panel), common)
    ]
    picture = next((view for view in views.values() if isinstance(view, InputView)), None)
    heat = next((view for view in views.values() if isinstance(view, HeatView)), None)
    if picture is not None and heat is not None and heat.levels is not None:
        found.append(_of_heat(heat, heat.levels, picture, session.heat_strength, common))
    order = ("backward", "activation", "units", "heat", "input", "weights")
    return sorted(found, key=lambda savable: order.index(savable.name))


def _of(view: View, request: ViewRequest | None, common: dict[str, object]) -> Iterator[Savable]:
    match view, request:
        case UnitView(), UnitRequest():
            yield from _of_unit(view, request, common)
        case GridView(), GridRequest():
            params = {"units": list(view.visible), "scale": request.scale, "contrast": request.contrast}
            about = common | {"layer": view.layer, "method": "activations", "params": params}
            pixels = colormaps.colour(view.pixels, "diverging" if view.signed else "magma")
            yield Savable("units", tr("Units of {layer}", layer=view.layer), pixels, about, view.layer)
        case InputView(), _:
            yield Savable("input", tr("Input"), view.pixels, common | {"method": "input"})
        case WeightsView(), WeightsRequest() if view.pixels is not None:
            about = common | {"layer": view.layer, "method": "filters"}
            title = tr("Weights of {layer}", layer=view.layer)
            if view.count < view.units:
                last = view.first + view.count - 1
                key = "Weights of the units {first} to {last} of {layer}"
                title = tr(key, first=view.first, last=last, layer=view.layer)
            if request.unit is not None:
                title = tr("Weights of unit {unit} of {layer}", unit=request.unit, layer=view.layer)
                about["unit"] = request.unit
            yield Savable("weights", title, view.pixels, about, view.layer, request.unit, "filters")


def _of_unit(view: UnitView, request: UnitRequest, common: dict[str, object]) -> Iterator[Savable]:
    about = common | {"layer": view.layer, "unit": view.unit}
    named = tr("unit {unit} of {layer}", unit=view.unit, layer=view.layer)
    if view.backward is not None and request.rule is not None:
        method = METHOD_OF[request.rule]
        made = about | {
            "method": method,
            "neuron": list(view.neuron) if view.neuron else "all",
            "params": {"style": request.style, "contrast": request.contrast},
        }
        title = tr("What drives {unit}", unit=named)
        yield Savable("backward", title, view.backward, made, view.layer, view.unit, method)
    params = {"overlay": request.overlay, "contrast": request.contrast, "maximum": view.maximum}
    made = about | {"method": "activations", "params": params}
    title = tr("Activation of {unit}", unit=named)
    yield Savable("activation", title, view.activation, made, view.layer, view.unit, "activations")


def _of_heat(
    heat: HeatView, levels: Pixels, picture: InputView, strength: float, common: dict[str, object]
) -> Savable:
    """Over the picture as it is shown; boxes in pixels of the frame, (x, y, width, height)."""
    colours = colormaps.table("veil" if heat.signed else "inferno")
    pixels = styles.overlay_part(picture.pixels, levels, colours, picture.seen, strength, heat.signed)
    width, height = picture.size
    boxes = [
        (round(x * width), round(y * height), round(w * width), round(h * height))
        for x, y, w, h in heat.boxes
    ]
    about = common | {
        "method": heat.method,
        "layer": heat.made_of or None,
        "class": heat.class_index,
        "label": heat.label,
        "params": {"strength": strength},
        "boxes": boxes,
    }
    title = tr("{method} for {label}", method=tr(METHODS[heat.method].title), label=heat.label)
    return Savable("heat", title, pixels, about, method=heat.method, class_index=heat.class_index)
