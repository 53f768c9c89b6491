"""Who is named together with whom: the strongest ties of the collection as a drawing, and the same as a list.

Ties are those of the relations room: the rarer two names and the closer together, the stronger; once in passing is chance. Of
all entities those are drawn that are tied most strongly among each other, so that the drawing shows a web and not shreds.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.concordance import line, sentence_at
from generator.drawings import share
from generator.highlight import data_block
from generator.linkeddata import article_path, collection_statements, entity_path
from generator.model import Article, Entity, Locus, Page
from generator.network import Drawing, Knot, Tie, draw_network
from generator.pages.portrait import KINDS
from generator.pages.site import Chrome, Site, chrome

PATH = "network/index.html"
FEWEST = 5
"""Entities that must be tied for a drawing to say anything."""
_ENOUGH = 24
"""So many entities tied by several articles need no looser ties beside them."""
_MOST = 50
_COUNTED = 4
"""So many ties of an entity decide whether it is drawn."""
_TIES = 2.2
"""Ties drawn for each entity, on average at most: more would be a tangle."""
_WIDE, _NARROW = 960, 360
"""Widths of the two drawings, one for a desk and one for a hand."""
_FIRST = 24
"""Pairs listed at once; the others unfold."""
_TITLES = 3
_PASSAGE = 90
"""Code points before and after two names."""
_SAYING, _LISTED, _ELSEWHERE = 12, 80, 10_000
"""Code points: so far apart names are no mere list; how far a list counts; how far two sentences count."""


@dataclass(frozen=True, slots=True)
class Member:
    """One of the entities of the drawing."""

    path: str
    name: str
    layer: str
    """`person`, `place` or `organisation`."""
    count: int
    """How often it is named."""


@dataclass(frozen=True, slots=True)
class Title:
    """An article that names both of a pair."""

    target: str
    """Where it names the rarer one first."""
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two entities named together."""

    one: Member
    other: Member
    articles: int
    share: int
    """Length of the bar, 0..100."""
    target: str
    """A spot where the two are named together."""
    passage: tuple[tuple[str, bool], ...]
    """The words there in pieces, true for the names."""
    language: str
    """Of that article, where it differs from the interface."""
    titles: tuple[Title, ...]
    """Articles that name both, newest first; not all where there are many."""
    more: int
    """How many further articles do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkView:
    """What the page of the network shows."""

    chrome: Chrome
    title: str
    summary: str
    members: tuple[Member, ...]
    """In the order of the drawings' spots; none where there are too few for a drawing."""
    wide: Drawing
    narrow: Drawing
    kinds: tuple[tuple[str, str], ...]
    """Layer and word of each kind that occurs, for the legend."""
    pairs: tuple[Pair, ...]
    """The strongest."""
    further: tuple[Pair, ...]
    """The others; both by strength."""
    more: str
    """How many others, in words."""


@dataclass(frozen=True, slots=True)
class _Bond:
    """Two entities, by their ids, and what ties them."""

    one: str
    other: str
    weight: float
    articles: int
    """How many name both."""


def network_page(site: Site) -> Iterator[Page]:
    """Yield `network/index.html`; where hardly anything is named together it says so."""
    bonds = _network(site)
    strings = site.strings
    chosen = _members(bonds)
    numbers = {identifier: number for number, identifier in enumerate(chosen)}
    members = tuple(_member(site.corpus.by_id[identifier]) for identifier in chosen)
    ties = tuple(Tie(numbers[bond.one], numbers[bond.other], bond.weight) for bond in bonds)
    knots = tuple(Knot(member.name, member.count) for member in members)
    wide, narrow = draw_network(knots, ties, _WIDE, _NARROW)
    most = max((bond.articles for bond in bonds), default=1)
    pairs = tuple(_pair(site, bond, most) for bond in bonds)
    title = strings.gettext("Who with whom")
    names = strings.count("%(num)s name", "%(num)s names", len(members))
    summary = f"{names}, {strings.count('%(num)s pair', '%(num)s pairs', len(bonds))}" if bonds else ""
    present = {member.layer for member in members}
    yield Page(
        PATH,
        "network.html",
        NetworkView(
            chrome=chrome(
                site,
                PATH,
                title,
                description=strings.gettext("People, places and organisations that are named together."),
                jsonld=data_block(collection_statements(PATH, title, site.settings)),
            ),
            title=title,
            summary=summary,
            members=members,
            wide=wide,
            narrow=narrow,
            kinds=tuple((kind.layer, strings.gettext(kind.many)) for kind in KINDS.values() if kind.layer in present),
            pairs=pairs[:_FIRST],
            further=pairs[_FIRST:],
            more=strings.count("%(num)s further pair", "%(num)s further pairs", len(pairs[_FIRST:])),
        ),
    )


def _network(site: Site) -> tuple[_Bond, ...]:
    """Return the ties to be drawn, the strongest first; none where too few entities are tied."""
    everything = _bonds(site)
    # In a large collection two stories are chance still; in a small one they are much.
    for least in (3, 2, 1):
        bonds = [bond for bond in everything if bond.articles >= least]
        if len(_members(bonds)) >= _ENOUGH:
            break
    chosen = _core(bonds)
    if len(chosen) < FEWEST:
        return ()
    inside = [bond for bond in bonds if {bond.one, bond.other} <= chosen]
    # Each entity keeps the tie that brought it here; of the others the strongest.
    met: set[str] = set()
    first: list[_Bond] = []
    rest: list[_Bond] = []
    for bond in inside:
        (rest if {bond.one, bond.other} <= met else first).append(bond)
        met |= {bond.one, bond.other}
    room = max(0, int(_TIES * len(chosen)) - len(first))
    return tuple(sorted((*first, *rest[:room]), key=_order))


def _bonds(site: Site) -> list[_Bond]:
    """Return every pair that is named together more than once, the strongest first."""
    entities = site.corpus.by_id
    total = len(site.corpus.articles)
    rarity = {
        identifier: 0.1 + math.log(total / len({locus.article for locus in entities[identifier].loci}))
        for identifier in site.relations.companions
    }
    found: dict[tuple[str, str], _Bond] = {}
    for identifier, companions in site.relations.companions.items():
        for companion in companions:
            if companion.articles > 1 or companion.sentences > 1:
                one, other = identifier, companion.entity
                # A companion's weight knows the rarity of one side only; a tie has two.
                weight = companion.weight * math.sqrt(rarity[one] / rarity[other])
                pair = (min(one, other), max(one, other))
                if pair not in found:
                    found[pair] = _Bond(one, other, weight, companion.articles)
    return sorted(found.values(), key=_order)


def _order(bond: _Bond) -> tuple[float, str, str]:
    return -bond.weight, bond.one, bond.other


def _members(bonds: Iterable[_Bond]) -> tuple[str, ...]:
    """Return the entities of some ties, those of the strongest first."""
    return tuple(dict.fromkeys(identifier for bond in bonds for identifier in (bond.one, bond.other)))


def _core(bonds: list[_Bond]) -> set[str]:
    """Return the entities that hold together most: the loosest is dropped until few enough are left."""
    ties: dict[str, dict[str, float]] = {}
    for bond in bonds:
        ties.setdefault(bond.one, {})[bond.other] = ties.setdefault(bond.other, {})[bond.one] = bond.weight
    strengths = {identifier: _strength(tied) for identifier, tied in ties.items()}
    while len(strengths) > _MOST:
        loosest = min(strengths, key=lambda identifier: (strengths[identifier], identifier))
        del strengths[loosest]
        for other in ties.pop(loosest):
            if other in strengths:
                del ties[other][loosest]
                strengths[other] = _strength(ties[other])
    return {identifier for identifier, strength in strengths.items() if strength}


def _strength(tied: Mapping[str, float]) -> float:
    """Return how strongly an entity is tied; a few ties count, lest a long list of names in one story wins."""
    return sum(sorted(tied.values())[-_COUNTED:])


def _member(entity: Entity) -> Member:
    return Member(entity_path(entity), entity.name, KINDS[entity.label].layer, len(entity.loci))


def _pair(site: Site, bond: _Bond, most: int) -> Pair:
    corpus = site.corpus
    one, other = corpus.by_id[bond.one], corpus.by_id[bond.other]
    both = sorted({locus.article for locus in one.loci} & {locus.article for locus in other.loci})
    rarer = min(one, other, key=lambda entity: len(entity.loci))
    first, second = min((_closest(site, one, other, index) for index in both), key=lambda found: found[0])[1]
    article = corpus.articles[first.article]
    language = article.document.metadata.language
    return Pair(
        one=_member(one),
        other=_member(other),
        articles=len(both),
        share=share(len(both), most),
        target=f"{article_path(article)}#{article.mentions[first.mention].anchor}",
        passage=_passage(article, first.mention, second.mention),
        language=language if language != site.strings.language else "",
        titles=tuple(_title(site, rarer, index) for index in both[:_TITLES]),
        more=len(both[_TITLES:]),
    )


def _closest(site: Site, one: Entity, other: Entity, index: int) -> tuple[int, tuple[Locus, Locus]]:
    """Return the mentions of two entities that an article joins best, in reading order, with how far apart they are."""
    article = site.corpus.articles[index]
    found = []
    for a in _loci(one, index):
        for b in _loci(other, index):
            first, second = min(a, b), max(a, b)
            start, end = article.mentions[first.mention].mention, article.mentions[second.mention].mention
            # Names side by side are a list; what is said of both stands between them.
            gap = end.start - start.end if end.start - start.end >= _SAYING else _LISTED
            if sentence_at(article.document, start.start) != sentence_at(article.document, end.start):
                gap += _ELSEWHERE
            found.append((gap, (first, second)))
    return min(found)


def _loci(entity: Entity, index: int) -> tuple[Locus, ...]:
    """Return the mentions of an entity in one article."""
    start = bisect_left(entity.loci, Locus(index, 0))
    return entity.loci[start : bisect_left(entity.loci, Locus(index + 1, 0))]


def _passage(article: Article, first: int, second: int) -> tuple[tuple[str, bool], ...]:
    """Return the words around two mentions, both marked; where a sentence does not hold both, those around the first."""
    start, end = article.mentions[first].mention, article.mentions[second].mention
    document = article.document
    if sentence_at(document, start.start) != sentence_at(document, end.start) or end.start - start.end > 2 * _PASSAGE:
        alone = line(document, start.start, start.end, _PASSAGE)
        return (alone.left, False), (alone.keyword, True), (alone.right, False)
    around = line(document, start.start, end.end, _PASSAGE)
    between = line(document, start.end, end.start, 0).keyword
    return (around.left, False), (start.text, True), (between, False), (end.text, True), (around.right, False)


def _title(site: Site, entity: Entity, index: int) -> Title:
    """Return an article with the place where it names an entity first."""
    article = site.corpus.articles[index]
    anchor = article.mentions[_loci(entity, index)[0].mention].anchor
    return Title(f"{article_path(article)}#{anchor}", article.document.metadata.title)
