"""L-BFGS against the dense update that it stands for, and against plain ascent."""

from __future__ import annotations

import torch
from torch import Tensor

from deepvis_app.methods.synthesis.lbfgs import Lbfgs


def hill(seed: int = 0) -> tuple[Tensor, Tensor]:
    """-x A x / 2 + b x, with A positive definite."""
    numbers = torch.Generator().manual_seed(seed)
    mixing = torch.randn(6, 6, generator=numbers, dtype=torch.float64)
    return mixing @ mixing.T + 0.1 * torch.eye(6, dtype=torch.float64), torch.randn(
        6, generator=numbers, dtype=torch.float64
    )


def test_each_step_is_that_of_the_dense_inverse() -> None:
    curvature, slope = hill()
    x = torch.zeros(6, dtype=torch.float64)
    update, steps, changes = Lbfgs(first=0.1), [], []
    for _ in range(5):
        gradient = slope - curvature @ x
        before = x.clone()
        update([x], [gradient])
        if steps:
            dense = torch.eye(6, dtype=torch.float64) * (
                steps[-1] @ changes[-1] / (changes[-1] @ changes[-1])
            )
            for step, change in zip(steps, changes, strict=True):
                rho = 1 / (change @ step)
                left = torch.eye(6, dtype=torch.float64) - rho * torch.outer(step, change)
                dense = left @ dense @ left.T + rho * torch.outer(step, step)
            assert torch.allclose(x - before, dense @ gradient, rtol=1e-9)
        steps.append(x - before)
        changes.append(curvature @ steps[-1])


def test_it_reaches_the_top_over_several_tensors() -> None:
    curvature, slope = hill()
    parts = [torch.zeros(2, 2, dtype=torch.float64), torch.zeros(2, dtype=torch.float64)]
    update = Lbfgs()
    for _ in range(60):
        x = torch.cat([one.flatten() for one in parts])
        gradient = slope - curvature @ x
        update(parts, [gradient[:4].view(2, 2), gradient[4:]])
    x = torch.cat([one.flatten() for one in parts])
    assert torch.allclose(x, torch.linalg.solve(curvature, slope), rtol=1e-4)


def test_the_first_step_is_as_long_as_it_is_told() -> None:
    x = torch.zeros(3)
    Lbfgs(first=0.25)([x], [torch.tensor([1e-9, -2e-9, 0.0])])
    assert torch.allclose(x, torch.tensor([0.125, -0.25, 0.0]))


def test_a_top_stays_where_it_is() -> None:
    x = torch.ones(3)
    update = Lbfgs()
    for _ in range(3):
        update([x], [torch.zeros(3)])
    assert torch.equal(x, torch.ones(3))


def test_no_step_is_longer_than_it_is_told() -> None:
    """Even where two slopes that hardly differ speak of a far top."""
    x = torch.zeros(3)
    update = Lbfgs(first=0.25, most=0.5)
    for slope in (1.0, 0.999, 0.998):
        before = x.clone()
        update([x], [slope * torch.tensor([1.0, -2.0, 0.0])])
    torch.testing.assert_close(x - before, torch.tensor([0.25, -0.5, 0.0]))
