"""Which part of the world a map shows, and where on it a place lies."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Point = tuple[float, float]

_MIDDLE = 11.0
"""Longitude in the middle of a world map: its edge runs through the Bering Strait and cuts no country."""
SOUTH, NORTH = -57.0, 84.0
"""Edges of a world map in degrees: nothing is named beyond them."""
_SPANS = (8.0, 12.0, 16.0, 22.0, 30.0, 42.0, 58.0)
"""Heights of a map of a part of the world, in degrees: few, so that places near each other share their outlines."""
_ALONE = 22.0
"""Height of the map of a single place: enough to know the coast or the country again."""


@dataclass(frozen=True, slots=True)
class View:
    """What part of the world is shown: its middle, and its height in degrees, which is 0 for the whole world."""

    lat: float
    lon: float
    span: float


def turned(lon: float) -> float:
    """Return a longitude as -180 to 180."""
    return (lon + 180) % 360 - 180


def _equal_earth(lon: float, lat: float) -> Point:
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    root = math.sqrt(3) / 2
    t = math.asin(root * math.sin(math.radians(lat)))
    t2 = t * t
    t6 = t2**3
    x = math.radians(lon) * math.cos(t) / (root * (a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2)))
    return x, t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2))


def _azimuthal(lat0: float) -> Callable[[float, float], Point]:
    sin0, cos0 = math.sin(math.radians(lat0)), math.cos(math.radians(lat0))

    def project(lon: float, lat: float) -> Point:
        a, b = math.radians(lon), math.radians(lat)
        k = math.sqrt(2 / max(1e-9, 1 + sin0 * math.sin(b) + cos0 * math.cos(b) * math.cos(a)))
        return k * math.cos(b) * math.sin(a), k * (cos0 * math.sin(b) - sin0 * math.cos(b) * math.cos(a))

    return project


def projector(view: View, width: int, height: int) -> Callable[[float, float], Point]:
    """Return what turns longitude (counted from the view's middle) and latitude into pixels."""
    if not view.span:
        half, low, high = _equal_earth(180, 0)[0], _equal_earth(0, SOUTH)[1], _equal_earth(0, NORTH)[1]
        scale = min(width / (2 * half), height / (high - low))

        def world(lon: float, lat: float) -> Point:
            x, y = _equal_earth(lon, lat)
            return width / 2 + x * scale, height / 2 - (y - (low + high) / 2) * scale

        return world
    flat = _azimuthal(view.lat)
    scale = height / (4 * math.sin(math.radians(view.span / 4)))

    def part(lon: float, lat: float) -> Point:
        x, y = flat(lon, lat)
        return width / 2 + x * scale, height / 2 - y * scale

    return part


def window(view: View, width: int, height: int) -> tuple[float, float, float, float]:
    """Return west, south, east and north of what a view shows, in degrees from its middle meridian, with some margin."""
    if not view.span:
        return -180.0, SOUTH, 180.0, NORTH
    sin0, cos0 = math.sin(math.radians(view.lat)), math.cos(math.radians(view.lat))
    scale = height / (4 * math.sin(math.radians(view.span / 4)))
    lons, lats = [], []
    for x, y in ((i / 20, j / 20) for i in range(-10, 11) for j in range(-10, 11) if abs(i) == 10 or abs(j) == 10):
        east, north = x * width / scale, y * height / scale
        far = math.hypot(east, north)
        angle = 2 * math.asin(min(1.0, far / 2))
        lats.append(math.degrees(math.asin(math.cos(angle) * sin0 + north * math.sin(angle) * cos0 / far)))
        lons.append(
            math.degrees(
                math.atan2(east * math.sin(angle), far * cos0 * math.cos(angle) - north * sin0 * math.sin(angle))
            )
        )
    if abs(view.lat) + view.span / 2 > 88:  # a pole is in the middle of it, and all meridians meet there
        return (
            -180.0,
            max(-90.0, min(lats) - 3 if view.lat > 0 else -90.0),
            180.0,
            min(90.0, max(lats) + 3 if view.lat < 0 else 90.0),
        )
    return max(-180.0, min(lons) - 3), max(-90.0, min(lats) - 3), min(180.0, max(lons) + 3), min(90.0, max(lats) + 3)


def choose_view(places: Sequence[Point], width: int, height: int) -> View:
    """Return the smallest part of the world that has room for all places, given as latitude and longitude."""
    world = View(0.0, _MIDDLE, 0.0)
    if not places:
        return world
    lons = sorted(lon % 360 for _, lon in places)
    gaps = [((b - a) % 360 or 360.0 * (len(lons) == 1), b) for a, b in zip([lons[-1], *lons[:-1]], lons, strict=True)]
    gap, west = max(gaps)
    wide = 360 - gap
    lats = [lat for lat, _ in places]
    lat, lon = (min(lats) + max(lats)) / 2, turned(west + wide / 2)
    across = wide * math.cos(math.radians(lat)) * height / width
    for span in _SPANS:
        if span < _ALONE and len(places) == 1:
            continue
        step = span / 8
        view = View(round(lat / step) * step, turned(round(lon / step) * step), span)
        if max(max(lats) - min(lats), across) <= span * 0.72:
            project = projector(view, width, height)
            spots = [project(turned(east - view.lon), north) for north, east in places]
            if all(0.06 * width < x < 0.94 * width and 0.08 * height < y < 0.92 * height for x, y in spots):
                return view
    return world
