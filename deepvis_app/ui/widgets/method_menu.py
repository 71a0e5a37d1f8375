"""Which explanations are compared: a button with a menu to check them in."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from deepvis_app.methods import LIVE, Method
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import small
from deepvis_app.ui.widgets.own_keys import PRESS, OwnKeys


class MethodMenu(QToolButton):
    """The menu stays open while methods are checked; live ones stand first."""

    changed = Signal()

    def __init__(self, rows: Sequence[Method], usual: Collection[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._usual = usual
        self._actions: dict[str, QAction] = {}
        self._changing = False
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.installEventFilter(self)
        menu.addAction(tr("All"), self._check_all)
        menu.addAction(tr("The usual ones"), self._check_usual)
        menu.addSeparator()
        live = sorted((row for row in rows if row.name in LIVE), key=lambda row: LIVE.index(row.name))
        for row in (*live, None, *(row for row in rows if row.name not in LIVE)):
            if row is None:
                menu.addSeparator()
                continue
            action = menu.addAction(tr(row.title))
            action.setCheckable(True)
            action.setChecked(row.name in usual)
            action.setToolTip(f"{tr(row.about)}\n{row.paper}")
            action.toggled.connect(self._tell)
            self._actions[row.name] = action
        self.setMenu(menu)
        self.setText(tr("Methods"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setProperty("quiet", True)
        self.setFont(small(self.font()))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(tr("Which explanations are compared."))
        OwnKeys(self, (*PRESS, Qt.Key.Key_Down))

    @property
    def chosen(self) -> list[str]:
        return [name for name, action in self._actions.items() if action.isChecked() and action.isVisible()]

    def check(self, names: Collection[str]) -> None:
        """These and no others."""
        self._changing = True
        for name, action in self._actions.items():
            action.setChecked(name in names)
        self._changing = False
        self.changed.emit()

    def set_possible(self, name: str, possible: bool) -> None:
        """Whether that method has any meaning now; without, it is not listed."""
        if name in self._actions:
            self._actions[name].setVisible(possible)
            self._tell()

    def action(self, name: str) -> QAction:
        return self._actions[name]

    def _check_all(self) -> None:
        self.check(self._actions)

    def _check_usual(self) -> None:
        self.check(self._usual)

    def _tell(self) -> None:
        if not self._changing:
            self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click checks without closing the menu."""
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            assert isinstance(watched, QMenu)
            action = watched.actionAt(event.position().toPoint())
            if action is not None and action.isCheckable():
                action.toggle()
                return True
        return False
