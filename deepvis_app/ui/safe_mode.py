"""The strip of a safe start: what is different, why, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QProcess
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMessageBox, QSizePolicy, QToolButton, QWidget

from deepvis_app import crashes
from deepvis_app.ui.program import program
from deepvis_app.ui.texts import tr


class SafeModeStrip(QFrame):
    """`again`: the options of the start that is to follow when the window has closed; None: none."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.again: list[str] | None = None
        self._window = window
        self.setProperty("strip", "error")
        count = crashes.known().count
        why = tr("DeepVis ended {count} times without being closed.", count=count) if count > 1 else ""
        what = tr("Safe start: usual settings, embedded network, no source. Yours are kept.")
        self.words = QLabel(" ".join(filter(None, (why, what))), wordWrap=True)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(self.words.text())
        self.usual = self._button(tr("Start as usual"), self.start_as_usual)
        self.usual.setToolTip(tr("Close this window and start again with your settings."))
        self.new = self._button(tr("Forget my settings…"), self.start_as_new)
        self.new.setToolTip(tr("Close this window and start again as on the first day."))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.usual)
        row.addWidget(self.new)

    def start_as_usual(self) -> None:
        self._start([])

    def start_as_new(self) -> None:
        question = tr("Forget all settings: layout, keys, recent files and networks? Pictures, indexes and "
                      "networks stay.")  # fmt: skip
        if (
            QMessageBox.question(self._window, tr("Forget my settings"), question)
            == QMessageBox.StandardButton.Yes
        ):
            self._start(["--reset"])

    def _start(self, more: list[str]) -> None:
        self.again = more
        self._window.close()

    def _button(self, words: str, slot: object) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.clicked.connect(slot)
        return button


def start_again(more: list[str]) -> bool:
    """Another process with the words that this one was started with, but for those of a safe start."""
    command = [*program(), *(word for word in QCoreApplication.arguments()[1:] if word != "--safe"), *more]
    return bool(QProcess.startDetached(command[0], command[1:])[0])
