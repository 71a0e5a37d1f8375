"""Where a heat map says that something is: boxes around what is hot, and how well they fit. No torch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from deepvis_app.errors import PictureError
from deepvis_app.methods.params import BoxParams
from deepvis_app.pictures.preprocessing import Preprocessing

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Box:
    """In pixels of the picture: left, top, width, height. `peak`: its largest heat as share of the map's."""

    x: float
    y: float
    width: float
    height: float
    peak: float = 1.0


def find_boxes(heat: Floats, params: BoxParams | None = None) -> list[Box]:
    """Boxes around the connected parts of `heat` (H, W) above `share` of its maximum, in its own pixels.

    The one with the most heat first; parts that touch at corners are one. A map that is flat or nowhere
    above zero has no box. Zhou et al. 2016 take 20 % of the maximum and the largest part, which of maps as
    coarse as ten by ten gives boxes too large.
    """
    params = params or BoxParams()
    peak = float(heat.max(initial=0))
    if not peak > 0 or not float(heat.min()) < peak:
        return []
    hot = (heat >= params.share * peak).astype(np.uint8)
    _, parts, numbers, _ = cv2.connectedComponentsWithStats(hot, connectivity=8)
    found = []
    for part, (x, y, width, height, _area) in enumerate(numbers[1:].tolist(), 1):
        if width * height < params.smallest / 100 * heat.size:
            continue
        values = heat[parts == part]
        found.append((float(values.sum()), Box(x, y, width, height, float(values.max()) / peak)))
    return [box for _, box in sorted(found, key=lambda pair: -pair[0])]


def in_picture(box: Box, preprocessing: Preprocessing, width: int, height: int) -> Box:
    """`box` of a map over the network's input, in pixels of a `width` x `height` picture, within it."""
    left, top, wide, high = preprocessing.seen(width, height)
    across, down = wide * width / preprocessing.width, high * height / preprocessing.height
    x0, x1 = (left * width + across * x for x in (box.x, box.x + box.width))
    y0, y1 = (top * height + down * y for y in (box.y, box.y + box.height))
    x0, x1 = (min(max(x, 0.0), float(width)) for x in (x0, x1))
    y0, y1 = (min(max(y, 0.0), float(height)) for y in (y0, y1))
    return Box(x0, y0, x1 - x0, y1 - y0, box.peak)


def iou(one: Box, other: Box) -> float:
    """Area of the intersection over that of the union, 0 to 1; 0 where neither has an area."""
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    shared = max(0.0, across) * max(0.0, down)
    union = one.width * one.height + other.width * other.height - shared
    return shared / union if union > 0 else 0.0


def fit(found: Sequence[Box], true: Sequence[Box]) -> float:
    """The mean over the `true` boxes of the best IoU of any box found; half or more is called localised."""
    return sum(max((iou(box, each) for box in found), default=0.0) for each in true) / max(1, len(true))


def box_file(picture: Path) -> Path | None:
    """The file that says where things are in `picture`, if there is one.

    `NAME.boxes.txt` beside NAME.jpg, or what Tiny-ImageNet has above its folder `images`:
    `CLASS_boxes.txt` or `val_annotations.txt`.
    """
    above = picture.resolve().parent.parent
    places = [picture.with_name(f"{picture.stem}.boxes.txt")]
    if picture.resolve().parent.name == "images":
        places += [above / f"{above.name}_boxes.txt", above / "val_annotations.txt"]
    return next((place for place in places if place.is_file()), None)


def read_boxes(path: Path, picture: str) -> list[Box]:
    """The boxes of the picture file named `picture` in a box file.

    A line is `x y width height`, of whatever picture, or Tiny-ImageNet's `name [class] x0 y0 x1 y1`, of the
    picture of that name, corners included; in pixels, apart by spaces or tabs. Empty lines and lines after
    `#` say nothing. Raises PictureError.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise PictureError("The box file {path} cannot be read: {why}.", path=path, why=error) from error
    boxes = []
    for number, line in enumerate(lines, 1):
        words = line.split("#", 1)[0].split()
        if not words:
            continue
        try:
            box = _box(words, picture)
        except ValueError as error:
            raise PictureError(
                "Line {number} of the box file {path} is no x y width height or name x0 y0 x1 y1: {line}",
                number=number,
                path=path,
                line=line.strip(),
            ) from error
        if box is not None:
            boxes.append(box)
    return boxes


def located(
    heat: Floats, params: BoxParams, preprocessing: Preprocessing, picture: Path, width: int, height: int
) -> dict[str, object]:
    """What to note down of a heat map over `picture` of that size: `boxes` as (x, y, width, height), and with
    a box file how well they fit, `iou` 0 to 1. Raises PictureError.
    """
    found = [in_picture(box, preprocessing, width, height) for box in find_boxes(heat, params)]
    facts: dict[str, object] = {"boxes": [corners(box) for box in found]}
    score = scored(found, picture)
    return facts if score is None else facts | {"iou": score}


def scored(found: Sequence[Box], picture: Path) -> float | None:
    """How well boxes in pixels of `picture` fit those of its box file (`fit`); None without one that tells.

    Raises PictureError.
    """
    file = box_file(picture)
    true = read_boxes(file, picture.name) if file else []
    return round(fit(found, true), 4) if true else None


def corners(box: Box) -> tuple[float, float, float, float]:
    """x, y, width, height to a tenth of a pixel."""
    return round(box.x, 1), round(box.y, 1), round(box.width, 1), round(box.height, 1)


def _box(words: Sequence[str], picture: str) -> Box | None:
    if len(words) not in (4, 5, 6):
        raise ValueError(len(words))
    a, b, c, d = (float(word) for word in words[-4:])
    if len(words) == 4:
        return Box(a, b, c, d)
    return Box(a, b, c - a + 1, d - b + 1) if words[0] == picture else None
