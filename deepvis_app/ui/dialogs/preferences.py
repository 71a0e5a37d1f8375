"""Preferences: every change counts at once; where it cannot, the dialog says so."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QLabel,
    QSizePolicy,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from deepvis_app.errors import InputError
from deepvis_app.paths import cache_dir
from deepvis_app.ui import storage
from deepvis_app.ui.defaults import SIZES as CAMERA_SIZES
from deepvis_app.ui.defaults import CameraDefaults, camera_defaults
from deepvis_app.ui.dialogs.parts import button, in_row, make_room, muted, only_close
from deepvis_app.ui.networking import devices
from deepvis_app.ui.preferences import Preferences
from deepvis_app.ui.texts import LANGUAGES, languages, tr
from deepvis_app.ui.theme import SIZES
from deepvis_app.ui.widgets.labels import Label
from deepvis_app.ui.widgets.number_box import inset

if TYPE_CHECKING:
    from deepvis_app.ui.main_window import MainWindow

_MOST_GB = 1000
T = TypeVar("T")


class PreferencesDialog(QDialog):
    def __init__(self, window: MainWindow, preferences: Preferences) -> None:
        super().__init__(window)
        self.setWindowTitle(tr("Preferences"))
        self._window, self._preferences = window, preferences
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.pages.setAccessibleName(tr("Preferences"))
        for title, page in (
            (tr("Look"), self._look()),
            (tr("Computing"), self._computing()),
            (tr("Storage"), self._storage()),
            (tr("Camera"), self._camera()),
            (tr("Window"), self._behaviour()),
        ):
            self.pages.addTab(page, title)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(self.pages, 1)
        column.addWidget(only_close(self))
        make_room(self, 560, 400)

    # ---- pages -----------------------------------------------------------------------------------------

    def _look(self) -> QWidget:
        chosen = self._preferences
        themes = {
            "system": tr("As the system"),
            "light": tr("Light"),
            "dark": tr("Dark"),
            "contrast": tr("High contrast"),
        }
        spoken = {"": tr("As the system"), **{code: LANGUAGES[code] for code in languages()}}
        sizes = {size: f"{size} %" for size in SIZES}
        self.theme = _choice(tr("Colours"), themes, self._window.theme.mode, self._set_theme)
        self.language = _choice(tr("Language"), spoken, chosen.language, self._set_language)
        self.letters = _choice(tr("Letters"), sizes, chosen.size, self._set_size)
        return _page(
            (self.theme, self.language, self.letters),
            muted(tr("All of this changes at once, in every window that is open.")),
        )

    def _computing(self) -> QWidget:
        networks = self._window.networks
        self.device = _choice(tr("Device"), devices(), networks.device, self._set_device)
        counts = {0: tr("As it goes best"), **{n: str(n) for n in range(1, (os.cpu_count() or 1) + 1)}}
        self.threads = _choice(tr("Threads"), counts, networks.threads, self._set_threads)
        precisions = {
            "auto": tr("Whatever is faster, where the pictures stay the same"),
            "float32": tr("float32: exact"),
            "bfloat16": tr("bfloat16: half the memory"),
        }
        self.precision = _choice(
            tr("Live pictures"), precisions, self._preferences.precision, self._set_precision
        )
        return _page(
            (self.device, self.threads, self.precision),
            muted(
                tr(
                    "Another device loads the network anew; another precision makes its fast copy anew. What "
                    "is saved, optimised or compared is always float32."
                )
            ),
        )

    def _storage(self) -> QWidget:
        self.used = QLabel()
        self.place = Label(role="muted")
        self.limit = QSpinBox()
        inset(self.limit)
        self.limit.setRange(0, _MOST_GB)
        self.limit.setSuffix(" GB")
        self.limit.setSpecialValueText(tr("no limit"))
        self.limit.setValue(self._preferences.limit)
        self.limit.setAccessibleName(tr("At most"))
        self.limit.setToolTip(tr("What was not used for longest is deleted first; it can be fetched again."))
        self.limit.editingFinished.connect(self._set_limit)
        self.elsewhere = button(tr("Another folder…"), self._choose_cache)
        self.usual = button(tr("The usual one"), self._usual_cache)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.addRow(tr("In use"), self.used)
        form.addRow(tr("At most"), in_row(self.limit))
        form.addRow(tr("Place"), self.place)
        form.addRow("", in_row(self.elsewhere, self.usual))
        self._tell_storage()
        return _framed(
            form,
            muted(
                tr(
                    "Networks that were fetched and pictures that were made for units. Another place counts "
                    "at once; what is in the old one stays there until you move or delete it."
                )
            ),
        )

    def _camera(self) -> QWidget:
        usual = camera_defaults(self._window.settings)
        names = {"": tr("The system's first"), **{name: name for name in self._window.session.cameras()}}
        names.setdefault(usual.name, tr("{name} (not plugged in)", name=usual.name))
        sizes = {size: f"{size[0]} × {size[1]}" for size in CAMERA_SIZES}
        self.camera = _choice(tr("Camera"), names, usual.name, self._set_camera)
        self.camera_size = _choice(tr("Picture"), sizes, usual.size, self._set_camera)
        self.mirrored = _tick(tr("Mirrored, as one sees oneself"), usual.mirrored, self._set_camera)
        return _page(
            (self.camera, self.camera_size),
            self.mirrored,
            muted(tr("A camera that is open is opened anew, in its format nearest to this size.")),
        )

    def _behaviour(self) -> QWidget:
        chosen = self._preferences
        self.confirm = _tick(tr("Ask before the window closes"), chosen.confirms, self._set_confirms)
        self.welcome = _tick(tr("Begin with the welcome"), chosen.welcomes, self._set_welcomes)
        return _page((), self.confirm, self.welcome, muted(tr("Both count from now on.")))

    # ---- changes ---------------------------------------------------------------------------------------

    def _set_theme(self) -> None:
        self._window.set_theme(self.theme.currentData())

    def _set_language(self) -> None:
        self._preferences.set_language(self.language.currentData())

    def _set_size(self) -> None:
        self._preferences.set_size(self.letters.currentData())
        self.adjustSize()

    def _set_device(self) -> None:
        self._window.networks.set_device(self.device.currentData())

    def _set_threads(self) -> None:
        self._window.networks.set_threads(self.threads.currentData())

    def _set_precision(self) -> None:
        self._preferences.set_precision(self.precision.currentData())

    def _set_limit(self) -> None:
        if self.limit.value() != self._preferences.limit:
            self._preferences.set_limit(self.limit.value())
            self._tell_storage()

    def _choose_cache(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("Where to keep what is fetched"), str(cache_dir()))
        if folder:
            self._set_cache(Path(folder))

    def _usual_cache(self) -> None:
        self._set_cache(None)

    def _set_cache(self, folder: Path | None) -> None:
        try:
            self._preferences.set_cache(folder)
        except OSError as error:
            problem = InputError("{folder} cannot be used: {reason}.", folder=folder, reason=error.strerror)
            self.place.set_text(tr(problem.text))
        else:
            self._tell_storage()

    def _tell_storage(self) -> None:
        self.used.setText(tr("{megabytes} MB", megabytes=f"{storage.cached_bytes() / 10**6:,.0f}"))
        self.place.set_text(str(cache_dir()))

    def _set_camera(self) -> None:
        name, size = self.camera.currentData(), self.camera_size.currentData()
        self._preferences.set_camera(CameraDefaults(name, tuple(size), self.mirrored.isChecked()))

    def _set_confirms(self) -> None:
        self._preferences.set_confirms(self.confirm.isChecked())

    def _set_welcomes(self) -> None:
        self._preferences.set_welcomes(self.welcome.isChecked())


def _choice(name: str, choices: Mapping[T, str], value: T, act: Callable[[], None]) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    for each, title in choices.items():
        made.addItem(title, each)
    made.setCurrentIndex(max(list(choices).index(value) if value in choices else 0, 0))
    made.activated.connect(act)
    return made


def _tick(title: str, checked: bool, act: Callable[[], None]) -> QCheckBox:
    made = QCheckBox(title)
    made.setChecked(checked)
    made.clicked.connect(act)
    return made


def _page(choices: tuple[QComboBox, ...], *below: QWidget) -> QWidget:
    form = QFormLayout()
    form.setHorizontalSpacing(16)
    for choice in choices:
        form.addRow(choice.accessibleName(), choice)
    return _framed(form, *below)


def _framed(form: QFormLayout, *below: QWidget) -> QWidget:
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(12, 16, 12, 8)
    column.setSpacing(12)
    column.addLayout(form)
    for widget in below:
        column.addWidget(widget)
    column.addStretch(1)
    return page
