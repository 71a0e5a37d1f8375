"""Heat over the input: a live explanation where the network sees it, with the boxes of `render`."""

from __future__ import annotations

import numpy as np
import pytest

from deepvis_app.engine.explaining import CAMS, RULES
from deepvis_app.engine.messages import (
    HeatRequest,
    HeatView,
    MapRequest,
    NetworkSpec,
    Pixels,
    ScoresRequest,
    SetPreprocessing,
)
from deepvis_app.methods import LIVE, Target, find
from deepvis_app.methods.boxes import find_boxes, in_picture
from deepvis_app.methods.overlaid import without_spikes
from deepvis_app.methods.params import BoxParams
from deepvis_app.nets.network import Network
from deepvis_app.nets.preprocess import frame_to_tensor
from deepvis_app.pictures.preprocessing import Preprocessing
from deepvis_app.pictures.saving import resize
from deepvis_app.pictures.scaling import to_levels
from tests.engine.conftest import SIDE, Loop

CROP = Preprocessing(SIDE, SIDE, SIDE)


def heat(loop: Loop, pixels: Pixels | None = None, method: str = "grad_cam", **more: object) -> HeatView:
    view = loop.ask(pixels, heat=HeatRequest(method, **more)).views["heat"]  # type: ignore[arg-type]
    assert isinstance(view, HeatView)
    return view


def test_every_live_explanation_is_one_of_maps_or_of_a_rule() -> None:
    assert {*CAMS, *RULES} == set(LIVE)
    assert all(find(name).live for name in LIVE)


@pytest.mark.parametrize("method", LIVE)
def test_heat_is_what_the_method_gives(
    tiny_loop: Loop, network: Network, pixels: Pixels, method: str
) -> None:
    square = pixels[:, 8:56]
    request = HeatRequest(method, class_index=3)
    view = tiny_loop.ask(square, heat=request).views["heat"]
    assert isinstance(view, HeatView)
    assert view.levels is not None
    assert (view.class_index, view.label, view.signed) == (3, network.label(3), method == "hires_cam")
    row = find(method)
    image = frame_to_tensor(square, CROP)
    whole = row.run()(network, image, Target(3), view.made_of or None, row.params()).numpy()
    values = whole if method in CAMS else without_spikes(abs(whole).max(0) if whole.ndim == 3 else whole)
    expected = to_levels(values[None], signed=view.signed)[0]
    shown = resize(view.levels, SIDE, SIDE)
    assert np.corrcoef(shown.ravel(), expected.ravel())[0, 1] > 0.98


def test_boxes_are_those_of_the_map_at_the_size_of_the_input(
    tiny_loop: Loop, network: Network, pixels: Pixels
) -> None:
    tiny_loop.send(SetPreprocessing(CROP))
    found = heat(tiny_loop, pixels, class_index=1, share=0.3).boxes
    network = network.with_preprocessing(CROP)
    row = find("grad_cam")
    whole = row.run()(network, frame_to_tensor(pixels, CROP), Target(1), None, row.params()).numpy()
    expected = [in_picture(box, CROP, 64, 48) for box in find_boxes(whole, BoxParams(0.3))]
    assert len(found) == len(expected) > 0
    for box, (x, y, width, height) in zip(expected, found, strict=True):
        assert (64 * x, 48 * y, 64 * width, 48 * height) == pytest.approx(
            (box.x, box.y, box.width, box.height), abs=1e-3
        )


def test_a_higher_share_gives_smaller_boxes_and_no_share_none(tiny_loop: Loop, pixels: Pixels) -> None:
    def area(boxes: tuple[tuple[float, float, float, float], ...]) -> float:
        return sum(width * height for _, _, width, height in boxes)

    tiny_loop.ask(pixels)
    hot = next(index for index in range(5) if heat(tiny_loop, class_index=index, share=0.05).boxes)
    wide, middle, narrow = (heat(tiny_loop, class_index=hot, share=share).boxes for share in (0.05, 0.5, 0.9))
    assert area(wide) > area(middle) >= area(narrow)
    assert heat(tiny_loop, class_index=hot).boxes == ()
    assert heat(tiny_loop, method="saliency", share=0.3).boxes == (), "fine maps have specks, no parts"


def test_what_cannot_be_is_said(tiny_loop: Loop, pixels: Pixels) -> None:
    for wrong in ({"class_index": 77}, {"layer": "fc"}):
        view = heat(tiny_loop, pixels, **wrong)
        assert view.levels is None
        assert view.boxes == ()
        assert view.about is not None


def test_heat_shares_the_pass_and_the_gradient_with_the_panel_of_explanations(
    tiny_loop: Loop, tiny: NetworkSpec, pixels: Pixels
) -> None:
    result = tiny_loop.ask(
        pixels, heat=HeatRequest("grad_cam"), why=MapRequest("grad_cam"), scores=ScoresRequest(1)
    )
    both, map_view = result.views["heat"], result.views["why"]
    assert both.made_of == map_view.made_of  # type: ignore[union-attr]
    assert both.class_index == result.views["scores"].scores[0].index  # type: ignore[union-attr]
