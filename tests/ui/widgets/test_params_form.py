"""A form from a dataclass: every field can be read, changed, remembered and put back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QSlider, QSpinBox
from pytestqt.qtbot import QtBot

from deepvis_app.i18n import text
from deepvis_app.methods import METHODS, Output
from deepvis_app.ui.widgets.params_form import ParamsForm


@dataclass(frozen=True)
class Params:
    steps: int = field(default=5, metadata={"range": (1, 9), "title": text("Steps"), "unit": "px"})
    rate: float = field(default=0.25, metadata={"range": (0.0, 1.0), "title": text("Rate"), "unit": "%"})
    side: int | None = field(
        default=None,
        metadata={"range": (4, 64), "title": text("Side"), "automatic": text("the picture's")},
    )
    way: Literal["one", "two"] = field(
        default="one",
        metadata={
            "choices": ("one", "two"),
            "names": (text("First"), text("Second")),
            "title": text("Way"),
            "about": text("How it goes."),
        },
    )
    whole: bool = field(default=True, metadata={"title": text("Whole")})
    words: str = field(default="", metadata={"title": text("Words")})
    depth: int = field(default=2, metadata={"range": (1, 5), "title": text("Depth"), "slider": True})


@pytest.fixture
def form(qtbot: QtBot) -> ParamsForm:
    made = ParamsForm()
    qtbot.addWidget(made)
    made.resize(600, 200)
    made.set_kind(Params)
    made.show()
    return made


def test_it_begins_with_the_defaults_and_gives_what_is_edited(form: ParamsForm, qtbot: QtBot) -> None:
    assert form.value() == Params()
    steps = form.editor("steps").widget
    assert isinstance(steps, QSpinBox)
    assert steps.text() == "5 px"
    steps.setValue(7)
    way = form.editor("way").widget
    assert isinstance(way, QComboBox)
    assert way.itemText(1) == "Second"
    way.setCurrentIndex(1)
    form.editor("whole").put(False)
    form.editor("words").put("2, 1")
    slider = form.editor("depth").focus
    assert isinstance(slider, QSlider)
    slider.setValue(4)
    assert form.value() == Params(7, 0.25, None, "two", False, "2, 1", 4)


def test_what_may_be_left_to_the_method_says_so(form: ParamsForm) -> None:
    side = form.editor("side").widget
    assert isinstance(side, QSpinBox)
    assert side.text() == "automatic"
    assert "automatic: the picture's" in side.toolTip()
    side.stepUp()
    assert form.values()["side"] == 4
    side.stepDown()
    assert form.values()["side"] is None


def test_values_come_back_and_those_that_do_not_fit_are_left_out(form: ParamsForm) -> None:
    form.set_kind(Params, {"steps": 9, "rate": 0.5, "side": 32, "way": "two", "whole": False, "words": "x"})
    assert form.value() == Params(9, 0.5, 32, "two", False, "x")
    form.set_kind(
        Params,
        {
            "steps": 90,
            "rate": "fast",
            "side": True,
            "way": "three",
            "whole": 1,
            "words": 3,
            "depth": 9,
            "no": 1,
        },
    )
    assert form.value() == Params(whole=False)
    form.reset()
    assert form.value() == Params()


def test_every_method_that_makes_pictures_has_a_form_of_its_defaults(form: ParamsForm) -> None:
    for row in METHODS.values():
        if row.output is Output.PICTURE:
            form.set_kind(row.params)
            assert form.value() == row.params()


def test_a_wheel_over_a_field_scrolls_and_does_not_change_it(form: ParamsForm) -> None:
    rate = form.editor("rate").widget
    assert not rate.hasFocus()
    middle = QPointF(rate.rect().center())
    turned = QWheelEvent(
        middle, rate.mapToGlobal(middle), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(rate, turned)
    assert form.value() == Params()


def test_more_room_takes_more_columns(form: ParamsForm) -> None:
    first, last = form.editor("steps").widget, form.editor("depth").widget
    assert last.x() > first.x()
    form.resize(240, 200)
    assert last.x() == first.x()
    assert last.y() > first.y()
