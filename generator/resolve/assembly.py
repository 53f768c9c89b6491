"""The corpus put together: rules applied in their order, entities made, mentions linked, moved addresses noted."""

from collections.abc import Mapping
from types import MappingProxyType

from generator.authority import Authority, EntityLabel
from generator.model import Alias, Annotated, Article, Corpus, Entity, Geo, Linked, Redirect
from generator.resolve.fixed import Fixed
from generator.resolve.geography import link_places
from generator.resolve.headings import Group, addresses, group_links, headings
from generator.resolve.institutions import link_organisations
from generator.resolve.links import Link
from generator.resolve.people import link_people
from generator.resolve.persons import parse_person
from generator.resolve.redaction import redact
from generator.resolve.roles import collect_roles
from generator.resolve.verdicts import judge
from generator.resolve.withheld import widen
from generator.urls import slug

FOLDERS: Mapping[EntityLabel, str] = MappingProxyType(
    {"PERSON": "people", "PLACE": "places", "ORGANISATION": "organisations"}
)
"""First part of an entity's id."""

_Things = Mapping[EntityLabel, Mapping[tuple[int, int], Link]]
_Ids = Mapping[tuple[EntityLabel, str], str]


def resolve(
    articles: tuple[Annotated, ...], authority: Authority | None = None, *, home: str = "DE", language: str = "de"
) -> Corpus:
    """Return all articles with every mention linked to its entity, and the entities.

    `home` is the country of the site (ISO 3166-1 alpha-2) and `language` its language: the first decides between places of
    one name, the second which form becomes the heading. The order of `articles` has no influence.
    """
    fixed = Fixed(widen(authority or Authority(), articles))
    ordered = judge(tuple(sorted(articles, key=_order)), fixed.authority)
    people = link_people(ordered, fixed)
    geography = link_places(ordered, fixed, home, language)
    things: _Things = {
        "PERSON": people.links,
        "PLACE": geography.links,
        "ORGANISATION": link_organisations(ordered, fixed),
    }
    made: list[tuple[Group, str, str]] = []
    for label, links in things.items():
        groups = group_links(ordered, label, links, fixed.record, geography.located if label == "PLACE" else {})
        names = headings(groups, language, fixed.heading)
        paths = (f"{FOLDERS[label]}/{address}" for address in addresses(names))
        made += zip(groups, names, paths, strict=True)
    ids: _Ids = {(group.label, group.key): path for group, _, path in made}
    resolved = tuple(_article(index, article, things, ids) for index, article in enumerate(ordered))
    roles = collect_roles(resolved, language)
    entities = []
    for group, name, path in made:
        bearers = people.open.get(group.key, ()) if group.label == "PERSON" else ()
        candidates = tuple(ids["PERSON", bearer] for bearer in bearers if ("PERSON", bearer) in ids)
        record = group.record
        found = roles.get(path, ())
        entities.append(
            Entity(
                id=path,
                label=group.label,
                name=name,
                sort_key=parse_person(name).sort_key if group.label == "PERSON" else name,
                aliases=tuple(Alias(text, count) for text, count in group.texts if text != name),
                loci=group.loci,
                weak=group.weak,
                description=record.description if record else "",
                roles=found,
                same_as=record.same_as if record else (),
                geo=_geo(group),
                open=bool(candidates),
                candidates=candidates,
                noindex=bool(record and record.noindex),
            )
        )
    by_id = {entity.id: entity for entity in sorted(entities, key=lambda e: e.id)}
    corpus = Corpus(
        articles=resolved,
        entities=tuple(by_id.values()),
        redirects=_redirects(fixed.authority, made, by_id),
        by_id=MappingProxyType(by_id),
    )
    return redact(corpus, fixed.authority)


def _order(article: Annotated) -> tuple[int, str]:
    """Newest first, without date last, then by slug."""
    date = article.document.metadata.date
    return (-date.toordinal() if date else 1, article.document.slug)


def _geo(group: Group) -> Geo | None:
    if group.record and group.record.geo:
        return group.record.geo
    place = group.place
    return Geo(place.lat, place.lon, place.country, place.geonames or "", place.kind) if place else None


def _article(index: int, article: Annotated, things: _Things, ids: _Ids) -> Article:
    linked = []
    for k, mention in enumerate(article.mentions):
        label: EntityLabel = "PLACE" if mention.label == "DEMONYM" else mention.label
        link = things[label][index, k]
        linked.append(Linked(mention=mention, entity=ids[label, link.key], anchor=f"m-{k + 1}", reason=link.reason))
    return Article(document=article.document, mentions=tuple(linked), figures=article.figures, dates=article.dates)


def _redirects(
    authority: Authority, made: list[tuple[Group, str, str]], by_id: Mapping[str, Entity]
) -> tuple[Redirect, ...]:
    """Return where addresses moved that names had before the authority file merged or renamed them; sorted."""
    paths = {(group.label, name): path for group, name, path in made}
    moved: dict[str, str] = {}
    renamed = [(label, rename.new, (rename.old,)) for rename in authority.renames for label in FOLDERS]
    merged = [(merge.label, merge.names[0], merge.names[1:]) for merge in authority.merges]
    named = [(record.label, record.name, record.forms[1:]) for record in authority.records]
    for label, name, others in (*renamed, *merged, *named):
        forms = {form for group, _, path in made if group.label == label for form, _, _ in group.forms}
        path = paths.get((label, name)) or next(
            (p for g, _, p in made if g.label == label and any(form == name for form, _, _ in g.forms)), ""
        )
        if path:
            moved |= {f"{FOLDERS[label]}/{slug(other)}": path for other in others if other in forms or label}
    moved |= {move.old: move.new for move in authority.moved}
    return tuple(Redirect(old, new) for old, new in sorted(moved.items()) if old not in by_id and new in by_id)
