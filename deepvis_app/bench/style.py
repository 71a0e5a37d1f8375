"""`bench style`: the painter's speed through the window, how still its paintings are, its losses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import mean, median

import numpy as np
import torch
from torch import Tensor

from deepvis_app.bench import style_live
from deepvis_app.bench.plan import Plan
from deepvis_app.bench.rows import Goal, Row
from deepvis_app.bench.timing import Work, interleaved, threads
from deepvis_app.errors import UsageError
from deepvis_app.methods.neural_style import neural_style
from deepvis_app.methods.partial import outcome
from deepvis_app.methods.style_params import StyleParams
from deepvis_app.methods.synthesis.style_loss import (
    content_loss,
    gram,
    maps_of,
    style_layers,
    style_loss,
)
from deepvis_app.nets import style_file
from deepvis_app.nets.network import Network
from deepvis_app.nets.painting import LivePainter
from deepvis_app.nets.style_file import Styles
from deepvis_app.pictures.decode import decode
from deepvis_app.training import data
from deepvis_app.training.style_terms import Pixels, resized

BENCH = "style"
SIZES = ((640, 480), (320, 240))
SIDE = 256  # pixels of a photograph, and of a painting's shorter side
STEPS = 100  # of the slow way
WORSE = 1.3  # than the slow way's losses, at most
GRAIN = 0.02  # deviation of a camera's noise, of the range from black to white
FRAMES = 6
ADDED = 1.5  # milliseconds


def bench(plan: Plan) -> Iterator[Row]:
    """With --val, photographs that were not learnt from, also stillness and, with --style, the losses."""
    styles = style_file.load(style_file.default_file())
    yield from _speed(styles, plan.rounds)
    if plan.val is not None:
        photographs = data.photographs([plan.val], SIDE).pixels
        yield from _flicker(styles, photographs[: plan.runs], plan.against)
        yield from _losses(styles, photographs[: plan.runs], plan)
    elif plan.styles or plan.against:
        raise UsageError("bench style compares paintings of photographs: give --val with some.")
    yield from style_live.rows(plan)


def _speed(styles: Styles, rounds: int) -> Iterator[Row]:
    """One thread: a frame's convolutions, and what is done from 8-bit pixels to 8-bit pixels beside them."""
    mix = [1.0] + [0.0] * (len(styles.names) - 1)
    for width, height in SIZES:
        frame = np.random.default_rng(0).integers(0, 256, (height, width, 3), np.uint8)
        for dtype in (torch.float32, torch.bfloat16):
            painter = LivePainter(styles.network, mix, dtype)
            works: dict[str, Work] = {
                "plain": partial(painter.run, painter.example(height, width)),
                "whole": partial(painter.paint, frame),
            }
            with threads(1):
                times = interleaved(works, rounds)
            name = f"{width}x{height}, {str(dtype).removeprefix('torch.')}, one thread"
            yield Row(BENCH, f"{name}: the network's forward pass", median(times["plain"]), "ms")
            added = median(whole - plain for whole, plain in zip(times["whole"], times["plain"], strict=True))
            yield Row(BENCH, f"{name}: added from pixels to pixels", added, "ms", Goal("<=", ADDED))


def _flicker(styles: Styles, photographs: Pixels, against: Path | None) -> Iterator[Row]:
    """Of a camera that stands still: how much of its noise the painting has."""
    other = None if against is None else style_file.load(against)
    for place, style in enumerate(styles.styles):
        found = flicker(styles, place, photographs)
        yield Row(BENCH, f"{style.title}: flicker of a still picture", found, "x", None, "its noise is 1")
    if other is not None:
        shaky = mean(flicker(other, place, photographs) for place in range(len(other.names)))
        still = mean(flicker(styles, place, photographs) for place in range(len(styles.names)))
        yield Row(BENCH, "flicker, all styles", still, "x", Goal("<", round(shaky, 3)), str(against))


@torch.inference_mode()
def flicker(styles: Styles, place: int, photographs: Pixels) -> float:
    """Deviation over time of a painted still picture with noise, as a share of the noise's own."""
    mix = torch.zeros(len(styles.names))
    mix[place] = 1
    painter = styles.network.painter(mix)
    chance = torch.Generator().manual_seed(0)
    shares = []
    for pixels in photographs:
        still = resized(pixels, SIDE)
        frames = [
            (still + GRAIN * torch.randn(still.shape, generator=chance)).clamp(0, 1) for _ in range(FRAMES)
        ]
        painted = torch.cat([painter(frame) for frame in frames])
        shares.append(float(painted.std(0).mean() / torch.cat(frames).std(0).mean()))
    return mean(shares)


def _losses(styles: Styles, photographs: Pixels, plan: Plan) -> Iterator[Row]:
    """Content and style, weighed as the slow way does by default, of both ways' paintings."""
    judge = plan.load("embedded")
    for path in plan.styles:
        if path.stem not in styles.names:
            raise UsageError(
                "There is no style of the name of {path}; there are {names}.",
                path=path.name,
                names=", ".join(styles.names),
            )
        wanted = resized(decode(path), SIDE)
        mix = styles.mix({path.stem: 1})
        with torch.inference_mode():
            painter = styles.network.painter(mix)
            ours = [_loss(judge, photo, painter(photo), wanted) for photo in map(_planes, photographs)]
        slow = [
            _loss(judge, photo, _slowly(judge, photo, wanted), wanted) for photo in map(_planes, photographs)
        ]
        note = f"{_told(ours)}; {STEPS} steps of L-BFGS {_told(slow)}; {len(photographs)} photographs"
        ratio = mean(map(sum, ours)) / mean(map(sum, slow))
        yield Row(BENCH, f"{path.stem}: loss against the slow way", ratio, "x", Goal("<=", WORSE), note)


def _slowly(judge: Network, photo: Tensor, wanted: Tensor) -> Tensor:
    size = 100 * max(wanted.shape[2:]) / SIDE
    params = StyleParams(size=SIDE, steps=STEPS, style_size=size)
    return outcome(neural_style(judge, photo, None, None, params, (wanted,))).result[None].float()


@torch.no_grad()
def _loss(judge: Network, photo: Tensor, painted: Tensor, wanted: Tensor) -> tuple[float, float]:
    """Content, and style times its weight."""
    layers = style_layers(judge)
    mine = maps_of(judge, judge, painted, layers.all)
    kept = maps_of(judge, judge, photo, [layers.content])
    grams = {name: gram(maps) for name, maps in maps_of(judge, judge, wanted, layers.style).items()}
    content = float(content_loss(mine[layers.content], kept[layers.content]))
    return content, StyleParams().style * float(style_loss(mine, grams))


def _told(losses: Sequence[tuple[float, float]]) -> str:
    content, style = (mean(values) for values in zip(*losses, strict=True))
    return f"content {content:.2f}, style {style:.2f}"


def _planes(pixels: Pixels) -> Tensor:
    return resized(pixels, SIDE)
