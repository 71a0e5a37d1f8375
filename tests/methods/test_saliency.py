"""Saliency and SmoothGrad are captum's, or the formula's where captum has none."""

from __future__ import annotations

import copy

import pytest
import torch
from captum import attr
from torch import Tensor

from deepvis_app.methods import Target
from deepvis_app.methods.backward import gradient
from deepvis_app.methods.params import SaliencyParams, SmoothGradParams
from deepvis_app.methods.partial import outcome, parts
from deepvis_app.methods.saliency import saliency
from deepvis_app.methods.smoothgrad import noise, smoothgrad
from tests import networks
from tests.methods.peers import NAMES, close, some

pytestmark = pytest.mark.filterwarnings("ignore:Setting (forward|backward)")  # captum, of its hooks


@pytest.mark.parametrize("name", NAMES)
def test_saliency_is_captums(name: str) -> None:
    network, image = some(name)
    theirs = attr.Saliency(copy.deepcopy(network.module)).attribute(image.clone().requires_grad_(), target=3)
    close(saliency(network, image, Target(3), None), theirs[0].amax(0))


@pytest.mark.parametrize("name", NAMES)
def test_gradient_times_input_is_captums(name: str) -> None:
    network, image = some(name)
    captum = attr.InputXGradient(copy.deepcopy(network.module))
    theirs = captum.attribute(image.clone().requires_grad_(), target=3).detach()
    close(saliency(network, image, Target(3), None, SaliencyParams("times_input")), theirs[0].sum(0))


def test_signed_saliency_is_saliency_with_the_sign_of_its_channel() -> None:
    network, image = networks.plain(), networks.picture()
    signed = saliency(network, image, None, None, SaliencyParams("signed"))
    slopes = gradient(network, image, None, None)
    assert torch.equal(signed.abs(), saliency(network, image, None, None))
    assert bool((signed[None] == slopes).any(0).all())
    assert bool((signed < 0).any())


@pytest.mark.parametrize("name", NAMES)
def test_smoothgrad_is_captums_with_the_same_noise(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    network, image = some(name)
    draws = noise(image, 6, torch.Generator().manual_seed(4))
    monkeypatch.setattr(torch, "normal", lambda mean, std: draws * std)
    tunnel = attr.NoiseTunnel(attr.Saliency(copy.deepcopy(network.module)))
    deviation = 0.2 * float(image.max() - image.min())
    theirs = tunnel.attribute(
        image.clone().requires_grad_(), nt_samples=6, stdevs=deviation, target=3, abs=False
    )
    ours = outcome(smoothgrad(network, image, Target(3), None, SmoothGradParams(6, 20.0, seed=4))).result
    close(ours, theirs.detach()[0].abs().amax(0))


def test_without_noise_smoothgrad_is_saliency() -> None:
    network, image = networks.plain(), networks.picture()
    ours = outcome(smoothgrad(network, image, None, None, SmoothGradParams(3, 0.0))).result
    close(ours, saliency(network, image, None, None))


def test_smoothgrad_shows_the_mean_so_far() -> None:
    network, image = networks.plain(), networks.picture()
    steps = list(parts(smoothgrad(network, image, Target(1), None, SmoothGradParams(10))))
    assert [step.done for step in steps] == [0.4, 0.8, 1.0]
    first = outcome(smoothgrad(network, image, Target(1), None, SmoothGradParams(4))).result
    assert torch.equal(steps[0].result, first)


def test_each_seed_has_its_noise() -> None:
    network, image = networks.plain(), networks.picture()

    def by(seed: int) -> Tensor:
        return outcome(smoothgrad(network, image, None, None, SmoothGradParams(3, seed=seed))).result

    assert torch.equal(by(1), by(1))
    assert not torch.equal(by(1), by(2))


def test_the_target_is_settled_without_noise() -> None:
    network, image = networks.plain(), networks.picture()
    winner = int(network.module(image).argmax())
    params = SmoothGradParams(5, 100.0)
    named, unnamed = (
        outcome(smoothgrad(network, image, target, None, params)).result for target in (Target(winner), None)
    )
    assert torch.equal(named, unnamed)


def test_a_picture_of_one_colour_has_its_saliency() -> None:
    network, image = networks.plain(), torch.zeros(1, 3, 16, 16)
    close(outcome(smoothgrad(network, image, None, None)).result, saliency(network, image, None, None))
