"""Maps as numbers: outlines of the land, borders, dots and labels that do not cover one another.

A world map is in the Equal Earth projection (Šavrič, Patterson, Jenny 2018), a part of the world in Lambert's azimuthal
equal-area projection around its middle (Snyder 1987, p. 182): on both a square centimetre is as much land everywhere.
Outlines come from `generator/data/outlines.json.gz`; borders that the United Nations or the parties do not agree on are
lines of their own, to be drawn broken. There is no style in here, only numbers and the data of paths.

Inner rooms, top down: drawing, outlines, projections.
"""

from generator.maps.drawing import Dot, Label, Map, Spot, draw_map

__all__ = ["Dot", "Label", "Map", "Spot", "draw_map"]
