"""Names that say themselves where they belong: "Paris (Texas)", "Stadt Köln", "Köln-Chorweiler", "Flughafen Bremen".

Asked only where the gazetteer does not have the name as a whole.
"""

import re

from generator.places.keys import place_key

_WITHIN = re.compile(r"(?P<name>[^,(]+?)(?:, ?| ?\()(?P<whole>[^,()]+)\)?")
_TOWN = re.compile(r"(?:stadt|gemeinde|dorf|ort|hauptstadt|hafenstadt|insel|city of|town of|village of|island of) (.+)")
_BESIDE = re.compile(r"(?P<what>Flughafen|Hauptbahnhof|Hafen|Landkreis|Kreis|Großraum|Raum|Airport) (?P<town>.+)")
_AIRPORT = re.compile(r"(?P<town>.+) (?:Airport|Hauptbahnhof)")
_QUARTER = re.compile(
    r"(?P<town>[A-ZÄÖÜ][^\W\d_]{2,}(?: [A-ZÄÖÜ][^\W\d_]+)?)-(?P<part>[A-ZÄÖÜ][^\W\d_]{2,}(?:-[^\W\d_]+)*)"
)
_BUILT = re.compile(
    r"(?:straße|strasse|platz|stadion|flughafen|bahnhof|brücke|allee|halle|arena|park|basis|zentrum|kanal|turm|haus|museum|schule"
    r"|universität|werk|tunnel|ring|denkmal|kirche|siedlung|massiv|gebirge|inseln?|see|meer|fluss|region|gebiet|provinz|distrikt)$",
    re.IGNORECASE,
)
"""What is named after towns and persons and is no quarter."""


def within(name: str) -> tuple[str, str] | None:
    """Return the place and what it lies in, of a name that tells both ("Springfield, Illinois"); None for any other."""
    match = _WITHIN.fullmatch(name.strip())
    return (match["name"], match["whole"]) if match else None


def town_named(name: str) -> str:
    """Return the town that a name calls one ("Stadt Köln"), or nothing."""
    match = _TOWN.fullmatch(place_key(name))
    return match[1] if match else ""


def near_town(name: str) -> tuple[str, str]:
    """Return the town beside which something lies that is named after it, and the kind of thing; or nothing."""
    match = _BESIDE.fullmatch(name.strip()) or _AIRPORT.fullmatch(name.strip())
    if match is None:
        return "", ""
    return match["town"], "region" if "reis" in name[:9] or "raum" in name[:9].lower() else "site"


def quarter_of(name: str) -> tuple[str, str]:
    """Return the town and the part of it of a name with a hyphen ("Köln-Chorweiler"), or nothing."""
    match = _QUARTER.fullmatch(name.strip())
    return (match["town"], match["part"]) if match and not _BUILT.search(match["part"]) else ("", "")
