import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.places import (
    choose_place,
    countries,
    country_name,
    find_place,
    find_places,
    is_place_name,
    place_key,
    same_place,
)
from tools.places.measure import Case, kilometres, read_cases

CASES = [case for case in read_cases() if case.half == "A"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_place_of_the_news_gets_its_dot_and_an_unclear_one_none(case: Case) -> None:
    place = choose_place(case.name, case.lang, countries=case.countries, home=case.home)
    if case.point is None:
        assert place is None
    else:
        assert place is not None
        assert place.country == case.country
        assert kilometres((place.lat, place.lon), case.point) <= case.kilometres


def test_a_mapping_says_where_a_place_is() -> None:
    place = find_place("Kiews", "de")
    assert place is not None
    assert dict(place) == {
        "name": "Kiew",
        "lat": 50.455,
        "lon": 30.524,
        "country": "UA",
        "geonames": "703448",
        "kind": "capital",
        "population": 2950000,
    }


def test_an_unknown_name_is_no_place() -> None:
    assert find_place("Quarzitanien", "de") is None
    assert find_places("", "de") == ()
    assert not is_place_name("Quarzitanien", "de")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Kiew", "Kyjiw"),
        ("Kiew", "Kyiv"),
        ("Lemberg", "Lviv"),
        ("Peking", "Beijing"),
        ("München", "Munich"),
        ("Brüssel", "Brussels"),
        ("Weißrussland", "Belarus"),
        ("Bombay", "Mumbai"),
        ("Chan Junis", "Khan Younis"),
        ("NRW", "Nordrhein-Westfalen"),
        ("Elfenbeinküste", "Côte d’Ivoire"),
        ("Zuerich", "Zürich"),
        ("Sankt Petersburg", "St. Petersburg"),
        ("Schwarzes Meer", "Black Sea"),
        ("Hamburg", "Freien und Hansestadt Hamburg"),
        ("München", "Landeshauptstadt München"),
    ],
)
def test_names_of_one_place_are_one(a: str, b: str) -> None:
    assert same_place(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Kiew", "Kiel"),
        ("Frankfurt", "Frankfurt (Oder)"),
        ("Niger", "Nigeria"),
        ("Kongo", "Republik Kongo"),
        ("Iran", "Irak"),
    ],
)
def test_names_of_two_places_are_two(a: str, b: str) -> None:
    assert not same_place(a, b)


def test_a_country_of_the_article_decides() -> None:
    assert choose_place("Cambridge", "de") is None
    in_england = choose_place("Cambridge", "de", countries=("GB",))
    assert in_england is not None
    assert in_england.country == "GB"


def test_the_country_of_the_site_decides() -> None:
    found = {home: choose_place("Baden", "de", home=home) for home in ("DE", "AT")}
    assert found["DE"] is not None
    assert found["DE"].country == "DE"


def test_every_state_has_two_names_and_nearly_every_one_a_capital() -> None:
    assert len(countries()) > 240
    assert all(country.de and country.en for country in countries())
    assert len([c for c in countries() if c.capital]) > 190
    assert {c.code: (c.capital, c.capital_en) for c in countries()}["CN"] == ("Peking", "Beijing")


def test_a_country_is_named_in_the_language_asked_for() -> None:
    assert country_name("UA", "de") == "Ukraine"
    assert country_name("CI", "en") == "Ivory Coast"
    assert country_name("ZZ", "de") == "ZZ"


def test_the_best_candidate_comes_first() -> None:
    weights = [place.weight for place in find_places("Neustadt", "de")]
    assert len(weights) > 2
    assert weights == sorted(weights, reverse=True)


@given(st.text(max_size=30))
def test_a_key_is_its_own_key(name: str) -> None:
    assert place_key(place_key(name)) == place_key(name)


@given(st.text(max_size=30), st.sampled_from(["de", "en"]))
def test_any_text_can_be_asked_for(name: str, lang: str) -> None:
    choose_place(name, lang)


@pytest.mark.parametrize("name", ["Alpen", "Wachau"])
@pytest.mark.parametrize("home", ["DE", "AT", "CH"])
def test_a_landscape_is_not_the_small_town_of_its_name(name: str, home: str) -> None:
    place = choose_place(name, "de", countries=("DE",), home=home)
    assert place is not None
    assert place.kind != "city"


@pytest.mark.parametrize("lang", ["de", "en", "fr", ""])
@pytest.mark.parametrize(
    "name", ["", " ", "\n", ".", "-", "()", "(", ",", ", Paris", "Paris,", "(Oder)", "’s", "s", "None", "0", "der", "Stadt", "-Mitte", "北京", "\ud800"]
)  # fmt: skip
def test_odd_words_are_no_place_and_no_fault(name: str, lang: str) -> None:
    find_place(name, lang)


@given(st.text(max_size=40))
def test_any_text_is_looked_up_without_a_fault(name: str) -> None:
    for lang in ("de", "en"):
        place = find_place(name, lang)
        assert place is None or -90 <= float(str(place["lat"])) <= 90
