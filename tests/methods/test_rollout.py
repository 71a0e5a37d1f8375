"""Attention rollout against its formula, with the attentions computed from the weights by hand."""

from __future__ import annotations

import math

import pytest
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from deepvis_app.errors import UsageError
from deepvis_app.methods import Target
from deepvis_app.methods.cam import grad_cam
from deepvis_app.methods.map_layer import default_layer
from deepvis_app.methods.rollout import Attentions, attention_rollout
from tests import networks
from tests.nets.test_layers import vision_transformer

HEADS = 2


def attention(module: nn.MultiheadAttention, x: Tensor) -> Tensor:
    """softmax(Q K' / sqrt(d)) of tokens x (T, C), the mean of the heads: (T, T)."""
    q, k, _ = F.linear(x, module.in_proj_weight, module.in_proj_bias).chunk(3, -1)
    width = x.shape[-1] // HEADS
    heads = [slice(n * width, (n + 1) * width) for n in range(HEADS)]
    scores = [(q[:, head] @ k[:, head].T / math.sqrt(width)).softmax(-1) for head in heads]
    return torch.stack(scores).mean(0)


def expected_shares(module: nn.Module, image: Tensor) -> Tensor:
    flow = torch.eye(17)
    attentions: list[Tensor] = []
    handles = [
        block.self_attention.register_forward_pre_hook(
            lambda m, args: attentions.append(attention(m, args[0][0]))
        )
        for block in module.encoder.layers
    ]
    module(image)
    for handle in handles:
        handle.remove()
    for each in attentions:
        mixed = 0.5 * each + 0.5 * torch.eye(17)
        flow = mixed / mixed.sum(-1, keepdim=True) @ flow
    return flow[0, 1:].reshape(4, 4)


def test_the_class_token_is_followed_to_the_patches() -> None:
    network, image = networks.wrap(vision_transformer()), networks.picture()
    shares = expected_shares(network.module, image)
    expected = F.interpolate(shares[None, None], (16, 16), mode="bilinear", align_corners=False)[0, 0]
    ours = attention_rollout(network, image, None, None)
    torch.testing.assert_close(ours, expected, rtol=1e-5, atol=1e-7)
    assert ours.dtype == torch.float32
    assert bool((ours >= 0).all())


class Direct(nn.Module):
    """A transformer without a class token, which calls the attention function itself."""

    def __init__(self, windows: int = 1) -> None:
        super().__init__()
        torch.manual_seed(0)
        self.patch = nn.Conv2d(3, 8, 4, 4)
        self.qkv = nn.Linear(8, 24)
        self.norm = nn.LayerNorm(8)
        self.head = nn.Linear(8, 5)
        self.windows = windows

    def forward(self, x: Tensor) -> Tensor:
        tokens = self.patch(x).flatten(2).transpose(1, 2)
        q, k, v = (each.reshape(self.windows, 1, -1, 8) for each in self.qkv(tokens).chunk(3, -1))
        mixed = F.scaled_dot_product_attention(q, k, v).reshape(1, -1, 8)
        return self.head(self.norm(tokens + mixed).mean(1))


def test_attention_by_function_counts_too_and_without_a_class_token_all_are_asked() -> None:
    network, image = networks.wrap(Direct()), networks.picture()
    tokens = network.module.patch(image).flatten(2).transpose(1, 2)[0]
    q, k, _ = network.module.qkv(tokens).chunk(3, -1)
    weights = (q @ k.T / math.sqrt(8)).softmax(-1)
    shares = ((weights + torch.eye(16)) / 2).mean(0).reshape(1, 1, 4, 4)
    expected = F.interpolate(shares, (16, 16), mode="bilinear", align_corners=False)[0, 0]
    torch.testing.assert_close(attention_rollout(network, image, None, None), expected, rtol=1e-5, atol=1e-7)


@pytest.mark.parametrize("masked", ["bool", "added", "causal", "grouped"])
def test_weights_are_those_that_torch_multiplies_by(masked: str) -> None:
    torch.manual_seed(0)
    q, k = torch.randn(1, 4, 6, 8), torch.randn(1, 2 if masked == "grouped" else 4, 6, 8)
    allowed = torch.rand(6, 6) > 0.3
    options: dict[str, object] = {
        "bool": {"attn_mask": allowed | torch.eye(6, dtype=torch.bool)},
        "added": {"attn_mask": torch.randn(6, 6), "scale": 0.3},
        "causal": {"is_causal": True},
        "grouped": {"enable_gqa": True},
    }[masked]
    value = torch.eye(6).expand(1, k.shape[1], 6, 6)  # so that the answer is the weights
    with Attentions() as attentions:
        answer = F.scaled_dot_product_attention(q, k, value, **options)
    torch.testing.assert_close(attentions.weights[0], answer[0].mean(0))


def test_asking_for_the_weights_changes_no_answer() -> None:
    network, image = networks.wrap(vision_transformer()), networks.picture()
    plain = network.module(image)
    with Attentions():
        seen = network.module(image)
    torch.testing.assert_close(seen, plain)
    module = nn.MultiheadAttention(8, 2, batch_first=True).eval()
    tokens = torch.randn(1, 5, 8)
    for need in (True, False):
        for mean in (True, False):
            expected = module(tokens, tokens, tokens, need_weights=need, average_attn_weights=mean)
            with Attentions():
                ours = module(tokens, tokens, tokens, need_weights=need, average_attn_weights=mean)
            torch.testing.assert_close(ours, expected)


@pytest.mark.parametrize("name", ["plain", "windows", "swin_t"])
def test_without_attention_over_the_whole_picture_it_has_no_meaning(name: str) -> None:
    network = {
        "plain": networks.plain,
        "windows": lambda: networks.wrap(Direct(windows=4)),
        "swin_t": lambda: networks.family("swin_t", 64),
    }[name]()
    with pytest.raises(UsageError, match="use grad_cam here"):
        attention_rollout(network, networks.picture(network.preprocessing.height), None, None)


def test_grad_cam_of_a_transformer_is_taken_before_its_last_attention() -> None:
    network, image = networks.wrap(vision_transformer()), networks.picture()
    layer, why = default_layer(network)
    assert layer == "encoder.layers.encoder_layer_1.ln_1"
    assert "only the class token still counts" in str(why)
    network.module.heads.head.weight.data.normal_(generator=torch.Generator().manual_seed(0))  # zero at first
    after = [grad_cam(network, image, Target(index), "encoder.layers.encoder_layer_1") for index in range(5)]
    before = [grad_cam(network, image, Target(index), None) for index in range(5)]
    assert not any(bool(heat.any()) for heat in after)  # which is why
    assert any(bool(heat.any()) for heat in before)
