"""A session with a network, whose requests can be read; nothing runs unless a test starts it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import LayerInfo, NetworkReady, NetworkSpec, Result, View, ViewRequest
from deepvis_app.pictures.preprocessing import Preprocessing
from deepvis_app.session import Session
from tests import indexes, networks


class ReadableSession(Session):
    """Notes what the panels ask; `answer` is what a worker would send."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: dict[str, ViewRequest] = {}

    def request(self, panel: str, request: ViewRequest | None) -> None:
        super().request(panel, request)
        if request is None:
            del self.asked[panel]
        else:
            self.asked[panel] = request

    def answer(self, **views: View) -> None:
        self.result.emit(Result(1, 1, views, forward_ms=5.0, backward_ms=8.0, total_ms=14.0))


def layer(name: str, *shape: int, weights: bool = True, drawable: bool = True) -> LayerInfo:
    field = (15, 15) if len(shape) == 3 else None
    return LayerInfo(name, name, "conv", shape, shape[0], drawable, True, weights, field)


NETWORK = NetworkReady(
    spec=NetworkSpec(),
    title="A small network",
    layers=(
        layer("conv1", 64, 32, 32),
        layer("pool1", 64, 16, 16, weights=False),
        layer("conv2", 2048, 8, 8),
        layer("scores", 10),
    ),
    labels=tuple(f"class {index}" for index in range(10)),
    preprocessing=Preprocessing(height=64, width=64, resize=64),
    device="cpu",
    precision="float32",
    threads=1,
    parameters=1000,
)


@pytest.fixture
def session(qapp: QApplication) -> Iterator[ReadableSession]:
    session = ReadableSession()
    yield session
    session.close()
    session.deleteLater()


@pytest.fixture
def loaded(session: ReadableSession) -> ReadableSession:
    """With the network, at its first layer."""
    session._take_network(NETWORK)
    session.set_layer("conv1")
    return session


@pytest.fixture(scope="session")
def pictured(tmp_path_factory: pytest.TempPathFactory) -> tuple[NetworkReady, Path]:
    """A small network that knows the labels of 24 pictures, and the index of what it saw in them."""
    network = networks.plain(32)
    network.labels[:2] = indexes.LABELS
    folder = tmp_path_factory.mktemp("pictured")
    place = indexes.make(network, indexes.pictures(folder / "pictures", 24), folder / "index")
    return indexes.described(network), place


@pytest.fixture
def indexed(session: ReadableSession, pictured: tuple[NetworkReady, Path], qtbot: QtBot) -> ReadableSession:
    """With that network, and its index open."""
    ready, place = pictured
    session._take_network(ready)
    session.library.open(place)
    qtbot.waitUntil(lambda: session.library.index is not None)
    return session
