"""The site for machines: tables, records, feeds, annotations as files beside the pages.

Each export is a function from the corpus to files; a new one is one more line in `EXPORTS`, or in `TWINS` when it has a
file for each article or entity and makes it from little else. Offsets are code points into
the `text` of `data/articles/<slug>.json`, half-open, in every format that has offsets, and each file says so.

Inner rooms, top down: annotations, tei, entities; tables, records, feeds, crawlers, gazetteer.
"""

from collections.abc import Callable, Iterator

from generator.config import Settings
from generator.exports.annotations import annotation_pages, article_texts
from generator.exports.crawlers import robots, security
from generator.exports.entities import entity_files
from generator.exports.feeds import entity_feeds, site_feeds
from generator.exports.gazetteer import beacon, linked_places, places
from generator.exports.records import article_records, entity_records
from generator.exports.tables import date_table, figure_table, mention_table, table_descriptions
from generator.exports.tei import tei_articles
from generator.model import Artifact, Corpus, Twin

TWINS: tuple[Callable[[Corpus, Settings], Iterator[Twin]], ...] = (
    article_records,
    article_texts,
    annotation_pages,
    tei_articles,
    entity_files,
)
"""Formats of single articles and entities."""

EXPORTS: tuple[Callable[[Corpus, Settings], Iterator[Artifact]], ...] = (
    mention_table,
    figure_table,
    date_table,
    table_descriptions,
    entity_records,
    places,
    linked_places,
    beacon,
    robots,
    security,
    site_feeds,
    entity_feeds,
)
"""Formats of the whole corpus; may be no file. The same corpus and settings give the same bytes."""


def exports(corpus: Corpus, settings: Settings) -> Iterator[Artifact | Twin]:
    """Return every file for machines, export by export; no path twice."""
    for export in EXPORTS:
        yield from export(corpus, settings)
    for twin in TWINS:
        yield from twin(corpus, settings)
