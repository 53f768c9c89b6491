"""Mentions of all articles become entities, by rules with evidence and never by likeness of strings alone.

Inner rooms, top down: assembly, suggestions, readback, usage; doubts, redaction, roles, headings; people, geography, institutions; withheld,
shortened, possessive; verdicts, fixed, links, clusters, moving; comparison; organisations, places; inflection; persons, sounds; spelling, lists.
"""

from generator.resolve.assembly import resolve
from generator.resolve.comparison import MERGES, SUGGESTS, compare_names
from generator.resolve.doubts import Doubt
from generator.resolve.readback import (
    Marked,
    judgements_of,
    read_annotations,
    read_corrections,
    read_mentions,
    render_judgements,
    span_of,
)
from generator.resolve.suggestions import Candidate, Suggestions, render_suggestions, suggest
from generator.resolve.usage import unused_rules

__all__ = [
    "MERGES",
    "SUGGESTS",
    "Candidate",
    "Doubt",
    "Marked",
    "Suggestions",
    "compare_names",
    "judgements_of",
    "read_annotations",
    "read_corrections",
    "read_mentions",
    "render_judgements",
    "render_suggestions",
    "resolve",
    "span_of",
    "suggest",
    "unused_rules",
]
