"""The pass without anything clever: the yardstick for its speed, and for what it says."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from deepvis_app.index.decoding import read
from deepvis_app.index.finding import Collection, collection
from deepvis_app.index.format import About
from deepvis_app.index.planning import Wishes, plan
from deepvis_app.index.reading import Index
from deepvis_app.nets import capture, live
from deepvis_app.nets.network import Network

AHEAD = 2  # batches

Best = list[tuple[float, int, int]]
"""Of a unit: minus the value, the rank of the picture's path, the position; sorted."""


@torch.inference_mode()
def plain(
    module: nn.Module,
    prepare: Callable[[Tensor], Tensor],
    network: Network,
    pictures: Collection,
    paths: Sequence[str],
) -> None:
    """A forward pass over all pictures, the next batches decoded beside it; nothing is kept."""
    size = plan(network, Wishes(), None).batch
    batches = iter([paths[begin : begin + size] for begin in range(0, len(paths), size)])
    with ThreadPoolExecutor(1) as beside:
        waiting: deque[Future[Tensor]] = deque()
        for _ in range(AHEAD):
            _ask(waiting, beside, batches, network, pictures)
        while waiting:
            x = waiting.popleft().result()
            _ask(waiting, beside, batches, network, pictures)
            module(prepare(x))


def differing(network: Network, root: Path, index: Index) -> int:
    """How many units have other top patches in the index than a look at every map in turn finds."""
    best = _best(network, root, index)
    rank = {path: number for number, path in enumerate(sorted(index.paths))}
    wrong = 0
    for layer in index.layers:
        for unit in range(layer.units):
            told = [
                (-patch.value, rank[index.paths[patch.picture]], y * layer.map_size[1] + x)
                for patch in index.top(layer.name, unit, index.about.top)
                for y, x in [patch.position]
            ]
            wrong += told != best[layer.name][unit]
    return wrong


@torch.inference_mode()
def _best(network: Network, root: Path, index: Index) -> dict[str, list[Best]]:
    copy, about, pictures = live.choose(network), index.about, collection(root)
    paths = sorted(index.paths)
    best: dict[str, list[Best]] = {layer.name: [[] for _ in range(layer.units)] for layer in about.layers}
    for begin in range(0, len(paths), about.batch):
        inputs = _inputs(paths[begin : begin + about.batch], network, pictures)
        maps = capture.forward(copy, copy.prepare(_filled(inputs, about)), list(best)).maps
        for name, units in best.items():
            flat = maps[name][: len(inputs)].reshape(len(inputs), len(units), -1).numpy()
            _take(units, flat, begin, about.top)
    pictures.close()
    return best


def _take(units: list[Best], flat: NDArray[np.float32], begin: int, count: int) -> None:
    """`flat` (N, units, positions) of the pictures of rank `begin` on."""
    where = flat.argmax(2)
    largest = np.take_along_axis(flat, where[..., None], 2)[..., 0]
    for slot in range(len(flat)):
        for unit, best in enumerate(units):
            if len(best) < count or -largest[slot, unit] < best[-1][0]:
                best.append((-float(largest[slot, unit]), begin + slot, int(where[slot, unit])))
                best.sort()
                del best[count:]


def _filled(inputs: Tensor, about: About) -> Tensor:
    """With empty pictures up to a whole batch."""
    return torch.cat([inputs, inputs.new_zeros(about.batch - len(inputs), *inputs.shape[1:])])


def _inputs(paths: Sequence[str], network: Network, pictures: Collection) -> Tensor:
    found = [read(0, path, pictures, network.preprocessing)[1] for path in paths]
    return torch.cat([x for x in found if x is not None])


def _ask(
    waiting: deque[Future[Tensor]],
    beside: ThreadPoolExecutor,
    batches: Iterator[Sequence[str]],
    network: Network,
    pictures: Collection,
) -> None:
    following = next(batches, None)
    if following is not None:
        waiting.append(beside.submit(_inputs, following, network, pictures))
