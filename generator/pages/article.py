"""The page of an article: text first, and around it what helps to read, to look up and to cite."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.config import Settings
from generator.highlight import Markup, Piece, article_pieces, data_block, escape
from generator.linkeddata import address, article_card, article_path, article_statements, article_twins
from generator.model import Article, Document, Linked, Page
from generator.pages.calendar import calendar
from generator.pages.cards import FROM, Card, Known, cards, known
from generator.pages.catalogue import catalogue
from generator.pages.panel import STEPS, Group, groups
from generator.pages.passages import Run, Text, runs
from generator.pages.site import Chrome, Site, chrome
from generator.pages.units import value_words
from generator.relations import Relative
from generator.strings import Strings
from generator.urls import relative_link

_FIRST = " first"
"""Class of an entity's first mention, which carries the number of its note on paper."""
_DESCRIPTION = 200
_RELATIVES = 4
"""Related articles at most: a reader picks one, not a list."""
_ONE_NAME, _MORE_NAMES = 0.2, 0.1
"""How close articles must be that share one name, or more."""
_LONG = 80
"""Code points of a headline that would fill a page in the largest letters."""
_REASONS = 3
"""Names that say why an article is related; more would not be read."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its words."""

    href: str
    words: str
    remark: str = ""
    language: str = ""
    """Of the words where it differs from the interface."""


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
    long: bool
    """Whether the headline was made from the first sentence or is as long as one: it is set smaller."""
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


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another article that the page leads to."""

    path: str
    title: str
    language: str
    shared: tuple[str, ...] = ()
    """Names that both articles name, the most telling first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """All that the page of an article is made from."""

    settings: Settings
    strings: Strings
    article: Article
    named: tuple[Known, ...]
    """What the article names, each once."""
    figures: tuple[str, ...]
    """Where each figure stands in the index, empty for one that does not."""
    dates: tuple[str, ...]
    """Where each date stands on the timeline, empty for one that does not."""
    related: tuple[Neighbour, ...]
    newer: Neighbour | None
    older: Neighbour | None
    card: str
    """Path of the picture for link previews, the article's own or the site's; empty where none are drawn."""


def article_pages(site: Site) -> Iterator[Page]:
    """Yield the page of each article."""
    articles, facts = site.corpus.articles, known(site)
    figures, dates = catalogue(site.corpus).addresses, calendar(site.corpus).addresses
    drawn = frozenset(site.made.cards)
    for index, article in enumerate(articles):
        parts = Parts(
            settings=site.settings,
            strings=site.strings,
            article=article,
            named=tuple(facts[id_] for id_ in dict.fromkeys(linked.entity for linked in article.mentions)),
            figures=tuple(figures.get((index, n), "") for n in range(1, len(article.figures) + 1)),
            dates=tuple(dates.get((index, n), "") for n in range(1, len(article.dates) + 1)),
            related=_related(site, index),
            newer=_neighbour(articles[index - 1]) if index else None,
            older=_neighbour(articles[index + 1]) if index + 1 < len(articles) else None,
            card=path if (path := article_card(article)) in drawn else site.card,
        )
        yield Page(article_path(article), "article.html", parts, _view)


def _order(article: Article) -> tuple[Linked, ...]:
    """Return the mentions as they follow on the page: the headline's first, wherever it stands in the text."""
    title = next((block for block in article.document.blocks if block.kind == "headline"), None)
    if not title:
        return article.mentions
    return tuple(sorted(article.mentions, key=lambda linked: not title.start <= linked.mention.start < title.end))


def _view(parts: Parts) -> ArticleView:
    article, document, data = parts.article, parts.article.document, parts.article.document.metadata
    settings, strings = parts.settings, parts.strings
    facts = {fact.entity.id: fact for fact in parts.named}
    order = _order(article)
    pieces = _pieces(parts, facts, order)
    text = Text(document, pieces, tuple(piece.start for piece in pieces))
    title = next((block for block in document.blocks if block.kind == "headline"), None)
    path = article_path(article)
    return ArticleView(
        chrome=chrome(
            parts,
            path,
            data.title,
            description=_description(document),
            kind="article",
            jsonld=data_block(article_statements(article, {id_: fact.entity for id_, fact in facts.items()}, settings)),
            noindex=data.noindex,
        ),
        language=data.language,
        publisher=data.publisher,
        author=data.author,
        date=data.date.isoformat() if data.date else "",
        date_words=strings.date(data.date) if data.date else "",
        places=_places(article, facts),
        headline=text.html(title) if title else escape(data.title),
        long=data.title_made or len(data.title) > _LONG,
        deck=data.subtitle,
        runs=tuple(runs(text, title, strings)),
        groups=groups(article, facts, strings),
        steps=STEPS,
        cards=cards(parts, article, facts, order),
        figures=tuple(
            FigureRow(f"f-{number}", " ".join(figure.text.split()), figure.counted, value_words(figure, strings) or "–")
            for number, figure in enumerate(article.figures, 1)
        ),
        related=tuple(_link(relative, strings) for relative in parts.related),
        newer=_link(parts.newer, strings) if parts.newer else None,
        older=_link(parts.older, strings) if parts.older else None,
        source=_source(document),
        cite=_cite(parts),
        twins=tuple(Link(relative_link(path, twin), name, media) for name, media, twin in article_twins(article)),
    )


def _pieces(parts: Parts, facts: Mapping[str, Known], order: tuple[Linked, ...]) -> tuple[Piece, ...]:
    """Return what is highlighted in the text."""
    first = frozenset({linked.entity: linked.anchor for linked in reversed(order)}.values())
    figures, dates = (
        [relative_link(FROM, path) if path else "" for path in paths] for paths in (parts.figures, parts.dates)
    )
    return article_pieces(
        parts.article,
        lambda entity: facts[entity].href,
        lambda number: figures[number - 1],
        lambda number: dates[number - 1],
        lambda linked: _FIRST if linked.anchor in first else "",
    )


def _places(article: Article, facts: Mapping[str, Known]) -> tuple[Link, ...]:
    """Return the places the dateline names, each once."""
    line = next((block for block in article.document.blocks if block.kind == "dateline"), None)
    if not line:
        return ()
    named = [linked for linked in article.mentions if line.start <= linked.mention.start < line.end]
    found = dict.fromkeys(linked.entity for linked in named if linked.mention.label == "PLACE")
    return tuple(Link(facts[identifier].href, facts[identifier].name) for identifier in found)


def _related(site: Site, index: int) -> tuple[Neighbour, ...]:
    """Return the few closest articles with the reason."""
    relatives = site.relations.relatives[index] if site.relations.relatives else ()
    telling = [relative for relative in relatives if _telling(relative)][:_RELATIVES]
    return tuple(
        _neighbour(
            site.corpus.articles[relative.article],
            tuple(site.corpus.by_id[id_].name for id_ in relative.shared[:_REASONS]),
        )
        for relative in telling
    )


def _telling(relative: Relative) -> bool:
    """Return whether a reader would see why: one name in passing is no reason."""
    return relative.weight >= (_ONE_NAME if len(relative.shared) == 1 else _MORE_NAMES)


def _neighbour(article: Article, shared: tuple[str, ...] = ()) -> Neighbour:
    data = article.document.metadata
    return Neighbour(article_path(article), data.title, data.language, shared)


def _link(neighbour: Neighbour, strings: Strings) -> Link:
    """Return the link to an article, with the reason in words where there is one."""
    reason = ""
    if neighbour.shared:
        names = strings.enumerate(neighbour.shared)
        reason = strings.gettext("both name %(names)s").replace("%(names)s", names)
    language = neighbour.language if neighbour.language != strings.language else ""
    return Link(relative_link(FROM, neighbour.path), neighbour.title, reason, language)


def _source(document: Document) -> Link | None:
    data = document.metadata
    if not data.source:
        return None
    host = (urlsplit(data.source).hostname or "").removeprefix("www.")
    return Link(data.source, data.publisher or host, host if data.publisher else "")


def _cite(parts: Parts) -> str:
    """Return the article as one cites it: who, title, when, and where on this site."""
    data, settings, gettext = parts.article.document.metadata, parts.settings, parts.strings.gettext
    who = ", ".join(part for part in (data.author, data.publisher) if part)
    title = gettext("“%(title)s”").replace("%(title)s", data.title)
    when = [parts.strings.date(data.date)] if isinstance(data.date, dt.date) else []
    where = address(settings, article_path(parts.article)) if settings.base_url else ""
    line = ", ".join([f"{who}: {title}" if who else title, *when])
    return f"{line}. In: {settings.title}{f', {where}' if where else '.'}"


def _description(document: Document) -> str:
    """Return the deck, else the beginning of the text, cut at a word."""
    if document.metadata.subtitle:
        return document.metadata.subtitle
    first = next((block for block in document.blocks if block.kind == "paragraph"), None)
    words = " ".join(document.text[first.start : first.end].split()) if first else ""
    return words if len(words) <= _DESCRIPTION else words[: words.rfind(" ", 0, _DESCRIPTION)] + " …"
