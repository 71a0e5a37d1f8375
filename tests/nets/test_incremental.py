"""What a patch changes is computed to the same numbers as the whole picture gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

import pytest
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from deepvis_app.nets import live
from deepvis_app.nets.chain import record
from deepvis_app.nets.incremental import Box, Patches
from deepvis_app.nets.network import Network
from tests import networks

Untouched = Callable[[Network], AbstractContextManager[None]]


def boxes(height: int, width: int, side: int, stride: int) -> list[Box]:
    """Over the whole picture, cut off at its far borders."""
    return [
        Box(top, left, min(side, height - top), min(side, width - left))
        for top in range(0, height, stride)
        for left in range(0, width, stride)
    ]


@torch.inference_mode()
def compare(module: nn.Module, x: Tensor, asked: Sequence[Box]) -> None:
    patches = Patches.of(module, x)
    assert patches is not None
    fillings = [torch.randn(x.shape[1], box.height, box.width).to(x) for box in asked]
    found = patches.answers(patches.changed(asked, fillings))
    covered = x.repeat(len(asked), 1, 1, 1)
    for picture, box, filling in zip(covered, asked, fillings, strict=True):
        picture[:, box.top : box.top + box.height, box.left : box.left + box.width] = filling
    expected = module(covered.clone())
    assert float((found - expected).abs().max()) <= 1e-5 * float(expected.abs().max())
    torch.testing.assert_close(patches.output, module(x.clone()))
    assert float((expected - patches.output).abs().max()) > 1e-4 * float(expected.abs().max())


@pytest.mark.parametrize(
    ("name", "size"), [("alexnet", 96), ("vgg11_bn", 64), ("vgg16", 64)], ids=lambda each: str(each)
)
@pytest.mark.parametrize("layout", [torch.contiguous_format, torch.channels_last])
def test_chains_of_torchvision(
    name: str, size: int, layout: torch.memory_format, verify_untouched: Untouched
) -> None:
    network, x = networks.family(name, size), networks.picture(size).contiguous(memory_format=layout)
    with verify_untouched(network):
        compare(network.module, x, boxes(size, size, 20, 27))


def test_the_embedded_kind_and_its_live_copy() -> None:
    network, x = networks.plain(), networks.picture()
    compare(network.module, x, boxes(16, 16, 5, 2))
    copy = live.choose(network)
    compare(copy.module, copy.prepare(x), boxes(16, 16, 5, 2))


class Forms(nn.Module):
    """Functions with arguments in every form, strides beyond kernels, dilation, odd rests at the borders."""

    def __init__(self) -> None:
        super().__init__()
        self.first = nn.Conv2d(3, 8, (3, 5), stride=(2, 1), padding=(2, 1), dilation=(2, 1), bias=False)
        self.second = nn.Conv2d(8, 8, 4, padding="same", groups=4)
        self.third = nn.Conv2d(8, 6, 1, stride=2)
        self.slope = nn.PReLU(6)
        self.fc = nn.Linear(6 * 4, 5)

    def forward(self, x: Tensor) -> Tensor:
        x = torch.relu_(self.first(x))
        x = F.max_pool2d(x, 3, stride=2, padding=1, ceil_mode=True)
        x = F.hardswish(self.second(x) * 2.0).clamp(max=3)
        x = F.avg_pool2d(input=x, kernel_size=2, stride=1, padding=1)
        x = self.slope(self.third(x))
        x = F.avg_pool2d(x, 3, 2, padding=1, count_include_pad=False)
        x = F.adaptive_avg_pool2d(x, 2)
        return self.fc(x.view(x.size(0), -1))


@pytest.mark.parametrize(("height", "width"), [(37, 52), (50, 31)])
@pytest.mark.filterwarnings("ignore:Using padding='same'")
def test_arguments_in_every_form_and_any_aspect_ratio(height: int, width: int) -> None:
    torch.manual_seed(0)
    compare(Forms().eval(), torch.randn(1, 3, height, width), boxes(height, width, 7, 6))


def test_a_patch_as_large_as_the_picture_and_one_pixel() -> None:
    network, x = networks.plain(), networks.picture()
    compare(network.module, x, [Box(0, 0, 16, 16)])
    compare(network.module, x, [Box(15, 15, 1, 1), Box(0, 15, 1, 1), Box(7, 7, 1, 1)])


def no_chain(run: Callable[[Tensor], Tensor]) -> bool:
    return record(run, torch.randn(1, 3, 8, 8)) is None


def test_what_branches_or_is_not_known_is_no_chain() -> None:
    assert no_chain(lambda x: x + F.relu(x))
    assert no_chain(lambda x: F.relu(x) * x.mean((2, 3), keepdim=True))
    assert no_chain(lambda x: x * float(x.max().item()))
    assert no_chain(lambda x: F.relu(x).flatten(0))
    assert no_chain(lambda x: F.relu(x)[:, :2])
    assert no_chain(lambda x: F.batch_norm(x, None, None, training=True))
    assert no_chain(lambda x: (F.relu(x), 3)[1])  # type: ignore[arg-type, return-value]
    assert not no_chain(lambda x: F.relu(x * 2.0))
    for network in (networks.wrap(networks.Functional()), networks.family("resnet18", 64)):
        assert Patches.of(network.module, network.example()) is None


def test_a_box_outside_is_refused() -> None:
    patches = Patches.of(networks.plain().module, networks.picture())
    assert patches is not None
    for box in (Box(-1, 0, 2, 2), Box(15, 0, 2, 2), Box(0, 0, 0, 2)):
        with pytest.raises(ValueError, match="outside"):
            patches.changed([box], [torch.zeros(3, 1, 1)])
