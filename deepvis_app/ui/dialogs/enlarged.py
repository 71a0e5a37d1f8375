"""A tile's picture, large, with what it shows; of an explanation all that is known of it and its parameters
to change. It follows the tile.
"""

from __future__ import annotations

from dataclasses import asdict, fields

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QLabel, QTreeWidgetItem, QVBoxLayout, QWidget

from deepvis_app.engine.messages import Rect
from deepvis_app.methods import METHODS
from deepvis_app.ui.comparison import Comparison
from deepvis_app.ui.dialogs.parts import button, flat_list, muted, only_close
from deepvis_app.ui.explained_words import table
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import strong
from deepvis_app.ui.widgets.box_painting import paint_boxes
from deepvis_app.ui.widgets.params_form import ParamsForm
from deepvis_app.ui.widgets.params_watch import on_change
from deepvis_app.ui.widgets.picture_view import PictureView
from deepvis_app.ui.widgets.tiles import Tile

_SIDE, _BESIDE = 480, 320


class EnlargedDialog(QDialog):
    """`about`: what such a picture is and who devised it. `comparison`: where more is known of it."""

    save_wanted = Signal(str)
    params_changed = Signal(str)

    def __init__(
        self, tile: Tile, about: str, comparison: Comparison | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tile.title)
        self._tile, self._comparison = tile, comparison
        self.picture = _Boxed(tile.title)
        self.picture.can_save = False
        self.picture.setMinimumSize(_SIDE, _SIDE)
        self.words = muted()
        self.facts = flat_list((tr("Found"), ""))
        self.facts.setHeaderHidden(True)
        self.facts.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.form = ParamsForm()
        self._build(about)
        tile.changed.connect(self._show)
        self._show()

    def _build(self, about: str) -> None:
        title = QLabel(self._tile.title)
        title.setFont(strong(self.font()))
        beside = QVBoxLayout()
        for widget in (title, muted(about), self.words, self.facts):
            beside.addWidget(widget)
        beside.setStretch(3, 1)
        if self._comparison is not None and self._tile.name in METHODS:
            self._add_form(self._comparison, beside)
        buttons = only_close(self)
        buttons.addButton(button(tr("Save…"), self._save), buttons.ButtonRole.ActionRole)
        beside.addStretch()
        beside.addWidget(buttons)
        column = QWidget()
        column.setFixedWidth(_BESIDE)
        column.setLayout(beside)
        beside.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setSpacing(16)
        row.addWidget(self.picture, 1)
        row.addWidget(column)

    def _show(self) -> None:
        tile = self._tile
        self.picture.set_picture(tile.pixels)
        self.picture.set_boxes(tile.boxes)
        known = self._show_facts()
        rest = () if known else tile.figures
        self.words.setText(" · ".join(filter(None, (tile.note or tile.setting, *rest))))

    def _show_facts(self) -> bool:
        """Whether there are any."""
        item = self._comparison.found(self._tile.name) if self._comparison is not None else None
        known = item is not None and item.pixels is not None
        self.facts.setVisible(known)
        self.facts.clear()
        if item is None or not known:
            return False
        for name, value, tip in table(item):
            self._add(name, value, tip)
        for area in item.legend:
            self._add(area.label, f"{area.share:.1%}", tr("Where this class wins."), _swatch(area.colour))
        for number, (x, y, width, height) in enumerate(item.places, 1):
            place = f"{x:.0f}, {y:.0f}: {width:.0f} × {height:.0f}"
            self._add(tr("box {number}", number=number), place, tr("In pixels of the picture."))
        return True

    def _add(self, name: str, value: str, tip: str, icon: QIcon | None = None) -> None:
        row = QTreeWidgetItem([name, value])
        for column in (0, 1):
            row.setToolTip(column, tip)
        if icon is not None:
            row.setIcon(0, icon)
        self.facts.addTopLevelItem(row)

    def _add_form(self, comparison: Comparison, column: QVBoxLayout) -> None:
        params = comparison.params(self._tile.name)
        if not fields(params):
            return
        self.form.set_kind(type(params), asdict(params))
        on_change(self.form, self._take_params)
        column.addWidget(QLabel(tr("Parameters")))
        column.addWidget(self.form)
        column.addWidget(button(tr("The usual ones"), self._reset), 0, Qt.AlignmentFlag.AlignLeft)

    def _take_params(self) -> None:
        assert self._comparison is not None
        params = self.form.value()
        if params != self._comparison.params(self._tile.name):
            self._comparison.set_params(self._tile.name, params)
            self.params_changed.emit(self._tile.name)

    def _reset(self) -> None:
        self.form.reset()
        on_change(self.form, self._take_params)
        self._take_params()

    def _save(self) -> None:
        self.save_wanted.emit(self._tile.name)


class _Boxed(PictureView):
    """A picture with boxes over it."""

    _boxes: tuple[Rect, ...] = ()

    def set_boxes(self, boxes: tuple[Rect, ...]) -> None:
        if boxes != self._boxes:
            self._boxes = boxes
            self.update()

    def paint_over(self, painter: QPainter, place: QRect) -> None:
        paint_boxes(painter, place, self._boxes, self.font(), self.devicePixelRatioF())


def _swatch(colour: tuple[int, int, int]) -> QIcon:
    pixmap = QPixmap(10, 10)
    pixmap.fill(QColor(*colour))
    return QIcon(pixmap)
