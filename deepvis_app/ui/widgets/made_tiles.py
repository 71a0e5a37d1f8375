"""What a method started from, what it has made of it, and what differs."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from deepvis_app.engine.messages import Pixels, Synthesised
from deepvis_app.ui.texts import tr
from deepvis_app.ui.widgets.scored_tile import Bar, ScoredTile
from deepvis_app.ui.widgets.tiles import Tile

_WORDS, _FEW_WORDS = 108, 84  # pixels beside a picture, and beside what differs
_GAP = 12
_LEAST = 72
_GREY = 128
CHANGE = "largest change"
"""The fact of a method that changes a picture by little: what differs is shown then."""


class MadeTiles(QWidget):
    """Tiles "before", "result" and, for small changes, "difference", as large as they fit side by side."""

    enlarge_wanted = Signal(str)
    save_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles = {
            "before": ScoredTile("before", tr("Before"), tr("What it started from."), self),
            "result": ScoredTile("result", tr("Result"), tr("What is reached so far."), self),
            "difference": ScoredTile("difference", tr("Difference"), tr("Grey where nothing changed."), self),
        }
        for tile in self._tiles.values():
            tile.enlarge_wanted.connect(self.enlarge_wanted)
            tile.save_wanted.connect(self.save_wanted)
        self._differs = False
        self._lay_out()

    def tile(self, name: str) -> Tile:
        return self._tiles[name]

    @property
    def shown(self) -> list[ScoredTile]:
        """Those with a picture, from left to right."""
        return [tile for tile in self._tiles.values() if not tile.isHidden() and tile.pixels is not None]

    def begin(self, title: str) -> None:
        """Another picture is about to be made."""
        self.clear()
        self._tiles["result"].title = title

    def clear(self) -> None:
        for tile in self._tiles.values():
            tile.show_bars(())
            tile.show_found()
            tile.show_picture(None)
        self._differs = False
        self._lay_out()

    def set_empty(self, words: str) -> None:
        """What stands beside the place of the picture while there is none."""
        self._tiles["result"].show_picture(None, words)

    def show_made(self, made: Synthesised) -> None:
        """The newest step; the first of them is what the method started from."""
        before, result = self._tiles["before"], self._tiles["result"]
        if before.pixels is None:
            before.show_picture(made.pixels, tr(_size(made.pixels)))
        result.show_picture(made.pixels, tr(_size(made.pixels)))
        plain = {name: value for name, value in made.facts.items() if ": " not in name}
        before.show_bars(_bars(made.facts, "before: "))
        result.show_bars(_bars(made.facts, "after: "))
        self._differs = CHANGE in made.facts
        if self._differs and before.pixels is not None:
            self._show_difference(before.pixels, made.pixels, plain)
        else:
            result.show_found(_figures(plain))
        self._lay_out()

    def _show_difference(self, before: Pixels, after: Pixels, facts: Mapping[str, float | int | str]) -> None:
        change = after.astype(np.int16) - before
        factor = max(1, (255 - _GREY) // max(1, int(abs(change).max())))
        tile = self._tiles["difference"]
        tile.title = tr("Difference × {factor}", factor=factor)
        tile.show_picture((change * factor + _GREY).clip(0, 255).astype(np.uint8))
        tile.show_found(
            _figures({k.removesuffix(" change"): v for k, v in facts.items() if k.endswith(" change")})
        )

    # ---- geometry ----------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        self._tiles["before"].setHidden(self._tiles["before"].pixels is None)
        self._tiles["difference"].setHidden(not self._differs)
        tiles = [tile for tile in self._tiles.values() if not tile.isHidden()]
        words = [_FEW_WORDS if tile.name == "difference" else _WORDS for tile in tiles]
        room = (self.width() - sum(words) - _GAP * (len(tiles) - 1)) // max(len(tiles), 1)
        side, left = max(min(room, self.height()), _LEAST), 0
        for tile, beside in zip(tiles, words, strict=True):
            tile.setGeometry(left, 0, side + beside, side)
            left += side + beside + _GAP

    def sizeHint(self) -> QSize:
        return QSize(3 * (150 + _WORDS + _GAP), 150)

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * (_LEAST + _WORDS), _LEAST)


def _bars(facts: Mapping[str, float | int | str], prefix: str) -> tuple[Bar, ...]:
    """The classes told under that prefix, likeliest first; the one aimed at is marked."""
    found = [
        (name.removeprefix(prefix), float(value))
        for name, value in facts.items()
        if name.startswith(prefix) and isinstance(value, float | int)
    ]
    return tuple((label, value, label == facts.get("class")) for label, value in found)


def _figures(facts: Mapping[str, float | int | str]) -> list[str]:
    return [
        f"{tr(name)} {value:.3g}" if isinstance(value, float) else f"{tr(name)} {value}"
        for name, value in facts.items()
    ]


def _size(pixels: Pixels) -> str:
    return f"{pixels.shape[1]} × {pixels.shape[0]}"
