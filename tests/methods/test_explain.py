"""Explanations side by side: each one's picture, time and faithfulness; no failure ends the rest."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from deepvis_app.errors import OutOfRangeError, UnknownNameError
from deepvis_app.methods import METHODS, Method, Target, explanations, find
from deepvis_app.methods.boxes import located
from deepvis_app.methods.explain import ExplainParams, explain
from deepvis_app.methods.explained import Explained
from deepvis_app.methods.faithfulness import faithfulness
from deepvis_app.methods.heat import heat
from deepvis_app.methods.overlaid import explanation
from deepvis_app.methods.params import BoxParams, FaithfulnessParams, OcclusionParams, SegmentationParams
from deepvis_app.nets.network import Network
from deepvis_app.nets.preprocess import to_pixels


@pytest.fixture(scope="module")
def network() -> Network:
    return Network.load("embedded")


@pytest.fixture(scope="module")
def image(network: Network, sample_picture: Path) -> torch.Tensor:
    from PIL import Image

    return network.preprocess(Image.open(sample_picture).convert("RGB"))


def finished(network: Network, image: torch.Tensor, *methods: str, **more: Any) -> dict[str, Explained]:
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
    assert names >= {"segmentation", "occlusion_classes", "attention_rollout"}
    assert names <= set(METHODS) - {"activations", "filters", "unit_ablation"}


def test_the_object_cut_out_and_the_classes_under_occlusion_are_pictures_without_areas(
    network: Network, image: torch.Tensor
) -> None:
    settings = {"occlusion_classes": OcclusionParams(40, 40), "segmentation": SegmentationParams(rounds=1)}
    ended = finished(network, image, *settings, settings=settings)
    for item in ended.values():
        assert item.pixels is not None
        assert item.pixels.shape == (64, 64, 3)
        assert item.deletion is None
    legend = ended["occlusion_classes"].legend
    assert sum(area.share for area in legend) == pytest.approx(1)
    assert {area.label for area in legend} <= set(network.labels)
    assert ended["segmentation"].facts["share"] > 0  # type: ignore[operator]


def test_boxes_are_told_in_pixels_of_the_picture_and_scored_by_its_box_file(
    network: Network, image: torch.Tensor, sample_picture: Path, tmp_path: Path
) -> None:
    picture = tmp_path / "coffee.png"
    shutil.copy(sample_picture, picture)
    boxes = picture.with_suffix(".boxes.txt")
    boxes.write_text("150 50 200 200\n")
    settings = {"grad_cam": BoxParams(0.3, 0)}
    more = {"settings": settings, "frame": (600, 400), "file": picture}
    item = finished(network, image, "grad_cam", **more)["grad_cam"]
    row = find("grad_cam")
    hot = heat(row.run()(network, image, Target(3), None, row.params()))
    expected = located(hot, settings["grad_cam"], network.preprocessing, picture, 600, 400)
    assert list(item.places) == expected["boxes"]
    assert item.iou == expected["iou"]
    assert len(item.boxes) == len(item.places) > 0
    across = 400 / 600  # the share of the picture's width that the network sees
    for (x, _, width, height), (left, _, wide, high) in zip(item.boxes, item.places, strict=True):
        assert wide / 600 == pytest.approx(width * across, abs=1e-3)
        assert high / 400 == pytest.approx(height, abs=1e-3)
        assert left / 600 == pytest.approx((1 - across) / 2 + x * across, abs=1e-3)

    boxes.write_text("somewhere")
    item = finished(network, image, "grad_cam", **more)["grad_cam"]
    assert "coffee.boxes.txt" in str(item.note)
    assert item.pixels is not None
