"""Writing a trained network: its weights with all that is needed to use them, and a model card."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from safetensors import SafetensorError
from safetensors.torch import save_file
from torch import Tensor, nn

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
    about = {"labels": json.dumps(list(names)), "preprocessing": json.dumps(asdict(how)), **(more or {})}
    write(network.state_dict(), about, card, markdown(names, how, card), path)


def write(
    tensors: Mapping[str, Tensor], about: Mapping[str, str], card: Mapping[str, str], page: str, path: Path
) -> None:
    """Write `path` (.safetensors) with the `tensors`, float16 where they are floats, and `about` and `card`,
    and beside it the `page` (.md).

    Raises RunError where the files cannot be written.
    """
    kept = {
        name: (tensor.half() if tensor.is_floating_point() else tensor).contiguous().cpu()
        for name, tensor in tensors.items()
        if not name.endswith("num_batches_tracked")
    }
    part = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        save_file(kept, part, {"format": "pt", "card": json.dumps(dict(card)), **about})
        part.chmod(0o644)  # safetensors makes it private
        part.replace(path)
        path.with_suffix(".md").write_text(page, "utf-8")
    except (OSError, SafetensorError) as error:
        part.unlink(missing_ok=True)
        raise RunError("The network could not be written to {path}: {why}.", path=path, why=error) from error


def markdown(names: Sequence[str], how: Preprocessing, card: Mapping[str, str]) -> str:
    """The model card."""
    lines = [
        *said(card),
        f"- **Input:** {how.width} x {how.height} pixels, {how.channels}, shorter side resized to "
        f"{how.resize} ({how.interpolation}), mean {how.mean}, deviation {how.std}",
        "",
        f"## Classes ({len(names)})",
        "",
        ", ".join(names) + ".",
        "",
    ]
    return "\n".join(lines)


def said(card: Mapping[str, str]) -> list[str]:
    """The page's title and one line for each other entry."""
    lines = [f"# {card.get('title', 'A network')}", ""]
    return lines + [f"- **{key.capitalize()}:** {value}" for key, value in card.items() if key != "title"]
