"""A few choices side by side, one of them taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from deepvis_app.ui.theme import small
from deepvis_app.ui.widgets.own_keys import ARROWS, PRESS, OwnKeys

_AROUND = 8  # pixels beside a title


class Segments(QFrame):
    """Each has room for its title. Arrow keys move along it; each choice has its own tooltip."""

    chosen = Signal(object)  # the choice's value

    def __init__(
        self, name: str, choices: Sequence[tuple[object, str, str]], parent: QWidget | None = None
    ) -> None:
        """`choices`: (value, title, tooltip)."""
        super().__init__(parent)
        self.setProperty("segments", True)
        self.setAccessibleName(name)
        self._values = [value for value, _, _ in choices]
        self._group = QButtonGroup(self)
        self._layout = layout = QHBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        for index, (_, title, tip) in enumerate(choices):
            button = _Segment(self)
            button.setText(title)
            button.setToolTip(tip)
            button.setAccessibleName(f"{name}: {title}")
            button.setFont(small(self.font()))
            self._group.addButton(button, index)
            layout.addWidget(button)
        self._group.idClicked.connect(self._clicked)

    @property
    def value(self) -> object:
        checked = self._group.checkedId()
        return self._values[checked] if checked >= 0 else None

    def set_value(self, value: object) -> None:
        """Show that choice; nothing is emitted."""
        button = self._group.button(self._values.index(value)) if value in self._values else None
        if button is not None:
            button.setChecked(True)
            for each in self._group.buttons():  # Tab goes to the chosen one, arrows to the others
                each.setFocusPolicy(Qt.FocusPolicy.TabFocus if each is button else Qt.FocusPolicy.NoFocus)

    def button(self, value: object) -> QToolButton:
        found = self._group.button(self._values.index(value))
        assert isinstance(found, QToolButton)
        return found

    def _share_room(self) -> None:
        for place, button in enumerate(self._group.buttons()):
            self._layout.setStretch(place, button.fontMetrics().horizontalAdvance(button.text()) + _AROUND)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._share_room()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._share_room()

    def _clicked(self, index: int) -> None:
        self.chosen.emit(self._values[index])


class _Segment(QToolButton):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setProperty("segment", True)
        OwnKeys(self, (*ARROWS, *PRESS))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(28, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in ARROWS:
            focused = self.window().focusWidget()
            if isinstance(focused, _Segment) and focused is not self and not focused.isChecked():
                focused.click()
