"""Live explanations of a class score, out of the pass that all views of a frame share."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

import torch
from torch import Tensor

from deepvis_app.engine.messages import HeatRequest, HeatView, MapRequest, MapView, Pixels, Rect, Rule
from deepvis_app.engine.moment import Floats, Moment
from deepvis_app.errors import DeepVisError, UnknownNameError
from deepvis_app.methods import LIVE, Target, cam, find
from deepvis_app.methods.boxes import find_boxes, in_picture
from deepvis_app.methods.map_layer import map_layer
from deepvis_app.methods.overlaid import explanation, without_spikes
from deepvis_app.methods.params import BoxParams, RectifiedGradientParams, SaliencyParams
from deepvis_app.methods.saliency import one_a_pixel
from deepvis_app.nets import preprocess
from deepvis_app.nets.network import Network
from deepvis_app.pictures.saving import fit, resize
from deepvis_app.pictures.scaling import to_levels

CAMS: Mapping[str, Callable[[Tensor, Tensor], Tensor]] = {
    "grad_cam": cam.small_map,
    "grad_cam_plus_plus": cam.plus_plus_map,
    "layer_cam": cam.layer_map,
    "hires_cam": cam.hires_map,
}
"""Of a layer's maps and the gradient of the class by them: the head alone is gone back through."""

RULES: Mapping[str, Rule] = {
    "saliency": "gradient",
    "gradient": "gradient",
    "deconvnet": "deconvnet",
    "guided_backprop": "guided",
    "rectified_gradient": "rectified",
}
"""One backward pass from the class down to the input."""


def made_of(network: Network, request: MapRequest | HeatRequest) -> str | None:
    """The layer whose maps are needed; None for none, and where there is none that can be."""
    if request.method not in CAMS:
        return None
    try:
        return map_layer(network, request.layer).name
    except DeepVisError:
        return None  # the view says why


def map_view(moment: Moment, request: MapRequest) -> MapView:
    """Raises UnknownNameError for a method that is not LIVE; what this network cannot is said in the view."""
    if request.method == "input":
        height, width = moment.pixels.shape[:2]
        return MapView("input", _input(moment, request.size), frame=(width, height))
    _check(request.method)
    start = time.perf_counter()
    network = moment.network
    try:
        index, layer, array = _explained(moment, request)
    except DeepVisError as error:
        return MapView(request.method, None, request.class_index, about=error.text)
    seen = preprocess.to_pixels(moment.x, network.preprocessing)
    bgr = network.preprocessing.channels == "BGR"
    pixels = explanation(find(request.method), array, seen, request.size, bgr)
    took = (time.perf_counter() - start) * 1000
    return MapView(request.method, pixels, index, network.label(index), layer, took)


def heat_view(moment: Moment, request: HeatRequest) -> HeatView:
    """Raises UnknownNameError for a method that is not LIVE; what this network cannot is said in the view.

    Of gradients the largest size of the channels, without their few spikes, as methods.overlaid draws maps.
    Boxes as `render` finds them: in the heat at the size of the network's input.
    """
    _check(request.method)
    network = moment.network
    try:
        index, layer, array = _explained(moment, request)
    except DeepVisError as error:
        return HeatView(request.method, None, class_index=request.class_index, about=error.text)
    if request.method in CAMS:
        heat, signed = array, bool((array < 0).any())
    else:
        heat, signed = without_spikes(abs(array).max(axis=0) if array.ndim == 3 else array), False
    boxes: tuple[Rect, ...] = ()
    if request.share is not None and find(request.method).params is BoxParams:
        boxes = _boxes(heat, moment, BoxParams(share=request.share))
    levels = to_levels(heat[None], signed=signed)[0]
    return HeatView(request.method, levels, signed, boxes, index, network.label(index), layer)


def _boxes(heat: Floats, moment: Moment, params: BoxParams) -> tuple[Rect, ...]:
    height, width = moment.pixels.shape[:2]
    how = moment.network.preprocessing
    large = cam.enlarged(torch.from_numpy(heat), moment.x).numpy()
    found = [in_picture(box, how, width, height) for box in find_boxes(large, params)]
    return tuple((box.x / width, box.y / height, box.width / width, box.height / height) for box in found)


def _check(method: str) -> None:
    if method not in LIVE:
        raise UnknownNameError(
            "{name} is no live explanation. There are: {names}.", name=method, names=", ".join(LIVE)
        )


def _explained(moment: Moment, request: MapRequest | HeatRequest) -> tuple[int, str, Floats]:
    """The class, the layer that the map is made of, or "", and the map."""
    network = moment.network
    index = cam.chosen_class(network, moment.captured.output, Target(request.class_index))
    layer = map_layer(network, request.layer).name if request.method in CAMS else ""
    params = getattr(request, "params", None) or find(request.method).params()
    return index, layer, _array(moment, request.method, layer, index, params)


def _array(moment: Moment, method: str, layer: str, index: int, params: object) -> Floats:
    """(h, w) of a map, (3, H, W) of a backward picture, (H, W) of saliency."""
    if method in CAMS:
        small: Floats = CAMS[method](*moment.head(layer, index)).detach().cpu().numpy()
        return small
    rectified = params if isinstance(params, RectifiedGradientParams) else RectifiedGradientParams()
    gradient = moment.gradient(None, index, RULES[method], percentile=rectified.percentile)
    if not isinstance(params, SaliencyParams):
        return gradient
    image = moment.x[0].detach().float().cpu()
    flat: Floats = one_a_pixel(torch.from_numpy(gradient), image, params.variant).numpy()
    return flat


def _input(moment: Moment, size: int) -> Pixels:
    seen = preprocess.to_pixels(moment.x, moment.network.preprocessing)
    return resize(seen, *fit(seen.shape[1], seen.shape[0], size, size))
