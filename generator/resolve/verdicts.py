"""What a curator said about single words, carried out before anything is resolved.

Words that are no name are dropped, judged stretches are found again by their quotation and the words around it, names that
the authority file knows are found where the model missed them, and an uncertain label gives way to the certain one that the
same words have elsewhere.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.authority import Authority, EntityLabel, Judgement, Record
from generator.model import SET_APART, Annotated, Label, Mention
from generator.places import choose_place
from generator.resolve.inflection import genitive
from generator.resolve.lists import words
from generator.resolve.persons import parse_person
from generator.resolve.spelling import tidy

_CITY = 5.5
"""How prominent a place must be, on the gazetteer's scale, for an uncertain bare name of a person to be that place."""


def judge(articles: tuple[Annotated, ...], authority: Authority) -> tuple[Annotated, ...]:
    """Return the articles with mentions as the curator wants them; they stay sorted and disjoint."""
    ignored = {(word.word, word.article) for word in authority.ignored}
    by_article: dict[str, list[Judgement]] = {}
    for judgement in authority.judgements:
        by_article.setdefault(judgement.article, []).append(judgement)
    records = _by_form(authority)
    finder = _finder(records)
    doubts = any(not m.certain for article in articles for m in article.mentions)
    everywhere = _votes(m for article in articles for m in article.mentions) if doubts else {}
    judged = []
    for article in articles:
        slug = article.document.slug
        mentions = article.mentions
        if ignored:
            mentions = tuple(m for m in mentions if not _is_ignored(tidy(m.text), slug, ignored))
        if records:
            mentions = tuple(_relabelled(m, records) for m in mentions)
        if finder:
            mentions = _found(article, mentions, finder, records)
        for judgement in by_article.get(slug, ()):
            mentions = _judged(article, mentions, judgement)
        mentions = _settled(mentions, everywhere)
        judged.append(article if mentions is article.mentions else replace(article, mentions=mentions))
    return tuple(judged)


def place_of(text: str, judgement: Judgement) -> tuple[int, int] | None:
    """Return where a judgement's quotation stands now: the one whose surroundings fit best, None when it is gone."""
    best: tuple[int, int, int] | None = None
    start = text.find(judgement.quote)
    while start >= 0 and judgement.quote:
        end = start + len(judgement.quote)
        fit = _alike(text[:start][::-1], judgement.before[::-1]) + _alike(text[end:], judgement.after)
        if best is None or fit > best[0]:
            best = (fit, start, end)
        start = text.find(judgement.quote, start + 1)
    if best is None or (best[0] == 0 and (judgement.before or judgement.after) and text.count(judgement.quote) > 1):
        return None
    return best[1:]


def _alike(text: str, wanted: str) -> int:
    """Return how many characters two texts share from their beginning."""
    count = 0
    for a, b in zip(text, wanted, strict=False):
        if a != b:
            break
        count += 1
    return count


def _is_ignored(text: str, slug: str, ignored: set[tuple[str, str]]) -> bool:
    return any((form, where) in ignored for form in (text, genitive(text)) for where in ("", slug))


def _by_form(authority: Authority) -> Mapping[str, tuple[Record, ...]]:
    forms: dict[str, tuple[Record, ...]] = {}
    for record in authority.records:
        for form in dict.fromkeys(map(tidy, record.forms)):
            forms[form] = (*forms.get(form, ()), record)
    return forms


def _relabelled(mention: Mention, records: Mapping[str, tuple[Record, ...]]) -> Mention:
    """Return the mention with the label of the only record that has its words for a name."""
    if mention.label == "DEMONYM":
        return mention
    known = records.get(tidy(mention.text)) or records.get(genitive(tidy(mention.text)), ())
    if len(known) != 1 or known[0].label == mention.label:
        return mention
    return replace(mention, label=known[0].label, layer="authority", certain=True)


def _finder(records: Mapping[str, tuple[Record, ...]]) -> re.Pattern[str] | None:
    """Return the pattern of all names that mean one record only; a single lower-case word is too common to look for."""
    forms = [form for form, known in records.items() if len(known) == 1 and len(form) > 2 and not form.islower()]
    if not forms:
        return None
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?=s?(?!\w))")


def _found(
    article: Annotated,
    mentions: tuple[Mention, ...],
    finder: re.Pattern[str],
    records: Mapping[str, tuple[Record, ...]],
) -> tuple[Mention, ...]:
    document = article.document
    taken = [(m.start, m.end) for m in mentions] + [(q.start, q.end) for q in (*article.figures, *article.dates)]
    apart = [(b.start, b.end) for b in document.blocks if b.kind in SET_APART]
    added = []
    for match in finder.finditer(document.text):
        start, end = match.span()
        if any(a < end and start < b for a, b in (*taken, *apart)):
            continue
        label = records[match[0]][0].label
        added.append(Mention(start=start, end=end, text=match[0], label=label, layer="authority"))
    return tuple(sorted((*mentions, *added), key=lambda m: m.start)) if added else mentions


def _judged(article: Annotated, mentions: tuple[Mention, ...], judgement: Judgement) -> tuple[Mention, ...]:
    place = place_of(article.document.text, judgement)
    if place is None:
        return mentions
    start, end = place
    kept = [m for m in mentions if m.end <= start or m.start >= end]
    if judgement.verdict != "none":
        label: EntityLabel = judgement.verdict
        kept.append(
            Mention(start=start, end=end, text=judgement.quote, label=label, layer="curator", target=judgement.name)
        )
    return tuple(sorted(kept, key=lambda m: m.start))


_Votes = Mapping[str, Counter[Label]]


def _votes(mentions: Iterable[Mention]) -> _Votes:
    """Return how often words have a label for certain; the surname of a full name counts too."""
    votes: defaultdict[str, Counter[Label]] = defaultdict(Counter)
    for m in mentions:
        if m.certain and m.label != "DEMONYM":
            text = tidy(m.text)
            votes[text][m.label] += 1
            if m.label == "PERSON" and " " in text:
                name = parse_person(text)
                for part in (name.family, *name.given[:1]):
                    votes[part][m.label] += 1
    return votes


def _settled(mentions: tuple[Mention, ...], everywhere: _Votes) -> tuple[Mention, ...]:
    """Return the mentions with uncertain labels replaced by what the same words are for certain.

    The article has the first word, then all articles, then the gazetteer.
    """
    if all(m.certain for m in mentions):
        return mentions
    here = _votes(mentions)
    return tuple(m if m.certain or m.label == "DEMONYM" else _sure(m, here, everywhere) for m in mentions)


def _sure(mention: Mention, here: _Votes, everywhere: _Votes) -> Mention:
    text = tidy(mention.text)
    votes = here.get(text) or everywhere.get(text) or here.get(genitive(text)) or everywhere.get(genitive(text))
    if votes:
        label = mention.label if mention.label in votes else min(votes, key=lambda v: (-votes[v], v))
    elif mention.label == "PERSON" and " " not in text and _is_city(text):
        label = "PLACE"
    else:
        return mention
    return replace(mention, label=label)


def _is_city(text: str) -> bool:
    """Return whether a single word is the name of a place and hardly one of a person."""
    place = choose_place(text, "de")
    return place is not None and not place.alternate and place.weight >= _CITY and text.lower() not in words("given")
