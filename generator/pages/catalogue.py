"""The figures of the collection in the order of their index, and the address of each.

Articles link to figures and the index links to articles, so both ask here. A small collection has all its figures on one
page; a large one has a page per kind, and a kind too large for one page goes on in parts.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from generator.model import Corpus, Quantity
from generator.pages.once import once
from generator.pages.units import base, dimension

ONE_PAGE = 600
"""Up to so many figures stand on one page, whatever their kinds."""
MOST_ON_A_PAGE = 700
"""A page with more would weigh more than 500 KB."""
_NOUN_ROWS = 5
_MOST_NOUNS = 24

KINDS = (
    ("number", "Counts"),
    ("currency", "Money"),
    ("percentage", "Shares"),
    ("dimension", "Measures"),
    ("duration", "Durations"),
    ("age", "Ages"),
    ("temperature", "Temperatures"),
    ("ratio", "Ratios"),
    ("other", "Other figures"),
)
"""Kinds of figure in the order of the index, with their heading."""

_KIND_OF: Mapping[str, str] = MappingProxyType(
    {"range": "number", "fraction": "ratio", "multiple": "ratio", **{kind: kind for kind, _ in KINDS}}
)
_NOTHING = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure of the collection."""

    article: int
    """Index into `Corpus.articles`."""
    number: int
    """The figure's place in its article, from 1."""
    quantity: Quantity
    value: Decimal | None
    """What it sorts by: its value in base units of its dimension."""


@dataclass(frozen=True, slots=True)
class Group:
    """Figures that can be compared: of one dimension or currency, or counting the same thing."""

    kind: str
    dimension: str
    """Phrase or currency code; empty for plain numbers."""
    counted: str
    """What all of them count; empty where they count different things."""
    entries: tuple[Entry, ...]
    """By value, largest last; what has no number stands at the end."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of the index."""

    path: str
    kind: str
    """Empty for the one page that has all kinds."""
    part: int
    """Counted from 1 within its kind."""
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All figures of a collection."""

    sheets: tuple[Sheet, ...]
    """In the order of the index; none when there are no figures."""
    counts: tuple[tuple[str, int], ...]
    """Kinds that occur, in order, with how many figures each has."""
    addresses: Mapping[tuple[int, int], str]
    """Path with anchor, by article index and the figure's number in it; ordinals have none."""


@once
def catalogue(corpus: Corpus) -> Catalogue:
    """Return the figures of the collection, sorted into groups and pages."""
    slugs = [article.document.slug for article in corpus.articles]
    by_kind: dict[str, list[Entry]] = {kind: [] for kind, _ in KINDS}
    for index, article in enumerate(corpus.articles):
        for number, quantity in enumerate(article.figures, 1):
            if quantity.kind == "ordinal":
                continue  # "der dritte Tag" says which, not how many
            kind = _KIND_OF.get(quantity.kind, "other")
            by_kind[kind].append(Entry(index, number, quantity, base(quantity)))
    found = {kind: tuple(_groups(kind, entries)) for kind, entries in by_kind.items() if entries}
    counts = tuple((kind, len(by_kind[kind])) for kind in found)
    if sum(count for _, count in counts) <= ONE_PAGE:
        every = tuple(group for groups in found.values() for group in groups)
        sheets: tuple[Sheet, ...] = (Sheet("figures/index.html", "", 1, every),) if every else ()
    else:
        sheets = tuple(sheet for kind, groups in found.items() for sheet in _sheets(kind, groups))
    addresses = {
        (entry.article, entry.number): f"{sheet.path}#{slugs[entry.article]}-f-{entry.number}"
        for sheet in sheets
        for group in sheet.groups
        for entry in group.entries
    }
    return Catalogue(sheets, counts, MappingProxyType(addresses))


def _groups(kind: str, entries: list[Entry]) -> Iterator[Group]:
    """Yield the groups of a kind: dimensions with most figures first, and of plain numbers the nouns counted most often."""
    nouns: list[str] = []
    if kind == "number":
        counted = Counter(heading for entry in entries if (heading := _noun(entry)))
        ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
        nouns = [noun for noun, count in ranked[:_MOST_NOUNS] if count >= _NOUN_ROWS]
    groups: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        noun = _noun(entry) if not entry.quantity.unit else ""
        groups.setdefault((dimension(entry.quantity.unit), noun if noun in nouns else ""), []).append(entry)

    def rank(key: tuple[str, str]) -> tuple[bool, int, tuple[str, str]]:
        # What is counted only once or twice comes after the groups that say something.
        return (kind == "number" and key == ("", ""), -len(groups[key]), key)

    for key in sorted(groups, key=rank):
        yield Group(kind, *key, tuple(sorted(groups[key], key=_order)))


def _noun(entry: Entry) -> str:
    return entry.quantity.heading or entry.quantity.counted


def _order(entry: Entry) -> tuple[Decimal, int, int]:
    return (_NOTHING if entry.value is None else entry.value, entry.article, entry.number)


def _sheets(kind: str, groups: tuple[Group, ...]) -> Iterator[Sheet]:
    """Yield the pages of a kind; a group goes on over the end of a page where it must."""
    pages: list[list[Group]] = [[]]
    room = MOST_ON_A_PAGE
    for group in groups:
        rest = group.entries
        while rest:
            if not room:
                pages.append([])
                room = MOST_ON_A_PAGE
            here, rest = rest[:room], rest[room:]
            room -= len(here)
            pages[-1].append(Group(group.kind, group.dimension, group.counted, here))
    for part, found in enumerate(pages, 1):
        ending = f".{part}" if part > 1 else ""
        yield Sheet(f"figures/{kind}{ending}.html", kind, part, tuple(found))
