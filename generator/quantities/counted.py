"""What a figure counts: the head noun behind it, across adjectives, participles and genitives, or before it.

German nouns are capitalised, which does most of the work; English needs lists of what is no noun and the plural's `s`.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from generator.quantities.amounts import Amount
from generator.quantities.numerals import numeral_at
from generator.quantities.tables import Tongue
from generator.quantities.tokens import Tokens

_REACH = 14
_STOPS = frozenset(".!?:;…(«»„“”\"›‹[]/")

_DE_DETERMINERS = frozenset(
    "der des den dem die das seiner ihrer dieser jener aller meiner unserer solcher deren dessen eines einer seines ihres dieses jenes seinem ihrem diesem ihren seinen diesen unseren".split()
)
_DE_PREPOSITIONS = frozenset(
    "nach bei am im an auf aus in von vom zum zur mit durch über unter für gegen seit vor zwischen während wegen bislang bisher zuvor derzeit zum".split()
)
_DE_NO_ADJECTIVE = frozenset(
    "wurden waren haben hatten sind sein werden worden konnten sollen wollen müssen können dürfen mussten wollten sollten hätten würden seien wäre wären wurde hatte habe eine einer einem einen "
    "kamen starben gaben sagten gingen fanden standen lagen leben lebten erlitten verloren gewannen erhielten blieben befinden gelten galten führen sowie oder aber denn weil wenn dass ohne gegen "
    "unter über hinter weniger mehr später früher zuvor danach davon dabei darunter ihre seine ihrer seiner diese dieser meine unsere keine sie er es wie je alle jede jeder ihnen einige viele andere anderen wieder immer "
    "infolge aufgrund anstelle wegen trotz mithilfe seitens inklusive exklusive ohne bereite beide beiden heute gestern morgen zusammen abgegeben reise je ende mitte anfang alle vor wieder hundert gleiche gleichen bleibe bleiben gegenüber entfernte fehlte fehlten "
    "starteten stürzten stimmten ziehen erreichte stieg schrieb wende ende kosten kostete dauerte beträgt betrug lag alte alten pro lange langer langen hohe tiefe breite große größer entfernt entfernten".split()
) - frozenset("andere anderen große alte alten entfernten".split())  # fmt: skip
_DE_ADVERBS = frozenset("meist teilweise offenbar noch gerade bereits nur rein weit je mehr weniger jeweils ebenfalls vorwiegend vermeintlich ehemals frisch gleich schwer leicht mutmaßlich etwa insgesamt weitere neu stark teils größtenteils überwiegend zumeist politisch gut sehr besonders voll lebensgefährlich so bis rund knapp".split())
_DE_ENDINGS = ("e", "en", "er", "es", "em", "zig", "lila", "rosa")
_DE_TIME_NOUNS = frozenset(
    "Haft Haftstrafe Gefängnis Freiheitsstrafe Freiheitsentzug Jugendstrafe Arbeit Krieg Bürgerkrieg Pause Verspätung Zeit Erfahrung Berufserfahrung Spielzeit Garantie Bewährung Sperre Frieden Ausbildung Urlaub Zuchthaus Straflager "
    "Lagerhaft Elternzeit Fahrt Flug Fußweg Gehweg Autofahrt Verhandlungen Verhandlung Wartezeit Dauer Nachspielzeit Regierungszeit Amtszeit Stille Schweigen Unterricht Schlaf Training Diskussion Debatte Forschung Kampf Kämpfe Opposition Hausarrest Fahrverbot Einreiseverbot Quarantäne Laufzeit Restlaufzeit Vorlauf".split()
)
_DE_PARTICIPLE = re.compile(r"(?:te|ten|ter|tes|ene|enen|ener|enes|nde|nden|nder|ndes|bare|baren|ige|igen|liche|lichen|ische|ischen)$")
_DE_NUMBER_NOUN = re.compile(r"(?:^|[a-zäöüß])(?:zahl|anzahl)$", re.IGNORECASE)
_DE_NO_NOUN = frozenset("Uhr Prozent Euro Ende Anfang Mitte Januar Februar März April Mai Juni Juli August September Oktober November Dezember Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag Mio Mrd Tsd".split())


def _is_noun(word: str) -> bool:
    return word[:1].isupper() and word not in _DE_NO_NOUN


def _whole(t: Tokens, i: int) -> tuple[str, int]:
    """Return a noun with the parts that hyphens tie to it ("US-Soldaten"), and the token after it."""
    stop = i + 1
    while t.word[stop] in ("-", "'", "’") and t.glued(stop) and t.glued(stop + 1) and t.word[stop + 1][:1].isalnum():
        stop += 2
    return t.text[t.start[i] : t.end[stop - 1]], stop


def _german_phrase(t: Tokens, i: int, tongue: Tongue, *, genitive: bool) -> str:
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
            if noun.endswith("er") and t.word[stop][:1].isupper() and not t.glued(stop) and len(noun) > 4 and t.word[stop] not in _DE_NO_NOUN and low not in _PEOPLE_ER:
                i = stop
                continue
            return noun
        if low in _DE_DETERMINERS and genitive:
            genitive = False
        elif low == "von" and genitive:
            genitive = True
        elif (number := numeral_at(t, i, tongue)) is not None and number.form in ("digits", "words") and not adjectives:
            i = number.stop - 1
        elif low in _DE_PREPOSITIONS:
            return _german_participle(t, i)
        elif low in _DE_NO_ADJECTIVE:
            return ""
        elif word == "," or low == "und" or low == "oder":
            after = t.low[i + 1]
            if not adjectives or after in _DE_NO_ADJECTIVE or after in _DE_DETERMINERS or not (t.word[i + 1][:1].islower() and after.endswith(_DE_ENDINGS)):
                return ""
        elif word == "-" and t.glued(i) is False:
            return ""
        elif low.endswith(_DE_ENDINGS) or low in _DE_ADVERBS or word == "-":
            adjectives += 1
        else:
            return ""
        i += 1
    return ""


_PEOPLE_ER = frozenset("einwohner arbeiter zuschauer anhänger gegner schüler lehrer kinder männer häuser helfer mitarbeiter bewohner".split())


def _german_participle(t: Tokens, i: int) -> str:
    """Return the noun after the participle that ends an inserted phrase ("nach Kiew gestartete Drohnen")."""
    for j in range(i + 1, i + _REACH):
        word = t.word[j]
        if not word or word in _STOPS or word == ",":
            return ""
        if word[0].islower() and _DE_PARTICIPLE.search(word) and t.low[j] not in _DE_NO_ADJECTIVE and t.low[j] not in _DE_DETERMINERS:
            after = t.word[j + 1]
            before_noun = t.word[j - 1][:1].isupper() or t.low[j - 1] in _DE_ADVERBS or t.word[j - 1][:1].islower() and j - 1 > i
            if _is_noun(after) and before_noun and (t.word[j].endswith(("ete", "eten", "ten", "te", "ene", "enen", "nde", "nden"))):
                return _whole(t, j + 1)[0]
    return ""


def _german(t: Tokens, amount: Amount, tongue: Tongue) -> str:
    i = amount.stop
    if amount.rest:
        return ""
    if t.word[i] == "-" and t.glued(i) and amount.unit is None and t.glued(i + 1) and t.word[i + 1][:1].isupper():
        return t.word[i + 1]
    if amount.form == "carried":
        return _german_phrase(t, i, tongue, genitive=amount.kind == "multiple") if amount.kind != "age" else ""
    if amount.kind in ("duration", "age"):
        noun = _whole(t, i)[0] if t.word[i] in _DE_TIME_NOUNS else ""
        if noun:
            return noun
        if t.low[i] in ("bedingte", "lange", "lebenslange") and t.word[i + 1] in _DE_TIME_NOUNS:
            return t.word[i + 1]
        return ""
    measured = amount.unit is not None
    if measured and t.low[i] not in ("der", "des", "aller", "seiner", "ihrer", "dieser", "an", "von", "unserer", "deren", "eines", "einer") and not (t.word[i][:1].isupper() or t.low[i].endswith(_DE_ENDINGS) or t.low[i] in ("mehr", "weniger")):
        return ""
    if measured and amount.kind in ("dimension", "temperature") and t.low[i].endswith(("te", "ten", "ter", "tes")):
        return ""
    if measured and t.low[i] == "von" and amount.kind not in ("percentage", "fraction"):
        return ""
    if measured and t.low[i] in ("an", "von"):
        i += 1
        if t.low[i] in _DE_DETERMINERS:
            i += 1
    found = _german_phrase(t, i, tongue, genitive=True)
    if not found and not measured and amount.kind != "fraction":
        found = _german_back(t, amount, tongue)
    return found


def _german_back(t: Tokens, amount: Amount, tongue: Tongue) -> str:
    """Return the noun of "die Zahl der Toten … auf 85" for a figure that nothing follows."""
    for j in range(amount.start - 1, max(-1, amount.start - 30), -1):
        if t.word[j] in (".", "!", "?", ";") and t.word[j + 1][:1].isupper():
            return ""
        if _DE_NUMBER_NOUN.search(t.word[j]) and t.low[j + 1] in ("der", "von", "an", "aller", "ihrer", "seiner"):
            return _german_phrase(t, j + 2, tongue, genitive=False)
    return ""


_EN_STOPS = frozenset(
    "a an the and or but nor of in on at by to for from with without into onto over under after before since until till during while as than that which who whom whose when where why how if because so "
    "is are was were be been being has have had do does did will would can could shall should may might must not no it its he she they them his her their our your my we you i this these those there here "
    "said says say told according about around per each every all both either neither also still just only even already yet again more less most least other others another such same then now today yesterday tomorrow "
    "ago later earlier away apart long high deep wide tall old early late up down out off back against between among across through along near toward towards within beyond behind below above despite amid versus vs via "
    "died killed injured wounded voted left came went took made got gave remain remained live lived work worked reported confirmed tested including rose climbed increased fell reached reach reaches stands stood grew now jumped declined dropped surged topped passed exceeded include includes included face faces faced want wanted need needed agreed attend attended hit struck arrive arrived marched gathered rallied fled escaped survived claimed believe expected missed required earn earned won lost "
    "say think know make take go come get give see find become show leave feel bring begin keep hold write stand hear let mean set meet run pay sit speak lie lead read grow lose fall send build understand draw break spend cut rise drive buy wear choose".split()
)
_EN_SKIP = frozenset("killed injured wounded reported confirmed tested other more most old early late new off".split())
_EN_PLURALS = frozenset("people men women children police troops personnel staff cattle sheep fish aircraft spacecraft teeth feet mice geese lives dead wounded injured crew data media alumni criteria phenomena species series".split())
_EN_HELD_TOGETHER = frozenset("sports arms rights sales news weapons goods operations communications customs savings series systems services years armed".split())


_EN_ADJECTIVES = ("al", "ic", "ive", "ous", "ed", "an", "ish", "ese", "less", "ful", "ary", "ian", "ing", "able", "ible", "known", "big", "small", "young", "major", "senior", "police", "serious")


def _english_phrase(t: Tokens, i: int, *, single: bool = False) -> str:
    """Return the head of the noun phrase that begins with token `i`: its first plural, else its last word."""
    last = ""
    for j in range(i, i + 7):
        word, low = t.word[j], t.low[j]
        if not word or not (word[0].isalpha() or word in ("-", ",", "'", "’")) or "\n" in t.text[t.end[j - 1] : t.start[j]]:
            break
        if word == "," and not (last and t.word[j + 1][:1].islower() and t.low[j + 1] not in _EN_STOPS and t.low[j + 2] not in _EN_STOPS):
            break
        if not word[0].isalpha():
            continue
        follows = t.word[j + 1][:1].isalpha() and t.low[j + 1] not in _EN_STOPS
        if low in _EN_PLURALS and not (low in ("dead", "wounded", "injured", "crew", "staff", "police") and follows):
            return word
        if low in _EN_STOPS and not (low in _EN_SKIP and follows):
            break
        if low == "s" and t.word[j - 1] in ("'", "’"):
            continue
        if low.endswith("s") and not low.endswith(("ss", "us", "is", "ous")) and t.word[j + 1] != "-":
            if t.word[j + 1] in ("'", "’"):
                return word
            if low in _EN_HELD_TOGETHER and follows:
                last = word
                continue
            return word
        if low.endswith("ly") and follows:
            continue
        if single and not (low.endswith(_EN_ADJECTIVES) or low in _EN_SKIP) and t.word[j + 1] != "-":
            return word
        last = word
    return last


def _english(t: Tokens, amount: Amount, tongue: Tongue) -> str:
    i = amount.stop
    low = t.low[i]
    if low == "of" or (low == "out" and t.low[i + 1] == "of"):
        i += 1 if low == "of" else 2
        if t.low[i] in ("them", "whom", "us", "which", "these", "those") and not (t.low[i] in ("these", "those") and t.word[i + 1][:1].isalpha()):
            return ""
        while t.low[i] in ("the", "its", "their", "his", "her", "our", "all", "those", "these"):
            i += 1
        if (number := numeral_at(t, i, tongue)) is not None and number.form in ("digits", "words"):
            i = number.stop
        return _english_phrase(t, i)
    if low == "-" and t.glued(i) and amount.unit is None and t.glued(i + 1) and t.word[i + 1].isalpha():
        return t.word[i + 1]
    if amount.kind in ("duration", "age") or amount.rest:
        return ""
    if low in ("in", "worth") and amount.kind == "currency":
        return _english_phrase(t, i + 1) if t.low[i + 1] not in _EN_STOPS and not t.word[i + 1][:1].isupper() else ""
    found = _english_phrase(t, i, single=amount.value == 1)
    if not found and amount.unit is None and amount.kind == "number":
        return _english_back(t, amount)
    return found


def _english_back(t: Tokens, amount: Amount) -> str:
    """Return the noun of "the number of dead rose to 85"."""
    for j in range(amount.start - 1, max(-1, amount.start - 25), -1):
        if t.word[j] in (".", "!", "?", ";"):
            return ""
        if t.low[j] in ("number", "total") and t.low[j + 1] == "of":
            return _english_phrase(t, j + 2)
    return ""


_LENDING = {"de": frozenset(["zu", "gegen", "oder", "und", "sowie", "auf", "bis"]), "en": frozenset(["to", "and", "or"])}
_BY_LANGUAGE: dict[str, Callable[[Tokens, Amount, Tongue], str]] = {"de": _german, "en": _english}


def counted_by(t: Tokens, amount: Amount, tongue: Tongue) -> str:
    """Return the head noun of what a figure counts, as in the text; empty if nothing is."""
    if amount.unit is None and t.low[amount.stop] in _LENDING[tongue.lang]:
        second = numeral_at(t, amount.stop + 1, tongue)
        if second is not None and second.form in ("digits", "words"):
            amount = replace(amount, stop=second.stop)
    return _BY_LANGUAGE[tongue.lang](t, amount, tongue)
