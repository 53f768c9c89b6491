"""Forms under which a place's name is looked up: folded spelling, genitive and article taken off.

Folding is coarser than the names people write ("Zürich", "Zurich", "ZÜRICH" are one key) and finer than what people
mean: which of several places of one key is meant is decided elsewhere.
"""

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = re.compile("['’‘ʼʻʹ`´\xad\u200b-\u200f\u2060\ufeff]")
"""Apostrophes, and what cannot be seen at all."""
_SEPARATORS = re.compile(r"[\s\-‐‑–/().,]+")
_LETTERS = str.maketrans(
    {"ß": "ss", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a"}
)
_SAINT = {"sankt": "st", "saint": "st"}
_ARTICLES = {
    "de": ("der ", "die ", "das ", "den ", "dem ", "des "),
    "en": ("the ",),
}
_RANK = re.compile(r"(?:(?:freien? (?:und )?)?hansestadt|landeshauptstadt|bundesstadt) (?=.)")
"""What a German town may call itself before its name."""
_ADJECTIVE_ENDING = re.compile(r"(?:e[srnm]?)(?= )")
_DIVISION = re.compile(
    r"(?:oblast|region|gebiet|provinz|kanton|bundesstaat|bundesland|gouvernement|departement|prafektur|woiwodschaft|land|state of|province of) (?P<after>.+)"
    r"|(?P<before>.+) (?:oblast|region|province|governorate|state|prefecture|canton|krai)"
)
_LAST_ENDING = re.compile(r"(?:es|s)$")


@lru_cache(maxsize=65_536)
def place_key(name: str) -> str:
    """Return the name folded: no marks on letters, no case, hyphens as spaces, no apostrophes, "Sankt" as "St".

    >>> place_key("Sankt-Petersburg"), place_key("Zürich"), place_key("L'viv")
    ('st petersburg', 'zurich', 'lviv')
    """
    bare = _APOSTROPHES.sub("", name.casefold()).translate(_LETTERS)
    if not bare.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
        bare = _APOSTROPHES.sub("", bare.casefold()).translate(_LETTERS)
    words = _SEPARATORS.sub(" ", bare).split()
    return " ".join(_SAINT.get(word, word) for word in words)


def inflected_key(key: str) -> str:
    """Return the key of a name of several words without German endings, behind a tilde; empty for a single word.

    >>> inflected_key("ostchinesischen meeres"), inflected_key("vereinigte staaten"), inflected_key("berlin")
    ('~ostchinesisch meer', '~vereinigt staaten', '')
    """
    return "~" + _LAST_ENDING.sub("", _ADJECTIVE_ENDING.sub("", key)) if " " in key else ""


def keys_to_try(name: str, lang: str) -> tuple[tuple[str, bool], ...]:
    """Return the keys a name may stand under, each with whether an ending was taken off; likeliest first, none twice.

    Beside the name as it stands: without its article, a town's rank, a genitive or dative ending; with umlauts spelled out.
    """
    key = place_key(name)
    keys = {key: False}
    for article in _ARTICLES.get(lang, ()):
        if key.startswith(article) and name[0].islower():
            key = key.removeprefix(article)
            keys[key] = False
            break
    if lang == "de" and (rank := _RANK.match(key)):
        key = key[rank.end() :]
        keys[key] = False
    if len(key) > 4 and key.endswith("s"):
        keys.setdefault(key[:-1], True)
    if lang == "de" and " " in key:
        keys.setdefault(inflected_key(key), True)
    if lang == "de" and re.search("[aou]e", key):
        keys.setdefault(re.sub("([aou])e", r"\1", key), True)
    return tuple((k, taken) for k, taken in keys.items() if k)


def division_key(name: str) -> str:
    """Return the key of the division a name says it is ("Oblast Donezk", "Kharkiv region" → the place's key), or nothing."""
    key = place_key(name)
    match = _DIVISION.fullmatch(key)
    return (match["after"] or match["before"]) if match else ""
