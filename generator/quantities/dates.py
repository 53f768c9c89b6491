"""Dates and times as figures: single ones, and ranges of which one end may be shortened ("3. bis 12. September")."""

import re
from dataclasses import replace
from types import MappingProxyType

from generator.model import Quantity
from generator.quantities import english_dates, german_dates, german_years
from generator.quantities.moments import Moment, valid
from generator.quantities.tables import Tongue
from generator.quantities.tokens import Tokens

_ROOMS = MappingProxyType({"de": german_dates, "en": english_dates})
_YEARS = MappingProxyType({"de": german_years.year_at, "en": english_dates.year_at})
_JOIN = MappingProxyType({
    "de": re.compile(r"\s?(?:bis(?:\szum|\szu)?|[-–—])\s?(?:den\s|dem\s|um\s)?|\sund\s(?:dem\s|den\s)?", re.IGNORECASE),
    "en": re.compile(r"\s?(?:to|till|until|through|[-–—])\s?(?:the\s)?|\sand\s(?:the\s)?", re.IGNORECASE),
})  # fmt: skip
_BETWEEN = MappingProxyType(
    {
        "de": re.compile(r"\bzwischen\s(?:dem\s|den\s)?$", re.IGNORECASE),
        "en": re.compile(r"\bbetween\s(?:the\s)?$", re.IGNORECASE),
    }
)
_LIST = MappingProxyType(
    {"de": re.compile(r"\s(?:und|oder|sowie)\s(?:am\s)?"), "en": re.compile(r"\s(?:and|or)\s(?:the\s|on\s)?")}
)
_SHORT = MappingProxyType({
    "de": re.compile(r"(?P<n>\d{1,2})(?P<dot>\.)?(?:[:.](?P<min>\d\d))?(?P<join>\s?(?:bis(?:\szum)?|[-–—])\s?|\sund\s|\sauf\s(?=den\s))(?:dem\s|den\s)?(?=\d)", re.IGNORECASE),
    "en": re.compile(r"(?P<n>\d{1,2})(?P<dot>st|nd|rd|th)?(?::(?P<min>\d\d))?(?P<join>\s?(?:to|[-–—])\s?|\sand\s)(?:the\s)?(?=\d)", re.IGNORECASE),
})  # fmt: skip


def starts(low: str, tongue: Tongue) -> bool:
    """Whether a date can begin with this token (lower case)."""
    return low[0].isdecimal() or _ROOMS[tongue.lang].starts(low)


def date_at(t: Tokens, i: int, tongue: Tongue) -> Quantity | None:
    """Return the date, time or range that begins with token `i`; None if there is none.

    The value is ISO 8601 (ranges as `from/to`, with `low` and `high`); what the text leaves open is X, and `relative`
    says how it hangs on the day of the article.
    """
    if t.word[i][0].isdecimal() and (short := _shortened(t, i, tongue)) is not None:
        return _quantity(t, i, *short)
    first = _ROOMS[tongue.lang].date_at(t, i)
    if first is None and t.word[i].isdecimal():
        first = _YEARS[tongue.lang](t, i)
    if first is None:
        return None
    if first.day is not None and first.month is None and first.weekday is None:
        first = _borrow_month(t, i, first, tongue)
    if (second := _second(t, i, first, tongue)) is not None:
        return _quantity(t, i, first, second)
    return _quantity(t, i, first)


def _at_position(t: Tokens, position: int, tongue: Tongue, after: int) -> Moment | None:
    """Return the moment that begins at a code point behind token `after`."""
    for j in range(after + 1, min(after + 16, t.length)):
        if t.start[j] == position:
            return _ROOMS[tongue.lang].date_at(t, j) or (_YEARS[tongue.lang](t, j) if t.word[j].isdecimal() else None)
        if t.start[j] > position:
            break
    return None


def _second(t: Tokens, i: int, first: Moment, tongue: Tongue) -> Moment | None:
    """Return the other end of a range whose first end is complete."""
    join = _JOIN[tongue.lang].match(t.text, first.end)
    if join is None or "/" in first.last:
        return None
    if join[0].strip().split()[:1] in (["und"], ["and"]) and not _BETWEEN[tongue.lang].search(
        t.text[max(0, t.start[i] - 16) : t.start[i]]
    ):
        return None
    second = _at_position(t, join.end(), tongue, i)
    if (
        second is None
        or "/" in second.last
        or (first.hour is None) != (second.hour is None)
        or bool(first.weekday) != bool(second.weekday)
    ):
        return None
    if first.relative != second.relative and (first.relative.startswith("day") or second.relative.startswith("day")):
        return None
    if (
        first.month is None
        and first.day is None
        and second.month is not None
        and first.year is None
        and first.hour is None
        and not first.weekday
    ):
        return None
    return second


def _borrow_month(t: Tokens, i: int, first: Moment, tongue: Tongue) -> Moment:
    """Give "12." the month of "am 12. und 13. August"."""
    join = _LIST[tongue.lang].match(t.text, first.end)
    second = None if join is None else _at_position(t, join.end(), tongue, i)
    return first if second is None or second.month is None else replace(first, month=second.month, year=second.year)


def _shortened(t: Tokens, i: int, tongue: Tongue) -> tuple[Moment, Moment] | None:
    """Read "3. und dem 12. September", "17 bis 18 Uhr": the first end borrows from the second."""
    m = _SHORT[tongue.lang].match(t.text, t.start[i])
    if m is None:
        return None
    if m["join"].strip() in ("und", "and") and not _BETWEEN[tongue.lang].search(
        t.text[max(0, t.start[i] - 16) : t.start[i]]
    ):
        return None
    second = _at_position(t, m.end(), tongue, i)
    if second is None:
        return None
    number = int(m["n"])
    if second.hour is not None and second.day is None and not m["dot"] and number <= 24:
        if (
            second.hour >= 12
            and number < 12
            and number + 12 <= second.hour
            and (second.hour - 12) < 12
            and "Uhr" not in t.text[m.end() : second.end]
        ):
            number += 12
        return replace(second, hour=number, minute=int(m["min"]) if m["min"] else None), second
    if (
        second.day is not None
        and second.month is not None
        and second.hour is None
        and (m["dot"] or tongue.lang == "en")
        and valid(second.year, second.month, number)
        and number < second.day
    ):
        return replace(second, day=number), second
    return None


def _quantity(t: Tokens, i: int, first: Moment, second: Moment | None = None) -> Quantity:
    start = t.start[i]
    if second is None:
        ends = first.last.split("/") if "/" in first.last else (None, None)
        return Quantity(
            start=start, end=first.end, text=t.text[start : first.end], kind=first.kind, value=first.value, low=ends[0], high=ends[1], relative=first.hanging
        )  # fmt: skip
    if first.year is None and second.year is not None and first.month is not None:
        first = replace(first, year=second.year)
    value = f"{first.value}/{second.value}"
    kind = {"time": "timerange", "datetime": "datetimerange"}.get(second.kind, "daterange")
    return Quantity(
        start=start, end=second.end, text=t.text[start : second.end], kind=kind, value=value, low=first.value, high=second.value,
        relative="ends" if "X" in value else "",
    )  # fmt: skip
