"""Where the network errs over a labelled index: the confusion matrix, its cells' pictures, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from deepvis_app.engine.messages import View, ViewRequest
from deepvis_app.i18n import Text
from deepvis_app.session import Session
from deepvis_app.session.findings import Mistakes, Order, mistakes, pictures
from deepvis_app.session.patches import WholePicture, whole_picture
from deepvis_app.ui.dialogs.parts import muted
from deepvis_app.ui.panels.live_panel import LivePanel
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import small
from deepvis_app.ui.widgets.choice import Choice
from deepvis_app.ui.widgets.confusion import Confusion
from deepvis_app.ui.widgets.labels import Label
from deepvis_app.ui.widgets.no_index import NoIndex
from deepvis_app.ui.widgets.paint import Picture

_COUNTED, _CELL, _INPUT = "mistakes", "mistakes cell", "mistakes input"
_ICON = 76  # logical pixels of a picture
_MOST = 200  # pictures of a cell that are shown
_ROLE = Qt.ItemDataRole.UserRole


class MistakesPanel(LivePanel):
    roomy = QSize(1080, 720)
    why_wanted = Signal()  # a picture is the input, its class chosen: show the explanations

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.library = session.library
        self._found: Mistakes | None = None
        self._order: Order = "label"
        self._places: list[int] = []  # of the matrix: its rows' places in `_found.classes`
        self._cell: tuple[int, int] | None = None  # true and said class
        self._stale = True
        self._explain = "said"
        self.summary = Label("", "strong")
        self.pointed = Label("", "caption")
        self.order = Choice(
            tr("sort"),
            {"label": tr("as the network's"), "accuracy": tr("worst first"), "alike": tr("alike together")},
            tr("Order of the classes; alike: those that are taken for each other lie side by side"),
        )
        self.explained = Choice(
            tr("explain"),
            {"said": tr("what it said"), "true": tr("the label")},
            tr("Which class a picture's explanation is of, when it is clicked"),
        )
        self.matrix = Confusion(tr("Confusion matrix"))
        self.pairs = QListWidget()
        self.cell_title = Label("", "strong")
        self.pictures = QListWidget()
        self.nothing = NoIndex(session)
        self.unlabelled = muted()
        self._body = QStackedWidget()
        self._build()
        self._connect()
        self._take_index()

    def _build(self) -> None:
        how = tr(
            "Rows of the matrix are labels, columns what the network says: blue is right, orange wrong. "
            "The wheel comes closer, a drag moves, a click shows a cell's pictures."
        )
        self.summary.set_tip(how)
        self.matrix.setAccessibleDescription(how)
        self.pairs.setFont(small(self.font()))
        self.pairs.setAccessibleName(tr("Classes most often taken for others"))
        self.pairs.setToolTip(tr("Classes most often taken for others, with how many pictures"))
        self.pictures.setFont(small(self.font()))
        self.pictures.setViewMode(QListView.ViewMode.IconMode)
        self.pictures.setMovement(QListView.Movement.Static)
        self.pictures.setResizeMode(QListView.ResizeMode.Adjust)
        self.pictures.setIconSize(QSize(_ICON, _ICON))
        self.pictures.setGridSize(QSize(_ICON + 44, _ICON + 46))
        self.pictures.setWordWrap(True)
        self.pictures.setAccessibleName(tr("Pictures of the cell"))
        self.pictures.setToolTip(tr("Click a picture to make it the input and see why the network says so"))
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.summary, 1)
        head.addWidget(self.pointed, 1)
        head.addWidget(self.order)
        head.addWidget(self.explained)
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addWidget(self.cell_title)
        right.addWidget(self.pictures, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.matrix, 3)
        row.addWidget(self.pairs, 2)
        row.addLayout(right, 3)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(12, 2, 12, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(row, 1)
        self.unlabelled.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for widget in (whole, self.nothing, self.unlabelled):
            self._body.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._body)

    def _connect(self) -> None:
        self.order.chosen.connect(self._choose_order)
        self.explained.chosen.connect(self._choose_explained)
        self.matrix.hovered.connect(self._hover)
        self.matrix.picked.connect(self._pick)
        for signal in (self.pairs.itemClicked, self.pairs.itemActivated):
            signal.connect(self._pick_pair)
        for signal in (self.pictures.itemClicked, self.pictures.itemActivated):
            signal.connect(self._open)
        self.library.changed.connect(self._take_index)
        self.library.answered.connect(self._take_answer)
        self.library.refused.connect(self._take_refusal)

    # ---- nothing is asked of live frames -----------------------------------------------------------------

    def requests(self) -> Mapping[str, ViewRequest]:
        return {}

    def take(self, views: Mapping[str, View]) -> None:
        pass

    # ---- counting ----------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._count()

    def set_covered(self, covered: bool) -> None:
        super().set_covered(covered)
        self._count()

    def _take_index(self) -> None:
        self._stale = True
        self._body.setCurrentIndex(0 if self.library.index is not None else 1)
        self._count()

    def _count(self) -> None:
        """An index is looked at when somebody looks."""
        if self._stale and self.is_seen and self.library.index is not None:
            self._stale = False
            self.library.ask(_COUNTED, mistakes)

    def _take_refusal(self, name: str, why: Text) -> None:
        if name == _COUNTED:
            self.unlabelled.setText(tr(why))
            self._body.setCurrentIndex(2)

    def _take_answer(self, name: str, value: Any) -> None:
        if name == _COUNTED:
            self._show(value)
        elif name == _CELL:
            self._show_pictures(value)
        elif name == _INPUT and isinstance(value, WholePicture):
            self._show_input(value)

    def _show(self, found: Mistakes) -> None:
        self._found = found
        self._body.setCurrentIndex(0)
        self.summary.set_text(
            tr(
                "{first} % right, {five} % among five, of {count} labelled pictures",
                first=f"{100 * found.accuracy():.1f}",
                five=f"{100 * found.accuracy(5):.1f}",
                count=f"{found.count:,}",
            )
        )
        self._sort()
        self.pairs.clear()
        pairs = found.pairs()
        for pair in pairs:
            words = tr("{label} → {said}", label=self._name(pair.true), said=self._name(pair.said))
            item = QListWidgetItem(f"{pair.count}   {words}")
            item.setToolTip(words)
            item.setData(_ROLE, (pair.true, pair.said))
            self.pairs.addItem(item)
        if pairs:
            self._show_cell(pairs[0].true, pairs[0].said)
        else:
            self.cell_title.set_text(tr("No mistakes"))
            self.pictures.clear()

    def _name(self, number: int) -> str:
        index = self.library.index
        return index.classes[number] if index is not None else ""

    # ---- the matrix --------------------------------------------------------------------------------------

    def _choose_order(self, by: Order) -> None:
        self._order = by
        self._sort()

    def _sort(self) -> None:
        found = self._found
        if found is None:
            return
        order = found.order(self._order)
        self._places = order.tolist()
        names = [self._name(found.classes[place]) for place in self._places]
        self.matrix.set_matrix(found.confusion[order][:, order], names)
        self._mark_cell()

    def _hover(self, true: int, said: int) -> None:
        found = self._found
        if found is None or true < 0:
            self.pointed.set_text("")
            return
        row, column = self._places[true], self._places[said]
        self.pointed.set_text(self._words(found.classes[row], found.classes[column]))

    def _words(self, true: int, said: int) -> str:
        assert self._found is not None
        row, column = self._found.classes.index(true), self._found.classes.index(said)
        counts = self._found.confusion
        of = f"{counts[row, column]} / {counts[row].sum()}"
        if true == said:
            return tr("{label}, recognised: {of}", label=self._name(true), of=of)
        return tr("{label} called {said}: {of}", label=self._name(true), said=self._name(said), of=of)

    def _pick(self, true: int, said: int) -> None:
        if self._found is not None:
            self._show_cell(self._found.classes[self._places[true]], self._found.classes[self._places[said]])

    def _pick_pair(self, item: QListWidgetItem) -> None:
        self._show_cell(*item.data(_ROLE))

    # ---- a cell and its pictures -------------------------------------------------------------------------

    def _show_cell(self, true: int, said: int) -> None:
        if self._found is None:
            return
        self._cell = (true, said)
        self._mark_cell()
        self.cell_title.set_text(self._words(true, said))
        self.pictures.clear()
        ids = self._found.cell(true, said)[:_MOST]
        self.library.ask(_CELL, lambda index: pictures(index, ids))

    def _mark_cell(self) -> None:
        if self._cell is not None and self._found is not None:
            rows = [self._places.index(self._found.classes.index(one)) for one in self._cell]
            self.matrix.set_selected(*rows)

    def _show_pictures(self, found: Any) -> None:
        self.pictures.clear()
        for id, (picture, pixels) in found.items():
            icon = QIcon(
                QPixmap.fromImage(Picture(pixels).copy()).scaled(
                    _ICON,
                    _ICON,
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
            said = [
                f"{self._name(number)} {100 * score:.0f} %"
                for number, score in zip(picture.classes, picture.scores, strict=True)
            ]
            item = QListWidgetItem(icon, "\n".join(said[:2]))
            item.setToolTip("\n".join((picture.path, *said)))
            item.setData(_ROLE, id)
            self.pictures.addItem(item)

    def _open(self, item: QListWidgetItem) -> None:
        network, id = self.session.network, item.data(_ROLE)
        if network is not None:
            how = network.preprocessing
            self.library.ask(_INPUT, lambda index: whole_picture(index, id, how))

    def _show_input(self, found: WholePicture) -> None:
        """One click from a mistake to its explanation."""
        if found.pixels is None:
            self.cell_title.set_text(tr("{path} is no longer there.", path=found.path))
            return
        self.session.open_still(found.pixels, found.path.rpartition("/")[2])
        if self._cell is not None:
            true, said = self._cell
            self.session.set_explain_class(said if self._explain == "said" else true)
        self.why_wanted.emit()

    # ---- remembered --------------------------------------------------------------------------------------

    def _choose_explained(self, which: str) -> None:
        self._explain = which

    def remembered(self) -> dict[str, Any]:
        return {"order": self._order, "explain": self._explain}

    def remember(self, saved: Mapping[str, Any]) -> None:
        order, which = saved.get("order"), saved.get("explain")
        if order in ("label", "accuracy", "alike"):
            self.order.set_value(order)
            self._choose_order(order)
        if which in ("said", "true"):
            self.explained.set_value(which)
            self._explain = which
