"""What each unit of a layer answers, where."""

from __future__ import annotations

import torch
from torch import Tensor

from deepvis_app.methods import NoParams, Target
from deepvis_app.methods.choices import chosen_layer
from deepvis_app.nets import capture
from deepvis_app.nets.network import Network


def activations(
    network: Network,
    image: Tensor,
    target: Target | None,
    layer: str | None,
    params: NoParams | None = None,
) -> Tensor:
    """(C, H, W) float32 activations of all units of `layer` for `image` (1, 3, H, W); (C,) of a vector.

    The raw values (Yosinski et al. 2015); `target` and `params` play no part. Raises UnknownNameError, and
    UsageError where `layer` is None or cannot be drawn.
    """
    name = chosen_layer(network, layer).name
    with torch.inference_mode(False), torch.no_grad():
        maps = capture.forward(network, image.clone(), [name], to_end=False).maps[name]
        return maps[0].to(torch.float32, memory_format=torch.contiguous_format, copy=True)
