"""The real window with a real worker, real pictures and the network that DeepVis carries."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import (
    GridView,
    InputView,
    ScoresView,
    UnitView,
)
from deepvis_app.pictures.saving import read_about
from deepvis_app.ui.main_window import MainWindow
from deepvis_app.ui.savables import savables
from tests.windows import PATIENCE, Open, Watch, wait_for_pictures


def answer_dialog(monkeypatch: pytest.MonkeyPatch, method: str, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, method, lambda *args, **kwargs: (str(path), ""))


def test_the_samples_show_maps_scores_and_what_drives_a_unit(shown: tuple[MainWindow, Watch]) -> None:
    window, watch = shown
    grid, scores = watch.view(GridView), watch.view(ScoresView)
    unit, picture = watch.view(UnitView), watch.view(InputView)
    assert isinstance(grid, GridView)
    assert grid.pixels.std() > 1, "maps are not all of one grey"
    assert isinstance(scores, ScoresView)
    assert 0 < sum(score.value for score in scores.scores) <= 1.0001
    assert isinstance(unit, UnitView)
    assert unit.backward is not None
    assert unit.backward.std() > 1
    assert isinstance(picture, InputView)
    assert window.grab().toImage().size().width() >= 1280
    assert window.error_strip.isHidden()
    assert window.windowTitle() == window.session.network.title  # type: ignore[union-attr]


def test_a_click_in_the_grid_chooses_a_unit_and_its_picture_follows(
    shown: tuple[MainWindow, Watch], qtbot: QtBot
) -> None:
    window, watch = shown
    grid = window.grid.grid
    other = (window.session.unit + 3) % 10
    ratio = window.devicePixelRatioF()
    centre = grid.cell_rect(other).center() / ratio
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert window.session.unit == other

    def followed() -> bool:
        view = watch.view(UnitView)
        return isinstance(view, UnitView) and view.unit == other

    qtbot.waitUntil(followed, timeout=PATIENCE)


def test_keys_move_through_units_and_layers(shown: tuple[MainWindow, Watch], qtbot: QtBot) -> None:
    window, _ = shown
    session = window.session
    session.set_unit(5)
    window.actions_by_id.refresh()
    window.activateWindow()
    window.grid.grid.setFocus()
    for key, unit in ((Qt.Key.Key_L, 6), (Qt.Key.Key_Right, 7), (Qt.Key.Key_J, 6), (Qt.Key.Key_Left, 5)):
        qtbot.keyClick(window.grid.grid, key)
        assert session.unit == unit
    columns = window.grid.grid.wanted().columns
    qtbot.keyClick(window.grid.grid, Qt.Key.Key_K)
    assert session.unit == 5 + columns
    layer = session.layer
    qtbot.keyClick(window, Qt.Key.Key_O)
    assert session.layer != layer
    qtbot.keyClick(window, Qt.Key.Key_U)
    assert session.layer == layer
    qtbot.keyClick(window, Qt.Key.Key_B)
    assert session.rule == "rectified"
    qtbot.keyClick(window, Qt.Key.Key_F)
    assert session.frozen


def test_another_layer_shows_its_units(shown: tuple[MainWindow, Watch], qtbot: QtBot) -> None:
    window, watch = shown
    window.session.set_layer("conv1")

    def followed() -> bool:
        view = watch.view(GridView)
        return isinstance(view, GridView) and view.layer == "conv1"

    qtbot.waitUntil(followed, timeout=PATIENCE)
    view = watch.view(GridView)
    assert isinstance(view, GridView)
    assert len(view.units) == 48


def test_a_picture_opens_and_a_broken_one_gives_its_sentence(
    shown: tuple[MainWindow, Watch], qtbot: QtBot, tmp_path: Path, sample_picture: Path
) -> None:
    window, watch = shown
    broken = tmp_path / "letter.jpg"
    broken.write_text("Dear Sir or Madam")
    title = window.session.source.title  # type: ignore[union-attr]
    assert not window.sources.open_path(broken)
    assert "letter.jpg" in window.error_strip.sentence
    assert not window.error_strip.isHidden()
    assert window.session.source.title == title  # type: ignore[union-attr]

    assert window.sources.open_path(sample_picture)
    assert window.error_strip.isHidden(), "what succeeds settles it"
    assert window.sources.recent() == [sample_picture]

    def followed() -> bool:
        view = watch.view(InputView)
        return isinstance(view, InputView) and view.size == (600, 400)

    qtbot.waitUntil(followed, timeout=PATIENCE)


def test_a_video_moves(open_window: Open, qtbot: QtBot, tmp_path: Path) -> None:
    from tests.sources.conftest import _avi, _jpeg

    colours = [(10 * n, 255 - 10 * n, 128) for n in range(25)]
    path = tmp_path / "film.avi"
    path.write_bytes(_avi([_jpeg(colour, (64, 48)) for colour in colours], 64, 48))
    window = open_window(source=str(path))
    watch = wait_for_pictures(window, qtbot)
    seen: set[int] = set()

    def moved() -> bool:
        if watch.newest is not None:
            seen.add(watch.newest.frame)
        return len(seen) >= 4

    qtbot.waitUntil(moved, timeout=PATIENCE)
    assert "play" in window.abilities()
    window.actions_by_id.refresh()
    assert window.actions_by_id["source.play"].isChecked()


def test_a_dropped_file_and_a_pasted_picture_are_shown(
    shown: tuple[MainWindow, Watch], qtbot: QtBot, sample_picture: Path
) -> None:
    window, watch = shown
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(sample_picture))])
    assert window.sources.accepts(dropped)
    assert window.sources.take(dropped)
    assert window.session.source.title.startswith("coffee")  # type: ignore[union-attr]

    image = QImage(33, 44, QImage.Format.Format_ARGB32)
    image.fill(0x80FF0000)
    QGuiApplication.clipboard().setImage(image)
    window.sources.paste()

    def followed() -> bool:
        view = watch.view(InputView)
        return isinstance(view, InputView) and view.size == (33, 44)

    qtbot.waitUntil(followed, timeout=PATIENCE)
    QGuiApplication.clipboard().setText("no picture")
    window.sources.paste()
    assert "clipboard" in window.error_strip.sentence


def test_the_palette_goes_to_a_layer_a_unit_and_runs_commands(
    shown: tuple[MainWindow, Watch], qtbot: QtBot
) -> None:
    window, _ = shown
    palette = window.command_palette
    for typed, check in (
        ("conv2a", lambda: window.session.layer == "conv2a"),
        ("conv4a 77", lambda: (window.session.layer, window.session.unit) == ("conv4a", 77)),
        ("12", lambda: (window.session.layer, window.session.unit) == ("conv4a", 12)),
        ("freeze", lambda: window.session.frozen),
    ):
        window.show_palette()
        qtbot.keyClicks(palette.search, typed)
        qtbot.keyClick(palette.search, Qt.Key.Key_Return)
        assert check(), typed
        assert not palette.isVisible()


def test_a_saved_picture_says_what_made_it(
    shown: tuple[MainWindow, Watch], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, watch = shown
    session = window.session
    session.set_unit(7)
    qtbot.waitUntil(lambda: getattr(watch.view(UnitView), "unit", None) == 7, timeout=PATIENCE)
    qtbot.waitUntil(lambda: len(savables(session, watch.newest)) >= 4, timeout=PATIENCE)
    found = savables(session, watch.newest)
    assert {savable.name for savable in found} >= {"backward", "activation", "units", "input"}
    for form, name in (("shown", "a.png"), ("exact", "b.png"), ("array", "c.npy")):
        answer_dialog(monkeypatch, "getSaveFileName", tmp_path / name)
        window.saving.save(found[0], form)  # type: ignore[arg-type]
        qtbot.waitUntil((tmp_path / name).is_file, timeout=PATIENCE)
    for name in ("a.png", "b.png"):
        about = read_about(tmp_path / name)
        assert about is not None
        assert about["network"] in ("embedded", session.network.title)  # type: ignore[union-attr]
        assert about["layer"] == session.layer
        assert about["unit"] == 7
        assert about["method"] == "guided_backprop"
    with Image.open(tmp_path / "a.png") as picture:
        assert np.array_equal(np.asarray(picture), found[0].pixels)
    assert np.load(tmp_path / "c.npy").shape[0] == 3

    answer_dialog(monkeypatch, "getSaveFileName", tmp_path / "nowhere" / "d.png")
    window.saving.save(found[0], "shown")
    qtbot.waitUntil(lambda: "d.png" in window.error_strip.sentence, timeout=PATIENCE)


def test_a_sheet_of_all_units_is_a_job(
    shown: tuple[MainWindow, Watch], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, _ = shown
    window.session.set_layer("conv1")
    path = tmp_path / "sheet.png"
    answer_dialog(monkeypatch, "getSaveFileName", path)
    window.saving.save_sheet()
    qtbot.waitUntil(path.is_file, timeout=2 * PATIENCE)
    about = read_about(path)
    assert about is not None
    assert about["method"] == "unit_sheet"
    assert about["layer"] == "conv1"


def test_the_unit_under_a_point_is_the_one_drawn_there(shown: tuple[MainWindow, Watch]) -> None:
    window, _ = shown
    grid = window.grid.grid
    rect = grid.cell_rect(0)
    assert grid.unit_at(QPoint(rect.x() + 2, rect.y() + 2)) == 0
