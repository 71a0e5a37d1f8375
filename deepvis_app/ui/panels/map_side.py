"""Beside the map: the picture under the pointer, what the colours mean, and what a group shares."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from deepvis_app.engine.messages import Pixels
from deepvis_app.session.atlas import Classes
from deepvis_app.session.findings import Group, IndexedPicture
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import small
from deepvis_app.ui.tips import tooltip
from deepvis_app.ui.widgets.glyphs import GlyphButton
from deepvis_app.ui.widgets.labels import Label
from deepvis_app.ui.widgets.legend import Legend
from deepvis_app.ui.widgets.picture_card import PictureCard

_WIDE, _TALL = 250, 250  # pixels; less high, there is room for the picture or the legend
_NAMES, _TIPPED = 3, 40  # of a kind's classes in the legend, and in its tooltip


def legend_rows(classes: Classes, colours: NDArray[np.uint32]) -> list[tuple[int, str, int, str]]:
    """What each kind's colour stands for, for Legend.set_rows."""
    rows = []
    for kind in range(int(classes.kinds.max(initial=-1)) + 1):
        members = classes.of[classes.kinds == kind]
        found, counts = np.unique(members, return_counts=True)
        names = [classes.names[found[place]] for place in np.argsort(-counts, kind="stable")]
        words = ", ".join(names[:_NAMES])
        if len(names) > _NAMES:
            words = tr("{names} and {more} more", names=words, more=len(names) - _NAMES)
        rows.append((int(colours[kind]), words, len(members), "\n".join(names[:_TIPPED])))
    return rows


class MapSide(QWidget):
    input_wanted = Signal()  # the picture on the card
    kind_lit = Signal(int)  # -1: none
    unit_chosen = Signal(int)
    group_closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = PictureCard(tr("Point at a picture to see what it is. Shift and drag around a group."))
        self.take = QPushButton(tr("Make it the input"))
        self.take.setFont(small(self.font()))
        self.take.setToolTip(tr("Show this picture to the network. A double click on the map does the same."))
        self.take.setEnabled(False)
        self.take.clicked.connect(self.input_wanted)
        self.legend = Legend(tr("Colours of the map"))
        self.legend.lit.connect(self.kind_lit)
        self.group_title = Label("", "strong")
        self.group_labels = Label("", "caption", lines=2)
        self.units = QListWidget()
        self.units.setFont(small(self.font()))
        self.units.setToolTip(
            tooltip(
                "Units that answer these pictures more than the others, by standard deviations. "
                "Click to look at one."
            )
        )
        self.units.itemClicked.connect(self._choose)
        self.units.itemActivated.connect(self._choose)
        self._below = QStackedWidget()
        self._build()

    def _build(self) -> None:
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        holder.setProperty("panel", True)
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.legend)
        inner.addStretch(1)
        scroll.setWidget(holder)
        self._below.addWidget(scroll)
        group = QWidget()
        close = GlyphButton("close", tr("Forget the group"))
        close.clicked.connect(self.group_closed)
        head = QHBoxLayout()
        head.addWidget(self.group_title, 1)
        head.addWidget(close)
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(self.group_labels)
        column.addWidget(self.units, 1)
        self._below.addWidget(group)
        self._below.setMinimumHeight(60)  # both scroll
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addWidget(self.card)
        whole.addWidget(self.take)
        whole.addWidget(self._below, 1)
        whole.addStretch(0)
        self.setFixedWidth(_WIDE)
        self._share()

    def _share(self) -> None:
        """Where there is no room for both, the picture stands in front of the rest while there is one."""
        tall, pointed = self.height() >= _TALL, self.take.isEnabled()
        for widget in (self.card, self.take):
            widget.setVisible(tall or pointed)
        self._below.setVisible(tall or not pointed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def minimumSizeHint(self) -> QSize:
        return QSize(_WIDE, 104)

    # ---- the picture -------------------------------------------------------------------------------------

    def show_picture(
        self, picture: IndexedPicture | None, pixels: Pixels | None, classes: Sequence[str]
    ) -> None:
        """With its label and what the network says of it; None: nothing is pointed at."""
        self.take.setEnabled(picture is not None)
        self._share()
        if picture is None:
            self.card.show_picture(None)
            return
        said = [
            f"{classes[number]} {100 * score:.0f} %"
            for number, score in zip(picture.classes[:3], picture.scores, strict=False)
        ]
        name = picture.path.rpartition("/")[2]
        self.card.show_picture(pixels, picture.label or name, *said)

    # ---- a group -----------------------------------------------------------------------------------------

    def show_group(self, group: Group | None, layer: str = "") -> None:
        """`layer`: the title of that whose units they are. None: the colours' meanings again."""
        self._below.setCurrentIndex(0 if group is None else 1)
        if group is None:
            return
        count = len(group.ids)
        words = tr("1 picture") if count == 1 else tr("{count} pictures", count=f"{count:,}")
        self.group_title.set_text(f"{words} · {layer}" if group.layer else words)
        parts = []
        for words, found in ((tr("labels"), group.labels), (tr("said"), group.said)):
            if found:
                parts.append(f"{words}: " + ", ".join(f"{name} {number}" for name, number in found[:4]))
        self.group_labels.set_text("\n".join(parts))
        self.units.clear()
        for one in group.units:
            words = tr(
                "unit {unit}  +{apart} sd  ({inside} against {outside})",
                unit=one.unit,
                apart=f"{one.apart:.1f}",
                inside=f"{one.inside:.2g}",
                outside=f"{one.outside:.2g}",
            )
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, one.unit)
            self.units.addItem(item)
        if not group.units:
            item = QListWidgetItem(
                tr("No unit of this layer stands out.")
                if group.layer
                else tr("This layer is not in the index.")
            )
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.units.addItem(item)

    def _choose(self, item: QListWidgetItem) -> None:
        unit = item.data(Qt.ItemDataRole.UserRole)
        if unit is not None:
            self.unit_chosen.emit(unit)
