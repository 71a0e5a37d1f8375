"""SCOUTER: why this class, and why not that one, by slots that were trained to say so (Li et al. 2021)."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor

from deepvis_app.errors import UsageError
from deepvis_app.methods import Target
from deepvis_app.methods.cam import chosen_class, enlarged
from deepvis_app.methods.partial import Partial
from deepvis_app.methods.scouter_params import ScouterParams
from deepvis_app.nets import capture, scouter
from deepvis_app.nets.network import Network


def positive(
    network: Network,
    image: Tensor,
    target: Target | None,
    layer: str | None,
    params: ScouterParams | None = None,
) -> Partial:
    """What speaks for a class: (H, W) float32 from 0 to 1, the attention of the class's slot (nets/slots.py).

    1 is the most that any class's slot attends to any place of this picture, so that maps of several classes
    can be compared; without `compared`, the most of this class. With `show` "contribution", attention times
    what there is, as a share likewise: what each place adds to the score, which is the sum. Facts: the score,
    the class's probability among those that the slots know and their number, and the mean attention.

    `layer` plays no part. Raises UsageError for a unit, and where the slots were not trained on this network
    with these weights; UnknownNameError for a class that they do not know; CheckpointError for the file.
    """
    return _map("positive", network, image, target, layer, params)


def negative(
    network: Network,
    image: Tensor,
    target: Target | None,
    layer: str | None,
    params: ScouterParams | None = None,
) -> Partial:
    """What speaks against a class, else as in `positive`: little against the right one.

    1 is what speaks most against the middle one of the classes, and what is more is cut: most classes have so
    much against them that beside it nothing would be seen of what tells like from like.
    """
    return _map("negative", network, image, target, layer, params)


def _map(
    kind: scouter.Kind,
    network: Network,
    image: Tensor,
    target: Target | None,
    layer: str | None,
    params: ScouterParams | None,
) -> Partial:
    params = params or ScouterParams()
    if layer is not None:
        network.layer(layer)
    if target is not None and target.unit is not None:
        raise UsageError("A scouter explains a class, not a unit; leave the unit out.")
    slots = scouter.load(Path(params.file) if params.file else scouter.default_file())
    slots.check(network)
    name = slots.body.layer
    with torch.inference_mode(False), torch.no_grad():
        x = image.detach().clone()
        captured = capture.forward(network, x, [name])
        slot = slots.slot(network.label(chosen_class(network, captured.output, target)))
        scores, attention, contribution = slots.look(kind, captured.maps[name])
        shown = (attention if params.show == "attention" else contribution)[0]
        most = _full(kind, shown) if params.compared else shown[slot].max()
        shares = (shown[slot] / most.clamp(min=torch.finfo(shown.dtype).tiny)).clamp(max=1)
        facts = {
            "score": round(float(scores[0, slot]), 4),
            "probability": round(float(scores[0].softmax(0)[slot]), 4),
            "classes": len(slots.labels),
            "attention": round(float(attention[0, slot].mean()), 4),
        }
        return Partial(1.0, enlarged(shares, x), facts)


def _full(kind: scouter.Kind, shown: Tensor) -> Tensor:
    """What is 1, of what all classes see (classes, h, w)."""
    peaks = shown.amax((1, 2))
    return peaks.max() if kind == "positive" else peaks.median()
