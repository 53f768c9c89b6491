"""What a German figure counts: the capitalised noun behind it, across adjectives, participles and genitives, or before it."""

import re

from generator.quantities.amounts import Amount
from generator.quantities.numerals import numeral_at
from generator.quantities.tables import Tongue
from generator.quantities.tokens import Tokens

_REACH = 14
_STOPS = frozenset('.!?:;…(«»„“”"›‹[]/')

_DETERMINERS = frozenset(
    "der des den dem die das seiner ihrer dieser jener aller meiner unserer solcher deren dessen eines einer seines ihres dieses jenes seinem ihrem diesem ihren seinen diesen unseren".split()
)
_PREPOSITIONS = frozenset(
    "nach bei am im an auf aus in von vom zum zur mit durch über unter für gegen seit vor zwischen während wegen bislang bisher zuvor derzeit zum".split()
)
_NO_ADJECTIVE = frozenset(
    "wurden waren haben hatten sind sein werden worden konnten sollen wollen müssen können dürfen mussten wollten sollten hätten würden seien wäre wären wurde hatte habe eine einer einem einen "
    "kamen starben gaben sagten gingen fanden standen lagen leben lebten erlitten verloren gewannen erhielten blieben befinden gelten galten führen sowie oder aber denn weil wenn dass ohne gegen "
    "unter über hinter weniger mehr später früher zuvor danach davon dabei darunter ihre seine ihrer seiner diese dieser meine unsere keine sie er es wie je alle jede jeder ihnen einige viele andere anderen wieder immer "
    "infolge aufgrund anstelle wegen trotz mithilfe seitens inklusive exklusive ohne bereite beide beiden heute gestern morgen zusammen abgegeben reise je ende mitte anfang alle vor wieder hundert gleiche gleichen bleibe bleiben gegenüber entfernte fehlte fehlten "
    "starteten stürzten stimmten ziehen erreichte stieg schrieb wende ende kosten kostete dauerte beträgt betrug lag alte alten pro lange langer langen hohe tiefe breite große größer entfernt entfernten".split()
) - frozenset("andere anderen große alte alten entfernten".split())  # fmt: skip
_ADVERBS = frozenset(
    "meist teilweise offenbar noch gerade bereits nur rein weit je mehr weniger jeweils ebenfalls vorwiegend vermeintlich ehemals frisch gleich schwer leicht mutmaßlich etwa insgesamt weitere neu stark teils größtenteils überwiegend zumeist politisch gut sehr besonders voll lebensgefährlich so bis rund knapp".split()
)
_ENDINGS = ("e", "en", "er", "es", "em", "zig", "lila", "rosa")
_TIME_NOUNS = frozenset(
    "Haft Haftstrafe Gefängnis Freiheitsstrafe Freiheitsentzug Jugendstrafe Arbeit Krieg Bürgerkrieg Pause Verspätung Zeit Erfahrung Berufserfahrung Spielzeit Garantie Bewährung Sperre Frieden Ausbildung Urlaub Zuchthaus Straflager "
    "Lagerhaft Elternzeit Fahrt Flug Fußweg Gehweg Autofahrt Verhandlungen Verhandlung Wartezeit Dauer Nachspielzeit Regierungszeit Amtszeit Stille Schweigen Unterricht Schlaf Training Diskussion Debatte Forschung Kampf Kämpfe Opposition Hausarrest Fahrverbot Einreiseverbot Quarantäne Laufzeit Restlaufzeit Vorlauf".split()
)
_PARTICIPLE = re.compile(
    r"(?:te|ten|ter|tes|ene|enen|ener|enes|nde|nden|nder|ndes|bare|baren|ige|igen|liche|lichen|ische|ischen)$"
)
_NUMBER_NOUN = re.compile(r"(?:^|[a-zäöüß])(?:zahl|anzahl)$", re.IGNORECASE)
_NO_NOUN = frozenset(
    "Uhr Prozent Euro Ende Anfang Mitte Januar Februar März April Mai Juni Juli August September Oktober November Dezember Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag Mio Mrd Tsd".split()
)


_EXTENT = frozenset(
    f"{word}{ending}"
    for word in "groß hoh lang breit tief schwer dick entfernt weit stark schnell".split()
    for ending in ("e", "en", "er", "es", "em")
)
_OBJECTS = frozenset("die den das dem eine einen ein ihre seine diese jene meine unsere ihren seinen diesen".split())
_UNCHANGED = frozenset(
    "Mann Stück Paar Grad Dutzend Blatt Pfund Fuß Kilo Mal Schuss Sack Bund Milliarden Pkw Lkw PKW LKW".split()
)
_APPROXIMATORS = frozenset(
    "mehr weniger als rund etwa über knapp insgesamt fast gut ca circa bislang bisher derzeit".split()
)


def _is_noun(word: str) -> bool:
    return word[:1].isupper() and word not in _NO_NOUN


def _is_brand(noun: str) -> bool:
    """Whether a capitalised word has no plural's ending and may be the first half of a name ("vier Black Hawk Hubschrauber")."""
    return (noun.isupper() or noun[-1] not in "enrsaot") and noun not in _UNCHANGED


def _whole(t: Tokens, i: int) -> tuple[str, int]:
    """Return a noun with the parts that hyphens tie to it ("US-Soldaten"), and the token after it."""
    stop = i + 1
    while t.word[stop] in ("-", "'", "’") and t.glued(stop) and t.glued(stop + 1) and t.word[stop + 1][:1].isalnum():
        stop += 2
    # "Staats- und Regierungschefs", "Reise-, Freizeit- und Sportanbieter": the last part carries the noun
    if t.word[stop] == "-" and t.glued(stop) and not t.glued(stop + 1):
        for j in range(stop + 1, stop + 8):
            if t.low[j] in ("und", "oder", "sowie"):
                while t.word[j + 1][:1].islower() and t.low[j + 1].endswith(_ENDINGS):
                    j += 1  # noqa: PLW2901 - adjectives before the last noun
                return _whole(t, j + 1) if t.word[j + 1][:1].isupper() else (t.word[i], stop)
    return t.text[t.start[i] : t.end[stop - 1]], stop


def _phrase(t: Tokens, i: int, tongue: Tongue, *, genitive: bool) -> str:
    """Return the head of the noun phrase that begins with token `i`; empty if none does."""
    adjectives = 0
    for _ in range(_REACH):
        word, low = t.word[i], t.low[i]
        if not word or word in _STOPS or "\n" in t.text[t.end[i - 1] : t.start[i]]:
            return ""
        if word[0].isupper():
            noun, stop = _whole(t, i)
            if not _is_noun(word):
                return ""
            # "drei Berliner Polizisten", "fünf Kiewer Schulen": names of towns as adjectives
            if (
                noun.endswith("er")
                and t.word[stop][:1].isupper()
                and not t.glued(stop)
                and len(noun) > 4
                and t.word[stop] not in _NO_NOUN
                and low not in _PEOPLE_ER
            ):
                i = stop
                continue
            if _is_brand(noun) and _is_noun(t.word[stop]) and not t.glued(stop):
                i = stop
                continue
            return noun
        if low in _DETERMINERS and genitive:
            genitive = False
            while t.low[i + 1] in _APPROXIMATORS:
                i += 1
        elif low == "von" and genitive:
            genitive = True
        elif (number := numeral_at(t, i, tongue)) is not None and number.form in ("digits", "words") and not adjectives:
            i = number.stop - 1
        elif low in _PREPOSITIONS:
            return _participle(t, i)
        elif low in _NO_ADJECTIVE:
            return ""
        elif word == "," or low in ("und", "oder"):
            after = t.low[i + 1]
            if (
                not adjectives
                or after in _NO_ADJECTIVE
                or after in _DETERMINERS
                or not (t.word[i + 1][:1].islower() and after.endswith(_ENDINGS))
            ):
                return ""
        elif word == "-" and t.glued(i) is False:
            return ""
        elif low.endswith(_ENDINGS) or low in _ADVERBS or word == "-":
            adjectives += 1
        else:
            return ""
        i += 1
    return ""


_PEOPLE_ER = frozenset(
    "einwohner arbeiter zuschauer anhänger gegner schüler lehrer kinder männer häuser helfer mitarbeiter bewohner".split()
)


def _participle(t: Tokens, i: int) -> str:
    """Return the noun after the participle that ends an inserted phrase ("nach Kiew gestartete Drohnen")."""
    for j in range(i + 1, i + _REACH):
        word = t.word[j]
        if not word or word in _STOPS or word == ",":
            return ""
        if (
            word[0].islower()
            and _PARTICIPLE.search(word)
            and t.low[j] not in _NO_ADJECTIVE
            and t.low[j] not in _DETERMINERS
        ):
            after = t.word[j + 1]
            before_noun = (
                t.word[j - 1][:1].isupper() or t.low[j - 1] in _ADVERBS or (t.word[j - 1][:1].islower() and j - 1 > i)
            )
            if (
                _is_noun(after)
                and before_noun
                and (t.word[j].endswith(("ete", "eten", "ten", "te", "ene", "enen", "nde", "nden")))
            ):
                return _whole(t, j + 1)[0]
    return ""


def counted_noun(t: Tokens, amount: Amount, tongue: Tongue) -> str:
    """Return the head noun of what a figure counts, as in the text; empty if nothing is."""
    i = amount.stop
    if amount.rest:
        return ""
    if t.word[i] == ")" and amount.kind in ("percentage", "fraction"):
        i += 1
    if t.word[i] == "-" and t.glued(i) and amount.unit is None and t.glued(i + 1) and t.word[i + 1][:1].isupper():
        return t.word[i + 1]
    if amount.form == "carried":
        return _phrase(t, i, tongue, genitive=amount.kind == "multiple") if amount.kind != "age" else ""
    if amount.kind in ("duration", "age"):
        noun = _whole(t, i)[0] if t.word[i] in _TIME_NOUNS else ""
        if noun:
            return noun
        if t.low[i] in ("bedingte", "lange", "lebenslange") and t.word[i + 1] in _TIME_NOUNS:
            return t.word[i + 1]
        return ""
    measured = amount.unit is not None
    if amount.kind == "temperature" or (measured and t.low[i] in _OBJECTS):
        return ""
    if (
        measured
        and t.low[i]
        not in ("der", "des", "aller", "seiner", "ihrer", "dieser", "an", "von", "unserer", "deren", "eines", "einer")
        and not (t.word[i][:1].isupper() or t.low[i].endswith(_ENDINGS) or t.low[i] in ("mehr", "weniger"))
    ):
        return ""
    if measured and amount.kind in ("dimension", "temperature") and t.low[i].endswith(("te", "ten", "ter", "tes")):
        return ""
    if measured and t.word[i] in _EXTENT:
        return ""
    if measured and t.low[i] == "von" and amount.kind not in ("percentage", "fraction"):
        return ""
    if measured and t.low[i] in ("an", "von"):
        i += 1
        if t.low[i - 1] == "an" and t.low[i] in _DETERMINERS:
            return ""
        if t.low[i] in _DETERMINERS:
            i += 1
    found = _phrase(t, i, tongue, genitive=True)
    if not found and not measured and amount.kind != "fraction":
        found = _back(t, amount, tongue)
    return found


def _back(t: Tokens, amount: Amount, tongue: Tongue) -> str:
    """Return the noun of "die Zahl der Toten … auf 85" for a figure that nothing follows."""
    for j in range(amount.start - 1, max(-1, amount.start - 30), -1):
        if t.word[j] in (".", "!", "?", ";") and t.word[j + 1][:1].isupper():
            return ""
        if _NUMBER_NOUN.search(t.word[j]) and t.low[j + 1] in ("der", "von", "an", "aller", "ihrer", "seiner"):
            return _phrase(t, j + 2, tongue, genitive=False)
    return ""
