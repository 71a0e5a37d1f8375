"""Which units of a layer a class hangs on: each silenced in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import torch
from torch import Tensor

from deepvis_app.errors import UsageError
from deepvis_app.methods import NoParams, Target
from deepvis_app.methods.batches import Batches
from deepvis_app.methods.choices import chosen_layer
from deepvis_app.methods.covering import probabilities
from deepvis_app.methods.partial import Partial
from deepvis_app.methods.scores import class_of
from deepvis_app.nets import capture, chain
from deepvis_app.nets.capture import as_maps
from deepvis_app.nets.layers import Layer
from deepvis_app.nets.network import Network
from deepvis_app.nets.slices import sliced

MAPS_AT_ONCE = 8
VECTORS_AT_ONCE = 32

Silence = Callable[[Sequence[int]], Tensor]
"""Units -> (N, classes): the scores with each of them silenced by itself."""


def unit_ablation(
    network: Network,
    image: Tensor,
    target: Target | None,
    layer: str | None,
    params: NoParams | None = None,
) -> Iterator[Partial]:
    """(units,) float32: by how much the class's probability falls where a unit of `layer` answers 0.

    Negative where the class gains. `image` (1, 3, H, W); the class is the winner where none is named. First
    come estimates of first order, the sum over positions of activation times gradient; then, those with
    the largest estimates first, they are replaced by what running the network with the unit silenced
    gives: from `layer` on where the network is a chain of functions, else from the start (unit ablation,
    Morcos et al. 2018). The facts say how many are exact.

    Before there are estimates, all are 0 and there are no facts.

    Raises UnknownNameError, OutOfRangeError, UsageError for a layer that cannot be drawn or a target that
    is a unit, and RunError where the network gives no class scores.
    """
    found = chosen_layer(network, layer)
    if target is not None and target.unit is not None:
        raise UsageError("Units are silenced for a class: name no unit.")
    nothing = Partial(0.0, torch.zeros(found.units))
    index = yield from sliced(partial(class_of, network, image, target), nothing)
    scores, drops = yield from sliced(partial(_estimates, network, image, found, index), nothing)
    before = probabilities(scores)[0, index]
    facts = {"class": index, "probability": round(float(before), 6)}
    part = Partial(0.0, drops.clone(), {**facts, "exact": 0})
    yield part
    order = torch.argsort(drops, descending=True, stable=True).tolist()
    from_layer = yield from sliced(partial(_from_layer, network, image, found), part)
    silence = from_layer or _from_start(network, image, found)
    batches = Batches(VECTORS_AT_ONCE if found.layout == "vector" else MAPS_AT_ONCE)
    exact = 0
    while exact < len(order):
        units = order[exact : exact + batches.size]
        silenced = yield from sliced(partial(_timed, silence, units, batches), part)
        after = probabilities(silenced, scores)[:, index]
        drops = drops.index_copy(0, torch.tensor(units), before - after)
        exact += len(units)
        part = Partial(exact / len(order), drops, {**facts, "exact": exact})
        yield part


def _timed(silence: Silence, units: Sequence[int], batches: Batches) -> Tensor:
    with batches.timed(len(units)):
        return silence(units)


def _estimates(network: Network, image: Tensor, layer: Layer, index: int) -> tuple[Tensor, Tensor]:
    """The scores (1, classes), and the estimates (units,)."""
    with torch.inference_mode(False), torch.enable_grad():
        captured = capture.forward(network, image.detach().clone(), [layer.name], gradients=[layer.name])
        assert captured.output is not None
        raw = captured.raw[layer.name]
        chances = probabilities(captured.output)
        (gradient,) = torch.autograd.grad(chances[0, index], raw, allow_unused=True)
        slopes = torch.zeros_like(raw) if gradient is None else gradient
        products = as_maps(layer, raw.detach()).float() * as_maps(layer, slopes).float()
        return captured.output.detach().cpu(), products.reshape(*products.shape[:2], -1).sum(2)[0].cpu()


def _from_layer(network: Network, image: Tensor, layer: Layer) -> Silence | None:
    """Running only what comes after `layer`; None where the network is no chain."""
    given: dict[int, Tensor] = {}
    maps: list[Tensor] = []

    def run(x: Tensor) -> Tensor | None:
        captured = capture.forward(network, x, [layer.name])
        maps.append(captured.raw[layer.name])
        return captured.output

    with torch.inference_mode():
        found = chain.record(run, image.clone(), given.__setitem__)
    if found is None:
        return None
    (raw,) = maps
    places = [place for place, tensor in {**given, len(found.links): found.output}.items() if tensor is raw]
    if not places:
        return None

    @torch.inference_mode()
    def silence(units: Sequence[int]) -> Tensor:
        return found.after(places[-1], _silenced(raw.expand(len(units), *raw.shape[1:]), layer, units)).cpu()

    return silence


def _from_start(network: Network, image: Tensor, layer: Layer) -> Silence:
    @torch.inference_mode()
    def silence(units: Sequence[int]) -> Tensor:
        x = image.expand(len(units), -1, -1, -1).clone()
        changes = {layer.name: lambda output: _silenced(output, layer, units)}
        output = capture.forward(network, x, changes=changes).output
        assert output is not None
        return output.cpu()

    return silence


def _silenced(output: Tensor, layer: Layer, units: Sequence[int]) -> Tensor:
    """A copy of `output` (N, ...), of whose n-th picture the n-th of `units` is 0."""
    output = output.clone()
    as_maps(layer, output)[torch.arange(len(units)), torch.tensor(units)] = 0
    return output
