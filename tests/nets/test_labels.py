"""Classes have names, and names find classes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from deepvis_app.errors import CheckpointError, OutOfRangeError, UnknownNameError
from deepvis_app.nets import labels

ANIMALS = ["tabby cat", "Persian cat", "dog", "crane", "crane", "42"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "cat\ndog\n\nwhite shark\n"),
        ("a.tsv", "0\tcat\n1\tdog\n2\twhite shark\n"),
        ("a.tsv", "2\tn01484850\twhite shark\n0\tn02123045\tcat\n1\tn02084071\tdog\n"),
        ("a.json", json.dumps(["cat", "dog", "white shark"])),
        ("a.json", json.dumps({"1": "dog", "0": "cat", "2": "white shark"})),
        ("a.json", json.dumps({"0": ["n1", "cat"], "1": ["n2", "dog"], "2": ["n3", "white shark"]})),
        ("a.json", json.dumps({"cat": 0, "dog": 1, "white shark": 2})),
        ("a.txt", "\ufeffcat\r\ndog\r\nwhite shark\r\n"),
    ],
)
def test_label_files_of_every_kind_give_the_same(name: str, content: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    assert labels.from_file(tmp_path / name) == ["cat", "dog", "white shark"]


def test_a_gap_in_a_table_is_filled(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("0\tcat\n2\tdog\n")
    assert labels.from_file(tmp_path / "a.tsv") == ["cat", "class 1", "dog"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", b""),
        ("a.json", b"{broken"),
        ("a.json", b"3"),
        ("a.json", b'{"a": "b"}'),
        ("a.txt", b"\xff\xfe\xfa"),
    ],
)
def test_a_file_without_labels_is_one_sentence(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(CheckpointError):
        labels.from_file(tmp_path / name)
    with pytest.raises(CheckpointError, match="cannot be read"):
        labels.from_file(tmp_path / "missing.txt")


def test_labels_are_cut_or_padded_with_a_warning() -> None:
    assert labels.fitted(["a", "b"], 2) == (["a", "b"], ())
    padded, (warning,) = labels.fitted(["a", "b"], 4)
    assert padded == ["a", "b", "class 2", "class 3"]
    assert str(warning).startswith("There are 2 labels for 4 classes")
    cut, warnings = labels.fitted(["a", "b", "c"], 2)
    assert cut == ["a", "b"]
    assert warnings


@pytest.mark.parametrize(
    ("which", "index"),
    [(2, 2), ("2", 2), ("dog", 2), ("DOG", 2), (" persian ", 1), ("tabby", 0), ("42", 5), ("Persian cat", 1)],
)
def test_a_class_is_found_by_index_name_or_part_of_a_name(which: str | int, index: int) -> None:
    assert labels.class_index(ANIMALS, which) == index


@pytest.mark.parametrize("which", [-1, 6, "-1", "7"])
def test_an_index_outside_is_out_of_range(which: str | int) -> None:
    with pytest.raises(OutOfRangeError, match="0 to 5"):
        labels.class_index(ANIMALS, which)


@pytest.mark.parametrize(
    ("which", "said"),
    [
        ("cat", r"2 classes.*tabby cat \(0\), Persian cat \(1\)"),
        ("crane", r"crane \(3\), crane \(4\)"),
        ("doge", "Close to it: dog"),
        ("zebra", "begin with: tabby cat"),
        ("", "begin with"),
    ],
)
def test_a_name_that_does_not_fit_one_class_lists_candidates(which: str, said: str) -> None:
    with pytest.raises(UnknownNameError, match=said):
        labels.class_index(ANIMALS, which)
