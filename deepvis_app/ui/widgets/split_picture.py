"""A picture and what it was before, on either side of a line that is dragged."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from deepvis_app.engine.messages import Pixels
from deepvis_app.ui.widgets.own_keys import SIDEWAYS, OwnKeys
from deepvis_app.ui.widgets.paint import Picture
from deepvis_app.ui.widgets.picture_view import PictureView

_STEP = 0.05  # of the width, by an arrow key
_KNOB = 6.0


class SplitPicture(PictureView):
    """Left of the line the picture before, right of it the picture; without a line the picture alone."""

    moved = Signal(float)  # where the line is, as a fraction of the width

    def __init__(self, name: str, empty: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, empty, parent)
        self._before: Picture | None = None
        self._split: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._keys: OwnKeys | None = None

    def set_before(self, pixels: Pixels | None) -> None:
        """(h, w, 3), of the picture's size; it is painted with the next picture."""
        self._before = None if pixels is None else Picture(pixels)

    def set_split(self, split: float | None) -> None:
        """Where the line is, 0 to 1; None: there is none."""
        self._split = split
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if split is None else Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor if split is None else Qt.CursorShape.SplitHCursor)
        if split is not None and self._keys is None:
            self._keys = OwnKeys(self, SIDEWAYS)
        self.update()

    @property
    def split(self) -> float | None:
        return self._split

    def paint_over(self, painter: QPainter, place: QRect) -> None:
        if self._split is None or self._before is None:
            return
        across = round(self._split * place.width())
        painter.save()
        painter.setClipRect(QRect(place.x(), place.y(), across, place.height()))
        painter.drawImage(place, self._before.image)
        painter.restore()
        ratio = self.devicePixelRatioF()
        x = place.x() + across
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, width in ((QColor(0, 0, 0, 110), 3.5), (QColor("#ffffff"), 1.5)):
            painter.setPen(QPen(colour, width * ratio))
            painter.drawLine(x, place.top(), x, place.bottom())
        painter.setBrush(QColor("#ffffff"))
        painter.setPen(QPen(QColor(0, 0, 0, 140), ratio))
        painter.drawEllipse(QPointF(x, place.center().y()), _KNOB * ratio, _KNOB * ratio)

    # ---- mouse and keys --------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._split is not None and event.button() == Qt.MouseButton.LeftButton:
            self._drag(event)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._split is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._drag(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        places = {
            Qt.Key.Key_Left: (self._split or 0.0) - _STEP,
            Qt.Key.Key_Right: (self._split or 0.0) + _STEP,
            Qt.Key.Key_Home: 0.0,
            Qt.Key.Key_End: 1.0,
        }
        if self._split is not None and event.key() in places:
            self._move(places[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _drag(self, event: QMouseEvent) -> None:
        rect = self.picture_rect()
        self._move((event.position().x() - rect.x()) / max(rect.width(), 1.0))

    def _move(self, split: float) -> None:
        self._split = min(max(split, 0.0), 1.0)
        self.update()
        self.moved.emit(self._split)
