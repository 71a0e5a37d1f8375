"""What the dialogs share: buttons, lists, rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontDatabase, QFontInfo
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QWidget,
)

from deepvis_app.ui.texts import tr


def make_room(dialog: QDialog, width: int, height: int) -> None:
    """That many pixels at the usual size of letters, more with larger ones, where the screen has them."""
    usual = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).pixelSize()
    factor = max(QFontInfo(dialog.font()).pixelSize() / usual, 1.0)
    most = dialog.screen().availableSize() * 0.85
    dialog.resize(QSize(round(width * factor), round(height * factor)).boundedTo(most))


def button(text: str, act: Callable[[], object]) -> QPushButton:
    """One that Enter does not press."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    made.clicked.connect(act)
    return made


def open_or_cancel(dialog: QDialog) -> tuple[QDialogButtonBox, QPushButton]:
    """The box, and its button that accepts."""
    box = button_box(button(tr("Cancel"), dialog.reject))
    accept = button(tr("Open"), dialog.accept)
    accept.setDefault(True)
    box.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
    return box, accept


def only_close(dialog: QDialog) -> QDialogButtonBox:
    return button_box(button(tr("Close"), dialog.accept))


def button_box(away: QPushButton) -> QDialogButtonBox:
    """A box with the button that leaves the dialog."""
    box = QDialogButtonBox()
    box.addButton(away, QDialogButtonBox.ButtonRole.RejectRole)
    return box


def search_line(hint: str) -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText(hint)
    made.setAccessibleName(hint)
    made.setClearButtonEnabled(True)
    return made


def flat_list(columns: Sequence[str]) -> QTreeWidget:
    """Rows of columns, all of one height, without branches."""
    made = QTreeWidget()
    made.setColumnCount(len(columns))
    made.setHeaderLabels(list(columns))
    made.setRootIsDecorated(False)
    made.setUniformRowHeights(True)
    made.setStyleSheet("QTreeView::item { border-radius: 0; }")  # a row is marked across its columns
    return made


def muted(text: str = "") -> QLabel:
    """Quiet words, over as many lines as they need."""
    made = QLabel(text)
    made.setWordWrap(True)
    made.setProperty("role", "muted")
    return made


def in_row(*widgets: QWidget, stretch: bool = True) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    if stretch:
        row.addStretch(1)
    return row
