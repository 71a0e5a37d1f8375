"""Every change in a form of parameters is heard, of whatever kind its editor is."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Literal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from deepvis_app.i18n import text
from deepvis_app.methods import METHODS
from deepvis_app.ui.widgets.params_form import ParamsForm
from deepvis_app.ui.widgets.params_watch import on_change

KINDS = sorted({row.params for row in METHODS.values()}, key=lambda kind: kind.__name__)


@dataclass(frozen=True)
class Everything:
    steps: int = field(default=8, metadata={"title": text("Steps"), "range": (1, 64)})
    rate: float = field(default=0.5, metadata={"title": text("Rate"), "range": (0.0, 2.0)})
    side: int | None = field(default=None, metadata={"title": text("Side"), "range": (1, 99)})
    way: Literal["there", "back"] = field(default="there", metadata={"title": text("Way")})
    bold: bool = field(default=True, metadata={"title": text("Bold")})
    name: str = field(default="", metadata={"title": text("Name")})
    depth: int = field(default=2, metadata={"title": text("Depth"), "range": (1, 5), "slider": True})


def test_every_kind_of_change_is_heard_once(qtbot: QtBot) -> None:
    form = ParamsForm()
    qtbot.addWidget(form)
    form.set_kind(Everything)
    heard: list[object] = []
    on_change(form, lambda: heard.append(form.value()))
    up, down, right, space = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Space
    keys = {"steps": up, "rate": up, "side": up, "way": down, "bold": space, "depth": right}
    for name, key in keys.items():
        before = len(heard)
        qtbot.keyClick(form.editor(name).focus, key)
        assert len(heard) == before + 1, name
    qtbot.keyClicks(form.editor("name").focus, "dusk")
    qtbot.keyClick(form.editor("name").focus, Qt.Key.Key_Return)
    assert heard[-1] == form.value()
    assert heard[-1] == Everything(9, form.values()["rate"], 1, "back", False, "dusk", 3)


@pytest.mark.parametrize("kind", KINDS, ids=[kind.__name__ for kind in KINDS])
def test_every_methods_parameters_have_a_form_that_is_heard(kind: type, qtbot: QtBot) -> None:
    form = ParamsForm()
    qtbot.addWidget(form)
    form.set_kind(kind)
    assert form.value() == kind()
    on_change(form, form.value)
    assert form.values().keys() == {each.name for each in fields(kind)}
