"""What README.md says: its blocks, its commands, its pictures."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
STARTER = "python3 packaging/dev.py run"


def blocks(language: str = "") -> Iterator[str]:
    """What stands between fences of that language."""
    for spoken_in, block in re.findall(r"^```([a-z]*)\n(.*?)^```$", README, re.DOTALL | re.MULTILINE):
        if spoken_in == language:
            yield block


def lines() -> Iterator[str]:
    """Every line for a terminal, continued ones joined."""
    for block in blocks():
        yield from re.sub(r"\n {2,}", " ", block).splitlines()


def spoken() -> list[str]:
    """Every command for DeepVis, in blocks and within sentences."""
    found = [*lines(), *re.findall(r"`(deepvis [^`\n]+)`", README)]
    found = [line.replace(STARTER, "deepvis", 1) for line in found]
    return [line for line in found if re.match(r"deepvis( |$)", line)]


def is_usage(line: str) -> bool:
    """Rather than a command: it says what may stand where."""
    return "[" in line or "..." in line


def words_of(line: str) -> list[str]:
    """What follows the command's name."""
    return shlex.split(line, comments=True)[1:]


def pictures() -> list[str]:
    """Every picture that is shown, by its place."""
    return re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README) + re.findall(r'<img src="([^"]+)"', README)


COMMANDS = [line for line in spoken() if not is_usage(line)]
USAGES = [line for line in spoken() if is_usage(line)]
