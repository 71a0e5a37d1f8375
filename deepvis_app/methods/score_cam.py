"""Score-CAM: a layer's maps weighed by the score of the picture seen through each, without gradients."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import torch
import torch.nn.functional as F
from torch import Tensor

from deepvis_app.methods import Target
from deepvis_app.methods.batches import FORWARD, fitting
from deepvis_app.methods.cam import chosen_class, enlarged
from deepvis_app.methods.map_layer import map_layer
from deepvis_app.methods.partial import Partial
from deepvis_app.nets import capture
from deepvis_app.nets.network import Network
from deepvis_app.nets.slices import sliced

MOST = 16  # pictures at once; larger batches are no faster


def score_cam(
    network: Network, image: Tensor, target: Target | None, layer: str | None, params: object = None
) -> Iterator[Partial]:
    """relu(sum_k w_k A_k) at input size, (H, W) float32 from 0 (Wang et al. 2020), in steps.

    w = softmax over k of the class score of image * s(A_k), with s: enlarged bilinearly to the input and
    brought to 0..1; a flat map shows nothing, 0. Partial results are of the units done so far. Raises as
    methods.cam does.
    """
    name = map_layer(network, layer).name
    part = Partial(0.0, torch.zeros(image.shape[2:], device=image.device))
    index, maps, of_nothing = yield from sliced(partial(_begun, network, image, target, name), part)
    answering = maps.flatten(1).any(1)
    silent = len(maps) - int(answering.sum())  # all of them show nothing: one run serves them
    maps, scores = maps[answering], of_nothing.expand(silent)
    batch = fitting(image, FORWARD, MOST)
    for begin in range(0, len(maps), batch):
        some = maps[begin : begin + batch]
        scores = torch.cat([scores, (yield from sliced(partial(_seen, network, image, some, index), part))])
        weights = scores.softmax(0)[silent:]
        heat = torch.einsum("k,khw->hw", weights, maps[: len(weights)].float()).relu_()
        part = Partial(len(weights) / len(maps), enlarged(heat, image))
        yield part
    if not len(maps):
        yield replace(part, done=1.0)


def _begun(network: Network, image: Tensor, target: Target | None, layer: str) -> tuple[int, Tensor, Tensor]:
    """The class, the layer's maps (C, h, w), and the class's score where nothing is seen, (1,)."""
    with torch.inference_mode(False), torch.no_grad():
        captured = capture.forward(network, image.clone(), [layer])
        index = chosen_class(network, captured.output, target)
        nothing = network.module(torch.zeros_like(image))
        return index, captured.maps[layer][0], nothing[:, index].float()


def _seen(network: Network, image: Tensor, maps: Tensor, index: int) -> Tensor:
    """(K,): the class's score where the picture is seen through each of `maps` (K, h, w)."""
    with torch.inference_mode(False), torch.no_grad():
        scores: Tensor = network.module(image.clone() * _masks(maps, image))[:, index].float()
        return scores


def _masks(maps: Tensor, image: Tensor) -> Tensor:
    """(K, h, w) as (K, 1, H, W) from 0 to 1; flat maps are 0."""
    large = F.interpolate(maps[:, None].float(), image.shape[2:], mode="bilinear", align_corners=False)
    low, high = large.amin((2, 3), keepdim=True), large.amax((2, 3), keepdim=True)
    return torch.where(high > low, (large - low) / (high - low), 0).to(image.dtype)
