"""English dates and times of day: how words and patterns at a place of the text become a moment."""

import datetime as dt
import re
from dataclasses import replace

from generator.quantities.english_calendar import (
    CENTURY,
    CLOCK,
    COLON,
    DAY_MONTH,
    DECADE,
    DEICTIC,
    DEICTIC_DAYS,
    FEAST,
    FEASTS,
    ISO,
    MILITARY,
    MONTH,
    MONTH_BEFORE,
    MONTH_DAY,
    MONTH_WORD,
    MONTHS,
    MOVABLE,
    NUMBERS,
    QUARTER,
    SEASON,
    SEASONS,
    SHIFTED,
    SHIFTS,
    SPAN,
    TIME_AFTER,
    TIME_BEFORE,
    WEEKDAY,
    WEEKDAYS,
    WHOLE_WORDS,
    WORD_DAY,
    YEAR,
    YEAR_BEFORE,
    ZONE,
)
from generator.quantities.english_numbers import ORDINALS
from generator.quantities.moments import Moment, easter, quarter, season, valid
from generator.quantities.tokens import Tokens


def starts(low: str) -> bool:
    """Whether a date can begin with this token (lower case, no digits)."""
    return low in WHOLE_WORDS


def date_at(t: Tokens, i: int) -> Moment | None:
    """Return the date or time that begins with token `i`."""
    text, pos = t.text, t.start[i]
    before = text[max(0, pos - 16) : pos]
    found = _from_digits(text, pos, before) if t.word[i][0].isdecimal() else _from_word(t, i, before)
    if found is None:
        return None
    return _with_time(text, found) if found.hour is None and not found.last else found


def _day(end: int, *, day: int | None, month: int | None, year: str | None) -> Moment | None:
    number = (
        None if not year else int(year) if len(year) > 2 else 2000 + int(year) if int(year) < 50 else 1900 + int(year)
    )
    return Moment(end=end, year=number, month=month, day=day) if valid(number, month, day) else None


def _from_digits(text: str, pos: int, before: str) -> Moment | None:
    if (m := CENTURY.match(text, pos)) and m["c"]:
        number = int(m["c"])
        return (
            Moment(end=m.end(), last=f"{number * 100 - 99:04d}-01-01/{number * 100:04d}-12-31")
            if 0 < number < 23
            else None
        )
    if m := DAY_MONTH.match(text, pos):
        return _day(m.end(), day=int(m["d"]), month=MONTHS[m["mon"].lower()], year=m["y"])
    if m := ISO.match(text, pos):
        return _day(m.end(), day=int(m["d"]), month=int(m["m"]), year=m["y"])
    if m := NUMBERS.match(text, pos):
        a, b = int(m["a"]), int(m["b"])
        if m["s"] == "." or a > 12:
            a, b = b, a
        return _day(m.end(), day=b, month=a, year=m["y"])
    if (m := QUARTER.match(text, pos)) and m["n"]:
        return _quarter(m)
    if m := MILITARY.match(text, pos):
        return Moment(end=m.end(1) if m[3] else m.end(), hour=int(m["h"]), minute=int(m["min"]))
    if (m := CLOCK.match(text, pos)) or (
        (m := COLON.match(text, pos)) and (TIME_BEFORE.search(before) or len(text) < 12 or ZONE.match(text, m.end()))
    ):
        return _time(m)
    if m := DECADE.match(text, pos):
        return Moment(end=m.end(), last=f"{m['d']}-01-01/{int(m['d']) + 9}-12-31")
    if m := SPAN.match(text, pos):
        first, second = int(m["a"]), m["b"]
        last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
        return Moment(end=m.end(), last=f"{first}/{last}") if first < last else None
    return None


def year_at(t: Tokens, i: int) -> Moment | None:
    """Return the bare year at token `i` if its surroundings make it one; "2000 people" are people."""
    text, pos = t.text, t.start[i]
    m = YEAR.match(text, pos)
    if m is None or m.end() != t.end[i] or (t.glued(i) and t.word[i - 1] not in ("(", "“", '"', "'", "–", "-", "/")):
        return None
    if t.glued(i) and t.word[i - 1] in ("-", "/") and t.glued(i - 1):
        return (
            Moment(end=m.end(), year=int(m["y"])) if t.low[i - 2] in ("mid", "pre", "post", "late", "early") else None
        )
    year, after = int(m["y"]), t.word[i + 1]
    if t.glued(i + 1) and (
        after[:1].isalnum() or (after in "-/:" and t.glued(i + 2) and not t.word[i + 2].isdecimal())
    ):
        return None
    before = text[max(0, pos - 16) : pos]
    known = YEAR_BEFORE.search(before) is not None or t.opens(i)
    if (
        after[:1].islower()
        and after.endswith("s")
        and not after.endswith(("ss", "is", "us", "was", "has"))
        and after not in ("as", "was", "has", "is", "its")
    ):
        return None
    if after in ("people", "men", "women", "children", "troops", "soldiers") or (after == "of" and not known):
        return None
    return Moment(end=m.end(), year=year) if known or (1800 <= year <= 2050 and not after[:1].isalpha()) else None


def _quarter(m: re.Match[str]) -> Moment:
    if m["q"]:
        return Moment(end=m.end(), last=quarter(int(m["y2"]), int(m["q"])))
    number = int(m["n"][0]) if m["n"][0].isdecimal() else ORDINALS[m["n"].lower()]
    months = 6 if m["u"].lower() == "half" else 3
    return Moment(end=m.end(), last=quarter(int(m["y"]), min(number, 12 // months), months))


def _time(m: re.Match[str]) -> Moment | None:
    groups = m.groupdict()
    hour, half = int(groups["h"]), (groups.get("half") or "").lower()
    if half.startswith("p") and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    return Moment(
        end=m.end(),
        hour=hour,
        minute=int(groups["min"]) if groups["min"] else None,
        second=int(groups["s"]) if groups.get("s") else None,
    )


def _with_time(text: str, found: Moment) -> Moment:
    """Add the time of day that follows a date."""
    if found.year is not None and found.month is None:
        return found
    m = TIME_AFTER.match(text, found.end)
    clock = m and (CLOCK.match(text, m.end()) or COLON.match(text, m.end()))
    time = _time(clock) if clock else None
    return (
        found if time is None else replace(found, end=time.end, hour=time.hour, minute=time.minute, second=time.second)
    )


def _from_word(t: Tokens, i: int, before: str) -> Moment | None:
    text, pos, low = t.text, t.start[i], t.low[i]
    if (m := QUARTER.match(text, pos)) or (low in SEASONS and (m := SEASON.match(text, pos))):
        return (
            _quarter(m) if m.re is QUARTER else Moment(end=m.end(), last=season(int(m["y"]), SEASONS[m["s"].lower()]))
        )
    if low in SHIFTS:
        return _shifted(m) if (m := SHIFTED.match(text, pos)) else None
    if (m := FEAST.match(text, pos)) and text[pos].isupper():
        return _feast(m)
    if low in MONTHS and (found := _from_month(text, pos, before)) is not None:
        return found
    if low in WEEKDAYS and (m := WEEKDAY.match(text, pos)):
        return _weekday(m, text)
    if m := DEICTIC.match(text, pos):
        return Moment(end=m.end(), last="XXXX-XX-XX", relative=f"day:{DEICTIC_DAYS[m['w'].lower()]}")
    if (m := CENTURY.match(text, pos)) and (number := ORDINALS.get(low, 0)):
        return (
            Moment(end=m.end(), last=f"{number * 100 - 99:04d}-01-01/{number * 100:04d}-12-31") if number < 23 else None
        )
    if (
        (low in ORDINALS or low in ("twenty", "thirty"))
        and (m := WORD_DAY.match(text, pos))
        and (day := _ordinal(m["dw"]))
    ):
        return _day(m.end(), day=day, month=MONTHS[m["mon"].lower()], year=m["y"])
    return Moment(end=t.end[i], hour=12 if low == "noon" else 0) if low in ("noon", "midnight") else None


def _ordinal(words: str) -> int | None:
    tens, _, ones = words.lower().replace("-", " ").partition(" ")
    if not ones:
        return ORDINALS.get(tens)
    return (
        {"twenty": 20, "thirty": 30}.get(tens, 0) + ORDINALS[ones]
        if ORDINALS.get(ones, 99) < 10 and tens in ("twenty", "thirty")
        else None
    )


def _from_month(text: str, pos: int, before: str) -> Moment | None:
    if m := MONTH_DAY.match(text, pos):
        return _day(m.end(), day=int(m["d"]), month=MONTHS[m["mon"].lower()], year=m["y"])
    if (m := MONTH_WORD.match(text, pos)) and (day := _ordinal(m["dw"])) and day < 32:
        return _day(m.end(), day=day, month=MONTHS[m["mon"].lower()], year=m["y"])
    m = MONTH.match(text, pos)
    if m and (
        m["y"] or (text[pos].isupper() and (len(m["mon"]) > 3 or m["mon"] == "May") and MONTH_BEFORE.search(before))
    ):
        end = m.end() if m["y"] or not m[0].endswith(".") else m.end() - 1
        return Moment(end=end, month=MONTHS[m["mon"].lower()], year=int(m["y"]) if m["y"] else None)
    return None


def _shifted(m: re.Match[str]) -> Moment:
    by, unit = SHIFTS[m["w"].lower()], m["u"].lower()
    if unit in WEEKDAYS:
        return Moment(
            end=m.end(), weekday=WEEKDAYS[unit], relative="weekday:" + ("last" if by < 0 else "next" if by > 0 else "")
        )
    if unit in MONTHS:
        return Moment(end=m.end(), month=MONTHS[unit], relative="nearest")
    if unit in SEASONS:
        return Moment(end=m.end(), last=season(None, SEASONS[unit]), relative=f"season:{by}")
    if unit == "night":
        return Moment(end=m.end(), last="XXXX-XX-XX", relative=f"day:{by}")
    written = {"week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "year": "XXXX", "quarter": "XXXX-QX"}[
        unit
    ]
    return Moment(end=m.end(), last=written, relative=f"{unit}:{by}")


def _feast(m: re.Match[str]) -> Moment:
    name, year = m["f"].lower(), int(m["y"]) if m["y"] else None
    if name in FEASTS:
        month, day = FEASTS[name]
        return Moment(end=m.end(), year=year, month=month, day=day)
    if year is None:
        return Moment(end=m.end(), last="XXXX-XX-XX", relative=f"feast:{MOVABLE[name]}")
    date = dt.date(year, *easter(year)) + dt.timedelta(days=MOVABLE[name])
    return Moment(end=m.end(), year=year, month=date.month, day=date.day)


def _weekday(m: re.Match[str], text: str) -> Moment | None:
    word = m["wd"]
    if m["comma"]:
        day = _from_month(text, m.end(), "of ") or (
            (d := DAY_MONTH.match(text, m.end()))
            and _day(d.end(), day=int(d["d"]), month=MONTHS[d["mon"].lower()], year=d["y"])
        )
        if day is not None and day.day is not None:
            return day
    if len(word) < 6 or (word[0].islower() and len(text) > 70):
        return None
    return Moment(end=m.end("part") if m["part"] else m.end("wd"), weekday=WEEKDAYS[word.lower()])
