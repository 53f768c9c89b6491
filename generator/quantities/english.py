"""English: the words of the grammar."""

import re
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from generator.quantities.english_numbers import DENOMINATORS, SCALES, cardinal, group, ordinal
from generator.quantities.measures import lexicon, unit
from generator.quantities.tables import Tongue

_MONEY = {
    "USD": "us $|us dollar|us dollars|u . s . dollar|u . s . dollars|dollar|dollars|buck|bucks|united states dollar|united states dollars|american dollars|usd", "EUR": "euro|euros|€ur", "GBP": "pound sterling|pounds sterling|british pounds|british pound|pound|pounds|quid",
    "CHF": "swiss franc|swiss francs", "JPY": "yen|japanese yen", "CNY": "yuan|renminbi|chinese yuan|rmb", "RUB": "ruble|rubles|rouble|roubles|russian rubles", "UAH": "hryvnia|hryvnias", "PLN": "zloty|zlotys|polish zloty", "CZK": "koruna|czech koruna|czech crowns",
    "SEK": "swedish krona|swedish kronor|kronor|krona", "NOK": "norwegian krone|norwegian kroner|kroner", "DKK": "danish krone|danish kroner", "ISK": "icelandic krona", "HUF": "forint|forints", "RON": "romanian lei", "BGN": "bulgarian lev|bulgarian leva|lev|leva", "TRY": "turkish lira|turkish liras|lira",
    "ILS": "shekel|shekels|new shekels|israeli new shekels|israeli shekels", "INR": "rupee|rupees|indian rupee|indian rupees|rs|inr", "PKR": "pakistani rupees|pakistani rupee", "BRL": "brazilian real|brazilian reals|reais", "ZAR": "rand|south african rand", "KRW": "won|south korean won|korean won",
    "CAD": "canadian dollar|canadian dollars", "AUD": "australian dollar|australian dollars", "NZD": "new zealand dollar|new zealand dollars|nz dollars", "HKD": "hong kong dollar|hong kong dollars", "SGD": "singapore dollar|singapore dollars", "TWD": "taiwan dollars|new taiwan dollars",
    "MXN": "mexican peso|mexican pesos", "ARS": "argentine pesos|argentine peso", "peso": "peso|pesos", "PHP": "philippine pesos|philippine peso", "COP": "colombian pesos", "CLP": "chilean pesos", "FIM": "finnish markka|finnish mark|finnish marks|markka|markkaa", "DEM": "deutsche mark|deutsche marks|deutschmarks|marks|d - marks|west german marks",
    "KHR": "cambodian riel|cambodian riels|riel|riels", "IRR": "iranian rial|iranian rials", "SAR": "saudi riyal|saudi riyals|saudi rial|saudi rials", "QAR": "qatari riyal|qatari riyals|qatari rial|qatari rials|qar", "EGP": "egyptian pound|egyptian pounds|le|l . e", "LBP": "lebanese pound|lebanese pounds|lebanese lira|lbp",
    "KWD": "kuwaiti dinar|kuwaiti dinars|kwd|kd", "IQD": "iraqi dinar|iraqi dinars", "JOD": "jordanian dinar|jordanian dinars|jod|jd", "BHD": "bahraini dinars", "THB": "baht|thai baht", "VND": "dong|vietnamese dong|vnd", "IDR": "rupiah|indonesian rupiah", "MYR": "ringgit|ringgits|malaysian ringgit|malaysian ringgits|rm|myr",
    "MNT": "tugrik|tugriks|mongolian tugrik|mongolian tugriks|mnt", "GEL": "lari|georgian lari", "KZT": "tenge", "ESP": "peseta|pesetas", "FRF": "french franc|french francs|francs", "ITL": "italian lire|lire", "NLG": "guilder|guilders|dutch guilders|netherlands guilders", "BTC": "bitcoin|bitcoins", "NGN": "naira",
    "AED": "dirham|dirhams|uae dirham|uae dirhams|aed", "MAD": "moroccan dirham|moroccan dirhams", "KES": "kenyan shillings|kenya shillings", "XAF": "cfa francs", "IEP": "irish pounds|irish pound|punt|punts", "PTE": "escudos|portuguese escudos", "BEF": "belgian francs", "cent": "cent|cents|penny|pennies|pence|eurocents|¢",
    "HRK": "croatian kuna|kuna", "SDG": "sudanese pounds", "GRD": "drachmas|greek drachma|greek drachmas", "ATS": "austrian schilling|austrian schillings", "GHS": "ghanaian cedi|cedi|cedis", "UZS": "uzbek som|som", "AFN": "afghani|afghanis", "MMK": "kyat|kyats", "BDT": "taka", "LKR": "sri lankan rupees", "NPR": "nepali rupees",
    "BND": "brunei dollars", "JMD": "jamaican dollars", "XCD": "east caribbean dollars", "SYP": "syrian pounds", "YER": "yemeni rials", "OMR": "omani rials",
}  # fmt: skip


def _metric() -> dict[str, str]:
    """Spell lengths, areas and volumes in both spellings."""
    units: dict[str, str] = {}
    for symbol, prefix in {
        "nm": "nano",
        "um": "micro",
        "mm": "milli",
        "cm": "centi",
        "dm": "deci",
        "m": "",
        "km": "kilo",
    }.items():
        units[symbol] = "|".join(prefix + form for form in ("meter", "meters", "metre", "metres"))
        if symbol in ("mm", "cm", "m", "km"):
            units[symbol + "2"] = "|".join(
                f"square {prefix}{form}|square - {prefix}{form}" for form in ("meter", "meters", "metre", "metres")
            )
            units[symbol + "3"] = "|".join(
                f"cubic {prefix}{form}|cubic - {prefix}{form}" for form in ("meter", "meters", "metre", "metres")
            )
    for symbol, prefix in {"ml": "milli", "cl": "centi", "l": "", "hl": "hecto"}.items():
        units[symbol] = "|".join(prefix + form for form in ("liter", "liters", "litre", "litres"))
    return units


_PLAIN = _metric()

_PER = {"km/h": ("kilometer", "kilometers", "kilometre", "kilometres", "km"), "mph": ("mile", "miles")}
_MEASURES = _PLAIN | {
    "km": _PLAIN["km"] + "|kms|kilometeres", "m2": _PLAIN["m2"] + "|sqm|sq m", "km2": _PLAIN["km2"] + "|sq km", "sqmi": "square mile|square miles|sq mi", "sqft": "square foot|square feet|square - foot|sq ft", "ft3": "cubic foot|cubic feet|cubic - foot", "ha": "hectare|hectares", "acre": "acre|acres",
    "in": "inch|inches|in|\"|' '|″|“|”", "ft": "foot|feet|ft|'|′", "yd": "yard|yards|yd|yds", "mi": "mile|miles|mi", "nmi": "nautical mile|nautical miles", "ly": "light year|light years|light - year|light - years", "au": "astronomical units",
    "ml": _PLAIN["ml"] + "|mls", "gal": "gallon|gallons|gal|gals", "bbl": "barrel|barrels", "cup": "cup|cups", "tsp": "teaspoon|teaspoons|tsp", "tbsp": "tablespoon|tablespoons|tbsp", "qt": "quart|quarts", "pt": "pint|pints",
    "ug": "microgram|micrograms|mcg", "mg": "milligram|milligrams|mgs", "g": "gram|grams|gramme|grammes|gm|gms", "kg": "kilogram|kilograms|kilo|kilos|kgs|kilogramme|kilogrammes", "t": "tonne|tonnes|metric ton|metric tons|metric - ton", "ton": "ton|tons", "kt": "kiloton|kilotons", "Mt": "megatons|megatonnes|megaton",
    "lb": "lb|lbs", "oz": "ounce|ounces|oz|troy ounces|fluid ounces", "dram": "dram|drams",
    "bit": "bit|bits", "Mbit": "megabit|megabits", "Gbit": "gigabit|gigabits", "kB": "kilobyte|kilobytes", "MB": "megabyte|megabytes", "GB": "gigabyte|gigabytes", "TB": "terabyte|terabytes", "PB": "petabyte|petabytes", "Mbit/s": "megabits per second|mbps", "Gbit/s": "gigabits per second|gbps",
    "W": "watt|watts", "kW": "kilowatt|kilowatts", "MW": "megawatt|megawatts", "GW": "gigawatt|gigawatts", "kWh": "kilowatt hour|kilowatt hours|kilowatt - hours|kilowatt - hour", "MWh": "megawatt hour|megawatt hours|megawatt - hours", "GWh": "gigawatt hours|gigawatt - hours", "TWh": "terawatt hours|terawatt - hours", "PS": "horsepower|hp",
    "V": "volt|volts", "kV": "kilovolts|kilovolt", "J": "joule|joules", "kcal": "calories|kilocalories", "Hz": "hertz", "kHz": "kilohertz", "MHz": "megahertz", "GHz": "gigahertz", "bar": "bar|bars", "dB": "decibels|decibel", "hPa": "hectopascals",
    "km/h": "|".join(f"{word} {per} hour" for word in _PER["km/h"] for per in ("per", "an")) + "|km / h|km / hr|kph|kmh|kmph", "mph": "|".join(f"{word} {per} hour" for word in _PER["mph"] for per in ("per", "an")) + "|mph|mi / h", "m/s": "meters per second|metres per second|meter per second|metre per second|m / s",
    "km/s": "kilometers per second|kilometres per second|km / s", "kn": "knot|knots",
    "C": "degrees celsius|degree celsius|deg celsius|deg c|degrees c|degree c|° celsius|° c|celsius|degrees centigrade|degree centigrade|centigrade|degc|℃", "F": "degrees fahrenheit|degree fahrenheit|deg fahrenheit|deg f|degrees f|degree f|° fahrenheit|° f|fahrenheit|degf|℉", "K": "kelvin|kelvins|degrees kelvin|degrees k|k", "deg": "degree|degrees|deg|deg .|°|degrees temperature",
    "rad": "radian|radians|rad", "turn": "turn|turns",
    "s": "second|seconds|sec|secs", "ms": "millisecond|milliseconds", "ns": "nanosecond|nanoseconds", "min": "minute|minutes|min|mins", "h": "hour|hours|hr|hrs", "d": "day|days|night|nights", "wk": "week|weeks|wk|wks", "mo": "month|months", "quarter": "quarters", "a": "year|years|yr|yrs",
    "decade": "decade|decades", "century": "century|centuries",
    "age:a": "year old|years old|year - old|- year - old|- years - old|year olds|year - olds|years of age|yo|y / o|y . o|yrs old|- year old", "age:mo": "month old|months old|month - old|months of age|month - olds|- month - old", "age:wk": "week old|weeks old|week - old|weeks of age", "age:d": "day old|days old|day - old|days of age",
    "%": "%|percent|per cent|percentage|percents|pct|per - cent", "pp": "percentage point|percentage points|percentage - point|percent points|% points|pp", "bp": "basis point|basis points", "‰": "‰|per mille|per mil",
}  # fmt: skip

_SYMBOLS = (
    "nm mm cm dm m km ha ml cl l hl mg g kg t kt h d s GB MB TB PB kB W kW MW GW kWh MWh GWh TWh V kV Hz kHz MHz GHz dB "
    "EUR USD GBP CHF JPY CNY RUB UAH PLN CAD AUD NZD HKD SEK NOK DKK CZK HUF TRY INR BRL MXN ZAR KRW SGD ILS BTC BGN EGP QAR SAR MYR KWD LBP THB VND PHP IDR AED PKR"
).split()  # fmt: skip
_MORE_SYMBOLS = {
    "μm": "um", "µm": "um", "m²": "m2", "km²": "km2", "m³": "m3", "ft²": "sqft", "€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₽": "RUB", "₴": "UAH", "₺": "TRY", "₹": "INR", "c": "cent", "p": "cent", "L": "l", "y": "a", "₪": "ILS", "₩": "KRW", "₿": "BTC",
}  # fmt: skip


@lru_cache(maxsize=1 << 15)
def _starts(low: str) -> bool:
    """Answer for every word of a text, so the answer is remembered."""
    return low in _STARTING or low[0].isdecimal() or (low[0] == "." and len(low) > 1) or cardinal(low) is not None


_BEFORE = MappingProxyType(
    {
        "$": "USD",
        "us $": "USD",
        "u . s . $": "USD",
        "usd $": "USD",
        "usd": "USD",
        "€": "EUR",
        "eur": "EUR",
        "£": "GBP",
        "gbp": "GBP",
        "gbp £": "GBP",
        "¥": "JPY",
        "jpy": "JPY",
        "chf": "CHF",
        "c $": "CAD",
        "ca $": "CAD",
        "cad $": "CAD",
        "can $": "CAD",
        "cad": "CAD",
        "a $": "AUD",
        "au $": "AUD",
        "aud $": "AUD",
        "aud": "AUD",
        "nz $": "NZD",
        "nzd $": "NZD",
        "mxn $": "MXN",
        "mxn": "MXN",
        "hk $": "HKD",
        "hkd": "HKD",
        "s $": "SGD",
        "sgd": "SGD",
        "r $": "BRL",
        "rmb": "CNY",
        "cny": "CNY",
        "rs .": "INR",
        "rs": "INR",
        "inr": "INR",
        "₹": "INR",
        "ringgit": "MYR",
        "rm": "MYR",
        "myr": "MYR",
        "qar": "QAR",
        "egp": "EGP",
        "le": "EGP",
        "sek": "SEK",
        "dkk": "DKK",
        "nok": "NOK",
        "pln": "PLN",
        "₽": "RUB",
        "₪": "ILS",
        "₩": "KRW",
        "₴": "UAH",
        "₺": "TRY",
        "nt $": "TWD",
        "kwd": "KWD",
        "lbp": "LBP",
        "sar": "SAR",
        "aed": "AED",
        "thb": "THB",
        "dh": "AED",
        "bgn": "BGN",
        "vnd": "VND",
        "mnt": "MNT",
        "jod": "JOD",
        "ils": "ILS",
        "dollar": "USD",
        "rub": "RUB",
        "zar": "ZAR",
    }
)


ENGLISH = Tongue(
    lang="en",
    group=group,
    cardinal=cardinal,
    ordinal=ordinal,
    scales=SCALES,
    collectives=MappingProxyType(
        {"dozen": Decimal(12), "dozens": Decimal(12), "couple": Decimal(2), "pair": Decimal(2)}
    ),
    vague=MappingProxyType(
        {
            "tens": Decimal(10),
            "dozens": Decimal(12),
            "hundreds": Decimal(100),
            "thousands": Decimal(1000),
            "millions": Decimal(10) ** 6,
            "billions": Decimal(10) ** 9,
            "trillions": Decimal(10) ** 12,
            "hundred": Decimal(100),
            "thousand": Decimal(1000),
            "million": Decimal(10) ** 6,
            "billion": Decimal(10) ** 9,
            "dozen": Decimal(12),
            "couple": Decimal(2),
        }
    ),
    denominators=DENOMINATORS,
    fused=MappingProxyType({}),
    halves=frozenset(["half"]),
    articles=frozenset(["a", "an"]),
    joiner=frozenset(["and"]),
    point=frozenset(["point"]),
    minus=frozenset(["minus", "negative"]),
    units=lexicon(_MONEY | _MEASURES),
    symbols=MappingProxyType(
        {symbol: unit(symbol) for symbol in _SYMBOLS} | {form: unit(symbol) for form, symbol in _MORE_SYMBOLS.items()}
    ),
    before=_BEFORE,
    money=frozenset(key.split()[0] for key in _BEFORE),
    to=frozenset(["to", "-", "–", "—", "through", "till", "until"]),
    between=frozenset(["between"]),
    start_from=frozenset(["from"]),
    towards=frozenset(),
    instead=frozenset(["versus", "vs"]),
    fillers=frozenset(["about", "around", "approximately", "roughly", "nearly", "almost", "some"]),
    every=frozenset(["every"]),
    alternative=frozenset(["or"]),
    ratio=frozenset(["of", "out"]),
    about=re.compile(
        r"(?:\b(?:about|around|approximately|approx|roughly|some|nearly|almost|circa|ca|close to|an estimated|estimated|perhaps|or so|in the region of|just|several|a few|few|many|virtually|as many as|up to around)\b\.?|~|±)\s*(?:a |an |the )?$",
        re.IGNORECASE,
    ),
    at_least=re.compile(
        r"\b(?:(?<!no )(?<!not )(?:more|greater|larger|bigger|higher|longer|older|taller|heavier|faster|later|farther|further|better) than|at least|a minimum of|minimum|min|over|above|exceeding|exceeds|exceed|beyond|no less than|no fewer than|not less than|in excess of|upwards of|well over|starting from|starting at)\s+(?:(?:a|an|about|around|some) )?$",
        re.IGNORECASE,
    ),
    at_most=re.compile(
        r"\b(?:(?<!no )(?<!not )(?:less|fewer|smaller|lower|shorter|younger|lighter|slower|cheaper|earlier) than|at most|a maximum of|maximum|up to|under|below|no more than|not more than|no greater than|no larger than|not exceeding|as little as)\s+(?:(?:a|an|about|around|some) )?$",
        re.IGNORECASE,
    ),
    at_least_after=re.compile(
        r"\s*(?:(?:or|and) (?:more|over|above|older|greater|larger|higher|longer|up|upwards)\b(?! than)|plus\b|\+)",
        re.IGNORECASE,
    ),
    at_most_after=re.compile(
        r"\s*(?:(?:or|and) (?:less|fewer|under|below|younger|lower|smaller)\b(?! than))", re.IGNORECASE
    ),
    names=frozenset(
        "article articles section sections paragraph number numbers no nos chapter page pages room gate platform line formula boeing airbus apollo windows agenda highway route interstate channel flight iphone version type model group block sector category stage class "
        "level season episode volume part terminal pier phase table figure fig resolution protocol appendix area zone district ward unit playstation xbox galaxy pixel covid soyuz falcon ariane psalm verse act title rule proposition measure amendment lot suite apartment apt box po catch verse "
        "euro expo vision rio horizon world cup radio studio tier grade mark day".split()
    )
    - frozenset(["unit", "mark", "act", "world", "cup", "title", "measure", "line", "lot"]),
    measuring=frozenset(
        "in for after within about than over under nearly almost per every just around since only at least most ago old long later earlier before away leave to half take takes took lasted lasts wait more".split()
    ),
    starts=_starts,
    prefixes=MappingProxyType({}),
    turning=frozenset("angle angles turn turns north south east west latitude longitude rotation tilt".split()),
    below_zero=frozenset([("below", "zero"), ("under", "zero")]),
)

_STARTING = (
    ENGLISH.articles | ENGLISH.halves | ENGLISH.minus | ENGLISH.vague.keys() | ENGLISH.collectives.keys() | ENGLISH.denominators.keys() | ENGLISH.money
    | frozenset("-−–½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
)  # fmt: skip
