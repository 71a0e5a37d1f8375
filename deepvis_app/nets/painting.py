"""The painter for live frames: 8-bit pixels in, 8-bit pixels out, without a step that a frame can do without.

A cell's 4 x 4 pixels lie in memory row by row, red, green, blue; the first and the last convolution are
sorted to that order, so that pixels become cells, and cells pixels, by one copy. Each convolution answers for
as much of the margin as those after it look at, which are ever less.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from itertools import pairwise
from typing import cast

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor, nn

from deepvis_app.nets.fused import Fused
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
        convs = [self._placed(conv) for conv in (first, *inner, last)]
        self._margins = _margins(convs)
        self._first, *self._inner, self._last = _fused(convs, self._margins)
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
        painted, seen = self._painted(seen), _within(seen, _CELLS)
        painted = painted.addcmul_(seen, self._kept_along(seen.shape[3])).sigmoid_().mul_(255)
        if keep_colours or strength < 1:
            seen = seen + GREY
            change = painted.sub_(seen)
            change = F.conv2d(change, self._brightness) if keep_colours else change
            painted = change.mul_(strength).add_(seen).clamp_(0, 255)
        return _pixels(painted, height, width)

    @torch.inference_mode()
    def run(self, cells: Tensor) -> Tensor:
        """The convolutions alone, from (1, 48, h, w) with its margin to what lies within: the least that a
        frame costs."""
        return self._painted(cells)

    def example(self, height: int, width: int) -> Tensor:
        """What `run` takes, of a frame of that size."""
        return self._cells(np.full((height, width, 3), 128, np.uint8))

    def _painted(self, cells: Tensor) -> Tensor:
        around, *margins = self._margins
        x = self._first(_within(cells, _CELLS - around))
        blocks = zip(self._inner[::2], self._inner[1::2], margins[:-2:2], margins[2::2], strict=True)
        for begin, end, before, after in blocks:
            x = end(begin(x), _within(x, before - after))
        return self._last(x)

    def _kept_along(self, across: int) -> Tensor:
        """For each cell of a row, so that a row is one run of numbers; a single one is read over and over."""
        if self._kept.shape[-1] != across:
            row = self._kept[..., :1].expand(1, -1, 1, across)
            self._kept = row.contiguous(memory_format=torch.channels_last)
        return self._kept

    def _cells(self, pixels: Pixels) -> Tensor:
        """(1, 48, h, w), channels last: mirrored around up to whole cells, and centred on zero."""
        wide = torch.from_numpy(_mirrored(pixels)).to(self.device)
        high, across = wide.shape[0] // STEP, wide.shape[1] // STEP
        rows = _turned(wide.view(high, STEP, across, 3 * STEP)).to(self.dtype)
        return rows.sub_(GREY).view(1, high, across, 48).permute(0, 3, 1, 2)


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
    whole = cells.round_().to(torch.int16)  # which vector instructions do, and from there to 8 bits
    levels = whole.to(torch.uint8).permute(0, 2, 3, 1).contiguous()
    rows = _turned(levels.view(high, across, STEP, 3 * STEP))
    picture = rows.view(high * STEP, across * STEP, 3)[:height, :width]
    array: Pixels = picture.contiguous().cpu().numpy()
    return array


def _turned(rows: Tensor) -> Tensor:
    """(h, a, b, 12) bytes -> (h, b, a, 12), as numbers of four bytes: first all first ones, and so on, as a
    loop over few of them costs more than they do."""
    high, one, other, row = rows.shape
    fours = rows.view(high, one, other * row).view(torch.int32).view(high, one, other, row // 4)
    turned = fours.new_empty(high, other, one, row // 4)
    for part in range(row // 4):
        turned[..., part] = fours[..., part].transpose(1, 2)
    return turned.view(torch.uint8)


def _margins(convs: Sequence[nn.Conv2d]) -> list[int]:
    """Cells around the picture that each convolution looks at, and last those that come out: none."""
    reach = [conv.dilation[0] for conv in convs]
    return [min(_CELLS, sum(reach[place:])) for place in range(len(convs) + 1)]


def _fused(convs: Sequence[nn.Conv2d], margins: Sequence[int]) -> list[Fused]:
    """Rectified are the first, the first of each block, and the sum after the last block."""
    rectified = [True, *[True, False] * (len(convs) // 2 - 1), False]
    rectified[-2] = True
    cut = [before - after for before, after in pairwise(margins)]
    paddings = [conv.dilation[0] - less for conv, less in zip(convs, cut, strict=True)]
    return [Fused(*each) for each in zip(convs, paddings, rectified, strict=True)]


def _within(cells: Tensor, margin: int) -> Tensor:
    return cells[:, :, margin:-margin, margin:-margin] if margin else cells


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
