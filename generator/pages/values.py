"""Figures in the reader's language: the value a figure was read as, its unit, its kind."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from generator.model import Quantity
from generator.strings import Strings

_SIGNS: Mapping[str, str] = MappingProxyType(
    {
        "EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥",
        "pp": "pp", "C": "°C", "F": "°F", "deg": "°",
        "mm2": "mm²", "cm2": "cm²", "m2": "m²", "km2": "km²", "cm3": "cm³", "m3": "m³", "ft3": "ft³", "m3/s": "m³/s", "l/s": "l/s",
        "ug": "µg", "um": "µm", "µg/m3": "µg/m³", "ug/m3": "µg/m³",
    }
)  # fmt: skip
"""Units whose symbol is written otherwise than it is kept; all others are shown as they are."""

_SPANS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "min": ("minute", "minutes"),
        "h": ("hour", "hours"),
        "d": ("day", "days"),
        "wk": ("week", "weeks"),
        "mo": ("month", "months"),
        "quarter": ("quarter", "quarters"),
        "a": ("year", "years"),
        "decade": ("decade", "decades"),
        "century": ("century", "centuries"),
    }
)
"""Units that are words; these follow the number's grammar."""

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "number": "Count",
        "currency": "Money",
        "percentage": "Per cent",
        "dimension": "Measure",
        "temperature": "Temperature",
        "duration": "Duration",
        "age": "Age",
        "ratio": "Share",
        "fraction": "Share",
        "ordinal": "Rank",
        "score": "Result",
    }
)
"""Kinds of figure as phrases, in the order in which an index shows them."""


def kind_in_words(kind: str, strings: Strings) -> str:
    """Return the name of a kind of figure."""
    return strings.gettext(KINDS.get(kind, "Other"))


def value_in_words(figure: Quantity, strings: Strings) -> str:
    """Return the normalised value with its unit as the language writes it: `3.500.000.000 €`, `10–15 °C`, `≥ 20 %`.

    Empty for a vague figure without any number.
    """
    number = _number(figure, strings)
    return number and ("≈ " if figure.approximate else "") + _with_unit(number, figure, strings)


def _number(figure: Quantity, strings: Strings) -> str:
    low, high = (_side(side, strings) for side in (figure.low, figure.high))
    if figure.value is not None:
        return _side(figure.value, strings)
    if low and high:
        return f"{low}–{high}"
    return f"≥ {low}" if low else f"≤ {high}" if high else ""


def _side(value: Decimal | str | None, strings: Strings) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    # What came from a fraction has no end; six significant digits say all a reader can use.
    short = value if len(value.as_tuple().digits) <= 15 else Decimal(f"{value:.6g}")
    return strings.number(short).replace("-", "−")


def _with_unit(number: str, figure: Quantity, strings: Strings) -> str:
    unit = figure.unit or ("a" if figure.kind == "age" else "")
    if not unit:
        return number
    if unit in _SPANS:
        # A value that is no whole number is plural in both languages ("1,5 Jahre").
        word = strings.ngettext(*_SPANS[unit], 1 if figure.value == 1 else 2)
        return f"{number}\N{NO-BREAK SPACE}{word}"
    sign = _SIGNS.get(unit, unit)
    if strings.language == "en" and sign in ("€", "$", "£", "¥"):
        return sign + number if number[0].isdigit() else f"{number[:2]}{sign}{number[2:]}"
    if strings.language == "en" and sign == "%":
        return number + sign
    return f"{number}\N{NO-BREAK SPACE}{sign}"
