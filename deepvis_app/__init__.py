"""DeepVis shows what a convolutional network does, live."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

__version__ = "0.1.0"


def show(
    module: object,
    *,
    labels: Sequence[str] | None = None,
    preprocessing: object = None,
    source: object = None,
    title: str | None = None,
    block: bool | None = None,
    **options: Any,
) -> Any:
    """Open the window on `module`, a torch.nn.Module of this Python session, which stays as it is.

    A copy of it as it is now is shown. `labels`: the names of its classes. `preprocessing`: a `Preprocessing`
    of deepvis_app.pictures.preprocessing, a mapping of its fields, or the transforms of torchvision weights;
    left out, size, mean and deviation are guessed, and the window says so. `source`: as on the command line
    ("camera", "samples", a path), a PIL picture, or an array (h, w, 3) of uint8. `options`: layer, unit,
    panel, threads.

    Returns the window's handle, whose `close()` closes it; where Qt's loop runs already (a notebook after
    `%gui qt`) at once, else when the window is closed. `block` overrides that. Raises DeepVisError for what
    cannot be shown.
    """
    # Not a plain import: `import deepvis_app` needs neither Qt nor torch.
    showing = import_module("deepvis_app.commands.showing")
    return showing.show(module, labels, preprocessing, source, title, block, _plain(options))


def _plain(options: Mapping[str, Any]) -> dict[str, Any]:
    known = {"layer", "unit", "panel", "threads"}
    for name in options:
        if name not in known:
            raise TypeError(f"show() has no option {name}; there are {', '.join(sorted(known))}")
    return dict(options)
