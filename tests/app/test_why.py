"""The panel Why in the real window: a real worker explains a real picture by real methods."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from deepvis_app.engine.messages import JobEnded, JobProgress, MapView
from deepvis_app.methods.params import OcclusionParams
from deepvis_app.pictures.saving import read_about
from deepvis_app.ui.dialogs.sanity import SanityDialog
from deepvis_app.ui.main_window import MainWindow
from deepvis_app.ui.panels.why import WhyPanel
from tests.windows import PATIENCE, Open, Watch, wait_for_pictures


@pytest.fixture
def why(
    open_window: Open, qtbot: QtBot, sample_picture: Path, tmp_path: Path
) -> tuple[MainWindow, WhyPanel, Watch]:
    """A window that shows a picture with a box file, with the panel Why in front."""
    picture = tmp_path / "coffee.png"
    shutil.copy(sample_picture, picture)
    picture.with_suffix(".boxes.txt").write_text("120 40 330 330\n")
    window = open_window(source=str(picture), panel="why")
    watch = wait_for_pictures(window, qtbot)
    panel = window.docks["why"].panel
    assert isinstance(panel, WhyPanel)
    qtbot.waitUntil(lambda: panel._tile_of["grad_cam"].pixels is not None, timeout=PATIENCE)
    return window, panel, watch


def test_methods_are_compared_and_their_sheet_is_saved(
    why: tuple[MainWindow, WhyPanel, Watch],
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window, panel, _ = why
    panel.comparison.set_params("occlusion", OcclusionParams(40, 40))
    panel.comparison.set_params("occlusion_classes", OcclusionParams(40, 40))
    names = ["grad_cam", "guided_backprop", "segmentation", "occlusion", "occlusion_classes"]
    panel.methods.check(names)
    window.actions_by_id["why.compare"].trigger()
    qtbot.waitUntil(lambda: not panel.comparison.running, timeout=2 * PATIENCE)
    found = {name: panel.comparison.found(name) for name in names}
    label = {item.label for item in found.values() if item is not None}
    assert len(label) == 1
    assert label <= set(window.session.network.labels)  # type: ignore[union-attr]
    for name, item in found.items():
        assert item is not None, name
        assert item.finished
        assert item.note is None
        assert panel._tile_of[name].pixels is not None
        assert panel._tile_of[name].figures[0].endswith(("ms", "s"))
        is_map = name in ("grad_cam", "guided_backprop", "occlusion")
        assert (item.deletion is not None) == is_map
    assert len({panel._tile_of[name].pixels.tobytes() for name in names}) == len(names)  # type: ignore[union-attr]
    assert panel._tile_of["occlusion_classes"].legend
    assert panel._tile_of["grad_cam"].boxes
    assert panel._tile_of["grad_cam"].figures[-1].startswith("IoU 0.")
    assert all(0 <= x <= 600 and 0 <= y <= 400 for x, y, *_ in found["grad_cam"].places)  # type: ignore[union-attr]

    path = tmp_path / "sheet.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))
    panel.sheet.click()
    qtbot.waitUntil(path.is_file, timeout=PATIENCE)
    about = read_about(path)
    assert about is not None
    assert [each["method"] for each in about["pictures"]] == ["input", *panel.chosen]
    with Image.open(path) as sheet:
        pixels = np.asarray(sheet)
    assert min(part.std() for part in np.array_split(pixels, 3, axis=1)) > 10, "every column shows something"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_class_is_found_by_typing_and_a_comparison_is_stopped_half_way(
    why: tuple[MainWindow, WhyPanel, Watch], qtbot: QtBot
) -> None:
    window, panel, watch = why
    session = window.session
    winner = session.network.labels.index("espresso")  # type: ignore[union-attr]
    panel.picker.click()
    qtbot.keyClicks(panel.picker.search, "espresso")
    qtbot.keyClick(panel.picker.search, Qt.Key.Key_Return)
    assert session.explain_class == winner

    def follows() -> bool:
        view = watch.view(MapView)
        return isinstance(view, MapView) and view.class_index == winner

    qtbot.waitUntil(follows, timeout=PATIENCE)
    panel.methods.check(["grad_cam", "integrated_gradients", "score_cam", "smoothgrad"])
    with qtbot.waitSignal(
        session.job_changed,
        timeout=PATIENCE,
        check_params_cb=lambda job: isinstance(job, JobProgress) and job.item is not None,
    ):
        panel.compare.click()
    assert panel.compare.text() == "Stop"
    with qtbot.waitSignal(
        session.job_changed, timeout=PATIENCE, check_params_cb=lambda job: isinstance(job, JobEnded)
    ) as ended:
        panel.compare.click()
    assert ended.args[0].cancelled
    assert not panel.comparison.running
    assert panel._tile_of["score_cam"].note == "not computed"
    assert panel._tile_of["grad_cam"].pixels is not None, "what is live stays"
    assert window.error_strip.isHidden()


def test_the_sanity_check_draws_its_curve_and_says_what_it_means(
    why: tuple[MainWindow, WhyPanel, Watch], qtbot: QtBot
) -> None:
    window, panel, _ = why
    panel.methods.check(["grad_cam", "segmentation"])
    panel.sanity.click()
    (dialog,) = panel.findChildren(SanityDialog)
    assert list(dialog.verdicts) == ["grad_cam"], "what makes no map cannot be checked"
    qtbot.waitUntil(lambda: not dialog.running, timeout=2 * PATIENCE)
    curve = dialog.plot.curve("grad_cam")
    assert curve[0] == pytest.approx(1)
    assert len(curve) > 4
    assert max(map(abs, curve[-2:])) < 0.9
    assert "Grad-CAM" in dialog.verdicts["grad_cam"].text()
    assert len(dialog.verdicts["grad_cam"].text()) > 40
    dialog.close()

    panel.methods.check(["smoothgrad"])
    panel.sanity.click()
    dialog = panel.findChildren(SanityDialog)[-1]
    with qtbot.waitSignal(
        window.session.job_changed, timeout=PATIENCE, check_params_cb=lambda job: isinstance(job, JobEnded)
    ) as ended:
        dialog.close()
    assert ended.args[0].cancelled, "closing it ends the check"
