"""Which class is meant: any, found by typing, or whichever wins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QToolButton, QVBoxLayout, QWidget

from deepvis_app.ui import fuzzy
from deepvis_app.ui.dialogs.parts import search_line
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import small
from deepvis_app.ui.widgets.own_keys import PRESS, OwnKeys

_SHOWN = 200
_STEERING = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


@dataclass(frozen=True)
class Words:
    """What stands before the class, what for one that is not chosen, in the list too, and a tooltip."""

    verb: str
    anyone: str
    choose_anyone: str
    tip: str


def explaining() -> Words:
    return Words(
        tr("explain"),
        tr("the winner"),
        tr("The winner, frame by frame"),
        tr("Which class is explained: the most likely one, or any other."),
    )


class ClassPicker(QToolButton):
    chosen = Signal(object)  # int, or None: whichever wins

    def __init__(self, room: int = 0, parent: QWidget | None = None, words: Words | None = None) -> None:
        """`room`: pixels that its words are cut to; 0: none."""
        super().__init__(parent)
        self._room = room
        self._words = words or explaining()
        self._labels: Sequence[str] = ()
        self.popup = QFrame(self, Qt.WindowType.Popup)
        self.popup.setFrameShape(QFrame.Shape.StyledPanel)
        self.search = search_line(tr("Type a class"))
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(tr("Classes"))
        column = QVBoxLayout(self.popup)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.search)
        column.addWidget(self.list)
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        self.list.itemClicked.connect(self._take)
        self.clicked.connect(self.open)
        self.setProperty("quiet", True)
        self.setFont(small(self.font()))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(self._words.tip)
        OwnKeys(self, (*PRESS, Qt.Key.Key_Down))
        self.set_class("", winner=True)

    def set_labels(self, labels: Sequence[str]) -> None:
        self._labels = labels
        self.setEnabled(bool(labels))

    def set_class(self, label: str, *, winner: bool) -> None:
        """What is meant now."""
        key = "{verb}: {label} (winner) ▾" if winner and label else "{verb}: {label} ▾"
        words = tr(key, verb=self._words.verb, label=label or self._words.anyone)
        if words != self.accessibleName():
            self.setAccessibleName(words)
            self.setText(self._cut(label, winner) if self._room else words)

    def _cut(self, label: str, winner: bool) -> str:
        """The label alone, and of that what there is room for."""
        key = "{label} (winner) ▾" if winner and label else "{label} ▾"
        room = self._room - self.fontMetrics().horizontalAdvance(tr(key, label=""))
        right = Qt.TextElideMode.ElideRight
        return tr(key, label=self.fontMetrics().elidedText(label or self._words.anyone, right, room))

    def open(self) -> None:
        self.search.clear()
        self._fill("")
        self.popup.resize(280, 320)
        above = self.mapToGlobal(QPoint(0, -self.popup.height() - 2))
        below = self.mapToGlobal(QPoint(0, self.height() + 2))
        self.popup.move(above if above.y() > self.screen().availableGeometry().top() else below)
        self.popup.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in _STEERING:
            self.list.event(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        else:
            return False
        return True

    def _fill(self, typed: str) -> None:
        self.list.clear()
        if not typed.strip():
            self._add(self._words.choose_anyone, None)
        found = fuzzy.best(typed, enumerate(self._labels), lambda pair: pair[1])
        for index, label in found[:_SHOWN]:
            self._add(label, index)
        self.list.setCurrentRow(0)

    def _add(self, words: str, index: int | None) -> None:
        item = QListWidgetItem(words)
        item.setData(Qt.ItemDataRole.UserRole, index)
        self.list.addItem(item)

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.popup.hide()
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
