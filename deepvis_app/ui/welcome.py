"""The first thing that is seen: what shall the network look at? Four large answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from deepvis_app.ui.dialogs.parts import in_row
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import scaled, strong, tokens
from deepvis_app.ui.widgets.big_choice import BigChoice
from deepvis_app.ui.widgets.own_keys import ARROWS

if TYPE_CHECKING:
    from deepvis_app.ui.main_window import MainWindow

_WIDE = 1060  # pixels from which on the four stand in a row
_APART = 14
_WIDEST, _LEAST_SIDE = 1040, 40  # pixels of what is written, and beside it


class Welcome(QWidget):
    """Covers the window under its menus until something is chosen; Esc leaves it, the samples run behind."""

    ended = Signal(bool)  # whether it shall be shown again

    def __init__(self, window: MainWindow, *, again: bool) -> None:
        super().__init__(window)
        self._window = window
        self._gone = False
        self.setAccessibleName(tr("Welcome"))
        self.camera = self._choice(
            "camera", tr("Camera"), tr("Yourself, or what is on the table"), self._camera
        )
        self.picture = self._choice("picture", tr("Picture"), tr("A photograph of yours"), self._picture)
        self.video = self._choice("video", tr("Video"), tr("A film, frame by frame"), self._video)
        self.samples = self._choice(
            "samples", tr("Samples"), tr("Eight photographs to begin with"), self._samples
        )
        self.choices = (self.camera, self.picture, self.video, self.samples)
        self.again = QCheckBox(tr("Show this at every start"))
        self.again.setChecked(again and bool(window.settings.get("welcome.show") is not None))
        self.tour = QPushButton(tr("Tour"))
        self.tour.setAutoDefault(False)
        self.tour.setToolTip(tr("Six hints on the window, over the samples"))
        self.tour.clicked.connect(self._take_tour)
        self._grid = QGridLayout()
        self._grid.setSpacing(_APART)
        self._build()
        window.installEventFilter(self)
        self._source = window.session.playback.source  # behind
        window.session.source_changed.connect(self._look_at_source)
        self._fit()

    def _build(self) -> None:
        title = QLabel(tr("See what a network sees"))
        title.setFont(strong(scaled(self.font(), 2.1)))
        title.setProperty("role", "strong")
        words = QLabel(
            tr(
                "DeepVis shows, live, what each unit of a neural network answers to, and what in the picture "
                "made it answer. What shall it look at?"
            )
        )
        words.setWordWrap(True)
        words.setProperty("role", "muted")
        for label in (title, words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        note = QLabel(tr("Arrows and Enter choose; Esc goes on with the samples."))
        note.setProperty("role", "muted")
        note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        below = in_row(self.tour, self.again, stretch=True)
        below.setSpacing(16)
        below.addWidget(note)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(title)
        column.addWidget(words)
        column.addSpacing(24)
        column.addLayout(self._grid)
        column.addSpacing(20)
        column.addLayout(below)
        column.addStretch(3)

    def _choice(self, glyph: str, title: str, words: str, act: Callable[[], None]) -> BigChoice:
        made = BigChoice(glyph, title, words, self)
        made.clicked.connect(act)
        return made

    def take_focus(self) -> None:
        self.samples.setFocus(Qt.FocusReason.TabFocusReason)

    # ---- what is chosen --------------------------------------------------------------------------------

    def _camera(self) -> None:
        self._window.sources.open_camera()

    def _picture(self) -> None:
        self._window.sources.open_picture_file()

    def _video(self) -> None:
        self._window.sources.open_video_file()

    def _samples(self) -> None:
        self._window.sources.open_samples()

    def _take_tour(self) -> None:
        self._leave()
        self._window.home.show_tour()

    def _look_at_source(self) -> None:
        """Another one was opened, here or from the menus."""
        if self._window.session.playback.source is not self._source:
            self._leave()

    def _leave(self) -> None:
        """There is something to look at."""
        if not self._gone:
            self._gone = True
            self._window.removeEventFilter(self)
            self._window.session.source_changed.disconnect(self._look_at_source)
            self.hide()
            self.deleteLater()
            self.ended.emit(self.again.isChecked())

    # ---- place and keys --------------------------------------------------------------------------------

    def _fit(self) -> None:
        """Over all of the window but its menus and its lowest line."""
        window = self._window
        top = window.menuBar().geometry().bottom() + 1
        height = window.height() - top - window.statusBar().height()
        self.setGeometry(0, top, window.width(), height)
        side = max(_LEAST_SIDE, (window.width() - _WIDEST) // 2)
        self._column.setContentsMargins(side, 20, side, 20)
        columns = 4 if self.width() >= _WIDE else 2
        for place, choice in enumerate(self.choices):
            self._grid.addWidget(choice, place // columns, place % columns)
        self._columns = columns

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fit()
        return False

    def event(self, event: QEvent) -> bool:
        """While it is shown, no key of its own is a shortcut."""
        key = event.key() if isinstance(event, QKeyEvent) else None
        if event.type() == QEvent.Type.ShortcutOverride and key in (Qt.Key.Key_Escape, *ARROWS):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
        }
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in steps:
            self._step(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        focused = next((place for place, each in enumerate(self.choices) if each.hasFocus()), None)
        place = 0 if focused is None else focused + step
        if 0 <= place < len(self.choices):
            self.choices[place].setFocus(Qt.FocusReason.TabFocusReason)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """The Tab key stays within."""
        controls: list[QWidget] = [*self.choices, self.tour, self.again]
        focused = next((place for place, each in enumerate(controls) if each.hasFocus()), -1)
        place = (focused + (1 if forward else -1)) % len(controls)
        controls[place].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(tokens(self).window))
