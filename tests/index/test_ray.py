"""`--engine ray` on a cluster of two nodes on this machine: the same index, also where a worker dies."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from deepvis_app.errors import UsageError
from deepvis_app.index.passing import passing
from deepvis_app.index.reading import Index
from tests import networks
from tests.index.passes import LOWEST, make, picture_tree, says

CHECKOUT = Path(__file__).resolve().parents[2]

# In a process of its own: Ray leaves threads behind.
TWO_NODES = """
import os, signal, sys
from pathlib import Path
import ray
from ray.cluster_utils import Cluster
from deepvis_app.index.passing import passing
from tests import networks
from tests.index.passes import LOWEST

cluster = Cluster()
for _ in range(2):
    cluster.add_node(num_cpus=2, object_store_memory=100_000_000)
ray.init(address=cluster.address, log_to_driver=False, logging_level="ERROR")

def workers():
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if (folder / "cmdline").read_bytes().startswith(b"ray::MapWorker(MapBatches(Shard))"):
                yield int(folder.name)
        except OSError:
            pass

killed = []
for progress in passing(networks.plain(), Path(sys.argv[1]), Path(sys.argv[2]), LOWEST, engine="ray"):
    if progress.phase == "looking" and not killed:
        killed = list(workers())[:1]
        for worker in killed:
            os.kill(worker, signal.SIGKILL)
ray.shutdown()
cluster.shutdown()
print("killed", len(killed))
"""


@pytest.mark.skipif(find_spec("ray") is not None, reason="Ray is installed")
def test_without_ray_one_sentence_says_how_to_get_it(tmp_path: Path) -> None:
    steps = passing(networks.plain(), tmp_path, tmp_path / "index", engine="ray")
    with pytest.raises(UsageError, match=r"pip install 'deepvis\[ray\]'"):
        list(steps)
    assert not (tmp_path / "index").exists()


@pytest.mark.skipif(find_spec("ray") is None or sys.platform != "linux", reason="needs Ray, and /proc")
def test_two_nodes_make_the_same_index_though_a_worker_dies(tmp_path: Path) -> None:
    root = picture_tree(tmp_path / "pictures", (150, 120, 130))
    (root / "ant/broken.png").write_text("no picture")
    command = [sys.executable, "-c", TWO_NODES, str(root), str(tmp_path / "index")]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "killed 1"
    make(networks.plain(), root, tmp_path / "here", LOWEST)
    index = Index.open(tmp_path / "index")
    assert index.count == 400
    assert [path for path, _ in index.broken] == ["ant/broken.png"]
    assert says(index) == says(Index.open(tmp_path / "here"))
