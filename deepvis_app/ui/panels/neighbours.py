"""The pictures most like the live frame, or like one of them: as a layer sees it, and pixel by pixel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from deepvis_app.engine.messages import (
    IndexRef,
    Neighbour,
    NeighboursRequest,
    NeighboursView,
    NetworkReady,
    View,
    ViewRequest,
)
from deepvis_app.session import Session
from deepvis_app.ui.dialogs.whole_picture import show_picture
from deepvis_app.ui.panels.live_panel import LivePanel
from deepvis_app.ui.texts import tr
from deepvis_app.ui.widgets.choice import Choice
from deepvis_app.ui.widgets.labels import Label
from deepvis_app.ui.widgets.mosaic import Mosaic
from deepvis_app.ui.widgets.no_index import NoIndex
from deepvis_app.ui.widgets.picture_view import PictureView
from deepvis_app.ui.widgets.segments import Segments

Metric = Literal["cosine", "euclidean"]
_NAME = "neighbours"
_MOST = 24
_QUERY_WIDTH, _WORDS_WIDTH = 150, 76


class NeighboursPanel(LivePanel):
    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._picture: int | None = None  # instead of the live frame
        self._metric: Metric = "cosine"
        self._layer: str | None = None  # whose codes; as chosen
        self._found: dict[Mosaic, tuple[Neighbour, ...]] = {}
        self.query = PictureView(tr("What is looked for"), tr("No picture yet"))
        self.query.can_save = False
        self.live = QPushButton(tr("Back to live"))
        self.live.setToolTip(tr("Look for pictures like the live frame again"))
        self.by_code, self.by_pixels = Mosaic(tr("Nearest by the layer")), Mosaic(tr("Nearest by pixels"))
        self.code_words, self.pixel_words = Label("", "caption", lines=3), Label("", "caption", lines=3)
        self.layer = Choice(tr("layer"), {"": ""}, tr("In whose space pictures are near"))
        self.measure = Segments(
            tr("How far is measured"),
            (
                ("cosine", tr("Cosine"), tr("By the angle between two codes: which units answer")),
                ("euclidean", tr("Euclidean"), tr("By the distance between two codes: also how strongly")),
            ),
        )
        self.about = Label("", "caption")
        self.pages = QStackedWidget()
        self._build()
        library = session.library
        self.measure.chosen.connect(self._set_metric)
        self.layer.chosen.connect(self._set_layer)
        self.live.clicked.connect(self._back_to_live)
        self.by_code.chosen.connect(self._open_by_code)
        self.by_pixels.chosen.connect(self._open_by_pixels)
        library.changed.connect(self._take_index)
        library.like_wanted.connect(self.look_for)
        session.network_changed.connect(self._take_network)
        self.measure.set_value(self._metric)
        self._take_index()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.about, 1)
        head.addWidget(self.layer)
        head.addWidget(self.measure)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.query, 1)
        left.addWidget(self.live)
        rows = QGridLayout()
        rows.setVerticalSpacing(4)
        for row, (words, mosaic) in enumerate(
            ((self.code_words, self.by_code), (self.pixel_words, self.by_pixels))
        ):
            words.setFixedWidth(_WORDS_WIDTH)
            rows.addWidget(words, row, 0, Qt.AlignmentFlag.AlignTop)
            rows.addWidget(mosaic, row, 1)
            rows.setRowStretch(row, 1)
        self.query.setFixedWidth(_QUERY_WIDTH)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addLayout(left)
        body.addLayout(rows, 1)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(body, 1)
        self.pages.addWidget(NoIndex(self.session))
        self.pages.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 2, 12, 8)
        outer.addWidget(self.pages)

    # ---- live ------------------------------------------------------------------------------------------

    def requests(self) -> Mapping[str, ViewRequest]:
        index, layer = self.session.library.index, self._code_layer()
        if index is None or layer is None:
            return {}
        ref = IndexRef(index.path, index.fingerprint, index.count)
        room = min(max(self.by_code.room(), self.by_pixels.room()), _MOST)
        return {_NAME: NeighboursRequest(layer, ref, room, self._metric, self._picture)}

    def take(self, views: Mapping[str, View]) -> None:
        view = views.get(_NAME)
        if not isinstance(view, NeighboursView):
            return
        self.query.set_picture(view.query)
        self._show(self.by_code, view.by_code)
        self._show(self.by_pixels, view.by_pixels)
        self.about.set_tip(tr("Found in {ms} ms", ms=f"{view.milliseconds:.1f}"))

    def _show(self, mosaic: Mosaic, found: Sequence[Neighbour]) -> None:
        self._found[mosaic] = tuple(found)
        mosaic.set_cells(
            [one.pixels for one in found],
            [_tip(one) for one in found],
            [f"{one.distance:.2f} {one.label or one.name}" for one in found],
        )

    # ---- what is chosen --------------------------------------------------------------------------------

    def _code_layer(self) -> str | None:
        """The chosen one; else the last that is no layer of class scores."""
        index = self.session.library.index
        if index is None or not index.code_layers:
            return None
        if self._layer in index.code_layers:
            return self._layer
        codes = index.about.codes
        inner = [name for name in index.code_layers if codes[name] != len(index.classes)]
        return (inner or index.code_layers)[-1]

    def _take_index(self) -> None:
        index, layer = self.session.library.index, self._code_layer()
        self._picture = None
        self.pages.setCurrentIndex(0 if layer is None else 1)
        if index is not None and layer is not None:
            self.layer.set_choices({name: name for name in index.code_layers})
            self.layer.set_value(layer)
        self._write()
        self.ask()

    def _take_network(self, _network: NetworkReady) -> None:
        self.query.set_picture(None)
        for mosaic in (self.by_code, self.by_pixels):
            mosaic.set_cells([])

    def _write(self) -> None:
        index, layer = self.session.library.index, self._code_layer()
        if index is None or layer is None:
            return
        count = f"{index.count:,}"
        if self._picture is None:
            self.about.set_text(tr("most like the live frame, of {count} pictures", count=count))
        else:
            self.about.set_text(tr("most like this picture, of {count}", count=count))
        self.live.setVisible(self._picture is not None)
        numbers = index.about.codes[layer]
        self.code_words.set_text(tr("by {layer},\n{count} numbers", layer=layer, count=numbers))
        self.pixel_words.set_text(tr("by pixels,\n16 × 16"))

    def _set_metric(self, metric: object) -> None:
        self._metric = cast("Metric", metric)
        self.ask()

    def _set_layer(self, layer: str) -> None:
        self._layer = layer
        self._write()
        self.ask()

    def look_for(self, picture: int) -> None:
        """What is like that picture of the index."""
        self._picture = picture
        self._write()
        self.ask()

    def _back_to_live(self) -> None:
        self._picture = None
        self._write()
        self.ask()

    def _open_by_code(self, cell: int) -> None:
        self._open(self._found[self.by_code][cell])

    def _open_by_pixels(self, cell: int) -> None:
        self._open(self._found[self.by_pixels][cell])

    def _open(self, one: Neighbour) -> None:
        show_picture(self.session, self, one.picture)

    def remembered(self) -> dict[str, Any]:
        return {"metric": self._metric, "layer": self._layer}

    def remember(self, saved: Mapping[str, Any]) -> None:
        if saved.get("metric") in ("cosine", "euclidean"):
            self._metric = saved["metric"]
            self.measure.set_value(self._metric)
        if isinstance(saved.get("layer"), str):
            self._layer = saved["layer"]


def _tip(one: Neighbour) -> str:
    named = f"{one.name} · {one.label}" if one.label else one.name
    return f"{named}\n{tr('distance {value}', value=f'{one.distance:.3f}')}"
