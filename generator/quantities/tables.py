"""The types of the tables in which a language is written down.

The grammar (numerals, amounts, counted nouns, dates) is one for all languages; what differs stands in a `Tongue`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.quantities.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure."""

    symbol: str
    """ISO 4217 for money, the international symbol else (`km/h`, `m2`, `a`)."""
    kind: str
    """Kind of a figure that has this unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """A language's words for numbers and what stands around them; all in lower case unless said otherwise."""

    lang: str
    group: Callable[[Tokens, int], tuple[int, int] | None]
    """Value of the number words below a thousand at a token and the token after them; German writes them as one word."""
    cardinal: Callable[[str], int | None]
    """Value of one written word, None if it is no number."""
    ordinal: Callable[[str], int | None]
    scales: Mapping[str, Decimal]
    """Words and abbreviations that multiply the number before them."""
    collectives: Mapping[str, Decimal]
    """Words that count like a numeral when an article or a numeral stands before them (`Dutzend`)."""
    vague: Mapping[str, Decimal]
    """Plurals that are a number by themselves (`Hunderte`)."""
    denominators: Mapping[str, int]
    """Words for parts (`Drittel`)."""
    fused: Mapping[str, Decimal]
    """Words that are a fractional number by themselves (`anderthalb`)."""
    halves: frozenset[str]
    articles: frozenset[str]
    """The indefinite article, which is a number only before a unit or a scale."""
    joiner: frozenset[str]
    """`und`."""
    point: frozenset[str]
    """The decimal sign as a word."""
    minus: frozenset[str]
    units: Mapping[str, tuple[tuple[tuple[str, ...], Unit], ...]]
    """First word of a unit → its whole forms, longest first."""
    symbols: Mapping[str, Unit]
    """Abbreviations in which case matters (`m`, `t`, `MB`)."""
    before: Mapping[str, str]
    """Currency signs and codes that may stand before the number."""
    money: frozenset[str]
    """First words of those."""
    to: frozenset[str]
    """Words between the ends of a range."""
    between: frozenset[str]
    start_from: frozenset[str]
    towards: frozenset[str]
    """`auf` in `von 5 auf 7 Prozent`."""
    instead: frozenset[str]
    """Words between two figures that share a unit (`statt`, `zu`)."""
    fillers: frozenset[str]
    """What may stand before the second end of a range (`etwa`)."""
    every: frozenset[str]
    """What may stand before the whole of a ratio (`aller`)."""
    alternative: frozenset[str]
    """`oder`."""
    ratio: frozenset[str]
    """`von` in `fünf von sieben`."""
    about: re.Pattern[str]
    """Approximation at the end of what stands before a figure."""
    at_least: re.Pattern[str]
    at_most: re.Pattern[str]
    at_least_after: re.Pattern[str]
    """Bound at the beginning of what stands behind a figure."""
    at_most_after: re.Pattern[str]
    names: frozenset[str]
    """Words after which a number is part of a name (`Artikel 5`, `Boeing 737`)."""
    measuring: frozenset[str]
    """Words beside "ein Jahr" that make it a measure ("vor", "lang")."""
    starts: Callable[[str], bool]
    """Whether a figure or a date can begin with this token (lower case); cached, it is asked for every word."""
    turning: frozenset[str]
    """Words behind a degree that make it an angle."""
    below_zero: frozenset[tuple[str, str]]
    prefixes: Mapping[str, str]
    """Words before a number that are its unit ("Tempo 130")."""
