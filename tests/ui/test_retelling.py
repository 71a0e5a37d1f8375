"""Another language while the window is open: everything that it says is said anew, and back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from deepvis_app.i18n import text
from deepvis_app.ui import texts
from deepvis_app.ui.dialogs.keys import KeysDialog
from deepvis_app.ui.dialogs.preferences import PreferencesDialog
from deepvis_app.ui.main_window import MainWindow
from deepvis_app.ui.retelling import retell
from deepvis_app.ui.texts import Spoken, tr, use_language
from deepvis_app.ui.widgets.labels import Label
from tests.ui.conftest import bring, network_ready

PROPERTIES = ("text", "toolTip", "accessibleName", "windowTitle", "placeholderText", "title", "whatsThis")
KEPT = re.compile(  # names, numbers, signs, keys and papers: nobody translates them
    r"DeepVis\S*|English|한국어|Embedded|conv\d|CPU|bf16|GB|/tmp\S*|e\+09|[A-Z][\w &.,]+ (19|20)\d\d"
    r"|\(([A-Z]\w*|\+|[+, -])+\)|Ctrl\S+|Shift\S+"
)
QTS_OWN = re.compile(r"qt_.*|Scroll(Left|Right)Button")


class Marked(dict[str, str]):
    """A table that knows every text: it stands in brackets."""

    def get(self, key: str, default: object = None) -> str:
        del default
        return f"⟦{key}⟧"


@pytest.fixture
def other(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A language of brackets is in use from `begin` on."""
    yield
    monkeypatch.undo()
    use_language("en")


def said(window: QWidget) -> dict[tuple[str, str, str], str]:
    """All that the window and its parts say, by where it stands."""
    found: dict[tuple[str, str, str], str] = {}
    everything: list[QObject] = [window, *window.findChildren(QWidget), *window.findChildren(QAction)]
    everything = [one for one in everything if not QTS_OWN.fullmatch(one.objectName())]
    for number, one in enumerate(everything):
        kind = f"{number} {type(one).__name__} {one.objectName()}"
        for name in PROPERTIES:
            words = one.property(name)
            if isinstance(words, str) and words and not (name == "text" and one.inherits("QLineEdit")):
                found[kind, name, ""] = words
        if isinstance(one, Label):
            found[kind, "painted", ""] = one.text
        if isinstance(one, QComboBox):
            found |= {(kind, "item", str(place)): one.itemText(place) for place in range(one.count())}
        if isinstance(one, QTreeWidget):
            header = one.headerItem()
            found |= {(kind, "header", str(n)): header.text(n) for n in range(one.columnCount()) if header}
    return found


def without_brackets(words: str) -> str:
    """Brackets may stand in brackets."""
    inner = re.sub(r"⟦[^⟦⟧]*⟧", "", words)
    return words if inner == words else without_brackets(inner)


def untold(texts_said: dict[tuple[str, str, str], str]) -> dict[tuple[str, str, str], str]:
    """What holds a word, and stands in no brackets."""
    return {
        where: words
        for where, words in texts_said.items()
        if any(letter.isalpha() for letter in KEPT.sub("", without_brackets(words)))
    }


def test_all_of_the_window_speaks_another_language_at_once_and_the_first_again(
    window: MainWindow, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, other: None
) -> None:
    bring(window, network_ready())
    for menu in window.menus._by_title.values():
        menu.aboutToShow.emit()
    dialogs: list[QWidget] = [
        PreferencesDialog(window, window.home.preferences),
        KeysDialog(window.actions_by_id, window.keys, window),
    ]
    window.show_palette()
    english = said(window)
    assert english
    monkeypatch.setattr(texts, "_table", Marked())
    retell(qapp, texts.Interpreter({}))
    marked = said(window)
    assert sorted(set(untold(marked).values())) == []
    monkeypatch.setattr(texts, "_table", {})
    retell(qapp, texts.Interpreter(Marked()))
    assert said(window) == english
    for dialog in dialogs:
        dialog.deleteLater()


@pytest.fixture
def korean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A table of few texts."""
    table = {
        "Open…": "열기…",
        "Unit {unit} of {count}": "{count}개 중 유닛 {unit}",
        "Layer": "층",
        "{what} is missing": "{what} 없음",
        "Hold the picture as it is": "그림을 멈춥니다",
        "Freeze": "멈춤",
    }
    (tmp_path / "i18n").mkdir()
    rows = (
        f"<message><source>{key}</source><translation>{words}</translation></message>"
        for key, words in table.items()
    )
    file = f"<TS><context>{''.join(rows)}</context></TS>"
    (tmp_path / "i18n" / "ko.ts").write_text(file, encoding="utf-8")
    monkeypatch.setattr(texts, "resources", lambda: tmp_path)
    yield
    use_language("en")


@pytest.mark.usefixtures("korean")
def test_the_menu_changes_the_language_of_the_open_window(window: MainWindow) -> None:
    assert list(texts.languages()) == ["en", "ko"]
    window.home.preferences.set_language("ko")
    assert window.actions_by_id["file.open"].text() == "열기…"
    assert window.actions_by_id["source.freeze"].toolTip() == "그림을 멈춥니다 (F)"
    assert window.tool_bar.freeze.text() == "❄ 멈춤"
    assert window.settings.get("view.language") == "ko"
    window.home.preferences.set_language("en")
    assert window.actions_by_id["file.open"].text() == "Open…"
    assert window.actions_by_id["source.freeze"].toolTip() == "Hold the picture as it is (F)"


@pytest.mark.usefixtures("korean")
def test_sentences_with_numbers_and_sentences_within_are_said_anew(qapp: QApplication) -> None:
    label = QLabel(tr("Unit {unit} of {count}", unit=7, count=64))
    painted = Label(tr(text("{what} is missing", what=text("Layer"))))
    strange = QLabel("A file named Layer.png")
    retell(qapp, use_language("ko"))
    assert label.text() == "64개 중 유닛 7"
    assert painted.text == "층 없음"
    assert strange.text() == "A file named Layer.png"
    retell(qapp, use_language("en"))
    assert label.text() == "Unit 7 of 64"
    assert painted.text == "Layer is missing"
    assert isinstance(painted.text, Spoken)
    for widget in (label, painted, strange):
        widget.deleteLater()


@pytest.mark.usefixtures("korean")
def test_of_two_sentences_that_look_alike_the_one_that_was_said_is_said_anew() -> None:
    tr("Unit {unit} of {layer}", unit=7, layer="64s")
    words = str(tr("Unit {unit} of {count}", unit=7, count=64))
    assert use_language("ko").again(words) == "64개 중 유닛 7"
