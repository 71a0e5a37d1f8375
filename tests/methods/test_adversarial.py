"""Fooling: what is saved fools when it is read again, within its bounds."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
import torch
from PIL import Image
from torch import Tensor, nn

from deepvis_app.errors import OutOfRangeError, RunError, UsageError
from deepvis_app.methods import Target
from deepvis_app.methods.adversarial import adversarial
from deepvis_app.methods.fooling_params import AdversarialParams
from deepvis_app.methods.partial import Partial, outcome
from deepvis_app.methods.picture import rounded
from deepvis_app.methods.synthesis.fooling import scene
from deepvis_app.nets.network import Network
from deepvis_app.nets.preprocess import from_pixels
from deepvis_app.pictures.decode import decode
from deepvis_app.pictures.saving import save_png
from tests import networks

Untouched = Callable[[Network], AbstractContextManager[None]]


@pytest.fixture(scope="module")
def network() -> Network:
    return Network.load("embedded")


@pytest.fixture(scope="module")
def cat() -> Tensor:
    """scikit-image's cat, 451 x 300, so that the network sees a part of it, made smaller."""
    import skimage

    return from_pixels(decode(Path(skimage.__file__).parent / "data" / "chelsea.png"))


def fooled(network: Network, picture: Tensor, wanted: int | None, **options: object) -> Partial:
    params = AdversarialParams(**options)  # type: ignore[arg-type]
    return outcome(adversarial(network, picture, Target(wanted), None, params))


def read_again(network: Network, whole: Partial, folder: Path) -> Tensor:
    """What the network says of the picture's PNG."""
    save_png(folder / "fooled.png", rounded(whole.result.numpy()))
    with Image.open(folder / "fooled.png") as saved, torch.inference_mode():
        return network.module(network.preprocess(saved))[0].softmax(0)


def levels(whole: Partial, picture: Tensor) -> Tensor:
    return (whole.result - picture[0]) * 255


def test_the_saved_picture_fools_when_it_is_read_again(
    network: Network, cat: Tensor, tmp_path: Path, verify_untouched: Untouched
) -> None:
    koala = network.class_index("koala")
    with verify_untouched(network):
        whole = fooled(network, cat, koala)
    likely = read_again(network, whole, tmp_path)
    assert int(likely.argmax()) == koala
    assert float(likely[koala]) >= 0.6
    assert whole.facts["after: koala"] == pytest.approx(float(likely[koala]), abs=1e-4)
    assert whole.facts["largest change"] == round(float(levels(whole, cat).abs().max())) < 8
    assert whole.note is None


def test_an_elephant_becomes_a_koala_by_less_than_8_levels(
    network: Network, shared: Path, tmp_path: Path
) -> None:
    elephant = from_pixels(decode(shared / "photos" / "n02504458_African_elephant.JPEG"))
    koala = network.class_index("koala")
    whole = fooled(network, elephant, koala)
    assert int(read_again(network, whole, tmp_path).argmax()) == koala
    assert float(levels(whole, elephant).abs().max()) < 8


@pytest.mark.parametrize(
    "options",
    [
        {"norm": "mean", "limit": 5, "size": "network"},
        {"size": "network", "limit": 12},
        {"start": "noise", "attack": "ascent", "size": "network"},
        {"smallest": True, "limit": 12, "size": "network", "hidden": False, "steps": 8},
    ],
    ids=str,
)
def test_whatever_the_attack_the_saved_picture_fools(
    network: Network, cat: Tensor, tmp_path: Path, options: dict[str, object]
) -> None:
    koala = network.class_index("koala")
    whole = fooled(network, cat, koala, **options)
    assert int(read_again(network, whole, tmp_path).argmax()) == koala
    if options.get("size") == "network":
        side = network.preprocessing.height
        assert whole.result.shape[1:] == (side, side * 3 // 2)


def test_bounds_are_kept(network: Network, cat: Tensor) -> None:
    koala = network.class_index("koala")
    largest = fooled(network, cat, koala, limit=2, steps=3)
    assert float(levels(largest, cat).abs().max()) <= 2.001
    mean = fooled(network, cat, koala, norm="mean", limit=1.5, steps=3)
    assert float(levels(mean, cat).square().mean().sqrt()) <= 1.501
    assert mean.facts["mean change"] == pytest.approx(
        float(levels(mean, cat).square().mean().sqrt()), abs=0.01
    )


def test_the_smallest_change_is_no_larger_than_the_first_that_was_enough(
    network: Network, cat: Tensor
) -> None:
    koala = network.class_index("koala")
    first = fooled(network, cat, koala, attack="ascent", confidence=0.0)
    smaller = fooled(network, cat, koala, attack="ascent", smallest=True)
    assert 0 < float(smaller.facts["mean change"]) <= float(first.facts["mean change"])


class Linear(nn.Module):
    """Scores by weights for each pixel: their gradient is known."""

    def __init__(self) -> None:
        super().__init__()
        self.flatten = nn.Flatten()
        self.fc = nn.Linear(3 * 16 * 16, 5)

    def forward(self, x: Tensor) -> Tensor:
        return self.fc(self.flatten(x))


def linear() -> Network:
    torch.manual_seed(0)
    return networks.wrap(Linear())


def grey(size: int = 16) -> Tensor:
    """In the middle, so that no step leaves the range."""
    return torch.full((1, 3, size, size), 128 / 255)


def test_the_gradient_is_that_of_the_written_out_formula() -> None:
    network = linear()
    given = scene(network, grey(), None)
    weights = network.module.fc.weight
    deviations = torch.tensor(network.preprocessing.std).view(3, 1, 1)
    rows = weights.view(5, 3, 16, 16) / deviations
    expected = rows[given.wanted] - (given.before.view(5, 1, 1, 1) * rows).sum(0)
    assert torch.allclose(given.gradient(grey())[0], expected, rtol=1e-4, atol=1e-6)


def test_one_step_goes_the_whole_bound_along_the_signs() -> None:
    network = linear()
    signs = scene(network, grey(), None).gradient(grey())[0].sign()
    whole = fooled(network, grey(), None, attack="fgsm", limit=3, hidden=False)
    assert torch.allclose(levels(whole, grey()), 3 * signs, atol=1e-4)


def test_even_parts_of_a_picture_are_changed_less() -> None:
    network = linear()
    picture = grey()
    picture[..., 8:] = torch.randint(0, 256, (1, 3, 16, 8), generator=torch.Generator().manual_seed(0)) / 255
    change = levels(fooled(network, picture, None, attack="fgsm", limit=10), picture).abs()
    assert float(change[..., :6].max()) <= 2
    assert float(change[..., 10:].max()) == pytest.approx(10, abs=1e-3)


def test_the_start_is_told_first_and_the_same_seed_gives_the_same_noise(
    network: Network, cat: Tensor
) -> None:
    options = AdversarialParams(start="noise", size="network", steps=1, seed=3)
    runs = [list(adversarial(network, cat, Target(5), None, options)) for _ in range(2)]
    assert runs[0][0].done == 0
    assert runs[0][-1].done == 1
    assert torch.equal(runs[0][0].result, runs[1][0].result)
    assert torch.equal(runs[0][-1].result, runs[1][-1].result)


def test_a_class_that_wins_already_is_refused() -> None:
    network = linear()
    winner = int(scene(network, grey(), None).before.argmax())
    with pytest.raises(UsageError, match=f"sees class {winner} in this picture already"):
        fooled(network, grey(), winner)


def test_what_is_out_of_reach_is_said() -> None:
    network = linear()
    network.module.fc.weight.data.mul_(1e-3)
    last = int(scene(network, grey(), None).before.argmin())
    whole = fooled(network, grey(), last, limit=1, steps=1)
    assert "was not reached" in str(whole.note)
    assert whole.facts["reached"] == "no"


def test_scores_that_do_not_depend_on_the_picture_are_said() -> None:
    network = linear()
    network.module.fc.weight.data.zero_()
    with pytest.raises(RunError, match="do not depend on this picture"):
        fooled(network, grey(), None)


def test_a_gradient_that_is_no_number_keeps_the_last_good_picture() -> None:
    network = linear()
    steps = adversarial(network, grey(), None, None, AdversarialParams(confidence=99.9))
    good = [next(steps), next(steps)][-1]
    network.module.fc.weight.data[0, 0] = torch.nan
    *_, whole = steps
    assert "no longer a number" in str(whole.note)
    assert torch.equal(whole.result, good.result)


def test_classes_that_there_are_not_are_refused(network: Network, cat: Tensor) -> None:
    with pytest.raises(OutOfRangeError):
        fooled(network, cat, 200)
