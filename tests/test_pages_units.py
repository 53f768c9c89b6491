"""Units and values as readers see them."""

from decimal import Decimal

import pytest

from generator.model import Quantity
from generator.pages.units import UNITS, base, dimension, dimension_words, unit_words, value_words
from generator.quantities.measures import KINDS
from generator.strings import strings

DE = strings("de")


def _quantity(value: str = "", unit: str | None = None, *, low: str = "", high: str = "", **more: object) -> Quantity:
    bounds = {
        name: Decimal(number) if number else None for name, number in (("value", value), ("low", low), ("high", high))
    }
    return Quantity(start=0, end=1, text="x", unit=unit, **{"kind": "number", **bounds, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (_quantity("85"), "85"),
        (_quantity("3500000000", "EUR"), "3.500.000.000\xa0Euro"),
        (_quantity("24", "h"), "24\xa0Stunden"),
        (_quantity("1", "h"), "1\xa0Stunde"),
        (_quantity("12", "km2"), "12\xa0km²"),
        (_quantity(low="10", high="15", unit="C"), "10–15\xa0°C"),
        (_quantity("80", "%", low="80"), "ab 80\xa0%"),
        (_quantity(high="5"), "bis 5"),
        (_quantity("1500", approximate=True), "etwa 1.500"),
        (_quantity("0.666666666666667", kind="fraction"), "67\xa0%"),
        (_quantity("1.333333333333333"), "1,33"),
        (_quantity(vague=True), ""),
    ],
)
def test_a_value_reads_as_the_language_writes_it(quantity: Quantity, words: str) -> None:
    assert value_words(quantity, DE) == words


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (_quantity("316000000000", "EUR"), "316\xa0Milliarden Euro"),
        (_quantity("10600000"), "10,6\xa0Millionen"),
        (_quantity("1000000", approximate=True), "etwa 1\xa0Million"),
        (_quantity("7123456"), "7.123.456"),
        (_quantity("999999", "km"), "999.999\xa0km"),
        (_quantity("24", "h"), "24\xa0Stunden"),
    ],
)
def test_a_short_value_has_its_millions_in_words_where_that_says_all_of_it(quantity: Quantity, words: str) -> None:
    assert value_words(quantity, DE, short=True) == words


def test_figures_of_one_dimension_compare_in_its_base_unit() -> None:
    assert base(_quantity("400", "m")) == Decimal(400)
    assert base(_quantity("3", "km")) == Decimal(3000)
    assert dimension("km") == dimension("m") == "Length"
    assert dimension("EUR") == "EUR"
    assert dimension(None) == ""
    assert base(_quantity(low="5", high="9")) == Decimal(5)
    assert base(_quantity()) is None


def test_units_have_words_and_currencies_their_names() -> None:
    assert unit_words("km/h", DE) == "Kilometer pro Stunde"
    assert unit_words("USD", DE) == "US-Dollar"
    assert unit_words(None, DE) == ""
    assert dimension_words("EUR", DE) == "Euro"
    assert dimension_words("Length", DE) == "Länge"


def test_every_unit_that_is_recognised_has_words() -> None:
    assert sorted(symbol for symbols in KINDS.values() for symbol in symbols.split() if symbol not in UNITS) == []


def test_every_unit_is_translated() -> None:
    english = strings("en")
    same = {"Volt", "Watt"}
    for unit in UNITS.values():
        for phrase in (unit.words, unit.dimension):
            assert english.gettext(phrase) == phrase
            translated = DE.gettext(phrase)
            assert translated != phrase or translated[0].isupper() or translated in same, phrase
