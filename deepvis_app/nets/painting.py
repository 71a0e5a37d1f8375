"""The painter for live frames: 8-bit pixels in, 8-bit pixels out, without a step that a frame can do without.

A cell's 4 x 4 pixels lie in memory row by row, red, green, blue; the first and the last convolution are
sorted to that order, so that pixels become cells, and cells pixels, by one copy.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import cast

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor, nn

from deepvis_app.nets.style_net import MARGIN, STEP, StyleNet

Pixels = NDArray[np.uint8]

GREY = 127.5
"""What the painter's zero stands for, in levels; a frame's distance from it is exact in bfloat16."""
LUMA = (0.299, 0.587, 0.114)
"""How bright red, green and blue are (BT.601)."""
_CELLS = MARGIN // STEP
_TRIES = 4  # the first sets things up


class LivePainter:
    """What `net` paints in the mixture `mix` (styles,), as folded convolutions in `dtype`."""

    def __init__(
        self,
        net: StyleNet,
        mix: Sequence[float],
        dtype: torch.dtype = torch.float32,
        device: torch.device | str = "cpu",
    ) -> None:
        self.dtype, self.device = dtype, torch.device(device)
        weights = torch.tensor(mix, dtype=torch.float32, device=net.convs[0].scale.device)
        plain = net.painter(weights)
        first, *inner, last = cast("list[nn.Conv2d]", list(plain.convs))
        order = _pixel_order().to(first.weight.device)
        first.weight.data = first.weight.data[:, order] / 255
        last.weight.data = last.weight.data[order]
        assert last.bias is not None
        last.bias.data = last.bias.data[order]
        self._kept = (plain.kept[order] / 255).to(self.device, dtype)
        self._first, *self._inner, self._last = (self._placed(conv) for conv in (first, *inner, last))
        self._brightness = _brightness().to(self.device, dtype)

    def _placed(self, conv: nn.Conv2d) -> nn.Conv2d:
        placed: nn.Conv2d = conv.to(self.device, self.dtype, memory_format=torch.channels_last)  # type: ignore[call-overload]
        return placed.eval()

    @torch.inference_mode()
    def paint(self, pixels: Pixels, strength: float = 1.0, keep_colours: bool = False) -> Pixels:
        """The painting of `pixels` (H, W, 3), of the same size; of `strength` 0 the pixels themselves.

        `keep_colours`: the painting's brightness with the colours of `pixels`.
        """
        if strength <= 0:
            return pixels
        height, width = pixels.shape[:2]
        seen = self._cells(pixels)
        inside = np.s_[:, :, _CELLS:-_CELLS, _CELLS:-_CELLS]
        painted, seen = self._painted(seen)[inside], seen[inside]
        painted = torch.addcmul(painted, seen, self._kept).sigmoid_().mul_(255)
        if keep_colours or strength < 1:
            seen = seen + GREY
            change = painted.sub_(seen)
            change = F.conv2d(change, self._brightness) if keep_colours else change
            painted = change.mul_(strength).add_(seen).clamp_(0, 255)
        return _pixels(painted, height, width)

    @torch.inference_mode()
    def run(self, cells: Tensor) -> Tensor:
        """The convolutions alone, from (1, 48, h, w) to (1, 48, h, w): what a frame costs at least."""
        return self._painted(cells)

    def example(self, height: int, width: int) -> Tensor:
        """What `run` takes, of a frame of that size."""
        return self._cells(np.full((height, width, 3), 128, np.uint8))

    def _painted(self, cells: Tensor) -> Tensor:
        x = self._first(cells).relu_()
        for begin, end in zip(self._inner[::2], self._inner[1::2], strict=True):
            x = end(begin(x).relu_()).add_(x)
        return self._last(x.relu_())  # type: ignore[no-any-return]

    def _cells(self, pixels: Pixels) -> Tensor:
        """(1, 48, h, w), channels last: mirrored around up to whole cells, and centred on zero."""
        wide = torch.from_numpy(_mirrored(pixels)).to(self.device)
        high, across = wide.shape[0] // STEP, wide.shape[1] // STEP
        rows = wide.view(high, STEP, across, 3 * STEP).to(self.dtype)
        return rows.sub_(GREY).transpose(1, 2).reshape(1, high, across, 48).permute(0, 3, 1, 2)


def faster(net: StyleNet, device: torch.device, size: tuple[int, int]) -> torch.dtype:
    """float32 or bfloat16: that in which a frame of `size` (height, width) is painted sooner."""
    mix = [1.0] + [0.0] * (net.styles - 1)
    times = {}
    for dtype in (torch.float32, torch.bfloat16):
        painter = LivePainter(net, mix, dtype, device)
        cells = painter.example(*size)
        times[dtype] = min(_milliseconds(painter, cells) for _ in range(_TRIES))
    return min(times, key=lambda dtype: times[dtype])


def _milliseconds(painter: LivePainter, cells: Tensor) -> float:
    start = time.perf_counter()
    painter.run(cells)
    if cells.device.type == "cuda":
        torch.cuda.synchronize()
    return (time.perf_counter() - start) * 1000


def blended(pixels: Pixels, painted: Pixels, strength: float, keep_colours: bool) -> Pixels:
    """What LivePainter.paint makes of its painting, for one of another resolution: both (H, W, 3)."""
    if strength >= 1 and not keep_colours:
        return painted
    seen, change = pixels.astype(np.float32), painted.astype(np.float32)
    change -= seen
    if keep_colours:
        change = (change @ np.array(LUMA, np.float32))[..., None]
    seen += np.float32(strength) * change
    array: Pixels = np.clip(seen, 0, 255, out=seen).round(out=seen).astype(np.uint8)
    return array


def _pixels(cells: Tensor, height: int, width: int) -> Pixels:
    """(1, 48, h, w) levels -> (H, W, 3)."""
    _, _, high, across = cells.shape
    levels = cells.round_().to(torch.uint8).permute(0, 2, 3, 1)
    rows = levels.reshape(high, across, STEP, 3 * STEP).transpose(1, 2)
    whole = rows.reshape(high * STEP, across * STEP, 3)[:height, :width]
    array: Pixels = whole.contiguous().cpu().numpy()
    return array


def _mirrored(pixels: Pixels) -> Pixels:
    """As `style_net.cells` widens a picture: MARGIN on each side, right and below up to whole cells."""
    height, width = pixels.shape[:2]
    below, beside = MARGIN + -height % STEP, MARGIN + -width % STEP
    if min(height, width) <= max(below, beside):
        return np.pad(pixels, ((MARGIN, below), (MARGIN, beside), (0, 0)), "edge")
    wide = np.empty((MARGIN + height + below, MARGIN + width + beside, 3), np.uint8)
    middle = wide[MARGIN : MARGIN + height]
    middle[:, MARGIN : MARGIN + width] = pixels
    middle[:, :MARGIN] = pixels[:, MARGIN:0:-1]
    middle[:, MARGIN + width :] = pixels[:, -2 : -2 - beside : -1]
    wide[:MARGIN] = middle[MARGIN:0:-1]
    wide[MARGIN + height :] = middle[-2 : -2 - below : -1]
    return wide


def _pixel_order() -> Tensor:
    """(48,): for each channel by row, column, colour its number by colour, row, column."""
    return torch.arange(3 * STEP**2).view(3, STEP, STEP).permute(1, 2, 0).flatten()


def _brightness() -> Tensor:
    """(48, 48, 1, 1): each pixel's brightness in place of its three colours."""
    of_pixel = torch.tensor(LUMA).expand(3, 3)
    whole: Tensor = torch.kron(torch.eye(STEP**2), of_pixel)
    return whole[..., None, None]
