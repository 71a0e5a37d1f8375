"""A picture that explains a network must change when the network forgets (Adebayo et al. 2018)."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from scipy.stats import spearmanr

from deepvis_app.errors import UsageError
from deepvis_app.methods import Target
from deepvis_app.methods.backward import gradient
from deepvis_app.methods.params import SanityParams
from deepvis_app.methods.partial import outcome
from deepvis_app.methods.sanity import Curve, correlation, sanity, similarity
from deepvis_app.methods.smoothgrad import smoothgrad
from deepvis_app.nets.forgetting import forgetting, stages
from deepvis_app.nets.network import Network
from tests import networks

NETWORKS = {
    "embedded": lambda: Network.load("embedded"),
    "alexnet": lambda: networks.family("alexnet", 128),
    "resnet18": lambda: networks.family("resnet18", 128),
}


def curve_of(network: Network, method: str, image: torch.Tensor, points: int = 8) -> Curve:
    *_, (done, curve) = sanity(network, image, None, None, method, None, SanityParams(points))
    assert done == 1
    return curve


def photo(network: Network) -> torch.Tensor:
    import skimage

    with Image.open(Path(skimage.__file__).parent / "data" / "coffee.png") as picture:
        return network.preprocess(picture)


@pytest.mark.parametrize(
    ("method", "name"), [("grad_cam", "embedded"), *(("gradient", name) for name in NETWORKS)]
)
def test_the_map_of_a_network_that_has_forgotten_all_is_another(method: str, name: str) -> None:
    """Coarse maps of two random networks may be alike by chance: Grad-CAM's is that of a trained one."""
    network = NETWORKS[name]()
    last = curve_of(network, method, photo(network), 2)[-1]
    assert abs(last.correlation) < 0.5
    assert last.layer == stages(network)[-1][0]


@pytest.mark.parametrize("method", ["saliency", "guided_backprop", "deconvnet", "rectified_gradient"])
def test_how_fast_each_picture_forgets_is_told(method: str, record_property: object) -> None:
    """Guided backprop and deconvnet are known to change little: their curves are reported, not judged."""
    network = Network.load("embedded")
    curve = curve_of(network, method, photo(network))
    told = [round(point.correlation, 3) for point in curve]
    record_property(method, told)  # type: ignore[operator]
    print(f"{method}: rank correlation as the layers forget, last to first: {told}")
    assert np.isfinite(told).all()


def test_the_curve_begins_with_the_network_as_it_is_and_ends_with_its_first_layer() -> None:
    network = networks.plain()
    curve = curve_of(network, "gradient", networks.picture(), 100)
    assert curve[0].layer is None
    assert (curve[0].correlation, curve[0].similarity) == pytest.approx((1, 1))
    assert [point.layer for point in curve[1:]] == ["classifier", "conv2b.conv", "conv2a.conv", "conv1.conv"]


def test_fewer_points_are_spread_over_all_layers() -> None:
    network = networks.plain()
    full = curve_of(network, "gradient", networks.picture(), 100)
    half = curve_of(network, "gradient", networks.picture(), 2)
    assert half == (full[0], full[2], full[4])


def test_each_point_is_the_map_of_the_network_that_has_forgotten_so_much() -> None:
    network, image = networks.plain(), networks.picture()
    target = Target(int(network.module(image).argmax()))
    before = gradient(network, image, target, None)
    expected = []
    for _, forgetful in forgetting(network, stages(network), 3):
        after = gradient(forgetful, image, target, None)
        expected.append(spearmanr(before.abs().flatten(), after.abs().flatten()).statistic)
    *_, (_, curve) = sanity(network, image, None, None, "gradient", None, SanityParams(100, 3))
    assert [point.correlation for point in curve[1:]] == pytest.approx(expected)


def test_the_network_is_not_changed_not_even_when_it_is_cancelled(verify_untouched: object) -> None:
    network, image = networks.plain(), networks.picture()
    with verify_untouched(network):  # type: ignore[operator]
        steps = sanity(network, image, None, None, "smoothgrad")
        for _ in range(20):
            next(steps)
            assert torch.is_grad_enabled()
            assert torch._C._len_torch_function_stack() == 0
        steps.close()  # type: ignore[attr-defined]
    with verify_untouched(network):  # type: ignore[operator]
        list(sanity(network, image, Target(unit=1), "conv2a", "gradient"))


def test_long_methods_tell_how_far_they_are() -> None:
    network, image = networks.plain(), networks.picture()
    steps = list(sanity(network, image, None, None, "smoothgrad"))
    done = [each for each, _ in steps]
    assert done == sorted(done)
    assert len(set(done)) == len(done) == 5 * len(list(smoothgrad(network, image, None, None)))


def test_equal_values_share_their_rank() -> None:
    chance = np.random.default_rng(0)
    one, other = (torch.from_numpy(chance.integers(-4, 5, (9, 9)).astype(np.float32)) for _ in range(2))
    expected = spearmanr(one.abs().flatten(), other.abs().flatten()).statistic
    assert correlation(one, other) == pytest.approx(expected)
    assert correlation(one, -one) == pytest.approx(1)


def test_flat_maps_are_like_nothing() -> None:
    flat, other = (
        torch.zeros(9, 9),
        outcome(smoothgrad(networks.plain(), networks.picture(), None, None)).result,
    )
    assert correlation(flat, torch.rand(9, 9)) == 0
    assert similarity(flat, flat) == 1
    assert similarity(torch.zeros_like(other), other) < 0.5


def test_what_makes_no_map_is_refused() -> None:
    with pytest.raises(UsageError, match="makes no map"):
        list(sanity(networks.plain(), networks.picture(), None, "conv1", "activations"))


def test_what_knows_its_own_weights_alone_is_refused() -> None:
    with pytest.raises(UsageError, match="scouter reads the weights that it was trained on and no others"):
        list(sanity(networks.plain(), networks.picture(), None, None, "scouter"))
