"""Names of places compared: one where the gazetteer knows one place for both."""

import functools

from generator.places import choose_place, is_place_name, place_key, same_place
from generator.resolve.sounds import family, sounds
from generator.resolve.spelling import spelled

_LANGUAGES = ("de", "en")


@functools.lru_cache(maxsize=1 << 16)
def key(name: str) -> str:
    """Return what spellings of one place name share: no accents, hyphens or spaces; umlauts spelled out."""
    return place_key(spelled(name)).replace(" ", "")


@functools.lru_cache(maxsize=1 << 14)
def _located(name: str) -> frozenset[str]:
    """Return the ids of the places a name clearly means, over the languages."""
    return frozenset(place.id for lang in _LANGUAGES if (place := choose_place(name, lang)))


def compare(a: str, b: str) -> float:
    """Return how surely two names mean one place, 0..1."""
    if key(a) == key(b):
        return 0.97
    if same_place(a, b):
        # "Brandenburg" and "Brandenburg an der Havel": that the gazetteer takes the one for the other needs an article to hold.
        words = [frozenset(place_key(name).split()) for name in (a, b)]
        return 0.8 if words[0] < words[1] or words[1] < words[0] else 0.95
    if key(a.removesuffix("s")) == key(b.removesuffix("s")) and not (is_known(a) and is_known(b)):
        return 0.92
    if _located(a) and _located(b):
        return 0.1
    languages = sorted({family(word) for name in (a, b) for word in name.split()} - {""})
    return 0.8 if any(sounds(a, language) & sounds(b, language) for language in languages) else 0.1


@functools.lru_cache(maxsize=1 << 16)
def is_known(name: str) -> bool:
    """Return whether the gazetteer has a place of this name as it stands, not as a genitive."""
    return any(is_place_name(name, lang) for lang in _LANGUAGES) and not (
        name.endswith("s") and len(name) > 4 and any(is_place_name(name[:-1], lang) for lang in _LANGUAGES)
    )


def sound_keys(name: str) -> tuple[str, ...]:
    """Return the keys of a foreign name's transliterations, sorted; empty for a name that shows no sign of being foreign."""
    languages = sorted({family(word) for word in name.split()} - {""})
    return tuple(sorted(f"{language}:{sound}" for language in languages for sound in sounds(name, language)))
