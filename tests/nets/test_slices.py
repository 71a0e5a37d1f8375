"""Work in slices: it stands still between functions, leaks nothing, and gives what it gives at once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from functools import partial
from typing import Any

import pytest
import torch
from torch import Tensor

from deepvis_app.nets import capture
from deepvis_app.nets.network import Network
from deepvis_app.nets.rules import Rectifiers
from deepvis_app.nets.slices import sliced, working_time
from tests import networks


def all_of(steps: Generator[Any, None, Any]) -> tuple[int, Any]:
    """How often it stood still, and what came of it."""
    count = 0
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return count, end.value
        count += 1
        assert torch._C._len_torch_function_stack() == 0
        assert torch.is_grad_enabled()
        assert not torch.is_inference_mode_enabled()


def scores(network: Network, image: Tensor) -> Tensor:
    with torch.inference_mode():
        return network.module(image.clone())  # type: ignore[no-any-return]


def guided(network: Network, image: Tensor) -> Tensor:
    image = image.clone().requires_grad_()
    with torch.enable_grad(), Rectifiers("guided"):
        best = network.module(image.clone()).max()
        return torch.autograd.grad(best, image)[0]


def captured(network: Network, image: Tensor) -> Tensor:
    with torch.no_grad():
        return capture.forward(network, image.clone(), ["conv2a"]).maps["conv2a"]


@pytest.mark.parametrize("work", [scores, guided, captured])
def test_it_gives_the_same_to_the_bit(work: Callable[[Network, Tensor], Tensor]) -> None:
    network, image = networks.plain(), networks.picture()
    expected = work(network, image)
    before = network.fingerprint()
    count, found = all_of(sliced(partial(work, network, image), None, seconds=0.0))
    assert torch.equal(found, expected)
    assert count >= 8, "after each function"
    assert network.fingerprint() == before


def test_backward_passes_stand_still_on_the_way() -> None:
    network, image = networks.plain(), networks.picture().requires_grad_()
    forward = all_of(sliced(lambda: network.module(image.clone()).max(), None, seconds=0.0))[0]

    def both() -> Tensor:
        return torch.autograd.grad(network.module(image.clone()).max(), image)[0]

    assert all_of(sliced(both, None, seconds=0.0))[0] >= forward + 8


def test_a_graph_outlives_the_work_that_made_it() -> None:
    network, image = networks.plain(), networks.picture().requires_grad_()
    best = all_of(sliced(lambda: network.module(image.clone()).max(), None, seconds=0.0))[1]
    expected = torch.autograd.grad(network.module(image.clone()).max(), image)[0]
    assert torch.equal(torch.autograd.grad(best, image)[0], expected)


def test_short_work_does_not_stand_still() -> None:
    assert all_of(sliced(lambda: torch.ones(3).sum(), "between")) == (0, torch.tensor(3.0))


def test_what_it_raises_is_raised() -> None:
    def fail() -> None:
        torch.ones(1)
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        all_of(sliced(fail, None, seconds=0.0))
    assert "slices" not in [thread.name for thread in threading.enumerate()]


def test_closing_ends_it_where_it_stands() -> None:
    done: list[str] = []

    def work() -> None:
        try:
            with torch.no_grad():
                torch.ones(1)
                torch.ones(1)
                done.append("all")
        finally:
            torch.ones(1)
            done.append("cleared up")

    steps = sliced(work, None, seconds=0.0)
    next(steps)
    steps.close()
    assert done == ["cleared up"]
    assert "slices" not in [thread.name for thread in threading.enumerate()]


def test_hooks_of_a_network_apart_are_its_own() -> None:
    network, image = networks.plain(), networks.picture()
    apart = network.apart()
    before, hooks = network.fingerprint(), 0
    steps = sliced(partial(captured, apart, image), None, seconds=0.0)
    for _ in steps:
        assert network.fingerprint() == before
        hooks += apart.module.get_submodule("conv2a")._forward_hooks != {}
    assert hooks, "it was listened to while it stood still"
    shared = zip(apart.module.parameters(), network.module.parameters(), strict=True)
    assert all(one is other for one, other in shared)
    assert apart.layers is network.layers


def test_the_clock_of_work_stands_still_with_it() -> None:
    def work() -> float:
        begin = working_time()
        for _ in range(3):
            torch.ones(1)
        return working_time() - begin

    steps = sliced(work, None, seconds=0.0)
    next(steps)
    threading.Event().wait(0.3)
    assert 0 <= all_of(steps)[1] < 0.25
