"""The timeline: every date the articles name, in order, with the sentence that names it."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.concordance import line
from generator.drawings import Histogram, over_time
from generator.highlight import data_block
from generator.linkeddata import article_path, collection_statements
from generator.model import Page
from generator.pages.calendar import Calendar, Entry, Moment, Sheet, calendar
from generator.pages.site import Chrome, Site, chrome
from generator.strings import Strings

PATH = "timeline/index.html"
_CONTEXT = 100
_DECADES = 1900
"""Years before are named now and then only, and stand together by centuries."""
_NEIGHBOURS = 5
"""A year's own page leads to so many years before and after it, and to all of them."""


@dataclass(frozen=True, slots=True)
class Row:
    """One date in its sentence."""

    anchor: str
    target: str
    """The exact spot in the article."""
    left: str
    text: str
    right: str
    iso: str
    words: str
    """Day or month, without the year; empty where the row above has the same, or where only the year is known."""
    article: str
    language: str
    """Of the article where it differs from the interface; empty otherwise."""


@dataclass(frozen=True, slots=True)
class Year:
    """The dates of one year."""

    anchor: str
    heading: str
    count: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class YearLink:
    """A way to one year."""

    target: str
    label: str
    count: str
    current: bool


@dataclass(frozen=True, slots=True)
class Decade:
    """Ways to the years of ten years, or of a hundred in older times."""

    label: str
    years: tuple[YearLink, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """What a page of the timeline shows."""

    chrome: Chrome
    title: str
    summary: str
    unresolved: str
    """How many dates are not fixed to a year, in words; empty when there are none."""
    histogram: Histogram | None
    links: tuple[YearLink, ...]
    """Ways to other years, for the page of a year or of all years."""
    decades: tuple[Decade, ...]
    """The same by decade, for the overview of a large collection; empty elsewhere."""
    years: tuple[Year, ...]
    """Those on this page; none on the overview of a large collection."""


def timeline_pages(site: Site) -> Iterator[Page]:
    """Yield the timeline: one page, or an overview and a page for each year."""
    found = calendar(site.corpus)
    if not any(sheet.path == PATH for sheet in found.sheets):
        yield _page(site, found, Sheet(PATH, 0, ()), _summary(site, found.sheets))
    for sheet in found.sheets:
        yield _page(site, found, sheet, _summary(site, [sheet]))


def _summary(site: Site, sheets: Sequence[Sheet]) -> str:
    """Return how many dates the pages have, in words; empty when there are none."""
    strings, entries = site.strings, [entry for sheet in sheets for entry in sheet.entries]
    articles = len({entry.article for entry in entries})
    dates = strings.count("%(num)s date", "%(num)s dates", len(entries))
    return f"{dates} {strings.count('in %(num)s article', 'in %(num)s articles', articles)}" if entries else ""


def _page(site: Site, found: Calendar, sheet: Sheet, summary: str) -> Page:
    strings = site.strings
    title = strings.gettext("Timeline")
    if sheet.year:
        title = f"{title}: {sheet.year}"
    unresolved = strings.count(
        "%(num)s date is not fixed to a year and stands in its article only.",
        "%(num)s dates are not fixed to a year and stand in their articles only.",
        found.unresolved,
    )
    frame = chrome(
        site,
        sheet.path,
        title,
        description=summary,
        jsonld=data_block(collection_statements(sheet.path, title, site.settings)),
    )
    links = _links(found, sheet, strings)
    view = TimelineView(
        chrome=frame,
        title=title,
        summary=summary,
        unresolved=unresolved if found.unresolved else "",
        histogram=None if sheet.year else _histogram(found, strings),
        links=links if sheet.entries else (),
        decades=() if sheet.entries else _decades(links),
        years=tuple(_years(site, sheet)),
    )
    return Page(sheet.path, "timeline.html", view)


def _decades(links: tuple[YearLink, ...]) -> tuple[Decade, ...]:
    grouped = groupby(links, key=lambda link: _span(int(link.label)))
    return tuple(Decade(f"{first}–{last}", tuple(years)) for (first, last), years in grouped)


def _span(year: int) -> tuple[int, int]:
    """Return first and last year of the decade a year is in, or of its century before the times that news are about."""
    years = 10 if year >= _DECADES else 100
    first = year // years * years
    return first, first + years - 1


def _histogram(found: Calendar, strings: Strings) -> Histogram | None:
    moments = (entry.moment for sheet in found.sheets for entry in sheet.entries)
    return over_time((dt.date(moment.year, moment.month or 1, 1) for moment in moments), strings)


def _links(found: Calendar, sheet: Sheet, strings: Strings) -> tuple[YearLink, ...]:
    single = any(other.path == PATH for other in found.sheets)
    years = found.years
    if sheet.year:
        here = [year for year, _ in years].index(sheet.year)
        years = years[max(0, here - _NEIGHBOURS) : here + _NEIGHBOURS + 1]
    return tuple(
        YearLink(
            f"{PATH}#y-{year}" if single else f"timeline/{year:04d}.html",
            str(year),
            strings.number(count),
            year == sheet.year,
        )
        for year, count in years
    )


def _years(site: Site, sheet: Sheet) -> Iterator[Year]:
    for year, found in groupby(sheet.entries, key=lambda entry: entry.moment.year):
        rows: list[Row] = []
        above = ""
        for entry in found:
            words = _words(entry.moment, site.strings)
            rows.append(_row(site, entry, "" if words == above else words))
            above = words
        yield Year(f"y-{year}", str(year), site.strings.number(len(rows)), tuple(rows))


def _words(moment: Moment, strings: Strings) -> str:
    if moment.day:
        return strings.day(dt.date(moment.year, moment.month, moment.day))
    return strings.month_alone(dt.date(moment.year, moment.month, 1)) if moment.month else ""


def _row(site: Site, entry: Entry, words: str) -> Row:
    article = site.corpus.articles[entry.article]
    metadata = article.document.metadata
    context = line(article.document, entry.quantity.start, entry.quantity.end, _CONTEXT)
    return Row(
        anchor=f"{article.document.slug}-d-{entry.number}",
        target=f"{article_path(article)}#d-{entry.number}",
        left=context.left,
        text=context.keyword,
        right=context.right,
        iso=entry.moment.iso(),
        words=words,
        article=metadata.title,
        language=metadata.language if metadata.language != site.strings.language else "",
    )
