"""Figures as values: what `find` promises, number words of any size, dates fixed against the day of the article."""

import datetime as dt
import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Quantity
from generator.quantities import find, find_quantities, resolve_date

CASES = Path(__file__).parent / "cases" / "dates"
_MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]*)(?:\|([^\[\]|]*))?\]")
_DATES = ("date", "time", "daterange", "datetime", "timerange", "datetimerange")
_ARTICLE = dt.date(2022, 12, 30)


@pytest.mark.parametrize("path", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_dates_of_a_sentence_are_those_that_are_marked(path: Path) -> None:
    wrong = []
    for line in path.read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        wanted = [(m[1], m[2], m[3] or m[2]) for m in _MARK.finditer(line)]
        dates = [q for q in find(_MARK.sub(r"\1", line), path.stem) if q.kind in _DATES]
        found = [(q.text, q.value, resolve_date(q, _ARTICLE).value) for q in dates]
        if found != wanted:
            wrong.append((line, found))
    assert wrong == []


def test_a_fixed_date_no_longer_hangs_on_the_article() -> None:
    (friday,) = find("Am Freitag schneite es.", "de")
    assert friday.relative == "weekday"
    fixed = resolve_date(friday, _ARTICLE)
    assert (fixed.value, fixed.relative) == ("2022-12-30", "")
    assert resolve_date(fixed, dt.date(1999, 1, 1)) == fixed


def test_the_seed_article_yields_its_figures() -> None:
    text = (
        "Der stellvertretende Chef des Büros gab die Zahl der am Donnerstag bei russischen Raketenangriffen auf wichtige "
        "Infrastruktur getöteten Zivilisten mit vier an. Russland habe in den vergangenen 24 Stunden 85 Raketen abgefeuert und "
        "35 Luftangriffe geflogen. Zudem habe es 63 russische Angriffe gegeben, auch mit Drohnen vom Typ Shahed-131/136. "
        "Fünf von sieben nach Kiew gestartete Drohnen seien abgeschossen worden. Wir wissen eines über uns selbst."
    )
    figures = [(q.text, q.counted) for q in find(text, "de") if q.kind not in _DATES]
    assert figures == [
        ("vier", "Zivilisten"),
        ("24 Stunden", ""),
        ("85", "Raketen"),
        ("35", "Luftangriffe"),
        ("63", "Angriffe"),
        ("Fünf von sieben", "Drohnen"),
    ]


def test_headings_are_dictionary_forms() -> None:
    text = "Es gab 85 Raketen, 12 Häuser, 3 Kinder, 9 Soldaten, 7 Angriffen, 4 Ärztinnen, 2 Millionen Einwohner, 6 Zivilisten."
    assert [q.heading for q in find(text, "de")] == [
        "Rakete", "Haus", "Kind", "Soldat", "Angriff", "Ärztin", "Einwohner", "Zivilist",
    ]  # fmt: skip
    assert [q.heading for q in find("They saw 3 children, 12 cities, 5 women, 85 missiles.", "en")] == [
        "child", "city", "woman", "missile",
    ]  # fmt: skip


def test_mappings_have_the_documented_keys() -> None:
    (one,) = find_quantities("Rund 1,2 Millionen Euro fehlen.", "de")
    assert one == {
        "start": 5, "end": 23, "text": "1,2 Millionen Euro", "kind": "currency", "value": Decimal(1200000), "low": None, "high": None,
        "unit": "EUR", "counted": "", "approximate": True,
    }  # fmt: skip


_ONES = "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split()
_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()


def _spelled(number: int) -> str:
    """Write a number below a million as a German word."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return (_ONES[ones] + "und" if ones else "") + _TENS[tens - 2]
    base, word = (1000, "tausend") if number >= 1000 else (100, "hundert")
    head, rest = divmod(number, base)
    return _spelled(head) + word + (_spelled(rest) if rest else "")


@given(st.integers(2, 999_999))
@settings(max_examples=100, deadline=None)
def test_german_number_words_of_any_size_are_read(number: int) -> None:
    word = _spelled(number)
    if number % 100 == 1:
        word += "s"
    (found,) = find(f"Es waren {word} Dinge.", "de")
    assert found.value == number


@given(st.integers(1, 999), st.sampled_from([("Millionen", 6), ("Milliarden", 9), ("Mio.", 6), ("Billionen", 12)]))
@settings(max_examples=25, deadline=None)
def test_scales_multiply(number: int, scale: tuple[str, int]) -> None:
    found = find(f"Das kostet rund {number} {scale[0]} Euro mehr.", "de")
    assert [(q.value, q.unit) for q in found] == [(number * 10 ** scale[1], "EUR")]


def _held(found: tuple[Quantity, ...], text: str) -> bool:
    last = 0
    for quantity in found:
        if (
            not (last <= quantity.start < quantity.end <= len(text))
            or text[quantity.start : quantity.end] != quantity.text
        ):
            return False
        last = quantity.end
    return True


_PIECES = st.sampled_from(
    "1.000 3,5 12 . , - – / ( ) % € $ Euro Millionen bis und von zwischen halb ein eine zwei drei Drittel 2022 März 14. Uhr Freitag "
    "minus Grad Prozent Raketen jeder fünfte 50-jährige 1/2 ½ : ' \" km/h ² £ million two hundred and a half of in March 5th p.m. \n ٣ ௧ 𝟛 ①".split(
        " "
    )
)


@given(
    st.lists(_PIECES, max_size=14).map(" ".join) | st.lists(_PIECES, max_size=10).map("".join) | st.text(max_size=60),
    st.sampled_from(["de", "en"]),
)
@settings(max_examples=150, deadline=None)
def test_figures_of_any_text_are_sorted_disjoint_and_in_their_place(text: str, lang: str) -> None:
    found = find(text, lang)
    assert _held(found, text)
    for quantity in found:
        resolve_date(quantity, _ARTICLE)
