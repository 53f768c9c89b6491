"""One number with what it measures: a unit behind it or a currency before it."""

from dataclasses import dataclass, replace
from decimal import Decimal

from generator.quantities.measures import unit
from generator.quantities.numerals import Numeral, numeral_at
from generator.quantities.tables import Tongue, Unit
from generator.quantities.tokens import Tokens

_SECONDS = frozenset("later before after ago earlier or and to of per in apart behind ahead faster slower".split())
_QUOTES = frozenset("\"'″“”")
_OF_WORDS = frozenset("couple dozen dozens hundreds thousands millions billions tens".split())
DASHES = frozenset("-–—−")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A figure as tokens, before its surroundings are looked at."""

    start: int
    """First token."""
    stop: int
    """Token after the last."""
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: Unit | None = None
    kind: str = "number"
    form: str = "digits"
    """As in `Numeral`."""
    rough: bool = False
    """Whether the words themselves are no exact number ("zwei oder drei")."""
    scale: Decimal = Decimal(1)
    """As in `Numeral`."""
    rest: bool = False
    """Whether a hyphen ties it to a following noun ("20-Prozent-Hürde")."""


def unit_at(t: Tokens, i: int, tongue: Tongue, *, hyphens: bool = True) -> tuple[Unit, int] | None:
    """Read the longest unit that begins with token `i`, over a hyphen if it is tied by one; return it and where it ends."""
    if t.word[i] == "-" and hyphens and t.glued(i) and t.word[i + 1][:1].isalpha():
        i += 1
    low = t.low[i]
    for words, found in tongue.units.get(low, ()):
        stop = i + len(words)
        if words[0] in _QUOTES and (
            not t.glued(i)
            or not t.word[i - 1][-1:].isdecimal()
            or t.text.count('"', 0, t.start[i]) % 2
            or t.text.rfind("„", 0, t.start[i]) > t.text.rfind("“", 0, t.start[i])
            or t.text.rfind("“", 0, t.start[i]) >= 0
        ):
            continue
        if len(words) == 1 or tuple(t.low[i:stop]) == words:
            if words[-1][-1].isalpha() and t.glued(stop) and t.word[stop][:1].isalnum():
                continue
            return found, stop
    word = t.word[i]
    if (
        (power := t.word[i + 1]) in ("2", "3")
        and t.glued(i + 1)
        and word in ("mm", "cm", "m", "km")
        and not t.glued(i + 2)
    ):
        return unit(word + power), i + 2
    if word in tongue.symbols and not (t.glued(i + 1) and t.word[i + 1][:1].isalnum()):
        return tongue.symbols[word], i + 1
    return None


def _money_before(t: Tokens, i: int, tongue: Tongue) -> tuple[Unit, int] | None:
    """Read a currency sign or code that stands before its number; return it and the number's token."""
    if t.low[i] not in tongue.money:
        return None
    for length in (4, 3, 2, 1):
        code = tongue.before.get(" ".join(t.low[i : i + length]))
        after = t.word[i + length]
        if code and length > 1 and t.word[i] in ("a", "s", "r", "le", "dh"):
            continue
        if code and (
            after[:1].isdecimal()
            or (after in DASHES and t.word[i + length + 1][:1].isdecimal() and t.glued(i + length + 1))
        ):
            if length == 1 and t.word[i].isalpha() and not (t.word[i].isupper() or t.word[i] in ("Fr", "Rs") or i == 0):
                continue
            return unit(code), i + length
    return None


def single_at(t: Tokens, i: int, tongue: Tongue) -> Amount | None:
    """Read one number with its unit."""
    if (money := _money_before(t, i, tongue)) is not None:
        found = numeral_at(t, money[1], tongue)
        if found is None:
            return None
        return Amount(
            start=i,
            stop=found.stop,
            value=found.value,
            unit=money[0],
            kind="currency",
            form=found.form,
            scale=found.scale,
        )
    found = numeral_at(t, i, tongue)
    return None if found is None else _measured(t, found, tongue)


def _measured(t: Tokens, found: Numeral, tongue: Tongue) -> Amount:
    """Give a number the unit that follows it."""
    plain = Amount(
        start=found.start, stop=found.stop, value=found.value, form=found.form, kind=_kind(found), scale=found.scale
    )
    here = unit_at(t, found.stop, tongue)
    if here is None and tongue.lang == "en" and t.low[found.stop] == "of" and t.low[found.stop - 1] in _OF_WORDS:
        here = unit_at(t, found.stop + 1, tongue)
    if here is None and tongue.lang == "en" and found.form == "fraction" and t.low[found.stop] in ("of", "a", "an"):
        skip = found.stop + 1 + (t.low[found.stop + 1] in tongue.articles)
        here = unit_at(t, skip, tongue) if t.low[skip - 1] in tongue.articles else None
    if here is None and t.word[found.stop] in ("C", "F") and t.glued(found.stop) and not t.glued(found.stop + 1):
        said = t.text[max(0, t.start[found.start] - 60) : t.start[found.start]].lower()
        if found.value < 0 or "temperatur" in said:
            here = unit(t.word[found.stop]), found.stop + 1
    if here is None:
        return plain
    measure, stop = here
    if tongue.lang == "en" and t.word[stop - 1] in ("in", "a", "at", "as", "no") and t.word[stop][:1].isalnum():
        return plain
    if tongue.lang == "en":
        if measure.symbol == "GBP" and (
            t.word[found.stop] == "-" or (t.low[stop] == "of" and found.scale == 1) or _weighed(t, found.start)
        ):
            measure = unit("lb")
        if (
            measure.symbol == "s"
            and t.low[stop - 1] == "second"
            and (found.form == "article" or found.value == 1)
            and ((t.word[stop][:1].isalpha() and t.low[stop] not in _SECONDS) or t.word[stop] == "-")
        ):
            return plain
    if t.word[stop] == "." and t.glued(stop) and len(t.word[stop - 1]) <= 4 and t.word[stop + 1][:1].islower():
        stop += 1
    return replace(plain, stop=stop, unit=measure, kind=measure.kind, rest=t.word[stop] == "-" and t.glued(stop))


def _weighed(t: Tokens, i: int) -> bool:
    """Whether the words before a number of pounds speak of weight."""
    return any(low.startswith("weigh") for low in t.low[max(0, i - 5) : i])


def _kind(found: Numeral) -> str:
    return "fraction" if found.form == "fraction" or "half" in found.form else "number"
