"""The index that the worker reads for a network: opened once, and anew when there is more in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from deepvis_app.engine.messages import IndexRef, Pixels
from deepvis_app.index.reading import Index
from deepvis_app.nets.network import Network

_MOST = 4096  # thumbnails that are kept decoded, of 12 kB at most


@dataclass
class Shelved:
    """An opened index, and its thumbnails that were shown lately."""

    index: Index
    _thumbnails: dict[int, Pixels] = field(default_factory=dict)

    def thumbnail(self, picture: int) -> Pixels:
        known = self._thumbnails
        if picture not in known:
            if len(known) >= _MOST:
                known.clear()
            known[picture] = self.index.thumbnail(picture)
        return known[picture]


def shelved(network: Network, ref: IndexRef) -> Shelved:
    """Raises InputError where it has gone, or is another by now. On the worker's thread alone."""
    known = _shelf.get(network)
    if known is not None:
        index = known.index
        if (index.path, index.fingerprint, index.count) == (ref.path, ref.fingerprint, ref.count):
            return known
        del _shelf[network]
        index.close()
    _shelf[network] = Shelved(Index.open(ref.path, ref.fingerprint))
    return _shelf[network]


_shelf: WeakKeyDictionary[Network, Shelved] = WeakKeyDictionary()
