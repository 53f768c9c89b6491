"""German: the words of the grammar.

Units come with the datives and the everyday words that tables such as CLDR lack ("Kilometern", "Tempo 130", "Kilo").
"""

import re
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from generator.quantities.german_numbers import DENOMINATORS, FUSED, SCALES, cardinal, ordinal
from generator.quantities.measures import lexicon, unit
from generator.quantities.tables import Tongue
from generator.quantities.tokens import Tokens


def _metres() -> dict[str, str]:
    """Spell the lengths, areas and volumes made of "meter"."""
    units: dict[str, str] = {}
    for symbol, prefix in {
        "nm": "nano",
        "um": "mikro",
        "mm": "milli",
        "cm": "zenti",
        "dm": "dezi",
        "m": "",
        "km": "kilo",
    }.items():
        units[symbol] = "|".join(f"{prefix}meter{ending}" for ending in ("", "n", "s"))
    units["cm"] += "|centimeter|centimetern"
    for symbol in ("mm", "cm", "m", "km"):
        long = {"mm": "millimeter", "cm": "zentimeter", "m": "meter", "km": "kilometer"}[symbol]
        units[symbol + "2"] = f"quadrat{long}|quadrat{long}n|quadrat{long}s"
    units["m3"] = "kubikmeter|kubikmetern|kubikmeters|raummeter|festmeter"
    units["cm3"] = "kubikzentimeter|kubikzentimetern"
    return units


_LENGTHS = _metres()

_PER_HOUR = "|".join(
    [f"kilometer{n} {per} stunde" for n in ("", "n") for per in ("pro", "je", "in der", "die")]
    + ["stundenkilometer", "stundenkilometern", "kilometer / h", "sachen"]
)

_MONEY = {
    "EUR": "euro|euros|€uro", "USD": "us - dollar|us - dollars|dollar|dollars|us dollar|amerikanische dollar|amerikanischen dollar", "GBP": "pfund sterling|britische pfund|britischen pfund|britisches pfund|pfund|englische pfund",
    "CHF": "schweizer franken|franken|schweizerfranken|sfr", "JPY": "yen|japanische yen|japanischen yen", "CNY": "yuan|renminbi|chinesische yuan|chinesischen yuan", "RUB": "rubel|russische rubel|russischen rubel",
    "UAH": "hrywnja|hrywnjas|griwna|griwnja|hrywna|hrywnia", "PLN": "zloty|złoty|zlotys", "CZK": "tschechische kronen|tschechischen kronen", "krone": "kronen", "SEK": "schwedische kronen|schwedischen kronen", "NOK": "norwegische kronen|norwegischen kronen",
    "DKK": "dänische kronen|dänischen kronen", "ISK": "isländische kronen|isländischen kronen", "HUF": "forint", "RON": "lei|rumänische lei", "BGN": "lewa|lew", "TRY": "türkische lira|türkischen lira|lira", "ITL": "italienische lire|lire",
    "ILS": "schekel|neue schekel", "INR": "rupien|indische rupien|indischen rupien|rupie", "PKR": "pakistanische rupien", "BRL": "real|reais|brasilianische real", "ZAR": "rand|südafrikanische rand", "KRW": "won|südkoreanische won|südkoreanischen won",
    "CAD": "kanadische dollar|kanadischen dollar|kanadischer dollar|kanadische - dollar", "AUD": "australische dollar|australischen dollar|australischer dollar", "NZD": "neuseeländische dollar|neuseeländischen dollar|neuseeland - dollar",
    "HKD": "hongkong - dollar|hong kong dollar", "SGD": "singapur - dollar", "MXN": "mexikanische peso|mexikanische pesos|mexikanischen peso|mexikanischen pesos", "ARS": "argentinische peso|argentinische pesos|argentinischen peso|argentinischen pesos", "FIM": "finnische mark|finnmark",
    "DEM": "d - mark|deutsche mark|mark|dm", "ATS": "schilling|österreichische schilling", "KHR": "kambodschanische riel|riel", "IRR": "iranische rial|iranischer rial|iranischen rial", "SAR": "saudische riyal|saudische rial|riyal", "EGP": "ägyptische pfund|ägyptischen pfund",
    "IQD": "irakische dinar|irakischen dinar", "KWD": "kuwaitische dinar", "THB": "baht", "VND": "dong", "IDR": "rupiah|indonesische rupiah", "GEL": "lari", "KZT": "tenge", "BYN": "belarussische rubel|weißrussische rubel", "ESP": "peseten", "FRF": "francs|französische francs",
    "NLG": "gulden|niederländische gulden", "GRD": "drachmen", "BTC": "bitcoin|bitcoins", "peso": "peso|pesos", "cent": "cent|cents|eurocent", "NGN": "naira", "AFN": "afghani", "AED": "dirham", "TWD": "taiwan - dollar",
}  # fmt: skip

_MEASURES = _LENGTHS | {
    "km2": _LENGTHS["km2"], "ha": "hektar|hektars|hektaren|ha", "in": "zoll|\"|' '|″", "ft": "fuß|fuss", "yd": "yards|yard", "mi": "meile|meilen", "nmi": "seemeile|seemeilen", "sqmi": "quadratmeile|quadratmeilen", "ly": "lichtjahr|lichtjahre|lichtjahren", "au": "astronomische einheiten",
    "ml": "milliliter|millilitern", "cl": "zentiliter", "l": "liter|litern|liters", "hl": "hektoliter|hektolitern", "bbl": "barrel|barrels|fass", "gal": "gallone|gallonen", "tsp": "teelöffel|teelöffeln", "tbsp": "esslöffel|esslöffeln", "cup": "tassen",
    "ug": "mikrogramm", "mg": "milligramm", "g": "gramm|gramms", "kg": "kilogramm|kilo|kilos", "t": "tonne|tonnen", "kt": "kilotonnen|kilotonne", "Mt": "megatonnen|megatonne", "Gt": "gigatonnen|gigatonne", "oz": "unze|unzen|feinunze|feinunzen", "carat": "karat", "µg/m3": "mikrogramm pro kubikmeter",
    "km/h": _PER_HOUR + "|km / h|km / std", "m/s": "m / s|meter pro sekunde|metern pro sekunde|meter in der sekunde", "km/s": "kilometer pro sekunde|kilometern pro sekunde", "kn": "knoten", "mph": "meilen pro stunde", "l/s": "liter pro sekunde", "m3/s": "kubikmeter pro sekunde|kubikmetern pro sekunde",
    "bit": "bit|bits", "Mbit": "megabit", "Gbit": "gigabit", "Mbit/s": "megabit pro sekunde|mbit / s|mbit pro sekunde", "Gbit/s": "gigabit pro sekunde|gbit / s", "kB": "kilobyte|kilobytes", "MB": "megabyte|megabytes|mbyte", "GB": "gigabyte|gigabytes|gbyte", "TB": "terabyte|terabytes|tbyte", "PB": "petabyte|petabytes",
    "W": "watt", "kW": "kilowatt", "MW": "megawatt", "GW": "gigawatt", "kWh": "kilowattstunde|kilowattstunden", "MWh": "megawattstunde|megawattstunden", "GWh": "gigawattstunde|gigawattstunden", "TWh": "terawattstunde|terawattstunden", "Wh": "wattstunden", "PS": "ps|pferdestärken|pferdestärke",
    "m2": _LENGTHS["m2"] + "|m ^ 2", "V": "volt", "kV": "kilovolt", "A": "ampere", "J": "joule", "kJ": "kilojoule", "kcal": "kilokalorien|kalorien", "Hz": "hertz", "kHz": "kilohertz", "MHz": "megahertz", "GHz": "gigahertz", "bar": "bar", "hPa": "hektopascal", "dB": "dezibel", "mSv": "millisievert", "Sv": "sievert", "Bq": "becquerel",
    "C": "grad celsius|° celsius|grad c|° c|celsius|plusgrad|minusgrade", "F": "grad fahrenheit|° fahrenheit|° f|fahrenheit", "K": "kelvin|grad kelvin", "deg": "grad|grade|graden|°", "rad": "rad|radiant", "turn": "turn",
    "s": "sekunde|sekunden|sek|sec", "ms": "millisekunde|millisekunden", "ns": "nanosekunden", "min": "minute|minuten|min", "h": "stunde|stunden|std", "d": "tag|tage|tagen|tages", "wk": "woche|wochen", "mo": "monat|monate|monaten|monats", "quarter": "quartal|quartale|quartalen",
    "a": "jahr|jahre|jahren|jahres", "decade": "jahrzehnt|jahrzehnte|jahrzehnten", "century": "jahrhundert|jahrhunderte|jahrhunderten",
    "age:a": "jahre alt|jahren alt|jahr alt|jahre alte|jahre alten|jahre alter|jahre altes|jahre altem|- jahre - alte|jahr alte", "age:mo": "monate alt|monat alt|monaten alt|monate alte|monate alten|monate altes|monate alter", "age:wk": "wochen alt|wochen alte|wochen alten|wochen altes|woche alt", "age:d": "tage alt|tage alte|tage alten|tage altes",
    "%": "%|prozent|v . h .", "pp": "prozentpunkt|prozentpunkte|prozentpunkten|prozentpunkts|% - punkte", "bp": "basispunkt|basispunkte|basispunkten", "‰": "‰|promille",
}  # fmt: skip

_SYMBOLS = (
    "nm mm cm dm m km ha ml cl l hl mg g kg t kt h min s d GB MB TB PB kB W kW MW GW kWh MWh GWh TWh V kV Hz kHz MHz GHz mSv Bq dB PS "
    "EUR USD GBP CHF JPY CNY RUB UAH PLN CAD AUD NZD HKD SEK NOK DKK CZK HUF TRY INR BRL MXN ZAR KRW SGD ILS BTC DM"
).split()  # fmt: skip
_MORE_SYMBOLS = {
    "μm": "um", "µm": "um", "Km": "km", "qm": "m2", "m²": "m2", "km²": "km2", "cbm": "m3", "m³": "m3", "ccm": "cm3", "€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₽": "RUB", "₴": "UAH", "₺": "TRY", "₹": "INR", "¢": "cent",
    "Fr": "CHF", "ct": "cent", "Ct": "cent", "DM": "DEM", "Std": "h", "St": "h", "st": "h", "Mbit": "Mbit", "Gbit": "Gbit", "sm": "nmi", "L": "l", "J": "a", "mph": "mph", "kn": "kn",
}  # fmt: skip

SIGNS = frozenset("-−–$€£¥₹½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
_INFLECTED = MappingProxyType({"zweier": 2, "dreier": 3, "zweien": 2, "dreien": 3})


def _group(t: Tokens, i: int) -> tuple[int, int] | None:
    """Read a number word; German writes everything below a million as one."""
    low = t.low[i]
    if low in _INFLECTED and t.word[i] == low:
        return _INFLECTED[low], i + 1
    value = cardinal(low)
    return None if value is None or low == "ein" else (value, i + 1)


@lru_cache(maxsize=1 << 15)
def _starts(low: str) -> bool:
    """Answer for every word of a text, so the answer is remembered."""
    return (
        (not low[0].isalpha() and (low[0].isdecimal() or low in SIGNS or (low[0] in ".," and len(low) > 1)))
        or low in _STARTING
        or low in _INFLECTED
        or cardinal(low) is not None
    )


_BEFORE = MappingProxyType(
    {
        "$": "USD",
        "us $": "USD",
        "usd $": "USD",
        "usd": "USD",
        "€": "EUR",
        "eur": "EUR",
        "£": "GBP",
        "gbp": "GBP",
        "¥": "JPY",
        "chf": "CHF",
        "fr .": "CHF",
        "fr": "CHF",
        "sfr": "CHF",
        "cad $": "CAD",
        "c $": "CAD",
        "aud $": "AUD",
        "a $": "AUD",
        "nzd $": "NZD",
        "nz $": "NZD",
        "mxn $": "MXN",
        "hk $": "HKD",
        "rmb": "CNY",
        "sek": "SEK",
        "dkk": "DKK",
        "nok": "NOK",
        "pln": "PLN",
        "jpy": "JPY",
        "₹": "INR",
    }
)


GERMAN = Tongue(
    lang="de",
    group=_group,
    cardinal=cardinal,
    ordinal=ordinal,
    scales=SCALES,
    collectives=MappingProxyType({"dutzend": Decimal(12), "dutzends": Decimal(12), "schock": Decimal(60)}),
    vague=MappingProxyType(
        {
            "dutzende": Decimal(12),
            "dutzenden": Decimal(12),
            "hunderte": Decimal(100),
            "hunderten": Decimal(100),
            "hunderter": Decimal(100),
            "aberhunderte": Decimal(100),
            "tausende": Decimal(1000),
            "tausenden": Decimal(1000),
            "tausender": Decimal(1000),
            "abertausende": Decimal(1000),
            "abertausenden": Decimal(1000),
            "zehntausende": Decimal(10000),
            "zehntausenden": Decimal(10000),
            "zehntausender": Decimal(10000),
            "hunderttausende": Decimal(100000),
            "hunderttausenden": Decimal(100000),
            "hunderttausender": Decimal(100000),
            "millionen": Decimal(10) ** 6,
            "milliarden": Decimal(10) ** 9,
            "billionen": Decimal(10) ** 12,
            "abermillionen": Decimal(10) ** 6,
            "abermilliarden": Decimal(10) ** 9,
            "dutzend": Decimal(12),
            "hundert": Decimal(100),
            "tausend": Decimal(1000),
        }
    ),
    denominators=DENOMINATORS,
    fused=FUSED,
    halves=frozenset("halb halbe halber halbes halben halbem".split()),
    articles=frozenset("ein eine einen einem einer eines".split()),
    joiner=frozenset(["und"]),
    point=frozenset(["komma"]),
    minus=frozenset(["minus", "negativ"]),
    units=lexicon(_MONEY | _MEASURES),
    symbols=MappingProxyType(
        {symbol: unit(symbol) for symbol in _SYMBOLS} | {form: unit(symbol) for form, symbol in _MORE_SYMBOLS.items()}
    ),
    before=_BEFORE,
    money=frozenset(key.split()[0] for key in _BEFORE),
    to=frozenset(["bis", "–", "-", "—", "−", "auf"]),
    between=frozenset(["zwischen"]),
    start_from=frozenset(["von", "vom", "um"]),
    towards=frozenset(["auf"]),
    instead=frozenset(["zu", "statt", "anstatt", "respektive"]),
    fillers=frozenset(["etwa", "rund", "ungefähr", "gut", "knapp", "ca", "circa", "zum", "zu", "fast"]),
    every=frozenset(["insgesamt", "den", "allen"]),
    alternative=frozenset(["oder", "beziehungsweise", "bzw"]),
    ratio=frozenset(["von"]),
    about=re.compile(
        r"(?:\b(?:rund|etwa|ca|circa|zirka|ungefähr|ungefahr|fast|knapp|beinahe|nahezu|annähernd|gut|um die|an die|schätzungsweise|geschätzt|geschätzte[nr]?|in etwa|wohl|mehrere|mehreren|mehrerer|einige|einigen|einiger|paar|vermutlich|wahrscheinlich|bald|grob|kaum)\b\.?|~|±)\s*(?:die |den |der |ein )?$",
        re.IGNORECASE,
    ),
    at_least=re.compile(
        r"\b(?:(?<!nicht )(?<!kaum )(?:mehr|größer|höher|länger|älter|schneller|schwerer|weiter|öfter|teurer|stärker|später|breiter) als|mindestens|wenigstens|zumindest|minimal|über|oberhalb von|jenseits von|nicht weniger als|nicht unter|ab|weit über|deutlich über|knapp über)\s+(?:(?:rund|etwa|ca\.|gut|ein|eine|einer) )?$",
        re.IGNORECASE,
    ),
    at_most=re.compile(
        r"\b(?:(?<!nicht )(?:weniger|kleiner|niedriger|kürzer|jünger|langsamer|leichter|billiger|geringer|früher) als|höchstens|maximal|(?<!den )(?<!dar)unter|unterhalb von|bis zu|bis maximal|nicht mehr als|kaum mehr als|nicht über|knapp unter)\s+(?:(?:rund|etwa|ca\.|ein|eine|einer) )?$",
        re.IGNORECASE,
    ),
    at_least_after=re.compile(
        r"\s*(?:(?:oder|und) mehr\b(?! als)|aufwärts\b|und (?:älter|darüber)\b|oder (?:älter|darüber|länger)\b)",
        re.IGNORECASE,
    ),
    at_most_after=re.compile(
        r"\s*(?:oder weniger\b(?! als)|(?:oder|und) (?:jünger|darunter)\b|abwärts\b)", re.IGNORECASE
    ),
    names=frozenset(
        "usb bluetooth html directx android ios profil industrie web ubuntu debian firefox chrome http tsv sv fc sc vfl vfb fsv tsg spvgg msv ssv tus bündnis top wkn isin ränge rängen plätze plätzen art artikel artikels artikeln paragraf paragraph paragrafen paragraphen absatz abs nr nummer nummern no kapitel seite seiten satz ziffer zimmer gleis linie linien raum saal halle formel boeing airbus apollo windows agenda "
        "bundesstraße bundesstraßen autobahn autobahnen landstraße landesstraße staatsstraße kreisstraße highway route interstate schalke hannover mainz telefon tel hotline fax plz iphone version typ modell gruppe gruppen block sektor kategorie stufe klasse "
        "level staffel folge episode band teil terminal gate pier hausnummer postfach aktenzeichen az drucksache zeche schacht reaktor block turm fahrgestellnummer kanal channel bayern sat ps playstation xbox galaxy pixel "
        "covid sars polizeiruf documenta resolution protokoll anlage anhang tabelle abbildung abb bild grafik rio horizont vision expo sozialgesetzbuch sgb buch etappe wagen startnummer rückennummer re rb ice ic bus tram hartz soyuz sojus ariane falcon "
        "phase quartier bezirk distrikt wahlkreis zone ebene schicht kilometer km streckenkilometer kilometerstand startplatz listenplatz platz plätze plätzen rang psalm johannes matthäus lukas markus römer korinther mose sure vers sgb".split()
    )
    - frozenset(["km", "kilometer"]),
    measuring=frozenset(
        "vor nach seit für in binnen innerhalb etwa rund circa ca fast knapp als über um gut genau nur mindestens höchstens wenigstens zirka exakt alle pro lang alt später zuvor her vorher entfernt dauern dauert mal noch".split()
    ),
    starts=_starts,
    prefixes=MappingProxyType({"tempo": "km/h"}),
    turning=frozenset(
        "drehen gedreht drehung winkel wende kurve kehrtwende neigung steigung gefälle nord nördlich nördliche nördlicher ost östlich östliche östlicher süd südlich südliche südlicher west westlich westliche westlicher breite länge längengrad breitengrad panorama video videos kamera kameras rundum schräg".split()
    ),
    below_zero=frozenset([("unter", "null"), ("minus", "")]),
)

_STARTING = (
    GERMAN.articles | GERMAN.prefixes.keys() | GERMAN.halves | GERMAN.minus | GERMAN.vague.keys() | GERMAN.fused.keys() | GERMAN.denominators.keys()
    | GERMAN.money
)  # fmt: skip
