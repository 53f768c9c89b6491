"""Markdown: the visible text is built here from the tokens, with blocks and marks as spans over it.

No markup of the source ever reaches the page. Raw HTML is left out and said so, because half of it would be shown wrong
and the other half would be dangerous; the words between its tags stay.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.hygiene import find_dateline, find_pieces
from generator.model import Block, BlockKind, Draft, Mark
from generator.text import trim

_GAP = "\n\n"
_MARKS: dict[str, Literal["strong", "emphasis"]] = {"strong": "strong", "em": "emphasis"}
_COMMENT = re.compile(r"\s*(?:<!--.*?-->\s*)+", re.DOTALL)


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    # Every link is let through to be judged here: left to itself the library shows the source of a bad one as text.
    reader.validateLink = bool  # type: ignore[assignment,method-assign]
    return reader


@dataclass(frozen=True, slots=True)
class _Inline:
    """The visible text of one inline token, with marks from its start and what is wrong in it."""

    text: str
    marks: tuple[Mark, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """A block before it has a place in the text."""

    kind: BlockKind
    level: int
    inline: _Inline


def parse(body: str, language: str) -> Draft:
    """Return the article; blocks stand in its text with a blank line between them.

    A first-level heading before everything else is the headline, later ones are subheadings of level 2.
    """
    parts, problems = _parts(_reader().parse(body))
    text = _GAP.join(part.inline.text for part in parts)
    blocks: list[Block] = []
    marks: list[Mark] = []
    at, date, seeking = 0, None, True
    for part in parts:
        end = at + len(part.inline.text)
        placed = [Mark(at + mark.start, at + mark.end, mark.kind, mark.href) for mark in part.inline.marks]
        found: Sequence[Block] = (Block(at, end, part.kind, part.level),)
        if part.kind == "paragraph":
            dateline = find_dateline(text, at, end, language) if seeking else None
            begin = trim(text, dateline.end, end)[0] if dateline else at
            found = find_pieces(text, begin, end, language)
            if dateline:
                date = dateline.date
                found = (Block(at, dateline.end, "dateline"), *found)
            seeking = False
        blocks.extend(
            replace(block, level=block.level or 3) if block.kind == "subheading" else block for block in found
        )
        marks.extend(_clip(placed, found))
        at = end + len(_GAP)
    return Draft(text=text, blocks=tuple(blocks), marks=tuple(marks), date=date, problems=tuple(problems))


def _clip(marks: Sequence[Mark], blocks: Sequence[Block]) -> list[Mark]:
    """Return the marks cut at the edges of the blocks; sorted, outer before inner."""
    cut = [
        replace(mark, start=max(mark.start, block.start), end=min(mark.end, block.end))
        for block in blocks
        for mark in marks
        if max(mark.start, block.start) < min(mark.end, block.end)
    ]
    return sorted(cut, key=lambda mark: (mark.start, -mark.end))


def _parts(tokens: Sequence[Token]) -> tuple[list[_Part], list[tuple[int, str]]]:
    """Return the blocks in reading order and what is wrong, with lines of the body counted from 1."""
    parts: list[_Part] = []
    problems: list[tuple[int, str]] = []
    lists = quotes = heading = 0
    row: list[str] = []
    for token in tokens:
        line = token.map[0] + 1 if token.map else 1
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                lists += 1
            case "bullet_list_close" | "ordered_list_close":
                lists -= 1
            case "blockquote_open":
                quotes += 1
            case "blockquote_close":
                quotes -= 1
            case "heading_open":
                heading = int(token.tag[1])
            case "heading_close":
                heading = 0
            case "tr_open":
                row = []
            case "tr_close":
                _append(parts, "paragraph", 0, _Inline(" · ".join(cell for cell in row if cell), (), ()))
            case "th_open" | "td_open":
                row.append("")
            case "fence" | "code_block":
                _append(parts, "code", 0, _Inline(token.content, (), ()))
            case "html_block":
                if not _COMMENT.fullmatch(token.content):
                    problems.append((line, "raw HTML is left out; write it as Markdown"))
            case "inline":
                inline = _inline(token.children or [])
                problems.extend((line, what) for what in inline.problems)
                if row:
                    row[-1] = " ".join(inline.text.split())
                elif heading:
                    first = heading == 1 and not parts
                    _append(parts, "headline" if first else "subheading", 0 if first else max(2, heading), inline)
                elif quotes:
                    _append(parts, "quote", quotes, inline)
                elif lists:
                    _append(parts, "item", lists, inline)
                elif _only_images(token.children or []):
                    _append(parts, "caption", 0, inline)
                else:
                    _append(parts, "paragraph", 0, inline)
            case "table_close":
                row = []
    return parts, problems


def _append(parts: list[_Part], kind: BlockKind, level: int, inline: _Inline) -> None:
    """Append a block without white space at its edges, unless nothing is left of it."""
    start, end = trim(inline.text, 0, len(inline.text))
    if start == end:
        return
    whole = (Block(start, end, kind),)
    marks = tuple(replace(mark, start=mark.start - start, end=mark.end - start) for mark in _clip(inline.marks, whole))
    parts.append(_Part(kind, level, _Inline(inline.text[start:end], marks, ())))


def _only_images(tokens: Sequence[Token]) -> bool:
    return any(token.type == "image" for token in tokens) and all(
        token.type in ("image", "softbreak", "hardbreak", "link_open", "link_close")
        or (token.type == "text" and not token.content.strip())
        for token in tokens
    )


def _inline(tokens: Sequence[Token]) -> _Inline:
    """Return the visible text of a run of inline tokens."""
    pieces: list[str] = []
    marks: list[Mark] = []
    problems: list[str] = []
    opened: list[tuple[str, int, str]] = []
    length = 0
    for token in tokens:
        piece = ""
        match token.type:
            case "text" | "code_inline" | "image":
                piece = _inline(token.children or []).text if token.type == "image" else token.content
                if token.type == "code_inline" and piece:
                    marks.append(Mark(length, length + len(piece), "code"))
            case "softbreak":
                piece = " "
            case "hardbreak":
                piece = "\n"
            case "html_inline":
                if re.fullmatch(r"<br\s*/?>", token.content):
                    piece = "\n"
                elif not _COMMENT.fullmatch(token.content):
                    problems.append("raw HTML is left out; write it as Markdown")
            case "link_open":
                opened.append(("link", length, str(token.attrs.get("href", ""))))
            case "strong_open" | "em_open" | "s_open":
                opened.append((token.tag, length, ""))
            case "link_close" | "strong_close" | "em_close" | "s_close":
                tag, start, href = opened.pop()
                if start < length and tag in _MARKS:
                    marks.append(Mark(start, length, _MARKS[tag]))
                elif tag == "link" and is_safe(href):
                    if start < length:
                        marks.append(Mark(start, length, "link", href))
                elif tag == "link":
                    problems.append(f"link to '{href[:60]}' is left out; only http, https and mailto can be followed")
        pieces.append(piece)
        length += len(piece)
    return _Inline("".join(pieces), tuple(marks), tuple(dict.fromkeys(problems)))


def is_safe(href: str) -> bool:
    """Return whether a link may be followed from the page: http, https or mailto."""
    try:
        return urlsplit(href).scheme.lower() in ("http", "https", "mailto")
    except ValueError:
        return False
