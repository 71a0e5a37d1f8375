"""What DeepVis is, and what the present network is."""

from __future__ import annotations

import platform
from collections.abc import Sequence

from PySide6 import __version__ as qt_version
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from deepvis_app import __version__
from deepvis_app.engine.messages import NetworkReady
from deepvis_app.ui.dialogs.parts import button, only_close
from deepvis_app.ui.input_words import taken
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import strong

_WIDTH, _MARGIN = 560, 20  # pixels
_HIGHEST = 460  # of the facts, before they are scrolled


class FactsDialog(QDialog):
    """A heading, sentences, and a table of facts that can be copied."""

    def __init__(
        self, title: str, sentences: list[str], facts: list[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self._words = "\n".join([title, *sentences, *(f"{name}: {value}" for name, value in facts)])
        heading = QLabel(title)
        font = strong(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.4)
        heading.setFont(font)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(heading)
        for sentence in sentences:
            words = QLabel(sentence)
            words.setWordWrap(True)
            column.addWidget(words)
        column.addWidget(_scrolled(_table(facts)), 1)
        buttons = only_close(self)
        self._copy = button(tr("Copy"), self._copy_words)
        buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        column.addWidget(buttons)

    def _copy_words(self) -> None:
        QGuiApplication.clipboard().setText(self._words)
        self._copy.setText(tr("Copied"))


def _table(facts: Sequence[tuple[str, str]]) -> QWidget:
    holder = QWidget()
    holder.setProperty("panel", True)
    form = QFormLayout(holder)
    form.setContentsMargins(0, 0, 12, 0)
    form.setHorizontalSpacing(20)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    for name, value in facts:
        label = QLabel(name)
        label.setProperty("role", "muted")
        told = QLabel(value)
        told.setWordWrap(True)
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        form.addRow(label, told)
    return holder


def _scrolled(table: QWidget) -> QScrollArea:
    """As high as the table at the dialog's width, where there is room for it."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(table)
    layout = table.layout()
    assert layout is not None
    scroll.setMinimumHeight(min(layout.heightForWidth(_WIDTH - 2 * _MARGIN), _HIGHEST))
    return scroll


def about_deepvis(parent: QWidget) -> FactsDialog:
    sentences = [
        tr("Shows what a convolutional network does, live."),
        tr("Free software under the Apache License 2.0."),
        tr("After Yosinski's Deep Visualization Toolbox and the CS231n lectures."),
    ]
    facts = [
        (tr("Version"), __version__),
        ("Python", platform.python_version()),
        ("Qt for Python", qt_version),
        (tr("System"), platform.platform()),
    ]
    return FactsDialog("DeepVis", sentences, facts, parent)


def about_network(network: NetworkReady, parent: QWidget) -> FactsDialog:
    how = network.preprocessing
    main = sum(layer.main for layer in network.layers)
    facts = [
        (tr("Source"), network.spec.spec),
        (tr("Parameters"), f"{network.parameters:,}"),
        (tr("Layers"), tr("{all}, {main} of them in the strip", all=len(network.layers), main=main)),
        (tr("Classes"), str(len(network.labels))),
        (tr("Input"), f"{taken(how)}, {how.channels}"),
        (tr("Runs on"), f"{network.device}, {network.precision}"),
        *((name.capitalize(), value) for name, value in network.card.items() if name != "title"),
    ]
    return FactsDialog(network.title, [tr(warning) for warning in network.warnings], facts, parent)
