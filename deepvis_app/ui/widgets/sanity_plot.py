"""Curves of how like its first self each map still is while the network forgets, layer by layer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pyqtgraph
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from deepvis_app.engine.messages import Checked
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import Tokens, small, tokens

_MOST_NAMES = 8  # layers named along the axis


class SanityPlot(pyqtgraph.PlotWidget):  # type: ignore[misc]
    """`colours`: (red, green, blue) of each method's curve."""

    def __init__(self, colours: Mapping[str, tuple[int, int, int]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        t = tokens(self)
        self.setBackground(QColor(t.window))
        self.setMinimumSize(460, 260)
        self.setAccessibleName(tr("Similarity of the maps while the network forgets"))
        self.setMenuEnabled(False)
        self.setMouseEnabled(False, False)
        self.hideButtons()
        self.getPlotItem().layout.setContentsMargins(0, 0, 36, 0)  # the last layer's name is wide
        self._layers: list[str] = []
        self._dress(t)
        self._curves = {
            method: self.plot(
                pen=pyqtgraph.mkPen(QColor(*colour), width=2),
                symbol="o",
                symbolSize=5,
                symbolBrush=QColor(*colour),
                symbolPen=None,
                antialias=True,
            )
            for method, colour in colours.items()
        }

    def _dress(self, t: Tokens) -> None:
        for side in ("left", "bottom"):
            axis = self.getAxis(side)
            axis.setPen(pyqtgraph.mkPen(t.border))
            axis.setTextPen(pyqtgraph.mkPen(t.muted))
            axis.setTickFont(small(self.font()))
        self.getAxis("bottom").setStyle(hideOverlappingLabels=False)
        style = {"color": t.muted, "font-size": f"{small(self.font()).pointSizeF():.1f}pt"}
        self.setLabel("left", tr("rank correlation with the map at first"), **style)
        self.setLabel("bottom", tr("forgotten down to"), **style)
        self.setYRange(-0.25, 1.02, padding=0)
        line = pyqtgraph.InfiniteLine(
            Checked.DEPENDS, 0, pyqtgraph.mkPen(t.faint, width=1, style=Qt.PenStyle.DashLine)
        )
        self.addItem(line)
        self.addItem(pyqtgraph.InfiniteLine(0, 0, pyqtgraph.mkPen(t.line, width=1)))

    def show_curve(self, checked: Checked) -> None:
        """The curve of a method, as far as it is known."""
        values = [point.correlation for point in checked.curve]
        self._curves[checked.method].setData(list(range(len(values))), values)
        layers = [tr("nothing"), *(str(point.layer) for point in checked.curve[1:])]
        if len(layers) > len(self._layers):
            self._layers = layers
            self._name(layers)

    def _name(self, layers: Sequence[str]) -> None:
        step = -(-len(layers) // _MOST_NAMES)
        shown = [place for place in range(len(layers)) if place % step == 0 or place == len(layers) - 1]
        if len(shown) > 1 and shown[-1] - shown[-2] < step:
            del shown[-2]  # its name would run into the last one's
        self.getAxis("bottom").setTicks([[(place, layers[place]) for place in shown]])

    def curve(self, method: str) -> list[float]:
        """What is drawn for a method."""
        _, values = self._curves[method].getData()
        return [] if values is None else [float(value) for value in values]
