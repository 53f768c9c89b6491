"""English number words, cardinal and ordinal: one written word, and a group of them below a thousand."""

from decimal import Decimal
from types import MappingProxyType

from generator.quantities.tokens import Tokens

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()

WORDS = MappingProxyType(
    {word: value for value, word in enumerate(_SMALL)}
    | {word: 10 * place for place, word in enumerate(_TENS, 2)}
    | {"nought": 0, "naught": 0}
)
ORDINALS = MappingProxyType(
    {word: value for value, word in enumerate(_ORDINALS)}
    | {word[:-1] + "ieth": 10 * place for place, word in enumerate(_TENS, 2)}
    | {"hundredth": 100, "thousandth": 1000, "millionth": 10**6, "billionth": 10**9, "trillionth": 10**12}
)
SCALES = MappingProxyType({
    word: Decimal(10) ** power
    for power, words in {
        2: "hundred",
        3: "thousand k",
        6: "million millions m mn mln mio mil",
        9: "billion billions bn bln b",
        12: "trillion trillions tn trn",
        15: "quadrillion",
        5: "lakh lakhs",
        7: "crore crores",
    }.items()
    for word in words.split()
})  # fmt: skip
_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "twelfth": 12, "fifteenth": 15, "sixteenth": 16,
    "twentieth": 20, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
DENOMINATORS = MappingProxyType(
    {form: value for word, value in _PARTS.items() if word != "half" for form in (word, word + "s")} | {"halves": 2}
)


def cardinal(word: str) -> int | None:
    """Return the value of one number word in lower case, None for any other word."""
    return 100 if word == "hundred" else WORDS.get(word)


def ordinal(word: str) -> int | None:
    """Return the value of one ordinal word in lower case, None for any other word."""
    return ORDINALS.get(word)


def group(t: Tokens, i: int) -> tuple[int, int] | None:
    """Read number words below a thousand ("one hundred and sixty-one"); return the value and the token after them."""
    low = t.low[i]
    if low in ("hundred", "thousand"):
        if low == "thousand":
            return None
        return _hundreds(t, i + 1, 100)
    value = WORDS.get(low)
    if value is None:
        return None
    i += 1
    if value >= 20 and (one := _one(t, i)) is not None:
        value, i = value + one[0], one[1]
    if t.low[i] == "hundred" and 0 < value < 100:
        return _hundreds(t, i + 1, 100 * value)
    return value, i


def _one(t: Tokens, i: int) -> tuple[int, int] | None:
    """Read the ones after the tens: "sixty-one", "sixty one", "twenty and four"."""
    if (t.low[i] == "-" and t.glued(i) and t.glued(i + 1)) or t.low[i] == "and":
        i += 1
    value = WORDS.get(t.low[i], 0)
    return (value, i + 1) if 0 < value < 10 else None


def _hundreds(t: Tokens, i: int, value: int) -> tuple[int, int]:
    """Read what follows "hundred"."""
    j = i + 1 if t.low[i] == "and" else i
    rest = WORDS.get(t.low[j])
    if rest is None or rest == 0 or (t.low[j + 1] in ORDINALS and j > i) or (j > i and t.low[j + 1] == "hundred"):
        return value, i
    j += 1
    if rest >= 20 and t.low[j] != "and" and (one := _one(t, j)) is not None:
        rest, j = rest + one[0], one[1]
    return value + rest, j
