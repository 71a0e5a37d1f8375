"""What a picture is made of while it is made: a spectrum, or pixels; and where it begins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import torch
import torch.nn.functional as F
from torch import Tensor

from deepvis_app.methods.synthesis import fourier
from deepvis_app.methods.synthesis_params import Start
from deepvis_app.nets.network import Network
from deepvis_app.nets.preprocess import mean_colour, seen

FAINT = 0.01  # deviation of a spectrum's noise
BEHIND = 0.125  # the grey between pictures on a sheet, and where one is still to come
SPECKLED = 0.05  # of pixels', in the values of a picture


class Canvas(Protocol):
    """`parameters`: tensors with a row for each picture, changed in place."""

    @property
    def parameters(self) -> Sequence[Tensor]: ...

    def picture(self) -> Tensor:
        """(N, 3, H, W), red, green, blue around 0 to 1."""
        ...


class Spectrum:
    """Pictures as spectra in decorrelated colours; they never leave 0 to 1."""

    def __init__(self, spectrum: Tensor, width: int) -> None:
        self.parameters = (spectrum,)
        self._width = width

    @classmethod
    def of(cls, pictures: Tensor, generator: torch.Generator, deviation: float = FAINT) -> Spectrum:
        """`pictures` (N, 3, H, W) under faint noise."""
        noise = fourier.noise(tuple(pictures.shape), generator, deviation).to(pictures.device)
        return cls(fourier.encode(pictures) + noise, pictures.shape[3])

    def picture(self) -> Tensor:
        return fourier.decode(self.parameters[0], self._width)


class Pixels:
    """Pictures as differences from a colour (1, 3, 1, 1), in units of `deviation`; they may leave 0 to 1."""

    def __init__(self, pictures: Tensor, colour: Tensor, deviation: float = 0.25) -> None:
        self._colour, self._deviation = colour, deviation
        self.parameters = ((pictures - colour) / deviation,)

    def picture(self) -> Tensor:
        return self.parameters[0] * self._deviation + self._colour


def beginning(
    network: Network, image: Tensor, start: Start, size: tuple[int, int], generator: torch.Generator
) -> Tensor:
    """(1, 3, height, width) to begin with: the middle grey under noise, the network's mean colour, black, or
    what the network sees of `image` (1, 3, h, w), 0 to 1.
    """
    height, width = size
    how = network.preprocessing
    if start == "picture":
        picture = seen(image.detach(), how)
        return F.interpolate(picture, size, mode="bilinear", antialias=True)
    plain = {
        "noise": 0.5 * torch.ones(1, 3, 1, 1),
        "mean": mean_colour(how),
        "black": torch.zeros(1, 3, 1, 1),
    }
    picture = plain[start].expand(1, 3, height, width).contiguous()
    if start == "noise":
        picture = picture + SPECKLED * torch.randn(picture.shape, generator=generator)
    return picture.to(network.device)


def bordered(pictures: Tensor, margin: int) -> Tensor:
    """`pictures` with `margin` more pixels on each side, of their edges' colours."""
    return F.pad(pictures, (margin,) * 4, mode="replicate")


def sheet(pictures: Tensor, columns: int | None = None, gap: int = 2) -> Tensor:
    """(N, 3, h, w) side by side in rows, as one (3, H, W) within 0 to 1."""
    count, _, height, width = pictures.shape
    columns = columns or _squarest(count)
    rows = -(-count // columns)
    whole = pictures.new_full((3, rows * (height + gap) - gap, columns * (width + gap) - gap), BEHIND)
    for number, picture in enumerate(pictures.detach().float()):
        row, column = divmod(number, columns)
        top, left = row * (height + gap), column * (width + gap)
        whole[:, top : top + height, left : left + width] = picture.clamp(0, 1)
    return whole


def _squarest(count: int) -> int:
    return next(columns for columns in range(1, count + 1) if columns * columns >= count)
