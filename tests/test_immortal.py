"""None outlives any number of Qt calls."""

from __future__ import annotations

import subprocess
import sys

CALLS = """
import sys
import deepvis_app
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(300_000):
    thing.setObjectName("x")
print("alive")
"""


def test_none_outlives_many_calls_that_return_it() -> None:
    run = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, text=True, timeout=60)
    assert (run.returncode, run.stdout, run.stderr) == (0, "alive\n", "")
