"""Units of measure and of money: symbols, kinds, how they convert, and their spelling in each language.

Symbols are ISO 4217 for money and the usual international ones else. The words were written down by hand; a language
has its own list because the same letters mean different things ("Pfund", "pound", "Billion").
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import pairwise
from types import MappingProxyType

from generator.quantities.tables import Unit

KINDS = MappingProxyType({
    "dimension": "nm um mm cm dm m km in ft yd mi nmi mm2 cm2 m2 km2 ha acre sqmi sqft ml cl l hl m3 cm3 ft3 gal bbl cup tsp tbsp ug mg g kg "
    "t kt Mt Gt ton lb oz dram qt pt m/s km/h km/s mph kn rad turn bit Mbit Gbit Mbit/s Gbit/s kB MB GB TB PB W kW MW GW kWh MWh GWh TWh Wh J kJ MJ kcal PS V kV A Hz kHz "
    "MHz GHz Pa hPa bar dB µg/m3 ug/m3 mSv Sv Bq N ly au carat l/s m3/s",
    "temperature": "C F K deg",
    "duration": "s ms min h d wk mo quarter a decade century ns",
    "percentage": "% pp bp ‰",
})  # fmt: skip
"""Symbols by kind of figure; every other symbol is money."""

_KIND_OF = {symbol: kind for kind, symbols in KINDS.items() for symbol in symbols.split()}

_CHAINS = (
    (("century", "100"), ("decade", "10"), ("a", "1")),
    (("a", "12"), ("mo", "1")),
    (("a", "365"), ("mo", "30"), ("wk", "7"), ("d", "1")),
    (("d", "86400"), ("h", "3600"), ("min", "60"), ("s", "1")),
    (("a", "31536000"), ("mo", "2592000"), ("wk", "604800"), ("d", "86400"), ("h", "3600"), ("min", "60"), ("s", "1")),
    (("km", "1000"), ("m", "1"), ("cm", "0.01"), ("mm", "0.001")),
    (("mi", "5280"), ("yd", "3"), ("ft", "1"), ("in", "0.08333333333333333333333333")),
    (("t", "1000"), ("kg", "1"), ("g", "0.001")),
    (("lb", "16"), ("oz", "1")),
    (("l", "1"), ("ml", "0.001")),
)


def unit(symbol: str) -> Unit:
    """Return the unit with a symbol."""
    if symbol.startswith("age:"):
        return Unit(symbol[4:], "age")
    return Unit(symbol, _KIND_OF.get(symbol, "currency"))


def together(amounts: Iterable[tuple[Decimal, str]]) -> tuple[Decimal, str] | None:
    """Add amounts that are named in descending units ("2 Stunden 30 Minuten"); None when they do not belong together.

    The sum comes in the smallest unit named. Months have 30 days and years 365 where they meet days.
    """
    parts = tuple(amounts)
    symbols = [symbol for _, symbol in parts]
    for chain in _CHAINS:
        factors = {symbol: Decimal(factor) for symbol, factor in chain}
        if all(symbol in factors for symbol in symbols) and all(factors[a] > factors[b] for a, b in pairwise(symbols)):
            least = symbols[-1]
            total = sum((value * factors[symbol] for value, symbol in parts), Decimal(0)) / factors[least]
            return +total.quantize(Decimal("1e-9")).normalize(), least
    return None


def lexicon(entries: Mapping[str, str]) -> Mapping[str, tuple[tuple[tuple[str, ...], Unit], ...]]:
    """Turn `symbol → "form|form two"` into an index by first word, longest form first."""
    index: dict[str, dict[tuple[str, ...], Unit]] = {}
    for symbol, forms in entries.items():
        for form in forms.split("|"):
            words = tuple(form.split())
            index.setdefault(words[0], {})[words] = unit(symbol)
    return MappingProxyType({
        first: tuple(sorted(forms.items(), key=lambda item: -len(item[0]))) for first, forms in index.items()
    })  # fmt: skip
