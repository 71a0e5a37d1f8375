"""`bench style`: flicker and losses as their words say, on painters of which they are known."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from deepvis_app import cli
from deepvis_app.bench import style as bench
from deepvis_app.bench.plan import Plan
from deepvis_app.errors import UsageError
from deepvis_app.methods.style_params import StyleParams
from deepvis_app.nets import style_file
from deepvis_app.nets.network import Network
from deepvis_app.nets.style_file import Styles
from deepvis_app.nets.style_net import StyleNet
from deepvis_app.training.style_saving import finished

PHOTO = np.tile(np.random.default_rng(0).integers(100, 156, (32, 32, 1), np.uint8), (1, 1, 3))


@pytest.fixture
def styles() -> Styles:
    """`plain` shows the middle levels as they are (the sigmoid's slope is 1/4), `faint` at a half, `deaf`
    grey."""
    torch.manual_seed(0)
    network = StyleNet(3, width=8, blocks=1)
    with torch.no_grad():
        network.last.scale.zero_()
        for place, slope in enumerate((4.0, 2.0, 0.0)):
            network.kept[place] = slope
    names = ("plain", "faint", "deaf")
    return finished(network, names, names, PHOTO, {"title": "Known"})


def test_flicker_is_the_share_of_the_noise_that_is_painted(styles: Styles) -> None:
    found = [bench.flicker(styles, place, PHOTO[None]) for place in range(3)]
    assert found == pytest.approx([1, 0.5, 0], abs=0.03)


def test_losses_are_those_of_the_slow_way(styles: Styles) -> None:
    judge = Network.load("embedded")
    photo = torch.from_numpy(PHOTO.copy()).permute(2, 0, 1)[None] / 255
    other = torch.rand(photo.shape, generator=torch.Generator().manual_seed(0))
    assert bench._loss(judge, photo, photo, photo) == (0, 0)
    content, style = bench._loss(judge, photo, photo, other)
    assert (content, style > 0) == (0, True)
    content, same = bench._loss(judge, photo, other, other)
    assert (content > 0, same) == (True, 0)
    assert style / StyleParams().style < 10, "squares of relative distances"


def test_paintings_need_photographs_and_a_style_of_their_name(tmp_path: Path) -> None:
    Image.fromarray(PHOTO).save(tmp_path / "unknown.png")
    with pytest.raises(UsageError, match="give --val"):
        [*bench.bench(Plan(rounds=1, styles=(tmp_path / "unknown.png",)))]
    shipped = style_file.load(style_file.default_file())
    with pytest.raises(UsageError, match=r"no style of the name of unknown.png; there are composition"):
        next(bench._losses(shipped, PHOTO[None], Plan(styles=(tmp_path / "unknown.png",))))


def test_what_it_takes_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["bench", "--help"])
    assert "--against FILE" in capsys.readouterr().out
