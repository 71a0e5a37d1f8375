"""A few words over the window's lower edge, about something done; gone by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from deepvis_app.ui.theme import tokens

_SHOWN_MS = 3500


class Notice(QWidget):
    """Lets clicks through."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = ""
        self._over = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._over.timeout.connect(self.hide)
        self.hide()

    @property
    def words(self) -> str:
        """What is said now; "" when nothing is."""
        return self._words if not self.isHidden() else ""

    def say(self, words: str) -> None:
        self._words = words
        self.setAccessibleName(words)
        window = self._window
        metrics = self.fontMetrics()
        width = min(metrics.horizontalAdvance(words) + 36, window.width() - 40)
        height = metrics.height() + 18
        self.setGeometry((window.width() - width) // 2, window.height() - height - 44, width, height)
        self.show()
        self.raise_()
        self.update()
        self._over.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = tokens(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colours.border))
        painter.setBrush(QColor(colours.pressed))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 8, 8)
        painter.setPen(QColor(colours.strong))
        room = self.width() - 24
        words = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
