"""A new style learnt from one picture, between live frames, and kept with the user's others."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from torch import Tensor

from deepvis_app.engine.messages import Learnt, Pixels
from deepvis_app.engine.painting_params import LearnParams
from deepvis_app.errors import PictureError
from deepvis_app.nets import style_file
from deepvis_app.nets.network import Network
from deepvis_app.nets.painting import LivePainter
from deepvis_app.nets.style_file import Styles
from deepvis_app.pictures.decode import decode
from deepvis_app.training import style_saving
from deepvis_app.training.style_learning import Lesson, free_name, learn_style

Step = tuple[float, Pixels | None, Learnt]
PREVIEW_EVERY = 2.0  # seconds between two previews

JUDGE = "embedded"  # the network that tells how far off a painting is


def learn(
    network: Network,  # noqa: ARG001  # all jobs have the same arguments
    image: Tensor,  # noqa: ARG001
    target: Any,  # noqa: ARG001
    layer: str | None,  # noqa: ARG001
    params: LearnParams,
) -> Iterator[Step]:
    """Each Step's picture shows how well the style is known by now. Raises PictureError, RunError."""
    base = style_file.load(params.own if params.own.exists() else style_file.default_file())
    picture = decode(params.picture)
    name = free_name(base.names, params.picture.stem)
    photographs = _decoded(params.content) or [base.subject]
    judge = Network.load(JUDGE)
    preview, told = None, 0.0
    for lesson in learn_style(base, name, params.picture.stem, picture, photographs, judge):
        if time.monotonic() - told > PREVIEW_EVERY:
            preview, told = _preview(base, lesson), time.monotonic()
        if lesson.styles is not None:
            style_saving.save(lesson.styles, params.own)
        finished = lesson.styles is not None
        yield lesson.done, preview, Learnt(name, lesson.step, lesson.steps, finished)


def _preview(base: Styles, lesson: Lesson) -> Pixels:
    """The photograph that all thumbnails show, in the new style."""
    one = [0.0] * (lesson.network.styles - 1) + [1.0]
    return LivePainter(lesson.network, one).paint(base.subject)


def _decoded(paths: Sequence[Path]) -> list[Pixels]:
    """Those that can be read."""
    found = []
    for path in paths:
        try:
            found.append(decode(path))
        except PictureError:
            continue
    return found
