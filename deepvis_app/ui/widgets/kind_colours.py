"""Eight colours that everybody tells apart (Okabe & Ito 2008), and one for what has none."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QWidget

from deepvis_app.ui.theme import DARK, tokens

_DARK = (0x56B4E9, 0xE69F00, 0x009E73, 0xF0E442, 0xCC79A7, 0xD55E00, 0xDDDDDD, 0x3F8FD0)
_LIGHT = (0x2F95CF, 0xE69F00, 0x009E73, 0xC8B400, 0xCC79A7, 0xD55E00, 0x333333, 0x0072B2)
_NONE = 0x808080


def kind_colours(widget: QWidget) -> NDArray[np.uint32]:
    """Words 0xffRRGGBB for kinds 0 to 7, in the theme of `widget`; the last, also at -1, for no kind."""
    chosen = _DARK if tokens(widget) == DARK else _LIGHT
    return np.array([0xFF000000 | colour for colour in (*chosen, _NONE)], np.uint32)
