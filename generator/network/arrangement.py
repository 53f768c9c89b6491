"""Which knots hang together, and where they stand when their distances follow the ties."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

_STEPS = 90

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Tie:
    """A line to be drawn between two knots, given by their numbers; at most one for a pair."""

    one: int
    other: int
    weight: float
    """Greater than 0."""


def connected(count: int, ties: Sequence[Tie]) -> list[list[int]]:
    """Return the knots of each connected part, in ascending order, largest part first."""
    part = list(range(count))
    for tie in ties:
        old, new = sorted((part[tie.one], part[tie.other]), reverse=True)
        part = [new if number == old else number for number in part]
    found: dict[int, list[int]] = {}
    for knot, number in enumerate(part):
        found.setdefault(number, []).append(knot)
    return sorted(found.values(), key=lambda knots: (-len(knots), knots))


def arrange(part: Sequence[int], ties: Sequence[Tie]) -> tuple[Point, ...]:
    """Return a place for each knot of a part, in a unit of its own, around the origin; the longer side lies across."""
    numbers = {knot: number for number, knot in enumerate(part)}
    distances = _distances(len(part), [(numbers[tie.one], numbers[tie.other]) for tie in ties if tie.one in numbers])
    # A sunflower's seeds: fixed, well spread and without any symmetry that could hold knots in balance.
    points = [
        (math.sqrt(number + 0.5) * math.cos(number * 2.399963), math.sqrt(number + 0.5) * math.sin(number * 2.399963))
        for number in range(len(part))
    ]
    others = [
        [(other, far, far**-2) for other, far in enumerate(row) if other != knot] for knot, row in enumerate(distances)
    ]
    totals = [sum(weight for _, _, weight in row) or 1.0 for row in others]
    for _ in range(_STEPS):
        for knot, (x, y) in enumerate(points):
            to_x = to_y = 0.0
            for other, far, weight in others[knot]:
                at_x, at_y = points[other]
                reach = far / (math.hypot(x - at_x, y - at_y) or 1e-9)
                to_x += weight * (at_x + (x - at_x) * reach)
                to_y += weight * (at_y + (y - at_y) * reach)
            points[knot] = (to_x / totals[knot], to_y / totals[knot])
    return _turned(points)


def _distances(count: int, ties: Sequence[tuple[int, int]]) -> list[list[float]]:
    """Return how far every knot of a connected part is from every other along the ties."""
    near: list[set[int]] = [{knot} for knot in range(count)]
    for one, other in ties:
        near[one].add(other)
        near[other].add(one)
    rows = [[0.0 if a == b else math.inf for b in range(count)] for a in range(count)]
    for one, other in ties:
        rows[one][other] = rows[other][one] = math.sqrt(1 + len(near[one] ^ near[other]))
    for through in range(count):
        middle = rows[through]
        for row in rows:
            first = row[through]
            row[:] = [min(far, first + second) for far, second in zip(row, middle, strict=True)]
    return rows


def _turned(points: list[Point]) -> tuple[Point, ...]:
    """Return the points around the origin, turned so that they spread most from left to right."""
    count = len(points) or 1
    mid_x, mid_y = sum(x for x, _ in points) / count, sum(y for _, y in points) / count
    moved = [(x - mid_x, y - mid_y) for x, y in points]
    across = sum(x * x - y * y for x, y in moved)
    angle = math.atan2(2 * sum(x * y for x, y in moved), across) / 2
    cos, sin = math.cos(angle), math.sin(angle)
    return tuple((x * cos + y * sin, y * cos - x * sin) for x, y in moved)
