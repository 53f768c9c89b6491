"""Every figure and date of a text.

One walk over the tokens: at each, the longest reading wins, and what was read is not read again.
"""

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Any

from generator.model import Quantity
from generator.quantities.amounts import Amount
from generator.quantities.compounds import compound_at, in_word
from generator.quantities.counted import counted_by
from generator.quantities.dates import date_at
from generator.quantities.dates import starts as date_starts
from generator.quantities.doubts import is_age, is_figure, is_score, is_year
from generator.quantities.english import ENGLISH
from generator.quantities.german import GERMAN
from generator.quantities.headings import heading
from generator.quantities.ordinals import ordinal_at
from generator.quantities.ranges import amount_at
from generator.quantities.tables import Tongue
from generator.quantities.tokens import Tokens, tokenise
from generator.quantities.traps import addresses, is_name, is_title

TONGUES = {"de": GERMAN, "en": ENGLISH}
_ZU_DRITT = frozenset("zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft zwoelft".split())
_SENTENCE_END = re.compile(r"[.!?;:\n](?=\s|$)|\bStärke|\bAlter\b|\baged\b|\bmagnitude\b")
_POINTS_BACK = re.compile(r"\s(?:davon|von ihnen|of them|of whom|others|more)\b")
_CHAIN = re.compile(r"\s*(?:,|und|oder|bis|sowie|[-–/]|and|or|to)\s*")
_NEEDS_DIGITS = frozenset(["-", "–", "−", "us", "so", "mo", "di", "mi", "do", "fr", "sa"])
_SIGNS = frozenset("$.,£€")
_BEFORE = 44
_AFTER = 24


def find(text: str, lang: str) -> tuple[Quantity, ...]:
    """Return every figure and date of a text, sorted and disjoint; offsets are code points, half-open.

    `lang` is `de` or `en`; any other language is read as German if it is not known, for its digits' sake.
    """
    tongue = TONGUES.get(lang, GERMAN)
    t = tokenise(text, tongue.lang)
    closed = addresses(text)
    found: list[Quantity] = []
    i = name_end = 0
    length, low = t.length, t.low
    while i < length:
        if not _starts(low[i], tongue.lang) or (closed and any(a <= t.start[i] < b for a, b in closed)):
            i += 1
            continue
        if low[i] in _NEEDS_DIGITS and not t.word[i + 1][:1].isdecimal() and t.word[i + 1] not in _SIGNS:
            i += 1
            continue
        if (
            low[i] in tongue.articles
            and not _article_counts(low[i + 1], tongue.lang)
            and t.word[i + 1] not in tongue.symbols
        ):
            i += 1
            continue
        first = i
        quantity, i = _at(t, i, tongue)
        if quantity is None:
            if t.word[first].isdecimal():
                name_end = t.end[i - 1]
        elif (
            name_end
            and quantity.unit is None
            and quantity.text.isdecimal()
            and _CHAIN.fullmatch(t.text, name_end, quantity.start)
        ):
            name_end = quantity.end  # "Artikel 5 und 6", "auf den Plätzen 3, 4 und 5"
        else:
            found.append(_elliptic(t, quantity, found))
    return tuple(found)


def _elliptic(t: Tokens, quantity: Quantity, found: list[Quantity]) -> Quantity:
    """Let "fünf davon schwer" count what the sentence counted last."""
    if (
        quantity.counted
        or quantity.kind != "number"
        or quantity.vague
        or quantity.unit
        or not found
        or quantity.value is None
    ):
        return quantity
    last = found[-1]
    between = t.text[last.end : quantity.start]
    if (
        not last.counted
        or last.kind not in ("number", "range", "ratio")
        or _SENTENCE_END.search(between)
        or between.endswith("(")
        or (len(between) > 45 and not _POINTS_BACK.match(t.text, quantity.end))
        or str(quantity.value).find(".") >= 0
    ):
        return quantity
    return replace(quantity, counted=last.counted, heading=last.heading)


@lru_cache(maxsize=1 << 16)
def _starts(low: str, lang: str) -> bool:
    """Whether anything can begin with a word; asked for every word of a text, so remembered."""
    tongue = TONGUES[lang]
    return (
        tongue.starts(low)
        or date_starts(low, tongue)
        or in_word(low, lang)
        or tongue.ordinal(low) is not None
        or low in _ZU_DRITT
    )


@lru_cache(maxsize=1 << 14)
def _article_counts(after: str, lang: str) -> bool:
    """Whether an article can be a number before a word: nearly always it is not, so this is asked first."""
    tongue = TONGUES[lang]
    return (
        after in tongue.units
        or after in tongue.halves
        or after in tongue.collectives
        or after in tongue.scales
        or after in tongue.denominators
        or after in tongue.fused
        or after in tongue.to
        or after in tongue.ratio
        or after in tongue.alternative
        or in_word(after, lang)
        or after == "$"
        or not after.isalpha()
    )


def _token_after(t: Tokens, i: int, end: int) -> int:
    while i < t.length and t.start[i] < end:
        i += 1
    return i


def _in_name(t: Tokens, i: int, tongue: Tongue) -> bool:
    """Whether a year or a month is part of a name ("Agenda 2010")."""
    if (
        i
        and t.word[i][0].isdecimal()
        and t.low[i - 1] == "des"
        and t.low[i - 2] in ("straße", "platz", "allee", "brücke")
    ):
        return True  # "Straße des 17. Juni"
    return t.low[i - 1] in tongue.names and i > 0 and t.word[i][0].isdecimal() and t.word[i - 1][0].isupper()


def _at(t: Tokens, i: int, tongue: Tongue) -> tuple[Quantity | None, int]:
    """Return what begins with token `i`, and the token to go on with."""
    if (date := date_at(t, i, tongue)) is not None and not _in_name(t, i, tongue):
        return date, _token_after(t, i, date.end)
    if (amount := compound_at(t, i, tongue)) is not None:
        return (None, amount.stop) if is_name(t, amount, tongue) else (_quantity(t, amount, tongue), amount.stop)
    amount = amount_at(t, i, tongue)
    if (
        (amount is None or amount.unit is None)
        and (ordinal := ordinal_at(t, i, tongue)) is not None
        and (amount is None or ordinal[1] >= amount.stop or (amount.low is not None and t.word[i + 1] == "."))
    ):
        place, stop = ordinal
        return (None if place is None or is_name(t, place, tongue) else _quantity(t, place, tongue)), stop
    if amount is None:
        return None, i + 1
    if is_name(t, amount, tongue) or not is_figure(t, amount, tongue):
        return None, amount.stop if t.word[i][:1].isdecimal() else i + 1
    if is_title(t, amount) and not counted_by(t, amount, tongue):
        return None, amount.stop
    if amount.kind == "range" and is_score(t, amount, tongue):
        return None, amount.stop
    return _quantity(t, amount, tongue), amount.stop


def _at_least(before: str, amount: Amount, tongue: Tongue) -> bool:
    """Whether a lower bound stands before; "verfügt über zwei Eingänge" is none."""
    bound = tongue.at_least.search(before)
    if bound is None:
        return False
    small = amount.unit is None and amount.value is not None and amount.value <= 12
    return not (small and bound[0].strip().lower() in ("über", "ab", "over"))


def _quantity(t: Tokens, amount: Amount, tongue: Tongue) -> Quantity:
    """Finish a figure with what stands around it."""
    start, end = t.start[amount.start], t.end[amount.stop - 1]
    counted = counted_by(t, amount, tongue)
    before = t.text[max(0, start - _BEFORE) : start]
    after = t.text[end : end + _AFTER]
    low, high = amount.low, amount.high
    about = bool(tongue.about.search(before))
    if amount.value is not None:
        if tongue.at_most.search(before) or tongue.at_most_after.match(after):
            high = amount.value
        elif tongue.at_least_after.match(after) or (
            (bound := tongue.at_least.search(before))
            and not (
                # "verfügt über zwei Eingänge" has no more than two
                amount.unit is None and amount.value <= 12 and bound[0].strip().lower() in ("über", "ab", "over")
            )
        ):
            low = amount.value
    if low is None and high is None and not about and is_year(t, amount, counted, tongue):
        return Quantity(start=start, end=end, text=t.text[start:end], kind="date", value=t.word[amount.start])
    kind, symbol = amount.kind, amount.unit.symbol if amount.unit else None
    if is_age(t, amount, counted):
        kind, symbol = "age", symbol or "a"
    return Quantity(
        start=start, end=end, text=t.text[start:end], kind=kind, value=_plain(amount.value), low=_plain(low), high=_plain(high),
        unit=symbol, counted=counted, heading=heading(counted, tongue.lang),
        approximate=about or amount.rough or amount.form == "vague", vague=amount.form == "vague",
    )  # fmt: skip


def _plain(value: Decimal | None) -> Decimal | None:
    """Write a number without exponent and without zeros at the end."""
    if value is None:
        return None
    value = value.normalize()
    return value.quantize(Decimal(1)) if value == value.to_integral_value() and abs(value) < Decimal("1e27") else value


def find_quantities(text: str, lang: str) -> list[dict[str, Any]]:
    """Return the same as mappings with the keys `start end text kind value low high unit counted approximate`."""
    return [
        {
            "start": q.start, "end": q.end, "text": q.text, "kind": q.kind, "value": q.value, "low": q.low, "high": q.high, "unit": q.unit,
            "counted": q.counted, "approximate": q.approximate,
        }
        for q in find(text, lang)
    ]  # fmt: skip
