"""How a network takes its pictures, in words."""

from __future__ import annotations

from deepvis_app.pictures.preprocessing import Preprocessing
from deepvis_app.ui.texts import tr


def taken(how: Preprocessing) -> str:
    """E.g. "224 × 224, centre crop"."""
    fits = {"crop": tr("centre crop"), "letterbox": tr("letterbox"), "stretch": tr("stretched")}
    return f"{how.width} × {how.height}, {fits[how.fit]}"
