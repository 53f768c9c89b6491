"""The site for machines: tables, records, feeds, annotations as files beside the pages.

Each export is a function from the corpus to files; a new one is one more line in `EXPORTS`. Offsets are code points into
the `text` of `data/articles/<slug>.json`, half-open, in every format that has offsets, and each file says so.

Inner rooms, top down: annotations, tei; tables, records, feeds, crawlers, gazetteer.
"""

from collections.abc import Callable, Iterator

from generator.config import Settings
from generator.exports.annotations import annotation_pages, article_texts
from generator.exports.crawlers import robots
from generator.exports.feeds import entity_feeds, site_feeds
from generator.exports.gazetteer import beacon, linked_places, places
from generator.exports.records import article_records, entity_records
from generator.exports.tables import date_table, figure_table, mention_table, table_descriptions
from generator.exports.tei import tei_articles
from generator.model import Artifact, Corpus

Export = Callable[[Corpus, Settings], Iterator[Artifact]]
"""Files of one format; may be none. The same corpus and settings give the same bytes."""

EXPORTS: tuple[Export, ...] = (
    mention_table,
    figure_table,
    date_table,
    table_descriptions,
    entity_records,
    article_records,
    article_texts,
    annotation_pages,
    tei_articles,
    places,
    linked_places,
    beacon,
    robots,
    site_feeds,
    entity_feeds,
)


def exports(corpus: Corpus, settings: Settings) -> Iterator[Artifact]:
    """Return every file for machines, export by export; no path twice."""
    for export in EXPORTS:
        yield from export(corpus, settings)
