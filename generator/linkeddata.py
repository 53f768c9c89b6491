"""What a page tells machines: schema.org statements as JSON-LD, and where the page's twins for machines are.

Pages and exports are siblings and both need this, so it stands below them. The statements are plain JSON;
`highlight.data_block` makes them safe for a script element. Without a base address the statements carry
relative links; JSON-LD inside HTML resolves them against the page, so they stay true wherever the site is put.
"""

import json
import re
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import quote

from generator.config import Settings
from generator.model import Article, Entity
from generator.urls import relative_link

ABOUT_LIMIT = 5
"""At most so many entities count as what an article is about; the rest is mentioned."""
ABOUT_MENTIONS = 3
"""Named so often, an entity counts as what an article is about."""
TWIN_MENTIONS = 2
"""From so many mentions on an entity has files of its own."""
FEED_ARTICLES = 2
"""An entity named in fewer articles gets no feed and no record of its own: they would double the number of files."""

_TYPES: Mapping[str, str] = MappingProxyType({"PERSON": "Person", "PLACE": "Place", "ORGANISATION": "Organization"})
_PLACES: Mapping[str, str] = MappingProxyType(
    {
        "country": "Country",
        "capital": "City",
        "city": "City",
        "region": "AdministrativeArea",
        "continent": "Continent",
        "sea": "SeaBodyOfWater",
        "lake": "LakeBodyOfWater",
        "river": "RiverBodyOfWater",
        "mountain": "Mountain",
    }
)
_NO_WORD = re.compile(r"\W+")


def article_path(article: Article) -> str:
    """Return the address of an article's page, relative to the site."""
    return f"articles/{article.document.slug}.html"


def article_card(article: Article) -> str:
    """Return where an article's picture for link previews is, relative to the site."""
    return f"cards/{article.document.slug}.png"


def entity_path(entity: Entity) -> str:
    """Return the address of an entity's page, relative to the site."""
    return f"{entity.id}.html"


def address(settings: Settings, path: str) -> str:
    """Return where a file of the site will be published; the path alone when the site's base address is not set.

    The front page of a folder keeps its file name, so that there is one address for it, on a server and on a disk.
    """
    return settings.base_url + quote(path) if settings.base_url else path


def articles_of(entity: Entity) -> tuple[int, ...]:
    """Return the indexes of the articles that name an entity, by name or by demonym, ascending."""
    return tuple(sorted({locus.article for locus in (*entity.loci, *entity.weak)}))


def entity_feed(entity: Entity, settings: Settings) -> str:
    """Return the path of an entity's Atom feed, or nothing when it has none.

    There is one where the site's base address is set and at least `FEED_ARTICLES` articles name the entity.
    """
    if not settings.base_url or entity.noindex or len({locus.article for locus in entity.loci}) < FEED_ARTICLES:
        return ""
    return f"feeds/{entity.id}.xml"


def article_twins(article: Article) -> tuple[tuple[str, str, str], ...]:
    """Return an article's files for machines as (name of the format, media type, path)."""
    slug = article.document.slug
    return (
        ("JSON", "application/json", f"data/articles/{slug}.json"),
        ("W3C Web Annotation", "application/ld+json", f"data/annotations/{slug}.jsonld"),
        ("TEI P5", "application/tei+xml", f"data/tei/{slug}.xml"),
    )


def entity_twins(entity: Entity) -> tuple[tuple[str, str, str], ...]:
    """Return an entity's files for machines like `article_twins`.

    None for one marked `noindex`, nor for one named but once: what a file would say is in that of the article, and most
    of a large collection are such.
    """
    if entity.noindex or len(entity.loci) + len(entity.weak) < TWIN_MENTIONS:
        return ()
    return ("JSON", "application/json", f"{entity.id}.json"), ("CSV", "text/csv", f"{entity.id}.csv")


def about(article: Article, entities: Mapping[str, Entity]) -> tuple[tuple[Entity, ...], tuple[Entity, ...]]:
    """Return what an article is about and what else it mentions: two disjoint tuples, together every entity it names.

    It is about what its headline names and what it names at least `ABOUT_MENTIONS` times, most frequent first. Entities
    named only by demonym are not among them. `entities` holds, by id, at least those that the article names.
    """
    document = article.document
    headline = max((block.end for block in document.blocks if block.kind == "headline"), default=0)
    title = _words(document.metadata.title)
    counts: Counter[str] = Counter()
    leading: set[str] = set()
    for linked in article.mentions:
        if linked.mention.label == "DEMONYM":
            continue
        counts[linked.entity] += 1
        if linked.mention.end <= headline or _words(linked.mention.text) in title:
            leading.add(linked.entity)
    ranked = sorted(counts, key=lambda id_: -counts[id_])  # stable: equals stay in reading order
    subjects = [id_ for id_ in ranked if id_ in leading or counts[id_] >= ABOUT_MENTIONS][:ABOUT_LIMIT]
    others = [id_ for id_ in counts if id_ not in subjects]
    return tuple(entities[id_] for id_ in subjects), tuple(entities[id_] for id_ in others)


def article_statements(article: Article, entities: Mapping[str, Entity], settings: Settings) -> str:
    """Return an article's page as a schema.org NewsArticle, as JSON; `entities` as in `about`."""
    data, path = article.document.metadata, article_path(article)
    subjects, others = about(article, entities)
    publisher = data.publisher or settings.publisher
    return _json(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "@id": _link(settings, path, path),
            "url": _link(settings, path, path),
            "headline": data.title,
            "alternativeHeadline": data.subtitle,
            "datePublished": data.date.isoformat() if data.date else "",
            "inLanguage": data.language,
            "author": {"@type": "Person", "name": data.author} if data.author else None,
            "publisher": {"@type": "Organization", "name": publisher} if publisher else None,
            "isBasedOn": data.source,
            "keywords": list(data.tags),
            "about": [_reference(entity, path, settings) for entity in subjects],
            "mentions": [_reference(entity, path, settings) for entity in others],
            "isPartOf": _site(settings, path),
        }
    )


def entity_statements(entity: Entity, settings: Settings) -> str:
    """Return an entity's page as a schema.org Person, Place or Organization, as JSON."""
    path, geo = entity_path(entity), entity.geo
    place = _PLACES.get(geo.kind) if geo else None
    return _json(
        {
            "@context": "https://schema.org",
            "@type": _TYPES[entity.label],
            "additionalType": f"https://schema.org/{place}" if place else None,
            "@id": _link(settings, path, path),
            "url": _link(settings, path, path),
            "name": entity.name,
            "alternateName": [alias.name for alias in entity.aliases],
            "description": entity.description,
            "sameAs": list(same_as(entity)),
            "geo": {"@type": "GeoCoordinates", "latitude": geo.lat, "longitude": geo.lon} if geo else None,
            "address": {"@type": "PostalAddress", "addressCountry": geo.country} if geo and geo.country else None,
        }
    )


def home_statements(settings: Settings) -> str:
    """Return the home page as a schema.org WebSite, as JSON."""
    return _json({"@context": "https://schema.org", **_site(settings, "index.html")})


def collection_statements(path: str, title: str, settings: Settings) -> str:
    """Return an index page as a schema.org CollectionPage, as JSON."""
    return _json(
        {
            "@context": "https://schema.org",
            "@type": "CollectionPage",
            "@id": _link(settings, path, path),
            "url": _link(settings, path, path),
            "name": title,
            "inLanguage": settings.language,
            "isPartOf": _site(settings, path),
        }
    )


def same_as(entity: Entity) -> tuple[str, ...]:
    """Return the addresses of an entity's records elsewhere, without doubles: its own, then GeoNames for a place."""
    records = list(entity.same_as)
    if entity.geo and entity.geo.geonames and not any("geonames.org/" in record for record in records):
        records.append(f"https://sws.geonames.org/{entity.geo.geonames}/")
    return tuple(dict.fromkeys(records))


def _words(text: str) -> str:
    """Return the words of a text between single spaces, so that `in` finds whole words only."""
    return f" {text} " if text.isalnum() else f" {_NO_WORD.sub(' ', text)} "


def _site(settings: Settings, path: str) -> dict[str, object]:
    link = settings.base_url or _link(settings, path, "index.html")
    site: dict[str, object] = {
        "@type": "WebSite",
        "@id": link,
        "url": link,
        "name": settings.title,
        "inLanguage": settings.language,
    }
    if settings.description:
        site["description"] = settings.description
    if settings.publisher:
        site["publisher"] = {"@type": "Organization", "name": settings.publisher}
    return site


def _reference(entity: Entity, path: str, settings: Settings) -> dict[str, object]:
    reference: dict[str, object] = {
        "@type": _TYPES[entity.label],
        "@id": _link(settings, path, entity_path(entity)),
        "name": entity.name,
    }
    if records := same_as(entity):
        reference["sameAs"] = list(records)
    return reference


def _link(settings: Settings, path: str, target: str) -> str:
    return address(settings, target) if settings.base_url else relative_link(path, target)


def _json(statements: Mapping[str, object]) -> str:
    """Return the statements without keys that say nothing."""
    filled = {key: value for key, value in statements.items() if value not in (None, "", [])}
    return json.dumps(filled, ensure_ascii=False, separators=(",", ":"))
