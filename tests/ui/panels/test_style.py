"""The panel Style: what it asks for, what it shows, and what can be made of it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import (
    Filmed,
    JobEnded,
    JobProgress,
    Learnt,
    OpenStyles,
    Painting,
    Record,
    RecordingEnded,
    StopRecording,
    StyleInfo,
    StyleRequest,
    StylesReady,
    StyleView,
)
from deepvis_app.i18n import text
from deepvis_app.ui.panels.style import StylePanel

THUMBNAIL = np.full((32, 32, 3), 90, np.uint8)
STYLES = tuple(StyleInfo(name, name.title(), THUMBNAIL) for name in ("waves", "stars", "bricks"))
PAINTED = np.full((60, 80, 3), 200, np.uint8)
BEFORE = np.full((60, 80, 3), 50, np.uint8)


@pytest.fixture
def panel(qtbot: QtBot, loaded, monkeypatch: pytest.MonkeyPatch) -> StylePanel:
    loaded.sent = []
    monkeypatch.setattr(loaded._worker, "send", loaded.sent.append)
    made = StylePanel(loaded)
    qtbot.addWidget(made)
    made.resize(1200, 240)
    made.show()
    qtbot.waitExposed(made)
    loaded._worker.event.emit(StylesReady(STYLES))
    return made


def asked(loaded) -> StyleRequest:
    request = loaded.asked["style"]
    assert isinstance(request, StyleRequest)
    return request


def view(**how: object) -> StyleView:
    usual = {"frame": (640, 480), "wished": (640, 480), "painted": (640, 480), "milliseconds": 17.2}
    return StyleView(PAINTED, BEFORE, **(usual | how))  # type: ignore[arg-type]


def test_hidden_it_asks_for_nothing_and_no_styles_are_read(qtbot: QtBot, session) -> None:
    sent: list[object] = []
    session._worker.send = sent.append
    hidden = StylePanel(session)
    qtbot.addWidget(hidden)
    assert not session.asked
    assert not sent


def test_seen_it_asks_for_the_styles_and_for_paintings(panel: StylePanel, loaded) -> None:
    assert [type(one) for one in loaded.sent] == [OpenStyles]
    assert asked(loaded).painting == Painting((("waves", 1.0),))
    assert asked(loaded).exact, "no stream, but one picture"
    panel.hide()
    assert "style" not in loaded.asked


def test_choices_are_asked_for(panel: StylePanel, loaded, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.polygon, Qt.Key.Key_2)
    panel.strength.slider.setValue(40)
    panel.strokes.slider.setValue(150)
    panel.colours.click()
    assert asked(loaded).painting == Painting((("stars", 1.0),), 0.4, True, 1.5)
    assert panel.mixture.text == "Stars"


def test_each_arrangement_asks_for_what_it_shows(panel: StylePanel, loaded) -> None:
    assert panel.before.isVisible()
    beside = asked(loaded)
    panel.layouts.button("split").click()
    split = asked(loaded)
    assert split.width > 1.9 * beside.width
    assert split.before
    assert not panel.before.isVisible()
    panel.layouts.button("alone").click()
    assert not asked(loaded).before


def test_before_and_after_are_shown_with_their_resolution(panel: StylePanel, loaded) -> None:
    assert not panel.snap.isEnabled()
    loaded.answer(style=view())
    assert panel.words.text == "Painted at 640 × 480 · 17 ms"
    for shown, level in ((panel.before, 50), (panel.after, 200)):
        picture = shown.picture()
        assert picture is not None
        assert picture.pixelColor(5, 5).red() == level
    assert panel.snap.isEnabled()


def test_a_slower_machine_is_told_of(panel: StylePanel, loaded) -> None:
    loaded.answer(style=view(painted=(320, 240)))
    assert "320 × 240 of 640 × 480, as finely as this machine's speed allows" in panel.words.text


def test_the_line_is_dragged_and_moved_by_keys(panel: StylePanel, loaded, qtbot: QtBot) -> None:
    panel.layouts.button("split").click()
    loaded.answer(style=view())
    rect = panel.after.picture_rect()
    place = QPoint(round(rect.x() + rect.width() / 4), round(rect.center().y()))
    qtbot.mouseClick(panel.after, Qt.MouseButton.LeftButton, pos=place)
    assert panel.after.split == pytest.approx(0.25, abs=0.02)
    shown = panel.after.grab().toImage()
    across = shown.devicePixelRatio()
    left, right = (
        shown.pixelColor(round((rect.x() + share * rect.width()) * across), round((rect.y() + 9) * across))
        for share in (0.1, 0.6)
    )
    assert (left.red(), right.red()) == (50, 200)
    qtbot.keyClick(panel.after, Qt.Key.Key_Right)
    assert panel.after.split == pytest.approx(0.3, abs=0.02)
    qtbot.keyClick(panel.after, Qt.Key.Key_End)
    assert panel.after.split == 1


def test_high_the_controls_stand_above_the_styles(panel: StylePanel, qtbot: QtBot) -> None:
    assert panel.polygon.x() < panel.snap.parentWidget().x()
    panel.resize(1200, 640)
    qtbot.waitUntil(lambda: panel.polygon.y() > panel.snap.parentWidget().y())


def test_what_is_recorded_is_painted_also_unseen(panel: StylePanel, loaded, tmp_path: Path) -> None:
    loaded.answer(style=view())
    path = tmp_path / "film.avi"
    loaded.styling.record(path)
    assert loaded.sent[-1] == Record(path, 30)
    assert panel.film.text() == "Stop · 0:00"
    panel.hide()
    assert "style" in loaded.asked
    loaded.styling.stop_recording()
    assert loaded.sent[-1] == StopRecording()
    loaded._worker.event.emit(RecordingEnded(path, 30, 1.0))
    assert "style" not in loaded.asked
    assert panel.film.text() == "Record…"


def test_a_video_on_its_way_can_be_cancelled(panel: StylePanel, loaded, qtbot: QtBot) -> None:
    assert not panel.job.isVisible()
    item = Filmed(Path("film.avi"), 12)
    loaded.job_changed.emit(JobProgress(4, text("Painting a video"), 0.25, 75.0, PAINTED, item))
    assert panel.job.isVisible()
    assert panel.job.left.text == "12 pictures · 1:15 left"
    assert panel.job.preview.picture() is not None
    with qtbot.waitSignal(panel.cancel_wanted) as cancelled:
        panel.job.cancel.click()
    assert cancelled.args == [4]
    loaded.job_changed.emit(JobEnded(4, text("Painting a video"), True, None, item))
    assert not panel.job.isVisible()


def test_other_jobs_are_not_shown(panel: StylePanel, loaded) -> None:
    loaded.job_changed.emit(JobProgress(5, text("Explaining"), 0.5, None))
    assert not panel.job.isVisible()


def test_a_style_that_is_learnt_is_taken(panel: StylePanel, loaded) -> None:
    title = text("Learning a style")
    loaded.job_changed.emit(JobProgress(6, title, 0.5, 20.0, PAINTED, Learnt("lines", 400, 800)))
    assert panel.job.left.text == "step 400 of 800 · 0:20 left"
    ended = JobEnded(6, title, False, PAINTED, Learnt("lines", 800, 800, finished=True))
    loaded._worker.event.emit(ended)
    assert isinstance(loaded.sent[-1], OpenStyles)
    loaded._worker.event.emit(StylesReady((*STYLES, StyleInfo("lines", "Lines", THUMBNAIL)), 1))
    assert panel.polygon.mix == (("lines", 1.0),)


def test_choices_are_remembered(panel: StylePanel, loaded, qtbot: QtBot) -> None:
    panel.layouts.button("split").click()
    panel.strength.slider.setValue(40)
    qtbot.keyClick(panel.polygon, Qt.Key.Key_Home)
    saved = panel.remembered()
    again = StylePanel(loaded)
    qtbot.addWidget(again)
    loaded.styling.painting = Painting(())
    again.remember(saved)
    assert again.remembered() == saved
    assert len(again.polygon.mix) == 3


def test_everything_has_a_name_and_a_tooltip(panel: StylePanel) -> None:
    for widget in (panel.snap, panel.film, panel.video, panel.teach, panel.strength, panel.colours):
        assert widget.toolTip()
    for widget in (panel.before, panel.after, panel.polygon, panel.strength.slider):
        assert widget.accessibleName()
