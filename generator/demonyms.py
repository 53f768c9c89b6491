"""Adjectives and inhabitants that point to a place without naming it: "russische", "Ukrainerinnen", "Berliner".

The table is `generator/data/demonyms.tsv`, written by hand; forms of further towns come from `demonyms_towns.tsv`, made by rule. A language ("auf Deutsch") is no place, and a word that
names the country as often as its people ("Polen", "Schweden") is taken for the people only where the grammar says so.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Demonym:
    """A word that points to a place."""

    start: int
    """First code point."""
    end: int
    """Code point after the last one."""
    place: str
    """Heading of the place in the language of the text ("Russland", "Russia")."""
    country: str = ""
    """ISO 3166-1 alpha-2 where the place is a country."""


@dataclass(frozen=True, slots=True)
class _Row:
    country: str
    de: str
    en: str
    adjectives: tuple[str, ...]
    inhabitants: tuple[str, ...]
    english: tuple[str, ...]


_WORD = re.compile(r"[^\W\d_]+(?:[:*_](?:innen|in)\b)?(?:['’](?=s\b))?")
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_ENDINGS = ("", "e", "er", "es", "en", "em")
_GENDER = re.compile(r"(?:[:*_]in|(?<=[a-z])In)(?:nen)?$")
_PREFIX = re.compile(
    "^(?:(?:nord|süd)(?:ost|west)|nord|süd|ost|west|mittel|zentral|inner|pro|anti|nicht|alt|gesamt|exil|trans)-?(?=.{4})",
    re.IGNORECASE,
)
_PEOPLE_TOO = frozenset(
    "Polen Schweden Bayern Sachsen Hessen Niedersachsen Schwaben Franken Ungarn Preußen Pole Bayer Hesse Saudi Pommer Finne Este".split()
)
"""Forms that are a country, a company or a thing as well: they are people only after a word that says so."""
_PEOPLE_BEFORE = re.compile(
    r"\b(?:die|der|den|diese[nr]?|viele[nr]?|alle[nr]?|einige[nr]?|mehrere[nr]?|wenige[nr]?|manche|beiden?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|"
    r"hunderte?|tausende?|millionen|junge[nr]?|ethnische[nr]?|meisten|jede[rn]?|eine[mnrs]?|ein|wir|uns|als|\d+)\s+$",
    re.IGNORECASE,
)
_ONE_BEFORE = re.compile(r"\b(?:der|ein|jeder|dieser|als|[a-zäöüß]+er)\s+$")
_LANGUAGE_BEFORE = re.compile(
    r"\b(?:auf|aus dem|ins|im|vom|spricht|sprechen|sprach|sprachen|lernen|lernt)\s+$", re.IGNORECASE
)
_NOUN_NEXT = re.compile(r" [A-ZÄÖÜ][a-zäöüß]{2,}")
_NAME_BEFORE = re.compile(r"(?<![.!?:] )(?<!^)[A-ZÄÖÜ][\w.]*\s$")
_NOUN_AFTER = re.compile(r"(?:-|,? und |, )?\s*(?:[a-zäöüß\-]+(?:e[nrsm]?)\s+){0,2}[A-ZÄÖÜ\d„\"»]")


@cache
def _rows() -> tuple[_Row, ...]:
    """Return the table."""
    text = (files("generator") / "data" / "demonyms.tsv").read_text("utf-8")
    rows = []
    for line in text.splitlines():
        if line and not line.startswith("#"):
            country, de, en, *lists = line.split("\t")
            rows.append(_Row(country, de, en, *(tuple(cell.split(";")) if cell else () for cell in lists)))
    return tuple(rows)


def _people(word: str) -> Iterator[str]:
    """Yield all forms of a German word for inhabitants; an irregular feminine stands behind a slash."""
    man, _, woman = word.partition("/")
    if man.endswith("e"):
        yield from (man, man + "n")
        woman = woman or man[:-1] + "in"
    elif man.endswith("er"):
        yield from (man, man + "n", man + "s")
        woman = woman or man + "in"
    elif man.endswith("in"):
        woman = man
    elif man.endswith(("i", "o", "a")):
        yield from (man, man + "s")
        woman = woman or ("" if man.endswith(("o", "a")) else man + "n")
    else:
        yield from (man, man + "en", man + "n")
    if woman:
        yield from (woman, woman + "nen")


@cache
def _german() -> tuple[Mapping[str, _Row], Mapping[str, _Row]]:
    """Return adjectives by every inflected form in lower case, and inhabitants by every form as it is written."""
    adjectives: dict[str, _Row] = {}
    people: dict[str, _Row] = {}
    for row in _rows():
        for stem in row.adjectives:
            for ending in _ENDINGS:
                adjectives.setdefault(stem.lower() + ending, row)
        for word in row.inhabitants:
            for form in _people(word):
                people.setdefault(form, row)
    return MappingProxyType(adjectives), MappingProxyType(people)


@cache
def _towns() -> Mapping[str, _Row]:
    """Return forms made from names of towns by rule; a surname may look the same."""
    lines = (files("generator") / "data" / "demonyms_towns.tsv").read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if not line.startswith("#"))
    return MappingProxyType({form: _Row("", town, town, (), (), ()) for form, town in pairs})


def known_forms() -> frozenset[str]:
    """Return every German form of the table written by hand."""
    return frozenset(_german()[1]) | frozenset(_german()[0])


@cache
def _english() -> Mapping[str, _Row]:
    """Return English adjectives and inhabitants by every form."""
    forms: dict[str, _Row] = {}
    for row in _rows():
        for word in row.english:
            forms.setdefault(word, row)
            if not word.endswith(("sh", "ch", "ese", "s", "men", "man")):
                forms.setdefault(word + "s", row)
    return MappingProxyType(forms)


@cache
def _several_words(lang: str) -> re.Pattern[str]:
    """Return a pattern of the forms of more than one word ("New Yorker", "Costa Ricans")."""
    forms = _german()[1] if lang == "de" else _english()
    spaced = sorted((form for form in forms if " " in form), key=lambda form: (-len(form), form))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, spaced)) + r")\b")


def targets(lang: str) -> tuple[tuple[str, str], ...]:
    """Return every place demonyms can point to, as heading and code of the country (empty for what is no country)."""
    return tuple((row.de if lang == "de" else row.en, row.country) for row in _rows())


def find_demonyms(text: str, lang: str) -> tuple[Demonym, ...]:
    """Return the adjectives and inhabitants in a text that point to a place; sorted, disjoint, half-open code points.

    Words inside names ("Deutsche Bank") are returned too: the caller lets names win. `lang` is `de` or `en`; for other
    languages nothing is found.
    """
    if lang not in ("de", "en"):
        return ()
    judge = _german_row if lang == "de" else _english_row
    found: list[Demonym] = []
    taken = 0
    several = {m.start(): m for m in _several_words(lang).finditer(text)}
    compounds = {m.start(): m for m in _COMPOUND.finditer(text)} if "-" in text else {}
    for word in _WORD.finditer(text):
        start = word.start()
        if start < taken:
            continue
        for match in (several.get(start), compounds.get(start), word):
            if match is not None and (row := judge(text, match.start(), match.end())) is not None:
                found.append(Demonym(match.start(), match.end(), row.de if lang == "de" else row.en, row.country))
                taken = match.end()
                break
    return tuple(found)


def _english_row(text: str, start: int, end: int) -> _Row | None:
    """Return the row of an English word."""
    return _english().get(text[start:end])


def _german_row(text: str, start: int, end: int) -> _Row | None:
    """Return the row of a German word, if it points to a place here."""
    if (known := _german_word(text[start:end])) is None:
        return None
    word, kind, row = known
    if kind == "people":
        said = _PEOPLE_BEFORE if word.endswith("n") else _ONE_BEFORE
        return row if word not in _PEOPLE_TOO or said.search(text, max(0, start - 30), start) else None
    if kind == "town":
        # "Reutlinger Schulen", not "Frau Reutlinger": a noun must follow, and no name stand before.
        return row if _NOUN_NEXT.match(text, end) and not _NAME_BEFORE.search(text, max(0, start - 30), start) else None
    sch = word.lower().endswith("sch")
    if sch and (word[0].isupper() or text[end : end + 1] != "-") and not text[end : end + 1].isspace():
        return None
    if sch and word[0].isupper() and word[:2] != "US":
        return None
    if _LANGUAGE_BEFORE.search(text, max(0, start - 20), start) and not _NOUN_AFTER.match(text, end):
        return None
    return row


@lru_cache(maxsize=1 << 16)
def _german_word(form: str) -> tuple[str, str, _Row] | None:
    """Return a word without the endings that name all genders, what it is, and its row; asked for every word, so remembered."""
    adjectives, people = _german()
    word = _GENDER.sub("", form)
    if (row := people.get(word)) is not None:
        return word, "people", row
    if (row := _towns().get(word)) is not None:
        return word, "town", row
    lower = word.lower()
    row = adjectives.get(lower) or _with_prefix(lower, adjectives)
    return None if row is None else (word, "adjective", row)


def _with_prefix(word: str, adjectives: Mapping[str, _Row]) -> _Row | None:
    """Return the row of "südfranzösisch", "prorussisch", "US-amerikanisch" without the part before the people's name."""
    bare = _PREFIX.sub("", word)
    return adjectives.get(bare) if bare != word else None
