"""Drawing a rectangle on a picture of the screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QScreen
from PySide6.QtWidgets import QWidget

from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import DARK

_SMALLEST = 16


class RegionPicker(QWidget):
    """Covers a screen with its own picture; deletes itself once a region is drawn or Esc pressed."""

    chosen = Signal(int, int, int, int)  # x, y, width, height in the screen's logical pixels

    def __init__(self, screen: QScreen, picture: QPixmap) -> None:
        super().__init__(None, Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self._picture = picture
        self._start: QPoint | None = None
        self._rect = QRect()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.RightButton:
            self.close()
        else:
            self._start = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._start is not None:
            self._rect = QRect(self._start, event.position().toPoint()).normalized() & self.rect()
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._start = None
        rect = self._rect
        if rect.width() >= _SMALLEST and rect.height() >= _SMALLEST:
            self.close()
            self.chosen.emit(rect.x(), rect.y(), rect.width(), rect.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(self.rect(), self._picture)
        painter.fillRect(self.rect(), QColor(0, 0, 0, 120))
        if self._rect.isEmpty():
            self._say(painter, tr("Draw a rectangle. Esc goes back."))
            return
        ratio = self._picture.devicePixelRatio()
        part = QRect(self._rect.topLeft() * ratio, self._rect.size() * ratio)
        painter.drawPixmap(self._rect, self._picture, part)
        painter.setPen(QPen(QColor(DARK.accent), 2))
        painter.drawRect(self._rect)
        self._say(painter, f"{part.width()} × {part.height()}")

    def _say(self, painter: QPainter, words: str) -> None:
        box = painter.fontMetrics().boundingRect(words).adjusted(-14, -8, 14, 8)
        box.moveCenter(QPoint(self.width() // 2, 60))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(DARK.window))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(QColor(DARK.strong))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
