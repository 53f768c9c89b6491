"""Articles and entities as JSON: the text every offset counts into, and the things named in it.

The texts are here to the character, so a researcher needs no other source. Addresses are relative to the site.
"""

import json
from collections.abc import Iterator

from generator.config import Settings
from generator.linkeddata import article_path, articles_of, entity_path, same_as
from generator.model import Article, Artifact, Corpus, Entity, Twin


def article_records(corpus: Corpus, _settings: Settings) -> Iterator[Twin]:
    """Return `data/articles/<slug>.json` for each article: its text with blocks and sentences over it."""
    for article in corpus.articles:
        yield Twin(f"data/articles/{article.document.slug}.json", article, _record)


def entity_records(corpus: Corpus, _settings: Settings) -> Iterator[Artifact]:
    """Return `data/entities.json`: a list of all entities by id, one a line."""
    lines = ",\n".join(_compact(_entity(entity)) for entity in corpus.entities)
    yield Artifact("data/entities.json", f"[\n{lines}\n]\n".encode() if lines else b"[]\n")


def _record(article: Article) -> str:
    document, data = article.document, article.document.metadata
    record = {
        "slug": document.slug,
        "title": data.title,
        "date": data.date.isoformat() if data.date else None,
        "language": data.language,
        "source": data.source or None,
        "url": article_path(article),
        "title_made": data.title_made,
        "subtitle": data.subtitle or None,
        "author": data.author or None,
        "publisher": data.publisher or None,
        "tags": list(data.tags),
        "noindex": data.noindex,
        "offsets": "code points",
        "text": document.text,
        "blocks": [
            {
                "start": block.start,
                "end": block.end,
                "kind": block.kind,
                **({"level": block.level} if block.level else {}),
            }
            for block in document.blocks
        ],
        "sentences": [{"start": sentence.start, "end": sentence.end} for sentence in document.sentences],
    }
    return _compact(record) + "\n"


def _entity(entity: Entity) -> dict[str, object]:
    geo = entity.geo
    return {
        "id": entity.id,
        "label": entity.label,
        "name": entity.name,
        "aliases": [alias.name for alias in entity.aliases],
        "url": entity_path(entity),
        "mentions": len(entity.loci),
        "weak": len(entity.weak),
        "articles": len(articles_of(entity)),
        "description": entity.description or None,
        "roles": [role.phrase for role in entity.roles],
        "same_as": list(same_as(entity)),
        "geo": {"lat": geo.lat, "lon": geo.lon, "country": geo.country or None, "kind": geo.kind or None}
        if geo
        else None,
        "open": entity.open,
        "candidates": list(entity.candidates),
        "noindex": entity.noindex,
    }


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
