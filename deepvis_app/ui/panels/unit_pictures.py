"""Pictures of units: what the grid shows, the button that makes them, and the one of the inspected unit."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from deepvis_app.session import Session
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import small
from deepvis_app.ui.tips import tooltip
from deepvis_app.ui.widgets.choice import Choice
from deepvis_app.ui.widgets.labels import Label
from deepvis_app.ui.widgets.picture_view import PictureView
from deepvis_app.ui.widgets.unit_grid import UnitGrid

_SIDE = 112  # of the inspected unit's picture, at most, in logical pixels


class MakeButton(QToolButton):
    """Makes the pictures of a layer that are missing, or stops; it goes where none is."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = session.unit_pictures
        self._layer, self._units = "", 0
        self._wanted = True
        self.setProperty("quiet", True)
        self.setFont(small(self.font()))
        self.setToolTip(
            tooltip(
                "Make a picture of every unit of the layer out of the network, in the background. Those that "
                "are made are kept for it."
            )
        )
        self.clicked.connect(self.toggle)
        self._pictures.changed.connect(self._write)

    def set_layer(self, layer: str, units: int) -> None:
        self._layer, self._units = layer, units
        self._write()

    def set_wanted(self, wanted: bool) -> None:
        """Whether it is to be seen where pictures are missing."""
        self._wanted = wanted
        self._write()

    def toggle(self) -> None:
        if self._pictures.making == self._layer:
            self._pictures.stop()
        elif self._layer:
            self._pictures.make(self._layer)

    def _write(self) -> None:
        sheet = self._pictures.sheet(self._layer) if self._layer else None
        done = int(sheet.done.sum()) if sheet else 0
        if self._pictures.making == self._layer:
            self.setText(tr("Stop, {done} of {count}", done=done, count=self._units))
        else:
            self.setText(tr("Make {count} pictures", count=self._units - done))
        self.setVisible(self._wanted and bool(self._layer) and done < self._units)


class GridStyle(QWidget):
    """In the header of the grid: maps or pictures. It gives the grid the pictures of its layer."""

    def __init__(self, session: Session, grid: UnitGrid) -> None:
        super().__init__()
        self._session, self._grid, self._layer = session, grid, ""
        self.choice = Choice(
            tr("show"),
            {"maps": tr("maps"), "pictures": tr("unit pictures")},
            tr(
                "Of each unit its map of this picture, or what it answers to most: a picture made out of the "
                "network, where there is one"
            ),
        )
        self.make = MakeButton(session)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.make)
        row.addWidget(self.choice)
        self.choice.chosen.connect(self._choose)
        session.unit_pictures.changed.connect(self._take)
        session.state_changed.connect(self._show)
        self._show()

    def set_layer(self, layer: str, units: int) -> None:
        """When the grid has it."""
        self._layer = layer
        self.make.set_layer(layer, units)
        self._show()

    def _choose(self, style: str) -> None:
        self._session.set_pictured(style == "pictures")

    def _take(self, layer: str) -> None:
        if layer == self._layer:
            self._show()

    def _show(self) -> None:
        pictured = self._session.pictured
        self.choice.set_value("pictures" if pictured else "maps")
        self.make.set_wanted(pictured)
        self._grid.set_portraits(self._session.unit_pictures.sheet(self._layer) if pictured else None)


class UnitPictureView(QWidget):
    """What the inspected unit answers to most; without a picture, the button that makes them."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.picture = PictureView(tr("Picture made for the unit"))
        self.picture.can_save = False
        self.picture.setFixedSize(_SIDE, _SIDE)
        self.picture.setToolTip(
            tooltip(
                "What the unit answers to most: a picture made out of the network alone, by activation "
                "maximisation, about as large as what a neuron sees. The panel Synthesis makes others of it."
            )
        )
        self.words = Label("", "caption", lines=2)
        self.make = MakeButton(session)
        beside = QVBoxLayout()
        beside.setSpacing(4)
        beside.addWidget(self.words)
        beside.addWidget(self.make)
        beside.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.picture)
        row.addLayout(beside, 1)
        session.unit_changed.connect(self._show)
        session.unit_pictures.changed.connect(self._take)
        self._show()

    def _take(self, layer: str) -> None:
        if layer == self._session.unit_layer:
            self._show()

    def _show(self, *_: object) -> None:
        name, unit = self._session.unit_layer, self._session.unit
        layer = self._session.find_layer(name) if name is not None else None
        self.setVisible(layer is not None)
        if layer is None:
            return
        self.make.set_layer(layer.name, layer.units)
        sheet = self._session.unit_pictures.sheet(layer.name)
        pixels = sheet.picture(unit) if sheet is not None else None
        self.picture.set_picture(pixels)
        self.picture.setVisible(pixels is not None)
        made = tr("what it answers to most, made out of the network")
        self.words.set_text(tr("no picture made for it yet") if pixels is None else made)
