"""Results of the slow pure step, kept between builds: what was found in each article.

Kept as JSON, not as pickles: a site's folder is passed from hand to hand, and reading it must never run code. Losing it
costs time and never changes a result; whatever cannot be read counts as lost.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any

from generator.model import Mention, Quantity


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in one article."""

    mentions: tuple[Mention, ...]
    figures: tuple[Quantity, ...]
    dates: tuple[Quantity, ...]


_MENTION = tuple(f.name for f in fields(Mention))
_QUANTITY = tuple(f.name for f in fields(Quantity))


def dump_cache(entries: Mapping[str, Found]) -> bytes:
    """Return the entries, by key, as bytes that `load_cache` reads."""
    rows = {
        key: [
            [_row(mention, _MENTION) for mention in found.mentions],
            [_row(figure, _QUANTITY) for figure in found.figures],
            [_row(date, _QUANTITY) for date in found.dates],
        ]
        for key, found in sorted(entries.items())
    }
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"), check_circular=False).encode()


def load_cache(content: bytes) -> dict[str, Found]:
    """Return the entries by key; empty when the bytes are not such a cache."""
    try:
        rows = json.loads(content)
        return {
            key: Found(
                tuple(Mention(**dict(zip(_MENTION, row, strict=True))) for row in mentions),
                tuple(_quantity(row) for row in figures),
                tuple(_quantity(row) for row in dates),
            )
            for key, (mentions, figures, dates) in rows.items()
        }
    except (ValueError, TypeError, AttributeError):
        return {}


def _row(value: Mention | Quantity, names: tuple[str, ...]) -> list[object]:
    # A decimal becomes a list of one text: JSON numbers would lose its digits, a bare text would look like a date.
    return [[str(item)] if isinstance(item := getattr(value, name), Decimal) else item for name in names]


def _quantity(row: list[Any]) -> Quantity:
    values: tuple[Any, ...] = tuple(Decimal(item[0]) if isinstance(item, list) else item for item in row)
    return Quantity(**dict(zip(_QUANTITY, values, strict=True)))
