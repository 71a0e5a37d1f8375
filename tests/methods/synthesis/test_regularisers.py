"""Terms and tidying, against sums written out by hand."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from deepvis_app.methods.baselines import blurred
from deepvis_app.methods.synthesis import regularisers
from deepvis_app.methods.synthesis_params import PRESETS, MaximiseParams, Tidying

PICTURE = torch.tensor([[[[1.0, 2.0, 4.0], [0.0, 2.0, 1.0], [3.0, 3.0, -1.0]]]])


def by_hand(beta: float) -> float:
    values = PICTURE[0, 0].numpy()
    total = 0.0
    for y in range(3):
        for x in range(3):
            right = values[y, x + 1] - values[y, x] if x < 2 else 0
            below = values[y + 1, x] - values[y, x] if y < 2 else 0
            total += (right**2 + below**2) ** (beta / 2)
    return float(total)


@pytest.mark.parametrize("beta", [1.0, 1.5, 2.0, 3.0])
def test_total_variation(beta: float) -> None:
    both = torch.cat([PICTURE, 2 * PICTURE])
    found = regularisers.total_variation(both, beta)
    assert found.tolist() == pytest.approx([by_hand(beta), 2**beta * by_hand(beta)], rel=1e-3)
    flat = torch.ones(1, 1, 3, 3, requires_grad=True)
    regularisers.total_variation(flat, beta).sum().backward()
    assert flat.grad is not None
    assert bool(flat.grad.isfinite().all())


def test_norms() -> None:
    assert float(regularisers.l2(PICTURE)) == 1 + 4 + 16 + 0 + 4 + 1 + 9 + 9 + 1
    assert float(regularisers.alpha_norm(PICTURE, 3)) == 1 + 8 + 64 + 0 + 8 + 1 + 27 + 27 + 1


def test_gradients_of_the_terms() -> None:
    pictures = torch.randn(2, 3, 4, 5, dtype=torch.float64, requires_grad=True)
    for term in (regularisers.l2, regularisers.alpha_norm, regularisers.total_variation):
        assert torch.autograd.gradcheck(term, pictures)
    assert torch.autograd.gradcheck(lambda one: regularisers.total_variation(one, 1.5), pictures)


def test_small_pixels_are_clipped() -> None:
    pictures = torch.zeros(1, 3, 2, 2)
    pictures[0, :, 0, 0] = torch.tensor([3.0, 4.0, 0.0])  # norm 5
    pictures[0, 0] += torch.tensor([[0.0, 1.0], [2.0, 7.0]])
    clipped = regularisers.without_small_norms(pictures, 50)
    assert torch.equal(clipped[0, :, 0, 1], torch.zeros(3))
    assert torch.equal(clipped[0, :, 1, 0], torch.zeros(3))
    assert torch.equal(clipped[0, :, 0, 0], pictures[0, :, 0, 0])
    assert torch.equal(clipped[0, :, 1, 1], pictures[0, :, 1, 1])
    gradients = torch.zeros_like(pictures)
    gradients[0, 0] = torch.tensor([[0.1, -9.0], [0.1, 0.1]])  # times the values: 0.3, -9, 0.2, 0.7
    clipped = regularisers.without_small_contributions(pictures, gradients, 50)
    assert (clipped[0].abs().sum(0) > 0).tolist() == [[False, True], [False, True]]


def test_tidying_is_all_of_it_in_order() -> None:
    pictures, gradients = torch.randn(1, 3, 8, 8), torch.randn(1, 3, 8, 8)
    how = Tidying(decay=0.1, blur=0.8, blur_every=3, small_norms=20, small_contributions=30)
    expected = regularisers.without_small_norms(pictures * 0.9, 20)
    expected = regularisers.without_small_contributions(expected, gradients, 30)
    assert torch.equal(regularisers.tidied(pictures, gradients, how, 0), expected)
    smooth = regularisers.without_small_norms(blurred(pictures * 0.9, 0.8), 20)
    smooth = regularisers.without_small_contributions(smooth, gradients, 30)
    assert torch.equal(regularisers.tidied(pictures, gradients, how, 2), smooth)


def test_the_presets_are_the_paper_s() -> None:
    """Yosinski et al. 2015, table 1: decay, blur width, blur every, norm and contribution percentiles."""
    table = {
        "yosinski1": (0, 0.5, 4, 50, 0),
        "yosinski2": (0.3, 0, 0, 20, 0),
        "yosinski3": (0.0001, 1.0, 4, 0, 0),
        "yosinski4": (0, 0.5, 4, 0, 90),
    }
    for way, (decay, width, every, norms, contributions) in table.items():
        how = PRESETS[way]  # type: ignore[index]
        assert (how.decay, how.blur, how.small_norms, how.small_contributions) == (
            decay,
            width,
            norms,
            contributions,
        )
        assert not every or how.blur_every == every


def test_what_is_said_overrides_the_preset() -> None:
    how = MaximiseParams(way="yosinski4", blur=0.0, decay=0.5).tidying
    assert how == Tidying(decay=0.5, blur=0.0, small_contributions=90)
    assert MaximiseParams().tidying == Tidying()


def test_a_blur_keeps_the_mean_of_the_middle() -> None:
    point = torch.zeros(1, 1, 15, 15)
    point[0, 0, 7, 7] = 1
    smooth = blurred(point, 1.0)[0, 0].numpy()
    places = np.arange(15) - 7
    assert smooth.sum() == pytest.approx(1, abs=1e-5)
    assert (smooth * places[:, None] ** 2).sum() == pytest.approx(1.0, rel=0.03)  # the variance
