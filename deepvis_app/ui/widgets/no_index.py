"""What stands where an index would be shown: why there is none, and the button that makes one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from deepvis_app.session import Session
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import small


class NoIndex(QWidget):
    """Follows the session's library; its owner shows or hides it. `beside`: no taller than needed."""

    def __init__(self, session: Session, *, beside: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = session.library
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setProperty("role", "muted")
        self.words.setFont(small(self.font()))
        self.button = QPushButton(tr("Index pictures…"))
        self.button.setToolTip(
            tr("Let the network look at a folder of pictures once, and remember what it saw")
        )
        self.button.clicked.connect(self._library.wanted)
        side = Qt.AlignmentFlag.AlignLeft if beside else Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if not beside:
            self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addStretch(1)
        column.addWidget(self.words)
        column.addWidget(self.button, 0, side)
        if not beside:
            column.addStretch(2)
        self._library.changed.connect(self._write)
        self._write()

    def _write(self) -> None:
        self.words.setText(tr(self._library.about))
        self.button.setVisible(not self._library.opening)
