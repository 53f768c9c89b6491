"""English dates and times of day, as patterns over the text."""

import datetime as dt
import re
from dataclasses import replace

from generator.quantities.english_numbers import ORDINALS
from generator.quantities.moments import Moment, easter, quarter, season, valid
from generator.quantities.tokens import Tokens

_MONTHS = {name: number for number, names in enumerate((
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sept sep", "october oct", "november nov", "december dec",
), 1) for name in names.split()}  # fmt: skip
_WEEKDAYS = {name: number for number, names in enumerate((
    "monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri", "saturday sat", "sunday sun",
), 1) for name in names.split()}  # fmt: skip
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_FEASTS = {
    "new year's day": (1, 1), "new year’s day": (1, 1), "new year's eve": (12, 31), "new year’s eve": (12, 31), "valentine's day": (2, 14), "valentine’s day": (2, 14), "saint patrick's day": (3, 17), "st. patrick's day": (3, 17), "st patrick's day": (3, 17), "saint patrick": (3, 17), "earth day": (4, 22), "april fool's day": (4, 1),
    "may day": (5, 1), "independence day": (7, 4), "halloween": (10, 31), "veterans day": (11, 11), "armistice day": (11, 11), "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26), "juneteenth": (6, 19),
}  # fmt: skip
_MOVABLE = {"ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3, "good friday": -2, "easter sunday": 0, "easter monday": 1, "easter": 0, "ascension day": 39, "pentecost": 49, "whit monday": 50}

_M = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WD = "|".join(sorted(_WEEKDAYS, key=len, reverse=True))
_Y = r"(?P<y>1\d{3}|20\d\d)(?!\d|[.,]\d)"
_TH = r"(?:st|nd|rd|th)?"
_MONTH_DAY = re.compile(rf"(?P<mon>{_M})\b\.?\s(?:the\s)?(?P<d>\d{{1,2}}){_TH}(?![\d:%]|[.,]\d)(?:,?\s(?:of\s)?{_Y})?", re.IGNORECASE)
_DAY_MONTH = re.compile(rf"(?P<d>\d{{1,2}}){_TH}\s(?:of\s)?(?P<mon>{_M})\b(?:\.(?=,?\s?\d))?(?:,?\s(?:of\s)?{_Y})?", re.IGNORECASE)
_WORD_DAY = re.compile(rf"(?P<dw>(?:twenty|thirty)?[\s-]?\w+)\s(?:of\s)?(?P<mon>{_M})\b(?:,?\s{_Y})?", re.IGNORECASE)
_MONTH_WORD = re.compile(rf"(?P<mon>{_M})\s(?:the\s)?(?P<dw>(?:twenty|thirty)[\s-]\w+|\w+)(?:,?\s{_Y})?", re.IGNORECASE)
_ISO = re.compile(r"(?P<y>1\d{3}|20\d\d)(?P<s>[-./])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)")
_NUMBERS = re.compile(r"(?P<a>\d{1,2})(?P<s>[-./])(?P<b>\d{1,2})(?P=s)(?P<y>(?:1[5-9]|20)\d\d|\d\d)(?!\d|[-/])")
_MONTH = re.compile(rf"(?P<mon>{_M})\b\.?(?:,?\s(?:of\s|in\s)?{_Y})?", re.IGNORECASE)
_WEEKDAY = re.compile(rf"(?P<wd>{_WD})\b(?P<part>\s(?:morning|afternoon|evening|night))?(?P<comma>\.?,?\s(?:the\s)?(?=\d|\w))?", re.IGNORECASE)
_CLOCK = re.compile(r"(?P<h>[01]?\d|2[0-4])(?:[:.](?P<min>[0-5]\d))?(?::(?P<s>[0-5]\d))?\s?(?P<half>a\.?\s?m\b\.?|p\.?\s?m\b\.?|o'clock|o’clock)", re.IGNORECASE)
_COLON = re.compile(r"(?P<h>[01]?\d|2[0-4]):(?P<min>[0-5]\d)(?::(?P<s>[0-5]\d))?(?!\d|:)")
_MILITARY = re.compile(r"((?P<h>[01]\d|2[0-3])(?P<min>[0-5]\d)(?: hours)?)(?=( (?:UTC|GMT|local time|EST|EDT|CET|CEST|PST|PDT|BST)\b))")
_ZONE = re.compile(r"\s(?:UTC|GMT|EST|EDT|CET|CEST|PST|PDT|BST)\b")
_DEICTIC = re.compile(r"(?P<w>today|yesterday|tomorrow|tonight|the day before yesterday|the day after tomorrow)\b(?:\s(?:morning|afternoon|evening|night)\b)?", re.IGNORECASE)
_DEICTIC_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "the day before yesterday": -2, "the day after tomorrow": 2}
_SHIFTED = re.compile(rf"(?P<w>last|past|previous|this|current|next|coming|following)\s(?P<u>week|weekend|month|year|quarter|night|spring|summer|autumn|fall|winter|{_WD}|{_M})\b(?:\s(?:morning|afternoon|evening|night)\b)?(?!\s\d)", re.IGNORECASE)
_SHIFTS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}
_SEASON = re.compile(rf"(?P<s>spring|summer|autumn|fall|winter)\s(?:of\s)?{_Y}\b", re.IGNORECASE)
_FEAST = re.compile(rf"(?P<f>{'|'.join(re.escape(name) for name in sorted([*_FEASTS, *_MOVABLE], key=len, reverse=True))})\b(?:\s(?:in\s|of\s)?{_Y})?", re.IGNORECASE)
_QUARTER = re.compile(rf"(?P<n>first|second|third|fourth|1st|2nd|3rd|4th)\s(?P<u>quarter|half)\sof\s(?:the\syear\s)?{_Y}\b|Q(?P<q>[1-4])\s{_Y.replace('?P<y>', '?P<y2>')}", re.IGNORECASE)
_DECADE = re.compile(r"(?P<d>(?:1\d|20)\d0)['’]?s\b")
_CENTURY = re.compile(r"(?:(?P<c>\d{1,2})(?:st|nd|rd|th)|(?P<w>\w+))[\s-]century\b", re.IGNORECASE)
_SPAN = re.compile(r"(?P<a>1\d{3}|20\d\d)\s?(?:[-–/]|\sto\s)\s?(?P<b>(?:1\d|20)\d\d|\d\d)(?!\d|[.,-]\d)")
_YEAR = re.compile(r"(?P<y>1\d{3}|20\d\d)(?!\d|[.,]\d)")
_TIME_BEFORE = re.compile(r"(?:\b(?:at|by|around|from|until|till|to|between|and|before|after|since|about)|@|\()\s?$", re.IGNORECASE)
_YEAR_BEFORE = re.compile(r"(?:\b(?:in|since|until|till|from|by|to|before|after|of|early|late|mid|year|and|during|circa|or|the|through|around|for|summer|winter|spring|autumn|fall|between)|[(,/])\s?$", re.IGNORECASE)
_MONTH_BEFORE = re.compile(r"\b(?:in|since|until|till|from|by|to|before|after|of|early|late|mid|during|this|last|next|and|between|through|every|each)[\s-]$", re.IGNORECASE)
_FIRST = frozenset(word for name in [*_FEASTS, *_MOVABLE] for word in name.split()[:1]) | {"q1", "q"}
_WHOLE_WORDS = _MONTHS.keys() | _WEEKDAYS.keys() | _SEASONS.keys() | _SHIFTS.keys() | ORDINALS.keys() | _FIRST | {"today", "yesterday", "tomorrow", "tonight", "noon", "midnight", "twenty", "thirty", "new", "valentine", "st"}


def starts(low: str) -> bool:
    """Whether a date can begin with this token (lower case, no digits)."""
    return low in _WHOLE_WORDS


def date_at(t: Tokens, i: int) -> Moment | None:
    """Return the date or time that begins with token `i`."""
    text, pos = t.text, t.start[i]
    before = text[max(0, pos - 16) : pos]
    found = _from_digits(text, pos, before) if t.word[i][0].isdigit() else _from_word(t, i, before)
    if found is None:
        return None
    return _with_time(text, found) if found.hour is None and not found.last else found


def _day(end: int, *, day: int | None, month: int | None, year: str | None) -> Moment | None:
    number = None if not year else int(year) if len(year) > 2 else 2000 + int(year) if int(year) < 50 else 1900 + int(year)
    return Moment(end=end, year=number, month=month, day=day) if valid(number, month, day) else None


def _from_digits(text: str, pos: int, before: str) -> Moment | None:
    if (m := _CENTURY.match(text, pos)) and m["c"]:
        number = int(m["c"])
        return Moment(end=m.end(), last=f"{number * 100 - 99:04d}-01-01/{number * 100:04d}-12-31") if 0 < number < 23 else None
    if m := _DAY_MONTH.match(text, pos):
        return _day(m.end(), day=int(m["d"]), month=_MONTHS[m["mon"].lower()], year=m["y"])
    if m := _ISO.match(text, pos):
        return _day(m.end(), day=int(m["d"]), month=int(m["m"]), year=m["y"])
    if m := _NUMBERS.match(text, pos):
        a, b = int(m["a"]), int(m["b"])
        if m["s"] == "." or a > 12:
            a, b = b, a
        return _day(m.end(), day=b, month=a, year=m["y"])
    if (m := _QUARTER.match(text, pos)) and m["n"]:
        return _quarter(m)
    if m := _MILITARY.match(text, pos):
        return Moment(end=m.end(1) if m[3] else m.end(), hour=int(m["h"]), minute=int(m["min"]))
    if (m := _CLOCK.match(text, pos)) or ((m := _COLON.match(text, pos)) and (_TIME_BEFORE.search(before) or len(text) < 12 or _ZONE.match(text, m.end()))):
        return _time(m)
    if m := _DECADE.match(text, pos):
        return Moment(end=m.end(), last=f"{m['d']}-01-01/{int(m['d']) + 9}-12-31")
    if m := _SPAN.match(text, pos):
        first, second = int(m["a"]), m["b"]
        last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
        return Moment(end=m.end(), last=f"{first}/{last}") if first < last else None
    return None


def year_at(t: Tokens, i: int) -> Moment | None:
    """Return the bare year at token `i` if its surroundings make it one; "2000 people" are people."""
    text, pos = t.text, t.start[i]
    m = _YEAR.match(text, pos)
    if m is None or m.end() != t.end[i] or (t.glued(i) and t.word[i - 1] not in ("(", "“", '"', "'", "–", "-", "/")):
        return None
    if t.glued(i) and t.word[i - 1] in ("-", "/") and t.glued(i - 1):
        return None
    year, after = int(m["y"]), t.word[i + 1]
    if t.glued(i + 1) and (after[:1].isalnum() or (after in "-/:" and t.glued(i + 2) and not t.word[i + 2].isdigit())):
        return None
    before = text[max(0, pos - 16) : pos]
    known = _YEAR_BEFORE.search(before) is not None or t.opens(i)
    if after[:1].islower() and after.endswith("s") and not after.endswith(("ss", "is", "us", "was", "has")) and after not in ("as", "was", "has", "is", "its"):
        return None
    if after in ("people", "men", "women", "children", "troops", "soldiers") or (after == "of" and not known):
        return None
    return Moment(end=m.end(), year=year) if known or 1800 <= year <= 2050 and not after[:1].isalpha() else None


def _quarter(m: re.Match[str]) -> Moment:
    if m["q"]:
        return Moment(end=m.end(), last=quarter(int(m["y2"]), int(m["q"])))
    number = int(m["n"][0]) if m["n"][0].isdigit() else ORDINALS[m["n"].lower()]
    months = 6 if m["u"].lower() == "half" else 3
    return Moment(end=m.end(), last=quarter(int(m["y"]), min(number, 12 // months), months))


def _time(m: re.Match[str]) -> Moment | None:
    groups = m.groupdict()
    hour, half = int(groups["h"]), (groups.get("half") or "").lower()
    if half.startswith("p") and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    return Moment(end=m.end(), hour=hour, minute=int(groups["min"]) if groups["min"] else None, second=int(groups["s"]) if groups.get("s") else None)


_TIME_AFTER = re.compile(r",?\s(?:at\s|around\s|@\s)?(?=\d)", re.IGNORECASE)


def _with_time(text: str, found: Moment) -> Moment:
    """Add the time of day that follows a date."""
    if found.year is not None and found.month is None:
        return found
    m = _TIME_AFTER.match(text, found.end)
    clock = m and (_CLOCK.match(text, m.end()) or _COLON.match(text, m.end()))
    time = _time(clock) if clock else None
    return found if time is None else replace(found, end=time.end, hour=time.hour, minute=time.minute, second=time.second)


def _from_word(t: Tokens, i: int, before: str) -> Moment | None:
    text, pos, low = t.text, t.start[i], t.low[i]
    if (m := _QUARTER.match(text, pos)) or (low in _SEASONS and (m := _SEASON.match(text, pos))):
        return _quarter(m) if m.re is _QUARTER else Moment(end=m.end(), last=season(int(m["y"]), _SEASONS[m["s"].lower()]))
    if low in _SHIFTS:
        return _shifted(m) if (m := _SHIFTED.match(text, pos)) else None
    if (m := _FEAST.match(text, pos)) and text[pos].isupper():
        return _feast(m)
    if low in _MONTHS and (found := _from_month(text, pos, before)) is not None:
        return found
    if low in _WEEKDAYS and (m := _WEEKDAY.match(text, pos)):
        return _weekday(m, t, i, before)
    if m := _DEICTIC.match(text, pos):
        return Moment(end=m.end(), last="XXXX-XX-XX", relative=f"day:{_DEICTIC_DAYS[m['w'].lower()]}")
    if (m := _CENTURY.match(text, pos)) and (number := ORDINALS.get(low, 0)):
        return Moment(end=m.end(), last=f"{number * 100 - 99:04d}-01-01/{number * 100:04d}-12-31") if number < 23 else None
    if (low in ORDINALS or low in ("twenty", "thirty")) and (m := _WORD_DAY.match(text, pos)) and (day := _ordinal(m["dw"])):
        return _day(m.end(), day=day, month=_MONTHS[m["mon"].lower()], year=m["y"])
    return Moment(end=t.end[i], hour=12 if low == "noon" else 0) if low in ("noon", "midnight") else None


def _ordinal(words: str) -> int | None:
    tens, _, ones = words.lower().replace("-", " ").partition(" ")
    if not ones:
        return ORDINALS.get(tens)
    return {"twenty": 20, "thirty": 30}.get(tens, 0) + ORDINALS[ones] if ORDINALS.get(ones, 99) < 10 and tens in ("twenty", "thirty") else None


def _from_month(text: str, pos: int, before: str) -> Moment | None:
    if m := _MONTH_DAY.match(text, pos):
        return _day(m.end(), day=int(m["d"]), month=_MONTHS[m["mon"].lower()], year=m["y"])
    if (m := _MONTH_WORD.match(text, pos)) and (day := _ordinal(m["dw"])) and day < 32:
        return _day(m.end(), day=day, month=_MONTHS[m["mon"].lower()], year=m["y"])
    m = _MONTH.match(text, pos)
    if m and (m["y"] or (text[pos].isupper() and (len(m["mon"]) > 3 or m["mon"] == "May") and _MONTH_BEFORE.search(before))):
        end = m.end() if m["y"] or not m[0].endswith(".") else m.end() - 1
        return Moment(end=end, month=_MONTHS[m["mon"].lower()], year=int(m["y"]) if m["y"] else None)
    return None


def _shifted(m: re.Match[str]) -> Moment:
    by, unit = _SHIFTS[m["w"].lower()], m["u"].lower()
    if unit in _WEEKDAYS:
        return Moment(end=m.end(), weekday=_WEEKDAYS[unit], relative="weekday:" + ("last" if by < 0 else "next" if by > 0 else ""))
    if unit in _MONTHS:
        return Moment(end=m.end(), month=_MONTHS[unit], relative="nearest")
    if unit in _SEASONS:
        return Moment(end=m.end(), last=season(None, _SEASONS[unit]), relative=f"season:{by}")
    if unit == "night":
        return Moment(end=m.end(), last="XXXX-XX-XX", relative=f"day:{by}")
    written = {"week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "year": "XXXX", "quarter": "XXXX-QX"}[unit]
    return Moment(end=m.end(), last=written, relative=f"{unit}:{by}")


def _feast(m: re.Match[str]) -> Moment:
    name, year = m["f"].lower(), int(m["y"]) if m["y"] else None
    if name in _FEASTS:
        month, day = _FEASTS[name]
        return Moment(end=m.end(), year=year, month=month, day=day)
    if year is None:
        return Moment(end=m.end(), last="XXXX-XX-XX", relative=f"feast:{_MOVABLE[name]}")
    date = dt.date(year, *easter(year)) + dt.timedelta(days=_MOVABLE[name])
    return Moment(end=m.end(), year=year, month=date.month, day=date.day)


def _weekday(m: re.Match[str], t: Tokens, i: int, before: str) -> Moment | None:
    text, word = t.text, m["wd"]
    if m["comma"]:
        day = _from_month(text, m.end(), "of ") or ((d := _DAY_MONTH.match(text, m.end())) and _day(d.end(), day=int(d["d"]), month=_MONTHS[d["mon"].lower()], year=d["y"]))
        if day is not None and day.day is not None:
            return day
    if len(word) < 6 or (word[0].islower() and len(text) > 70):
        return None
    return Moment(end=m.end("part") if m["part"] else m.end("wd"), weekday=_WEEKDAYS[word.lower()])
