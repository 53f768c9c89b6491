"""What the rules of each kind hand on: which mention belongs to whom, and why."""

from collections.abc import Mapping
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Named:
    """A mention with its place, as the rules see it."""

    article: int
    mention: int
    what: Mention

    @property
    def at(self) -> tuple[int, int]:
        """Where it stands."""
        return (self.article, self.mention)


def named(articles: tuple[Annotated, ...], labels: tuple[str, ...]) -> tuple[tuple[Named, ...], ...]:
    """Return for each article its mentions with one of the labels, in reading order."""
    return tuple(
        tuple(Named(i, k, mention) for k, mention in enumerate(article.mentions) if mention.label in labels)
        for i, article in enumerate(articles)
    )
