"""Training the painter: its losses by hand, resumable, and a style that is added leaves the others alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from deepvis_app.errors import CheckpointError, InputError, PictureError, RunError
from deepvis_app.methods.synthesis.style_loss import style_layers
from deepvis_app.nets import capture
from deepvis_app.nets.network import Network
from deepvis_app.nets.painting import LivePainter
from deepvis_app.nets.preprocess import normalised
from deepvis_app.nets.style_file import Styles, load
from deepvis_app.nets.style_net import COARSE
from deepvis_app.training.checkpoint import NAME
from deepvis_app.training.data import PictureSet
from deepvis_app.training.style import StyleRecipe, StyleTraining
from deepvis_app.training.style_learning import free_name, learn_style, photographs
from deepvis_app.training.style_saving import finished, save
from deepvis_app.training.style_terms import (
    SHIFT,
    Pixels,
    draw,
    griddedness,
    style_distance,
    unevenness,
    unsteadiness,
)
from tests import networks

TINY = StyleRecipe(steps=4, batch=2, size=32, style_size=32, width=8, blocks=1, warm_up=0.0)


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture(scope="module")
def judge() -> Network:
    return networks.plain()


@pytest.fixture(scope="module")
def pictures() -> PictureSet:
    return photographs([noise(number, 40, 50) for number in range(6)])


def noise(seed: int, height: int = 40, width: int = 48) -> Pixels:
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)


STYLES = {"one": noise(20), "two": noise(21) // 2}


def made(judge: Network, pictures: PictureSet, recipe: StyleRecipe = TINY) -> StyleTraining:
    return StyleTraining(pictures, STYLES, judge, recipe)


def to_the_end(training: StyleTraining) -> list[torch.Tensor]:
    while not training.finished:
        training.advance()
    return list(training.network.state_dict().values())


def same(one: list[torch.Tensor], other: list[torch.Tensor]) -> bool:
    return all(torch.equal(a, b) for a, b in zip(one, other, strict=True))


@pytest.fixture(scope="module")
def base(judge: Network, pictures: PictureSet) -> Styles:
    training = made(judge, pictures)
    to_the_end(training)
    return finished(training.network, training.names, ["One", "Two"], noise(3), {"title": "Two"})


@pytest.mark.parametrize("stopped_after", [1, 3])
def test_a_run_left_and_taken_up_ends_bit_equal(
    tmp_path: Path, judge: Network, pictures: PictureSet, stopped_after: int
) -> None:
    left = made(judge, pictures)
    assert not left.run(tmp_path, lambda told: None, lambda: left.step >= stopped_after)
    taken_up = made(judge, pictures, replace(TINY, steps=9))
    assert taken_up.resume(tmp_path)
    assert (taken_up.step, taken_up.steps) == (stopped_after, 4)
    assert taken_up.run(tmp_path, lambda told: None)
    assert same(list(taken_up.network.state_dict().values()), to_the_end(made(judge, pictures)))


def test_a_step_weighs_gatys_losses_of_what_is_painted(judge: Network, pictures: PictureSet) -> None:
    """Against the formulas, in float64 but for the maps, which are of bf16 paintings and passes."""
    training = made(judge, pictures, replace(TINY, style=2.0, content=3.0, smooth=0.5, grid=9.0, steady=7.0))
    crops = draw(pictures.pixels, 2, 32, TINY.noise, torch.Generator().manual_seed(0))
    with torch.no_grad():
        training.network.train()
        which = torch.Generator().manual_seed(0)
        draw(pictures.pixels, 2, 32, TINY.noise, which)
        order = torch.randperm(2, generator=which)
        mix = torch.eye(2)[order].repeat(2, 1)
        both = training.network(torch.cat([crops.still, crops.moved]), mix)
        training.network.load_state_dict(made(judge, pictures).network.state_dict())
        painting, again = both.chunk(2)
        layers = style_layers(judge)
        content, styles = [], []
        for number in range(2):
            mine, photograph = (maps(judge, each[number : number + 1]) for each in (painting, crops.still))
            gap = mine[layers.content] - photograph[layers.content]
            content.append(float(gap.square().sum() / photograph[layers.content].square().sum()))
            style = torch.from_numpy(list(STYLES.values())[order[number]]).permute(2, 0, 1)[None] / 255
            shown = F.interpolate(style, size=(32, 38), mode="bicubic", antialias=True).clamp(0, 1)
            wanted = maps(judge, shown)
            apart = []
            for name in layers.style:
                found, target = (correlations(each[name]) for each in (mine, wanted))
                apart.append(float((found - target).norm() / target.norm()))
            styles.append(np.mean([each**2 if each < 1 else 2 * each - 1 for each in apart]))
    training.advance()
    assert training.losses is not None
    assert training.losses.content == pytest.approx(3 * np.mean(content), rel=0.03)
    assert training.losses.style == pytest.approx(2 * np.mean(styles), rel=0.02)
    assert training.losses.smooth == pytest.approx(0.5 * float(unevenness(painting)), rel=0.03)
    assert training.losses.grid == pytest.approx(9 * float(griddedness(painting, COARSE)), rel=0.1)
    assert training.losses.steady == pytest.approx(
        7 * float(unsteadiness(painting, again, crops.shift)), rel=0.05
    )
    assert training.losses.total == pytest.approx(sum(vars(training.losses).values()))


def maps(judge: Network, planes: torch.Tensor) -> dict[str, torch.Tensor]:
    found = capture.forward(judge, normalised(planes, judge.preprocessing), style_layers(judge).all).maps
    return {name: answer[0].double() for name, answer in found.items()}


def correlations(answers: torch.Tensor) -> torch.Tensor:
    return torch.einsum("chw,dhw->cd", answers, answers) / answers.numel()


def test_unevenness_is_the_mean_squared_step() -> None:
    picture = torch.tensor([[0.0, 1.0, 1.0], [0.5, 1.0, 0.0]]).expand(1, 3, 2, 3)
    assert float(unevenness(picture)) == pytest.approx((0.25 + 0 + 1) / 3 + (1 + 0 + 0.25 + 1) / 4)


def test_a_grid_is_what_comes_again_in_each_cell() -> None:
    cell = torch.tensor([[0.0, 1.0], [1.0, 1.0]])
    picture = cell.repeat(4, 5).expand(2, 3, 8, 10)
    assert float(griddedness(picture, 2)) == pytest.approx(float(cell.var(correction=0)))
    here_and_there = torch.zeros(1, 1, 64, 64)
    here_and_there[..., :32] = cell.repeat(32, 16)
    here_and_there[..., 32:] = 1 - cell.repeat(32, 16)
    assert float(griddedness(here_and_there, 2)) > 0.6 * float(cell.var(correction=0))
    ramp = torch.linspace(0, 1, 64).expand(1, 3, 64, 64)
    assert float(griddedness(ramp, 4)) < 0.01 * float(ramp.var())


@pytest.mark.parametrize(("gap", "expected"), [(0.5, 0.25), (1.0, 1.0), (3.0, 5.0)])
def test_what_is_far_off_does_not_outweigh_all_others(gap: float, expected: float) -> None:
    """Maps of one unit, whose Gram matrix is their mean square."""
    maps = torch.full((1, 1, 4, 4), (1 + gap) ** 0.5)
    assert float(style_distance({"conv": maps}, {"conv": torch.ones(1, 1, 1)})) == pytest.approx(expected)


@pytest.mark.parametrize("shift", [(0, 0), (2, -3), (-1, 3), (3, 1), (-2, -2)])
def test_what_is_moved_is_compared_where_both_show_the_same(shift: tuple[int, int]) -> None:
    wide = torch.rand(1, 3, 30, 30, generator=torch.Generator().manual_seed(0))
    down, right = shift
    still = wide[..., 4:20, 4:20]
    moved = wide[..., 4 + down : 20 + down, 4 + right : 20 + right]
    assert float(unsteadiness(still, moved, shift)) == 0
    assert float(unsteadiness(still, moved + 0.5, shift)) == pytest.approx(0.25)
    assert float(unsteadiness(still, moved, (down, right - 1))) > 0.01


def test_crops_that_are_moved_show_what_lies_beside(pictures: PictureSet) -> None:
    shifts = set()
    for seed in range(60):
        crops = draw(pictures.pixels, 2, 32, 0.0, torch.Generator().manual_seed(seed))
        assert crops.still.shape == crops.moved.shape == (2, 3, 32, 32)
        assert float(unsteadiness(crops.still, crops.moved, crops.shift)) == 0
        shifts |= {abs(each) for each in crops.shift}
    assert shifts == set(range(SHIFT + 1))
    noisy = draw(pictures.pixels, 2, 32, 0.05, torch.Generator().manual_seed(0))
    assert float(unsteadiness(noisy.still, noisy.moved, noisy.shift)) == pytest.approx(0.05**2, rel=0.2)


def test_the_seed_decides_everything(judge: Network, pictures: PictureSet) -> None:
    whole = to_the_end(made(judge, pictures))
    torch.manual_seed(6)
    assert same(whole, to_the_end(made(judge, pictures)))
    assert not same(whole, to_the_end(made(judge, pictures, replace(TINY, seed=1))))


def test_the_judge_stays_as_it_is(judge: Network, pictures: PictureSet) -> None:
    before = judge.fingerprint()
    to_the_end(made(judge, pictures))
    assert judge.fingerprint() == before


def test_an_added_style_leaves_the_others_bit_equal(
    tmp_path: Path, base: Styles, judge: Network, pictures: PictureSet
) -> None:
    frame = torch.rand(1, 3, 20, 24, generator=torch.Generator().manual_seed(0))
    old = [base.network.painter(base.mix({name: 1}))(frame) for name in base.names]
    lessons = learn_style(base, "three", "Three", noise(22), list(pictures.pixels), judge, TINY)
    *previews, last = lessons
    assert [lesson.step for lesson in previews] == [0, 1, 2, 3]
    assert all(lesson.styles is None and lesson.network.styles == 3 for lesson in previews)
    assert (last.done, last.losses is None) == (1.0, False)
    assert last.styles is not None
    assert last.styles.names == ("one", "two", "three")
    assert [style.title for style in last.styles.styles] == ["One", "Two", "Three"]
    path = tmp_path / "style.safetensors"
    save(last.styles, path)
    more = load(path)
    for name, painted in zip(base.names, old, strict=True):
        assert torch.equal(more.network.painter(more.mix({name: 1}))(frame), painted)
    for mine, theirs in zip(more.styles, base.styles, strict=False):
        assert np.array_equal(mine.thumbnail, theirs.thumbnail)
    new = more.network.painter(more.mix({"three": 1}))(frame)
    assert not any(torch.equal(new, painted) for painted in old)
    assert "- Three (three)" in path.with_suffix(".md").read_text("utf-8")


def test_styles_are_added_to_added_ones(
    tmp_path: Path, base: Styles, judge: Network, pictures: PictureSet
) -> None:
    """What each adds to the convolutions is learnt for it alone, kept in the file, and stays as it is."""
    more, path = base, tmp_path / "style.safetensors"
    paintings = []
    for number, name in enumerate(("three", "four")):
        *_, last = learn_style(more, name, name, noise(30 + number), list(pictures.pixels), judge, TINY)
        assert last.styles is not None
        save(last.styles, path)
        more = load(path)
        paintings.append(LivePainter(more.network, more.mix({name: 1}).tolist()).paint(noise(5)))
    assert more.network.later == 2
    for conv, shared in zip(more.network.convs, base.network.convs, strict=True):
        assert (conv.up.abs().amax((1, 2)) > 0).all()
        assert torch.equal(conv.conv.weight, shared.conv.weight)
    again = LivePainter(more.network, more.mix({"three": 1}).tolist()).paint(noise(5))
    assert np.array_equal(again, paintings[0])
    assert np.abs(paintings[1].astype(int) - paintings[0]).mean() > 0.1, "four steps make them differ"


def test_another_run_is_refused(tmp_path: Path, judge: Network, pictures: PictureSet) -> None:
    made(judge, pictures).save(tmp_path)
    changed = networks.plain()
    changed.module.conv1.conv.weight.data.mul_(1.1)
    other = {**STYLES, "two": noise(30)}
    for training, what in (
        (made(judge, pictures, replace(TINY, seed=1, style=2.0)), "seed, style"),
        (StyleTraining(pictures, other, judge, TINY), "styles"),
        (made(judge, pictures.first(3)), "pictures"),
        (made(changed, pictures), "judge"),
    ):
        with pytest.raises(InputError, match=rf"another run \({what} differ"):
            training.resume(tmp_path)
    (tmp_path / NAME).write_bytes(b"PK\x03\x04 cut off")
    with pytest.raises(CheckpointError, match="damaged"):
        made(judge, pictures).resume(tmp_path)


def test_what_cannot_be_learnt_is_told(judge: Network, pictures: PictureSet, base: Styles) -> None:
    grey = np.full((40, 40, 3), 120, np.uint8)
    with pytest.raises(PictureError, match="wall is of one colour"):
        next(learn_style(base, "wall", "wall", grey, [noise(2)], judge, TINY))
    with pytest.raises(InputError, match="no photographs"):
        StyleTraining(photographs([]), STYLES, judge, TINY)
    with pytest.raises(InputError, match="There is a style one already"):
        next(learn_style(base, "one", "One", noise(1), [noise(2)], judge, TINY))
    with pytest.raises(PictureError, match="too small for a style: its shorter side has 31 pixels"):
        next(learn_style(base, "three", "Three", noise(1, 31, 90), [noise(2)], judge, TINY))
    training = made(judge, pictures)
    with torch.no_grad():
        training.network.kept.fill_(float("nan"))
    with pytest.raises(RunError, match=r"step 0.*lower --rate"):
        training.advance()


def test_names_are_plain_and_free(base: Styles) -> None:
    assert free_name(base.names, "Two") == "two_2"
    assert free_name(base.names, " Café (2).v3 ") == "café_2_v3"
    assert free_name((), "???") == "style"
