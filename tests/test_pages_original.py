"""Tests for the way to the same sentence in the original."""

from dataclasses import replace

from generator.model import Block, Document, Metadata, Span
from generator.pages.original import first_sentence, in_original, later_sentences

TEXT = "KIEW – Am Abend sprach Putin. Danach schwieg er – lange.\n\nMorgen mehr."
BLOCK = Block(start=7, end=56, kind="paragraph")
DOCUMENT = Document(
    slug="a",
    path="a.txt",
    text=TEXT,
    metadata=Metadata(title="A", source="https://example.org/a#oben"),
    blocks=(Block(start=0, end=6, kind="dateline"), BLOCK, Block(start=58, end=70, kind="paragraph")),
    marks=(),
    sentences=(Span(0, 29), Span(30, 56), Span(58, 70)),
)


def test_a_mention_leads_to_its_own_sentence() -> None:
    assert in_original(DOCUMENT, 30, 36) == "https://example.org/a#:~:text=Danach%20schwieg%20er%20%E2%80%93%20lange."


def test_a_dateline_is_no_part_of_the_sentence() -> None:
    assert in_original(DOCUMENT, 23, 28) == "https://example.org/a#:~:text=Am%20Abend%20sprach%20Putin."
    assert in_original(DOCUMENT, 0, 4) == "https://example.org/a#:~:text=KIEW%20%E2%80%93"


def test_a_block_leads_to_its_first_sentence_and_says_where_the_others_begin() -> None:
    assert first_sentence(DOCUMENT, DOCUMENT.blocks[2]) == "https://example.org/a#:~:text=Morgen%20mehr."
    assert later_sentences(DOCUMENT, BLOCK) == (23,)
    assert TEXT[BLOCK.start + 23 :].startswith("Danach")


def test_without_an_original_there_is_no_way() -> None:
    bare = replace(DOCUMENT, metadata=Metadata(title="A"))
    assert in_original(bare, 30, 36) == "" == first_sentence(bare, BLOCK)
