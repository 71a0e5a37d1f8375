"""Why, and why not, by slots: shares of what every class sees, for whom they were made."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from deepvis_app.errors import UnknownNameError, UsageError
from deepvis_app.methods import Method, Target, find
from deepvis_app.methods.overlaid import explanation
from deepvis_app.methods.scouter_params import ScouterParams
from deepvis_app.nets import capture, scouter
from deepvis_app.nets.network import Network
from tests import networks, scouters

KINDS = {"scouter": "positive", "scouter_negative": "negative"}
rows = pytest.mark.parametrize("row", [find(name) for name in KINDS], ids=KINDS)


@pytest.fixture(scope="module")
def network() -> Network:
    return networks.plain()


@pytest.fixture(scope="module")
def file(network: Network, tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("slots")
    return str(scouters.write(network, folder / "slots.safetensors", ["class 4", "class 1", "class 2"]))


@rows
@pytest.mark.parametrize("show", ["attention", "contribution"])
def test_a_map_is_a_share_of_the_most_that_any_class_sees_or_the_middle_one_has_against_it(
    row: Method, show: str, network: Network, file: str
) -> None:
    image, slots = networks.picture(), scouter.load(Path(file))
    maps = capture.forward(network, image, ["conv2b"]).maps["conv2b"]
    scores, attention, contribution = slots.look(KINDS[row.name], maps)
    small = (attention if show == "attention" else contribution)[0]
    peaks = small.flatten(1).max(1).values.sort().values
    full = peaks[-1] if row.name == "scouter" else peaks[1]
    params = ScouterParams(show=show, file=file)
    found = [row.run()(network, image, Target(index), None, params) for index in (4, 1, 2)]
    for slot, part in enumerate(found):
        shared, expected = (
            F.interpolate(values[None, None], (16, 16), mode="bilinear", align_corners=False)
            for values in ((small[slot] / full).clip(max=1), small[slot])
        )
        assert float((part.result - shared[0, 0]).abs().max()) < 1e-5
        alone = row.run()(network, image, Target((4, 1, 2)[slot]), None, replace(params, compared=False))
        torch.testing.assert_close(alone.result, expected[0, 0] / small[slot].max())
        assert part.facts["score"] == pytest.approx(float(scores[0, slot]), abs=1e-4)
        assert part.facts["attention"] == pytest.approx(float(attention[0, slot].mean()), abs=1e-4)
    assert sum(part.facts["probability"] for part in found) == pytest.approx(1, abs=1e-3)
    assert max(float(part.result.max()) for part in found) <= 1


@rows
def test_it_explains_classes_that_it_knows_of_the_network_that_it_knows(
    row: Method, network: Network, file: str
) -> None:
    image, params, run = networks.picture(), ScouterParams(file=file), row.run()
    with pytest.raises(UnknownNameError, match=r"does not know the class class 3\. It knows 3: class 4"):
        run(network, image, Target(3), None, params)
    with pytest.raises(UsageError, match="a class, not a unit"):
        run(network, image, Target(unit=1), None, params)
    with pytest.raises(UsageError, match="was trained on conv2b of Test"):
        run(networks.wrap(networks.Functional()), image, Target(1), None, params)
    with pytest.raises(UsageError, match=r"was trained on .* of DeepVis-200"):
        run(network, image, Target(1), None, None)


@rows
def test_other_input_sizes_give_other_maps(row: Method, network: Network, file: str) -> None:
    found = row.run()(network, networks.picture(40), Target(1), None, ScouterParams(file=file)).result
    assert found.shape == (40, 40)


def test_a_weak_map_is_drawn_weak() -> None:
    seen = np.full((10, 10, 3), 128, np.uint8)
    weak = explanation(find("scouter"), np.full((10, 10), 0.1, np.float32), seen, 10)
    strong = explanation(find("scouter"), np.full((10, 10), 1.0, np.float32), seen, 10)
    assert np.abs(weak.astype(int) - 128).max() < 20
    assert np.abs(strong.astype(int) - 128).max() > 60


@rows
def test_where_nothing_is_gathered_the_map_is_flat(
    row: Method, network: Network, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    slots = scouter.load(Path(file))
    for each in slots.slots.values():
        each.squeeze.bias.fill_(-1e6)
    monkeypatch.setattr(scouter, "load", lambda path: slots)
    found = row.run()(network, networks.picture(), Target(1), None, ScouterParams(show="contribution"))
    assert not bool(found.result.any())
