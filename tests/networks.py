"""Small networks that tests look into."""

from __future__ import annotations

import functools
from collections.abc import Callable

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from deepvis_app.nets.embedded import PlainNet
from deepvis_app.nets.network import Network
from deepvis_app.pictures.preprocessing import Preprocessing


def wrap(module: nn.Module, size: int = 16, classes: int = 5) -> Network:
    """`module` as DeepVis holds it, for pictures of `size` pixels."""
    network = Network(
        spec="test",
        title="Test",
        module=module.eval().requires_grad_(False),
        labels=[f"class {index}" for index in range(classes)],
        preprocessing=Preprocessing(size, size, size),
        device=torch.device("cpu"),
    )
    assert network.layers  # found by a run of its own, now rather than in the middle of a test
    return network


def picture(size: int = 16, seed: int = 1) -> Tensor:
    return torch.randn(1, 3, size, size, generator=torch.Generator().manual_seed(seed))


def plain(size: int = 16) -> Network:
    """The embedded network's like: conv-BN-ReLU blocks, max pooling, global pooling, one linear layer."""
    torch.manual_seed(0)
    module = PlainNet(5, ((4,), (6, 6)))
    shake_norms(module)
    return wrap(module, size)


@functools.cache
def family(name: str, size: int = 64) -> Network:
    """A torchvision network with its first, random weights; never changed, so that tests may share it."""
    network = Network.load(f"torchvision:{name}", weights="none", seed=0)
    shake_norms(network.module)
    return network.with_preprocessing(Preprocessing(size, size, size))


def shake_norms(module: nn.Module) -> None:
    """Batch norms as training leaves them, some of their units dead."""
    numbers = torch.Generator().manual_seed(3)
    for norm in module.modules():
        if isinstance(norm, nn.BatchNorm2d):
            norm.running_mean.normal_(0, 0.3, generator=numbers)
            norm.running_var.uniform_(0.5, 2, generator=numbers)
            norm.weight.data.uniform_(0.2, 1.5, generator=numbers)
            norm.weight.data[::5] = 1e-9
            norm.bias.data.normal_(0, 0.3, generator=numbers)


class TwoConvs(nn.Module):
    """conv, rectifier, 2x2 maxima, conv, rectifier, mean, linear; `rectify` says in which form."""

    def __init__(self, rectify: Callable[[Tensor], Tensor]) -> None:
        super().__init__()
        torch.manual_seed(0)
        self.conv1 = nn.Conv2d(3, 4, 3, padding=1)
        self.conv2 = nn.Conv2d(4, 6, 3, padding=1)
        self.fc = nn.Linear(6, 5)
        self.rectify = rectify
        for parameter in self.parameters():
            parameter.data.mul_(5)  # so that some answers exceed 6

    def forward(self, x: Tensor) -> Tensor:
        x = self.rectify(self.conv1(x))
        x = F.max_pool2d(x, 2)
        x = self.rectify(self.conv2(x))
        return self.fc(x.mean((2, 3)))


class Functional(nn.Module):
    """Rectifiers and pools as functions, one in place; a residual block's sum in place."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(3, 4, 3, padding=1)
        self.norm = nn.BatchNorm2d(4)
        self.conv2 = nn.Conv2d(4, 4, 3, padding=1)
        self.fc = nn.Linear(4, 5)

    def forward(self, x: Tensor) -> Tensor:
        first = F.relu(self.norm(self.conv1(x)), inplace=True)
        second = self.conv2(F.max_pool2d(first, 2))
        second += F.avg_pool2d(first, 2)
        second = torch.relu(second)
        return self.fc(torch.flatten(F.adaptive_avg_pool2d(second, 1), 1))
