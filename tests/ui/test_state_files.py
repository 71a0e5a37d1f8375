"""Session files: what is written is read, what is damaged, newer or strange is said and never a crash."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest

from deepvis_app.engine.messages import Intervention, NetworkSpec, Region
from deepvis_app.errors import InputError
from deepvis_app.pictures.preprocessing import Preprocessing
from deepvis_app.session.choices import Choices
from deepvis_app.session.origins import Origin
from deepvis_app.ui import state_files
from deepvis_app.ui.states import Place, State
from deepvis_app.ui.taking import without_missing


def whole(folder: Path) -> State:
    """Every field has a value of its own."""
    picture = folder / "pictures" / "a.jpg"
    picture.parent.mkdir()
    picture.touch()
    weights = folder / "net.safetensors"
    weights.touch()
    painted = np.zeros((3, 5), bool)
    painted[1, 2] = True
    return State(
        network=NetworkSpec(str(weights), arch="resnet18", labels=folder / "labels.txt"),
        preprocessing=Preprocessing(mean=(0.0, 0.1, 0.2), channels="BGR"),
        source=Origin("path", (picture,)),
        place=Place(2, 1500, False, True, False, True),
        layer="layer1",
        unit=5,
        unit_layer="layer2",
        neuron=(3, 4),
        target=7,
        choices=vars(Choices(rule=None, heat=True)),
        interventions=(
            Intervention("a", (1, 2), "scale", (2.0,)),
            Intervention("b", region=Region.of(painted)),
        ),
        index=folder / "an.index",
        panels={"why": {"methods": ["saliency"]}},
        docks="AAAA",
        zoomed=True,
        panel="why",
    )


def test_every_field_comes_back(tmp_path: Path) -> None:
    state = whole(tmp_path)
    unset = [each.name for each in fields(State) if getattr(state, each.name) == getattr(State(), each.name)]
    assert unset == ["method"], "a link's alone"
    path = tmp_path / "a.deepvis"
    state_files.write(path, state)
    opened = state_files.read(path)
    assert opened.state == state
    assert not opened.wrong
    assert not opened.unknown


def test_it_moves_together_with_its_pictures(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    state_files.write(here / "a.deepvis", whole(here))
    assert str(here) not in (here / "a.deepvis").read_text("utf-8")
    here.rename(there)
    state, missing = without_missing(state_files.read(there / "a.deepvis").state)
    assert state.source == Origin("path", (there / "pictures" / "a.jpg",))
    assert missing == [there / "labels.txt", there / "an.index"], "which were never there"
    assert state.network == NetworkSpec(str(there / "net.safetensors"), arch="resnet18")


def test_a_pasted_picture_is_in_it(tmp_path: Path) -> None:
    pixels = np.arange(60, dtype=np.uint8).reshape(4, 5, 3)
    path = tmp_path / "a.deepvis"
    state_files.write(path, State(source=Origin("still", name="Clipboard", pixels=pixels)))
    origin = state_files.read(path).state.source
    assert origin is not None
    assert origin.pixels is not None
    assert np.array_equal(origin.pixels, pixels)
    assert origin.name == "Clipboard"


def test_what_a_later_version_adds_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.deepvis"
    state_files.write(path, State(layer="conv1"), {"sound": {"volume": 3}})
    opened = state_files.read(path)
    assert opened.unknown == {"sound": {"volume": 3}}
    state_files.write(path, replace(opened.state, unit=2), opened.unknown)
    assert json.loads(path.read_text("utf-8"))["sound"] == {"volume": 3}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "is no session of DeepVis, or it is damaged"),
        ("[1, 2]", "is no session"),
        ('{"layer": "conv1"}', "is no session"),
        ("[" * 100_000, "is no session"),
        ('{"deepvis": "session", "format": 2, "version": "9.0"}', "newer DeepVis (9.0)"),
        ('{"deepvis": "session", "format": "x"}', "newer DeepVis"),
    ],
)
def test_what_is_no_session_is_said(tmp_path: Path, words: str, sentence: str) -> None:
    path = tmp_path / "a.deepvis"
    path.write_text(words, "utf-8")
    with pytest.raises(InputError) as refused:
        state_files.read(path)
    assert sentence in str(refused.value)


def test_a_missing_file_and_a_folder_are_said(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.deepvis", tmp_path):
        with pytest.raises(InputError, match="cannot be read"):
            state_files.read(path)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("network", {"spec": 3}),
        ("preprocessing", {"mean": "abc"}),
        ("preprocessing", {"height": "tall"}),
        ("source", {"kind": "path", "paths": []}),
        ("source", {"kind": "satellite"}),
        ("source", {"kind": "still", "png": "AAAA"}),
        ("source", {"kind": "path", "paths": ["a\0b"]}),
        ("place", {"index": -1}),
        ("place", {"frozen": "yes"}),
        ("layer", 3),
        ("unit", True),
        ("neuron", [1, 2, 3]),
        ("neuron", "somewhere"),
        ("choices", [1]),
        ("interventions", [{"layer": "a", "action": "explode"}]),
        ("interventions", [{"layer": "a", "action": "silence", "region": {"height": 10**9, "width": 10**9,
                                                                             "bits": "AA=="}}]),
        ("panels", "all"),
        ("docks", 1),
        ("zoomed", 1),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_left_out_and_named(tmp_path: Path, name: str, value: object) -> None:
    values = {"deepvis": "session", "format": 1, "target": 3, name: value}
    opened = state_files.from_values(values, tmp_path)
    assert opened.wrong == (name,)
    assert opened.state == State(target=3)


def test_a_session_never_brings_the_leave_to_run_code(tmp_path: Path) -> None:
    values = {"network": {"spec": "file.py:make", "allow_code": True}}
    network = state_files.from_values(values, tmp_path).state.network
    assert network is not None
    assert not network.allow_code
