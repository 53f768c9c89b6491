"""Mentions as readers look them up: a line each, grouped by article, every line a link to the exact spot."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.concordance import line
from generator.linkeddata import article_path
from generator.model import Article, Locus
from generator.pages.site import Site


@dataclass(frozen=True, slots=True)
class Line:
    """One mention in its sentence."""

    target: str
    """The exact spot in the article."""
    left: str
    keyword: str
    right: str
    certain: bool


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


def groups(site: Site, loci: tuple[Locus, ...]) -> tuple[Group, ...]:
    """Return the lines at the loci, article by article, in the order of the loci."""
    found: list[Group] = []
    start = 0
    while start < len(loci):
        index = loci[start].article
        end = start
        while end < len(loci) and loci[end].article == index:
            end += 1
        found.append(_group(site, site.corpus.articles[index], loci[start:end]))
        start = end
    return tuple(found)


def _group(site: Site, article: Article, loci: tuple[Locus, ...]) -> Group:
    document, path = article.document, article_path(article)
    metadata = document.metadata
    lines = []
    for locus in loci:
        linked = article.mentions[locus.mention]
        mention = linked.mention
        kwic = line(document, mention.start, mention.end)
        lines.append(Line(f"{path}#{linked.anchor}", kwic.left, kwic.keyword, kwic.right, mention.certain))
    return Group(
        slug=document.slug,
        path=path,
        title=metadata.title,
        date=site.strings.date(metadata.date) if metadata.date else "",
        iso=metadata.date.isoformat() if metadata.date else "",
        language=metadata.language if metadata.language != site.strings.language else "",
        lines=tuple(lines),
    )


def in_parts(found: tuple[Group, ...], most: int) -> Iterator[tuple[Group, ...]]:
    """Yield the groups page by page, with at most so many lines on each where articles allow; at least one page, maybe empty."""
    page: list[Group] = []
    count = 0
    for group in found:
        if page and count + len(group.lines) > most:
            yield tuple(page)
            page, count = [], 0
        page.append(group)
        count += len(group.lines)
    yield tuple(page)
