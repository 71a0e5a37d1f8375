"""Coordinates that meet the device's pixels."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from deepvis_app.ui.widgets.paint import device_pixels


@pytest.mark.parametrize("width", [99, 100, 101])
def test_a_widget_that_ends_between_two_pixels_is_painted_to_its_end(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(width, width)
    monkeypatch.setattr(widget, "devicePixelRatioF", lambda: 1.5)
    side = -(-width * 3 // 2)
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(1.5)
    image.fill(QColor("red"))
    painter = QPainter(image)
    with device_pixels(painter, widget, QColor("blue")) as around:
        painter.fillRect(around, QColor("blue"))
    painter.end()
    corners = [(0, 0), (side - 1, 0), (0, side - 1), (side - 1, side - 1), (side // 2, side - 1)]
    assert {image.pixelColor(x, y).name() for x, y in corners} == {"#0000ff"}
