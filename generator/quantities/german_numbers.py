"""German number words of any size, cardinal and ordinal, in one written word."""

from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

_SMALL = (
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
).split()
_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()

BELOW_HUNDRED = MappingProxyType(
    {word: value for value, word in enumerate(_SMALL)}
    | {"eins": 1, "zwo": 2}
    | {ten: 10 * place for place, ten in enumerate(_TENS, 2)}
    | {
        f"{one}und{ten}": 10 * place + value
        for place, ten in enumerate(_TENS, 2)
        for value, one in enumerate(_SMALL[:10])
        if value
    }
)

SCALES = MappingProxyType({
    word: Decimal(10) ** power
    for power, words in {
        2: "hundert",
        3: "tausend tsd k",
        6: "million millionen mio mill m",
        9: "milliarde milliarden mrd milliarden",
        12: "billion billionen bio",
        15: "billiarde billiarden",
        18: "trillion trillionen",
    }.items()
    for word in words.split()
})  # fmt: skip

_DENOMINATORS = {
    "halb": 2, "drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6, "siebtel": 7, "achtel": 8, "neuntel": 9, "zehntel": 10,
    "zwölftel": 12, "zwanzigstel": 20, "hundertstel": 100, "tausendstel": 1000,
}  # fmt: skip
DENOMINATORS = MappingProxyType(
    {form: value for word, value in _DENOMINATORS.items() if word != "halb" for form in (word, word + "n", word + "s")}
)

FUSED = MappingProxyType(
    {
        "anderthalb": Decimal("1.5"),
        "eineinhalb": Decimal("1.5"),
        "einundhalb": Decimal("1.5"),
        "einundeinhalb": Decimal("1.5"),
        "dreiviertel": Decimal("0.75"),
    }
    | {
        f"{word}{glue}halb": value + Decimal("0.5")
        for value, word in enumerate(_SMALL)
        if value > 1
        for glue in ("ein", "und", "undein")
    }
)


def _plain(word: str) -> str:
    """Undo the spellings without umlaut and ß."""
    if "ss" in word or "ue" in word or "oe" in word:
        return word.replace("dreissig", "dreißig").replace("fuenf", "fünf").replace("zwoelf", "zwölf")
    return word


def _below_thousand(word: str) -> int | None:
    """Value of a word below 10,000 without `tausend` ("achtzehnhundert" is one)."""
    left, hundred, right = word.partition("hundert")
    if not hundred:
        return BELOW_HUNDRED.get(word)
    head = 1 if not left else BELOW_HUNDRED.get(left)
    tail = 0 if not right else BELOW_HUNDRED.get(right.removeprefix("und") or "?")
    if head is None or tail is None or left in ("null", "eins"):
        return None
    return 100 * head + tail


@lru_cache(maxsize=1 << 14)
def cardinal(word: str) -> int | None:
    """Return the value of a number word in lower case, None for any other word.

    >>> cardinal("zweitausenddreihundertvierzehn"), cardinal("elf"), cardinal("elfmeter")
    (2314, 11, None)
    """
    word = _plain(word)
    if word in BELOW_HUNDRED:
        return BELOW_HUNDRED[word]
    if "hundert" not in word and "tausend" not in word:
        return None
    left, thousand, right = word.partition("tausend")
    if not thousand:
        return _below_thousand(word)
    head = 1 if not left else _below_thousand(left)
    tail = 0 if not right else _below_thousand(right.removeprefix("und") or "?")
    if head is None or tail is None or tail >= 1000:
        return None
    return 1000 * head + tail


_ORDINAL_STEMS = {"erst": 1, "dritt": 3, "siebt": 7, "siebent": 7, "acht": 8}
_ENDINGS = ("er", "en", "es", "em", "e")


@lru_cache(maxsize=1 << 14)
def ordinal(word: str) -> int | None:
    """Return the value of an ordinal in any case ("zweiundzwanzigsten"), None for any other word.

    >>> ordinal("dritten"), ordinal("hundertste"), ordinal("ernsten")
    (3, 100, None)
    """
    word = _plain(word)
    for ending in _ENDINGS:
        if word.endswith(ending):
            break
    else:
        return None
    stem = word[: -len(ending)]
    if stem in _ORDINAL_STEMS:
        return _ORDINAL_STEMS[stem]
    for long, power in (("million", 6), ("milliard", 9), ("billion", 12)):
        if stem == long + "st":
            return int(10**power)
    if stem.endswith("st"):
        value = cardinal(stem[:-2])
        return value if value is not None and (value >= 20 or value == 0) else _tail_ordinal(stem)
    if stem.endswith("t"):
        value = cardinal(stem[:-1])
        return value if value is not None and 1 < value < 20 else _tail_ordinal(stem)
    return None


def _tail_ordinal(stem: str) -> int | None:
    """Value of a compound whose last part is a small ordinal ("hunderterst", "zweihundertsiebt")."""
    for tail, value in _ORDINAL_STEMS.items():
        if stem.endswith(tail) and (head := cardinal(stem.removesuffix(tail))) is not None and head % 100 == 0 and head:
            return head + value
    if stem.endswith("t") and (value_ := cardinal(stem[:-1])) is not None and value_ > 100 and 1 < value_ % 100 < 20:
        return value_
    return None
