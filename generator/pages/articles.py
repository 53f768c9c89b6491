"""The list of all articles, newest first."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.highlight import data_block
from generator.linkeddata import article_path, collection_statements
from generator.model import Article, Page
from generator.pages.site import Chrome, Site, chrome

PATH = "articles/index.html"
_LEAD = 190
"""Code points of an article's beginning."""
_NARROWED = 9
"""So many articles are worth a filter; fewer are seen at a glance."""
_LONG = 200
"""Articles of a list that a browser draws at once without a reader noticing."""


@dataclass(frozen=True, slots=True)
class Teaser:
    """An article in short."""

    path: str
    title: str
    date: str
    """In words; empty when it has none."""
    iso: str
    publisher: str
    """Empty where it is the site's own."""
    lead: str
    """Its subtitle or the beginning of its text."""
    language: str
    """Where it differs from the interface; empty otherwise."""


@dataclass(frozen=True, slots=True)
class Year:
    """The articles of one year."""

    anchor: str
    heading: str
    """The year, or words for "without date"."""
    teasers: tuple[Teaser, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlesView:
    """What the list shows."""

    chrome: Chrome
    title: str
    summary: str
    years: tuple[Year, ...]
    """Newest first; none when there are no articles."""
    narrowed: bool = False
    """Whether there are enough to be narrowed."""
    long: bool = False
    """Whether the browser had better leave out what is not in sight."""


def article_lists(site: Site) -> Iterator[Page]:
    """Yield the one list of all articles."""
    strings, articles = site.strings, site.corpus.articles
    title = strings.gettext("Articles")
    years = tuple(
        Year(
            f"y-{year}" if year else "undated",
            str(year) if year else strings.gettext("Without date"),
            tuple(teaser(article, site) for article in found),
        )
        for year, found in groupby(articles, key=lambda article: _year(article.document.metadata.date))
    )
    summary = strings.count("%(num)s article", "%(num)s articles", len(articles)) if articles else ""
    if span := period(site):
        summary = f"{summary}, {span}"
    frame = chrome(
        site, PATH, title, description=summary, jsonld=data_block(collection_statements(PATH, title, site.settings))
    )
    view = ArticlesView(
        chrome=frame,
        title=title,
        summary=summary,
        years=years,
        narrowed=len(articles) >= _NARROWED,
        long=len(articles) > _LONG,
    )
    yield Page(PATH, "articles.html", view)


def teaser(article: Article, site: Site) -> Teaser:
    """Return an article in short."""
    metadata = article.document.metadata
    return Teaser(
        article_path(article),
        metadata.title,
        site.strings.date(metadata.date) if metadata.date else "",
        metadata.date.isoformat() if metadata.date else "",
        metadata.publisher if metadata.publisher != site.settings.publisher else "",
        lead(article),
        metadata.language if metadata.language != site.strings.language else "",
    )


def lead(article: Article) -> str:
    """Return an article's subtitle, or the beginning of its first paragraph cut at a word; may be empty.

    A paragraph that the title was made from is not said twice: what follows the title is taken.
    """
    document = article.document
    if document.metadata.subtitle:
        return document.metadata.subtitle
    text = " ".join(
        " ".join(document.text[block.start : block.end].split())
        for block in document.blocks
        if block.kind == "paragraph"
    )
    title = document.metadata.title.rstrip("… ")
    if document.metadata.title_made and text.startswith(title):
        rest = text[len(title) :]
        goes_on = rest[:1] not in (".", "!", "?") and title[-1:] not in (".", "!", "?")
        text = f"{'… ' if goes_on else ''}{rest.lstrip(' .!?,;:–-')}" if rest.strip(" .!?") else ""
    if len(text) <= _LEAD:
        return text
    cut = text.rfind(" ", 0, _LEAD)
    return f"{text[: cut if cut > 0 else _LEAD].rstrip(',;:–- ')} …"


def period(site: Site) -> str:
    """Return the time the articles are from: `3. Januar 2022 – 4. Februar 2023`; empty when none has a date."""
    dates = [date for article in site.corpus.articles if (date := article.document.metadata.date)]
    if not dates:
        return ""
    first, last = site.strings.date(min(dates)), site.strings.date(max(dates))
    return first if first == last else f"{first} – {last}"


def _year(date: dt.date | None) -> int:
    return date.year if date else 0
