"""The real window with a real worker, real pictures and the network that DeepVis carries."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import (
    GridView,
    InputView,
    NetworkSpec,
    Result,
    ScoresView,
    UnitView,
    View,
)
from deepvis_app.pictures.saving import read_about
from deepvis_app.settings import Settings
from deepvis_app.ui.main_window import MainWindow
from deepvis_app.ui.options import StartOptions
from deepvis_app.ui.savables import savables
from deepvis_app.ui.theme import Theme

PATIENCE = 30_000  # ms: torch may have to be imported first

Open = Callable[..., MainWindow]


class Watch:
    """What a window's session tells: the newest result, and the newest view of each kind."""

    def __init__(self, window: MainWindow) -> None:
        self.newest: Result | None = None
        self._views: dict[type, View] = {}
        window.session.result.connect(self._take)

    def _take(self, result: Result) -> None:
        self.newest = result
        self._views.update((type(view), view) for view in result.views.values())

    def view(self, kind: type[View]) -> View | None:
        return self._views.get(kind)


@pytest.fixture
def open_window(qapp: QApplication, qtbot: QtBot) -> Iterator[Open]:
    """`open_window(source=...)` starts a window as the command line does."""
    windows: list[MainWindow] = []
    theme = Theme(qapp)

    def open_one(**options: object) -> MainWindow:
        window = MainWindow(Settings.load(), theme)
        windows.append(window)
        window.resize(1280, 800)
        window.show()
        window.begin(StartOptions(**options))  # type: ignore[arg-type]
        return window

    yield open_one
    for window in windows:
        window.close()
        window.deleteLater()
    theme.deleteLater()


@pytest.fixture
def shown(open_window: Open, qtbot: QtBot) -> tuple[MainWindow, Watch]:
    """A window that shows the samples, with its first results."""
    window = open_window(source="samples")
    return window, wait_for_pictures(window, qtbot)


def wait_for_pictures(window: MainWindow, qtbot: QtBot) -> Watch:
    watch = Watch(window)

    def all_there() -> bool:
        unit = watch.view(UnitView)
        return watch.view(GridView) is not None and isinstance(unit, UnitView) and unit.backward is not None

    qtbot.waitUntil(all_there, timeout=PATIENCE)
    return watch


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
    assert len(view.units) == 64


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


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_places_and_choices_come_back_at_the_next_start(open_window: Open, qtbot: QtBot) -> None:
    first = open_window()
    wait_for_pictures(first, qtbot)
    first.toggle_panel("weights")
    first.docks["inspector"].setFloating(True)
    first.session.set_layer("conv2b")
    first.session.set_unit(9)
    first.session.set_style("norm")
    first.keys.set("source.freeze", ("Ctrl+F",))
    first.close()

    second = open_window()
    wait_for_pictures(second, qtbot)
    assert second.docks["weights"].isHidden()
    assert second.docks["inspector"].isFloating()
    assert (second.session.layer, second.session.unit) == ("conv2b", 9)
    assert second.session.style == "norm"
    assert second.actions_by_id["source.freeze"].shortcut().toString() == "Ctrl+F"
    second.reset_layout()
    assert not second.docks["weights"].isHidden()
    assert not second.docks["inspector"].isFloating()


def test_damaged_settings_are_set_aside_with_a_sentence(open_window: Open) -> None:
    path = Settings().path
    path.write_text('{"window.docks": ')
    window = open_window()
    assert "settings.damaged.json" in window.error_strip.sentence
    assert path.with_suffix(".damaged.json").is_file()


@pytest.mark.parametrize(
    "settings",
    [
        {"window.docks": "no base64!", "window.geometry": 7},
        {"panels": {"classes": {"count": "many"}, "inspector": 3}, "session": []},
        {"keys": {"source.freeze": "F", "help.keys": [1]}, "recent.files": [1, None], "network.recent": [{}]},
        {"network.last": {"spec": 4}, "network.device": "abacus", "view.theme": "pink"},
    ],
)
def test_settings_that_make_no_sense_are_as_at_the_first_start(
    open_window: Open, qtbot: QtBot, settings: dict[str, object]
) -> None:
    Settings().path.write_text(json.dumps(settings))
    window = open_window()
    wait_for_pictures(window, qtbot)
    assert window.error_strip.isHidden()


def test_a_network_that_is_not_there_gives_way_to_the_embedded_one(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(model=NetworkSpec("missing.safetensors"))
    wait_for_pictures(window, qtbot)
    assert "missing.safetensors" in window.error_strip.sentence
    assert window.session.spec.spec == "embedded"


def test_a_layer_that_the_network_lacks_is_refused_with_its_neighbours(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(layer="conv3x")
    with qtbot.waitSignal(window.refused, timeout=PATIENCE) as refused:
        pass
    assert "conv3" in str(refused.args[0])
    assert not window.error_strip.isHidden()


def test_layer_and_unit_of_the_command_line_are_shown(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(layer="conv2b", unit=5, panel="weights")
    wait_for_pictures(window, qtbot)
    qtbot.waitUntil(lambda: (window.session.layer, window.session.unit) == ("conv2b", 5), timeout=PATIENCE)


def test_a_unit_that_the_layer_lacks_is_refused(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(unit=5000)
    with qtbot.waitSignal(window.refused, timeout=PATIENCE) as refused:
        pass
    assert "there is no unit 5000" in str(refused.args[0])


def test_closing_leaves_no_thread(open_window: Open, qtbot: QtBot) -> None:
    before = set(threading.enumerate())
    window = open_window(source="samples")
    wait_for_pictures(window, qtbot)
    window.close()
    qtbot.waitUntil(lambda: set(threading.enumerate()) <= before | {threading.current_thread()}, timeout=5000)


def test_closing_at_once_is_possible(open_window: Open) -> None:
    open_window(source="samples").close()


def test_the_unit_under_a_point_is_the_one_drawn_there(shown: tuple[MainWindow, Watch]) -> None:
    window, _ = shown
    grid = window.grid.grid
    rect = grid.cell_rect(0)
    assert grid.unit_at(QPoint(rect.x() + 2, rect.y() + 2)) == 0
