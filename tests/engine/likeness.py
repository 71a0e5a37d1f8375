"""How alike two pictures are, and what a network answers in float32."""

from __future__ import annotations

import torch
from skimage.metrics import structural_similarity

from deepvis_app.engine.messages import Pixels
from deepvis_app.nets import capture
from deepvis_app.nets.network import Network
from deepvis_app.nets.preprocess import frame_to_tensor


def maps_of(network: Network, pixels: Pixels, layer: str) -> torch.Tensor:
    x = frame_to_tensor(pixels, network.preprocessing)
    with torch.no_grad():
        return capture.forward(network, x, [layer]).maps[layer]


def ssim(a: Pixels, b: Pixels) -> float:
    return float(structural_similarity(a, b, channel_axis=2 if a.ndim == 3 else None, data_range=255))
