"""Source → Document: front matter, language, the reader of the file's format, title, sentences.

A day that is not declared is the dateline's, else the one in the file's name. A title that is not declared is the headline in the text, else it is made from the first sentence, so that an article has
one in every list it stands in.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from generator import frontmatter, markdown, plaintext
from generator.language import detect
from generator.model import SET_APART, Block, Document, Draft, Metadata, Problem, Source, Span
from generator.sentences import UNFINISHED, split
from generator.text import line_at
from generator.urls import distinct

PARSERS: Mapping[str, Callable[[str, str], Draft]] = {
    ".md": markdown.parse,
    ".markdown": markdown.parse,
    ".txt": plaintext.parse,
    ".text": plaintext.parse,
}
"""Readers by file ending, lower case. Each takes an article's body and its language."""

_LONGEST_TITLE = 130
"""Up to here a sentence is a title as it stands …"""
_CUT_TITLE = 90
"""… and a longer one is cut to this."""
_SHORTEST_TITLE = 15
_SHORTEST_CLAUSE = 40
_SILENT = (*SET_APART, "code", "dateline")
_CLAUSE = re.compile(r"(?:[,;:]| [–—-])(?= )")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What came of a source."""

    document: Document | None
    """None when the source has no text or cannot be read."""
    problems: tuple[Problem, ...]
    """Sorted by place in the file."""


def slugs(paths: Iterable[str]) -> tuple[str, ...]:
    """Return a slug for each path, in order, no two alike; folders are part of it, endings are not."""
    return distinct(path[: -len(ending)] if (ending := _ending(path)) else path for path in paths)


def parse(source: Source, slug: str, settings_language: str) -> Parsed:
    """Return the document, or none, and everything that is wrong with the source.

    The language is the declared one, else the one the text is in, else the site's.
    """
    where = f"seeds/{source.path}"
    reader = PARSERS.get(_ending(source.path))
    if reader is None:
        return Parsed(None, (Problem(where, f"no reader for this kind of file; name it {' or '.join(PARSERS)}"),))
    declared, begin, problems = frontmatter.parse(source.path, source.text)
    if declared is None:
        return Parsed(None, problems)
    body = source.text[begin:]
    if not body.strip():
        return Parsed(None, (*problems, Problem(where, "has no text; write some or remove the file")))
    language = declared.language or detect(body) or settings_language
    draft = reader(body, language)
    first_line = line_at(source.text, begin)
    problems += tuple(Problem(f"{where}:{first_line + line - 1}", what) for line, what in draft.problems)
    if not draft.blocks:
        return Parsed(None, (*problems, Problem(where, "has no text that can be shown; write some or remove the file")))
    blocks = _settle_headline(draft, declared.title)
    sentences = tuple(_find_sentences(draft.text, blocks, language))
    title, made = _title(draft.text, blocks, sentences, declared.title)
    # A text of a full stop and nothing else has no words to make a title from.
    title = title or slug
    metadata = Metadata(
        title=title,
        title_made=made,
        subtitle=declared.subtitle,
        date=declared.date or draft.date or _date_in_name(source.path),
        author=declared.author or draft.author,
        publisher=declared.publisher,
        source=declared.source,
        language=language,
        tags=declared.tags,
        noindex=declared.noindex,
    )
    document = Document(
        slug=slug,
        path=source.path,
        text=draft.text,
        metadata=metadata,
        blocks=blocks,
        marks=draft.marks,
        sentences=sentences,
    )
    return Parsed(document, problems)


def _ending(path: str) -> str:
    """Return the ending that a reader knows, lower case; empty when none does."""
    return next((ending for ending in PARSERS if path.lower().endswith(ending)), "")


def _date_in_name(path: str) -> dt.date | None:
    """Return the day with which the file's name begins (`2022-12-30-title.txt`); None when it begins otherwise."""
    return frontmatter.parse_date(path.rpartition("/")[2][:10])


def _settle_headline(draft: Draft, declared: str) -> tuple[Block, ...]:
    """Return the blocks; a headline in the text gives way to a declared title that says something else."""
    return tuple(
        replace(block, kind="subheading", level=2)
        if block.kind == "headline" and declared and _bare(draft.text[block.start : block.end]) != _bare(declared)
        else block
        for block in draft.blocks
    )


def _bare(words: str) -> str:
    """Return the letters and digits alone, to compare titles by."""
    return re.sub(r"[\W_]+", " ", words.casefold()).strip()


def _find_sentences(text: str, blocks: Iterable[Block], language: str) -> Iterable[Span]:
    """Yield the sentences of every block that has some, in order."""
    for block in blocks:
        if block.kind not in _SILENT:
            for span in split(text[block.start : block.end], language):
                yield Span(block.start + span.start, block.start + span.end)


def _title(text: str, blocks: tuple[Block, ...], sentences: tuple[Span, ...], declared: str) -> tuple[str, bool]:
    """Return the title and whether it was made from the first sentence."""
    if declared:
        return declared, False
    for block in blocks:
        if block.kind == "headline":
            return " ".join(text[block.start : block.end].split()), False
    prose = [block for block in blocks if block.kind in ("paragraph", "quote", "item")] or list(blocks)
    told = [span for span in sentences if span.start >= prose[0].start] or [Span(prose[0].start, prose[0].end)]
    # "Geschafft." tells nobody what the article is about.
    first = next((span for span in told if span.end - span.start >= _SHORTEST_TITLE), told[0])
    return shorten(" ".join(text[first.start : first.end].split())), True


def shorten(sentence: str) -> str:
    """Return the sentence as a title: without its full stop, whole up to 130 characters, else cut at a clause or word before the 90th, with `…`."""
    if len(sentence) <= _LONGEST_TITLE + 1:
        return (
            sentence[:-1] if sentence.endswith(".") and not sentence.endswith("..") else sentence[: _LONGEST_TITLE + 1]
        )
    head = sentence[:_CUT_TITLE]
    clauses = [found.start() for found in _CLAUSE.finditer(head) if found.start() >= _SHORTEST_CLAUSE]
    if clauses and clauses[-1] >= _CUT_TITLE // 2:
        return f"{head[: clauses[-1]].rstrip(' –—-')} …"
    words = head.rsplit(" ", 1)[0].split(" ") if " " in head else [head]
    while len(words) > 3 and words[-1].lower().strip('„“"') in UNFINISHED:
        words.pop()
    return f"{' '.join(words).rstrip(',;:–—-')} …"
