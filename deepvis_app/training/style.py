"""A run of the painter's training (Johnson 2016, Dumoulin 2017), that can be left and taken up at any step.

Each step paints crops of photographs, each in one style, and asks a network that knows pictures how far
content and style are off. The painting of a shifted, noisy crop must be the shifted painting, so that
nothing flickers on a stream. Everything random is drawn from (seed, step).
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from deepvis_app.errors import InputError, RunError
from deepvis_app.methods.synthesis.style_loss import (
    content_loss,
    gram,
    maps_of,
    style_layers,
)
from deepvis_app.nets import live
from deepvis_app.nets.network import Network
from deepvis_app.nets.style_net import COARSE, StyleNet
from deepvis_app.training import checkpoint, running
from deepvis_app.training.data import PictureSet
from deepvis_app.training.evaluation import Stop, never
from deepvis_app.training.muon import ConvMuon
from deepvis_app.training.pace import Report
from deepvis_app.training.style_terms import (
    Losses,
    Pixels,
    draw,
    griddedness,
    resized,
    style_distance,
    unevenness,
    unsteadiness,
)

MOMENTUM = 0.95
"""Of the steps of what styles share."""
SETTLED = 0.1
"""Share of the run after which the norms' statistics stay, as they do when the painter is used."""
LEARNT = ("network", "adam", "muon")


@dataclass(frozen=True)
class StyleRecipe:
    """What is run; `content`, `style`, `smooth`, `grid` and `steady` weigh the terms of
    the loss.

    A resumed run must have the same, but for `steps`.
    """

    steps: int = 2400
    batch: int = 2
    size: int = 256
    """Side of a crop in pixels. In smaller ones the border has more say than what lies within: strokes then
    come in rows."""
    style_size: int = 256
    """Shorter side in pixels at which styles are looked at: it sets how large their strokes are."""
    rate: float = 6e-3
    muon: float = 7.0
    """Steps of what the styles share, as a multiple of the rate."""
    warm_up: float = 0.005
    content: float = 2.5
    """More than the slow way weighs, which is 1: with that, faces go under in strokes."""
    style: float = 15.0
    smooth: float = 0.2
    grid: float = 2000.0
    steady: float = 30.0
    noise: float = 0.02
    width: int = 64
    blocks: int = 3
    seed: int = 0

    def rate_at(self, done: float) -> float:
        """Learning rate of what each style has of its own when `done` (0 to 1) of the run is over."""
        if done < self.warm_up:
            return self.rate * done / self.warm_up
        return self.rate * 0.5 * (1 + math.cos(math.pi * (done - self.warm_up) / (1 - self.warm_up)))


class StyleTraining:
    """The painter and its optimizer at one step.

    `styles` by name, (H, W, 3) uint8; `judge`: the network whose maps tell content and style. With `learnt`,
    a painter of other styles, those stay the first ones and all that they share stays as it is: what is
    learnt is what each new one has of its own, and what it adds to the convolutions.

    Raises InputError where there are no photographs or styles.
    """

    def __init__(
        self,
        pictures: PictureSet,
        styles: Mapping[str, Pixels],
        judge: Network,
        recipe: StyleRecipe,
        learnt: StyleNet | None = None,
    ) -> None:
        if not len(pictures):
            raise InputError("There are no photographs to learn painting on.")
        if not styles:
            raise InputError("There is no style to learn.")
        self.pictures, self.names, self.recipe, self.judge = pictures, tuple(styles), recipe, judge
        self.batch = recipe.batch
        self.losses: Losses | None = None
        self.step = 0
        self._eyes = live.choose(judge)
        self._layers = style_layers(judge)
        self._wanted = self._grams(list(styles.values()))
        self._kept = learnt.styles if learnt is not None else 0
        self.network = self._fresh(learnt)
        self.adam = torch.optim.Adam(self._own(), betas=(0.9, 0.99))
        shared = [] if learnt is not None else [conv.conv.weight for conv in self.network.convs]
        self.muon = ConvMuon(shared, MOMENTUM)
        self._run = self._told(styles, learnt)

    @property
    def steps(self) -> int:
        return self.recipe.steps

    @property
    def steps_per_epoch(self) -> int:
        return math.ceil(len(self.pictures) / self.batch)

    @property
    def epochs(self) -> float:
        return self.steps / self.steps_per_epoch

    @property
    def finished(self) -> bool:
        return self.step >= self.steps

    def work(self, begin: int, end: int) -> float:
        return float(end - begin)

    def run(self, folder: Path, report: Report, stop: Stop = never) -> bool:
        """Train to the end (True), or until `stop` says so (False): see training.running.

        Raises RunError where the loss is no longer finite or the checkpoint cannot be written.
        """
        return running.run(self, folder, report, lambda _: None, stop)

    def advance(self) -> float:
        """Take the next step. Returns its loss. Raises RunError where that is no longer finite."""
        terms = self._terms(torch.Generator().manual_seed(self.recipe.seed * 1_000_003 + self.step))
        self.losses = Losses(*(float(term.detach()) for term in terms))
        if not math.isfinite(self.losses.total):
            raise RunError(
                "The loss is no longer finite at step {step}; start again with a lower --rate.",
                step=self.step,
            )
        torch.stack(terms).sum().backward()  # type: ignore[no-untyped-call]
        self._keep_learnt()
        rate = self.recipe.rate_at(self.step / self.steps)
        for group in self.adam.param_groups:
            group["lr"] = rate
        self.adam.step()
        self.adam.zero_grad(set_to_none=True)
        self.muon.step(self.recipe.muon * rate)
        self.step += 1
        return self.losses.total

    def save(self, folder: Path) -> None:
        """Write `folder`/checkpoint.pt, whole or not at all. Raises RunError."""
        learnt = {part: getattr(self, part).state_dict() for part in LEARNT}
        checkpoint.write(
            folder, {**learnt, "step": self.step, "recipe": asdict(self.recipe), "run": self._run}
        )

    def resume(self, folder: Path) -> bool:
        """Take up the run in `folder`, its number of steps included; False where there is none.

        Raises InputError where it is another run, CheckpointError where it cannot be read.
        """
        keys = (*LEARNT, "step", "recipe", "run")
        state = checkpoint.taken_up(folder, str(self.judge.device), keys, self._differing)
        if state is None:
            return False
        for part in LEARNT:
            getattr(self, part).load_state_dict(state[part])
        self.step = state["step"]
        self.recipe = replace(self.recipe, steps=state["recipe"]["steps"])
        return True

    def _differing(self, state: dict[str, Any]) -> list[str]:
        mine, theirs = asdict(self.recipe) | self._run, state["recipe"] | state["run"]
        return sorted(key for key in mine if key != "steps" and mine[key] != theirs.get(key))

    def _told(self, styles: Mapping[str, Pixels], learnt: StyleNet | None) -> dict[str, Any]:
        """What makes this run another than others, but for the recipe."""
        known = {} if learnt is None else learnt.state_dict()
        return {
            "styles": {name: zlib.crc32(pixels.tobytes()) for name, pixels in styles.items()},
            "pictures": self.pictures.fingerprint(),
            "judge": self.judge.weights_hash(),
            "base": [float(value.double().sum()) for value in known.values()],
        }

    def _terms(self, chance: torch.Generator) -> list[Tensor]:
        recipe, layers, device = self.recipe, self._layers, self.judge.device
        crops = draw(self.pictures.pixels, recipe.batch, recipe.size, recipe.noise, chance)
        still, moved = crops.still.to(device), crops.moved.to(device)
        which = self._drawn(len(still), chance)
        mix = F.one_hot(which + self._kept, self.network.styles).float()
        self.network.train(self._kept == 0 and self.step < SETTLED * self.steps)
        with torch.autocast(device.type, dtype=torch.bfloat16):
            both = self.network(torch.cat([still, moved]), mix.repeat(2, 1)).float()
            painting, again = both.chunk(2)
            seen = maps_of(self.judge, self._eyes, painting, layers.all)
            with torch.no_grad():
                shown = maps_of(self.judge, self._eyes, still, [layers.content])
        wanted = {name: grams[which] for name, grams in self._wanted.items()}
        return [
            recipe.content * content_loss(seen[layers.content], shown[layers.content]).mean(),
            recipe.style * style_distance(seen, wanted).mean(),
            recipe.smooth * unevenness(painting),
            recipe.grid * griddedness(painting, COARSE),
            recipe.steady * unsteadiness(painting, again, crops.shift),
        ]

    def _drawn(self, count: int, chance: torch.Generator) -> Tensor:
        """(count,) places in `names`, each as often as the others."""
        rounds = math.ceil(count / len(self.names))
        drawn = [torch.randperm(len(self.names), generator=chance) for _ in range(rounds)]
        return torch.cat(drawn)[:count].to(self.judge.device)

    @torch.no_grad()
    def _grams(self, styles: Sequence[Pixels]) -> dict[str, Tensor]:
        """By layer, the Gram matrices (styles, C, C) of the style pictures."""
        found = []
        for pixels in styles:
            picture = resized(pixels, self.recipe.style_size).to(self.judge.device)
            maps = maps_of(self.judge, self._eyes, picture, self._layers.style)
            found.append({name: gram(answer) for name, answer in maps.items()})
        return {name: torch.cat([grams[name] for grams in found]) for name in self._layers.style}

    def _fresh(self, learnt: StyleNet | None) -> StyleNet:
        shape = self.recipe if learnt is None else learnt
        later = 0 if learnt is None else learnt.later + len(self.names)
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(self.recipe.seed)
            network = StyleNet(self._kept + len(self.names), shape.width, shape.blocks, later)
        if learnt is not None:
            _take(network, learnt)
            for conv in network.convs:
                conv.conv.requires_grad_(False)
        network.to(self.judge.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        return network

    def _own(self) -> list[nn.Parameter]:
        """What each style has of its own, in rows, the last of which are the new ones'."""
        named = [pair for conv in self.network.convs for pair in conv.named_parameters()]
        return [*(parameter for name, parameter in named if name != "conv.weight"), self.network.kept]

    def _keep_learnt(self) -> None:
        """No step moves the styles that were there before."""
        if self._kept:
            for parameter in self._own():
                assert parameter.grad is not None
                parameter.grad[: -len(self.names)] = 0


@torch.no_grad()
def _take(network: StyleNet, learnt: StyleNet) -> None:
    """Into `network`, of more styles, all that `learnt` knows; new styles begin as the mean of the old."""
    pairs = [(network.kept, learnt.kept)]
    for new, old in zip(network.convs, learnt.convs, strict=True):
        new.conv.load_state_dict(old.conv.state_dict())
        new.norm.load_state_dict(old.norm.state_dict())
        pairs += [(new.scale, old.scale), (new.shift, old.shift)]
        if old.later:
            new.up[: old.later], new.down[: old.later] = old.up, old.down
    for mine, theirs in pairs:
        mine[: learnt.styles] = theirs
        mine[learnt.styles :] = theirs.mean(0)
