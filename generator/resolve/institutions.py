"""Mentions of organisations become organisations."""

import itertools
from collections import Counter
from collections.abc import Mapping

from generator.model import Annotated
from generator.resolve import organisations
from generator.resolve.clusters import clusters
from generator.resolve.comparison import MERGES, compare_names
from generator.resolve.fixed import Fixed
from generator.resolve.inflection import nominative
from generator.resolve.links import Link, Named, link, named
from generator.resolve.spelling import tidy

_QUOTES = "“”„\"»«'’*_"
"""What may close a name before the bracket that explains it, and close the explanation."""
_ENDS = (")", "]", ",", ";", "-")


def link_organisations(articles: tuple[Annotated, ...], fixed: Fixed) -> Mapping[tuple[int, int], Link]:
    """Return the organisation each ORGANISATION mention names.

    A short form in brackets after a long one ("Sozialdemokratische Partei Deutschlands (SPD)") means the same thing when its
    letters fit; so does a long one after a short one.
    """
    everywhere = named(articles, ("ORGANISATION",))
    names = Counter(n.what.target or tidy(n.what.text) for mentions in everywhere for n in mentions)
    bases = {name: nominative(name, names, lambda form: bool(organisations.known(form))) for name in sorted(names)}
    pairs: dict[int, list[tuple[str, str]]] = {}
    for article, mentions in zip(articles, everywhere, strict=True):
        if mentions and (found := _explained(article.document.text, mentions, bases)):
            pairs[mentions[0].at[0]] = found
    same = clusters(
        set(bases.values()),
        organisations.keys,
        lambda a, b: compare_names(a, b, "ORGANISATION") >= MERGES,
        fixed.apart,
        (*fixed.joined("ORGANISATION", bases.values()), *_explained_alike(pairs)),
    )
    meant = _meant(pairs, same)
    links = {}
    for n in (n for mentions in everywhere for n in mentions):
        base = bases[n.what.target or tidy(n.what.text)]
        # What an article explains in brackets holds there; elsewhere only if no other article explains it otherwise.
        here = [pair for pair in pairs.get(n.at[0], ()) if base in pair]
        key = meant.get(same[base], same[base])
        if here:
            key = meant.get(same[here[0][1]], same[here[0][1]])
        by_hand = n.what.target or fixed.record("ORGANISATION", (base,))
        rule = "authority" if by_hand else "short-form" if key != same[base] or here else "organisation-name"
        links[n.at] = link(key, base, rule)
    return links


def _explained_alike(pairs: Mapping[int, list[tuple[str, str]]]) -> tuple[tuple[str, str], ...]:
    """Return long forms that one short form stands for and that differ in one word's spelling only; sorted.

    "Gewerkschaft Deutscher Lokführer (GDL)" here and "Gewerkschaft Deutscher Lokomotivführer (GDL)" there.
    """
    longs: dict[str, set[str]] = {}
    for short, long in itertools.chain.from_iterable(pairs.values()):
        longs.setdefault(short, set()).add(long)
    return tuple(
        sorted(
            {
                pair
                for found in longs.values()
                for pair in itertools.combinations(sorted(found), 2)
                if organisations.alike(*pair)
            }
        )
    )


def _meant(pairs: Mapping[int, list[tuple[str, str]]], same: Mapping[str, str]) -> Mapping[str, str]:
    """Return for each short form's cluster the one cluster that all articles explain it by."""
    longs: dict[str, set[str]] = {}
    for found in pairs.values():
        for short, long in found:
            if same[short] != same[long]:
                longs.setdefault(same[short], set()).add(same[long])
    return {
        short: min(found)
        for short, found in sorted(longs.items())
        if len(found) == 1 and not (found & longs.keys()) and not organisations.known(short)
    }


def _explained(text: str, mentions: tuple[Named, ...], bases: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the short forms of an article with the long ones that it explains them by."""
    found = []
    for first, second in itertools.pairwise(mentions):
        between = text[first.what.end : second.what.start].strip(_QUOTES + " \n")
        behind = text[second.what.end : second.what.end + 3].lstrip(_QUOTES)
        if between not in ("(", "[") or behind[:1] not in _ENDS:
            continue
        a, b = bases[tidy(first.what.text)], bases[tidy(second.what.text)]
        if a != b and organisations.abbreviates(a, b):
            found.append((a, b))
        elif a != b and organisations.abbreviates(b, a):
            found.append((b, a))
    forms = sorted({bases[n.what.target or tidy(n.what.text)] for n in mentions})
    for short in forms:
        longer = [
            long
            for long in forms
            if organisations.shortens(short, long)
            or (organisations.initials(short, long) and not organisations.known(short))
        ]
        if len(longer) == 1:
            found.append((short, longer[0]))
    return found
