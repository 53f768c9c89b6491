"""Mentions of places and organisations become places and organisations."""

import itertools
from collections import Counter
from collections.abc import Callable, Mapping

from generator.model import Annotated
from generator.resolve import organisations, places
from generator.resolve.clusters import clusters
from generator.resolve.comparison import MERGES, compare_names
from generator.resolve.fixed import Fixed
from generator.resolve.links import Link, Named, named
from generator.resolve.lists import words
from generator.resolve.spelling import tidy


def link_places(articles: tuple[Annotated, ...], fixed: Fixed) -> Mapping[tuple[int, int], Link]:
    """Return the place each PLACE and DEMONYM mention names or points to."""
    everywhere = [n for mentions in named(articles, ("PLACE", "DEMONYM")) for n in mentions]
    names = Counter(
        n.what.target or tidy(n.what.text) if n.what.label == "DEMONYM" else tidy(n.what.text) for n in everywhere
    )
    bases = {name: nominative(name, names, places.is_known) for name in sorted(names)}
    same = clusters(
        set(bases.values()),
        places.keys,
        lambda a, b: compare_names(a, b, "PLACE") >= MERGES,
        fixed.apart,
        fixed.joined("PLACE", bases.values()),
    )
    links = {}
    for n in everywhere:
        weak = n.what.label == "DEMONYM"
        base = bases[n.what.target or tidy(n.what.text) if weak else tidy(n.what.text)]
        links[n.at] = Link(same[base], base, "demonym" if weak else "place-name")
    return links


def link_organisations(articles: tuple[Annotated, ...], fixed: Fixed) -> Mapping[tuple[int, int], Link]:
    """Return the organisation each ORGANISATION mention names.

    A short form in brackets after a long one ("Sozialdemokratische Partei Deutschlands (SPD)") means the same thing when its
    letters fit; so does a long one after a short one.
    """
    everywhere = named(articles, ("ORGANISATION",))
    names = Counter(tidy(n.what.text) for mentions in everywhere for n in mentions)
    bases = {name: nominative(name, names, lambda form: bool(organisations.known(form))) for name in sorted(names)}
    pairs = {
        pair
        for article, mentions in zip(articles, everywhere, strict=True)
        for pair in _bracketed(article.document.text, mentions, bases)
    }
    same = clusters(
        set(bases.values()),
        organisations.keys,
        lambda a, b: compare_names(a, b, "ORGANISATION") >= MERGES,
        fixed.apart,
        (*fixed.joined("ORGANISATION", bases.values()), *sorted(pairs)),
    )
    bracketed = {name for pair in pairs for name in pair}
    return {
        n.at: Link(same[base], base, "short-form" if base in bracketed else "organisation-name")
        for mentions in everywhere
        for n in mentions
        for base in (bases[tidy(n.what.text)],)
    }


def nominative(name: str, attested: Mapping[str, int], is_known: Callable[[str], bool]) -> str:
    """Return a name without the -s of its genitive, where the short form is attested or known and the long one is not."""
    for ending in ("’s", "'s", "’", "'"):
        if name.endswith(ending):
            return name.removesuffix(ending)
    last = name.rsplit(" ", 1)[-1].lower()
    if not name.endswith("s") or len(last) < 4 or last.endswith("ss") or last in words("ends_in_s") or is_known(name):
        return name
    bases = (name[:-1], name[:-2]) if name.endswith("es") else (name[:-1],)
    return next((b for b in bases if attested.get(b, 0) >= attested.get(name, 0) or is_known(b)), name)


def _bracketed(text: str, mentions: tuple[Named, ...], bases: Mapping[str, str]) -> list[tuple[str, str]]:
    found = []
    for first, second in itertools.pairwise(mentions):
        if (
            text[first.what.end : second.what.start].strip() != "("
            or text[second.what.end : second.what.end + 1] != ")"
        ):
            continue
        a, b = bases[tidy(first.what.text)], bases[tidy(second.what.text)]
        if a != b and (organisations.abbreviates(a, b) or organisations.abbreviates(b, a)):
            found.append((a, b))
    return found
