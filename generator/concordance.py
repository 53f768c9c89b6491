"""Mentions in their context: left context, keyword, right context (KWIC).

The context is the mention's own sentence, so that a line can be understood by itself; it is cut at words. The three pieces joined read as the text does, white space aside.
"""

from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter

from generator.model import Document, Span

WIDTH = 110
"""Code points of context on either side: what the widest layout shows, and what a narrow one can bear."""

_ELLIPSIS = "… "
_START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a concordance. White space is single spaces; the spaces around the keyword stand in the contexts."""

    left: str
    """What precedes in the sentence; begins with an ellipsis where it was cut."""
    keyword: str
    right: str
    """What follows in the sentence; ends with an ellipsis where it was cut."""


def line(document: Document, start: int, end: int, width: int = WIDTH) -> Line:
    """Return the stretch `start` to `end` in its sentence, with at most `width` code points on either side.

    >>> from generator.model import Metadata
    >>> text = "Am Abend sprach Putin in Moskau. Danach schwieg er."
    >>> document = Document(slug="a", path="a", text=text, metadata=Metadata(title="A"), blocks=(), marks=(),
    ...     sentences=(Span(0, 32), Span(33, 51)))
    >>> line(document, 16, 21)
    Line(left='Am Abend sprach ', keyword='Putin', right=' in Moskau.')
    """
    around = surroundings(document, start, end)
    text = document.text
    return Line(
        _shorten_left(_squeeze(text[around.start : start]), width),
        _squeeze(text[start:end]),
        _shorten_right(_squeeze(text[end : around.end]), width),
    )


def surroundings(document: Document, start: int, end: int) -> Span:
    """Return the sentence that holds a stretch, or all the sentences it touches.

    Outside every sentence it is the block, and outside every block the line of the text.
    """
    first, last = sentence_at(document, start), sentence_at(document, end - 1)
    if first >= 0 or last >= 0:
        touched = [document.sentences[number] for number in (first, last) if number >= 0]
        return Span(min(start, touched[0].start), max(end, touched[-1].end))
    number = bisect_right(document.blocks, start, key=_START) - 1
    if number >= 0 and document.blocks[number].end >= end:
        return Span(document.blocks[number].start, document.blocks[number].end)
    line_end = document.text.find("\n", end)
    return Span(document.text.rfind("\n", 0, start) + 1, line_end if line_end >= 0 else len(document.text))


def sentence_at(document: Document, offset: int) -> int:
    """Return the place, in the document's tuple, of the sentence that holds a code point; -1 where none does."""
    number = bisect_right(document.sentences, offset, key=_START) - 1
    return number if number >= 0 and offset < document.sentences[number].end else -1


def _squeeze(text: str) -> str:
    """Return the text with every run of white space as one space, also at its edges."""
    inner = " ".join(text.split())
    if not inner:
        return " " if text else ""
    return (" " if text[0].isspace() else "") + inner + (" " if text[-1].isspace() else "")


def _shorten_left(text: str, width: int) -> str:
    if len(text) <= width:
        return text
    cut = text.find(" ", len(text) - width - 1)
    kept = text[cut + 1 :] if 0 <= cut < len(text) - 1 else text[len(text) - width :]
    return _ELLIPSIS + kept


def _shorten_right(text: str, width: int) -> str:
    if len(text) <= width:
        return text
    cut = text.rfind(" ", 0, width + 1)
    return text[: cut if cut > 0 else width] + _ELLIPSIS[::-1]
