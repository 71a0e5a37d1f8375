"""Choosing among the networks that there are by name: trained, downloaded first, or as before training."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHeaderView,
    QSpinBox,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from deepvis_app.engine.messages import NetworkSpec
from deepvis_app.i18n import text
from deepvis_app.session.downloads import Downloads
from deepvis_app.ui.dialogs.network_files import NetworkFiles, megabytes
from deepvis_app.ui.dialogs.parts import (
    button,
    flat_list,
    in_row,
    make_room,
    muted,
    open_or_cancel,
    search_line,
)
from deepvis_app.ui.known_networks import KnownNetwork, has_timm, known_networks, timm_networks
from deepvis_app.ui.texts import tr
from deepvis_app.ui.tips import tooltip
from deepvis_app.ui.widgets.number_box import inset

_NUMBER = Qt.ItemDataRole.UserRole  # what a column is sorted by
_NETWORK = Qt.ItemDataRole.UserRole + 1
_AROUND = 28  # pixels beside the words of a column
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SEARCH = text(
    "Words of the name, a year, or bounds: >80 (top-1 in percent), <30M (parameters), <100MB (to download), "
    "<300px (side of the input)"
)


class NetworksDialog(QDialog):
    """`spec()` says what was chosen. Without `downloads` nothing is fetched before it is opened."""

    file_wanted = Signal()  # one's own instead

    def __init__(
        self,
        device: str,
        *,
        untrained: bool = False,
        downloads: Downloads | None = None,
        recent: Sequence[tuple[str, NetworkSpec]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Networks"))
        make_room(self, 800, 620)
        self._device = device
        self._lately = {spec.spec: place for place, (_, spec) in enumerate(recent)}
        self.search = search_line(tr("Search, e.g. resnet 2015 >75 <30M"))
        self.search.setToolTip(tooltip(_SEARCH))
        self.search.textChanged.connect(self._filter)
        self.which = QComboBox()
        self.which.setAccessibleName(tr("Which networks are listed"))
        for value, title in (
            ("all", tr("All")),
            ("torchvision", "torchvision"),
            ("timm", "timm"),
            ("here", tr("On this computer")),
            ("lately", tr("Used lately")),
        ):
            self.which.addItem(title, value)
        self.which.currentIndexChanged.connect(self._filter)
        self._build_list()
        self.untrained = QCheckBox(tr("Random weights, as before training; seed"))
        self.untrained.setChecked(untrained)
        self.untrained.toggled.connect(self._show_state)
        self.seed = QSpinBox()
        inset(self.seed)
        self.seed.setMaximum(2**31 - 1)
        self.about = muted()
        self.files = NetworkFiles(downloads)
        self.files.changed.connect(self._take_files)
        own = button(tr("Open a file…"), self._want_file)
        own.setToolTip(tr("Weights, a program or an ONNX file of your own"))
        buttons, self.open_button = open_or_cancel(self)

        column = QVBoxLayout(self)
        column.addLayout(in_row(self.search, self.which, stretch=False))
        column.addWidget(self.list)
        column.addWidget(self.about)
        column.addWidget(self.files)
        column.addLayout(in_row(self.untrained, self.seed))
        column.addLayout(in_row(own, buttons, stretch=False))
        self._filter()
        self.search.setFocus()

    def _build_list(self) -> None:
        titles = [tr("Network"), tr("Year"), tr("Parameters"), tr("Top-1"), tr("Input"), tr("Download")]
        self.list = flat_list(titles)
        networks = (*known_networks(), *timm_networks())
        self.list.addTopLevelItems([_Row(network) for network in networks])
        self.list.setSortingEnabled(True)
        self.list.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        widest = ("2022", "1000.0 M", "100.0 %", "224 px", tr("on this computer"))
        for number, words in enumerate(widest, start=1):
            room = max(map(self.fontMetrics().horizontalAdvance, (titles[number], words)))
            self.list.header().resizeSection(number, room + _AROUND)
            self.list.headerItem().setTextAlignment(number, _RIGHT)
        self.list.headerItem().setToolTip(1, tr("When the paper came out"))
        self.list.headerItem().setToolTip(3, tr("How often it is right on ImageNet, where that is stated"))
        self.list.itemActivated.connect(self._open_row)
        self.list.currentItemChanged.connect(self._show_state)

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

    # ---- inside ----------------------------------------------------------------------------------------

    def _filter(self) -> None:
        words, first = self.search.text().split(), None
        for number in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(number)
            assert item is not None
            network: KnownNetwork = item.data(0, _NETWORK)
            item.setHidden(not (self._is_listed(network) and network.fits(words)))
            if not item.isHidden() and first is None:
                first = item
        if self.chosen is None:
            self.list.setCurrentItem(first)  # type: ignore[arg-type]
        self._show_state()

    def _is_listed(self, network: KnownNetwork) -> bool:
        which = self.which.currentData()
        if which == "here":
            return network.held > 0
        if which == "lately":
            return network.spec in self._lately
        if which == "all":
            return network.library == "torchvision" or has_timm()
        return bool(network.library == which)

    def _show_state(self) -> None:
        network = self.chosen
        builds = network is not None and (network.library != "timm" or has_timm())
        self.seed.setEnabled(self.untrained.isChecked())
        self.open_button.setEnabled(builds)
        self.files.set_network(network if builds else None)
        if network is None:
            self.about.setText(tr("Nothing fits. Try fewer words, or another list."))
        elif not builds:
            install = "pip install 'deepvis[timm]'"
            self.about.setText(tr("timm builds this network, and is not installed: {line}", line=install))
        elif self.untrained.isChecked():
            self.about.setText(tr("{title} is built with random weights.", title=network.title))
        elif network.downloaded:
            self.about.setText(tr("{title} is on this computer.", title=network.title))
        else:
            size = megabytes(network.megabytes)
            self.about.setText(tr("{title} is downloaded once: {size}.", title=network.title, size=size))

    def _take_files(self) -> None:
        """Something was fetched or removed."""
        item = self.list.currentItem()
        if isinstance(item, _Row):
            item.tell_place()
        self._show_state()

    def _open_row(self) -> None:
        if self.open_button.isEnabled():
            self.accept()

    def _want_file(self) -> None:
        self.reject()
        self.file_wanted.emit()


class _Row(QTreeWidgetItem):
    """Sorts numbers as numbers; what is not known comes first."""

    def __init__(self, network: KnownNetwork) -> None:
        titles = [
            network.title,
            str(network.year or "–"),
            f"{network.parameters / 1e6:.1f} M",
            "–" if network.top1 is None else f"{network.top1:.1f} %",
            f"{network.size} px",
        ]
        super().__init__(titles)
        self.setData(0, _NETWORK, network)
        top1, year = network.top1 or 0.0, network.year or 0
        numbers = (network.name, year, network.parameters, top1, network.size, network.megabytes)
        for column, number in enumerate(numbers):
            self.setData(column, _NUMBER, number)
            if column:
                self.setTextAlignment(column, _RIGHT)
        self.tell_place()

    def tell_place(self) -> None:
        network: KnownNetwork = self.data(0, _NETWORK)
        self.setText(5, tr("on this computer") if network.downloaded else megabytes(network.megabytes))

    def __lt__(self, other: QTreeWidgetItem) -> bool:
        tree = self.treeWidget()
        column = tree.sortColumn() if tree else 0
        return bool(self.data(column, _NUMBER) < other.data(column, _NUMBER))
