"""Whether two names mean one thing, told from the names alone.

From `MERGES` on two names are one without further evidence; from `SUGGESTS` on a person should look. In between stands what
is often but not always true: a bare family name, an initial, a middle name that one form lacks.
"""

import functools
import re

from generator.resolve import organisations, places
from generator.resolve.inflection import genitive
from generator.resolve.lists import words
from generator.resolve.persons import PersonName, addressed, is_initial, parse_person
from generator.resolve.sounds import family, pet_form, same_given, same_surname, sounds
from generator.resolve.spelling import dropped, spelled, tidy

MERGES = 0.9
SUGGESTS = 0.75
_LABELS = ("PERSON", "PLACE", "ORGANISATION")

_PATRONYMIC = re.compile(r".+(?:[oe][wv](?:it?sch|ytsch|ich|ych|itch|yč|ič)|[oe][wv]na)")
_FREE = frozenset("al el as asch ash ad an ar at ul".split())


@functools.lru_cache(maxsize=1 << 16)
def compare_names(a: str, b: str, label: str) -> float:
    """Return how surely two names mean one thing, 0..1: from 0.9 they are merged, from 0.75 suggested.

    `label` is PERSON, PLACE or ORGANISATION. Symmetric. Knows nothing of the articles, so that a bare family name beside a
    full name is a suggestion and no more. Raises ValueError for any other label.

    >>> compare_names("Wolodimir Selenski", "Volodymyr Zelensky", "PERSON") >= 0.9
    True
    """
    if label not in _LABELS:
        message = f"label: {label!r} is none; give one of {', '.join(_LABELS)}"
        raise ValueError(message)
    first, second = sorted((tidy(a), tidy(b)))
    if not all(any(map(str.isalnum, name)) for name in (first, second)):
        return 0.0
    if first == second:
        return 1.0
    if label == "PLACE":
        return places.compare(first, second)
    if label == "ORGANISATION":
        return organisations.compare(first, second)
    if addressed(first) and addressed(second) and addressed(first) != addressed(second):
        return 0.1
    return max(
        _compare_persons(parse_person(x), parse_person(y))
        for x, y in {(first, second), (first, genitive(second)), (genitive(first), second)}
    )


def _compare_persons(a: PersonName, b: PersonName) -> float:
    if a.suffix != b.suffix:
        return 0.8 if not (a.suffix and b.suffix) and _compare_parts(a, b) >= MERGES else 0.2
    return _compare_parts(a, b)


def _compare_parts(a: PersonName, b: PersonName) -> float:
    languages = _languages(a, b)
    if not a.full and not b.full:
        return _same_family(a, b, languages)
    if not a.full or not b.full:
        bare, full = (a, b) if b.full else (b, a)
        return _compare_bare(bare, full, languages)
    surname = _same_family(a, b, languages)
    if surname >= SUGGESTS:
        given = _same_first_names(a.given, b.given, languages)
        if min(surname, given) >= SUGGESTS:
            return min(surname, given)
    turned = _turned(a, b, languages)
    if turned:
        return turned
    return _tail(a, b) or (0.4 if surname >= MERGES else 0.1)


def _languages(a: PersonName, b: PersonName) -> tuple[str, ...]:
    """Families of languages under whose rules two names may be compared."""
    if a.reversed and b.reversed:
        return ("asian",)
    tokens = (token for name in (a, b) for word in (*name.surname, *name.given) for token in word.split("-"))
    found = {family(token) for token in tokens} - {""}
    return tuple(sorted(found))


def _same_word(a: str, b: str, languages: tuple[str, ...]) -> float:
    """Return 1 for one spelling, 0.95 for umlauts and accents written in another way, 0.93 for a transliteration."""
    if a.lower() == b.lower():
        return 1.0
    plain = {spelled(x).replace("-", "").replace(" ", "").rstrip(".") for x in (a, b)}
    if len(plain) == 1:
        return 0.97
    bare = [dropped(x).replace("-", "").replace(" ", "") for x in (a, b)]
    if bare[0] == bare[1]:
        return 0.95 if bare[0] not in words("umlaut_pairs") else 0.8
    if len({dropped(x.lower().replace("đ", "dj")) for x in (a, b)}) == 1:
        return 0.95
    if any(sounds(a, language) & sounds(b, language) for language in languages):
        return 0.93
    return 0.0


def _same_family(a: PersonName, b: PersonName, languages: tuple[str, ...]) -> float:
    one, other = " ".join(a.surname), " ".join(b.surname)
    surname = _same_word(one, other, languages) or (0.92 if same_surname(one, other) else 0.0)
    if not surname and a.suffix and pet_form(one, other):
        return 0.85
    if not surname:
        halves = [{spelled(part) for word in name.surname for part in word.split("-")} for name in (a, b)]
        # "Leutheusser-Schnarrenberger" is often shortened to one half, but halves are also other people's names.
        return (
            0.78
            if min(len(h) for h in halves) == 1 and len(halves[0] | halves[1]) == 2 and halves[0] & halves[1]
            else 0.0
        )
    small = [
        tuple(p.lower().rstrip("-") for p in name.particles if p.lower().rstrip("-") not in _FREE) for name in (a, b)
    ]
    if small[0] == small[1]:
        return surname
    return min(surname, 0.85) if not (small[0] and small[1]) else min(surname, 0.6)


def _same_first_names(a: tuple[str, ...], b: tuple[str, ...], languages: tuple[str, ...]) -> float:
    if len(a) + len(b) == 3 and _PATRONYMIC.fullmatch(max(a, b, key=len)[1]):
        # "Michail Sergejewitsch Gorbatschow": a father's name is never the one that tells brothers apart.
        a, b = a[:1], b[:1]
    joined = _same_word(" ".join(a), " ".join(b), languages)
    if joined:
        return joined
    first = [tuple(part for name in names for part in name.split("-")) for names in (a, b)]
    short, long = sorted(first, key=lambda names: (len(names), names))
    if len(short) < len(long) and not any(_same_given(x, y, languages) for x, y in zip(short, long, strict=False)):
        # "Tayyip Erdoğan" beside "Recep Tayyip Erdoğan".
        return 0.78 if all(any(_same_word(x, y, languages) for y in long) for x in short) else 0.0
    scores = [_same_given(x, y, languages) for x, y in zip(short, long, strict=False)]
    if min(scores) < SUGGESTS:
        return 0.0
    if len(short) == len(long):
        # A first initial may stand for many names; a later one beside the same first name hardly.
        return min(scores) if scores[0] >= MERGES and not is_initial(short[0]) else min(*scores, 0.85)
    return min(*scores, 0.85)


def _same_given(a: str, b: str, languages: tuple[str, ...]) -> float:
    if same := _same_word(a, b, languages):
        return same
    if is_initial(a) or is_initial(b):
        if is_initial(a) and is_initial(b):
            return 1.0 if spelled(a)[0] == spelled(b)[0] else 0.0
        return 0.9 if spelled(a)[0] == spelled(b)[0] else 0.0
    if same_given(a, b):
        foreign = not words("given") & {a.lower(), b.lower(), spelled(a), spelled(b)}
        return 0.92 if languages or foreign else 0.85
    return 0.85 if pet_form(a, b) else 0.0


def _compare_bare(bare: PersonName, full: PersonName, languages: tuple[str, ...]) -> float:
    if bare.suffix:
        return 0.0
    if _same_family(bare, full, languages) >= SUGGESTS:
        return 0.8
    if len(bare.surname) == 1 and any(_same_word(bare.surname[0], given, languages) for given in full.given):
        # "Lula" is meant by one name among many, "Angela" is not.
        return 0.5 if spelled(bare.surname[0]) in words("given") else 0.76
    return 0.0


def _turned(a: PersonName, b: PersonName, languages: tuple[str, ...]) -> float:
    """Return how surely two names differ only in which part stands first."""
    if len(a.surname) + len(a.given) != len(b.surname) + len(b.given) or a.particles or b.particles:
        return 0.0
    one, other = (a.surname, a.given), (b.given, b.surname)
    if not all(_same_word(" ".join(x), " ".join(y), languages) >= MERGES for x, y in zip(one, other, strict=True)):
        return 0.0
    # "Peter Thomas" and "Thomas Peter" are two persons; "Abe Shinzo" and "Shinzo Abe" are one.
    both = all(spelled(word) in words("given") or word.lower() in words("given") for word in (*a.surname, *a.given))
    return 0.78 if both else 0.92


def _tail(a: PersonName, b: PersonName) -> float:
    """Return a suggestion for "Suu Kyi" beside "Aung San Suu Kyi"."""
    short, long = sorted((spelled(n.heading).split() for n in (a, b)), key=len)
    if len(short) < len(long) and long[-len(short) :] == short and short[0] not in words("given"):
        return 0.8
    return 0.0
