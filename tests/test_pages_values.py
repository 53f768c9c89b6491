from decimal import Decimal

import pytest

from generator.model import Quantity
from generator.pages.values import kind_in_words, value_in_words
from generator.strings import strings


def figure(
    value: str, unit: str | None = None, *, low: str = "", high: str = "", kind: str = "number", about: bool = False
) -> Quantity:
    sides = [Decimal(side) if side else None for side in (value, low, high)]
    return Quantity(
        start=0, end=1, text="x", kind=kind, value=sides[0], low=sides[1], high=sides[2], unit=unit, approximate=about
    )  # fmt: skip


@pytest.mark.parametrize(
    ("language", "quantity", "expected"),
    [
        ("de", figure("3.5E+9", "EUR"), "3.500.000.000 €"),
        ("en", figure("3.5E+9", "EUR"), "€3,500,000,000"),
        ("de", figure("20", "%"), "20 %"),
        ("en", figure("20", "%"), "20%"),
        ("de", figure("", "C", low="10", high="15"), "10–15 °C"),
        ("de", figure("", "%", low="20"), "≥ 20 %"),
        ("en", figure("", "USD", high="5"), "≤ $5"),
        ("de", figure("-4.5", "C"), "−4,5 °C"),
        ("de", figure("1", "d"), "1 Tag"),
        ("de", figure("1.5", "a"), "1,5 Jahre"),
        ("de", figure("30", kind="age"), "30 Jahre"),
        ("de", figure("1200", about=True), "≈ 1.200"),
        ("de", figure("0.7142857142857142857142857143"), "0,714286"),
        ("de", figure(""), ""),
    ],
)
def test_a_value_is_written_as_the_language_does(language: str, quantity: Quantity, expected: str) -> None:
    assert value_in_words(quantity, strings(language)).replace("\N{NO-BREAK SPACE}", " ") == expected


def test_an_unknown_kind_has_a_name_too() -> None:
    assert kind_in_words("currency", strings("de")) == "Geld"
    assert kind_in_words("spell", strings("en")) == "Other"
