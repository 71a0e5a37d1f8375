"""From a trained painter to a file of styles that opens: thumbnails, card and weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from PIL import Image, ImageOps

from deepvis_app.nets.style_file import Pixels, Style, Styles, said_of, tensors_of
from deepvis_app.nets.style_net import StyleNet
from deepvis_app.training.card import said, write

SUBJECT = 256
THUMBNAIL = 128
"""Pixels of a side: painted larger and then made smaller, the strokes are as fine as on a frame."""


def finished(
    network: StyleNet,
    names: Sequence[str],
    titles: Sequence[str],
    subject: Pixels,
    card: Mapping[str, str],
    kept: Sequence[Style] = (),
) -> Styles:
    """`network`, which is rounded to float16 as files hold it, with a thumbnail of the `subject` (H, W, 3)
    in each style; the first are `kept` as they are, and `names` and `titles` are those of the others."""
    with torch.no_grad():
        for value in network.state_dict().values():
            if value.is_floating_point():
                value.copy_(value.half())
    network = network.cpu().eval().requires_grad_(False)
    side = (SUBJECT, SUBJECT)
    subject = np.asarray(ImageOps.fit(Image.fromarray(subject), side, Image.Resampling.LANCZOS))
    new = [
        Style(name, title, thumbnail(network, place, subject))
        for place, (name, title) in enumerate(zip(names, titles, strict=True), len(kept))
    ]
    return Styles(network, (*kept, *new), subject, dict(card))


@torch.inference_mode()
def thumbnail(network: StyleNet, place: int, subject: Pixels) -> Pixels:
    """(side, side, 3): the subject in the style of that place."""
    mix = torch.zeros(network.styles)
    mix[place] = 1
    planes = torch.from_numpy(subject.copy()).permute(2, 0, 1)[None].float().div_(255)
    painted = network.painter(mix)(planes)[0].permute(1, 2, 0).mul(255).round().byte().numpy()
    small = Image.fromarray(painted).resize((THUMBNAIL, THUMBNAIL), Image.Resampling.BOX)
    return np.asarray(small)


def save(styles: Styles, path: Path) -> None:
    """Write `path` (.safetensors) and its card (.md). Raises RunError where they cannot be written."""
    page = [*said(styles.card), "", f"## Styles ({len(styles.styles)})", ""]
    page += [f"- {style.title} ({style.name})" for style in styles.styles]
    write(tensors_of(styles), said_of(styles), styles.card, "\n".join([*page, ""]), path)
