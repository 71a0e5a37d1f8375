"""Pictures made to please the network or to fool it: a method, what it is told, and what it has reached."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from deepvis_app.engine.messages import (
    Failure,
    JobEnded,
    JobProgress,
    Synthesised,
    View,
    ViewRequest,
)
from deepvis_app.i18n import Text
from deepvis_app.methods import METHODS, Method, Need, Output
from deepvis_app.session import Session
from deepvis_app.ui.contact_sheet import contact_sheet
from deepvis_app.ui.dialogs.enlarged import EnlargedDialog
from deepvis_app.ui.making import Making, making, wish
from deepvis_app.ui.panels.live_panel import LivePanel
from deepvis_app.ui.savables import Savable
from deepvis_app.ui.texts import tr
from deepvis_app.ui.widgets.aim import Aim
from deepvis_app.ui.widgets.made_tiles import MadeTiles
from deepvis_app.ui.widgets.own_keys import ARROWS, PRESS, OwnKeys
from deepvis_app.ui.widgets.params_form import ParamsForm
from deepvis_app.ui.widgets.picture_list import PictureList

_LEFT = 272  # pixels of the column with the buttons


class SynthesisPanel(LivePanel):
    save_wanted = Signal(object)  # Savable

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._rows = {row.name: row for row in METHODS.values() if row.output is Output.PICTURE}
        self._values: dict[str, dict[str, Any]] = {}
        self._making: Making | None = None  # what is being made, or was made last
        self._job: int | None = None
        self._stopped = False  # by the user
        self._failing = False  # its failure is still to come
        self._form_of: str | None = None
        self.method = QComboBox()
        self.aim = Aim(session)
        self.others = PictureList()
        self.form = ParamsForm()
        self.start = QPushButton(tr("Start"))
        self.save = QPushButton(tr("Save…"))
        self.use = QPushButton(tr("To the input"))
        self.bar = QProgressBar()
        self.note = QLabel()
        self.tiles = MadeTiles()
        self._filled = False
        session.network_changed.connect(self._take_network)
        session.job_changed.connect(self._take_job)
        session.failed.connect(self._take_failure)
        self._build()

    # ---- layout ------------------------------------------------------------------------------------------

    def _build(self) -> None:
        for row in self._rows.values():
            self.method.addItem(tr(row.title), row.name)
            tip = f"{tr(row.about)}\n{row.paper}"
            self.method.setItemData(self.method.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.method.setAccessibleName(tr("Method"))
        OwnKeys(self.method, (*ARROWS, *PRESS))
        self.method.currentIndexChanged.connect(self._choose)
        self.start.setProperty("primary", True)
        self.start.clicked.connect(self.toggle)
        self.save.setToolTip(tr("Save the picture with what made it, as a PNG or as an array of NumPy."))
        self.save.clicked.connect(self._save_result)
        self.use.setToolTip(tr("Make this picture the input, so that the network looks at it."))
        self.use.clicked.connect(self.make_input)
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.note.setWordWrap(True)
        self.note.setProperty("role", "muted")
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.others.changed.connect(self._refresh)
        self.others.refused.connect(self._say)
        self.tiles.enlarge_wanted.connect(self._enlarge)
        self.tiles.save_wanted.connect(self._save)
        left = QVBoxLayout()
        left.setSpacing(6)
        for widget in (self.method, self.aim, self.others, self.note):
            left.addWidget(widget, 1 if widget is self.note else 0)
        left.addWidget(self.bar)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self.start, self.save, self.use):
            buttons.addWidget(button, 1)
        left.addLayout(buttons)
        holder = QWidget()
        holder.setFixedWidth(_LEFT)
        holder.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        self._whole = whole = QHBoxLayout(self)
        whole.setContentsMargins(12, 2, 12, 8)
        whole.setSpacing(18)
        whole.addWidget(holder)
        whole.addWidget(self.form, 1)
        whole.addWidget(self.tiles, 1)
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        self._fill()
        super().showEvent(event)

    def _fill(self) -> None:
        """The form is made when it is first needed: a window starts without it."""
        if not self._filled:
            self._filled = True
            self._choose()

    def requests(self) -> Mapping[str, ViewRequest]:
        return {}

    def take(self, views: Mapping[str, View]) -> None:
        """Nothing of every frame is shown here."""

    # ---- what is chosen ----------------------------------------------------------------------------------

    @property
    def row(self) -> Method:
        return self._rows[self.method.currentData()]

    @property
    def running(self) -> bool:
        return self._job is not None

    def choose(self, name: str) -> None:
        """That method; one that makes no pictures changes nothing."""
        self.method.setCurrentIndex(max(self.method.findData(name), 0))

    def _choose(self) -> None:
        if not self._filled:
            return
        self._keep_values()
        row = self.row
        self.method.setToolTip(f"{tr(row.about)}\n{row.paper}")
        self.form.set_kind(row.params, self._values.get(row.name))
        self.aim.set_method(row)
        self.others.set_most(max(row.others, 1), wish(row))
        self.others.setVisible(row.others > 0)
        self._form_of = row.name
        self._whole.setStretchFactor(self.tiles, 1 if Need.OTHER_CLASS not in row.needs else 2)
        self._refresh()

    def _keep_values(self) -> None:
        if self._form_of is not None:
            self._values[self._form_of] = self.form.values()

    # ---- making ------------------------------------------------------------------------------------------

    def toggle(self) -> None:
        """Start, or stop with what is reached."""
        self._fill()
        if self._job is not None:
            self._stopped = True
            self.session.cancel_job(self._job)
        elif self.start.isEnabled():
            self._start()

    def _start(self) -> None:
        row, aimed, params = self.row, self.aim.aimed, self.form.value()
        others = self.others.pixels if row.others else ()
        names = self.others.names if row.others else ()
        self._making = making(self.session, row, aimed, params, names)
        self._stopped = self._failing = False
        self.tiles.begin(tr(row.title))
        self._job = self.session.start_job(
            "synthesise",
            layer=aimed.layer,
            unit=aimed.unit,
            class_index=aimed.class_index,
            options={"method": row.name, "params": params, "others": others},
        )
        self._say(None)
        self._refresh()

    def _take_job(self, job: JobProgress | JobEnded) -> None:
        if job.id != self._job:
            return
        if isinstance(job.item, Synthesised) and self._making is not None:
            self._making = replace(self._making, made=job.item)
            self.tiles.show_made(job.item)
            self._say(job.item.note)
        if isinstance(job, JobProgress):
            self.bar.setValue(round(1000 * job.done))
            if not (isinstance(job.item, Synthesised) and job.item.note):
                self.note.setText(_time_left(job))
        else:
            self._end(job)
        self._refresh()

    def _end(self, job: JobEnded) -> None:
        self._job = None
        self._failing = job.cancelled and not self._stopped
        if job.cancelled and isinstance(job.item, Synthesised):
            self.note.setText(tr("Stopped; this is what was reached."))
        elif job.cancelled:
            self.note.setText(tr("Stopped."))
            self.tiles.clear()
        elif not (isinstance(job.item, Synthesised) and job.item.note):
            self.note.setText("")

    def _take_failure(self, failure: Failure) -> None:
        """What ended the picture that was being made."""
        if self._failing:
            self._failing = False
            self._say(failure.about)

    def _take_network(self) -> None:
        self.aim.take_network()
        self._refresh()

    def _say(self, words: Text | None) -> None:
        self.note.setText(tr(words) if words else "")
        self.note.setToolTip(self.note.text())

    def _refresh(self) -> None:
        row, made = self.row, self._making.made if self._making else None
        missing = Need.PICTURE in row.needs and not self.others.pixels
        self.start.setText(tr("Stop") if self.running else tr("Start"))
        self.start.setEnabled(self.running or (self.session.network is not None and not missing))
        tip = wish(row) if missing else tr("Make it, from the present picture where the method takes one.")
        self.start.setToolTip(tr("Stop with what is reached.") if self.running else tip)
        self.bar.setVisible(self.running)
        for button in (self.save, self.use):
            button.setEnabled(made is not None)
        if not self.running and made is None:
            self.tiles.set_empty(tr(row.about))

    # ---- what was made -----------------------------------------------------------------------------------

    def make_input(self) -> None:
        """The network looks at what was made."""
        if self._making is not None and self._making.made is not None:
            self.session.open_still(self._making.made.pixels, self._making.title)

    def _enlarge(self, name: str) -> None:
        dialog = EnlargedDialog(self.tiles.tile(name), f"{tr(self.row.about)} {self.row.paper}", parent=self)
        dialog.save_wanted.connect(self._save)
        dialog.open()

    def _save_result(self) -> None:
        self._save("result")

    def _save(self, name: str) -> None:
        """The tile of that name."""
        found = self.savable(name)
        if found is not None:
            self.save_wanted.emit(found)

    def savable(self, name: str = "result") -> Savable | None:
        """The tile of that name, with what made it; None where nothing is made yet."""
        if self._making is None or self._making.made is None:
            return None
        tile = self.tiles.tile(name)
        if tile.pixels is None:
            return None
        return Savable(name, tile.title, tile.pixels, self._making.about, whole=True)

    def save_sheet(self) -> None:
        """All tiles side by side, as one picture."""
        if self._making is not None and self.tiles.shown:
            sheet = contact_sheet(self.tiles.shown, self._making.title)
            self.save_wanted.emit(Savable("sheet", tr("Sheet"), sheet, self._making.about))

    # ---- remembered --------------------------------------------------------------------------------------

    def remembered(self) -> dict[str, Any]:
        if self._filled:
            self._keep_values()
        return {"method": self.row.name, "values": self._values, "folder": self.others.folder}

    def remember(self, saved: Mapping[str, Any]) -> None:
        values = saved.get("values")
        if isinstance(values, dict):
            self._values = {name: each for name, each in values.items() if isinstance(each, dict)}
        self.others.folder = str(saved.get("folder", ""))
        self.choose(str(saved.get("method", "")))


def _time_left(job: JobProgress) -> str:
    if job.seconds_left is None:
        return tr("Starting…")
    seconds = round(job.seconds_left)
    if seconds < 60:
        return tr("{seconds} s left", seconds=seconds)
    return tr("{minutes} min {seconds} s left", minutes=seconds // 60, seconds=seconds % 60)
