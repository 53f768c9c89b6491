"""The place and day at the head of a report: "BERLIN (dpa) –", "New York, 5. Mai (Reuters) -", or run into the first sentence."""

import datetime as dt
import re
from dataclasses import dataclass

from generator.hygiene.lexicon import AGENCIES, KINDS_OF_NAMES
from generator.sentences import OPENERS


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline found at the start of a stretch."""

    end: int
    """Code point behind it, its dash or stop included; the text goes on after white space."""
    date: dt.date | None
    """The day it names, when it names the year too."""


_CITIES = frozenset(
    """Aachen|Abuja|Addis Abeba|Algier|Amman|Amsterdam|Ankara|Astana|Athen|Athens|Augsburg|Bagdad|Baghdad|Bamako|Bangkok|Barcelona|Basel|Beijing|Beirut|Belgrad|Belgrade|Berlin|Bern|Bielefeld|Bochum|Bogotá|Bonn|Boston|Brasília|Bratislava|Braunschweig
    |Bregenz|Bremen|Brussels|Brüssel|Bozen|Budapest|Buenos Aires|Bukarest|Canberra|Caracas|Charkiw|Chemnitz|Cherson|Chicago|Chisinau|Chur|Cottbus|Damaskus|Damascus|Darmstadt|Davos|Den Haag|Detroit|Doha|Donezk|Dortmund|Dresden|Dubai|Dakar|Dhaka|Dublin|Duisburg|Düsseldorf|Eisenstadt|Erfurt
    |Essen|Frankfurt|Frankfurt am Main|Freiburg|Gaza|Genf|Geneva|Genua|Graz|Hamburg|Hannover|Hanoi|Havanna|Helsinki|Hongkong|Hong Kong|Innsbruck|Islamabad|Istanbul|Jakarta|Jena|Jerusalem|Johannesburg|Kabul|Kairo|Cairo|Karlsruhe|Kassel|Kiel|Kiew|Kyiv|Kyjiw|Kiev|Klagenfurt
    |Koblenz|Köln|Konstanz|Kopenhagen|Copenhagen|Krakau|Lagos|Lausanne|Leipzig|Lima|Linz|Lissabon|Lisbon|London|Los Angeles|Lugano|Luxemburg|Luxembourg|Luzern|Lwiw|Lyon|Madrid|Magdeburg|Mailand|Mainz|Manila|Mannheim|Mariupol|Marseille|Melbourne|Mexiko-Stadt|Mexico City
    |Minsk|Moskau|Moscow|Mumbai|München|Munich|Münster|Nairobi|Neapel|Neu-Delhi|New Delhi|New York|Nikosia|Nürnberg|Odessa|Oslo|Ottawa|Paris|Peking|Philadelphia|Phnom Penh|Pjöngjang|Potsdam|Prag|Prague|Pretoria|Rabat|Ramallah|Regensburg|Reykjavik|Riad|Riga|Rio de Janeiro|Rom|Rome
    |Rostock|Saarbrücken|Salzburg|San Francisco|Santiago|Santiago de Chile|São Paulo|Sarajevo|Schwerin|Seoul|Shanghai|Singapur|Singapore|Skopje|Sofia|Solothurn|St. Gallen|St. Petersburg|St. Pölten|Stockholm|Straßburg|Strasbourg|Stuttgart|Sydney|Taipeh|Taipei|Tallinn|Teheran|Tehran|Tel Aviv|Tiflis|Tirana
    |Tokio|Tokyo|Toronto|Trier|Tripolis|Tunis|Ulm|Vaduz|Valletta|Venedig|Vienna|Vilnius|Warschau|Warsaw|Washington|Weimar|Wellington|Wien|Wiesbaden|Winterthur|Wolfsburg|Würzburg|Zagreb|Zug|Zürich|Zurich""".replace(
        "\n    ", ""
    ).split("|")
)
_SETTLED = re.compile(
    r"\w(?:stadt|städt|dorf|burg|berg|heim|hausen|ingen|feld|felde|bach|furt|haven|münde|kirchen?|rode|leben|thal|wald|brück|brücken|hagen|stein|fels|scheid|beck|büttel|hofen|weiler|kamp|born|itz|ow|walde|städten|koog|hafen)$"
    r"|^(?:Bad|Sankt|St\.|Neu-|Groß-?|Klein-?|Alt-|Ober|Unter|Nieder)[ ]?[A-ZÄÖÜa-zäöü]+|[ ](?:am|an[ ]der|im|bei|ob[ ]der)[ ]"
)
"""How places are named in German; what ends so at the head of a text and has a full stop behind it is one."""

_MONTHS = {
    **{name: number for number, name in enumerate("Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(), 1)},
    **{name: number for number, name in enumerate("January February March April May June July August September October November December".split(), 1)},
    "Jänner": 1, "Jan": 1, "Feb": 2, "Apr": 4, "Aug": 8, "Sept": 9, "Sep": 9, "Okt": 10, "Oct": 10, "Nov": 11, "Dez": 12, "Dec": 12,
}  # fmt: skip
_WEEKDAY = r"(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_MONTH = (
    "(?:"
    + "|".join(
        name if len(name) > 4 or name in ("Mai", "May", "Juni", "Juli", "June", "July", "März") else rf"{name}\.?"
        for name in sorted(_MONTHS, key=len, reverse=True)
    )
    + ")"
)
_DAY = (
    rf"(?:{_WEEKDAY},?[ ])?(?:(?:den[ ]|dem[ ])?(?P<day>\d{{1,2}})\.?[ ]?(?:(?P<month>{_MONTH})|(?P<number>\d{{1,2}})\.)[ ]?(?P<year>\d{{4}})?"
    rf"|(?P<en_month>{_MONTH})[ ](?P<en_day>\d{{1,2}})(?:,[ ](?P<en_year>\d{{4}}))?)"
)
_PLACE = r"(?:St\.[ ])?[A-ZÄÖÜ][\w’'-]*(?:[ ](?:(?:am|an[ ]der|im|bei|ob[ ]der|de|of|del)[ ])?[A-ZÄÖÜ][\w’'-]*){0,2}"
_PLACES = rf"(?P<places>{_PLACE}(?:(?:,[ ]|[ ]?/[ ]?){_PLACE}){{0,3}})"
_AGENCY = rf"(?P<agency>\((?:{AGENCIES}|[a-z]{{2,4}}\.?|PA Media|Keystone-SDA)(?:[ ]?[/,;-][ ]?[\w-]+\.?)*\))"

_WITH_MARK = re.compile(
    rf"{_PLACES}(?:[ ]\([A-ZÄÖÜ]\w+\))?(?:,?[ ]{_DAY})?[ ]?(?:[ ]?{_AGENCY})?(?P<mark>[ ]?[–—:.]|[ ]--?|-(?=[ ]))?(?=\s+[„\"“»«‚]?[A-ZÄÖÜ0-9])"
)
_RUN_IN = re.compile(
    rf"(?P<first>{_PLACE}?)(?P<more>(?:(?:,[ ]|[ ]?/[ ]?){_PLACE}?){{0,3}})(?=[ ](?P<opener>[A-ZÄÖÜ][a-zäöüß]*)[ ])"
)
_ONLY_DAY = re.compile(rf"(?:(?P<place>{_PLACE}),[ ])?{_DAY}\.?(?:[ ]?[|–-]?[ ]?\d{{1,2}}[:.]\d\d(?:[ ]Uhr)?)?")


def find_dateline(text: str, start: int, end: int, language: str) -> Dateline | None:
    """Return the dateline with which the stretch begins, or None.

    A lone word counts as a place only with an agency or a day behind it, in capitals, or when it is a city reporters write from.
    """
    line_end = text.find("\n", start, end)
    stop = end if line_end < 0 else line_end
    only = _ONLY_DAY.fullmatch(text, start, stop)
    if only and (only["year"] or only["en_year"]):
        return Dateline(stop, _date(only))
    return _marked(text, start, end, language) or _run_in(text, start, end, language)


def _marked(text: str, start: int, end: int, language: str) -> Dateline | None:
    """Return a dateline that closes with a dash, a stop or an agency's name."""
    found = _WITH_MARK.match(text, start, min(end, start + 160))
    if found is None:
        return None
    places, mark, dated = found["places"], (found["mark"] or "").strip(), bool(found["day"] or found["en_day"])
    parts = re.split(r",[ ]|[ ]?/[ ]?", places)
    known = parts[0] in _CITIES or parts[-1] in _CITIES
    shouted = parts[0].isupper() and len(parts[0]) > 2
    if parts[0] in OPENERS[language] or parts[0].split()[0] in OPENERS[language]:
        return None
    dash = mark in ("–", "—", "-", "--")
    if found["agency"]:
        good = True
    elif dated:
        good = mark != ""
    elif dash:
        good = known or shouted or (len(parts) == 1 and " " not in places and _opens(text, found.end(), language))
    elif mark == ".":
        good = known or shouted or "/" in places or _SETTLED.search(parts[0]) is not None
    else:
        good = False
    # "Paris. London. Rom." is no dateline but a sentence of its own kind.
    if not good or (mark == "." and not found["agency"] and not _opens_long(text, found.end(), end)):
        return None
    return Dateline(found.end(), _date(found))


def _run_in(text: str, start: int, end: int, language: str) -> Dateline | None:
    """Return a dateline that has lost its mark, so that a word which opens sentences follows it at once."""
    found = _RUN_IN.match(text, start, min(end, start + 120))
    if found is None or found["opener"] not in OPENERS[language]:
        return None
    first, more = found["first"], found["more"]
    if first in KINDS_OF_NAMES or first.split()[0] in OPENERS[language]:
        return None
    if not more and first not in _CITIES and not (first.isupper() and len(first) > 3):
        return None
    return Dateline(found.end(), None)


def _opens(text: str, at: int, language: str) -> bool:
    """Return whether the next word is one that opens sentences, or a quotation begins."""
    word = re.compile(r"\s*(?P<quote>[„\"“»])?(?P<word>\w+)").match(text, at)
    return word is not None and (word["quote"] is not None or word["word"] in OPENERS[language])


def _opens_long(text: str, at: int, end: int) -> bool:
    """Return whether a real sentence follows: thirty characters without a full stop."""
    ahead = text[at : min(end, at + 30)]
    return len(ahead) == 30 and not re.search(r"(?<!\d)[.!?](?:\s|$)", ahead)


def _date(found: re.Match[str]) -> dt.date | None:
    """Return the day a dateline names; None without a year or when there is no such day."""
    year, day = found["year"] or found["en_year"], found["day"] or found["en_day"]
    if not year:
        return None
    month = found["month"] or found["en_month"]
    try:
        return dt.date(int(year), _MONTHS[month.rstrip(".")] if month else int(found["number"]), int(day))
    except ValueError:
        return None
