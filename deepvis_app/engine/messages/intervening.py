"""What becomes of the class scores when something is done to units of the network, live."""

from __future__ import annotations

from dataclasses import dataclass

from deepvis_app.i18n import Text
from deepvis_app.nets.intervention import Intervention


@dataclass(frozen=True)
class InterventionsRequest:
    """Class scores with `interventions` done, beside those without. Answered by InterventionsView.

    Listed are the `count` classes that are the most likely in either, and `class_index`. `exact`: in float32;
    else as the live views are computed, which shows what moves but not the last half of a per cent.
    """

    interventions: tuple[Intervention, ...]
    count: int = 5
    class_index: int | None = None
    exact: bool = True


@dataclass(frozen=True)
class Compared:
    """A class's score without and with the interventions: a probability, or the raw score where there are
    no probabilities.
    """

    index: int
    label: str
    untouched: float
    touched: float


@dataclass(frozen=True)
class InterventionsView:
    """`classes` as the untouched scores order them, that asked for by number first; none where something
    cannot be done, and `about` says what. `milliseconds`: beyond the shared pass.
    """

    classes: tuple[Compared, ...]
    probabilities: bool = True
    exact: bool = True
    milliseconds: float = 0.0
    about: Text | None = None
