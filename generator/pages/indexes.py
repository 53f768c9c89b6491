"""The indexes from A to Z: every person, place and organisation on one line.

The page ships sorted by name; a script sorts it otherwise and narrows it while one types.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.drawings import share
from generator.highlight import data_block
from generator.linkeddata import collection_statements, entity_path
from generator.model import Entity, Page
from generator.pages.atlas import Sheet, atlas
from generator.pages.portrait import KINDS, Kind, who
from generator.pages.site import Chrome, Site, chrome
from generator.strings import Strings

_MOST_ALIASES = 6
_TOGETHER = 50
"""Entries in one list: two columns of it fit a window, and a browser lays out only the lists that are in sight."""
_LONG = 500
"""Lines of a page that a browser draws at once without a reader noticing."""
_NARROWED, _LETTERED = 9, 25
"""With so many entries a list is worth narrowing and sorting, and worth letters; a shorter one is seen at a glance."""
_SHORTEST_BAR = 8
"""Hundredths; a shorter bar is dust beside its number."""


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of an index."""

    path: str
    name: str
    """As the index files it ("Putin, Wladimir")."""
    note: str
    """Who or what, in muted ink; may be empty."""
    count: int
    share: int
    """Length of the bar, 0..100; 0 where it would be too short to be seen."""
    last: str
    """Date of the newest article that names it, ISO; empty when none has a date."""
    open: bool
    also: str
    """Other names, for the filter."""


@dataclass(frozen=True, slots=True)
class Letter:
    """The entries under one letter."""

    letter: str
    anchor: str
    parts: tuple[tuple[Row, ...], ...]
    """Its entries in order, in lists of equal length but for the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexView:
    """What an index shows."""

    chrome: Chrome
    layer: str
    title: str
    summary: str
    """How much is in it, in words."""
    maps: tuple[Sheet, ...]
    """Of places, when any has coordinates."""
    letters: tuple[Letter, ...]
    """Only those that occur; none in an empty index."""
    lettered: bool = False
    """Whether there are enough entries to be parted by letters."""
    narrowed: bool = False
    """Whether there are enough to be narrowed and sorted."""
    dated: bool = False
    """Whether any of them has a last mention to sort by."""
    long: bool = False
    """Whether the browser had better leave out what is not in sight."""


def index_pages(site: Site) -> Iterator[Page]:
    """Yield the index of people, of places and of organisations."""
    for label, kind in KINDS.items():
        entities = [entity for entity in site.corpus.entities if entity.label == label]
        yield _page(site, kind, entities)


def _page(site: Site, kind: Kind, entities: list[Entity]) -> Page:
    strings, path = site.strings, f"{kind.folder}/index.html"
    title = strings.gettext(kind.many)
    letters = tuple(_letters(site, entities))
    named = sum(len(entity.loci) for entity in entities)
    summary = f"{_counted(kind, len(entities), strings)}, {strings.count('%(num)s mention', '%(num)s mentions', named)}"
    frame = chrome(
        site,
        path,
        title,
        description=summary,
        jsonld=data_block(collection_statements(path, title, site.settings)),
    )
    return Page(
        path,
        "index.html",
        IndexView(
            chrome=frame,
            layer=kind.layer,
            title=title,
            summary=summary if entities else "",
            maps=atlas(site).sheets if kind.layer == "place" else (),
            letters=letters,
            lettered=len(entities) >= _LETTERED,
            narrowed=len(entities) >= _NARROWED,
            dated=any(row.last for letter in letters for part in letter.parts for row in part),
            long=len(entities) > _LONG,
        ),
    )


def _counted(kind: Kind, number: int, strings: Strings) -> str:
    if kind.layer == "person":
        return strings.count("%(num)s person", "%(num)s people", number)
    if kind.layer == "place":
        return strings.count("%(num)s place", "%(num)s places", number)
    return strings.count("%(num)s organisation", "%(num)s organisations", number)


def _letters(site: Site, entities: Iterable[Entity]) -> Iterator[Letter]:
    filed = sorted((site.strings.collation_key(entity.sort_key), entity.id, entity) for entity in entities)
    most = max((len(entity.loci) for _, _, entity in filed), default=0)
    rows: dict[str, list[Row]] = {}
    for _, _, entity in filed:
        letter = site.strings.initial(entity.sort_key)
        rows.setdefault(letter if letter.isalpha() else "#", []).append(_row(site, entity, most))
    for letter, found in rows.items():
        anchor = f"letter-{letter.lower()}" if letter.isascii() and letter != "#" else f"letter-{ord(letter):x}"
        parts = tuple(tuple(found[start : start + _TOGETHER]) for start in range(0, len(found), _TOGETHER))
        yield Letter(letter, anchor, parts)


def _row(site: Site, entity: Entity, most: int) -> Row:
    articles = site.corpus.articles
    dates = [date for locus in entity.loci if (date := articles[locus.article].document.metadata.date)]
    last = max(dates, default=None)
    length = share(len(entity.loci), most)
    return Row(
        entity_path(entity),
        entity.sort_key,
        who(entity, site.strings),
        len(entity.loci),
        length if length >= _SHORTEST_BAR else 0,
        last.isoformat() if last else "",
        entity.open,
        " ".join(alias.name for alias in entity.aliases[:_MOST_ALIASES]),
    )
