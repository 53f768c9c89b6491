"""The page of an article: text first, and around it what helps to read, to look up and to cite."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.highlight import Markup, Piece, article_pieces, data_block, escape
from generator.linkeddata import address, article_path, article_statements, article_twins
from generator.model import Article, Corpus, Document, Linked, Page
from generator.pages.calendar import calendar
from generator.pages.cards import FROM, Card, Known, cards, known
from generator.pages.catalogue import catalogue
from generator.pages.panel import STEPS, Group, groups
from generator.pages.passages import Run, Text, runs
from generator.pages.site import Chrome, Site, chrome
from generator.pages.units import value_words
from generator.relations import Relative
from generator.urls import relative_link

_FIRST = " first"
"""Class of an entity's first mention, which carries the number of its note on paper."""
_DESCRIPTION = 200
_RELATIVES = 4
"""Related articles at most: a reader picks one, not a list."""
_ONE_NAME, _MORE_NAMES = 0.2, 0.1
"""How close articles must be that share one name, or more."""
_REASONS = 3
"""Names that say why an article is related; more would not be read."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its words."""

    href: str
    words: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure in the table of the article."""

    anchor: str
    words: str
    counted: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """What the template of an article shows."""

    chrome: Chrome
    language: str
    publisher: str
    author: str
    date: str
    """ISO 8601; empty when unknown."""
    date_words: str
    places: tuple[Link, ...]
    """Where the article was written, from its dateline."""
    headline: Markup
    made: bool
    """Whether the headline was made from the first sentence."""
    deck: str
    runs: tuple[Run, ...]
    groups: tuple[Group, ...]
    steps: int
    """Width of the strips."""
    cards: tuple[Card, ...]
    figures: tuple[FigureRow, ...]
    related: tuple[Link, ...]
    """With the reason as remark; may be empty."""
    newer: Link | None
    older: Link | None
    source: Link | None
    cite: str
    twins: tuple[Link, ...]
    """Files for machines, with the media type as remark."""


def article_pages(site: Site) -> Iterator[Page]:
    """Yield the page of each article."""
    facts = known(site)
    figure_addresses = catalogue(site.corpus).addresses
    date_addresses = calendar(site.corpus).addresses
    for index, article in enumerate(site.corpus.articles):
        figures = tuple(_address(figure_addresses, index, n) for n in range(1, len(article.figures) + 1))
        dates = tuple(_address(date_addresses, index, n) for n in range(1, len(article.dates) + 1))
        order = _order(article)
        first = frozenset({linked.entity: linked.anchor for linked in reversed(order)}.values())
        pieces = article_pieces(
            article,
            lambda entity: facts[entity].href,
            lambda number, figures=figures: figures[number - 1],  # type: ignore[misc]
            lambda number, dates=dates: dates[number - 1],  # type: ignore[misc]
            lambda linked, first=first: _FIRST if linked.anchor in first else "",  # type: ignore[misc]
        )
        yield Page(
            article_path(article),
            "article.html",
            _view(site, index, pieces=pieces, facts=facts, order=order),
        )


def _address(addresses: Mapping[tuple[int, int], str], index: int, number: int) -> str:
    path = addresses.get((index, number))
    return relative_link(FROM, path) if path else ""


def _order(article: Article) -> tuple[Linked, ...]:
    """Return the mentions as they follow on the page: the headline's first, wherever it stands in the text."""
    title = next((block for block in article.document.blocks if block.kind == "headline"), None)
    if not title:
        return article.mentions
    return tuple(sorted(article.mentions, key=lambda linked: not title.start <= linked.mention.start < title.end))


def _view(
    site: Site,
    index: int,
    *,
    pieces: tuple[Piece, ...],
    facts: Mapping[str, Known],
    order: tuple[Linked, ...],
) -> ArticleView:
    article = site.corpus.articles[index]
    document, data, strings = article.document, article.document.metadata, site.strings
    text = Text(document, pieces, tuple(piece.start for piece in pieces))
    title = next((block for block in document.blocks if block.kind == "headline"), None)
    path = article_path(article)
    return ArticleView(
        chrome=chrome(
            site,
            path,
            data.title,
            description=_description(document),
            kind="article",
            jsonld=data_block(article_statements(article, site.corpus, site.settings)),
            noindex=data.noindex,
        ),
        language=data.language,
        publisher=data.publisher,
        author=data.author,
        date=data.date.isoformat() if data.date else "",
        date_words=strings.date(data.date) if data.date else "",
        places=_places(article, facts),
        headline=text.html(title) if title else escape(data.title),
        made=data.title_made,
        deck=data.subtitle,
        runs=tuple(runs(text, title, strings)),
        groups=groups(article, facts, strings),
        steps=STEPS,
        cards=cards(article, index, facts, strings, order),
        figures=tuple(
            FigureRow(f"f-{number}", " ".join(figure.text.split()), figure.counted, value_words(figure, strings) or "–")
            for number, figure in enumerate(article.figures, 1)
        ),
        related=tuple(_related(site, index)),
        newer=_neighbour(site.corpus, index - 1),
        older=_neighbour(site.corpus, index + 1),
        source=_source(document),
        cite=_cite(article, site),
        twins=tuple(Link(relative_link(path, twin), name, media) for name, media, twin in article_twins(article)),
    )


def _places(article: Article, facts: Mapping[str, Known]) -> tuple[Link, ...]:
    """Return the places the dateline names, each once."""
    line = next((block for block in article.document.blocks if block.kind == "dateline"), None)
    if not line:
        return ()
    named = [linked for linked in article.mentions if line.start <= linked.mention.start < line.end]
    found = dict.fromkeys(linked.entity for linked in named if linked.mention.label == "PLACE")
    return tuple(Link(facts[identifier].href, facts[identifier].name) for identifier in found)


def _related(site: Site, index: int) -> Iterator[Link]:
    """Yield links to the few closest articles, each with the reason in words."""
    relatives = site.relations.relatives[index] if site.relations.relatives else ()
    for relative in [relative for relative in relatives if _telling(relative)][:_RELATIVES]:
        article = site.corpus.articles[relative.article]
        names = site.strings.enumerate(site.corpus.by_id[id_].name for id_ in relative.shared[:_REASONS])
        reason = site.strings.gettext("both name %(names)s").replace("%(names)s", names)
        yield Link(relative_link(FROM, article_path(article)), article.document.metadata.title, reason)


def _telling(relative: Relative) -> bool:
    """Return whether a reader would see why: one name in passing is no reason."""
    return relative.weight >= (_ONE_NAME if len(relative.shared) == 1 else _MORE_NAMES)


def _neighbour(corpus: Corpus, index: int) -> Link | None:
    if not 0 <= index < len(corpus.articles):
        return None
    article = corpus.articles[index]
    return Link(relative_link(FROM, article_path(article)), article.document.metadata.title)


def _source(document: Document) -> Link | None:
    data = document.metadata
    if not data.source:
        return None
    host = (urlsplit(data.source).hostname or "").removeprefix("www.")
    return Link(data.source, data.publisher or host, host if data.publisher else "")


def _cite(article: Article, site: Site) -> str:
    """Return the article as one cites it: who, title, when, and where on this site."""
    data, gettext = article.document.metadata, site.strings.gettext
    who = ", ".join(part for part in (data.author, data.publisher) if part)
    title = gettext("“%(title)s”").replace("%(title)s", data.title)
    when = [site.strings.date(data.date)] if isinstance(data.date, dt.date) else []
    where = address(site.settings, article_path(article)) if site.settings.base_url else ""
    line = ", ".join([f"{who}: {title}" if who else title, *when])
    return f"{line}. In: {site.settings.title}{f', {where}' if where else '.'}"


def _description(document: Document) -> str:
    """Return the deck, else the beginning of the text, cut at a word."""
    if document.metadata.subtitle:
        return document.metadata.subtitle
    first = next((block for block in document.blocks if block.kind == "paragraph"), None)
    words = " ".join(document.text[first.start : first.end].split()) if first else ""
    return words if len(words) <= _DESCRIPTION else words[: words.rfind(" ", 0, _DESCRIPTION)] + " …"
