"""Pictures as spectra: there and back, and by the formula written out."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from deepvis_app.methods.synthesis import fourier


@pytest.mark.parametrize("size", [(16, 16), (9, 14), (12, 7)])
def test_a_picture_survives_there_and_back(size: tuple[int, int]) -> None:
    pictures = torch.rand(2, 3, *size) * 0.9 + 0.05
    there = fourier.encode(pictures)
    assert there.shape == (2, 3, size[0], size[1] // 2 + 1, 2)
    torch.testing.assert_close(fourier.decode(there, size[1]), pictures, rtol=1e-4, atol=1e-5)


def test_what_no_spectrum_reaches_is_brought_inside() -> None:
    back = fourier.decode(
        fourier.encode(torch.tensor([0.0, 1.0]).repeat(32).view(1, 1, 8, 8).repeat(1, 3, 1, 1)), 8
    )
    torch.testing.assert_close(back.min(), torch.tensor(fourier.INSIDE), rtol=1e-3, atol=1e-4)
    torch.testing.assert_close(back.max(), torch.tensor(1 - fourier.INSIDE), rtol=1e-3, atol=1e-4)


def test_decoding_is_the_formula() -> None:
    height, width = 6, 8
    spectrum = fourier.noise((1, 3, height, width), torch.Generator().manual_seed(0), deviation=5.0)
    numbers = spectrum[..., 0].double().numpy() + 1j * spectrum[..., 1].double().numpy()
    down, across = np.fft.fftfreq(height)[:, None], np.abs(np.fft.fftfreq(width)[: width // 2 + 1])
    scaled = numbers / np.maximum(np.hypot(down, across), 1 / max(height, width))
    planes = np.fft.irfft2(scaled, (height, width), norm="ortho")[0] / 4
    mixing = np.array(fourier.COLOURS)
    mixing /= np.linalg.norm(mixing, axis=0).max()
    expected = 1 / (1 + np.exp(-np.einsum("dc,chw->dhw", mixing, planes)))
    np.testing.assert_allclose(fourier.decode(spectrum, width)[0].numpy(), expected, rtol=1e-4)


def test_gradients_pass_and_noise_is_nearly_grey() -> None:
    spectrum = fourier.noise((1, 3, 5, 6), torch.Generator().manual_seed(0)).double().requires_grad_()
    assert torch.autograd.gradcheck(
        lambda each: fourier.decode(each.float(), 6).double(), spectrum, eps=1e-2, atol=1e-3
    )
    assert float((fourier.decode(spectrum.detach().float(), 6) - 0.5).abs().max()) < 0.05


def test_a_picture_shown_without_gradients_first_lets_them_through_later() -> None:
    spectrum = fourier.noise((1, 3, 10, 14), torch.Generator().manual_seed(0))
    with torch.inference_mode():
        shown = fourier.decode(spectrum, 14, decay=0.7)
    leaf = spectrum.requires_grad_()
    again = fourier.decode(leaf, 14, decay=0.7)
    assert torch.equal(again, shown)
    assert torch.autograd.grad(again.sum(), leaf)[0].abs().max() > 0
