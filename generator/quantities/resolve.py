"""Fix a date that hangs on the day of the article ("am Freitag", "in der vergangenen Woche").

News looks back: a bare weekday is the last one, unless that lies five days or more in the past. A day without a year
is the nearest one.
"""

import datetime as dt
from dataclasses import replace

from generator.model import Quantity
from generator.quantities.moments import SEASONS, easter, season


def resolve_date(quantity: Quantity, reference: dt.date) -> Quantity:
    """Return the date fixed against the day of the article, `relative` emptied; unchanged if it does not hang on it.

    Ranges are fixed end by end. Times of day without a date stay as they are.
    """
    if not quantity.relative or not isinstance(quantity.value, str):
        return quantity
    fixed = fixed_value(quantity.value, quantity.relative, reference)
    if fixed is None:
        return quantity
    low, high = (fixed.split("/") if "/" in fixed else (quantity.low, quantity.high))[:2]
    return replace(quantity, value=fixed, low=low, high=high, relative="")


def fixed_value(value: str, relative: str, reference: dt.date) -> str | None:
    """Return the ISO 8601 value of an open one; None if the day of the article does not settle it."""
    if "/" in value and relative == "ends":
        ends = [fixed_value(end, _hanging(end), reference) if "X" in end else end for end in value.split("/")]
        return None if None in ends else "/".join(end for end in ends if end)
    name, _, number = relative.partition(":")
    value, clock, time = value.partition("T")
    if name == "weekday":
        return _weekday(int(value[-1]), number, reference).isoformat() + clock + time
    if name == "nearest":
        return _nearest(value, reference, clock + time)
    if relative == "weekend:near":
        return _shifted("weekend", -1 if reference.isoweekday() < 4 else 0, value, reference, "")
    if name in ("day", "week", "weekend", "month", "year", "season", "quarter"):
        return _shifted(name, int(number.split(":")[0]), value, reference, clock + time)
    if name == "feast":
        return _feast(int(number), reference)
    return None


def _hanging(value: str) -> str:
    return "weekday" if "-WXX-" in value else "nearest"


def _weekday(weekday: int, which: str, reference: dt.date) -> dt.date:
    ago = (reference.isoweekday() - weekday) % 7
    if which == "last":
        ago = ago or 7
    elif which == "next" or (not which and ago > 4):
        ago -= 7
    return reference - dt.timedelta(days=ago)


def _nearest(value: str, reference: dt.date, tail: str) -> str | None:
    """Try the neighbouring years, or months when the month is open too."""
    if value.endswith(("-SP", "-SU", "-FA", "-WI")):
        spans = [season(year, value[-2:]) for year in range(reference.year - 1, reference.year + 2)]
        return min(
            spans, key=lambda span: abs((dt.date.fromisoformat(span[:10]) + dt.timedelta(days=45) - reference).days)
        )
    if "/" in value:
        whole = [value.replace("XXXX", str(year)) for year in range(reference.year - 1, reference.year + 2)]
        return min(
            whole, key=lambda span: abs((dt.date.fromisoformat(span[:10]) + dt.timedelta(days=45) - reference).days)
        )
    candidates: list[tuple[int, str]] = []
    for year in range(reference.year - 1, reference.year + 2):
        for month in range(1, 13) if value[5:7] == "XX" else (int(value[5:7]),):
            day = int(value[8:10] or 15)
            try:
                date = dt.date(year, month, day)
            except ValueError:
                continue
            candidates.append((abs((date - reference).days), date.isoformat()[: len(value)]))
    return min(candidates)[1] + tail if candidates else None


def _shifted(name: str, by: int, value: str, reference: dt.date, tail: str) -> str:
    """Count days, weeks, months or years from the day of the article."""
    if name == "day":
        return (reference + dt.timedelta(days=by)).isoformat() + tail
    if name == "week":
        year, week, _ = (reference + dt.timedelta(weeks=by)).isocalendar()
        return f"{year}-W{week:02d}"
    if name == "weekend":
        monday = reference - dt.timedelta(days=reference.weekday()) + dt.timedelta(weeks=by)
        return f"{monday + dt.timedelta(days=5)}/{monday + dt.timedelta(days=6)}"
    if name == "month":
        months = reference.year * 12 + reference.month - 1 + by
        return f"{months // 12}-{months % 12 + 1:02d}"
    if name == "quarter":
        number = reference.year * 4 + (reference.month - 1) // 3 + by
        first = number % 4 * 3 + 1
        return f"{number // 4}-{first:02d}-01/{number // 4}-{first + 2:02d}-{31 if first in (1, 10) else 30}"
    if name == "season":
        nearest = _nearest(value, reference, "")
        spans = [season(year, value[-2:]) for year in range(reference.year - 2, reference.year + 3)]
        past = [s for s in spans if s.split("/")[1] < reference.isoformat()]
        coming = [s for s in spans if s[:10] > reference.isoformat()]
        return past[-1] if by < 0 and past else coming[0] if by > 0 and coming else nearest or spans[2]
    return f"{reference.year + by}" if "-" not in value[4:] else value.replace("XXXX", str(reference.year + by))


def _feast(offset: int, reference: dt.date) -> str:
    """Return the nearest day that lies so many days from Easter."""
    days = [
        dt.date(year, *easter(year)) + dt.timedelta(days=offset)
        for year in range(reference.year - 1, reference.year + 2)
    ]
    return min(days, key=lambda day: abs((day - reference).days)).isoformat()


__all__ = ["SEASONS", "fixed_value", "resolve_date"]
