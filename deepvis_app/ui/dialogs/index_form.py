"""Which pictures are indexed, where the index is kept, which layers, how many patches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QWidget,
)

from deepvis_app.engine.messages import LayerInfo
from deepvis_app.session.library import default_place, holds_index
from deepvis_app.ui import file_kinds
from deepvis_app.ui.dialogs.parts import button, in_row, muted
from deepvis_app.ui.texts import tr
from deepvis_app.ui.widgets.number_box import inset

_NUMBERS, _NUMBERS_LOWEST = 4, 5  # kept of each map of each picture; of a single value one
_LIST_HEIGHT = 130
_THERE = "An index is there already: for the same layers only new and changed pictures are looked at."
_LAYERS = (("main", "Main layers"), ("all", "All layers"), ("chosen", "Chosen layers"))


class IndexForm(QWidget):
    """`options()` are those of the job "index"; `ready` tells whether they make sense."""

    ready = Signal(bool)

    def __init__(self, layers: Sequence[LayerInfo], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layers = [layer for layer in layers if layer.drawable]
        self._own_place = False  # the user has said where
        self.pictures = _line(tr("A folder, a zip file, or a text file that lists pictures"))
        self.place = _line(tr("A folder for the index"))
        self.which = QComboBox()
        self.list = QListWidget()
        self.top = QSpinBox(minimum=1, maximum=100, value=9)
        inset(self.top)
        self.lowest = QCheckBox(tr("and as many that it answers to least"))
        self.anew = QCheckBox(tr("Make it anew"))
        self.note = muted()
        self._build()
        self.pictures.textChanged.connect(self._propose_place)
        self.pictures.textChanged.connect(self._check)
        self.place.textEdited.connect(self._take_place)
        self.place.textChanged.connect(self._check)
        self.which.currentIndexChanged.connect(self._check)
        self.list.itemChanged.connect(self._check)
        self.lowest.toggled.connect(self._check)
        self._check()

    def _build(self) -> None:
        for value, title in _LAYERS:
            self.which.addItem(tr(title), value)
        for layer in self._layers:
            item = QListWidgetItem(tr("{layer}, {count} units", layer=layer.title, count=layer.units))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if layer.main else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setAccessibleName(tr("Layers"))
        self.list.setMaximumHeight(_LIST_HEIGHT)
        self.top.setToolTip(tr("How many patches of each unit are kept"))
        self.anew.setToolTip(tr("Forget what is in the index there, and look at every picture again"))
        folder, file = button(tr("Folder…"), self._choose_folder), button(tr("File…"), self._choose_file)
        elsewhere = button(tr("Choose…"), self._choose_place)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.addRow(tr("Pictures"), in_row(self.pictures, folder, file, stretch=False))
        form.addRow(tr("Keep it in"), in_row(self.place, elsewhere, stretch=False))
        form.addRow(tr("Layers"), in_row(self.which))
        form.addRow("", self.list)
        form.addRow(tr("Patches of a unit"), in_row(self.top, self.lowest))
        form.addRow("", self.anew)
        form.addRow("", self.note)

    def fill(self, saved: Mapping[str, Any]) -> None:
        """What was asked last; what does not fit is left as it is."""
        if isinstance(saved.get("pictures"), str):
            self.pictures.setText(saved["pictures"])
        if type(saved.get("top")) is int:
            self.top.setValue(saved["top"])
        self.lowest.setChecked(saved.get("lowest") is True)

    # ---- what is chosen ----------------------------------------------------------------------------------

    def chosen(self) -> list[LayerInfo]:
        which = self.which.currentData()
        if which == "all":
            return self._layers
        if which == "main":
            return [layer for layer in self._layers if layer.main]
        rows = enumerate(self._layers)
        return [one for row, one in rows if self.list.item(row).checkState() == Qt.CheckState.Checked]

    def options(self) -> dict[str, object]:
        layers = self.chosen()
        return {
            "pictures": _path(self.pictures),
            "out": _path(self.place),
            "layers": tuple(layer.name for layer in layers),
            "codes": tuple(layer.name for layer in layers if layer.main) or None,
            "top": self.top.value(),
            "lowest": self.lowest.isChecked(),
            "rebuild": self.anew.isChecked(),
        }

    # ---- changes -----------------------------------------------------------------------------------------

    def _check(self) -> None:
        """What stands in the way, or what it will take."""
        self.list.setVisible(self.which.currentData() == "chosen")
        there = bool(self.place.text().strip()) and holds_index(_path(self.place))
        self.anew.setVisible(there)
        if not there:
            self.anew.setChecked(False)
        given = bool(self.pictures.text().strip())
        missing = given and not _path(self.pictures).exists()
        self.note.setText(self._words(missing, there))
        self.ready.emit(given and not missing and bool(self.place.text().strip()) and bool(self.chosen()))

    def _words(self, missing: bool, there: bool) -> str:
        if missing:
            return tr("There is nothing at {path}.", path=_path(self.pictures))
        layers = self.chosen()
        if not layers:
            return tr("Choose at least one layer.")
        numbers = _NUMBERS_LOWEST if self.lowest.isChecked() else _NUMBERS
        values = sum(layer.units * (numbers if len(layer.shape) == 3 else 1) for layer in layers)
        megabytes = max(1, round(4 * 1000 * values / 2**20))
        key = "{layers} layers, {units} units: about {megabytes} MB on disk for every 1,000 pictures."
        units = sum(layer.units for layer in layers)
        words = tr(key, layers=len(layers), units=f"{units:,}", megabytes=megabytes)
        if there:
            words += " " + tr(_THERE)
        return words

    def _propose_place(self) -> None:
        if not self._own_place:
            given = self.pictures.text().strip()
            self.place.setText(str(default_place(Path(given))) if given else "")

    def _take_place(self, words: str) -> None:
        self._own_place = bool(words.strip())

    def _choose_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, tr("Pictures to index"), self.pictures.text())
        if path:
            self.pictures.setText(path)

    def _choose_file(self) -> None:
        lists = file_kinds.kind(tr("Zip files and lists"), (".zip", ".txt"))
        kinds = file_kinds.either(lists, file_kinds.any_file())
        path, _ = QFileDialog.getOpenFileName(self, tr("Pictures to index"), self.pictures.text(), kinds)
        if path:
            self.pictures.setText(path)

    def _choose_place(self) -> None:
        path = QFileDialog.getExistingDirectory(self, tr("Where to keep the index"), self.place.text())
        if path:
            self._own_place = True
            self.place.setText(path)


def _line(hint: str) -> QLineEdit:
    made = QLineEdit()
    made.setPlaceholderText(hint)
    made.setAccessibleName(hint)
    return made


def _path(line: QLineEdit) -> Path:
    return Path(line.text().strip()).expanduser()
