"""The painter for live frames: 8-bit pixels in, 8-bit pixels out, without a step that a frame can do without.

A cell's 4 x 4 pixels lie in memory row by row, red, green, blue; the first and the last convolution are
sorted to that order, so that pixels become cells, and cells pixels, by one copy. So are the four cells that
a coarse one becomes.
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

from deepvis_app.nets.fused import Fused
from deepvis_app.nets.style_net import COARSE, STEP, StyleNet, edged

Pixels = NDArray[np.uint8]

GREY = 128
"""The level that is zero in the cells: 8 bits with a sign hold what is left, and bfloat16 does exactly."""
LUMA = (0.299, 0.587, 0.114)
"""How bright red, green and blue are (BT.601)."""
_TO_MIDDLE = 0.5
"""Levels from the middle of all, the zero of StyleNet, to GREY."""
_SIGNED = -0x7F7F7F80  # 0x80808080: of four bytes the highest bit each
_ROUNDING = torch.tensor(2.0**23)
"""Added to a small number of 32 bits it leaves that, rounded, in the lowest of them."""
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
        convs = cast("list[nn.Conv2d]", list(plain.convs))
        first, *_, up, _, last = convs
        order = _pixel_order().to(first.weight.device)
        assert first.bias is not None
        assert last.bias is not None
        first.weight.data = first.weight.data[:, order] / 255
        first.bias.data = first.bias.data + _TO_MIDDLE * first.weight.data.sum((1, 2, 3))
        kept = plain.kept[order] / 255
        _sort(last, order)
        last.bias.data = last.bias.data + _TO_MIDDLE * kept.flatten()
        _sort(up, _cell_order(net.width).to(order.device))
        self._kept = kept.to(self.device, dtype)
        self._rooms: dict[str, Tensor] = {}
        self._first, self._down, *self._inner, self._up, self._near, self._last = self._fused(convs)
        self._brightness = _brightness().to(self.device)

    def _fused(self, convs: Sequence[nn.Conv2d]) -> list[Fused]:
        """Rectified are the first, that down to coarse cells, the first of each block, the sum after the last
        block, and the last sum."""
        blocks = (len(convs) - 5) // 2
        rectified = [True, True, *[True, False] * blocks, False, True, False]
        rectified[-4] = True
        return [Fused(self._placed(conv), 0, each) for conv, each in zip(convs, rectified, strict=True)]

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
        levels = self._exact(self._painted(seen)).sigmoid_()
        if not keep_colours and strength >= 1:
            return self._pixels(levels, 255, height, width)
        seen = seen.float() + GREY
        change = levels.mul_(255).sub_(seen)
        change = F.conv2d(change, self._brightness) if keep_colours else change
        return self._pixels(change.mul_(strength).add_(seen).clamp_(0, 255), 1, height, width)

    @torch.inference_mode()
    def run(self, cells: Tensor) -> Tensor:
        """The network alone, from (1, 48, h, w) to as many: the least that a frame costs."""
        return self._painted(cells)

    @torch.inference_mode()
    def example(self, height: int, width: int) -> Tensor:
        """What `run` takes, of a frame of that size."""
        return self._cells(np.full((height, width, 3), 128, np.uint8)).clone()

    def _painted(self, cells: Tensor) -> Tensor:
        fine = self._first(edged(cells))
        x = self._down(fine)
        for begin, end in zip(self._inner[::2], self._inner[1::2], strict=True):
            x = end(edged(begin(edged(x))), x)
        fine = self._refined(x, fine)
        fine = self._near(edged(fine), fine)
        return self._last(edged(fine), cells * self._kept_along(cells.shape[3]))

    def _refined(self, coarse: Tensor, fine: Tensor) -> Tensor:
        """The cells that coarse ones become, onto the `fine` ones that there were, rectified."""
        _, width, high, across = fine.shape
        shape = (high // 2, 2, across // 2, 2 * width)
        become = self._up(coarse).permute(0, 2, 3, 1).view(high // 2, across // 2, 2, 2 * width)
        rows = self._room("fine", shape, self.dtype)
        torch.add(fine.permute(0, 2, 3, 1).view(shape), become.transpose(1, 2), out=rows).relu_()
        return rows.view(1, high, across, width).permute(0, 3, 1, 2)

    def _kept_along(self, across: int) -> Tensor:
        """For each cell of a row, so that a row is one run of numbers; a single one is read over and over."""
        if self._kept.shape[-1] != across:
            row = self._kept[..., :1].expand(1, -1, 1, across)
            self._kept = row.contiguous(memory_format=torch.channels_last)
        return self._kept

    def _cells(self, pixels: Pixels) -> Tensor:
        """(1, 48, h, w), channels last: going on up to whole coarse cells, and centred on zero."""
        high, across = (side + -side % COARSE for side in pixels.shape[:2])
        wide = self._room("wide", (high, across, 3), torch.uint8, "cpu")
        _widen(pixels, wide.numpy())
        rows = self._room("rows", (high // STEP, across // STEP, STEP, 3 * STEP), torch.uint8)
        _turn(wide.to(self.device).view(high // STEP, STEP, across // STEP, 3 * STEP), rows)
        levels = rows.view(torch.int32).bitwise_xor_(_SIGNED).view(torch.int8)  # less GREY
        shape = (1, high // STEP, across // STEP, 48)
        return self._room("cells", shape, self.dtype).copy_(levels.view(shape)).permute(0, 3, 1, 2)

    def _exact(self, cells: Tensor) -> Tensor:
        """`cells` in float32."""
        if cells.dtype == torch.float32:
            return cells
        rows = cells.permute(0, 2, 3, 1)
        return self._room("levels", rows.shape, torch.float32).copy_(rows).permute(0, 3, 1, 2)

    def _pixels(self, cells: Tensor, most: int, height: int, width: int) -> Pixels:
        """(1, 48, h, w) float32, which is changed, of levels divided by `most` -> (H, W, 3)."""
        _, _, high, across = cells.shape
        rounded = torch.add(_ROUNDING.to(self.device), cells, alpha=most, out=cells).view(torch.int32)
        levels = self._room("bytes", (1, high, across, 48), torch.uint8).copy_(rounded.permute(0, 2, 3, 1))
        picture = levels.new_empty(high, STEP, across, 3 * STEP)
        _turn(levels.view(high, across, STEP, 3 * STEP), picture)
        whole = picture.view(high * STEP, across * STEP, 3)
        array: Pixels = whole[:height, :width].contiguous().cpu().numpy()
        return array

    def _room(
        self, name: str, shape: Sequence[int], dtype: torch.dtype, device: torch.device | str = ""
    ) -> Tensor:
        """Memory that stays from frame to frame: new pages cost more than the work on them."""
        room = self._rooms.get(name)
        if room is None or room.shape != tuple(shape):
            room = self._rooms[name] = torch.empty(*shape, dtype=dtype, device=device or self.device)
        return room


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


def _turn(rows: Tensor, turned: Tensor) -> None:
    """(h, a, b, 12) bytes -> (h, b, a, 12), as numbers of four bytes: first all first ones, and so on, as a
    loop over few of them costs more than they do."""
    high, one, other, row = rows.shape
    fours = rows.view(high, one, other * row).view(torch.int32).view(high, one, other, row // 4)
    into = turned.view(torch.int32)
    for part in range(row // 4):
        into[..., part] = fours[..., part].transpose(1, 2)


def _widen(pixels: Pixels, wide: Pixels) -> None:
    """The last ones go on to the right and below, as `style_net.cells` has it."""
    height, width = pixels.shape[:2]
    wide[:height, :width] = pixels
    wide[:height, width:] = wide[:height, width - 1 : width]
    wide[height:] = wide[height - 1 : height]


def _sort(conv: nn.Conv2d, order: Tensor) -> None:
    assert conv.bias is not None
    conv.weight.data, conv.bias.data = conv.weight.data[order], conv.bias.data[order]


def _cell_order(width: int) -> Tensor:
    """(4 * width,): for each channel by row, column, channel of a cell its number by channel, row, column."""
    return torch.arange(4 * width).view(width, 2, 2).permute(1, 2, 0).flatten()


def _pixel_order() -> Tensor:
    """(48,): for each channel by row, column, colour its number by colour, row, column."""
    return torch.arange(3 * STEP**2).view(3, STEP, STEP).permute(1, 2, 0).flatten()


def _brightness() -> Tensor:
    """(48, 48, 1, 1): each pixel's brightness in place of its three colours."""
    of_pixel = torch.tensor(LUMA).expand(3, 3)
    whole: Tensor = torch.kron(torch.eye(STEP**2), of_pixel)
    return whole[..., None, None]
