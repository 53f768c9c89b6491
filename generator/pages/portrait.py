"""An entity in a few words, as every page that names it shows it.

Its kind, one line on who or what it is, where it is and where else it is recorded.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

from generator.linkeddata import same_as
from generator.model import Entity, Role
from generator.strings import Strings


@dataclass(frozen=True, slots=True)
class Record:
    """The entity in a register elsewhere."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Kind:
    """How entities of one label are shown and filed."""

    layer: str
    """Class name of the layer in the text."""
    folder: str
    one: str
    """English phrase, a key of the interface."""
    many: str


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "PERSON": Kind("person", "people", "Person", "People"),
        "PLACE": Kind("place", "places", "Place", "Places"),
        "ORGANISATION": Kind("organisation", "organisations", "Organisation", "Organisations"),
    }
)
"""By label, in the order in which they are shown."""

_PLACES: Mapping[str, str] = MappingProxyType(
    {
        "country": "Country",
        "capital": "Capital",
        "city": "Town",
        "district": "District",
        "region": "Region",
        "continent": "Continent",
        "sea": "Sea",
        "ocean": "Ocean",
        "lake": "Lake",
        "river": "River",
        "mountain": "Mountain",
        "mountains": "Mountains",
        "island": "Island",
    }
)
"""English phrases for kinds of place."""


_REGISTERS = (
    ("wikidata.org", "Wikidata"),
    ("d-nb.info", "GND"),
    ("geonames.org", "GeoNames"),
    ("viaf.org", "VIAF"),
    ("wikipedia.org", "Wikipedia"),
    ("isni.org", "ISNI"),
    ("orcid.org", "ORCID"),
)


def unplaced(entity: Entity) -> Entity:
    """Return an entity without the places where it is named: they are numbers of articles, and change when one is added."""
    roles = tuple(Role(role.phrase, role.count, ()) for role in entity.roles)
    return replace(entity, loci=(), weak=(), roles=roles)


def who(entity: Entity, strings: Strings) -> str:
    """Return one line on who or what an entity is: its description, its commonest role, or for a place kind and country.

    Empty when nothing is known.
    """
    if entity.description:
        return entity.description
    if entity.roles:
        return entity.roles[0].phrase
    if not entity.geo:
        return ""
    kind = _PLACES.get(entity.geo.kind, "")
    pieces = [strings.gettext(kind)] if kind else []
    if entity.geo.country and kind not in ("Country", "Continent"):
        pieces.append(strings.country(entity.geo.country))
    return ", ".join(pieces)


def records(entity: Entity) -> tuple[Record, ...]:
    """Return the entity's records elsewhere, each with the register's name and the number in it."""
    return tuple(Record(_register(url), url) for url in same_as(entity))


def position(entity: Entity, strings: Strings) -> str:
    """Return where a place is, to a hundredth of a degree: `50,45° N, 30,52° O`; empty when unknown."""
    if not entity.geo:
        return ""
    pieces = []
    for degrees, positive, negative in ((entity.geo.lat, "N", "S"), (entity.geo.lon, "E", "W")):
        pieces.append(
            f"{strings.number(abs(round(degrees, 2)))}°\xa0{strings.gettext(positive if degrees >= 0 else negative)}"
        )
    return ", ".join(pieces)


def _register(url: str) -> str:
    """Return the register an address belongs to with the number of the record: `Wikidata Q7747`."""
    parts = urlsplit(url)
    for host, name in _REGISTERS:
        if parts.netloc == host or parts.netloc.endswith(f".{host}"):
            number = parts.path.rstrip("/").rpartition("/")[2].replace("_", " ")
            return f"{name} {unquote(number)}".strip()
    return parts.netloc or url
