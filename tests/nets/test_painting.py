"""The painter for live frames: what the plain painter paints, of any size, with strength and colours."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch

from deepvis_app.nets import packing
from deepvis_app.nets.painting import LUMA, LivePainter, blended, faster
from deepvis_app.nets.style_net import STEP, StyleNet

MIX = [0.5, 0.2, 0.3]


@pytest.fixture(scope="module")
def net() -> StyleNet:
    return trained(2)


def trained(blocks: int) -> StyleNet:
    """As after training: its norms have seen something, its styles differ."""
    torch.manual_seed(1)
    net = StyleNet(3, width=16, blocks=blocks).eval().requires_grad_(False)
    for conv in net.convs:
        assert conv.norm.running_mean is not None
        assert conv.norm.running_var is not None
        conv.norm.running_mean.normal_(0, 0.1)
        conv.norm.running_var.uniform_(0.5, 2)
        conv.scale.normal_(1, 0.4)
        conv.shift.normal_(0, 0.4)
    net.kept.normal_(2, 1)
    return net


def frame(height: int, width: int) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (height, width, 3), np.uint8)


def plainly(net: StyleNet, pixels: np.ndarray, mix: list[float]) -> np.ndarray:
    """By the network's own folding, in levels."""
    planes = torch.from_numpy(pixels).permute(2, 0, 1)[None].float() / 255
    with torch.inference_mode():
        return net.painter(torch.tensor(mix))(planes)[0].permute(1, 2, 0).mul(255).numpy()


@pytest.mark.parametrize("size", [(48, 64), (50, 67), (17, 19), (9, 120), (1, 1)], ids=str)
def test_it_paints_what_the_plain_painter_paints(net: StyleNet, size: tuple[int, int]) -> None:
    pixels = frame(*size)
    wanted = plainly(net, pixels, MIX)
    painted = LivePainter(net, MIX).paint(pixels)
    assert painted.shape == pixels.shape
    assert painted.dtype == np.uint8
    assert np.abs(painted - wanted).max() <= 0.51  # the rounding to levels
    coarse = LivePainter(net, MIX, torch.bfloat16).paint(pixels)
    assert np.abs(coarse - wanted).max() <= 3


@pytest.mark.parametrize("blocks", range(4))
def test_networks_that_look_farther_and_less_far_paint_alike(blocks: int) -> None:
    net, pixels = trained(blocks), frame(50, 67)
    painter = LivePainter(net, MIX)
    assert np.abs(painter.paint(pixels) - plainly(net, pixels, MIX)).max() <= 0.51
    cells = painter.run(painter.example(50, 67))
    assert cells.shape == (1, 3 * STEP**2, 14, 18)


def test_a_processor_without_bfloat16_paints_too(net: StyleNet, monkeypatch: pytest.MonkeyPatch) -> None:
    known = LivePainter(net, MIX, torch.bfloat16).paint(frame(40, 52))
    monkeypatch.setattr(packing, "knows_bfloat16", lambda: False)  # absent hardware
    plain = LivePainter(net, MIX, torch.bfloat16)
    assert not plain._first._packs
    assert np.abs(plain.paint(frame(40, 52)).astype(int) - known).max() <= 2


def test_frames_may_change_their_size(net: StyleNet) -> None:
    painter = LivePainter(net, MIX)
    for size in ((40, 52), (52, 40), (40, 52), (90, 30)):
        wanted = plainly(net, frame(*size), MIX)
        assert np.abs(painter.paint(frame(*size)) - wanted).max() <= 0.51


@pytest.mark.parametrize("style", range(3))
def test_a_mixture_of_one_style_is_that_style(net: StyleNet, style: int) -> None:
    pixels = frame(40, 40)
    one = [float(place == style) for place in range(3)]
    painted = LivePainter(net, one).paint(pixels)
    assert np.abs(painted - plainly(net, pixels, one)).max() <= 0.51
    others = [LivePainter(net, np.roll(one, turn).tolist()).paint(pixels) for turn in (1, 2)]
    assert all(np.abs(painted.astype(int) - other).mean() > 2 for other in others)


def test_without_strength_the_frame_is_untouched(net: StyleNet) -> None:
    pixels = frame(31, 43)
    assert LivePainter(net, MIX).paint(pixels, strength=0) is pixels
    assert (blended(pixels, frame(31, 43)[::-1], 0.0, False) == pixels).all()


def test_half_the_strength_is_half_way(net: StyleNet) -> None:
    pixels = frame(40, 52)
    wanted = 0.25 * pixels + 0.75 * plainly(net, pixels, MIX)
    assert np.abs(LivePainter(net, MIX).paint(pixels, strength=0.75) - wanted).max() <= 0.51
    whole = LivePainter(net, MIX).paint(pixels)
    assert np.abs(blended(pixels, whole, 0.75, False) - wanted).max() <= 1


@pytest.mark.parametrize("strength", [1.0, 0.5])
def test_kept_colours_are_the_frames_and_brightness_the_paintings(net: StyleNet, strength: float) -> None:
    """Differences of the colours are the frame's; none is near the end of its range, where it is cut off."""
    pixels = (frame(40, 52) // 8 + 112).astype(np.uint8)
    painting = plainly(net, pixels, MIX)
    kept = LivePainter(net, MIX).paint(pixels, strength, keep_colours=True).astype(float)
    inside = (kept > 0).all(-1) & (kept < 255).all(-1)
    assert inside.mean() > 0.5
    chroma, wanted = (each - each.mean(-1, keepdims=True) for each in (kept, pixels.astype(float)))
    assert np.abs(chroma - wanted)[inside].max() <= 1.1
    luma = pixels @ np.array(LUMA) * (1 - strength) + painting @ np.array(LUMA) * strength
    assert np.abs(kept @ np.array(LUMA) - luma)[inside].max() <= 1
    again = blended(pixels, painting.round().astype(np.uint8), strength, True)
    assert np.abs(again - kept)[inside].max() <= 1.5


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_a_painting_stays_as_it_is_while_the_next_is_made(net: StyleNet, dtype: torch.dtype) -> None:
    painter = LivePainter(net, MIX, dtype)
    for options in ({}, {"strength": 0.5}, {"keep_colours": True}):
        first = painter.paint(frame(21, 30), **options)  # type: ignore[arg-type]
        known = first.copy()
        second = painter.paint(255 - frame(21, 30), **options)  # type: ignore[arg-type]
        assert (first == known).all()
        assert (first != second).any()
        assert first.flags.c_contiguous


@pytest.mark.parametrize("options", [{"strength": 0.5}, {"keep_colours": True}])
def test_half_the_precision_is_nearly_as_good(net: StyleNet, options: dict[str, Any]) -> None:
    pixels = frame(40, 52)
    fine = LivePainter(net, MIX, torch.float32).paint(pixels, **options)
    coarse = LivePainter(net, MIX, torch.bfloat16).paint(pixels, **options)
    assert np.abs(fine.astype(int) - coarse.astype(int)).mean() < 1


def test_frames_of_memory_that_is_not_theirs_are_painted_too(net: StyleNet) -> None:
    pixels = np.repeat(frame(40, 90), 2, axis=0)[::2, ::-1]
    pixels.flags.writeable = False
    painter = LivePainter(net, MIX)
    assert (painter.paint(pixels) == painter.paint(pixels.copy())).all()


def test_the_network_is_not_changed(net: StyleNet) -> None:
    before = [value.clone() for value in net.state_dict().values()]
    LivePainter(net, MIX, torch.bfloat16).paint(frame(20, 20))
    assert all(map(torch.equal, before, net.state_dict().values()))


def test_the_faster_precision_is_one_of_two(net: StyleNet) -> None:
    assert faster(net, torch.device("cpu"), (24, 32)) in (torch.float32, torch.bfloat16)
