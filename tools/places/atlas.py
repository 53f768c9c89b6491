"""Read Natural Earth in TopoJSON: rings of countries in degrees."""

import json
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

Ring = list[tuple[float, float]]


def arcs_of(topology: dict[str, Any]) -> list[Ring]:
    """Return the arcs in degrees."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    decoded = []
    for arc in topology["arcs"]:
        xs, ys = accumulate(p[0] for p in arc), accumulate(p[1] for p in arc)
        decoded.append([(x * kx + dx, y * ky + dy) for x, y in zip(xs, ys, strict=True)])
    return decoded


def rings(geometry: dict[str, Any], arcs: list[Ring]) -> list[Ring]:
    """Return the outer and inner rings of a polygon or many."""
    shapes: dict[str, list[Any]] = {"Polygon": [geometry.get("arcs", [])], "MultiPolygon": geometry.get("arcs", [])}
    found = []
    for polygon in shapes.get(geometry["type"], []):
        for ring in polygon:
            points: Ring = []
            for index in ring:
                arc = arcs[index] if index >= 0 else arcs[~index][::-1]
                points += arc[1:] if points else arc
            found.append(points)
    return found


def unwrapped(ring: Ring) -> Ring:
    """Return a ring without the jump at 180 degrees; one that goes round the South Pole is closed along it."""
    points = [ring[0]]
    for x, y in ring[1:]:
        before = points[-1][0]
        points.append((x - 360 * round((x - before) / 360), y))
    if abs(points[-1][0] - points[0][0]) > 180:
        points += [(points[-1][0], -90.0), (points[0][0], -90.0), points[0]]
    return points


def area_and_middle(ring: Ring) -> tuple[float, float, float]:
    area = x = y = 0.0
    for (x0, y0), (x1, y1) in pairwise(ring):
        cross = x0 * y1 - x1 * y0
        area += cross
        x += (x0 + x1) * cross
        y += (y0 + y1) * cross
    if not area:
        return 0, *ring[0]
    return abs(area / 2), x / (3 * area), y / (3 * area)


def country_points(path: Path, codes: dict[str, str]) -> dict[str, tuple[float, float]]:
    """Return latitude and longitude of the middle of each country's largest part, by alpha-2 code; `codes` has it by alpha-3."""
    topology = json.loads(path.read_text("utf-8"))
    arcs = arcs_of(topology)
    points = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        code = codes.get(geometry["properties"].get("a3", ""))
        if code is None:
            continue
        _, x, y = max(area_and_middle(unwrapped(ring)) for ring in rings(geometry, arcs))
        points[code] = (round(y, 2), round((x + 180) % 360 - 180, 2))
    return points
