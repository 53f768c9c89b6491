"""Results of the slow pure step, kept between builds: what came of each source.

A site's folder is passed from hand to hand, and reading its memory must never run code: only the value types named here are
made from it. Losing it costs time and never changes a result; whatever cannot be read counts as lost.
"""

import datetime as dt
import io
import pickle
from collections.abc import Callable, Mapping
from copyreg import __newobj__  # type: ignore[attr-defined]
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from operator import attrgetter
from typing import Any

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
    return _dump(dict(outcomes))


def load_cache(content: bytes) -> dict[str, Outcome]:
    """Return the outcomes by key; empty when the bytes are not such a memory."""
    try:
        found = _Reader(io.BytesIO(content)).load()
    except Exception:  # noqa: BLE001 - a broken pickle raises nearly anything
        return {}
    whole = isinstance(found, dict) and all(isinstance(outcome, Outcome) for outcome in found.values())
    return found if whole else {}


def _dump(value: object) -> bytes:
    out = io.BytesIO()
    writer = pickle.Pickler(out, protocol=5)
    writer.dispatch_table = _WAYS
    writer.dump(value)
    return out.getvalue()


def _way(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    """Return how a value of a type is written: as its dataclass says, but without asking for the names of its fields again."""
    values = attrgetter(*(field.name for field in fields(kind)))
    return lambda value: (__newobj__, (kind,), list(values(value)))


_WAYS = {kind: _way(kind) for kind in _TYPES.values() if is_dataclass(kind)}
