"""Convolutions with a sum and a rectifier in the same pass answer what they do one after another."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor, nn

from deepvis_app.nets.fused import Fused

ATOL = {torch.float64: 1e-12, torch.float32: 1e-5, torch.bfloat16: 0.02}


def conv(dtype: torch.dtype, dilation: int = 1) -> nn.Conv2d:
    torch.manual_seed(0)
    made = nn.Conv2d(6, 8, 3, dilation=dilation)
    return made.to(dtype, memory_format=torch.channels_last).eval().requires_grad_(False)  # type: ignore[call-overload, no-any-return]


def maps(channels: int, height: int, width: int, dtype: torch.dtype) -> Tensor:
    values = torch.randn(1, channels, height, width, generator=torch.Generator().manual_seed(height))
    return values.to(dtype, memory_format=torch.channels_last)


@pytest.mark.parametrize("dtype", ATOL, ids=str)  # the first of which no library packs
@pytest.mark.parametrize("rectified", [True, False])
@pytest.mark.parametrize(("dilation", "padding"), [(1, 1), (1, 0), (3, 2)])
def test_it_answers_what_its_parts_do(
    dtype: torch.dtype, rectified: bool, dilation: int, padding: int
) -> None:
    plain = conv(dtype, dilation)
    fused = Fused(plain, padding, rectified)
    with torch.inference_mode():
        for size in ((12, 17), (20, 9), (12, 17)):
            x = maps(6, *size, dtype)
            answer = nn.functional.conv2d(x, plain.weight, plain.bias, 1, padding, dilation)
            wide = maps(8, answer.shape[2] + 2, answer.shape[3] + 2, dtype)
            part = wide[:, :, 1:-1, 1:-1]
            for found, wanted in ((fused(x), answer), (fused(x, part), answer + part)):
                wanted = wanted.relu() if rectified else wanted
                assert found.is_contiguous(memory_format=torch.channels_last)
                torch.testing.assert_close(found, wanted, atol=ATOL[dtype], rtol=ATOL[dtype])
            assert (wide == maps(8, *wide.shape[2:], dtype)).all(), "a part of a larger one stays"
