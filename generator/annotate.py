"""Document + what the finders found in its blocks → Annotated.

Where two finders want the same words, names win over demonyms and figures, demonyms over figures: "Schalke 04" is a club,
"Schweizer Franken" a unit only where a number stands before it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from generator.demonyms import Demonym, find_demonyms
from generator.echoes import with_echoes
from generator.model import SET_APART, Annotated, Block, Document, Mention, Name, Quantity
from generator.quantities import find, resolve_date

_DATE_KINDS = ("date", "time", "datetime", "daterange", "timerange", "datetimerange")


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_S = TypeVar("_S", bound=_Spanned)


def readable(document: Document) -> tuple[Block, ...]:
    """Return the blocks in which names and figures are looked for: those that are neither set apart nor code."""
    return tuple(block for block in document.blocks if block.kind not in SET_APART and block.kind != "code")


def texts(document: Document) -> tuple[str, ...]:
    """Return the texts of the readable blocks, the recogniser's input."""
    return tuple(document.text[block.start : block.end] for block in readable(document))


def annotate(document: Document, names: Sequence[Sequence[Name]]) -> Annotated:
    """Return the document with its mentions, figures and dates.

    `names` holds the recogniser's names for each readable block, offsets into that block's text.
    """
    mentions: list[Mention] = []
    figures: list[Quantity] = []
    dates: list[Quantity] = []
    language, date = document.metadata.language, document.metadata.date
    blocks = readable(document)
    parts = texts(document)
    for block, text, (own, echoes) in zip(blocks, parts, with_echoes(parts, names), strict=True):
        peoples = find_demonyms(text, language)
        found = [name for name in (*own, *echoes) if not _is_people(name, peoples)]
        taken = [(name.start, name.end) for name in found]
        quantities = _free(find(text, language), taken)
        # A currency or a language is not a people: "Schweizer Franken" belongs to its number.
        demonyms = _free(peoples, taken + [(q.start, q.end) for q in quantities])
        mentions += [
            Mention(
                start=block.start + name.start,
                end=block.start + name.end,
                text=text[name.start : name.end],
                label=name.label,
                layer="rule" if name in echoes else "model",
                certain=name.certain,
                score=name.score,
            )
            for name in found
        ]
        mentions += [
            Mention(
                start=block.start + demonym.start,
                end=block.start + demonym.end,
                text=text[demonym.start : demonym.end],
                label="DEMONYM",
                layer="rule",
                target=demonym.place,
            )
            for demonym in demonyms
        ]
        for quantity in quantities:
            moved = replace(quantity, start=block.start + quantity.start, end=block.start + quantity.end)
            if moved.kind in _DATE_KINDS:
                dates.append(resolve_date(moved, date) if date else moved)
            elif moved.kind != "ordinal":
                # "der dritte" says which one, not how many.
                figures.append(moved)
    mentions.sort(key=lambda mention: mention.start)
    return Annotated(document, tuple(mentions), tuple(figures), tuple(dates))


def _is_people(name: Name, demonyms: Sequence[Demonym]) -> bool:
    """Return whether an unsure name of a person is a people's: "Russen"."""
    return not name.certain and any((d.start, d.end) == (name.start, name.end) for d in demonyms)


def _free(found: Iterable[_S], taken: Sequence[tuple[int, int]]) -> tuple[_S, ...]:
    """Return the spans that touch none of those taken."""
    covered = {position for start, end in taken for position in range(start, end)}
    return tuple(span for span in found if covered.isdisjoint(range(span.start, span.end)))
