"""Each person, place and organisation as a file of its own beside its page: every mention in its sentence, and the figures there.

Who looks into one entity need not take the whole collection. What is marked `noindex` has no such files, for files cannot
say of themselves that nobody is to list them.
"""

import json
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from heapq import merge
from itertools import groupby
from operator import attrgetter

from generator.concordance import line, surroundings
from generator.config import Settings
from generator.exports.tables import harmless, plain, table
from generator.linkeddata import address, article_path, entity_path, entity_twins, same_as
from generator.model import Article, Corpus, Entity, Linked, Quantity, Twin

COLUMNS = (
    "article", "title", "date", "start_code_point", "end_code_point", "left", "text", "right", "label", "layer", "url",
)  # fmt: skip
"""Columns of an entity's table; without those that make a table of mentions one of corrections."""


@dataclass(frozen=True, slots=True)
class Spots:
    """Where an article names an entity."""

    article: Article
    mentions: tuple[int, ...]
    """Indexes into `Article.mentions`, by name and by demonym, ascending; never empty."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """All that the table of an entity is made from."""

    settings: Settings
    spots: tuple[Spots, ...]
    """In corpus order."""


@dataclass(frozen=True, slots=True)
class Record:
    """All that the record of an entity is made from."""

    entity: Entity
    """Without its loci."""
    mentions: Mentions


def entity_files(corpus: Corpus, settings: Settings) -> Iterator[Twin]:
    """Yield `<entity>.json` and `<entity>.csv` for each entity that may be indexed, by id."""
    for entity in corpus.entities:
        if files := entity_twins(entity):
            mentions = Mentions(settings, _spots(corpus, entity))
            (_, _, record), (_, _, rows) = files
            yield Twin(record, Record(replace(entity, loci=(), weak=()), mentions), _record)
            yield Twin(rows, mentions, _table)


def _spots(corpus: Corpus, entity: Entity) -> tuple[Spots, ...]:
    loci = merge(entity.loci, entity.weak)
    return tuple(
        Spots(corpus.articles[index], tuple(locus.mention for locus in found))
        for index, found in groupby(loci, key=attrgetter("article"))
    )


def _record(record: Record) -> str:
    """Return one JSON object; the lists have a mention or a figure a line."""
    entity, settings = record.entity, record.mentions.settings
    head = {
        "id": entity.id,
        "label": entity.label,
        "name": entity.name,
        "aliases": [alias.name for alias in entity.aliases],
        "description": entity.description or None,
        "same_as": list(same_as(entity)),
        "url": address(settings, entity_path(entity)),
        "site": settings.title,
        "offsets": "code points into `text` of data/articles/<article>.json, half-open",
    }
    mentions = ",\n".join(_json(one) for one in _mentions(record.mentions))
    figures = ",\n".join(_json(one) for one in _figures(record.mentions))
    return f'{_json(head)[:-1]},\n"mentions":[\n{mentions}\n],\n"figures":[\n{figures}\n]}}\n'


def _table(mentions: Mentions) -> bytes:
    """Return a row per mention, in corpus order."""
    rows = (
        (
            one["article"],
            harmless(str(one["title"])),
            one["date"] or "",
            one["start"],
            one["end"],
            *(harmless(str(one[part])) for part in ("left", "text", "right")),
            one["label"],
            one["layer"],
            one["url"],
        )
        for one in _mentions(mentions)
    )
    return table(COLUMNS, rows)


def _mentions(mentions: Mentions) -> Iterator[dict[str, object]]:
    for at in mentions.spots:
        document, path = at.article.document, address(mentions.settings, article_path(at.article))
        date = document.metadata.date
        for linked in _linked(at):
            mention = linked.mention
            kwic = line(document, mention.start, mention.end)
            yield {
                "article": document.slug,
                "title": document.metadata.title,
                "date": date.isoformat() if date else None,
                "start": mention.start,
                "end": mention.end,
                "left": kwic.left,
                "text": mention.text,
                "right": kwic.right,
                "label": mention.label,
                "layer": mention.layer,
                "certain": mention.certain,
                "url": f"{path}#{linked.anchor}",
            }


def _figures(mentions: Mentions) -> Iterator[dict[str, object]]:
    """Yield the figures in sentences that name the entity, each once; ordinals count nothing."""
    for at in mentions.spots:
        document, path = at.article.document, address(mentions.settings, article_path(at.article))
        for number in _nearby(at):
            figure = at.article.figures[number]
            yield {
                "article": document.slug,
                "start": figure.start,
                "end": figure.end,
                "text": figure.text,
                "kind": figure.kind,
                "value": plain(figure.value) or None,
                "low": plain(figure.low) or None,
                "high": plain(figure.high) or None,
                "unit": figure.unit,
                "counted": figure.counted or None,
                "url": f"{path}#f-{number + 1}",
            }


def _nearby(at: Spots) -> list[int]:
    """Return the figures of an article in the sentences that name the entity, as indexes, ascending."""
    figures = at.article.figures
    found: set[int] = set()
    for linked in _linked(at):
        if figures and linked.mention.label != "DEMONYM":
            around = surroundings(at.article.document, linked.mention.start, linked.mention.end)
            first, last = (bisect_left(figures, edge, key=_start) for edge in (around.start, around.end))
            found.update(number for number in range(first, last) if figures[number].kind != "ordinal")
    return sorted(found)


def _linked(at: Spots) -> Iterator[Linked]:
    return (at.article.mentions[number] for number in at.mentions)


def _start(figure: Quantity) -> int:
    return figure.start


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
