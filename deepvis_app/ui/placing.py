"""Brings a source to where it stood: the picture of a folder, the moment of a video, still or going on."""

from __future__ import annotations

from PySide6.QtCore import QObject

from deepvis_app.session import Session, SourceInfo
from deepvis_app.ui.states import Place

_CLOSE_MS = 500


class Placing(QObject):
    """Until the source is where it shall be, or another one is opened."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._place: Place | None = None
        self._title = ""
        self._sought = False
        session.source_changed.connect(self._take_source)
        session.playback.frame.connect(self._take_frame)

    def begin(self, place: Place) -> None:
        """For the source that was opened just now."""
        playback, source = self._session.playback, self._session.source
        if source is None:
            return
        self._place, self._sought = place, False
        if place.mirrored is not None:
            playback.set_mirrored(place.mirrored)
        if place.loop is not None:
            playback.set_loop(place.loop)
        if "next" in source.controls:
            if place.playing is not None:
                playback.set_playing(place.playing)
            if 0 < place.index < source.count:
                playback.step(place.index - source.index)
        self._take_source(self._session.source)

    def _take_source(self, source: SourceInfo | None) -> None:
        """A video can be wound once its length is known."""
        place = self._place
        if place is None or source is None or self._sought or "seek" not in source.controls:
            return
        if source.duration_ms > 0:
            self._sought = True
            if place.playing is False:
                self._session.playback.set_playing(False)
            if place.position_ms or place.playing is False:
                self._session.playback.seek(place.position_ms)

    def _take_frame(self, _frame: object) -> None:
        place, source = self._place, self._session.source
        if place is None or source is None:
            return
        there = "seek" not in source.controls or (
            self._sought and abs(source.position_ms - place.position_ms) < _CLOSE_MS
        )
        if there and ("next" not in source.controls or source.index == place.index):
            self._place = None
            if place.frozen:
                self._session.set_frozen(True)
