"""Organisations that everybody knows, found by their whole name: "Weltsicherheitsrat", "USA Today", "Islamic State of Iraq and the Levant".

A network that weighs each word anew misses some of them or takes a part for a place. The names are those of several words, and the
longer single ones, in `generator/data/organisations.toml`; German ones are found in every case.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from generator.model import Name

Paragraphs = tuple[tuple[Name, ...], ...]

SHORTEST = 14
"""Code points of the shortest name of one word that is looked for: shorter ones the network knows, or they are words."""
SCORE = 0.95
_NOT = re.compile(r"(?:[Dd]ie|[Dd]er|[Dd]as|The|Tageszeitung) .*|\w+demokraten")
"""Not looked for: names of which it is a matter of style where they begin, and people rather than their party."""
_ENDING = re.compile(r"([A-ZÄÖÜ][\wäöüß-]{3,}?)(?:er|es|en|e) (?=[A-ZÄÖÜ])")


@cache
def _looked_for() -> tuple[tuple[str, str], ...]:
    """Give for each name letters that stand in all its forms, and the pattern of these forms; the longest first."""
    facts = tomllib.loads((files("generator") / "data" / "organisations.toml").read_text("utf-8"))
    forms = {" ".join(form.split()) for form in re.split(r"[|;]", facts["abbreviations"] + "|" + facts["others"])}
    names = [f for f in forms if (" " in f or len(f) >= SHORTEST) and not _NOT.fullmatch(f)]
    return tuple(_forms(name) for name in sorted(names, key=lambda name: (-len(name), name)))


def _forms(name: str) -> tuple[str, str]:
    inflected = _ENDING.match(name)
    begin = inflected[1] if inflected else ""
    rest = name[inflected.end() :] if inflected else name
    pattern = (
        (f"{begin}(?:er|es|en|em|e) " if begin else "") + re.escape(rest) + ("" if rest.endswith("s") else "(?:e?s)?")
    )
    return max(begin, rest, key=len), rf"(?<![\w-]){pattern}(?![\w-])"


def with_known(texts: Sequence[str], names: Paragraphs) -> Paragraphs:
    """Give the names of an article's paragraphs with the organisations everybody knows; what lay across one gives way to it."""
    article = "\n".join(texts)
    here = [re.compile(pattern) for letters, pattern in _looked_for() if letters in article]
    if not here:
        return names
    return tuple(tuple(_paragraph(text, found, here)) for text, found in zip(texts, names, strict=True))


def _paragraph(text: str, found: Sequence[Name], here: Sequence[re.Pattern[str]]) -> Iterator[Name]:
    known: list[Name] = []
    for match in (m for pattern in here for m in pattern.finditer(text)):
        start, end = match.span()
        if not any(n.start <= start and end <= n.end for n in (*found, *known)):
            known.append(Name(start, end, "ORGANISATION", certain=True, score=SCORE))
    kept = [n for n in found if not any(n.start < k.end and k.start < n.end for k in known)]
    yield from sorted((*kept, *known), key=lambda name: name.start)
