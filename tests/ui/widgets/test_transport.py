"""A source's controls: those that it has, showing where it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from deepvis_app.session import SourceInfo
from deepvis_app.ui.widgets.transport import Transport, clock

VIDEO = SourceInfo(
    "breakfast.mp4",
    "video",
    controls=frozenset({"play", "seek", "step", "loop"}),
    playing=True,
    position_ms=4000,
    duration_ms=12000,
    loop=True,
)
FOLDER = SourceInfo(
    "holiday", "pictures", controls=frozenset({"next", "slideshow"}), index=2, count=8, playing=False
)
CAMERA = SourceInfo("HD Webcam", "camera", live=True, controls=frozenset({"mirror"}), mirrored=True)


@pytest.fixture
def transport(qtbot: QtBot) -> Transport:
    transport = Transport()
    qtbot.addWidget(transport)
    transport.resize(240, 60)
    transport.show()
    qtbot.waitExposed(transport)
    return transport


def visible(transport: Transport) -> set[str]:
    names = ("play", "slider", "previous", "next", "loop", "mirror", "freeze")
    return {name for name in names if getattr(transport, name).isVisible()}


def test_a_source_shows_the_controls_that_it_has(transport: Transport) -> None:
    assert visible(transport) == set()
    transport.set_source(VIDEO)
    assert visible(transport) == {"play", "slider", "previous", "next", "loop", "freeze"}
    transport.set_source(FOLDER)
    assert visible(transport) == {"play", "previous", "next", "freeze"}
    transport.set_source(CAMERA)
    assert visible(transport) == {"mirror", "freeze"}


def test_it_shows_where_the_source_is(transport: Transport) -> None:
    transport.set_source(VIDEO)
    assert transport.place.text == "0:04 / 0:12"
    assert transport.slider.value() == 4000
    assert transport.loop.isChecked()
    transport.set_source(FOLDER)
    assert transport.title.text == "3 of 8 · holiday"
    transport.set_source(CAMERA)
    assert transport.title.text == "HD Webcam"
    assert transport.mirror.isChecked()


def test_buttons_say_what_is_wanted(qtbot: QtBot, transport: Transport) -> None:
    transport.set_source(VIDEO)
    for button, signal, wanted in (
        (transport.play, transport.play_wanted, False),
        (transport.next, transport.step_wanted, 1),
        (transport.previous, transport.step_wanted, -1),
        (transport.loop, transport.loop_wanted, False),
        (transport.freeze, transport.freeze_wanted, True),
    ):
        with qtbot.waitSignal(signal) as said:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert said.args == [wanted]


def test_of_a_drag_the_last_position_wins(qtbot: QtBot, transport: Transport) -> None:
    transport.set_source(VIDEO)
    said: list[int] = []
    transport.seek_wanted.connect(said.append)
    for position in (5000, 6000, 7000):
        transport.slider.setValue(position)
    qtbot.waitUntil(lambda: said == [7000])


def test_showing_a_position_seeks_nothing(qtbot: QtBot, transport: Transport) -> None:
    with qtbot.assertNotEmitted(transport.seek_wanted, wait=100):
        transport.set_source(VIDEO)


@pytest.mark.parametrize(
    ("ms", "shown"), [(0, "0:00"), (4999, "0:04"), (750_000, "12:30"), (3_723_000, "1:02:03")]
)
def test_the_clock(ms: int, shown: str) -> None:
    assert clock(ms) == shown
