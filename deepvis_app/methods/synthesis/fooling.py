"""A picture, and what a network says when it reads it back from a file of 8 bits."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image
from torch import Tensor

from deepvis_app.errors import UsageError
from deepvis_app.methods.scores import class_scores
from deepvis_app.nets.backward import input_gradient
from deepvis_app.nets.network import Network
from deepvis_app.nets.preprocess import from_pixels, normalised, seen
from deepvis_app.pictures.preprocessing import Preprocessing

LEVELS = 255
TOLD = 3  # classes whose probabilities are told before and after
HIDING = 25.0  # levels of deviation among a pixel's surroundings that hide any change
LEAST_ROOM = 0.15  # of a bound: what is left of it where all is even
SURROUNDINGS = 45  # of a picture's shorter side: the side of a pixel's surroundings is one in so many


@dataclass(frozen=True)
class Scene:
    """`original` (1, 3, h, w), in whole levels from 0 to 1; `before` (classes,): what the network says of it;
    `wanted`: the class that it shall say instead.
    """

    network: Network
    original: Tensor
    before: Tensor
    wanted: int

    @cached_property
    def room(self) -> Tensor:
        """(1, 1, h, w): what share of a bound each pixel may use without its change being seen."""
        grey = self.original.mean(1, keepdim=True)
        radius = max(1, min(grey.shape[2:]) // (2 * SURROUNDINGS))
        around = partial(
            F.avg_pool2d, kernel_size=2 * radius + 1, stride=1, padding=radius, count_include_pad=False
        )
        uneven = (around(grey * grey) - around(grey) ** 2).clamp(min=0).sqrt() * LEVELS
        return (uneven / HIDING).clamp(LEAST_ROOM, 1)

    def read_back(self, picture: Tensor) -> Tensor:
        """(classes,): the probabilities of `picture` (1, 3, h, w), saved in 8 bits and read again."""
        return probabilities(self.network, picture)

    def gradient(self, picture: Tensor) -> Tensor:
        """Of the logarithm of the wanted class's probability, by the pixels of the picture as it is saved.

        It passes the rounding to 8 bits as if that were not there (Bengio et al. 2013).
        """
        how = self.network.preprocessing
        with torch.inference_mode(False), torch.enable_grad():
            leaf = rounded(picture).clone().requires_grad_()
            scores = class_scores(self.network, normalised(seen(leaf, how), how))
            likely = scores.float().log_softmax(1)[0, self.wanted]
            return input_gradient(likely, leaf)

    def wins(self, likely: Tensor) -> bool:
        return int(likely.argmax()) == self.wanted

    def facts(self, picture: Tensor, likely: Tensor) -> dict[str, float | int | str]:
        """How far `picture` is from the original, in levels of 255, and what is said before and after."""
        change = (picture - self.original) * LEVELS
        told: dict[str, float | int | str] = {
            "class": self._name(self.wanted),
            "reached": "yes" if self.wins(likely) else "no",
            "largest change": round(float(change.abs().max())),
            "mean change": round(float(change.square().mean().sqrt()), 2),
        }
        for when, values in (("before", self.before), ("after", likely)):
            best = [*values.topk(min(TOLD, len(values))).indices.tolist(), self.wanted]
            told |= {f"{when}: {self._name(i)}": round(float(values[i]), 4) for i in dict.fromkeys(best)}
        return told

    def _name(self, index: int) -> str:
        labels = self.network.labels
        return labels[index] if index < len(labels) else str(index)


def scene(network: Network, original: Tensor, wanted: int | None) -> Scene:
    """`wanted`: None, the most likely class but the winner. Raises UsageError where it is the winner."""
    before = probabilities(network, original)
    if wanted is None:
        wanted = int(before.topk(2).indices[1])
    made = Scene(network, original, before, wanted)
    if made.wins(before):
        raise UsageError(
            "The network sees {label} in this picture already; choose another class to fool it with.",
            label=made._name(wanted),
        )
    return made


def probabilities(network: Network, picture: Tensor) -> Tensor:
    """(classes,) float32 of `picture` (1, 3, h, w), rounded to 8 bits and read as a file is."""
    planes = (picture[0] * LEVELS).round().clamp(0, LEVELS).byte()
    read = network.preprocess(Image.fromarray(planes.permute(1, 2, 0).cpu().contiguous().numpy()))
    with torch.inference_mode():
        return class_scores(network, read)[0].float().softmax(0).clone()


def rounded(picture: Tensor) -> Tensor:
    """In whole levels, as a file of 8 bits holds it."""
    return (picture * LEVELS).round().clamp(0, LEVELS) / LEVELS


def at_network_size(picture: Tensor, how: Preprocessing) -> Tensor:
    """`picture` (1, 3, h, w) as large as the network looks at it, so that reading it changes no pixel."""
    planes = (picture[0] * LEVELS).round().byte().permute(1, 2, 0).cpu().contiguous().numpy()
    size = how.resized(picture.shape[3], picture.shape[2])
    small = Image.fromarray(planes).resize(size, Image.Resampling.BICUBIC)
    return from_pixels(np.asarray(small)).to(picture.device)
