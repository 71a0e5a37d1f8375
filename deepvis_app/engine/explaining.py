"""Live explanations of a class score, out of the pass that all views of a frame share."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from torch import Tensor

from deepvis_app.engine.messages import MapRequest, MapView, Pixels, Rule
from deepvis_app.engine.moment import Floats, Moment
from deepvis_app.errors import DeepVisError, UnknownNameError
from deepvis_app.methods import Target, cam, find
from deepvis_app.methods.map_layer import map_layer
from deepvis_app.methods.overlaid import explanation
from deepvis_app.nets import preprocess
from deepvis_app.nets.network import Network
from deepvis_app.pictures.saving import fit, resize

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

LIVE = (*CAMS, *RULES)


def made_of(network: Network, request: MapRequest) -> str | None:
    """The layer whose maps are needed; None for none, and where there is none that can be."""
    if request.method not in CAMS:
        return None
    try:
        return map_layer(network, request.layer).name
    except DeepVisError:
        return None  # map_view says why


def map_view(moment: Moment, request: MapRequest) -> MapView:
    """Raises UnknownNameError for a method that is not LIVE; what this network cannot is said in the view."""
    if request.method == "input":
        return MapView("input", _input(moment, request.size))
    if request.method not in LIVE:
        raise UnknownNameError(
            "{name} is no live explanation. There are: {names}.", name=request.method, names=", ".join(LIVE)
        )
    start = time.perf_counter()
    network = moment.network
    try:
        target = Target(request.class_index)
        index = cam.chosen_class(network, moment.captured.output, target)
        layer = map_layer(network, request.layer).name if request.method in CAMS else ""
        array = _array(moment, request.method, layer, index)
    except DeepVisError as error:
        return MapView(request.method, None, request.class_index, about=error.text)
    seen = preprocess.to_pixels(moment.x, network.preprocessing)
    bgr = network.preprocessing.channels == "BGR"
    pixels = explanation(find(request.method), array, seen, request.size, bgr)
    label = network.labels[index] if index < len(network.labels) else str(index)
    took = (time.perf_counter() - start) * 1000
    return MapView(request.method, pixels, index, label, layer, took)


def _array(moment: Moment, method: str, layer: str, index: int) -> Floats:
    """(h, w) of a map, (3, H, W) of a backward picture, (H, W) of saliency."""
    if method in CAMS:
        small: Floats = CAMS[method](*moment.head(layer, index)).detach().cpu().numpy()
        return small
    gradient = moment.class_gradient(index, RULES[method])
    return abs(gradient).max(axis=0) if method == "saliency" else gradient


def _input(moment: Moment, size: int) -> Pixels:
    seen = preprocess.to_pixels(moment.x, moment.network.preprocessing)
    return resize(seen, *fit(seen.shape[1], seen.shape[0], size, size))
