"""What several kinds of pages need is made once: the order of the figures, of the dates, the maps.

A corpus is too large to be compared with another, so it is known by being the same one.
"""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

_V = TypeVar("_V")
_R = TypeVar("_R")


def once(make: Callable[[_V], _R]) -> Callable[[_V], _R]:
    """Return a function that makes the same, and makes nothing when it is given the very value it was given last."""
    last: list[tuple[_V, _R]] = []

    @wraps(make)
    def remembered(value: _V) -> _R:
        if not last or last[0][0] is not value:
            last[:] = [(value, make(value))]
        return last[0][1]

    return remembered
