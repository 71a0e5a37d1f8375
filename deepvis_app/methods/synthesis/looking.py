"""How made pictures are looked at: by a fast copy of the network, no further than needed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary, ref

import torch
from torch import Tensor

from deepvis_app.errors import OutOfRangeError
from deepvis_app.methods.synthesis_params import Precision
from deepvis_app.nets import capture, live, narrow
from deepvis_app.nets.capture import Captured
from deepvis_app.nets.live import LiveCopy
from deepvis_app.nets.memory import is_out_of_memory
from deepvis_app.nets.network import Network
from deepvis_app.nets.packing import PackedConv
from deepvis_app.nets.preprocess import normalised


@dataclass(frozen=True)
class Eye:
    """`copy`: the network with its batch norms folded, in channels_last: a quarter faster, and the same.

    In bfloat16 it is twice as fast, and what is made by it another picture of the same kind.
    """

    network: Network
    copy: LiveCopy
    _last: dict[str, PackedConv | None] = field(default_factory=dict)  # convolution, by layer

    @classmethod
    def of(cls, network: Network, precision: Precision = "float32") -> Eye:
        """The one that somebody else has open on `network`, or a new one."""
        dtype: torch.dtype = getattr(torch, precision)
        known = _open.get(network)
        eye = known() if known is not None else None
        if eye is None or eye.copy.dtype != dtype:
            with torch.inference_mode(False):  # else no gradient could pass the copy
                eye = cls(network, live.choose(network, dtype, packed=True, late=True))
            _open[network] = ref(eye)
        return eye

    def __call__(
        self,
        pictures: Tensor,
        layers: Collection[str] = (),
        to_end: bool = False,
        units: Sequence[int] = (),
    ) -> Captured:
        """What the network answers to (N, 3, h, w), red, green, blue around 0 to 1, of a size that it takes.

        `units`: of the one layer, the only ones that count, where it is so. In the ambient grad mode. Raises
        OutOfRangeError where it cannot run on that size.
        """
        how = self.network.preprocessing
        x = self.copy.prepare(normalised(pictures, how))
        try:
            with self._narrowed(x, layers, units if not to_end else ()):
                return capture.forward(self.copy, x, layers, to_end=to_end)
        except (RuntimeError, ValueError, TypeError, AssertionError) as error:
            height, width = pictures.shape[2:]
            if (height, width) == (how.height, how.width) or is_out_of_memory(error):
                raise
            raise OutOfRangeError(
                "{title} cannot run on pictures of {width} x {height} pixels, unlike {w} x {h}: {why}.",
                title=self.network.title,
                width=width,
                height=height,
                w=how.width,
                h=how.height,
                why=(str(error).strip() or type(error).__name__).split("\n", 1)[0].rstrip("."),
            ) from error

    def _narrowed(
        self, x: Tensor, layers: Collection[str], units: Sequence[int]
    ) -> AbstractContextManager[None]:
        if not units or len(layers) != 1:
            return nullcontext()
        (layer,) = layers
        if layer not in self._last:
            self._last[layer] = narrow.last_convolution(self.copy, x.detach(), layer)
        return narrow.narrowed(self._last[layer], units)


_open: WeakKeyDictionary[Network, ref[Eye]] = WeakKeyDictionary()
