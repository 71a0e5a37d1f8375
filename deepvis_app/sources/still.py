"""One picture from memory: the clipboard's, or one dropped from another program."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject

from deepvis_app.engine.messages import Pixels
from deepvis_app.sources.picture_frame import PictureFrame, next_number
from deepvis_app.sources.source import Source


class Still(Source):
    """`pixels` (H, W, 3) are given once, and again when they are mirrored."""

    kind = "still"
    controls = frozenset({"mirror"})

    def __init__(self, pixels: Pixels, title: str, parent: QObject | None = None) -> None:
        super().__init__(title, parent)
        self._pixels = np.array(pixels, dtype=np.uint8)  # a copy: the giver may go on writing
        self._running = False

    def start(self) -> None:
        self._running = True
        self._show()

    def stop(self) -> None:
        self._running = False

    def set_mirrored(self, mirrored: bool) -> None:
        super().set_mirrored(mirrored)
        if self._running:
            self._show()

    def _show(self) -> None:
        self._give(PictureFrame(next_number(), self._pixels, self.mirrored))
