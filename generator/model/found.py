"""What is found in a document: names, figures, dates."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator.model.article import Document

Label = Literal["PERSON", "PLACE", "ORGANISATION", "DEMONYM"]
"""Type of a mention. A DEMONYM ("russische", "Russen") points to a place but does not name it."""

Layer = Literal["model", "rule", "authority", "curator"]
"""Who found a mention."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name found by a recogniser in one text."""

    start: int
    end: int
    label: Literal["PERSON", "PLACE", "ORGANISATION"]
    certain: bool = True
    score: float = 1.0
    """How sure the recogniser is, 0..1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One naming of something in one place of one document."""

    start: int
    end: int
    text: str
    """The words themselves: `document.text[start:end]`."""
    label: Label
    layer: Layer
    certain: bool = True
    score: float = 1.0
    """How sure the finder was, 0..1."""
    target: str = ""
    """Heading of the place a DEMONYM points to, or of the entity a curator's judgement fixed; empty otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure or a date: a number with its unit and what is counted."""

    start: int
    end: int
    text: str
    kind: str
    """Figures: `number`, `range`, `ratio`, `fraction`, `multiple`, `ordinal`, `percentage`, `currency`, `dimension`,
    `temperature`, `duration`, `age`. Dates: `date`, `daterange`, `time`, `timerange`, `datetime`, `datetimerange`."""
    value: Decimal | str | None
    """The number in `unit`; ISO 8601 for dates; None for a range, whose ends stand in `low` and `high`. A bound ("mehr als
    1.000") has its number here and in `low` or `high`."""
    low: Decimal | str | None = None
    high: Decimal | str | None = None
    unit: str | None = None
    counted: str = ""
    """Head noun of what is counted, as the text has it."""
    heading: str = ""
    """The counted noun in its dictionary form ("Rakete")."""
    approximate: bool = False
    vague: bool = False
    """Without a number of its own ("Hunderte")."""
    relative: str = ""
    """How a date hangs on the day of the article (`weekday`, `nearest`, `day:-1`, `week:-1`, …); empty once it is fixed.
    While it is set, `value` has an X for every digit the text leaves open (`XXXX-10-02`, `XXXX-WXX-5`) and is no ISO 8601."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with what was found in it."""

    document: Document
    mentions: tuple[Mention, ...]
    """Sorted, disjoint, none in a block that is set apart."""
    figures: tuple[Quantity, ...]
    """Sorted, disjoint; offsets into the document's text; never inside a name."""
    dates: tuple[Quantity, ...]
    """Like `figures`; relative ones resolved against the article's date where it has one."""
