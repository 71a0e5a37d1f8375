"""Boxes around what is hot, in pixels of the picture, and how well they fit."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from deepvis_app.errors import PictureError
from deepvis_app.methods.boxes import Box, box_file, find_boxes, fit, in_picture, iou, read_boxes
from deepvis_app.methods.params import BoxParams
from deepvis_app.pictures.preprocessing import Preprocessing


def heat_of(*spots: tuple[int, int, int, int, float]) -> np.ndarray:
    """(40, 60), zero but for rectangles x, y, width, height of a height each."""
    heat = np.zeros((40, 60), np.float32)
    for x, y, width, height, level in spots:
        heat[y : y + height, x : x + width] = level
    return heat


def test_each_hot_part_has_its_box_the_most_heat_first() -> None:
    found = find_boxes(heat_of((2, 3, 5, 6, 1.0), (30, 10, 20, 12, 0.5)))
    assert found == [Box(30, 10, 20, 12, 0.5), Box(2, 3, 5, 6, 1.0)]


def test_what_is_below_the_share_or_too_small_has_none() -> None:
    heat = heat_of((2, 3, 10, 10, 1.0), (30, 10, 20, 12, 0.4), (55, 35, 2, 2, 1.0))
    assert len(find_boxes(heat, BoxParams(0.3, 0))) == 3
    assert len(find_boxes(heat, BoxParams(0.3, 1))) == 2
    assert find_boxes(heat, BoxParams(0.5, 1)) == [Box(2, 3, 10, 10, 1.0)]


def test_parts_that_touch_at_a_corner_are_one() -> None:
    assert find_boxes(heat_of((2, 3, 5, 5, 1.0), (7, 8, 5, 5, 1.0))) == [Box(2, 3, 10, 10, 1.0)]


@pytest.mark.parametrize("level", [0.0, 1.0, -1.0])
def test_a_flat_map_has_no_box(level: float) -> None:
    assert find_boxes(np.full((8, 8), level, np.float32)) == []


def test_what_speaks_against_is_no_box() -> None:
    assert find_boxes(heat_of((2, 3, 10, 10, 1.0), (30, 10, 20, 12, -3.0))) == [Box(2, 3, 10, 10, 1.0)]


@pytest.mark.parametrize(
    ("how", "size", "box", "expected"),
    [
        # 200 x 100 is shrunk to 80 x 40, of which the middle 40 x 40 is seen
        (Preprocessing(40, 40, 40), (200, 100), Box(0, 0, 40, 40), Box(50, 0, 100, 100)),
        (Preprocessing(40, 40, 40), (200, 100), Box(10, 20, 4, 8), Box(75, 50, 10, 20)),
        (Preprocessing(40, 40, 40, fit="stretch"), (200, 100), Box(10, 20, 4, 8), Box(50, 50, 20, 20)),
        # 200 x 100 as 40 x 20, ten rows of border above and below: cut off
        (Preprocessing(40, 40, 40, fit="letterbox"), (200, 100), Box(0, 0, 40, 40), Box(0, 0, 200, 100)),
        (Preprocessing(40, 40, 40, fit="letterbox"), (200, 100), Box(10, 5, 4, 10), Box(50, 0, 20, 25)),
    ],
)  # fmt: skip
def test_boxes_lie_in_the_picture(how: Preprocessing, size: tuple[int, int], box: Box, expected: Box) -> None:
    found = in_picture(box, how, *size)
    for one, other in zip(vars(found).values(), vars(expected).values(), strict=True):
        assert one == pytest.approx(other)


def test_intersection_over_union() -> None:
    one = Box(0, 0, 10, 10)
    assert iou(one, one) == 1
    assert iou(one, Box(5, 0, 10, 10)) == pytest.approx(50 / 150)
    assert iou(one, Box(2, 2, 5, 5)) == pytest.approx(0.25)
    assert (
        iou(one, Box(10, 0, 10, 10))
        == iou(one, Box(30, 30, 1, 1))
        == iou(Box(0, 0, 0, 0), Box(0, 0, 0, 0))
        == 0
    )


def test_the_fit_is_each_true_boxs_best() -> None:
    true = [Box(0, 0, 10, 10), Box(50, 50, 10, 10)]
    assert fit(true, true) == 1
    assert fit([Box(5, 0, 10, 10), Box(0, 0, 10, 10)], true) == 0.5
    assert fit([], true) == 0


def test_box_files_are_lines_of_boxes(tmp_path: Path) -> None:
    file = tmp_path / "cat.boxes.txt"
    file.write_text("# left, top, width, height\n10 20 30 40\n\n1.5 2 3 4  # another\n")
    assert read_boxes(file, "cat.jpg") == [Box(10, 20, 30, 40), Box(1.5, 2, 3, 4)]
    assert box_file(tmp_path / "cat.jpg") == file
    assert box_file(tmp_path / "dog.jpg") is None


def test_tiny_imagenets_files_are_found_and_read(tmp_path: Path) -> None:
    train = tmp_path / "n01443537"
    validation = tmp_path / "val"
    for folder in (train, validation):
        (folder / "images").mkdir(parents=True)
    (train / "n01443537_boxes.txt").write_text(
        "n01443537_0.JPEG\t0\t10\t63\t58\nn01443537_1.JPEG\t1\t2\t3\t4\n"
    )
    (validation / "val_annotations.txt").write_text("val_0.JPEG\tn03444034\t0\t32\t44\t62\n")
    found = box_file(train / "images" / "n01443537_0.JPEG")
    assert found is not None
    assert read_boxes(found, "n01443537_0.JPEG") == [Box(0, 10, 64, 49)]
    found = box_file(validation / "images" / "val_0.JPEG")
    assert found is not None
    assert read_boxes(found, "val_0.JPEG") == [Box(0, 32, 45, 31)]
    assert read_boxes(found, "val_1.JPEG") == []


@pytest.mark.parametrize("line", ["1 2 3", "a b c d", "1 2 3 4 5 6 7", "name class 1 2 3 x"])
def test_a_line_that_is_no_box_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "cat.boxes.txt"
    file.write_text(f"1 2 3 4\n{line}\n")
    with pytest.raises(PictureError, match=r"Line 2 .*cat.boxes.txt"):
        read_boxes(file, "cat.jpg")


def test_a_box_file_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(PictureError, match="cannot be read"):
        read_boxes(tmp_path / "none.txt", "cat.jpg")
