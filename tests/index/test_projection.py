"""PCA is that of the singular value decomposition; t-SNE keeps neighbours, tells how far it is, and stops."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from deepvis_app.errors import RunError
from deepvis_app.index import projection
from deepvis_app.index.projection import Points, Stopped, TsneParams, neighbours, pca, tsne

RNG = np.random.default_rng(3)
GROUPS = np.repeat(np.arange(4), 30)
CLUSTERED = (RNG.normal(size=(4, 12))[GROUPS] * 6 + RNG.normal(size=(120, 12))).astype(np.float32)
QUICK = TsneParams(perplexity=10, iterations=150)


def ignore(_done: float, _points: Points | None = None) -> None:
    pass


@pytest.mark.parametrize("shape", [(1500, 20), (40, 60), (1, 5)])
def test_pca_is_that_of_the_singular_value_decomposition(shape: tuple[int, int]) -> None:
    codes = (RNG.normal(size=shape) * np.linspace(3, 1, shape[1])).astype(np.float32)
    centred = codes - codes.mean(axis=0)
    left, values, _ = np.linalg.svd(centred.astype(np.float64), full_matrices=False)
    kept = min(3, *shape)
    expected = left[:, :kept] * values[:kept]
    placed = pca(codes, 3)
    assert placed.shape == (shape[0], 3)
    np.testing.assert_allclose(np.abs(placed[:, :kept]), np.abs(expected), atol=1e-4)


def test_pca_of_fewer_numbers_than_directions_leaves_the_rest_at_zero() -> None:
    placed = pca(np.array([[1.0], [3.0]], np.float16), 2)
    np.testing.assert_allclose(placed, [[-1, 0], [1, 0]])


def test_neighbours_are_those_of_all_distances_sorted() -> None:
    ids, distances = neighbours(CLUSTERED, 7, ignore)
    apart = np.linalg.norm(CLUSTERED[:, None] - CLUSTERED[None], axis=2)
    np.fill_diagonal(apart, np.inf)
    np.testing.assert_allclose(distances, np.sort(apart, axis=1)[:, :7], atol=1e-3)
    np.testing.assert_allclose(np.take_along_axis(apart, ids, axis=1), distances, atol=1e-3)


@pytest.mark.parametrize("initialisation", ["pca", "random"])
def test_tsne_keeps_groups_together_and_comes_out_the_same_again(initialisation: str) -> None:
    params = TsneParams(perplexity=10, iterations=150, initialisation=initialisation)  # type: ignore[arg-type]
    placed = tsne(CLUSTERED, params)
    ids, _ = neighbours(placed, 1, ignore)
    assert (GROUPS[ids[:, 0]] == GROUPS).mean() > 0.97
    np.testing.assert_array_equal(placed, tsne(CLUSTERED, params))


def test_tsne_heeds_the_metric() -> None:
    """Codes of one direction and different lengths are the same picture to cosine alone."""
    lengths = CLUSTERED * RNG.uniform(0.1, 10, (120, 1)).astype(np.float32)
    ids, _ = neighbours(tsne(lengths, QUICK), 1, ignore)
    assert (GROUPS[ids[:, 0]] == GROUPS).mean() > 0.97


def test_tsne_tells_how_far_it_is() -> None:
    told: list[tuple[float, bool]] = []
    tsne(CLUSTERED, QUICK, lambda done, points: told.append((done, points is not None)))
    shares = [done for done, _ in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert told[0][1] is False
    assert told[-1][1] is True


@pytest.mark.parametrize("looks", [0, 3])
def test_cancelled_it_stops_soon(looks: int) -> None:
    asked: Iterator[bool] = iter([False] * looks + [True] * 100)
    told: list[float] = []
    with pytest.raises(Stopped):
        tsne(CLUSTERED, QUICK, lambda done, _points: told.append(done), lambda: next(asked))
    assert max(told, default=0.0) < 0.5


def test_pictures_that_are_all_the_same_are_no_failure() -> None:
    same = np.ones((20, 4), np.float32)
    assert np.isfinite(tsne(same, TsneParams(perplexity=5, iterations=50))).all()
    np.testing.assert_array_equal(pca(same), np.zeros((20, 2)))


def test_many_pictures_go_the_faster_way_and_keep_together_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(projection, "_MANY", 100)
    ids, _ = neighbours(tsne(CLUSTERED, QUICK), 1, ignore)
    assert (GROUPS[ids[:, 0]] == GROUPS).mean() > 0.97


def test_too_few_pictures_are_refused_with_a_way_out() -> None:
    with pytest.raises(RunError, match="at least 10 pictures; here are 4"):
        tsne(CLUSTERED[:4])
