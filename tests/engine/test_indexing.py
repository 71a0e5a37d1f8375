"""The pass over pictures as a job: beside live frames, paused, stopped, gone on with."""

from __future__ import annotations

from pathlib import Path

import pytest

from deepvis_app.engine.indexing import Pace
from deepvis_app.engine.messages import (
    CancelJob,
    Failure,
    Indexed,
    InputRequest,
    JobEnded,
    JobProgress,
    PauseJob,
    Pixels,
    ResumeJob,
    StartJob,
    StillFrame,
)
from deepvis_app.index.passing import Progress
from deepvis_app.index.reading import Index
from deepvis_app.nets.network import Network
from tests import indexes
from tests.engine.conftest import Loop


@pytest.fixture(autouse=True)
def _tell_every_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deepvis_app.engine.jobs.TELL_EVERY", 0.0)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = indexes.pictures(tmp_path / "그림 with spaces", 40)
    (folder / "gold" / "broken.png").write_bytes(b"no picture")
    return folder


def start(loop: Loop, root: Path, place: Path, number: int = 1) -> None:
    options = {"pictures": root, "out": place, "layers": ("relu", "relu2")}
    loop.send(StartJob(number, "index", options=options))


def finish(loop: Loop, number: int = 1) -> JobEnded:
    loop.until(lambda: number in [ended.id for ended in loop.of(JobEnded)], 0)
    return next(ended for ended in loop.of(JobEnded) if ended.id == number)


def test_without_a_picture_on_show_it_indexes_and_lists_what_is_broken(
    tiny_loop: Loop, root: Path, tmp_path: Path, network: Network
) -> None:
    start(tiny_loop, root, tmp_path / "index")
    ended = finish(tiny_loop)
    assert not tiny_loop.of(Failure)
    item = ended.item
    assert isinstance(item, Indexed)
    assert (item.done, item.total, item.broken, item.looked, item.finished) == (41, 41, 1, 40, True)
    assert [path for path, _ in item.problems] == ["gold/broken.png"]
    reference = Index.open(indexes.make(network, root, tmp_path / "reference", layers=("relu", "relu2")))
    made = Index.open(tmp_path / "index", reference.fingerprint)
    assert all(made.top("relu2", unit) == reference.top("relu2", unit) for unit in range(12))
    made.close()
    reference.close()


def test_paused_it_stands_still_while_live_frames_go_on(
    tiny_loop: Loop, root: Path, tmp_path: Path, pixels: Pixels
) -> None:
    tiny_loop.ask(pixels, input=InputRequest(9, 9))
    start(tiny_loop, root, tmp_path / "index")
    tiny_loop.until(lambda: any(one.done > 0 for one in tiny_loop.of(JobProgress)), 0)
    tiny_loop.send(PauseJob(1))
    newest = tiny_loop.of(JobProgress)[-1]
    assert newest.paused
    told = len(tiny_loop.of(JobProgress))
    for number in range(20):
        tiny_loop.box.put_frame(StillFrame(100 + number, pixels))
        tiny_loop.round()
    assert tiny_loop.results[-1].frame == 119
    assert len(tiny_loop.of(JobProgress)) == told
    tiny_loop.send(ResumeJob(1))
    assert not finish(tiny_loop).cancelled


def test_stopped_it_keeps_what_was_done_and_goes_on_from_there(
    tiny_loop: Loop, root: Path, tmp_path: Path
) -> None:
    start(tiny_loop, root, tmp_path / "index")
    tiny_loop.until(lambda: any(one.done > 0 for one in tiny_loop.of(JobProgress)), 0)
    tiny_loop.send(CancelJob(1))
    ended = finish(tiny_loop)
    assert ended.cancelled
    assert isinstance(ended.item, Indexed)
    assert 0 < ended.item.done < 41
    start(tiny_loop, root, tmp_path / "index", 2)
    again = finish(tiny_loop, 2).item
    assert isinstance(again, Indexed)
    assert again.total == 41
    assert 0 < again.looked < 40


def test_an_empty_folder_is_a_sentence(tiny_loop: Loop, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    start(tiny_loop, tmp_path / "empty", tmp_path / "index")
    assert finish(tiny_loop).cancelled
    assert "empty" in str(tiny_loop.of(Failure)[0].about)


def test_the_pace_is_that_of_the_last_seconds_and_begins_anew_after_a_pause() -> None:
    now = [0.0]
    pace = Pace(lambda: now[0])
    assert pace.rate(Progress("checking", 30, 100)) is None
    rates = []
    for done in (30, 40, 50):
        rates.append(pace.rate(Progress("looking", done, 100)))
        now[0] += 0.5
    assert rates[1:] == [20.0, 20.0]
    now[0] += 60
    assert pace.rate(Progress("looking", 60, 100)) is None
