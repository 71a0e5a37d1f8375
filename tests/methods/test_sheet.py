"""The sheet of all units' backward pictures holds, at each unit's place, that unit's own picture."""

from __future__ import annotations

import numpy as np
import torch
from torch import nn

from deepvis_app.methods import NoParams, Target, find
from deepvis_app.methods.sheet import BACKGROUND, SheetParams, unit_sheet
from deepvis_app.nets.network import Network
from deepvis_app.pictures.preprocessing import Preprocessing
from deepvis_app.pictures.styles import backward_picture


def network() -> Network:
    torch.manual_seed(0)
    module = nn.Sequential(nn.Conv2d(3, 5, 3, padding=1), nn.ReLU(), nn.Conv2d(5, 7, 3), nn.ReLU())
    module.eval().requires_grad_(False)
    return Network("tiny", "Tiny", module, [], Preprocessing(16, 16, 16), torch.device("cpu"))


def test_each_cell_is_the_units_own_guided_backprop() -> None:
    net = network()
    image = torch.randn(1, 3, 16, 16)
    *_, (done, sheet) = unit_sheet(net, image, Target(neuron="max"), "3", SheetParams("guided"))
    assert done == 1.0
    assert sheet is not None
    assert sheet.shape == (3 * 18 - 2, 3 * 18 - 2, 3)
    for unit in range(7):
        expected = find("guided_backprop").run()(net, image, Target(unit=unit), "3", NoParams())
        y, x = unit // 3 * 18, unit % 3 * 18
        np.testing.assert_array_equal(sheet[y : y + 16, x : x + 16], backward_picture(expected.numpy()))
    assert (sheet[36:, 18:] == BACKGROUND).all(), "places without a unit"


def test_it_comes_in_as_many_steps_as_there_are_units_and_holds_nothing_meanwhile() -> None:
    net = network()
    before = net.fingerprint()
    seen = []
    for done, _ in unit_sheet(net, torch.randn(1, 3, 16, 16), None, "1"):
        assert torch._C._len_torch_function_stack() == 0
        assert torch.is_grad_enabled()
        assert net.fingerprint() == before
        seen.append(done)
    assert seen == [unit / 5 for unit in range(6)]
