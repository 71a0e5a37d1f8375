"""The interpreter's constants outlive any number of Qt calls."""

from __future__ import annotations

import subprocess
import sys

CALLS = """
import deepvis_app
from PySide6.QtCore import QObject, Signal

class Bell(QObject):
    rung = Signal(int)

bell = Bell()
for number in range(300_000):
    bell.setObjectName("x")
    bell.rung.emit(number)
print("alive")
"""


def test_none_and_true_outlive_many_calls_that_return_them() -> None:
    run = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, text=True, timeout=60)
    assert (run.returncode, run.stdout, run.stderr) == (0, "alive\n", "")
