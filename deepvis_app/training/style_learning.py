"""One more style for a painter, learnt while others look on: a generator, in steps short enough for that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageOps

from deepvis_app.errors import InputError, PictureError
from deepvis_app.nets.network import Network
from deepvis_app.nets.style_file import Styles
from deepvis_app.nets.style_net import StyleNet
from deepvis_app.training.data import PictureSet
from deepvis_app.training.style import StyleRecipe, StyleTraining
from deepvis_app.training.style_saving import finished
from deepvis_app.training.style_terms import Losses, Pixels

ADDED = StyleRecipe(steps=2000, batch=1, rate=4e-3, content=2.0)
"""What one more style needs: minutes, as it learns from the styles that there are. These weigh content more,
and it begins as they are."""
SIDE = 256
"""Pixels of a photograph that is practised on."""
SMALLEST = 32
"""Pixels of a style's shorter side at least."""
ONE_COLOUR = 2.0
"""Deviation, of 255 levels, below which a picture has no style."""


@dataclass(frozen=True)
class Lesson:
    """After a step: `network` paints the base's styles as before, and the new one, its last, as learnt so
    far. `styles` is all of it, ready to be saved, after the last step."""

    step: int
    steps: int
    losses: Losses | None
    network: StyleNet
    styles: Styles | None = None

    @property
    def done(self) -> float:
        return self.step / self.steps


def learn_style(
    base: Styles,
    name: str,
    title: str,
    picture: Pixels,
    content: Sequence[Pixels],
    judge: Network,
    recipe: StyleRecipe = ADDED,
) -> Iterator[Lesson]:
    """Learn to paint like `picture` (H, W, 3), on the photographs in `content`, of any sizes.

    Raises PictureError where the picture has no style, InputError where its name is taken or there is no
    photograph, RunError where the loss is no longer finite.
    """
    if name in base.names:
        raise InputError("There is a style {name} already; give another name.", name=name)
    check_picture(title, picture)
    training = StyleTraining(photographs(content), {name: picture}, judge, recipe, base.network)
    yield Lesson(0, recipe.steps, None, training.network)
    while not training.finished:
        training.advance()
        training.network.eval()
        if not training.finished:
            yield Lesson(training.step, recipe.steps, training.losses, training.network)
    styles = added(base, training, [title], base.card)
    yield Lesson(training.step, recipe.steps, training.losses, styles.network, styles)


def check_picture(name: str, picture: Pixels) -> None:
    """Raises PictureError where it has no style to learn."""
    if min(picture.shape[:2]) < SMALLEST:
        raise PictureError(
            "The picture {name} is too small for a style: its shorter side has {count} pixels, of at "
            "least {least}.",
            name=name,
            count=min(picture.shape[:2]),
            least=SMALLEST,
        )
    if float(picture.std()) < ONE_COLOUR:
        raise PictureError("The picture {name} is of one colour and so has no style.", name=name)


def added(base: Styles, training: StyleTraining, titles: Sequence[str], card: Mapping[str, str]) -> Styles:
    """What `training` made of the `base`: its styles as they were, and the new ones with these titles."""
    return finished(training.network, training.names, titles, base.subject, card, base.styles)


def photographs(pictures: Sequence[Pixels]) -> PictureSet:
    """Of any sizes, as squares to practise on."""
    squares = [np.asarray(ImageOps.fit(Image.fromarray(each), (SIDE, SIDE))) for each in pictures]
    pixels = np.stack(squares) if squares else np.empty((0, SIDE, SIDE, 3), np.uint8)
    return PictureSet(pixels, np.zeros(len(squares), np.int64), ("photographs",))


def free_name(taken: Sequence[str], stem: str) -> str:
    """From a file's name, one that is not `taken`."""
    plain = re.sub(r"\W+", "_", stem.strip().lower()).strip("_") or "style"
    numbered = (f"{plain}_{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (plain, *numbered) if name not in taken)
