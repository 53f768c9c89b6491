"""Dots and labels on the outlines, and the whole as SVG."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape

from generator.maps.outlines import outlines
from generator.maps.projections import choose_view, projector, turned

_LETTER, _LINE = 6.6, 15.0
"""Width of a letter and height of a line of a label, in pixels at a letter size of 12 pixels."""
_MOST_LABELS = 120
_CELL = 3
"""Labels are kept apart on a grid of cells of so many pixels."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A place to be shown."""

    lat: float
    lon: float
    label: str
    count: int = 1
    """How often it is named: decides the size, and which labels come first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A dot on the map, in pixels."""

    dot: int
    """Index into the dots that were asked for."""
    x: float
    y: float
    r: float
    label: str
    label_x: float = 0.0
    label_y: float = 0.0
    """Foot of the label's letters; 0 where there is no room for a label."""
    anchor: str = ""
    """`start`, `middle` or `end`; empty where there is no room for a label."""


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


def _cells(x0: float, y0: float, x1: float, y1: float) -> Iterator[tuple[int, int]]:
    for column in range(int(x0 // _CELL), int(x1 // _CELL) + 1):
        for row in range(int(y0 // _CELL), int(y1 // _CELL) + 1):
            yield column, row


def _labelled(spots: list[Spot], counts: Sequence[int], width: int, height: int) -> tuple[Spot, ...]:
    """Return the spots with labels where there is room, the most-named first; no label covers a dot or another label."""
    taken = {cell for s in spots for cell in _cells(s.x - s.r, s.y - s.r, s.x + s.r, s.y + s.r)}
    done: dict[int, Spot] = {}
    for spot in sorted(spots, key=lambda s: (-counts[s.dot], s.label, s.dot))[:_MOST_LABELS]:
        wide, off = len(spot.label) * _LETTER, spot.r + 3
        near = off * 0.7
        for dx, foot, anchor in (
            (off, 4, "start"), (-off, 4, "end"), (near, -near, "start"), (near, near + 9, "start"),
            (-near, -near, "end"), (-near, near + 9, "end"), (0, -off, "middle"), (0, off + 10, "middle"),
        ):  # fmt: skip
            left, top = (
                spot.x + dx - {"start": 0, "middle": wide / 2, "end": wide}[anchor],
                spot.y + foot - _LINE * 0.75,
            )
            cells = set(_cells(left, top, left + wide, top + _LINE))
            if (
                left < 2
                or left + wide > width - 2
                or top < 1
                or top + _LINE > height - 1
                or not taken.isdisjoint(cells)
            ):
                continue
            taken |= cells
            done[spot.dot] = replace(
                spot, label_x=round(spot.x + dx, 1), label_y=round(spot.y + foot, 1), anchor=anchor
            )
            break
    return tuple(done.get(spot.dot, spot) for spot in spots)


def draw_map(dots: Sequence[Dot], width: int = 720, height: int = 360) -> Map:
    """Return a map that shows every dot: a part of the world where that is enough, else the whole world.

    The same dots give the same map. Dots with an equal place lie on each other.
    """
    view = choose_view([(dot.lat, dot.lon) for dot in dots], width, height)
    project = projector(view, width, height)
    most = max((dot.count for dot in dots), default=1)
    spots = []
    for number, dot in enumerate(dots):
        x, y = project(turned(dot.lon - view.lon), dot.lat)
        radius = 3.0 + 6.0 * math.sqrt(dot.count / most) if len(dots) > 1 else 5.0
        spots.append(Spot(dot=number, x=round(x, 1), y=round(y, 1), r=round(radius, 1), label=dot.label))
    spots.sort(key=lambda spot: (-spot.r, spot.dot))
    land, borders, contested = outlines(view, width, height)
    return Map(
        width=width, height=height, world=not view.span, land=land, borders=borders, contested=contested,
        spots=_labelled(spots, [dot.count for dot in dots], width, height),
    )  # fmt: skip


def render_svg(drawn: Map, title: str, links: Sequence[str] = ()) -> str:
    """Return the map as an SVG element without any style of its own; `links` are addresses of the dots, in their order."""
    shapes = []
    for spot in drawn.spots:
        label = escape(spot.label)
        dot = f'<circle class="map-dot" cx="{spot.x:g}" cy="{spot.y:g}" r="{spot.r:g}"><title>{label}</title></circle>'
        if spot.anchor:
            dot += f'<text class="map-label" x="{spot.label_x:g}" y="{spot.label_y:g}" text-anchor="{spot.anchor}">{label}</text>'
        shapes.append(f'<a href="{escape(links[spot.dot])}">{dot}</a>' if links else dot)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="map" viewBox="0 0 {drawn.width} {drawn.height}" role="img"><title>{escape(title)}</title>'
        f'<path class="map-land" fill-rule="evenodd" d="{drawn.land}"/><path class="map-border" fill="none" d="{drawn.borders}"/>'
        f'<path class="map-contested" fill="none" stroke-dasharray="2 2" d="{drawn.contested}"/>{"".join(shapes)}</svg>'
    )
