"""Gradients of many noisy copies of the picture, averaged, so that what is noise in them is lost."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import torch
from torch import Tensor

from deepvis_app.methods import Target
from deepvis_app.methods.batches import BACKWARD, fitting
from deepvis_app.methods.params import SmoothGradParams
from deepvis_app.methods.partial import Partial
from deepvis_app.methods.saliency import one_a_pixel
from deepvis_app.methods.scores import gradients, score
from deepvis_app.nets.network import Network
from deepvis_app.nets.slices import sliced

BATCH = 4  # pictures at once, at most


def smoothgrad(
    network: Network,
    image: Tensor,
    target: Target | None,
    layer: str | None,
    params: SmoothGradParams | None = None,
) -> Iterator[Partial]:
    """The mean gradient of `image` + n over `samples` draws of n, one number a pixel: (H, W) float32.

    n is Gaussian with a deviation of `noise` percent of the picture's range (max - min), drawn from `seed`
    (Smilkov et al. 2017); the gradients are averaged with their signs, and then made one number as in
    saliency. The target is settled without noise. Yields the mean so far. Errors are those of the gradient.
    """
    params = params or SmoothGradParams()
    part = Partial(0.0, torch.zeros(image.shape[2:], device=image.device))
    answer = yield from sliced(partial(score, network, image, target, layer), part)
    deviation = params.noise / 100 * float(image.max() - image.min())
    numbers = torch.Generator().manual_seed(params.seed)
    total = torch.zeros(image.shape[1:], device=image.device)
    batch = fitting(image, BACKWARD, BATCH)
    for done in range(0, params.samples, batch):
        count = min(batch, params.samples - done)
        noisy = image + deviation * noise(image, count, numbers)
        slopes = (yield from sliced(partial(gradients, answer, noisy), part))[1]
        total = total + slopes.sum(0)
        mean = total / (done + count)
        result = one_a_pixel(mean, image[0].detach().float(), params.variant)
        part = Partial((done + count) / params.samples, result)
        yield part


def noise(image: Tensor, count: int, numbers: torch.Generator) -> Tensor:
    """(count, C, H, W) of standard deviation 1, the same however they are cut into batches."""
    draws = [torch.randn(image.shape[1:], generator=numbers) for _ in range(count)]
    return torch.stack(draws).to(image.device, image.dtype)
