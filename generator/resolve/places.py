"""Names of places compared: one where the gazetteer knows one place for both."""

import functools

from generator.resolve.spelling import dropped, spelled


@functools.lru_cache(maxsize=1 << 16)
def key(name: str) -> str:
    """Return what spellings of one place name share: no accents, hyphens or spaces."""
    return spelled(name).replace("-", "").replace(" ", "").replace(".", "")


def compare(a: str, b: str) -> float:
    """Return how surely two names mean one place, 0..1."""
    if key(a) == key(b):
        return 0.97
    if dropped(a) == dropped(b):
        return 0.8
    return 0.1


def keys(name: str) -> tuple[str, ...]:
    """Return the keys under which places that may be one fall together."""
    return (key(name),)


def is_known(name: str) -> bool:
    """Return whether the gazetteer has the name."""
    return False
