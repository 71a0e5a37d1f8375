"""`deepvis render VIDEO --method style`: every frame of a video painted into a film."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import torch
from PySide6.QtCore import QCoreApplication, QEventLoop, QLoggingCategory
from PySide6.QtGui import QGuiApplication

from deepvis_app.engine.filming import TRIAL, painted_film
from deepvis_app.engine.messages import Frame
from deepvis_app.i18n import Text
from deepvis_app.methods.painted import brush_of, styles_of
from deepvis_app.methods.painted_params import PaintedParams
from deepvis_app.nets.painting import faster
from deepvis_app.sources import opening
from deepvis_app.sources.reel import Reel


def paint_video(video: Path, path: Path, params: PaintedParams, device: torch.device) -> None:
    """Write the film `path` (.avi), of the video's rate and without its sound.

    Raises PictureError for what is no video, RunError where the film cannot be written.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _application = QCoreApplication.instance() or QGuiApplication([])
    QLoggingCategory.setFilterRules("qt.multimedia*=false")  # of what a machine may lack
    dtype = faster(styles_of(params).network, device, TRIAL)
    brush = brush_of(params, dtype, device)
    reel = opening.reel(video)
    reel.start()
    told, note = -1, None
    try:
        for done, _, reached in painted_film(Pumped(reel), path, brush):
            note = reached.note
            if sys.stderr.isatty() and round(100 * done) != told:
                told = round(100 * done)
                print(f"\r{video.name}: {told} %", end="\n" if done >= 1 else "", file=sys.stderr, flush=True)
    finally:
        reel.close()
    if note is not None:
        print(f"deepvis: {note}", file=sys.stderr)


class Pumped:
    """A reel that is taken on its own thread, whose events are handled meanwhile."""

    def __init__(self, reel: Reel) -> None:
        self._reel = reel

    @property
    def rate(self) -> float:
        return self._reel.rate

    @property
    def length(self) -> int:
        return self._reel.length

    @property
    def over(self) -> bool:
        return self._reel.over

    @property
    def about(self) -> Text | None:
        return self._reel.about

    def take(self, _seconds: float) -> Frame | None:
        """The next frame, or None after something else has happened."""
        QCoreApplication.processEvents()
        frame = self._reel.take(0)
        if frame is None and not self._reel.over:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        return frame
