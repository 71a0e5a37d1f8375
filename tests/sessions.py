"""Sessions without a running worker: what is put is kept, and answers are handed in."""

from __future__ import annotations

import numpy as np

from deepvis_app.engine.messages import (
    Command,
    Frame,
    GridRequest,
    GridView,
    LayerInfo,
    NetworkReady,
    NetworkSpec,
    Result,
    StillFrame,
    ViewState,
)
from deepvis_app.engine.worker import Worker
from deepvis_app.pictures.preprocessing import Preprocessing
from deepvis_app.sources.source import Source


class Listener(Worker):
    """A worker that is never started: it keeps what is put, and gives the results it is handed."""

    def __init__(self) -> None:
        super().__init__()
        self.states: list[ViewState] = []
        self.commands: list[Command] = []
        self.frames: list[Frame] = []

    def put_state(self, state: ViewState) -> None:
        self.states.append(state)

    def put_frame(self, frame: Frame) -> None:
        self.frames.append(frame)

    def send(self, command: Command) -> None:
        self.commands.append(command)

    def answer(self, generation: int, **views: object) -> None:
        self._give(Result(generation, 1, views, 1.0, 0.0, 1.0))  # type: ignore[arg-type]


class SteadySource(Source):
    kind = "still"

    def start(self) -> None:
        self.give(0)

    def stop(self) -> None:
        pass

    def give(self, number: int) -> None:
        self._give(StillFrame(number, np.zeros((2, 2, 3), np.uint8)))


def layer(
    name: str, units: int = 8, side: int = 16, *, main: bool = True, drawable: bool = True
) -> LayerInfo:
    return LayerInfo(name, name, "conv", (units, side, side), units, drawable, main, has_weights=True)


def network(spec: str = "embedded", *layers: LayerInfo) -> NetworkReady:
    return NetworkReady(
        spec=NetworkSpec(spec),
        title=spec,
        layers=layers or (layer("a"), layer("b"), layer("hidden", main=False), layer("c", side=4)),
        labels=("cat", "dog"),
        preprocessing=Preprocessing(),
        device="cpu",
        precision="float32",
        threads=1,
        parameters=1,
    )


def grid_request(name: str) -> GridRequest:
    return GridRequest(name, cell=10, gap=1, columns=4, first_row=0, rows=2)


def grid_view(name: str, maxima: tuple[float, ...] = (0.0, 3.0, 1.0)) -> GridView:
    units = tuple(range(len(maxima)))
    pixels = np.zeros((10, 40), np.uint8)
    return GridView(name, pixels, 0, units, units, maxima, maxima, (16, 16), 0)
