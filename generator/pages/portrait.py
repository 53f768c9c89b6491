"""An entity in a few words, as every page that names it shows it: its kind, and one line on who or what it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.model import Entity
from generator.strings import Strings


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
