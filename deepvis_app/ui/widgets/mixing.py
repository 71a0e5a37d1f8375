"""Shares of several things from a point in the polygon at whose corners they stand."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, hypot, pi, prod, sin

Point = tuple[float, float]
CENTRE: Point = (0.0, 0.0)


def corners(count: int) -> tuple[Point, ...]:
    """Of the regular polygon in the circle of radius 1, the first on top, clockwise; two lie side by side."""
    if count < 2:
        return (CENTRE,) * count
    begin = pi if count == 2 else -pi / 2
    angles = (begin + 2 * pi * place / count for place in range(count))
    return tuple((cos(angle), sin(angle)) for angle in angles)


def shares(point: Point, count: int) -> tuple[float, ...]:
    """Of each corner, at least 0 and of sum 1: at a corner it alone, on an edge its two ends.

    Wachspress's coordinates, by which `point_of` finds the point again.
    """
    at, around = inside(point, count), corners(count)
    if count < 2:
        return (1.0,) * count
    if count == 2:
        right = min(max((at[0] + 1) / 2, 0.0), 1.0)
        return (1 - right, right)
    edges = [_area(at, around[place], around[(place + 1) % count]) for place in range(count)]
    weights = [
        prod(edge for other, edge in enumerate(edges) if other not in (place, (place - 1) % count))
        for place in range(count)
    ]
    whole = sum(weights)
    return tuple(weight / whole for weight in weights)


def point_of(wanted: Sequence[float]) -> Point:
    """Where `shares` are these."""
    whole = sum(wanted) or 1.0
    pairs = [(share / whole, corner) for share, corner in zip(wanted, corners(len(wanted)), strict=True)]
    return sum(share * x for share, (x, _) in pairs), sum(share * y for share, (_, y) in pairs)


def inside(point: Point, count: int) -> Point:
    """The point itself, or the nearest one of the polygon."""
    if count < 2:
        return CENTRE
    around = corners(count)
    edges = [(around[place], around[(place + 1) % count]) for place in range(count)]
    if count > 2 and all(_signed(point, *edge) >= 0 for edge in edges):
        return point
    return min((_nearest(point, *edge) for edge in edges), key=lambda at: _apart(at, point))


def _nearest(point: Point, begin: Point, end: Point) -> Point:
    """Of the line from `begin` to `end`."""
    across, down = end[0] - begin[0], end[1] - begin[1]
    along = (point[0] - begin[0]) * across + (point[1] - begin[1]) * down
    share = min(max(along / (across**2 + down**2), 0.0), 1.0)
    return begin[0] + share * across, begin[1] + share * down


def _apart(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def _area(a: Point, b: Point, c: Point) -> float:
    """Twice that of a triangle; what rounding puts just outside counts as 0."""
    return max(_signed(a, b, c), 0.0)


def _signed(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])
