"""The page of an article: text first, and around it what helps to read, to look up and to cite."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from types import MappingProxyType
from urllib.parse import urlsplit

from generator.highlight import NOTHING, Markup, Piece, article_pieces, data_block, escape, highlight, text_fragment
from generator.linkeddata import address, article_path, article_statements, article_twins
from generator.model import SET_APART, Article, Block, BlockKind, Corpus, Document, Linked, Page
from generator.pages.calendar import calendar
from generator.pages.cards import FROM, Card, Known, cards, known
from generator.pages.catalogue import catalogue
from generator.pages.panel import STEPS, Group, groups
from generator.pages.site import Chrome, Site, chrome
from generator.pages.units import value_words
from generator.urls import relative_link

_START = attrgetter("start")
_FIRST = " first"
"""Class of an entity's first mention, which carries the number of its note on paper."""
_DESCRIPTION = 200

_APART: Mapping[BlockKind, str] = MappingProxyType(
    {
        "credit": "From the source: credit",
        "teaser": "From the source: teaser",
        "leftover": "From the source: leftover of the page",
    }
)


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of the text."""

    html: Markup
    level: int = 0
    """Depth of a heading (2..6), item or quote (1..)."""
    dateline: Markup = NOTHING
    """What stands before the first paragraph."""
    source: str = ""
    """Address of the passage in the original; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Run:
    """Passages of one kind in a row: a list, a quotation, a paragraph by itself."""

    kind: str
    """A kind of block, or `apart` for what came with the source's page."""
    passages: tuple[Passage, ...]
    label: str = ""
    """What a passage set apart is."""


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
    related: tuple[Link, ...] = field(default=())
    newer: Link | None
    older: Link | None
    source: Link | None
    cite: str
    twins: tuple[Link, ...]


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
        yield Page(article_path(article), "article.html", _view(site, index, pieces, facts, order))


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
    site: Site, index: int, pieces: tuple[Piece, ...], facts: Mapping[str, Known], order: tuple[Linked, ...]
) -> ArticleView:
    article = site.corpus.articles[index]
    document, data, strings = article.document, article.document.metadata, site.strings
    text = _Text(document, pieces, tuple(piece.start for piece in pieces))
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
        runs=tuple(_runs(text, title, site)),
        groups=groups(article, facts, strings),
        steps=STEPS,
        cards=cards(article, index, facts, strings, order),
        figures=tuple(
            FigureRow(f"f-{number}", " ".join(figure.text.split()), figure.counted, value_words(figure, strings) or "–")
            for number, figure in enumerate(article.figures, 1)
        ),
        newer=_neighbour(site.corpus, index - 1),
        older=_neighbour(site.corpus, index + 1),
        source=_source(document),
        cite=_cite(article, site),
        twins=tuple(Link(relative_link(path, twin), name) for name, _, twin in article_twins(article)),
    )


@dataclass(frozen=True, slots=True)
class _Text:
    """A document's text with its pieces, ready to be cut into blocks."""

    document: Document
    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]

    def html(self, block: Block) -> Markup:
        # Pieces never reach over the edge of a block, so those that start inside are all.
        first, last = bisect_left(self.starts, block.start), bisect_left(self.starts, block.end)
        return highlight(self.document.text, block.start, block.end, self.pieces[first:last])

    def source(self, block: Block) -> str:
        """Return the address of the block's first sentence in the original."""
        if not self.document.metadata.source:
            return ""
        sentences = self.document.sentences
        number = bisect_left(sentences, block.start, key=_START)
        inside = number < len(sentences) and sentences[number].end <= block.end
        end = sentences[number].end if inside else block.end
        address = self.document.metadata.source.partition("#")[0]
        return address + text_fragment(self.document.text[block.start : end])


def _runs(text: _Text, title: Block | None, site: Site) -> Iterator[Run]:
    """Yield the text without its headline, block by block, with what belongs together in one run."""
    blocks = [block for block in text.document.blocks if block is not title]
    highest = min((block.level for block in blocks if block.kind == "subheading" and block.level), default=2)
    dateline = NOTHING
    row: list[Passage] = []
    for number, block in enumerate(blocks):
        kind = "subheading" if block.kind == "headline" else block.kind
        following = blocks[number + 1].kind if number + 1 < len(blocks) else ""
        html = text.html(block)
        if kind == "dateline" and following == "paragraph":
            dateline = html
            continue
        # Headings of a page go down step by step from its one title, whatever the article began with.
        level = max(2, min(6, block.level - highest + 2)) if kind == "subheading" else block.level
        row.append(Passage(html, level, dateline, text.source(block) if kind == "paragraph" else ""))
        dateline = NOTHING
        if kind in ("item", "quote", *SET_APART) and following == kind:
            continue
        apart = _APART.get(block.kind)
        yield Run("apart" if apart else kind, tuple(row), site.strings.gettext(apart) if apart else "")
        row = []


def _places(article: Article, facts: Mapping[str, Known]) -> tuple[Link, ...]:
    """Return the places the dateline names, each once."""
    line = next((block for block in article.document.blocks if block.kind == "dateline"), None)
    if not line:
        return ()
    named = [linked for linked in article.mentions if line.start <= linked.mention.start < line.end]
    found = dict.fromkeys(linked.entity for linked in named if linked.mention.label == "PLACE")
    return tuple(Link(facts[identifier].href, facts[identifier].name) for identifier in found)


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
