"""The picture that is taken by itself: after results, or a sentence and an exit code."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import Failure, Result
from deepvis_app.errors import PictureError, UnknownNameError, UsageError
from deepvis_app.i18n import text
from deepvis_app.ui import application
from deepvis_app.ui.main_window import MainWindow
from deepvis_app.ui.options import StartOptions
from deepvis_app.ui.screenshot import Screenshot


def test_it_is_taken_after_the_first_result(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "look.picture"
    screenshot = Screenshot(window, path, after=0.05)
    with qtbot.waitSignal(screenshot.done, timeout=5000) as done:
        window.session.result.emit(Result(1, 1, {}, 1.0, 0.0, 1.0))
    assert done.args == [None, 0]
    with Image.open(path) as picture:
        assert picture.format == "PNG"
        assert picture.size == (window.width(), window.height())


def test_without_a_result_it_says_why(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    screenshot = Screenshot(window, tmp_path / "a.png", after=0, wait=0.05)
    with qtbot.waitSignal(screenshot.done, timeout=5000) as done:
        window.session.failed.emit(Failure(text("There is no camera."), ""))
    assert (str(done.args[0]), done.args[1]) == ("There is no camera.", 1)
    assert not (tmp_path / "a.png").exists()


def test_a_refused_layer_is_bad_use(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    screenshot = Screenshot(window, tmp_path / "a.png", after=0)
    with qtbot.waitSignal(screenshot.done) as done:
        window.refused.emit(text("No such layer."))
    assert done.args[1] == 2


def test_a_file_that_cannot_be_written_is_told(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    screenshot = Screenshot(window, tmp_path / "nowhere" / "a.png", after=0)
    with qtbot.waitSignal(screenshot.done, timeout=5000) as done:
        window.session.result.emit(Result(1, 1, {}, 1.0, 0.0, 1.0))
    assert "nowhere" in str(done.args[0])
    assert done.args[1] == 1


def test_bad_options_are_refused_before_a_window_is_shown() -> None:
    with pytest.raises(UnknownNameError, match="input, classes"):
        application.run(StartOptions(panel="nonsense"))
    with pytest.raises(UnknownNameError, match="no setting colour"):
        application.run(StartOptions(choices={"colour": "red"}))
    with pytest.raises(UsageError, match="begins with deepvis://open"):
        application.run(StartOptions(source="deepvis://close"))
    with pytest.raises(PictureError, match="missing"):
        application.run(StartOptions(source="missing.jpg"))
