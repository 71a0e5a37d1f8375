"""The steps from a picture to one that the network takes for something else, within bounds or without."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from deepvis_app.errors import RunError
from deepvis_app.methods.fooling_params import AdversarialParams
from deepvis_app.methods.synthesis.fooling import LEVELS, Scene, rounded

OVERSHOOT = 2.5  # how often the bound's length all steps together go (Madry et al. 2018)
LEAST_STEP = 0.6  # levels: anything less would be rounded away
HALVINGS = 7  # in search of the smallest change
CLOSE = 0.05  # of a bound: where halving it ends


@dataclass(frozen=True)
class Try:
    """A picture (1, 3, h, w) in whole levels, and what the network says when it reads it back, (classes,).

    `finite`: false where the search ended because a gradient was no number.
    """

    done: float
    picture: Tensor
    likely: Tensor
    finite: bool = True


def attack(given: Scene, params: AdversarialParams) -> Iterator[Try]:
    """Step by step; the last is the best: of the wanted class if any is, the smallest where that is wanted.

    Raises RunError where nothing leads away from the picture.
    """
    if not params.smallest:
        yield from _run(given, params, params.limit)
        return
    flipping, found = replace(params, confidence=0.0), Try(0.0, given.original, given.before)
    for found in _run(given, flipping, params.limit):
        yield replace(found, done=found.done / 2)
    if given.wins(found.likely):
        smaller = _shrunk(given, found) if params.attack == "ascent" else _halved(given, flipping, found)
        for one in smaller:
            yield replace(one, done=0.5 + one.done / 2)


def _run(given: Scene, params: AdversarialParams, limit: float) -> Iterator[Try]:
    """Until the class has the wanted confidence; the last is the most confident."""
    bound = None if params.attack == "ascent" else limit
    steps = 1 if params.attack == "fgsm" else params.steps
    length = LEAST_STEP if bound is None else max(OVERSHOOT * limit / steps, LEAST_STEP)
    length = limit if params.attack == "fgsm" else length
    picture, best = given.original, Try(1.0, given.original, given.before)
    for step in range(1, steps + 1):
        uphill = given.gradient(picture)
        if not bool(uphill.isfinite().all()):
            yield replace(best, finite=False)
            return
        if not bool(uphill.any()):
            raise RunError(
                "The scores do not depend on this picture, so that nothing leads to another class."
            )
        picture = picture + _direction(uphill, params) * length / LEVELS
        picture, saved = _bounded(given, picture, params, bound)
        found = Try(step / steps, saved, given.read_back(saved))
        best = found if step == 1 else max(best, found, key=lambda one: _rank(given, one))
        yield found
        if given.wins(found.likely) and 100 * found.likely[given.wanted] >= params.confidence:
            break
    yield replace(best, done=1.0)


def _rank(given: Scene, one: Try) -> tuple[bool, float]:
    return given.wins(one.likely), float(one.likely[given.wanted])


def _direction(uphill: Tensor, params: AdversarialParams) -> Tensor:
    """Of a step of length 1, in the norm that is bounded."""
    if params.norm == "largest" and params.attack != "ascent":
        return uphill.sign()
    return uphill / uphill.square().mean().sqrt()


def _bounded(
    given: Scene, picture: Tensor, params: AdversarialParams, limit: float | None
) -> tuple[Tensor, Tensor]:
    """`picture` brought within `limit` levels of the original, and the same in whole levels, also within."""
    original = given.original
    change = (picture - original) * LEVELS
    if limit is not None and params.norm == "largest":
        room = given.room * int(limit) if params.hidden else torch.full_like(given.room, int(limit))
        change = torch.clamp(change, -room, room)
    elif limit is not None:
        change = change * min(1.0, limit / _mean(change))
    picture = (original + change / LEVELS).clamp(0, 1)
    saved = rounded(picture)
    while limit is not None and params.norm == "mean" and _mean((saved - original) * LEVELS) > limit:
        change = change * 0.95  # rounding has added a little
        saved = rounded(original + change / LEVELS)
    return picture, saved


def _mean(change: Tensor) -> float:
    return float(change.square().mean().sqrt())


def _halved(given: Scene, params: AdversarialParams, best: Try) -> Iterator[Try]:
    """Runs under ever closer bounds, between what the last success kept to and what failed."""
    failed = 0.0
    for halving in range(HALVINGS):
        kept, bound = _between(failed, (best.picture - given.original) * LEVELS, params)
        if not failed < bound < kept or kept - failed < CLOSE * kept:
            break
        found = best
        for found in _run(given, params, bound):
            yield replace(found, done=(halving + found.done) / HALVINGS)
        if given.wins(found.likely):
            best = found
        else:
            failed = bound
    yield replace(best, done=1.0)


def _between(failed: float, change: Tensor, params: AdversarialParams) -> tuple[float, float]:
    """How large the change is, and the bound to try next: whole levels where each pixel is bounded."""
    if params.norm == "mean":
        kept = _mean(change)
        return kept, (failed + kept) / 2
    kept = float(change.abs().max().round())
    return kept, float((failed + kept) // 2)


def _shrunk(given: Scene, best: Try) -> Iterator[Try]:
    """The same change, ever more exactly as much of it as is needed."""
    change, failed, kept = best.picture - given.original, 0.0, 1.0
    for halving in range(1, HALVINGS + 1):
        share = (failed + kept) / 2
        saved = rounded(given.original + change * share)
        found = Try(halving / HALVINGS, saved, given.read_back(saved))
        yield found
        if given.wins(found.likely):
            best, kept = found, share
        else:
            failed = share
    yield replace(best, done=1.0)
