"""The two optimizers of a run: Muon turns the convolutions inside, SGD moves the rest."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

MOMENTUM = 0.9


class Optimizers:
    """Muon (Jordan 2024) for each convolution but the first, SGD with Nesterov momentum for all else.

    Muon's step is the momentum made orthogonal, so that all directions of a layer learn alike: on
    Tiny-ImageNet it needs about half of SGD's pictures. It steps `share` times the rate of SGD.
    """

    def __init__(self, network: nn.Module, rate: float, share: float, decay: float, turning: float) -> None:
        self._share = share
        self._inner = _inner_weights(network)
        inner = {id(weight) for weight in self._inner}
        rest = [p for p in network.parameters() if id(p) not in inner]
        groups = [
            {"params": [p for p in rest if p.ndim > 1], "weight_decay": decay},
            {"params": [p for p in rest if p.ndim <= 1], "weight_decay": 0.0},
        ]
        self.sgd = torch.optim.SGD(groups, lr=rate, momentum=MOMENTUM, nesterov=True)
        # Muon takes matrices alone: these share the convolutions' memory.
        self._matrices = [nn.Parameter(_matrix(weight.detach())) for weight in self._inner]
        self.muon = (
            torch.optim.Muon(
                self._matrices, lr=rate * share, momentum=MOMENTUM, weight_decay=turning, ns_steps=3
            )
            if self._matrices
            else None
        )

    def step(self, rate: float) -> None:
        """One step along the gradients of the network's parameters, which are dropped after it."""
        for group in self.sgd.param_groups:
            group["lr"] = rate
        self.sgd.step()
        if self.muon is not None:
            for group in self.muon.param_groups:
                group["lr"] = rate * self._share
            for matrix, weight in zip(self._matrices, self._inner, strict=True):
                matrix.grad = None if weight.grad is None else _matrix(weight.grad)
            self.muon.step()  # type: ignore[no-untyped-call]
            self.muon.zero_grad(set_to_none=True)
        self.sgd.zero_grad(set_to_none=True)
        for weight in self._inner:
            weight.grad = None

    def state_dict(self) -> dict[str, Any]:
        return {"sgd": self.sgd.state_dict(), "muon": self.muon.state_dict() if self.muon else None}

    def load_state_dict(self, state: dict[str, Any]) -> None:
        self.sgd.load_state_dict(state["sgd"])
        if self.muon is not None:
            self.muon.load_state_dict(state["muon"])


def _inner_weights(network: nn.Module) -> list[Tensor]:
    """Those of the convolutions, without the first: its filters are looked at, and stay SGD's."""
    return [module.weight for module in network.modules() if isinstance(module, nn.Conv2d)][1:]


def _matrix(weight: Tensor) -> Tensor:
    """(units, channels, h, w), channels last in memory -> (units, h * w * channels), the same memory."""
    return weight.permute(0, 2, 3, 1).flatten(1)
