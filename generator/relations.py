"""Which articles belong together: those that name the same rare things.

What every second article names says nothing, so each shared entity counts by its rarity (inverse document frequency, Spärck
Jones 1972), and what both name again and again counts more than what both touch on. The shared names are kept: a reader
should see why.
"""

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Corpus

MOST = 4
"""At most so many related articles are named: a reader picks one, not a list."""
_TELLING = 0.65
"""Share of the weight of a name that only one article has which two must reach together: one country in passing is no reason."""
_COMMON = 60
"""Names of more articles are too common to find relations by, and would make the work quadratic."""


@dataclass(frozen=True, slots=True)
class Relation:
    """An article that is related to another."""

    article: int
    """Index into `Corpus.articles`."""
    shared: tuple[str, ...]
    """Ids of the entities both name, most telling first; at least one."""
    weight: float
    """Sum of their rarities, more where both name them often; only good for comparing."""


def related(corpus: Corpus) -> tuple[tuple[Relation, ...], ...]:
    """Return for each article, by index, its related articles: strongest first, at most `MOST`, often none.

    Names count, demonyms do not; what a text shares with itself in other editions is no different from any other article.
    """
    naming = {entity.id: Counter(locus.article for locus in entity.loci) for entity in corpus.entities}
    count = len(corpus.articles)
    rarity = {
        id_: math.log(count / len(found)) for id_, found in naming.items() if 2 <= len(found) <= min(_COMMON, count - 1)
    }
    shared: list[dict[int, list[tuple[str, float]]]] = [{} for _ in range(count)]
    for id_ in sorted(rarity, key=lambda id_: (-rarity[id_], id_)):
        for article, here in naming[id_].items():
            for other, there in naming[id_].items():
                if other != article:
                    weight = rarity[id_] * (1 + math.log(min(here, there)))
                    shared[article].setdefault(other, []).append((id_, weight))
    least = _TELLING * math.log(max(1, count))
    return tuple(tuple(_strongest(article, others, least)) for article, others in enumerate(shared))


def _strongest(article: int, others: dict[int, list[tuple[str, float]]], least: float) -> Iterator[Relation]:
    relations = []
    for other, found in others.items():
        found.sort(key=lambda pair: -pair[1])  # stable: equals stay by rarity
        relations.append(Relation(other, tuple(id_ for id_, _ in found), sum(weight for _, weight in found)))
    strong = [relation for relation in relations if relation.weight >= least]
    # Of equals the one nearest in time comes first; articles are sorted by date.
    strong.sort(key=lambda relation: (-relation.weight, abs(relation.article - article), relation.article))
    yield from strong[:MOST]
