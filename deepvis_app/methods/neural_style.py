"""A picture painted in the style of others (Gatys et al. 2016)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

import torch
from torch import Tensor

from deepvis_app.errors import OutOfRangeError, PictureError, UsageError
from deepvis_app.methods import Target
from deepvis_app.methods.map_layer import map_layer
from deepvis_app.methods.partial import Partial
from deepvis_app.methods.style_params import StyleParams
from deepvis_app.methods.synthesis import colours
from deepvis_app.methods.synthesis.judge import judge
from deepvis_app.methods.synthesis.looking import Eye
from deepvis_app.methods.synthesis.painting import Painting, Style, grams, maps_of
from deepvis_app.methods.synthesis.sizes import SHORTEST, fitted, longer_side, resized
from deepvis_app.methods.synthesis.stages import CURVED, Canvas, Stage, canvas, paint, refuse_one_colour
from deepvis_app.methods.synthesis.style_loss import StyleLayers, style_layers
from deepvis_app.methods.synthesis.updates import Adam, Update
from deepvis_app.nets.network import Network

LARGEST = 384  # pixels, where the picture chooses the size
COARSE, FINE = 0.5, 1.0  # shares of the size: the large strokes are found first
STEPS_COARSE = 2 / 3
RATE = 0.05  # Adam's


def neural_style(
    network: Network,
    image: Tensor,
    target: Target | None,
    layer: str | None,
    params: StyleParams | None = None,
    others: tuple[Tensor, ...] = (),
) -> Iterator[Partial]:
    """(3, h, w) from 0 to 1: `image` (1, 3, h, w) in the style of `others`, which are such pictures too.

    Minimised are |F - P|^2 / |P|^2, with F and P the maps of `layer` (by default as style_layers says) of
    the result and of the image; the mean over styles by their shares, and over layers, of
    |G - A|^2 / |A|^2, with G and A the Gram matrices of the result and of the style; and the mean squared
    difference of neighbouring pixels; each times its weight. First at half the size, then at the whole. A
    mask keeps each style to its place (Gatys et al. 2017); where the picture's colours stay, only its
    brightness is painted (Gatys et al. 2016, "Preserving color"). All layers are those of the network that
    `params.judge` names. `facts`: the losses without weights.

    Raises PictureError for a style of one colour and for pictures that are too small, UsageError (also where
    the network that judges is not on this computer),
    OutOfRangeError for shares that do not fit, UnknownNameError for the layer.
    """
    params = params or StyleParams()
    work = _work(judge(network, params.judge), image, layer, params, others)
    yield Partial(0.0, work.content[0])
    update: Callable[[], Update] = CURVED if params.optimiser == "lbfgs" else partial(Adam, RATE)
    for each in paint(work.stages, partial(_stage, work), update):
        yield Partial(min(each.done, 0.999), work.shown(each.picture), each.facts, each.stopped)
    yield Partial(1.0, work.shown(each.picture), each.facts, each.stopped)


@dataclass(frozen=True)
class _Work:
    """`content` (1, 3, h, w) and `styles` at full size; `stages`: the sizes, as shares, and steps at each."""

    eye: Eye
    params: StyleParams
    layers: StyleLayers
    content: Tensor
    styles: tuple[Tensor, ...]
    shares: tuple[float, ...]
    mask: Tensor | None

    @property
    def stages(self) -> list[Stage]:
        steps = round(self.params.steps * STEPS_COARSE)
        if min(self.content.shape[2:]) * COARSE < 2 * SHORTEST or steps == 0:
            return [(FINE, self.params.steps)]
        return [(COARSE, steps), (FINE, self.params.steps - steps)]

    def shown(self, picture: Tensor) -> Tensor:
        """(3, h, w) at full size, from 0 to 1, in the colours that are wanted."""
        with torch.inference_mode():
            whole = resized(picture, *self.content.shape[2:]).clamp(0, 1)
            if self.params.colours == "picture":
                whole = colours.recoloured(whole, self.content)
        return whole[0]


def _work(
    network: Network, image: Tensor, layer: str | None, params: StyleParams, others: Sequence[Tensor]
) -> _Work:
    """Everything checked and brought to its size."""
    layers = style_layers(network)
    content_layer = layers.content if layer is None else map_layer(network, layer).name
    layers = StyleLayers(content_layer, layers.style[: params.layers])
    styles, mask = (others[:-1], others[-1]) if params.mask else (others, None)
    if not styles or (mask is not None and len(styles) > 2):
        raise UsageError(
            "With a mask give one or two styles and then the mask, not {count} pictures.", count=len(others)
        )
    with torch.inference_mode(False), torch.no_grad():
        longer = params.size or min(longer_side(image), LARGEST)
        content = fitted(image.detach().float(), longer)
        style_side = max(round(longer * params.style_size / 100), SHORTEST)
        looks = tuple(fitted(one.detach().float(), style_side) for one in styles)
        place = None if mask is None else _mask(mask, content)
    for number, one in enumerate(looks, 1):
        refuse_one_colour(one, number)
    eye = Eye.of(network, params.precision)
    return _Work(eye, params, layers, content, looks, _shares(params.shares, len(styles)), place)


def _mask(mask: Tensor, content: Tensor) -> Tensor:
    """(1, 1, h, w), 1 where the first style goes. Raises PictureError where that is nowhere."""
    found = resized(colours.brightness(mask.detach().float()), *content.shape[2:])
    if float(found.max()) < 0.5:
        raise PictureError("The mask is dark everywhere; paint white where the style shall go.")
    return found


def _shares(words: str, count: int) -> tuple[float, ...]:
    """ "2, 1" as (2.0, 1.0); "" as ones. Raises UsageError and OutOfRangeError."""
    if not words.strip():
        return (1.0,) * count
    try:
        shares = tuple(float(word) for word in words.replace(",", " ").split())
    except ValueError:
        raise UsageError("Shares are numbers such as 2, 1; {words} are none.", words=words) from None
    if len(shares) != count or min(shares) < 0 or not 0 < sum(shares) < float("inf"):
        raise OutOfRangeError(
            "There are {count} styles: give as many shares of 0 or more, not all 0, instead of {words}.",
            count=count,
            words=words,
        )
    return shares


def _stage(work: _Work, size: float, before: Tensor | None) -> tuple[Canvas, Painting]:
    """What is painted at this size, on what was `before`, and what it is to be like."""
    grey = work.params.colours == "picture"
    with torch.inference_mode(False), torch.no_grad():
        height, width = (max(SHORTEST, round(side * size)) for side in work.content.shape[2:])
        content = resized(work.content, height, width)
        mask = None if work.mask is None else resized(work.mask, height, width)
        looks = [
            resized(one, *(max(SHORTEST, round(side * size)) for side in one.shape[2:]))
            for one in work.styles
        ]
        if grey:
            light = colours.brightness(content)
            looks = [colours.as_bright(one, light).expand(-1, 3, -1, -1) for one in looks]
            content = light.expand(-1, 3, -1, -1)
        start = resized(before, height, width) if before is not None else _first(work.params, content)
        masks = (mask, None if mask is None else 1 - mask)
        styles = [
            Style(
                grams(work.eye, look, work.layers.style),
                share,
                masks[number] if mask is not None else None,
            )
            for number, (look, share) in enumerate(zip(looks, work.shares, strict=True))
        ]
        kept = maps_of(work.eye, content, [work.layers.content])
        alone = mask if len(styles) == 1 else None
        painted_on = replace(canvas(start), grey=grey, where=alone, kept=content)
    params = work.params
    painting = Painting(work.eye, styles, kept, params.style, params.smooth, params.dream)
    return painted_on, painting


def _first(params: StyleParams, content: Tensor) -> Tensor:
    if params.start == "picture":
        return content
    numbers = torch.Generator().manual_seed(params.seed)
    return torch.rand(content.shape, generator=numbers).to(content.device)
