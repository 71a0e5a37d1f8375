"""The user's choices, turned into requests to the worker."""

from deepvis_app.session.choices import CONTRASTS, SHARES, Choices, Order, Scale
from deepvis_app.session.session import Session
from deepvis_app.sources.playback import SourceInfo

__all__ = ["CONTRASTS", "SHARES", "Choices", "Order", "Scale", "Session", "SourceInfo"]
