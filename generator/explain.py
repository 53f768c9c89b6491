"""Why a stretch of text has its label and its entity, in words, and what would change that.

Nothing is recomputed here: a mention carries who found it and by which rule it was linked, and this room puts that into words.
"""

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import PurePosixPath
from types import MappingProxyType

from generator.authority import Authority
from generator.errors import UserError
from generator.model import Article, Corpus, Entity, Linked, Locus, Mention
from generator.ner.consistency import FOUND_AGAIN
from generator.remedies import entity_rules, mention_rules, missing_rules, record_of

_AROUND = 40
_MANY = 50
"""Mentions of one entity that are told one by one; the rest is only counted."""
_FEW = 3
"""Places that are shown of words which are no name, and unsure mentions of an article that get their rules."""

_KINDS = MappingProxyType({"PERSON": "person", "PLACE": "place", "ORGANISATION": "organisation", "DEMONYM": "demonym"})
_REASONS: Mapping[str, str] = MappingProxyType(
    {
        "full-name": "a full name stands for itself, in all its spellings",
        "shorter-name": "an article has this form and a fuller one, and nobody else it could mean",
        "surname-in-article": "the only full name of the article with this surname",
        "first-name-in-article": "the only full name of the article with this first name",
        "shared-surname": "the first name shares the surname of the name behind it",
        "surname-unique": "no full name in this article; the only person of all articles with this surname",
        "surname-open": "several persons have this surname, and the article does not say which of them is meant",
        "name-alone": "no full name of the articles goes with it",
        "gazetteer": "the one place of this name that fits the article's countries",
        "gazetteer-elsewhere": "other articles tell which place of this name is meant",
        "place-name": "a place the gazetteer does not know or cannot tell from others",
        "demonym": "the word points to the place without naming it",
        "organisation-name": "names that differ only in case, inflection or legal form are one organisation",
        "short-form": "a short form stands for the name that the articles explain it by",
        "authority": "the authority file says so",
    }
)
"""By `Linked.reason`: why a mention belongs to its entity."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What an explanation is told from."""

    corpus: Corpus
    authority: Authority
    sure: Mapping[str, Counter[str]] = field(default_factory=lambda: MappingProxyType({}))
    """By words: how often they have a label for sure."""


def explain(query: str, corpus: Corpus, authority: Authority | None = None) -> str:
    """Return why the mentions of a name, those of an article or one mention are what they are, as lines for a terminal.

    `query` is a name or an alias, an entity's id, an article's slug, path or title, or an article with the anchor of a mention
    (`a1#m-3`). Words of the articles that are no name are told as such. Raises `UserError` with the nearest names when there
    is nothing of the kind.
    """
    sure: dict[str, Counter[str]] = {}
    for article in corpus.articles:
        for linked in article.mentions:
            if linked.mention.certain:
                sure.setdefault(linked.mention.text, Counter())[linked.mention.label] += 1
    told = _Told(corpus, authority or Authority(), sure)
    wanted, _, anchor = query.strip().partition("#")
    wanted = wanted.removesuffix(".html")
    for article in corpus.articles:
        if _is_article(article, wanted):
            lines = _one(told, article, anchor) if anchor else _article(told, article)
            return "\n".join(lines) + "\n"
    form = wanted.casefold()
    entities = [entity for entity in corpus.entities if form in _names(entity)]
    if entities:
        entities.sort(key=lambda entity: (-len(entity.loci), entity.id))
        return "\n\n".join("\n".join(_entity(told, entity)) for entity in entities) + "\n"
    parts = [entity for entity in corpus.entities if form in re.split(r"[\s-]+", entity.name.casefold())]
    if len(parts) == 1:
        return "\n".join(_entity(told, parts[0])) + "\n"
    unfound = tuple(_no_name(told, query.strip())) if len(wanted) > 1 and not parts else ()
    if unfound:
        return "\n".join(unfound) + "\n"
    raise UserError(f"nothing is called '{query.strip()}'; {_near(wanted, corpus, parts)}")


def _is_article(article: Article, wanted: str) -> bool:
    document = article.document
    file = PurePosixPath(document.path)
    return wanted.casefold() == document.metadata.title.casefold() or (
        PurePosixPath(wanted).name in (document.slug, file.name, file.stem)
        and not wanted.startswith(("people/", "places/", "organisations/"))
    )


def _names(entity: Entity) -> frozenset[str]:
    return frozenset(name.casefold() for name in (entity.id, entity.name, *(alias.name for alias in entity.aliases)))


def _near(wanted: str, corpus: Corpus, parts: Sequence[Entity]) -> str:
    """Return what is called nearly like this, or where all names stand."""
    forms: dict[str, str] = {}
    for entity in corpus.entities:
        for name in (entity.name, *(alias.name for alias in entity.aliases)):
            for form in (name, *name.split()):
                forms.setdefault(form.casefold(), entity.name)
    forms |= {article.document.slug: article.document.slug for article in corpus.articles}
    near = [forms[form] for form in difflib.get_close_matches(wanted.casefold(), sorted(forms), 6, 0.7)]
    partly = [entity.name for entity in sorted(parts, key=lambda entity: (-len(entity.loci), entity.id))]
    names = list(dict.fromkeys((*partly, *near)))[:_FEW]
    return f"did you mean {' or '.join(map(repr, names))}?" if names else "the site's indexes list all names"


def _entity(told: _Told, entity: Entity) -> Iterator[str]:
    """Yield what an entity is, why each of its mentions belongs to it, grouped by article, and what would change it."""
    articles = len({at.article for at in entity.loci})
    yield f"{entity.name}  ({entity.id})"
    yield f"  {_KINDS[entity.label]}, {_count(len(entity.loci), 'mention')} in {_count(articles, 'article')}"
    if entity.aliases:
        yield "  also: " + ", ".join(f"{alias.name} ({alias.count})" for alias in entity.aliases[:12])
    if entity.open:
        yield "  may be: " + ", ".join(told.corpus.by_id[candidate].name for candidate in entity.candidates)
    if entity.roles:
        yield "  called: " + ", ".join(f"{role.phrase} ({role.count})" for role in entity.roles[:6])
    if entity.label == "PLACE":
        yield f"  on the map: {_where(entity)}"
    if record := record_of(entity, told.authority):
        yield f"  fixed in {told.authority.path}:{record.line}"
    names = {entity.name, *(alias.name for alias in entity.aliases)}
    merged = [("merged", rule.line) for rule in told.authority.merges if not names.isdisjoint(rule.names)]
    renamed = [("renamed", rule.line) for rule in told.authority.renames if entity.name == rule.new]
    for what, line in (*merged, *renamed):
        yield f"  {what} in {told.authority.path}:{line}"
    shown = sorted((*entity.loci, *entity.weak))
    yield from _by_article(told, shown[:_MANY])
    if len(shown) > _MANY:
        yield f"\n  … and {_count(len(shown) - _MANY, 'mention')} more"
    yield from ("", f"What would change it, in {told.authority.path} (copy what is right; … is for you to fill in):")
    yield from entity_rules(entity, told.corpus, told.authority)
    first = told.corpus.articles[shown[0].article]
    linked = first.mentions[shown[0].mention]
    yield from mention_rules(first, linked)
    if len(shown) > 1:
        last = told.corpus.articles[shown[-1].article]
        anchor = last.mentions[shown[-1].mention].anchor
        yield from ("", f"For another mention: fundstelle explain '{last.document.slug}#{anchor}'")


def _by_article(told: _Told, loci: Sequence[Locus]) -> Iterator[str]:
    last = -1
    for at in loci:
        article = told.corpus.articles[at.article]
        if at.article != last:
            yield from ("", f"  {article.document.slug}")
            last = at.article
        yield from _mention(told, article, article.mentions[at.mention])


def _article(told: _Told, article: Article) -> Iterator[str]:
    """Yield why each mention of an article is what it is, in reading order, and what would change the unsure ones."""
    slug = article.document.slug
    yield article.document.metadata.title
    yield f"  articles/{slug}, {_count(len(article.mentions), 'mention')}"
    yield ""
    for linked in article.mentions:
        yield from _mention(told, article, linked, told.corpus.by_id[linked.entity])
    unsure = [linked for linked in article.mentions if not linked.mention.certain]
    if unsure:
        yield from ("", f"What would change the unsure ones, in {told.authority.path} (copy what is right):")
        for linked in unsure[:_FEW]:
            yield from mention_rules(article, linked)
    if article.mentions:
        yield from ("", f"For any mention: fundstelle explain '{slug}#{article.mentions[-1].anchor}'")


def _one(told: _Told, article: Article, anchor: str) -> Iterator[str]:
    """Yield why one mention is what it is, and the rules that would change it."""
    linked = next((linked for linked in article.mentions if linked.anchor == anchor), None)
    if linked is None:
        last = len(article.mentions)
        raise UserError(f"{article.document.slug} has no mention '{anchor}'; its mentions are m-1 to m-{last}")
    entity = told.corpus.by_id[linked.entity]
    yield from _mention(told, article, linked, entity)
    yield from ("", f"What would change it, in {told.authority.path} (copy what is right; … is for you to fill in):")
    yield from mention_rules(article, linked)
    yield from entity_rules(entity, told.corpus, told.authority)


def _no_name(told: _Told, words: str) -> Iterator[str]:
    """Yield where words stand that nobody found to be a name; nothing when they stand nowhere."""
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    found = [
        (article, match.start())
        for article in told.corpus.articles
        for match in islice(pattern.finditer(article.document.text), _FEW)
    ]
    if not found:
        return
    yield f"'{words}' stands in the articles, but was found to be no name of its own:"
    ignored = next((word for word in told.authority.ignored if word.word == words), None)
    if ignored:
        yield f"  [ignore] in {told.authority.path}:{ignored.line} says so"
    for article, start in found[:_FEW]:
        end = start + len(words)
        yield from ("", f"  {article.document.slug}", f"    {_quote(article, start, end)}")
        inside = next((m for m in article.mentions if m.mention.start < end and start < m.mention.end), None)
        if inside:
            yield f"        a part of {_KINDS[inside.mention.label]} '{inside.mention.text}'"
        elif any(
            block.start <= start < block.end and block.kind in ("credit", "teaser", "leftover", "code")
            for block in article.document.blocks
        ):
            yield "        in a part of the source that is set apart; no names are looked for there"
    yield from ("", f"What would change it, in {told.authority.path} (copy what is right):")
    if ignored:
        yield from ("", f"# take it out of the words in line {ignored.line}")
    else:
        yield from missing_rules(words, *found[0])


def _mention(told: _Told, article: Article, linked: Linked, entity: Entity | None = None) -> Iterator[str]:
    mention = linked.mention
    yield f"    {linked.anchor:<5} {_quote(article, mention.start, mention.end)}"
    yield f"          {_KINDS[mention.label]}: {_finder(told, article, mention)}"
    named = f"{entity.name}: " if entity else ""
    yield f"          {named}{_REASONS.get(linked.reason, linked.reason)} [{linked.reason}]"


def _finder(told: _Told, article: Article, mention: Mention) -> str:
    """Return what found a mention and why it has its label."""
    authority = told.authority
    if mention.layer == "curator":
        lines = [
            judgement.line
            for judgement in authority.judgements
            if judgement.article == article.document.slug and judgement.quote == mention.text
        ]
        return f"a judgement, {authority.path}:{lines[0]}" if lines else "a judgement of the authority file"
    if mention.layer == "authority":
        record = next((record for record in authority.records if mention.text in record.forms), None)
        return f"a name in {authority.path}:{record.line}" if record else "a name of the authority file"
    if mention.label == "DEMONYM":
        return "a list of words for people and things of a place"
    if mention.layer == "rule" or mention.score == FOUND_AGAIN:
        return "overlooked by the recogniser; the same words are a name elsewhere in the article"
    if mention.certain:
        return f"the recogniser is sure ({mention.score:.2f})"
    others = told.sure.get(mention.text, Counter())
    votes = ", ".join(f"{_count(n, _KINDS[label])}" for label, n in sorted(others.items(), key=lambda v: (-v[1], v[0])))
    more = f"; for sure the same words are: {votes}" if votes else ""
    return f"the recogniser is not sure ({mention.score:.2f}){more}"


def _quote(article: Article, start: int, end: int) -> str:
    """Return a stretch in brackets with the words around it, in one line."""
    text = article.document.text
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    # Half words at the edges say nothing.
    before = before.split(" ", 1)[-1] if start > _AROUND else before
    after = after.rsplit(" ", 1)[0] if end + _AROUND < len(text) else after
    return " ".join(f"{before}[{text[start:end]}]{after}".split())


def _where(entity: Entity) -> str:
    if entity.geo is None:
        return "no, it is not clear where this is"
    geo = entity.geo
    facts = [fact for fact in (geo.kind, geo.country, geo.geonames and f"GeoNames {geo.geonames}") if fact]
    return f"{geo.lat:.2f}, {geo.lon:.2f}" + (f" ({', '.join(facts)})" if facts else "")


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
