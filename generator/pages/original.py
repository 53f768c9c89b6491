"""The way from a sentence here to the same sentence in the original."""

from bisect import bisect_left, bisect_right
from operator import attrgetter

from generator.concordance import surroundings
from generator.highlight import text_fragment
from generator.model import Block, Document, Span

_START = attrgetter("start")


def in_original(document: Document, start: int, end: int) -> str:
    """Return the address of the sentence that holds a stretch, in the original; empty where no original is known."""
    return _address(document, start, surroundings(document, start, end)) if document.metadata.source else ""


def first_sentence(document: Document, block: Block) -> str:
    """Return the address of a block's first sentence in the original; empty where no original is known."""
    number = bisect_left(document.sentences, block.start, key=_START)
    inside = number < len(document.sentences) and document.sentences[number].end <= block.end
    end = document.sentences[number].end if inside else block.end
    return _address(document, block.start, Span(block.start, end)) if document.metadata.source else ""


def later_sentences(document: Document, block: Block) -> tuple[int, ...]:
    """Return where sentences begin within a block, in code points from its start; ascending, without the start itself."""
    sentences = document.sentences
    first, last = (bisect_left(sentences, edge, key=_START) for edge in (block.start + 1, block.end))
    return tuple(sentence.start - block.start for sentence in sentences[first:last])


def _address(document: Document, at: int, stretch: Span) -> str:
    """Return the address of what of a stretch belongs to the block that holds a code point: a dateline is no part of the sentence."""
    start, end = stretch.start, stretch.end
    number = bisect_right(document.blocks, at, key=_START) - 1
    if number >= 0 and at < document.blocks[number].end:
        start, end = max(start, document.blocks[number].start), min(end, document.blocks[number].end)
    return document.metadata.source.partition("#")[0] + text_fragment(document.text[start:end])
