"""The drawing: parts in fields, dots with labels, ties as lines."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from generator.network.arrangement import Point, Tie, arrange, connected
from generator.network.boxes import fit, push_apart

_LETTER, _LINE = 6.7, 15.0
"""Width of a letter and height of a line of a label, in pixels at a letter size of 12 pixels."""
_WRAP = 16
"""Letters after which a label goes on in a further line, where there is a space."""
_LINES = 3
_SMALLEST, _LARGEST = 4.0, 11.0
"""Radius of a knot in pixels."""
_GAP = 5.0
"""Pixels between two knots with their labels."""
_ROOMY = 3.3
"""How many times the area of all labels a drawing has: less is crowded, more is empty."""
_LYING = 1.5
"""Width by height that suits a part: labels are wider than high."""
_RISE, _LOWEST, _HIGH = 14.0, 80.0, 300.0
"""Height of a row of parts in pixels, at least: for every knot of the largest, for any at all, and what is enough for many."""
_FLATTEST = 3.5
"""Width by height of a part that has more room than it needs."""


@dataclass(frozen=True, slots=True)
class Knot:
    """What is to be shown as a dot."""

    label: str
    size: int
    """How often it is named: decides the size of the dot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A knot in the drawing, in pixels; the knots stand in the order in which they were given."""

    x: float
    y: float
    radius: float
    lines: tuple[str, ...]
    """The label, wrapped; centred below the dot."""
    left: float
    top: float
    width: float
    height: float
    """The box that holds dot and label; no two boxes overlap."""

    @property
    def feet(self) -> tuple[float, ...]:
        """Where the letters of each line stand."""
        return tuple(round(self.y + self.radius + 13 + number * _LINE, 1) for number in range(len(self.lines)))


@dataclass(frozen=True, slots=True)
class Thread:
    """A tie in the drawing: between the middles of two dots."""

    one: int
    other: int
    thickness: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """A network of so many pixels."""

    width: int
    height: int
    spots: tuple[Spot, ...]
    threads: tuple[Thread, ...]
    """The weakest first, so that strong ones lie on top."""


def draw_network(knots: Sequence[Knot], ties: Sequence[Tie], *widths: int) -> tuple[Drawing, ...]:
    """Return the drawing of a network for each of some widths; the heights are what they need.

    Parts of the network that no tie connects lie side by side or below one another, the largest first.
    """
    parts = [(part, arrange(part, ties)) for part in connected(len(knots), ties)]
    most = max((knot.size for knot in knots), default=1)
    radii = [_SMALLEST + (_LARGEST - _SMALLEST) * math.sqrt(knot.size / most) for knot in knots]
    labels = [_wrapped(knot.label) for knot in knots]
    sizes = [
        (max(2 * radius, max(map(len, lines)) * _LETTER) + _GAP, 2 * radius + len(lines) * _LINE + 4 + _GAP)
        for radius, lines in zip(radii, labels, strict=True)
    ]
    strongest = max((tie.weight for tie in ties), default=1.0)
    threads = tuple(
        Thread(tie.one, tie.other, round(0.8 + 3.6 * math.sqrt(tie.weight / strongest), 1))
        for tie in sorted(ties, key=lambda tie: (tie.weight, tie.one, tie.other))
    )
    drawings = []
    for width in widths:
        boxes = _placed(parts, sizes, width)
        spots = tuple(
            Spot(
                x=round(x, 1), y=round(y - h / 2 + _GAP / 2 + radius, 1), radius=round(radius, 1), lines=lines,
                left=round(x - w / 2, 1), top=round(y - h / 2, 1), width=round(w, 1), height=round(h, 1),
            )
            for (x, y), (w, h), radius, lines in zip(boxes, sizes, radii, labels, strict=True)
        )  # fmt: skip
        bottom = max((spot.top + spot.height for spot in spots), default=0.0)
        drawings.append(Drawing(width, math.ceil(bottom), spots, threads))
    return tuple(drawings)


def _placed(parts: Sequence[tuple[list[int], Sequence[Point]]], sizes: Sequence[Point], width: int) -> list[Point]:
    """Return the middles of all boxes: the parts in strips across the sheet, each part in a field as large as it needs."""
    areas = [sum(sizes[knot][0] * sizes[knot][1] for knot in part) * _ROOMY for part, _ in parts]
    least = [max(sizes[knot][0] for knot in part) for part, _ in parts]
    places: list[Point] = [(0.0, 0.0)] * len(sizes)
    top = 0.0
    for strip in _strips(areas, least, width):
        total = sum(areas[number] for number in strip)
        knots = max(len(parts[number][0]) for number in strip)
        height = max(total / width, min(max(knots * _RISE, _LOWEST), _HIGH))
        spare = width - sum(least[number] for number in strip)
        left, bottom = 0.0, top
        for number in strip:
            part, points = parts[number]
            own = [sizes[knot] for knot in part]
            field = least[number] + max(0.0, spare) * areas[number] / total
            room = min(field, max(least[number], areas[number] / height, _FLATTEST * height))
            middles = push_apart(fit(points, own, room, height), own, room)
            rise = min(y - h / 2 for (_, y), (_, h) in zip(middles, own, strict=True))
            for knot, (x, y), (_, h) in zip(part, middles, own, strict=True):
                places[knot] = (left + (field - room) / 2 + x, top + y - rise)
                bottom = max(bottom, top + y - rise + h / 2)
            left += field
        top = bottom + 2 * _GAP
    return places


def _strips(areas: Sequence[float], least: Sequence[float], width: int) -> list[list[int]]:
    """Return the parts in rows; a row takes one more as long as its fields become better shaped (Bruls and others 2000).

    No row has less room than the `least` widths of its parts.
    """
    strips: list[list[int]] = []
    for number in range(len(areas)):
        longer = [*strips[-1], number] if strips else []
        if (
            longer
            and sum(least[part] for part in longer) <= width
            and _shape(longer, areas, width) <= _shape(strips[-1], areas, width)
        ):
            strips[-1] = longer
        else:
            strips.append([number])
    return strips


def _shape(strip: Sequence[int], areas: Sequence[float], width: int) -> float:
    """Return how far the worst field of a row is from a lying rectangle, 1 or more."""
    height = sum(areas[number] for number in strip) / width
    ratios = [areas[number] / height**2 / _LYING for number in strip]
    return max(max(ratio, 1 / ratio) for ratio in ratios)


def _wrapped(label: str) -> tuple[str, ...]:
    """Return a label in at most three lines, broken at spaces; what does not fit is cut with an ellipsis."""
    lines: list[str] = []
    for word in label.split() or [label]:
        if lines and len(lines[-1]) + 1 + len(word) <= _WRAP:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], f"{lines[_LINES - 1]} …"]
    return tuple(line if len(line) <= 2 * _WRAP else f"{line[: 2 * _WRAP - 1]}…" for line in lines)
