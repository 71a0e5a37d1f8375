"""Packed convolutions against plain ones, forward and backward, in every form that networks have."""

from __future__ import annotations

import copy
from typing import Any

import pytest
import torch
from torch import Tensor, nn

from deepvis_app.nets import packed
from deepvis_app.nets.packing import PackedConv
from deepvis_app.nets.winograd import Winograd
from deepvis_app.nets.winograd_tiles import WinogradTiles

FORMS: dict[str, tuple[dict[str, Any], tuple[int, int]]] = {
    "picture": ({"in_channels": 3, "out_channels": 8, "kernel_size": 7, "padding": 3}, (20, 21)),
    "picture, strided": (
        {"in_channels": 3, "out_channels": 8, "kernel_size": 7, "stride": 2, "padding": 3},
        (20, 21),
    ),
    "picture, as AlexNet": (
        {"in_channels": 3, "out_channels": 8, "kernel_size": 11, "stride": 4, "padding": 2},
        (63, 64),
    ),
    "picture, patches": ({"in_channels": 3, "out_channels": 8, "kernel_size": 16, "stride": 16}, (50, 33)),
    "picture, stride of 3": (
        {"in_channels": 3, "out_channels": 8, "kernel_size": 5, "stride": 3, "padding": 1},
        (17, 18),
    ),
    "picture, points": ({"in_channels": 3, "out_channels": 8, "kernel_size": 1, "stride": 2}, (7, 8)),
    "picture, dilated": (
        {"in_channels": 3, "out_channels": 8, "kernel_size": 3, "padding": 2, "dilation": 2},
        (12, 12),
    ),
    "picture, wide border": ({"in_channels": 3, "out_channels": 8, "kernel_size": 2, "padding": 3}, (7, 8)),
    "grey": ({"in_channels": 1, "out_channels": 8, "kernel_size": 3, "padding": 1}, (9, 8)),
    "uneven": (
        {"in_channels": 4, "out_channels": 8, "kernel_size": (3, 5), "stride": (2, 1), "padding": (1, 2)},
        (13, 12),
    ),
    "usual": ({"in_channels": 16, "out_channels": 32, "kernel_size": 3, "padding": 1}, (9, 9)),
    "heavy": ({"in_channels": 64, "out_channels": 72, "kernel_size": 3, "padding": 1}, (46, 47)),
    "strided": (
        {"in_channels": 16, "out_channels": 32, "kernel_size": 3, "stride": 2, "padding": 1},
        (9, 10),
    ),
    "with a rest": ({"in_channels": 16, "out_channels": 32, "kernel_size": 5, "stride": 3}, (12, 13)),
    "wide": ({"in_channels": 128, "out_channels": 32, "kernel_size": 3, "padding": 1}, (6, 5)),
    "wide, strided": (
        {"in_channels": 128, "out_channels": 64, "kernel_size": 3, "stride": 2, "padding": 1},
        (7, 7),
    ),
    "row": ({"in_channels": 16, "out_channels": 16, "kernel_size": (1, 7), "padding": (0, 3)}, (9, 9)),
    "dilated": (
        {"in_channels": 16, "out_channels": 16, "kernel_size": 3, "padding": 2, "dilation": 2},
        (9, 9),
    ),
    "grouped": (
        {"in_channels": 32, "out_channels": 64, "kernel_size": 3, "stride": 2, "padding": 1, "groups": 4},
        (8, 9),
    ),
    "depthwise": (
        {"in_channels": 32, "out_channels": 32, "kernel_size": 3, "padding": 1, "groups": 32},
        (7, 7),
    ),
}


def pair(form: dict[str, Any], dtype: torch.dtype) -> tuple[nn.Conv2d, PackedConv]:
    """A frozen convolution as it is, and as it is packed."""
    torch.manual_seed(0)
    plain = nn.Conv2d(**form).to(dtype).requires_grad_(False)
    plain.to(memory_format=torch.channels_last)
    ours = copy.deepcopy(plain)
    ours.__class__ = PackedConv
    assert isinstance(ours, PackedConv)
    return plain, ours


def passed(conv: nn.Conv2d, x: Tensor, units: int | None = None) -> tuple[Tensor, Tensor]:
    """The answer, and the gradient by `x` where something comes back from the first `units` alone."""
    leaf = x.clone(memory_format=torch.preserve_format).requires_grad_()
    answer = conv(leaf)
    start = torch.randn(answer.shape, generator=torch.Generator().manual_seed(1)).to(answer)
    if units is not None:
        start[:, units:] = 0
    return answer.detach(), torch.autograd.grad(answer, leaf, start)[0]


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
@pytest.mark.parametrize("form", FORMS)
def test_answers_and_gradients_are_those_of_the_plain_convolution(form: str, dtype: torch.dtype) -> None:
    how, size = FORMS[form]
    plain, ours = pair(how, dtype)
    near = 1e-5 if dtype == torch.float32 else 2e-2
    for layout in (torch.contiguous_format, torch.channels_last):
        x = torch.randn(2, how["in_channels"], *size, generator=torch.Generator().manual_seed(2)).to(dtype)
        x = x.contiguous(memory_format=layout)
        for units in (None, 2, 0):
            for one, other in zip(passed(ours, x, units), passed(plain, x, units), strict=True):
                assert one.shape == other.shape
                assert (one - other).abs().max() <= near * other.abs().max()


@pytest.mark.parametrize("size", [(48, 47), (46, 48)])
def test_a_heavy_convolution_takes_half_of_the_multiplications(size: tuple[int, int]) -> None:
    """And answers a tensor of its own, which a rectifier may overwrite."""
    plain, ours = pair(FORMS["heavy"][0], torch.float32)
    x = torch.randn(1, 64, *size, requires_grad=True)
    answer = ours(x).relu_()
    (gradient,) = torch.autograd.grad(answer.square().sum(), x)
    (expected,) = torch.autograd.grad(plain(x).relu_().square().sum(), x)
    assert {type(ours.kept[0]._forward), type(ours.kept[0]._backward)} == {Winograd}
    assert (answer - plain(x).relu()).abs().max() <= 1e-5 * answer.max()
    assert (gradient - expected).abs().max() <= 1e-5 * expected.abs().max()


@pytest.mark.parametrize("size", [(24, 28), (22, 27), (22, 28), (24, 27)])
def test_one_of_many_channels_takes_a_quarter_of_them(size: tuple[int, int]) -> None:
    plain, ours = pair(
        {"in_channels": 160, "out_channels": 176, "kernel_size": 3, "padding": 1}, torch.float32
    )
    x = torch.randn(1, 160, *size, requires_grad=True)
    answer = ours(x).relu_()
    (gradient,) = torch.autograd.grad(answer.square().sum(), x)
    (expected,) = torch.autograd.grad(plain(x).relu_().square().sum(), x)
    assert {type(ours.kept[0]._forward), type(ours.kept[0]._backward)} == {WinogradTiles}
    assert answer.is_contiguous(memory_format=torch.channels_last)
    assert (answer - plain(x).relu()).abs().max() <= 3e-5 * answer.max()
    assert (gradient - expected).abs().max() <= 3e-5 * expected.abs().max()


def test_a_gradient_of_few_units_is_computed_from_those_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    _, ours = pair(FORMS["wide"][0], torch.float32)
    x = torch.randn(1, 128, 6, 5)
    asked: list[int] = []
    some = packed.Packed._of_units

    def noting(self: packed.Packed, g: Tensor, units: Tensor) -> Tensor:
        asked.append(len(units))
        return some(self, g, units)

    monkeypatch.setattr(packed.Packed, "_of_units", noting)
    for units in (None, 3, 0):
        passed(ours, x, units)
    assert asked == [3, 0]


def test_what_is_packed_does_not_grow_with_the_shapes_met() -> None:
    _, ours = pair(FORMS["usual"][0], torch.float32)
    for size in range(8, 16):
        ours(torch.randn(1, 16, size, size))
    assert [one.shape[-1] for one in ours.kept] == [15, 14]


def test_weights_that_learn_learn() -> None:
    plain, ours = pair(FORMS["usual"][0], torch.float32)
    x = torch.randn(1, 16, 8, 8)
    for conv in (plain, ours):
        conv.requires_grad_()
        conv(x).square().sum().backward()
    assert plain.weight.grad is not None
    assert ours.weight.grad is not None
    torch.testing.assert_close(ours.weight.grad, plain.weight.grad)


def test_a_second_derivative_is_refused_rather_than_wrong() -> None:
    _, ours = pair(FORMS["usual"][0], torch.float32)
    x = torch.randn(1, 16, 8, 8, requires_grad=True)
    (slope,) = torch.autograd.grad(ours(x).square().sum(), x, create_graph=True)
    with pytest.raises(RuntimeError, match="once_differentiable"):
        slope.sum().backward()
