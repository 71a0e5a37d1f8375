"""Choosing which of the pictures on show is saved, and in which form."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListView,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from deepvis_app.engine.messages import Pixels
from deepvis_app.methods import METHODS
from deepvis_app.ui.dialogs.parts import button, button_box, make_room, muted
from deepvis_app.ui.savables import Form, Savable
from deepvis_app.ui.texts import letters, tr
from deepvis_app.ui.widgets.paint import Picture

_SIDE = 132


class SaveDialog(QDialog):
    """`wanted` says what is to be saved; `copy_wanted` what goes to the clipboard, `command_wanted` of
    which the line that makes it does.
    """

    wanted = Signal(object, str)  # Savable, Form
    copy_wanted = Signal(object)  # Savable
    command_wanted = Signal(object)  # Savable

    def __init__(self, savables: Sequence[Savable], name: str, parent: QWidget | None = None) -> None:
        """The one of that name is chosen first."""
        super().__init__(parent)
        self.setWindowTitle(tr("Save picture"))
        make_room(self, 560, 520)
        self._savables = savables
        self.list = QListWidget()
        self.list.setMovement(QListView.Movement.Static)
        self.list.setWordWrap(True)
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setIconSize(QSize(_SIDE, _SIDE))
        metrics = self.fontMetrics()
        line = max(metrics.lineSpacing(), metrics.boundingRect(letters()).height())
        cell = QSize(max(_SIDE + 28, 11 * metrics.lineSpacing()), _SIDE + 24 + 2 * line)
        self.list.setGridSize(cell)
        for savable in savables:
            picture = _thumbnail(savable.pixels)
            icon = QIcon(picture)
            icon.addPixmap(picture, QIcon.Mode.Selected)  # else the style tints it
            item = QListWidgetItem(icon, savable.title)
            item.setSizeHint(cell)  # by itself it has room for one line
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.list.addItem(item)
        self.shown = QRadioButton(tr("PNG, as it is shown"))
        self.exact = QRadioButton(tr("PNG, computed anew in full precision at the network's own size"))
        self.array = QRadioButton(tr("NumPy array (.npy), the float32 values themselves"))
        self.shown.setChecked(True)
        about = muted(tr("A PNG holds what made it: network, layer, unit, method and parameters."))
        buttons = button_box(button(tr("Cancel"), self.reject))
        save = button(tr("Save…"), self._save)
        save.setDefault(True)
        buttons.addButton(save, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(button(tr("Copy"), self._copy), QDialogButtonBox.ButtonRole.ActionRole)
        self.command = button(tr("Copy command"), self._copy_command)
        self.command.setToolTip(tr("The line for a terminal that writes this picture, in full precision."))
        buttons.addButton(self.command, QDialogButtonBox.ButtonRole.ActionRole)
        column = QVBoxLayout(self)
        for part in (self.list, self.shown, self.exact, self.array, about, buttons):
            column.addWidget(part)
        self.list.currentRowChanged.connect(self._show_forms)
        self.list.itemActivated.connect(self._save)
        names = [savable.name for savable in savables]
        self.list.setCurrentRow(names.index(name) if name in names else 0)

    @property
    def chosen(self) -> Savable:
        return self._savables[max(self.list.currentRow(), 0)]

    @property
    def form(self) -> Form:
        if self.exact.isChecked():
            return "exact"
        return "array" if self.array.isChecked() else "shown"

    def _show_forms(self) -> None:
        has_method = self.chosen.method is not None
        self.command.setEnabled(self.chosen.about.get("method") in METHODS)
        self.exact.setEnabled(has_method)
        self.array.setEnabled(has_method)
        if not has_method:
            self.shown.setChecked(True)

    def _save(self) -> None:
        self.wanted.emit(self.chosen, self.form)
        self.accept()

    def _copy_command(self) -> None:
        self.command_wanted.emit(self.chosen)
        self.accept()

    def _copy(self) -> None:
        self.copy_wanted.emit(self.chosen)
        self.accept()


def _thumbnail(pixels: Pixels) -> QPixmap:
    kept, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    scaled = QPixmap.fromImage(Picture(pixels).copy()).scaled(_SIDE, _SIDE, kept, smooth)
    framed = QPixmap(_SIDE, _SIDE)
    framed.fill(Qt.GlobalColor.transparent)
    painter = QPainter(framed)
    painter.drawPixmap((_SIDE - scaled.width()) // 2, (_SIDE - scaled.height()) // 2, scaled)
    painter.end()
    return framed
