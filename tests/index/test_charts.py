"""A map is made of an index's codes, kept beside the index, and made anew when the pictures have changed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from deepvis_app.errors import RunError
from deepvis_app.index import charts
from deepvis_app.index.charts import Chart, MapOptions
from deepvis_app.index.projection import TsneParams, pca
from deepvis_app.index.reading import Index
from deepvis_app.nets.network import Network
from tests import indexes, networks

TSNE = TsneParams(perplexity=4, iterations=60)


@pytest.fixture(scope="module")
def network() -> Network:
    return networks.plain(32)


@pytest.fixture(scope="module")
def place(network: Network, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("charted")
    return indexes.make(network, indexes.pictures(folder / "pictures", 14), folder / "index")


@pytest.fixture
def index(place: Path, tmp_path: Path) -> Iterator[Index]:
    shutil.copytree(place, tmp_path / "index")
    opened = Index.open(tmp_path / "index")
    yield opened
    opened.close()


def code(index: Index) -> str:
    return index.code_layers[-1]


def test_it_lays_out_the_codes_within_a_square_with_up_on_top(index: Index) -> None:
    made = charts.make(index, MapOptions("pca", code(index)))
    placed = pca(index.codes(code(index)))
    for axis, towards in ((0, 1), (1, -1)):
        assert made.points[:, axis].min() == 0
        assert made.points[:, axis].max() == 1
        assert np.corrcoef(made.points[:, axis], placed[:, axis])[0, 1] == pytest.approx(towards)
    assert made.finished
    assert made.among == len(made.ids) == 14


def test_pictures_have_their_labels_and_what_the_network_says(index: Index) -> None:
    made = charts.make(index, MapOptions("pca", "pixels"))
    assert [made.labels.names[one] for one in made.labels.of] == list(index.picture_labels)
    assert made.said.of.tolist() == [index.picture(id).classes[0] for id in range(14)]
    assert set(made.labels.kinds.tolist()) == {0, 1}


@pytest.mark.parametrize("method", ["pca", "tsne"])
def test_it_is_found_again_with_what_it_was_made_with(index: Index, method: str) -> None:
    options = MapOptions(method, code(index), 12, TSNE)  # type: ignore[arg-type]
    assert charts.kept(index, options) is None
    made = charts.make(index, options)
    found = charts.kept(index, MapOptions(method, code(index)))  # type: ignore[arg-type]
    assert found is not None
    assert found.options == options
    assert (made.kept, found.kept) == (True, True)
    np.testing.assert_allclose(found.points, made.points)
    np.testing.assert_array_equal(found.ids, made.ids)
    assert charts.kept(index, MapOptions("pca", "pixels")) is None


def test_tsne_shows_what_it_has_on_the_way(index: Index) -> None:
    told: list[Chart | None] = []
    charts.make(index, MapOptions("tsne", code(index), tsne=TSNE), lambda _done, chart: told.append(chart))
    shown = [chart for chart in told if chart is not None]
    assert shown
    assert not any(chart.finished for chart in shown)
    assert all(chart.points.shape == (14, 2) for chart in shown)


def test_of_many_pictures_some_are_drawn_the_same_again(index: Index) -> None:
    made = charts.make(index, MapOptions("pca", "pixels", most=10))
    again = charts.make(index, MapOptions("pca", "pixels", most=10))
    assert len(set(made.ids.tolist())) == 10
    np.testing.assert_array_equal(made.ids, again.ids)


def test_one_of_other_pictures_is_not_taken_for_this_one(
    index: Index, network: Network, tmp_path: Path
) -> None:
    options = MapOptions("pca", code(index))
    charts.make(index, options)
    indexes.make(network, indexes.pictures(tmp_path / "more", 16), tmp_path / "other")
    shutil.copytree(index.path / charts.FOLDER, tmp_path / "other" / charts.FOLDER)
    other = Index.open(tmp_path / "other")
    assert charts.kept(other, options) is None
    other.close()


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04 no map", b"nothing of the kind"])
def test_a_damaged_one_is_as_if_there_were_none(index: Index, damage: bytes) -> None:
    options = MapOptions("pca", code(index))
    charts.make(index, options)
    (file,) = (index.path / charts.FOLDER).iterdir()
    file.write_bytes(damage)
    assert charts.kept(index, options) is None


def test_where_nothing_can_be_written_it_is_shown_all_the_same(index: Index) -> None:
    (index.path / charts.FOLDER).write_text("a file where the folder would be")
    made = charts.make(index, MapOptions("pca", code(index)))
    assert not made.kept
    assert made.points.shape == (14, 2)


def test_an_index_without_pictures_is_refused(index: Index) -> None:
    index.count = 0
    with pytest.raises(RunError, match="holds no pictures"):
        charts.make(index, MapOptions("pca", code(index)))
