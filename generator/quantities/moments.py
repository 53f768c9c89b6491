"""Points and stretches of time as far as a text names them, and how they are written down.

A date that the text leaves open keeps an X for every digit it does not name (`XXXX-10-02`, `XXXX-WXX-5`), as TIMEX3
does; `relative` says how it hangs on the day of the article. A date without X is valid ISO 8601.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What a text says of a point in time; None where it is silent."""

    end: int
    """Code point after the words."""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """1 is Monday."""
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    last: str = ""
    """Written value of a stretch (`1990-01-01/1999-12-31`, `XXXX-SU`), instead of all others."""
    relative: str = ""
    """As in `Quantity.relative`."""

    @property
    def kind(self) -> str:
        """Kind of the figure this makes."""
        if self.hour is not None:
            return "time" if self._date() == "" else "datetime"
        return "daterange" if "/" in self.last else "date"

    def _date(self) -> str:
        if self.last:
            return self.last
        if self.month is None and self.day is None:
            if self.weekday is not None:
                return f"XXXX-WXX-{self.weekday}"
            return "" if self.year is None else f"{self.year:04d}"
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        month = "XX" if self.month is None else f"{self.month:02d}"
        return f"{year}-{month}" if self.day is None else f"{year}-{month}-{self.day:02d}"

    @property
    def value(self) -> str:
        """The moment as ISO 8601, with X for what is open."""
        if self.hour is None:
            return self._date()
        time = f"T{self.hour:02d}"
        if self.minute is not None:
            time += f":{self.minute:02d}"
        if self.second is not None:
            time += f":{self.second:02d}"
        return self._date() + time

    @property
    def hanging(self) -> str:
        """How the moment hangs on the day of the article; empty when it is fixed or a mere time of day."""
        if self.relative:
            return self.relative
        if self.last or self.year is not None:
            return ""
        if self.month is not None:
            return "nearest"
        if self.day is not None:
            return "nearest"
        return "weekday" if self.weekday is not None else ""


def valid(year: int | None, month: int | None, day: int | None) -> bool:
    """Whether a calendar has such a day; unnamed parts are taken kindly."""
    if month is not None and not 1 <= month <= 12:
        return False
    if day is None:
        return True
    longest = 31 if month is None or month in (1, 3, 5, 7, 8, 10, 12) else 29 if month == 2 else 30
    if month == 2 and day == 29 and year is not None:
        return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 1 <= day <= longest


def easter(year: int) -> tuple[int, int]:
    """Return month and day of Easter Sunday (Gauss, in the form of Meeus, *Astronomical Algorithms*, ch. 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    ll = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * ll) // 451
    month, day = divmod(h + ll - 7 * m + 114, 31)
    return month, day + 1


def quarter(year: int | None, number: int, months: int = 3) -> str:
    """Write a quarter (or, with six months, a half) of a year as an interval."""
    first, last = months * (number - 1) + 1, months * number
    days = 31 if last in (3, 12) else 30
    mark = "XXXX" if year is None else f"{year:04d}"
    return f"{mark}-{first:02d}-01/{mark}-{last:02d}-{days}"


SEASONS = {"SP": ("03-01", "05-31"), "SU": ("06-01", "08-31"), "FA": ("09-01", "11-30"), "WI": ("12-01", "02-28")}
"""Meteorological seasons of the northern hemisphere; a winter is named after the year in which it begins."""


def season(year: int | None, code: str) -> str:
    """Write a season as an interval, or with X when the year is open."""
    if year is None:
        return f"XXXX-{code}"
    first, last = SEASONS[code]
    return f"{year:04d}-{first}/{year + (code == 'WI'):04d}-{last}"
