"""An article before anything is found in it: Source → Document, and what was wrong with either."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

BlockKind = Literal[
    "headline",
    "subheading",
    "paragraph",
    "caption",
    "item",
    "quote",
    "code",
    "dateline",
    "credit",
    "teaser",
    "leftover",
]
"""What a block is. The last four are set apart: they came with the page the text was scraped from."""

SET_APART: tuple[BlockKind, ...] = ("credit", "teaser", "leftover")
"""Kinds of block that yield no mentions and no figures and are not read as part of the article."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text."""

    start: int
    """First code point."""
    end: int
    """Code point after the last one; greater than `start`."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in the input, with its address."""

    where: str
    """`seeds/name.md` or `seeds/name.md:3`, as the user would type it."""
    what: str
    """What is wrong and what to do, lower case, one line."""
    severe: bool = True
    """False for a remark that `--strict` overlooks (an unused rule, say)."""

    def __str__(self) -> str:
        """Return `where: what`."""
        return f"{self.where}: {self.what}"

    def __lt__(self, other: "Problem") -> bool:
        """Return whether this one comes first: by file, by line as a number, by what."""
        return self._order < other._order

    @property
    def _order(self) -> tuple[str, int, str, bool]:
        file, _, line = self.where.rpartition(":")
        where = (file, int(line)) if file and line.isdecimal() else (self.where, 0)
        return (*where, self.what, self.severe)


@dataclass(frozen=True, slots=True)
class Source:
    """A file of `seeds/`, decoded, not yet understood."""

    path: str
    """Relative to the seeds folder, with `/`."""
    text: str
    """NFC, line ends as `\\n`, no byte order mark."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, caption, … of a document. Blocks are sorted and disjoint; between them is only white space."""

    start: int
    end: int
    kind: BlockKind
    level: int = 0
    """Depth of a subheading (2..6) or of a list item or quote (1..); 0 for everything else."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Formatting inside a block. Marks nest or are disjoint, and never cross a block's edge."""

    start: int
    end: int
    kind: Literal["strong", "emphasis", "code", "link"]
    href: str = ""
    """Target of a link, already judged safe (http, https or mailto); empty otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What the reader of one file format makes of an article's body, before title, date and language are settled."""

    text: str
    """The visible text."""
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...] = ()
    date: dt.date | None = None
    """The day the dateline names."""
    author: str = ""
    """Whom a byline names."""
    problems: tuple[tuple[int, str], ...] = ()
    """Line in the body, counted from 1, and what is wrong there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known about an article apart from its text; an empty value means unknown."""

    title: str
    """Declared, found as headline, or made from the first sentence; never empty."""
    title_made: bool = False
    """Whether the title was made from the first sentence."""
    subtitle: str = ""
    date: dt.date | None = None
    author: str = ""
    publisher: str = ""
    source: str = ""
    """Address of the original (http or https)."""
    language: str = "de"
    """`de` or `en`."""
    tags: tuple[str, ...] = ()
    noindex: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article as one text with spans over it."""

    slug: str
    """Unique over the site; the article's address is `articles/<slug>.html`."""
    path: str
    """The source's path."""
    text: str
    """The visible text. For plain text it is the source to the character (front matter aside)."""
    metadata: Metadata
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...]
    """Sorted by start, outer before inner."""
    sentences: tuple[Span, ...]
    """Sorted, disjoint, each inside one block that is not set apart."""
