"""Side by side: one unit and the class scores here, and in another network or a frame that is kept."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QSpinBox, QToolButton, QVBoxLayout, QWidget

from deepvis_app.engine.messages import (
    InterventionsView,
    LayerInfo,
    Side,
    SidesRequest,
    SidesView,
    View,
    ViewRequest,
)
from deepvis_app.i18n import text
from deepvis_app.session import Session
from deepvis_app.ui.panels.live_panel import LivePanel
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import small
from deepvis_app.ui.tips import tooltip
from deepvis_app.ui.widgets.labels import Label
from deepvis_app.ui.widgets.paired_bars import Legend, PairedBars
from deepvis_app.ui.widgets.picture_view import PictureView

SIDES = "sides"
_EMPTY = text(
    "Nothing to compare with yet.\n\n"
    "Choose another network, another checkpoint of this one, or keep the frame that is shown now; the unit's "
    "map, their difference and the class scores of both then follow the stream."
)


class ComparePanel(LivePanel):
    network_wanted = Signal()  # by name
    file_wanted = Signal()  # of weights

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.button = QToolButton()
        self.layer, self.unit = QComboBox(), QSpinBox()
        self.here = _Picture(tr("The unit's map here"))
        self.there = _Picture(tr("The unit's map on the other side"))
        self.difference = _Picture(tr("What the other side answers more or less"))
        self.note = Label("", "muted", lines=4)
        self.bars = PairedBars()
        self.bars.setAccessibleName(tr("Scores here and on the other side"))
        self.legend = Legend((tr("here"), tr("other side")))
        self._layers: tuple[LayerInfo, ...] = ()
        self._token = session.second.token
        self._build()
        session.second.changed.connect(self._take_second)
        session.network_changed.connect(self._take_second)
        for changed in (session.layer_changed, session.unit_changed, session.source_changed):
            changed.connect(self._ask_anew)
        session.frozen_changed.connect(self._ask_anew)
        self.layer.currentIndexChanged.connect(self._choose_layer)
        self.unit.valueChanged.connect(self._ask_anew)
        self._take_second()

    def _build(self) -> None:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for words, tip, act in (
            (tr("Another network…"), tr("Choose one by name"), self.network_wanted.emit),
            (
                tr("A checkpoint or another file…"),
                tr("For example other weights of this network"),
                self.file_wanted.emit,
            ),
            (tr("Keep this frame"), tr("This network, on the frame as it is now"), self.session.second.pin),
            (tr("Nothing"), tr("End comparing, and give its memory back"), self.session.second.clear),
        ):
            action = menu.addAction(words)
            action.setToolTip(tip)
            action.triggered.connect(act)
        self.button.setMenu(menu)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setToolTip(tr("What this network and frame are compared with"))
        self.layer.setToolTip(tr("Which layer of the other network is shown"))
        self.layer.setAccessibleName(tr("Layer of the other network"))
        self.layer.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.layer.setMinimumContentsLength(12)
        self.unit.setToolTip(tr("Which unit of the other network is shown"))
        self.unit.setAccessibleName(tr("Unit of the other network"))
        self.difference.picture.setToolTip(
            tooltip(
                "The other side's map less this one's: dark where both agree, orange where the other "
                "answers more, blue where less"
            )
        )
        for widget in (self.button, self.layer, self.unit):
            widget.setFont(small(self.font()))
        head = QVBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.button)
        which = QHBoxLayout()
        which.addWidget(self.layer, 1)
        which.addWidget(self.unit)
        head.addLayout(which)
        head.addWidget(self.note)
        head.addStretch(1)
        pictures = QHBoxLayout()
        pictures.setSpacing(12)
        for one in (self.here, self.there, self.difference):
            pictures.addWidget(one, 1)
        right = QVBoxLayout()
        right.addWidget(self.legend)
        right.addWidget(self.bars, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 12, 8)
        row.setSpacing(18)
        row.addLayout(head, 2)
        row.addLayout(pictures, 5)
        row.addLayout(right, 3)

    # ---- asking and painting ---------------------------------------------------------------------------

    def requests(self) -> Mapping[str, ViewRequest]:
        """With nothing to compare with no further pass is made."""
        session, second = self.session, self.session.second
        if session.network is None or session.unit_layer is None or second.other is None:
            return {}
        own = second.other == "network" and self.layer.currentIndex() > 0
        size = min(self.here.picture.width(), self.here.picture.height())
        return {
            SIDES: SidesRequest(
                session.unit_layer,
                session.unit,
                self.pixels(max(64, size)),
                self.bars.rows(),
                second.other,
                self.layer.currentData() if own else None,
                self.unit.value() if own else None,
                exact=not session.streaming,
                token=second.token,
            )
        }

    def take(self, views: Mapping[str, View]) -> None:
        view = views.get(SIDES)
        if not isinstance(view, SidesView):
            return
        self.here.show_side(view.here, tr("here"))
        self.there.show_side(view.there, self._other_name(view))
        words = (
            tr("difference up to {largest:.3g}", largest=view.largest) if view.difference is not None else ""
        )
        self.difference.show_picture(view.difference, words)
        self.note.set_text(tr(view.about) if view.about is not None else "")
        if view.classes:
            self.bars.set_view(InterventionsView(view.classes, view.probabilities, view.exact))
        else:
            self.bars.set_words(tr("One of the two gives no class scores."))

    def _other_name(self, view: SidesView) -> str:
        if self.session.second.other == "frame":
            return tr("frame {number}", number=view.there.frame)
        return view.there.title

    # ---- what the session tells --------------------------------------------------------------------------

    def _take_second(self) -> None:
        second = self.session.second
        names = {None: tr("Compare with…"), "frame": tr("Beside: the kept frame")}
        title = second.ready.title if second.ready is not None else ""
        self.button.setText(names.get(second.other) or tr("Beside: {title}", title=title))
        self._list_layers(second.ready.layers if second.ready is not None else ())
        for widget in (self.layer, self.unit):
            widget.setVisible(second.other == "network")
        if second.loading is not None:
            self.note.set_text(tr(second.loading.about))
        else:
            self.note.set_text(tr(second.problem) if second.problem is not None else "")
        if second.other is None:
            for one in (self.here, self.there, self.difference):
                one.show_picture(None, "")
            self.bars.set_words(tr(_EMPTY))
        self.legend.setVisible(second.other is not None)
        if second.token != self._token:
            self._token = second.token
            self.wanted.emit()
        self.ask()

    def _list_layers(self, layers: tuple[LayerInfo, ...]) -> None:
        """Those of the other network, after the one of the same name."""
        if layers == self._layers:
            return
        self._layers = layers
        self.layer.blockSignals(True)
        self.layer.clear()
        self.layer.addItem(tr("the same"), None)
        for layer in layers:
            if layer.drawable and layer.main:
                self.layer.addItem(layer.title, layer.name)
        self.layer.blockSignals(False)
        self._choose_layer()

    def _choose_layer(self) -> None:
        name = self.layer.currentData()
        units = next((layer.units for layer in self._layers if layer.name == name), 0)
        self.unit.setEnabled(units > 0)
        self.unit.setMaximum(max(0, units - 1))
        self.ask()

    def _ask_anew(self) -> None:
        self.ask()


class _Picture(QWidget):
    """A map, and below it what it is of and its numbers."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.picture = PictureView(name, tr("No picture yet"))
        self.caption = Label("", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.picture, 1)
        column.addWidget(self.caption, 0, Qt.AlignmentFlag.AlignBottom)

    def show_side(self, side: Side, name: str) -> None:
        words = tr(
            "{name}: unit {unit}, up to {maximum:.3g}", name=name, unit=side.unit, maximum=side.maximum
        )
        self.show_picture(side.pixels, words if side.pixels is not None else name)

    def show_picture(self, pixels: object, words: str) -> None:
        self.picture.set_picture(pixels)  # type: ignore[arg-type]
        self.caption.set_text(words)
