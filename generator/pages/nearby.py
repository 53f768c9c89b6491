"""Figures that stand in one sentence with an entity."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.linkeddata import article_path
from generator.model import Article, Quantity
from generator.pages.units import first_number, value_words
from generator.strings import Strings

MOST_FIGURES = 12


@dataclass(frozen=True, slots=True)
class Nearby:
    """A figure in a sentence that names the entity."""

    target: str
    text: str
    """As the article has it."""
    value: str
    """Normalised, where it says more than the text."""
    article: str
    """Its title."""
    language: str
    """Of the article where it differs from the interface."""


def nearby(figures: Iterable[tuple[Article, int]], strings: Strings) -> tuple[Nearby, ...]:
    """Return figures, given by article and index into its figures, each wording once and in their order; ordinals say nothing."""
    found: dict[str, Nearby] = {}
    for article, number in figures:
        figure = article.figures[number]
        if figure.kind != "ordinal" and (text := _in_words(figure)) not in found:
            data = article.document.metadata
            found[text] = Nearby(
                target=f"{article_path(article)}#f-{number + 1}",
                text=text,
                value=_value(figure, strings),
                article=data.title,
                language=data.language if data.language != strings.language else "",
            )
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
