"""The log stays small and holds nobody's folders; crashes are counted until a good end."""

from __future__ import annotations

from pathlib import Path

from deepvis_app import crashes, logs
from deepvis_app.paths import homely


def test_what_is_logged_is_in_the_file_without_personal_paths() -> None:
    with logs.written():
        logs.log.info("Opened %s", Path.home() / "secret" / "cat.jpg")
    logs.log.info("said too late")
    (line,) = logs.last_lines()
    assert line.endswith(f"INFO Opened ~{Path('/secret/cat.jpg')}")
    assert str(Path.home()) not in logs.path().read_text("utf-8")


def test_the_files_stay_few_and_small() -> None:
    with logs.written(largest=2000):
        for number in range(500):
            logs.log.info("line %d of many that would fill a disk", number)
    files = sorted(logs.path().parent.glob("deepvis.log*"))
    assert len(files) == 1 + logs.KEPT
    assert all(file.stat().st_size <= 2000 for file in files)
    assert "line 499" in logs.last_lines()[-1]


def test_a_folder_that_cannot_be_written_is_no_failure(user_home: Path) -> None:
    folder = logs.path().parent
    (folder / logs.FILE).mkdir()
    with logs.written():
        logs.log.info("nowhere")
    assert logs.last_lines() == []


def test_only_the_home_folder_itself_becomes_a_tilde() -> None:
    home = str(Path.home())
    assert homely(f"{home}/a") == "~/a"
    assert homely(f"{home}: no space") == "~: no space"
    assert homely(f"{home}er/a") == f"{home}er/a"


def test_crashes_are_counted_until_a_good_end() -> None:
    assert str(crashes.known()) == "none"
    assert crashes.crashed("a fault").count == 1
    crashes.faults().write_text("Fatal Python error: Segmentation fault\n\nCurrent thread", "utf-8")
    assert crashes.crashed().count == 2
    crashes.ended_well()
    known = crashes.known()
    assert known.count == 0
    assert str(known).endswith("Fatal Python error: Segmentation fault"), "what it was is still known"


def test_a_damaged_count_is_none() -> None:
    crashes.crashed()
    (crashes.faults().parent / "crashes.json").write_text("[1", "utf-8")
    assert crashes.known() == crashes.Crashes()
