"""One picture of an index with what it is and what the network says."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from deepvis_app.engine.messages import Pixels
from deepvis_app.ui.theme import small, strong, tokens
from deepvis_app.ui.widgets.paint import Picture, device_pixels, fitted

_SIDE = 64


class PictureCard(QWidget):
    """Painted, so that it can follow the pointer."""

    def __init__(self, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = empty
        self._picture: Picture | None = None
        self._title = ""
        self._lines: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def title(self) -> str:
        return self._title

    @property
    def lines(self) -> tuple[str, ...]:
        return self._lines

    def show_picture(self, pixels: Pixels | None, title: str = "", *lines: str) -> None:
        """(h, w, 3), or None for nothing."""
        self._picture = None if pixels is None else Picture(pixels)
        self._title, self._lines = title, lines
        self.setAccessibleName(", ".join(filter(None, (title, *lines))))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(230, _SIDE)

    def minimumSizeHint(self) -> QSize:
        return QSize(150, _SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = tokens(self)
        painter = QPainter(self)
        if self._picture is None:
            painter.setFont(small(self.font()))
            painter.setPen(QColor(t.muted))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), flags, self._empty)
            return
        with device_pixels(painter, self) as around:
            frame = QRect(0, 0, around.height(), around.height())
            painter.fillRect(frame, QColor(t.track))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(fitted(self._picture.size, frame), self._picture.image)
        left = _SIDE + 10
        room = self.width() - left
        painter.setFont(strong(self.font()))
        painter.setPen(QColor(t.strong))
        right = Qt.TextElideMode.ElideRight
        metrics = painter.fontMetrics()
        painter.drawText(left, metrics.ascent(), metrics.elidedText(self._title, right, room))
        top = metrics.height() + 3
        painter.setFont(small(self.font()))
        painter.setPen(QColor(t.muted))
        metrics = painter.fontMetrics()
        for number, line in enumerate(self._lines):
            below = top + metrics.ascent() + number * metrics.lineSpacing()
            painter.drawText(left, below, metrics.elidedText(line, right, room))
