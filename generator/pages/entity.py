"""A page per person, place and organisation: who or what it is, and every line in which it is named.

An entity named thousands of times has its concordance in parts, `people/x.html`, `people/x.2.html`, …; a dot cannot stand
in a slug, so a part never takes the address of another entity.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.drawings import Histogram, over_time
from generator.highlight import data_block
from generator.linkeddata import address, article_path, entity_feed, entity_path, entity_statements
from generator.model import Article, Entity, Locus, Page, Quantity
from generator.pages.atlas import Window, atlas
from generator.pages.lines import Group, groups, in_parts
from generator.pages.portrait import KINDS, Record, position, records, who
from generator.pages.site import Chrome, Site, chrome
from generator.pages.units import first_number, value_words
from generator.strings import Strings

LINES_ON_A_PAGE = 400
"""A page with more lines goes on in a further part, at the end of an article."""
MOST_ALIASES = 6
"""So many other names stand under the heading; all of them stand in the margin."""
MOST_FIGURES = 12
MOST_TOGETHER = 8


@dataclass(frozen=True, slots=True)
class Named:
    """A link to another entity with a word on it."""

    path: str
    name: str
    note: str


@dataclass(frozen=True, slots=True)
class Nearby:
    """A figure in a sentence that names the entity."""

    target: str
    text: str
    """As the article has it."""
    value: str
    """Normalised, where it says more than the text."""
    article: str


@dataclass(frozen=True, slots=True)
class Part:
    """One of several pages of an entity."""

    path: str
    number: int
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityView:
    """What stands on the page of an entity."""

    chrome: Chrome
    name: str
    layer: str
    """`person`, `place` or `organisation`."""
    section: str
    """Path of the index the entity stands in."""
    section_name: str
    description: str
    """One line on who or what; may be empty."""
    facts: tuple[str, ...]
    """How often, when, under which other names: pieces of one line."""
    aliases: tuple[tuple[str, str], ...]
    """Every form with its count in words of the interface."""
    roles: tuple[tuple[str, str], ...]
    records: tuple[Record, ...]
    position: str
    """Coordinates in words; empty when unknown."""
    window: Window | None
    """Where a place is."""
    histogram: Histogram | None
    groups: tuple[Group, ...]
    weak: tuple[Group, ...]
    """Lines with a demonym ("russische")."""
    weak_forms: str
    open: bool
    candidates: tuple[Named, ...]
    together: tuple[Named, ...]
    nearby: tuple[Nearby, ...]
    cite: str
    """How to cite, without the address."""
    address: str
    feed: str
    parts: tuple[Part, ...]
    """Empty when one page holds everything."""
    part: int


def entity_pages(site: Site) -> Iterator[Page]:
    """Yield the pages of all entities, by id; a long one in parts."""
    windows = atlas(site).windows
    for entity in site.corpus.entities:
        yield from _pages(site, entity, windows.get(entity.id))


def part_path(identifier: str, part: int) -> str:
    """Return where a part of an entity's concordance stands, counted from 1."""
    return f"{identifier}.html" if part == 1 else f"{identifier}.{part}.html"


def _pages(site: Site, entity: Entity, window: Window | None) -> Iterator[Page]:
    strings, kind = site.strings, KINDS[entity.label]
    found = groups(site, entity.loci)
    parts = tuple(in_parts(found, LINES_ON_A_PAGE))
    forms = Counter(_text(site.corpus.articles[locus.article], locus) for locus in entity.weak)
    description = who(entity, strings)
    facts = _facts(site, entity)
    feed = entity_feed(entity, site.settings)
    for number, lines in enumerate(parts, 1):
        path, first = part_path(entity.id, number), number == 1
        yield Page(
            path,
            "entity.html",
            EntityView(
                chrome=chrome(
                    site,
                    path,
                    entity.name if first else f"{entity.name} ({strings.gettext('Part')} {number})",
                    description=" · ".join((description, *facts[:1]) if description else facts[:2]),
                    feed=feed,
                    kind="profile" if entity.label == "PERSON" else "website",
                    jsonld=data_block(entity_statements(entity, site.settings)),
                    noindex=entity.noindex,
                ),
                name=entity.name,
                layer=kind.layer,
                section=f"{kind.folder}/index.html",
                section_name=strings.gettext(kind.many),
                description=description,
                facts=facts,
                aliases=tuple((alias.name, strings.number(alias.count)) for alias in entity.aliases),
                roles=tuple((role.phrase, strings.number(role.count)) for role in entity.roles),
                records=records(entity),
                position=position(entity, strings),
                window=window if first else None,
                histogram=over_time(_dates(site, entity), strings) if first and len(entity.loci) > 3 else None,
                groups=lines,
                weak=groups(site, entity.weak) if number == len(parts) else (),
                weak_forms=strings.enumerate(form for form, _ in forms.most_common(5)) if forms else "",
                open=entity.open,
                candidates=_candidates(site, entity),
                together=_together(site, entity) if first else (),
                nearby=_nearby(site, entity) if first else (),
                cite=strings.gettext("“%(name)s”, in: %(site)s")
                .replace("%(name)s", entity.name)
                .replace("%(site)s", site.settings.title),
                address=address(site.settings, path),
                feed=feed,
                parts=tuple(Part(part_path(entity.id, n), n, n == number) for n in range(1, len(parts) + 1))
                if len(parts) > 1
                else (),
                part=number,
            ),
        )


def _facts(site: Site, entity: Entity) -> tuple[str, ...]:
    """Return how often the entity is named, when, and under which other names."""
    strings = site.strings
    facts: list[str] = []
    if entity.loci:
        articles = len({locus.article for locus in entity.loci})
        mentions = strings.count("%(num)s mention", "%(num)s mentions", len(entity.loci))
        facts.append(f"{mentions} {strings.count('in %(num)s article', 'in %(num)s articles', articles)}")
    elif entity.weak:
        facts.append(strings.gettext("named only indirectly"))
    dates = _dates(site, entity)
    if dates:
        first, last = strings.date(min(dates), "medium"), strings.date(max(dates), "medium")
        facts.append(first if first == last else f"{first} – {last}")
    others = [alias.name for alias in entity.aliases[:MOST_ALIASES]]
    if others:
        more = ", …" if len(entity.aliases) > MOST_ALIASES else ""
        facts.append(f"{strings.gettext('also:')} {', '.join(others)}{more}")
    return tuple(facts)


def _dates(site: Site, entity: Entity) -> list[dt.date]:
    """Return the date of the article for each mention whose article has one."""
    articles = site.corpus.articles
    found = (articles[locus.article].document.metadata.date for locus in entity.loci)
    return [date for date in found if date]


def _text(article: Article, locus: Locus) -> str:
    return article.mentions[locus.mention].mention.text


def _candidates(site: Site, entity: Entity) -> tuple[Named, ...]:
    known = (site.corpus.by_id[id_] for id_ in entity.candidates if id_ in site.corpus.by_id)
    return tuple(Named(entity_path(other), other.name, who(other, site.strings)) for other in known)


def _together(site: Site, entity: Entity) -> tuple[Named, ...]:
    """Return who is often named together with the entity: in two articles or two sentences, for once is chance."""
    found = []
    for companion in site.relations.companions.get(entity.id, ()):
        if companion.articles > 1 or companion.sentences > 1:
            other = site.corpus.by_id[companion.entity]
            note = site.strings.count("in %(num)s article", "in %(num)s articles", companion.articles)
            found.append(Named(entity_path(other), other.name, note))
    return tuple(found[:MOST_TOGETHER])


def _nearby(site: Site, entity: Entity) -> tuple[Nearby, ...]:
    """Return figures that stand in one sentence with the entity, each wording once, newest articles first."""
    found: dict[str, Nearby] = {}
    for at in site.relations.figures.get(entity.id, ()):
        article = site.corpus.articles[at.article]
        figure = article.figures[at.figure]
        if figure.kind != "ordinal" and (text := _in_words(figure)) not in found:
            target = f"{article_path(article)}#f-{at.figure + 1}"
            found[text] = Nearby(target, text, _value(figure, site.strings), article.document.metadata.title)
        if len(found) == MOST_FIGURES:
            break
    return tuple(found.values())


def _value(figure: Quantity, strings: Strings) -> str:
    """Return the value in words where it says more than the text: for "50 Milliarden", not for "drei Tage"."""
    number = first_number(figure)
    shown = number is None or abs(number) < 1000 or strings.number(number) in figure.text
    return "" if shown else value_words(figure, strings)


def _in_words(figure: Quantity) -> str:
    return figure.text if not figure.counted or figure.counted in figure.text else f"{figure.text} {figure.counted}"
