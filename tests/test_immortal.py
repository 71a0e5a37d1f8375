"""None and True outlive any number of Qt calls."""

from __future__ import annotations

import subprocess
import sys

import pytest

START = """
import deepvis_app
from PySide6.QtCore import QObject, Signal
class Thing(QObject):
    signal = Signal(bool)
thing = Thing()
for _ in range(300_000):
    {call}
print("alive")
"""


@pytest.mark.parametrize("call", ["thing.setObjectName('x')", "thing.signal.emit(False)"])
def test_what_calls_return_outlives_many_of_them(call: str) -> None:
    code = START.format(call=call)
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert (run.returncode, run.stdout, run.stderr) == (0, "alive\n", "")
