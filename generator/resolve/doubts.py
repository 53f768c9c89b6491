"""What a curator should look at: places without a dot, and words that may be no names."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from generator.authority import WORDS
from generator.model import Article, Corpus, Entity, Locus
from generator.resolve.fixed import Fixed

_AROUND = 60
_WORD = re.compile(r"[^\W_][\w-]*")
_UNSURE = 0.6
"""Below this probability a name that was found once is more often none than others are."""
_STANDING = 2
"""How often a word must stand elsewhere without being found a name to speak against the one time it was."""
_NO_DOT = re.compile(
    r"(?:erde|sonne|mond|merkur|venus|mars|jupiter|saturn|uranus|neptun|pluto|milchstraße|weltall|earth|moon|sun|mercury)s?"
    r"|(?:a|b|k|l|s|st|bab|ice|ic|e) ?\d+|(?:bundes|land|kreis|staats)?(?:straße|autobahn|strasse) ?\d+",
    re.IGNORECASE,
)
"""Places that have no place on a map, and roads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """An entity a curator should look at, and why."""

    entity: Entity
    why: str
    context: str


def unlocated(corpus: Corpus, entities: list[Entity], fixed: Fixed, noise: tuple[Doubt, ...]) -> tuple[Doubt, ...]:
    """Return the places that could stand on a map and do not, in the order of the entities."""
    doubted = {doubt.entity.id for doubt in noise}
    return tuple(
        Doubt(entity=e, why="not clear where this is", context=line(corpus, e.loci[0]))
        for e in entities
        if e.label == "PLACE" and e.geo is None and e.id not in doubted and not fixed.record("PLACE", (e.name,))
        if not _NO_DOT.fullmatch(e.name)
    )


def noise(corpus: Corpus, entities: list[Entity], fixed: Fixed) -> tuple[Doubt, ...]:
    """Return what may be no name, what most speaks against first."""
    standing = _standing(corpus, {e.name for e in entities if len(e.loci) == 1 and " " not in e.name})
    found = [
        Doubt(entity=e, why=why, context=line(corpus, e.loci[0]))
        for e in sorted(entities, key=lambda e: (-standing[e.name], _score(corpus, e), e.id))
        if (why := _noise(corpus, e, standing)) and not fixed.record(e.label, (e.name,))
    ]
    return tuple(found)


def _score(corpus: Corpus, entity: Entity) -> float:
    """Return how sure the recogniser was of a thing's first mention."""
    at = entity.loci[0]
    return corpus.articles[at.article].mentions[at.mention].mention.score


def _standing(corpus: Corpus, words: set[str]) -> Counter[str]:
    """Return how often each of some words stands in the articles outside all names."""
    found: Counter[str] = Counter()
    for article in corpus.articles:
        at = 0
        for start, end in (
            *((m.mention.start, m.mention.end) for m in article.mentions),
            (len(article.document.text),) * 2,
        ):
            found.update(word for word in _WORD.findall(article.document.text, at, start) if word in words)
            at = end
    return found


def _noise(corpus: Corpus, entity: Entity, standing: Mapping[str, int]) -> str:
    """Return why an entity may be no name; empty when nothing speaks against it."""
    name = entity.name
    if not any(character.isalpha() for character in name) or len(name) < 2:
        return "hardly a word"
    if name[0].islower() and name.split()[0].islower() and entity.label != "ORGANISATION" and len(name.split()) == 1:
        return "begins with a small letter"
    if len(name.split()) > 6 and entity.label != "ORGANISATION":
        return "very long for a name"
    mentions = [corpus.articles[at.article].mentions[at.mention].mention for at in entity.loci]
    if len(mentions) == 1 and not mentions[0].certain and not (entity.geo or entity.roles or entity.description):
        if standing[name] >= _STANDING:
            return f"named once, and not surely; {standing[name]} times the word is no name"
        if mentions[0].score < _UNSURE:
            return "named once, and not surely"
    folder, _, slug = entity.id.partition("/")
    for other in ("people", "places", "organisations"):
        twin = corpus.by_id.get(f"{other}/{slug}")
        if other != folder and twin and len(twin.loci) >= 5 * len(entity.loci):
            return f"the same name is a {WORDS[twin.label]} {len(twin.loci)} times"
    return ""


def line(corpus: Corpus, at: Locus) -> str:
    """Return a mention with the words around it, in one line."""
    article: Article = corpus.articles[at.article]
    text, mention = article.document.text, article.mentions[at.mention].mention
    before = text[max(0, mention.start - _AROUND) : mention.start]
    after = text[mention.end : mention.end + _AROUND]
    return " ".join(f"{article.document.slug}: … {before}[{mention.text}]{after} …".split())
