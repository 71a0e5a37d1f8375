"""A pass keeps exactly what a straightforward look at every picture gives; a second one adds what is new."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image

from deepvis_app.errors import OutOfRangeError, UnknownNameError
from deepvis_app.index import work
from deepvis_app.index.decoding import read
from deepvis_app.index.passing import passing
from deepvis_app.index.planning import Wishes
from deepvis_app.index.reading import Index
from deepvis_app.nets import capture, live
from deepvis_app.nets.network import Network
from tests import networks
from tests.index.passes import LOWEST, make, picture_tree, save_picture, says, told


@pytest.fixture(scope="module")
def network() -> Network:
    return networks.plain()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return picture_tree(tmp_path / "pictures")


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Paths of the pictures that are decoded, as they are."""
    seen: list[str] = []

    def noting(picture: int, path: str, *others: object) -> object:
        seen.append(path)
        return read(picture, path, *others)  # type: ignore[arg-type]

    monkeypatch.setattr("deepvis_app.index.seeing.read", noting)
    return seen


def maps_of(network: Network, index: Index, root: Path) -> dict[str, NDArray[np.float32]]:
    """By layer the maps (N, C, H, W) of all pictures in the order of their paths, in the same batches."""
    copy = live.choose(network)
    names = [layer.name for layer in index.layers]
    paths = sorted(index.paths)
    inputs = [network.preprocess(Image.open(root / path).convert("RGB")) for path in paths]
    found: dict[str, list[NDArray[np.float32]]] = {name: [] for name in names}
    for begin in range(0, len(paths), index.about.batch):
        batch = torch.zeros(index.about.batch, *inputs[0].shape[1:])
        part = torch.cat(inputs[begin : begin + index.about.batch])
        batch[: len(part)] = part
        with torch.inference_mode():
            maps = capture.forward(copy, copy.prepare(batch), names).maps
        for name in names:
            values = maps[name][: len(part)].numpy().copy()
            found[name].append(values.reshape(*values.shape[:2], *(values.shape[2:] or (1, 1))))
    return {name: np.concatenate(parts) for name, parts in found.items()}


def expected(maps: NDArray[np.float32], unit: int, count: int, lowest: bool) -> list[tuple[float, int, int]]:
    """(value, rank of the path, position) of the strongest answers, ties by path and position."""
    sign = 1 if lowest else -1
    entries = []
    for rank, each in enumerate(maps[:, unit].reshape(len(maps), -1)):
        position = int(each.argmin() if lowest else each.argmax())
        entries.append((float(sign * each[position]), rank, position))
    return [(sign * value, rank, position) for value, rank, position in sorted(entries)[:count]]


def check_against_reference(network: Network, index: Index, root: Path) -> None:
    maps = maps_of(network, index, root)
    rank = {path: number for number, path in enumerate(sorted(index.paths))}
    for layer in index.layers:
        width = layer.map_size[1]
        for lowest in (False, True):
            for unit in range(layer.units):
                patches = index.top(layer.name, unit, index.about.top, lowest)
                assert [
                    (
                        patch.value,
                        rank[index.paths[patch.picture]],
                        patch.position[0] * width + patch.position[1],
                    )
                    for patch in patches
                ] == expected(maps[layer.name], unit, index.about.top, lowest), (layer.name, unit, lowest)
        check_statistics(index, layer.name, maps[layer.name])


def check_statistics(index: Index, layer: str, maps: NDArray[np.float32]) -> None:
    found = index.statistics(layer)
    values = np.moveaxis(maps.astype(np.float64), 1, 0).reshape(maps.shape[1], -1)
    np.testing.assert_allclose(found.mean, values.mean(1), rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(found.deviation, values.std(1), rtol=1e-4, atol=1e-5)
    np.testing.assert_array_equal(found.maximum, maps.max((0, 2, 3)))
    np.testing.assert_allclose(found.sparsity, (values <= 0).mean(1), atol=1e-6)
    np.testing.assert_array_equal(found.dead, (values == 0).all(1))
    counts, edges = index.histogram(layer, 1)
    largest = maps.max((2, 3))[:, 1].astype(np.float64)
    np.testing.assert_array_equal(counts, np.histogram(largest, len(counts))[0])
    assert edges[0] == largest.min()
    assert edges[-1] == largest.max()


def test_it_keeps_what_a_straightforward_look_gives(
    network: Network,
    root: Path,
    tmp_path: Path,
    verify_untouched: Callable[[Network], AbstractContextManager[None]],
) -> None:
    with verify_untouched(network):
        summary, progress = told(network, root, tmp_path / "index", LOWEST)
    assert (summary.count, summary.looked, summary.kept, summary.broken) == (37, 37, 0, ())
    assert (progress[-1].done, progress[-1].total) == (37, 37)
    assert progress[-1].seconds_left == 0
    index = Index.open(tmp_path / "index")
    assert index.finished
    assert index.paths == tuple(sorted(index.paths))
    assert [layer.name for layer in index.layers] == [
        layer.name for layer in network.layers if layer.drawable and layer.main
    ]
    check_against_reference(network, index, root)
    index.close()


def test_codes_classes_and_thumbnails_are_of_each_picture(
    network: Network, root: Path, tmp_path: Path
) -> None:
    make(network, root, tmp_path / "index")
    index = Index.open(tmp_path / "index")
    (code,) = index.code_layers
    for id in (0, 20, 36):
        picture = Image.open(root / index.paths[id]).convert("RGB")
        with torch.inference_mode():
            captured = capture.forward(network, network.preprocess(picture), [code])
        scores = captured.output.softmax(1)[0]
        np.testing.assert_allclose(
            index.codes(code)[id], captured.maps[code][0].flatten(), rtol=1e-4, atol=1e-5
        )
        one = index.picture(id)
        assert one.label == index.paths[id].split("/")[0]
        assert one.classes == tuple(scores.topk(5).indices.tolist())
        np.testing.assert_allclose(one.scores, scores.topk(5).values, rtol=1e-4)
        np.testing.assert_array_equal(index.thumbnail(id), np.asarray(picture))
        np.testing.assert_array_equal(index.pixels(id), np.asarray(picture))
        small = np.asarray(picture.resize((16, 16), Image.Resampling.BOX), np.float32) / 255
        np.testing.assert_allclose(index.codes("pixels")[id], small.flatten(), atol=1e-3)
    classes, scores = index.predictions()
    assert classes.shape == scores.shape == (37, 5)
    assert index.labels == ("ant", "bee", "cat")
    assert set(index.true_classes()) == {-1}, "the network knows classes of other names"
    index.close()


def test_a_second_pass_looks_at_nothing_where_nothing_changed(
    network: Network, root: Path, tmp_path: Path, looks: list[str]
) -> None:
    make(network, root, tmp_path / "index")
    assert len(looks) == 37
    before = says(Index.open(tmp_path / "index"))
    (root / "ant/03.png").touch()  # a new date, the same content
    summary = make(network, root, tmp_path / "index")
    assert len(looks) == 37
    assert (summary.looked, summary.kept) == (0, 37)
    assert says(Index.open(tmp_path / "index")) == before


def test_a_second_pass_looks_only_at_what_is_new_or_changed_and_ends_as_a_fresh_one(
    network: Network, root: Path, tmp_path: Path, looks: list[str]
) -> None:
    make(network, root, tmp_path / "index", LOWEST)
    looks.clear()
    save_picture(root / "ant/05.png", 500, (24, 16))
    save_picture(root / "bee/99.png", 501)
    save_picture(root / "eel/00.png", 502)
    for gone in ("ant/00.png", "cat/07.png", "cat/13.png"):
        (root / gone).unlink()
    summary = make(network, root, tmp_path / "index")
    assert looks == ["ant/05.png", "bee/99.png", "eel/00.png"]
    assert (summary.count, summary.looked, summary.kept, summary.gone) == (36, 3, 33, 3)
    make(network, root, tmp_path / "fresh", LOWEST)
    index = Index.open(tmp_path / "index")
    assert says(index) == says(Index.open(tmp_path / "fresh"))
    check_against_reference(network, index, root)


def test_where_a_whole_list_has_gone_others_move_up(
    network: Network, root: Path, tmp_path: Path, looks: list[str]
) -> None:
    make(network, root, tmp_path / "index", LOWEST)
    for gone in sorted((root / "cat").iterdir())[2:]:
        gone.unlink()
    looks.clear()
    make(network, root, tmp_path / "index")
    assert len(looks) < 25, "some are looked at once more, for where in them a unit answers"
    index = Index.open(tmp_path / "index")
    assert index.count == 25
    check_against_reference(network, index, root)
    make(network, root, tmp_path / "fresh", LOWEST)
    assert says(index) == says(Index.open(tmp_path / "fresh"))


def test_closed_midway_it_goes_on_from_there(
    network: Network, root: Path, tmp_path: Path, looks: list[str]
) -> None:
    steps = passing(network, root, tmp_path / "index", LOWEST)
    for progress in steps:
        if progress.done >= 16:
            break
    steps.close()
    growing = Index.open(tmp_path / "index")
    assert growing.count == 16
    assert not growing.finished
    check_statistics(growing, "conv1", maps_of(network, growing, root)["conv1"])
    looks.clear()
    summary = make(network, root, tmp_path / "index")
    assert (summary.looked, summary.kept) == (21, 16)
    assert len(looks) == 21
    make(network, root, tmp_path / "fresh", LOWEST)
    assert says(Index.open(tmp_path / "index")) == says(Index.open(tmp_path / "fresh"))


def test_two_networks_share_the_pictures(network: Network, root: Path, tmp_path: Path) -> None:
    other = networks.wrap(networks.TwoConvs(torch.relu))
    make(network, root, tmp_path / "index")
    first = says(Index.open(tmp_path / "index"))
    make(other, root, tmp_path / "index")
    index = Index.open(tmp_path / "index")
    assert index.layers[0].name == "conv1.relu" or index.layers[0].units == 4
    make(other, root, tmp_path / "alone")
    alone = Index.open(tmp_path / "alone")
    assert says(index) == says(alone)
    again = make(network, root, tmp_path / "index")
    assert again.looked == 0
    from deepvis_app.index.planning import identity

    assert says(Index.open(tmp_path / "index", identity(network))) == first


def test_other_wishes_begin_anew_and_no_wishes_keep_those_before(
    network: Network, root: Path, tmp_path: Path
) -> None:
    make(network, root, tmp_path / "index", Wishes(layers=("conv2a",), top=3))
    assert make(network, root, tmp_path / "index").looked == 0
    index = Index.open(tmp_path / "index")
    assert [layer.name for layer in index.layers] == ["conv2a"]
    assert len(index.top("conv2a", 1)) == 3
    with pytest.raises(UnknownNameError, match="does not hold layer conv1"):
        index.top("conv1", 0)
    with pytest.raises(UnknownNameError, match="no lowest"):
        index.top("conv2a", 0, lowest=True)
    with pytest.raises(OutOfRangeError, match="no unit 6"):
        index.top("conv2a", 6)
    assert make(network, root, tmp_path / "index", Wishes(layers=("conv1",))).looked == 37
    assert [layer.name for layer in Index.open(tmp_path / "index").layers] == ["conv1"]
    assert len(list((tmp_path / "index").glob("network-*"))) == 1


def test_equal_pictures_are_told_apart_by_path(network: Network, tmp_path: Path) -> None:
    for name in ("b", "a", "c"):
        save_picture(tmp_path / "pictures" / f"{name}.png", 7)
    summary = make(network, tmp_path / "pictures", tmp_path / "index")
    assert summary.copies == 2
    index = Index.open(tmp_path / "index")
    for unit in range(index.layers[0].units):
        patches = index.top(index.layers[0].name, unit)
        assert [index.paths[patch.picture] for patch in patches] == ["a.png", "b.png", "c.png"]


def test_a_pass_that_commits_at_each_batch_ends_alike(
    network: Network, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(network, root, tmp_path / "index", LOWEST)
    monkeypatch.setattr(work, "EVERY", 0.0)
    shutil.copytree(root, tmp_path / "copy")
    make(network, tmp_path / "copy", tmp_path / "other", LOWEST)
    assert says(Index.open(tmp_path / "index")) == says(Index.open(tmp_path / "other"))
