"""The dates of the collection in the order of the timeline, and the address of each.

Only what is fixed to a year has a place here: "am Freitag" of an article without date has none. A small collection has one
page, a large one a page per year.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.model import Corpus, Quantity
from generator.pages.once import once

ONE_PAGE = 500
"""Up to so many dates stand on one page."""
_MOMENT = re.compile(r"\(?(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}(?::\d{2})?))?)?)?(?![\dX])")


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A year, month or day."""

    year: int
    month: int = 0
    """0 when only the year is known."""
    day: int = 0
    """0 when only the month is known."""
    time: str = ""
    """`18:30`, or nothing."""

    def iso(self) -> str:
        """Return `2023`, `2023-03`, `2023-03-14` or `2023-03-14T18:30`, as `<time datetime>` takes it."""
        known = (
            f"{self.year:04d}" + (f"-{self.month:02d}" if self.month else "") + (f"-{self.day:02d}" if self.day else "")
        )
        return f"{known}T{self.time if ':' in self.time else self.time + ':00'}" if self.day and self.time else known


@dataclass(frozen=True, slots=True)
class Entry:
    """One date of the collection."""

    moment: Moment
    """Its beginning where it is a stretch of time."""
    article: int
    """Index into `Corpus.articles`."""
    number: int
    """The date's place in its article, from 1."""
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of the timeline."""

    path: str
    year: int
    """0 for the one page that has all years."""
    entries: tuple[Entry, ...]
    """Earliest first."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """All dates of a collection that are fixed to a year."""

    sheets: tuple[Sheet, ...]
    """Earliest first; none when there are no dates."""
    years: tuple[tuple[int, int], ...]
    """Years that occur, ascending, with how many dates each has."""
    unresolved: int
    """Dates that have no place on the timeline."""
    addresses: Mapping[tuple[int, int], str]
    """Path with anchor, by article index and the date's number in it."""


def moment(quantity: Quantity) -> Moment | None:
    """Return the day, month or year a date begins with; None when the year is not known or there is no such day."""
    for value in (quantity.value, quantity.low, quantity.high):
        found = _MOMENT.match(value) if isinstance(value, str) else None
        if not found:
            continue
        year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
        try:
            dt.date(year, month or 1, day or 1)
        except ValueError:
            continue
        if day == 1 and quantity.kind.endswith("range"):
            month, day = _precision(month, quantity.high)
        return Moment(year, month, day, found[4] or "")
    return None


def _precision(month: int, high: object) -> tuple[int, int]:
    """Return month and day of a stretch that begins on the first of a month: 0 where it covers whole years or months."""
    end = _MOMENT.match(high) if isinstance(high, str) else None
    if end and end[2] and end[3]:
        last = dt.date(int(end[1]), int(end[2]), int(end[3])) + dt.timedelta(days=1)
        if last.day == 1:
            return (0, 0) if month == last.month == 1 else (month, 0)
    return month, 1


@once
def calendar(corpus: Corpus) -> Calendar:
    """Return the dates of the collection, sorted and on their pages."""
    entries: list[Entry] = []
    unresolved = 0
    for index, article in enumerate(corpus.articles):
        for number, quantity in enumerate(article.dates, 1):
            if found := moment(quantity):
                entries.append(Entry(found, index, number, quantity))
            else:
                unresolved += 1
    entries.sort(key=lambda entry: (entry.moment, entry.article, entry.number))
    years = tuple(sorted(Counter(entry.moment.year for entry in entries).items()))
    sheets: tuple[Sheet, ...] = ()
    if len(entries) > ONE_PAGE:
        by_year: dict[int, list[Entry]] = {}
        for entry in entries:
            by_year.setdefault(entry.moment.year, []).append(entry)
        sheets = tuple(Sheet(f"timeline/{year:04d}.html", year, tuple(found)) for year, found in by_year.items())
    elif entries:
        sheets = (Sheet("timeline/index.html", 0, tuple(entries)),)
    addresses = {
        (entry.article, entry.number): f"{sheet.path}#{corpus.articles[entry.article].document.slug}-d-{entry.number}"
        for sheet in sheets
        for entry in sheet.entries
    }
    return Calendar(sheets, years, unresolved, MappingProxyType(addresses))
