"""Pictures of the units of the network in use: read beside the window, and made when the user wants them."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from deepvis_app.engine.messages import JobEnded, JobProgress, NetworkReady, Pictured
from deepvis_app.pictures import unit_sheets
from deepvis_app.pictures.unit_sheets import UnitSheet
from deepvis_app.session.lane import Lane

if TYPE_CHECKING:
    from deepvis_app.session.session import Session

_KEPT = 3  # layers whose pictures are held


class UnitPictures(QObject):
    """Lives in the window's thread; it holds the sheets of the layers that were asked for last."""

    changed = Signal(str)  # the layer of which there is more, or less, than before

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._weights = ""
        self._sheets: OrderedDict[str, UnitSheet | None] = OrderedDict()
        self._job: tuple[int, str] | None = None
        self._lane = Lane("unit pictures", self)
        self._lane.answered.connect(self._take)
        session.network_changed.connect(self._take_network)
        session.job_changed.connect(self._take_job)

    def sheet(self, layer: str) -> UnitSheet | None:
        """What there is of that layer. None: nothing, or it is being read, and `changed` follows."""
        if self._weights and layer not in self._sheets:
            self._sheets[layer] = None
            self._lane.ask(layer, partial(unit_sheets.find, self._weights, layer))
            while len(self._sheets) > _KEPT:
                self._sheets.popitem(last=False)
        return self._sheets.get(layer)

    @property
    def making(self) -> str | None:
        """The layer whose pictures are being made."""
        return self._job[1] if self._job else None

    def make(self, layer: str) -> None:
        """The pictures that are missing, in the background; those of another layer are left as they are."""
        self.stop()
        number = self._session.start_job("unit_pictures", layer=layer, class_index=None)
        self._job = (number, layer)
        self.changed.emit(layer)

    def stop(self) -> None:
        """What is made by then is kept."""
        if self._job is not None:
            self._session.cancel_job(self._job[0])

    def close(self) -> None:
        """End the thread."""
        self._lane.close()

    @Slot(object)
    def _take_network(self, network: NetworkReady) -> None:
        self._weights = network.weights
        self._job = None  # it ended with its network
        self._lane.drop_all()
        self._sheets.clear()

    @Slot(str, object)
    def _take(self, layer: str, found: UnitSheet | None) -> None:
        """What was read; of a layer whose pictures are being made there may be more by now."""
        known = self._sheets.get(layer)
        if layer in self._sheets and found is not None:
            if known is not None:
                for unit in known.done.nonzero()[0].tolist():
                    found.put(unit, known.pixels[unit])
            self._sheets[layer] = found
            self.changed.emit(layer)

    @Slot(object)
    def _take_job(self, job: JobProgress | JobEnded) -> None:
        if self._job is None or job.id != self._job[0]:
            return
        if isinstance(job.item, Pictured):
            self._put(job.item)
        if isinstance(job, JobEnded):
            layer, self._job = self._job[1], None
            self.changed.emit(layer)

    def _put(self, one: Pictured) -> None:
        if one.layer not in self._sheets:
            return  # others are looked at; it is on disk when this one is asked for again
        sheet = self._sheets[one.layer]
        if sheet is None or sheet.side != len(one.pixels):
            sheet = self._sheets[one.layer] = UnitSheet.empty(one.layer, one.units, len(one.pixels))
        if sheet.picture(one.unit) is None:
            sheet.put(one.unit, one.pixels)
            self.changed.emit(one.layer)
