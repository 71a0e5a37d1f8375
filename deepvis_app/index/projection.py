"""Codes laid out on a plane: principal components, and t-SNE, which keeps neighbours together.

OpenBLAS threads that wait for each other can cost a hundred times more than one (engine/threads.py caps
them for the application); t-SNE too runs on one thread, so that live frames go on beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from deepvis_app.errors import RunError
from deepvis_app.i18n import text

Codes = NDArray[Any]  # (N, D) float16 or float32, often mapped from a file
Points = NDArray[np.float32]  # (N, d)
Metric = Literal["cosine", "euclidean"]
Progress = Callable[[float, "Points | None"], None]
Cancelled = Callable[[], bool]

FEWEST = 10
"""Pictures that t-SNE needs; fewer have no neighbourhoods."""

_EXAGGERATION = 12.0  # of attraction, in the first third of the steps: clusters find together
_CHUNK = 1024  # codes at a time
_TELL_EVERY = 10  # steps
_SEARCH = 0.2  # of the whole work: finding neighbours
_MANY = 2_500  # codes from which on the Fourier transform beats Barnes and Hut's tree


@dataclass(frozen=True)
class TsneParams:
    perplexity: float = field(
        default=30.0,
        metadata={"range": (2.0, 200.0), "title": text("Perplexity: about how many neighbours count")},
    )
    iterations: int = field(default=750, metadata={"range": (50, 10_000), "title": text("Steps")})
    initialisation: Literal["pca", "random"] = field(
        default="pca", metadata={"choices": ("pca", "random"), "title": text("Begin with")}
    )
    metric: Metric = field(
        default="cosine", metadata={"choices": ("cosine", "euclidean"), "title": text("Distance of codes")}
    )
    seed: int = field(default=0, metadata={"range": (0, 2**31 - 1), "title": text("Seed")})


class Stopped(Exception):  # noqa: N818  # nothing went wrong
    """The user cancelled."""


def never() -> bool:
    return False


def pca(codes: Codes, dimensions: int = 2, cancelled: Cancelled = never) -> Points:
    """(N, D) -> (N, dimensions): the centred codes along the directions of largest variance.

    By the eigenvectors of the covariance, summed up in float64 (Pearson 1901). A direction points to where
    its largest weight is positive, so that the same codes always give the same picture. Directions beyond
    D are 0. Raises Stopped.
    """
    count, width = codes.shape
    mean, covariance = np.zeros(width), np.zeros((width, width))
    for part in _parts(codes, cancelled):
        mean += part.sum(axis=0)
    mean /= max(count, 1)
    for part in _parts(codes, cancelled):
        part -= mean
        covariance += part.T @ part
    _, vectors = np.linalg.eigh(covariance)  # the largest come last
    axes = vectors[:, ::-1][:, :dimensions]
    largest = np.abs(axes).argmax(axis=0)
    axes = axes * np.where(axes[largest, np.arange(axes.shape[1])] < 0, -1, 1)
    placed = np.zeros((count, dimensions), np.float32)
    for start, part in zip(range(0, count, _CHUNK), _parts(codes, cancelled), strict=True):
        placed[start : start + _CHUNK, : axes.shape[1]] = (part - mean) @ axes
    return placed


def tsne(
    codes: Codes,
    params: TsneParams | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled = never,
) -> Points:
    """(N, D) -> (N, 2): close codes stay close (van der Maaten & Hinton 2008, by openTSNE).

    `progress` is told the share done and, once there are any, the points so far. The same seed gives the
    same picture. Raises RunError for fewer than FEWEST codes, and Stopped.
    """
    params = params or TsneParams()
    if len(codes) < FEWEST:
        raise RunError(
            "t-SNE needs at least {least} pictures; here are {count}. Index more, or choose PCA.",
            least=FEWEST,
            count=len(codes),
        )
    tell = progress or (lambda _done, _points: None)
    from openTSNE import TSNEEmbedding  # half a second, for those who ask for it
    from openTSNE.affinity import PerplexityBasedNN
    from openTSNE.nearest_neighbors import PrecomputedNeighbors

    perplexity = min(params.perplexity, (len(codes) - 1) / 3)
    scaled = _scaled(codes, params.metric)
    ids, distances = neighbours(
        scaled, int(3 * perplexity), lambda done: tell(_SEARCH * done, None), cancelled
    )
    affinities = PerplexityBasedNN(
        knn_index=PrecomputedNeighbors(ids, distances), perplexity=perplexity, n_jobs=1
    )
    embedding = TSNEEmbedding(
        _start(scaled, params, cancelled),
        affinities,
        negative_gradient_method="fft" if len(codes) >= _MANY else "bh",
        n_jobs=1,
        random_state=params.seed,
    )
    early = params.iterations // 3
    for steps, before, exaggeration, momentum in (
        (early, 0, _EXAGGERATION, 0.5),
        (params.iterations - early, early, 1.0, 0.8),
    ):
        watch = _Watch(before, params.iterations, tell, cancelled)
        embedding.optimize(
            steps,
            inplace=True,
            exaggeration=exaggeration,
            momentum=momentum,
            learning_rate=max(200.0, len(codes) / _EXAGGERATION),  # Belkina et al. 2019
            callbacks=watch,
            callbacks_every_iters=_TELL_EVERY,
        )
        if cancelled():
            raise Stopped
    return np.asarray(embedding, np.float32)


def neighbours(
    codes: NDArray[np.float32], count: int, progress: Callable[[float], None], cancelled: Cancelled = never
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Each code's `count` nearest others by Euclidean distance, exactly: ids and distances, (N, count).

    Nearest first; of those as near, the smaller id. Raises Stopped.
    """
    squares = np.einsum("nd,nd->n", codes, codes)
    ids = np.empty((len(codes), count), np.int64)
    distances = np.empty((len(codes), count))
    for start in range(0, len(codes), _CHUNK):
        _go_on(cancelled)
        part = codes[start : start + _CHUNK]
        rows = np.arange(len(part))
        apart = squares[None] - 2 * (part @ codes.T) + squares[start : start + _CHUNK, None]
        apart[rows, start + rows] = np.inf  # not itself
        near = np.sort(np.argpartition(apart, count - 1, axis=1)[:, :count], axis=1)
        order = np.argsort(apart[rows[:, None], near], axis=1, kind="stable")
        near = np.take_along_axis(near, order, axis=1)
        ids[start : start + _CHUNK] = near
        distances[start : start + _CHUNK] = np.sqrt(np.maximum(apart[rows[:, None], near], 0))
        progress(min(1.0, (start + _CHUNK) / len(codes)))
    return ids, distances


class _Watch:
    """openTSNE's callback: tells how far it is; true stops."""

    def __init__(self, before: int, total: int, tell: Progress, cancelled: Cancelled) -> None:
        self._before, self._total, self._tell, self._cancelled = before, total, tell, cancelled

    def __call__(self, step: int, _error: float, points: NDArray[np.float64]) -> bool:
        done = (self._before + step) / self._total
        self._tell(_SEARCH + (1 - _SEARCH) * done, np.asarray(points, np.float32))
        return self._cancelled()


def _start(codes: NDArray[np.float32], params: TsneParams, cancelled: Cancelled) -> NDArray[np.float64]:
    """A small first picture: t-SNE then pulls it apart."""
    random = np.random.default_rng(params.seed)
    if params.initialisation == "random":
        return random.normal(0, 1e-4, (len(codes), 2))
    placed = pca(codes, 2, cancelled).astype(np.float64)
    spread = placed[:, 0].std() or 1.0
    return placed * (1e-4 / spread) + random.normal(0, 1e-6, placed.shape)  # no two on one spot


def _scaled(codes: Codes, metric: Metric) -> NDArray[np.float32]:
    """Of length 1 for cosine: there Euclidean distance orders as the angle does."""
    whole = np.asarray(codes, np.float32)
    if metric == "cosine":
        whole = whole / np.maximum(np.linalg.norm(whole, axis=1, keepdims=True), 1e-12)
    return whole


def _parts(codes: Codes, cancelled: Cancelled) -> Any:
    """As float64, some at a time."""
    for start in range(0, len(codes), _CHUNK):
        _go_on(cancelled)
        yield np.array(codes[start : start + _CHUNK], np.float64)


def _go_on(cancelled: Cancelled) -> None:
    if cancelled():
        raise Stopped
