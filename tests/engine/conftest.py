"""A small network for the engine's tests, and its loop driven round by round without a thread."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest

from deepvis_app.engine.mailbox import Mailbox
from deepvis_app.engine.messages import (
    Command,
    Event,
    Failure,
    LoadNetwork,
    NetworkReady,
    NetworkSpec,
    Pixels,
    Result,
    SetPreprocessing,
    StillFrame,
    ViewRequest,
    ViewState,
)
from deepvis_app.engine.pipeline import Pipeline
from deepvis_app.nets.network import Network
from deepvis_app.pictures.preprocessing import Preprocessing

E = TypeVar("E", bound=Event)


TINY = """
from collections import OrderedDict
from torch import nn

def make():
    return nn.Sequential(OrderedDict(
        conv=nn.Conv2d(3, 8, 5, padding=2),
        relu=nn.ReLU(inplace=True),
        pool=nn.MaxPool2d(2),
        conv2=nn.Conv2d(8, 12, 3, padding=1),
        relu2=nn.ReLU(),
        gap=nn.AdaptiveAvgPool2d(1),
        flatten=nn.Flatten(),
        fc=nn.Linear(12, 5),
    ))
"""
SIDE = 32
PATIENCE = 60  # seconds


@dataclass
class Loop:
    """A pipeline whose rounds a test drives, with all that it told."""

    box: Mailbox = field(default_factory=Mailbox)
    events: list[Event] = field(default_factory=list)
    results: list[Result] = field(default_factory=list)
    generation: int = 0

    def __post_init__(self) -> None:
        self.pipeline = Pipeline(self.box, self.events.append, self.results.append)

    def round(self, timeout: float = 0) -> None:
        mail = self.box.take(timeout)
        assert mail is not None
        self.pipeline.step(mail)

    def send(self, *commands: Command) -> None:
        for command in commands:
            self.box.put_command(command)
        self.round()

    def load(self, spec: NetworkSpec) -> NetworkReady:
        """Send it, and go round until it is there."""
        before = len(self.of(NetworkReady))
        self.send(LoadNetwork(spec))
        self.until(lambda: len(self.of(NetworkReady)) > before or bool(self.of(Failure)))
        assert not self.of(Failure), self.of(Failure)[0].details
        return self.of(NetworkReady)[-1]

    def until(self, done: Callable[[], bool], timeout: float = 5) -> None:
        """Go round until `done`."""
        deadline = time.monotonic() + PATIENCE
        while not done():
            assert time.monotonic() < deadline, "it never came"
            self.round(timeout)

    def ask(self, pixels: Pixels | None = None, **views: ViewRequest) -> Result:
        """The answer to a new view state, over a new frame if there is one."""
        self.generation += 1
        self.box.put_state(ViewState(self.generation, views))
        if pixels is not None:
            self.box.put_frame(StillFrame(self.generation, pixels))
        self.round()
        return self.results[-1]

    def of(self, kind: type[E]) -> list[E]:
        return [event for event in self.events if isinstance(event, kind)]

    def close(self) -> None:
        self.box.close()
        self.pipeline.run()


@pytest.fixture
def loop() -> Iterator[Loop]:
    loop = Loop()
    yield loop
    loop.close()


@pytest.fixture
def pixels() -> Pixels:
    return np.random.default_rng(0).integers(0, 256, (48, 64, 3), np.uint8)


@pytest.fixture
def tiny(tmp_path: Path) -> NetworkSpec:
    """A file that builds an untrained network of 5 classes: `conv` signed, `relu` not, `fc` a vector."""
    file = tmp_path / "tiny.py"
    file.write_text(TINY)
    return NetworkSpec(f"{file}:make", allow_code=True)


@pytest.fixture
def network(tiny: NetworkSpec) -> Network:
    return Network.load(tiny.spec, allow_code=True).with_preprocessing(Preprocessing(SIDE, SIDE, SIDE))


@pytest.fixture
def tiny_loop(loop: Loop, tiny: NetworkSpec) -> Loop:
    loop.load(tiny)
    loop.send(SetPreprocessing(Preprocessing(SIDE, SIDE, SIDE)))
    return loop
