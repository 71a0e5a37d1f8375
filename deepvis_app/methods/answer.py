"""A row of METHODS asked about a picture: what it is given is made here, out of pixels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from deepvis_app.errors import UsageError
from deepvis_app.methods import Method, Need, Output, Target
from deepvis_app.methods.partial import Partial, parts
from deepvis_app.nets.network import Network
from deepvis_app.nets.preprocess import from_pixels

Pixels = NDArray[np.uint8]


def image_for(method: Method, network: Network, picture: Pixels) -> Tensor:
    """What `method` gets of a picture (h, w, 3): the network's input, or the whole picture (method.py)."""
    if method.output is Output.PICTURE:
        return from_pixels(picture).to(network.device)
    return network.preprocess(Image.fromarray(picture))


def answer(
    method: Method,
    network: Network,
    image: Tensor,
    target: Target | None,
    layer: str | None,
    params: object,
    others: Sequence[Pixels] = (),
) -> Iterator[Partial]:
    """`method` step by step, over `image` as `image_for` makes it. Raises UsageError for too few `others`
    or too many, and what the method raises.
    """
    _check(method, len(others))
    given = (network, image, target, layer, params)
    if not method.others:
        return parts(method.run()(*given))
    return parts(method.run()(*given, others=tuple(from_pixels(one).to(network.device) for one in others)))


def _check(method: Method, others: int) -> None:
    if Need.PICTURE in method.needs and not others:
        raise UsageError("{method} needs another picture; name one.", method=method.title)
    if others > method.others:
        raise UsageError(
            "{method} takes {most} other pictures, not {count}.",
            method=method.title,
            most=method.others,
            count=others,
        )
