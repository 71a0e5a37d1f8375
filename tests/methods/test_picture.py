"""Each kind of array becomes its picture, and each picture carries what it is of."""

from __future__ import annotations

import numpy as np
import pytest

from deepvis_app.methods import RectifiedGradientParams, Target, find
from deepvis_app.methods.picture import metadata, to_pixels
from deepvis_app.pictures.colormaps import table

RANDOM = np.random.default_rng(0)


def test_a_signed_input_picture_is_mid_grey_at_zero() -> None:
    array = np.zeros((3, 8, 10), np.float32)
    array[0, 2, 3], array[2, 4, 5] = 1, -1
    picture = to_pixels(find("gradient"), array)
    assert picture.shape == (8, 10, 3)
    assert picture.dtype == np.uint8
    assert (picture[0, 0] == 128).all()
    assert picture[2, 3].tolist() == [255, 128, 128]
    assert picture[4, 5, 2] <= 2


def test_a_blue_first_network_gives_red_first_pictures() -> None:
    array = np.zeros((3, 4, 4), np.float32)
    array[2, 1, 1] = 1  # red comes last
    assert to_pixels(find("gradient"), array, bgr=True)[1, 1].tolist() == [255, 128, 128]


def test_an_unsigned_attribution_runs_through_the_sequential_map() -> None:
    array = np.zeros((4, 4), np.float32)
    array[1, 2] = 5
    picture = to_pixels(find("saliency"), array)
    assert picture[1, 2].tolist() == table("inferno")[255].tolist()
    assert picture[0, 0].tolist() == table("inferno")[0].tolist()


@pytest.mark.parametrize(("units", "size"), [(5, (13, 13)), (64, (56, 56)), (10, (3, 7))])
def test_activations_become_a_mosaic_of_whole_enlargements(units: int, size: tuple[int, int]) -> None:
    maps = RANDOM.random((units, *size), np.float32)
    picture = to_pixels(find("activations"), maps)
    columns = int(np.ceil(np.sqrt(units)))
    assert picture.shape[1] % columns == (columns - 1) * 2 % columns
    brightest = np.unravel_index(maps.argmax(), maps.shape)[0]
    cell = (picture.shape[1] + 2) // columns
    row, column = divmod(int(brightest), columns)
    shown = picture[row * cell : row * cell + cell - 2, column * cell : column * cell + cell - 2]
    assert (shown == table("inferno")[255]).all(axis=-1).any()


def test_a_vector_becomes_cells_and_negative_values_the_diverging_map() -> None:
    vector = np.array([0, -2, 1, 2], np.float32)
    picture = to_pixels(find("activations"), vector)
    corners = [picture[0, 0], picture[0, -1], picture[-1, 0], picture[-1, -1]]
    expected = table("diverging")[[128, 1, 192, 255]]
    assert np.abs(np.array(corners, int) - expected).max() <= 3


def test_filters_of_the_first_layer_are_in_colour_and_deeper_ones_grey() -> None:
    first = to_pixels(find("filters"), RANDOM.standard_normal((12, 3, 7, 7)).astype(np.float32))
    assert (first != first[..., :1]).any()
    deeper = to_pixels(find("filters"), RANDOM.standard_normal((12, 6, 3, 3)).astype(np.float32))
    assert (deeper == deeper[..., :1]).all()


def test_metadata_say_what_the_picture_is_of() -> None:
    facts = metadata(
        "ResNet-18",
        find("rectified_gradient"),
        Target(unit=3, neuron=(4, 5)),
        "layer1.0",
        RectifiedGradientParams(90.0),
        picture="cat.jpg",
    )
    assert facts == {
        "picture": "cat.jpg",
        "network": "ResNet-18",
        "method": "rectified_gradient",
        "layer": "layer1.0",
        "unit": 3,
        "neuron": (4, 5),
        "params": {"percentile": 90.0},
    }
    facts = metadata("A", find("gradient"), Target(class_index=1), labels=["cat", "dog"])
    assert facts == {"network": "A", "method": "gradient", "class": 1, "label": "dog"}
