"""Painting in a style, and textures out of units: what they reach, keep and refuse."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from deepvis_app.errors import OutOfRangeError, PictureError, UnknownNameError, UsageError
from deepvis_app.methods.neural_style import neural_style
from deepvis_app.methods.partial import Partial, outcome
from deepvis_app.methods.style_params import StyleParams, TextureGramParams
from deepvis_app.methods.synthesis.looking import Eye
from deepvis_app.methods.synthesis.painting import Painting, Style, grams, maps_of
from deepvis_app.methods.synthesis.sizes import resized
from deepvis_app.methods.synthesis.style_loss import style_layers, texture_layers
from deepvis_app.methods.texture_gram import texture_gram
from deepvis_app.nets.network import Network
from tests import networks


@pytest.fixture(scope="module")
def network() -> Network:
    return networks.plain(32)


def picture(seed: int = 1, height: int = 48, width: int = 32) -> Tensor:
    """Smooth spots."""
    numbers = torch.Generator().manual_seed(seed)
    return resized(torch.rand(1, 3, 8, 8, generator=numbers), height, width)


def painted(network: Network, *styles: Tensor, content: Tensor | None = None, **options: object) -> Partial:
    params = StyleParams(**{"size": 48, "steps": 6} | options)  # type: ignore[arg-type]
    return outcome(
        neural_style(network, picture() if content is None else content, None, None, params, styles)
    )


def plain_loss(network: Network, style: Tensor, steps: int, weight: float) -> float:
    """What Adam reaches on the pixels themselves, from the picture."""
    layers = style_layers(network)
    kept = maps_of(Eye.of(network), picture(), [layers.content])
    painting = Painting(
        Eye.of(network), [Style(grams(Eye.of(network), style, layers.style))], kept, weight, 5.0
    )
    pixels = picture().clone()
    mean, square = torch.zeros_like(pixels), torch.zeros_like(pixels)
    for step in range(1, steps + 1):
        pixels.requires_grad_()
        (slope,) = torch.autograd.grad(-painting.gain(pixels), pixels)
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        change = mean / (1 - 0.9**step) / ((square / (1 - 0.999**step)).sqrt() + 1e-8)
        pixels = (pixels.detach() - 0.02 * change).clamp(0, 1)
    return -float(painting.gain(pixels))


@pytest.mark.parametrize("optimiser", ["lbfgs", "adam"])
def test_the_loss_is_no_worse_than_a_plain_loop_reaches(network: Network, optimiser: str) -> None:
    style = picture(2, 48, 48)
    reference = plain_loss(network, style, 30, 15.0)
    whole = painted(network, style, steps=30, optimiser=optimiser)
    reached = whole.facts["content"] + 15.0 * whole.facts["style"] + 5.0 * whole.facts["smoothness"]
    assert reached <= reference / 0.95


def test_the_start_comes_first_and_the_same_seed_gives_the_same(network: Network) -> None:
    params = StyleParams(size=48, steps=3, start="noise", seed=4)
    first, *_, last = neural_style(network, picture(), None, None, params, (picture(2),))
    assert torch.allclose(first.result, picture()[0])
    assert first.done == 0
    assert last.done == 1
    again = outcome(neural_style(network, picture(), None, None, params, (picture(2),)))
    assert torch.equal(last.result, again.result)
    assert last.facts["steps"] == 3


def test_partial_pictures_have_the_size_of_the_whole(network: Network) -> None:
    params = StyleParams(size=96, steps=6)
    parts = list(neural_style(network, picture(), None, None, params, (picture(2),)))
    assert {tuple(part.result.shape) for part in parts} == {(3, 96, 64)}
    done = [part.done for part in parts]
    assert done == sorted(done)


def test_the_colours_of_the_picture_can_be_kept(network: Network) -> None:
    content = picture() * 0.2 + 0.4  # so that nothing leaves the range
    kept = painted(network, picture(2), content=content, colours="picture").result
    assert torch.allclose(kept - kept[:1], (content - content[:, :1])[0], atol=0.05)
    styled = painted(network, picture(2), content=content).result
    assert not torch.allclose(styled - styled[:1], (content - content[:, :1])[0], atol=0.05)


def test_a_mask_leaves_what_is_black_as_it_is(network: Network) -> None:
    mask = torch.zeros(1, 3, 48, 32)
    mask[:, :, :24] = 1
    whole = painted(network, picture(2), mask, mask=True).result
    assert torch.allclose(whole[:, 26:], picture()[0, :, 26:], atol=1e-5)
    assert not torch.allclose(whole[:, :22], picture()[0, :, :22], atol=0.02)


def test_with_two_styles_a_mask_gives_each_its_place(network: Network) -> None:
    mask = torch.zeros(1, 3, 48, 32)
    mask[:, :, :24] = 1
    dark, light = picture(2) * 0.3, picture(3) * 0.3 + 0.7
    whole = painted(network, dark, light, mask, mask=True, style=1000.0, steps=40).result
    assert float(whole[:, :20].mean()) < float(whole[:, 28:].mean()) - 0.1


def test_shares_say_how_much_of_each_style_there_is(network: Network) -> None:
    dark, light = picture(2) * 0.3, picture(3) * 0.3 + 0.7
    options = {"style": 1000.0, "steps": 20}
    mostly_dark = painted(network, dark, light, shares="9, 1", **options).result.mean()
    mostly_light = painted(network, dark, light, shares="1, 9", **options).result.mean()
    assert float(mostly_dark) < float(mostly_light)
    with pytest.raises(OutOfRangeError, match="There are 2 styles"):
        painted(network, dark, light, shares="1 2 3")
    with pytest.raises(OutOfRangeError, match="not all 0"):
        painted(network, dark, light, shares="0 0")
    with pytest.raises(UsageError, match="half are none"):
        painted(network, dark, light, shares="half")


def test_a_dream_makes_the_deepest_layer_answer_more(network: Network) -> None:
    plain = painted(network, picture(2), steps=20)
    dreamt = painted(network, picture(2), steps=20, dream=5.0)
    deepest = style_layers(network).style[-1]

    def answers(whole: Partial) -> float:
        return float(maps_of(Eye.of(network), whole.result[None], [deepest])[deepest].square().mean())

    assert answers(dreamt) > 1.1 * answers(plain)


def test_what_cannot_be_painted_is_said_in_a_sentence(network: Network) -> None:
    with pytest.raises(PictureError, match="Picture 2 is of one colour"):
        painted(network, picture(2), torch.full((1, 3, 32, 32), 0.3))
    with pytest.raises(PictureError, match="mask is dark everywhere"):
        painted(network, picture(2), torch.zeros(1, 3, 8, 8), mask=True)
    with pytest.raises(UsageError, match="one or two styles and then the mask"):
        painted(network, picture(2), mask=True)
    with pytest.raises(PictureError, match="48 x 2 pixels is too small"):
        painted(network, picture(2), content=picture(1, 8, 200))
    with pytest.raises(UnknownNameError, match="conv9"):
        outcome(neural_style(network, picture(), None, "conv9", StyleParams(), (picture(2),)))


# ---- textures out of units ---------------------------------------------------------------------------------


def test_a_texture_comes_to_have_the_samples_gram_matrices(network: Network) -> None:
    sample = picture(5, 64, 64)
    params = TextureGramParams(size=64, steps=40)
    first, *_, last = texture_gram(network, sample, None, None, params)
    painting = Painting(Eye.of(network), [Style(grams(Eye.of(network), sample, texture_layers(network, 8)))])
    painting.gain(first.result[None])
    before = painting.terms["style"]
    painting.gain(last.result[None])
    assert painting.terms["style"] < 0.05 * before
    assert last.facts["style"] == pytest.approx(painting.terms["style"], abs=2e-5)
    assert float((last.result - sample[0]).abs().mean()) > 0.05, "it is no copy"


@pytest.mark.parametrize("colour", [False, True])
def test_a_texture_has_colour_where_its_sample_has(network: Network, colour: bool) -> None:
    sample = picture(5, 32, 32)
    sample = sample if colour else sample.mean(1, keepdim=True).expand(-1, 3, -1, -1)
    made = outcome(texture_gram(network, sample, None, None, TextureGramParams(size=32, steps=10))).result
    assert (float((made.amax(0) - made.amin(0)).max()) > 0.1) == colour


def test_fewer_layers_ask_for_less(network: Network) -> None:
    sample = picture(5, 32, 32)
    shallow = outcome(
        texture_gram(network, sample, None, None, TextureGramParams(size=32, steps=30, layers=1))
    )
    painting = Painting(
        Eye.of(network), [Style(grams(Eye.of(network), sample, texture_layers(network, 8)[:1]))]
    )
    painting.gain(shallow.result[None])
    assert shallow.facts["style"] == pytest.approx(painting.terms["style"], abs=2e-5)


def test_a_sample_of_one_colour_is_refused(network: Network) -> None:
    with pytest.raises(PictureError, match="of one colour"):
        outcome(texture_gram(network, torch.full((1, 3, 32, 32), 0.5), None, None))
