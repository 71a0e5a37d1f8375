"""Indexing pictures from the window: the form, the pass while it runs, how it ended."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import (
    Command,
    Failure,
    Indexed,
    JobEnded,
    JobProgress,
    PauseJob,
    ResumeJob,
    StartJob,
)
from deepvis_app.i18n import text
from deepvis_app.ui.dialogs.indexing import IndexDialog
from deepvis_app.ui.main_window import MainWindow
from tests.ui.conftest import bring, network_ready

TITLE = text("Indexing pictures")


@pytest.fixture
def sent(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[Command]:
    commands: list[Command] = []
    monkeypatch.setattr(window.session._worker, "send", commands.append)
    bring(window, network_ready())
    return commands


@pytest.fixture
def dialog(window: MainWindow, sent: list[Command], qtbot: QtBot) -> IndexDialog:
    window.actions_by_id["index.make"].call()
    (made,) = window.findChildren(IndexDialog)
    return made


def tell(window: MainWindow, event: JobProgress | JobEnded) -> None:
    window.session.job_changed.emit(event)


def begin(dialog: IndexDialog, sent: list[Command], folder: Path) -> StartJob:
    dialog.form.pictures.setText(str(folder))
    dialog.begin.click()
    return next(one for one in sent if isinstance(one, StartJob))


def test_a_folder_is_enough_and_the_index_has_its_place(
    dialog: IndexDialog, sent: list[Command], picture_folder: Path, user_home: Path
) -> None:
    assert not dialog.begin.isEnabled()
    job = begin(dialog, sent, picture_folder)
    assert job.job == "index"
    assert job.options["pictures"] == picture_folder
    assert job.options["layers"] == ("conv1", "conv2")
    assert job.options["top"] == 9
    place = job.options["out"]
    assert isinstance(place, Path)
    assert place.parent == user_home / "data" / "indexes"


def test_what_does_not_exist_or_no_layer_cannot_be_started(dialog: IndexDialog, picture_folder: Path) -> None:
    form = dialog.form
    form.pictures.setText(str(picture_folder / "nowhere"))
    assert not dialog.begin.isEnabled()
    assert "There is nothing at" in form.note.text()
    form.pictures.setText(str(picture_folder))
    assert "about 1 MB" in form.note.text()
    form.which.setCurrentIndex(form.which.findData("chosen"))
    for row in range(form.list.count()):
        form.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.begin.isEnabled()
    form.list.item(1).setCheckState(Qt.CheckState.Checked)
    assert dialog.begin.isEnabled()
    assert form.options()["layers"] == ("conv2",)


def test_a_place_of_ones_own_stays_and_an_index_there_is_gone_on_with(
    dialog: IndexDialog, picture_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = dialog.form
    (tmp_path / "index.sqlite").touch()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    form._choose_place()
    form.pictures.setText(str(picture_folder))
    assert form.options()["out"] == tmp_path
    assert "An index is there already" in form.note.text()
    assert form.options()["rebuild"] is False
    form.anew.setChecked(True)
    assert form.options()["rebuild"] is True


def test_a_pass_tells_how_far_it_is_and_can_be_paused_and_stopped(
    window: MainWindow, dialog: IndexDialog, sent: list[Command], picture_folder: Path
) -> None:
    job = begin(dialog, sent, picture_folder)
    assert dialog.form.isHidden()
    assert dialog.progress.words.text() == "Looking for pictures…"
    item = Indexed(Path("x"), 1200, 5000, 2, 412.3, 9.2)
    tell(window, JobProgress(job.id, TITLE, 0.24, 9.2, item=item))
    assert dialog.progress.words.text() == "1,200 of 5,000 pictures"
    assert dialog.progress.speed.text() == "412 pictures a second · 2 could not be read · 9 s left"
    dialog.pause.click()
    assert sent[-1] == PauseJob(job.id)
    tell(window, JobProgress(job.id, TITLE, 0.24, None, item=item, paused=True))
    assert dialog.progress.speed.text() == "paused"
    assert dialog.pause.text() == "Go on"
    dialog.pause.click()
    assert sent[-1] == ResumeJob(job.id)
    dialog.stop.click()
    tell(window, JobEnded(job.id, TITLE, cancelled=True, item=item))
    assert dialog.progress.words.text().startswith("Stopped at 1,200 of 5,000 pictures.")
    dialog.more.click()
    assert not dialog.form.isHidden()


def test_closed_the_pass_goes_on_and_is_found_again(
    window: MainWindow, dialog: IndexDialog, sent: list[Command], picture_folder: Path, qtbot: QtBot
) -> None:
    job = begin(dialog, sent, picture_folder)
    tell(window, JobProgress(job.id, TITLE, 0.5, 1.0, item=Indexed(Path("x"), 1, 2, rate=1.0)))
    dialog.close()
    qtbot.waitUntil(lambda: not window.findChildren(IndexDialog))
    assert window.indexing.running
    window.session.library.wanted.emit()
    (again,) = window.findChildren(IndexDialog)
    assert again.progress.words.text() == "1 of 2 pictures"
    assert again.form.isHidden()


def test_at_the_end_the_index_is_opened_and_broken_pictures_are_listed(
    window: MainWindow,
    dialog: IndexDialog,
    sent: list[Command],
    picture_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(window.session.library, "refresh", opened.append)
    job = begin(dialog, sent, picture_folder)
    item = Indexed(
        Path("place"), 3, 3, 1, looked=2, problems=(("a.jpg", "a.jpg is damaged."),), finished=True
    )
    tell(window, JobEnded(job.id, TITLE, cancelled=False, item=item))
    assert opened == [Path("place")]
    assert dialog.progress.broken.toPlainText() == "1 could not be read:\na.jpg is damaged."
    assert "3 pictures" in window.notice.words


def test_what_was_asked_last_is_proposed_again(
    window: MainWindow, dialog: IndexDialog, sent: list[Command], picture_folder: Path, qtbot: QtBot
) -> None:
    dialog.form.top.setValue(16)
    job = begin(dialog, sent, picture_folder)
    tell(window, JobEnded(job.id, TITLE, cancelled=True))
    dialog.close()
    qtbot.waitUntil(lambda: not window.findChildren(IndexDialog))
    window.indexing.make()
    (again,) = window.findChildren(IndexDialog)
    assert again.form.options()["pictures"] == picture_folder
    assert again.form.options()["top"] == 16
    assert again.begin.isEnabled()
    again.close()


def test_what_is_like_a_picture_is_shown_beside_the_others(window: MainWindow, sent: list[Command]) -> None:
    shown: list[bool] = []
    window.docks["neighbours"].visibilityChanged.connect(shown.append)
    window.session.library.like_wanted.emit(3)
    assert shown[-1] is True


def test_why_it_failed_is_said_in_the_dialog(
    window: MainWindow, dialog: IndexDialog, sent: list[Command], picture_folder: Path
) -> None:
    job = begin(dialog, sent, picture_folder)
    tell(window, JobEnded(job.id, TITLE, cancelled=True))
    window.session.failed.emit(Failure(text("There are no pictures in {path}.", path="x"), ""))
    assert dialog.progress.words.text() == "There are no pictures in x."
    dialog.more.click()
    window.session.failed.emit(Failure(text("Something else."), ""))
    assert window.indexing.problem is None


def test_an_index_is_opened_from_the_menu_and_left(
    window: MainWindow, sent: list[Command], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    window.actions_by_id["index.open"].call()
    qtbot.waitUntil(lambda: "There is no index in" in window.error_strip.sentence)
    window.actions_by_id["index.leave"].call()
    assert window.session.library.index is None
