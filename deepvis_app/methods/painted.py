"""A picture painted in one pass, by a small network that knows several styles."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor

from deepvis_app.errors import UsageError
from deepvis_app.methods import Target
from deepvis_app.methods.painted_params import PaintedParams
from deepvis_app.nets import style_file
from deepvis_app.nets.brush import Brush
from deepvis_app.nets.manner import Painting
from deepvis_app.nets.network import Network
from deepvis_app.nets.style_file import Styles


def style(
    network: Network,
    image: Tensor,
    target: Target | None,
    layer: str | None,
    params: PaintedParams | None = None,
) -> Tensor:
    """(3, h, w) from 0 to 1, in steps of a 255th: `image` (1, 3, h, w) in the styles of `params.mix`.

    One pass of a painter whose convolutions are scaled and shifted by style (Johnson et al. 2016, Dumoulin
    et al. 2017), in float32. `network` is not asked. Raises UnknownNameError for a style, UsageError for
    shares that are none, CheckpointError for a file that holds no styles.
    """
    pixels = image[0].permute(1, 2, 0).mul(255).round().clamp(0, 255).byte().cpu().numpy()
    painted = brush_of(params or PaintedParams(), device=image.device).paint(pixels)
    return torch.from_numpy(painted).permute(2, 0, 1).float() / 255


def brush_of(
    params: PaintedParams, dtype: torch.dtype = torch.float32, device: torch.device | str = "cpu"
) -> Brush:
    """What paints by `params`. Raises as `style` does."""
    styles = styles_of(params)
    keep = params.colours == "picture"
    painting = Painting(mix_of(styles, params.mix), params.strength / 100, keep, params.strokes / 100)
    return Brush(styles, painting, dtype, device)


def styles_of(params: PaintedParams) -> Styles:
    """Raises CheckpointError."""
    return style_file.load(Path(params.file) if params.file else style_file.default_file())


def mix_of(styles: Styles, words: str) -> tuple[tuple[str, float], ...]:
    """ "wave=2, udnie" as shares by name; a name alone counts once, no name is the first style."""
    found: dict[str, float] = {}
    for word in filter(None, (each.strip() for each in words.split(","))):
        name, _, share = (part.strip() for part in word.partition("="))
        styles.index(name)
        found[name] = found.get(name, 0.0) + _share(name, share or "1")
    if found and not sum(found.values()) > 0:
        raise UsageError("Not all shares of styles can be 0.")
    return tuple(found.items()) or ((styles.names[0], 1.0),)


def _share(name: str, word: str) -> float:
    try:
        share = float(word)
    except ValueError:
        share = -1.0
    if not 0 <= share < float("inf"):
        raise UsageError("The share of {name} is a number from 0 on, not {value}.", name=name, value=word)
    return share
