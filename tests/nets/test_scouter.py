"""Files of slots: what they hold, and whom they refuse."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from deepvis_app.errors import CheckpointError, UnknownNameError, UsageError
from deepvis_app.nets import scouter
from deepvis_app.nets.network import Network
from deepvis_app.nets.scouter import Body, fingerprint, said_of
from tests import networks, scouters


def test_a_file_holds_slots_names_and_body(tmp_path: Path) -> None:
    network = networks.plain()
    found = scouter.load(scouters.write(network, tmp_path / "slots.safetensors", ["class 3", "class 1"]))
    assert found.labels == ("class 3", "class 1")
    assert (found.body.title, found.body.layer) == ("Test", "conv2b")
    assert [found.slot("class 1"), found.slot("class 3")] == [1, 0]
    maps = torch.randn(2, 6, 8, 8).relu()
    for kind, sign in (("positive", 1), ("negative", -1)):
        scores, attention, contribution = found.look(kind, maps)
        assert attention.shape == contribution.shape == (2, 2, 8, 8)
        torch.testing.assert_close(sign * contribution.sum((2, 3)), scores)
    assert all(not each.requires_grad for each in found.slots.parameters())


def test_other_weights_are_refused_in_a_sentence(tmp_path: Path) -> None:
    found = scouter.load(scouters.write(networks.plain(), tmp_path / "slots.safetensors"))
    found.check(networks.plain())

    other = networks.plain()
    other.module.conv1.bn.running_mean[0] += 1e-3
    functional = networks.wrap(networks.Functional())
    for network in (other, functional):
        with pytest.raises(UsageError, match=re.escape("trained on conv2b of Test, and cannot explain Test")):
            found.check(network)


def test_what_comes_after_the_layer_does_not_count() -> None:
    network = networks.plain()
    before = fingerprint(network, "conv2b")
    network.module.classifier.weight.data.mul_(2)
    assert fingerprint(network, "conv2b") == before
    network.module.conv2b.conv.weight.data[0, 0, 0, 0] += 1e-6
    assert fingerprint(network, "conv2b") != before


def test_a_class_that_is_not_known_is_answered_with_those_that_are(tmp_path: Path) -> None:
    labels = ["class 0", "class 2"]
    found = scouter.load(scouters.write(networks.plain(), tmp_path / "slots.safetensors", labels))
    with pytest.raises(UnknownNameError, match=r"the class zebra\. It knows 2: class 0, class 2"):
        found.slot("zebra")


def test_files_that_hold_no_slots_are_refused(tmp_path: Path) -> None:
    path = scouters.write(networks.plain(), tmp_path / "slots.safetensors")
    tensors = load_file(path)
    about = {"labels": '["class 0"]'}
    said = said_of(Body("Test", "conv2b", ""))
    for number, (some, words) in enumerate(
        [
            (tensors, about),
            (tensors, about | {"scouter": "[]"}),
            (tensors, said),
            ({"weight": torch.zeros(3)}, about | said),
            ({**tensors, "positive.slots": torch.zeros(3)}, about | said),
            ({name: each for name, each in tensors.items() if "gru" not in name}, about | said),
        ]
    ):
        other = tmp_path / f"{number}.safetensors"
        save_file(some, other, {"format": "pt"} | words)
        with pytest.raises(CheckpointError):
            scouter.load(other)
    with pytest.raises(CheckpointError, match="no file"):
        scouter.load(tmp_path / "nowhere.safetensors")


def test_the_slots_that_ship_are_for_the_network_that_ships() -> None:
    found, network = scouter.load(scouter.default_file()), Network.load("embedded")
    found.check(network)
    assert len(found.labels) >= 30
    assert set(found.labels) <= set(network.labels)
    card = scouter.default_file().with_suffix(".md").read_text("utf-8")
    for words in ("ImageNet's terms of access", "deepvis train scouter", found.body.fingerprint[:16]):
        assert words in card
