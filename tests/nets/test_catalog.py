"""The catalogue tells what can be had, and stays true to torchvision."""

from __future__ import annotations

import subprocess
import sys

import pytest

from deepvis_app.errors import UnknownNameError
from deepvis_app.nets import architectures, catalog
from deepvis_app.nets.network import Network


def test_the_embedded_network_comes_first_with_its_own_numbers() -> None:
    row, network = catalog.rows()[0], Network.load("embedded")
    assert (row.spec, row.title, row.downloaded) == ("embedded", network.title, True)
    assert row.parameters == network.parameters
    assert row.size == network.preprocessing.width
    assert 4 < row.megabytes < 12
    assert (row.top1 is None) == ("accuracy" not in network.card)


def test_every_torchvision_network_has_its_row() -> None:
    assert [row.spec for row in catalog.rows()[1:]] == [
        f"torchvision:{name}" for name in architectures.names()
    ]


@pytest.mark.parametrize("name", catalog.families())
def test_a_row_says_what_the_default_weights_say(name: str) -> None:
    weights = architectures.default_weights(name)
    row = next(row for row in catalog.rows() if row.spec == f"torchvision:{name}")
    assert row.parameters == weights.meta["num_params"]
    assert row.megabytes == weights.meta["_file_size"]
    assert row.top1 == weights.meta["_metrics"]["ImageNet-1K"]["acc@1"]
    assert row.size == architectures.preprocessing(weights).width
    assert (row.licence is not None) == ("license" in weights.meta)
    assert not row.downloaded


def test_a_downloaded_network_is_marked() -> None:
    catalog.weights_dir().mkdir(parents=True)
    (catalog.weights_dir() / "resnet18-f37072fd.pth").touch()
    assert [row.spec for row in catalog.rows() if row.downloaded] == ["embedded", "torchvision:resnet18"]


def test_an_unknown_name_lists_close_ones() -> None:
    with pytest.raises(UnknownNameError, match="resnet18"):
        catalog.fetch("resnet_18")


def test_listing_needs_no_torch() -> None:
    code = (
        "import sys; from deepvis_app.nets import catalog; catalog.rows(); sys.exit('torch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
