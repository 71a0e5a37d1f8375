"""Several explanations of one class score, one after another, each with its time and its faithfulness."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from deepvis_app.errors import DeepVisError, PictureError
from deepvis_app.i18n import text
from deepvis_app.methods import Method, Need, Output, Target, find
from deepvis_app.methods.boxes import corners, find_boxes, in_picture, scored
from deepvis_app.methods.charts import areas
from deepvis_app.methods.explained import Explained
from deepvis_app.methods.faithfulness import faithfulness
from deepvis_app.methods.heat import Floats, heat
from deepvis_app.methods.map_layer import map_layer
from deepvis_app.methods.overlaid import explanation
from deepvis_app.methods.params import BoxParams, FaithfulnessParams
from deepvis_app.methods.partial import Partial, asked
from deepvis_app.methods.scores import class_of
from deepvis_app.nets.memory import is_out_of_memory
from deepvis_app.nets.network import Network
from deepvis_app.nets.preprocess import to_pixels
from deepvis_app.nets.slices import sliced

Pixels = NDArray[np.uint8]
Step = tuple[float, Pixels | None, Explained]
"""How much of all is done, 0 to 1; the picture and the state of the method in hand."""

MAPS = (Output.ATTRIBUTION, Output.INPUT)
"""What says of each pixel how much it matters, so that pixels can be deleted by it."""

METHODS_SHARE = 0.6  # of a method's bar; the rest is its faithfulness
DRAW_EVERY = 0.1  # seconds between two partial pictures


@dataclass(frozen=True)
class ExplainParams:
    """`settings`: by method, its params where they are not the usual ones. `frame`: width and height of the
    picture as it came from the source, in whose pixels boxes are told; `file`: where it came from, which
    may have a box file beside it (methods/boxes.py).
    """

    methods: tuple[str, ...] = field(default=("grad_cam",), metadata={"title": text("Methods")})
    settings: Mapping[str, object] = field(default_factory=dict)
    size: int = field(
        default=448, metadata={"range": (16, 4096), "unit": "pixels", "title": text("Side of a picture")}
    )
    curve: int = field(default=24, metadata={"range": (1, 1000), "title": text("Steps of deletion")})
    frame: tuple[int, int] | None = None
    file: Path | None = None


def explain(
    network: Network, image: Tensor, target: Target | None, layer: str | None, params: ExplainParams | None
) -> Iterator[Step]:
    """Each of `params.methods` explains a class of `image` (1, 3, H, W): the target's, else the winner.

    Yields a Step after each part of a method, and of its deletion and insertion curves; the last one of each
    method is finished. `layer`: for methods made of a layer's maps. A method that has no meaning for this
    network, or for which memory does not suffice, says so in its note, and the next follows.

    Raises UnknownNameError for a method, OutOfRangeError for the class, RunError where there are no scores.
    """
    params = params or ExplainParams()
    rows = [find(name) for name in params.methods]
    network = network.apart()
    of = Target(target.class_index if target else None)
    none_yet = (0.0, None, Explained(next(iter(params.methods), "")))
    index = yield from sliced(partial(class_of, network, image, of), none_yet)
    label = network.label(index)
    for number, row in enumerate(rows):
        try:
            for done, told in _one(network, image, row, index, layer, params):
                told = replace(told, class_index=index, label=label)
                yield (number + done) / len(rows), told.pixels, told
        except DeepVisError as error:
            failed = Explained(row.name, None, index, label, note=error.text, finished=True)
            yield (number + 1) / len(rows), None, failed
        except Exception as error:
            if not is_out_of_memory(error):
                raise
            note = text("There is not enough memory for {method}.", method=row.title)
            failed = Explained(row.name, None, index, label, note=note, finished=True)
            yield (number + 1) / len(rows), None, failed


def _one(
    network: Network, image: Tensor, row: Method, index: int, layer: str | None, params: ExplainParams
) -> Iterator[tuple[float, Explained]]:
    name = map_layer(network, layer).name if Need.MAPS in row.needs else None
    told = Explained(row.name, layer=name or "")
    settings = params.settings.get(row.name) or row.params()
    part, drawn_at = None, 0.0
    share = METHODS_SHARE if row.output in MAPS else 1.0
    for took, known in _timed(partial(row.run(), network, image, Target(index), name, settings)):
        part = known or part
        if part is None:
            yield 0.0, told
            continue
        told = replace(told, milliseconds=took, facts=dict(part.facts))
        if part.done > 0 and time.monotonic() - drawn_at >= DRAW_EVERY:
            drawn_at = time.monotonic()
            told = _drawn(told, network, image, row, part, params)
        yield share * min(part.done, 0.99), told
    assert part is not None
    told = _drawn(told, network, image, row, part, params)
    if row.output in MAPS:
        hot = heat(part.result)
        if isinstance(settings, BoxParams):
            told = _located(told, network, hot, settings, params)
        yield share, told
        curves = FaithfulnessParams(steps=params.curve)
        for done, curve in faithfulness(network, image, hot, index, curves):
            told = replace(told, deletion=curve.deletion_area, insertion=curve.insertion_area)
            if done < 1:
                yield share + (1 - share) * done, replace(told, deletion=None, insertion=None)
    yield 1.0, replace(told, finished=True)


def _timed(
    run: Callable[[], Tensor | Partial | Iterator[Partial]],
) -> Iterator[tuple[float, Partial | None]]:
    """Each part, and how many milliseconds all until then took: without what happens in between.

    No part: a pass that takes long stands still.
    """
    steps, took = asked(run), 0.0
    while True:
        start = time.perf_counter()
        try:
            part = next(steps)
        except StopIteration:
            return
        took += (time.perf_counter() - start) * 1000
        yield took, part


def _drawn(
    told: Explained, network: Network, image: Tensor, row: Method, part: Partial, params: ExplainParams
) -> Explained:
    array: Floats = part.result.detach().float().cpu().numpy()
    how = network.preprocessing
    pixels = explanation(row, array, to_pixels(image, how), params.size, how.channels == "BGR")
    legend = areas(array, network.labels) if row.output is Output.CLASSES else ()
    return replace(told, pixels=pixels, legend=legend)


def _located(
    told: Explained, network: Network, hot: Floats, settings: BoxParams, params: ExplainParams
) -> Explained:
    """With boxes around what is hot, and how well they fit those that a file tells."""
    height, width = hot.shape
    found = find_boxes(hot, settings)
    boxes = tuple((box.x / width, box.y / height, box.width / width, box.height / height) for box in found)
    told = replace(told, boxes=boxes)
    if params.frame is None:
        return told
    placed = [in_picture(box, network.preprocessing, *params.frame) for box in found]
    told = replace(told, places=tuple(map(corners, placed)))
    try:
        return replace(told, iou=scored(placed, params.file) if params.file else None)
    except PictureError as error:  # of the box file
        return replace(told, note=error.text)
