"""The parts of an index, each against its definition."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import numpy as np
import pytest
import torch

from deepvis_app.errors import OutOfRangeError, UnknownNameError, UsageError
from deepvis_app.index import planning
from deepvis_app.index.crew import Crew
from deepvis_app.index.format import About
from deepvis_app.index.labelling import labels_of
from deepvis_app.index.neighbours import Metric, nearest
from deepvis_app.index.planning import Wishes, identity, plan
from deepvis_app.index.statistics import statistics
from deepvis_app.index.summing import Sums, positions
from deepvis_app.index.tops import NONE, UNKNOWN, Tops
from deepvis_app.nets.capture import forward
from tests import networks

NAMES = ("largest", "lowest", "mean", "square", "positive")


# ---- sums -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("order", [torch.contiguous_format, torch.channels_last])
@pytest.mark.parametrize(
    "shape", [(3, 5, 4, 6), (2, 48, 16, 16), (2, 7, 3, 5), (2, 64, 2, 1), (1, 300, 40, 40), (4, 6, 1, 1)]
)
def test_sums_are_those_of_each_map(shape: tuple[int, ...], order: torch.memory_format) -> None:
    maps = torch.randn(shape).sub(0.3).contiguous(memory_format=order)
    found = Sums().of(maps, NAMES)
    if shape[2:] == (1, 1):
        assert torch.equal(found, maps.reshape(4, 1, 6))
        return
    expected = [
        maps.amax((2, 3)),
        maps.amin((2, 3)),
        maps.double().mean((2, 3)),
        maps.double().square().mean((2, 3)),
        (maps > 0).double().mean((2, 3)),
    ]
    assert torch.equal(found[:, :2], torch.stack(expected[:2], 1))
    torch.testing.assert_close(found[:, 2:].double(), torch.stack(expected[2:], 1), rtol=1e-5, atol=1e-6)


def test_tokens_are_summed_as_the_grids_that_they_are() -> None:
    tokens = torch.randn(2, 12, 5)
    maps = tokens.transpose(1, 2).reshape(2, 5, 3, 4)
    torch.testing.assert_close(Sums().of(maps, ("mean",))[:, 0], tokens.mean(1))


def test_positions_are_the_first_of_the_extreme_values() -> None:
    maps = torch.zeros(2, 3, 4, 5)
    maps[1, 2, 1, 3] = maps[1, 2, 3, 0] = 2
    maps[0, 1, 2, 2] = -1
    found = positions(maps, np.array([1, 1, 0]), np.array([2, 0, 1]), lowest=False)
    assert found.tolist() == [8, 0, 0]
    assert positions(maps, np.array([0, 1]), np.array([1, 2]), lowest=True).tolist() == [12, 0]


def test_watched_maps_are_not_kept() -> None:
    network = networks.plain()
    seen: dict[str, torch.Tensor] = {}
    x = networks.picture()
    with torch.inference_mode():
        captured = forward(
            network, x, ["conv1", "gap"], watch=lambda name, maps: seen.update({name: maps.clone()})
        )
        expected = forward(network, x, ["conv1", "gap"])
    assert captured.maps == captured.raw == {}
    assert torch.equal(captured.output, expected.output)
    for name, maps in expected.maps.items():
        assert torch.equal(seen[name], maps)


# ---- top lists --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lowest", [False, True])
def test_lists_hold_the_best_whatever_comes_when(lowest: bool) -> None:
    rng = np.random.default_rng(1)
    answers = rng.integers(-3, 4, (60, 5)).astype(np.float32)  # many ties
    rank_of = rng.permutation(60)
    tops = Tops(5, 4, lowest)
    order = rng.permutation(60)
    for begin in range(0, 60, 7):
        places = order[begin : begin + 7].astype(np.int32)
        slots, units = np.nonzero(tops.entering(answers[places], rank_of[places]))
        where = (places[slots] * 10 + units).astype(np.int32)
        tops.gather(units, answers[places][slots, units], places[slots], where)
        if begin % 2:
            tops.settle(rank_of)
    tops.settle(rank_of)
    check(tops, answers, rank_of, np.arange(60), 4)
    assert (tops.positions == tops.places * 10 + np.arange(5)[:, None]).all()


def check(tops: Tops, answers: np.ndarray, rank_of: np.ndarray, places: np.ndarray, depth: int) -> None:
    sign = 1 if tops.lowest else -1
    for unit in range(answers.shape[1]):
        best = sorted(places, key=lambda place: (sign * answers[place, unit], rank_of[place]))[:depth]
        assert tops.places[unit].tolist() == [*best, *[NONE] * (depth - len(best))]
        np.testing.assert_array_equal(tops.answers[unit, : len(best)], answers[best, unit])


def test_where_pictures_go_the_next_best_move_up_with_unknown_positions() -> None:
    rng = np.random.default_rng(2)
    answers = rng.standard_normal((30, 3)).astype(np.float32)
    rank_of = np.arange(30)
    tops = Tops(3, 4)
    units, places = np.meshgrid(np.arange(3), np.arange(30))
    tops.add(units.ravel(), answers.ravel(), places.ravel().astype(np.int32), np.zeros(90, np.int32), rank_of)
    gone = tops.places[0, :3].astype(np.int64)
    rank_of[gone] = NONE
    tops.without(gone, answers, rank_of)
    check(tops, answers, rank_of, np.setdiff1d(np.arange(30), gone), 4)
    assert (tops.positions[0] == [0, UNKNOWN, UNKNOWN, UNKNOWN]).all()
    units, columns = tops.missing(2)
    assert (0, 1) in zip(units, columns, strict=True)
    assert columns.max() < 2


def test_numbers_that_are_none_enter_no_list() -> None:
    tops = Tops(2, 2)
    answers = np.array([[np.nan, 1], [-np.inf, np.inf]], np.float32)
    assert tops.entering(answers, np.arange(2)).tolist() == [[False, True], [True, True]]


# ---- statistics -------------------------------------------------------------------------------------------


def test_selectivity_is_that_of_morcos() -> None:
    means = np.array([[1, 0, 2], [3, 0, 2], [1, 0, 2], [0, 0, 2], [7, 7, 7]], np.float32)
    rows = np.stack([means, means, means**2, np.ones_like(means)], 1)
    found = statistics(rows, ("largest", "mean", "square", "positive"), np.array([0, 0, 1, 2, -1], np.int32))
    others = (1 + 0) / 2
    np.testing.assert_allclose(found.selectivity, [(2 - others) / (2 + others), 0, 0])
    assert found.favourite.tolist() == [0, -1, 0]
    assert found.always_on.all()
    alone = statistics(rows, ("largest", "mean", "square", "positive"), np.zeros(5, np.int32))
    assert alone.favourite.tolist() == [-1, -1, -1], "one class alone is no favourite"


def test_statistics_of_nothing_are_quiet() -> None:
    found = statistics(np.empty((0, 1, 2), np.float32), ("largest",), np.empty(0, np.int32))
    assert found.dead.all()
    assert found.mean.tolist() == [0, 0]


# ---- neighbours -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dtype", [np.float32, np.float16])
@pytest.mark.parametrize("metric", ["cosine", "euclidean"])
def test_nearest_are_those_of_the_formula(metric: Metric, dtype: type) -> None:
    rng = np.random.default_rng(3)
    codes = rng.standard_normal((9000, 24)).astype(dtype)
    codes[5] = codes[4000]
    codes[7] = 0
    query = codes[4000].astype(np.float32)
    wide = codes.astype(np.float64)
    if metric == "cosine":
        lengths = np.linalg.norm(wide, axis=1) * np.linalg.norm(wide[4000])
        expected = 1 - np.divide(wide @ wide[4000], lengths, out=np.zeros(9000), where=lengths > 0)
    else:
        expected = np.linalg.norm(wide - wide[4000], axis=1)
    ids, distances = nearest(codes, query, 12, metric)
    assert ids[:2].tolist() == [5, 4000]
    np.testing.assert_allclose(np.sort(expected)[:12], distances, atol=2e-3)
    np.testing.assert_allclose(expected[ids], distances, atol=2e-3)
    assert len(nearest(codes, query, 10_000, metric)[0]) == 9000
    assert len(nearest(codes[:0], query, 3, metric)[0]) == 0


# ---- labels -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("paths", "labels"),
    [
        (["cat/a.png", "dog/b.png", "c.png"], ["cat", "dog", None]),
        (["val/cat/images/a.png", "val/dog/images/b.png"], ["cat", "dog"]),
        (["cat/a.png", "cat/b.png"], ["cat", "cat"]),
        (["a.png"], [None]),
        (["train.zip/cat/a.png", "train.zip/dog/a.png"], ["cat", "dog"]),
    ],
)
def test_labels_are_the_folders_that_differ(
    paths: list[str], labels: list[str | None], tmp_path: Path
) -> None:
    assert labels_of(paths, tmp_path) == labels


def test_a_table_beside_the_pictures_gives_folders_their_words(tmp_path: Path) -> None:
    (tmp_path / "classes.tsv").write_text("0\tn01\tgoldfish, Carassius\n1\tn02\tcrane\n2\tn03\tcrane, bird\n")
    paths = ["n01/a.png", "n02/a.png", "n03/a.png", "n04/a.png"]
    assert labels_of(paths, tmp_path / "val.zip") == ["goldfish", "crane", "crane, bird", "n04"]


# ---- plans ------------------------------------------------------------------------------------------------


def test_a_plan_is_all_that_the_network_shows() -> None:
    network = networks.plain()
    about = plan(network, Wishes(), None)
    assert about.code_layers == (planning.code_layer(network).name,)
    assert about.layers[-1].units == 5
    assert about.batch == 16
    assert About.from_json(about.to_json()) == about
    assert plan(network, Wishes(), about) == about
    changed = plan(network, Wishes(layers=("conv2b", "conv1"), codes=("conv2a",), top=3, lowest=True), about)
    assert [layer.name for layer in changed.layers] == ["conv1", "conv2b"]
    assert (changed.code_layers, changed.top, changed.lowest) == (("conv2a",), 3, True)
    assert not changed.keeps(about)
    with pytest.raises(UnknownNameError, match="no layer conv9"):
        plan(network, Wishes(layers=("conv9",)), None)
    with pytest.raises(OutOfRangeError, match="1 to 100 patches"):
        plan(network, Wishes(top=0), None)


def test_large_maps_come_fewer_at_once() -> None:
    assert [plan(networks.plain(size), Wishes(), None).batch for size in (16, 300, 2000)] == [16, 8, 1]


def test_an_identity_is_of_weights_and_preprocessing() -> None:
    network = networks.plain()
    assert identity(network) == identity(networks.plain())
    assert identity(network) != identity(networks.plain(32))
    assert identity(network) != identity(networks.wrap(networks.TwoConvs(torch.relu)))


def test_a_layer_without_units_cannot_be_indexed(monkeypatch: pytest.MonkeyPatch) -> None:
    network = networks.wrap(networks.TwoConvs(torch.relu))
    flat = [layer.name for layer in network.layers if not layer.drawable]
    for name in flat:
        with pytest.raises(UsageError, match="no units"):
            plan(network, Wishes(layers=(name,)), None)


# ---- workers ----------------------------------------------------------------------------------------------


def finished(crew: Crew[str, int, str]) -> list[str]:
    return [result for result in crew.results() if result is not None]


def test_a_crew_gives_results_in_order() -> None:
    crew = Crew(["a", "b", "c"], lambda tool, task: f"{task} {tool in 'abc'}", range(50))
    assert finished(crew) == [f"{task} True" for task in range(50)]
    crew.close()


def test_a_result_that_comes_as_patience_ends_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deepvis_app.index.crew.STEP", 0.0)
    turns = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    crew = Crew(["a"], lambda tool, task: str(task), range(3000))
    try:
        assert finished(crew) == [str(task) for task in range(3000)]
    finally:
        sys.setswitchinterval(turns)
        crew.close()


@pytest.mark.parametrize("error", [ValueError, TimeoutError])
def test_a_crew_passes_on_what_went_wrong(error: type[Exception]) -> None:
    def work(tool: str, task: int) -> str:
        if task == 3:
            raise error("three")
        return str(task)

    crew = Crew(["a"], work, range(9))
    with pytest.raises(error, match="three"):
        finished(crew)
    crew.close()


def test_a_crew_waits_in_short_steps_and_stops_midway() -> None:
    go = threading.Event()
    started: list[int] = []

    def work(tool: str, task: int) -> str:
        started.append(task)
        go.wait(5)
        return str(task)

    crew = Crew(["a"], work, range(1000))
    steps = crew.results()
    assert next(steps) is None, "not ready yet"
    go.set()
    assert next(one for one in steps if one is not None) == "0"
    crew.close()
    assert len(started) < 10
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("deepvis-index")]


def test_workers_use_one_thread_each_and_leave_ours_alone() -> None:
    def count(tool: str, task: int) -> str:
        return str(torch.get_num_threads())

    torch.set_num_threads(2)
    crew = Crew(["a"], count, range(2))
    assert finished(crew) == ["1", "1"]
    crew.close()
    assert torch.get_num_threads() == 2
