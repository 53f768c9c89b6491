"""Mentions of all articles become entities, by rules with evidence and never by likeness of strings alone.

Inner rooms, top down: assembly; people, things; fixed, links, clusters; comparison; organisations, places; persons, sounds;
spelling, lists.
"""

from generator.resolve.assembly import resolve
from generator.resolve.comparison import MERGES, SUGGESTS, compare_names

__all__ = ["MERGES", "SUGGESTS", "compare_names", "resolve"]
