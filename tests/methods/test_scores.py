"""A score is the same for a picture alone and among others, and names what it is of once."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from deepvis_app.errors import OutOfRangeError, RunError, UsageError
from deepvis_app.methods import Target
from deepvis_app.methods.backward import gradient
from deepvis_app.methods.scores import class_of, gradients, score, settled
from tests import networks
from tests.nets.test_layers import vision_transformer

ASKED = {
    "winner": (None, None),
    "class": (Target(3), None),
    "largest": (Target(unit=1), "conv2a"),
    "everywhere": (Target(unit=1, neuron="all"), "conv2a"),
    "neuron": (Target(unit=1, neuron=(2, 3)), "conv2a"),
    "vector": (Target(unit=2), "classifier"),
}


@pytest.mark.parametrize("name", ASKED)
def test_each_picture_of_a_batch_has_its_own_score_and_gradient(name: str) -> None:
    target, layer = ASKED[name]
    network, image = networks.plain(), networks.picture()
    settled_target = settled(network, image, target, layer)
    answer = score(network, image, target, layer)
    batch = torch.cat([image, networks.picture(seed=2), networks.picture(seed=3)])
    values, slopes = gradients(answer, batch)
    assert values.shape == (3,)
    for index in range(3):
        alone = batch[index : index + 1]
        torch.testing.assert_close(values[index], answer(alone)[0])
        expected = gradient(network, alone, settled_target, layer)
        torch.testing.assert_close(slopes[index], expected, rtol=1e-4, atol=1e-6)


def test_tokens_have_scores_too() -> None:
    network, layer = networks.wrap(vision_transformer()), "encoder.layers.encoder_layer_0"
    image = networks.picture()
    answer = score(network, image, Target(unit=5, neuron=(2, 3)), layer)
    expected = gradient(network, image, Target(unit=5, neuron=(2, 3)), layer)
    torch.testing.assert_close(gradients(answer, image)[1][0], expected)


def test_the_winner_is_settled_for_the_first_picture() -> None:
    network, image = networks.plain(), networks.picture()
    winner = int(network.module(image).argmax())
    assert settled(network, image, None, None) == Target(winner)
    assert class_of(network, image, None) == winner
    other = 5 * networks.picture(seed=7)
    torch.testing.assert_close(score(network, image, None, None)(other)[0], network.module(other)[0, winner])


def test_what_cannot_be_a_target_is_said() -> None:
    network, image = networks.plain(), networks.picture()
    for target, layer, error in (
        (Target(5), None, OutOfRangeError),
        (Target(unit=1), None, UsageError),
        (None, "conv2a", UsageError),
        (Target(unit=6), "conv2a", OutOfRangeError),
        (Target(unit=0, neuron=(8, 0)), "conv2a", OutOfRangeError),
    ):
        with pytest.raises(error):
            score(network, image, target, layer)
    with pytest.raises(RunError, match="no class scores"):
        score(networks.wrap(nn.Sequential(nn.Conv2d(3, 4, 3))), image, None, None)
