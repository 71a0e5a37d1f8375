"""Settings survive restarts, and a damaged file never stops the application."""

from __future__ import annotations

from pathlib import Path

import pytest

from deepvis_app.settings import Settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_what_is_set_is_there_at_the_next_start(path: Path) -> None:
    settings = Settings.load(path)
    settings.set("window.theme", "dark")
    settings.set("recent", ["a.png", "ビデオ.mp4"])
    settings.save()

    again = Settings.load(path)
    assert again.get("window.theme") == "dark"
    assert again.get("recent", []) == ["a.png", "ビデオ.mp4"]
    assert again.problem is None


def test_none_forgets_a_value(path: Path) -> None:
    settings = Settings.load(path)
    settings.set("x", 1)
    settings.set("x", None)
    assert settings.get("x", 5) == 5


def test_the_first_start_has_no_file_and_no_problem(path: Path) -> None:
    settings = Settings.load(path)
    assert settings.problem is None
    assert settings.get("recent", []) == []


@pytest.mark.parametrize(
    "damage",
    ['{"a": ', "[1, 2]", "null", "\x00\x01", "[" * 100_000],
    ids=["cut", "list", "null", "bytes", "deep"],
)
def test_a_damaged_file_is_set_aside_with_a_sentence(path: Path, damage: str) -> None:
    path.write_text(damage, encoding="utf-8")
    settings = Settings.load(path)
    assert settings.get("a") is None
    assert settings.problem is not None
    aside = path.with_suffix(".damaged.json")
    assert str(aside) in str(settings.problem)
    assert aside.read_text(encoding="utf-8") == damage
    settings.save()
    assert Settings.load(path).problem is None


def test_bytes_that_are_no_text_are_set_aside(path: Path) -> None:
    path.write_bytes(b"\xff\xfe\x00{")
    assert Settings.load(path).problem is not None


def test_a_value_of_another_type_than_expected_counts_as_none(path: Path) -> None:
    path.write_text('{"recent": "oops", "keys": [], "scale": true}', encoding="utf-8")
    settings = Settings.load(path)
    assert settings.get("recent", []) == []
    assert settings.get("keys", {}) == {}
    assert settings.get("scale", 1) == 1


def test_a_failed_write_leaves_the_old_file_whole(path: Path) -> None:
    settings = Settings.load(path)
    settings.set("a", 1)
    settings.save()
    settings.set("b", object())
    with pytest.raises(TypeError):
        settings.save()
    assert Settings.load(path).get("a") == 1
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


def test_a_folder_that_cannot_be_written_raises_oserror(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        Settings(tmp_path / "file" / "settings.json").save()
