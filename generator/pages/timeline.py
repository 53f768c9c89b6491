"""The timeline: every date the articles name, in order, with the sentence that names it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.concordance import line
from generator.drawings import Histogram, over_time, share
from generator.highlight import data_block
from generator.linkeddata import article_path, collection_statements
from generator.model import Page
from generator.pages.calendar import Calendar, Entry, Moment, Sheet, calendar
from generator.pages.site import Chrome, Site, chrome
from generator.strings import Strings

PATH = "timeline/index.html"
_CONTEXT = 100


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
    share: int
    """Length of the bar, 0..100."""
    current: bool


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
    years: tuple[Year, ...]
    """Those on this page; none on the overview of a large collection."""


def timeline_pages(site: Site) -> Iterator[Page]:
    """Yield the timeline: one page, or an overview and a page for each year."""
    found = calendar(site.corpus)
    if not any(sheet.path == PATH for sheet in found.sheets):
        yield _page(site, found, Sheet(PATH, 0, ()))
    for sheet in found.sheets:
        yield _page(site, found, sheet)


def _page(site: Site, found: Calendar, sheet: Sheet) -> Page:
    strings = site.strings
    title = strings.gettext("Timeline")
    if sheet.year:
        title = f"{title}: {sheet.year}"
    total = sum(count for _, count in found.years)
    summary = ""
    if total:
        articles = len({entry.article for other in found.sheets for entry in other.entries})
        dates = strings.count("%(num)s date", "%(num)s dates", total)
        summary = f"{dates} {strings.count('in %(num)s article', 'in %(num)s articles', articles)}"
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
    entries = sheet.entries or tuple(entry for other in found.sheets for entry in other.entries)
    days = (dt.date(moment.year, moment.month or 1, 1) for entry in entries if (moment := entry.moment))
    view = TimelineView(
        chrome=frame,
        title=title,
        summary=summary,
        unresolved=unresolved if found.unresolved else "",
        histogram=None if sheet.year else over_time(days, strings),
        links=_links(found, sheet, strings),
        years=tuple(_years(site, sheet)),
    )
    return Page(sheet.path, "timeline.html", view)


def _links(found: Calendar, sheet: Sheet, strings: Strings) -> tuple[YearLink, ...]:
    most = max((count for _, count in found.years), default=0)
    single = any(other.path == PATH for other in found.sheets)
    return tuple(
        YearLink(
            f"{PATH}#y-{year}" if single else f"timeline/{year:04d}.html",
            str(year),
            strings.number(count),
            share(count, most),
            year == sheet.year,
        )
        for year, count in found.years
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
    return strings.month(dt.date(moment.year, moment.month, 1)) if moment.month else ""


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
