"""What all units of a layer look for: rows of units by patches, to scroll through and to keep as a sheet."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from deepvis_app.engine.messages import NetworkReady, View, ViewRequest
from deepvis_app.i18n import Text
from deepvis_app.session import Session
from deepvis_app.session.patches import LayerFacts, UnitOrder, UnitPatches, layer_facts, unit_patches
from deepvis_app.ui.dialogs.whole_picture import show_patch
from deepvis_app.ui.panels.live_panel import LivePanel
from deepvis_app.ui.patch_picture import KEPT_SIDE, patch_picture
from deepvis_app.ui.patch_words import facts_tip, facts_words
from deepvis_app.ui.savables import Savable
from deepvis_app.ui.texts import tr
from deepvis_app.ui.widgets.choice import Choice
from deepvis_app.ui.widgets.labels import Label
from deepvis_app.ui.widgets.no_index import NoIndex
from deepvis_app.ui.widgets.patch_sheet import SIDE, PatchSheet

_FACTS, _SEEN, _KEEP, _DRAWN = "patches facts", "patches seen", "patches to keep", "patches drawn"
_AT_ONCE = 6  # units that are read at once: the first are soon there
_KEEP_AT_ONCE = 16


class PatchesPanel(LivePanel):
    save_wanted = Signal(object)  # Savable

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._facts: LayerFacts | None = None
        self._keeping: list[UnitPatches] | None = None  # of the sheet that is being made
        self._order: UnitOrder = "number"
        self.about = Label("", "caption")
        self.order = Choice(
            tr("sort"),
            {
                "number": tr("number"),
                "selectivity": tr("selectivity"),
                "answer": tr("largest answer"),
            },
            tr("Selectivity: how much more a unit answers to its favourite label than to the others"),
        )
        self.lowest = Choice(
            tr("patches"),
            {"most": tr("most"), "least": tr("least")},
            tr("Those that each unit answers to most, or least"),
        )
        self.keep = QPushButton(tr("Save sheet"))
        self.keep.setToolTip(tr("Save the patches of all units of this layer as one PNG."))
        self.sheet = PatchSheet(tr("Patches of the layer's units"))
        self.pages = QStackedWidget()
        self.empty = NoIndex(session)
        self._build()
        library = session.library
        self.order.chosen.connect(self._set_order)
        self.lowest.chosen.connect(self._anew)
        self.keep.clicked.connect(self._toggle_keeping)
        self.sheet.wanted.connect(self._read)
        self.sheet.chosen.connect(self._choose)
        self.sheet.opened.connect(self._open)
        session.layer_changed.connect(self._anew)
        session.unit_changed.connect(self._select)
        session.network_changed.connect(self._take_network)
        library.changed.connect(self._anew)
        library.answered.connect(self._take_answer)
        library.refused.connect(self._refuse)
        self._anew()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.about, 1)
        for widget in (self.lowest, self.order, self.keep):
            row.addWidget(widget)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.sheet, 1)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 2, 12, 8)
        outer.addWidget(self.pages)

    # ---- a live panel that needs no frames -----------------------------------------------------------------

    def requests(self) -> Mapping[str, ViewRequest]:
        return {}

    def ask(self, after_ms: int = 0) -> None:
        """Also when it comes into sight: what it shows is then read."""
        super().ask(after_ms)
        if self.is_seen and self._facts is None:
            self._ask_facts()

    def take(self, views: Mapping[str, View]) -> None:
        pass

    # ---- reading -------------------------------------------------------------------------------------------

    def _anew(self, *_: object) -> None:
        """Another layer, other patches, or another index."""
        library = self.session.library
        index = library.index
        self._stop_keeping()
        self._facts = None
        self.sheet.set_units((), 1)
        self.sheet.forget()
        self.pages.setCurrentIndex(0 if index is None else 1)
        self.lowest.setVisible(index is not None and index.about.lowest)
        if self.is_seen:
            self._ask_facts()

    def _ask_facts(self) -> None:
        layer, library = self.session.layer, self.session.library
        if library.index is None or layer is None:
            return
        if layer not in {one.name for one in library.index.layers}:
            self.about.set_text(tr("This index does not hold {layer}.", layer=layer))
            return
        self.about.set_text(tr("Reading…"))
        library.ask(_FACTS, lambda index: layer_facts(index, layer))

    def _read(self, units: list[int]) -> None:
        """Some of them; when they have come, the sheet asks for the next."""
        if self.is_seen:
            self._ask_patches(_SEEN, units[:_AT_ONCE], self.pixels(SIDE))

    def _ask_patches(self, name: str, units: list[int], side: int) -> None:
        network, layer, index = self.session.network, self.session.layer_info, self.session.library.index
        if network is None or layer is None or index is None:
            return
        reading = partial(
            unit_patches,
            layer=layer,
            units=units,
            how=network.preprocessing,
            count=index.about.top,
            lowest=self._least,
            side=side,
        )
        self.session.library.ask(name, reading)

    @property
    def _least(self) -> bool:
        return self.lowest.value == "least" and not self.lowest.isHidden()

    def _take_answer(self, name: str, answer: object) -> None:
        if name == _FACTS:
            self._show_facts(cast("LayerFacts", answer))
        elif name == _SEEN:
            self.sheet.add(cast("tuple[UnitPatches, ...]", answer))
        elif name == _KEEP:
            self._go_on_keeping(cast("tuple[UnitPatches, ...]", answer))
        elif name == _DRAWN:
            self._save(answer)

    def _refuse(self, name: str, why: Text) -> None:
        if name in (_FACTS, _SEEN, _KEEP, _DRAWN):
            self._stop_keeping()
            self.about.set_text(tr(why))

    def _show_facts(self, facts: LayerFacts) -> None:
        index = self.session.library.index
        if index is None or facts.layer != self.session.layer:
            return
        self._facts = facts
        self._write()
        self.sheet.set_units(facts.order(self._order), index.about.top, self._words)
        self._select()

    def _write(self) -> None:
        index, facts = self.session.library.index, self._facts
        if index is not None and facts is not None:
            dead = int(facts.statistics.dead.sum())
            words = tr(
                "{units} units of {layer} over {count} pictures",
                units=len(facts.statistics.dead),
                layer=facts.layer,
                count=f"{index.count:,}",
            )
            self.about.set_text(f"{words} · {tr('{count} dead', count=dead)}" if dead else words)

    def _words(self, unit: int) -> tuple[str, str]:
        if self._facts is None:
            return "", ""
        facts = self._facts.of(unit)
        return facts_words(facts, short=True), facts_tip(facts)

    # ---- what is chosen ------------------------------------------------------------------------------------

    def _take_network(self, _network: NetworkReady) -> None:
        self._anew()

    def _set_order(self, order: str) -> None:
        self._order = cast("UnitOrder", order)
        if self._facts is not None:
            self._show_facts(self._facts)

    def _select(self, *_: object) -> None:
        session = self.session
        self.sheet.set_selected(session.unit if session.unit_layer == session.layer else -1)

    def _choose(self, unit: int) -> None:
        self.session.set_unit(unit)

    def _open(self, unit: int, place: int) -> None:
        found, layer = self.sheet.patches(unit), self.session.layer_info
        if found is not None and layer is not None:
            self.session.set_unit(unit)
            show_patch(self.session, self, layer, unit, found.tiles[place])

    # ---- the sheet -----------------------------------------------------------------------------------------

    def _toggle_keeping(self) -> None:
        if self._keeping is not None:
            self._stop_keeping()
        elif self._facts is not None:
            self._keeping = []
            self._go_on_keeping(())

    def _go_on_keeping(self, more: tuple[UnitPatches, ...]) -> None:
        """A few units at a time, so that the panel can be browsed meanwhile."""
        kept, facts = self._keeping, self._facts
        if kept is None or facts is None:
            return
        kept += more
        units = facts.order(self._order)
        self.keep.setText(tr("Stop ({percent} %)", percent=100 * len(kept) // len(units)))
        if len(kept) < len(units):
            self._ask_patches(_KEEP, units[len(kept) : len(kept) + _KEEP_AT_ONCE], KEPT_SIDE)
            return
        words = [self._words(unit)[0] for unit in units]
        title = f"{self.session.network.title if self.session.network else ''} · {self.about.text}"
        self.session.library.ask(_DRAWN, lambda _: patch_picture(kept, words, title))

    def _stop_keeping(self) -> None:
        self._keeping = None
        for name in (_KEEP, _DRAWN):
            self.session.library.drop(name)
        self.keep.setText(tr("Save sheet"))

    def _save(self, picture: Any) -> None:
        network, layer = self.session.network, self.session.layer
        if network is None or layer is None:
            return
        self._stop_keeping()
        index = self.session.library.index
        about: dict[str, object] = {
            "network": network.spec.spec,
            "layer": layer,
            "method": "patches",
            "index": str(index.path) if index else None,
            "order": self._order,
        }
        title = tr("Patches of {layer}", layer=layer)
        self.save_wanted.emit(Savable("patches", title, picture, about, layer))

    def remembered(self) -> dict[str, Any]:
        return {"order": self._order}

    def remember(self, saved: Mapping[str, Any]) -> None:
        if saved.get("order") in ("number", "selectivity", "answer"):
            self.order.set_value(saved["order"])
            self._set_order(saved["order"])
