"""The map of a collection: one picture of the land, and where its places are on it.

The outlines are a file of their own that all pages share and a browser fetches once; what differs from page to page are the
dots above it. A place whose position is doubtful has none (`resolve`), so it has no dot either.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.linkeddata import entity_path
from generator.maps import Dot, Map, draw_map
from generator.model import Page
from generator.pages.site import Site

PATH = "maps/places.svg"
WIDTH, HEIGHT = 720, 360
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
    """What the file of outlines shows: data of SVG paths."""

    width: int
    height: int
    land: str
    borders: str
    contested: str


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the map with one place in it."""

    left: float
    top: float
    width: float
    height: float
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Atlas:
    """The map of all places of a collection."""

    outlines: Outlines
    spots: tuple[Spot, ...]
    """Largest first, so that small ones lie on top; none when no place has coordinates."""
    windows: Mapping[str, Window]
    """The map of each single place, by entity id."""


def atlas(site: Site) -> Atlas:
    """Return the map of a collection."""
    placed = [(entity, entity.geo) for entity in site.corpus.entities if entity.geo and entity.loci]
    drawn = draw_map([Dot(geo.lat, geo.lon, entity.name, len(entity.loci)) for entity, geo in placed], WIDTH, HEIGHT)
    spots = []
    windows = {}
    for spot in drawn.spots:
        entity = placed[spot.dot][0]
        spots.append(
            Spot(
                entity_path(entity),
                entity.name,
                len(entity.loci),
                spot.x,
                spot.y,
                spot.r,
                spot.label_x,
                spot.label_y,
                spot.anchor,
            )
        )
        windows[entity.id] = _window(drawn, spot.x, spot.y)
    outlines = Outlines(drawn.width, drawn.height, drawn.land, drawn.borders, drawn.contested)
    return Atlas(outlines, tuple(spots), MappingProxyType(windows))


def map_pages(site: Site) -> Iterator[Page]:
    """Yield the file of outlines, unless no place has coordinates."""
    found = atlas(site)
    if found.spots:
        yield Page(PATH, "map.svg", found.outlines)


def _window(drawn: Map, x: float, y: float) -> Window:
    """Return the part of the map around a place; all of it where the map shows only a part of the world itself."""
    closer = _CLOSER if drawn.world else 1
    width, height = drawn.width / closer, drawn.height / closer
    left = min(max(0.0, x - width / 2), drawn.width - width)
    top = min(max(0.0, y - height / 2), drawn.height - height)
    return Window(round(left, 1), round(top, 1), round(width, 1), round(height, 1), x, y, round(6 / closer, 1))
