"""A text as words, digit groups and signs, each with its place.

Grouping of thousands belongs to the token, because only the token's own characters decide it: `1.000` is a thousand in
German and one in English. Everything that needs neighbours (dates, ranges, `18.12 Uhr`) is decided later.
"""

import re
from typing import NamedTuple

PAD = 8
"""Empty tokens behind the last one, so that looking ahead, or back from the first, needs no bounds check."""

_PADDING = ("",) * PAD
_SPACES = "\u00a0\u2009\u202f"
# Words come first because they are the most; Latin letters come before all letters because a small class is matched faster.
_WORD = r"[A-Za-zÀ-ÖØ-öø-ÿ]+(?![^\W\d_])|[^\W\d_]+"

PATTERNS = {
    "de": re.compile(
        rf"{_WORD}|\d{{1,3}}(?:(?:[.{_SPACES}]\d{{3}})+|(?:['’]\d{{3}})+|(?: \d{{3}})+)(?![\d])(?:,\d+)?(?!,\d)"
        rf"|\d+,\d+|\d+|(?<![\w.,]),\d+|[^\w\s]|_"
    ),
    "en": re.compile(
        rf"{_WORD}|\d{{1,3}}(?:(?:,\d{{3}})+|(?:[{_SPACES}]\d{{3}})+|(?: \d{{3}})+)(?!\d)(?:\.\d+)?|\d+\.\d+(?!\.?\d)|\d+|(?<![\w.,])\.\d+(?!\.?\d)|[^\w\s]|_"
    ),
}
"""What a token is, by language."""

_NOT_DIGITS = {"de": str.maketrans(",", ".", f".'’ {_SPACES}"), "en": str.maketrans("", "", f",'’ {_SPACES}")}


class Tokens(NamedTuple):
    """A text cut into tokens; parallel lists because they are built a million times."""

    text: str
    start: list[int]
    """First code point of each token; the length of the text for the padding."""
    end: list[int]
    word: list[str]
    """As in the text; empty for the padding."""
    low: list[str]
    """The same in lower case."""
    length: int
    """How many there are without the padding."""

    def glued(self, index: int) -> bool:
        """Whether nothing stands between this token and the one before it."""
        return index > 0 and self.start[index] == self.end[index - 1]

    def opens(self, index: int) -> bool:
        """Whether a sentence, a line or a quotation begins with this token."""
        if index == 0:
            return True
        before = self.word[index - 1]
        return before in _OPENERS or "\n" in self.text[self.end[index - 1] : self.start[index]]


_OPENERS = frozenset(".!?:…»«„“”\"'‚‘›‹>)(–—-•*")


def tokenise(text: str, lang: str) -> Tokens:
    """Cut a text into tokens; white space is not one."""
    spans = [match.span() for match in PATTERNS[lang].finditer(text)]
    words = [text[start:end] for start, end in spans]
    words.extend(_PADDING)
    length = len(spans)
    spans.extend([(len(text), len(text))] * PAD)
    return Tokens(
        text, [start for start, _ in spans], [end for _, end in spans], words, [word.lower() for word in words], length
    )


def digits(word: str, lang: str) -> str:
    """Return a digit token in the form that `Decimal` reads."""
    return word.translate(_NOT_DIGITS[lang])
