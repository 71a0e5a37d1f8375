"""Each figure of the lectures, by one command."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import UnitView, WeightsView
from deepvis_app.ui.examples import offered
from deepvis_app.ui.main_window import MainWindow
from deepvis_app.ui.panels.synthesis import SynthesisPanel
from deepvis_app.ui.panels.why import WhyPanel
from tests.windows import PATIENCE, Open, wait_for_pictures


def run(window: MainWindow, qtbot: QtBot, name: str) -> None:
    window.actions_by_id[f"example.{name}"].call()
    qtbot.waitUntil(lambda: not window.home.examples.running, timeout=PATIENCE)


def test_the_figures_come_by_one_command_each(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(source="samples")
    watch = wait_for_pictures(window, qtbot)
    session = window.session

    run(window, qtbot, "filters")
    assert window.docks["weights"].panel.is_seen
    qtbot.waitUntil(lambda: isinstance(watch.view(WeightsView), WeightsView), timeout=PATIENCE)
    assert session.network is not None
    assert session.layer == next(x.name for x in session.network.layers if x.main and x.has_weights)
    assert session.source is not None
    assert session.source.count == 1, "one sample, and no slide show"

    run(window, qtbot, "deconv")
    assert session.rule == "deconvnet"
    middle = session.layer

    def driven() -> bool:
        view = watch.view(UnitView)
        return isinstance(view, UnitView) and view.layer == middle and view.backward is not None

    qtbot.waitUntil(driven, timeout=PATIENCE)
    run(window, qtbot, "gradcam")
    assert session.heat
    assert session.heat_method == "grad_cam"


def test_what_takes_longer_begins_by_itself(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(source="samples")
    wait_for_pictures(window, qtbot)
    why, synthesis = window.docks["why"].panel, window.docks["synthesis"].panel
    assert isinstance(why, WhyPanel)
    assert isinstance(synthesis, SynthesisPanel)
    run(window, qtbot, "occlusion")
    assert why.chosen == ["grad_cam", "occlusion"]
    qtbot.waitUntil(lambda: why.comparison.found("occlusion") is not None, timeout=PATIENCE)

    run(window, qtbot, "classes")
    assert synthesis.row.name == "maximise"
    assert synthesis.running
    qtbot.waitUntil(lambda: bool(synthesis.tiles.shown), timeout=PATIENCE)
    synthesis.toggle()
    qtbot.waitUntil(lambda: not synthesis.running, timeout=PATIENCE)


def test_patches_come_from_an_index_of_the_samples(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(source="samples")
    wait_for_pictures(window, qtbot)
    library = window.session.library
    assert not library.path
    run(window, qtbot, "patches")
    assert window.indexing.running
    qtbot.waitUntil(lambda: library.index is not None, timeout=2 * PATIENCE)
    assert library.index is not None
    assert library.index.count == len(window.session.samples())
    qtbot.waitUntil(lambda: not window.indexing.running, timeout=PATIENCE)


def test_they_are_in_the_menu_and_in_the_palette(open_window: Open) -> None:
    window = open_window(source="samples")
    titles = [action.text() for action in window.menus["Examples"].actions()]
    assert titles == [row.title for row in offered()]
