"""The controls of a source: those that it has, in one line."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from deepvis_app.session import SourceInfo
from deepvis_app.ui.texts import named, tr
from deepvis_app.ui.widgets.glyphs import GlyphButton
from deepvis_app.ui.widgets.labels import Label
from deepvis_app.ui.widgets.own_keys import ARROWS, SIDEWAYS, OwnKeys


class Transport(QWidget):
    """Shows a SourceInfo; says what the user wants. Position above, name and the rest below."""

    play_wanted = Signal(bool)
    seek_wanted = Signal(int)  # milliseconds
    step_wanted = Signal(int)
    mirror_wanted = Signal(bool)
    loop_wanted = Signal(bool)
    freeze_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._info: SourceInfo | None = None
        self.play = GlyphButton("play", tr("Play"))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(tr("Position"))
        self.slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        OwnKeys(self.slider, (*ARROWS, *SIDEWAYS))
        self.place = Label("", "caption", snug=True)
        self.title = Label("", "caption")
        self.previous = GlyphButton("previous", tr("Previous"))
        self.next = GlyphButton("next", tr("Next"))
        self.loop = GlyphButton("loop", tr("Start again at the end"), checkable=True)
        self.mirror = GlyphButton("mirror", tr("Mirror the picture"), checkable=True)
        self.freeze = GlyphButton("freeze", tr("Freeze: hold the picture as it is"), checkable=True)
        self._build()
        self._seeking = QTimer(self, singleShot=True, interval=60)  # of a drag, the last position wins
        self._seeking.timeout.connect(self._seek)
        self.previous.clicked.connect(self._step_back)
        self.next.clicked.connect(self._step_on)
        self.play.clicked.connect(self._play)
        self.slider.valueChanged.connect(self._slid)
        self.loop.clicked.connect(self.loop_wanted)
        self.mirror.clicked.connect(self.mirror_wanted)
        self.freeze.clicked.connect(self.freeze_wanted)
        self.set_source(None)

    def _build(self) -> None:
        self._position = QWidget()
        self._above = above = QHBoxLayout(self._position)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(6)
        above.addWidget(self.slider, 1)
        above.addWidget(self.place)
        self._below = below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.title, 1)
        for button in (self.play, self.previous, self.next, self.loop, self.mirror, self.freeze):
            below.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._position)
        column.addLayout(below)

    def set_source(self, info: SourceInfo | None) -> None:
        """Controls that the source has no use for are hidden."""
        self._info = info
        has = info.controls if info is not None else frozenset[str]()
        self._place_play(beside_slider="seek" in has)
        stepping = bool(has & {"step", "next"})
        playing = bool(has & {"play", "slideshow"})
        for widget, shown in (
            (self._position, "seek" in has),
            (self.play, playing),
            (self.slider, "seek" in has),
            (self.previous, stepping),
            (self.next, stepping),
            (self.loop, "loop" in has),
            (self.mirror, "mirror" in has),
            (self.freeze, info is not None),
        ):
            if widget.isHidden() == shown:
                widget.setVisible(shown)
        self.title.set_text(_name(info) if info is not None else "")
        if info is not None:
            self._show(info)

    def _place_play(self, *, beside_slider: bool) -> None:
        """Before the slider, or among the buttons where there is none."""
        if beside_slider and self._above.indexOf(self.play) < 0:
            self._above.insertWidget(0, self.play)
        elif not beside_slider and self._below.indexOf(self.play) < 0:
            self._below.insertWidget(1, self.play)

    def set_frozen(self, frozen: bool) -> None:
        self.freeze.setChecked(frozen)

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
        else:
            self.place.set_text("")

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


def _name(info: SourceInfo) -> str:
    """The title, and which of how many pictures."""
    title = named(info.title)
    if info.count > 1:
        return tr("{index} of {count} · {title}", index=info.index + 1, count=info.count, title=title)
    return title
