"""Steps upward, against their formulas."""

from __future__ import annotations

import math

import numpy as np
import torch

from deepvis_app.methods.synthesis.updates import Adam, ByMean


def test_adam_is_the_paper_s() -> None:
    """Kingma & Ba 2014, algorithm 1, in double precision."""
    values = torch.randn(2, 3)
    slopes = [torch.randn(2, 3) * 10.0**power for power in (0, -3, 2, 0, 1)]
    expected, mean, square = values.double().numpy().copy(), np.zeros((2, 3)), np.zeros((2, 3))
    update = Adam(0.1)
    for step, slope in enumerate(slopes, 1):
        update([values], [slope])
        g = slope.double().numpy()
        mean, square = 0.9 * mean + 0.1 * g, 0.999 * square + 0.001 * g**2
        expected += 0.1 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
        np.testing.assert_allclose(values.numpy(), expected, rtol=1e-4, atol=1e-5)


def test_a_falling_rate_ends_at_nothing() -> None:
    values, update = torch.zeros(1), Adam(0.1, falling=10)
    moved = []
    for _ in range(11):
        before = float(values)
        update([values], [torch.ones(1)])
        moved.append(float(values) - before)
    expected = [0.05 * (1 + math.cos(math.pi * min(step, 10) / 10)) for step in range(11)]
    np.testing.assert_allclose(moved, expected, atol=1e-6)


def test_a_step_by_the_mean_is_so_many_pixel_values() -> None:
    values = torch.zeros(2, 3, 4, 4)
    slopes = torch.randn(2, 3, 4, 4) * torch.tensor([1e-6, 1e3]).view(2, 1, 1, 1)
    ByMean(0.02)([values], [slopes])
    for moved, slope in zip(values, slopes, strict=True):
        assert abs(float(moved.abs().mean()) - 0.02) < 1e-6
        torch.testing.assert_close(moved, 0.02 * slope / slope.abs().mean())
    still = torch.ones(1, 1, 2, 2)
    ByMean(0.02)([still], [torch.zeros(1, 1, 2, 2)])
    assert torch.equal(still, torch.ones(1, 1, 2, 2))
