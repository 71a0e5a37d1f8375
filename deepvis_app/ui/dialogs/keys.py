"""All keys, to read and to change."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from deepvis_app.ui import fuzzy
from deepvis_app.ui.actions import Actions, BoundAction
from deepvis_app.ui.dialogs.parts import button, flat_list, in_row, make_room, muted, only_close, search_line
from deepvis_app.ui.keys import Keys
from deepvis_app.ui.texts import tr

_ID = Qt.ItemDataRole.UserRole


class KeysDialog(QDialog):
    """What is changed counts at once."""

    def __init__(self, actions: Actions, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        make_room(self, 640, 620)
        self._actions, self._keys = actions, keys

        self.search = search_line(tr("Search commands and keys"))
        self.search.textChanged.connect(self._fill)
        self.list = flat_list([tr("Command"), tr("Keys"), tr("What it does")])
        self.list.setAccessibleName(tr("Commands"))
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.currentItemChanged.connect(self._show_buttons)
        self.editor = QKeySequenceEdit()
        self.editor.setMaximumSequenceLength(1)
        self.editor.setAccessibleName(tr("New key"))
        self.editor.keySequenceChanged.connect(self._show_buttons)
        self.add = button(tr("Add key"), self._add)
        self.remove = button(tr("Remove keys"), self._remove)
        self.default = button(tr("As delivered"), self._default)
        self.note = muted()
        close = only_close(self)
        close.addButton(
            button(tr("All as delivered"), self._all_default), QDialogButtonBox.ButtonRole.ResetRole
        )
        row = in_row(QLabel(tr("New key")), self.editor, self.add, self.remove, self.default, stretch=False)
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.list)
        column.addLayout(row)
        column.addWidget(self.note)
        column.addWidget(close)
        self._fill("")
        self.search.setFocus()

    @property
    def chosen(self) -> BoundAction | None:
        item = self.list.currentItem()
        return self._actions[item.data(0, _ID)] if item else None

    def choose(self, name: str) -> None:
        """Select the action of that id."""
        for number in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(number)
            if item is not None and item.data(0, _ID) == name:
                self.list.setCurrentItem(item)

    def _fill(self, typed: str = "") -> None:
        before = self.chosen
        self.list.clear()
        for action in fuzzy.best(typed, self._actions, self._searched):
            row = action.row
            item = QTreeWidgetItem([_plain(action), self._keys.spoken(row.id), tr(row.tip)])
            item.setData(0, _ID, row.id)
            item.setToolTip(2, tr(row.tip))
            if self._keys.is_own(row.id):
                font = item.font(1)
                font.setBold(True)
                item.setFont(1, font)
            self.list.addTopLevelItem(item)
        if typed:
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        elif before is not None:
            self.choose(before.row.id)
        self._show_buttons()

    def _searched(self, action: BoundAction) -> str:
        return f"{_plain(action)} {self._keys.spoken(action.row.id)}"

    def _show_buttons(self) -> None:
        action, key = self.chosen, self._typed()
        holder = self._keys.holder(key, action.row.id) if action and key else None
        self.add.setEnabled(action is not None and bool(key))
        self.add.setText(tr("Take it away") if holder else tr("Add key"))
        self.remove.setEnabled(action is not None and bool(self._keys.of(action.row.id)))
        self.default.setEnabled(action is not None and self._keys.is_own(action.row.id))
        spoken = self.editor.keySequence().toString(QKeySequence.SequenceFormat.NativeText)
        if holder:
            self.note.setText(tr("{key} belongs to “{command}”.", key=spoken, command=_plain(holder)))
        elif action is None:
            self.note.setText(tr("Choose a command, then press the key that it should have."))
        else:
            self.note.clear()

    def _typed(self) -> str:
        return self.editor.keySequence().toString(QKeySequence.SequenceFormat.PortableText)

    def _add(self) -> None:
        action, key = self.chosen, self._typed()
        if action is None or not key:
            return
        holder = self._keys.holder(key, action.row.id)
        if holder is not None:
            self._keys.set(holder.row.id, [k for k in self._keys.of(holder.row.id) if k != key])
        self._keys.set(action.row.id, [*(k for k in self._keys.of(action.row.id) if k != key), key])
        self.editor.clear()
        self._refill()

    def _remove(self) -> None:
        if self.chosen is not None:
            self._keys.set(self.chosen.row.id, ())
            self._refill()

    def _default(self) -> None:
        action = self.chosen
        if action is None:
            return
        free = [key for key in action.row.keys.split() if self._keys.holder(key, action.row.id) is None]
        self._keys.set(action.row.id, free)
        self._refill()

    def _all_default(self) -> None:
        self._keys.reset()
        self._refill()

    def _refill(self) -> None:
        """After a change; what was chosen stays chosen."""
        before = self.chosen
        self._fill(self.search.text())
        if before is not None:
            self.choose(before.row.id)


def _plain(action: BoundAction) -> str:
    return tr(action.row.text).rstrip("…")
