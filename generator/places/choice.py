"""Which of the places that bear a name is meant, or that this cannot be told.

Every candidate has a weight: the logarithm of its population, more for capitals and countries, a little more for places
near the readers of the language, more for places in the countries the article is about. The heaviest one wins if it
leads the next one by a factor of about four; places close together count as one, because the dot is the same.
"""

import math
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from generator.places.keys import division_key, keys_to_try, place_key
from generator.places.parts import near_town, quarter_of, town_named, within
from generator.places.table import Place, countries, hits, place_at

_LEAD = 0.55
_NEAR = 60.0
"""Kilometres within which two candidates are one dot."""
_FOREIGN_NAME = 2.5
"""What a candidate loses when the name is one of other languages only."""
_ENGLISH_NAME = 1.5
"""What a country loses in a German text when the name is its English one only."""
_ENDING = 1.0
"""What a candidate loses when an ending had to be taken off the name to find it."""
_SEAT = 1.5
"""How much heavier a division may be than the city it is named after and still be passed over: news name the city."""
_MARKS = 0.7
"""What a candidate loses when only the marks on letters tell it from the name ("Büchen" for "Buchen")."""
_GENERIC = frozenset(
    "neustadt altstadt innenstadt nordstadt sudstadt oststadt weststadt mitte zentrum stadtmitte kanton west east north south"
    " central merkur venus mars jupiter saturn uranus neptun pluto mond sonne erde mercury neptune moon sun earth".split()
)
"""Keys that name a part of nearly every town, or a heavenly body: never a place by themselves."""
_CAPITALS = 5
"""Up to this length a name in capitals is an abbreviation ("EU", "UEFA") rather than a small town's name."""
_TOWN_IN_CAPITALS = 4.2
"""How prominent the town "ULM" must be."""
_GREAT = MappingProxyType({"district": 20_000, "site": 100_000, "region": 2_000})
"""How many people a town must have for its quarters, its airport and its district to be told by their names."""
_HYPHENS = frozenset(("DE", "AT", "CH", "LI", "LU"))
"""Countries whose towns have quarters with hyphens: "Köln-Chorweiler"."""
_NATURE = frozenset(("mountains", "mountain", "river", "sea", "lake", "landscape", "continent", "world region"))
"""Kinds that no country of an article or site makes more or less likely."""
_HOME = 1.6
_DWARFED, _DWARF_BONUS = 1.2, 0.7
_CONTEXT = (1.5, 1.2, 1.0)
_READERS = {
    "de": {"DE": 0.8, "AT": 0.6, "CH": 0.6, "LI": 0.3, "LU": 0.3}
    | dict.fromkeys(
        ("FR", "IT", "ES", "PL", "CZ", "NL", "BE", "DK", "GB", "GR", "HU", "PT", "SE", "US", "CA", "UA", "RU"), 0.3
    ),
    "en": {"US": 0.6, "GB": 0.6, "CA": 0.3, "AU": 0.3, "IE": 0.3, "DE": 0.4, "FR": 0.3, "IT": 0.3, "ES": 0.3},
}
"""Prior by language of the text: its newspapers write about some countries more than about others."""


@lru_cache(maxsize=65_536)
def _candidates(name: str, lang: str) -> tuple[Place, ...]:
    """Return the places of this name with the weight they have in this language; best first."""
    best: dict[int, Place] = {}
    prior = _READERS.get(lang, {})
    for key, shortened in keys_to_try(name, lang):
        for number, alternate in hits(key):
            place = place_at(number, lang, alternate=alternate)
            weight = place.weight + prior.get(place.country, 0.0) * (place.kind != "country")
            if name.isupper() and len(name) <= _CAPITALS and (shortened or not _in_capitals(place, name)):
                continue
            if lang == "de" and place.kind == "country":
                weight -= _ENGLISH_NAME * _only_english(number, key, place.name)
            weight -= _FOREIGN_NAME * alternate + _ENDING * shortened + _MARKS * _other_marks(name, key, place.name)
            if number not in best or best[number].weight < weight:
                best[number] = replace(place, weight=round(weight, 2))
    if not best and (key := division_key(name)):
        for number, alternate in hits(key):
            place = place_at(number, lang, alternate=alternate)
            if place.kind in ("region", "landscape"):
                best[number] = place
    return tuple(sorted(best.values(), key=lambda place: (-place.weight, place.id)))


def _in_capitals(place: Place, name: str) -> bool:
    """Tell whether a short name in capitals is a place's: "USA" and "ULM", but neither "UN" nor "NATO"."""
    return place.kind != "city" or (len(name) > 2 and place.weight >= _TOWN_IN_CAPITALS)


def _only_english(number: int, key: str, heading: str) -> bool:
    """Tell whether a key is a place's English name and its German one differs: "Georgia" is no country in German."""
    own = place_key(heading)
    return own != key and not own.startswith(f"{key} ") and place_key(place_at(number, "en").name) == key


def _other_marks(name: str, key: str, heading: str) -> bool:
    """Tell whether a heading of the same key is spelled with other letters than the name."""
    return place_key(heading) == key and not heading.isascii() and heading.casefold() != name.casefold()


def find_places(name: str, lang: str) -> tuple[Place, ...]:
    """Return every place that bears this name, the most prominent first; empty when none is known.

    The name may stand in the genitive or with an article ("Kiews", "der Ukraine"). `lang` is the language of the text.
    """
    return _candidates(name.strip(), lang)


@lru_cache(maxsize=65_536)
def choose_place(name: str, lang: str, *, countries: tuple[str, ...] = (), home: str | None = None) -> Place | None:
    """Return the place that is meant, or None when that is not clear.

    `countries` are the countries the article is about, the foremost first; `home` is the country the site is at home in.
    Both are ISO 3166-1 alpha-2.
    """
    plain = _candidates(name.strip(), lang)
    if not plain:
        return _told_by_name(name, lang, countries, home)
    if place_key(name) in _GENERIC:
        return None
    if plain[0].kind in _NATURE and all(plain[0].weight - place.weight >= _LEAD for place in plain[1:]):
        # Readers in Germany mean the mountains too, not the small town of Alpen.
        return plain[0]
    candidates = [
        replace(place, weight=place.weight + bonus)
        if (bonus := min(_bonus(place, countries, home), _most(place, plain[0])))
        else place
        for place in plain
    ]
    candidates.sort(key=lambda place: (-place.weight, place.id))
    first = _seat(candidates)
    rivals = (place for place in candidates[1:] if not _same_dot(first, place))
    second = next(rivals, None)
    if second is not None and first.weight - second.weight < _LEAD:
        return None
    return first


def _told_by_name(name: str, lang: str, countries: tuple[str, ...], home: str | None) -> Place | None:
    """Return the place of a name that says itself where it belongs, or None."""
    if both := within(name):
        inner, whole = _candidates(both[0], lang), choose_place(both[1], lang)
        inside = [place for place in inner if whole and _lies_in(place, whole)]
        return max(inside, key=lambda place: (place.weight, place.id), default=None)
    if town := town_named(name):
        return choose_place(town, lang, countries=countries, home=home)
    other = None
    town, kind = near_town(name)
    if not town:
        town, part = quarter_of(name)
        kind = "district"
        other = choose_place(part, lang) if part else None
    place = choose_place(town, lang, countries=countries, home=home) if town else None
    if place is None or place.kind not in ("city", "capital") or place.population < _GREAT[kind]:
        return None
    if kind == "district" and place.country not in _HYPHENS:
        return None
    if other and (other.population >= _GREAT["district"] or other.kind != "city"):
        # "München-Pasing" is Pasing, "Leipzig-Dresden" a railway.
        return other if _apart(place, other) < _NEAR / 2 else None
    id_ = f"{place.id}-{place_key(name).replace(' ', '-')}"
    return replace(place, id=id_, name=name.strip(), kind=kind, population=0, geonames=None)


def _lies_in(place: Place, whole: Place) -> bool:
    """Return whether a place lies in a country or division, or in or beside a town."""
    if place.id == whole.id or place.country != whole.country:
        return False
    if whole.kind == "country":
        return True
    return (whole.kind == "region" and place.region == whole.region) or _apart(place, whole) < _NEAR


def _seat(candidates: list[Place]) -> Place:
    """Return the heaviest candidate; a country before its city of that name, but a city before its division of that name."""
    first = candidates[0]
    for place in candidates[1:]:
        if place.kind == "country" and place.country == first.country and not place.alternate:
            return place
    if first.kind == "region":
        for place in candidates[1:]:
            inside = (
                place.country == first.country and place.region == first.region and place.kind in ("city", "capital")
            )
            if inside and not place.alternate and first.weight - place.weight < _SEAT:
                return place
    return first


def _most(place: Place, heaviest: Place) -> float:
    """Return what context may add: little to a small town of a great one's name ("Linz am Rhein" beside "Linz")."""
    return _DWARF_BONUS if place.weight < heaviest.weight - _DWARFED else _HOME


def _bonus(place: Place, context: tuple[str, ...], home: str | None) -> float:
    """Return what country of the article and country of the site add to a candidate."""
    if place.kind == "country" or not place.country:
        return 0.0
    bonus = 0.0
    if place.country in context:
        bonus = _CONTEXT[min(context.index(place.country), len(_CONTEXT) - 1)]
    return max(bonus, _HOME if place.country == home else 0.0)


def _same_dot(first: Place, second: Place) -> bool:
    """Tell whether the second one is no rival: close by, in the country of that name, or in the division of that name."""
    if first.kind == "country" and first.country == second.country:
        return True
    if first.country == second.country and first.region == second.region and "region" in (first.kind, second.kind):
        return True
    return _apart(first, second) < _NEAR


def _apart(first: Place, second: Place) -> float:
    """Return the distance in kilometres, near enough for places near each other."""
    lat = math.radians((first.lat + second.lat) / 2)
    east = ((first.lon - second.lon + 180) % 360 - 180) * math.cos(lat)
    return math.hypot(first.lat - second.lat, east) * 111.2


def find_place(name: str, lang: str) -> Mapping[str, object] | None:
    """Return where a place is, as a mapping, or None when it is unknown or ambiguous.

    Keys: `name` (heading in `lang`), `lat`, `lon` (degrees), `country` (ISO 3166-1 alpha-2; empty for seas), `geonames`
    (id or None), `kind`, `population`.

    >>> find_place("Mailand", "de")["country"]
    'IT'
    """
    place = choose_place(name, lang)
    if place is None:
        return None
    return MappingProxyType(
        {key: getattr(place, key) for key in ("name", "lat", "lon", "country", "geonames", "kind", "population")}
    )


def is_place_name(name: str, lang: str) -> bool:
    """Tell whether any place bears this name in German, English or its own language; case and endings as in `find_places`."""
    return any(not alternate for key, _ in keys_to_try(name, lang) for _, alternate in hits(key))


def same_place(a: str, b: str) -> bool:
    """Tell whether two names clearly name one place ("Kiew" and "Kyjiw", "Lemberg" and "Lviv"), whatever the language."""
    for lang in ("de", "en"):
        first, second = choose_place(a, lang), choose_place(b, lang)
        if first is not None and second is not None and first.id == second.id:
            return True
    return False


def country_name(code: str, lang: str) -> str:
    """Return the country's name in German or English; the code itself when there is no such country."""
    names = _names(lang)
    return names.get(code, code)


@lru_cache(maxsize=4)
def _names(lang: str) -> Mapping[str, str]:
    return MappingProxyType({country.code: country.de if lang == "de" else country.en for country in countries()})
