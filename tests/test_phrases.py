import re

from hypothesis import given
from hypothesis import strategies as st

from generator.phrases import Phrases


def _found(text: str, *phrases: str) -> list[str]:
    return [text[start:end] for start, end, _ in Phrases(phrases).find(text)]


def test_phrases_are_found_as_whole_words_from_left_to_right() -> None:
    assert _found("Xi lobt Xis Reise, Xi-nahe Blätter und Xi.", "Xi") == ["Xi", "Xi"]


def test_the_longest_phrase_wins_and_what_is_taken_is_not_taken_again() -> None:
    assert _found("Xi Jinping traf Jinping Xi.", "Xi", "Xi Jinping", "Jinping") == ["Xi Jinping", "Jinping", "Xi"]


def test_a_phrase_may_hold_signs_and_begin_with_one() -> None:
    assert _found("Die „Welt“ und A. B. sahen A. Bach.", "„Welt“", "A. B") == ["„Welt“", "A. B"]


@given(
    st.lists(st.text("ab-. „", min_size=1, max_size=5).filter(lambda phrase: not phrase[0].isspace()), max_size=6),
    st.text("ab-. „", max_size=40),
)
def test_it_finds_what_a_pattern_of_all_phrases_finds(phrases: list[str], text: str) -> None:
    longest_first = "|".join(map(re.escape, sorted(phrases, key=lambda phrase: (-len(phrase), phrase))))
    pattern = re.compile(rf"(?<![\w-])(?:{longest_first})(?![\w-])") if phrases else re.compile("(?!)")
    assert [match.span() for match in pattern.finditer(text)] == [
        (start, end) for start, end, _ in Phrases(phrases).find(text)
    ]
