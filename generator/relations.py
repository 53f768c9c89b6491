"""Which articles belong together: those that name the same rare things.

What every second article names says nothing, so each shared entity counts by its rarity (inverse document frequency, Spärck
Jones 1972). The shared names are kept: a reader should see why.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Corpus

MOST = 4
"""At most so many related articles are named: a reader picks one, not a list."""
_TELLING = 0.35
"""Share of the greatest possible weight of one name that two articles must reach together."""
_LEAST = 0.9
"""In a small collection that share is too easily reached."""
_COMMON = 60
"""Names of more articles are too common to find relations by, and would make the work quadratic."""


@dataclass(frozen=True, slots=True)
class Relation:
    """An article that is related to another."""

    article: int
    """Index into `Corpus.articles`."""
    shared: tuple[str, ...]
    """Ids of the entities both name, rarest first; at least one."""
    weight: float
    """Sum of their rarities; only good for comparing."""


def related(corpus: Corpus) -> tuple[tuple[Relation, ...], ...]:
    """Return for each article, by index, its related articles: strongest first, at most `MOST`, often none.

    Names count, demonyms do not; what a text shares with itself in other editions is no different from any other article.
    """
    naming = {entity.id: tuple(dict.fromkeys(locus.article for locus in entity.loci)) for entity in corpus.entities}
    count = len(corpus.articles)
    rarity = {
        id_: math.log(count / len(found)) for id_, found in naming.items() if 2 <= len(found) <= min(_COMMON, count - 1)
    }
    least = max(_LEAST, _TELLING * math.log(max(1, count)))
    shared: list[dict[int, list[str]]] = [{} for _ in range(count)]
    for id_ in sorted(rarity, key=lambda id_: (-rarity[id_], id_)):
        for article in naming[id_]:
            for other in naming[id_]:
                if other != article:
                    shared[article].setdefault(other, []).append(id_)
    return tuple(tuple(_strongest(article, others, rarity, least)) for article, others in enumerate(shared))


def _strongest(
    article: int, others: dict[int, list[str]], rarity: dict[str, float], least: float
) -> Iterator[Relation]:
    relations = [Relation(other, tuple(ids), sum(rarity[id_] for id_ in ids)) for other, ids in others.items()]
    strong = [relation for relation in relations if relation.weight >= least]
    # Of equals the one nearest in time comes first; articles are sorted by date.
    strong.sort(key=lambda relation: (-relation.weight, abs(relation.article - article), relation.article))
    yield from strong[:MOST]
