"""Figures that are more than one number: ranges, ratios, changes, sums of descending units.

Spans follow one convention: number with scale and unit, without what qualifies it ("rund") and without what is counted.
"""

from dataclasses import replace
from decimal import Decimal

from generator.quantities.amounts import DASHES, Amount, single_at, unit_at
from generator.quantities.measures import together, unit
from generator.quantities.numerals import numeral_at
from generator.quantities.parts import divide
from generator.quantities.tables import Tongue
from generator.quantities.tokens import Tokens


def amount_at(t: Tokens, i: int, tongue: Tongue) -> Amount | None:
    """Read the longest figure that begins with token `i`."""
    if t.low[i] in tongue.prefixes:
        return _prefixed(t, i, tongue)
    found = _clocked(t, i, tongue) or _longest(t, i, tongue)
    if found is not None and found.kind == "temperature":
        return _temperature(t, found, tongue)
    return found


def _clocked(t: Tokens, i: int, tongue: Tongue) -> Amount | None:
    """Read "2:46 Stunden" and "1:01,3 Minuten" in the smaller unit."""
    if not t.word[i].isdecimal() or t.word[i + 1] != ":" or not (t.glued(i + 1) and t.glued(i + 2)):
        return None
    here = unit_at(t, i + 3, tongue, hyphens=False)
    small = None if here is None else {"h": "min", "min": "s"}.get(here[0].symbol)
    rest = numeral_at(t, i + 2, tongue)
    if here is None or small is None or rest is None or rest.stop != i + 3 or rest.value >= 60:
        return None
    return Amount(
        start=i, stop=here[1], value=int(t.word[i]) * 60 + rest.value, unit=unit(small), kind="duration", form="words"
    )


def _prefixed(t: Tokens, i: int, tongue: Tongue) -> Amount | None:
    """Read "Tempo 130"."""
    found = numeral_at(t, i + 1, tongue)
    if found is None or found.form != "digits":
        return None
    measure = unit(tongue.prefixes[t.low[i]])
    return Amount(start=i, stop=found.stop, value=found.value, unit=measure, kind=measure.kind)


def _longest(t: Tokens, i: int, tongue: Tongue) -> Amount | None:
    """Read a ratio, a range, a sum or a single amount."""
    first = single_at(t, i, tongue)
    if first is None:
        return None
    if first.form == "vague" and first.unit is None:
        return first
    if (ratio := _ratio(t, first, tongue)) is not None:
        return ratio
    if (both := _range(t, first, tongue)) is not None:
        return both
    first = _lend_on_change(t, first, tongue)
    if first.unit is None:
        return first
    return first if first.kind == "temperature" else _sum(t, first, tongue)


def _temperature(t: Tokens, found: Amount, tongue: Tongue) -> Amount:
    """Read "5 Grad unter null" as negative; tell an angle from a temperature; German degrees are Celsius."""
    i = found.stop
    if t.low[i] in tongue.turning or (t.word[i] == "-" and t.low[i + 1] in tongue.turning):
        return replace(found, kind="dimension")
    if (t.low[i], t.low[i + 1]) in tongue.below_zero and found.value is not None:
        found = replace(found, value=-abs(found.value), stop=i + 2)
    if found.value is not None and found.value >= 90 and found.unit is not None and found.unit.symbol == "deg":
        return replace(found, kind="dimension")
    if found.unit is not None and found.unit.symbol == "deg" and tongue.lang == "de" and t.length > 2:
        return replace(found, unit=unit("C"))
    return found


def _ratio(t: Tokens, first: Amount, tongue: Tongue) -> Amount | None:
    """Read "fünf von sieben", "nine out of ten", "one in five"."""
    i = first.stop
    if (
        first.unit is not None
        or first.value is None
        or first.value != int(first.value)
        or first.form not in ("digits", "words", "article")
    ):
        return None
    if t.low[i] not in tongue.ratio and not (t.low[i] == "in" and tongue.lang == "en"):
        return None
    loose = t.low[i] == "in"
    if (
        loose
        and first.form == "digits"
        and (first.value > 3 or not t.word[i + 1].isdecimal() or 1000 < int(t.word[i + 1]) < 2100)
    ):
        return None
    i += 2 if t.low[i] == "out" and t.low[i + 1] == "of" else 1
    if t.low[i] in tongue.every:
        i += 1
    second = numeral_at(t, i, tongue)
    if (
        second is None
        or second.form not in ("digits", "words")
        or (loose and second.form != first.form and not (first.form == "words" and 3 <= second.value <= 100))
        or second.value <= first.value
    ):
        return None
    if unit_at(t, second.stop, tongue) is not None or (first.form == "article" and second.form != "words"):
        return None
    return replace(first, stop=second.stop, value=divide(first.value, int(second.value)), kind="ratio", form="words")


def _range(t: Tokens, first: Amount, tongue: Tongue) -> Amount | None:
    """Read "10 bis 15 Grad", "1,2–1,4 Mio. Euro", "zwischen 3 und 5", "zwei oder drei Tage"."""
    i = first.stop
    sign = t.low[i]
    enclosed = t.low[first.start - 1] in tongue.between or t.low[first.start - 2] in tongue.between
    either = sign in tongue.alternative
    if sign not in tongue.to and not either and not (enclosed and sign in tongue.joiner):
        return None
    if sign in tongue.towards or (sign in DASHES and t.glued(i) != t.glued(i + 1) and not t.word[i + 1].isdecimal()):
        return None
    i += 1
    while t.low[i] in tongue.fillers or t.word[i] == "~":
        i += 1
    second = single_at(t, i, tongue)
    if second is None or first.value is None or second.value is None or second.form in ("vague", "article"):
        return None
    if (
        sign in DASHES
        and t.word[second.stop] in DASHES
        and t.glued(second.stop)
        and t.word[second.stop + 1].isdecimal()
    ):
        return None
    low, high, measure = first.value, second.value, second.unit or first.unit
    if (
        first.unit is not None
        and second.unit is None
        and sign not in DASHES
        and not (first.kind == "currency" and t.word[first.start][:1].isdecimal() is False)
    ):
        return None
    if first.unit is not None and second.unit is not None and first.unit != second.unit:
        return None
    if second.scale > 1 and first.scale == 1 and low < second.value / second.scale:
        low *= second.scale
    if (
        (first.form == "article" and (sign in DASHES or high < 2 or second.form != "words"))
        or low >= high
        or (either and high != low + 1)
    ):
        return None
    if (
        sign in DASHES
        and first.form == "digits"
        and first.unit is None
        and (t.word[first.start][0] == "0" and len(t.word[first.start]) > 1)
    ):
        return None
    kind = "range" if measure is None else measure.kind
    return replace(
        first,
        form="words" if first.form == "article" else first.form,
        stop=second.stop,
        value=None,
        low=low,
        high=high,
        unit=measure,
        kind=kind,
        rough=either,
        rest=second.rest,
    )


def _lend_on_change(t: Tokens, first: Amount, tongue: Tongue) -> Amount:
    """Lend the unit of "von 5 auf 7 Prozent" to the first number; both stay figures of their own."""
    change = t.low[first.stop] in tongue.towards and t.low[first.start - 1] in tongue.start_from
    if (
        first.unit is not None
        or not (
            change
            or t.low[first.stop] in tongue.joiner
            or t.low[first.stop] in tongue.instead
            or t.low[first.stop] in tongue.alternative
        )
        or first.form not in ("digits", "words")
    ):
        return first
    i = first.stop + 1
    while t.low[i] in tongue.fillers:
        i += 1
    second = single_at(t, i, tongue)
    if (
        second is None
        or second.unit is None
        or first.value is None
        or (
            not change and ((second.kind == "duration" and second.value == 1) or second.form not in ("digits", "words"))
        )
    ):
        return first
    value = first.value
    if second.scale > 1 and first.scale == 1 and value < 1000 and first.form == "digits":
        value *= second.scale
    return replace(first, value=value, unit=second.unit, kind=second.kind)


def _sum(t: Tokens, first: Amount, tongue: Tongue) -> Amount:
    """Add descending units: "2 Stunden und 30 Minuten", "7 feet, 10 inches", "15 Dollar und 15 Cent"."""
    parts = [first]
    while True:
        last = parts[-1]
        i = last.stop
        if t.word[i] == ",":
            i += 1
        if t.low[i] in tongue.joiner:
            i += 1
        after = single_at(t, i, tongue)
        if (
            t.low[i] in tongue.halves and i > last.stop and last.value is not None and not t.word[i + 1][:1].isalpha()
        ) or (t.low[i] in tongue.articles and t.low[i + 1] in tongue.halves and t.low[i - 1] in tongue.joiner):
            assert last.value is not None
            parts[-1] = replace(last, value=last.value + Decimal("0.5"), stop=i + 1 + (t.low[i] in tongue.articles))
            break
        if (
            after is None
            or after.unit is None
            or after.value is None
            or after.form not in ("digits", "words")
            or first.unit is None
            or last.form == "vague"
        ):
            break
        if after.unit.symbol == "cent" and first.kind == "currency" and last.unit != after.unit and after.value < 100:
            assert last.value is not None
            return replace(first, stop=after.stop, value=last.value + after.value / 100)
        if after.unit.kind != first.unit.kind or any(part.unit == after.unit for part in parts):
            break
        parts.append(after)
    while len(parts) > 1:
        total = together((part.value or Decimal(0), part.unit.symbol) for part in parts if part.unit)
        if total is not None:
            return replace(
                first, form="words", stop=parts[-1].stop, value=total[0], unit=unit(total[1]), rest=parts[-1].rest
            )
        parts.pop()
    return parts[0]
