"""Backward passes by the rows that count, against the whole product."""

from __future__ import annotations

import pytest
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from deepvis_app.nets.sparse import SparseLinears


def head(dtype: torch.dtype = torch.float32, bias: bool = True) -> nn.Module:
    torch.manual_seed(0)
    layers = [nn.Linear(40, 30, bias), nn.ReLU(), nn.Linear(30, 20, bias), nn.ReLU(), nn.Linear(20, 5, bias)]
    return nn.Sequential(*layers).to(dtype).requires_grad_(False)


def gradient(module: nn.Module, x: Tensor, index: int = 2) -> Tensor:
    x = x.clone().requires_grad_()
    return torch.autograd.grad(module(x)[0, index], x)[0]


@pytest.mark.parametrize("bias", [True, False])
def test_the_gradient_is_that_of_the_whole_product(bias: bool) -> None:
    module, x = head(bias=bias), torch.randn(1, 40)
    with SparseLinears():
        ours = gradient(module, x)
    torch.testing.assert_close(ours, gradient(module, x), rtol=1e-5, atol=1e-7)


def test_in_bf16_too() -> None:
    module, x = head(torch.bfloat16), torch.randn(1, 40, dtype=torch.bfloat16)
    with SparseLinears():
        ours = gradient(module, x)
    assert ours.dtype == torch.bfloat16
    torch.testing.assert_close(ours, gradient(module, x), rtol=0.05, atol=1e-3)


def test_where_nothing_counts_the_gradient_is_zero() -> None:
    module = head()
    module[2].bias.fill_(-100)
    with SparseLinears():
        assert torch.equal(gradient(module, torch.randn(1, 40)), torch.zeros(1, 40))


def test_names_for_arguments_and_several_passes_are_allowed() -> None:
    weight, x = torch.randn(4, 6), torch.randn(1, 6, requires_grad=True)
    with SparseLinears():
        y = F.linear(input=x, weight=weight, bias=None)
    for unit in (0, 3):
        assert torch.equal(torch.autograd.grad(y[0, unit], x, retain_graph=True)[0][0], weight[unit])


@pytest.mark.parametrize("case", ["batch", "tokens", "trained", "no gradient"])
def test_all_else_is_torchs_own(case: str) -> None:
    weight = torch.randn(4, 6, requires_grad=case == "trained")
    shape = {"batch": (3, 6), "tokens": (1, 3, 6)}.get(case, (1, 6))
    x = torch.randn(shape, requires_grad=case != "no gradient")
    with SparseLinears():
        y = F.linear(x, weight)
    assert torch.equal(y, F.linear(x, weight))
    assert type(y.grad_fn).__name__ != "_LinearBackward"
