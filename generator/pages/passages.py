"""The text of an article in runs: lists, quotations, paragraphs, and what came with the page it was taken from."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.highlight import NOTHING, Markup, Piece, highlight
from generator.model import SET_APART, Block, BlockKind, Document
from generator.pages.original import first_sentence, later_sentences
from generator.strings import Strings

_APART: Mapping[BlockKind, str] = MappingProxyType(
    {
        "credit": "From the source: credit",
        "teaser": "From the source: teaser",
        "leftover": "From the source: leftover of the page",
    }
)


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of the text."""

    html: Markup
    level: int = 0
    """Depth of a heading (2..6), item or quote (1..)."""
    dateline: Markup = NOTHING
    """What stands before the first paragraph."""
    dash: bool = False
    """Whether a dash is wanted between the two: the dateline ends without a mark of its own."""
    source: str = ""
    """Address of the passage in the original; empty where there is none."""
    sentences: str = ""
    """Where its sentences begin after the first, in code points, for the script that leads each mention to its own; empty without a source."""


@dataclass(frozen=True, slots=True)
class Run:
    """Passages of one kind in a row: a list, a quotation, a paragraph by itself."""

    kind: str
    """A kind of block, or `apart` for what came with the source's page; a picture's credit stays with its caption."""
    passages: tuple[Passage, ...]
    label: str = ""
    """What a passage set apart is."""


@dataclass(frozen=True, slots=True)
class Text:
    """A document's text with its pieces, ready to be cut into blocks."""

    document: Document
    pieces: tuple[Piece, ...]
    """Sorted by start."""
    starts: tuple[int, ...]
    """Of the pieces."""

    def html(self, block: Block) -> Markup:
        """Return a block with its names, figures, dates and formatting."""
        # Pieces never reach over the edge of a block, so those that start inside are all.
        first, last = bisect_left(self.starts, block.start), bisect_left(self.starts, block.end)
        return highlight(self.document.text, block.start, block.end, self.pieces[first:last])

    def source(self, block: Block) -> tuple[str, str]:
        """Return the address of the block's first sentence in the original, and where its later ones begin."""
        if block.kind != "paragraph" or not self.document.metadata.source:
            return "", ""
        return first_sentence(self.document, block), " ".join(map(str, later_sentences(self.document, block)))


def runs(text: Text, title: Block | None, strings: Strings) -> Iterator[Run]:
    """Yield the text without its headline, block by block, with what belongs together in one run."""
    blocks = [block for block in text.document.blocks if block is not title]
    highest = min((block.level for block in blocks if block.kind == "subheading" and block.level), default=2)
    dateline, dash = NOTHING, False
    row: list[Passage] = []
    for number, block in enumerate(blocks):
        kind = "subheading" if block.kind == "headline" else block.kind
        following = blocks[number + 1].kind if number + 1 < len(blocks) else ""
        html = text.html(block)
        if kind == "dateline" and following == "paragraph":
            dateline, dash = html, text.document.text[block.end - 1].isalnum()
            continue
        # Headings of a page go down step by step from its one title, whatever the article began with.
        level = max(2, min(6, block.level - highest + 2)) if kind == "subheading" else block.level
        row.append(Passage(html, level, dateline, dash, *text.source(block)))
        dateline, dash = NOTHING, False
        if kind in ("item", "quote", *SET_APART) and following == kind:
            continue
        apart = _APART.get(block.kind)
        yield Run("apart" if apart and kind != "credit" else kind, tuple(row), strings.gettext(apart) if apart else "")
        row = []
