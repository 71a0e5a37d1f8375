"""What each request is answered: checked against the network itself, in float32."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import numpy as np
import pytest
import torch

from deepvis_app.engine.messages import (
    GridRequest,
    GridView,
    InputRequest,
    InputView,
    NetworkSpec,
    Pixels,
    ScoresRequest,
    ScoresView,
    UnitRequest,
    UnitView,
    ViewRequest,
    WeightsRequest,
    WeightsView,
)
from deepvis_app.engine.views import VIEWS, resized, shrunk, to_levels
from deepvis_app.methods import NoParams, Target, find
from deepvis_app.nets.network import Network
from deepvis_app.nets.preprocess import frame_to_tensor
from deepvis_app.pictures import scaling
from deepvis_app.pictures.colormaps import ZERO
from deepvis_app.pictures.tiling import mosaic
from tests.engine.conftest import Loop
from tests.engine.likeness import maps_of, ssim

GRID = GridRequest("relu", cell=20, gap=2, columns=3, first_row=0, rows=9)


# ---- input, scores -----------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(32, 200), (640, 30), (64, 48), (320, 320)])
def test_the_input_fits_its_frame_and_keeps_its_shape(
    size: tuple[int, int], tiny_loop: Loop, pixels: Pixels
) -> None:
    view = tiny_loop.ask(pixels, input=InputRequest(*size)).views["input"]
    assert isinstance(view, InputView)
    height, width = view.pixels.shape[:2]
    assert width <= size[0]
    assert height <= size[1]
    assert width == size[0] or height == size[1]
    assert abs(width / height - 64 / 48) < 0.04
    assert view.size == (64, 48)
    assert view.seen == pytest.approx((8 / 64, 0, 48 / 64, 1), abs=0.02)


def test_the_input_is_shrunk_by_averaging(tiny_loop: Loop) -> None:
    stripes = np.zeros((64, 64, 3), np.uint8)
    stripes[::2] = 200
    view = tiny_loop.ask(stripes, input=InputRequest(16, 16)).views["input"]
    assert isinstance(view, InputView)
    assert np.abs(view.pixels.astype(int) - 100).max() <= 8


def test_scores_are_the_softmax_of_the_output_the_pinned_classes_last(
    tiny_loop: Loop, network: Network, pixels: Pixels
) -> None:
    view = tiny_loop.ask(pixels, scores=ScoresRequest(2, pinned=(4, 99))).views["scores"]
    assert isinstance(view, ScoresView)
    with torch.no_grad():
        expected = network.module(frame_to_tensor(pixels, network.preprocessing))[0].softmax(0)
    order = expected.argsort(descending=True).tolist()
    assert [score.index for score in view.scores] == [*order[:2], 4]
    for score in view.scores:
        assert score.value == pytest.approx(float(expected[score.index]), abs=0.01)
        assert score.label == network.labels[score.index]
    assert view.probabilities


# ---- the grid ----------------------------------------------------------------------------------------


def test_the_grid_shows_every_unit_scaled_by_the_layers_largest(
    tiny_loop: Loop, network: Network, pixels: Pixels
) -> None:
    view = tiny_loop.ask(pixels, grid=GRID).views["grid"]
    assert isinstance(view, GridView)
    maps = maps_of(network, pixels, "relu")
    small = shrunk(maps, 20)[0].numpy()
    expected = mosaic(scaling.to_levels(small, "layer"), 20, 2, 3)
    assert view.pixels.shape == expected.shape == (64, 64)
    assert ssim(view.pixels, expected) > 0.98
    assert view.units == view.visible == tuple(range(8))
    np.testing.assert_allclose(view.means, maps.mean((2, 3))[0], rtol=0.02, atol=0.002)
    np.testing.assert_allclose(view.maxima, maps.amax((2, 3))[0], rtol=0.02, atol=0.002)
    assert view.map_size == (32, 32)
    assert not view.signed


def test_only_the_visible_rows_are_drawn(tiny_loop: Loop, pixels: Pixels) -> None:
    whole = tiny_loop.ask(pixels, grid=GRID).views["grid"]
    part = tiny_loop.ask(grid=replace(GRID, first_row=1, rows=1)).views["grid"]
    assert isinstance(whole, GridView)
    assert isinstance(part, GridView)
    assert part.visible == (3, 4, 5)
    assert part.units == whole.units
    np.testing.assert_array_equal(part.pixels, whole.pixels[22:42])
    beyond = tiny_loop.ask(grid=replace(GRID, first_row=5)).views["grid"]
    assert isinstance(beyond, GridView)
    assert beyond.visible == ()
    assert beyond.pixels.shape[0] == 0


def test_a_layer_below_zero_is_signed_and_stays_so(tiny_loop: Loop, pixels: Pixels) -> None:
    view = tiny_loop.ask(pixels, grid=replace(GRID, layer="conv")).views["grid"]
    assert isinstance(view, GridView)
    assert view.signed
    assert view.pixels[20, 20] == ZERO, "gaps are zero's level"
    assert view.pixels.min() < ZERO < view.pixels.max()


def test_a_vector_is_a_row_of_even_cells(tiny_loop: Loop, network: Network, pixels: Pixels) -> None:
    view = tiny_loop.ask(pixels, grid=replace(GRID, layer="fc", columns=5)).views["grid"]
    assert isinstance(view, GridView)
    assert view.map_size is None
    cells = [view.pixels[:, 22 * unit : 22 * unit + 20] for unit in range(5)]
    assert all((cell == cell[0, 0]).all() for cell in cells)
    values = maps_of(network, pixels, "fc")[0]
    expected = 128 + 127 * values / values.abs().max()
    assert np.abs([int(cell[0, 0]) for cell in cells] - expected.numpy()).max() <= 2


def test_sorting_by_activation_puts_the_largest_first_and_holds_still_for_a_while(
    tiny_loop: Loop, pixels: Pixels
) -> None:
    request = replace(GRID, order="activation")
    view = tiny_loop.ask(pixels, grid=request).views["grid"]
    assert isinstance(view, GridView)
    assert list(view.maxima) == sorted(view.maxima, reverse=True)
    other = tiny_loop.ask(255 - pixels, grid=request).views["grid"]
    assert isinstance(other, GridView)
    assert other.units == view.units


def test_a_given_order_is_kept_without_the_dead(tiny_loop: Loop, pixels: Pixels) -> None:
    dark, ranking = np.zeros_like(pixels), tuple(reversed(range(12)))
    request = replace(GRID, layer="relu2", order="given", ranking=ranking)
    view = tiny_loop.ask(dark, grid=request).views["grid"]
    alive = tiny_loop.ask(grid=replace(request, hide_dead=True)).views["grid"]
    assert isinstance(view, GridView)
    assert isinstance(alive, GridView)
    assert view.units == ranking
    most = dict(zip(view.visible, view.maxima, strict=True))
    assert alive.units == tuple(unit for unit in ranking if most[unit] > 0)


def test_dead_units_are_left_out_when_asked(tiny_loop: Loop, pixels: Pixels) -> None:
    dark = np.zeros_like(pixels)
    view = tiny_loop.ask(dark, grid=replace(GRID, layer="relu2", hide_dead=True)).views["grid"]
    whole = tiny_loop.ask(grid=replace(GRID, layer="relu2")).views["grid"]
    assert isinstance(view, GridView)
    assert isinstance(whole, GridView)
    alive = tuple(unit for unit, most in zip(whole.units, whole.maxima, strict=True) if most > 0)
    assert view.units == alive
    assert view.hidden == 12 - len(alive)


@pytest.mark.parametrize("contrast", [0.5, 1.0, 2.5])
@pytest.mark.parametrize("scale", ["layer", "unit"])
@pytest.mark.parametrize("signed", [False, True])
def test_levels_are_those_of_pictures_scaling(contrast: float, scale: str, signed: bool) -> None:
    maps = torch.randn(1, 6, 9, 7)
    maps[0, 2] = 0
    if not signed:
        maps = maps.relu()
    levels = to_levels(maps, scale == "unit", contrast, signed)
    expected = scaling.to_levels(maps[0].numpy(), scale, contrast, signed)  # type: ignore[arg-type]
    most = (
        1 if contrast <= 1 else 3
    )  # levels near zero are steep, and pictures.scaling takes them from a table
    assert np.abs(levels.astype(int) - expected).max() <= most


def test_levels_of_what_is_no_number_are_zeros() -> None:
    maps = torch.tensor([[[[float("nan"), 1.0, float("inf"), -1.0]]]])
    assert to_levels(maps, False, 1.0, False).tolist() == [[[0, 255, 0, 0]]]


def test_large_maps_shrink_to_their_cell_and_keep_their_shape() -> None:
    assert shrunk(torch.zeros(1, 4, 112, 112), 40).shape == (1, 4, 40, 40)
    assert shrunk(torch.zeros(1, 4, 60, 30), 40).shape == (1, 4, 40, 20)
    assert shrunk(torch.zeros(1, 4, 13, 13), 40).shape == (1, 4, 13, 13)


# ---- one unit ----------------------------------------------------------------------------------------


def test_a_units_numbers_are_those_of_its_map(tiny_loop: Loop, network: Network, pixels: Pixels) -> None:
    view = tiny_loop.ask(pixels, unit=UnitRequest("relu2", 3, size=100)).views["unit"]
    assert isinstance(view, UnitView)
    unit_map = maps_of(network, pixels, "relu2")[0, 3]
    assert view.value == view.maximum == view.record == pytest.approx(float(unit_map.max()), rel=0.02)
    assert view.mean == pytest.approx(float(unit_map.mean()), rel=0.03)
    assert view.active == pytest.approx(float((unit_map > 0).float().mean()), abs=0.02)
    assert view.neuron is not None
    assert float(unit_map[view.neuron]) == pytest.approx(float(unit_map.max()), rel=0.02)
    assert not view.dead
    assert view.map_size == (16, 16)
    assert view.activation.shape == (100, 100, 3)
    assert view.backward is not None
    assert view.backward.shape == (100, 100, 3)


def test_the_record_stays_when_the_unit_falls_silent(tiny_loop: Loop, pixels: Pixels) -> None:
    seen = []
    for frame in (pixels // 8, pixels // 4, 255 - pixels, pixels):
        view = tiny_loop.ask(frame, unit=UnitRequest("relu", 1, rule=None)).views["unit"]
        assert isinstance(view, UnitView)
        assert view.backward is None
        seen.append(view.maximum)
        assert view.record == max(seen)
    assert seen[-1] < max(seen)


def test_a_chosen_neuron_stays_chosen_and_has_its_field(tiny_loop: Loop, pixels: Pixels) -> None:
    view = tiny_loop.ask(pixels, unit=UnitRequest("relu", 0, neuron=(10, 20))).views["unit"]
    assert isinstance(view, UnitView)
    assert view.neuron == (10, 20)
    assert view.field == pytest.approx((18 / 32, 8 / 32, 5 / 32, 5 / 32)), "a 5x5 kernel around (20, 10)"
    everywhere = tiny_loop.ask(unit=UnitRequest("relu", 0, neuron="all")).views["unit"]
    assert isinstance(everywhere, UnitView)
    assert everywhere.neuron is None
    assert everywhere.field is None


def test_a_unit_of_a_vector_has_a_backward_picture_and_no_place(tiny_loop: Loop, pixels: Pixels) -> None:
    view = tiny_loop.ask(pixels, unit=UnitRequest("fc", 2)).views["unit"]
    assert isinstance(view, UnitView)
    assert (view.map_size, view.neuron, view.field) == (None, None, None)
    assert view.backward is not None
    assert view.backward.std() > 0


def test_an_overlay_is_the_input_where_the_unit_is_silent(tiny_loop: Loop) -> None:
    half = np.zeros((32, 32, 3), np.uint8)
    half[:, :16] = np.random.default_rng(0).integers(0, 256, (32, 16, 3), np.uint8)
    request = UnitRequest("relu", 0, size=32, rule=None, overlay=True)
    for unit in range(8):
        view = tiny_loop.ask(half, unit=replace(request, unit=unit)).views["unit"]
        alone = tiny_loop.ask(unit=replace(request, unit=unit, overlay=False)).views["unit"]
        assert isinstance(view, UnitView)
        assert isinstance(alone, UnitView)
        silent = alone.activation[..., 0] == 0
        assert np.abs(view.activation.astype(int) - half)[silent].max(initial=0) <= 2


# ---- weights -----------------------------------------------------------------------------------------


def test_first_layer_filters_are_in_colour_deeper_ones_grey(tiny_loop: Loop, pixels: Pixels) -> None:
    first = tiny_loop.ask(pixels, weights=WeightsRequest("relu", 300)).views["weights"]
    deeper = tiny_loop.ask(weights=WeightsRequest("conv2", 300)).views["weights"]
    assert isinstance(first, WeightsView)
    assert isinstance(deeper, WeightsView)
    assert first.pixels is not None
    assert deeper.pixels is not None
    assert (first.pixels != first.pixels[..., :1]).any()
    assert (deeper.pixels == deeper.pixels[..., :1]).all()
    assert first.count == 8
    assert max(first.pixels.shape[1], deeper.pixels.shape[1]) <= 300
    again = tiny_loop.ask(weights=WeightsRequest("relu", 300)).views["weights"]
    assert again is first, "drawn once"


def test_weights_are_drawn_from_the_unit_that_is_asked_for(tiny_loop: Loop, pixels: Pixels) -> None:
    view = tiny_loop.ask(pixels, weights=WeightsRequest("relu", 300, first=6)).views["weights"]
    beyond = tiny_loop.ask(weights=WeightsRequest("relu", 300, first=99)).views["weights"]
    assert isinstance(view, WeightsView)
    assert isinstance(beyond, WeightsView)
    assert (view.first, view.count, view.units) == (6, 2, 8)
    assert (beyond.first, beyond.count) == (7, 1)


def test_a_units_weights_alone_are_larger_and_linear_ones_are_strips(tiny_loop: Loop, pixels: Pixels) -> None:
    one = tiny_loop.ask(pixels, weights=WeightsRequest("conv2", 300, unit=3)).views["weights"]
    strips = tiny_loop.ask(weights=WeightsRequest("fc", 300)).views["weights"]
    assert isinstance(one, WeightsView)
    assert isinstance(strips, WeightsView)
    assert one.count == 1
    assert one.cell > 48
    assert strips.count == 5
    assert strips.columns == 1


def test_a_layer_without_weights_says_so(tiny_loop: Loop, pixels: Pixels) -> None:
    view = tiny_loop.ask(pixels, weights=WeightsRequest("pool", 300)).views["weights"]
    assert isinstance(view, WeightsView)
    assert view.pixels is None
    assert "weights" in str(view.about)


# ---- all of them -------------------------------------------------------------------------------------


def test_a_backward_picture_starts_at_the_loop_and_ends_at_the_methods(
    tiny_loop: Loop, network: Network, pixels: Pixels
) -> None:
    """The one forward pass of all views gives what the method alone gives."""
    views = tiny_loop.ask(
        pixels,
        grid=GRID,
        scores=ScoresRequest(3),
        a=UnitRequest("relu", 2, size=32, rule="guided"),
        b=UnitRequest("relu2", 7, size=32, rule="deconvnet"),
    ).views
    x = frame_to_tensor(pixels, network.preprocessing)
    from deepvis_app.pictures.styles import backward_picture

    for name, method in (("a", "guided_backprop"), ("b", "deconvnet")):
        view = views[name]
        assert isinstance(view, UnitView)
        assert view.backward is not None
        target = Target(unit=view.unit, neuron=view.neuron or "max")
        expected = find(method).run()(network, x, target, view.layer, NoParams()).numpy()
        assert ssim(view.backward, backward_picture(expected)) > 0.98


def test_every_kind_of_request_has_its_row() -> None:
    assert set(VIEWS) == set(get_args(ViewRequest))


def test_resizing_keeps_even_pictures_even() -> None:
    even = np.full((10, 20, 3), 77, np.uint8)
    for size in ((5, 5), (40, 30), (20, 10)):
        assert (resized(even, *size) == 77).all()
    assert resized(np.full((3, 3), 9, np.uint8), 7, 7).shape == (7, 7)


def test_loading_again_forgets_the_records(loop: Loop, tiny: NetworkSpec, pixels: Pixels) -> None:
    loop.load(tiny)
    loop.ask(pixels, unit=UnitRequest("relu", 0, rule=None))
    loop.ask(pixels // 8)
    loop.load(tiny)
    view = loop.ask(unit=UnitRequest("relu", 0, rule=None)).views["unit"]
    assert isinstance(view, UnitView)
    assert view.record == view.maximum
