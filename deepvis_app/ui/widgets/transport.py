"""The controls of a source: those that it has, in one line."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from deepvis_app.session import SourceInfo
from deepvis_app.ui.texts import tr
from deepvis_app.ui.widgets.glyphs import GlyphButton
from deepvis_app.ui.widgets.labels import Label
from deepvis_app.ui.widgets.own_keys import ARROWS, SIDEWAYS, OwnKeys


class Transport(QWidget):
    """Shows a SourceInfo; says what the user wants."""

    play_wanted = Signal(bool)
    seek_wanted = Signal(int)  # milliseconds
    step_wanted = Signal(int)
    mirror_wanted = Signal(bool)
    loop_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._info: SourceInfo | None = None
        self.previous = GlyphButton("previous", tr("Previous"))
        self.play = GlyphButton("play", tr("Play"))
        self.next = GlyphButton("next", tr("Next"))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(tr("Position"))
        OwnKeys(self.slider, (*ARROWS, *SIDEWAYS))
        self.place = Label("", "caption", room="00:00 / 00:00", right=True)
        self.loop = GlyphButton("loop", tr("Start again at the end"), checkable=True)
        self.mirror = GlyphButton("mirror", tr("Mirror the picture"), checkable=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for button in (self.previous, self.play, self.next):
            row.addWidget(button)
        row.addSpacing(4)
        row.addWidget(self.slider, 1)
        row.addStretch()
        row.addSpacing(4)
        for widget in (self.place, self.loop, self.mirror):
            row.addWidget(widget)
        self._seeking = QTimer(self, singleShot=True, interval=60)  # of a drag, the last position wins
        self._seeking.timeout.connect(self._seek)
        self.previous.clicked.connect(self._step_back)
        self.next.clicked.connect(self._step_on)
        self.play.clicked.connect(self._play)
        self.slider.valueChanged.connect(self._slid)
        self.loop.clicked.connect(self.loop_wanted)
        self.mirror.clicked.connect(self.mirror_wanted)
        self.set_source(None)

    def set_source(self, info: SourceInfo | None) -> None:
        """Buttons that the source has no use for are hidden."""
        self._info = info
        has = info.controls if info is not None else frozenset[str]()
        stepping = bool(has & {"step", "next"})
        for widget, shown in (
            (self.previous, stepping),
            (self.next, stepping),
            (self.play, bool(has & {"play", "slideshow"})),
            (self.slider, "seek" in has),
            (self.loop, "loop" in has),
            (self.mirror, "mirror" in has),
        ):
            if widget.isHidden() == shown:
                widget.setVisible(shown)
        if info is not None:
            self._show(info)
        else:
            self.place.set_text("")

    def _show(self, info: SourceInfo) -> None:
        if info.playing:
            self.play.set_glyph("pause", tr("Pause"))
        else:
            self.play.set_glyph("play", tr("Slide show") if "slideshow" in info.controls else tr("Play"))
        self.loop.setChecked(info.loop)
        self.mirror.setChecked(info.mirrored)
        if "seek" in info.controls:
            self.place.set_text(f"{clock(info.position_ms)} / {clock(info.duration_ms)}")
            if not self.slider.isSliderDown() and not self._seeking.isActive():
                self.slider.blockSignals(True)
                self.slider.setRange(0, max(0, info.duration_ms))
                self.slider.setSingleStep(1000)
                self.slider.setPageStep(5000)
                self.slider.setValue(info.position_ms)
                self.slider.blockSignals(False)
        elif info.count > 1:
            self.place.set_text(f"{info.index + 1} / {info.count}")
        else:
            self.place.set_text(tr("live") if info.live else "")

    def _slid(self) -> None:
        if not self._seeking.isActive():
            self._seeking.start()

    def _seek(self) -> None:
        self.seek_wanted.emit(self.slider.value())

    def _play(self) -> None:
        self.play_wanted.emit(not (self._info is not None and self._info.playing))

    def _step_back(self) -> None:
        self.step_wanted.emit(-1)

    def _step_on(self) -> None:
        self.step_wanted.emit(1)


def clock(milliseconds: int) -> str:
    """0:04, 12:30, 1:02:03."""
    seconds = milliseconds // 1000
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
