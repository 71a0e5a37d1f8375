"""A form for any dataclass of parameters: an editor for each field, from its type and its metadata."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, dataclass, fields
from typing import Any, get_type_hints

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from deepvis_app.ui.texts import tr
from deepvis_app.ui.widgets.editors import Editor, editor
from deepvis_app.ui.widgets.labels import Label

_GAP = 12
_LABEL, _EDITOR = 128, 126  # pixels, at the least
_WIDEST_LABEL = 220
_ROW = 31


@dataclass(frozen=True)
class _Row:
    label: Label
    editor: Editor


class ParamsForm(QScrollArea):
    """Fields stand in as many columns as fit, in the order of the dataclass."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._holder = QWidget()
        self._holder.setProperty("panel", True)
        self.setWidget(self._holder)
        self._kind: type | None = None
        self._rows: dict[str, _Row] = {}

    def set_kind(self, kind: type, values: Mapping[str, Any] | None = None) -> None:
        """Show that dataclass, with its defaults but for `values`; one that does not fit is left out."""
        self._clear()
        self._kind = kind
        hints = get_type_hints(kind)
        for each in fields(kind):
            self._rows[each.name] = self._row(each, hints[each.name])
        for name, value in (values or {}).items():
            if name in self._rows:
                self._rows[name].editor.put(value)
        self._lay_out()

    def value(self) -> object:
        """The dataclass, filled as the form stands."""
        assert self._kind is not None
        return self._kind(**self.values())

    def values(self) -> dict[str, Any]:
        """By field, as plain values."""
        return {name: row.editor.get() for name, row in self._rows.items()}

    def reset(self) -> None:
        """Every field as it was at first."""
        if self._kind is not None:
            self.set_kind(self._kind)

    def editor(self, name: str) -> Editor:
        return self._rows[name].editor

    def _row(self, each: Field[Any], hint: Any) -> _Row:
        made = editor(hint, each.metadata)
        made.put(each.default)
        title = tr(each.metadata["title"])
        about = tr(each.metadata["about"]) if "about" in each.metadata else ""
        tip = "\n".join(filter(None, (title, about, made.tip)))
        label = Label(title, "caption", parent=self._holder)
        label.set_tip(tip)
        made.widget.setParent(self._holder)
        made.widget.setToolTip(tip)
        made.focus.setAccessibleName(title)
        made.focus.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.focus.installEventFilter(self)
        label.show()
        made.widget.show()
        return _Row(label, made)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls the form, and changes only what has the focus."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False

    def _clear(self) -> None:
        for row in self._rows.values():
            for widget in (row.label, row.editor.widget):
                widget.hide()
                widget.deleteLater()
        self._rows = {}

    # ---- geometry ----------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        width = self.viewport().width()
        columns = max(1, (width + _GAP) // (_LABEL + _EDITOR + _GAP))
        rows = -(-len(self._rows) // columns)
        column = (width + _GAP) // columns - _GAP
        for number, row in enumerate(self._rows.values()):
            across, down = divmod(number, max(rows, 1))
            left, top = across * (column + _GAP), down * _ROW
            height = min(row.editor.widget.sizeHint().height(), _ROW)
            edit = max(_EDITOR, column - _WIDEST_LABEL)
            row.label.setGeometry(left, top, column - edit - 6, _ROW)
            row.editor.widget.setGeometry(left + column - edit, top + (_ROW - height) // 2, edit, height)
        self._holder.resize(width, rows * _ROW)

    def sizeHint(self) -> QSize:
        return QSize(_LABEL + _EDITOR, 4 * _ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(_EDITOR + 60, 2 * _ROW)
