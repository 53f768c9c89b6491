"""Names of places compared: one where the gazetteer knows one place for both."""

import functools

from generator.places import choose_place, find_places, is_place_name, place_key, same_place
from generator.resolve.sounds import family, sounds
from generator.resolve.spelling import spelled

_LANGUAGES = ("de", "en")
_LEAD = 1.1
"""How much heavier than any place abroad the first of a name must be for the name alone to tell which is meant."""
_FORMAL = frozenset(
    "bundesrepublik republik volksrepublik konigreich staat islamische islamischen freistaat land dc d c stadt republic kingdom of the state people s den am an der a d hansestadt freie freien und landeshauptstadt bundesstadt".split()
)
"""Words that a name may have more without meaning another place."""


@functools.lru_cache(maxsize=1 << 16)
def key(name: str) -> str:
    """Return what spellings of one place name share: no accents, hyphens or spaces; umlauts spelled out."""
    return place_key(spelled(name)).replace(" ", "")


@functools.lru_cache(maxsize=1 << 14)
def _located(name: str) -> frozenset[str]:
    """Return the ids of the places a name clearly means, over the languages."""
    return frozenset(place.id for lang in _LANGUAGES if (place := choose_place(name, lang)))


@functools.lru_cache(maxsize=1 << 14)
def _rivalled(name: str) -> bool:
    """Return whether a place abroad bears the name nearly as well as the first one: "Georgia"."""
    for lang in _LANGUAGES:
        found = find_places(name, lang)
        if any(p.country != found[0].country and p.weight > found[0].weight - _LEAD for p in found[1:]):
            return True
    return False


def compare(a: str, b: str) -> float:
    """Return how surely two names mean one place, 0..1."""
    if key(a) == key(b):
        return 0.97
    if same_place(a, b):
        # "Brandenburg" and "Brandenburg an der Havel": that the gazetteer takes the one for the other needs an article to hold.
        words = [frozenset(place_key(name).split()) for name in (a, b)]
        contained = (words[0] < words[1] or words[1] < words[0]) and not words[0] ^ words[1] <= _FORMAL
        return 0.8 if contained or _rivalled(a) or _rivalled(b) else 0.95
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
