"""The authority file: what a curator fixed about persons, places and organisations.

Inner rooms, top down: parsing, writing, lines, records.
"""

from generator.authority.parsing import parse_authority
from generator.authority.records import (
    Authority,
    Bare,
    Distinct,
    EntityLabel,
    Ignored,
    Judgement,
    Merge,
    Moved,
    Record,
    Rename,
    Verdict,
)
from generator.authority.writing import WORDS, judgement_lines, merge_lines, quoted, quoted_list

__all__ = [
    "WORDS",
    "Authority",
    "Bare",
    "Distinct",
    "EntityLabel",
    "Ignored",
    "Judgement",
    "Merge",
    "Moved",
    "Record",
    "Rename",
    "Verdict",
    "judgement_lines",
    "merge_lines",
    "parse_authority",
    "quoted",
    "quoted_list",
]
