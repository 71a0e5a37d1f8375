"""The map is made beside the window, tells how far it is, stops when told, and is found again."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import NetworkReady
from deepvis_app.session.atlas import Atlas, Grid, MapOptions, TsneParams
from deepvis_app.session.library import Library
from tests import indexes, networks

TSNE = MapOptions("tsne", tsne=TsneParams(perplexity=4, iterations=60))
LONG = MapOptions("tsne", tsne=TsneParams(perplexity=4, iterations=10_000))


@pytest.fixture(scope="module")
def pictured(tmp_path_factory: pytest.TempPathFactory) -> tuple[NetworkReady, Path]:
    network = networks.plain(32)
    folder = tmp_path_factory.mktemp("mapped")
    place = indexes.make(network, indexes.pictures(folder / "pictures", 16), folder / "index")
    return indexes.described(network), place


@pytest.fixture
def library(qtbot: QtBot, pictured: tuple[NetworkReady, Path], tmp_path: Path) -> Iterator[Library]:
    ready, place = pictured
    shutil.copytree(place, tmp_path / "index")
    made = Library()
    made.take_network(ready)
    made.open(tmp_path / "index")
    qtbot.waitUntil(lambda: made.index is not None)
    yield made
    made.close()


@pytest.fixture
def atlas(library: Library) -> Iterator[Atlas]:
    made = Atlas(library)
    yield made
    made.close()


def finished(atlas: Atlas) -> bool:
    return atlas.chart is not None and atlas.chart.finished and not atlas.making


def test_pca_is_there_without_being_asked_for_tsne_waits_for_it(atlas: Atlas, qtbot: QtBot) -> None:
    atlas.open()
    qtbot.waitUntil(lambda: finished(atlas))
    assert atlas.code == atlas.codes[0] != "pixels"
    atlas.set_options(TSNE)
    with qtbot.waitSignal(atlas.chart_changed):
        atlas.open()
    assert atlas.chart is None
    assert not atlas.making


def test_tsne_tells_how_far_it_is_and_shows_what_it_has(atlas: Atlas, qtbot: QtBot) -> None:
    told: list[float | None] = []
    shown: list[bool] = []
    atlas.progressed.connect(told.append)
    atlas.chart_changed.connect(lambda: shown.append(atlas.chart is not None and atlas.chart.finished))
    atlas.set_options(TSNE)
    atlas.make()
    assert atlas.making
    qtbot.waitUntil(lambda: finished(atlas), timeout=30_000)
    assert told[0] == 0.0
    assert told[-1] is None
    shares = [one for one in told if one is not None]
    assert shares == sorted(shares)
    assert shown[0] is False
    assert shown[-1] is True


def test_what_was_made_is_found_again(atlas: Atlas, library: Library, qtbot: QtBot) -> None:
    atlas.set_options(TSNE)
    atlas.make()
    qtbot.waitUntil(lambda: finished(atlas), timeout=30_000)
    made = atlas.chart
    other = Atlas(library)
    other.remember(atlas.remembered())
    other.open()
    qtbot.waitUntil(lambda: finished(other))
    assert made is not None
    assert other.chart is not None
    np.testing.assert_allclose(other.chart.points, made.points)
    assert other.options.tsne == TSNE.tsne
    other.close()


def test_cancelled_it_stops_and_what_it_had_stays_to_be_seen(atlas: Atlas, qtbot: QtBot) -> None:
    atlas.set_options(LONG)
    atlas.make()
    qtbot.waitUntil(lambda: atlas.chart is not None, timeout=30_000)
    with qtbot.waitSignal(atlas.progressed, check_params_cb=lambda done: done is None):
        atlas.cancel()
    chart = atlas.chart
    assert chart is not None
    assert not chart.finished
    assert not atlas.making
    atlas.set_options(replace(LONG, method="pca"))
    atlas.open()  # the thread is free again
    qtbot.waitUntil(lambda: finished(atlas))


def test_a_grid_has_no_picture_twice_and_its_pixels(atlas: Atlas, qtbot: QtBot) -> None:
    atlas.open()
    qtbot.waitUntil(lambda: finished(atlas))
    with qtbot.waitSignal(atlas.grid_made) as heard:
        atlas.arrange(4, 2)
    grid = heard.args[0]
    assert isinstance(grid, Grid)
    assert grid.lattice.pictures.shape == (2, 4)
    assert len(set(grid.lattice.pictures.ravel().tolist())) == 8
    assert grid.pixels.shape == (2 * 64, 4 * 64, 3)


def test_too_few_pictures_are_refused_in_a_sentence(
    pictured: tuple[NetworkReady, Path], tmp_path: Path, qtbot: QtBot
) -> None:
    network = networks.plain(32)
    library = Library()
    library.take_network(indexes.described(network))
    library.open(indexes.make(network, indexes.pictures(tmp_path / "few", 4), tmp_path / "index"))
    qtbot.waitUntil(lambda: library.index is not None)
    atlas = Atlas(library)
    atlas.set_options(TSNE)
    with qtbot.waitSignal(atlas.refused) as heard:
        atlas.make()
    assert "at least 10 pictures; here are 4" in str(heard.args[0])
    assert not atlas.making
    atlas.close()
    library.close()


def test_without_an_index_there_is_nothing_to_make(qtbot: QtBot) -> None:
    library = Library()
    atlas = Atlas(library)
    atlas.make()
    atlas.open()
    assert not atlas.making
    assert atlas.code == ""
    atlas.close()
    library.close()


@pytest.mark.parametrize(
    "saved",
    [
        {"method": "umap", "tsne": {}},
        {"method": "pca", "tsne": {"speed": 1}},
        {"method": "pca", "most": "all", "tsne": {}},
        {"method": "tsne", "tsne": {"perplexity": -3}},
        {"method": "tsne", "tsne": {"metric": "taxi"}},
    ],
)
def test_what_makes_no_sense_is_not_taken_up(atlas: Atlas, saved: dict[str, object]) -> None:
    with pytest.raises((TypeError, ValueError)):
        atlas.remember(saved)
    assert atlas.options == MapOptions()
