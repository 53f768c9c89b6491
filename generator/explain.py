"""Why a stretch of text has its label and its entity, in words, and what would change that."""

import difflib
import json
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from generator.model import Article, Corpus, Entity, Linked

_AROUND = 45
_MANY = 50
"""Mentions of one entity that are told one by one; the rest is only counted."""

_KINDS = MappingProxyType({"PERSON": "person", "PLACE": "place", "ORGANISATION": "organisation", "DEMONYM": "demonym"})
_LAYERS = MappingProxyType(
    {
        "model": "the recogniser",
        "rule": "a rule",
        "authority": "a name of the authority file",
        "curator": "a judgement of the authority file",
    }
)
_REASONS: Mapping[str, str] = MappingProxyType(
    {
        "full-name": "a full name stands for itself, and for all its spellings",
        "surname-in-article": "it is the only full name of the article with this surname",
        "first-name-in-article": "it is the only full name of the article with this first name",
        "shared-surname": "the first name shares the surname of the name behind it",
        "surname-unique": "it is the only person of all articles with this surname, and this article has no full name",
        "surname-open": "several persons of the articles bear this surname, and this article has no full name",
        "name-alone": "no full name of the articles has this surname",
        "gazetteer": "the gazetteer has one place of this name that fits the countries of the article",
        "gazetteer-elsewhere": "other articles tell which place of this name is meant",
        "place-name": "the gazetteer does not know the name or cannot tell which place is meant",
        "demonym": "the word points to the place without naming it",
        "organisation-name": "names of organisations that differ only in case, inflection or legal form are one",
        "short-form": "a short form stands for the name that the articles explain it by",
        "authority": "the authority file says so",
    }
)
"""By `Linked.reason`: why a mention belongs to its entity."""


def explain(query: str, corpus: Corpus) -> str:
    """Return why the mentions of a name, or those of an article, are what they are; what comes near when there is no such.

    `query` is a name or an alias, an entity's id, or an article's slug or path.
    """
    wanted = query.strip().removesuffix(".html")
    articles = [i for i, a in enumerate(corpus.articles) if wanted in _addresses(a)]
    if articles:
        return "\n".join(_article(corpus, articles[0])) + "\n"
    entities = [entity for entity in corpus.entities if wanted.casefold() in _names(entity)]
    if entities:
        return "\n".join(line for entity in entities for line in (*_entity(corpus, entity), "")) + _remedy(
            corpus, entities[0]
        )
    known = {
        name: name for entity in corpus.entities for name in (entity.name, *(alias.name for alias in entity.aliases))
    }
    known |= {a.document.slug: a.document.slug for a in corpus.articles}
    near = difflib.get_close_matches(wanted, sorted(known), 3)
    hint = f"; did you mean {' or '.join(map(repr, near))}?" if near else "; see the index pages for all names"
    return f"nothing is named '{wanted}'{hint}\n"


def _addresses(article: Article) -> tuple[str, ...]:
    document = article.document
    return (document.slug, document.path, f"seeds/{document.path}", f"articles/{document.slug}")


def _names(entity: Entity) -> frozenset[str]:
    return frozenset(name.casefold() for name in (entity.id, entity.name, *(alias.name for alias in entity.aliases)))


def _entity(corpus: Corpus, entity: Entity) -> Iterator[str]:
    """Yield what an entity is and why each of its mentions belongs to it, grouped by article."""
    articles = len({at.article for at in entity.loci})
    yield f"{entity.name} ({entity.id}): {_KINDS[entity.label]}, {_count(len(entity.loci), 'mention')} in {_count(articles, 'article')}"
    if entity.aliases:
        yield "  also: " + ", ".join(f"{alias.name} ({alias.count})" for alias in entity.aliases)
    if entity.open:
        yield "  may be: " + ", ".join(corpus.by_id[candidate].name for candidate in entity.candidates)
    if entity.label == "PLACE":
        yield f"  on the map: {_where(entity)}"
    shown = (*entity.loci, *entity.weak)
    last = -1
    for at in shown[:_MANY]:
        article = corpus.articles[at.article]
        if at.article != last:
            yield f"  {article.document.slug}"
            last = at.article
        yield from _mention(article, article.mentions[at.mention])
    if len(shown) > _MANY:
        yield f"  … and {_count(len(shown) - _MANY, 'mention')} more"


def _article(corpus: Corpus, index: int) -> Iterator[str]:
    """Yield why each mention of an article is what it is, in reading order."""
    article = corpus.articles[index]
    yield f"{article.document.metadata.title} (articles/{article.document.slug}): {_count(len(article.mentions), 'mention')}"
    for linked in article.mentions:
        yield from _mention(article, linked, corpus.by_id[linked.entity])


def _mention(article: Article, linked: Linked, entity: Entity | None = None) -> Iterator[str]:
    mention, text = linked.mention, article.document.text
    before = text[max(0, mention.start - _AROUND) : mention.start]
    after = text[mention.end : mention.end + _AROUND]
    sure = "sure" if mention.certain else "not sure"
    yield f"    {linked.anchor}  {_one_line(f'… {before}[{mention.text}]{after} …')}"
    yield f"        {_KINDS[mention.label]}: found by {_LAYERS[mention.layer]}, {sure} ({mention.score:.2f})"
    named = f"{entity.name} ({entity.id}): " if entity else ""
    yield f"        {named}{_REASONS.get(linked.reason, linked.reason)} [{linked.reason}]"


def _where(entity: Entity) -> str:
    if entity.geo is None:
        return "no, it is not clear where this is"
    geo = entity.geo
    facts = [fact for fact in (geo.kind, geo.country, geo.geonames and f"GeoNames {geo.geonames}") if fact]
    return f"{geo.lat:.2f}, {geo.lon:.2f}" + (f" ({', '.join(facts)})" if facts else "")


def _remedy(corpus: Corpus, entity: Entity) -> str:
    """Return rules of the authority file that would change what was told, with the names filled in."""
    name = json.dumps(entity.name, ensure_ascii=False)
    kind = _KINDS[entity.label]
    lines = [
        "What would change this, in seeds/authority.toml:",
        f'  [[merge]]      kind = "{kind}"  names = [{name}, "another name of it"]',
        f'  [[distinct]]   names = [{name}, "a name it is not"]',
        f"  [ignore]       words = [{name}]",
    ]
    if entity.loci:
        article = corpus.articles[entity.loci[0].article]
        mention = article.mentions[entity.loci[0].mention].mention
        slug, quote = (json.dumps(text, ensure_ascii=False) for text in (article.document.slug, mention.text))
        lines.append(f'  [[judgement]]  article = {slug}  quote = {quote}  verdict = "not a name"')
    return "\n".join((*lines, "  (one key a line)")) + "\n"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
