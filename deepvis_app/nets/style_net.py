"""The feed-forward painter: one small network, many styles, at a quarter and an eighth of the resolution."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import torch
import torch.nn.functional as F
from torch import Tensor, nn

STEP = 4
"""Pixels of a cell's side: each cell's 4 x 4 x 3 values are the channels that the network begins with."""
COARSE = 2 * STEP
"""Pixels of a coarse cell's side, which most of the network works on."""
RANK = 16
"""Of what a later style adds to a convolution's weights: enough for a texture, a quarter of their size."""


class StyledConv(nn.Module):
    """Convolution, batch norm, and a scale and shift for each style (Dumoulin 2017).

    The last `later` styles came when the convolution was learnt already. Scale and shift give them its own
    strokes in other tones; for strokes of theirs each adds to its weights a product of two thin matrices
    (Hu et al. 2021), `up` and `down`. The norm's statistics are fixed after training, so all of it folds
    into the convolution.
    """

    def __init__(
        self, channels_in: int, channels: int, styles: int, kernel: int = 3, stride: int = 1, later: int = 0
    ) -> None:
        super().__init__()
        self.conv = nn.Conv2d(channels_in, channels, kernel, stride, bias=False)
        self.norm = nn.BatchNorm2d(channels, affine=False)
        self.scale = nn.Parameter(torch.ones(styles, channels))
        self.shift = nn.Parameter(torch.zeros(styles, channels))
        self.later = later
        if later:
            seen = kernel**2 * channels_in
            self.up = nn.Parameter(torch.zeros(later, channels, RANK))
            self.down = nn.Parameter(torch.randn(later, RANK, seen) / seen**0.5)

    def forward(self, x: Tensor, mix: Tensor) -> Tensor:
        """`mix` (N, styles): how much of each style each picture gets."""
        scale, shift = (mix @ self.scale)[..., None, None], (mix @ self.shift)[..., None, None]
        styled: Tensor = self.norm(self._convolved(x, mix)) * scale + shift
        return styled

    def _convolved(self, x: Tensor, mix: Tensor) -> Tensor:
        plain: Tensor = self.conv(x)
        if not self.later:
            return plain
        down = self.down.view(-1, *self.conv.weight.shape[1:])
        thin = F.conv2d(x, down, None, self.conv.stride)
        shares = mix[:, -self.later :].repeat_interleave(RANK, 1)[..., None, None]
        return plain + F.conv2d(thin * shares, self.up.transpose(0, 1).flatten(1)[..., None, None])

    def _weight(self, mix: Tensor) -> Tensor:
        if not self.later:
            return self.conv.weight
        added = torch.einsum("s,scr,srk->ck", mix[-self.later :], self.up, self.down)
        return self.conv.weight + added.view_as(self.conv.weight)

    @torch.no_grad()
    def folded(self, mix: Tensor) -> nn.Conv2d:
        """The one convolution that answers what this does for `mix` (styles,) in eval mode."""
        mean, variance = self.norm.running_mean, self.norm.running_var
        assert mean is not None
        assert variance is not None
        scale = mix @ self.scale / (variance + self.norm.eps).sqrt()
        conv = self.conv
        plain = nn.Conv2d(
            conv.in_channels,
            conv.out_channels,
            conv.kernel_size,  # type: ignore[arg-type]
            conv.stride,  # type: ignore[arg-type]
            device=conv.weight.device,
        )
        plain.weight.copy_(self._weight(mix) * scale[:, None, None, None])
        assert plain.bias is not None
        plain.bias.copy_(mix @ self.shift - mean * scale)
        return plain.requires_grad_(False)


class StyleNet(nn.Module):
    """(N, 3, H, W) pictures of 0..1 and `mix` (N, styles) -> (N, 3, H, W) paintings of 0..1, any size.

    `width`: channels of cells, half of those of coarse cells, which `blocks` residual blocks work on.
    `later`: how many of the styles, the last, were learnt when the others were there.
    """

    def __init__(self, styles: int, width: int = 64, blocks: int = 3, later: int = 0) -> None:
        super().__init__()
        self.styles, self.width, self.blocks, self.later = styles, width, blocks, later
        styled = partial(StyledConv, styles=styles, later=later)
        self.first = styled(3 * STEP**2, width)
        self.down = styled(width, 2 * width, kernel=2, stride=2)
        self.inner = nn.ModuleList(styled(2 * width, 2 * width) for _ in range(2 * blocks))
        self.up = styled(2 * width, 4 * width, kernel=1)
        self.near = styled(width, width)
        self.last = styled(width, 3 * STEP**2)
        self.kept = nn.Parameter(torch.ones(styles, 3 * STEP**2))

    def forward(self, pictures: Tensor, mix: Tensor) -> Tensor:
        kept = (mix @ self.kept)[..., None, None]
        return _paint([partial(conv, mix=mix) for conv in self.convs], kept, pictures)

    @property
    def convs(self) -> list[StyledConv]:
        """In the order in which they work."""
        return [module for module in self.modules() if isinstance(module, StyledConv)]

    def painter(self, mix: Tensor, dtype: torch.dtype = torch.float32) -> Painter:
        """The network for one mixture, `mix` (styles,), all else folded away."""
        kept = (mix @ self.kept.detach())[:, None, None]
        return Painter([conv.folded(mix) for conv in self.convs], kept, dtype)


class Painter(nn.Module):
    """(N, 3, H, W) pictures of 0..1 -> paintings of 0..1, in one mixture of styles."""

    kept: Tensor

    def __init__(self, convs: Sequence[nn.Conv2d], kept: Tensor, dtype: torch.dtype) -> None:
        super().__init__()
        self.convs = nn.ModuleList(convs)
        self.register_buffer("kept", kept)
        self.dtype = dtype
        self.to(dtype=dtype, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.eval()

    def forward(self, pictures: Tensor) -> Tensor:
        return _paint(list(self.convs), self.kept, pictures, self.dtype)


def _paint(
    convs: Sequence[Callable[[Tensor], Tensor]],
    kept: Tensor,
    pictures: Tensor,
    dtype: torch.dtype | None = None,
) -> Tensor:
    """Down to coarse cells, residual blocks of two, up again onto the cells there were, and on those to the
    change of the picture, of which `kept` stays."""
    first, down, *inner, up, near, last = convs
    shown = cells(pictures).to(dtype)
    fine = F.relu(first(edged(shown)))
    x = F.relu(down(fine))
    for begin, end in zip(inner[::2], inner[1::2], strict=True):
        x = x + end(edged(F.relu(begin(edged(x)))))
    fine = F.relu(fine + F.pixel_shuffle(up(F.relu(x)), 2))
    fine = F.relu(fine + near(edged(fine)))
    return pixels(last(edged(fine)) + kept * shown, pictures)


def edged(cells: Tensor) -> Tensor:
    """(N, C, h, w) -> (N, C, h + 2, w + 2), as in a mirror, for a convolution to have what it looks at.

    So what alternates from cell to cell goes on to do so. With zeros instead, paintings get a rim.
    """
    return F.pad(cells, (1, 1, 1, 1), "reflect" if min(cells.shape[-2:]) > 1 else "replicate")


def cells(pictures: Tensor) -> Tensor:
    """(N, 3, H, W) -> (N, 48, h, w), centred on zero; the last pixels go on up to whole coarse cells."""
    height, width = pictures.shape[-2:]
    wide = F.pad(pictures, (0, -width % COARSE, 0, -height % COARSE), "replicate")
    return F.pixel_unshuffle(wide - 0.5, STEP).contiguous(memory_format=torch.channels_last)


def pixels(values: Tensor, like: Tensor) -> Tensor:
    """(N, 48, h, w) -> (N, 3, H, W) of 0..1 in float32, cut to the pictures that `cells` was given."""
    height, width = like.shape[-2:]
    return torch.sigmoid(F.pixel_shuffle(values, STEP)[..., :height, :width].float())
