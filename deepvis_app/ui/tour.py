"""Six hints on the window, one after another: each points at what it speaks of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from deepvis_app.i18n import Text, text
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import tokens
from deepvis_app.ui.widgets.callout import Callout
from deepvis_app.ui.widgets.own_keys import PRESS

if TYPE_CHECKING:
    from deepvis_app.ui.main_window import MainWindow

_FORWARD = {Qt.Key.Key_Right, Qt.Key.Key_Down}
_BACK = {Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Backspace}
_APART = 14  # pixels between what is meant and its hint
_AROUND = 4  # pixels around what is meant


@dataclass(frozen=True)
class Hint:
    """`of` finds what is meant in the window."""

    title: Text
    words: Text
    of: Callable[[MainWindow], QWidget]


def _dock(name: str, window: MainWindow) -> QWidget:
    return window.docks[name]


def _strip(window: MainWindow) -> QWidget:
    return window.grid.strip


def _units(window: MainWindow) -> QWidget:
    return window.grid.grid


def _commands(window: MainWindow) -> QWidget:
    """The button, where the window is wide enough to show it."""
    button = window.tool_bar.commands
    return button if button.isVisible() else window.menuBar()


HINTS = (
    Hint(
        text("What is looked at"),
        text(
            "A camera, a video, pictures or the screen. Framed in orange: the part that the network sees. "
            "F freezes it, C is the camera."
        ),
        partial(_dock, "input"),
    ),
    Hint(
        text("Layers, in the order of the network"),
        text("Early ones find edges and colours, late ones parts and things. O and U step through them."),
        _strip,
    ),
    Hint(
        text("Units of the layer"),
        text(
            "Each square is one unit's answer to this picture: bright is strong. Click one, or use the "
            "arrows; a number goes to that unit."
        ),
        _units,
    ),
    Hint(
        text("One unit, closely"),
        text(
            "Left, where it answers; right, what in the picture made it answer (guided backprop, to begin "
            "with). B takes the next rule."
        ),
        partial(_dock, "inspector"),
    ),
    Hint(
        text("What it says the picture is"),
        text("The likeliest classes. G lays over the picture what spoke for the first of them."),
        partial(_dock, "classes"),
    ),
    Hint(
        text("Everything else"),
        text(
            "Ctrl+Shift+P finds every command by a few letters. The menu Examples makes the figures of the "
            "lectures, one click each. F6 goes round the window without a mouse."
        ),
        _commands,
    ),
)


class Tour(QWidget):
    """Over the whole window: arrows step, Esc ends. What is hidden is left out."""

    ended = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._hints = [hint for hint in HINTS if hint.of(window).isVisible()]
        self.place = 0
        self._hole = QRect()
        self._meant: QWidget | None = None
        self.callout = Callout(self)
        self.callout.back.clicked.connect(self.go_back)
        self.callout.on.clicked.connect(self.go_on)
        self.callout.end.clicked.connect(self.ended)
        for button in self.callout.buttons:
            button.installEventFilter(self)  # to which arrows would mean the next button
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.callout.on)
        window.installEventFilter(self)

    @property
    def hint(self) -> Hint:
        return self._hints[self.place]

    def begin(self) -> None:
        self._cover()
        self.show()
        self.raise_()
        self._tell()

    def go_on(self) -> None:
        """To the next hint; after the last, the end."""
        if self.place + 1 == len(self._hints):
            self.ended.emit()
        else:
            self.place += 1
            self._tell()

    def go_back(self) -> None:
        if self.place > 0:
            self.place -= 1
            self._tell()

    def close_tour(self) -> None:
        self._window.removeEventFilter(self)
        self._watch(None)
        self.hide()
        self.deleteLater()

    def _tell(self) -> None:
        hint = self.hint
        self._watch(hint.of(self._window))
        count = tr("{place} of {count}", place=self.place + 1, count=len(self._hints))
        self.callout.tell(tr(hint.title), tr(hint.words), count, first=self.place == 0, last=self._is_last)
        self.setAccessibleName(f"{tr(hint.title)}. {tr(hint.words)}")
        self._point()
        self.callout.on.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def _is_last(self) -> bool:
        return self.place + 1 == len(self._hints)

    # ---- places ----------------------------------------------------------------------------------------

    def _watch(self, meant: QWidget | None) -> None:
        """It may grow or move while it is pointed at."""
        if self._meant is not None:
            self._meant.removeEventFilter(self)
        self._meant = meant
        if meant is not None:
            meant.installEventFilter(self)

    def _cover(self) -> None:
        self.setGeometry(self._window.rect())

    def _point(self) -> None:
        """Light what is meant; put the hint beside it where there is most room."""
        meant = self._meant
        assert meant is not None
        corner = meant.mapTo(self._window, QPoint(0, 0))
        hole = QRect(corner, meant.size()).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
        self._hole = hole.intersected(self.rect())
        self.callout.adjustSize()
        size, hole = self.callout.size(), self._hole
        room = {
            "right": self.width() - hole.right() - size.width(),
            "left": hole.left() - size.width(),
            "below": self.height() - hole.bottom() - size.height(),
            "above": hole.top() - size.height(),
        }
        side = max(room, key=lambda each: room[each])
        places = {
            "right": QPoint(hole.right() + _APART, hole.center().y() - size.height() // 2),
            "left": QPoint(hole.left() - _APART - size.width(), hole.center().y() - size.height() // 2),
            "below": QPoint(hole.center().x() - size.width() // 2, hole.bottom() + _APART),
            "above": QPoint(hole.center().x() - size.width() // 2, hole.top() - _APART - size.height()),
        }
        place = places[side]
        x = min(max(place.x(), _APART), self.width() - size.width() - _APART)
        y = min(max(place.y(), _APART), self.height() - size.height() - _APART)
        self.callout.move(x, y)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QPushButton):
            return isinstance(event, QKeyEvent) and self._take_key(watched, event)
        if self._meant is not None and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._cover()
            self._point()
        return False

    # ---- keys and painting -----------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """While it is shown, no key is a shortcut."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def _take_key(self, button: QPushButton, event: QKeyEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        elif event.key() in _FORWARD:
            self.go_on()
        elif event.key() in _BACK:
            self.go_back()
        elif event.key() in PRESS:
            button.click()
        else:
            return False
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:
        """The Tab key stays within."""
        buttons = [each for each in self.callout.buttons if each.isEnabled()]
        focused = next((place for place, each in enumerate(buttons) if each.hasFocus()), -1)
        buttons[(focused + (1 if forward else -1)) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QPainterPath()
        veil.addRect(QRectF(self.rect()))
        light = QPainterPath()
        light.addRoundedRect(QRectF(self._hole), 6, 6)
        painter.fillPath(veil.subtracted(light), QColor(0, 0, 0, 130))
        painter.setPen(QPen(QColor(tokens(self).accent), 2))
        painter.drawPath(light)
