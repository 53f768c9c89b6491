"""The authority file: what a curator fixed about persons, places and organisations.

Inner rooms, top down: parsing, lines, records.
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

__all__ = [
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
    "parse_authority",
]
