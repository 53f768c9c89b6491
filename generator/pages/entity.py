"""A page per person, place and organisation: who or what it is, and every line in which it is named.

An entity named thousands of times has its concordance in parts, `people/x.html`, `people/x.2.html`, …; a dot cannot stand
in a slug, so a part never takes the address of another entity.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.concordance import WIDTH
from generator.config import Settings
from generator.drawings import Histogram, over_time
from generator.highlight import data_block
from generator.linkeddata import address, entity_feed, entity_path, entity_statements, entity_twins
from generator.model import Article, Entity, Page
from generator.pages.atlas import Window, atlas
from generator.pages.lines import Group, Spots, group, in_parts, spots
from generator.pages.nearby import Nearby, nearby
from generator.pages.portrait import KINDS, Record, position, records, unplaced, who
from generator.pages.site import Chrome, Site, chrome
from generator.strings import Strings

LINES_ON_A_PAGE = 400
"""A page with more lines goes on in a further part, at the end of an article."""
MOST_ALIASES = 6
"""So many other names stand under the heading; all of them stand in the margin."""
MOST_TOGETHER = 8
_FEW = 3
"""Mentions of which a drawing over time would say nothing."""
_SENTENCES = 6
"""Lines that are read rather than looked over."""
_SENTENCE = 400
"""Code points of such a line on either side of the name: all but the longest sentences are whole."""
_LONG = 60
"""Code points of a name that would fill a page in the largest letters."""


@dataclass(frozen=True, slots=True)
class Named:
    """A link to another entity with a word on it."""

    path: str
    name: str
    note: str


@dataclass(frozen=True, slots=True)
class File:
    """The entity's mentions as a file for machines."""

    path: str
    format: str
    """Name of the format."""
    media: str
    """Media type."""


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
    long: bool
    """Whether the name is set smaller."""
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
    """Every form with its count in words of the interface, the heading among them; empty where there is no other."""
    roles: tuple[tuple[str, str], ...]
    records: tuple[Record, ...]
    position: str
    """Coordinates in words; empty when unknown."""
    window: Window | None
    """Where a place is."""
    histogram: Histogram | None
    groups: tuple[Group, ...]
    aligned: bool
    """Whether there are lines enough to be looked over at their keywords; a few are read as sentences."""
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
    files: tuple[File, ...]
    parts: tuple[Part, ...]
    """Empty when one page holds everything."""
    part: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """All that a page of an entity is made from."""

    settings: Settings
    strings: Strings
    entity: Entity
    """Without its loci."""
    named: tuple[Spots, ...]
    weak: tuple[Spots, ...]
    feed: str
    files: tuple[tuple[str, str, str], ...]
    """As `entity_twins` gives them."""
    window: Window | None
    candidates: tuple[Entity, ...]
    """Who an open surname may be, without their loci."""
    together: tuple[tuple[Entity, int], ...]
    """Who is often named with the entity, without their loci, and in how many articles."""
    card: str
    """Path of the picture for link previews; empty where none are drawn."""
    figures: tuple[tuple[Article, int], ...]
    """Figures in one sentence with the entity: the index into `Article.figures`."""
    part: int = 1


def entity_pages(site: Site) -> Iterator[Page]:
    """Yield the pages of all entities, by id; a long one in parts."""
    articles, windows = site.corpus.articles, atlas(site).windows
    bare = {entity.id: unplaced(entity) for entity in site.corpus.entities}
    for entity in site.corpus.entities:
        parts = Parts(
            settings=site.settings,
            strings=site.strings,
            entity=bare[entity.id],
            named=spots(articles, entity.loci),
            weak=spots(articles, entity.weak),
            feed=entity_feed(entity, site.settings),
            files=entity_twins(entity),
            window=windows.get(entity.id),
            candidates=tuple(bare[id_] for id_ in entity.candidates if id_ in bare),
            together=tuple((bare[id_], number) for id_, number in _together(site, entity)),
            card=site.card,
            figures=tuple((articles[at.article], at.figure) for at in site.relations.figures.get(entity.id, ())),
        )
        for number, _ in enumerate(in_parts(parts.named, LINES_ON_A_PAGE), 1):
            yield Page(
                part_path(entity.id, number), "entity.html", replace(parts, part=number) if number > 1 else parts, _view
            )


def part_path(identifier: str, part: int) -> str:
    """Return where a part of an entity's concordance stands, counted from 1."""
    return f"{identifier}.html" if part == 1 else f"{identifier}.{part}.html"


def _view(parts: Parts) -> EntityView:
    settings, strings, entity, number = parts.settings, parts.strings, parts.entity, parts.part
    kind, first = KINDS[entity.label], number == 1
    aligned = sum(len(at.mentions) for at in (*parts.named, *parts.weak)) > _SENTENCES
    width = WIDTH if aligned else _SENTENCE
    pages = tuple(in_parts(parts.named, LINES_ON_A_PAGE))
    path = part_path(entity.id, number)
    forms = Counter(at.article.mentions[mention].mention.text for at in parts.weak for mention in at.mentions)
    description = who(entity, strings)
    facts = _facts(parts)
    return EntityView(
        chrome=chrome(
            parts,
            path,
            entity.name if first else f"{entity.name} ({strings.gettext('Part')} {number})",
            description=" · ".join((description, *facts[:1]) if description else facts[:2]),
            feed=parts.feed,
            kind="profile" if entity.label == "PERSON" else "website",
            jsonld=data_block(entity_statements(entity, settings)),
            noindex=entity.noindex,
        ),
        name=entity.name,
        long=len(entity.name) > _LONG,
        layer=kind.layer,
        section=f"{kind.folder}/index.html",
        section_name=strings.gettext(kind.many),
        description=description,
        facts=facts,
        aliases=_forms(parts),
        roles=tuple((role.phrase, strings.number(role.count)) for role in entity.roles),
        records=records(entity),
        position=position(entity, strings),
        window=parts.window if first else None,
        histogram=over_time(_dates(parts), strings) if first and _mentions(parts) > _FEW else None,
        groups=tuple(group(at, strings, width) for at in pages[number - 1]),
        aligned=aligned,
        weak=tuple(group(at, strings, width) for at in parts.weak) if number == len(pages) else (),
        weak_forms=strings.enumerate(form for form, _ in forms.most_common(5)) if forms else "",
        open=entity.open,
        candidates=tuple(Named(entity_path(other), other.name, who(other, strings)) for other in parts.candidates),
        together=tuple(
            Named(entity_path(other), other.name, strings.count("in %(num)s article", "in %(num)s articles", articles))
            for other, articles in parts.together
        )
        if first
        else (),
        nearby=nearby(parts.figures, strings) if first else (),
        cite=strings.gettext("“%(name)s”, in: %(site)s")
        .replace("%(name)s", entity.name)
        .replace("%(site)s", settings.title),
        address=address(settings, path),
        feed=parts.feed,
        files=tuple(File(file, name, media) for name, media, file in parts.files),
        parts=tuple(Part(part_path(entity.id, n), n, n == number) for n in range(1, len(pages) + 1))
        if len(pages) > 1
        else (),
        part=number,
    )


def _facts(parts: Parts) -> tuple[str, ...]:
    """Return how often the entity is named, when, and under which other names."""
    strings, entity = parts.strings, parts.entity
    facts: list[str] = []
    if parts.named:
        mentions = strings.count("%(num)s mention", "%(num)s mentions", _mentions(parts))
        facts.append(f"{mentions} {strings.count('in %(num)s article', 'in %(num)s articles', len(parts.named))}")
    elif parts.weak:
        facts.append(strings.gettext("named only indirectly"))
    dates = _dates(parts)
    if dates:
        first, last = strings.date(min(dates), "medium"), strings.date(max(dates), "medium")
        facts.append(first if first == last else f"{first}\xa0– {last}")
    others = [alias.name for alias in entity.aliases[:MOST_ALIASES]]
    if others:
        more = ", …" if len(entity.aliases) > MOST_ALIASES else ""
        facts.append(f"{strings.gettext('also:')} {', '.join(others)}{more}")
    return tuple(facts)


def _forms(parts: Parts) -> tuple[tuple[str, str], ...]:
    aliases = parts.entity.aliases
    forms = [(alias.name, alias.count) for alias in aliases]
    own = _mentions(parts) - sum(alias.count for alias in aliases)
    if aliases and own > 0:
        forms = sorted([(parts.entity.name, own), *forms], key=lambda form: -form[1])
    return tuple((name, parts.strings.number(count)) for name, count in forms)


def _mentions(parts: Parts) -> int:
    return sum(len(at.mentions) for at in parts.named)


def _dates(parts: Parts) -> list[dt.date]:
    """Return the date of the article for each mention whose article has one."""
    found = ([at.article.document.metadata.date] * len(at.mentions) for at in parts.named)
    return [date for dates in found for date in dates if date]


def _together(site: Site, entity: Entity) -> tuple[tuple[str, int], ...]:
    """Return who is named with the entity in two articles or two sentences, for once is chance: id and number of articles."""
    companions = site.relations.companions.get(entity.id, ())
    found = [(other.entity, other.articles) for other in companions if other.articles > 1 or other.sentences > 1]
    return tuple(found[:MOST_TOGETHER])
