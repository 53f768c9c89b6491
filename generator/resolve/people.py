"""Mentions of persons become persons.

In an article a full name binds the bare family names and first names that agree with it. Over all articles full names that
are one by `comparison` are one person. A bare family name whose article has no full name goes to the only person of the
corpus who bears it; where several do it stays open, and where none does it is a person by itself.
"""

import functools
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import Annotated
from generator.resolve.clusters import clusters
from generator.resolve.comparison import MERGES, compare_names
from generator.resolve.fixed import Fixed
from generator.resolve.inflection import genitive
from generator.resolve.links import Link, Named, link, named
from generator.resolve.lists import groups, words
from generator.resolve.persons import PersonName, parse_person
from generator.resolve.possessive import genitives
from generator.resolve.shortened import known_elsewhere, shortened
from generator.resolve.sounds import family, sounds
from generator.resolve.spelling import dropped, spelled, tidy

_Found = dict[tuple[int, int], tuple[str, str, str]]
"""For each mention the person's name, the form of it that is used there, and the rule."""


@dataclass(frozen=True, slots=True)
class People:
    """Persons of the corpus."""

    links: Mapping[tuple[int, int], Link]
    open: Mapping[str, tuple[str, ...]]
    """Keys of open surnames with the keys of the persons who bear them, sorted."""


def link_people(articles: tuple[Annotated, ...], fixed: Fixed) -> People:
    """Return the person each PERSON mention names."""
    everywhere = named(articles, ("PERSON",))
    forms = _Forms(
        Counter(tidy(n.what.text) for mentions in everywhere for n in mentions), genitives(articles, everywhere)
    )
    found: _Found = {}
    loose: list[tuple[Named, str]] = []
    pairs: list[tuple[str, str]] = []
    for article, mentions in zip(articles, everywhere, strict=True):
        here, open_ones, shorter = _link_article(article.document.text, mentions, forms, fixed)
        found |= here
        loose += open_ones
        pairs += shorter.items()
    return _link_corpus(found, loose, pairs, fixed)


class _Forms:
    """Which names the corpus attests, so that a genitive can be told from a name in -s."""

    def __init__(self, counts: Counter[str], genitives: Mapping[str, Counter[str]]) -> None:
        self.counts = counts
        self.genitives = genitives
        """For words of mentions the names they are genitives of by their sentences, and how often."""
        families: Counter[str] = Counter()
        for text, count in counts.items():
            name = parse_person(text)
            families[name.family] += count
        self.families = families
        self.bases: dict[str, str] = {text: self._base(text) for text in sorted(counts)}

    def _base(self, text: str) -> str:
        told = self.genitives.get(text)
        if told and told.total() == self.counts[text]:
            return min(told)
        bare = genitive(text)
        if bare == text or not text.endswith("s") or bare != text[:-1]:
            return bare
        if self.counts[bare]:
            return bare
        # "Angela Merkels" is a genitive where "Merkel" is named more often than "Merkels" by other full names.
        short, long = parse_person(bare).family, parse_person(text).family
        return bare if self.families[short] >= self.families[long] > 0 else text


def _link_article(
    text: str, mentions: tuple[Named, ...], forms: _Forms, fixed: Fixed
) -> tuple[_Found, list[tuple[Named, str]], dict[str, str]]:
    """Return name and rule for what the article itself decides, what it leaves open, and which full names it shows to be one."""
    bases = [n.what.target or forms.bases[tidy(n.what.text)] for n in mentions]
    bases = [fixed.person(base) or base for base in bases]
    implied = _coordinated(text, mentions, bases, forms)
    full: dict[str, PersonName] = {}
    for index, base in enumerate(bases):
        name = implied.get(index) or base
        if fixed.person(name) or mentions[index].what.target or _complete(parse_person(name)):
            full.setdefault(name, parse_person(name))
    for name, parts in tuple(full.items()):
        # "Suu Kyi" looks like a full name until "Aung San Suu Kyi" stands beside it.
        if any(_ends_with(other, parts) for other in full.values()) and not fixed.person(name):
            del full[name]
    shorter = shortened(full, fixed)
    for name in shorter:
        del full[name]
    own = bases
    bases = [shorter.get(base, base) for base in bases]
    found: _Found = {}
    loose: list[tuple[Named, str]] = []
    for index, n in enumerate(mentions):
        if index in implied:
            found[n.at] = (implied[index], implied[index], "shared-surname")
        elif bases[index] in full:
            by_hand = n.what.target or fixed.person(bases[index])
            reason = "shorter-name" if bases[index] != own[index] else "full-name"
            found[n.at] = (bases[index], own[index], "authority" if by_hand else reason)
        elif bearer := _bearer(bases[index], tidy(n.what.text), full):
            found[n.at] = (bearer[0], *bearer)
        else:
            loose.append((n, bases[index]))
    return found, loose, shorter


def _complete(name: PersonName) -> bool:
    return name.full or name.suffix.endswith(".")


def _coordinated(text: str, mentions: tuple[Named, ...], bases: list[str], forms: _Forms) -> dict[int, str]:
    """Return the full name for a first name that shares the surname of the next mention: "Vitali und Wladimir Klitschko"."""
    found: dict[int, str] = {}
    for index in range(len(mentions) - 2, -1, -1):
        first, second = mentions[index].what, mentions[index + 1].what
        between = text[first.end : second.start]
        if between.strip() not in ("und", "and", ",", "&", "u.", "sowie") or " " in bases[index] or len(between) > 7:
            continue
        following = found.get(index + 1) or bases[index + 1]
        name = parse_person(following)
        if not name.given or len(name.given) > 2 or name.reversed:
            continue
        if between.strip() == "," and index + 1 not in found:
            continue
        given = bases[index]
        if (given.lower() in words("given") or spelled(given) in words("given")) and forms.families[
            given
        ] <= forms.counts[given]:
            found[index] = f"{given} {name.family}"
    return found


def _bearer(base: str, text: str, full: Mapping[str, PersonName]) -> tuple[str, str] | None:
    """Return the only full name of the article that a bare name can mean, with the rule."""
    for form in dict.fromkeys((text, base, genitive(text))):
        bare = parse_person(form)
        if bare.full:
            bearers = [n for n, name in full.items() if n != base and _ends_with(name, bare)]
        else:
            keys = keys_of(form)
            bearers = [n for n in full if not keys.isdisjoint(keys_of(n))]
            if len(bearers) > 1:
                bearers = [n for n in bearers if full[n].family == bare.family] or bearers
        if people := _one_person(bearers):
            return people, "surname-in-article"
    given = [n for n, name in full.items() if name.given and name.given[0] in (base, text)]
    if person := _one_person(given):
        return person, "first-name-in-article"
    return None


def _one_person(names: list[str]) -> str:
    """Return the fullest of several names when they are all one person's; nothing when they are not."""
    if not names:
        return ""
    best = max(names, key=lambda n: (len(n), n))
    return best if all(n == best or compare_names(n, best, "PERSON") >= MERGES for n in names) else ""


def _ends_with(name: PersonName, tail: PersonName) -> bool:
    long, short = spelled(name.heading).split(), spelled(tail.heading).split()
    return len(long) > len(short) and long[-len(short) :] == short and short[0] not in words("given")


@functools.lru_cache(maxsize=1 << 16)
def keys_of(text: str) -> frozenset[str]:
    """Return the keys of the family name of a person's name."""
    return family_keys(parse_person(text))


def family_keys(name: PersonName) -> frozenset[str]:
    """Return the keys under which a family name is looked up: spellings and, for foreign ones, sounds."""
    surname = " ".join(name.surname)
    keys = {spelled(surname), dropped(surname)}
    if language := family(surname):
        keys |= {f"{language}:{sound}" for sound in sounds(surname, language)}
    return frozenset(key.replace("-", "").replace(" ", "").rstrip(".") for key in keys)


@functools.lru_cache(maxsize=1 << 16)
def _keys(text: str) -> frozenset[str]:
    """Return the keys under which full names that may be one fall together."""
    name = parse_person(text)
    if not name.given:
        return frozenset({spelled(name.heading)})
    first = name.given[0].split("-")[0]
    hints = {f"g{number}" for number in groups("given_groups").get(first.lower(), ())} or {
        spelled(first)[:1].translate(_ALIKE)
    }
    pairs = {f"{key}/{hint}" for key in family_keys(name) for hint in hints}
    return frozenset(pairs | {" ".join(sorted(spelled(text).replace("-", " ").split()))})


_ALIKE = str.maketrans("wyqgkc", "vjkkkk")


def _link_corpus(
    found: _Found,
    loose: list[tuple[Named, str]],
    pairs: list[tuple[str, str]],
    fixed: Fixed,
) -> People:
    full = sorted({*(name for name, _, _ in found.values()), *fixed.everywhere()})
    same = clusters(
        full, _keys, lambda a, b: compare_names(a, b, "PERSON") >= MERGES, fixed.apart, fixed.joined("PERSON", full)
    )
    if one := known_elsewhere(pairs, same, fixed):
        wider = clusters(set(same.values()), lambda _: (), lambda _a, _b: False, fixed.apart, one)
        known = {short for short, _ in pairs if short in same and any(same[short] in pair for pair in one)}
        same = {name: wider[cluster] for name, cluster in same.items()}
        found |= {
            at: (name, form, "shorter-name")
            for at, (name, form, reason) in found.items()
            if name in known and reason == "full-name"
        }
    bearers: dict[str, set[str]] = {}
    for name in full:
        for key in keys_of(name):
            bearers.setdefault(key, set()).add(same[name])
    links = {at: link(same[name], form, reason) for at, (name, form, reason) in found.items()}
    opened: dict[str, tuple[str, ...]] = {}
    alone: list[tuple[Named, str]] = []
    stated = _stated(full, {base for _, base in loose}, fixed)
    for n, base in loose:
        people = _bearers_of(base, bearers, fixed)
        if base in stated:
            links[n.at] = link(same[stated[base]], base, "authority")
        elif len(people) == 1:
            links[n.at] = link(people[0], base, "authority" if fixed.always(base) else "surname-unique")
        elif people:
            key = f"?{spelled(base)}"
            opened[key] = tuple(sorted(set(people) | set(opened.get(key, ()))))
            links[n.at] = link(key, base, "surname-open")
        else:
            alone.append((n, base))
    single = clusters(
        {base for _, base in alone},
        keys_of,
        lambda a, b: compare_names(a, b, "PERSON") >= MERGES,
        fixed.apart,
    )
    for n, base in alone:
        links[n.at] = link(single[base], base, "name-alone")
    return People(links, opened)


def _stated(full: list[str], bare: set[str], fixed: Fixed) -> dict[str, str]:
    """Return for bare names the full one that a merge or a rename makes them one with."""
    pairs = fixed.joined("PERSON", {*full, *bare})
    there = frozenset(full)
    groups: dict[str, list[str]] = {}
    for first, other in pairs:
        groups.setdefault(first, [first]).append(other)
    return {
        name: min(meant)
        for names in groups.values()
        if (meant := [name for name in names if name in there])
        for name in names
        if name in bare and name not in there
    }


def _bearers_of(base: str, bearers: Mapping[str, set[str]], fixed: Fixed) -> tuple[str, ...]:
    bare = parse_person(base)
    if bare.full or (spelled(base) in words("given") and base not in bearers):
        return ()
    people: set[str] = set()
    for key in sorted(keys_of(base)):
        people |= bearers.get(key, set())
    return fixed.bare(base, tuple(sorted(people)))
