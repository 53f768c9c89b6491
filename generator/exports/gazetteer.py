"""Places on the map and people in authority files: GeoJSON, Linked Places, BEACON.

A place stands here when it has coordinates; one that could be several has none (see `resolve`), so no dot is wrong.
"""

import json
import re
from collections.abc import Iterator

from generator.config import Settings
from generator.linkeddata import address, articles_of, entity_path, same_as
from generator.model import Artifact, Corpus, Entity, Geo
from generator.urls import relative_link

GND = re.compile(r"https?://d-nb\.info/gnd/([\dX-]+)$")
"""A record of the German national authority file."""

_PLACES = "data/places.geojson"
_LINKED_PLACES = "data/places.lpf.json"
_CONTEXT = "https://raw.githubusercontent.com/LinkedPasts/linked-places-format/main/linkedplaces-context-v1.1.jsonld"


def places(corpus: Corpus, _settings: Settings) -> Iterator[Artifact]:
    """Return `data/places.geojson` (RFC 7946): a point for each place with coordinates; addresses relative to the site."""
    features: list[dict[str, object]] = [
        {
            "type": "Feature",
            "id": entity.id,
            "geometry": _point(geo),
            "properties": {
                "name": entity.name,
                "kind": geo.kind or None,
                "country": geo.country or None,
                "mentions": len(entity.loci),
                "articles": len(articles_of(entity)),
                "url": entity_path(entity),
                "same_as": list(same_as(entity)),
            },
        }
        for entity, geo in _located(corpus)
    ]
    yield Artifact(_PLACES, _collection({"type": "FeatureCollection"}, features))


def linked_places(corpus: Corpus, settings: Settings) -> Iterator[Artifact]:
    """Return `data/places.lpf.json` (Linked Places Format 1.1): places with their names, records and when they are named."""
    features: list[dict[str, object]] = []
    for entity, geo in _located(corpus):
        dates = sorted(
            date.isoformat() for index in articles_of(entity) if (date := corpus.articles[index].document.metadata.date)
        )
        path = entity_path(entity)
        link = address(settings, path) if settings.base_url else relative_link(_LINKED_PLACES, path)
        features.append(
            {
                "@id": link,
                "type": "Feature",
                "properties": {"title": entity.name, "ccodes": [geo.country] if geo.country else []},
                "names": [{"toponym": name} for name in (entity.name, *(alias.name for alias in entity.aliases))],
                "types": [{"label": geo.kind}] if geo.kind else [],
                "geometry": _point(geo),
                "links": [{"type": "exactMatch", "identifier": record} for record in same_as(entity)],
                "when": {
                    "timespans": [{"start": {"in": dates[0]}, "end": {"in": dates[-1]}}] if dates else [],
                    "label": "named in articles of this time",
                },
            }
        )
    yield Artifact(_LINKED_PLACES, _collection({"type": "FeatureCollection", "@context": _CONTEXT}, features))


def beacon(corpus: Corpus, settings: Settings) -> Iterator[Artifact]:
    """Return `data/beacon.txt` (BEACON): GND numbers, how many articles name them, and the page.

    There is none when the site's base address is not set or no entity has a GND record.
    """
    rows = [
        f"{number}|{len(articles_of(entity))}|{address(settings, entity_path(entity))}\n"
        for entity in corpus.entities
        if not entity.noindex
        for number in _gnd(entity)
    ]
    if not rows or not settings.base_url:
        return
    dates = [article.document.metadata.date for article in corpus.articles]
    newest = max((date for date in dates if date), default=None)
    head = (
        "#FORMAT: BEACON\n"
        "#PREFIX: https://d-nb.info/gnd/\n"
        "#RELATION: http://www.w3.org/2000/01/rdf-schema#seeAlso\n"
        f"#NAME: {' '.join(settings.title.split())}\n"
        f"#FEED: {address(settings, 'data/beacon.txt')}\n"
        f"#HOMEPAGE: {settings.base_url}\n" + (f"#TIMESTAMP: {newest.isoformat()}\n" if newest else "")
    )
    yield Artifact("data/beacon.txt", (head + "\n" + "".join(sorted(rows))).encode())


def _located(corpus: Corpus) -> Iterator[tuple[Entity, Geo]]:
    return ((entity, entity.geo) for entity in corpus.entities if entity.geo)


def _gnd(entity: Entity) -> Iterator[str]:
    return (found[1] for record in entity.same_as if (found := GND.match(record)))


def _point(geo: Geo) -> dict[str, object]:
    return {"type": "Point", "coordinates": [geo.lon, geo.lat]}


def _collection(head: dict[str, object], features: list[dict[str, object]]) -> bytes:
    """Return a feature collection with one feature a line, so that changes show."""
    start = json.dumps(head, ensure_ascii=False)[:-1]
    lines = ",\n".join(json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features)
    return f'{start}, "features": [\n{lines}\n]}}\n'.encode()
