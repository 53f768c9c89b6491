"""Bytes to text: every encoding that occurs, and clear words for what is no text."""

import codecs
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Problem, Source
from generator.text import decode, line_at, trim

WORDS = "Grüße aus Köln: „Straße“ – 5 €\n"


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        WORDS.encode("cp1252"),
        WORDS.encode("utf-16"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        WORDS.replace("\n", "\r\n").encode(),
        WORDS.replace("\n", "\r").encode(),
        WORDS.replace("\n", "\u2028").encode(),
        unicodedata.normalize("NFD", WORDS).encode(),
    ],
)
def test_every_encoding_and_line_end_comes_out_the_same(data: bytes) -> None:
    assert decode("a.txt", data) == Source("a.txt", WORDS)


def test_quotation_marks_of_windows_that_were_taken_for_latin_1_are_mended() -> None:
    assert decode("a.txt", "\x84Ja\x93".encode()) == Source("a.txt", "„Ja“")


def test_a_binary_file_is_a_problem_with_its_line() -> None:
    assert decode("a.txt", b"one\ntwo\x00") == Problem(
        "seeds/a.txt:2", "control character U+0000, so this is no text; remove the character or the file"
    )


def test_one_torn_byte_in_a_utf_8_file_is_a_problem_and_no_guess() -> None:
    found = decode("a.txt", "Grüße aus Köln\nund Umgebung für Möwen".encode() + b"\xff")
    assert found == Problem("seeds/a.txt:2", "byte 0xff is no UTF-8; save the file as UTF-8")


def test_bytes_that_no_encoding_knows_are_a_problem() -> None:
    assert isinstance(decode("a.txt", b"\x81\x8d"), Problem)
    assert isinstance(decode("a.txt", codecs.BOM_UTF16_LE + b"a"), Problem)


@given(st.binary(max_size=60))
def test_whatever_the_bytes_there_is_a_source_or_a_problem(data: bytes) -> None:
    found = decode("a.txt", data)
    if isinstance(found, Source):
        assert "\r" not in found.text
        assert "\x00" not in found.text
        assert unicodedata.is_normalized("NFC", found.text)


def test_a_place_in_the_text_has_a_line() -> None:
    assert [line_at("a\nb\n\nc", at) for at in (0, 1, 2, 5)] == [1, 1, 2, 4]


def test_trimming_moves_the_edges_over_white_space() -> None:
    assert trim(" \n ab\u00a0", 0, 6) == (3, 5)
    assert trim("   ", 0, 3) == (3, 3)
