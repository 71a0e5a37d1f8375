"""How a picture becomes the network's input, to see and to change; every change is seen live."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from deepvis_app.engine.messages import Failure
from deepvis_app.pictures.preprocessing import Preprocessing
from deepvis_app.session import Session
from deepvis_app.ui.dialogs.parts import button, button_box, in_row, muted
from deepvis_app.ui.texts import tr
from deepvis_app.ui.widgets.number_box import inset

PRESETS: tuple[tuple[str, dict[str, object]], ...] = (
    ("ImageNet", {"mean": (0.485, 0.456, 0.406), "std": (0.229, 0.224, 0.225)}),
    ("Tiny-ImageNet", {"mean": (0.480, 0.448, 0.398), "std": (0.277, 0.269, 0.282)}),
    ("0 to 1", {"mean": (0.0, 0.0, 0.0), "std": (1.0, 1.0, 1.0)}),
    ("−1 to 1", {"mean": (0.5, 0.5, 0.5), "std": (0.5, 0.5, 0.5)}),
    (
        "Caffe: BGR, 0 to 255",
        {"mean": (103.939, 116.779, 123.68), "std": (1.0, 1.0, 1.0), "channels": "BGR", "scale": 255.0},
    ),
)
"""What fills mean, deviation, order and range at once; RGB and a scale of 1 where it says nothing."""

_FITS = (("crop", "Crop the middle"), ("letterbox", "Add borders"), ("stretch", "Stretch"))
_ORDERS = (("RGB", "RGB"), ("BGR", "BGR"), ("grey", "Grey"))
_RANGES = ((1.0, "0 to 1"), (255.0, "0 to 255"))
_SMOOTHINGS = (("bilinear", "Bilinear"), ("bicubic", "Bicubic"), ("nearest", "Nearest"))


class PreprocessingDialog(QDialog):
    """Changes apply at once, the last of a quick series only; Cancel puts back what was."""

    def __init__(self, session: Session, inferred: Preprocessing, parent: QWidget | None = None) -> None:
        """`inferred`: what the network came with."""
        super().__init__(parent)
        assert session.network is not None
        self.setWindowTitle(tr("Preprocessing"))
        self._session = session
        self._before = self._sent = session.network.preprocessing
        self._inferred = inferred
        self._filling = False

        self.width_box, self.height_box, self.resize_box = _pixels(), _pixels(), _pixels()
        self.fit, self.order = _choice(_FITS), _choice(_ORDERS)
        self.range, self.smoothing = _choice(_RANGES), _choice(_SMOOTHINGS)
        self.preset = _choice(((-1, "Own"), *((n, name) for n, (name, _) in enumerate(PRESETS))))
        self.mean = tuple(_value(-1000) for _ in range(3))
        self.std = tuple(_value(0.0001) for _ in range(3))
        self.note = muted()
        self.note.setProperty("role", "warning")
        self.note.hide()

        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.addRow(tr("Size"), in_row(self.width_box, QLabel("×"), self.height_box, QLabel(tr("pixels"))))
        form.addRow(tr("Fit"), self.fit)
        self._resize_label = QLabel(tr("Shorter side"))
        form.addRow(self._resize_label, in_row(self.resize_box, QLabel(tr("pixels, before the crop"))))
        form.addRow(tr("Smoothing"), self.smoothing)
        form.addRow(tr("Values"), self.preset)
        form.addRow(tr("Range"), self.range)
        form.addRow(tr("Order"), self.order)
        form.addRow(tr("Mean"), in_row(*self.mean))
        form.addRow(tr("Deviation"), in_row(*self.std))
        about = muted(tr("What a network was trained with; anything else makes its answers worse."))
        buttons = button_box(button(tr("Cancel"), self.reject))
        keep = button(tr("Keep"), self.accept)
        keep.setDefault(True)
        buttons.addButton(keep, QDialogButtonBox.ButtonRole.AcceptRole)
        own = button(tr("As the network came"), self._show_inferred)
        buttons.addButton(own, QDialogButtonBox.ButtonRole.ResetRole)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addWidget(about)
        column.addLayout(form)
        column.addWidget(self.note)
        column.addWidget(buttons)

        self._soon = QTimer(self, singleShot=True, interval=250)
        self._soon.timeout.connect(self._apply)
        self._show(self._before)
        for pixels in (self.width_box, self.height_box, self.resize_box):
            pixels.valueChanged.connect(self._changed)
        for value in (*self.mean, *self.std):
            value.valueChanged.connect(self._changed)
        for combo in (self.fit, self.order, self.range, self.smoothing):
            combo.currentIndexChanged.connect(self._changed)
        self.preset.currentIndexChanged.connect(self._take_preset)
        session.failed.connect(self._tell_failure)
        session.network_changed.connect(self.note.hide)

    def values(self) -> Preprocessing:
        """What the form says."""
        return Preprocessing(
            height=self.height_box.value(),
            width=self.width_box.value(),
            resize=self.resize_box.value(),
            fit=self.fit.currentData(),
            mean=_numbers(self.mean, self._before.mean),
            std=_numbers(self.std, self._before.std),
            channels=self.order.currentData(),
            scale=self.range.currentData(),
            interpolation=self.smoothing.currentData(),
        )

    def accept(self) -> None:
        self._apply()
        super().accept()

    def reject(self) -> None:
        self._soon.stop()
        if self._sent != self._before:
            self._session.set_preprocessing(self._before)
        super().reject()

    def _show(self, values: Preprocessing) -> None:
        self._filling = True
        self.width_box.setValue(values.width)
        self.height_box.setValue(values.height)
        self.resize_box.setValue(values.resize)
        for combo, value in (
            (self.fit, values.fit),
            (self.order, values.channels),
            (self.range, values.scale),
            (self.smoothing, values.interpolation),
        ):
            combo.setCurrentIndex(max(combo.findData(value), 0))
        for boxes, numbers in ((self.mean, values.mean), (self.std, values.std)):
            for box, number in zip(boxes, (*numbers, *numbers, *numbers), strict=False):
                box.setValue(number)
        self._filling = False
        self._show_state()

    def _show_state(self) -> None:
        values = self.values()
        self.resize_box.setEnabled(values.fit == "crop")
        for box in (*self.mean[1:], *self.std[1:]):
            box.setVisible(values.channels != "grey")
        fitting = [n for n, (_, preset) in enumerate(PRESETS) if _with_preset(values, preset) == values]
        self.preset.blockSignals(True)
        self.preset.setCurrentIndex(self.preset.findData(fitting[0] if fitting else -1))
        self.preset.blockSignals(False)

    def _changed(self) -> None:
        if not self._filling:
            self._show_state()
            self._soon.start()

    def _take_preset(self) -> None:
        number = self.preset.currentData()
        if number >= 0:
            self._show(_with_preset(self.values(), PRESETS[number][1]))
            self._soon.start()

    def _show_inferred(self) -> None:
        self._show(self._inferred)
        self._soon.start()

    def _apply(self) -> None:
        self._soon.stop()
        values = self.values()
        if values != self._sent:
            self._sent = values
            self._session.set_preprocessing(values)

    def _tell_failure(self, failure: Failure) -> None:
        self.note.setText(tr(failure.about))
        self.note.show()


def _with_preset(values: Preprocessing, preset: dict[str, object]) -> Preprocessing:
    return replace(values, **{"channels": "RGB", "scale": 1.0, **preset})  # type: ignore[arg-type]


def _numbers(boxes: tuple[QDoubleSpinBox, ...], before: tuple[float, ...]) -> tuple[float, ...]:
    """The boxes' values, in as many channels as before; digits that a box does not show are kept."""
    pairs = zip(boxes, before, strict=False)
    return tuple(old if abs(box.value() - old) < 0.5e-4 else box.value() for box, old in pairs)


def _pixels() -> QSpinBox:
    box = QSpinBox()
    inset(box)
    box.setRange(1, 4096)
    box.setKeyboardTracking(False)
    return box


def _value(lowest: float) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    inset(box)
    box.setDecimals(4)
    box.setRange(lowest, 1000)
    box.setSingleStep(0.01)
    box.setKeyboardTracking(False)
    return box


def _choice(options: tuple[tuple[object, str], ...]) -> QComboBox:
    combo = QComboBox()
    for value, title in options:
        combo.addItem(tr(title), value)
    return combo
