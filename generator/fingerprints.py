"""Fingerprints of values: equal values have equal ones, whenever and wherever they are taken.

A value is written down as JSON with all its fields and digested; so a field that is added later counts by itself. A value from
which many files are made (an article, say) is digested once and stands in the others by its own fingerprint.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import Any

_SIZE = 16


class Fingerprints:
    """Takes fingerprints of values as they were built: dataclasses, tuples, mappings, strings, numbers, dates."""

    def __init__(self, shared: Iterable[type] = (), covered: Iterable[object] = ()) -> None:
        """Digest each value of the `shared` types once; take the `covered` values as known to whoever compares."""
        self._shared = frozenset(shared)
        # The value is kept beside its fingerprint, so that no other value can come to have its id.
        self._known: dict[int, tuple[object, str]] = {id(value): (value, "") for value in covered}
        self._encode = json.JSONEncoder(default=self._plain, check_circular=False).encode

    def of(self, value: object) -> str:
        """Return the fingerprint of a value; raise `TypeError` for one that holds what is no value (a set, a function)."""
        return hashlib.blake2b(self._encode(value).encode(), digest_size=_SIZE).hexdigest()

    def _plain(self, value: object) -> object:
        """Return a value as JSON can write it, told apart from equal fields of another type."""
        if known := self._known.get(id(value)):
            return known[1]
        kind: Any = type(value)
        name, get = _reader(kind)
        plain = (name, get(value))
        if kind not in self._shared:
            return plain
        found = self.of(plain)
        self._known[id(value)] = (value, found)
        return found


@lru_cache(maxsize=1000)
def _reader(kind: type) -> tuple[str, Callable[[Any], object]]:
    """Return the name of a type and what takes its values apart."""
    if kind is Decimal:
        return "decimal", str
    if issubclass(kind, dt.date):
        return "date", str
    if issubclass(kind, Mapping):
        return "mapping", _items
    try:
        names = tuple(field.name for field in fields(kind))  # type: ignore[arg-type]
    except TypeError:
        raise TypeError(f"{kind.__name__} is no value of which a fingerprint can be taken") from None
    return f"{kind.__module__}.{kind.__qualname__}", attrgetter(*names) if names else lambda _: ()


def _items(value: Mapping[Any, Any]) -> list[tuple[Any, Any]]:
    return list(value.items())
