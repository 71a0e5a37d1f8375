"""Attention rollout: where a vision transformer's answer has looked, through all its layers."""

from __future__ import annotations

import inspect
import math
from collections.abc import Callable
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor
from torch.overrides import TorchFunctionMode

from deepvis_app.errors import UsageError
from deepvis_app.methods import Target
from deepvis_app.methods.cam import enlarged
from deepvis_app.nets.network import Network


def attention_rollout(
    network: Network, image: Tensor, target: Target | None, layer: str | None, params: object = None
) -> Tensor:
    """(H, W) float32 from 0: the share of each patch in the class token (Abnar & Zuidema 2020).

    The product over layers of (A + I) / 2, A a layer's attention, the mean of its heads; its row of the
    class token, or the mean of all rows where there is none, enlarged bilinearly. The same for all classes:
    `target` and `layer` play no part. Raises UsageError where no attention spans the whole picture.
    """
    attentions = Attentions()
    with torch.inference_mode(False), torch.no_grad():
        x = image.clone()
        with attentions:
            network.module(x)
        shares = rollout(network, attentions.weights)
        return enlarged(shares, x)


def rollout(network: Network, weights: list[Tensor]) -> Tensor:
    """(h, w) of attentions (T, T), first layer first. Raises UsageError."""
    tokens = {each.shape[-1] for each in weights}
    grids = [layer.shape[1:] for layer in network.layers if layer.layout == "tokens" and layer.drawable]
    if len(tokens) != 1 or not grids:
        raise UsageError(
            "{title} has no attention over the whole picture to follow: attention rollout is for vision "
            "transformers such as torchvision:vit_b_16; use grad_cam here.",
            title=network.title,
        )
    count = tokens.pop()
    flow = torch.eye(count, device=weights[0].device)
    for each in weights:
        flow = (each @ flow + flow) / 2
    height, width = grids[-1]
    extra = count - height * width
    answer = flow[0, extra:] if extra else flow.mean(0)
    return answer.reshape(height, width)


class Attentions(TorchFunctionMode):
    """While entered, keeps in `weights` each attention of a picture's tokens to one another, (T, T).

    Attention within windows, of which there are several a picture, is left out.
    """

    def __init__(self) -> None:
        super().__init__()
        self.weights: list[Tensor] = []

    def __torch_function__(
        self,
        function: Callable[..., Any],
        types: Any,
        args: tuple[Any, ...] = (),
        kwargs: dict[str, Any] | None = None,
    ) -> Any:
        kwargs = kwargs or {}
        if function is F.multi_head_attention_forward:
            return self._module(args, kwargs)
        if function is F.scaled_dot_product_attention:
            self._keep(_softmax(*args, **kwargs))
        return function(*args, **kwargs)

    def _module(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[Tensor, Tensor | None]:
        """Asks for the weights, and gives what the caller asked for."""
        asked = inspect.signature(F.multi_head_attention_forward).bind(*args, **kwargs)
        asked.apply_defaults()
        wanted = asked.arguments["need_weights"]
        mean = asked.arguments["average_attn_weights"]
        asked.arguments |= {"need_weights": True, "average_attn_weights": False}
        output, weights = F.multi_head_attention_forward(*asked.args, **asked.kwargs)
        assert weights is not None
        self._keep(weights if weights.ndim == 4 else weights[None])
        return output, (weights.mean(-3) if mean else weights) if wanted else None

    def _keep(self, weights: Tensor) -> None:
        """`weights` (N, heads, T, S)."""
        if weights.shape[0] == 1 and weights.shape[-1] == weights.shape[-2]:
            self.weights.append(weights[0].float().mean(0))


def _softmax(
    query: Tensor,
    key: Tensor,
    value: Tensor,
    attn_mask: Tensor | None = None,
    dropout_p: float = 0.0,
    is_causal: bool = False,
    scale: float | None = None,
    enable_gqa: bool = False,
) -> Tensor:
    """The attention weights within F.scaled_dot_product_attention."""
    if enable_gqa:
        key = key.repeat_interleave(query.shape[-3] // key.shape[-3], -3)
    scores = query @ key.transpose(-2, -1) * (scale or 1 / math.sqrt(query.shape[-1]))
    if is_causal:
        attn_mask = torch.ones(scores.shape[-2:], dtype=torch.bool, device=scores.device).tril()
    if attn_mask is not None:
        off = (
            scores.masked_fill(~attn_mask, -math.inf) if attn_mask.dtype == torch.bool else scores + attn_mask
        )
        scores = off
    return scores.softmax(-1)
