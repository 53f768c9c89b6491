"""Mentions as readers look them up: a line each, grouped by article, every line a link to the exact spot."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from generator.concordance import WIDTH, line
from generator.linkeddata import article_path
from generator.model import Article, Locus
from generator.pages.original import in_original
from generator.strings import Strings

_COLUMN = 36
"""Code points of a keyword that leave room for words behind it."""


@dataclass(frozen=True, slots=True)
class Spots:
    """Where an article names an entity."""

    article: Article
    mentions: tuple[int, ...]
    """Indexes into `Article.mentions`; never empty."""


@dataclass(frozen=True, slots=True)
class Line:
    """One mention in its sentence."""

    target: str
    """The exact spot in the article."""
    left: str
    keyword: str
    long: bool
    """Whether the keyword is too long to stand in a column."""
    right: str
    certain: bool
    source: str
    """Address of the sentence in the original; empty where none is known."""


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of one article."""

    slug: str
    path: str
    title: str
    date: str
    """In words; empty when the article has none."""
    iso: str
    language: str
    """Of the article where it differs from the interface; empty otherwise."""
    lines: tuple[Line, ...]


def spots(articles: tuple[Article, ...], loci: tuple[Locus, ...]) -> tuple[Spots, ...]:
    """Return the loci, indexes into the articles, article by article and in their order."""
    return tuple(
        Spots(articles[index], tuple(locus.mention for locus in found))
        for index, found in groupby(loci, key=attrgetter("article"))
    )


def group(at: Spots, strings: Strings, width: int = WIDTH) -> Group:
    """Return the lines of one article, with at most `width` code points of context on either side."""
    document, path = at.article.document, article_path(at.article)
    metadata = document.metadata
    lines = []
    for number in at.mentions:
        linked = at.article.mentions[number]
        mention = linked.mention
        kwic = line(document, mention.start, mention.end, width)
        source = in_original(document, mention.start, mention.end)
        lines.append(
            Line(
                target=f"{path}#{linked.anchor}",
                left=kwic.left,
                keyword=kwic.keyword,
                long=len(kwic.keyword) > _COLUMN,
                right=kwic.right,
                certain=mention.certain,
                source=source,
            )
        )
    return Group(
        slug=document.slug,
        path=path,
        title=metadata.title,
        date=strings.date(metadata.date) if metadata.date else "",
        iso=metadata.date.isoformat() if metadata.date else "",
        language=metadata.language if metadata.language != strings.language else "",
        lines=tuple(lines),
    )


def in_parts(found: tuple[Spots, ...], most: int) -> Iterator[tuple[Spots, ...]]:
    """Yield the articles page by page, with at most so many lines on each where articles allow; at least one page, maybe empty."""
    page: list[Spots] = []
    count = 0
    for at in found:
        if page and count + len(at.mentions) > most:
            yield tuple(page)
            page, count = [], 0
        page.append(at)
        count += len(at.mentions)
    yield tuple(page)
