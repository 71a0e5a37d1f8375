"""What the network sees of a picture, without a network."""

from __future__ import annotations

import pytest

from deepvis_app.pictures.preprocessing import Fit, Preprocessing


@pytest.mark.parametrize("size", [(640, 480), (480, 640), (224, 224), (1000, 301)])
@pytest.mark.parametrize("fit", ["crop", "letterbox", "stretch"])
def test_what_is_seen_has_the_shape_of_the_input_and_the_same_centre(size: tuple[int, int], fit: Fit) -> None:
    width, height = size
    preprocessing = Preprocessing(height=200, width=224, resize=256, fit=fit)
    x, y, wide, high = preprocessing.seen(width, height)
    assert x + wide / 2 == pytest.approx(0.5)
    assert y + high / 2 == pytest.approx(0.5)
    if fit == "stretch":
        assert (x, y, wide, high) == (0, 0, 1, 1)
    else:
        assert wide * width / (high * height) == pytest.approx(224 / 200, rel=0.02)


def test_a_crop_is_torchvisions() -> None:
    preprocessing = Preprocessing(height=224, width=224, resize=256)
    assert preprocessing.resized(640, 480) == (341, 256)
    assert preprocessing.resized(480, 640) == (256, 341)
    x, y, wide, high = preprocessing.seen(640, 480)
    assert (wide, high) == (224 / 341, 224 / 256)
    assert x > 0
    assert y > 0


def test_a_letterbox_shows_all_and_reaches_beyond() -> None:
    preprocessing = Preprocessing(height=100, width=100, fit="letterbox")
    assert preprocessing.resized(200, 50) == (100, 25)
    assert preprocessing.resized(1, 5000) == (1, 100)
    x, y, wide, high = preprocessing.seen(200, 50)
    assert (x, wide) == (0, 1)
    assert y == -1.5
    assert high == 4
