"""How a map is made: what t-SNE is told, and of how many pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, fields, replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from deepvis_app.i18n import Text, text
from deepvis_app.session.atlas import MapOptions, TsneParams
from deepvis_app.ui.dialogs.parts import button, button_box, muted
from deepvis_app.ui.texts import tr
from deepvis_app.ui.widgets.number_box import inset

_CHOICES: Mapping[str, Text] = {
    "pca": text("the principal components"),
    "random": text("random places"),
    "cosine": text("cosine"),
    "euclidean": text("Euclidean"),
}


class MapSettingsDialog(QDialog):
    chosen = Signal(object)  # MapOptions

    def __init__(self, options: MapOptions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Settings of the map"))
        self._options = options
        self._form = QFormLayout()
        most = next(field for field in fields(MapOptions) if field.name == "most")
        self.fields: dict[str, QWidget] = {"most": self._add(most, options.most)}
        for field in fields(TsneParams):
            self.fields[field.name] = self._add(field, getattr(options.tsne, field.name))
        make = button(tr("Make map"), self._accept)
        make.setDefault(True)
        box = button_box(button(tr("Cancel"), self.reject))
        box.addButton(make, QDialogButtonBox.ButtonRole.AcceptRole)
        again = button(tr("As at first"), self._reset)
        box.addButton(again, QDialogButtonBox.ButtonRole.ResetRole)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addLayout(self._form)
        column.addWidget(
            muted(
                tr(
                    "The number of pictures is for both kinds of map, the rest for t-SNE. "
                    "The same seed gives the same map."
                )
            )
        )
        column.addWidget(box)

    def _add(self, field: Field[Any], value: Any) -> QWidget:
        made = _widget(field, value)
        title = tr(field.metadata["title"])
        made.setAccessibleName(title)
        self._form.addRow(title, made)
        return made

    def _values(self) -> dict[str, Any]:
        return {name: _value(widget) for name, widget in self.fields.items()}

    def _accept(self) -> None:
        values = self._values()
        most = values.pop("most")
        self.chosen.emit(replace(self._options, most=most, tsne=TsneParams(**values)))
        self.accept()

    def _reset(self) -> None:
        first = MapOptions()
        for name, widget in self.fields.items():
            _set(widget, first.most if name == "most" else getattr(first.tsne, name))


def _widget(field: Field[Any], value: Any) -> QWidget:
    made: QComboBox | QSpinBox | QDoubleSpinBox
    if "choices" in field.metadata:
        made = QComboBox()
        for choice in field.metadata["choices"]:
            made.addItem(tr(_CHOICES[choice]), choice)
    else:
        made = QSpinBox() if isinstance(value, int) else QDoubleSpinBox(decimals=1)
        made.setRange(*field.metadata["range"])
        inset(made)
    _set(made, value)
    return made


def _set(widget: QWidget, value: Any) -> None:
    if isinstance(widget, QComboBox):
        widget.setCurrentIndex(widget.findData(value))
    elif isinstance(widget, QSpinBox | QDoubleSpinBox):
        widget.setValue(value)


def _value(widget: QWidget) -> Any:
    if isinstance(widget, QComboBox):
        return widget.currentData()
    assert isinstance(widget, QSpinBox | QDoubleSpinBox)
    return widget.value()
