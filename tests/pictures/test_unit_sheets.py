"""Sheets of unit pictures: what is kept comes back, cell by cell; what is damaged is not there."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from deepvis_app import paths
from deepvis_app.pictures import unit_sheets
from deepvis_app.pictures.saving import read_about
from deepvis_app.pictures.unit_sheets import UnitSheet

WEIGHTS, LAYER = "abc123", "layer1/0.conv"


def sheet(done: int = 5, units: int = 7) -> UnitSheet:
    made = UnitSheet.empty(LAYER, units, 16, {"steps": 9})
    for unit in range(done):
        made.put(unit, np.full((16, 16, 3), 20 + 30 * unit, np.uint8))
    return made


def kept(made: UnitSheet, folder: Path | None = None) -> Path:
    path = unit_sheets.place(folder or unit_sheets.folders()[0], WEIGHTS, LAYER)
    unit_sheets.save(path, made)
    return path


def test_a_sheet_comes_back_as_it_was() -> None:
    path = kept(sheet())
    found = unit_sheets.find(WEIGHTS, LAYER)
    assert found is not None
    assert (found.layer, found.side, found.about["steps"]) == (LAYER, 16, 9)
    assert found.done.tolist() == [True] * 5 + [False] * 2
    assert not found.complete
    for unit in range(5):
        picture = found.picture(unit)
        assert picture is not None
        assert np.abs(picture.astype(int) - (20 + 30 * unit)).max() <= 2, "no cell colours its neighbour"
    assert found.picture(5) is None
    assert found.picture(99) is None
    about = read_about(path)
    assert about is not None
    assert about["layer"] == LAYER


def test_the_fuller_of_the_user_s_and_the_shipped_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    kept(sheet(done=7), tmp_path / unit_sheets.FOLDER)
    kept(sheet(done=2))
    found = unit_sheets.find(WEIGHTS, LAYER)
    assert found is not None
    assert found.complete


def test_what_cannot_be_read_is_not_there() -> None:
    assert unit_sheets.find("no such weights", LAYER) is None
    path = kept(sheet())
    assert unit_sheets.load(path, "another layer") is None
    whole = path.read_bytes()
    for damaged in (b"", b"nonsense", whole[: len(whole) // 2]):
        path.write_bytes(damaged)
        assert unit_sheets.find(WEIGHTS, LAYER) is None
