"""Plain text: every character of the source is in the document, and what is not the article is told apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import plaintext
from generator.model import Block
from tests.casefiles import read_cases


def shown(text: str, blocks: tuple[Block, ...]) -> str:
    return "\n".join(f"{block.kind} | {text[block.start : block.end]}".replace("\n", "⏎") for block in blocks)


@pytest.mark.parametrize(("source", "expected"), read_cases("parsing/scraped_de.txt"))
def test_a_german_text_falls_into_the_expected_blocks(source: str, expected: str) -> None:
    assert shown(source, plaintext.parse(source, "de").blocks) == expected


@pytest.mark.parametrize(("source", "expected"), read_cases("parsing/scraped_en.txt"))
def test_an_english_text_falls_into_the_expected_blocks(source: str, expected: str) -> None:
    assert shown(source, plaintext.parse(source, "en").blocks) == expected


def assert_nothing_is_lost(source: str, language: str) -> None:
    draft = plaintext.parse(source, language)
    assert draft.text == source
    at = 0
    for block in draft.blocks:
        assert at <= block.start < block.end, block
        assert not source[at : block.start].strip(), "characters outside of every block"
        assert source[block.start : block.end].strip() == source[block.start : block.end]
        at = block.end
    assert not source[at:].strip()


@pytest.mark.parametrize(
    ("source", "expected"), [*read_cases("parsing/scraped_de.txt"), *read_cases("parsing/scraped_en.txt")]
)
def test_the_pieces_put_together_again_are_the_source(source: str, expected: str) -> None:
    assert expected
    assert_nothing_is_lost(source, "de")
    assert_nothing_is_lost(source, "en")


WORDS = st.sampled_from(
    [
        *"Der Die Das Am Seit und in von nach Kiew Berlin Haus Foto: (Foto: dpa) © Reuters >> Lesen Sie hier: Mehr: Anzeige".split(),
        "(Foto: dpa)", "Artikel merken", "Standort erkennen", "Newsletter abonnieren", "Read more:", "The", "z. B.", "3.", "…", "„Ja", "nein“",
        "\n", "\n\n", " ", "\t", "\u00a0", ".", "!", "?", ",", ":", "–", "- ", "wollen", "sagte", "verteidigt", "---", "x" * 90,
    ]
)  # fmt: skip


@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=200), st.sampled_from(["de", "en"]))
def test_no_text_whatever_loses_a_character(source: str, language: str) -> None:
    assert_nothing_is_lost(source, language)


def test_a_long_blob_becomes_readable_paragraphs_that_end_with_a_sentence() -> None:
    blob = " ".join(
        f"Dies ist der Satz mit der Nummer {number} und er ist nicht besonders lang." for number in range(40)
    )
    blocks = plaintext.parse(blob, "de").blocks
    assert len(blocks) > 3
    assert all(blob[block.end - 1] == "." for block in blocks)
    assert all(200 <= block.end - block.start <= plaintext.LONG for block in blocks)


def test_a_long_blob_is_not_broken_inside_a_quotation() -> None:
    inside = " ".join(
        f"Das ist Satz {number} einer langen Rede, die jemand im Parlament gehalten hat." for number in range(12)
    )
    blob = f'{"Vorher geschah etwas. " * 12}Sie sagte: „{inside}" Dann ging sie. {"Danach geschah etwas. " * 12}'
    for block in plaintext.parse(blob, "de").blocks:
        words = blob[block.start : block.end]
        assert words.count("„") == words.count('"')


def test_a_byline_names_the_author() -> None:
    assert (
        plaintext.parse("Eine Überschrift\nVon Anna Gruber, Wien\nEs war ein langer Tag.", "de").author == "Anna Gruber"
    )


def test_a_dateline_gives_the_day() -> None:
    date = plaintext.parse("Berlin, 14. März 2023 – Das Kabinett hat getagt.", "de").date
    assert date is not None
    assert date.isoformat() == "2023-03-14"
