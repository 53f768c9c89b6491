"""What the rules were not sure about, as rules a curator can copy into the authority file.

Written as TOML that is itself a valid authority file: what is right is copied as it stands, what is wrong is left.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from generator.authority import (
    WORDS,
    Authority,
    EntityLabel,
    Judgement,
    judgement_lines,
    merge_lines,
    quoted,
    quoted_list,
)
from generator.model import Corpus, Entity
from generator.places import Place, find_places
from generator.resolve import organisations, places
from generator.resolve.comparison import SUGGESTS, compare_names
from generator.resolve.doubts import Doubt, line, noise, unlocated
from generator.resolve.fixed import Fixed
from generator.resolve.people import keys_of
from generator.resolve.persons import parse_person
from generator.resolve.spelling import spelled

_CROWD = 40
"""Names under one key beyond which pairs are no longer looked at: a suggestion among so many helps nobody."""
_QUOTED = 20
_LETTERS = 0.8
"""Up to this likeness two names agree in initials or in one word only."""
_RARE = 20
"""Articles up to which a thing named beside both of two others says something."""
_MOST = 60
"""Unlocated places, and words that may be no names, that are written down; nobody reads hundreds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Two entities that may be one."""

    a: Entity
    """The one named more often."""
    b: Entity
    score: float
    shared: tuple[str, ...]
    """Names of what both are named together with, the rarest first."""
    contexts: tuple[str, str]
    """A line of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions:
    """All that the rules were not sure about; each tuple has the weightiest first."""

    merges: tuple[Candidate, ...] = ()
    open: tuple[Doubt, ...] = ()
    """Surnames that several persons bear."""
    unlocated: tuple[Doubt, ...] = ()
    """Places without a dot on the map."""
    noise: tuple[Doubt, ...] = ()
    """Mentions that may be no names."""


def suggest(corpus: Corpus, authority: Authority | None = None) -> Suggestions:
    """Return what a curator should look at, leaving out what the authority file has decided already."""
    fixed = Fixed(authority or Authority())
    by_often = sorted(corpus.entities, key=lambda e: (-len(e.loci), e.id))
    named = [entity for entity in by_often if entity.loci]
    doubts = noise(corpus, named, fixed)
    return Suggestions(
        merges=tuple(_candidates(corpus, named, fixed)),
        open=tuple(
            Doubt(
                entity=e,
                why=" or ".join(bearer.name for bearer in _bearers(corpus, e)),
                context=line(corpus, e.loci[0]),
            )
            for e in named
            if e.open
        ),
        unlocated=unlocated(corpus, named, fixed, doubts),
        noise=doubts,
    )


def _candidates(corpus: Corpus, entities: list[Entity], fixed: Fixed) -> Iterator[Candidate]:
    beside = _Beside(corpus)
    found = []
    for label in ("PERSON", "PLACE", "ORGANISATION"):
        buckets: dict[str, list[Entity]] = {}
        for entity in entities:
            if entity.label == label and not entity.open:
                for key in _keys(label, entity.name):
                    buckets.setdefault(key, []).append(entity)
        pairs = {
            (a.id, b.id): (a, b)
            for key in sorted(buckets)
            if len(buckets[key]) <= _CROWD
            for a, b in combinations(buckets[key], 2)
        }
        for a, b in pairs.values():
            score = compare_names(a.name, b.name, label)
            if score >= SUGGESTS and not fixed.apart(a.name, b.name) and beside.speaks_for(a, b, score):
                found.append((a, b, score, beside.shared(a, b)))
    found.sort(
        key=lambda pair: (
            -pair[2], not beside.together(pair[0], pair[1]), -len(pair[3]), -len(pair[0].loci), pair[0].id, pair[1].id,
        )
    )  # fmt: skip
    for a, b, score, shared in found:
        contexts = (line(corpus, a.loci[0]), line(corpus, b.loci[0]))
        yield Candidate(a=a, b=b, score=score, shared=shared, contexts=contexts)


def _keys(label: EntityLabel, name: str) -> Iterable[str]:
    if label == "PERSON":
        person = parse_person(name)
        return keys_of(name) | {spelled(part) for part in " ".join(person.surname).replace("-", " ").split()}
    if label == "PLACE":
        return {places.key(name), *places.sound_keys(name)}
    letters = "".join(word[0] for word in spelled(name).replace("-", " ").split() if word[0].isalpha())
    short = spelled(name) if name.isupper() or sum(c.isupper() for c in name) > 1 else ""
    return {*organisations.keys(name), f"~{letters}", f"~{short}" if " " not in short and short else f"~{letters}"}


class _Beside:
    """What entities are named together with, found when asked for."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.articles = {e.id: frozenset(at.article for at in e.loci) for e in corpus.entities}

    def together(self, a: Entity, b: Entity) -> bool:
        """Return whether one article names both."""
        return not self.articles[a.id].isdisjoint(self.articles[b.id])

    def speaks_for(self, a: Entity, b: Entity, score: float) -> bool:
        """Return whether there is more for two things being one than letters that fit.

        A likeness of names is enough; initials and single words need an article with both, or something rare beside both,
        and a short form whose long form is known is no other thing's.
        """
        if score > _LETTERS or self.together(a, b):
            return True
        if a.label == "ORGANISATION":
            short, long = sorted((a, b), key=lambda entity: len(entity.name))
            if organisations.known(short.name) or any(" " in alias.name for alias in short.aliases):
                return False
            if organisations.abbreviates(short.name, long.name) and len(long.name.split()) < len(short.name):
                return False
        rare = self._shared(a, b)[:1]
        return bool(rare) and len(self.articles[rare[0]]) <= _RARE

    def shared(self, a: Entity, b: Entity) -> tuple[str, ...]:
        """Return the names of at most five things both are named with in one article, the rarest first."""
        return tuple(self.corpus.by_id[id_].name for id_ in self._shared(a, b))

    def _shared(self, a: Entity, b: Entity) -> tuple[str, ...]:
        sets = [
            {linked.entity for i in self.articles[e.id] for linked in self.corpus.articles[i].mentions} for e in (a, b)
        ]
        both = (sets[0] & sets[1]) - {a.id, b.id}
        return tuple(sorted(both, key=lambda id_: (len(self.articles.get(id_, ())), id_))[:5])


def render_suggestions(suggestions: Suggestions, corpus: Corpus) -> str:
    """Return the suggestions as TOML that reads as an authority file."""
    lines = [
        "# What the last build was not sure about. Every build writes this file anew and none reads it:",
        "# copy what is right into seeds/authority.toml and leave the rest.",
    ]
    for pair in suggestions.merges:
        why = f"; both beside {', '.join(pair.shared)}" if pair.shared else ""
        names = (pair.a.name, pair.b.name)
        lines += ["", f"# One {WORDS[pair.a.label]}? ({pair.score:.2f}{_one_line(why)})"]
        lines += [f"#   {_one_line(context)}" for context in pair.contexts]
        lines += [*merge_lines(pair.a.label, names), f"# or else: [[distinct]] names = {quoted_list(names)}"]
    for doubt in suggestions.open:
        often = len(doubt.entity.loci)
        lines += ["", f"# Who is {_one_line(doubt.entity.name)} ({_times(often)})? {_one_line(doubt.why)}"]
        first = _bearers(corpus, doubt.entity)[0].name
        lines += [f"#   {_one_line(doubt.context)}", *judgement_lines(_guess(corpus, doubt.entity))]
        if often > 1:
            lines += [f'# or everywhere: [[person]] with name = {quoted(_one_line(first))} and bare = "always"']
    for doubt in suggestions.unlocated[:_MOST]:
        often = len(doubt.entity.loci)
        lines += ["", f"# Where is this? ({_times(often)})", f"#   {_one_line(doubt.context)}", "[[place]]"]
        lines += [f"name = {quoted(doubt.entity.name)}"]
        known = find_places(doubt.entity.name, "de")[:3]
        lines += [f"# geo = {_geo(place)}  # {place.name}, {place.country}, {place.kind}" for place in known] or [
            '# geo = { lat = 0.0, lon = 0.0, country = "" }'
        ]
    lines += _more(len(suggestions.unlocated), "places have no dot")
    if suggestions.noise:
        lines += ["", "# No names?", "[ignore]", "words = ["]
        lines += [
            f"  {quoted(d.entity.attested)},  # {_one_line(d.why)}: {_one_line(d.context)}"
            for d in suggestions.noise[:_MOST]
        ]
        lines += ["]", *_more(len(suggestions.noise), "names were found once and are unsure")]
    return "\n".join(lines) + "\n"


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


def _more(number: int, what: str) -> list[str]:
    return ["", f"# {number - _MOST:,} more {what}."] if number > _MOST else []


def _geo(place: Place) -> str:
    country = f", country = {quoted(place.country)}" if place.country else ""
    return f"{{ lat = {place.lat:.3f}, lon = {place.lon:.3f}{country} }}"


def _bearers(corpus: Corpus, entity: Entity) -> list[Entity]:
    """Return who may be meant by an open surname, the one named most often first."""
    found = [corpus.by_id[candidate] for candidate in entity.candidates]
    return sorted(found, key=lambda bearer: (-len(bearer.loci), bearer.id))


def _guess(corpus: Corpus, entity: Entity) -> Judgement:
    """Return the judgement that the first mention of an open surname means the one named most often."""
    at = entity.loci[0]
    article = corpus.articles[at.article]
    mention, text = article.mentions[at.mention].mention, article.document.text
    return Judgement(
        article=article.document.slug,
        quote=mention.text,
        before=text[max(0, mention.start - _QUOTED) : mention.start],
        after=text[mention.end : mention.end + _QUOTED],
        verdict="PERSON",
        name=_bearers(corpus, entity)[0].name,
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
