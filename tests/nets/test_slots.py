"""Slot attention against its formula, written out number by number."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from torch import Tensor

from deepvis_app.nets.slots import ROUNDS, WIDTH, SlotAttention, positions


def slots(sign: int = 1, channels: int = 5, classes: int = 3) -> SlotAttention:
    torch.manual_seed(0)
    return SlotAttention(channels, classes, sign, unit=1.7).double()


def maps(seed: int = 0) -> Tensor:
    generator = torch.Generator().manual_seed(seed)
    return torch.randn(2, 5, 3, 4, generator=generator, dtype=torch.float64).relu()


def sigmoid(values: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-values))


def by_hand(module: SlotAttention, m: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Scores (classes,) and attention (classes, h, w) of one picture's maps (C, h, w), in numpy."""
    weights = {name: value.numpy() for name, value in module.state_dict().items()}

    def layers(name: str, x: np.ndarray) -> np.ndarray:
        for number in (0, 2, 4):
            x = x @ weights[f"{name}.{number}.weight"].T + weights[f"{name}.{number}.bias"]
            x = np.maximum(x, 0) if number < 4 else x
        return x

    places = m.reshape(len(m), -1).T / 1.7
    squeeze = weights["squeeze.weight"][:, :, 0, 0]
    f = np.maximum(places @ squeeze.T + weights["squeeze.bias"], 0)
    keys = layers("keys", f + where(*m.shape[1:]))
    s = weights["slots"]
    for turn in range(ROUNDS):
        attention = sigmoid(layers("queries", s) @ keys.T / math.sqrt(WIDTH))
        u = attention @ f / WIDTH
        if turn < ROUNDS - 1:
            s = gru(weights, u, s)
    return module.sign * u.sum(1), attention.reshape(-1, *m.shape[1:])


def gru(weights: dict[str, np.ndarray], x: np.ndarray, h: np.ndarray) -> np.ndarray:
    """Cho et al. 2014, in the order of torch: reset, update, new."""
    i = np.split(x @ weights["gru.weight_ih"].T + weights["gru.bias_ih"], 3, axis=1)
    j = np.split(h @ weights["gru.weight_hh"].T + weights["gru.bias_hh"], 3, axis=1)
    reset, update = sigmoid(i[0] + j[0]), sigmoid(i[1] + j[1])
    return (1 - update) * np.tanh(i[2] + reset * j[2]) + update * h


def where(height: int, width: int) -> np.ndarray:
    half = WIDTH // 2
    codes = np.zeros((height, width, WIDTH))
    for y in range(height):
        for x in range(width):
            for part, share in ((0, (y + 1) / height), (half, (x + 1) / width)):
                for j in range(half):
                    angle = 2 * math.pi * share / 10000 ** (2 * (j // 2) / half)
                    codes[y, x, part + j] = math.cos(angle) if j % 2 else math.sin(angle)
    return codes.reshape(-1, WIDTH)


@pytest.mark.parametrize("sign", [1, -1])
def test_scores_and_attention_are_the_formula(sign: int) -> None:
    module, given = slots(sign), maps()
    scores, attention = module(given)
    for number in range(len(given)):
        expected, seen = by_hand(module, given[number].numpy())
        np.testing.assert_allclose(scores[number].detach().numpy(), expected, rtol=1e-5)
        np.testing.assert_allclose(attention[number].detach().numpy(), seen, rtol=1e-5)


def test_gradients_are_those_of_the_formula() -> None:
    module, given = slots(channels=2, classes=2), maps()[:1, :2]
    state = {name: value for name, value in module.state_dict().items() if name != "squeeze.bias"}

    def loss(bias: Tensor, slot: Tensor) -> Tensor:
        changed = {**state, "squeeze.bias": bias, "slots": slot}
        scores, attention = torch.func.functional_call(module, changed, (given,))
        return scores.square().sum() + attention.mean()

    some = (module.squeeze.bias.detach().clone(), module.slots.detach().clone())
    assert torch.autograd.gradcheck(loss, tuple(each.requires_grad_() for each in some), fast_mode=True)


def test_what_is_gathered_is_the_score() -> None:
    module, given = slots(), maps()
    scores, attention = module(given)
    worth = module.features(given).mean(2).reshape(2, 1, 3, 4)
    torch.testing.assert_close((attention * worth).sum((2, 3)), scores)


def test_positions_are_shares_of_the_whole() -> None:
    np.testing.assert_allclose(positions(3, 5, WIDTH).numpy(), where(3, 5), atol=1e-5)
    fine, coarse = (positions(size, size, WIDTH).view(size, size, WIDTH) for size in (8, 4))
    torch.testing.assert_close(fine[1::2, 1::2], coarse)
