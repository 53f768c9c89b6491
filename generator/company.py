"""Who is often named together with whom: the entities that share articles with an entity.

A country that every second article names is in everyone's company and says nothing, so shared articles count by the rarity
of the companion (inverse document frequency, Spärck Jones 1972). One shared article is chance, two are a beginning.
"""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.model import Corpus

MOST = 8
"""At most so many companions are named."""
LEAST_SHARED = 2


@dataclass(frozen=True, slots=True)
class Companion:
    """An entity that is often named together with another."""

    entity: str
    """Its id."""
    articles: int
    """How many articles name both; at least `LEAST_SHARED`."""


def company(corpus: Corpus) -> Mapping[str, tuple[Companion, ...]]:
    """Return for each entity that has any its companions by id: closest first, at most `MOST`.

    Names count, demonyms do not.
    """
    naming = {entity.id: sorted({locus.article for locus in entity.loci}) for entity in corpus.entities}
    named: list[list[str]] = [[] for _ in corpus.articles]
    for id_, articles in naming.items():
        if len(articles) >= LEAST_SHARED:  # others cannot share two
            for article in articles:
                named[article].append(id_)
    rarity = {id_: math.log(1 + len(corpus.articles) / len(articles)) for id_, articles in naming.items() if articles}
    found: dict[str, tuple[Companion, ...]] = {}
    for id_, articles in naming.items():
        shared = Counter(other for article in articles for other in named[article] if other != id_)
        close = [(-count * rarity[other], other, count) for other, count in shared.items() if count >= LEAST_SHARED]
        if close:
            found[id_] = tuple(Companion(other, count) for _, other, count in sorted(close)[:MOST])
    return MappingProxyType(found)
