"""Class scores of a frame, as they are and as interventions change them."""

from __future__ import annotations

import time
from functools import partial

import numpy as np
import torch
from torch import Tensor

from deepvis_app.engine.messages import (
    Compared,
    InterventionsRequest,
    InterventionsView,
    Score,
    ScoresRequest,
    ScoresView,
)
from deepvis_app.engine.moment import Floats, Moment
from deepvis_app.errors import DeepVisError, RunError
from deepvis_app.nets import capture, intervene
from deepvis_app.nets.capture import Change
from deepvis_app.nets.preprocess import frame_to_tensor


def scores_view(moment: Moment, request: ScoresRequest) -> ScoresView:
    """Softmax of the output, unless that is a distribution already or of one score alone."""
    values = likely(_scores(moment.captured.output))[0]
    top = np.argsort(-values, kind="stable")[: request.count].tolist()
    indices = [*top, *(index for index in request.pinned if 0 <= index < len(values))]
    scores = (Score(index, moment.network.label(index), float(values[index])) for index in indices)
    return ScoresView(tuple(scores), probabilities=len(values) > 1)


def interventions_view(moment: Moment, request: InterventionsRequest) -> InterventionsView:
    """One more pass. Where the live copy is in bf16 and the view shall be exact, it is one of two pictures
    through the network itself: the difference of two roundings would be half a per cent.
    """
    start = time.perf_counter()
    exact = moment.live.dtype == torch.float32
    try:
        with torch.inference_mode():
            if request.exact and not exact:
                both = _in_float32(moment, request)
            else:
                touched = intervene.scores(moment.live, moment.x.detach(), request.interventions)
                both = torch.cat([_scores(moment.captured.output), touched])
    except DeepVisError as error:
        return InterventionsView((), about=error.text)
    untouched, touched_values = likely(both)
    classes = tuple(
        Compared(index, moment.network.label(index), float(untouched[index]), float(touched_values[index]))
        for index in _listed(untouched, touched_values, request)
    )
    took = (time.perf_counter() - start) * 1000
    return InterventionsView(classes, len(untouched) > 1, request.exact or exact, took)


def _in_float32(moment: Moment, request: InterventionsRequest) -> Tensor:
    """(2, classes): without and with the interventions."""
    network = moment.network
    x = frame_to_tensor(moment.pixels, network.preprocessing).to(network.device)
    changes = intervene.changes(network, request.interventions)
    of_second = {name: partial(_to_second, change) for name, change in changes.items()}
    return _scores(capture.forward(network, x.repeat(2, 1, 1, 1), changes=of_second).output)


def _to_second(change: Change, answers: Tensor) -> Tensor:
    return torch.cat([answers[:1], change(answers[1:])])


def _listed(untouched: Floats, touched: Floats, request: InterventionsRequest) -> list[int]:
    likely = np.argsort(-np.maximum(untouched, touched), kind="stable")[: request.count].tolist()
    ordered = sorted(likely, key=lambda index: -untouched[index])
    asked = request.class_index
    if asked is None or not 0 <= asked < len(untouched):
        return ordered
    return [asked, *(index for index in ordered if index != asked)][: max(1, request.count)]


def _scores(output: Tensor | None) -> Tensor:
    """(N, classes). Raises RunError."""
    if output is None or output.ndim != 2:
        raise RunError("This network gives no class scores.")
    return output.detach()


def likely(scores: Tensor) -> Floats:
    """(N, classes) as probabilities, where there are several classes and the first row is none yet."""
    values: Floats = scores.float().cpu().numpy()
    is_distribution = values[0].min() >= 0 and abs(values[0].sum() - 1) < 1e-3
    if values.shape[1] > 1 and not is_distribution:
        values = np.exp(values - values.max(axis=1, keepdims=True))
        values /= values.sum(axis=1, keepdims=True)
    return values
