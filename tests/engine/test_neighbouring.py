"""The nearest pictures of an index, live: the same as by the formula, of the frame and of a picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from deepvis_app.engine.messages import Failure, IndexRef, NeighboursRequest, NeighboursView
from deepvis_app.index.reading import Index
from deepvis_app.nets.network import Network
from tests import indexes
from tests.engine.conftest import Loop


@pytest.fixture
def index(network: Network, tmp_path: Path) -> Iterator[Index]:
    root = indexes.pictures(tmp_path / "pictures", 12)
    made = indexes.make(network, root, tmp_path / "index", layers=("relu2",), codes=("relu2", "fc"))
    opened = Index.open(made)
    yield opened
    opened.close()


def asked(index: Index, **changes: object) -> NeighboursRequest:
    ref = IndexRef(index.path, index.fingerprint, index.count)
    return NeighboursRequest(**{"layer": "relu2", "index": ref, "count": 4, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize("layer", ["relu2", "fc"])
def test_a_picture_of_the_index_as_the_frame_finds_itself_first(
    tiny_loop: Loop, index: Index, layer: str
) -> None:
    view = tiny_loop.ask(index.pixels(7), near=asked(index, layer=layer, metric="euclidean")).views["near"]
    assert isinstance(view, NeighboursView)
    assert view.by_code[0].picture == view.by_pixels[0].picture == 7
    assert view.by_pixels[0].distance < 0.05
    assert view.by_code[0].distance < 0.5 * view.by_code[1].distance
    assert view.query.shape == (32, 32, 3)


@pytest.mark.parametrize("metric", ["cosine", "euclidean"])
def test_distances_are_those_of_the_formula(tiny_loop: Loop, index: Index, metric: str) -> None:
    request = asked(index, metric=metric, picture=7)
    view = tiny_loop.ask(np.zeros((40, 40, 3), np.uint8), near=request).views["near"]
    assert isinstance(view, NeighboursView)
    for space, found in (("relu2", view.by_code), ("pixels", view.by_pixels)):
        codes = np.asarray(index.codes(space), np.float64)
        distances = {
            "cosine": 1 - codes @ codes[7] / np.linalg.norm(codes, axis=1) / np.linalg.norm(codes[7]),
            "euclidean": np.linalg.norm(codes - codes[7], axis=1),
        }[metric]
        assert [one.distance for one in found[1:]] == pytest.approx(sorted(distances)[1:4], rel=1e-3)


def test_of_a_picture_instead_of_the_frame(tiny_loop: Loop, index: Index) -> None:
    frame = np.zeros((40, 40, 3), np.uint8)
    view = tiny_loop.ask(frame, near=asked(index, picture=2)).views["near"]
    assert isinstance(view, NeighboursView)
    assert view.by_code[0].picture == 2
    assert view.by_code[0].label == "gold"
    assert view.by_code[0].name == "2.png"
    np.testing.assert_array_equal(view.query, index.thumbnail(2))


def test_an_index_that_has_gone_is_a_sentence_and_the_others_are_answered(
    tiny_loop: Loop, index: Index
) -> None:
    frame = np.zeros((40, 40, 3), np.uint8)
    gone = replace(asked(index), index=IndexRef(index.path / "elsewhere", index.fingerprint, 3))
    result = tiny_loop.ask(frame, gone=gone, near=asked(index))
    assert set(result.views) == {"near"}
    assert "no index" in str(tiny_loop.of(Failure)[0].about)
