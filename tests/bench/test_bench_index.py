"""`deepvis bench index` through its command: every figure is there, and no unit's patches are wrong."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from deepvis_app import cli
from deepvis_app.bench import index, maps
from tests.index.passes import picture_tree


def test_the_pass_is_measured_and_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    monkeypatch.setattr(index, "CODES", (500, 32))
    monkeypatch.setattr(index, "SHORTER", 500)
    monkeypatch.setattr(maps, "POINTS", 200)
    root = picture_tree(tmp_path / "pictures", (12, 8))
    with zipfile.ZipFile(tmp_path / "val.zip", "w") as archive:
        for path in root.rglob("*.png"):
            archive.write(path, path.relative_to(root).as_posix())
    command = ["bench", "index", "--quick", "--val", str(tmp_path / "val.zip")]
    assert cli.main([*command, "--json", str(tmp_path / "figures.json")]) == 0
    told = capsys.readouterr().out
    for words in (
        "all layers, against the plain forward",
        "growth of memory",
        "nearest by cosine",
        "map moved",
        "t-SNE beside",
    ):
        assert words in told
    rows = json.loads((tmp_path / "figures.json").read_text())["rows"]
    (wrong,) = [row for row in rows if row["what"] == "units whose top patches differ"]
    assert wrong["measured"] == 0
    assert all(row["measured"] > 0 for row in rows if row["unit"] in ("x", "ms", "/s", "kB"))
