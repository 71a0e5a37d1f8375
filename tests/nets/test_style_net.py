"""The painter: any size, any mixture, and folded it paints the same."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from deepvis_app.nets.style_net import COARSE, STEP, StyleNet, cells, pixels


@pytest.fixture
def network() -> StyleNet:
    """With statistics and styles that are not those of a fresh one."""
    torch.manual_seed(0)
    network = StyleNet(3, width=8, blocks=2)
    for conv in network.convs:
        torch.nn.init.normal_(conv.scale, 1, 0.3)
        torch.nn.init.normal_(conv.shift, 0, 0.3)
    network(torch.rand(4, 3, 24, 24), torch.eye(3)[[0, 1, 2, 0]])
    return network.eval()


@pytest.fixture
def extended() -> StyleNet:
    """The last two of its four styles came later, and add to the convolutions."""
    torch.manual_seed(0)
    network = StyleNet(4, width=8, blocks=2, later=2)
    for conv in network.convs:
        torch.nn.init.normal_(conv.scale, 1, 0.3)
        torch.nn.init.normal_(conv.up, 0, 0.3)
    network(torch.rand(4, 3, 24, 24), torch.eye(4))
    return network.eval()


def picture(height: int, width: int) -> Tensor:
    return torch.rand(1, 3, height, width, generator=torch.Generator().manual_seed(0))


@pytest.mark.parametrize(("height", "width"), [(32, 48), (33, 50), (5, 3), (1, 1), (17, 64)])
def test_pictures_of_any_size_come_back_in_it(network: StyleNet, height: int, width: int) -> None:
    painted = network(picture(height, width), torch.eye(3)[:1]).detach()
    assert painted.shape == (1, 3, height, width)
    assert painted.dtype == torch.float32
    assert 0 <= float(painted.min()) <= float(painted.max()) <= 1


@pytest.mark.parametrize("mix", [(1.0, 0.0, 0.0), (0.2, 0.5, 0.3), (0.0, 0.0, 0.0)])
def test_folded_it_paints_the_same(network: StyleNet, mix: tuple[float, ...]) -> None:
    weights = torch.tensor(mix)
    painted = network.painter(weights)(picture(30, 41))
    assert torch.allclose(painted, network(picture(30, 41), weights[None]), atol=1e-5)


@pytest.mark.parametrize("mix", [(0.0, 0.0, 1.0, 0.0), (0.0, 0.0, 0.0, 1.0), (0.1, 0.2, 0.3, 0.4)])
def test_what_later_styles_add_folds_away_too(extended: StyleNet, mix: tuple[float, ...]) -> None:
    weights = torch.tensor(mix)
    painted = extended.painter(weights)(picture(30, 41))
    assert torch.allclose(painted, extended(picture(30, 41), weights[None]), atol=1e-5)
    plain = extended.first.conv.weight
    added = [up @ down for up, down in zip(extended.first.up, extended.first.down, strict=True)]
    whole = plain + (mix[2] * added[0] + mix[3] * added[1]).view_as(plain)
    assert torch.allclose(extended.first._weight(weights), whole, atol=1e-6)


def test_what_later_styles_add_is_theirs_alone(extended: StyleNet) -> None:
    """Also beside them in a batch; the first styles are painted bit by bit as without them."""
    without = StyleNet(2, width=8, blocks=2).eval()
    state = {name: value for name, value in extended.state_dict().items() if name in without.state_dict()}
    of_styles = ("scale", "shift", "kept")
    without.load_state_dict({name: v[:2] if name.endswith(of_styles) else v for name, v in state.items()})
    both = extended(picture(16, 20).expand(4, -1, -1, -1), torch.eye(4))
    for style in range(2):
        frame, one = picture(33, 50), torch.eye(2)[style]
        known = without.painter(one)(frame)
        assert torch.equal(extended.painter(torch.eye(4)[style])(frame), known)
        alone = without(picture(16, 20), one[None])
        assert torch.allclose(both[style : style + 1], alone, atol=1e-6)
    assert not torch.allclose(both[2], both[0], atol=0.01)


def test_half_precision_paints_what_the_eye_takes_for_the_same(network: StyleNet) -> None:
    mix = torch.tensor([0.5, 0.5, 0.0])
    difference = network.painter(mix, torch.bfloat16)(picture(30, 41)) - network.painter(mix)(picture(30, 41))
    assert float(difference.abs().mean()) < 1 / 255


def test_each_picture_of_a_batch_has_its_own_style(network: StyleNet) -> None:
    both = picture(16, 16).repeat(2, 1, 1, 1)
    painted = network(both, torch.eye(3)[:2])
    assert torch.allclose(painted[1:], network(both[:1], torch.eye(3)[1:2]), atol=1e-6)
    assert not torch.allclose(painted[0], painted[1], atol=0.01)


@pytest.mark.parametrize(("height", "width"), [(40, 44), (41, 46), (3, 2)])
def test_cells_and_pixels_undo_each_other(height: int, width: int) -> None:
    shown = picture(height, width).clamp(0.01, 0.99)
    values = cells(shown)
    assert values.shape[1] == 3 * STEP**2
    assert values.shape[2] * STEP == height + -height % COARSE
    assert torch.allclose(pixels((values + 0.5).logit(), shown), shown, atol=1e-5)


@pytest.mark.parametrize(("height", "width"), [(64, 48), (61, 43)])
def test_a_picture_of_one_colour_has_no_rim(network: StyleNet, height: int, width: int) -> None:
    """Each coarse cell is painted as the one in the middle, up to the last pixel."""
    plain = torch.tensor([0.8, 0.4, 0.1]).view(1, 3, 1, 1).expand(-1, -1, height, width)
    painted = network(plain, torch.tensor([[0.3, 0.3, 0.4]])).detach()
    cell = painted[..., 24 : 24 + COARSE, 16 : 16 + COARSE]
    assert float(cell.std()) > 0.01
    repeated = cell.repeat(1, 1, 8, 6)[..., :height, :width]
    assert torch.allclose(painted, repeated, atol=1e-5)


def test_what_is_far_from_the_border_does_not_hang_on_it(network: StyleNet) -> None:
    """Two blocks look four coarse cells each way, and other convolutions three cells: 44 pixels in all."""
    shown = picture(160, 160)
    inner = network(shown[..., 16:-16, 16:-16], torch.eye(3)[:1])
    whole = network(shown, torch.eye(3)[:1])[..., 16:-16, 16:-16]
    assert torch.allclose(inner[..., 48:-48, 48:-48], whole[..., 48:-48, 48:-48], atol=1e-5)
    assert not torch.allclose(inner, whole, atol=1e-3)


def test_no_gradient_reaches_a_painter(network: StyleNet) -> None:
    assert not any(parameter.requires_grad for parameter in network.painter(torch.ones(3) / 3).parameters())
