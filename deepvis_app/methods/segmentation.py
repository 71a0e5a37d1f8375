"""The object cut out of the picture: GrabCut, told by a map where the object is and where it is not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from deepvis_app.errors import RunError
from deepvis_app.methods import Target
from deepvis_app.methods.heat import Floats, heat, mapping
from deepvis_app.methods.params import SegmentationParams
from deepvis_app.methods.partial import Partial, asked
from deepvis_app.nets import preprocess
from deepvis_app.nets.network import Network

Pixels = NDArray[np.uint8]
Mask = NDArray[np.bool_]

SMOOTHING = 0.015  # of the map, before its quantiles are taken: a share of the shorter side
SMALLEST_SEED = 5  # pixels of object and of background: GrabCut models each by five colours


def segmentation(
    network: Network,
    image: Tensor,
    target: Target | None,
    layer: str | None,
    params: SegmentationParams | None = None,
) -> Iterator[Partial]:
    """What the target depends on, cut out: (4, H, W) float32 red, green, blue and opacity from 0 to 1.

    The object is where opacity is 1; `segment` tells how it is found from the map of the method
    `params.map` (Simonyan et al. 2013). `facts`: the "share" of the picture that it covers. Raises
    UnknownNameError for a map that there is not, RunError where `segment` does, and what that method raises.
    """
    params = params or SegmentationParams()
    method = mapping(params.map)
    pixels = preprocess.to_pixels(image, network.preprocessing)
    colours = torch.from_numpy(pixels).permute(2, 0, 1) / 255
    whole = torch.cat([colours, torch.ones_like(colours[:1])])
    part = None
    for known in asked(partial(method.run(), network, image, target, layer, method.params())):
        part = known or part
        yield Partial(0.9 * part.done if part else 0.0, whole)
    assert part is not None
    for number, mask in enumerate(segment(pixels, heat(part.result), params), 1):
        cut = torch.cat([colours, torch.from_numpy(mask)[None].float()])
        yield Partial(0.9 + 0.1 * number / params.rounds, cut, {"share": float(mask.mean())})


def segment(pixels: Pixels, heat: Floats, params: SegmentationParams | None = None) -> Iterator[Mask]:
    """(H, W), true on the object, of a picture (H, W, 3) whose map `heat` (H, W) is large on the object.

    Above its quantile `foreground` the lightly smoothed map marks object, under `background` background;
    GrabCut (Rother et al. 2004) models the colours of both and parts the picture where colours change. Of
    several pieces the one that holds most of the map is kept. Yields what it has after each of the `rounds`.

    Raises RunError for a map that is the same everywhere, and a picture of one colour.
    """
    import cv2

    params = params or SegmentationParams()
    if (pixels == pixels[:1, :1]).all():
        raise RunError("The picture is of one colour, so that nothing can be cut out of it. Choose another.")
    sigma = max(0.3, SMOOTHING * min(heat.shape))
    smooth = np.asarray(cv2.GaussianBlur(np.nan_to_num(heat), (0, 0), sigma), np.float32)
    marks = _marks(smooth, params)
    if heat.max() <= heat.min() or marks is None:
        raise RunError(
            "The map is almost the same everywhere and does not tell where the object is. "
            "Choose another class or method."
        )
    cv2.setRNGSeed(0)  # of the first colours
    models = np.zeros((1, 65)), np.zeros((1, 65))
    picture = np.ascontiguousarray(pixels[..., ::-1])
    for number in range(params.rounds):
        mode = cv2.GC_EVAL if number else cv2.GC_INIT_WITH_MASK
        cv2.grabCut(picture, marks, (0, 0, 1, 1), *models, 1, mode)
        yield _hottest_piece((marks == cv2.GC_FGD) | (marks == cv2.GC_PR_FGD), smooth)


def _marks(heat: Floats, params: SegmentationParams) -> Pixels | None:
    """What GrabCut begins with; None where there is too little of object or background."""
    import cv2

    low, high = np.percentile(heat, [params.background, params.foreground])
    marks = np.full(heat.shape, cv2.GC_PR_BGD, np.uint8)
    marks[heat < low] = cv2.GC_BGD  # nothing is certain where a large part of a map is equally cold
    marks[heat > high] = cv2.GC_FGD
    hot = int((marks == cv2.GC_FGD).sum())
    return marks if SMALLEST_SEED <= hot <= heat.size - SMALLEST_SEED else None


def _hottest_piece(mask: Mask, heat: Floats) -> Mask:
    import cv2

    count, pieces = cv2.connectedComponents(mask.astype(np.uint8))
    warmth = np.bincount(pieces.ravel(), (heat - heat.min()).ravel(), count)
    warmth[0] = -1  # what is not object
    piece: Mask = pieces == warmth.argmax()
    return piece
