"""The same pass on a Ray cluster: batches go out through Ray Data, what was seen of them comes back in order.

Every worker keeps top lists of what it has seen itself, so that only what enters those travels; all of it
is merged here as if it had been seen here. A worker that dies is started again by Ray with empty lists, and
then sends more than is needed, never less.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from deepvis_app.errors import RunError, UsageError
from deepvis_app.index.finding import collection
from deepvis_app.index.format import About
from deepvis_app.index.lists import lists_of
from deepvis_app.index.seeing import Eye, Given, Seen
from deepvis_app.nets import live
from deepvis_app.nets.network import Network

TOGETHER = 8  # batches that travel together

Row = Mapping[str, Any]


def check() -> None:
    """Raises UsageError where Ray is not installed."""
    if find_spec("ray") is None or find_spec("ray.data") is None or find_spec("pyarrow") is None:
        raise UsageError("--engine ray needs Ray: install it with pip install 'deepvis[ray]'.")


class RayCrew:
    """Looks at batches of pictures that all nodes find at the same place. Joins the cluster that RAY_ADDRESS
    or `ray start` tells of; where there is none, this machine is one.
    """

    def __init__(
        self, network: Network, about: About, root: Path, batches: Iterable[Sequence[Given]]
    ) -> None:
        check()
        import ray
        import ray.data

        self._joined = not ray.is_initialized()
        if self._joined:
            ray.init(log_to_driver=False, logging_level="ERROR")
        context = ray.data.DataContext.get_current()
        context.execution_options.preserve_order = True
        context.enable_progress_bars = False
        resources = ray.cluster_resources()
        gpus = int(resources.get("GPU", 0))
        items = [{"batch": pickle.dumps(list(batch))} for batch in batches]
        self._seen = (
            ray.data.from_items(items, override_num_blocks=-(-len(items) // TOGETHER))
            .map_batches(
                Shard,
                batch_size=1,
                compute=ray.data.ActorPoolStrategy(size=gpus or max(1, int(resources.get("CPU", 1)))),
                num_cpus=0 if gpus else 1,
                num_gpus=1 if gpus else 0,
                fn_constructor_args=[network, about, root.resolve()],
            )
            .iter_rows()
            if items
            else iter(())
        )

    def results(self) -> Iterator[Seen]:
        """In the order of the batches. Raises RunError where the cluster fails for good."""
        import ray

        try:
            for row in self._seen:
                yield pickle.loads(row["seen"])
        except ray.exceptions.RayError as error:
            why = str(error.__cause__ or error).strip().rpartition("\n")[2]
            raise RunError("The Ray cluster failed: {why}", why=why) from error

    def close(self) -> None:
        import ray

        self._seen = iter(())
        if self._joined:
            ray.shutdown()


class Shard:
    """A worker's part, in a process of its own on some node."""

    def __init__(self, network: Network, about: About, root: Path) -> None:
        torch.set_num_threads(1)
        if torch.cuda.is_available():
            cuda = torch.device("cuda")
            network = replace(network, module=network.module.to(cuda), device=cuda)
        self._tops = lists_of(about)
        self._ranks: NDArray[np.int64] = np.arange(0)
        self._eye = Eye(live.choose(network), about, collection(root), network.preprocessing, self._tops)

    def __call__(self, rows: Row) -> Row:
        return {"seen": [pickle.dumps(self._look(pickle.loads(batch))) for batch in rows["batch"]]}

    def _look(self, batch: Sequence[Given]) -> Seen:
        seen = self._eye.look(batch)
        broken = {one.picture for one in seen.read if one.broken is not None}
        ranks = np.array([one.rank for one in batch if one.picture not in broken], np.int32)
        self._ranks = np.arange(max(len(self._ranks), 1 + int(ranks.max(initial=0))))
        for number, found in seen.entries.items():
            for tops, entries in zip(self._tops[number], found, strict=True):
                # in these lists a picture's place is its rank
                tops.gather(entries.units, entries.answers, ranks[entries.slots], entries.positions)
                if tops.gathered > len(tops.places):
                    tops.settle(self._ranks)
        return seen
