"""The authority file: what a curator fixed about persons, places and organisations.

Inner rooms, top down: parsing, records.
"""

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
]
