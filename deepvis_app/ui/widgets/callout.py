"""A card with a title, some words and the buttons that lead on and back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import scaled, strong

_WIDTH = 330


class Callout(QFrame):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("callout", True)
        self._title, self._words, self._count = QLabel(), QLabel(), QLabel()
        self._title.setFont(strong(scaled(self.font(), 1.15)))
        self._title.setProperty("role", "strong")
        self._title.setWordWrap(True)
        self._words.setWordWrap(True)
        self._count.setProperty("role", "muted")
        self.end = QPushButton(tr("End"))
        self.back = QPushButton(tr("Back"))
        self.on = QPushButton(tr("Next"))
        self.on.setProperty("primary", True)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._count)
        row.addStretch(1)
        for button in self.buttons:
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addSpacing(4)
        column.addLayout(row)
        self.setFixedWidth(_WIDTH)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        return self.end, self.back, self.on

    @property
    def words(self) -> str:
        return self._words.text()

    def tell(self, title: str, words: str, count: str, *, first: bool, last: bool) -> None:
        self._title.setText(title)
        self._words.setText(words)
        self._count.setText(count)
        self.back.setEnabled(not first)
        self.end.setVisible(not last)
        self.on.setText(tr("Done") if last else tr("Next"))
        self.setAccessibleName(f"{title}. {words}")
        for label in (self._title, self._words):  # a label that wraps knows its height only from its width
            label.setMinimumHeight(label.heightForWidth(_WIDTH - 32))
