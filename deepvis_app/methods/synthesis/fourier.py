"""A picture as its spectrum in decorrelated colours, in which ascent gives all sizes of detail the same say.

Mordvintsev et al. 2018 (distill.pub/2018/differentiable-parameterizations), Olah et al. 2017. Neighbouring
pixels and the three colours of photographs go together; stepping along axes that do not is what keeps high
frequencies from winning.
"""

from __future__ import annotations

from functools import lru_cache

import torch
from torch import Tensor

COLOURS = ((0.26, 0.09, 0.02), (0.27, 0.00, -0.05), (0.27, -0.09, 0.03))
"""The square root of the covariance of red, green and blue over ImageNet's photographs, by singular values:
columns are brightness, blue to yellow and green to purple. Brought to a largest column of length 1.
"""
SOFTNESS = 4.0  # divides spectra, so that a first step of usual size leaves most pixels inside the range
INSIDE = 0.02  # what is encoded is brought so far inside 0 and 1, which no finite spectrum reaches


def noise(shape: tuple[int, ...], generator: torch.Generator, deviation: float = 0.01) -> Tensor:
    """The spectrum of faint noise for pictures of `shape` (N, 3, H, W): (N, 3, H, W // 2 + 1, 2)."""
    count, channels, height, width = shape
    return torch.randn(count, channels, height, width // 2 + 1, 2, generator=generator) * deviation


def decode(spectrum: Tensor, width: int, decay: float = 1.0) -> Tensor:
    """(N, 3, H, W // 2 + 1, 2) as pictures (N, 3, H, W) in 0 to 1.

    sigmoid(C F^-1(s f^-decay) / 4): each frequency f divided by its size to the power `decay`, as photographs
    fall off; C mixes the colours.
    """
    height = spectrum.shape[2]
    scaled = torch.view_as_complex(spectrum.contiguous()) * _weights(height, width, decay, spectrum.device)
    planes = torch.fft.irfft2(scaled, s=(height, width), norm="ortho")
    return _mixed(planes, _mixing(spectrum) / SOFTNESS).sigmoid()


def encode(pictures: Tensor, decay: float = 1.0) -> Tensor:
    """The spectrum that `decode` makes `pictures` (N, 3, H, W) of, but for its darkest and lightest."""
    inside = pictures.clamp(INSIDE, 1 - INSIDE)
    planes = _mixed(inside.logit(), torch.linalg.inv(_mixing(pictures) / SOFTNESS))
    height, width = pictures.shape[2:]
    spectrum = torch.fft.rfft2(planes, norm="ortho") / _weights(height, width, decay, pictures.device)
    return torch.view_as_real(spectrum).contiguous()


@lru_cache(maxsize=4)
def _weights(height: int, width: int, decay: float, device: torch.device) -> Tensor:
    """(H, W // 2 + 1): one over the size of each frequency; of the mean, as of the lowest other."""
    with torch.inference_mode(False):  # gradients go past what is kept
        down = torch.fft.fftfreq(height, device=device)[:, None]
        across = torch.fft.rfftfreq(width, device=device)
        size: Tensor = (down**2 + across**2).sqrt()
        return size.clamp(min=1 / max(height, width)).pow(-decay)


def _mixed(planes: Tensor, mixing: Tensor) -> Tensor:
    """Other colours of (N, 3, H, W), each of the three a mixture of those given."""
    return (mixing @ planes.flatten(2)).view_as(planes)


def _mixing(like: Tensor) -> Tensor:
    mixing = torch.tensor(COLOURS, device=like.device)
    largest: Tensor = mixing.norm(dim=0).max()
    return mixing / largest
