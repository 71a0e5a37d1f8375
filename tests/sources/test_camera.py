"""A camera that is missing, silent, gone or forbidden says so, and goes on by itself when it can."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QSize
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat
from pytestqt.qtbot import QtBot

from deepvis_app.sources.camera import Camera
from deepvis_app.sources.camera_link import CameraLink, best_format
from deepvis_app.sources.source import Source
from tests.sources.conftest import grey_frame

Run = Callable[[Source], Source]


class Cameras(CameraLink):
    """The slow boundary: cameras that are plugged in and out by the test."""

    def __init__(self, *names: str) -> None:
        super().__init__()
        self.present = list(names)
        self.open_name: str | None = None
        self.opened = 0

    def names(self) -> tuple[str, ...]:
        return tuple(self.present)

    def open(self, name: str) -> None:
        self.open_name, self.opened = name, self.opened + 1

    def close(self) -> None:
        self.open_name = None

    def plug(self, *names: str) -> None:
        self.present = list(names)
        self.devices_changed.emit()


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


class Case:
    """A camera source, what it is linked to, and what it told."""

    def __init__(self, running: Run, *names: str, wanted: str | None = None) -> None:
        self.cameras, self.clock = Cameras(*names), Clock()
        self.source = Camera(wanted, self.cameras, self.clock)
        self.said: list[str | None] = []
        self.frames: list[object] = []
        self.source.message.connect(lambda about: self.said.append(about and str(about)))
        self.source.frame.connect(self.frames.append)
        running(self.source)

    def after(self, seconds: float) -> None:
        self.clock.now += seconds
        self.source._listen()

    def give(self, frame: QVideoFrame | None = None) -> None:
        self.cameras.frame.emit(frame or grey_frame())


@pytest.fixture
def case(running: Run) -> Callable[..., Case]:
    return lambda *names, **wanted: Case(running, *names, **wanted)


def test_the_default_camera_is_opened_and_mirrored(case: Callable[..., Case]) -> None:
    one = case("Front", "Back")
    assert one.cameras.open_name == one.source.title == "Front"
    one.give(grey_frame(77))
    [frame] = one.frames
    assert frame.mirrored  # type: ignore[attr-defined]
    assert (frame.rgb() == 77).all()  # type: ignore[attr-defined]
    one.source.set_mirrored(False)
    one.give()
    assert not one.frames[-1].mirrored  # type: ignore[attr-defined]


def test_a_camera_is_found_by_its_name_or_a_part_of_it(case: Callable[..., Case]) -> None:
    for wanted, found in (("Back", "Back"), ("back", "Back"), ("usb", "A USB camera"), ("Ba", "Back")):
        assert case("Front", "Back", "A USB camera", wanted=wanted).cameras.open_name == found


def test_without_a_camera_it_says_what_else_there_is_and_waits(case: Callable[..., Case]) -> None:
    one = case()
    assert one.said == [
        "There is no camera. Connect one and it is shown at once, or open a video, a picture, the screen "
        "or the samples."
    ]
    one.after(60)
    assert len(one.said) == 1
    one.cameras.plug("New")
    one.give()
    assert one.cameras.open_name == "New"
    assert one.said[1:] == [None]


def test_another_camera_does_not_stand_in_for_the_one_wanted(case: Callable[..., Case]) -> None:
    one = case("Front", wanted="Microscope")
    assert one.said == ["There is no camera Microscope. There are: Front."]
    assert one.cameras.open_name is None
    one.cameras.plug("Front", "Microscope")
    assert one.cameras.open_name == "Microscope"


def test_a_silent_camera_is_told_about_and_opened_again(case: Callable[..., Case]) -> None:
    one = case("Front")
    one.give()
    one.after(1.9)
    assert one.said == []
    one.after(0.2)
    assert one.said == ["The camera Front is silent. DeepVis goes on when it is back."]
    one.after(1)
    assert one.cameras.opened == 1
    one.after(3)
    assert one.cameras.opened == 2
    one.after(1)
    one.after(4.5)
    assert one.cameras.opened == 3
    one.give()
    assert one.said[1:] == [None]
    one.after(1)
    assert one.cameras.opened == 3


def test_a_camera_that_never_gives_anything_is_silent_too(case: Callable[..., Case]) -> None:
    one = case("Front")
    one.after(2.5)
    assert "silent" in str(one.said)


def test_a_camera_pulled_out_comes_back_by_itself(case: Callable[..., Case]) -> None:
    one = case("Front", "Back", wanted="Back")
    one.give()
    one.cameras.plug("Front")
    assert one.said == ["The camera Back is gone. DeepVis goes on when it is back."]
    assert one.cameras.open_name is None
    one.after(60)
    one.give()  # one that was on its way: the camera is gone all the same
    assert len(one.frames) == 1
    assert len(one.said) == 1
    one.cameras.plug("Front", "Back")
    one.give()
    assert one.cameras.open_name == "Back"
    assert len(one.frames) == 2
    assert one.said[1:] == [None]


def test_the_systems_reason_is_passed_on(case: Callable[..., Case]) -> None:
    one = case("Front")
    one.cameras.failed.emit("Device busy.")
    one.after(3)
    assert one.said == ["The camera Front cannot be used: Device busy. Close other programs that use it."]


def test_an_invalid_frame_is_no_frame(case: Callable[..., Case]) -> None:
    one = case("Front")
    one.give(QVideoFrame())
    assert one.frames == []
    one.after(2.5)
    assert "silent" in str(one.said)


def test_stopped_it_is_closed_and_silent(case: Callable[..., Case]) -> None:
    one = case("Front")
    one.source.stop()
    assert one.cameras.open_name is None
    one.give()
    one.cameras.plug()
    one.after(10)
    assert one.frames == []
    assert one.said == []


def test_frames_of_the_sink_arrive_as_our_own(qtbot: QtBot) -> None:
    link = CameraLink()
    with qtbot.waitSignal(link.frame) as given:
        link._sink.setVideoFrame(grey_frame(50))
    assert given.args[0].isValid()
    assert "no camera of that name" not in link.names()
    link.open("no camera of that name")
    link.close()
    link.deleteLater()


@dataclass
class _Format:
    width: int
    height: int
    rate: float
    kind: QVideoFrameFormat.PixelFormat = QVideoFrameFormat.PixelFormat.Format_YUYV

    def resolution(self) -> QSize:
        return QSize(self.width, self.height)

    def maxFrameRate(self) -> float:
        return self.rate

    def pixelFormat(self) -> QVideoFrameFormat.PixelFormat:
        return self.kind


def test_the_format_is_smooth_and_near_640_by_480() -> None:
    jpeg = QVideoFrameFormat.PixelFormat.Format_Jpeg
    formats = [
        *(_Format(3840, 2160, 30), _Format(1280, 720, 10), _Format(320, 240, 30), _Format(640, 480, 15)),
        *(_Format(640, 480, 30, jpeg), _Format(640, 480, 30), _Format(800, 600, 30)),
    ]
    assert best_format(formats) is formats[5]  # type: ignore[arg-type]
    assert best_format(formats[:5]) is formats[4]  # type: ignore[arg-type]
    assert best_format(formats[:4]) is formats[2]  # type: ignore[arg-type]
    assert best_format(formats[:2]) is formats[0]  # type: ignore[arg-type]
    assert best_format([]) is None
