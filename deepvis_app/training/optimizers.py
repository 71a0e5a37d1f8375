"""The two optimizers of a run: Muon turns the convolutions inside, SGD moves the rest."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from deepvis_app.training.muon import ConvMuon

MOMENTUM = 0.9


class Optimizers:
    """Muon for each convolution but the first, SGD with Nesterov momentum for all else.

    On Tiny-ImageNet Muon needs about half of SGD's pictures. It steps `share` times the rate of SGD.
    """

    def __init__(self, network: nn.Module, rate: float, share: float, decay: float, turning: float) -> None:
        self._share = share
        inner = _inner_weights(network)
        known = {id(weight) for weight in inner}
        rest = [p for p in network.parameters() if id(p) not in known]
        groups = [
            {"params": [p for p in rest if p.ndim > 1], "weight_decay": decay},
            {"params": [p for p in rest if p.ndim <= 1], "weight_decay": 0.0},
        ]
        self.sgd = torch.optim.SGD(groups, lr=rate, momentum=MOMENTUM, nesterov=True)
        self.muon = ConvMuon(inner, MOMENTUM, turning, turns=3)

    def step(self, rate: float) -> None:
        """One step along the gradients of the network's parameters, which are dropped after it."""
        for group in self.sgd.param_groups:
            group["lr"] = rate
        self.sgd.step()
        self.sgd.zero_grad(set_to_none=True)
        self.muon.step(rate * self._share)

    def state_dict(self) -> dict[str, Any]:
        return {"sgd": self.sgd.state_dict(), "muon": self.muon.state_dict()}

    def load_state_dict(self, state: dict[str, Any]) -> None:
        self.sgd.load_state_dict(state["sgd"])
        self.muon.load_state_dict(state["muon"])


def _inner_weights(network: nn.Module) -> list[Tensor]:
    """Those of the convolutions, without the first: its filters are looked at, and stay SGD's."""
    return [module.weight for module in network.modules() if isinstance(module, nn.Conv2d)][1:]
