"""The command palette: type some letters, press Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QTreeWidgetItem, QVBoxLayout, QWidget

from deepvis_app.ui import fuzzy
from deepvis_app.ui.dialogs.parts import flat_list, muted, search_line
from deepvis_app.ui.texts import tr

_STEERING = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_SHOWN = 200


@dataclass(frozen=True)
class Entry:
    """`title` is searched, and `about`, what it does, for whole words; `hint` stands at the right: keys, or
    what kind of thing it is."""

    title: str
    hint: str
    run: Callable[[], object]
    about: str = ""


class Palette(QFrame):
    """Over the window's top, as long as it has the focus. Runs an entry after it has closed."""

    def __init__(self, window: QWidget, entries: Callable[[str], Sequence[Entry]]) -> None:
        """`entries` is asked again for every text typed, so that it may offer what the text itself means."""
        super().__init__(window)
        self._window = window
        self.setObjectName("palette")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self._entries = entries
        self._found: list[Entry] = []
        self._before: QWidget | None = None
        self.search = search_line(tr("Type a command, a layer or a unit"))
        self.list = flat_list(["", ""])
        self.list.setHeaderHidden(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = muted(tr("Nothing of that name."))
        self._nothing.setContentsMargins(12, 10, 12, 10)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing, 1)
        self.search.textChanged.connect(self._fill)
        self.list.itemClicked.connect(self._run)
        self.search.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        window = self._window
        self._before = window.focusWidget()
        width = min(620, window.width() - 40)
        self.setGeometry((window.width() - width) // 2, 54, width, min(460, window.height() - 100))
        self.search.clear()
        self._fill("")
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_palette(self) -> None:
        if self.isVisible():
            self.hide()
            if self._before is not None:
                self._before.setFocus(Qt.FocusReason.PopupFocusReason)
                self._before = None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.close_palette()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # while it is open, no key is a shortcut
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.key() in _STEERING:
            self.list.event(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_palette()
        else:
            return False
        return True

    def _fill(self, typed: str) -> None:
        self._found = _found(typed, self._entries(typed))[:_SHOWN]
        self.list.clear()
        for entry in self._found:
            item = QTreeWidgetItem([entry.title, entry.hint])
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setForeground(1, self.palette().placeholderText())
            self.list.addTopLevelItem(item)
        if self._found:
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.list.setVisible(bool(self._found))
        self._nothing.setVisible(not self._found)
        self.list.setColumnWidth(0, round(self.width() * 0.64))

    def _run(self) -> None:
        item = self.list.currentItem()
        if item is not None and self._found:
            entry = self._found[self.list.indexOfTopLevelItem(item)]
            self.close_palette()
            entry.run()


def _found(typed: str, entries: Sequence[Entry]) -> list[Entry]:
    """Those whose title fits, best first; then those that do what was typed, under another name."""
    named = fuzzy.best(typed, entries, lambda entry: entry.title)
    words, known = typed.casefold().split(), {id(entry) for entry in named}
    others = [entry for entry in entries if id(entry) not in known]
    return [*named, *(each for each in others if all(word in each.about.casefold() for word in words))]
