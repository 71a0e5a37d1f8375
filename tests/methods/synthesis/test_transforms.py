"""Views of a canvas: within it, about its centre, and the same from the same seed."""

from __future__ import annotations

import pytest
import torch
import torch.nn.functional as F

from deepvis_app.methods.synthesis.transforms import Shake, _grid, centre, shaken


def generator(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


@pytest.mark.parametrize("shake", [Shake(5), Shake(3, 0.2), Shake(0, 0, 15), Shake(4, 0.1, 8)])
@pytest.mark.parametrize("size", [(20, 20), (16, 30)])
def test_no_view_leaves_the_canvas(shake: Shake, size: tuple[int, int]) -> None:
    margin = shake.margin(*size)
    canvas = torch.zeros(1, 1, size[0] + 2 * margin, size[1] + 2 * margin)
    framed = torch.nn.functional.pad(canvas, (9,) * 4, value=1.0)
    numbers = generator()
    for _ in range(50):
        view = shaken(framed, *size, shake, numbers)
        assert view.shape == (1, 1, *size)
        # a bilinear sample reaches half a pixel beyond the point that it is of
        assert float(view.max()) <= 0.5


def test_unshaken_is_the_centre() -> None:
    canvas = torch.rand(2, 3, 12, 14)
    expected = canvas[:, :, 2:10, 3:11]
    assert torch.equal(centre(canvas, 8, 8), expected)
    assert torch.equal(shaken(canvas, 8, 8, Shake(), generator()), expected)
    nearly = shaken(canvas, 8, 8, Shake(scale=1e-7), generator())
    torch.testing.assert_close(nearly, expected, rtol=1e-4, atol=1e-4)


def test_what_is_only_moved_keeps_its_pixels() -> None:
    canvas = torch.arange(144.0).view(1, 1, 12, 12)
    numbers = generator(3)
    places = set()
    for _ in range(40):
        view = shaken(canvas, 8, 8, Shake(2), numbers)
        first = int(view[0, 0, 0, 0])
        places.add(divmod(first, 12))
        assert torch.equal(view[0, 0], canvas[0, 0, first // 12 :, first % 12 :][:8, :8])
    assert {place[0] for place in places} == {place[1] for place in places} == set(range(5))


def test_each_picture_is_shaken_by_itself_and_the_same_seed_shakes_alike() -> None:
    canvas = torch.rand(1, 3, 24, 24).repeat(2, 1, 1, 1)
    first, second = shaken(canvas, 16, 16, Shake(3, 0.1, 10), generator(1))
    assert not torch.equal(first, second)
    assert torch.equal(shaken(canvas, 16, 16, Shake(3, 0.1, 10), generator(1))[0], first)


@pytest.mark.parametrize("size", [(40, 56), (33, 20)])
def test_places_are_those_of_torch(size: tuple[int, int]) -> None:
    affine = torch.tensor([[[0.8, 0.1, 0.2], [-0.3, 0.7, -0.1]], [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]])
    wanted = F.affine_grid(affine, [2, 3, *size], align_corners=False)
    assert torch.allclose(_grid(affine, *size), wanted, atol=1e-6)
