"""Typed letters find what a person means."""

from __future__ import annotations

import pytest

from deepvis_app.ui.fuzzy import best, score

TITLES = [
    "Freeze",
    "Next layer",
    "Previous layer",
    "conv2a",
    "conv3b",
    "conv3b.relu",
    "Save picture…",
    "Open folder…",
]


def find(typed: str) -> list[str]:
    return best(typed, TITLES, str)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("conv3b", "conv3b"),
        ("c3b", "conv3b"),
        ("FREEZE", "Freeze"),
        ("nl", "Next layer"),
        ("layer prev", "Previous layer"),
        ("sp", "Save picture…"),
        ("relu", "conv3b.relu"),
    ],
)
def test_the_best_comes_first(typed: str, expected: str) -> None:
    assert find(typed)[0] == expected


def test_nothing_typed_lists_everything_in_order() -> None:
    assert find("") == TITLES
    assert find("  ") == TITLES


def test_letters_that_do_not_occur_in_order_find_nothing() -> None:
    assert score("zx", "Freeze") is None
    assert score("ezeerf", "Freeze") is None
    assert find("qqq") == []
