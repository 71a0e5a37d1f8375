"""The state of a real window: saved and shown again, told as a command that finds the same, as a link."""

from __future__ import annotations

import shlex
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from deepvis_app import cli
from deepvis_app.commands import parsers
from deepvis_app.commands.window import start_options
from deepvis_app.engine.messages import Intervention, NetworkSpec, SavePictures
from deepvis_app.pictures.saving import read_about
from deepvis_app.ui.main_window import MainWindow
from deepvis_app.ui.savables import savables
from deepvis_app.ui.states import State
from tests.windows import PATIENCE, Open, wait_for_pictures


def layers(window: MainWindow) -> list[str]:
    """Two that can be shown and have many units, whatever network is embedded."""
    network = window.session.network
    assert network is not None
    found = [layer.name for layer in network.layers if layer.drawable and layer.main and layer.units > 12]
    return [found[-1], found[0]] if len(found[0]) else found


def arrange(window: MainWindow, qtbot: QtBot) -> None:
    """Much that is other than at the first start."""
    session = window.session
    session.set_layer(layers(window)[1])
    session.set_unit(7)
    session.set_neuron((1, 2))
    session.set_rule("deconvnet")
    session.set_heat_method("layer_cam")
    session.set_contrast(2.0)
    session.set_explain_class(3)
    window.show_panel("why")
    window.docks["weights"].hide()
    wait_for_pictures(window, qtbot)


def seen(state: State) -> State:
    """Without where docks stand to the pixel."""
    return replace(state, docks="", panels={})


def test_a_saved_session_opens_with_all_that_was_there(
    open_window: Open, qtbot: QtBot, tmp_path: Path, picture_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(source=str(picture_folder))
    wait_for_pictures(window, qtbot)
    window.session.playback.step(1)
    arrange(window, qtbot)
    window.session.playback.set_mirrored(True)
    window.session.interventions.add(Intervention(layers(window)[1], (2, 5)))
    changed = replace(window.session.network.preprocessing, fit="stretch")  # type: ignore[union-attr]
    with qtbot.waitSignal(window.session.network_changed, timeout=PATIENCE):
        window.session.set_preprocessing(changed)
    arrange(window, qtbot)
    path = tmp_path / "mine.deepvis"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    before = window.keeping.take()
    window.keeping.save()
    qtbot.waitUntil(path.is_file, timeout=PATIENCE)
    assert window.sources.recent()[0] == path
    window.close()

    again = open_window(source=str(path))
    qtbot.waitUntil(lambda: again.session.explain_class == 3, timeout=PATIENCE)
    wait_for_pictures(again, qtbot)
    qtbot.waitUntil(lambda: again.session.source is not None and again.session.source.index == 1)
    assert seen(again.keeping.take()) == seen(before)
    assert again.docks["weights"].isHidden()
    assert again.error_strip.isHidden()


def test_the_copied_command_opens_the_same(
    open_window: Open, qtbot: QtBot, tmp_path: Path, sample_picture: Path
) -> None:
    file = tmp_path / "it's a cup.png"
    file.write_bytes(sample_picture.read_bytes())
    window = open_window(source=str(file))
    wait_for_pictures(window, qtbot)
    arrange(window, qtbot)
    window.keeping.copy_command()
    line = QGuiApplication.clipboard().text()
    before = window.keeping.take()
    window.close()

    words = shlex.split(line)
    assert words[0] == "deepvis"
    options = start_options(parsers.window().parse_args(words[1:]))
    again = open_window(**vars(options))
    qtbot.waitUntil(lambda: again.session.explain_class == 3, timeout=PATIENCE)
    wait_for_pictures(again, qtbot)
    assert seen(again.keeping.take()) == seen(before)


def test_the_copied_render_command_writes_the_same_picture(
    open_window: Open, qtbot: QtBot, tmp_path: Path, sample_picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(source=str(sample_picture))
    wait_for_pictures(window, qtbot)
    session = window.session
    session.set_layer(layers(window)[0])
    session.set_unit(5)
    watch = wait_for_pictures(window, qtbot)
    found = {one.name: one for one in savables(session, watch.newest)}
    backward = found["backward"]
    assert backward.method is not None
    neuron = backward.about["neuron"]
    exact = tmp_path / "exact.png"
    with qtbot.waitSignal(session.saved, timeout=PATIENCE):
        place = (neuron[0], neuron[1]) if isinstance(neuron, list) else "all"
        session.save_picture(SavePictures(exact, backward.method, backward.layer, backward.unit, place))
    window.keeping.copy_render()
    line = QGuiApplication.clipboard().text()
    window.close()

    monkeypatch.chdir(tmp_path)
    words = shlex.split(line)
    assert words[0] == "deepvis"
    assert cli.main(words[1:]) == 0
    (written,) = (tmp_path / "pictures").glob("*.png")
    with Image.open(written) as made, Image.open(exact) as wanted:
        assert np.array_equal(np.asarray(made), np.asarray(wanted))
    about = read_about(written)
    assert about is not None
    assert about["unit"] == 5


def test_a_link_goes_there_and_one_to_what_is_not_here_asks(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(source="samples")
    wait_for_pictures(window, qtbot)
    arrange(window, qtbot)
    link = window.keeping.link()
    assert link.startswith("deepvis://open?network=embedded&layer=")
    window.close()

    again = open_window(source=link)
    qtbot.waitUntil(lambda: again.session.explain_class == 3, timeout=PATIENCE)
    session = again.session
    assert (session.layer, session.unit, session.neuron) == (layers(again)[1], 7, (1, 2))
    assert session.rule == "deconvnet"

    asked: list[str] = []
    monkeypatch.setattr(again.keeping, "_ask", lambda question: asked.append(question) or False)
    assert not again.keeping.open_link("deepvis://open?network=torchvision:vgg16")
    assert "VGG-16" in asked[0]
    for file in ("/tmp/net.py:make", "/tmp/net.pth", "net.safetensors"):
        assert not again.keeping.open_link(f"deepvis://open?network={file}")
        assert file in again.error_strip.sentence
    assert len(asked) == 1, "a file is not even asked about: the user opens it, or nobody"
    assert session.spec == NetworkSpec()


def test_a_session_without_its_files_says_so_and_shows_the_rest(
    open_window: Open, qtbot: QtBot, tmp_path: Path, picture_folder: Path
) -> None:
    from deepvis_app.session.origins import Origin
    from deepvis_app.ui import state_files

    window = open_window(source="samples")
    wait_for_pictures(window, qtbot)
    arrange(window, qtbot)
    state = replace(window.keeping.take(), source=Origin("path", (tmp_path / "gone.png",)))
    path = tmp_path / "mine.deepvis"
    state_files.write(path, state)
    window.session.set_rule("gradient")
    assert window.sources.open_path(path)
    assert "gone.png" in window.error_strip.sentence
    assert window.session.rule == "deconvnet"
    assert window.session.source is not None
    assert window.session.source.kind == "pictures"
    network = NetworkSpec(str(tmp_path / "gone.safetensors"))
    state_files.write(path, replace(state, network=network, layer="nowhere"))
    assert window.sources.open_path(path)
    assert "gone.safetensors" in window.error_strip.sentence
    assert window.session.spec == NetworkSpec()
    assert window.session.layer == layers(window)[1]
