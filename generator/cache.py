"""Results of the slow pure step, kept between builds: what came of each source.

A site's folder is passed from hand to hand, and reading its memory must never run code: only the value types named here are
made from it. Losing it costs time and never changes a result; whatever cannot be read counts as lost.
"""

import datetime as dt
import io
import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.model import Annotated, Block, Document, Mark, Mention, Metadata, Problem, Quantity, Span


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a source."""

    article: Annotated | None
    """None when the source could not be read."""
    problems: tuple[Problem, ...]


_TYPES: Mapping[tuple[str, str], type] = {
    (kind.__module__, kind.__qualname__): kind
    for kind in (
        Annotated,
        Block,
        Document,
        Mark,
        Mention,
        Metadata,
        Outcome,
        Problem,
        Quantity,
        Span,
        Decimal,
        dt.date,
    )
}


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> type:
        """Return one of our value types; anything else is no memory of ours."""
        try:
            return _TYPES[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name}") from None


def dump_cache(outcomes: Mapping[str, Outcome]) -> bytes:
    """Return the outcomes, by key, as bytes that `load_cache` reads."""
    return pickle.dumps(dict(outcomes), protocol=5)


def load_cache(content: bytes) -> dict[str, Outcome]:
    """Return the outcomes by key; empty when the bytes are not such a memory."""
    try:
        found = _Reader(io.BytesIO(content)).load()
    except Exception:  # noqa: BLE001 - a broken pickle raises nearly anything
        return {}
    whole = isinstance(found, dict) and all(isinstance(outcome, Outcome) for outcome in found.values())
    return found if whole else {}
