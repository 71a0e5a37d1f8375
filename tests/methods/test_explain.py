"""Explanations side by side: each one's picture, time and faithfulness; no failure ends the rest."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from deepvis_app.errors import OutOfRangeError, UnknownNameError
from deepvis_app.methods import METHODS, Method, Target, explanations, find
from deepvis_app.methods.explain import ExplainParams, explain
from deepvis_app.methods.explained import Explained
from deepvis_app.methods.faithfulness import faithfulness
from deepvis_app.methods.heat import heat
from deepvis_app.methods.overlaid import explanation
from deepvis_app.methods.params import FaithfulnessParams
from deepvis_app.nets.network import Network
from deepvis_app.nets.preprocess import to_pixels


@pytest.fixture(scope="module")
def network() -> Network:
    return Network.load("embedded")


@pytest.fixture(scope="module")
def image(network: Network, sample_picture: Path) -> torch.Tensor:
    from PIL import Image

    return network.preprocess(Image.open(sample_picture).convert("RGB"))


def finished(network: Network, image: torch.Tensor, *methods: str, **more: int) -> dict[str, Explained]:
    steps = explain(network, image, Target(3), None, ExplainParams(methods, size=64, curve=6, **more))
    return {item.method: item for _, _, item in steps if item.finished}


def test_every_one_finishes_with_picture_time_and_areas(network: Network, image: torch.Tensor) -> None:
    names = ("grad_cam", "saliency", "guided_backprop", "occlusion", "smoothgrad")
    before = network.fingerprint()
    steps = list(explain(network, image, Target(3), None, ExplainParams(names, size=64, curve=6)))
    dones = [done for done, _, _ in steps]
    assert dones == sorted(dones)
    assert dones[-1] == 1
    ended = [item for _, _, item in steps if item.finished]
    assert tuple(item.method for item in ended) == names
    for item in ended:
        assert item.pixels is not None
        assert max(item.pixels.shape[:2]) == 64
        assert (item.class_index, item.label) == (3, network.labels[3])
        assert item.milliseconds > 0
        assert item.deletion is not None
        assert 0 <= item.deletion <= 1
        assert item.note is None
    assert network.fingerprint() == before


def test_picture_and_areas_are_the_methods_own(network: Network, image: torch.Tensor) -> None:
    item = finished(network, image, "layer_cam")["layer_cam"]
    row = find("layer_cam")
    result = row.run()(network, image, Target(3), None, row.params())
    seen = to_pixels(image, network.preprocessing)
    assert item.pixels is not None
    assert np.array_equal(item.pixels, explanation(row, result.numpy(), seen, 64))
    *_, (_, curve) = faithfulness(network, image, heat(result), 3, FaithfulnessParams(steps=6))
    assert (item.deletion, item.insertion) == (curve.deletion_area, curve.insertion_area)


def test_what_has_no_meaning_or_no_memory_says_so_and_the_next_follows(
    network: Network, image: torch.Tensor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def greedy(*_: object) -> torch.Tensor:
        raise torch.OutOfMemoryError("out of memory")

    run = Method.run
    monkeypatch.setattr(Method, "run", lambda row: greedy if row.name == "saliency" else run(row))
    ended = finished(network, image, "saliency", "attention_rollout", "grad_cam")
    assert "memory" in str(ended["saliency"].note)
    assert ended["attention_rollout"].pixels is None
    assert ended["attention_rollout"].note is not None
    assert ended["grad_cam"].pixels is not None


def test_the_winner_is_explained_where_no_class_is_named(network: Network, image: torch.Tensor) -> None:
    params = ExplainParams(("grad_cam",), size=16, curve=2)
    *_, (_, _, item) = explain(network, image, None, None, params)
    with torch.inference_mode():
        assert item.class_index == int(network.module(image).argmax())


def test_unknown_methods_and_classes_are_refused(network: Network, image: torch.Tensor) -> None:
    with pytest.raises(UnknownNameError):
        next(explain(network, image, None, None, ExplainParams(("astrology",))))
    with pytest.raises(OutOfRangeError):
        next(explain(network, image, Target(5000), None, ExplainParams()))


def test_explanations_are_those_of_a_class_on_the_picture() -> None:
    names = {row.name for row in explanations()}
    assert names >= {"grad_cam", "cam", "saliency", "occlusion", "integrated_gradients", "score_cam"}
    assert names <= set(METHODS) - {"activations", "filters", "unit_ablation", "segmentation"}
