"""The maps of a collection: all its places, and the part of the world where most of them are.

The outlines are a file of their own that all pages share and a browser fetches once; what differs from page to page are the
dots above it. A place whose position is doubtful has none (`resolve`), so it has no dot either.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from generator.linkeddata import entity_path
from generator.maps import Dot, Map, draw_map
from generator.model import Entity, Geo, Page
from generator.pages.site import Site

WIDTH, HEIGHT = 480, 240
_WORLD, _REGION = "maps/places.svg", "maps/region.svg"
_CROWD = 8
"""So many places close together get a map of their own beside that of the world."""
_TALL, _WIDE = 9.0, 18.0
"""Degrees of latitude and longitude, either way, that count as close together."""
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
    label_x: float
    label_y: float
    anchor: str
    """Of the label: `start`, `middle` or `end`; empty where there is no room for one."""


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


_Placed = Sequence[tuple[Entity, Geo]]


def atlas(site: Site) -> Atlas:
    """Return the maps of a collection."""
    sheets = []
    windows: dict[str, Window] = {}
    for path, placed, drawn in _drawn(site):
        spots = []
        for spot in drawn.spots:
            entity = placed[spot.dot][0]
            label = (spot.label_x, spot.label_y, spot.anchor)
            spots.append(Spot(entity_path(entity), entity.name, len(entity.loci), spot.x, spot.y, spot.r, *label))
            windows[entity.id] = _window(path, drawn, spot.x, spot.y)
        sheets.append(Sheet(path, drawn.width, drawn.height, tuple(spots)))
    return Atlas(tuple(sheets), MappingProxyType(windows))


def map_pages(site: Site) -> Iterator[Page]:
    """Yield the files of outlines."""
    for path, _, drawn in _drawn(site):
        yield Page(path, "map.svg", Outlines(drawn.width, drawn.height, drawn.land, drawn.borders, drawn.contested))


def _drawn(site: Site) -> Iterator[tuple[str, _Placed, Map]]:
    placed = [(entity, entity.geo) for entity in site.corpus.entities if entity.geo and entity.loci]
    if not placed:
        return
    world = _draw(placed)
    yield _WORLD, placed, world
    crowd = _crowd(placed)
    if world.world and len(crowd) >= _CROWD:
        region = _draw(crowd)
        if not region.world:
            yield _REGION, crowd, region


def _draw(placed: _Placed) -> Map:
    return draw_map([Dot(geo.lat, geo.lon, entity.name, len(entity.loci)) for entity, geo in placed], WIDTH, HEIGHT)


def _crowd(placed: _Placed) -> _Placed:
    """Return the places around the one that has most others close by; whole countries and seas are no company."""
    towns = [(entity, geo) for entity, geo in placed if geo.kind not in ("country", "continent", "sea", "ocean")]
    near: _Placed = ()
    for _, middle in towns:
        around = [
            (entity, geo)
            for entity, geo in towns
            if abs(geo.lat - middle.lat) <= _TALL and abs((geo.lon - middle.lon + 180) % 360 - 180) <= _WIDE
        ]
        near = max(near, around, key=len)
    return near


def _window(path: str, drawn: Map, x: float, y: float) -> Window:
    """Return the part of the map around a place; all of it where the map shows only a part of the world itself."""
    closer = _CLOSER if drawn.world else 1
    width, height = drawn.width / closer, drawn.height / closer
    left = round(min(max(0.0, x - width / 2), drawn.width - width), 1)
    top = round(min(max(0.0, y - height / 2), drawn.height - height), 1)
    return Window(
        path, drawn.width, drawn.height, left, top, round(width, 1), round(height, 1), x, y, round(5 / closer, 1)
    )
