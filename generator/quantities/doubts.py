"""Whether what could be a figure is one: articles, pronouns, scores, years, ages."""

from generator.quantities.amounts import Amount
from generator.quantities.counted import counted_by
from generator.quantities.tables import Tongue
from generator.quantities.tokens import Tokens

_QUOTES = frozenset("„“”\"»«'‚‘’›‹")
_PLACES = frozenset("im in am an nahe bei neben hinter vor mit südlich nördlich östlich westlich rund".split())
_SHAPES = frozenset("dimensional way sided fold pronged tiered dimensionalen".split())
_PEOPLE = frozenset(
    "people men women children soldiers troops votes workers students civilians refugees victims dead".split()
)
_NOT_ONE_BEFORE = frozenset(
    "the this that which no any every each another only square day not some if when whether because where as there back".split()
)
_NOT_ONE_AFTER = frozenset(
    "of another day time thing side way point such who that by could can would will might may must should is was has had or and another's person's final last more not about in to on for from with at than after as you we he she they i i's can't".split()
)


def is_figure(t: Tokens, amount: Amount, tongue: Tongue) -> bool:
    """Whether what could be a number is one here: articles need a unit, halves a noun."""
    i = amount.start
    if t.word[amount.stop] == "-" and t.low[amount.stop + 1] in _SHAPES and t.glued(amount.stop):
        return False
    if amount.form == "article":
        if amount.kind == "dimension" and tongue.lang == "de" and t.word[amount.stop][:1].isupper():
            return True  # "ein Liter Diesel"
        return amount.unit is not None and (
            amount.kind not in ("duration", "dimension") or t.length < 4 or bool(_context(t, amount, tongue))
        )
    if amount.form in ("half", "article half"):
        return amount.unit is not None or (t.word[amount.stop][:1].isupper() and t.low[amount.stop - 1] != "halb")
    word = t.word[i]
    if amount.form == "words" and i and t.word[i - 1] in _QUOTES and t.word[amount.stop] in _QUOTES:
        return False  # the film "Sieben"
    if amount.kind == "fraction" and t.low[amount.stop - 1] == "viertel" and t.low[amount.stop] in _PLACES:
        return False  # a quarter of a town
    if t.low[i] == "eins" and amount.stop == i + 1 and t.length > 3:
        return False
    if tongue.lang == "en" and t.low[i] == "one" and amount.unit is not None and amount.unit.symbol == "d":
        return _context(t, amount, tongue)
    if tongue.lang == "en" and t.low[i] == "one" and amount.stop == i + 1:
        return _is_one(t, i)
    if (
        tongue.lang == "en"
        and word[0].isupper()
        and not t.opens(i)
        and amount.form == "words"
        and amount.unit is None
        and (t.word[i - 1][:1].islower() or t.low[i - 1] in ("the", "a"))
    ):
        return t.low[i] in tongue.articles
    if (
        word[0].isupper()
        and not t.opens(i)
        and amount.form == "words"
        and tongue.lang == "de"
        and amount.unit is None
        and amount.scale == 1
        and t.low[i] not in tongue.articles
    ):
        return t.low[i] in ("hundert", "tausend") and (
            t.low[i - 1]
            in ("mehrere", "mehreren", "mehrerer", "einige", "einigen", "einiger", "paar", "viele", "vielen")
            or t.word[amount.stop][:1].isupper()
        )
    return True


def _is_one(t: Tokens, i: int) -> bool:
    """Tell the number in "one person died" from the pronoun."""
    after = t.low[i + 1]
    return t.length < 3 or (t.low[i - 1] not in _NOT_ONE_BEFORE and after[:1].isalpha() and after not in _NOT_ONE_AFTER)


def is_score(t: Tokens, amount: Amount, tongue: Tongue) -> bool:
    """Whether "4-3" is the result of a match: a range counts something in the plural."""
    i = amount.start
    if amount.stop != i + 3 or not (t.glued(i + 1) and t.glued(i + 2)) or t.word[i + 1] not in "-–" or t.length < 5:
        return False
    counted = counted_by(t, amount, tongue)
    return not counted.endswith(("s", "e", "en", "er", "n", "people", "men", "women", "children"))


def _context(t: Tokens, amount: Amount, tongue: Tongue) -> bool:
    return t.low[amount.start - 1] in tongue.measuring or t.low[amount.stop] in tongue.measuring


def is_age(t: Tokens, amount: Amount, counted: str) -> bool:
    """Whether a bare number is a person's age: "Stefan Ziemendorff (32)", "William Venya, 34, of Chatworth"."""
    i = amount.start
    if amount.kind == "duration":
        return t.low[i - 1] == "von" and t.low[i - 2] == "alter"
    if amount.kind == "range":
        return t.low[i - 1] in ("age", "aged", "ages") and i > 0
    if amount.kind != "number" or amount.stop != i + 1 or amount.value is None or not 1 < amount.value < 110:
        return False
    if i and (t.low[i - 1] in ("age", "aged", "alter") or (t.low[i - 1] == "of" and t.low[i - 2] == "age")):
        return True
    if counted or not t.word[i].isdecimal():
        return False
    around = t.word[i - 1], t.word[i + 1]
    return around in (("(", ")"), (",", ",")) and t.word[i - 2][:1].isupper() and t.word[i - 3][:1].isupper()


def is_year(t: Tokens, amount: Amount, counted: str, tongue: Tongue) -> bool:
    """Whether four digits that count nothing in the plural are a year ("the 2020 election")."""
    word = t.word[amount.start]
    if (
        amount.stop != amount.start + 1
        or amount.unit is not None
        or len(word) != 4
        or not word.isdecimal()
        or not 1900 <= int(word) <= 2050
    ):
        return False
    if tongue.lang == "en":
        return counted not in _PEOPLE  # a count would be written 2,006
    return not counted or not counted.endswith(("s", "en", "er", "e", "n", "Mann", "people"))
