"""A pass that is killed outright goes on, and ends with the index of one that was not."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

from deepvis_app.index.format import NAME
from deepvis_app.index.reading import Index
from tests import networks
from tests.index.passes import LOWEST, make, picture_tree, says

CHECKOUT = Path(__file__).resolve().parents[2]

PASS = """
import sys
from pathlib import Path
from deepvis_app.index import work
from deepvis_app.index.passing import passing
from tests import networks
from tests.index.passes import LOWEST

work.EVERY = 0.0
for progress in passing(networks.plain(), Path(sys.argv[1]), Path(sys.argv[2]), LOWEST):
    print(progress.phase, progress.done, flush=True)
"""


def kill_at(done: int, root: Path, index: Path) -> None:
    """Run a pass in a process of its own, and kill it while it goes on from so many pictures."""
    command = [sys.executable, "-c", PASS, str(root), str(index)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=CHECKOUT) as process:
        assert process.stdout is not None
        for line in process.stdout:
            phase, count = line.split()
            if phase == "looking" and int(count) >= done:
                process.kill()
                break
        else:
            raise AssertionError("the pass ended before it could be killed")


def test_killed_twice_it_ends_with_the_same_index(tmp_path: Path) -> None:
    root, index = picture_tree(tmp_path / "pictures", (70, 60, 70)), tmp_path / "index"
    kill_at(32, root, index)
    first = Index.open(index)
    assert 16 <= first.count < 200
    assert not first.finished
    kill_at(112, root, index)
    second = Index.open(index)
    assert 96 <= second.count < 200
    network = networks.plain()
    summary = make(network, root, index)
    assert (summary.looked, summary.kept) == (200 - second.count, second.count)
    make(network, root, tmp_path / "whole", LOWEST)
    assert says(Index.open(index)) == says(Index.open(tmp_path / "whole"))


def test_killed_while_it_writes_the_last_transaction_is_taken_back(tmp_path: Path) -> None:
    root, index = picture_tree(tmp_path / "pictures", (40, 40)), tmp_path / "index"
    make(networks.plain(), root, index)
    before = says(Index.open(index))
    connection = sqlite3.connect(index / NAME, isolation_level=None)
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE pictures SET thumbnail = zeroblob(9000), label = 'lost'")
    shutil.copytree(index, tmp_path / "killed")  # what lies on disk in that moment
    connection.execute("ROLLBACK")
    connection.close()
    assert (tmp_path / "killed" / f"{NAME}-journal").stat().st_size > 0
    assert says(Index.open(tmp_path / "killed")) == before
