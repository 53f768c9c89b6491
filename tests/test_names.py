"""Pairs of names: none that is two is merged, and most that are one are."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.resolve import MERGES, SUGGESTS, compare_names

with (Path(__file__).parent / "cases" / "names.tsv").open(encoding="utf-8", newline="") as lines:
    PAIRS = tuple(csv.DictReader(lines, delimiter="\t"))


def test_no_pair_of_two_is_merged() -> None:
    wrong = [
        (row["a"], row["b"])
        for row in PAIRS
        if row["verdict"] != "same" and compare_names(row["a"], row["b"], row["label"]) >= MERGES
    ]
    assert wrong == []


@pytest.mark.parametrize("label", ["PERSON", "PLACE", "ORGANISATION"])
def test_nine_pairs_of_ten_that_are_one_are_merged(label: str) -> None:
    scores = [
        compare_names(row["a"], row["b"], label) for row in PAIRS if (row["verdict"], row["label"]) == ("same", label)
    ]
    assert sum(score >= MERGES for score in scores) >= 0.9 * len(scores)
    assert sum(score >= SUGGESTS for score in scores) >= 0.95 * len(scores)


@given(st.sampled_from(PAIRS))
def test_the_order_of_a_pair_does_not_matter(row: dict[str, str]) -> None:
    score = compare_names(row["a"], row["b"], row["label"])
    assert score == compare_names(row["b"], row["a"], row["label"])
    assert 0 <= score <= 1


@given(st.text(max_size=30), st.text(max_size=30), st.sampled_from(["PERSON", "PLACE", "ORGANISATION"]))
def test_any_text_is_compared_without_a_fault(a: str, b: str, label: str) -> None:
    assert 0 <= compare_names(a, b, label) <= 1


@pytest.mark.parametrize("label", ["", "PERS", "person", "GPE"])
def test_an_unknown_label_is_refused_with_those_there_are(label: str) -> None:
    with pytest.raises(ValueError, match="give one of PERSON, PLACE, ORGANISATION"):
        compare_names("Olaf Scholz", "Scholz", label)


@pytest.mark.parametrize("label", ["PERSON", "PLACE", "ORGANISATION"])
@pytest.mark.parametrize(("a", "b"), [("", ""), (".", "-"), ("()", "…"), ("-", "Berlin"), (" ", "Olaf Scholz")])
def test_what_has_no_letter_is_no_name(label: str, a: str, b: str) -> None:
    assert compare_names(a, b, label) == 0
