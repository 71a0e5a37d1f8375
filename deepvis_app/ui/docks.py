"""The panels around the middle: docks from the PANELS table, and the place of each."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QMainWindow, QWidget

from deepvis_app.session import Session
from deepvis_app.ui.panels import Panel
from deepvis_app.ui.panels.live_panel import LivePanel
from deepvis_app.ui.teaching import panel_tip
from deepvis_app.ui.texts import tr
from deepvis_app.ui.widgets.glyphs import GlyphButton
from deepvis_app.ui.widgets.labels import Label

AREAS = {
    "left": Qt.DockWidgetArea.LeftDockWidgetArea,
    "right": Qt.DockWidgetArea.RightDockWidgetArea,
    "top": Qt.DockWidgetArea.TopDockWidgetArea,
    "bottom": Qt.DockWidgetArea.BottomDockWidgetArea,
}


def make_panel(row: Panel, session: Session, parent: QWidget) -> LivePanel:
    """The row's widget; its module is imported only now."""
    module, name = row.widget.split(":")
    panel: LivePanel = getattr(import_module(module), name)(session, parent)
    return panel


class Dock(QDockWidget):
    """A panel in a dock, under a quiet title."""

    fill_wanted = Signal(object)  # Dock

    def __init__(self, row: Panel, session: Session, window: QMainWindow) -> None:
        super().__init__(tr(row.title), window)
        self.row = row
        self.setObjectName(f"dock.{row.name}")
        self.panel = make_panel(row, session, self)
        self.setWidget(self.panel)
        self.setWhatsThis(tr(panel_tip(row.name)))
        self._title = _Title(self)
        self.setTitleBarWidget(self._title)
        self.visibilityChanged.connect(self._uncover)
        self.panel.wanted.connect(self._come_forward)

    def _uncover(self, on_top: bool) -> None:
        self.panel.set_covered(not on_top)

    def _come_forward(self) -> None:
        self.show()
        self.raise_()

    def show_filling(self, filling: bool) -> None:
        """Whether a panel fills the window."""
        self._title.show_filling(filling)

    def toggle_floating(self) -> None:
        """A window of its own, large enough for what it shows, or back in its place."""
        self.setFloating(not self.isFloating())
        if self.isFloating() and self.panel.roomy is not None:
            screen = self.screen().availableGeometry()
            place = QRect(QPoint(), self.panel.roomy.boundedTo(screen.size()))
            place.moveCenter(screen.center())
            self.setGeometry(place)

    def place(self, window: QMainWindow) -> None:
        """Where the table has it."""
        self.setFloating(False)
        window.addDockWidget(AREAS[self.row.area], self)
        self.setVisible(self.row.visible)


class _Title(QWidget):
    """The dock's name; its buttons show while the pointer is over it."""

    def __init__(self, dock: Dock) -> None:
        super().__init__(dock)
        self._name = Label(tr(dock.row.title), "heading")
        self._name.set_tip(tr(panel_tip(dock.row.name)))
        self._float = GlyphButton("float", tr("Undock"))
        self._close = GlyphButton("close", tr("Close"))
        self._fill = GlyphButton("fill", tr("Fill the window"))
        self._fill.clicked.connect(self._toggle_fill)
        self._float.clicked.connect(dock.toggle_floating)
        self._close.clicked.connect(dock.close)
        self._dock = dock
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 6, 0)
        row.setSpacing(0)
        row.addWidget(self._name, 1)
        for button in (self._fill, self._float, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        self._show_buttons(False)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._show_buttons(True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._show_buttons(False)
        super().leaveEvent(event)

    def show_filling(self, filling: bool) -> None:
        if filling:
            self._fill.set_glyph("unfill", tr("Back to all panels"))
        else:
            self._fill.set_glyph("fill", tr("Fill the window"))

    def _toggle_fill(self) -> None:
        self._dock.fill_wanted.emit(self._dock)

    def _show_buttons(self, shown: bool) -> None:
        for button in (self._fill, self._float, self._close):
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            button.setSizePolicy(policy)
            button.setVisible(shown)
