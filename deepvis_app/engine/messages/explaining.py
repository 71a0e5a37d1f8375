"""A class score explained over the source's own picture, live."""

from __future__ import annotations

from dataclasses import dataclass

from deepvis_app.engine.messages.frames import Pixels, Rect
from deepvis_app.i18n import Text


@dataclass(frozen=True)
class HeatRequest:
    """Where a class score comes from, as heat over what the network sees of the frame. Answered by HeatView.

    `method`: a row of METHODS that engine.explaining.LIVE has. `share`: boxes around what is hotter than this
    share of the hottest; None: no boxes. `layer`: for methods made of a layer's maps, None a good one;
    `class_index`: None the winner of each frame.
    """

    method: str
    share: float | None = None
    layer: str | None = None
    class_index: int | None = None


@dataclass(frozen=True)
class HeatView:
    """`levels` (h, w), at as many places as the method has, over what the network sees; None where the
    method has no meaning for this network, and `about` says why. `signed`: level 128 is zero. `boxes`: the
    one with the most heat first, fractions of the frame. `made_of`: the layer whose maps it is made of, ""
    for none.
    """

    method: str
    levels: Pixels | None
    signed: bool = False
    boxes: tuple[Rect, ...] = ()
    class_index: int | None = None
    label: str = ""
    made_of: str = ""
    about: Text | None = None
