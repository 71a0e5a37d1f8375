"""Pictures reach a network exactly as torchvision's presets bring them there, and live frames nearly so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image

from deepvis_app.errors import OutOfRangeError
from deepvis_app.nets import architectures, catalog, preprocess
from deepvis_app.nets.torchvision_import import torchvision
from deepvis_app.pictures.preprocessing import Fit, Preprocessing

SIZES = [(640, 480), (333, 501), (224, 224), (97, 61), (1000, 130)]
NEUTRAL = Preprocessing(64, 64, 64, mean=(0.0, 0.0, 0.0), std=(1.0, 1.0, 1.0))


@pytest.fixture(scope="module")
def photo(sample_picture: Path) -> Image.Image:
    with Image.open(sample_picture) as picture:
        return picture.convert("RGB")


def pixels(picture: Image.Image) -> NDArray[np.uint8]:
    return np.asarray(picture)


@pytest.mark.parametrize("size", SIZES)
def test_every_preset_of_torchvision_is_met_bit_for_bit(size: tuple[int, int], photo: Image.Image) -> None:
    picture = photo.resize(size)
    seen = set()
    for name in catalog.families():
        weights = architectures.default_weights(name)
        how = architectures.preprocessing(weights)
        if how in seen:
            continue
        seen.add(how)
        assert torch.equal(preprocess.to_tensor(picture, how)[0], weights.transforms()(picture)), name
    assert len(seen) > 15


def test_a_crop_larger_than_the_resized_picture_is_padded_as_torchvision_pads(photo: Image.Image) -> None:
    preset = torchvision().transforms._presets.ImageClassification(crop_size=101, resize_size=64)
    how = Preprocessing(101, 101, 64)
    picture = photo.resize((90, 77))
    assert torch.equal(preprocess.to_tensor(picture, how)[0], preset(picture))


def test_a_grey_or_transparent_picture_becomes_what_the_network_takes(photo: Image.Image) -> None:
    assert preprocess.to_tensor(photo.convert("L"), NEUTRAL).shape == (1, 3, 64, 64)
    assert preprocess.to_tensor(photo.convert("RGBA"), NEUTRAL).shape == (1, 3, 64, 64)


def test_letterbox_keeps_the_whole_picture_between_borders_of_the_mean(photo: Image.Image) -> None:
    how = replace(NEUTRAL, fit="letterbox", mean=(0.4, 0.5, 0.6))
    values = preprocess.to_tensor(photo.resize((128, 64)), how)
    assert not values[..., :16, :].any()
    assert not values[..., 48:, :].any()
    inner = pixels(photo.resize((128, 64)).resize((64, 32), Image.Resampling.BILINEAR))
    expected = (
        torch.from_numpy(inner.copy()).permute(2, 0, 1) / 255 - torch.tensor([0.4, 0.5, 0.6])[:, None, None]
    )
    assert torch.allclose(values[0, :, 16:48], expected, atol=1e-6)


def test_stretch_fills_the_input(photo: Image.Image) -> None:
    how = replace(NEUTRAL, fit="stretch", width=32, height=48)
    expected = pixels(photo.resize((32, 48), Image.Resampling.BILINEAR))
    assert torch.allclose(
        preprocess.to_tensor(photo, how)[0].permute(1, 2, 0), torch.from_numpy(expected / 255.0).float()
    )


def test_channel_order_range_and_grey_are_applied(photo: Image.Image) -> None:
    red = Image.new("RGB", (64, 64), (255, 0, 0))
    assert preprocess.to_tensor(red, replace(NEUTRAL, channels="BGR"))[0, :, 0, 0].tolist() == [0, 0, 1]
    assert preprocess.to_tensor(red, replace(NEUTRAL, scale=255.0))[0, :, 0, 0].tolist() == [255, 0, 0]
    caffe = replace(NEUTRAL, channels="BGR", scale=255.0, mean=(104.0, 117.0, 123.0))
    assert preprocess.to_tensor(red, caffe)[0, :, 0, 0].tolist() == [-104, -117, 132]
    grey = replace(NEUTRAL, channels="grey", mean=(0.0,), std=(1.0,))
    assert preprocess.to_tensor(photo, grey).shape == (1, 1, 64, 64)
    assert preprocess.to_tensor(red, grey)[0, 0, 0, 0] == pytest.approx(76 / 255)


@pytest.mark.parametrize("size", [(640, 480), (480, 640), (1000, 130), (64, 64), (50, 31)])
@pytest.mark.parametrize(
    "how",
    [
        Preprocessing(224, 224, 256),
        Preprocessing(80, 80, 80, interpolation="bicubic"),
        Preprocessing(96, 64, 64, fit="letterbox"),
        Preprocessing(96, 64, 64, fit="stretch"),
        Preprocessing(64, 64, 64, channels="BGR", scale=255.0, mean=(104.0, 117.0, 123.0), std=(57.0,) * 3),
        Preprocessing(64, 64, 64, channels="grey", mean=(0.5,), std=(0.25,)),
        Preprocessing(101, 101, 64),
        Preprocessing(65, 65, 65, interpolation="nearest"),
    ],
    ids=lambda how: f"{how.fit}-{how.width}-{how.channels}",
)
def test_live_frames_are_prepared_almost_as_pictures_are(
    how: Preprocessing, size: tuple[int, int], photo: Image.Image
) -> None:
    picture = photo.resize(size)
    exact = preprocess.to_pixels(preprocess.to_tensor(picture, how), how).astype(int)
    live = preprocess.frame_to_tensor(pixels(picture), how)
    assert live.dtype == torch.float32
    assert live.shape[-2:] == (how.height, how.width)
    differing = np.abs(preprocess.to_pixels(live, how) - exact)
    assert differing.max() <= 2  # of 255
    assert differing.mean() < 0.4


def test_mirrored_and_read_only_frames_are_taken_as_they_are(photo: Image.Image) -> None:
    frame = pixels(photo)
    assert not frame.flags.writeable
    mirrored = preprocess.frame_to_tensor(frame[:, ::-1], NEUTRAL)
    plain = preprocess.frame_to_tensor(frame, NEUTRAL)
    assert (mirrored.flip(3) - plain).abs().mean() < 0.02


def test_live_frames_come_in_the_precision_and_layout_of_the_live_copy(photo: Image.Image) -> None:
    live = preprocess.frame_to_tensor(pixels(photo), Preprocessing(), torch.bfloat16)
    assert live.dtype == torch.bfloat16
    assert live.is_contiguous(memory_format=torch.channels_last)


@pytest.mark.parametrize(
    "how",
    [
        Preprocessing(64, 64, 64),
        Preprocessing(64, 64, 64, channels="BGR", scale=255.0, mean=(104.0, 117.0, 123.0)),
    ],
)
def test_an_input_is_turned_back_into_its_picture(how: Preprocessing, photo: Image.Image) -> None:
    picture = photo.resize((64, 64))
    assert np.array_equal(preprocess.to_pixels(preprocess.to_tensor(picture, how), how), pixels(picture))


@pytest.mark.parametrize("fit", ["crop", "letterbox", "stretch"])
def test_the_part_that_is_said_to_be_seen_is_the_part_that_is_seen(fit: Fit) -> None:
    """A white cross at the centre of what `seen` reports lies at the centre of the input."""
    how = replace(NEUTRAL, fit=fit)
    x, y, wide, high = how.seen(400, 300)
    frame = np.zeros((300, 400, 3), np.uint8)
    row, column = round((y + high / 2) * 300), round((x + wide / 2) * 400)
    frame[row - 6 : row + 6, column - 6 : column + 6] = 255
    seen = preprocess.to_tensor(Image.fromarray(frame), how)[0, 0]
    weights = seen / seen.sum()
    places = torch.arange(64) + 0.5
    assert float((weights.sum(0) * places).sum()) == pytest.approx(32, abs=0.6)
    assert float((weights.sum(1) * places).sum()) == pytest.approx(32, abs=0.6)


@pytest.mark.parametrize(
    "change",
    [
        {"width": 0},
        {"resize": 0},
        {"mean": (0.5,)},
        {"channels": "grey"},
        {"std": (0.2, 0.0, 0.2)},
        {"scale": 0.0},
    ],
)
def test_values_that_make_no_input_are_refused(change: dict[str, object]) -> None:
    with pytest.raises(OutOfRangeError):
        preprocess.check(replace(NEUTRAL, **change))
