"""Plain text, often scraped: the text of the article is the source to the character, and blocks only point into it.

Blank lines part paragraphs, and so does every line end – unless the lines are hard-wrapped, which shows in many lines of
about one length that end in the middle of a sentence.
"""

import re
from bisect import bisect_left
from itertools import pairwise

from generator.hygiene import find_dateline, find_pieces
from generator.model import SET_APART, Block, Draft
from generator.sentences import split
from generator.text import trim

LONG = 700
"""Code points above which a paragraph is broken into readable ones."""

_READABLE = 380
_FINAL = re.compile(r"[.!?…:;,][\"'“”«»‹›’‘)\]]*$")
_BULLET = re.compile(r"(?:[-–•*·▪]|\d{1,2}[.)])[ \t]+(?=\S)")
_PARAGRAPH = re.compile(r"\S(?:.*\n(?!\s*\n))*.*")
_BYLINE = re.compile(
    r"(?:(?:Ein(?:e)? \w+ )?[Vv]on|By|BY|Autor(?:in)?:|Text:) (?!unsere)(?P<name>[A-ZÄÖÜ][\w.’'-]+(?: (?:(?:von|van|de|der|und|and) )?[A-ZÄÖÜ][\w.’'-]+){1,4})(?:, [A-ZÄÖÜ][\w /-]+)?"
)
_HEADLINE = 160
_SUBHEADING = 90


def parse(text: str, language: str) -> Draft:
    """Return the article: the text as it is, with blocks that cover everything in it but white space."""
    pieces: list[Block] = []
    date = None
    seeking = True
    for start, end in _units(text):
        found, dateline = _pieces_of_unit(text, start, end, language), None
        # A dateline stands before the first sentence; above it there may be a headline, buttons and captions.
        first = next((block.start for block in found if block.kind not in SET_APART), -1) if seeking else -1
        if first >= 0 and (dateline := find_dateline(text, first, end, language)):
            begin, _ = trim(text, dateline.end, end)
            head = tuple(block for block in found if block.end <= first)
            found = (*head, Block(first, dateline.end, "dateline"), *find_pieces(text, begin, end, language))
            date = dateline.date
        pieces.extend(found)
        seeking = seeking and not dateline and not any(_is_prose(text, block) for block in found)
    blocks = _with_headings(text, pieces)
    readable = tuple(part for block in blocks for part in _readable(text, block, language))
    return Draft(text=text, blocks=readable, date=date, author=_author(text, pieces))


def _is_prose(text: str, block: Block) -> bool:
    """Return whether a block is a paragraph that a mark closes."""
    return block.kind == "paragraph" and _FINAL.search(text, block.start, block.end) is not None


def _author(text: str, pieces: list[Block]) -> str:
    """Return whom a byline among the first blocks names; empty when there is none."""
    bylines = (_BYLINE.fullmatch(text, block.start, block.end) for block in pieces[:6])
    return next((found["name"] for found in bylines if found), "")


def _units(text: str) -> list[tuple[int, int]]:
    """Return the stretches that are read as one: lines, or paragraphs where lines are hard-wrapped."""
    lines: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        start, end = trim(text, at, at + len(line))
        if start < end:
            lines.append((start, end))
        at += len(line) + 1
    if not _is_wrapped(text, lines):
        return lines
    units: list[tuple[int, int]] = []
    for start, end in lines:
        if units and text.count("\n", units[-1][1], start) == 1 and not _BULLET.match(text, start):
            units[-1] = (units[-1][0], end)
        else:
            units.append((start, end))
    return units


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Return whether most lines that another follows directly break off in a sentence, all no longer than a screen is wide."""
    followed = [(start, end) for (start, end), (after, _) in pairwise(lines) if text.count("\n", end, after) == 1]
    if len(followed) < 3 or max(end - start for start, end in lines) > 120:
        return False
    torn = sum(end - start > 40 and _FINAL.search(text, start, end) is None for start, end in followed)
    return torn * 2 > len(followed)


def _pieces_of_unit(text: str, start: int, end: int, language: str) -> tuple[Block, ...]:
    """Return the pieces of one unit; a bullet makes it an item."""
    if (_BULLET.match(text, start, end) and _FINAL.search(text, start, end) is None) or text.startswith(
        ("- ", "• ", "* "), start
    ):
        return (Block(start, end, "item", 1),)
    return find_pieces(text, start, end, language)


def _with_headings(text: str, pieces: list[Block]) -> list[Block]:
    """Return the pieces with those paragraphs that are headings or captions named so: short, unclosed, lines of their own.

    A subheading stands above prose; short lines above short lines are a table or a list.
    """
    found = list(pieces)
    first = next(
        (at for at, block in enumerate(pieces) if block.kind not in ("leftover", "teaser", "credit", "dateline")), -1
    )
    likely = [
        _looks_like_heading(text, block, _HEADLINE if at == first else _SUBHEADING)
        and _line_of_its_own(text, pieces, at)
        for at, block in enumerate(pieces)
    ]
    for at, block in enumerate(pieces):
        if _is_caption(text, pieces, at):
            found[at] = Block(block.start, block.end, "caption")
        if not likely[at]:
            continue
        after = next(
            (later for later in range(at + 1, len(pieces)) if pieces[later].kind not in ("leftover", "teaser")), None
        )
        if after is None:
            continue
        if pieces[after].kind == "credit":
            found[at] = Block(block.start, block.end, "caption")
        elif at == first:
            found[at] = Block(block.start, block.end, "headline")
        elif pieces[after].kind in ("paragraph", "dateline") and not likely[after]:
            found[at] = Block(block.start, block.end, "subheading", 2)
    return [Block(b.start, b.end, b.kind, 2) if b.kind == "subheading" else b for b in found]


def _is_caption(text: str, pieces: list[Block], at: int) -> bool:
    """Return whether a line of one sentence stands directly above a credit that does not close the article."""
    block = pieces[at]
    return (
        block.kind == "paragraph"
        and at + 2 < len(pieces)
        and pieces[at + 1].kind == "credit"
        and text.count("\n", block.end, pieces[at + 1].start) == 1
        and block.end - block.start <= 260
        and _line_of_its_own(text, pieces, at)
        and len(split(text[block.start : block.end], "de")) == 1
    )


def _looks_like_heading(text: str, block: Block, longest: int) -> bool:
    """Return whether a paragraph is short, begins like a title, and not closed by a full stop."""
    words = text[block.start : block.end]
    if block.kind != "paragraph" or len(words) > longest or "\n" in words or "\t" in words or _BYLINE.fullmatch(words):
        return False
    if not (words[0].isupper() or words[0].isdigit() or words[0] in '„"“»«'):
        return False
    if words[-1] in ".:;," or (_FINAL.search(words) and words[-1] not in '?!…“"«»' and len(split(words, "de")) > 2):
        return False
    return not (_FINAL.search(words) and words.rstrip('“"«»”').endswith("."))


def _line_of_its_own(text: str, pieces: list[Block], at: int) -> bool:
    """Return whether nothing else stands on the block's line: a line end parts it from its neighbours."""
    block = pieces[at]
    return (at == 0 or "\n" in text[pieces[at - 1].end : block.start]) and (
        at + 1 == len(pieces) or "\n" in text[block.end : pieces[at + 1].start]
    )


def _readable(text: str, block: Block, language: str) -> list[Block]:
    """Return a long paragraph as several, broken at sentence ends outside quotations; every other block as it is."""
    if block.kind != "paragraph" or block.end - block.start <= LONG:
        return [block]
    spans = split(text[block.start : block.end], language)
    quoted = _quoted(text, block.start, block.end)
    opened = [start for start, _ in quoted]
    parts: list[Block] = []
    begin, count = block.start, 0
    for span in spans[:-1]:
        end = block.start + span.end
        count += 1
        long_enough = (end - begin >= _READABLE and count >= 3) or (count >= 5 and end - begin >= _READABLE // 2)
        last = bisect_left(opened, end) - 1
        inside = last >= 0 and end < quoted[last][1]
        if long_enough and block.end - end >= _READABLE // 2 and not inside:
            parts.append(Block(begin, end, "paragraph"))
            begin, count = trim(text, end, block.end)[0], 0
    return [*parts, Block(begin, block.end, "paragraph")]


_QUOTE = re.compile(r"[„“”\"»«]")


def _quoted(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the quotations: sorted, disjoint. A mark opens when white space stands before it and none behind; marks may be mixed.

    One that is not closed within 1,200 code points is a slip and holds nothing.
    """
    found: list[tuple[int, int]] = []
    opened = -1
    for mark in _QUOTE.finditer(text, start, end):
        at = mark.start()
        opens = (
            (at == start or text[at - 1].isspace() or text[at - 1] in "([–—-")
            and at + 1 < end
            and not text[at + 1].isspace()
        )
        if opens and (opened < 0 or mark[0] == "„"):
            opened = at
        elif not opens and opened >= 0:
            if at - opened <= 1200:
                found.append((opened, at + 1))
            opened = -1
    return tuple(found)
