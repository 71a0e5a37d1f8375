"""How strongly the target depends on each pixel: the gradient, its channels made one."""

from __future__ import annotations

from torch import Tensor

from deepvis_app.methods import Target
from deepvis_app.methods.backward import gradient
from deepvis_app.methods.params import SaliencyParams, Variant
from deepvis_app.nets.network import Network


def saliency(
    network: Network,
    image: Tensor,
    target: Target | None,
    layer: str | None,
    params: SaliencyParams | None = None,
) -> Tensor:
    """The gradient g of the target by `image`, one number a pixel: (H, W) float32 (Simonyan et al. 2013).

    Over the channels c: "magnitude" max |g_c|, from 0; "signed" the g_c that is largest in size;
    "times_input" sum of g_c x_c, in units of the target (Shrikumar et al. 2016). Targets and errors are
    those of the gradient.
    """
    variant = (params or SaliencyParams()).variant
    return one_a_pixel(gradient(network, image, target, layer), image[0].detach().float(), variant)


def one_a_pixel(gradient: Tensor, image: Tensor, variant: Variant) -> Tensor:
    """`gradient` (C, H, W) of `image` (C, H, W) as (H, W), as told above."""
    if variant == "magnitude":
        return gradient.abs().amax(0)
    if variant == "signed":
        return gradient.gather(0, gradient.abs().argmax(0, keepdim=True))[0]
    return (gradient * image).sum(0)
