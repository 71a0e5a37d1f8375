"""Choosing among torchvision's networks, trained or as they are before training."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHeaderView,
    QSpinBox,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from deepvis_app.engine.messages import NetworkSpec
from deepvis_app.ui.dialogs.parts import flat_list, in_row, muted, open_or_cancel, search_line
from deepvis_app.ui.known_networks import KnownNetwork, known_networks
from deepvis_app.ui.texts import tr

_NUMBER = Qt.ItemDataRole.UserRole  # what a column is sorted by
_NETWORK = Qt.ItemDataRole.UserRole + 1
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class NetworksDialog(QDialog):
    """`spec()` says what was chosen."""

    def __init__(self, device: str, *, untrained: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Networks"))
        self.resize(700, 560)
        self._device = device
        self.search = search_line(tr("Search, e.g. resnet"))
        self.search.textChanged.connect(self._filter)
        self.list = flat_list([tr("Network"), tr("Parameters"), tr("Top-1"), tr("Input"), tr("Download")])
        self.list.setSortingEnabled(True)
        for network in known_networks():
            self.list.addTopLevelItem(_Row(network))
        self.list.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setStretchLastSection(False)
        for number in range(1, 5):
            self.list.header().setSectionResizeMode(number, QHeaderView.ResizeMode.ResizeToContents)
            self.list.headerItem().setTextAlignment(number, _RIGHT)
        self.list.itemActivated.connect(self.accept)
        self.list.currentItemChanged.connect(self._show_state)

        self.untrained = QCheckBox(tr("Random weights, as before training; seed"))
        self.untrained.setChecked(untrained)
        self.untrained.toggled.connect(self._show_state)
        self.seed = QSpinBox()
        self.seed.setMaximum(2**31 - 1)
        self.about = muted()
        buttons, self.open_button = open_or_cancel(self)

        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.list)
        column.addLayout(in_row(self.untrained, self.seed))
        column.addWidget(self.about)
        column.addWidget(buttons)
        self._filter("")
        self.search.setFocus()

    @property
    def chosen(self) -> KnownNetwork | None:
        item = self.list.currentItem()
        return item.data(0, _NETWORK) if item is not None and not item.isHidden() else None

    def spec(self) -> NetworkSpec | None:
        network = self.chosen
        if network is None:
            return None
        weights = "none" if self.untrained.isChecked() else "default"
        return NetworkSpec(network.spec, weights, self.seed.value(), self._device)  # type: ignore[arg-type]

    def _filter(self, typed: str) -> None:
        words = typed.casefold().replace("-", "").split()
        first = None
        for number in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(number)
            assert item is not None
            network: KnownNetwork = item.data(0, _NETWORK)
            name = f"{network.name} {network.title}".casefold().replace("-", "")
            item.setHidden(not all(word in name for word in words))
            if not item.isHidden() and first is None:
                first = item
        if self.chosen is None:
            self.list.setCurrentItem(first)  # type: ignore[arg-type]
        self._show_state()

    def _show_state(self) -> None:
        network = self.chosen
        self.seed.setEnabled(self.untrained.isChecked())
        self.open_button.setEnabled(network is not None)
        if network is None:
            self.about.setText(tr("Nothing of that name."))
        elif self.untrained.isChecked():
            self.about.setText(tr("{title} is built with random weights.", title=network.title))
        elif network.downloaded:
            self.about.setText(tr("{title} is on this computer.", title=network.title))
        else:
            size = _megabytes(network.megabytes)
            self.about.setText(tr("{title} is downloaded once: {size}.", title=network.title, size=size))


class _Row(QTreeWidgetItem):
    """Sorts numbers as numbers."""

    def __init__(self, network: KnownNetwork) -> None:
        size = tr("on this computer") if network.downloaded else _megabytes(network.megabytes)
        titles = [
            network.title,
            f"{network.parameters / 1e6:.1f} M",
            f"{network.top1:.1f} %",
            f"{network.size} px",
            size,
        ]
        super().__init__(titles)
        self.setData(0, _NETWORK, network)
        numbers = (network.name, network.parameters, network.top1, network.size, network.megabytes)
        for column, number in enumerate(numbers):
            self.setData(column, _NUMBER, number)
            if column:
                self.setTextAlignment(column, _RIGHT)

    def __lt__(self, other: QTreeWidgetItem) -> bool:
        tree = self.treeWidget()
        column = tree.sortColumn() if tree else 0
        return bool(self.data(column, _NUMBER) < other.data(column, _NUMBER))


def _megabytes(size: float) -> str:
    return f"{size / 1000:.1f} GB" if size >= 1000 else f"{size:.0f} MB"
