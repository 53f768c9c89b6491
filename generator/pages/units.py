"""Units of figures for readers: their words, the sign beside a number, and what can be compared with what.

Units of one dimension sort together (400 m before 3 km); what has no factor compares only with itself. Money keeps its
currency: rates of exchange are no business of an archive.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from generator.model import Quantity
from generator.strings import Strings


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure as readers see it."""

    dimension: str
    """English phrase, a key of the interface: `Length`."""
    factor: Decimal
    """Into the base unit of the dimension."""
    words: str
    """English plural, a key of the interface: `kilometres`."""
    sign: str
    """Stands behind a number: `km`, `m²`."""


_TABLE = """
Length: nm 1e-9 nanometres; um 1e-6 micrometres µm; mm 0.001 millimetres; cm 0.01 centimetres; dm 0.1 decimetres; m 1 metres; km 1000 kilometres;
 in 0.0254 inches; ft 0.3048 feet; yd 0.9144 yards; mi 1609.344 miles; nmi 1852 nautical_miles; au 149597870700 astronomical_units; ly 9460730472580800 light_years
Area: mm2 1e-6 square_millimetres mm²; cm2 1e-4 square_centimetres cm²; m2 1 square_metres m²; km2 1e6 square_kilometres km²; ha 1e4 hectares;
 acre 4046.8564224 acres; sqmi 2589988.110336 square_miles; sqft 0.09290304 square_feet
Volume: ml 1e-6 millilitres; cl 1e-5 centilitres; l 0.001 litres; hl 0.1 hectolitres; cm3 1e-6 cubic_centimetres cm³; m3 1 cubic_metres m³; ft3 0.028316846592 cubic_feet ft³;
 gal 0.003785411784 gallons; bbl 0.158987294928 barrels; cup 2.365882365e-4 cups; tsp 4.92892159375e-6 teaspoons; tbsp 1.478676478125e-5 tablespoons; qt 9.46352946e-4 quarts; pt 4.73176473e-4 pints
Mass: ug 1e-9 micrograms µg; mg 1e-6 milligrams; g 0.001 grams; kg 1 kilograms; t 1000 tonnes; kt 1e6 kilotonnes; Mt 1e9 megatonnes; Gt 1e12 gigatonnes;
 ton 1016.0469088 tons; lb 0.45359237 pounds; oz 0.028349523125 ounces; carat 2e-4 carats; dram 0.0017718451953125 drams
Speed: m/s 1 metres_per_second; km/h 0.277777777777777778 kilometres_per_hour; km/s 1000 kilometres_per_second; mph 0.44704 miles_per_hour; kn 0.514444444444444444 knots
Duration: ns 1e-9 nanoseconds; ms 0.001 milliseconds; s 1 seconds; min 60 minutes; h 3600 hours; d 86400 days; wk 604800 weeks; mo 2592000 months; quarter 7776000 quarters;
 a 31536000 years; decade 315360000 decades; century 3153600000 centuries
Temperature in °C: C 1 degrees_Celsius °C
Temperature in °F: F 1 degrees_Fahrenheit °F
Temperature in K: K 1 kelvins
Angle: deg 1 degrees °; rad 57.29577951308232 radians; turn 360 turns
Data: bit 1 bits; kB 8e3 kilobytes; MB 8e6 megabytes; GB 8e9 gigabytes; TB 8e12 terabytes; PB 8e15 petabytes; Mbit 1e6 megabits; Gbit 1e9 gigabits
Data rate: Mbit/s 1e6 megabits_per_second; Gbit/s 1e9 gigabits_per_second
Power: W 1 watts; kW 1e3 kilowatts; MW 1e6 megawatts; GW 1e9 gigawatts; PS 735.49875 horsepower
Energy: J 1 joules; kJ 1e3 kilojoules; MJ 1e6 megajoules; kcal 4184 kilocalories; Wh 3600 watt_hours; kWh 3.6e6 kilowatt_hours; MWh 3.6e9 megawatt_hours; GWh 3.6e12 gigawatt_hours; TWh 3.6e15 terawatt_hours
Voltage: V 1 volts; kV 1000 kilovolts
Current: A 1 amperes
Force: N 1 newtons
Frequency: Hz 1 hertz; kHz 1e3 kilohertz; MHz 1e6 megahertz; GHz 1e9 gigahertz
Pressure: Pa 1 pascals; hPa 100 hectopascals; bar 1e5 bars
Sound level: dB 1 decibels
Radiation: mSv 0.001 millisieverts; Sv 1 sieverts
Radioactivity: Bq 1 becquerels
Flow: l/s 0.001 litres_per_second; m3/s 1 cubic_metres_per_second m³/s
Concentration: ug/m3 1 micrograms_per_cubic_metre µg/m³; µg/m3 1 micrograms_per_cubic_metre µg/m³
Share: % 1 per_cent; ‰ 0.1 per_mille
Percentage points: pp 1 percentage_points; bp 0.01 basis_points
Money in cents: cent 1 cents
Money in crowns: krone 1 crowns
Money in pesos: peso 1 pesos
"""


_SINGULAR: Mapping[str, str] = MappingProxyType(
    {
        "ns": "nanosecond",
        "ms": "millisecond",
        "s": "second",
        "min": "minute",
        "h": "hour",
        "d": "day",
        "wk": "week",
        "mo": "month",
        "quarter": "quarter",
        "a": "year",
        "decade": "decade",
        "century": "century",
    }
)
"""Units that are written out beside a number, as no reader writes "24 h"."""


def _units() -> Mapping[str, Unit]:
    units: dict[str, Unit] = {}
    for row in _TABLE.strip().replace("\n ", " ").splitlines():
        dimension, _, entries = row.partition(": ")
        for entry in entries.split(";"):
            symbol, factor, words, *sign = entry.split()
            units[symbol] = Unit(dimension, Decimal(factor), words.replace("_", " "), sign[0] if sign else symbol)
    return MappingProxyType(units)


UNITS = _units()
"""Every unit by its symbol, money aside."""


def dimension(symbol: str | None) -> str:
    """Return the dimension of a unit as a phrase, the currency's code for money, nothing for a plain number."""
    if not symbol:
        return ""
    return UNITS[symbol].dimension if symbol in UNITS else symbol


def base(quantity: Quantity) -> Decimal | None:
    """Return what a figure sorts by within its dimension: its value, else its lower, else its upper bound, in base units."""
    number = first_number(quantity)
    if number is None:
        return None
    unit = UNITS.get(quantity.unit or "")
    return number * unit.factor if unit else number


def first_number(quantity: Quantity) -> Decimal | None:
    """Return a figure's value, else its lower, else its upper bound; None when it has no number of its own."""
    for number in (quantity.value, quantity.low, quantity.high):
        if isinstance(number, Decimal) and number.is_finite():
            return number
    return None


def unit_words(symbol: str | None, strings: Strings) -> str:
    """Return a unit in words, as a plural: `Kilometer`, `Euro`; nothing for a plain number."""
    if not symbol:
        return ""
    return strings.gettext(UNITS[symbol].words) if symbol in UNITS else strings.currency(symbol)


def dimension_words(name: str, strings: Strings) -> str:
    """Return a dimension in words: `Länge`, `US-Dollar`."""
    return strings.currency(name) if name.isupper() and len(name) == 3 else strings.gettext(name)


def value_words(quantity: Quantity, strings: Strings, *, short: bool = False) -> str:
    """Return the value as the reader's language writes it, with its unit: `etwa 1.500 km`, `10–15 °C`, `ab 1.000 Euro`.

    A `short` one has its millions in words: `316 Milliarden Euro`.

    Empty for what has no number ("Hunderte").
    """
    value, low, high = quantity.value, quantity.low, quantity.high

    def say(number: Decimal) -> str:
        return _number(number, strings, short=short)

    if isinstance(low, Decimal) and isinstance(high, Decimal):
        words = say(low) if low == high else f"{say(low)}–{say(high)}"
    elif isinstance(low, Decimal):
        words = strings.gettext("from %(number)s").replace("%(number)s", say(low))
    elif isinstance(high, Decimal):
        words = strings.gettext("up to %(number)s").replace("%(number)s", say(high))
    elif isinstance(value, Decimal):
        parts = quantity.kind in ("fraction", "ratio") and 0 < value < 1
        words = strings.percent(float(value)) if parts else say(value)
    else:
        return ""
    if quantity.unit:
        # Behind a number in words the unit may stand on the next line.
        gap = " " if short and words[-1].isalpha() else "\xa0"
        words += f"{gap}{_beside(quantity.unit, strings, one=quantity.value == 1)}"
    return strings.gettext("about %(number)s").replace("%(number)s", words) if quantity.approximate else words


def _number(value: Decimal, strings: Strings, *, short: bool) -> str:
    """Return the number; what has no end after the point ("ein Drittel") is cut at the second place."""
    exponent = value.as_tuple().exponent
    number = round(value, 2) if isinstance(exponent, int) and exponent < -6 else value
    return strings.large(number) if short else strings.number(number)


def _beside(symbol: str, strings: Strings, *, one: bool) -> str:
    """Return what stands behind a number: a sign, or the unit in words."""
    if symbol in _SINGULAR:
        return strings.gettext(_SINGULAR[symbol] if one else UNITS[symbol].words)
    return UNITS[symbol].sign if symbol in UNITS else strings.currency(symbol)
