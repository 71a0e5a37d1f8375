"""The weights that each unit multiplies its input by."""

from __future__ import annotations

import torch
from torch import Tensor

from deepvis_app.errors import UsageError
from deepvis_app.methods import NoParams, Target
from deepvis_app.methods.choices import chosen_layer
from deepvis_app.nets.chains import unit_weights
from deepvis_app.nets.network import Network


def filters(
    network: Network,
    image: Tensor | None,
    target: Target | None,
    layer: str | None,
    params: NoParams | None = None,
) -> Tensor:
    """(units, channels, kernel height, kernel width) float32 weights behind `layer` (Krizhevsky et al. 2012).

    Of a rectifier or batch norm, those of the convolution that it follows; of a linear layer, kernels of
    1 x 1; of a grouped convolution, the channels of a unit's own group. `image`, `target` and `params` play
    no part. Raises UnknownNameError, and UsageError where `layer` is None or has no weights.
    """
    chosen = chosen_layer(network, layer)
    if chosen.weights is None:
        raise UsageError(
            "Layer {layer} ({kind}) has no weights of its own; choose a convolution or linear layer.",
            layer=chosen.name,
            kind=chosen.kind,
        )
    with torch.inference_mode(False), torch.no_grad():
        return unit_weights(network.module.get_submodule(chosen.weights)).to(torch.float32, copy=True)
