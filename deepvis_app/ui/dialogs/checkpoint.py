"""Opening a file of weights, or a Python file that builds a network."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from deepvis_app.engine.messages import NetworkSpec
from deepvis_app.ui import file_kinds
from deepvis_app.ui.dialogs.parts import button, in_row, muted, open_or_cancel
from deepvis_app.ui.known_networks import CODE, PROGRAMS, known_networks
from deepvis_app.ui.texts import tr


class CheckpointDialog(QDialog):
    """`spec()` says what was chosen."""

    def __init__(self, device: str, path: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Open weights"))
        self.setMinimumWidth(560)
        self._device = device
        self.file = _line(".safetensors, .pth, .pt2, .onnx, .py")
        self.file.setText(str(path or ""))
        self.arch = QComboBox()
        self.arch.addItem(tr("Recognise from the weights"), None)
        self.arch.addItem("DeepVis-200", "embedded")
        for network in known_networks():
            self.arch.addItem(network.title, network.name)
        self.labels = _line(tr("A text file, one class a line; may be left out"))
        self.function = _line(tr("Name of the function that returns the network"))
        self.trust = QCheckBox(tr("I trust this file: its code will run with all my rights"))
        self.note = muted()
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(16)
        self._form.addRow(
            tr("File"), in_row(self.file, button(tr("Choose…"), self._choose_file), stretch=False)
        )
        self._form.addRow(tr("Architecture"), self.arch)
        self._form.addRow(tr("Function"), self.function)
        self._form.addRow("", self.trust)
        self._form.addRow(
            tr("Class names"), in_row(self.labels, button(tr("Choose…"), self._choose_labels), stretch=False)
        )
        buttons, self.open_button = open_or_cancel(self)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addLayout(self._form)
        column.addWidget(self.note)
        column.addWidget(buttons)
        for line in (self.file, self.labels, self.function):
            line.textChanged.connect(self._show_state)
        self.trust.toggled.connect(self._show_state)
        self._show_state()

    @property
    def path(self) -> Path:
        return Path(self.file.text().strip()).expanduser()

    @property
    def is_code(self) -> bool:
        return self.path.suffix.lower() in CODE

    def spec(self) -> NetworkSpec:
        labels = self.labels.text().strip()
        return NetworkSpec(
            spec=f"{self.path}:{self.function.text().strip()}" if self.is_code else str(self.path),
            device=self._device,
            arch=None if self.is_code or self.path.suffix.lower() in PROGRAMS else self.arch.currentData(),
            labels=Path(labels).expanduser() if labels else None,
            allow_code=self.is_code and self.trust.isChecked(),
        )

    def _show_state(self) -> None:
        code = self.is_code
        program = self.path.suffix.lower() in PROGRAMS
        self._form.setRowVisible(self.arch, not (code or program))
        self._form.setRowVisible(self.function, code)
        self._form.setRowVisible(self.trust, code)
        there = self.path.is_file()
        named = self.function.text().strip().isidentifier() and self.trust.isChecked()
        self.open_button.setEnabled(there and (named or not code))
        if self.file.text().strip() and not there:
            self.note.setText(tr("There is no such file."))
        elif code:
            self.note.setText(tr("The function is called without arguments and returns a torch module."))
        elif program:
            self.note.setText(
                tr(
                    "A program runs as it was exported: at its own picture size, and where it was exported "
                    "for one picture at a time, without methods that compare many."
                )
            )
        else:
            self.note.setText(tr("Weights are read as plain numbers; code in them is refused."))
        self.adjustSize()

    def _choose_file(self) -> None:
        kinds = file_kinds.either(file_kinds.networks(code=True), file_kinds.any_file())
        path, _ = QFileDialog.getOpenFileName(self, tr("Open weights"), str(self.path.parent), kinds)
        if path:
            self.file.setText(path)

    def _choose_labels(self) -> None:
        names = file_kinds.kind(tr("Class names"), (".txt", ".json"))
        kinds = file_kinds.either(names, file_kinds.any_file())
        path, _ = QFileDialog.getOpenFileName(self, tr("Class names"), str(self.path.parent), kinds)
        if path:
            self.labels.setText(path)


def _line(hint: str) -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText(hint)
    return made
