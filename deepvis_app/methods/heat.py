"""Methods that map the picture, and their maps as heat: one number a pixel, large where it matters."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from deepvis_app.errors import UsageError
from deepvis_app.methods import Method, Output, find

Floats = NDArray[np.float32]


def mapping(name: str) -> Method:
    """The method of that name. Raises UnknownNameError, and UsageError for one that makes no map."""
    method = find(name)
    if method.output not in (Output.ATTRIBUTION, Output.INPUT):
        raise UsageError("{method} makes no map of the picture; choose another.", method=name)
    return method


def heat(result: Tensor) -> Floats:
    """An attribution (H, W) as it is; of a gradient (C, H, W) the largest size of its channels."""
    values = result.detach().float().cpu()
    flat: Floats = (values.abs().amax(0) if values.ndim == 3 else values).numpy()
    return flat
