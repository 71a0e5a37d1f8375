"""What a network answers to a picture with one box after another covered: in part, or in batches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from deepvis_app.methods import Target
from deepvis_app.methods.batches import Batches
from deepvis_app.methods.fillings import Fill
from deepvis_app.methods.scores import check_class, checked_scores, class_among, class_scores, score
from deepvis_app.nets.incremental import Box, Patches
from deepvis_app.nets.memory import is_out_of_memory
from deepvis_app.nets.network import Network
from deepvis_app.nets.slices import sliced

AT_ONCE = 8  # covered pictures in a batch; more are slower
HEADS = 48  # of them, whose fully connected layers are computed together: each time all weights are read


@dataclass(frozen=True)
class Answers:
    """`values` (N,) float32: the class's probability, or the unit's answer; `winners` (N,): the most likely
    classes, None where a unit is asked.
    """

    values: NDArray[np.float32]
    winners: NDArray[np.int64] | None = None


class Covering:
    """Holds no mode and no hook between its calls. `class_index`: None where a unit is asked.

    `at_once`: how many pictures make a batch at most; halved whenever memory runs out. Raises what gradients
    raise (methods/backward.py).
    """

    def __init__(
        self,
        network: Network,
        image: Tensor,
        target: Target | None,
        layer: str | None,
        cover: Fill,
    ) -> None:
        self.at_once = AT_ONCE
        self._batches, self._heads = Batches(AT_ONCE), Batches(HEADS)
        self._image, self._cover = image.detach(), cover
        self.class_index: int | None = None
        self._patches: Patches | None = None
        if layer is not None or (target is not None and target.unit is not None):
            unit = score(network, image, target, layer)
            self._ask: Callable[[Tensor], Tensor] = unit
            with torch.inference_mode():
                self.before = self._answers(unit(self._image))
            return
        check_class(network, target)
        self._ask = lambda x: class_scores(network, x)
        with torch.inference_mode():
            patches = self._patches = _patches(network, self._image)
            output = patches.output if patches else class_scores(network, self._image)
            self._scores = checked_scores(network, output)
            self.class_index = class_among(self._scores, target)
            self.before = self._answers(self._scores)

    def run(self, boxes: Sequence[Box]) -> Iterator[Answers | None]:
        """The answers to `boxes` in their order, some at a time; None: a step whose answers follow."""
        waiting: list[Tensor] = []
        while boxes:
            size = min(self._batches.size, self.at_once)
            some, boxes = boxes[:size], boxes[size:]
            if self._patches is None:
                found = yield from sliced(partial(self._tried, self._covered, some), None)
                yield self._answers(found)
                continue
            waiting.append(self._tried(self._changed, some))
            yield None
            if sum(map(len, waiting)) >= self._heads.size or not boxes:
                answers = yield from sliced(partial(self._headed, waiting), None)
                waiting = []
                yield self._answers(answers)

    @torch.inference_mode()
    def _headed(self, maps: Sequence[Tensor]) -> Tensor:
        assert self._patches is not None
        whole = torch.cat(list(maps))
        with self._heads.timed(len(whole)):
            return self._patches.answers(whole)

    @torch.inference_mode()
    def _covered(self, boxes: Sequence[Box]) -> Tensor:
        layout = torch.channels_last if self._image.dtype == torch.bfloat16 else torch.contiguous_format
        x = self._image.expand(len(boxes), -1, -1, -1).clone(memory_format=layout)
        for picture, box in zip(x, boxes, strict=True):
            picture[:, box.top : box.top + box.height, box.left : box.left + box.width] = self._cover(box)
        return self._ask(x)

    @torch.inference_mode()
    def _changed(self, boxes: Sequence[Box]) -> Tensor:
        assert self._patches is not None
        return self._patches.changed(boxes, [self._cover(box) for box in boxes])

    def _tried(self, work: Callable[[Sequence[Box]], Tensor], boxes: Sequence[Box]) -> Tensor:
        """`work` of all `boxes`, in smaller and smaller batches while memory runs out."""
        while True:
            count = self.at_once
            try:
                with self._batches.timed(len(boxes)):
                    done = [work(boxes[start : start + count]) for start in range(0, len(boxes), count)]
                return torch.cat(done)
            except (RuntimeError, MemoryError) as error:
                if count == 1 or not is_out_of_memory(error):
                    raise
                self.at_once = count // 2

    def _answers(self, given: Tensor) -> Answers:
        given = given.float()
        if self.class_index is None:
            return Answers(given.cpu().numpy())
        chances = probabilities(given, self._scores)
        return Answers(chances[:, self.class_index].cpu().numpy(), given.argmax(1).cpu().numpy())


def _patches(network: Network, image: Tensor) -> Patches | None:
    """None where the network is no chain, or what its layers answer does not fit into memory."""
    try:
        return Patches.of(network.module, image.contiguous(memory_format=torch.channels_last))
    except (RuntimeError, MemoryError) as error:
        if not is_out_of_memory(error):
            raise
        return None


def probabilities(scores: Tensor, of: Tensor | None = None) -> Tensor:
    """Softmax of `scores` (N, classes) in float32, unless those `of` an unchanged picture (1, classes) show
    that they are probabilities already, or of one class alone.
    """
    scores = scores.float()
    first = (scores if of is None else of).detach()[0]
    plain = len(first) == 1 or (float(first.min()) >= 0 and abs(float(first.sum()) - 1) < 1e-3)
    return scores if plain else scores.softmax(1)
