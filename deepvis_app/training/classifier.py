"""`deepvis train classifier`: trains the embedded network, or the same network on one's own pictures.

SGD with Nesterov momentum, warm-up and cosine, weight decay on weights alone, label smoothing, random
resized crops and flips, growing picture sizes, and an average of the weights that is what ships.
Everything random is drawn from (seed, step), so that a killed run resumes and ends the same.
"""

from __future__ import annotations

import copy
import math
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from deepvis_app.errors import InputError, RunError
from deepvis_app.nets.embedded import STAGES, PlainNet
from deepvis_app.training.augment import normalise, random_crops
from deepvis_app.training.data import PictureSet


@dataclass(frozen=True)
class Recipe:
    """What is run; a resumed run must have the same, but for `epochs`."""

    epochs: float = 20.0
    batch: int = 128
    rate: float = 0.2
    warm_up: float = 0.05
    decay: float = 5e-4
    smoothing: float = 0.1
    averaging: float = 0.999
    sizes: tuple[tuple[float, int], ...] = ((0.35, 40), (0.70, 48), (1.0, 64))
    stages: tuple[tuple[int, ...], ...] = STAGES
    seed: int = 0

    def size_at(self, done: float) -> int:
        """Side of the crops in pixels when `done` (0 to 1) of the run is over."""
        return next((size for end, size in self.sizes if done < end), self.sizes[-1][1])

    def rate_at(self, done: float) -> float:
        """Learning rate when `done` (0 to 1) of the run is over."""
        if done < self.warm_up:
            return self.rate * done / self.warm_up
        return self.rate * 0.5 * (1 + math.cos(math.pi * (done - self.warm_up) / (1 - self.warm_up)))


@dataclass(frozen=True)
class Progress:
    """Where a run stands, after some steps or after an epoch (then with accuracies in 0..1)."""

    step: int
    steps: int
    loss: float
    pictures_per_second: float
    seconds_left: float
    top1: float | None = None
    top5: float | None = None


Report = Callable[[Progress], None]


class Training:
    """A run that can be left and taken up at any step; `average` holds the weights that ship."""

    def __init__(self, pictures: PictureSet, recipe: Recipe, device: str = "cpu") -> None:
        if len(pictures) < 2:
            raise InputError("There are too few pictures to learn from: {count}.", count=len(pictures))
        self.pictures, self.recipe, self.device = pictures, recipe, device
        torch.manual_seed(recipe.seed)
        network = PlainNet(len(pictures.names), recipe.stages)
        self.network = network.to(device, memory_format=torch.channels_last)
        self.average = copy.deepcopy(self.network).eval()
        self.optimizer = torch.optim.SGD(
            _groups(self.network, recipe.decay), lr=recipe.rate, momentum=0.9, nesterov=True
        )
        self.batch = min(recipe.batch, len(pictures))
        self.steps_per_epoch = max(1, len(pictures) // self.batch)
        self.step = 0

    @property
    def steps(self) -> int:
        return max(1, round(self.recipe.epochs * self.steps_per_epoch))

    def run(self, folder: Path, report: Report, held_out: PictureSet, save_every: float = 60.0) -> None:
        """Train to the end, with a checkpoint in `folder` each `save_every` seconds and each epoch."""
        saved = told = time.monotonic()
        told_at, loss = self.step, torch.zeros(())
        try:
            while self.step < self.steps:
                loss = self._one_step()
                self.step += 1
                now = time.monotonic()
                if now - told > 10:
                    report(self._progress(float(loss), self.step - told_at, now - told))
                    told, told_at = now, self.step
                if self.step % self.steps_per_epoch == 0 or self.step == self.steps:
                    top1, top5 = accuracy(self.average, held_out, self.recipe.sizes[-1][1])
                    report(self._progress(float(loss), 1, 0.0, top1, top5))
                    told, told_at = time.monotonic(), self.step
                    saved = 0.0
                if now - saved > save_every:
                    self.save(folder)
                    saved = time.monotonic()
        except BaseException:
            self.save(folder)
            raise
        self.save(folder)

    def save(self, folder: Path) -> None:
        """Write `folder`/checkpoint.pt, whole or not at all."""
        state = {
            "network": self.network.state_dict(),
            "average": self.average.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "step": self.step,
            "recipe": asdict(self.recipe),
            "names": list(self.pictures.names),
        }
        target = folder / "checkpoint.pt"
        part = target.with_suffix(".part")
        try:
            torch.save(state, part)
            part.replace(target)
        except (OSError, RuntimeError) as error:
            part.unlink(missing_ok=True)
            raise RunError(
                "The checkpoint could not be written to {path}: {why}.", path=target, why=error
            ) from error

    def resume(self, folder: Path) -> bool:
        """Take up the run in `folder`; False where there is none. InputError where it is another run."""
        path = folder / "checkpoint.pt"
        if not path.exists():
            return False
        state = torch.load(path, map_location=self.device, weights_only=True)
        mine, theirs = asdict(self.recipe), state["recipe"]
        differing = sorted(k for k in mine if k != "epochs" and mine[k] != theirs.get(k))
        if list(self.pictures.names) != state["names"]:
            differing.append("classes")
        if differing:
            raise InputError(
                "{path} is of another run ({what} differ); give another --out folder.",
                path=path,
                what=", ".join(differing),
            )
        self.network.load_state_dict(state["network"])
        self.average.load_state_dict(state["average"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.step = state["step"]
        return True

    def _one_step(self) -> Tensor:
        done = self.step / self.steps
        for group in self.optimizer.param_groups:
            group["lr"] = self.recipe.rate_at(done)
        chosen = self._batch_indices()
        generator = torch.Generator().manual_seed(self.recipe.seed * 1_000_003 + self.step)
        planes = normalise(torch.from_numpy(self.pictures.pixels[chosen]).to(self.device))
        crops = random_crops(planes, self.recipe.size_at(done), generator)
        crops = crops.contiguous(memory_format=torch.channels_last)
        classes = torch.from_numpy(self.pictures.classes[chosen]).to(self.device)
        self.network.train()
        with torch.autocast(self.device, dtype=torch.bfloat16):
            scores = self.network(crops)
        loss = F.cross_entropy(scores.float(), classes, label_smoothing=self.recipe.smoothing)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        self.optimizer.step()
        if not math.isfinite(float(loss.detach())):
            raise RunError("The loss is no longer finite at step {step}; lower --rate.", step=self.step)
        self._update_average()
        return loss.detach()

    def _batch_indices(self) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
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

    def _progress(
        self,
        loss: float,
        steps: int,
        seconds: float,
        top1: float | None = None,
        top5: float | None = None,
    ) -> Progress:
        speed = steps * self.batch / seconds if seconds else 0.0
        left = self._work(self.step, self.steps) / self._work(self.step - 1, self.step)
        seconds_left = left * seconds / steps
        return Progress(self.step, self.steps, loss, speed, seconds_left, top1, top5)

    def _work(self, begin: int, end: int) -> float:
        return float(sum(self.recipe.size_at(step / self.steps) ** 2 for step in range(begin, end)))


@torch.inference_mode()
def accuracy(network: nn.Module, pictures: PictureSet, size: int) -> tuple[float, float]:
    """Top-1 and top-5 accuracy (0 to 1) on whole pictures resized to `size` pixels."""
    scores = predict(network, pictures, size)
    best = scores.topk(min(5, scores.shape[1]), dim=1).indices
    right = best == torch.from_numpy(pictures.classes)[:, None]
    return float(right[:, 0].float().mean()), float(right.any(1).float().mean())


@torch.inference_mode()
def predict(network: nn.Module, pictures: PictureSet, size: int, batch: int = 100) -> Tensor:
    """(N, classes) float32 logits of whole pictures resized to `size` pixels."""
    device = next(network.parameters()).device
    parts = []
    for begin in range(0, len(pictures), batch):
        pixels = torch.from_numpy(pictures.pixels[begin : begin + batch]).to(device)
        planes = normalise(pixels)
        if planes.shape[-1] != size:
            planes = F.interpolate(planes, size=(size, size), mode="bicubic", antialias=True)
        planes = planes.contiguous(memory_format=torch.channels_last)
        with torch.autocast(device.type, dtype=torch.bfloat16):
            parts.append(network(planes).float().cpu())
    return torch.cat(parts)


def _groups(network: nn.Module, decay: float) -> Sequence[dict[str, object]]:
    weights = [p for p in network.parameters() if p.ndim > 1]
    others = [p for p in network.parameters() if p.ndim <= 1]
    return [{"params": weights, "weight_decay": decay}, {"params": others, "weight_decay": 0.0}]
