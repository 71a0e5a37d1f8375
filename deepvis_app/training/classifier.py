"""A run of the classifier's training, that can be left and taken up at any step.

Muon and SGD, warm-up and cosine, weight decay on weights alone, label smoothing, random resized crops
and flips, growing picture sizes, and an average of the weights that is what ships; for long runs CutMix and
the thoughts of teachers, and weights to begin with.
Everything random is drawn from (seed, step), so that a killed run resumes and ends the same.
"""

from __future__ import annotations

import copy
import math
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from deepvis_app.errors import InputError, RunError
from deepvis_app.nets.embedded import STAGES, ConvBlock, PlainNet
from deepvis_app.training import checkpoint, running
from deepvis_app.training.augment import cutmix, normalise, random_crops
from deepvis_app.training.data import PictureSet
from deepvis_app.training.evaluation import Accuracy, Stop, accuracy, never
from deepvis_app.training.optimizers import Optimizers
from deepvis_app.training.pace import Report
from deepvis_app.training.teaching import Thoughts

CHECKPOINT = checkpoint.NAME
KEPT = ("network", "average", "optimizers", "step", "recipe", "names")  # in any checkpoint


@dataclass(frozen=True)
class Recipe:
    """What is run; a resumed run must have the same, but for `epochs`."""

    epochs: float = 20.0
    batch: int = 128
    rate: float = 0.2
    muon: float = 0.15
    """Muon's rate as a share of `rate`."""
    warm_up: float = 0.05
    decay: float = 5e-4
    turning: float = 0.01
    """Muon's weight decay: with its rate it sets how far the weights turn in a step."""
    smoothing: float = 0.1
    averaging: float = 0.999
    sizes: tuple[tuple[float, int], ...] = ((0.35, 32), (0.65, 40), (0.90, 48), (1.0, 64))
    stages: tuple[tuple[int, ...], ...] = STAGES
    seed: int = 0
    teaching: float = 0.0
    """Share of the targets that teachers give."""
    mixing: float = 0.0
    """Share of the batches to which CutMix is done."""
    frozen: int = 0
    """So many first convolutions stay as they begin."""
    beginning: str = ""
    """Of the weights to begin with and of the teachers: what tells them from others."""

    @property
    def size(self) -> int:
        """Side of whole pictures in pixels, as the network is to see them."""
        return self.sizes[-1][1]

    def size_at(self, done: float) -> int:
        """Side of the crops in pixels when `done` (0 to 1) of the run is over."""
        return next((size for end, size in self.sizes if done < end), self.size)

    def rate_at(self, done: float) -> float:
        """Learning rate when `done` (0 to 1) of the run is over."""
        if done < self.warm_up:
            return self.rate * done / self.warm_up
        return self.rate * 0.5 * (1 + math.cos(math.pi * (done - self.warm_up) / (1 - self.warm_up)))


class Training:
    """The network, its average and its optimizer at one step; `average` holds the weights that ship.

    `base`: a network of the recipe's stages to begin as. `thoughts` (N, classes): what teachers say.
    """

    def __init__(
        self,
        pictures: PictureSet,
        recipe: Recipe,
        device: str = "cpu",
        base: PlainNet | None = None,
        thoughts: Thoughts | None = None,
    ) -> None:
        if len(pictures) < 2:
            raise InputError("There are too few pictures to learn from: {count}.", count=len(pictures))
        self.pictures, self.recipe, self.device, self._thoughts = pictures, recipe, device, thoughts
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(recipe.seed)
            network = PlainNet(len(pictures.names), recipe.stages)
        if base is not None:
            network.load_state_dict(base.state_dict())
        self.network = network.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        for block in self._frozen():
            block.requires_grad_(False)
        self.average = copy.deepcopy(self.network).eval()
        self.optimizers = Optimizers(self.network, recipe.rate, recipe.muon, recipe.decay, recipe.turning)
        self.batch = min(recipe.batch, len(pictures))
        self.steps_per_epoch = max(1, len(pictures) // self.batch)
        self.step = 0
        self._fingerprint = pictures.fingerprint()

    @property
    def steps(self) -> int:
        return max(1, round(self.recipe.epochs * self.steps_per_epoch))

    @property
    def finished(self) -> bool:
        return self.step >= self.steps

    @property
    def epochs(self) -> float:
        return self.recipe.epochs

    def work(self, begin: int, end: int) -> float:
        """What these steps cost, in pixels: that grows with their pictures' area."""
        return float(sum(self.recipe.size_at(step / self.steps) ** 2 for step in range(begin, end)))

    def run(
        self,
        folder: Path,
        report: Report,
        held_out: PictureSet,
        stop: Stop = never,
        save_every: float = 60.0,
        tell_every: float = 10.0,
    ) -> bool:
        """Train to the end (True), or until `stop` says so between two steps (False): see training.running.

        Raises RunError where the loss is no longer finite or the checkpoint cannot be written.
        """

        def check(stop: Stop) -> Accuracy | None:
            return accuracy(self.average, held_out, self.recipe.size, stop) if len(held_out) else None

        return running.run(self, folder, report, check, stop, save_every, tell_every)

    def advance(self) -> float:
        """Take the next step of the run. Returns its loss."""
        done = self.step / self.steps
        loss = self.learn(self.recipe.size_at(done), self.recipe.rate_at(done))
        self.step += 1
        return loss

    def learn(self, size: int, rate: float) -> float:
        """Learn from this step's batch, in crops of `size` pixels. Returns the loss."""
        chosen = self._batch_indices()
        generator = torch.Generator().manual_seed(self.recipe.seed * 1_000_003 + self.step)
        planes = normalise(torch.from_numpy(self.pictures.pixels[chosen]).to(self.device))
        crops, targets = random_crops(planes, size, generator), self._targets(chosen)
        if self.recipe.mixing > float(torch.rand((), generator=generator)):
            crops, targets = cutmix(crops, targets, generator)
        crops = crops.contiguous(memory_format=torch.channels_last)
        self.network.train()
        for block in self._frozen():
            block.eval()
        with torch.autocast(self.device, dtype=torch.bfloat16):
            scores = self.network(crops)
        loss = F.cross_entropy(scores.float(), targets)
        value = float(loss.detach())
        if not math.isfinite(value):
            raise RunError(
                "The loss is no longer finite at step {step}; start again with a lower --rate.",
                step=self.step,
            )
        loss.backward()  # type: ignore[no-untyped-call]
        self.optimizers.step(rate)
        self._update_average()
        return value

    def save(self, folder: Path) -> None:
        """Write `folder`/checkpoint.pt, whole or not at all. Raises RunError."""
        state = {
            "network": self.network.state_dict(),
            "average": self.average.state_dict(),
            "optimizers": self.optimizers.state_dict(),
            "step": self.step,
            "recipe": asdict(self.recipe),
            "names": list(self.pictures.names),
            "pictures": self._fingerprint,
        }
        checkpoint.write(folder, state)

    def resume(self, folder: Path) -> bool:
        """Take up the run in `folder`, its number of epochs included; False where there is none.

        Raises InputError where it is another run, CheckpointError where it cannot be read.
        """
        state = checkpoint.taken_up(folder, self.device, KEPT, self._differing)
        if state is None:
            return False
        self.network.load_state_dict(state["network"])
        self.average.load_state_dict(state["average"])
        self.optimizers.load_state_dict(state["optimizers"])
        self.step = state["step"]
        self.recipe = replace(self.recipe, epochs=state["recipe"]["epochs"])
        return True

    def _differing(self, state: dict[str, Any]) -> list[str]:
        mine = asdict(self.recipe) | {"classes": list(self.pictures.names)}
        # What a checkpoint does not say was not there when it was written, and is as it was without it.
        theirs = asdict(Recipe()) | state["recipe"] | {"classes": state["names"]}
        differing = sorted(key for key in mine if key != "epochs" and mine[key] != theirs.get(key))
        if state.get("pictures", self._fingerprint) != self._fingerprint:
            differing.append("pictures")
        return differing

    def _frozen(self) -> list[ConvBlock]:
        blocks = [block for block in self.network.children() if isinstance(block, ConvBlock)]
        return blocks[: self.recipe.frozen]

    def _targets(self, chosen: NDArray[np.int64]) -> Tensor:
        """(N, classes): what the scores of these pictures should become, as probabilities."""
        count, smoothing = len(self.pictures.names), self.recipe.smoothing
        classes = torch.from_numpy(self.pictures.classes[chosen])
        targets = F.one_hot(classes, count) * (1 - smoothing) + smoothing / count
        if self._thoughts is not None:
            targets = targets.lerp(torch.from_numpy(self._thoughts[chosen]).float(), self.recipe.teaching)
        return targets.to(self.device)

    def _batch_indices(self) -> NDArray[np.int64]:
        epoch, within = divmod(self.step, self.steps_per_epoch)
        order = np.random.default_rng((self.recipe.seed, epoch)).permutation(len(self.pictures))
        return order[within * self.batch : (within + 1) * self.batch]

    @torch.no_grad()
    def _update_average(self) -> None:
        keep = min(self.recipe.averaging, (1 + self.step) / (10 + self.step))
        for mean, now in zip(
            self.average.state_dict().values(), self.network.state_dict().values(), strict=True
        ):
            if mean.is_floating_point():
                mean.lerp_(now, 1 - keep)
            else:
                mean.copy_(now)


def epochs_within(
    seconds: float, pictures: PictureSet, held_out: PictureSet, recipe: Recipe, device: str = "cpu"
) -> float:
    """How many epochs of `recipe` fit in `seconds`, its checks included, from a few timed steps.

    The steps are a throwaway network's, so that what follows depends on the answer alone.
    """
    trial = Training(pictures, recipe, device)
    learning, begin = 0.0, 0.0
    for end, size in recipe.sizes:
        trial.learn(size, 0.0)
        once = float(np.median([_seconds(partial(trial.learn, size, 0.0)) for _ in range(4)]))
        learning += (end - begin) * once * trial.steps_per_epoch
        begin = end
    sample = held_out.first(200)
    checking = _seconds(partial(accuracy, trial.average, sample, recipe.size)) if len(sample) else 0.0
    return seconds / (learning + checking * len(held_out) / max(1, len(sample)))


def _seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin
