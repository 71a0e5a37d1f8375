"""An index through the real window: made, shown, found again at the next start."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import NeighboursView
from deepvis_app.ui.panels.inspector import InspectorPanel
from deepvis_app.ui.panels.neighbours import NeighboursPanel
from tests import indexes
from tests.windows import PATIENCE, Open, Watch, wait_for_pictures


def test_pictures_are_indexed_and_every_panel_shows_them(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    root = indexes.pictures(tmp_path / "pictures", 12)
    window = open_window(source="samples")
    wait_for_pictures(window, qtbot)
    leave = window.actions_by_id["index.leave"]
    assert not leave.isEnabled(), "there is none"
    code = window.session.network.layers[-2].name  # type: ignore[union-attr]
    options = {"pictures": root, "out": tmp_path / "index", "layers": (window.session.layer, code)}
    window.indexing.start(options)
    library = window.session.library
    qtbot.waitUntil(lambda: library.index is not None and library.index.finished, timeout=PATIENCE)

    inspector = window.docks["inspector"].panel
    assert isinstance(inspector, InspectorPanel)
    qtbot.waitUntil(lambda: inspector.patches.patches.count == 9, timeout=PATIENCE)
    qtbot.waitUntil(lambda: inspector.patches.driven.count == 9, timeout=PATIENCE)

    watch = Watch(window)
    window.show_panel("neighbours")
    panel = window.docks["neighbours"].panel
    assert isinstance(panel, NeighboursPanel)
    qtbot.waitUntil(lambda: watch.view(NeighboursView) is not None, timeout=PATIENCE)
    assert panel.by_code.count > 3
    assert window.error_strip.isHidden()

    window.close()
    again = open_window(source="samples")
    kept = again.session.library
    qtbot.waitUntil(lambda: kept.index is not None, timeout=PATIENCE)
    assert kept.path == tmp_path / "index"
    leave = again.actions_by_id["index.leave"]
    qtbot.waitUntil(leave.isEnabled)
    leave.trigger()
    assert kept.index is None
    qtbot.waitUntil(lambda: not leave.isEnabled())
