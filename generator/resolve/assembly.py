"""The corpus put together: headings, addresses, aliases, and who is named where."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from generator.authority import Authority, EntityLabel
from generator.model import Alias, Annotated, Article, Corpus, Entity, Linked, Locus
from generator.resolve.fixed import Fixed
from generator.resolve.links import Link
from generator.resolve.people import People, link_people
from generator.resolve.persons import is_initial, parse_person
from generator.resolve.spelling import tidy
from generator.resolve.things import link_organisations, link_places
from generator.urls import distinct

FOLDERS: Mapping[EntityLabel, str] = MappingProxyType(
    {"PERSON": "people", "PLACE": "places", "ORGANISATION": "organisations"}
)
"""First part of an entity's id."""


@dataclass(frozen=True, slots=True)
class _Group:
    """All mentions of one thing."""

    label: EntityLabel
    key: str
    forms: Counter[tuple[str, str]]
    """(form without genitive, language of the article), counted."""
    texts: Counter[str]
    """Words of the mentions, counted."""
    loci: list[Locus] = field(default_factory=list)
    weak: list[Locus] = field(default_factory=list)


def resolve(
    articles: tuple[Annotated, ...], authority: Authority | None = None, *, home: str = "DE", language: str = "de"
) -> Corpus:
    """Return all articles with every mention linked to its entity, and the entities.

    `home` is the country of the site (ISO 3166-1 alpha-2) and `language` its language: the first decides between places of
    one name, the second which form becomes the heading. The order of `articles` has no influence.
    """
    fixed = Fixed(authority or Authority())
    ordered = tuple(sorted(articles, key=_order))
    people = link_people(ordered, fixed)
    things: dict[EntityLabel, Mapping[tuple[int, int], Link]] = {
        "PERSON": people.links,
        "PLACE": link_places(ordered, fixed),
        "ORGANISATION": link_organisations(ordered, fixed),
    }
    groups = {label: _grouped(ordered, label, links) for label, links in things.items()}
    entities: dict[tuple[EntityLabel, str], Entity] = {}
    for label, found in groups.items():
        entities |= _entities(ordered, label, found, fixed, people, language)
    resolved = tuple(_article(index, article, things, entities) for index, article in enumerate(ordered))
    by_id = {entity.id: entity for entity in sorted(entities.values(), key=lambda e: e.id)}
    return Corpus(articles=resolved, entities=tuple(by_id.values()), by_id=MappingProxyType(by_id))


def _order(article: Annotated) -> tuple[int, str]:
    """Newest first, without date last, then by slug."""
    date = article.document.metadata.date
    return (-date.toordinal() if date else 1, article.document.slug)


def _grouped(
    articles: tuple[Annotated, ...], label: EntityLabel, links: Mapping[tuple[int, int], Link]
) -> dict[str, _Group]:
    groups: dict[str, _Group] = {}
    for (i, k), link in sorted(links.items()):
        group = groups.setdefault(link.key, _Group(label, link.key, Counter(), Counter()))
        mention = articles[i].mentions[k]
        if mention.label == "DEMONYM":
            group.weak.append(Locus(i, k))
            continue
        group.loci.append(Locus(i, k))
        group.forms[link.form, articles[i].document.metadata.language] += 1
        group.texts[tidy(mention.text)] += 1
    return groups


def _entities(
    articles: tuple[Annotated, ...],
    label: EntityLabel,
    groups: Mapping[str, _Group],
    fixed: Fixed,
    people: People,
    language: str,
) -> dict[tuple[EntityLabel, str], Entity]:
    def age(key: str) -> tuple[dt.date, str, int, str]:
        # Addresses stay when articles are added: of two that collide, the one named in the older article keeps it.
        group = groups[key]
        first = min(
            (articles[at.article].document.metadata.date or dt.date.max, articles[at.article].document.slug, at.mention)
            for at in (*group.loci, *group.weak)
        )
        return (*first, key)

    keys = sorted(groups, key=age)
    names = {key: heading(label, groups[key], language) for key in keys}
    ids = dict(zip(keys, distinct(names[key] for key in keys), strict=True))
    found: dict[tuple[EntityLabel, str], Entity] = {}
    for key in keys:
        group, name = groups[key], names[key]
        bearers = people.open.get(key, ()) if label == "PERSON" else ()
        found[label, key] = Entity(
            id=f"{FOLDERS[label]}/{ids[key]}",
            label=label,
            name=name,
            sort_key=parse_person(name).sort_key if label == "PERSON" else name,
            aliases=tuple(
                Alias(text, count)
                for text, count in sorted(group.texts.items(), key=lambda item: (-item[1], item[0]))
                if text != name
            ),
            loci=tuple(group.loci),
            weak=tuple(group.weak),
            open=bool(bearers),
            candidates=tuple(f"{FOLDERS[label]}/{ids[bearer]}" for bearer in bearers if bearer in ids),
        )
    return found


def heading(label: EntityLabel, group: _Group, language: str) -> str:
    """Return the fullest frequent form of a name, from articles in the site's language where there are any."""
    own = {form: count for (form, tongue), count in group.forms.items() if tongue == language}
    forms: Counter[str] = Counter(own)
    if not own:
        for (form, _), count in group.forms.items():
            forms[form] += count
    if not forms:
        return group.key.removeprefix("?")
    if label != "PERSON":
        return min(forms, key=lambda f: (_oblique(f), -forms[f], len(f), f))
    plain: Counter[str] = Counter()
    for form, count in forms.items():
        plain[parse_person(form).heading] += count

    def rank(form: str) -> tuple[bool, bool, int, int, str]:
        name = parse_person(form)
        return (not name.full, any(map(is_initial, name.given[:1])), -plain[form], -len(form), form)

    return min(plain, key=rank)


def _oblique(form: str) -> bool:
    """Return whether a name of several words stands in a case that no heading has: "Deutschen Bank", "Ostchinesischen Meer"."""
    first, _, rest = form.partition(" ")
    return bool(rest) and first.endswith(("en", "em")) and first[0].isupper() and rest[0].isupper()


def _article(
    index: int,
    article: Annotated,
    things: Mapping[EntityLabel, Mapping[tuple[int, int], Link]],
    entities: Mapping[tuple[EntityLabel, str], Entity],
) -> Article:
    linked = []
    for k, mention in enumerate(article.mentions):
        label: EntityLabel = "PLACE" if mention.label == "DEMONYM" else mention.label
        link = things[label][index, k]
        linked.append(
            Linked(mention=mention, entity=entities[label, link.key].id, anchor=f"m-{k + 1}", reason=link.reason)
        )
    return Article(document=article.document, mentions=tuple(linked), figures=article.figures, dates=article.dates)
