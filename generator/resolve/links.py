"""What the rules of each kind hand on: which mention belongs to whom, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.model import Annotated, Mention


@dataclass(frozen=True, slots=True)
class Link:
    """The thing one mention names."""

    key: str
    """Name of the thing among those of its kind; not yet an address."""
    form: str
    """The name without genitive and title, as it may serve for a heading."""
    reason: str
    """The rule."""


Links = Mapping[tuple[int, int], Link]
"""From (article, mention) to the link; indexes into the articles and their mentions."""


@lru_cache(maxsize=1 << 17)
def link(key: str, form: str, reason: str) -> Link:
    """Return a link; equal ones are one object, because most of a corpus' mentions share a few of them."""
    return Link(key, form, reason)


@dataclass(frozen=True, slots=True)
class Named:
    """A mention with its place, as the rules see it."""

    at: tuple[int, int]
    """Index of the article, index of the mention in it."""
    what: Mention


def named(articles: tuple[Annotated, ...], labels: tuple[str, ...]) -> tuple[tuple[Named, ...], ...]:
    """Return for each article its mentions with one of the labels, in reading order."""
    return tuple(
        tuple(Named((i, k), mention) for k, mention in enumerate(article.mentions) if mention.label in labels)
        for i, article in enumerate(articles)
    )
