"""What the inspected unit looks for: its top patches, and beside them what drives it in each."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from deepvis_app.engine.messages import Driven, IndexRef, JobEnded, JobProgress, Pixels, Rule
from deepvis_app.i18n import Text
from deepvis_app.session import Session
from deepvis_app.session.patches import LayerFacts, UnitPatches, driven_tile, layer_facts, unit_patches
from deepvis_app.ui.dialogs.whole_picture import show_patch
from deepvis_app.ui.patch_words import facts_tip, facts_words, patch_tip, top_words
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import small
from deepvis_app.ui.widgets.labels import Label
from deepvis_app.ui.widgets.mosaic import Mosaic
from deepvis_app.ui.widgets.no_index import NoIndex
from deepvis_app.ui.widgets.segments import Segments

_ASKED, _FACTS = "unit patches", "unit facts"
_COLUMNS = 3
_COUNT = 9
_KEPT = 64  # units whose patches are remembered
_DRIVE_MS = 120  # a unit that is only passed by is not driven
_RULES: tuple[tuple[Rule, str, str], ...] = (
    ("deconvnet", "Deconvnet", "Beside each patch what drives the unit there, by deconvnet"),
    ("guided", "Guided", "Beside each patch what drives the unit there, by guided backprop"),
)

Key = tuple[str, int, bool]


class UnitPatchesView(QWidget):
    """Reads while it can be seen; each unit once."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._patches: OrderedDict[Key, UnitPatches] = OrderedDict()
        self._driven: OrderedDict[tuple[Key, Rule], list[Pixels | None]] = OrderedDict()
        self._shown: UnitPatches | None = None
        self._facts: LayerFacts | None = None
        self._rule: Rule = "deconvnet"
        self._job: tuple[int, tuple[Key, Rule]] | None = None
        self.patches = Mosaic(tr("Top patches of the unit"), _COLUMNS)
        self.driven = Mosaic(tr("What drives the unit in each patch"), _COLUMNS)
        self.words = Label("", "caption", lines=2)
        self.facts = Label("", "caption", lines=2)
        self.rule = Segments(
            tr("Rule of the pictures beside the patches"),
            [(value, tr(title), tr(tip)) for value, title, tip in _RULES],
        )
        self.lowest = QCheckBox(tr("least"))
        self.lowest.setFont(small(self.font()))
        self.lowest.setToolTip(tr("The patches that the unit answers to least"))
        self.empty = NoIndex(session, beside=True)
        self._content = QWidget()
        self._soon = QTimer(self, singleShot=True, interval=_DRIVE_MS)
        self._soon.timeout.connect(self._drive)
        self._build()
        self.patches.marked.connect(self.driven.set_mark)
        self.driven.marked.connect(self.patches.set_mark)
        self.patches.chosen.connect(self._open)
        self.driven.chosen.connect(self._open)
        self.rule.chosen.connect(self._set_rule)
        self.lowest.toggled.connect(self._ask)
        session.unit_changed.connect(self._ask)
        session.job_changed.connect(self._take_job)
        session.library.changed.connect(self._forget)
        session.library.answered.connect(self._take)
        session.library.refused.connect(self._refuse)
        self.rule.set_value(self._rule)
        self._forget()

    def _build(self) -> None:
        pictures = QGridLayout()
        pictures.setContentsMargins(0, 0, 0, 0)
        pictures.setHorizontalSpacing(8)
        pictures.setVerticalSpacing(4)
        for column, (mosaic, words) in enumerate(((self.patches, self.words), (self.driven, self.facts))):
            pictures.addWidget(mosaic, 0, column)
            pictures.addWidget(words, 1, column)
            pictures.setColumnStretch(column, 1)
        choices = QHBoxLayout()
        choices.setSpacing(10)
        choices.addWidget(self.lowest)
        choices.addWidget(self.rule, 1)
        inside = QVBoxLayout(self._content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addLayout(pictures)
        inside.addLayout(choices)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(0, 0, 0, 0)
        column_layout.addWidget(self._content)
        column_layout.addWidget(self.empty)

    def resizeEvent(self, event: QResizeEvent) -> None:
        side = (event.size().width() - 8) // 2
        for mosaic in (self.patches, self.driven):
            mosaic.setFixedHeight(mosaic.height_for(side, -(-_COUNT // _COLUMNS)))
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stop()

    # ---- reading ---------------------------------------------------------------------------------------

    @property
    def _key(self) -> Key | None:
        layer = self._session.unit_layer
        return None if layer is None else (layer, self._session.unit, self.lowest.isChecked())

    def _ask(self, *_: object) -> None:
        """The present unit's patches: those that are known, or from the index."""
        self._stop()
        key, library, network = self._key, self._session.library, self._session.network
        index = library.index
        if not self.isVisible() or key is None or network is None or index is None:
            return
        name, unit, lowest = key
        if self._facts is None or self._facts.layer != name:
            self._facts = None
            library.ask(_FACTS, lambda read: layer_facts(read, name))
        if key in self._patches:
            self._show(self._patches[key])
            return
        layer, how = self._session.find_layer(name), network.preprocessing
        if layer is None or name not in {one.name for one in index.layers}:
            self._clear(tr("This index does not hold {layer}.", layer=name))
            return
        library.ask(
            _ASKED, lambda read: (key, unit_patches(read, layer, [unit], how, count=_COUNT, lowest=lowest)[0])
        )

    def _take(self, name: str, answer: object) -> None:
        if name == _FACTS and isinstance(answer, LayerFacts):
            self._facts = answer
            self._write_facts()
        elif name == _ASKED and isinstance(answer, tuple):
            key, found = answer
            _remember(self._patches, key, found)
            if key == self._key:
                self._show(found)

    def _refuse(self, name: str, why: Text) -> None:
        if name == _ASKED:
            self._clear(tr(why))

    def _show(self, found: UnitPatches) -> None:
        self._shown = found
        tips = [patch_tip(one) for one in found.tiles]
        self.patches.set_cells([one.pixels for one in found.tiles], tips)
        self.words.set_text(top_words(found, self.lowest.isChecked()))
        self._write_facts()
        self._show_driven()
        if len(self._known_driven()) < len(found.tiles):
            self._soon.start()

    def _write_facts(self) -> None:
        shown, known = self._shown, self._facts
        facts = known.of(shown.unit) if shown and known and known.layer == shown.layer else None
        self.facts.set_text(facts_words(facts) if facts else "")
        self.facts.set_tip(facts_tip(facts) if facts else "")

    def _clear(self, words: str = "") -> None:
        self._shown = None
        self.patches.set_cells([])
        self.driven.set_cells([])
        self.words.set_text(words)
        self.facts.set_text("")

    def _forget(self) -> None:
        """Another index, or more in it."""
        index = self._session.library.index
        self._patches.clear()
        self._driven.clear()
        self._facts = None
        self._content.setVisible(index is not None)
        self.empty.setVisible(index is None)
        self.lowest.setVisible(index is not None and index.about.lowest)
        if index is None:
            self._clear()
        self._ask()

    # ---- what drives it --------------------------------------------------------------------------------

    def _known_driven(self) -> list[Pixels | None]:
        key = self._key
        return self._driven.get((key, self._rule), []) if key is not None else []

    def _show_driven(self) -> None:
        shown = self._shown
        if shown is None:
            return
        known = self._known_driven()
        network, layer = self._session.network, self._session.find_layer(shown.layer)
        if network is None or layer is None:
            return
        tiles = [
            None if pixels is None else driven_tile(pixels, layer, one.position, network.preprocessing)
            for one, pixels in zip(shown.tiles, known, strict=False)
        ]
        self.driven.set_cells(tiles, [patch_tip(one) for one in shown.tiles[: len(tiles)]])

    def _drive(self) -> None:
        """Let the worker go back through the network from each patch."""
        index, shown, key = self._session.library.index, self._shown, self._key
        if index is None or shown is None or key is None:
            return
        options = {
            "index": IndexRef(index.path, index.fingerprint, index.count),
            "pictures": tuple(one.picture for one in shown.tiles),
            "neurons": tuple(one.position for one in shown.tiles),
            "rule": self._rule,
        }
        number = self._session.start_job("drive", layer=shown.layer, unit=shown.unit, options=options)
        self._job = (number, (key, self._rule))
        self._driven.pop((key, self._rule), None)

    def _take_job(self, job: JobProgress | JobEnded) -> None:
        if self._job is None or job.id != self._job[0]:
            return
        of = self._job[1]
        if isinstance(job, JobEnded):
            self._job = None
        elif isinstance(job.item, Driven):
            _remember(self._driven, of, [*self._driven.get(of, []), job.item.pixels])
            if of == (self._key, self._rule):
                self._show_driven()

    def _stop(self) -> None:
        self._soon.stop()
        if self._job is not None:
            number, of = self._job
            self._session.cancel_job(number)
            self._driven.pop(of, None)  # it is not whole
            self._job = None

    def _set_rule(self, rule: object) -> None:
        self._stop()
        self._rule = next(value for value, _, _ in _RULES if value == rule)
        if self._shown is not None:
            self._show(self._shown)

    def remembered(self) -> str:
        """The rule, kept from one start to the next."""
        return self._rule

    def remember(self, saved: object) -> None:
        if saved in [value for value, _, _ in _RULES]:
            self.rule.set_value(saved)
            self._set_rule(saved)

    # ---- one of them -----------------------------------------------------------------------------------

    def _open(self, cell: int) -> None:
        shown = self._shown
        if shown is None or cell >= len(shown.tiles):
            return
        layer = self._session.find_layer(shown.layer)
        if layer is not None:
            show_patch(self._session, self, layer, shown.unit, shown.tiles[cell])


def _remember(known: OrderedDict[Any, Any], key: object, value: object) -> None:
    """The newest stay."""
    known[key] = value
    known.move_to_end(key)
    if len(known) > _KEPT:
        known.popitem(last=False)
