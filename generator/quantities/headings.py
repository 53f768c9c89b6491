"""The dictionary form of a counted noun: "Raketen" is filed under "Rakete", "cities" under "city".

German plurals cannot be undone by rules ("Raketen", "Soldaten", "Menschen"), so a table learnt from running text
(`tools/headings.py`) comes first, by the last part of a compound too; the rules take the rest.
"""

from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from types import MappingProxyType

_DE_RULES = (
    ("innen", "in"), ("ungen", "ung"), ("heiten", "heit"), ("keiten", "keit"), ("schaften", "schaft"), ("ionen", "ion"), ("täten", "tät"), ("isten", "ist"), ("enten", "ent"), ("anten", "ant"), ("oren", "or"), ("ologen", "ologe"), ("nissen", "nis"), ("nisse", "nis"),
    ("eien", "ei"), ("aten", "at"), ("iken", "ik"), ("euren", "eur"), ("eure", "eur"), ("ießer", "ießer"), ("eln", "el"), ("ern", "er"), ("lingen", "ling"), ("linge", "ling"), ("männern", "mann"), ("männer", "mann"), ("leuten", "leute"), ("ungs", "ung"),
)  # fmt: skip
_EN_IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth", "mice": "mouse", "geese": "goose", "lives": "life", "wives": "wife", "knives": "knife", "thieves": "thief", "leaves": "leaf", "wolves": "wolf", "halves": "half",
    "criteria": "criterion", "phenomena": "phenomenon", "media": "medium", "data": "data", "series": "series", "species": "species", "aircraft": "aircraft", "troops": "troops", "police": "police", "personnel": "personnel", "dead": "dead", "crises": "crisis", "analyses": "analysis", "buses": "bus", "gases": "gas",
    "potatoes": "potato", "heroes": "hero", "tomatoes": "tomato", "bases": "base", "cases": "case", "houses": "house", "movies": "movie", "headquarters": "headquarters", "shoes": "shoe",
}  # fmt: skip
_UMLAUTS = str.maketrans("äöüÄÖÜ", "aouAOU")
_ENDINGS = ("", "n", "en", "e", "er", "ern", "s", "nen", "se", "sen", "es")


@lru_cache(maxsize=1)
def _table() -> Mapping[str, str]:
    """Read the table that comes with the package."""
    text = resources.files("generator").joinpath("data/headings.de.txt").read_text("utf-8")
    return MappingProxyType(dict(line.split(" ") for line in text.splitlines()))


def candidates(plural: str) -> tuple[str, ...]:
    """Return the singulars a German plural could have, itself among them."""
    stems = [plural.removesuffix(ending) for ending in _ENDINGS if plural.endswith(ending)]
    if plural.endswith("en"):
        stems.extend(plural[:-2] + ending for ending in ("um", "a", "o", "on", "us"))
    plain = [stem.translate(_UMLAUTS) for stem in stems]
    # "Häusern" is "Haus": only the last vowel of the stem changes, but an earlier umlaut seldom stands beside it
    return tuple(dict.fromkeys(form for form in [*stems, *plain] if len(form) > 2))


def heading(noun: str, lang: str, table: Mapping[str, str] | None = None) -> str:
    """Return the noun in its dictionary form; unchanged where nothing is known. Empty for an empty noun."""
    if not noun:
        return ""
    return _german(noun, _table() if table is None else table) if lang == "de" else _english(noun)


def _german(noun: str, table: Mapping[str, str]) -> str:
    if noun in table:
        return table[noun]
    head, hyphen, last = noun.rpartition("-")
    if hyphen and last[:1].isupper():
        return head + hyphen + _german(last, table)
    for cut in range(2, len(noun) - 3):
        tail = noun[cut:].capitalize()
        if tail in table:
            return noun[:cut] + table[tail].lower()
    for ending, singular in _DE_RULES:
        if noun.endswith(ending) and len(noun) > len(ending) + 2:
            return noun.removesuffix(ending) + singular
    return noun


def _english(noun: str) -> str:
    low = noun.lower()
    if low in _EN_IRREGULAR:
        return _EN_IRREGULAR[low]
    if low.endswith("men") and len(low) > 4:
        return low[:-3] + "man"
    word = noun if any(letter.isupper() for letter in noun[1:]) else low
    if low.endswith("ies") and len(low) > 4:
        return word[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
