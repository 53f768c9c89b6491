"""How articles and entities hang together: who is named with whom, which articles belong together and why.

Weights follow two thoughts of information retrieval: a shared name tells the more the rarer it is (inverse document
frequency, Spärck Jones 1972), and two names in one sentence belong together more closely than two in one article.
"""

import heapq
import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from operator import attrgetter
from types import MappingProxyType

from generator.model import Corpus, Locus, Span

_TOGETHER = 12
"""How many companions an entity keeps, and how many relatives an article."""
_NEAR = 300.0
"""Code points over which nearness falls to a third."""
_CROWD = 150
"""Articles beyond which a name is too common to find relatives by."""
_SHARED = 5
_SAME_SENTENCE = 2.0


@dataclass(frozen=True, slots=True)
class Companion:
    """An entity often named together with another one."""

    entity: str
    articles: int
    """In how many articles both are named."""
    sentences: int
    """In how many sentences both are named."""
    weight: float
    """How much the two belong together; comparable within one entity's companions only."""
    where: Locus
    """A mention of the companion in the article where the two stand closest."""


@dataclass(frozen=True, slots=True)
class Relative:
    """An article that has to do with another one."""

    article: int
    """Index into `Corpus.articles`."""
    weight: float
    shared: tuple[str, ...]
    """Ids of what both name, the most telling first; never empty."""


@dataclass(frozen=True, slots=True)
class FigureAt:
    """A figure that stands in a sentence with an entity."""

    article: int
    figure: int
    """Index into `Article.figures`."""


@dataclass(frozen=True, slots=True)
class Relations:
    """What hangs together in a corpus."""

    companions: Mapping[str, tuple[Companion, ...]]
    """By entity id, the closest first, at most twelve; entities without any are missing."""
    relatives: tuple[tuple[Relative, ...], ...]
    """For each article, the closest first, at most twelve."""
    figures: Mapping[str, tuple[FigureAt, ...]]
    """By entity id, in corpus order; entities without any are missing."""
    first: Mapping[str, Locus]
    """Mention in the oldest dated article, by entity id; for undated ones the last in corpus order."""
    last: Mapping[str, Locus]
    """Mention in the newest article."""


@dataclass(frozen=True, slots=True)
class _Named:
    """Where an entity is named in one article."""

    entity: str
    offsets: tuple[int, ...]
    sentences: frozenset[int]
    first: int
    """Index of the first mention."""


def relate(corpus: Corpus) -> Relations:
    """Return what hangs together; the same corpus gives the same relations.

    Entities named only by demonym and open surnames take no part.
    """
    left_out = frozenset(entity.id for entity in corpus.entities if entity.open or not entity.loci)
    named = tuple(_named(corpus, index, left_out) for index in range(len(corpus.articles)))
    rarity = _rarity(corpus, named)
    first, last = _ends(corpus)
    return Relations(
        companions=_companions(named, rarity),
        relatives=_relatives(named, rarity),
        figures=_figures(corpus, named),
        first=first,
        last=last,
    )


def _named(corpus: Corpus, index: int, left_out: frozenset[str]) -> tuple[_Named, ...]:
    """Return what an article names, in order of first mention."""
    article = corpus.articles[index]
    starts = [sentence.start for sentence in article.document.sentences]
    found: dict[str, list[tuple[int, int, int]]] = {}
    for k, linked in enumerate(article.mentions):
        if linked.mention.label != "DEMONYM" and linked.entity not in left_out:
            start = linked.mention.start
            found.setdefault(linked.entity, []).append((start, bisect_right(starts, start) - 1, k))
    return tuple(
        _Named(entity, tuple(s for s, _, _ in at), frozenset(n for _, n, _ in at if n >= 0), at[0][2])
        for entity, at in found.items()
    )


def _rarity(corpus: Corpus, named: tuple[tuple[_Named, ...], ...]) -> Mapping[str, float]:
    """Return the inverse document frequency of each entity; 0 for one that every article names."""
    counts = Counter(n.entity for article in named for n in article)
    return {entity: math.log(len(corpus.articles) / count) for entity, count in counts.items()}


class _Pair:
    """What speaks for two entities, the first of them by id; summed up over the articles."""

    __slots__ = ("articles", "best", "sentences", "weight", "where")

    def __init__(self, weight: float, sentences: int, nearness: float, where: tuple[int, int, int]) -> None:
        self.weight = weight
        self.articles = 1
        self.sentences = sentences
        self.best = nearness
        self.where = where
        """Article in which both stand closest, first mention of the one and of the other there."""


def _companions(
    named: tuple[tuple[_Named, ...], ...], rarity: Mapping[str, float]
) -> Mapping[str, tuple[Companion, ...]]:
    pairs: dict[tuple[str, str], _Pair] = {}
    for index, article in enumerate(named):
        for a, b in combinations(sorted(article, key=attrgetter("entity")), 2):
            nearness = _nearness(a.offsets, b.offsets)
            both = 0 if a.sentences.isdisjoint(b.sentences) else len(a.sentences & b.sentences)
            key = a.entity, b.entity
            if pair := pairs.get(key):
                pair.weight += nearness + _SAME_SENTENCE * both
                pair.articles += 1
                pair.sentences += both
                if nearness > pair.best:
                    pair.best, pair.where = nearness, (index, a.first, b.first)
            else:
                pairs[key] = _Pair(nearness + _SAME_SENTENCE * both, both, nearness, (index, a.first, b.first))
    weights: dict[str, list[tuple[float, str]]] = {}
    for (one, other), pair in pairs.items():
        # Once beside each other is chance, again and again is not.
        often = pair.articles / (pair.articles + 1)
        weights.setdefault(one, []).append((-pair.weight * (0.1 + rarity[other]) * often, other))
        weights.setdefault(other, []).append((-pair.weight * (0.1 + rarity[one]) * often, one))
    return MappingProxyType(
        {
            entity: tuple(_companion(entity, other, weight, pairs) for weight, other in sorted(found)[:_TOGETHER])
            for entity, found in sorted(weights.items())
        }
    )


def _companion(entity: str, other: str, weight: float, pairs: Mapping[tuple[str, str], _Pair]) -> Companion:
    pair = pairs[min(entity, other), max(entity, other)]
    index, first, second = pair.where
    return Companion(
        other, pair.articles, pair.sentences, round(-weight, 4), Locus(index, second if entity < other else first)
    )


def _nearness(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    """Return 1 for two names side by side, falling with the distance of the closest mentions, given by their offsets."""
    distance = abs(a[0] - b[0]) if len(a) == len(b) == 1 else min([abs(x - y) for x in a[:5] for y in b[:5]])
    return math.exp(-distance / _NEAR)


def _relatives(named: tuple[tuple[_Named, ...], ...], rarity: Mapping[str, float]) -> tuple[tuple[Relative, ...], ...]:
    where: dict[str, list[int]] = {}
    for index, article in enumerate(named):
        for n in article:
            where.setdefault(n.entity, []).append(index)
    norms = [math.sqrt(sum(_share(n, rarity) ** 2 for n in article)) or 1.0 for article in named]
    shares = [{n.entity: _share(n, rarity) for n in article} for article in named]
    found = []
    for index, mine in enumerate(shares):
        scores: dict[int, float] = {}
        for entity, share in mine.items():
            if share > 0 and len(where[entity]) <= _CROWD:
                for other in where[entity]:
                    scores[other] = scores.get(other, 0.0) + share * shares[other][entity]
        scores.pop(index, None)
        best = heapq.nsmallest(_TOGETHER, ((-score / norms[other], other) for other, score in scores.items()))
        found.append(
            tuple(
                Relative(other, round(-weight / norms[index], 4), _shared(mine, shares[other], where))
                for weight, other in best
            )
        )
    return tuple(found)


def _shared(a: Mapping[str, float], b: Mapping[str, float], where: Mapping[str, list[int]]) -> tuple[str, ...]:
    """Return the most telling entities that two articles share."""
    both = ((-share * b[entity], entity) for entity, share in a.items() if entity in b and len(where[entity]) <= _CROWD)
    return tuple(entity for weight, entity in heapq.nsmallest(_SHARED, both) if weight < 0)


def _share(named: _Named, rarity: Mapping[str, float]) -> float:
    return rarity[named.entity] * (1 + math.log(len(named.offsets)))


def _figures(corpus: Corpus, named: tuple[tuple[_Named, ...], ...]) -> Mapping[str, tuple[FigureAt, ...]]:
    found: dict[str, list[FigureAt]] = {}
    for index, article in enumerate(corpus.articles):
        sentences = article.document.sentences
        by_sentence: dict[int, list[int]] = {}
        for number, figure in enumerate(article.figures):
            by_sentence.setdefault(_sentence(sentences, figure.start), []).append(number)
        for n in named[index]:
            numbers = sorted(number for s in n.sentences for number in by_sentence.get(s, ()))
            if numbers:
                found.setdefault(n.entity, []).extend(FigureAt(index, number) for number in numbers)
    return MappingProxyType({entity: tuple(found[entity]) for entity in sorted(found)})


def _sentence(sentences: tuple[Span, ...], offset: int) -> int:
    return bisect_right(sentences, offset, key=lambda sentence: sentence.start) - 1


def _ends(corpus: Corpus) -> tuple[Mapping[str, Locus], Mapping[str, Locus]]:
    """Return the first and the last mention of each entity in time."""
    first, last = {}, {}
    for entity in corpus.entities:
        loci = entity.loci or entity.weak
        dated = [at for at in loci if corpus.articles[at.article].document.metadata.date]
        last[entity.id] = loci[0]
        # Articles stand newest first: the oldest dated one is the last dated one.
        oldest = (dated or loci)[-1].article
        first[entity.id] = next(at for at in loci if at.article == oldest)
    return MappingProxyType(first), MappingProxyType(last)
