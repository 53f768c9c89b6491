"""Outlines of the land and borders as data of SVG paths."""

import gzip
import json
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

from generator.maps.projections import Point, View, projector, window

_Line = tuple[Point, ...]


@cache
def _levels() -> tuple[dict[str, tuple[_Line, ...]], ...]:
    """Return land, borders and contested borders as lines of longitude and latitude, coarse to fine."""
    data = json.loads(gzip.decompress((files("generator") / "data" / "outlines.json.gz").read_bytes()))
    return tuple({name: tuple(_line(steps) for steps in lines) for name, lines in level.items()} for level in data)


def _line(steps: list[int]) -> _Line:
    x = y = 0
    points = []
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / 100, y / 100))
    return tuple(points)


def _clip(line: Sequence[Point], axis: int, edge: float, keep: int, *, closed: bool) -> list[list[Point]]:
    """Return what of a line lies on one side of an edge (`keep` is 1 for above it, -1 for below); a ring stays one ring."""
    parts: list[list[Point]] = [[]]
    previous = line[-1] if closed else None
    for point in line:
        inside = keep * (point[axis] - edge) >= 0
        if previous is not None and inside != (keep * (previous[axis] - edge) >= 0):
            t = (edge - previous[axis]) / (point[axis] - previous[axis])
            crossing = (previous[0] + t * (point[0] - previous[0]), previous[1] + t * (point[1] - previous[1]))
            parts[-1].append(crossing)
            if not inside and not closed:
                parts.append([])
        if inside:
            parts[-1].append(point)
        previous = point
    return [part for part in parts if len(part) > 1 + closed]


def _boxed(line: Sequence[Point], box: tuple[float, float, float, float], *, closed: bool) -> list[Sequence[Point]]:
    """Return what of a line lies inside west, south, east, north."""
    west, south, east, north = box
    xs, ys = [x for x, _ in line], [y for _, y in line]
    low_x, high_x, low_y, high_y = min(xs), max(xs), min(ys), max(ys)
    if high_x < west or low_x > east or high_y < south or low_y > north:
        return []
    parts: list[Sequence[Point]] = [line]
    for axis, edge, keep, crosses in (
        (0, west, 1, low_x < west),
        (0, east, -1, high_x > east),
        (1, south, 1, low_y < south),
        (1, north, -1, high_y > north),
    ):
        if crosses:
            parts = [piece for part in parts for piece in _clip(part, axis, edge, keep, closed=closed)]
    return parts


def _dense(line: Sequence[Point], *, closed: bool) -> Iterator[Point]:
    """Yield a line with points between those far apart: an edge along a parallel is straight in degrees only."""
    for (ax, ay), (bx, by) in zip(line, [*line[1:], line[0]] if closed else line[1:], strict=False):
        steps = 1 + int(max(abs(bx - ax), abs(by - ay)) // 4)
        yield from ((ax + (bx - ax) * i / steps, ay + (by - ay) * i / steps) for i in range(steps))
    if not closed:
        yield line[-1]


@lru_cache(maxsize=256)
def outlines(view: View, width: int, height: int) -> tuple[str, str, str]:
    """Return paths of land, borders and contested borders."""
    project = projector(view, width, height)
    fine = view.span / height
    level = _levels()[0 if fine > 0.2 or not fine else 1 if fine > 0.06 else 2]
    box = window(view, width, height)
    frame = (-4.0, -4.0, width + 4.0, height + 4.0)

    def path(name: str, *, closed: bool) -> str:
        data = []
        for line in level[name]:
            for turn in (-360, 0, 360):
                shifted = [(x - view.lon + turn, y) for x, y in line]
                for part in _boxed(shifted, box, closed=closed):
                    drawn = [project(x, y) for x, y in _dense(part, closed=closed)]
                    data += [_path(piece, closed=closed) for piece in _boxed(drawn, frame, closed=closed)]
        return "".join(data)

    return path("land", closed=True), path("borders", closed=False), path("contested", closed=False)


def _path(points: Sequence[Point], *, closed: bool) -> str:
    """Return the data of an SVG path in steps of a tenth of a pixel; nothing for what is too small to be seen."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    steps = [(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(tenths) if (ax, ay) != (bx, by)]
    if len(steps) < 1 + closed:
        return ""
    x, y = tenths[0]
    return (
        f"M{x / 10:g},{y / 10:g}l" + " ".join(f"{dx / 10:g},{dy / 10:g}" for dx, dy in steps) + ("z" if closed else "")
    )
