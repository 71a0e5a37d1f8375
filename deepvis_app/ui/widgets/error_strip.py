"""What went wrong, in one sentence over the window's middle; it stays until it is closed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from deepvis_app.engine.messages import Failure
from deepvis_app.ui.texts import tr


class ErrorStrip(QFrame):
    """Shows the newest failure; hidden while there is none."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("strip", "error")
        self._details = ""
        self._sentence = QLabel(wordWrap=True)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._copy = self._button(tr("Copy details"), self.copy_details)
        self._close = self._button("✕", self.dismiss)
        self._close.setAccessibleName(tr("Close"))
        self._close.setToolTip(tr("Close"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.setSpacing(8)
        layout.addWidget(self._sentence, 1)
        layout.addWidget(self._copy)
        layout.addWidget(self._close)
        self.hide()

    def show_failure(self, failure: Failure) -> None:
        sentence = tr(failure.about)
        self._details = f"{sentence}\n\n{failure.details}" if failure.details else sentence
        self._sentence.setText(sentence)
        self._copy.setText(tr("Copy details"))
        self.setAccessibleName(sentence)
        self.show()

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    def copy_details(self) -> None:
        """The sentence and the traceback, for a bug report."""
        QGuiApplication.clipboard().setText(self._details)
        self._copy.setText(tr("Copied"))

    def dismiss(self) -> None:
        self.hide()
        self.closed.emit()

    def _button(self, text: str, slot: object) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.clicked.connect(slot)
        return button
