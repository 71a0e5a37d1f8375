"""Losses of style and content against sums written out by hand."""

from __future__ import annotations

import pytest
import torch

from deepvis_app.errors import UsageError
from deepvis_app.methods.synthesis.colours import as_bright, brightness, recoloured
from deepvis_app.methods.synthesis.looking import Eye
from deepvis_app.methods.synthesis.painting import Painting, Style, grams, maps_of, masked
from deepvis_app.methods.synthesis.regularisers import total_variation
from deepvis_app.methods.synthesis.style_loss import (
    content_loss,
    gram,
    style_layers,
    style_loss,
    texture_layers,
)
from tests import networks

MAPS = torch.tensor([[[[1.0, 2.0], [0.0, 1.0]], [[3.0, 0.0], [1.0, 2.0]]]])  # 2 units of 2 x 2


def test_a_gram_matrix_is_the_mean_of_products() -> None:
    """Of 2 units and 4 places: 1 1 + 2 2 + 0 0 + 1 1 = 6, 1 3 + 2 0 + 0 1 + 1 2 = 5, 9 + 0 + 1 + 4 = 14."""
    expected = torch.tensor([[[6.0, 5.0], [5.0, 14.0]]]) / (2 * 4)
    assert torch.allclose(gram(MAPS), expected)


def test_a_masked_gram_matrix_is_that_of_the_masked_places() -> None:
    top = torch.tensor([[[[1.0, 1.0], [0.0, 0.0]]]])
    expected = torch.tensor([[[5.0, 3.0], [3.0, 9.0]]]) / (2 * 2)
    assert torch.allclose(gram(masked(MAPS, top)), expected)
    assert torch.equal(masked(MAPS, None), MAPS)
    half = torch.full((1, 1, 2, 2), 0.5)
    assert torch.allclose(gram(masked(MAPS, half)), gram(MAPS))


def test_content_is_the_squared_distance_of_what_was_there() -> None:
    other = MAPS + torch.tensor([1.0, -2.0]).view(1, 2, 1, 1)
    assert float(content_loss(other, MAPS)) == pytest.approx((4 * 1 + 4 * 4) / (6 + 14))


def test_style_is_the_weighed_mean_over_layers() -> None:
    wanted = {"a": gram(MAPS) * 2, "b": torch.eye(2)[None]}
    first = float((gram(MAPS) ** 2).sum() / (4 * (gram(MAPS) ** 2).sum()))
    second = float(((gram(MAPS) - torch.eye(2)) ** 2).sum() / 2)
    maps = {"a": MAPS, "b": MAPS}
    assert float(style_loss(maps, wanted)) == pytest.approx((first + second) / 2)
    assert float(style_loss(maps, wanted, [3, 1])) == pytest.approx((3 * first + second) / 4)


def test_a_painting_weighs_styles_content_and_smoothness() -> None:
    network = networks.plain()
    layers = style_layers(network)
    content, one, two = (networks.picture(seed=seed).sigmoid() for seed in (1, 2, 3))
    picture = networks.picture(seed=4).sigmoid()
    styles = [
        Style(grams(Eye.of(network), one, layers.style), 3.0),
        Style(grams(Eye.of(network), two, layers.style), 1.0),
    ]
    kept = maps_of(Eye.of(network), content, [layers.content])
    painting = Painting(Eye.of(network), styles, kept, style=7.0, smooth=5.0, dream=0.5)

    found = maps_of(Eye.of(network), picture, layers.all)
    apart = [float(style_loss(found, style.grams)) for style in styles]
    dream = -float(found[layers.style[-1]].square().mean().log())
    expected = {
        "style": (3 * apart[0] + apart[1]) / 4,
        "smoothness": float(total_variation(picture)) / picture.numel(),
        "content": float(content_loss(found[layers.content], kept[layers.content])),
        "dream": dream,
    }
    total = 7 * expected["style"] + 5 * expected["smoothness"] + expected["content"] + 0.5 * dream
    assert float(painting.gain(picture)) == pytest.approx(-total, rel=1e-5)
    assert painting.terms == pytest.approx(expected, rel=1e-5)


def test_the_gradient_of_a_painting_is_that_of_small_differences() -> None:
    """Along several directions: half of what a step forward and one back make of it."""
    eye = Eye.of(networks.plain())
    layers = style_layers(eye.network)
    picture = networks.picture(seed=4).sigmoid().requires_grad_()
    style = Style(grams(eye, networks.picture(seed=2).sigmoid(), layers.style))
    kept = maps_of(eye, networks.picture(seed=1).sigmoid(), [layers.content])
    painting = Painting(eye, [style], kept, style=3.0, smooth=1.0)
    (slope,) = torch.autograd.grad(painting.gain(picture), picture)
    with torch.no_grad():
        for seed in range(3):
            way = slope / slope.abs().max() + 0.1 * networks.picture(seed=seed)
            rise = (painting.gain(picture + 1e-3 * way) - painting.gain(picture - 1e-3 * way)) / 2e-3
            assert float(rise) == pytest.approx(float((slope * way).sum()), rel=0.02)


def test_layers_of_style_are_the_first_of_each_size() -> None:
    layers = style_layers(networks.plain())
    assert layers.style == ("conv1", "conv2a")
    assert layers.content == "conv2b"
    assert layers.all == ("conv1", "conv2a", "conv2b")
    assert texture_layers(networks.plain(), 8) == ("conv1", "conv2a", "conv2b")
    assert texture_layers(networks.plain(), 2) == ("conv1", "conv2b")
    with pytest.raises(UsageError, match="no layer with maps"):
        style_layers(networks.wrap(torch.nn.Sequential(torch.nn.Flatten(), torch.nn.Linear(768, 5))))


def test_brightness_and_colours_come_apart_and_together() -> None:
    one, two = (networks.picture(seed=seed).sigmoid() * 0.2 + 0.4 for seed in (1, 2))
    assert float(brightness(torch.tensor([1.0, 0.5, 0.0]).view(1, 3, 1, 1))) == pytest.approx(0.299 + 0.2935)
    both = recoloured(one, two)
    assert torch.allclose(brightness(both), brightness(one), atol=1e-6)
    assert torch.allclose(both - both[:, :1], two - two[:, :1], atol=1e-6)
    matched = as_bright(one, brightness(two))
    assert float(matched.mean()) == pytest.approx(float(brightness(two).mean()), abs=1e-5)
    assert float(matched.std()) == pytest.approx(float(brightness(two).std()), abs=1e-5)
