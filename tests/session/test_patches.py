"""Patches and whole pictures, read from an index, against the network itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from deepvis_app.engine.messages import LayerInfo, NetworkReady
from deepvis_app.index.reading import Index
from deepvis_app.nets import capture, receptive
from deepvis_app.nets.network import Network
from deepvis_app.session.patches import driven_tile, layer_facts, unit_patches, whole_picture
from tests import indexes, networks


@pytest.fixture
def network() -> Network:
    return networks.plain(32)


@pytest.fixture
def ready(network: Network) -> NetworkReady:
    return indexes.described(network)


@pytest.fixture
def index(network: Network, tmp_path: Path) -> Iterator[Index]:
    root = indexes.pictures(tmp_path / "pictures", 6, (64, 32))
    opened = Index.open(indexes.make(network, root, tmp_path / "index", lowest=True))
    yield opened
    opened.close()


def layer(ready: NetworkReady, name: str) -> LayerInfo:
    return next(one for one in ready.layers if one.name == name)


def strongest(network: Network, index: Index, name: str, unit: int) -> int:
    """The picture with the largest answer, by one plain pass over each."""
    answers = []
    for picture in range(index.count):
        x = network.preprocess(Image.fromarray(index.pixels(picture)))
        with torch.inference_mode():
            answers.append(float(capture.forward(network, x, [name]).maps[name][0, unit].max()))
    return int(np.argmax(answers))


def test_the_first_patch_is_what_the_strongest_neuron_sees(
    network: Network, ready: NetworkReady, index: Index
) -> None:
    """The network sees the middle 32x32 of 64x32 pixels: input pixel x is picture pixel x + 16."""
    (found,) = unit_patches(index, layer(ready, "conv1"), [2], network.preprocessing, count=3, side=64)
    first = found.tiles[0]
    assert first.picture == strongest(network, index, "conv1", 2)
    assert [one.value for one in found.tiles] == sorted((one.value for one in found.tiles), reverse=True)
    field = receptive.field(network, "conv1", first.position)
    assert field is not None
    x, y, width, height = field.box
    assert first.pixels is not None
    corner = Image.fromarray(index.pixels(first.picture)[y : y + height, x + 16 : x + 16 + width])
    if (height, width) == field.size:  # not at the border
        expected = np.asarray(corner.resize((64, 64), Image.Resampling.BICUBIC))
        assert np.abs(first.pixels.astype(int) - expected).mean() < 3
    assert first.label in indexes.LABELS


def test_the_least_patches_are_those_of_the_smallest_answers(ready: NetworkReady, index: Index) -> None:
    where, how = layer(ready, "conv1"), ready.preprocessing
    (most,) = unit_patches(index, where, [1], how, count=6)
    (least,) = unit_patches(index, where, [1], how, count=6, lowest=True)
    assert least.tiles[0].value < most.tiles[-1].value + 1e-6
    values = [one.value for one in least.tiles]
    assert values == sorted(values)


def test_a_picture_that_has_vanished_is_missing_and_the_others_are_there(
    ready: NetworkReady, index: Index
) -> None:
    file = index.file(3)
    assert file is not None
    file.unlink()
    (found,) = unit_patches(index, layer(ready, "conv1"), [0], ready.preprocessing, count=6)
    missing = [one.picture for one in found.tiles if one.pixels is None]
    assert missing == [3]
    assert whole_picture(index, 3, ready.preprocessing).pixels is None


def test_the_whole_picture_comes_with_the_field_and_what_the_network_says(
    network: Network, ready: NetworkReady, index: Index
) -> None:
    where = layer(ready, "conv1")
    found = whole_picture(index, 0, ready.preprocessing, where, (10, 11))
    field = receptive.field(network, where.name, (10, 11))
    assert field is not None
    x, y, width, height = field.box
    assert found.field == pytest.approx(((x + 16) / 64, y / 32, width / 64, height / 32))
    assert found.label == "gold"
    assert found.pixels is not None
    assert found.pixels.shape == (32, 64, 3)
    assert len(found.guesses) == 5
    assert found.guesses[0][0].startswith("class ")


def test_facts_and_orders_are_those_of_the_index(ready: NetworkReady, index: Index) -> None:
    facts, found = layer_facts(index, "conv1"), index.statistics("conv1")
    assert facts.of(1).maximum == pytest.approx(float(found.maximum[1]))
    assert facts.of(1).active == pytest.approx(1 - float(found.sparsity[1]))
    assert facts.order("number") == [0, 1, 2, 3]
    by_answer = facts.order("answer")
    alive = [unit for unit in by_answer if not found.dead[unit]]
    assert alive == sorted(alive, key=lambda unit: -found.maximum[unit])
    assert by_answer[len(alive) :] == [unit for unit in by_answer if found.dead[unit]]


def test_a_driven_tile_lies_under_its_patch(network: Network, ready: NetworkReady) -> None:
    where = layer(ready, "conv1")
    field = receptive.field(network, where.name, (12, 13))
    assert field is not None
    x, y, width, height = field.box
    picture = np.full((32, 32, 3), 128, np.uint8)
    picture[y : y + height, x : x + width] = 250
    tile = driven_tile(picture, where, (12, 13), ready.preprocessing)
    assert (tile[12:-12, 12:-12] > 240).all()  # around it the two are blended
