"""The maps of a collection: all its places, and the part of the world where most of them are.

The outlines are a file of their own that all pages share and a browser fetches once; what differs from page to page are the
dots above it. A place whose position is doubtful has none (`resolve`), so it has no dot either.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from generator.linkeddata import entity_path
from generator.maps import Dot, Map, draw_map
from generator.model import Entity, Page
from generator.pages.once import once
from generator.pages.site import Site

WIDTH, HEIGHT = 480, 240
_WORLD, _REGION = "maps/places.svg", "maps/region.svg"
_CROWD = 8
"""So many places close together get a map of their own beside that of the world."""
_TALL, _WIDE = 9.0, 18.0
"""Degrees of latitude and longitude of a cell; four cells are close together."""
_CLOSER = 3
"""How much closer than the world the map of a single place looks."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map, in pixels of the whole map."""

    target: str
    """Path of its page."""
    name: str
    count: int
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a place on the map."""

    text: str
    x: float
    y: float
    anchor: str
    """`start`, `middle` or `end`."""


@dataclass(frozen=True, slots=True)
class Outlines:
    """What a file of outlines shows: data of SVG paths."""

    width: int
    height: int
    land: str
    borders: str
    contested: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One map: the outlines' file and the places on it."""

    path: str
    width: int
    height: int
    spots: tuple[Spot, ...]
    """Largest first, so that small ones lie on top."""
    names: tuple[Name, ...]
    """Of the most-named places, for whom there is room."""
    large_names: tuple[Name, ...]
    """Fewer, in larger letters, for a map that is shown small."""


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a map with one place in it, in pixels of the whole map."""

    path: str
    """Of the outlines' file."""
    map_width: int
    map_height: int
    left: float
    top: float
    width: float
    height: float
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Atlas:
    """The maps of a collection."""

    sheets: tuple[Sheet, ...]
    """All places, then those of the part of the world where most are, if that says more; none without coordinates."""
    windows: Mapping[str, Window]
    """The map of each single place, by entity id."""


@once
def atlas(site: Site) -> Atlas:
    """Return the maps of a collection."""
    placed = _placed(site)
    sheets = []
    windows: dict[str, Window] = {}
    for path, chosen, drawn in _drawn(tuple(dot for _, dot in placed)):
        spots = []
        for spot in drawn.spots:
            entity, dot = placed[chosen[spot.dot]]
            spots.append(Spot(entity_path(entity), entity.name, dot.count, spot.x, spot.y, spot.r))
            windows[entity.id] = _window(path, drawn, spot.x, spot.y)
        names, large = (
            tuple(Name(placed[chosen[label.dot]][0].name, label.x, label.y, label.anchor) for label in labels)
            for labels in (drawn.labels, drawn.large_labels)
        )
        sheets.append(Sheet(path, drawn.width, drawn.height, tuple(spots), names, large))
    return Atlas(tuple(sheets), MappingProxyType(windows))


def map_pages(site: Site) -> Iterator[Page]:
    """Yield the files of outlines."""
    for path, _, drawn in _drawn(tuple(dot for _, dot in _placed(site))):
        yield Page(path, "map.svg", Outlines(drawn.width, drawn.height, drawn.land, drawn.borders, drawn.contested))


def _placed(site: Site) -> list[tuple[Entity, Dot]]:
    return [
        (entity, Dot(entity.geo.lat, entity.geo.lon, entity.name, len(entity.loci)))
        for entity in site.corpus.entities
        if entity.geo and entity.loci
    ]


@lru_cache(maxsize=4)
def _drawn(dots: tuple[Dot, ...]) -> tuple[tuple[str, tuple[int, ...], Map], ...]:
    """Return the maps: path, which of the dots are on it, drawing. Remembered, because four kinds of page ask for them."""
    if not dots:
        return ()
    world = draw_map(dots, WIDTH, HEIGHT)
    sheets = [(_WORLD, tuple(range(len(dots))), world)]
    crowd = _crowd(dots)
    if world.world and len(crowd) >= _CROWD:
        region = draw_map([dots[number] for number in crowd], WIDTH, HEIGHT)
        if not region.world:
            sheets.append((_REGION, crowd, region))
    return tuple(sheets)


def _crowd(dots: Sequence[Dot]) -> tuple[int, ...]:
    """Return the places in the part of the world that has most: four neighbouring cells of a grid of degrees."""
    cells: dict[tuple[int, int], list[int]] = {}
    for number, dot in enumerate(dots):
        cells.setdefault((int((dot.lat + 90) // _TALL), int((dot.lon + 180) // _WIDE)), []).append(number)
    best: list[int] = []
    for row, column in sorted({(row - a, column - b) for row, column in cells for a in (0, 1) for b in (0, 1)}):
        block = [number for a in (row, row + 1) for b in (column, column + 1) for number in cells.get((a, b), ())]
        best = max(best, block, key=len)
    return tuple(best)


def _window(path: str, drawn: Map, x: float, y: float) -> Window:
    """Return the part of the map around a place; all of it where the map shows only a part of the world itself."""
    closer = _CLOSER if drawn.world else 1
    width, height = drawn.width / closer, drawn.height / closer
    left = round(min(max(0.0, x - width / 2), drawn.width - width), 1)
    top = round(min(max(0.0, y - height / 2), drawn.height - height), 1)
    return Window(
        path, drawn.width, drawn.height, left, top, round(width, 1), round(height, 1), x, y, round(5 / closer, 1)
    )
