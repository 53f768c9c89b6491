"""Dots and labels on the outlines."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.maps.outlines import outlines
from generator.maps.projections import choose_view, projector, turned

LETTERS, LARGE_LETTERS = 12, 18
"""Sizes of a label's letters, in pixels of the map: for a map shown as large as it is, and for one shown at two thirds."""
_WIDE, _HIGH = 0.55, 1.25
"""Width of a letter and height of a line, as parts of the size of a letter."""
_MOST_LABELS, _FEW_LABELS = 36, 14
"""So many labels are enough to find one's way on a map; on a small one, so many."""
_CELL = 3
"""Labels are kept apart on a grid of cells of so many pixels."""
_OUTWEIGHED = 4
"""A label may cover dots of places that are named less than a quarter as often as its own."""
_CROWDED = 60
"""Among more dots than these each is drawn smaller, so that they do not run into one."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A place to be shown."""

    lat: float
    lon: float
    label: str
    count: int = 1
    """How often it is named: decides the size, and which labels come first."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A dot on the map, in pixels."""

    dot: int
    """Index into the dots that were asked for."""
    x: float
    y: float
    r: float


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a place beside its dot."""

    dot: int
    """Index into the dots that were asked for."""
    x: float
    y: float
    """Foot of its letters, in pixels."""
    anchor: str
    """Which part of it stands at `x`: `start`, `middle` or `end`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """A map of so many pixels."""

    width: int
    height: int
    world: bool
    """Whether it shows the whole world."""
    land: str
    borders: str
    contested: str
    """Data of SVG paths; `land` is to be filled, the others to be stroked."""
    spots: tuple[Spot, ...]
    """Largest first, so that small ones lie on top."""
    labels: tuple[Label, ...]
    """The most-named first; in letters of the size `LETTERS`."""
    large_labels: tuple[Label, ...]
    """Fewer, in letters of the size `LARGE_LETTERS`, for the map drawn small."""


def _cells(x0: float, y0: float, x1: float, y1: float) -> Iterator[tuple[int, int]]:
    for column in range(int(x0 // _CELL), int(x1 // _CELL) + 1):
        for row in range(int(y0 // _CELL), int(y1 // _CELL) + 1):
            yield column, row


def _labels(dots: Sequence[Dot], spots: Sequence[Spot], frame: tuple[int, int], *, size: int, most: int) -> list[Label]:
    """Return labels where there is room, the most-named first.

    No label covers another one, or a dot of a place that is named nearly as often. Dots of less weight may lie below a
    label: where hundreds crowd, the names one looks for would find no room beside them all.
    """
    width, height = frame
    ranked = sorted(spots, key=lambda spot: (-dots[spot.dot].count, dots[spot.dot].label, spot.dot))[: 2 * most]
    dotted = [set(_cells(s.x - s.r, s.y - s.r, s.x + s.r, s.y + s.r)) for s in ranked]
    taken: set[tuple[int, int]] = set()
    labels: list[Label] = []
    for spot in ranked:
        if len(labels) == most:
            break
        own = dots[spot.dot].count
        avoided = taken.union(
            *(cells for other, cells in zip(ranked, dotted, strict=True) if dots[other.dot].count * _OUTWEIGHED >= own)
        )
        wide, line, off = len(dots[spot.dot].label) * _WIDE * size, _HIGH * size, spot.r + size / 4
        near, foot = off * 0.7, size / 3
        for dx, dy, anchor in (
            (off, foot, "start"), (-off, foot, "end"), (near, -near, "start"), (near, near + 2.25 * foot, "start"),
            (-near, -near, "end"), (-near, near + 2.25 * foot, "end"), (0, -off, "middle"), (0, off + 2.5 * foot, "middle"),
        ):  # fmt: skip
            left = spot.x + dx - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
            top = spot.y + dy - line * 0.75
            if left < 2 or left + wide > width - 2 or top < 1 or top + line > height - 1:
                continue
            cells = set(_cells(left, top, left + wide, top + line))
            if avoided.isdisjoint(cells):
                taken |= cells
                labels.append(Label(spot.dot, round(spot.x + dx, 1), round(spot.y + dy, 1), anchor))
                break
    return labels


def draw_map(dots: Sequence[Dot], width: int = 720, height: int = 360) -> Map:
    """Return a map that shows every dot: a part of the world where that is enough, else the whole world.

    The same dots give the same map. Dots with an equal place lie on each other.
    """
    view = choose_view([(dot.lat, dot.lon) for dot in dots], width, height)
    project = projector(view, width, height)
    most = max((dot.count for dot in dots), default=1)
    least = 3.0 if len(dots) <= _CROWDED else max(1.2, 3.0 * math.sqrt(_CROWDED / len(dots)))
    spots = []
    for number, dot in enumerate(dots):
        x, y = project(turned(dot.lon - view.lon), dot.lat)
        radius = least + 6.0 * math.sqrt(dot.count / most) if len(dots) > 1 else 5.0
        spots.append(Spot(number, round(x, 1), round(y, 1), round(radius, 1)))
    spots.sort(key=lambda spot: (-spot.r, spot.dot))
    land, borders, contested = outlines(view, width, height)
    return Map(
        width=width, height=height, world=not view.span, land=land, borders=borders, contested=contested,
        spots=tuple(spots),
        labels=tuple(_labels(dots, spots, (width, height), size=LETTERS, most=_MOST_LABELS)),
        large_labels=tuple(_labels(dots, spots, (width, height), size=LARGE_LETTERS, most=_FEW_LABELS)),
    )  # fmt: skip
