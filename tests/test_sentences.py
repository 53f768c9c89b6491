"""Sentences: the cases, and what holds for any text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.sentences import split
from tests.casefiles import read_cases


def shown(text: str, language: str) -> str:
    return "\n".join(text[span.start : span.end].replace("\n", "⏎") for span in split(text, language))


@pytest.mark.parametrize(("source", "expected"), read_cases("sentences/de.txt"))
def test_german_sentences(source: str, expected: str) -> None:
    assert shown(source, "de") == expected


@pytest.mark.parametrize(("source", "expected"), read_cases("sentences/en.txt"))
def test_english_sentences(source: str, expected: str) -> None:
    assert shown(source, "en") == expected


@given(st.text(alphabet='aAzÄ .!?…„“"»«()1:\n\t z.B.Dr', max_size=80), st.sampled_from(["de", "en", "fr"]))
def test_sentences_are_sorted_disjoint_trimmed_and_complete(text: str, language: str) -> None:
    at = 0
    for span in split(text, language):
        assert at <= span.start < span.end
        assert not text[at : span.start].strip()
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        at = span.end
    assert not text[at:].strip()


def test_white_space_has_no_sentences() -> None:
    assert split(" \n\t\n ", "de") == ()


def test_a_text_twenty_times_as_long_takes_about_twenty_times_as_long() -> None:
    def seconds(text: str) -> float:
        began = time.process_time()
        split(text, "de")
        return time.process_time() - began

    text = "Der 1. FC Köln verlor am 3. Mai z. B. in St. Gallen mit 2:1. „Nein!“, rief er. " * 400
    assert seconds(text * 20) < 100 * max(seconds(text), 0.001)
