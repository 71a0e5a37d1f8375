"""Fooling a network: a picture that it takes for something else, though nobody sees why."""

from __future__ import annotations

from collections.abc import Iterator

import torch
from torch import Tensor

from deepvis_app.i18n import Text, text
from deepvis_app.methods import Target
from deepvis_app.methods.fooling_params import AdversarialParams
from deepvis_app.methods.partial import Partial
from deepvis_app.methods.scores import class_of
from deepvis_app.methods.synthesis.attack import Try, attack
from deepvis_app.methods.synthesis.fooling import Scene, at_network_size, rounded, scene
from deepvis_app.nets.network import Network


def adversarial(
    network: Network,
    image: Tensor,
    target: Target | None,
    layer: str | None,
    params: AdversarialParams | None = None,
) -> Iterator[Partial]:
    """(3, h, w) from 0 to 1: `image` (1, 3, h, w) changed until the network sees the target's class in it.

    Without a class, the most likely one but the winner. With d the gradient of log p(class) by the pixels,
    a step adds s sign(d) where the largest change is bounded, s d / rms(d) where the mean is. "fgsm" is
    one step of the whole bound (Goodfellow et al. 2015), "pgd" many that are brought back into it (Madry et
    al. 2018), "ascent" goes on without one. The gradient is that of the whole way of a file: rounded to 8
    bits, resized, cropped, normalised; and whether a step is enough is found by reading the rounded picture
    as a file is read. So the picture fools when it is saved. `facts`: the largest and the mean change in
    levels of 255, and the likeliest classes before and after.

    Raises UsageError where the class wins already, UnknownNameError, OutOfRangeError, and RunError where
    there are no class scores or they do not depend on the picture.
    """
    params = params or AdversarialParams()
    if layer is not None:
        network.layer(layer)
    class_of(network, network.example(), target)  # raises for what is no class
    start = _start(network, image, params)
    given = scene(network, start, target.class_index if target else None)
    yield Partial(0.0, start[0], given.facts(start, given.before))
    last = Try(0.0, start, given.before)
    for last in attack(given, params):
        yield Partial(0.99 * last.done, last.picture[0], given.facts(last.picture, last.likely))
    yield Partial(1.0, last.picture[0], given.facts(last.picture, last.likely), _note(given, last))


def _start(network: Network, image: Tensor, params: AdversarialParams) -> Tensor:
    """What is changed: the picture or noise, as large as wanted, in whole levels."""
    image = rounded(image.detach().float().clone())
    if params.size == "network":
        image = at_network_size(image, network.preprocessing)
    if params.start == "noise":
        numbers = torch.Generator().manual_seed(params.seed)
        image = rounded(torch.rand(image.shape, generator=numbers)).to(image.device)
    return image


def _note(given: Scene, best: Try) -> Text | None:
    if not best.finite:
        return text("The gradient was no longer a number; this is the last good picture.")
    if given.wins(best.likely):
        return None
    return text(
        "{label} was not reached: the network gives it {percent} %. Allow more change or more steps.",
        label=given.facts(best.picture, best.likely)["class"],
        percent=round(100 * float(best.likely[given.wanted]), 1),
    )
