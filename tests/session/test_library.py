"""The network's index: found again, left, refused where it is another's, read beside the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import NetworkReady
from deepvis_app.nets.network import Network
from deepvis_app.session.library import Library, default_place, holds_index
from tests import indexes, networks


@pytest.fixture(scope="module")
def network() -> Network:
    return networks.plain(32)


@pytest.fixture(scope="module")
def ready(network: Network) -> NetworkReady:
    return indexes.described(network)


@pytest.fixture(scope="module")
def place(network: Network, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("indexed")
    return indexes.make(network, indexes.pictures(folder / "pictures"), folder / "index")


@pytest.fixture
def library(qtbot: QtBot) -> Iterator[Library]:
    made = Library()
    yield made
    made.close()


def opened(library: Library, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: library.index is not None)


def test_it_is_opened_asked_and_found_again_at_the_next_start(
    library: Library, ready: NetworkReady, place: Path, qtbot: QtBot
) -> None:
    library.take_network(ready)
    library.open(place)
    opened(library, qtbot)
    with qtbot.waitSignal(library.answered) as heard:
        library.ask("labels", lambda index: index.labels)
    assert heard.args == ["labels", indexes.LABELS]
    another = Library()
    another.remember(library.remembered())
    another.take_network(ready)
    assert another.opening
    opened(another, qtbot)
    assert another.path == place
    assert not another.opening
    another.close()


def test_one_that_is_chosen_before_a_network_is_there_waits_for_it(
    library: Library, ready: NetworkReady, place: Path, qtbot: QtBot
) -> None:
    library.open(place)
    assert library.index is None
    library.take_network(ready)
    opened(library, qtbot)


def test_an_index_of_another_network_is_refused_in_a_sentence_and_not_shown(
    library: Library, place: Path, qtbot: QtBot
) -> None:
    other = networks.plain(32)
    with torch.no_grad():
        next(other.module.parameters()).add_(1)
    library.take_network(indexes.described(other))
    with qtbot.waitSignal(library.failed) as heard:
        library.open(place)
    assert "another network (Test)" in str(heard.args[0])
    assert library.index is None
    assert "another network" in str(library.about)


def test_other_preprocessing_is_another_network(
    library: Library, network: Network, ready: NetworkReady, place: Path, qtbot: QtBot
) -> None:
    library.take_network(ready)
    library.open(place)
    opened(library, qtbot)
    how = network.preprocessing
    changed = network.with_preprocessing(type(how)(**{**vars(how), "resize": 40}))
    library.take_network(indexes.described(changed))
    assert library.index is None
    library.take_network(ready)
    opened(library, qtbot)


def test_left_it_stays_away(library: Library, ready: NetworkReady, place: Path, qtbot: QtBot) -> None:
    library.take_network(ready)
    library.open(place)
    opened(library, qtbot)
    library.leave()
    assert library.index is None
    assert library.remembered() == {}


def test_one_that_has_gone_is_not_missed_at_the_start(
    library: Library, ready: NetworkReady, tmp_path: Path
) -> None:
    library.remember({ready.fingerprint: str(tmp_path / "gone"), "other": 3})
    told: list[object] = []
    library.failed.connect(told.append)
    library.take_network(ready)
    assert told == []
    assert library.index is None
    library.remember("nonsense")
    assert library.remembered() == {}


def test_a_folder_without_an_index_is_a_sentence(
    library: Library, ready: NetworkReady, tmp_path: Path, qtbot: QtBot
) -> None:
    library.take_network(ready)
    with qtbot.waitSignal(library.failed) as heard:
        library.open(tmp_path)
    assert "There is no index in" in str(heard.args[0])


def test_each_collection_of_pictures_has_its_place(user_home: Path, place: Path) -> None:
    first, second = default_place(Path("/a/photos")), default_place(Path("/b/photos"))
    assert first != second
    assert first.is_relative_to(user_home / "data")
    assert first.name.startswith("photos-")
    assert holds_index(place)
    assert not holds_index(first)
