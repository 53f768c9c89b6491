"""What an article names, at a glance: "In this article" with a strip of positions for each entry, and a map of all layers.

Positions are steps along the text, not along the screen: they stay true at any width, and a script is not needed to draw them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model import Article, Linked, Quantity
from generator.pages.cards import Known
from generator.strings import Strings

STEPS = 240
"""Width of a strip in steps; finer could not be seen."""

SHOWN = 20
"""Entries of a list that are shown at first; `article.css` hides the rest where a script can bring it back."""

LAYERS = (
    ("person", "People", "%(num)s person", "%(num)s people"),
    ("place", "Places", "%(num)s place", "%(num)s places"),
    ("organisation", "Organisations", "%(num)s organisation", "%(num)s organisations"),
    ("figure", "Figures", "%(num)s figure", "%(num)s figures"),
    ("date", "Dates", "%(num)s date", "%(num)s dates"),
)
"""Layers of the text in the order of the legend: class name, heading, and the words for their number."""

_LAYER_OF = {"people": "person", "places": "place", "organisations": "organisation"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the panel."""

    name: str
    anchor: str
    """Of the first mention by name: `m-3`."""
    count: int
    """Mentions by name; by demonym only where there is no name."""
    strip: str
    """Path data of its positions."""


@dataclass(frozen=True, slots=True)
class Group:
    """One layer of an article."""

    key: str
    """Class name of the layer."""
    label: str
    counted: str
    """`12 Personen`."""
    entries: tuple[Entry, ...]
    """Most frequent first, equals in reading order; figures and dates in reading order."""
    strip: str
    """Path data of all positions of the layer."""
    more: str = ""
    """`5 weitere`, when the list is longer than what is shown at first; else empty."""


def groups(article: Article, facts: Mapping[str, Known], strings: Strings) -> tuple[Group, ...]:
    """Return the layers that occur in the article, in the order of the legend."""
    scale = STEPS / max(1, len(article.document.text))
    named: dict[str, list[Linked]] = {}
    for linked in article.mentions:
        named.setdefault(linked.entity, []).append(linked)
    entries: dict[str, list[Entry]] = {key: [] for key, *_ in LAYERS}
    places: dict[str, list[int]] = {key: [] for key, *_ in LAYERS}
    for identifier, mentions in named.items():
        layer = _LAYER_OF[identifier.partition("/")[0]]
        positions = [int(linked.mention.start * scale) for linked in mentions]
        places[layer] += positions
        names = [linked for linked in mentions if linked.mention.label != "DEMONYM"] or mentions
        entries[layer].append(Entry(facts[identifier].name, names[0].anchor, len(names), _strip(positions)))
    for key, letter, quantities in (("figure", "f", article.figures), ("date", "d", article.dates)):
        for number, quantity in enumerate(quantities, 1):
            position = int(quantity.start * scale)
            places[key].append(position)
            entries[key].append(Entry(_words(quantity), f"{letter}-{number}", 1, _strip([position])))
    for key in ("person", "place", "organisation"):
        entries[key].sort(key=lambda entry: -entry.count)  # stable: equals stay in reading order
    return tuple(
        Group(
            key,
            strings.gettext(label),
            strings.count(one, many, len(entries[key])),
            tuple(entries[key]),
            _strip(sorted(set(places[key]))),
            strings.count("%(num)s more", "%(num)s more", len(entries[key]) - SHOWN)
            if len(entries[key]) > SHOWN
            else "",
        )
        for key, label, one, many in LAYERS
        if entries[key]
    )


def _words(quantity: Quantity) -> str:
    """Return a figure with what it counts: `85 Raketen`."""
    words = " ".join(quantity.text.split())
    return f"{words} {quantity.counted}" if quantity.counted and quantity.counted not in words else words


def _strip(positions: Iterable[int]) -> str:
    return "".join(f"M{position} 0v8" for position in positions)
