"""All views of one frame: what they need together, their answers, and what to do when one fails."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import torch

from deepvis_app.engine import explaining
from deepvis_app.engine.beside import Beside
from deepvis_app.engine.failures import failure
from deepvis_app.engine.memory import Memory
from deepvis_app.engine.messages import (
    Event,
    HeatRequest,
    MapRequest,
    NetworkSpec,
    Pixels,
    Result,
    UnitRequest,
    View,
    ViewRequest,
    ViewState,
)
from deepvis_app.engine.moment import Moment, Needs, checked, look
from deepvis_app.engine.studio import Studio
from deepvis_app.engine.views import VIEWS
from deepvis_app.errors import UnknownNameError
from deepvis_app.i18n import Text, text
from deepvis_app.methods import LIVE
from deepvis_app.nets.live import LiveCopy
from deepvis_app.nets.memory import is_out_of_memory
from deepvis_app.nets.network import Network

Views = Mapping[str, ViewRequest]


@dataclass(frozen=True)
class Shown:
    """The network in use, its fast copy, and what is remembered of it."""

    spec: NetworkSpec
    network: Network
    live: LiveCopy
    memory: Memory = field(default_factory=Memory)


class Answers:
    """Answers view states. A view that fails is told once in a generation and left out."""

    def __init__(self, tell: Callable[[Event], None], studio: Studio, beside: Beside | None = None) -> None:
        self._tell = tell
        self._studio, self._beside = studio, beside
        self._generation = -1
        self._failed: set[str] = set()
        self._without_backward = False
        self._forgiven = -1
        self._count = 0
        self._drawn = True
        self._of: tuple[Shown, int, Pixels] | None = None
        self._known: dict[ViewRequest, View] = {}  # the last answers, true for `_of` alone

    def forgive(self, generation: int) -> None:
        """States up to `generation` were meant for another network: their layers may be unknown."""
        self._forgiven = generation

    def result(
        self, shown: Shown, pixels: Pixels, frame: int, state: ViewState, drawn: bool = True
    ) -> Result:
        """Only what is not known yet of this network and frame is computed: a click costs its own view.

        Not `drawn`, it lacks what is a picture and no more. A frame that is drawn later counts once.
        Where memory runs out, backward pictures are given up first. Raises what is left.
        """
        start = time.perf_counter()
        completed = self._begin(state.generation, shown, frame, pixels) and not self._drawn
        views = self._answerable(shown, state.views)
        known = {name: self._known[request] for name, request in views.items() if request in self._known}
        unknown = {name: request for name, request in views.items() if name not in known}
        self._drawn = drawn
        moment, answers = self._answer_lighter(shown, pixels, unknown)
        answers |= known
        self._known = {} if self._without_backward else {views[name]: answers[name] for name in answers}
        total_ms = (time.perf_counter() - start) * 1000
        self._count += not completed
        times = (moment.forward_ms, moment.backward_ms, total_ms)
        return Result(state.generation, frame, answers, *times, self._count)

    def failed(self, name: str, error: Exception, device: object = "", about: Text | None = None) -> None:
        """Tell it, unless that was told in this generation."""
        if name not in self._failed:
            self._failed.add(name)
            self._tell(failure(error, str(device), about))

    def _begin(self, generation: int, shown: Shown, frame: int, pixels: Pixels) -> bool:
        """Whether it is the same frame as the last time."""
        of = self._of
        same = of is not None and of[0] is shown and of[1] == frame and of[2] is pixels
        if not same:
            self._of = (shown, frame, pixels)
            self._known = {}
        if generation != self._generation:
            self._generation = generation
            self._failed.clear()
            self._without_backward = False
        return same

    def _answerable(self, shown: Shown, views: Views) -> Views:
        """Those whose layer and unit there are."""
        answerable = {}
        for name, request in views.items():
            if VIEWS[type(request)].captures:
                try:
                    checked(shown.live, layer_of(request), getattr(request, "unit", None))
                except Exception as error:
                    if not (isinstance(error, UnknownNameError) and self._generation <= self._forgiven):
                        self.failed(name, error, shown.network.device)
                    continue
            answerable[name] = request
        return answerable

    def _answer_lighter(self, shown: Shown, pixels: Pixels, views: Views) -> tuple[Moment, dict[str, View]]:
        if self._without_backward:
            views = without_backward(views)
        try:
            return self._answer(shown, pixels, views)
        except Exception as error:
            if not is_out_of_memory(error) or views == without_backward(views):
                raise
            about = text("There is not enough memory for the backward picture; it is left out.")
            self.failed("memory", error, shown.network.device, about)
        self._without_backward = True
        release_memory()
        return self._answer(shown, pixels, without_backward(views))

    def _answer(self, shown: Shown, pixels: Pixels, views: Views) -> tuple[Moment, dict[str, View]]:
        try:
            moment = look(shown.network, shown.live, shown.memory, pixels, needs_of(shown.network, views))
        except Exception as error:
            if is_out_of_memory(error):
                raise
            self.failed("forward", error, shown.network.device)
            views = {
                name: view for name, view in views.items() if not needs_of(shown.network, {name: view}).any
            }
            moment = look(shown.network, shown.live, shown.memory, pixels, Needs())
        moment.studio = self._studio
        moment.frame, moment.beside = self._of[1] if self._of else 0, self._beside
        answers: dict[str, View] = {}
        for name, request in views.items():
            kind = VIEWS[type(request)]
            try:
                if kind.picture and not self._drawn:
                    note(moment, request)
                    continue
                answers[name] = kind.answer(moment, request)
            except Exception as error:
                if is_out_of_memory(error):
                    raise
                self.failed(name, error, shown.network.device)
        return moment, answers


def needs_of(network: Network, views: Views) -> Needs:
    """What one pass must give for all of them."""
    kinds = [(VIEWS[type(request)], request) for request in views.values()]
    explained = [request for request in views.values() if isinstance(request, MapRequest | HeatRequest)]
    heads = dict.fromkeys(filter(None, (explaining.made_of(network, request) for request in explained)))
    return Needs(
        layers=dict.fromkeys([*(layer_of(request) for kind, request in kinds if kind.captures), *heads]),
        output=any(kind.output for kind, _ in kinds),
        backward=sum(isinstance(request, UnitRequest) and request.rule is not None for _, request in kinds)
        + sum(request.method in explaining.RULES for request in explained),
        heads=heads,
    )


def note(moment: Moment, request: ViewRequest) -> None:
    """What the memory keeps of each frame, drawn or not."""
    if VIEWS[type(request)].captures:
        moment.numbers(layer_of(request))


def layer_of(request: ViewRequest) -> str:
    return str(getattr(request, "layer", ""))


def without_backward(views: Views) -> Views:
    return {
        name: replace(request, rule=None) if isinstance(request, UnitRequest) else request
        for name, request in views.items()
        if not (isinstance(request, MapRequest | HeatRequest) and request.method in LIVE)
    }


def release_memory() -> None:
    """Give back what no picture needs any more."""
    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
