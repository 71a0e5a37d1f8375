"""The job that makes pictures: shown as it goes, the same again, and kept when it is cancelled."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest

from deepvis_app.engine.jobs import Jobs
from deepvis_app.engine.messages import CancelJob, Event, JobEnded, JobProgress, StartJob, Synthesised
from deepvis_app.errors import RunError, UnknownNameError, UsageError
from deepvis_app.methods.synthesis_params import DreamParams, MaximiseParams
from deepvis_app.nets.network import Network
from tests import films
from tests.engine.conftest import Loop


def start(number: int, method: str = "maximise", **asked: object) -> StartJob:
    options: Mapping[str, object] = {"method": method, **asked}
    return StartJob(number, "synthesise", options=options)


def run(network: Network, pixels: np.ndarray, command: StartJob) -> list[Event]:
    told: list[Event] = []
    runner = Jobs(told.append, clock=iter(range(1_000_000)).__next__)  # each look is late enough to tell
    runner.start(command, network, pixels)
    while runner.active:
        runner.step()
    return told


def items(told: list[Event]) -> list[Synthesised]:
    return [one.item for one in told if isinstance(one, JobProgress) and isinstance(one.item, Synthesised)]


def test_every_step_shows_and_the_last_is_finished(network: Network, pixels: np.ndarray) -> None:
    told = run(network, pixels, start(1, params=MaximiseParams(steps=4)))
    made = items(told)
    assert len(made) == 5
    assert [one.finished for one in made] == [False] * 4 + [True]
    assert made[-1].facts["value"] > made[-1].facts["start"]  # type: ignore[operator]
    ended = told[-1]
    assert isinstance(ended, JobEnded)
    assert ended.item is made[-1]
    assert ended.picture is not None
    assert np.array_equal(ended.picture, made[-1].pixels)
    assert not np.array_equal(made[0].pixels, made[-1].pixels), "a picture that was told is not changed"


def test_the_same_seed_makes_the_same_picture(network: Network, pixels: np.ndarray) -> None:
    first, again = (
        items(run(network, pixels, start(1, params=MaximiseParams(steps=3))))[-1] for _ in range(2)
    )
    other = items(run(network, pixels, start(1, params=MaximiseParams(steps=3, seed=1))))[-1]
    assert np.array_equal(first.pixels, again.pixels)
    assert not np.array_equal(first.pixels, other.pixels)


def test_every_frame_of_a_film_is_told(network: Network, pixels: np.ndarray) -> None:
    told: list[Event] = []
    runner = Jobs(told.append, clock=lambda: 1.0)  # no time passes, so that nothing is due by itself
    params = DreamParams(steps=2, octaves=1, size=48, frames=4)
    runner.start(
        StartJob(1, "synthesise", layer="relu", options={"method": "dream", "params": params}),
        network,
        pixels,
    )
    while runner.active:
        runner.step()
    frames = [one.frames for one in items(told)]
    assert [frame for frame in frames if frame] == [1, 2, 3, 4]


def test_whatever_is_cancelled_keeps_what_it_reached(tiny_loop: Loop, pixels: np.ndarray) -> None:
    tiny_loop.ask(pixels)
    tiny_loop.send(start(1, params=MaximiseParams(steps=10_000)))
    tiny_loop.until(lambda: bool(items(tiny_loop.events)), 0)
    tiny_loop.send(CancelJob(1))
    (ended,) = tiny_loop.of(JobEnded)
    assert ended.cancelled
    assert ended.picture is not None
    assert isinstance(ended.item, Synthesised)


def test_another_picture_and_a_layer_reach_the_method(network: Network, pixels: np.ndarray) -> None:
    params = DreamParams(steps=1, octaves=1, size=48)
    command = StartJob(1, "synthesise", layer="relu", options={"method": "dream", "params": params})
    guided = StartJob(1, "synthesise", layer="relu", options={**command.options, "others": (pixels[::-1],)})
    plain, with_guide = (items(run(network, pixels, one))[-1] for one in (command, guided))
    assert plain.pixels.shape == (36, 48, 3), "the whole picture, not what the network sees of it"
    assert not np.array_equal(plain.pixels, with_guide.pixels)


@pytest.mark.parametrize(
    ("command", "error"),
    [
        (start(1, "grad_cam"), UsageError),
        (start(1, "no such"), UnknownNameError),
        (start(1, "multifaceted"), UsageError),
        (start(1, others=(np.zeros((4, 4, 3), np.uint8),)), UsageError),
    ],
)
def test_what_cannot_be_is_refused(
    command: StartJob, error: type[Exception], network: Network, pixels: np.ndarray
) -> None:
    with pytest.raises(error):
        run(network, pixels, command)


# ---- films -------------------------------------------------------------------------------------------------

ZOOM = DreamParams(steps=2, octaves=1, size=48, frames=3)


def filming(path: Path) -> StartJob:
    options = {"method": "dream", "params": ZOOM, "film": path}
    return StartJob(1, "synthesise", layer="relu", options=options)


def test_the_frames_become_a_film(network: Network, tmp_path: Path) -> None:
    path = tmp_path / "zoom.avi"
    smooth = np.linspace(40, 215, 36 * 48 * 3).astype(np.uint8).reshape(36, 48, 3)  # a JPEG keeps it
    told = run(network, smooth, filming(path))
    seen = films.frames_in(path)
    complete: dict[int, np.ndarray] = {}
    for one in items(told):
        complete.setdefault(one.frames, one.pixels)
    assert len(seen) == 3
    for number, frame in enumerate(seen, 1):
        assert np.abs(frame.astype(int) - complete[number]).mean() < 4
    assert np.abs(seen[0].astype(int) - seen[2]).mean() > 4


def test_a_film_that_is_stopped_has_the_frames_that_were_complete(
    network: Network, pixels: np.ndarray, tmp_path: Path
) -> None:
    path = tmp_path / "zoom.avi"
    told: list[Event] = []
    runner = Jobs(told.append, clock=iter(range(1_000_000)).__next__)
    runner.start(filming(path), network, pixels)
    while not any(one.frames == 2 for one in items(told)):
        runner.step()
    runner.cancel(1)
    assert len(films.frames_in(path)) == 2
    runner.start(filming(tmp_path / "none.avi"), network, pixels)
    runner.step()
    runner.cancel(1)
    left = [file.name for file in tmp_path.iterdir() if file.suffix in (".avi", ".part")]
    assert left == ["zoom.avi"], "without a frame there is no film"


def test_a_film_that_cannot_be_written_is_told(network: Network, pixels: np.ndarray, tmp_path: Path) -> None:
    with pytest.raises(RunError, match=r"zoom\.avi could not be written"):
        run(network, pixels, filming(tmp_path / "no folder" / "zoom.avi"))
