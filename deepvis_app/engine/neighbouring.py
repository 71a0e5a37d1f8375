"""The pictures of an index that are nearest to the frame, live: in a layer's space, and pixel by pixel."""

from __future__ import annotations

import time

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from deepvis_app.engine.messages import Neighbour, NeighboursRequest, NeighboursView, Pixels
from deepvis_app.engine.moment import Moment
from deepvis_app.engine.shelf import Shelved, shelved
from deepvis_app.index.format import PIXELS, SIDE
from deepvis_app.index.neighbours import nearest
from deepvis_app.nets import preprocess

Floats = NDArray[np.float32]


def neighbours_view(moment: Moment, request: NeighboursRequest) -> NeighboursView:
    """Raises InputError where the index has gone, UnknownNameError where it has no codes of the layer."""
    shelf = shelved(moment.network, request.index)
    start = time.perf_counter()
    if request.picture is None:
        code, pixels = _code(moment, request.layer), pixel_code(moment.pixels)
        query = preprocess.to_pixels(moment.x, moment.network.preprocessing)
    else:
        code, pixels = (np.asarray(shelf.index.codes(of)[request.picture]) for of in (request.layer, PIXELS))
        query = shelf.thumbnail(request.picture)
    by_code = _nearest(shelf, request.layer, code, request)
    by_pixels = _nearest(shelf, PIXELS, pixels, request)
    took = (time.perf_counter() - start) * 1000
    return NeighboursView(request.layer, query, by_code, by_pixels, took)


def pixel_code(pixels: Pixels) -> NDArray[np.float16]:
    """(SIDE * SIDE * 3,) of a picture (h, w, 3), as the index keeps it."""
    small = Image.fromarray(pixels).resize((SIDE, SIDE), Image.Resampling.BOX)
    return (np.asarray(small, np.float32) / 255).astype(np.float16).reshape(-1)


def _code(moment: Moment, layer: str) -> Floats:
    """(units,): of maps their means."""
    maps = moment.maps(layer)
    if maps.ndim == 4:
        return moment.numbers(layer).means
    code: Floats = maps[0].float().cpu().numpy()
    return code


def _nearest(
    shelf: Shelved, space: str, query: NDArray[np.floating], request: NeighboursRequest
) -> tuple[Neighbour, ...]:
    index = shelf.index
    ids, distances = nearest(index.codes(space), query, request.count, request.metric)
    return tuple(
        Neighbour(
            picture,
            distance,
            index.paths[picture].rpartition("/")[2],
            index.picture_labels[picture],
            shelf.thumbnail(picture),
        )
        for picture, distance in zip(ids.tolist(), distances.tolist(), strict=True)
    )
