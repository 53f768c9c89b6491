"""Agreement within an article: who was named in full in one paragraph is the same person in the next.

The network reads a paragraph at a time, but an article names the same people and places again and again, and at least once in words
that leave no doubt. Two rules carry that from one paragraph to the others; what they bring is measured in `tools/train/README.md`.
A vote on labels by score was tried too and brought nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.model import Name
from generator.phrases import Phrases

Paragraphs = tuple[tuple[Name, ...], ...]

SURE = 0.9
"""Probability from which one naming decides about others."""
SETTLED = 0.99
"""Probability from which a naming is left alone."""
SHORTEST = 4
"""Code points of a name that is looked for elsewhere; shorter ones are too often words or abbreviations of something else …"""
SHORTEST_PERSON = 2
"""… but for a person who is called so in the article itself ("Xi")."""
FOUND_AGAIN = 0.5
"""Score of a name found only because it is one elsewhere."""
SPEAKER = re.compile(r"\(\([^()]*\)\)")
"""Who asks in an interview, as Wikinews writes it: "((WSS))". Initials of a reporter, nobody the article is about."""

DESCRIBED = re.compile(r"(?:Be|Ent|Er|Ge|Ver|Zer)\w+[tn]es \w+")
"""How a German caption begins that shows a thing: "Zerstörtes Haus", "Verlassenes Dorf"."""


def agree(texts: Sequence[str], names: Paragraphs) -> Paragraphs:
    """Give the names of an article's paragraphs after both rules, without those that are none (`_left`): sorted and disjoint in each paragraph.

    A surname alone is a person when a full name with it is ("Strauss-Kahn" after "Dominique Strauss-Kahn"), and words that are a
    name beyond doubt somewhere are one everywhere in the article.
    """
    names = tuple(_left(text, found) for text, found in zip(texts, names, strict=True))
    surnames: set[str] = set()
    labels: dict[str, Name] = {}
    for text, found in zip(texts, names, strict=True):
        for name in found:
            words = text[name.start : name.end].split()
            if name.score < SURE:
                continue
            form = text[name.start : name.end]
            if len(form) >= (SHORTEST_PERSON if name.label == "PERSON" else SHORTEST):
                for inflected in _forms(form, name):
                    labels.setdefault(inflected, name)
            if name.label == "PERSON" and len(words) > 1:
                surnames.update(_forms(words[-1], name))
                if len(words[-1]) >= SHORTEST:
                    for inflected in _forms(words[-1], name):
                        labels.setdefault(inflected, name)
    settled = (tuple(_settle(n, t[n.start : n.end] in surnames) for n in f) for t, f in zip(texts, names, strict=True))
    if not labels:
        return tuple(settled)
    phrases = Phrases(labels)
    return tuple(_find_again(text, found, phrases, labels) for text, found in zip(texts, settled, strict=True))


def _left(text: str, found: tuple[Name, ...]) -> tuple[Name, ...]:
    """Leave out names in double brackets, and an unsure one that only describes what a caption shows."""
    speakers = [match.span() for match in SPEAKER.finditer(text)] if "((" in text else ()
    left = tuple(n for n in found if not any(start < n.start and n.end < end for start, end in speakers))
    described = left and not left[0].certain and not text[: left[0].start].strip()
    return left[1:] if described and DESCRIBED.fullmatch(text[left[0].start : left[0].end]) else left


def _forms(form: str, name: Name) -> tuple[str, ...]:
    """Give a name as it stands and, for people and places, with the German genitive's s."""
    return (form,) if name.label == "ORGANISATION" or form.endswith(("s", "ß", "x", "z")) else (form, f"{form}s")


def _settle(name: Name, surname: bool) -> Name:
    """Give a name that is the surname of someone in the article the label of a person, unless there was no doubt about it."""
    if surname and name.label != "PERSON" and name.score < SETTLED:
        return replace(name, label="PERSON", certain=False)
    return name


def _find_again(text: str, found: tuple[Name, ...], phrases: Phrases, labels: dict[str, Name]) -> tuple[Name, ...]:
    """Add the places of a paragraph where known words stand outside its names."""
    added = [
        Name(start, end, labels[form].label, certain=False, score=FOUND_AGAIN)
        for start, end, form in phrases.find(text)
        if not any(name.start < end and start < name.end for name in found)
    ]
    return tuple(sorted((*found, *added), key=lambda name: name.start)) if added else found
