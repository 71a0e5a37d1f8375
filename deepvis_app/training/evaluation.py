"""How well a network in training does on pictures that it does not learn from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from deepvis_app.training.augment import normalise
from deepvis_app.training.data import PictureSet

Stop = Callable[[], bool]


def never() -> bool:
    return False


@dataclass(frozen=True)
class Accuracy:
    """Shares, 0 to 1, of the pictures whose class comes first, and among the first five (None: of five)."""

    top1: float
    top5: float | None = None

    def __str__(self) -> str:
        first = f"{100 * self.top1:.1f} % top-1"
        return first if self.top5 is None else f"{first}, {100 * self.top5:.1f} % top-5"


@torch.inference_mode()
def accuracy(network: nn.Module, pictures: PictureSet, size: int, stop: Stop = never) -> Accuracy | None:
    """On whole pictures resized to `size` pixels; None where `stop` said so midway."""
    scores = predict(network, pictures, size, stop=stop)
    if len(scores) < len(pictures):
        return None
    return accuracy_of(scores, torch.from_numpy(pictures.classes))


def accuracy_of(scores: Tensor, classes: Tensor) -> Accuracy:
    """Of (N, classes) scores, where (N,) `classes` would be right."""
    right = scores.topk(min(5, scores.shape[1]), dim=1).indices == classes[:, None]
    top1, top5 = float(right[:, 0].float().mean()), float(right.any(1).float().mean())
    return Accuracy(top1, top5 if scores.shape[1] > 5 else None)


@torch.inference_mode()
def predict(
    network: nn.Module, pictures: PictureSet, size: int, batch: int = 100, stop: Stop = never
) -> Tensor:
    """(N, classes) float32 logits of whole pictures resized to `size` pixels; fewer when stopped."""
    device = next(network.parameters()).device
    parts: list[Tensor] = []
    for begin in range(0, len(pictures), batch):
        if stop():
            break
        planes = normalise(torch.from_numpy(pictures.pixels[begin : begin + batch]).to(device))
        if planes.shape[-1] != size:
            planes = F.interpolate(planes, size=(size, size), mode="bicubic", antialias=True)
        planes = planes.contiguous(memory_format=torch.channels_last)
        with torch.autocast(device.type, dtype=torch.bfloat16):
            parts.append(network(planes).float().cpu())
    return torch.cat(parts) if parts else torch.empty(0, 0)
