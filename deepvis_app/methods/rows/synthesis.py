"""Pictures that are made to please the network, or to fool it."""

from __future__ import annotations

from deepvis_app.methods.method import Method

ROWS: tuple[Method, ...] = ()
