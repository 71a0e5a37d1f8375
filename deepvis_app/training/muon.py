"""Muon for convolutions, which torch has for matrices alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor, nn


class ConvMuon:
    """Steps of the convolutions' `weights`, channels last in memory, by Muon (Jordan 2024).

    A step is the momentum made orthogonal, by so many `turns` of Newton's iteration, so that all directions
    of a layer learn alike.
    """

    def __init__(
        self, weights: Sequence[Tensor], momentum: float, decay: float = 0.0, turns: int = 5
    ) -> None:
        self._weights = list(weights)
        self._matrices = [nn.Parameter(_matrix(weight.detach())) for weight in weights]  # of the same memory
        self._muon = (
            torch.optim.Muon(self._matrices, momentum=momentum, weight_decay=decay, ns_steps=turns)
            if self._matrices
            else None
        )

    def step(self, rate: float) -> None:
        """One step along the gradients of the weights, which are dropped after it."""
        if self._muon is None:
            return
        for group in self._muon.param_groups:
            group["lr"] = rate
        for matrix, weight in zip(self._matrices, self._weights, strict=True):
            matrix.grad = None if weight.grad is None else _matrix(weight.grad)
            weight.grad = None
        self._muon.step()  # type: ignore[no-untyped-call]
        self._muon.zero_grad(set_to_none=True)

    def state_dict(self) -> dict[str, Any] | None:
        return self._muon.state_dict() if self._muon else None

    def load_state_dict(self, state: dict[str, Any]) -> None:
        if self._muon is not None:
            self._muon.load_state_dict(state)


def _matrix(weight: Tensor) -> Tensor:
    """(units, channels, h, w), channels last in memory -> (units, h * w * channels), the same memory."""
    return weight.permute(0, 2, 3, 1).flatten(1)
