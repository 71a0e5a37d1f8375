"""The source's picture with what the network sees of it, and the source's controls."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QMainWindow, QScrollArea, QVBoxLayout, QWidget

from deepvis_app.engine.messages import (
    HeatRequest,
    HeatView,
    InputRequest,
    InputView,
    Rect,
    UnitView,
    View,
    ViewRequest,
)
from deepvis_app.i18n import Text
from deepvis_app.session import Session, SourceInfo
from deepvis_app.ui.panels.heat_controls import HeatControls
from deepvis_app.ui.panels.live_panel import LivePanel
from deepvis_app.ui.texts import named, tr
from deepvis_app.ui.tips import tooltip
from deepvis_app.ui.widgets.heat_picture import HeatPicture
from deepvis_app.ui.widgets.spoken_pictures import describe, input_words
from deepvis_app.ui.widgets.transport import Transport

_EMPTY = "No picture yet.\nOpen a file, drop one here, or start the camera."
_TALLEST = 1.3  # the picture's height in panel widths
_SHARE = 0.35  # of the screen's height, that the picture takes at most
_LOWEST = 56  # pixels of a picture in a window that is not high
_NARROWEST = 196  # pixels in which the controls have room
_OTHERS = 170  # pixels of titles and of the dock below, which stay in sight


class InputPanel(LivePanel):
    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._aspect = 4 / 3
        self._field: Rect | None = None
        self._central: QWidget | None = None
        self.picture = HeatPicture(tr("Input"), tr(_EMPTY))
        self.picture.setToolTip(
            tooltip(
                "The source. Framed in orange: what the network sees; in blue: what the chosen neuron sees."
            )
        )
        self.transport = Transport()
        self.controls = HeatControls(session)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        holder.setProperty("panel", True)
        self._column = column = QVBoxLayout(holder)
        column.setContentsMargins(12, 2, 12, 8)
        column.setSpacing(6)
        column.addWidget(self.picture, 1)
        column.addWidget(self.transport)
        column.addWidget(self.controls)
        self._scroll.setWidget(holder)
        self.setMinimumWidth(_NARROWEST)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._scroll)

        self.controls.resized.connect(self._fit_height)
        self.transport.freeze_wanted.connect(session.set_frozen)
        self.transport.play_wanted.connect(session.playback.set_playing)
        self.transport.seek_wanted.connect(session.playback.seek)
        self.transport.step_wanted.connect(session.playback.step)
        self.transport.mirror_wanted.connect(session.playback.set_mirrored)
        self.transport.loop_wanted.connect(session.playback.set_loop)
        session.source_changed.connect(self._show_source)
        session.source_message.connect(self._show_message)
        session.frozen_changed.connect(self.transport.set_frozen)
        session.unit_changed.connect(self._forget_field)
        session.state_changed.connect(self._asked_anew)
        session.network_changed.connect(self._asked_anew)
        self._show_source(session.source)
        self.transport.set_frozen(session.frozen)

    def requests(self) -> Mapping[str, ViewRequest]:
        size = self.pixels(self.picture.width()), self.pixels(self.picture.height())
        wanted: dict[str, ViewRequest] = {"input": InputRequest(*size)}
        session = self.session
        if session.heat and session.network is not None:
            share = self.controls.share_wanted
            wanted["heat"] = HeatRequest(session.heat_method, share, class_index=session.explain_class)
        return wanted

    def take(self, views: Mapping[str, View]) -> None:
        unit = next((view for view in views.values() if isinstance(view, UnitView)), None)
        if unit is not None:
            self._field = unit.field
        view, heat = views.get("input"), views.get("heat")
        if isinstance(heat, HeatView):
            self.controls.take(heat)
        if isinstance(view, InputView):
            self.picture.set_picture(view.pixels)
            source = self.session.source
            describe(self.picture, input_words(view, named(source.title) if source else tr("Input")))
            self.picture.set_crop(view.seen)
            shown = heat if isinstance(heat, HeatView) and self.session.heat else None
            self.picture.set_heat(shown, view.seen, view.size, self.session.heat_strength)
            self.picture.set_field(_within(view.seen, self._field) if self._field else None)
            self._set_aspect(view.size[0] / view.size[1])

    def _asked_anew(self) -> None:
        self.ask()

    def _forget_field(self) -> None:
        self._field = None

    def _show_source(self, info: SourceInfo | None) -> None:
        self.transport.set_source(info)
        empty = tr("It shows once a network is loaded.") if info is not None else tr(_EMPTY)
        self.picture.set_empty(empty)
        self._fit_height()

    def _show_message(self, message: Text | None) -> None:
        self.picture.set_message("" if message is None else tr(message))

    def _set_aspect(self, aspect: float) -> None:
        if abs(aspect - self._aspect) > 0.005:
            self._aspect = aspect
            self._fit_height()
            self.ask()

    def _fit_height(self) -> None:
        """As high as the picture at this width and the controls; docks below take what is left.

        In a window that is too low even for the smallest picture, what lies below it is scrolled to.
        """
        margins, spacing = self._column.contentsMargins(), self._column.spacing()
        below = margins.top() + margins.bottom()
        below += sum(part.sizeHint().height() + spacing for part in (self.transport, self.controls))
        width = self.width() - 24
        most = min(width * _TALLEST, self.screen().availableSize().height() * _SHARE)
        if self._central is not None:
            most = max(_LOWEST, min(most, self._central.height() - below - _OTHERS))
        height = max(60, round(min(width / self._aspect, most))) + below
        self.picture.setFixedHeight(height - below)
        if self._central is not None:
            height = min(height, max(_LOWEST, self._central.height() - _OTHERS))
        self.picture.set_aspect(self._aspect)
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_height()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """In a window with docks, what is in its middle tells how high a column of docks can be."""
        window = self.window()
        central = window.centralWidget() if isinstance(window, QMainWindow) else None
        if central is not None and central is not self._central:
            self._central = central
            central.installEventFilter(self)
        super().showEvent(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit_height()
        return False


def _within(seen: Rect, field: Rect) -> Rect:
    """Fractions of what the network sees, as fractions of the frame."""
    x, y, width, height = seen
    return (x + field[0] * width, y + field[1] * height, field[2] * width, field[3] * height)
