"""News of the site: Atom (RFC 4287) and JSON Feed 1.1, and an Atom feed per entity that is named often enough.

Feeds need absolute addresses, so there are none until the site's base address is set. They hold dated articles only: a
feed is in order of time, and we have no clock to make a date up from. A feed is as new as its newest article.
"""

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from generator.config import Settings
from generator.linkeddata import about, address, article_path, entity_feed, entity_path
from generator.model import SET_APART, Article, Artifact, Corpus

FEED_LIMIT = 30
"""So many articles stand in a feed, newest first."""
SUMMARY = 300
"""Code points of text in a summary at most."""

_NAMESPACE = "http://www.w3.org/2005/Atom"


def site_feeds(corpus: Corpus, settings: Settings) -> Iterator[Artifact]:
    """Return `feed.xml` and `feed.json` with the newest articles; nothing when the base address is not set."""
    if not settings.base_url:
        return
    newest = _newest(corpus.articles)
    head = _Head(path="feed.xml", page="index.html", title=settings.title, subtitle=settings.description)
    yield _feed(head, settings, newest, (_entry(article, corpus, settings) for article in newest))
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": settings.title,
        "home_page_url": settings.base_url,
        "feed_url": address(settings, "feed.json"),
        **({"description": settings.description} if settings.description else {}),
        "language": settings.language,
        "items": [_item(article, corpus, settings) for article in newest],
    }
    yield Artifact("feed.json", (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode())


def entity_feeds(corpus: Corpus, settings: Settings) -> Iterator[Artifact]:
    """Return a feed of the articles that name an entity, for each entity that has one (`linkeddata.entity_feed`)."""
    entries: dict[str, str] = {}  # an article stands in the feeds of many entities and is written once
    for entity in corpus.entities:
        path = entity_feed(entity, settings)
        if not path:
            continue
        newest = _newest(corpus.articles[index] for index in sorted({locus.article for locus in entity.loci}))
        for article in newest:
            if article.document.slug not in entries:
                entries[article.document.slug] = _entry(article, corpus, settings)
        title = f"{entity.name} – {settings.title}"
        head = _Head(path=path, page=entity_path(entity), title=title, subtitle=entity.description)
        yield _feed(head, settings, newest, (entries[article.document.slug] for article in newest))


def summary(article: Article) -> str:
    """Return the beginning of an article on one line: its subtitle or first paragraph, cut at a word."""
    document = article.document
    if document.metadata.subtitle:
        return document.metadata.subtitle
    blocks = [block for block in document.blocks if block.kind not in SET_APART]
    paragraphs = [block for block in blocks if block.kind == "paragraph"] or blocks
    if not paragraphs:
        return ""
    text = " ".join(document.text[paragraphs[0].start : paragraphs[0].end].split())
    if len(text) <= SUMMARY:
        return text
    return text[: text.rfind(" ", 0, SUMMARY) if " " in text[:SUMMARY] else SUMMARY - 1].rstrip(" ,;:–-") + " …"


def _newest(articles: Iterable[Article]) -> list[Article]:
    """Articles come newest first (see `Corpus.articles`)."""
    shown = (a for a in articles if a.document.metadata.date and not a.document.metadata.noindex)
    return [article for article, _ in zip(shown, range(FEED_LIMIT), strict=False)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """What a feed says about itself."""

    path: str
    page: str
    """The page it belongs to."""
    title: str
    subtitle: str


def _feed(head: _Head, settings: Settings, articles: list[Article], entries: Iterable[str]) -> Artifact:
    own, page = address(settings, head.path), address(settings, head.page)
    updated = _moment(articles[0].document.metadata.date if articles else None)
    subtitle = f"<subtitle>{escape(head.subtitle)}</subtitle>\n" if head.subtitle else ""
    text = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="{_NAMESPACE}" xml:lang="{settings.language}">\n'
        f"<id>{escape(own)}</id>\n<title>{escape(head.title)}</title>\n{subtitle}<updated>{updated}</updated>\n"
        f'<link rel="self" type="application/atom+xml" href={quoteattr(own)}/>\n'
        f'<link rel="alternate" type="text/html" href={quoteattr(page)}/>\n'
        f"<author><name>{escape(settings.publisher or settings.title)}</name></author>\n"
        "<generator>Fundstelle</generator>\n"
        f"{''.join(entries)}</feed>\n"
    )
    return Artifact(head.path, text.encode())


def _entry(article: Article, corpus: Corpus, settings: Settings) -> str:
    data = article.document.metadata
    link = address(settings, article_path(article))
    moment = _moment(data.date)
    author = f"<author><name>{escape(data.author)}</name></author>\n" if data.author else ""
    categories = "".join(f"<category term={quoteattr(entity.name)}/>" for entity in about(article, corpus.by_id)[0])
    source = f'<link rel="via" href={quoteattr(data.source)}/>\n' if data.source else ""
    return (
        f'<entry xml:lang="{data.language}">\n<id>{escape(link)}</id>\n<title>{escape(data.title)}</title>\n'
        f"<published>{moment}</published><updated>{moment}</updated>\n"
        f'<link rel="alternate" type="text/html" href={quoteattr(link)}/>\n{source}{author}'
        f"<summary>{escape(summary(article))}</summary>\n{categories}</entry>\n"
    )


def _item(article: Article, corpus: Corpus, settings: Settings) -> dict[str, object]:
    data = article.document.metadata
    link = address(settings, article_path(article))
    return {
        "id": link,
        "url": link,
        **({"external_url": data.source} if data.source else {}),
        "title": data.title,
        "content_text": summary(article),
        "date_published": _moment(data.date),
        **({"authors": [{"name": data.author}]} if data.author else {}),
        "tags": [entity.name for entity in about(article, corpus.by_id)[0]],
        "language": data.language,
    }


def _moment(date: dt.date | None) -> str:
    """Return midnight UTC of a date as RFC 3339; of no date the beginning of time, since Atom demands one."""
    return f"{(date or dt.date(1970, 1, 1)).isoformat()}T00:00:00Z"
