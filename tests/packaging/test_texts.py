"""Every text of the code has its words in each language."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"


@pytest.fixture
def texts(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """packaging/texts.py as a module."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    import texts

    yield texts
    del sys.modules["texts"]


def test_nothing_is_left_in_english(texts: ModuleType) -> None:
    tables = [texts.Table.read(file) for file in sorted(texts.TABLES.glob("*.ts"))]
    assert [table.file.name for table in tables] == ["ko.ts"]
    assert [problem for table in tables for problem in table.problems()] == []


def test_a_missing_an_empty_and_a_left_over_text_are_named(texts: ModuleType, tmp_path: Path) -> None:
    wanted = list(texts.texts())
    words = {key: key for key in wanted[1:]} | {wanted[1]: "", "Nobody says this": "x"}
    problems = list(texts.Table(tmp_path / "xx.ts", words).problems())
    assert len(problems) == 3
    assert all(
        repr(key) in problem for key, problem in zip([*wanted[:2], "Nobody says this"], problems, strict=True)
    )


def test_words_with_other_fields_are_named(texts: ModuleType, tmp_path: Path) -> None:
    words = {key: key for key in texts.texts()} | {"Unit {unit}": "Unit {number}"}
    problems = list(texts.Table(tmp_path / "xx.ts", words).problems())
    assert len(problems) == 1
    assert "Unit {unit}" in problems[0]


def test_what_is_brought_up_to_date_keeps_its_words(texts: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "ko.ts"
    texts.Table(file, {"Unit {unit}": "유닛 {unit}", "Nobody says this": "x"}).write()
    table = texts.Table.read(file)
    assert table.words["Unit {unit}"] == "유닛 {unit}"
    assert set(table.words) == set(texts.texts())
