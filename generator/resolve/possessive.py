"""German genitives told by their sentence: "Kiplings Dschungelbuch", "seit der Ermordung Sadats".

A name in -s that is no genitive has an apostrophe there ("Marx’ Buch"), so the sentence decides even where no article has the
name without its -s.
"""

import re
from collections import Counter
from collections.abc import Mapping

from generator.model import Annotated
from generator.resolve.links import Named
from generator.resolve.lists import words
from generator.resolve.spelling import tidy

_OWNED = re.compile(r" [„»“]?[A-ZÄÖÜ][a-zäöüß]{2,}")
_OWNING = re.compile(
    r"(?:\w+(?:ung|ungen|heit|keit|tion|tät|schaft|diktatur|besitz)|Diktatur|Besitz|Tod(?:es)?|Mord|Mut|Leben|Angaben?|Aussagen?|Worten?|Ansicht|Sicht|Rücktritt|Sturz|Wahl|Sieg)\s$"
)
"""Nouns that somebody's name in the genitive stands behind and that are nobody's title."""


def without_s(text: str, start: int, end: int) -> str:
    """Return the name that stands in a German text as a genitive for sure, without its -s; nothing where that is not sure.

    >>> without_s("Viele kennen Rudyard Kiplings Dschungelbuch.", 13, 29), without_s("Dann ging Hans Buch.", 10, 14)
    ('Rudyard Kipling', '')
    """
    name = text[start:end]
    last = name.rsplit(" ", 1)[-1].rsplit("-", 1)[-1].lower()
    if len(last) < 4 or not last.endswith("s") or last.endswith("ss"):
        return ""
    if last in words("ends_in_s") or last in words("given"):
        return ""
    return name[:-1] if _OWNED.match(text, end) or _OWNING.search(text, max(0, start - 40), start) else ""


def genitives(articles: tuple[Annotated, ...], everywhere: tuple[tuple[Named, ...], ...]) -> Mapping[str, Counter[str]]:
    """Return for words of mentions the names that German sentences show them to be genitives of."""
    found: dict[str, Counter[str]] = {}
    for article, mentions in zip(articles, everywhere, strict=True):
        if article.document.metadata.language != "de":
            continue
        starts = {mention.start for mention in article.mentions}
        for n in mentions:
            if (
                n.what.text.endswith("s")
                and n.what.end + 1 not in starts
                and (base := without_s(article.document.text, n.what.start, n.what.end))
            ):
                found.setdefault(tidy(n.what.text), Counter())[tidy(base)] += 1
    return found
