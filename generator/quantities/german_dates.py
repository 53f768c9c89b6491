"""German dates and times of day: how words and patterns at a place of the text become a moment."""

import datetime as dt
import re

from generator.quantities.german_calendar import (
    ABBREVIATED,
    CENTURY,
    CLOCK,
    CLOCK_BEFORE,
    COLON,
    DAY_BEFORE,
    DAY_MONTH,
    DECADE,
    DEICTIC,
    DEICTIC_DAYS,
    FEAST,
    FEASTS,
    FIRST,
    HALF_CAPITAL,
    HALF_CLOCK,
    ISO,
    MONTH,
    MONTH_BEFORE,
    MONTH_WORDS,
    MOVABLE,
    NUMBERS,
    QUARTER,
    SEASON,
    SEASON_BEFORE,
    SEASONS,
    SHIFTED,
    SHIFTS,
    SPAN,
    WEEKDAY,
    WEEKDAY_NAMES,
    WEEKDAYS,
    WHOLE_WORDS,
    WORD_CLOCK,
    WORD_MONTH,
)
from generator.quantities.german_clock import half_hour, time_at, with_time
from generator.quantities.german_numbers import ordinal
from generator.quantities.moments import Moment, easter, quarter, season, valid
from generator.quantities.tokens import Tokens


def starts(low: str) -> bool:
    """Whether a date can begin with this token (lower case, no digits)."""
    if low in WHOLE_WORDS or low in FIRST or low in FEASTS or low in MOVABLE:
        return True
    return (
        low.rstrip("nsrm") in SHIFTS
        or (low.startswith(_STEMS) and WEEKDAY.fullmatch(low) is not None)
        or (low.endswith(("te", "ten", "ter")) and ordinal(low) is not None)
        or low in ("morgens", "abends", "nachts", "vormittags", "nachmittags", "mittags")
    )


_STEMS = tuple(name for name in WEEKDAYS if len(name) > 3)


def date_at(t: Tokens, i: int) -> Moment | None:
    """Return the date or time that begins with token `i`."""
    text, pos = t.text, t.start[i]
    before = text[max(0, pos - 16) : pos]
    found = _from_digits(text, pos, before) if t.word[i][0].isdecimal() else _from_word(text, pos, before)
    if found is None:
        return None
    if found.hour is None and not found.last:
        found = with_time(text, found)
    return found


def _day(match: re.Match[str], *, day: int | None, month: int | None, year: str | None) -> Moment | None:
    number = (
        None if not year else int(year) if len(year) > 2 else 2000 + int(year) if int(year) < 50 else 1900 + int(year)
    )
    if not valid(number, month, day):
        return None
    end = match.end()
    # "am 14. Dezember." ends a sentence; only an abbreviated month owns its dot
    if match.re is DAY_MONTH and match[0].endswith(".") and match["mon"].lower() not in ABBREVIATED:
        end -= 1
    return Moment(end=end, year=number, month=month, day=day)


def _from_digits(text: str, pos: int, before: str) -> Moment | None:
    if (m := CENTURY.match(text, pos)) and m["c"]:
        return _century(int(m["c"]), m.end())
    if m := QUARTER.match(text, pos):
        return _quarter(m)
    if m := DAY_MONTH.match(text, pos):
        return _day(m, day=int(m["d"]), month=MONTH_WORDS[m["mon"].lower()], year=m["y"])
    if m := ISO.match(text, pos):
        return _day(m, day=int(m["d"]), month=int(m["m"]), year=m["y"])
    if (m := CLOCK.match(text, pos)) or (
        (m := COLON.match(text, pos)) and (CLOCK_BEFORE.search(before) or len(text) < 12)
    ):
        return time_at(m, text, before)
    if (m := NUMBERS.match(text, pos)) and not text[m.end() : m.end() + 2].strip().startswith(("%", "€", "$")):
        known = bool(DAY_BEFORE.search(before)) or (
            m["dot"] != "" and len(m["d"]) == len(m["m"]) == 2 and m["m"][0] in "01"
        )
        closed = m["dot"] and (not text[m.end() : m.end() + 1].isdecimal())
        if (m["y"] or (closed and known) or (known and len(m["m"]) == 2)) and (
            found := _day(m, day=int(m["d"]), month=int(m["m"]), year=m["y"])
        ):
            if not m["y"] and m["dot"] and not known:
                return None
            return found
    if m := DECADE.match(text, pos):
        decade = int(m["d"])
        decade += 1900 if decade < 100 else 0
        return Moment(end=m.end(), last=f"{decade:04d}-01-01/{decade + 9:04d}-12-31")
    if m := SPAN.match(text, pos):
        first, second = int(m["a"]), m["b"]
        last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
        if len(second) == 2 and (m[0][4] != "/" or last != first + 1) and not (m[0][4] in "-–" and last > first):
            return None
        return Moment(end=m.end(), last=f"{first}/{last}") if first < last else None
    if re.compile(r"\d{1,2}\.(?=\s[a-zäöü]|$|\s?[,.])").match(text, pos) and re.search(
        r"\bam\s$|\bder\s$|\bden\s$", before
    ):
        m = re.compile(r"(\d{1,2})\.?").match(text, pos)
        if (
            m
            and 1 <= int(m[1]) <= 31
            and (before.endswith("am ") or re.search(rf"{WEEKDAY_NAMES},?\s(?:der|den)\s$", before, re.IGNORECASE))
        ):
            return Moment(end=m.end(), day=int(m[1]))
    return None


def _century(number: int, end: int) -> Moment | None:
    return (
        Moment(end=end, last=f"{number * 100 - 99:04d}-01-01/{number * 100:04d}-12-31") if 1 <= number <= 22 else None
    )


def _quarter(m: re.Match[str]) -> Moment:
    number = int(m["n"][0]) if m["n"][0].isdecimal() else ordinal(m["n"].lower()) or ordinal(m["n"].lower() + "n") or 1
    months = 6 if m["u"].lower().startswith("halb") else 3
    year = int(m["y"]) if m["y"] else None
    return Moment(
        end=m.end(), last=quarter(year, min(number, 12 // months), months), relative="" if year else "nearest"
    )


def _from_word(text: str, pos: int, before: str) -> Moment | None:
    capital = text[pos].isupper()
    if m := QUARTER.match(text, pos):
        return _quarter(m)
    if m := SHIFTED.match(text, pos):
        return _shifted(m)
    if text.startswith("Wochenende", pos) and before.lower().endswith(("am ", "übers ", "das ")):
        return Moment(end=pos + 10, last="XXXX-WXX-WE", relative="weekend:near")
    if m := FEAST.match(text, pos):
        return _feast(m)
    if m := WORD_MONTH.match(text, pos):
        day = ordinal(m["dw"].lower())
        if day is not None and (found := _day(m, day=day, month=MONTH_WORDS[m["mon"].lower()], year=m["y"])):
            return found
    if m := WEEKDAY.match(text, pos):
        return _weekday(m, text)
    if m := HALF_CLOCK.match(text, pos) or HALF_CAPITAL.match(text, pos):
        return half_hour(m, text)
    if m := WORD_CLOCK.match(text, pos):
        return time_at(m, text, before)
    if (m := DEICTIC.match(text, pos)) and not (
        m["w"] == "morgen" and before.lower().endswith(("am ", "guten ", "jeden ", "eines "))
    ):
        return Moment(end=m.end(), last="XXXX-XX-XX", relative=f"day:{DEICTIC_DAYS[m['w'].lower()]}")
    if capital and (m := SEASON.match(text, pos)) and (m["y"] or SEASON_BEFORE.search(before)):
        year = int(m["y"]) if m["y"] else None
        return Moment(end=m.end(), last=season(year, SEASONS[m["s"].lower()]), relative="" if year else "nearest")
    if (m := CENTURY.match(text, pos)) and m["w"] and (number := ordinal(m["w"].lower())):
        return _century(number, m.end())
    if (m := DECADE.match(text, pos)) and m["w"]:
        decade = 1900 + 10 * (
            2
            + "zwanziger dreißiger vierziger fünfziger sechziger siebziger achtziger neunziger".split().index(
                m["w"].lower()
            )
        )
        return Moment(end=m.end(), last=f"{decade}-01-01/{decade + 9}-12-31")
    if (m := MONTH.match(text, pos)) and (
        m["y"]
        or (
            capital
            and len(m["mon"]) > 2
            and m["mon"].lower()
            not in ("may", "sep", "jun", "jul", "mär", "dez", "nov", "okt", "feb", "jan", "apr", "aug", "mrz")
            and MONTH_BEFORE.search(before)
        )
    ):
        end = m.end() if m["y"] or not m[0].endswith(".") else m.end() - 1
        return Moment(end=end, month=MONTH_WORDS[m["mon"].lower()], year=int(m["y"]) if m["y"] else None)
    return None


def _shifted(m: re.Match[str]) -> Moment | None:
    by, unit = SHIFTS[m["w"].lower().rstrip("nsrm") if m["w"].lower() not in SHIFTS else m["w"].lower()], m["u"].lower()
    if unit in WEEKDAYS:
        return Moment(
            end=m.end(), weekday=WEEKDAYS[unit], relative="weekday:" + ("last" if by < 0 else "next" if by > 0 else "")
        )
    if unit in MONTH_WORDS:
        return Moment(end=m.end(), month=MONTH_WORDS[unit], relative="nearest")
    for name, code in SEASONS.items():
        if unit.startswith(name):
            return Moment(end=m.end(), last=season(None, code), relative=f"season:{by}")
    for name, code in (
        ("wochenende", "weekend"),
        ("woche", "week"),
        ("monat", "month"),
        ("jahr", "year"),
        ("quartal", "quarter"),
    ):
        if unit.startswith(name):
            return Moment(
                end=m.end(),
                last={
                    "week": "XXXX-WXX",
                    "weekend": "XXXX-WXX-WE",
                    "month": "XXXX-XX",
                    "year": "XXXX",
                    "quarter": "XXXX-QX",
                }[code],
                relative=f"{code}:{by}",
            )
    return None


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
    day = None
    if m["comma"] is not None:
        rest = DAY_MONTH.match(text, m.end()) or NUMBERS.match(text, m.end())
        if rest is not None and (rest.re is DAY_MONTH or rest["y"] or rest["dot"]):
            month = MONTH_WORDS[rest["mon"].lower()] if rest.re is DAY_MONTH else int(rest["m"])
            day = _day(rest, day=int(rest["d"]), month=month, year=rest["y"])
        elif alone := re.compile(r"(\d{1,2})(?=\.)").match(text, m.end()):
            day = Moment(end=alone.end(), day=int(alone[1]))
    if day is not None:
        return day
    if len(word) < 3 or (word[0].islower() and len(text) > 70):
        return None
    end = m.end("part") if m["part"] else m.end("wd") + (text[m.end("wd") : m.end("wd") + 1] == "s")
    return Moment(end=end, weekday=WEEKDAYS[word.lower()])
