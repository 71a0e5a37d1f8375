"""How often DeepVis has ended without being closed: counted at the next start, forgotten after a good end."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from deepvis_app.paths import homely, log_dir, settings_dir

MARK = "running.lock"
"""Lies in the settings' folder while a window is open."""

FAULTS = "faults.log"
"""Beside the log: where Python writes what it was doing when the process was ended by a fault."""

MANY = 2
"""Crashes one after another from which on a start is a safe one."""

_FILE = "crashes.json"


@dataclass(frozen=True)
class Crashes:
    """`count`: since the last good end. `last`: when the last one was noticed, `what` it was; "" if none."""

    count: int = 0
    last: str = ""
    what: str = ""

    def __str__(self) -> str:
        return " · ".join(filter(None, (self.last, self.what))) or "none"


def mark() -> Path:
    return settings_dir() / MARK


def known() -> Crashes:
    """Nothing, where there is no such file or a damaged one."""
    try:
        values = json.loads(_file().read_text(encoding="utf-8"))
        return Crashes(int(values["count"]), str(values["last"]), str(values["what"]))
    except (OSError, ValueError, TypeError, KeyError):
        return Crashes()


def crashed(what: str = "") -> Crashes:
    """The start before this one ended without being closed."""
    now = datetime.now().isoformat(" ", "minutes")
    found = Crashes(known().count + 1, now, what or _fault())
    _write(found)
    return found


def ended_well() -> None:
    """The count begins anew; the last crash is still known."""
    if (before := known()).count:
        _write(replace(before, count=0))


def faults() -> Path:
    return log_dir() / FAULTS


def _fault() -> str:
    """The first line of what the fault handler wrote."""
    try:
        lines = faults().read_text(encoding="utf-8", errors="replace").split("\n", 1)
    except OSError:
        return ""
    return homely(lines[0].strip())


def _write(crashes: Crashes) -> None:
    try:
        _file().write_text(json.dumps(asdict(crashes), ensure_ascii=False), encoding="utf-8")
    except OSError:
        return  # a disk that is full or locked: the count is a help, not a need


def _file() -> Path:
    return log_dir() / _FILE
