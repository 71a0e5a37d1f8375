"""Texts are looked up in the chosen language's table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from deepvis_app.i18n import text
from deepvis_app.ui import texts
from deepvis_app.ui.texts import tr, use_language


@pytest.fixture
def korean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A table of three texts, and one that waits for its translation."""
    table = {"Unit {unit}": "유닛 {unit}", "Layer": "층", "{what} is missing": "{what} 없음", "Later": ""}
    messages = "".join(
        f"<message><source>{key}</source><translation>{words}</translation></message>"
        for key, words in table.items()
    )
    (tmp_path / "i18n").mkdir()
    file = tmp_path / "i18n" / "ko.ts"
    file.write_text(f"<TS><context><name>DeepVis</name>{messages}</context></TS>", encoding="utf-8")
    monkeypatch.setattr(texts, "resources", lambda: tmp_path)
    yield
    use_language("en")


def test_english_is_the_key() -> None:
    assert tr("Unit {unit}", unit=132) == "Unit 132"
    assert tr(text("{count} units", count=64)) == "64 units"


@pytest.mark.usefixtures("korean")
def test_a_language_speaks_where_it_knows_the_text() -> None:
    use_language("ko_KR")
    assert tr("Unit {unit}", unit=132) == "유닛 132"
    assert tr("Nobody translated this") == "Nobody translated this"
    assert tr("Later") == "Later"
    assert tr(text("{what} is missing", what=text("Layer"))) == "층 없음"


@pytest.mark.usefixtures("korean")
def test_a_language_without_a_table_speaks_english() -> None:
    use_language("ko")
    use_language("fr_FR")
    assert tr("Unit {unit}", unit=1) == "Unit 1"
