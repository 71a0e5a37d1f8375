"""A run in which slots learn to find classes in a frozen network's maps, for and against (Li et al. 2021).

It can be left and taken up at any step, and ends the same.
"""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from torch import nn

from deepvis_app.errors import InputError, RunError
from deepvis_app.nets.network import Network
from deepvis_app.nets.scouter import Body, new_slots
from deepvis_app.training import checkpoint, running
from deepvis_app.training.data import PictureSet
from deepvis_app.training.evaluation import Accuracy, Stop, never
from deepvis_app.training.lessons import Lessons
from deepvis_app.training.maps import maps_of
from deepvis_app.training.pace import Report
from deepvis_app.training.scouter_check import Reached, check, seen

FIRST = 64  # pictures from which the deviation of the maps is taken
LARGEST = 1.0  # norm of a gradient


@dataclass(frozen=True)
class Recipe:
    """What is run; a resumed run must have the same, but for `epochs`.

    `area`: lambda of the paper, the weight of the mean attention in the loss, which grows from 0 during
    `growing` of the run: with all of it at once, the slots would shut before they have found anything.
    """

    epochs: float = 2.0
    repeats: int = 3
    batch: int = 64
    rate: float = 2e-3
    warm_up: float = 0.05
    decay: float = 1e-4
    area: float = 10.0
    growing: float = 0.4
    seed: int = 0

    def rate_at(self, done: float) -> float:
        """Learning rate when `done` (0 to 1) of the run is over."""
        return self.rate * min(1.0, done / self.warm_up) * 0.5 * (1 + math.cos(math.pi * done))

    def area_at(self, done: float) -> float:
        return self.area * min(1.0, done / self.growing)


class ScouterTraining:
    """The slots and their optimizer at one step. Classes of `pictures` are known to `network` by name."""

    def __init__(self, network: Network, layer: str, pictures: PictureSet, recipe: Recipe) -> None:
        if len(pictures) < 2 or len(pictures.names) < 2:
            raise InputError(
                "There are too few pictures to learn from: {count}, of {classes} classes.",
                count=len(pictures),
                classes=len(pictures.names),
            )
        self.network, self.layer, self.pictures, self.recipe = network, layer, pictures, recipe
        self.body = Body.of(network, layer)
        first, _ = maps_of(network, layer, pictures.pixels[:: max(1, len(pictures) // FIRST)])
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(recipe.seed)
            slots = new_slots(first.shape[1], len(pictures.names), float(first.float().std()) or 1.0)
        self.slots = slots.to(network.device)
        self.optimizer = torch.optim.AdamW(self.slots.parameters(), recipe.rate, weight_decay=recipe.decay)
        self.lessons = Lessons(network, layer, pictures, recipe.batch, recipe.repeats, recipe.seed)
        self.batch = self.lessons.batch
        self.step = 0
        self._fingerprint = pictures.fingerprint()

    @property
    def epochs(self) -> float:
        return self.recipe.epochs

    @property
    def steps_per_epoch(self) -> int:
        return self.lessons.steps_per_epoch

    @property
    def steps(self) -> int:
        return max(1, round(self.recipe.epochs * self.steps_per_epoch))

    @property
    def finished(self) -> bool:
        return self.step >= self.steps

    def work(self, begin: int, end: int) -> float:
        """What these steps cost, learning from one batch of maps being 1."""
        return sum(self.lessons.work(step) for step in range(begin, end))

    def run(self, folder: Path, report: Report, held_out: PictureSet, stop: Stop = never) -> bool:
        """Train to the end (True), or until `stop` says so (False): see training.running.

        Raises RunError where the loss is no longer finite or the checkpoint cannot be written.
        """

        def reached(stop: Stop) -> Accuracy | None:
            return None if stop() or not len(held_out) else self.check(held_out).positive.accuracy

        return running.run(self, folder, report, reached, stop)

    def advance(self) -> float:
        """Take the next step of the run. Returns its loss, of the slots for and against together."""
        done = self.step / self.steps
        for group in self.optimizer.param_groups:
            group["lr"] = self.recipe.rate_at(done)
        maps, classes = self.lessons.at(self.step)
        losses = []
        for slots in self.slots.values():
            scores, attention = slots(maps)
            losses.append(F.cross_entropy(scores, classes) + self.recipe.area_at(done) * attention.mean())
        loss = torch.stack(losses).sum()
        value = float(loss.detach())
        if not math.isfinite(value):
            raise RunError(
                "The loss is no longer finite at step {step}; start again with a lower --rate.",
                step=self.step,
            )
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        for slots in self.slots.values():
            nn.utils.clip_grad_norm_(slots.parameters(), LARGEST)
        self.optimizer.step()
        self.step += 1
        return value

    def check(self, held_out: PictureSet) -> Reached:
        """How well they do on whole pictures."""
        return check(self.slots, seen(self.network, self.layer, held_out))

    def save(self, folder: Path) -> None:
        """Write `folder`/checkpoint.pt, whole or not at all. Raises RunError."""
        checkpoint.write(
            folder,
            {
                "slots": self.slots.state_dict(),
                "optimizer": self.optimizer.state_dict(),
                "step": self.step,
                "recipe": asdict(self.recipe),
                "names": list(self.pictures.names),
                "pictures": self._fingerprint,
                "body": asdict(self.body),
            },
        )

    def resume(self, folder: Path) -> bool:
        """Take up the run in `folder`, its number of epochs included; False where there is none.

        Raises InputError where it is another run, CheckpointError where it cannot be read.
        """
        keys = ("slots", "optimizer", "step", "recipe", "names", "pictures", "body")
        state = checkpoint.taken_up(folder, str(self.network.device), keys, self._differing)
        if state is None:
            return False
        self.slots.load_state_dict(state["slots"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.step = state["step"]
        self.recipe = replace(self.recipe, epochs=state["recipe"]["epochs"])
        return True

    def _differing(self, state: dict[str, Any]) -> list[str]:
        mine = asdict(self.recipe) | {
            "classes": list(self.pictures.names),
            "network": asdict(self.body),
            "pictures": self._fingerprint,
        }
        theirs = state["recipe"] | {
            "classes": state["names"],
            "network": state["body"],
            "pictures": state["pictures"],
        }
        return sorted(key for key in mine if key != "epochs" and mine[key] != theirs.get(key))
