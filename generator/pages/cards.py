"""A card for each entity of an article: who or what, how often, one sentence about it from elsewhere.

The same list serves three readers: as a card beside a mention, as a sheet on a small screen, and as numbered notes on paper;
so it stands in the order in which the entities are first named.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from generator.concordance import Line, line
from generator.linkeddata import article_path, entity_path
from generator.model import Article, Corpus, Entity, Linked
from generator.pages.portrait import unplaced
from generator.pages.site import Framed, Site
from generator.strings import Strings
from generator.urls import relative_link

FROM = "articles/article.html"
"""Every article stands in this folder, so links out of it are the same for all."""
_SHORT, _LONG = 60, 220
"""Code points of a sentence that says something and still fits a card."""
_LOOKED_AT = 12
"""Sentences looked at for the best one: entities with thousands of mentions must not slow the build."""
_CONTEXT = 90

_LABELS: Mapping[str, str] = MappingProxyType({"PERSON": "Person", "PLACE": "Place", "ORGANISATION": "Organisation"})


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A sentence that names an entity."""

    slug: str
    """Of the article."""
    href: str
    title: str
    language: str
    """Of the article, and so of the line."""
    line: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the cards of one entity have in common."""

    entity: Entity
    """Without its loci."""
    total: int
    articles: int
    elsewhere: tuple[Elsewhere, ...]
    """Best sentences of two different articles, so that every article has one from elsewhere; fewer if there are not."""

    @property
    def href(self) -> str:
        """How an article links to the entity's page."""
        return relative_link(FROM, entity_path(self.entity))

    @property
    def name(self) -> str:
        """The heading."""
        return self.entity.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One entity as an article shows it."""

    href: str
    name: str
    label: str
    description: str
    address: str
    """Where the page stands on the site, for paper."""
    counts: str
    """`3 × hier, 17 × in 5 Artikeln`."""
    elsewhere: Elsewhere | None


def known(site: Site) -> Mapping[str, Known]:
    """Return what cards say of every entity of the corpus, by id."""
    return MappingProxyType(
        {
            entity.id: Known(
                entity=unplaced(entity),
                total=len(entity.loci),
                articles=len({locus.article for locus in entity.loci}),
                elsewhere=_elsewhere(entity, site.corpus),
            )
            for entity in site.corpus.entities
        }
    )


def cards(site: Framed, article: Article, facts: Mapping[str, Known], order: Iterable[Linked]) -> tuple[Card, ...]:
    """Return a card for each entity, in the order in which `order` first names them."""
    here = Counter(linked.entity for linked in article.mentions if linked.mention.label != "DEMONYM")
    return tuple(
        _card(site, facts[identifier], here[identifier], article.document.slug)
        for identifier in dict.fromkeys(linked.entity for linked in order)
    )


def _card(site: Framed, fact: Known, here: int, slug: str) -> Card:
    entity, strings = fact.entity, site.strings
    return Card(
        href=fact.href,
        name=fact.name,
        label=strings.gettext(_LABELS[entity.label]),
        description=entity.description or (entity.roles[0].phrase if entity.roles else ""),
        address=entity_path(entity),
        counts=_counts(here, fact.total, fact.articles, strings),
        elsewhere=next((sentence for sentence in fact.elsewhere if sentence.slug != slug), None),
    )


@lru_cache(maxsize=10_000)
def _counts(here: int, total: int, articles: int, strings: Strings) -> str:
    parts = [strings.gettext("%(times)s × here").replace("%(times)s", strings.number(here))] if here else []
    if total > here:
        wide = strings.count("%(times)s × in %(num)s article", "%(times)s × in %(num)s articles", articles)
        parts.append(wide.replace("%(times)s", strings.number(total)))
    elif here:
        parts.append(strings.gettext("nowhere else"))
    return ", ".join(parts).replace(" ×", "\xa0×")


def _elsewhere(entity: Entity, corpus: Corpus) -> tuple[Elsewhere, ...]:
    """Return the best sentences of at most two articles; nothing for what only one article names."""
    best: dict[int, tuple[bool, int]] = {}
    seen = Counter[int]()
    for number, locus in enumerate(entity.loci):
        if len(seen) > 2 and locus.article not in best:
            break
        seen[locus.article] += 1
        if seen[locus.article] > _LOOKED_AT:
            continue
        mention = corpus.articles[locus.article].mentions[locus.mention].mention
        rank = (mention.text != entity.name, number)
        best[locus.article] = min(rank, best.get(locus.article, rank))
    if len(best) < 2:
        return ()
    return tuple(_sentence(entity, index, number, corpus) for index, (_, number) in list(best.items())[:2])


def _sentence(entity: Entity, index: int, number: int, corpus: Corpus) -> Elsewhere:
    article = corpus.articles[index]
    linked = article.mentions[entity.loci[number].mention]
    return Elsewhere(
        article.document.slug,
        relative_link(FROM, f"{article_path(article)}#{linked.anchor}"),
        article.document.metadata.title,
        article.document.metadata.language,
        line(article.document, linked.mention.start, linked.mention.end, _CONTEXT),
    )
