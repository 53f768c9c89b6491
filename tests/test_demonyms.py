import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.demonyms import find_demonyms
from generator.places import choose_place
from tests.casefiles import read_cases


def _lines(text: str, lang: str) -> str:
    return "\n".join(f"{text[d.start : d.end]} → {d.place}" for d in find_demonyms(text, lang))


@pytest.mark.parametrize(("source", "expected"), read_cases("demonyms.txt"))
def test_german_demonyms_are_found(source: str, expected: str) -> None:
    assert expected == _lines(source, "de")


def test_english_demonyms_are_found() -> None:
    text = "The Russian army, two Ukrainians, Costa Ricans, a Frenchman and Londoners; he will polish the china."
    assert _lines(text, "en").splitlines() == [
        "Russian → Russia",
        "Ukrainians → Ukraine",
        "Costa Ricans → Costa Rica",
        "Frenchman → France",
        "Londoners → London",
    ]


def test_a_country_is_told_by_its_code() -> None:
    (found,) = find_demonyms("chinesische", "de")
    assert (found.country, found.place) == ("CN", "China")


def test_another_language_has_none() -> None:
    assert find_demonyms("les soldats russes", "fr") == ()


@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_target_is_a_place_with_a_dot(lang: str) -> None:
    from generator.demonyms import targets

    lost = [heading for heading, _ in targets(lang) if choose_place(heading, lang) is None]
    assert lost == []


@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_country_is_a_country_of_that_code(lang: str) -> None:
    from generator.demonyms import targets

    wrong = []
    for heading, code in targets(lang):
        place = choose_place(heading, lang)
        if code and (place is None or place.country != code):
            wrong.append(heading)
    assert wrong == []


@given(st.text(alphabet="aDdeutschRrusnPolU ke:*-innen,.", max_size=60), st.sampled_from(["de", "en"]))
def test_spans_are_sorted_and_disjoint(text: str, lang: str) -> None:
    found = find_demonyms(text, lang)
    ends = [0, *(d.end for d in found)]
    assert all(end <= d.start < d.end <= len(text) for end, d in zip(ends, found, strict=False))
