"""Whose maps class activation maps are made of: a good layer, or any other that has maps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from deepvis_app.engine.messages import LayerInfo, NetworkReady
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import small
from deepvis_app.ui.tips import wrapped
from deepvis_app.ui.widgets.own_keys import PRESS, OwnKeys


class LayerMenu(QToolButton):
    chosen = Signal(object)  # a layer's name, or None: the good one

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMenu(QMenu(self))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setProperty("quiet", True)
        self.setFont(small(self.font()))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        OwnKeys(self, (*PRESS, Qt.Key.Key_Down))
        self.setEnabled(False)
        self._show(tr("maps of: –"))

    def set_network(self, network: NetworkReady) -> None:
        """Its layers, and which of them is the good one and why; that one is chosen."""
        menu = self.menu()
        menu.clear()
        group = QActionGroup(menu)
        group.triggered.connect(self._take)
        self.setEnabled(network.explained_by is not None)
        why = ""
        if network.explained_by is not None:
            name, reason = network.explained_by
            why = tr(reason)
            _add(group, menu, tr("{layer}, the one with most to tell", layer=name), None, name)
            menu.addSeparator()
        for layer in layers_with_maps(network.layers):
            _add(group, menu, layer.title, layer.name, layer.name)
        about = tr("Whose maps Grad-CAM and its like are made of.")
        self.setToolTip(wrapped("\n".join(filter(None, (about, why)))))
        if group.actions():
            group.actions()[0].setChecked(True)
            self._show_layer(group.actions()[0])
        else:
            self._show(tr("maps of: –"))

    def _take(self, action: QAction) -> None:
        self._show_layer(action)
        self.chosen.emit(action.data()[0])

    def _show_layer(self, action: QAction) -> None:
        self._show(tr("maps of: {layer}", layer=action.data()[1]))

    def _show(self, words: str) -> None:
        self.setText(words)
        self.setAccessibleName(words)


def layers_with_maps(layers: Sequence[LayerInfo]) -> list[LayerInfo]:
    """Those that tell places apart, as the layer strip lists them."""
    return [each for each in layers if each.drawable and each.main and _places(each) > 1]


def _places(layer: LayerInfo) -> int:
    return layer.shape[1] * layer.shape[2] if len(layer.shape) == 3 else 0


def _add(group: QActionGroup, menu: QMenu, words: str, layer: str | None, name: str) -> None:
    action = menu.addAction(words)
    action.setCheckable(True)
    action.setData((layer, name))
    group.addAction(action)
