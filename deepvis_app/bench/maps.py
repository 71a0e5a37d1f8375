"""Part of `bench index`: the map of pictures. How smoothly it moves, and what making it costs the window."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

import numpy as np
from PySide6.QtCore import QEventLoop, QPointF, QTimer

from deepvis_app.bench.plan import Plan
from deepvis_app.bench.rows import Goal, Row
from deepvis_app.bench.stage import Stage, Watched, do_without_screen, opened
from deepvis_app.errors import RunError
from deepvis_app.index.lattice import assign, shape_for
from deepvis_app.session.atlas import Atlas, MapOptions, TsneParams
from deepvis_app.ui.application import qt_application
from deepvis_app.ui.widgets.kind_colours import kind_colours
from deepvis_app.ui.widgets.point_map import PointMap

POINTS, THUMBNAIL = 5_000, 64
SIZE = (1400, 800)  # of the map, in pixels
CLOSER, ASIDE = 16, 12  # steps of zooming in, and moves at each depth
PATIENCE = 300  # seconds


def bench(plan: Plan, index: Path) -> Iterator[Row]:
    """`index`: one of the embedded network."""
    yield from _moving(plan)
    yield from _making(plan, index)


def _moving(plan: Plan) -> Iterator[Row]:
    """Every frame painted, one after another, along a way from all points in sight to a few of them."""
    do_without_screen()
    application = qt_application()
    plane = PointMap("map")
    plane.resize(*SIZE)
    rng = np.random.default_rng(0)
    points = rng.normal(size=(50, 2))[rng.integers(0, 50, POINTS)] + rng.normal(0, 0.15, (POINTS, 2))
    points = (points - points.min(axis=0)) / np.ptp(points, axis=0)
    plane.set_points(np.arange(POINTS), points)
    plane.set_colours(kind_colours(plane)[rng.integers(0, 8, POINTS)])
    pictures = rng.integers(0, 256, (64, THUMBNAIL, THUMBNAIL, 3), np.uint8)
    plane.set_thumbnails({number: pictures[number % 64] for number in range(2_000)})
    plane.show()
    application.processEvents()
    times: list[float] = []
    thumbnails = 0
    for _ in range(1 + plan.runs):
        times = []
        plane.fit()
        for step in range(CLOSER):
            plane.zoom_by(1.3, QPointF(0.4 * SIZE[0], 0.6 * SIZE[1]))
            for move in range(ASIDE):
                begin = time.perf_counter()
                plane.move_by(9 if move < ASIDE / 2 else -9, 5 * (-1) ** step)
                plane.repaint()
                times.append(1000 * (time.perf_counter() - begin))
            thumbnails = max(thumbnails, plane.thumbnails_shown)
    plane.close()
    plane.deleteLater()
    note = f"{POINTS} points in {SIZE[0]} x {SIZE[1]} pixels, up to {thumbnails} thumbnails"
    yield Row("index", "map moved and zoomed", 1000 / median(times), "frames/s", Goal(">=", 30), note)
    worst = 1000 / float(np.percentile(times, 99))
    yield Row("index", "the same, slowest of a hundred frames", worst, "frames/s", Goal(">=", 30))
    columns, rows = shape_for(2_400, 1.6)
    begin = time.perf_counter()
    assign(points, columns, rows)
    seconds = time.perf_counter() - begin
    yield Row(
        "index", "grid of pictures", seconds, "s", None, f"{columns} x {rows} cells of {POINTS} pictures"
    )


def _making(plan: Plan, index: Path) -> Iterator[Row]:
    """t-SNE beside the live window."""
    with opened(plan.spec("embedded"), plan.threads) as stage:
        library, atlas = stage.session.library, stage.session.atlas
        library.open(index)
        _until(lambda: library.index is not None)
        stage.settle()
        alone = stage.watch.over(plan.seconds)
        options = MapOptions("tsne", most=POINTS, tsne=TsneParams())
        begin = time.perf_counter()
        beside = _while_making(stage, atlas, options)
        seconds = time.perf_counter() - begin
        pictures = 0 if atlas.chart is None else len(atlas.chart.ids)
    yield Row("index", "t-SNE beside the live window", seconds, "s", None, f"{pictures} pictures, 750 steps")
    blocked = float(np.percentile(beside.blocked, 99.9))
    yield Row("index", "meanwhile the window is blocked, 99.9th percentile", blocked, "ms", Goal("<", 30))
    yield Row("index", "meanwhile frames, against alone", beside.rate / alone.rate, "x")


def _while_making(stage: Stage, atlas: Atlas, options: MapOptions) -> Watched:
    """Watched for as long as it takes."""
    atlas.set_options(options)
    atlas.make()
    parts = []
    while atlas.making:
        parts.append(stage.watch.over(1.0))
    return Watched(
        sum(part.results for part in parts),
        sum(part.seconds for part in parts),
        tuple(blocked for part in parts for blocked in part.blocked),
        None,
    )


def _until(there: Callable[[], bool]) -> None:
    loop, begin = QEventLoop(), time.perf_counter()
    while not there():
        if time.perf_counter() - begin > PATIENCE:
            raise RunError("The window did not open the index within {seconds} s.", seconds=PATIENCE)
        QTimer.singleShot(20, loop.quit)
        loop.exec()
