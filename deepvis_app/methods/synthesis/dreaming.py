"""One dream: small sizes first, each moved about, raised and cut to what a picture can hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from deepvis_app.errors import RunError
from deepvis_app.i18n import Text, text
from deepvis_app.methods.synthesis.loop import STUCK
from deepvis_app.methods.synthesis.octaves import sizes, stretched, tile_gradients
from deepvis_app.methods.synthesis.sizes import resized
from deepvis_app.methods.synthesis.updates import ByMean


@dataclass(frozen=True)
class Dreamt:
    """`picture` (1, 3, H, W) in 0 to 1, in its final size; `value`: of what is raised, a pixel."""

    done: float
    picture: Tensor
    value: float
    stopped: Text | None = None


@dataclass(frozen=True)
class Dreamer:
    """`gain`: of a picture (1, 3, h, w), a sum over places. `jitter` in pixels. `tile`: pixels a pass."""

    gain: Callable[[Tensor], Tensor]
    rate: float
    octaves: int
    zoom: float
    jitter: int
    tile: int
    generator: torch.Generator

    def dream(self, picture: Tensor, steps: int) -> Iterator[Dreamt]:
        """Yields after each tile, the last time done. A step that is not finite is not made and ends it."""
        height, width = picture.shape[2:]
        octaves = sizes(height, width, self.octaves, self.zoom)
        work, spent = steps * sum(height * width for height, width in octaves), 0
        last = Dreamt(0.0, picture, 0.0)
        detail: Tensor | None = None
        for height, width in octaves:
            with torch.inference_mode(False), torch.no_grad():
                base = resized(picture, height, width)
                now = base if detail is None else (base + stretched(detail, height, width)).clamp(0, 1)
            for step in range(steps):
                move = self._move()
                moved = now.roll(move, (2, 3))
                for tiled in tile_gradients(moved, self.gain, self.tile):
                    slope, value, share = tiled
                    if share < 1:
                        yield replace(last, done=(spent + share * height * width) / work)
                if not (torch.isfinite(slope).all() and abs(value) < float("inf")):
                    yield _ended(last, step)
                    return
                now = self._raised(moved, slope).roll((-move[0], -move[1]), (2, 3))
                spent += height * width
                last = Dreamt(spent / work, _enlarged(picture, base, now), value / (height * width))
                yield last
            detail = now - base

    def _move(self) -> tuple[int, int]:
        down, across = torch.randint(-self.jitter, self.jitter + 1, (2,), generator=self.generator).tolist()
        return down, across

    def _raised(self, picture: Tensor, slope: Tensor) -> Tensor:
        with torch.inference_mode(False), torch.no_grad():
            raised = picture.clone()
            ByMean(self.rate)([raised], [slope])
            return raised.clamp_(0, 1)


def closer(picture: Tensor, share: float) -> Tensor:
    """The middle of (1, 3, H, W), enlarged to its size again: as if one came nearer by that share."""
    height, width = picture.shape[2:]
    high, wide = (min(side - 1, round(side / (1 + share))) for side in (height, width))
    top, left = (height - high) // 2, (width - wide) // 2
    return resized(picture[:, :, top : top + high, left : left + wide], height, width)


def _enlarged(picture: Tensor, base: Tensor, now: Tensor) -> Tensor:
    """What was added at a smaller size, on the picture in its own."""
    height, width = picture.shape[2:]
    if now.shape == picture.shape:
        return now
    return (picture + stretched(now - base, height, width)).clamp(0, 1)


def _ended(last: Dreamt, step: int) -> Dreamt:
    if not last.done:
        raise RunError("The first step is no finite number; choose another layer, unit or picture.")
    return Dreamt(1.0, last.picture, last.value, text(STUCK.key, step=step))
