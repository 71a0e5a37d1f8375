"""Pictures of units over the cells of a grid: scaled once, kept until others are in sight."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter

from deepvis_app.pictures.unit_sheets import UnitSheet
from deepvis_app.ui.widgets.paint import Picture
from deepvis_app.ui.widgets.unit_painting import Shown


class Portraits:
    """`sheet`: of the layer shown; cells whose picture is still to be made are left as they are."""

    def __init__(self, sheet: UnitSheet) -> None:
        self.sheet = sheet
        self._drawn = QImage()
        self._drawn_for: tuple[object, ...] = ()

    def paint(self, painter: QPainter, shown: Shown, offset: int) -> None:
        """Scrolled by `offset`, all in device pixels."""
        cells = shown.cells
        wanted = (shown.view.visible, cells.columns, cells.width, cells.height, int(self.sheet.done.sum()))
        if wanted != self._drawn_for:
            self._drawn, self._drawn_for = self._draw(shown), wanted
        top = shown.view.first_row * cells.row_pitch - offset
        painter.drawImage(QPoint(0, top), self._drawn)

    def _draw(self, shown: Shown) -> QImage:
        cells = shown.cells
        width, height = cells.columns * cells.column_pitch, shown.rows * cells.row_pitch
        image = QImage(width, max(1, height), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for place, unit in enumerate(shown.view.visible):
            picture = self.sheet.picture(unit)
            if picture is not None:
                painter.drawImage(cells.rect(place), Picture(picture).image)
        painter.end()
        return image
