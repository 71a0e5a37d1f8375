"""`bench startup`: from the command to a painted window and to the first live result, in fresh processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from statistics import median
from tempfile import TemporaryDirectory

from deepvis_app.bench.plan import Plan
from deepvis_app.bench.rows import Goal, Row
from deepvis_app.errors import RunError

PATIENCE = 120


def bench(plan: Plan) -> Iterator[Row]:
    starts = [_start() for _ in range(plan.runs)]
    note = f"median of {plan.runs}"
    painted = median(start["painted"] for start in starts)
    yield Row("startup", "window painted after the command", painted, "s", Goal("<", 0.5), note)
    live = median(start["live"] for start in starts)
    yield Row("startup", "first live result after the command", live, "s", Goal("<", 4), note)


def _start() -> Mapping[str, float]:
    """Seconds since the process was asked for, at the first paint and at the first result."""
    with TemporaryDirectory() as home:
        environment = {**os.environ, "DEEPVIS_HOME": home}
        if sys.platform.startswith("linux") and not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
            environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        command = [sys.executable, "-m", "deepvis_app.bench.first"]
        begin = time.time()
        done = subprocess.run(
            command, capture_output=True, text=True, env=environment, timeout=PATIENCE, check=False
        )
    if done.returncode:
        why = done.stderr.strip().rpartition("\n")[2]
        raise RunError("The window did not start: {why}", why=why)
    times: Mapping[str, float] = json.loads(done.stdout.splitlines()[-1])
    return {name: moment - begin for name, moment in times.items()}
