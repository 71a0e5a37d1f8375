"""What went wrong, in one sentence over the window's middle; it stays until it is closed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
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
        self._failure: Failure | None = None
        self._sentence = QLabel(wordWrap=True)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._more = self._button(tr("Details…"), self.show_details)
        self._more.setToolTip(tr("All that helps to find out why, to read and to copy."))
        self._copy = self._button(tr("Copy details"), self.copy_details)
        self._close = self._button("✕", self.dismiss)
        self._close.setAccessibleName(tr("Close"))
        self._close.setToolTip(tr("Close"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.setSpacing(8)
        layout.addWidget(self._sentence, 1)
        layout.addWidget(self._more)
        layout.addWidget(self._copy)
        layout.addWidget(self._close)
        self.hide()

    def show_failure(self, failure: Failure) -> None:
        sentence = tr(failure.about)
        self._failure = failure
        self._more.setVisible(bool(failure.details))
        self._sentence.setText(sentence)
        self._copy.setText(tr("Copy details"))
        self.setAccessibleName(sentence)
        self.show()

    @property
    def sentence(self) -> str:
        return self._sentence.text()

    def copy_details(self) -> None:
        """The sentence and the traceback, for a bug report."""
        failure = self._failure
        details = f"\n\n{failure.details}" if failure and failure.details else ""
        QGuiApplication.clipboard().setText(self.sentence + details)
        self._copy.setText(tr("Copied"))

    def show_details(self) -> None:
        """The same and the log's last lines, in a dialog."""
        from deepvis_app.ui.dialogs.failure import FailureDialog

        if self._failure is not None:
            dialog = FailureDialog(self._failure, self.window())
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def dismiss(self) -> None:
        self.hide()
        self.closed.emit()

    def open_log(self) -> None:
        """The folder of the files that say what happened before."""
        from deepvis_app.ui.dialogs.failure import open_log_folder

        open_log_folder()

    def _button(self, text: str, slot: object) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.clicked.connect(slot)
        return button
