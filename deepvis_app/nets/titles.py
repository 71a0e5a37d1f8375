"""What the layer strip writes for a layer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from torch import nn

from deepvis_app.nets.chains import Chains
from deepvis_app.nets.trace import Call


def titles(names: Sequence[str], calls: Sequence[Call], shown: Sequence[bool], chains: Chains) -> list[str]:
    """Short and unambiguous: `conv1`, `pool1` ... `fc8` in flat networks, else names without `features.`."""
    flat = _flat_titles([(n, c) for n, c, main in zip(names, calls, shown, strict=True) if main], chains)
    full = [flat.get(name, name) for name in names]
    short = [title.removeprefix("features.") for title in full]
    taken = Counter(short)
    return [
        brief if taken[brief] == 1 and not brief[0].isdigit() else title
        for title, brief in zip(full, short, strict=True)
    ]


def _flat_titles(mains: Sequence[tuple[str, Call]], chains: Chains) -> dict[str, str]:
    """As in the AlexNet paper and its successors, where modules have numbers for names."""
    found: dict[str, str] = {}
    number = 0
    for name, call in mains:
        if not re.fullmatch(r"(\w+\.)?\d+", name) or not call.leaf:
            continue
        word = _word(call, chains)
        if word is None:
            return {}
        number += word != "pool"
        found[name] = f"{word}{number}"
    return found if len(set(found.values())) == len(found) else {}


def _word(call: Call, chains: Chains) -> str | None:
    source = chains.source(call)
    if source is not None:
        return "fc" if isinstance(source.instance, nn.Linear) else "conv"
    return "pool" if "Pool" in call.kind else None
