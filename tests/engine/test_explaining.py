"""Live explanations: the methods' own pictures, out of the pass that all views share."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from PIL import Image

from deepvis_app.engine import answers, moment
from deepvis_app.engine.explaining import CAMS, LIVE, made_of, map_view
from deepvis_app.engine.memory import Memory
from deepvis_app.engine.messages import (
    CancelJob,
    GridRequest,
    JobEnded,
    JobProgress,
    MapRequest,
    MapView,
    Pixels,
    ScoresRequest,
    StartJob,
    UnitRequest,
    ViewRequest,
)
from deepvis_app.methods import Target, cam, find
from deepvis_app.methods.overlaid import explanation
from deepvis_app.methods.params import RectifiedGradientParams, SaliencyParams
from deepvis_app.nets import live, preprocess
from deepvis_app.nets.network import Network
from tests.engine.conftest import Loop
from tests.engine.likeness import ssim


@pytest.fixture(scope="module")
def embedded() -> Network:
    return Network.load("embedded")


@pytest.fixture(scope="module")
def coffee() -> Pixels:
    from skimage import data

    return np.ascontiguousarray(data.coffee()[:, 100:500])


def look(
    network: Network, pixels: Pixels, dtype: torch.dtype, **views: ViewRequest
) -> tuple[moment.Moment, dict[str, MapView]]:
    seen = moment.look(
        network, live.choose(network, dtype), Memory(), pixels, answers.needs_of(network, views)
    )
    maps = {
        name: map_view(seen, request) for name, request in views.items() if isinstance(request, MapRequest)
    }
    return seen, maps


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16], ids=["float32", "bfloat16"])
@pytest.mark.parametrize("method", LIVE)
def test_a_live_explanation_looks_like_the_method_in_float32(
    embedded: Network, coffee: Pixels, method: str, dtype: torch.dtype
) -> None:
    request = MapRequest(method, class_index=7, size=96)
    both = {"map": request, "unit": UnitRequest("conv3b", 3), "other": MapRequest("guided_backprop")}
    how = embedded.preprocessing
    image = preprocess.frame_to_tensor(coffee, how)
    layer = made_of(embedded, request)
    row = find(method)
    array = row.run()(embedded, image, Target(7), layer, row.params()).numpy()
    expected = explanation(row, array, preprocess.to_pixels(image, how), 96)
    for views in ({"map": request}, both):
        _, maps = look(embedded, coffee, dtype, **views)
        view = maps["map"]
        assert view.pixels is not None
        assert (view.class_index, view.label) == (7, embedded.labels[7])
        assert view.made_of == (layer or "")
        assert ssim(view.pixels, expected) >= 0.98


def test_the_winner_is_explained_unless_a_class_is_named(tiny_loop: Loop, pixels: Pixels) -> None:
    views = tiny_loop.ask(pixels, why=MapRequest("grad_cam"), scores=ScoresRequest(1)).views
    winner = views["scores"].scores[0].index  # type: ignore[union-attr]
    assert views["why"].class_index == winner  # type: ignore[union-attr]
    other = tiny_loop.ask(why=MapRequest("grad_cam", class_index=(winner + 1) % 5)).views["why"]
    assert other.class_index == (winner + 1) % 5  # type: ignore[union-attr]


def test_grad_cam_goes_back_through_the_head_alone(embedded: Network, coffee: Pixels) -> None:
    seen, maps = look(
        embedded, coffee, torch.float32, map=MapRequest("grad_cam"), cam=MapRequest("layer_cam")
    )
    assert not seen.x.requires_grad, "the body runs without gradients"
    assert seen.captured.raw[maps["map"].made_of].is_leaf
    assert len(seen._heads) == 1, "several maps of one layer share its gradient"


@pytest.mark.parametrize(
    "params", [SaliencyParams("times_input"), RectifiedGradientParams(60.0)], ids=["saliency", "rectified"]
)
def test_a_live_explanation_goes_by_its_parameters(embedded: Network, coffee: Pixels, params: object) -> None:
    method = "saliency" if isinstance(params, SaliencyParams) else "rectified_gradient"
    views = {"told": MapRequest(method, class_index=7, size=96, params=params)}
    views["usual"] = MapRequest(method, class_index=7, size=96)
    _, maps = look(embedded, coffee, torch.float32, **views)
    image, row = preprocess.frame_to_tensor(coffee, embedded.preprocessing), find(method)
    array = row.run()(embedded, image, Target(7), None, params).numpy()
    expected = explanation(row, array, preprocess.to_pixels(image, embedded.preprocessing), 96)
    told, usual = maps["told"].pixels, maps["usual"].pixels
    assert told is not None
    assert usual is not None
    assert ssim(told, expected) >= 0.98
    assert ssim(told, usual) < 0.95


def test_all_that_bf16_would_falsify_shares_one_pass_in_float32(embedded: Network, coffee: Pixels) -> None:
    asked = [("saliency", 7), ("gradient", 7), ("gradient", 8), ("guided_backprop", 7)]
    views = {f"{method} {index}": MapRequest(method, class_index=index) for method, index in asked}
    copy, needs = live.choose(embedded, torch.bfloat16), answers.needs_of(embedded, views)
    passes: list[str] = []
    counting = embedded.module.register_forward_hook(lambda *_: passes.append("float32"))
    try:
        seen = moment.look(embedded, copy, Memory(), coffee, needs)
        assert all(map_view(seen, view).pixels is not None for view in views.values())
    finally:
        counting.remove()
    assert passes == ["float32"]


def test_what_the_network_sees_is_the_input_tile(tiny_loop: Loop, coffee: Pixels) -> None:
    view = tiny_loop.ask(coffee[:, :300], why=MapRequest("input", size=32)).views["why"]
    assert isinstance(view, MapView)
    seen = Image.fromarray(coffee[50:350, :300]).resize((32, 32))
    assert view.pixels is not None
    assert np.abs(view.pixels.astype(int) - np.asarray(seen)).mean() < 8


def test_what_cannot_be_is_said_in_the_tile_and_leaves_the_others_alone(
    tiny_loop: Loop, pixels: Pixels
) -> None:
    views = tiny_loop.ask(
        pixels,
        nowhere=MapRequest("grad_cam", class_index=77),
        vector=MapRequest("grad_cam", layer="fc"),
        grid=GridRequest("relu", cell=20, gap=2, columns=3, first_row=0, rows=9),
        good=MapRequest("saliency"),
    ).views
    for name in ("nowhere", "vector"):
        assert views[name].pixels is None  # type: ignore[union-attr]
        assert views[name].about is not None  # type: ignore[union-attr]
    assert views["good"].pixels is not None  # type: ignore[union-attr]
    assert "grid" in views


def test_a_flat_map_leaves_the_picture_as_it_is() -> None:
    seen = np.random.default_rng(0).integers(0, 256, (16, 24, 3), np.uint8)
    for name in ("grad_cam", "hires_cam", "occlusion"):
        shown = explanation(find(name), np.zeros((4, 6), np.float32), seen, 24)
        assert np.array_equal(shown, seen)
    assert np.ptp(explanation(find("saliency"), np.zeros((4, 6), np.float32), seen, 24)) == 0


def test_the_job_tells_each_method_as_it_finishes_and_is_cancelled(tiny_loop: Loop, pixels: Pixels) -> None:
    tiny_loop.ask(pixels, why=MapRequest("grad_cam"))
    names = ("grad_cam", "cam", "saliency")
    options = {"methods": names, "size": 32, "curve": 4}
    tiny_loop.send(StartJob(5, "explain", options=options))
    tiny_loop.until(lambda: bool(tiny_loop.of(JobEnded)), 0)
    items = [event.item for event in tiny_loop.of(JobProgress) if event.item is not None]
    assert [item.method for item in items if item.finished] == list(names)
    tiny_loop.send(StartJob(6, "explain", options=options), CancelJob(6))
    assert tiny_loop.of(JobEnded)[-1].cancelled


@pytest.mark.parametrize("method", CAMS)
def test_a_head_that_averages_is_gone_back_through_once(
    embedded: Network, coffee: Pixels, method: str
) -> None:
    """From the second frame on no gradient is needed, and the map is the method's nevertheless."""
    views = {"map": MapRequest(method, class_index=7, size=96)}
    copy, memory = live.choose(embedded), Memory()
    for index, pixels in enumerate((coffee, np.ascontiguousarray(coffee[:, ::-1]))):
        seen = moment.look(embedded, copy, memory, pixels, answers.needs_of(embedded, views))
        view = map_view(seen, views["map"])
        assert seen.captured.raw[view.made_of].is_inference() == bool(index)
        image, row = preprocess.frame_to_tensor(pixels, embedded.preprocessing), find(method)
        array = row.run()(embedded, image, Target(7), view.made_of, row.params()).numpy()
        small = CAMS[method](*seen.head(view.made_of, 7))
        ours = cam.enlarged(small, image).numpy()
        assert np.abs(ours - array).max() <= 1e-4 * np.abs(array).max()
