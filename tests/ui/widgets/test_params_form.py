"""A form made from a dataclass: its values are shown, each can be changed, and none beyond its range."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, Literal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLabel, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from deepvis_app.i18n import text
from deepvis_app.methods import METHODS
from deepvis_app.ui.widgets.params_form import ParamsForm

KINDS = sorted({row.params for row in METHODS.values()}, key=lambda kind: kind.__name__)


@dataclass(frozen=True)
class Everything:
    steps: int = field(default=8, metadata={"title": text("Steps"), "range": (1, 64), "unit": "rounds"})
    rate: float = field(default=0.05, metadata={"title": text("Rate"), "range": (0.01, 2.0)})
    side: int | None = field(
        default=None, metadata={"title": text("Side"), "range": (1, 99), "automatic": text("a fifth")}
    )
    way: Literal["there", "and_back"] = field(default="there", metadata={"title": text("Way")})
    bold: bool = field(default=True, metadata={"title": text("Bold")})
    name: str = field(default="", metadata={"title": text("Name")})
    inner: tuple[int, ...] = (1, 2)


@pytest.fixture
def form(qtbot: QtBot) -> ParamsForm:
    made = ParamsForm(Everything(rate=0.5))
    qtbot.addWidget(made)
    return made


def test_each_kind_of_field_has_its_editor(form: ParamsForm) -> None:
    kinds = {"steps": QSpinBox, "rate": QDoubleSpinBox, "side": QSpinBox, "way": QComboBox,
             "bold": QCheckBox, "name": QLineEdit}  # fmt: skip
    for name, kind in kinds.items():
        assert isinstance(form.editor(name), kind)
    words = [label.text() for label in form.findChildren(QLabel)]
    assert words == ["Steps", "Rate", "Side", "Way", "Bold", "Name"]
    assert form.editor("steps").text() == "8 rounds"  # type: ignore[attr-defined]
    assert form.editor("side").text() == "a fifth"  # type: ignore[attr-defined]
    assert form.editor("rate").value() == 0.5  # type: ignore[attr-defined]


def test_what_is_changed_is_told_and_nothing_else(form: ParamsForm, qtbot: QtBot) -> None:
    told: list[Any] = []
    form.changed.connect(told.append)
    steps, way, bold, name = (form.editor(each) for each in ("steps", "way", "bold", "name"))
    qtbot.keyClick(steps, Qt.Key.Key_Up)
    assert told[-1] == Everything(9, 0.5)
    qtbot.keyClick(form.editor("side"), Qt.Key.Key_Up)
    assert told[-1] == Everything(9, 0.5, 1)
    qtbot.keyClick(way, Qt.Key.Key_Down)
    assert told[-1].way == "and_back"
    qtbot.keyClick(bold, Qt.Key.Key_Space)
    assert told[-1].bold is False
    qtbot.keyClicks(name, "dusk")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert told[-1] == form.params == Everything(9, 0.5, 1, "and_back", False, "dusk")
    assert len(told) == 5
    form.set_params(Everything())
    assert form.editor("side").text() == "a fifth"  # type: ignore[attr-defined]
    assert len(told) == 5, "what is shown from outside is not told back"


@pytest.mark.parametrize("kind", KINDS, ids=[kind.__name__ for kind in KINDS])
def test_every_methods_parameters_can_be_seen_and_changed(kind: type, qtbot: QtBot) -> None:
    form = ParamsForm(kind())
    qtbot.addWidget(form)
    assert form.params == kind(), "showing them changes nothing"
    for each in fields(kind):
        editor = form.editor(each.name)
        if not isinstance(editor, QSpinBox | QDoubleSpinBox):
            continue
        for end in (editor.maximum(), editor.minimum()):
            editor.setValue(end)  # type: ignore[arg-type]
            value = getattr(form.params, each.name)
            low, high = each.metadata["range"]
            assert value is None or low <= value <= high
    assert form.is_empty == (not fields(kind))
