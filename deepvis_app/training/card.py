"""Writing a trained network: its weights with all that is needed to use them, and a model card."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from safetensors import SafetensorError
from safetensors.torch import save_file
from torch import nn

from deepvis_app.errors import RunError
from deepvis_app.pictures.preprocessing import Preprocessing


def write_model(
    network: nn.Module,
    names: Sequence[str],
    how: Preprocessing,
    card: Mapping[str, str],
    path: Path,
    more: Mapping[str, str] | None = None,
) -> None:
    """Write `path` (.safetensors, float16) and, beside it, the card as Markdown (.md).

    `names` are the classes' labels in order. `card` has the title under "title"; its other entries become
    the card's lines, in their order, and what the application shows about the network. `more` is noted down
    in the file as it is.

    Raises RunError where the files cannot be written.
    """
    tensors = {
        name: (tensor.half() if tensor.is_floating_point() else tensor).contiguous().cpu()
        for name, tensor in network.state_dict().items()
        if not name.endswith("num_batches_tracked")
    }
    about = {
        "format": "pt",
        "labels": json.dumps(list(names)),
        "preprocessing": json.dumps(asdict(how)),
        "card": json.dumps(dict(card)),
        **(more or {}),
    }
    part = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        save_file(tensors, part, about)
        part.chmod(0o644)  # safetensors makes it private
        part.replace(path)
        path.with_suffix(".md").write_text(markdown(names, how, card), "utf-8")
    except (OSError, SafetensorError) as error:
        part.unlink(missing_ok=True)
        raise RunError("The network could not be written to {path}: {why}.", path=path, why=error) from error


def markdown(names: Sequence[str], how: Preprocessing, card: Mapping[str, str]) -> str:
    """The model card."""
    lines = [f"# {card.get('title', 'A network')}", ""]
    lines += [f"- **{key.capitalize()}:** {value}" for key, value in card.items() if key != "title"]
    lines += [
        f"- **Input:** {how.width} x {how.height} pixels, {how.channels}, shorter side resized to "
        f"{how.resize} ({how.interpolation}), mean {how.mean}, deviation {how.std}",
        "",
        f"## Classes ({len(names)})",
        "",
        ", ".join(names) + ".",
        "",
    ]
    return "\n".join(lines)
