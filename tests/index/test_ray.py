"""`--engine ray` on a cluster of two nodes on this machine: the same index, also where a worker dies."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from deepvis_app.errors import UsageError
from deepvis_app.index.passing import Summary, passing
from deepvis_app.index.reading import Index
from tests import networks
from tests.index.passes import LOWEST, make, picture_tree, says


@pytest.mark.skipif(find_spec("ray") is not None, reason="Ray is installed")
def test_without_ray_one_sentence_says_how_to_get_it(tmp_path: Path) -> None:
    steps = passing(networks.plain(), tmp_path, tmp_path / "index", engine="ray")
    with pytest.raises(UsageError, match=r"pip install 'deepvis\[ray\]'"):
        list(steps)
    assert not (tmp_path / "index").exists()


@pytest.fixture
def cluster() -> Iterator[Any]:
    ray = pytest.importorskip("ray")
    from ray.cluster_utils import Cluster

    two = Cluster()
    for _ in range(2):
        two.add_node(num_cpus=2, object_store_memory=100_000_000)
    ray.init(address=two.address, log_to_driver=False, logging_level="ERROR")
    yield two
    ray.shutdown()
    two.shutdown()


def workers() -> list[int]:
    """Processes of Ray Data's workers."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes()
        except OSError:
            continue
        if command.startswith(b"ray::MapWorker(MapBatches(Shard))"):
            found.append(int(folder.name))
    return found


@pytest.mark.filterwarnings("ignore")  # of Ray and what it brings along
def test_two_nodes_make_the_same_index_though_a_worker_dies(cluster: Any, tmp_path: Path) -> None:
    root = picture_tree(tmp_path / "pictures", (150, 120, 130))
    (root / "ant/broken.png").write_text("no picture")
    steps = passing(networks.plain(), root, tmp_path / "index", LOWEST, engine="ray")
    killed: list[int] = []
    summary: Summary | None = None
    while summary is None:
        try:
            progress = next(steps)
        except StopIteration as end:
            summary = end.value
            break
        if progress.phase == "looking" and not killed:
            killed = workers()[:1]
            for worker in killed:
                os.kill(worker, signal.SIGKILL)
    assert killed
    assert (summary.looked, len(summary.broken)) == (400, 1)
    make(networks.plain(), root, tmp_path / "here", LOWEST)
    assert says(Index.open(tmp_path / "index")) == says(Index.open(tmp_path / "here"))
