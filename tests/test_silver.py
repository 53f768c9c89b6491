"""Texts labelled by two teachers (`tools.train.silver`)."""

from pathlib import Path

import numpy as np
import pytest

from generator.ner.tagger import TAGS
from tools.train import silver
from tools.train.gold import ANY

BEGIN, LAST, UNIT = (TAGS.index(tag) for tag in ("B-PER", "L-PER", "U-LOC"))
PERSON = chr(ord("A") + BEGIN) + chr(ord("A") + LAST)
PLACE = chr(ord("A") + UNIT)


def labels(tags: list[int], *chances: float) -> silver.Labels:
    return tags, np.asarray(chances, dtype=np.float32)


def test_what_both_teachers_say_is_taken_where_they_are_sure_on_average() -> None:
    one, other = (
        labels([BEGIN, LAST, 0, UNIT], 0.99, 0.99, 0.99, 0.85),
        labels([BEGIN, LAST, 0, UNIT], 0.95, 0.9, 0.9, 0.99),
    )
    assert silver.agreed([one, other]) == f"{PERSON}A{PLACE}"


def test_what_they_do_not_agree_on_stays_open() -> None:
    one, other = labels([0, UNIT, 0], 0.99, 0.99, 0.99), labels([0, 0, 0], 0.99, 0.99, 0.99)
    assert silver.agreed([one, other]) == "A?A"


def test_a_name_of_which_one_word_is_unsure_stays_open_as_a_whole() -> None:
    one, other = labels([BEGIN, LAST, 0], 0.99, 0.7, 0.6), labels([BEGIN, LAST, 0], 0.99, 0.9, 0.6)
    assert silver.agreed([one, other]) == "???"


def test_texts_are_kept_until_there_are_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(silver, "KEPT", {"de": 5})
    named, open_, nameless = (["In", "Rom"], f"A{PLACE}"), (["Der", "Bär"], "A?"), (["Der", "Tag"], "AA")
    path = tmp_path / "silver.txt"
    assert silver.keep("de", iter([[named, open_, nameless], [named, named, named]]), path) == 6
    units = silver.read_silver(path)
    assert [unit.words for unit in units] == [("In", "Rom")] * 3
    assert units[0].tags == ((0,), (UNIT,))


def test_an_open_word_may_be_anything(tmp_path: Path) -> None:
    path = tmp_path / "silver.txt"
    words = ["Am", "Montag", "sprach", "in", "Rom", "der", "Papst"]
    silver.keep("de", [[(words, f"AAAA{PLACE}A?")]], path)
    assert silver.read_silver(path)[0].tags[-1] == ANY
