"""Baselines are the pictures that they say, normalised."""

from __future__ import annotations

import numpy as np
import torch
from scipy.ndimage import gaussian_filter

from deepvis_app.methods.baselines import BLUR, baseline, blurred
from deepvis_app.nets.preprocess import to_pixels
from tests import networks


def test_black_is_black_and_zero_the_mean_colour_of_the_training() -> None:
    network, image = networks.plain(), networks.picture()
    how = network.preprocessing
    assert not to_pixels(baseline(network, image, "black"), how).any()
    mean = to_pixels(baseline(network, image, "zero"), how)
    assert (mean == np.rint(np.array(how.mean) * 255)).all()


def test_mean_is_the_pictures_own_colour() -> None:
    network, image = networks.plain(), networks.picture()
    mean = baseline(network, image, "mean")
    assert mean.shape == image.shape
    torch.testing.assert_close(mean[0, :, 3, 5], image[0].flatten(1).mean(1))
    assert bool((mean == mean[:, :, :1, :1]).all())


def test_blur_is_a_gaussian_that_repeats_the_edge() -> None:
    image = torch.randn(2, 3, 20, 30, generator=torch.Generator().manual_seed(0))
    for sigma in (0.7, 4.0):
        expected = gaussian_filter(
            image.numpy(),
            (0, 0, sigma, sigma),
            mode="nearest",
            radius=(0, 0, round(3 * sigma), round(3 * sigma)),
        )
        np.testing.assert_allclose(blurred(image, sigma).numpy(), expected, atol=1e-5)
    assert torch.equal(blurred(image, 0), image)
    network = networks.plain(20)
    assert torch.equal(
        baseline(network, image[:, :, :, :20], "blur"), blurred(image[:, :, :, :20], BLUR * 20)
    )


def test_none_of_them_is_the_picture_itself() -> None:
    network, image = networks.plain(), networks.picture()
    for kind in ("black", "mean", "zero", "blur"):
        found = baseline(network, image, kind)  # type: ignore[arg-type]
        found += 1  # may be written to
        assert torch.equal(image, networks.picture())
