"""The loop: it climbs, stops where numbers end, and holds nothing while it waits."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor, nn

from deepvis_app.errors import RunError
from deepvis_app.methods.synthesis.loop import ascend
from deepvis_app.methods.synthesis.updates import ByMean

UP = ByMean(0.1)


def test_each_step_is_told_before_its_update_and_the_end_once_more() -> None:
    values = torch.zeros(1, 4)
    found = list(ascend([values], lambda: values * 1, lambda x: (x - 1).square().neg().sum(), UP, 5))
    assert [one.step for one in found] == [0, 1, 2, 3, 4, 5]
    assert [one.done for one in found] == [0, 0.2, 0.4, 0.6, 0.8, 1]
    for step, one in enumerate(found):
        torch.testing.assert_close(one.picture, torch.full((1, 4), 0.1 * step))
        assert one.value == pytest.approx(-4 * (1 - 0.1 * step) ** 2, rel=1e-4)


@pytest.mark.parametrize("mode", [torch.no_grad, torch.inference_mode, torch.enable_grad])
def test_between_steps_nothing_is_held(mode: type) -> None:
    values = torch.zeros(1, 4)
    steps = ascend([values], lambda: values * 1, lambda x: x.sum(), UP, 3)
    with mode():
        before = torch.is_grad_enabled(), torch.is_inference_mode_enabled()
        for reached in steps:
            assert (torch.is_grad_enabled(), torch.is_inference_mode_enabled()) == before
            assert not reached.picture.requires_grad
    assert reached.value == pytest.approx(1.2)


@pytest.mark.parametrize("bad", [float("nan"), float("inf")])
def test_a_step_that_is_no_number_ends_it_with_the_picture_before(bad: float) -> None:
    values = torch.zeros(1, 2)

    def gain(x: Tensor) -> Tensor:
        return x.sum() * (bad if float(x.detach().sum()) > 0.5 else 1.0)

    found = list(ascend([values], lambda: values * 1, gain, UP, 100))
    last = found[-1]
    assert last.done == 1
    assert "step 3" in str(last.stopped)
    assert torch.equal(last.picture, found[2].picture)
    assert last.value == pytest.approx(0.4)
    assert all(one.stopped is None for one in found[:-1])


def test_a_gradient_that_is_no_number_counts_too() -> None:
    values = torch.zeros(1, 2)
    with pytest.raises(RunError, match="first step"):
        list(ascend([values], lambda: values * 1, lambda x: x.abs().sqrt().sum(), UP, 3))


def test_what_does_not_depend_on_the_picture_is_refused() -> None:
    values = torch.zeros(1, 2)
    with pytest.raises(RunError, match="does not depend"):
        list(ascend([values], lambda: values * 1, lambda x: torch.ones(()), UP, 3))


def test_a_sleeping_rectifier_is_woken_by_itself_alone() -> None:
    """Rows 0 and 1 begin where no gradient passes; row 2 does not, and goes its own way."""
    values = torch.tensor([[-1.0], [-0.25], [0.5]])
    rectify = nn.ReLU()
    found = list(ascend([values], lambda: values * 1, lambda x: rectify(x).sum(), UP, 8))
    torch.testing.assert_close(found[-1].picture, torch.tensor([[-0.2], [0.55], [1.3]]))
    assert torch._C._len_torch_function_stack() == 0


def test_after_sees_each_step_and_its_gradients() -> None:
    values, seen = torch.zeros(1, 2), []

    def after(step: int, slopes: list[Tensor]) -> None:
        seen.append((step, float(slopes[0].sum())))
        values.mul_(0)

    found = list(ascend([values], lambda: values * 1, lambda x: 3 * x.sum(), UP, 3, after))  # type: ignore[arg-type]
    assert seen == [(0, 6.0), (1, 6.0), (2, 6.0)]
    assert found[-1].value == 0
