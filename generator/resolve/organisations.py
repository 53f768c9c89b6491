"""Names of organisations compared: legal forms, articles and inflection set aside, abbreviations by a table."""

import functools
import re
from types import MappingProxyType

from generator.resolve.inflection import bare_noun
from generator.resolve.lists import groups, words
from generator.resolve.spelling import spelled, tidy

_WORD = re.compile(r"[^\W_]+(?:[.&'’][^\W_]+)*\.?|&")
_PLAIN = re.compile(r"[^\w&]+")
_NUMBERED = re.compile(r"\b(\d+)\.(?=[^\W\d])")
_SHORT = MappingProxyType(
    {
        "uni": "universitaet",
        "tu": "technischuniversitaet",
        "olg": "oberlandesgericht",
        "lg": "landgericht",
        "vg": "verwaltungsgericht",
        "lka": "landeskriminalamt",
    }
)
"""Words of names that are mostly shortened."""
_ADJECTIVE = re.compile(r"(?<=[a-z]{3})e[nrsm]?$")
_GENITIVE = re.compile(r"(?<=[a-z]{3})(?:es|s|e)$")


@functools.lru_cache(maxsize=1 << 16)
def key(name: str) -> str:
    """Return what two forms of one organisation's name share: words without legal form, article, hyphen and inflection.

    >>> key("Deutsche Bank AG") == key("Deutschen Bank")
    True
    """
    found = [word for token in _spaced(name) if (word := _PLAIN.sub("", spelled(bare_noun(token))))]
    found = [_SHORT.get(word, word) for word in found]
    legal = words("legal_forms", "organisations")
    kept = [
        word
        for before, word, behind in zip(("", *found), found, (*found[1:], ""), strict=False)
        if word not in legal and not (word == "&" and before in legal and behind in legal)
    ]
    while len(kept) > 1 and kept[0] in words("articles", "organisations"):
        kept.pop(0)
    kept = kept or found
    if found[:1] == ["the"]:
        return "".join(kept)
    return "".join((*(_ADJECTIVE.sub("", word) for word in kept[:-1]), *(_stem(word) for word in kept[-1:])))


@functools.lru_cache(maxsize=1 << 16)
def plain(name: str) -> str:
    """Return a name without article, case and marks, but as inflected: "The Times" and "Times" agree."""
    found = [word for token in _spaced(name) if (word := _PLAIN.sub("", spelled(token)))]
    while len(found) > 1 and found[0] in words("articles", "organisations"):
        found.pop(0)
    return "".join(found)


def _spaced(name: str) -> list[str]:
    return _NUMBERED.sub(r"\1. ", tidy(name)).replace("/", " ").split()


def _stem(word: str) -> str:
    return _GENITIVE.sub("", _ADJECTIVE.sub("", word))


@functools.lru_cache(maxsize=1 << 16)
def known(name: str) -> tuple[int, ...]:
    """Return the numbers of the groups of the table a name stands in ("SPD", "Sozialdemokratische Partei Deutschlands")."""
    return _known_keys().get(key(name), ()) if name not in words("cased", "organisations") else ()


@functools.cache
def _known_keys() -> dict[str, tuple[int, ...]]:
    return {key(form): numbers for form, numbers in groups("abbreviations", "organisations").items()}


def canonical(name: str) -> str:
    """Return the table's spelling of a name that stands there: "Europäischer Gerichtshof" for "Europäischen Gerichtshofes"."""
    return _spellings().get(key(name), "") if known(name) else ""


def foremost(name: str) -> str:
    """Return the first name of the group of the table that a name stands in; empty when it stands in none."""
    return _foremost()[known(name)[0]] if known(name) else ""


@functools.cache
def _foremost() -> dict[int, str]:
    found: dict[int, str] = {}
    for form, numbers in groups("abbreviations", "organisations").items():
        for number in numbers:
            found.setdefault(number, form)
    return found


@functools.cache
def _spellings() -> dict[str, str]:
    return {key(form): form for form in reversed(groups("abbreviations", "organisations"))}


def abbreviates(short: str, long: str) -> bool:
    """Return whether the capitals of a short form begin the words, or parts of compounds, of a long one.

    >>> abbreviates("DGB", "Deutscher Gewerkschaftsbund"), abbreviates("CSU", "Christlich Demokratische Union")
    (True, False)
    """
    letters = spelled("".join(c for c in short if c.isalnum()))
    if not 2 <= len(letters) <= 7 or " " in short or (sum(c.isupper() for c in short) < 2 and not short.isupper()):
        return False
    tokens = [t for t in re.split(r"[\s/-]+", spelled(long)) if t and t not in words("articles", "organisations")]
    if not tokens or (len(tokens) == 1 and (len(tokens[0]) < 10 or len(letters) < 3)) or tokens[0][0] != letters[0]:
        return False
    return _spells(letters, tuple(tokens))


def initials(short: str, long: str) -> bool:
    """Return whether three letters or more are the first ones of all words of a long form, in their order.

    >>> initials("NRA", "National Rifle Association"), initials("ENM", "Ernährungsministerium")
    (True, False)
    """
    if len(short) < 3 or not short.isupper() or short[0] != long[0].upper() or long.isupper():
        return False
    tokens = [t for t in re.split(r"[\s/-]+", spelled(long)) if t and t not in words("small", "organisations")]
    return spelled(short) == "".join(token[0] for token in tokens)


def alike(a: str, b: str) -> bool:
    """Return whether two long forms have the same words but for one that is shortened or spelled otherwise.

    >>> alike("Tigray People's Liberation Front", "Tigrayan People's Liberation Front")
    True
    """
    pairs = list(zip(_words(a), _words(b), strict=False))
    other = [(x, y) for x, y in pairs if x != y]
    if len(_words(a)) != len(_words(b)) or len(pairs) < 3 or len(other) != 1:
        return False
    short, long = sorted(other[0], key=len)
    head = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    tail = next((i for i, (x, y) in enumerate(zip(short[::-1], long[::-1], strict=False)) if x != y), len(short))
    return head >= 3 and len(short) >= 5 and min(head + tail, len(short)) >= 0.8 * len(short)


def _spells(letters: str, tokens: tuple[str, ...]) -> bool:
    if not letters:
        return not tokens or all(token in words("small", "organisations") for token in tokens)
    if not tokens:
        return False
    token = tokens[0]
    if token in words("small", "organisations") and _spells(letters, tokens[1:]):
        return True
    if token[0] != letters[0]:
        return False
    # A compound may give a letter for each of its parts ("Gewerkschaftsbund": G, B); a part has three letters at least.
    for count in range(1, min(len(letters), 3) + 1):
        at, fits = 0, True
        for letter in letters[1:count]:
            at = token.find(letter, at + 3)
            if at < 0 or len(token) - at < 3:
                fits = False
                break
        if fits and _spells(letters[count:], tokens[1:]):
            return True
    return False


def compare(a: str, b: str) -> float:
    """Return how surely two names mean one organisation, 0..1."""
    if key(a) == key(b) or plain(a) == plain(b):
        return 0.97 if not {spelled(a), spelled(b)} <= words("cased", "organisations") else 0.3
    if set(known(a)) & set(known(b)):
        return 0.95
    if known(a) and known(b):
        return 0.3
    if abbreviates(a, b) or abbreviates(b, a):
        return 0.8
    return _clubs(a, b)


def shortens(short: str, long: str) -> bool:
    """Return whether a long form only adds marks of a club or company to a short one: "Mainz" and "1. FSV Mainz 05".

    Enough where both stand in one article; elsewhere "Mainz" may be anything.
    """
    return len(_words(short)) < len(_words(long)) and _unmarked(long) == _words(short)


@functools.lru_cache(maxsize=1 << 16)
def _words(name: str) -> tuple[str, ...]:
    return tuple(spelled(word).rstrip(".") for word in _WORD.findall(_NUMBERED.sub(r"\1. ", tidy(name))))


@functools.lru_cache(maxsize=1 << 16)
def _unmarked(name: str) -> tuple[str, ...]:
    marks = words("clubs", "organisations") | words("legal_forms", "organisations")
    return tuple(word for word in _words(name) if word not in marks)


def _clubs(a: str, b: str) -> float:
    """Compare "FC Bayern München" with "Bayern München"."""
    names = [_words(name) for name in (a, b)]
    marks = [tuple(w for w in n if w in words("clubs", "organisations") and not w.isdigit()) for n in names]
    rests = [tuple(_ADJECTIVE.sub("", w) for w in n if w not in words("clubs", "organisations")) for n in names]
    if not all(rests):
        return 0.1
    if not any(marks):
        # "Bayer Leverkusen" and "Bayer 04 Leverkusen".
        return 0.92 if rests[0] == rests[1] and len(rests[0]) > 1 else 0.1
    if rests[0] == rests[1]:
        if marks[0] == marks[1]:
            return 0.92
        return (0.92 if len(rests[0]) > 1 else 0.8) if not (marks[0] and marks[1]) else 0.2
    short, long = sorted(rests, key=len)
    return (
        0.78
        if len(short) < len(long)
        and long[: len(short)] == short
        and not (marks[0] and marks[1] and marks[0] != marks[1])
        else 0.1
    )


def keys(name: str) -> tuple[str, ...]:
    """Return the keys under which organisations that may be one fall together."""
    club = tuple(
        _ADJECTIVE.sub("", w)
        for w in (spelled(x).rstrip(".") for x in _WORD.findall(_NUMBERED.sub(r"\1. ", tidy(name))))
        if w not in words("clubs", "organisations")
    )
    return (key(name), plain(name), "/" + " ".join(club), *(f"#{number}" for number in known(name)))
