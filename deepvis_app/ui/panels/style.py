"""The stream as a painting: styles mixed by a dragged dot, before and after, and what is made of it."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from deepvis_app.engine.messages import JobEnded, JobProgress, StyleRequest, StyleView, View, ViewRequest
from deepvis_app.session import Session
from deepvis_app.session.styling import SIZES
from deepvis_app.ui.panels.live_panel import LivePanel
from deepvis_app.ui.texts import tr
from deepvis_app.ui.theme import small
from deepvis_app.ui.widgets.labels import Label
from deepvis_app.ui.widgets.own_keys import PRESS, OwnKeys
from deepvis_app.ui.widgets.painting_job import PaintingJob
from deepvis_app.ui.widgets.picture_view import PictureView
from deepvis_app.ui.widgets.segments import Segments
from deepvis_app.ui.widgets.share_slider import ShareSlider
from deepvis_app.ui.widgets.split_picture import SplitPicture
from deepvis_app.ui.widgets.style_polygon import StylePolygon

STYLE = "style"  # the name of its request
LAYOUTS = ("beside", "split", "alone")
_EMPTY = "No picture yet.\nOpen a file, drop one here, or start the camera: it is painted as it comes."
_SIDE = 236  # pixels of the column of controls
_HIGH, _WIDEST = 420, 420  # of the panel, and of the styles beside the controls
_SHARES = (5, 2)  # of the width: pictures; styles and controls
_WORDS_EVERY = 0.4  # seconds
_SECOND_MS = 200  # between two looks at how long it has been recording


class StylePanel(LivePanel):
    roomy = QSize(1180, 560)

    save_painting = Signal()
    record = Signal()
    paint_video = Signal()
    learn = Signal()
    cancel_wanted = Signal(int)  # a job

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.styling = session.styling
        self.before = PictureView(tr("The picture as it comes"), "")
        self.after = SplitPicture(tr("The picture as a painting"), tr(_EMPTY))
        self.words = Label("", "caption")
        self.polygon = StylePolygon()
        self.mixture = Label("", "caption")
        self.layouts = Segments(
            tr("Before and after"),
            (
                ("beside", tr("Beside"), tr("The picture and its painting side by side.")),
                ("split", tr("Split"), tr("The picture left, its painting right of a line: drag it.")),
                ("alone", tr("Painting"), tr("The painting alone, as large as it can be.")),
            ),
        )
        names = (tr("Strength"), tr("Strokes"))
        room = max(names, key=len)
        self.strength = ShareSlider(
            names[0], tr("How much of it is painted: at 0 % it is the picture itself."), room=room
        )
        self.strokes = ShareSlider(
            names[1],
            tr("How large the strokes are. The picture is painted smaller for larger ones, which is faster."),
            SIZES,
            room,
        )
        self.colours = QCheckBox(tr("Keep the colours"))
        self.snap = QPushButton(tr("Save…"))
        self.film = QPushButton(tr("Record…"))
        self.video = QPushButton(tr("Paint a video…"))
        self.teach = QPushButton(tr("New style…"))
        self.job = PaintingJob()
        self._holder = QWidget()
        self._right = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._said = 0.0
        self._split = 0.5  # where the line is, while there is none
        self._clock = QTimer(self, interval=_SECOND_MS)
        self._clock.timeout.connect(self._tell_seconds)
        self._build()
        self._connect()
        self._show_choices()

    # ---- layout ------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.layouts.set_value("beside")
        self.before.setSizePolicy(self.after.sizePolicy())
        self.colours.setToolTip(tr("The painting's light and dark with the colours of the picture."))
        OwnKeys(self.colours, PRESS)
        for button, tip in (
            (self.snap, tr("Save the painting of this picture as a PNG, at its full resolution.")),
            (self.film, tr("Record the painting as a film, until you stop it.")),
            (
                self.video,
                tr("Paint every picture of a video file into a film of the same speed, without its sound."),
            ),
            (
                self.teach,
                tr("Learn to paint like a picture of yours: a few minutes, while all else goes on."),
            ),
        ):
            button.setToolTip(tip)
            OwnKeys(button, PRESS)
        pictures = QHBoxLayout(self._holder)
        pictures.setContentsMargins(0, 0, 0, 0)
        pictures.setSpacing(8)
        pictures.addWidget(self.before, 1)
        pictures.addWidget(self.after, 1)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self._holder, 1)
        left.addWidget(self.words)
        left.addWidget(self.job)
        middle = QVBoxLayout()
        middle.setSpacing(4)
        middle.addWidget(self.polygon, 1)
        middle.addWidget(self.mixture)
        buttons = QGridLayout()
        buttons.setSpacing(6)
        for place, button in enumerate((self.snap, self.film, self.video, self.teach)):
            button.setFont(small(self.font()))
            buttons.addWidget(button, place // 2, place % 2)
        side = QWidget()
        side.setFixedWidth(_SIDE)
        controls = QVBoxLayout(side)
        controls.setContentsMargins(0, 0, 0, 0)
        controls.setSpacing(5)
        for widget in (self.layouts, self.strength, self.strokes, self.colours):
            controls.addWidget(widget)
        controls.addLayout(buttons)
        controls.addStretch(1)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 12, 8)
        row.setSpacing(16)
        self._right.setSpacing(16)
        self._right.addLayout(middle, 1)
        self._right.addWidget(side)
        row.addLayout(left, _SHARES[0])
        row.addLayout(self._right, _SHARES[1])

    def _connect(self) -> None:
        session, styling = self.session, self.styling
        self.layouts.chosen.connect(self._choose_layout)
        self.polygon.changed.connect(self._choose_mix)
        self.strength.changed.connect(styling.set_strength)
        self.strokes.changed.connect(styling.set_size)
        self.colours.toggled.connect(styling.set_keep_colours)
        self.snap.clicked.connect(self.save_painting)
        self.film.clicked.connect(self.record)
        self.video.clicked.connect(self.paint_video)
        self.teach.clicked.connect(self.learn)
        self.after.save_wanted.connect(self.save_painting)
        self.before.can_save = False
        self.job.cancel_wanted.connect(self.cancel_wanted)
        styling.changed.connect(self._asked_anew)
        styling.styles_changed.connect(self._show_styles)
        styling.recording_changed.connect(self._show_recording)
        session.job_changed.connect(self._take_job)
        for signal in (session.network_changed, session.source_changed, session.frozen_changed):
            signal.connect(self._asked_anew)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is height, the controls stand above the styles, and the pictures get the width."""
        high = self.height() > _HIGH
        direction = QBoxLayout.Direction.BottomToTop if high else QBoxLayout.Direction.LeftToRight
        if self._right.direction() != direction:
            self._right.setDirection(direction)
            self._row.setStretch(1, 0 if high else _SHARES[1])
        self.polygon.setMaximumWidth(_SIDE if high else _WIDEST)
        super().resizeEvent(event)

    # ---- asking and painting ---------------------------------------------------------------------------

    @property
    def is_needed(self) -> bool:
        """A film is recorded also of what nobody sees."""
        return self.is_seen or self.styling.recording is not None

    @property
    def arrangement(self) -> str:
        return str(self.layouts.value)

    def requests(self) -> Mapping[str, ViewRequest]:
        if self.session.network is None:
            return {}
        self.styling.open()
        across = self._holder.width()
        if self.arrangement == "beside":
            across = (across - 8) // 2
        size = self.pixels(across), self.pixels(self._holder.height())
        exact = not self.session.streaming
        return {STYLE: StyleRequest(self.styling.painting, *size, exact, self.arrangement != "alone")}

    def take(self, views: Mapping[str, View]) -> None:
        view = views.get(STYLE)
        if not isinstance(view, StyleView):
            return
        if self.arrangement == "beside":
            self.before.set_picture(view.before)
        self.after.set_before(view.before)
        self.after.set_picture(view.pixels)
        now = time.monotonic()
        if now - self._said > _WORDS_EVERY:
            self._said = now
            self.words.set_text(_how(view))
        if not self.snap.isEnabled():
            self._show_recording()

    # ---- what is chosen ----------------------------------------------------------------------------------

    def _choose_layout(self, _layout: object = None) -> None:
        self.before.setVisible(self.arrangement == "beside")
        split = self.after.split if self.after.split is not None else self._split
        self._split = split
        self.after.set_split(split if self.arrangement == "split" else None)
        self.ask()

    def _choose_mix(self) -> None:
        self.mixture.set_text(self.polygon.words)
        self.styling.set_mix(self.polygon.mix)

    def _asked_anew(self) -> None:
        self._said = 0.0
        self.ask()

    def _show_choices(self) -> None:
        painting = self.styling.painting
        self.strength.set_value(painting.strength)
        self.strokes.set_value(painting.size)
        self.colours.setChecked(painting.keep_colours)
        self._show_styles()
        self._show_recording()

    def _show_styles(self) -> None:
        styles = self.styling.styles
        self.polygon.set_styles(styles, self.styling.painting.mix)
        if styles:
            self._choose_mix()

    # ---- what is made ------------------------------------------------------------------------------------

    def _show_recording(self) -> None:
        recording = self.styling.recording is not None
        there = self.after.picture() is not None
        self.snap.setEnabled(there)
        self.film.setEnabled(there or recording)
        if recording:
            self._clock.start()
            self._tell_seconds()
        else:
            self._clock.stop()
            self.film.setText(tr("Record…"))
        self.film.setProperty("primary", recording)
        self.film.style().unpolish(self.film)
        self.film.style().polish(self.film)
        self.ask()

    def _tell_seconds(self) -> None:
        seconds = int(self.styling.seconds)
        time_ = f"{seconds // 60}:{seconds % 60:02}"
        self.film.setText(tr("Stop · {time}", time=time_))

    def _take_job(self, job: JobProgress | JobEnded) -> None:
        name = self.job.take(job)
        if name:
            self.styling.set_mix(((name, 1.0),))

    # ---- remembered --------------------------------------------------------------------------------------

    def remembered(self) -> dict[str, Any]:
        painting = self.styling.painting
        split = self.after.split if self.after.split is not None else self._split
        return {
            "layout": self.arrangement,
            "split": split,
            "mix": [list(pair) for pair in painting.mix],
            "strength": painting.strength,
            "size": painting.size,
            "colours": painting.keep_colours,
        }

    def remember(self, saved: Mapping[str, Any]) -> None:
        if saved.get("layout") in LAYOUTS:
            self.layouts.set_value(saved["layout"])
        self._split = min(max(float(saved.get("split", 0.5)), 0.0), 1.0)
        self._choose_layout()
        styling = self.styling
        styling.set_mix([(str(name), float(share)) for name, share in saved.get("mix", ())])
        styling.set_strength(float(saved.get("strength", 1.0)))
        styling.set_size(float(saved.get("size", 1.0)))
        styling.set_keep_colours(saved.get("colours") is True)
        self._show_choices()


def _how(view: StyleView) -> str:
    """At which resolution, and why not at the picture's."""
    width, height = view.painted
    words = {"width": width, "height": height, "ms": f"{view.milliseconds:.0f}"}
    if view.painted != view.wished:
        words |= {"whole": view.wished[0], "high": view.wished[1]}
        speed = tr("as finely as this machine's speed allows")
        return tr(
            "Painted at {width} × {height} of {whole} × {high}, {speed} · {ms} ms", speed=speed, **words
        )
    return tr("Painted at {width} × {height} · {ms} ms", **words)
