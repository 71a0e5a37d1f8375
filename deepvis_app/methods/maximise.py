"""Activation maximisation: the picture that a class, a unit, a neuron or a direction answers most to."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from deepvis_app.i18n import Text, text
from deepvis_app.methods import Target
from deepvis_app.methods.map_layer import default_layer
from deepvis_app.methods.partial import Partial
from deepvis_app.methods.scores import class_of
from deepvis_app.methods.synthesis.canvas import Canvas, Pixels, Spectrum, beginning, bordered, sheet
from deepvis_app.methods.synthesis.diversity import likeness
from deepvis_app.methods.synthesis.looking import Eye
from deepvis_app.methods.synthesis.loop import ascend
from deepvis_app.methods.synthesis.objectives import Objective, mixture, objective
from deepvis_app.methods.synthesis.regularisers import tidied
from deepvis_app.methods.synthesis.transforms import Shake, centre, shaken
from deepvis_app.methods.synthesis.updates import Adam, ByMean, Update
from deepvis_app.methods.synthesis_params import MaximiseParams
from deepvis_app.nets.capture import Captured
from deepvis_app.nets.network import Network
from deepvis_app.nets.preprocess import mean_colour, normalised, seen

SPECTRUM_RATE, PIXEL_RATE = 0.05, 0.05
UNMOVED = 1e-5  # of an answer: less is no rise


def maximise(
    network: Network,
    image: Tensor,
    target: Target | None,
    layer: str | None,
    params: MaximiseParams | None = None,
) -> Iterator[Partial]:
    """A picture (3, H, W), or several on one sheet, that raises the target (Simonyan et al. 2013), in steps.

    The target is a class score before the softmax, by default the winner for `image` (1, 3, h, w), 0 to 1;
    or a unit of `layer`, as the mean over its map, at its middle or at one neuron; with `together`, a
    direction. By the way "fourier" the picture is a spectrum in decorrelated colours, looked at a little
    differently at each step, and raised by Adam (Olah et al. 2017). By the others it is pixels, raised along
    the gradient over its mean size, and tidied between steps (Yosinski et al. 2015). Several pictures are
    kept apart by the cosine of their Gram matrices. In bfloat16, where the processor has it, a step takes
    about half the time; another picture of the same kind comes out.

    Facts: "value" that the target answers to the picture as it is shown, "start" before the first step, of a
    class its "probability", and the range of values before they were cut to 0 to 1: "low", "high", and of how
    many of a hundred that was so, "outside". Meanwhile "value" is of the view of the step.

    Raises UsageError, OutOfRangeError and UnknownNameError for what does not exist, OutOfRangeError for a
    size that the network does not take, RunError where the picture does not matter to the target.
    """
    params = params or MaximiseParams()
    target = wanted(network, image, target, layer)
    with torch.inference_mode(False), torch.no_grad():
        work = _work(network, image, target, layer, params)
        canvas = work.canvas
        started = float(work.answers(work.shown(canvas.picture()))[0])
    for reached in ascend(canvas.parameters, canvas.picture, work.gain, work.update, params.steps, work.tidy):
        shown = work.shown(reached.picture)
        facts: dict[str, float] = {"value": reached.value}
        note = reached.stopped
        if reached.done >= 1:
            facts = {"start": started, **work.facts(shown)}
            note = note or _unmoved(target, layer, started, facts["value"])
        yield Partial(reached.done, sheet(shown), facts, note)


def wanted(network: Network, image: Tensor, target: Target | None, layer: str | None) -> Target:
    """`target`, where neither a class nor a unit is named the winner for `image` (1, 3, h, w), 0 to 1."""
    target = target or Target()
    if layer is not None or target.unit is not None or target.class_index is not None:
        return target
    how = network.preprocessing
    return Target(class_of(network, normalised(seen(image, how), how), None))


def side(network: Network, size: int | None) -> tuple[int, int]:
    """(height, width) of a picture: the network's own, or its shape with `size` as the longer side."""
    how = network.preprocessing
    factor = 1.0 if size is None else size / max(how.height, how.width)
    return max(1, round(how.height * factor)), max(1, round(how.width * factor))


@dataclass(frozen=True)
class _Work:
    """What one run consists of; `apart`: the layer by which several pictures are told apart."""

    eye: Eye
    objective: Objective
    canvas: Canvas
    update: Update
    shake: Shake
    size: tuple[int, int]
    apart: str | None
    params: MaximiseParams
    generator: torch.Generator

    def gain(self, canvas: Tensor) -> Tensor:
        """What a step raises: the mean over pictures, less what they have in common."""
        views = shaken(canvas, *self.size, self.shake, self.generator)
        captured = self._look(views, {name for name in (self.objective.layer, self.apart) if name})
        values = self.objective.of(captured)
        if self.apart is not None:
            common = values.detach().abs().mean() * likeness(captured.maps[self.apart])
            values = values - self.params.diversity * common
        return values.mean()

    def tidy(self, step: int, slopes: Sequence[Tensor]) -> None:
        if isinstance(self.canvas, Pixels):
            pixels = self.canvas.parameters[0]
            pixels.copy_(tidied(pixels, slopes[0], self.params.tidying, step))

    def shown(self, canvas: Tensor) -> Tensor:
        return centre(canvas, *self.size)

    def answers(self, shown: Tensor) -> tuple[Tensor, Captured]:
        """The mean answer to pictures as they are saved, and all that was captured of it."""
        saved = shown.clamp(0, 1).mul(255).round().div(255)
        captured = self._look(saved, [self.objective.layer] if self.objective.layer else [])
        return self.objective.of(captured).mean(), captured

    def facts(self, shown: Tensor) -> dict[str, float]:
        with torch.inference_mode(False), torch.no_grad():
            value, captured = self.answers(shown)
        facts = {"value": float(value), "low": float(shown.min()), "high": float(shown.max())}
        facts["outside"] = 100 * float(((shown < 0) | (shown > 1)).float().mean())
        if captured.output is not None:
            facts["probability"] = float(captured.output.softmax(1)[:, self.objective.class_index].mean())
        return facts

    def _look(self, pictures: Tensor, layers: Collection[str]) -> Captured:
        units = self.objective.units if self.apart is None else ()
        return self.eye(pictures, layers, to_end=self.objective.layer is None, units=units)


def _work(
    network: Network, image: Tensor, target: Target, layer: str | None, params: MaximiseParams
) -> _Work:
    generator = torch.Generator().manual_seed(params.seed)
    height, width = size = side(network, params.size)
    fourier = params.way == "fourier"
    share = min(size) / 100
    shake = Shake(params.jitter * share, params.scale / 100, params.rotation) if fourier else Shake()
    start = beginning(network, image, params.start, size, generator)
    start = bordered(start, shake.margin(height, width)).repeat(params.pictures, 1, 1, 1)
    canvas: Canvas
    update: Update
    if fourier:
        canvas = Spectrum.of(start, generator)
        update = Adam(params.rate or SPECTRUM_RATE)
    else:
        canvas = Pixels(start, mean_colour(network.preprocessing).to(start))
        update = ByMean(params.rate or PIXEL_RATE)
    apart = (layer or default_layer(network)[0]) if params.pictures > 1 and params.diversity else None
    answer = objective(network, target, layer, params.place, mixture(params.together))
    eye = Eye.of(network, params.precision)
    return _Work(eye, answer, canvas, update, shake, size, apart, params, generator)


def _unmoved(target: Target, layer: str | None, start: float, value: float) -> Text | None:
    """What to say of a unit that nothing moved: one that never left 0, or any other."""
    if layer is None or abs(value - start) > UNMOVED * max(abs(start), abs(value)):
        return None
    if value == 0:
        return text(
            "Unit {unit} of {layer} seems to be dead: it answered 0 to all that was tried. Another seed, or "
            "the present picture to begin with, may wake it.",
            unit=target.unit,
            layer=layer,
        )
    return text(
        "Unit {unit} of {layer} answered {value} to all that was tried.",
        unit=target.unit,
        layer=layer,
        value=f"{value:.3g}",
    )
