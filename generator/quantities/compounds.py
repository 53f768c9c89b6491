"""Numbers inside a word or tied to one: "dreiköpfig", "50-jährige", "Zweistundenfahrt", "jeder fünfte", "doppelt so viele"."""

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from generator.quantities.amounts import Amount
from generator.quantities.german_numbers import FUSED, cardinal
from generator.quantities.measures import unit
from generator.quantities.numerals import numeral_at
from generator.quantities.parts import divide
from generator.quantities.tables import Tongue
from generator.quantities.tokens import Tokens

_SUFFIXES = MappingProxyType({
    "jährig": "age:a", "monatig": "mo", "wöchig": "wk", "tägig": "d", "stündig": "h", "minütig": "min", "sekündig": "s", "prozentig": "%", "metrig": "m", "kilometrig": "km",
    "köpfig": "", "stöckig": "", "geschossig": "", "teilig": "", "spurig": "", "gleisig": "", "bändig": "", "gliedrig": "", "sitzig": "", "stufig": "", "seitig": "", "motorig": "", "strahlig": "", "türig": "", "zeilig": "", "sprachig": "",
    "fach": "x", "mal": "x", "jährlich": "", "malig": "x",
})  # fmt: skip
_SUFFIX = "|".join(sorted(_SUFFIXES, key=len, reverse=True))
_ADJECTIVE = re.compile(rf"(?P<stem>\w*?)(?P<suffix>{_SUFFIX})(?:e[nmrs]?)?(?P<tail>haft\w*|n)?")
_TIED = re.compile(rf"(?P<suffix>{_SUFFIX})(?:e[nmrs]?)?")
_INSIDE = MappingProxyType(
    {
        "stunden": "h",
        "tage": "d",
        "tages": "d",
        "jahres": "a",
        "jahre": "a",
        "wochen": "wk",
        "monats": "mo",
        "minuten": "min",
        "sekunden": "s",
        "kilometer": "km",
        "meter": "m",
        "euro": "EUR",
        "dollar": "USD",
        "prozent": "%",
    }
)
_NOUN = re.compile(
    rf"(?P<stem>\w+?)(?P<unit>{'|'.join(sorted(_INSIDE, key=len, reverse=True))})(?P<tail>[a-zäöüß]{{3,}})"
)
_QUARTERS = MappingProxyType({
    "viertelstunde": ("15", "min"), "viertelstunden": ("15", "min"), "viertelstündig": ("15", "min"), "dreiviertelstunde": ("45", "min"), "dreiviertelstunden": ("45", "min"), "vierteljahr": ("3", "mo"), "vierteljahrhundert": ("25", "a"), "halbstündige": ("30", "min"),
    "halbstündigen": ("30", "min"), "halbstündiger": ("30", "min"), "halbstündiges": ("30", "min"), "dreivierteljahr": ("9", "mo"), "halbjährige": ("6", "mo"), "halbjährigen": ("6", "mo"),
})  # fmt: skip
_AS_MANY = frozenset(
    "viel viele vielen hoch groß lang lange schnell teuer stark oft häufig schwer weit breit alt gut wahrscheinlich lange hohe hohen hoher großen große viel".split()
)
_AS_MANY_EN = frozenset("many much likely large big high long fast often as".split())
_NO_HALF = frozenset("erste ersten zweite zweiten letzte letzten jahr jahres".split())


@lru_cache(maxsize=1 << 15)
def _of_word(low: str, lang: str) -> tuple[Decimal, str] | None:
    """Return number and unit inside one German word; the unit is empty where there is none."""
    if lang != "de":
        return None
    from_table = _QUARTERS.get(low)
    if from_table:
        return Decimal(from_table[0]), from_table[1]
    if (
        low.endswith(("g", "e", "en", "er", "es", "em", "h", "l", "n"))
        and (m := _ADJECTIVE.fullmatch(low))
        and m["stem"]
    ):
        value = FUSED.get(m["stem"]) or cardinal(m["stem"])
        symbol = _SUFFIXES[m["suffix"]]
        if (
            value is not None
            and value != 0
            and (value != 1 or symbol in ("age:a", "mo", "wk", "d", "h", "min"))
            and not (m["suffix"] == "mal" and m["tail"])
        ):
            return Decimal(value), symbol
    if (
        (m := _NOUN.fullmatch(low))
        and not m["tail"].startswith("raum")
        and m["stem"] not in ("ein", "elf")
        and (value := cardinal(m["stem"])) is not None
        and value > 1
    ):
        return Decimal(value), _INSIDE[m["unit"]]
    return None


def in_word(low: str, lang: str) -> bool:
    """Whether a word carries a number in itself or opens a phrase read here."""
    return low in _OPENERS[lang] or _of_word(low, lang) is not None


_OPENERS = MappingProxyType(
    {
        "de": frozenset("doppelt doppelte doppelten hälfte jeder jede jedes jedem jeden halb".split()),
        "en": frozenset("twice double triple thrice half".split()),
    }
)


def compound_at(t: Tokens, i: int, tongue: Tongue) -> Amount | None:
    """Return the figure that a single word, a hyphenated one or a fixed phrase at token `i` makes."""
    word, low = t.word[i], t.low[i]
    if word[0].isdecimal():
        return _tied(t, i, tongue)
    if tongue.lang == "en":
        return _english_phrase(t, i)
    if (
        low in tongue.articles
        and t.low[i + 1] in _QUARTERS
        and t.word[i + 1].lower().startswith(("viertel", "dreiviertel"))
    ):
        value, symbol = _QUARTERS[t.low[i + 1]]
        return Amount(start=i, stop=i + 2, value=Decimal(value), unit=unit(symbol), kind="duration", form="words")
    if t.low[i + 1] in _QUARTERS and (number := tongue.cardinal(low)):
        value, symbol = _QUARTERS[t.low[i + 1]]
        return Amount(
            start=i, stop=i + 2, value=Decimal(value) * number, unit=unit(symbol), kind="duration", form="words"
        )
    if low in _OPENERS["de"] and (found := _german_phrase(t, i, tongue)) is not None:
        return found
    inside = _of_word(low, tongue.lang)
    if inside is None:
        return None
    after = t.word[i + 1][:1]
    if word[0].isupper() and not t.opens(i) and after.isupper():
        return None  # "der Dreißigjährige Krieg"
    if low.endswith(("prozentig", "gleisig", "spurig", "seitig", "stufig", "köpfig")) and not after.isupper():
        return None  # "hundertprozentig sicher"
    return _carried(t, i, i + 1, inside[0], inside[1])


def _carried(t: Tokens, start: int, stop: int, value: Decimal, symbol: str) -> Amount:
    """Make the figure of a word that carries its number."""
    if symbol == "x":
        if t.low[stop] == "so" and t.low[stop + 1] in _AS_MANY:
            stop += 2
        return Amount(start=start, stop=stop, value=value, kind="multiple", form="carried")
    if not symbol:
        return Amount(start=start, stop=stop, value=value, form="carried")
    measure = unit(symbol)
    kind = measure.kind
    if kind == "age" and (t.word[stop - 1][:1].islower() or value != int(value)) and _TERMS.search(t.word[stop]):
        kind = "duration"
    return Amount(start=start, stop=stop, value=value, unit=measure, kind=kind, form="carried")


_TERMS = re.compile(r"(?:haft|strafe|vertrag|laufzeit|zeit|plan|krieg|frist|bestehen|jubiläum|herrschaft|pause|suche|verhandlungen|ausbildung|garantie|studie|programm|mandat|sperre|anleihe|anleihen|geschichte|dauer|arbeit|bürgerkrieg|phase|periode|bewährung|verbot|moratorium)(?:n|en|s|es)?$", re.IGNORECASE)  # fmt: skip


def _tied(t: Tokens, i: int, tongue: Tongue) -> Amount | None:
    """Read "50-jährige", "50jährige", "3-fach", "100-mal", "3x"."""
    number = numeral_at(t, i, tongue)
    if number is None or number.form != "digits":
        return None
    j = number.stop
    low = t.low[j]
    if t.word[j] == "-" and t.glued(j) and t.low[j + 1] in ("bis", "und", "oder") and t.word[j + 2][:1].isdecimal():
        return _tied_range(t, i, number.value, j + 2, tongue)
    if low == "x" and t.glued(j) and not t.word[j + 1][:1].isalnum():
        return Amount(start=i, stop=j + 1, value=number.value, kind="multiple")
    if tongue.lang != "de":
        return None
    if t.word[j] in ("-", "‐", "‑") and t.glued(j):
        j += 1
    if not t.glued(j):
        return None
    m = _TIED.fullmatch(t.low[j])
    return None if m is None else _carried(t, i, j + 1, number.value, _SUFFIXES[m["suffix"]])


def _tied_range(t: Tokens, i: int, low: Decimal, second: int, tongue: Tongue) -> Amount | None:
    """Read "die 12- bis 15-Jährigen"."""
    last = _tied(t, second, tongue)
    if last is None or last.value is None or last.value <= low or t.low[second - 1] != "bis":
        return None
    return replace(last, start=i, value=None, low=low, high=last.value)


def _german_phrase(t: Tokens, i: int, tongue: Tongue) -> Amount | None:
    low = t.low[i]
    if low == "hälfte":
        if t.low[i - 1] in _NO_HALF:
            return None
        return Amount(start=i, stop=i + 1, value=Decimal("0.5"), kind="fraction", form="words")
    if low.startswith("jede"):
        number = tongue.ordinal(t.low[i + 1])
        if t.word[i + 1].isdecimal() and t.word[i + 2] == ".":
            number = int(t.word[i + 1])
        if number is None or number < 2 or t.low[i + 2] in ("mal", "jahr", "tag", "woche", "monat"):
            return None
        stop = i + 3 if t.word[i + 1].isdecimal() else i + 2
        return Amount(start=i, stop=stop, value=divide(1, number), kind="ratio", form="words")
    if low in ("doppelt", "halb") and t.low[i + 1] == "so" and t.low[i + 2] in _AS_MANY:
        return Amount(
            start=i, stop=i + 3, value=Decimal(2 if low == "doppelt" else "0.5"), kind="multiple", form="words"
        )
    if t.word[i] in ("Doppelte", "Doppelten"):
        return Amount(start=i, stop=i + 1, value=Decimal(2), kind="multiple", form="words")
    return None


def _english_phrase(t: Tokens, i: int) -> Amount | None:
    low = t.low[i]
    if low == "half":
        if t.low[i + 1] == "as" and t.low[i + 2] in _AS_MANY_EN:
            return Amount(start=i, stop=i + 3, value=Decimal("0.5"), kind="multiple", form="words")
        if (
            t.low[i + 1] in ("of", "the", "its", "their", "his", "all", "his")
            and t.low[i - 1] not in ("first", "second", "last", "other", "better")
            and not (t.low[i + 1] == "of" and t.low[i - 1] in ("latter", "this"))
        ):
            return Amount(start=i, stop=i + 1, value=Decimal("0.5"), kind="fraction", form="words")
        return None
    if low in ("twice", "thrice") and t.low[i + 1] not in ("a", "per"):
        stop = i + 1
        if t.low[stop] == "as" and t.low[stop + 1] in _AS_MANY_EN:
            stop += 2
        return Amount(start=i, stop=stop, value=Decimal(2 if low == "twice" else 3), kind="multiple", form="words")
    if low in ("double", "triple") and t.low[i + 1] in ("the", "its", "their", "that"):
        return Amount(start=i, stop=i + 1, value=Decimal(2 if low == "double" else 3), kind="multiple", form="words")
    return None
