"""Painting in stages, from a small picture to the whole: large strokes first, where they cost little."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from torch import Tensor

from deepvis_app.errors import PictureError
from deepvis_app.i18n import Text
from deepvis_app.methods.synthesis import colours, fourier
from deepvis_app.methods.synthesis.lbfgs import Lbfgs
from deepvis_app.methods.synthesis.loop import ascend
from deepvis_app.methods.synthesis.painting import Painting
from deepvis_app.methods.synthesis.updates import Update

DECAY = 0.5  # of the spectrum that is painted on: grain comes late, yet strokes stay sharp
CURVED = partial(Lbfgs, first=0.3, most=3.0)  # as that spectrum takes it
FLAT = 2 / 255  # deviation of a picture of one colour, at most

Stage = tuple[float, int]
"""The size, as a share of the whole, and the number of steps."""


@dataclass(frozen=True)
class Canvas:
    """What is painted on, as its spectrum. `grey`: in brightness alone; outside `where`, `kept` shows."""

    spectrum: Tensor
    width: int
    grey: bool = False
    where: Tensor | None = None
    kept: Tensor | None = None

    def picture(self) -> Tensor:
        """(1, 3, h, w) from 0 to 1."""
        painted = fourier.decode(self.spectrum, self.width, DECAY)
        if self.grey:
            painted = colours.brightness(painted).expand(-1, 3, -1, -1)
        if self.where is None or self.kept is None:
            return painted
        return self.where * painted + (1 - self.where) * self.kept


def canvas(picture: Tensor) -> Canvas:
    """That shows `picture` (1, 3, h, w) at first."""
    return Canvas(fourier.encode(picture, DECAY), picture.shape[3])


@dataclass(frozen=True)
class Painted:
    """`picture` (1, 3, h, w) of a stage's size; `facts`: its losses and how many steps were made."""

    done: float
    picture: Tensor
    facts: Mapping[str, float | int | str]
    stopped: Text | None


def paint(
    stages: Sequence[Stage],
    begin: Callable[[float, Tensor | None], tuple[Canvas, Painting]],
    update: Callable[[], Update],
) -> Iterator[Painted]:
    """Each step of each stage. `begin` makes a stage of its size and of what was painted before."""
    work = sum(steps * size**2 for size, steps in stages)
    done, before, picture = 0.0, 0, None
    for size, steps in stages:
        canvas, painting = begin(size, picture)
        part = steps * size**2 / work
        for reached in ascend([canvas.spectrum], canvas.picture, painting.gain, update(), steps):
            picture = reached.picture
            facts = {name: round(value, 5) for name, value in painting.terms.items()}
            yield Painted(
                done + part * reached.done,
                picture,
                {**facts, "steps": before + reached.step},
                reached.stopped,
            )
            if reached.stopped:
                return
        done, before = done + part, before + steps


def refuse_one_colour(picture: Tensor, number: int) -> None:
    """Raises PictureError for a style that has none."""
    if float(picture.flatten(2).std(2).max()) <= FLAT:
        raise PictureError(
            "Picture {number} is of one colour: there is no style in it to take over. Choose another.",
            number=number,
        )
