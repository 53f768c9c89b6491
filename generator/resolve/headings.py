"""What a thing is called on its page, and its address."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.authority import EntityLabel, Record
from generator.model import Annotated, Locus
from generator.places import Place, country_name
from generator.resolve import organisations
from generator.resolve.inflection import headed
from generator.resolve.links import Link
from generator.resolve.persons import is_initial, parse_person
from generator.resolve.spelling import tidy
from generator.urls import distinct


@dataclass(frozen=True, slots=True)
class Group:
    """All mentions of one thing."""

    label: EntityLabel
    key: str
    forms: tuple[tuple[str, str, int], ...]
    """Name without genitive, language of the article, how often; sorted."""
    texts: tuple[tuple[str, int], ...]
    """Words of the mentions and how often, most frequent first."""
    loci: tuple[Locus, ...]
    weak: tuple[Locus, ...]
    record: Record | None = None
    """What the authority file says about it."""
    place: Place | None = None
    """Where it is, if the gazetteer knows."""


def group_links(
    articles: tuple[Annotated, ...],
    label: EntityLabel,
    links: Mapping[tuple[int, int], Link],
    record: Callable[[EntityLabel, tuple[str, ...]], Record | None],
    located: Mapping[str, Place],
) -> tuple[Group, ...]:
    """Return the things that links of one kind lead to, the ones named in older articles first."""
    found: dict[str, list[tuple[Locus, Link]]] = {}
    for place in sorted(links):
        link = links[place]
        found.setdefault(link.key, []).append((Locus(*place), link))
    groups = []
    for key, places in found.items():
        forms: Counter[tuple[str, str]] = Counter()
        texts: Counter[str] = Counter()
        loci, weak = [], []
        for at, link in places:
            article = articles[at.article]
            mention = article.mentions[at.mention]
            if mention.label == "DEMONYM":
                weak.append(at)
                continue
            loci.append(at)
            forms[link.form, article.document.metadata.language] += 1
            texts[tidy(mention.text)] += 1
        names = tuple(sorted({link.form for _, link in places}))
        groups.append(
            Group(
                label,
                key,
                tuple((form, language, count) for (form, language), count in sorted(forms.items())),
                tuple(sorted(texts.items(), key=lambda item: (-item[1], item[0]))),
                tuple(loci),
                tuple(weak),
                record(label, (key.lstrip("=@?"), *names)),
                located.get(key),
            )
        )
    return tuple(sorted(groups, key=lambda group: _age(articles, group)))


def _age(articles: tuple[Annotated, ...], group: Group) -> tuple[dt.date, str, int, str]:
    """Sort by the oldest article: of two that want one address the older keeps it when articles are added."""
    documents = [(articles[at.article].document, at.mention) for at in (*group.loci, *group.weak)]
    first = min((d.metadata.date or dt.date.max, d.slug, mention) for d, mention in documents)
    return (*first, group.key)


def headings(
    groups: tuple[Group, ...], language: str, renamed: Callable[[EntityLabel, tuple[str, ...]], str]
) -> tuple[str, ...]:
    """Return the heading of each group; `renamed` says what a curator calls it.

    Two of one name are told apart where fuller names are known.
    """
    names = []
    for group in groups:
        name = heading(group, language)
        forms = tuple(form for form, _, _ in group.forms)
        names.append(name if group.record else renamed(group.label, (name, *forms)) or name)
    # Of places of one name the one named most keeps it plain.
    most: dict[str, int] = {}
    for name, group in zip(names, groups, strict=True):
        most[name] = max(most.get(name, 0), len(group.loci) or 1)
    often = Counter(names)
    return tuple(
        name
        if often[name] == 1 or group.record or (group.place and len(group.loci) == most[name])
        else _fuller(name, group, language)
        for name, group in zip(names, groups, strict=True)
    )


def _fuller(name: str, group: Group, language: str) -> str:
    """Return a heading that tells a thing from another one of the same name."""
    place = group.place
    if place and place.name != name:
        return place.name
    if place and place.country and place.kind != "country":
        return f"{name} ({country_name(place.country, language)})"
    if group.label == "ORGANISATION":
        longer = {_plain(group.label, form) for form, _, _ in group.forms if len(form) > len(name)}
        return min(longer, key=lambda form: (len(form), form), default=name)
    return name


def addresses(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the last part of each address, no two alike; the first of two that collide keeps the plain one."""
    return distinct(names)


def heading(group: Group, language: str) -> str:
    """Return the fullest frequent form of a name, from articles in the site's language where there are any."""
    if group.record:
        return group.record.heading(language)
    own = [(form, count) for form, tongue, count in group.forms if tongue == language]
    forms: Counter[str] = Counter()
    for form, count in own or [(form, count) for form, _, count in group.forms]:
        forms[_plain(group.label, form)] += count
    if group.place:
        # Named in other languages or by adjectives only: the gazetteer's name; else that of the articles, unless it is rare.
        often = max(forms.values(), default=0)
        if not own or forms[group.place.name] * 3 >= often:
            return group.place.name
    if not forms:
        return group.key.lstrip("=@?")
    if group.label != "PERSON":
        # "SPD" rather than the name in full, but "Frankfurt an der Oder" rather than "Frankfurt".
        longer = -1 if group.label == "PLACE" else 1
        most = min(forms, key=lambda f: (-forms[f], longer * len(f), f))
        return (group.label == "ORGANISATION" and _spelled_out(most, forms)) or most

    def rank(form: str) -> tuple[bool, bool, int, int, str]:
        name = parse_person(form)
        return (not name.full, any(map(is_initial, name.given[:1])), -forms[form], -len(form), form)

    return min(forms, key=rank)


def _spelled_out(short: str, forms: Mapping[str, int]) -> str:
    """Return the long form of an abbreviation that is not known to everybody: "Thai Rak Thai" rather than "TRT"."""
    if organisations.known(short):
        # Where the table has a long form first, that is what everybody says: "Human Rights Watch" rather than "HRW".
        first = organisations.foremost(short)
        return first if first in forms and organisations.abbreviates(short, first) else ""
    longs = [form for form in forms if organisations.abbreviates(short, form) or organisations.initials(short, form)]
    return min(longs, key=lambda form: (-forms[form], len(form), form), default="")


def _plain(label: EntityLabel, form: str) -> str:
    """Return a form without what its sentence did to it."""
    if label == "PERSON":
        return parse_person(form).heading
    return (organisations.canonical(form) if label == "ORGANISATION" else "") or headed(form)
