"""The network's layers as pills, in execution order; the chosen one orange."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEasingCurve, QEvent, QPoint, QRect, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QToolTip, QWidget

from deepvis_app.engine.messages import LayerInfo
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import Tokens, small, tokens
from deepvis_app.ui.widgets.glyphs import GlyphButton
from deepvis_app.ui.widgets.own_keys import SIDEWAYS, OwnKeys

_PAD, _APART, _EDGE, _FADE = 9, 4, 12, 28


class LayerStrip(QWidget):
    """The pills, and the switch between the main layers and all of them."""

    layer_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layers: Sequence[LayerInfo] = ()
        self._current = ""
        self.pills = _Pills(self)
        self.pills.chosen.connect(self.layer_chosen)
        self.all_button = QToolButton(self)
        self.all_button.setText(tr("All layers"))
        self.all_button.setCheckable(True)
        self.all_button.setProperty("quiet", True)
        self.all_button.setFont(small(self.font()))
        self.all_button.setToolTip(
            tr("Show every place whose output can be seen, not only one for each step of the network.")
        )
        self.all_button.toggled.connect(self._fill)
        self.all_button.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(4)
        layout.addWidget(self.pills, 1)
        layout.addWidget(self.all_button)
        self.setFocusProxy(self.pills)

    def set_layers(self, layers: Sequence[LayerInfo]) -> None:
        self._layers = layers
        main = sum(layer.main for layer in layers)
        self.all_button.setVisible(0 < main < len(layers))
        self._fill()

    def set_current(self, name: str) -> None:
        self._current = name
        if name not in self.pills.names:
            self._fill()
        self.pills.set_current(name)

    def _fill(self) -> None:
        everything = self.all_button.isChecked() or not any(layer.main for layer in self._layers)
        shown = [each for each in self._layers if everything or each.main or each.name == self._current]
        self.pills.set_layers(shown)
        self.pills.set_current(self._current)


@dataclass(frozen=True)
class _Pill:
    layer: LayerInfo
    x: int
    width: int

    @property
    def plain(self) -> bool:
        """Without a background: pooling, and what cannot be drawn."""
        return not self.layer.drawable or "pool" in self.layer.kind.lower()


class _Pills(QWidget):
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layers: Sequence[LayerInfo] = ()
        self._pills: list[_Pill] = []
        self._current = ""
        self._hover = ""
        self._offset = 0
        self._keys_focus = False
        self._glide = QVariantAnimation(self, duration=160)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._set_offset)
        self._back = GlyphButton("left", tr("Earlier layers"), parent=self)
        self._on = GlyphButton("right", tr("Later layers"), parent=self)
        for button, slot in ((self._back, self._page_back), (self._on, self._page_on)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(slot)
            button.hide()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        OwnKeys(self, SIDEWAYS)
        self.setAccessibleName(tr("Layers"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def names(self) -> list[str]:
        return [pill.layer.name for pill in self._pills]

    def set_layers(self, layers: Sequence[LayerInfo]) -> None:
        self._layers = layers
        self._lay_out()

    def set_current(self, name: str) -> None:
        self._current = name
        self.setAccessibleDescription(name)
        pill = self._find(name)
        if pill is not None:
            middle = pill.x + pill.width // 2 - self.width() // 2
            beyond = pill.x - self._offset < 40 or pill.x + pill.width - self._offset > self.width() - 40
            if beyond:
                self._scroll(middle)
        self.update()

    def pill_rect(self, name: str) -> QRect:
        """Where a layer's pill lies in the widget, scrolled as it is; empty for a layer not listed."""
        pill = self._find(name)
        return QRect() if pill is None else self._rect(pill)

    def _find(self, name: str) -> _Pill | None:
        return next((pill for pill in self._pills if pill.layer.name == name), None)

    def _rect(self, pill: _Pill) -> QRect:
        height = self.fontMetrics().height() + 7
        return QRect(pill.x - self._offset, (self.height() - height) // 2, pill.width, height)

    # ---- geometry ----------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(400, self.fontMetrics().height() + 23)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def _lay_out(self) -> None:
        name, count = self.fontMetrics(), QFontMetrics(small(self.font()))
        self._pills = []
        x = _EDGE
        for layer in self._layers:
            pill = _Pill(layer, x, 0)
            width = name.horizontalAdvance(layer.title) + 2 * _PAD
            if not pill.plain:
                width += count.horizontalAdvance(str(layer.units)) + 6
            self._pills.append(_Pill(layer, x, width))
            x += width + _APART
        self._set_offset(min(self._offset, self._furthest()))

    def _furthest(self) -> int:
        """The largest offset."""
        end = self._pills[-1].x + self._pills[-1].width + _EDGE if self._pills else 0
        return max(0, end - self.width())

    def _scroll(self, offset: int, *, smooth: bool = True) -> None:
        offset = min(max(0, offset), self._furthest())
        self._glide.stop()
        if smooth and self.isVisible():
            self._glide.setStartValue(self._offset)
            self._glide.setEndValue(offset)
            self._glide.start()
        else:
            self._set_offset(offset)

    def _set_offset(self, offset: int) -> None:
        self._offset = offset
        self._back.setVisible(offset > 0)
        self._on.setVisible(offset < self._furthest())
        self.update()

    def _page_back(self) -> None:
        self._scroll(self._offset - self.width() * 2 // 3)

    def _page_on(self) -> None:
        self._scroll(self._offset + self.width() * 2 // 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for button, x in ((self._back, 2), (self._on, self.width() - 24)):
            button.setGeometry(x, (self.height() - 24) // 2, 22, 24)
        self._set_offset(min(self._offset, self._furthest()))
        self.set_current(self._current)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._lay_out()
        super().changeEvent(event)

    # ---- painting ------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        t = tokens(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for pill in self._pills:
            if -pill.width < pill.x - self._offset < self.width():
                self._paint_pill(painter, pill, t)
        self._paint_fades(painter, t)

    def _paint_pill(self, painter: QPainter, pill: _Pill, t: Tokens) -> None:
        rect, layer = self._rect(pill), pill.layer
        current, hover = layer.name == self._current, layer.name == self._hover
        background = t.accent if current else t.pressed if hover else None if pill.plain else t.hover
        if background and layer.drawable:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(background))
            painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        if current and self._keys_focus:
            painter.setPen(QColor(t.focus))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(rect).adjusted(-2.5, -2.5, 2.5, 2.5)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
        room = rect.adjusted(_PAD, 0, -_PAD, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        quiet = t.faint if not layer.drawable else t.muted if pill.plain else t.text
        painter.setFont(self.font())
        painter.setPen(QColor(t.on_accent if current else t.strong if hover and layer.drawable else quiet))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | middle, layer.title)
        if not pill.plain:
            painter.setFont(small(self.font()))
            painter.setPen(QColor(t.on_accent if current else t.muted))
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | middle, str(layer.units))

    def _paint_fades(self, painter: QPainter, t: Tokens) -> None:
        """What is scrolled away fades out under the buttons at the ends."""
        clear = QColor(t.window)
        clear.setAlpha(0)
        for button, start, end in (
            (self._back, 0, _FADE * 2),
            (self._on, self.width(), self.width() - _FADE * 2),
        ):
            if button.isVisible():
                fade = QLinearGradient(start, 0, end, 0)
                fade.setColorAt(0.45, QColor(t.window))
                fade.setColorAt(1, clear)
                painter.fillRect(QRect(min(start, end), 0, _FADE * 2, self.height()), fade)

    # ---- mouse and keys ------------------------------------------------------------------------------

    def _pill_at(self, position: QPoint) -> _Pill | None:
        return next((pill for pill in self._pills if self._rect(pill).contains(position)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        pill = self._pill_at(event.position().toPoint())
        if pill is not None and pill.layer.drawable and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(pill.layer.name)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pill = self._pill_at(event.position().toPoint())
        name = pill.layer.name if pill is not None else ""
        if name != self._hover:
            self._hover = name
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = ""
        self.update()
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta()
        by = delta.y() if abs(delta.y()) > abs(delta.x()) else delta.x()
        gliding = self._glide.state() == QVariantAnimation.State.Running
        start = int(self._glide.endValue()) if gliding else self._offset
        self._scroll(start - by, smooth=abs(by) >= 120)
        event.accept()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            pill = self._pill_at(event.pos())
            QToolTip.showText(event.globalPos(), _about(pill.layer) if pill else "", self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        names = [pill.layer.name for pill in self._pills if pill.layer.drawable]
        place = names.index(self._current) if self._current in names else 0
        targets = {
            Qt.Key.Key_Left: place - 1,
            Qt.Key.Key_Right: place + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(names) - 1,
        }
        target = targets.get(Qt.Key(event.key()))
        if target is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif 0 <= target < len(names):
            self.chosen.emit(names[target])

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._keys_focus = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._keys_focus = False
        super().focusOutEvent(event)


def _about(layer: LayerInfo) -> str:
    shape = "×".join(str(side) for side in layer.shape)
    lines = [layer.name, tr("{kind}, output {shape}", kind=layer.kind, shape=shape)]
    if layer.field:
        lines.append(
            tr("each unit sees {height}×{width} pixels", height=layer.field[0], width=layer.field[1])
        )
    if not layer.drawable:
        lines.append(tr("has no form that could be drawn"))
    return "\n".join(lines)
