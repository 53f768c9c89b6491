"""Takedowns and pseudonyms: a person's name is taken out of everything that leaves this program.

Where an entity has a takedown its mentions go and the name in the text becomes a neutral "N. N."; with a pseudonym the
mentions stay and bear the other name. That holds for the texts, titles and metadata, for addresses made from them and for
places where the recogniser had missed the name: full forms are replaced wherever they stand, family names and adjectives
made of them ("mustermannsche") in the articles that name the person. All spans move along. The source in `seeds/` stays as it is, and no redirect tells the old address.
"""

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from types import MappingProxyType

from generator.authority import Authority, Record
from generator.model import (
    Article,
    Corpus,
    Document,
    Entity,
    Linked,
    Locus,
    Metadata,
    Quantity,
    Span,
)
from generator.resolve.moving import Edit, Moved
from generator.resolve.persons import parse_person
from generator.resolve.spelling import tidy
from generator.resolve.withheld import is_withheld, tells
from generator.urls import slug

NOBODY = "N. N."
"""What stands in the text where a name was taken down."""


@dataclass(frozen=True, slots=True)
class _Order:
    """One person whose name goes."""

    record: Record
    entity: Entity | None
    anywhere: re.Pattern[str]
    """Full forms of the name."""
    family: re.Pattern[str]
    """Its family name and what else of it stands alone somewhere, for articles that name the person."""
    short: tuple[str, ...]
    """The forms of `family`."""
    cut: re.Pattern[str]
    """Its first name where a made title breaks off behind it."""

    @property
    def instead(self) -> str:
        """What stands for the name."""
        return self.record.pseudonym or NOBODY

    def stand_in(self, match: re.Match[str]) -> str:
        """Return what stands for one occurrence of the name; a pseudonym keeps the genitive."""
        return self.instead + ((match["s"] or "") if self.record.pseudonym else "")


@dataclass(frozen=True, slots=True)
class _Plan:
    """Everything that has to go."""

    orders: tuple[_Order, ...]
    gone: frozenset[str]
    """Ids of entities taken down."""
    renamed: Mapping[str, str]
    """Old id to new one."""
    unsure: frozenset[str]
    """Ids of open surnames: a bare name that may be the person's goes too."""

    def here(self, index: int, article: Article) -> tuple[_Order, ...]:
        """Return the orders for persons whom an article names, also where nobody found the name in it."""
        metadata = article.document.metadata
        texts = (article.document.text, metadata.title, metadata.subtitle, metadata.author, *metadata.tags)
        return tuple(
            o
            for o in self.orders
            if (o.entity and any(at.article == index for at in o.entity.loci)) or any(map(o.anywhere.search, texts))
        )


def redact(corpus: Corpus, authority: Authority) -> Corpus:
    """Return the corpus without the names the authority file takes down or replaces; the corpus itself if there are none."""
    records = [record for record in authority.records if is_withheld(record)]
    if not records:
        return corpus
    orders = tuple(_order(record, corpus) for record in records)
    plan = _Plan(
        orders,
        frozenset(o.entity.id for o in orders if o.entity and o.record.takedown),
        _renamed(corpus, orders),
        frozenset(entity.id for entity in corpus.entities if entity.open),
    )
    articles, moves = [], []
    slugs: set[str] = set()
    for index, article in enumerate(corpus.articles):
        changed, kept = _article(article, plan, plan.here(index, article), slugs)
        slugs.add(changed.document.slug)
        articles.append(changed)
        moves.append({old: new for new, old in enumerate(kept)})
    entities = [
        _entity(entity, next((o for o in orders if o.entity is entity), None), moves, plan)
        for entity in corpus.entities
        if entity.id not in plan.gone
    ]
    by_id = {entity.id: entity for entity in sorted(entities, key=lambda e: e.id) if entity.loci or entity.weak}
    redirects = tuple(
        r
        for r in corpus.redirects
        if r.new in by_id and not any(slug(form) in r.old for o in orders for form in o.record.forms)
    )
    return Corpus(
        articles=tuple(articles),
        entities=tuple(by_id.values()),
        redirects=redirects,
        by_id=MappingProxyType(by_id),
    )


def _renamed(corpus: Corpus, orders: tuple[_Order, ...]) -> Mapping[str, str]:
    """Return the new addresses of persons with a pseudonym."""
    people = [order for order in orders if order.entity and order.record.pseudonym]
    taken = {entity.id for entity in corpus.entities} - {o.entity.id for o in people if o.entity}
    found: dict[str, str] = {}
    for order in people:
        plain = address = f"people/{slug(order.instead)}"
        number = 1
        while address in taken:
            number += 1
            address = f"{plain}-{number}"
        taken.add(address)
        found[order.entity.id if order.entity else ""] = address
    return found


def _order(record: Record, corpus: Corpus) -> _Order:
    forms = {tidy(form) for form in record.forms}
    found = (e for e in corpus.entities if e.label == "PERSON" and not e.open)
    entity = next((e for e in found if e.name in forms or any(a.name in forms for a in e.aliases)), None)
    if entity:
        forms |= {entity.name, *(alias.name for alias in entity.aliases)}
    full = sorted({form for form in forms if parse_person(form).full}, key=lambda form: (-len(form), form))
    # "Thaksin" is no family name, and yet what the articles call Thaksin Shinawatra.
    alone = {form for form in forms if " " not in form and len(form) > 2}
    short = sorted({*alone, *(parse_person(form).family for form in full)}, key=lambda form: (-len(form), form))
    given = sorted({re.escape(parse_person(form).given[0]) for form in full})
    cut = re.compile(rf"(?<!\w)(?:{'|'.join(given) or '(?!)'})(?P<s>)(?= …$)")
    return _Order(record, entity, _words(full), _words(short), tuple(short), cut)


def _words(forms: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of whole words, in any case, with a genitive -s, as an adjective or bare; white space counts as one."""
    spaced = [r"\s+".join(map(re.escape, form.split())) for form in forms]
    return (
        re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?P<s>(?:['’]?s(?:che[nrms]?)?))?(?!\w)", re.IGNORECASE)
        if spaced
        else re.compile(r"(?!)")
    )


def _article(
    article: Article, plan: _Plan, here: tuple[_Order, ...], slugs: AbstractSet[str]
) -> tuple[Article, list[int]]:
    """Return the article without the names, and which of its mentions are left."""
    document = article.document
    metadata = _metadata(document.metadata, plan.orders, here)
    records = [order.record for order in plan.orders]
    marks = tuple(m for m in document.marks if m.kind != "link" or not (here or tells(m.href, records)))
    name = plain = _redacted_slug(document.slug, plan.orders, here)
    number = 1
    while name in slugs and name != document.slug:
        number += 1
        name = f"{plain}-{number}"
    edits = _edits(article, plan, here)
    mentions = [k for k, linked in enumerate(article.mentions) if linked.entity not in plan.gone]
    if not edits and (metadata, marks, name) == (document.metadata, document.marks, document.slug):
        return article, mentions
    moved = Moved(document.text, edits)
    # Whoever else is named inside a replaced stretch has no place of its own any more.
    mentions = [
        k for k in mentions if moved.whole(article.mentions[k].mention) or article.mentions[k].entity in plan.renamed
    ]
    left = tuple(_linked(article.mentions[k], moved, n, plan.renamed) for n, k in enumerate(mentions, 1))
    changed = Article(
        document=_document(replace(document, marks=marks), moved, metadata, name),
        mentions=left,
        figures=_quantities(article.figures, moved),
        dates=_quantities(article.dates, moved),
    )
    return changed, mentions


def _edits(article: Article, plan: _Plan, here: tuple[_Order, ...]) -> list[Edit]:
    """Return the stretches of an article's text to replace; sorted, disjoint."""
    edits: list[Edit] = []
    by_entity = {order.entity.id: order for order in here if order.entity}
    others = []
    for linked in article.mentions:
        m = linked.mention
        if order := by_entity.get(linked.entity):
            genitive = order.record.pseudonym and m.text.endswith("s") and not order.record.name.endswith("s")
            edits.append(Edit(m.start, m.end, order.instead + ("s" if genitive else "")))
        elif m.label == "PERSON" and linked.entity not in plan.unsure:
            # A relative of the same family name keeps it.
            others.append((m.start, m.end))
    for order in plan.orders:
        for pattern in (order.anywhere, order.family) if order in here else (order.anywhere,):
            for match in pattern.finditer(article.document.text):
                taken = [(e.start, e.end) for e in edits] + (others if pattern is order.family else [])
                if not any(a < match.end() and match.start() < b for a, b in taken):
                    edits.append(Edit(match.start(), match.end(), order.stand_in(match)))
    return sorted(edits, key=lambda edit: edit.start)


def _linked(linked: Linked, moved: Moved, number: int, renamed: Mapping[str, str]) -> Linked:
    mention = linked.mention
    start, end = moved.start(mention.start), moved.end(mention.end)
    mention = replace(mention, start=start, end=end, text=moved.text[start:end])
    return replace(linked, mention=mention, entity=renamed.get(linked.entity, linked.entity), anchor=f"m-{number}")


def _quantities(found: tuple[Quantity, ...], moved: Moved) -> tuple[Quantity, ...]:
    return tuple(replace(q, start=moved.start(q.start), end=moved.end(q.end)) for q in found if moved.whole(q))


def _document(document: Document, moved: Moved, metadata: Metadata, name: str) -> Document:
    return replace(
        document,
        slug=name,
        path=document.path if name == document.slug else f"{name}.txt",
        text=moved.text,
        metadata=metadata,
        blocks=tuple(replace(b, start=moved.start(b.start), end=moved.end(b.end)) for b in document.blocks),
        marks=tuple(replace(m, start=moved.start(m.start), end=moved.end(m.end)) for m in document.marks),
        sentences=tuple(Span(moved.start(s.start), moved.end(s.end)) for s in document.sentences),
    )


def _without(text: str, orders: tuple[_Order, ...], here: tuple[_Order, ...]) -> str:
    for order in orders:
        for pattern in (order.anywhere, order.family, order.cut) if order in here else (order.anywhere,):
            text = pattern.sub(order.stand_in, text)
    return text


def _metadata(metadata: Metadata, orders: tuple[_Order, ...], here: tuple[_Order, ...]) -> Metadata:
    def clean(text: str) -> str:
        return _without(text, orders, here)

    return replace(
        metadata,
        title=clean(metadata.title),
        subtitle=clean(metadata.subtitle),
        author=clean(metadata.author),
        publisher=clean(metadata.publisher),
        # The original names the person: an article that does links to it no more.
        source="" if here or tells(metadata.source, [o.record for o in orders]) else metadata.source,
        tags=tuple(dict.fromkeys(clean(tag) for tag in metadata.tags)),
    )


def _redacted_slug(name: str, orders: tuple[_Order, ...], here: tuple[_Order, ...]) -> str:
    for order in orders:
        forms = [order.record.name, *(order.short if order in here else ())]
        for form in forms:
            pattern = rf"(?<![a-z0-9]){re.escape(slug(form))}s?(?![a-z0-9])"
            name = re.sub(pattern, slug(order.instead), name)
    return name


def _entity(entity: Entity, order: _Order | None, moves: list[dict[int, int]], plan: _Plan) -> Entity:
    def moved(loci: tuple[Locus, ...]) -> tuple[Locus, ...]:
        return tuple(Locus(at.article, moves[at.article][at.mention]) for at in loci if at.mention in moves[at.article])

    changed = replace(
        entity,
        id=plan.renamed.get(entity.id, entity.id),
        loci=moved(entity.loci),
        weak=moved(entity.weak),
        roles=tuple(replace(role, sources=moved(role.sources)) for role in entity.roles),
        candidates=tuple(plan.renamed.get(c, c) for c in entity.candidates if c not in plan.gone),
    )
    if order is None:
        return changed
    name = order.instead
    sort_key = parse_person(name).sort_key
    return replace(changed, name=name, sort_key=sort_key, aliases=(), roles=(), same_as=(), description="")
