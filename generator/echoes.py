"""Names that the recogniser found elsewhere in the article and overlooked here.

An article introduces "Xi Jinping" and goes on with "Xi" and "Xis". What was found once, in full or in short, is found again
where the same words stand, unless they stand there as an ordinary noun ("der Richter" beside "Anna Richter").
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.model import Name
from generator.phrases import Phrases

Paragraphs = Sequence[Sequence[Name]]
Form = tuple[Name, bool]
"""A name that shows the label, and whether the form was found by itself somewhere in the article."""

_DETERMINER = re.compile(
    r"(?:^|[\s(„“\"»])(?:de[rnms]|die|das|ein|eine[nmrs]?|kein|keine[nmrs]?|diese[nmrs]?|jede[nmrs]?|ihr|ihre[nmrs]?|sein|seine[nmrs]?"
    r"|alle|viele|zwei|drei|vom|zum|zur|beim|im|am|the|an?|his|her|their|this)\s$",
    re.IGNORECASE,
)


def with_echoes(texts: Sequence[str], names: Paragraphs) -> tuple[tuple[tuple[Name, ...], tuple[Name, ...]], ...]:
    """Return for each paragraph its names and those that were overlooked in it; both sorted, all disjoint.

    A name that was unsure by itself is sure when the article names the same elsewhere for sure.
    """
    forms = _forms(texts, names)
    if not forms:
        return tuple((tuple(found), ()) for found in names)
    phrases = Phrases({*forms, *(f"{form}s" for form in forms)})
    return tuple(
        (tuple(_confirmed(text, found, forms)), tuple(_in_paragraph(text, found, forms, phrases)))
        for text, found in zip(texts, names, strict=True)
    )


def _confirmed(text: str, found: Sequence[Name], forms: dict[str, Form]) -> Iterator[Name]:
    for name in found:
        yield replace(name, certain=True) if text[name.start : name.end] in forms else name


def _forms(texts: Sequence[str], names: Paragraphs) -> dict[str, Form]:
    """Return the forms to look for: what was found for sure, and surnames of persons found for sure."""
    found: defaultdict[str, list[Name]] = defaultdict(list)
    parts: dict[str, Name] = {}
    surnames: dict[str, Name] = {}
    for text, paragraph in zip(texts, names, strict=True):
        for name in paragraph:
            words = text[name.start : name.end]
            found[words].append(name)
            if name.label == "PERSON" and name.certain and len(split := words.split()) > 1:
                parts |= {split[0]: name, split[-1]: name}
                surnames.setdefault(split[-1], name)
    forms: dict[str, Form] = {}
    for words, like in found.items():
        label = like[0].label
        sure = next((name for name in like if name.certain), parts.get(words))
        if sure and all(name.label == label == sure.label for name in like) and words[0].isupper() and len(words) > 1:
            forms[words] = (sure, True)
    for surname, name in surnames.items():
        if surname not in found and surname[0].isupper() and len(surname) > 2:
            forms[surname] = (name, False)
    return forms


def _in_paragraph(text: str, found: Sequence[Name], forms: dict[str, Form], phrases: Phrases) -> list[Name]:
    taken = {position for name in found for position in range(name.start, name.end)}
    echoes = []
    for start, end, words in phrases.find(text):
        genitive = words not in forms
        form = words.removesuffix("s") if genitive else words
        like, alone = forms[form]
        twice = genitive and (like.label == "ORGANISATION" or form.endswith("s"))
        noun = like.label != "PLACE" and not genitive and _DETERMINER.search(text, max(0, start - 12), start)
        if twice or (noun and (like.label == "PERSON" or not alone)) or not taken.isdisjoint(range(start, end)):
            continue
        echoes.append(Name(start, end, like.label, certain=alone, score=0.9 if alone else 0.7))
    return echoes
