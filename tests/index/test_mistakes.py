"""Six pictures of three classes, counted by hand."""

from __future__ import annotations

import numpy as np
import pytest

from deepvis_app.errors import RunError
from deepvis_app.index.mistakes import Mistakes, Pair

# Classes 2, 5 and 9 of a network; the third picture has no label that it knows.
TRUTH = np.array([2, 2, -1, 2, 5, 5, 9], np.int32)
SAID = np.array(
    [[2, 5, 0, 1, 3], [5, 2, 0, 1, 3], [5, 2, 0, 1, 3], [5, 0, 1, 3, 4], [5, 2, 0, 1, 3], [9, 0, 1, 2, 3],
     [2, 0, 1, 3, 9]],
    np.int32,
)  # fmt: skip
SCORES = np.array([0.9, 0.4, 0.5, 0.8, 0.7, 0.6, 0.3])[:, None].repeat(5, axis=1)


@pytest.fixture
def mistakes() -> Mistakes:
    return Mistakes(TRUTH, SAID, SCORES)


def test_accuracy_is_of_labelled_pictures(mistakes: Mistakes) -> None:
    assert mistakes.count == 6
    assert mistakes.accuracy() == pytest.approx(2 / 6)
    assert mistakes.accuracy(5) == pytest.approx(4 / 6)


def test_the_matrix_counts_true_against_said(mistakes: Mistakes) -> None:
    assert mistakes.classes == (2, 5, 9)
    np.testing.assert_array_equal(mistakes.confusion, [[1, 2, 0], [0, 1, 1], [1, 0, 0]])


def test_a_cell_has_its_pictures_the_surest_first(mistakes: Mistakes) -> None:
    assert mistakes.cell(2, 5) == (3, 1)
    assert mistakes.cell(5, 2) == ()


def test_pairs_are_the_wrong_cells_the_largest_first(mistakes: Mistakes) -> None:
    assert mistakes.pairs() == (Pair(2, 5, 2), Pair(5, 9, 1), Pair(9, 2, 1))
    assert mistakes.pairs(1) == (Pair(2, 5, 2),)


def test_the_order_by_accuracy_begins_with_the_worst(mistakes: Mistakes) -> None:
    np.testing.assert_allclose(mistakes.per_class(), [1 / 3, 1 / 2, 0])
    assert mistakes.order("label").tolist() == [0, 1, 2]
    assert mistakes.order("accuracy").tolist() == [2, 0, 1]


def test_classes_taken_for_each_other_come_side_by_side() -> None:
    truth = np.repeat(np.arange(6, dtype=np.int32), 10)
    first = np.where(np.arange(60) % 2, truth, (truth + 3) % 6).astype(
        np.int32
    )  # 0 with 3, 1 with 4, 2 with 5
    said = first[:, None].repeat(5, axis=1)
    order = Mistakes(truth, said, np.ones((60, 5))).order("alike").tolist()
    assert sorted(order) == [0, 1, 2, 3, 4, 5]
    assert {frozenset(order[at : at + 2]) for at in (0, 2, 4)} == {
        frozenset(pair) for pair in ((0, 3), (1, 4), (2, 5))
    }


def test_a_class_that_is_only_said_has_no_accuracy_and_comes_last() -> None:
    mistakes = Mistakes(np.array([1, 1], np.int32), np.array([[0] * 5, [1] * 5], np.int32), np.ones((2, 5)))
    assert np.isnan(mistakes.per_class()[0])
    assert mistakes.order("accuracy").tolist() == [1, 0]


def test_pictures_without_labels_have_no_mistakes() -> None:
    with pytest.raises(RunError, match="No picture of this index has a label"):
        Mistakes(np.full(3, -1, np.int32), np.zeros((3, 5), np.int32), np.zeros((3, 5)))
