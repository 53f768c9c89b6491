"""Mentions of places, and the adjectives that point to them, become places.

A name means the place that the gazetteer chooses for it in the country context of its article; names of one place in several
languages so become one. A name the gazetteer cannot tell is a place without coordinates: no dot rather than a wrong dot.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.authority import Record
from generator.model import Annotated
from generator.places import Place, choose_place, find_places, is_place_name
from generator.resolve import places
from generator.resolve.clusters import clusters
from generator.resolve.comparison import MERGES, compare_names
from generator.resolve.fixed import Fixed
from generator.resolve.inflection import headed, nominative
from generator.resolve.links import Link, Named, link, named
from generator.resolve.spelling import tidy

_QUALIFIED = (" am ", " an der ", " im ", " (", " in der ", " ob der ", " bei ", " a. ", " a.d. ", " an ", ", ", "/")
"""What follows a bare name in a fuller one: "Frankfurt" in "Frankfurt (Oder)"."""

_NAMESAKE = 2.0
"""How much heavier a country may be than another's division of its name for the article to decide between them."""


@dataclass(frozen=True, slots=True)
class Geography:
    """Places of the corpus."""

    links: Mapping[tuple[int, int], Link]
    located: Mapping[str, Place]
    """Where they are, by key of the link, where that is clear."""


def link_places(articles: tuple[Annotated, ...], fixed: Fixed, home: str, language: str) -> Geography:
    """Return the place each PLACE mention names and each DEMONYM mention points to; places are headed in `language`."""
    everywhere = named(articles, ("PLACE", "DEMONYM"))
    chosen: dict[tuple[int, int], tuple[str, Place | None]] = {}
    for article, mentions in zip(articles, everywhere, strict=True):
        _choose(mentions, article.document.metadata.language, home, chosen)
    known: dict[str, set[str]] = {}
    located: dict[str, Place] = {}
    for name, place in chosen.values():
        if place:
            known.setdefault(places.key(name), set()).add(place.id)
            located.setdefault(f"@{place.id}", _headed(place, language))
    names = Counter(name for name, place in chosen.values() if not place)
    nodes: dict[tuple[int, int], tuple[str, str, str]] = {}
    for n in (n for mentions in everywhere for n in mentions):
        name, place = chosen[n.at]
        nodes[n.at] = _node(name, place, fixed.record("PLACE", (name,)), known, names)
    joined = _joined(nodes, located, fixed)
    same = clusters(
        {node for node, _, _ in nodes.values()} | {node for pair in joined for node in pair},
        lambda node: (node if node[0] in "@=" else places.key(node),),
        lambda a, b: a[0] not in "@=" and b[0] not in "@=" and compare_names(a, b, "PLACE") >= MERGES,
        fixed.apart,
        joined,
    )
    links = {
        n.at: link(same[node], form, "demonym" if n.what.label == "DEMONYM" else reason)
        for mentions in everywhere
        for n in mentions
        for node, form, reason in (nodes[n.at],)
    }
    return Geography(
        links, {same[node]: place for node, place in sorted(located.items(), reverse=True) if node in same}
    )


def _headed(place: Place, language: str) -> Place:
    """Return the place with its name in the site's language."""
    for name in (place.name, place.name.replace("-", " ")):
        for other in find_places(name, language):
            if other.id == place.id:
                return other
    return place


@lru_cache(maxsize=1 << 16)
def _country(name: str, language: str) -> str:
    """Return the country that a name speaks for: its own or that of a capital."""
    place = choose_place(name, language)
    return (
        place.country if place and place.kind in ("country", "capital") and not _namesake(place, name, language) else ""
    )


def _namesake(country: Place, name: str, language: str) -> Place | None:
    """Return the division of another country that bears a country's name nearly as well: "Georgia"."""
    return next(
        (
            place
            for place in find_places(name, language)
            if place.kind == "region" and place.country != country.country and place.weight > country.weight - _NAMESAKE
        ),
        None,
    )


@lru_cache(maxsize=1 << 16)
def _place(name: str, language: str, countries: tuple[str, ...], home: str) -> Place | None:
    """Return the place a name means in an article about some countries."""
    form = name if is_place_name(name, language) else headed(name)
    alone = choose_place(form, language)
    # Context may not turn Luxembourg into its capital.
    if alone and alone.kind == "country":
        other = _namesake(alone, form, language)
        return other if other and alone.country not in countries and other.country in (*countries, home) else alone
    return choose_place(form, language, countries=countries, home=home)


def _choose(
    mentions: tuple[Named, ...], language: str, home: str, chosen: dict[tuple[int, int], tuple[str, Place | None]]
) -> None:
    """Choose the place of every mention of one article, seeing which countries it is about."""
    names = [n.what.target or tidy(n.what.text) for n in mentions]
    votes = Counter(country for name in names if (country := _country(name, language)))
    countries = tuple(sorted(votes, key=lambda country: (-votes[country], country))[:3])
    fuller = sorted({name for name in names if any(mark in name for mark in _QUALIFIED)})
    for n, name in zip(mentions, names, strict=True):
        longer = [other for other in fuller if other.startswith(tuple(name + mark for mark in _QUALIFIED))]
        chosen[n.at] = (name, _place(longer[0] if len(longer) == 1 else name, language, countries, home))


def _node(
    name: str,
    place: Place | None,
    record: Record | None,
    known: Mapping[str, set[str]],
    names: Mapping[str, int],
) -> tuple[str, str, str]:
    """Return what a mention is clustered by, its name without genitive, and the rule."""
    if record:
        return f"={record.name}", name, "authority"
    if place:
        return f"@{place.id}", name if places.is_known(name) else place.name, "gazetteer"
    elsewhere = sorted(known.get(places.key(name), ()))
    if len(elsewhere) == 1:
        return f"@{elsewhere[0]}", name, "gazetteer-elsewhere"
    base = headed(nominative(name, names, places.is_known))
    return base, base, "place-name"


def _joined(
    nodes: Mapping[tuple[int, int], tuple[str, str, str]], located: Mapping[str, Place], fixed: Fixed
) -> tuple[tuple[str, str], ...]:
    """Return the nodes that the authority file makes one, as pairs."""
    by_form: dict[str, str] = {}
    for node, form, _ in nodes.values():
        by_form.setdefault(form, node)
    pairs = [(by_form[a], by_form[b]) for a, b in fixed.joined("PLACE", by_form)]
    for node in sorted({node for node, _, _ in nodes.values() if node.startswith("=")}):
        place = choose_place(node[1:], "de")
        if place and f"@{place.id}" in located:
            pairs.append((node, f"@{place.id}"))
    return tuple(pairs)
