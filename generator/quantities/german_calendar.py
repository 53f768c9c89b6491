"""German words and patterns for days, months, seasons, feasts and times of day.

Patterns are matched at the place where a word begins; those that end in `_BEFORE` look at what stands before it.
"""

import re

MONTH_WORDS = {
    "januar": 1, "jänner": 1, "jan": 1, "februar": 2, "feber": 2, "feb": 2, "märz": 3, "maerz": 3, "mär": 3, "mrz": 3, "april": 4, "apr": 4, "mai": 5, "may": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7, "august": 8, "aug": 8,
    "september": 9, "sept": 9, "sep": 9, "oktober": 10, "okt": 10, "november": 11, "nov": 11, "dezember": 12, "dez": 12,
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "montag mo",
            "dienstag di",
            "mittwoch mi",
            "donnerstag do",
            "freitag fr",
            "samstag sonnabend sa",
            "sonntag so",
        ),
        1,
    )
    for name in names.split()
}
SEASONS = {"frühling": "SP", "frühjahr": "SP", "sommer": "SU", "herbst": "FA", "winter": "WI"}
FEASTS = {
    "neujahr": (1, 1), "neujahrstag": (1, 1), "heilige drei könige": (1, 6), "heiligen drei könige": (1, 6), "dreikönigstag": (1, 6), "valentinstag": (2, 14), "weltfrauentag": (3, 8), "walpurgisnacht": (4, 30), "weltkindertag": (6, 1), "tag der arbeit": (5, 1),
    "mariä himmelfahrt": (8, 15), "tag der deutschen einheit": (10, 3), "reformationstag": (10, 31), "halloween": (10, 31), "allerheiligen": (11, 1), "nikolaustag": (12, 6), "heiligabend": (12, 24), "heiligen abend": (12, 24), "weihnachten": (12, 25), "silvester": (12, 31), "silvesterabend": (12, 31),
    "silvesternacht": (12, 31), "neujahrsnacht": (1, 1), "erster weihnachtstag": (12, 25), "ersten weihnachtstag": (12, 25), "zweiten weihnachtstag": (12, 26), "ersten weihnachtsfeiertag": (12, 25), "zweiten weihnachtsfeiertag": (12, 26),
}  # fmt: skip
MOVABLE = {
    "rosenmontag": -48, "aschermittwoch": -46, "palmsonntag": -7, "gründonnerstag": -3, "karfreitag": -2, "karsamstag": -1, "ostern": 0, "ostersonntag": 0, "ostermontag": 1, "christi himmelfahrt": 39, "pfingsten": 49, "pfingstsonntag": 49, "pfingstmontag": 50, "fronleichnam": 60,
}  # fmt: skip

ABBREVIATED = frozenset("jan feb mär mrz apr jun jul aug sept sep okt nov dez".split())
MONTH_NAMES = "|".join(sorted(MONTH_WORDS, key=len, reverse=True))
YEAR_PART = r"(?P<y>1\d{3}|20\d\d)(?!\d|[.,]\d|\s?(?:Euro|Prozent|%|€))"
WEEKDAY_NAMES = r"(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)"
DAY_PART = r"(?P<part>(?:früh|spät|vor|nach)?(?:morgen|mittag|abend)s?|früh|nacht|vormittag|nachmittag|frühmorgens)"
WEEKDAY = re.compile(
    rf"(?P<wd>{WEEKDAY_NAMES}|mo|di|mi|do|fr|sa|so)(?:s(?=\b))?(?:\s?{DAY_PART})?\b(?:(?P<comma>\.?,?)\s(?:(?:den|dem|der)\s)?(?=\d|\w+(?:ten|sten)\s))?",
    re.IGNORECASE,
)
DAY_MONTH = re.compile(
    rf"(?P<d>\d{{1,2}})(?:\.\s?|\s(?=\w+\.?\s\d{{4}}))(?P<mon>{MONTH_NAMES})\b\.?(?:(?:,?\s|\s?(?='))(?:des\sJahres\s)?{YEAR_PART})?",
    re.IGNORECASE,
)
WORD_MONTH = re.compile(rf"(?P<dw>\w+(?:te|ter|ten))\s(?P<mon>{MONTH_NAMES})\b(?:\s{YEAR_PART})?", re.IGNORECASE)
NUMBERS = re.compile(
    r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})(?P<dot>\.?)(?:\s?(?P<y>(?<=[.\s])(?:1[5-9]|20)\d\d|(?<=\.)\d\d(?!\d|[:.]))(?!\d))?"
)
ISO = re.compile(r"(?P<y>1\d{3}|20\d\d)(?P<s>[-.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)")
MONTH = re.compile(rf"(?P<mon>{MONTH_NAMES})\b\.?(?:\s(?:(?:des|im)\sJahre?s?\s)?{YEAR_PART})?", re.IGNORECASE)
CLOCK = re.compile(
    r"(?P<h>[01]?\d|2[0-4])(?:[:.](?P<min>[0-5]\d))?(?:[:.](?P<s>[0-5]\d))?\s?(?:Uhr|h(?=\s|$))(?:\s(?:und\s)?(?P<min2>[0-5]?\d)(?!\d|[.,]\d|\s?\w*(?:[A-ZÄÖÜ]|Prozent)))?",
    re.IGNORECASE,
)
COLON = re.compile(
    r"(?P<h>[01]?\d|2[0-4]):(?P<min>[0-5]\d)(?::(?P<s>[0-5]\d))?(?!\d|:|[,.]\d|\s?(?:Minuten|Stunden|Sekunden|Min\.))"
)
WORD_CLOCK = re.compile(
    r"(?P<hw>ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\s(?:Uhr)\b", re.IGNORECASE
)
HALF_CLOCK = re.compile(
    r"(?P<q>halb|viertel nach|viertel vor|dreiviertel|viertel)\s(?P<h>\d{1,2}|ein|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\b(?!\s?[A-ZÄÖÜ%])(?:\sUhr)?"
)
HALF_CAPITAL = re.compile(r"(?P<q>Viertel nach|Viertel vor)\s(?P<h>\d{1,2}|\w+)\b")
DAYPART = re.compile(
    r"\s(?:am\s)?(?P<p>morgens|frühmorgens|früh|vormittags|mittags|nachmittags|abends|nachts|frühabends|Nachmittag|Abend|Morgen|Vormittag)\b",
    re.IGNORECASE,
)
DEICTIC = re.compile(
    rf"(?P<w>heute|gestern|vorgestern|morgen|übermorgen|Heute|Gestern|Vorgestern|Übermorgen)(?:\s(?:Morgen|Abend|Nacht|Mittag|Vormittag|Nachmittag|früh|Früh|{WEEKDAY_NAMES}))?\b"
)
DEICTIC_DAYS = {"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2}
SHIFTED = re.compile(
    rf"(?P<w>vergangene|letzte|vorige|kommende|nächste|diese|laufende|vorvergangene|vorletzte|übernächste)(?:n|s|r|m)?\s(?P<u>Woche|Wochenendes?|Monats?|Jahre?s?|Quartals?|Frühjahrs?|Frühlings?|Sommers?|Herbst|Herbstes|Winters?|{WEEKDAY_NAMES}|{MONTH_NAMES})(?P<part>morgen|abend|nacht|nachmittag|vormittag|mittag)?\b(?!\s\d{{4}})",
    re.IGNORECASE,
)
SHIFTS = {
    "vorvergangene": -2,
    "vorletzte": -2,
    "vergangene": -1,
    "letzte": -1,
    "vorige": -1,
    "diese": 0,
    "laufende": 0,
    "kommende": 1,
    "nächste": 1,
    "übernächste": 2,
}
SEASON = re.compile(
    rf"(?P<s>Frühling|Frühjahr|Sommer|Herbst|Winter)s?(?:\s(?:des\sJahres\s)?{YEAR_PART}(?:/(?P<y2>\d{{2,4}}))?)?\b"
)
FEAST = re.compile(
    rf"(?P<f>{'|'.join(sorted([*FEASTS, *MOVABLE], key=len, reverse=True))})\b(?:\s(?:im\s(?:Jahr\s)?)?{YEAR_PART})?",
    re.IGNORECASE,
)
QUARTER = re.compile(
    rf"(?P<n>ersten?|zweiten?|dritten?|vierten?|erstes|zweites|drittes|viertes|[1-4]\.)\s(?P<u>Quartals?|Halbjahre?s?|Vierteljahr)(?:\s(?:des\sJahres\s)?{YEAR_PART})?\b",
    re.IGNORECASE,
)
DECADE = re.compile(
    r"(?P<d>(?:1\d|20)?\d0)-?er(?:n)?(?:[\s-](?:Jahren?|Jahre))?\b|(?P<w>zwanziger|dreißiger|vierziger|fünfziger|sechziger|siebziger|achtziger|neunziger)[\s-]?jahren?\b",
    re.IGNORECASE,
)
CENTURY = re.compile(r"(?:(?P<c>\d{1,2})\.|(?P<w>\w+ten|\w+te))\s(?:Jahrhunderts?|Jh\.)")
SPAN = re.compile(r"(?P<a>1\d{3}|20\d\d)\s?(?:[-–/]|\sbis\s)\s?(?P<b>(?:1\d|20)\d\d|\d\d)(?!\d|[.,-]\d)")
YEAR = re.compile(r"(?P<y>1\d{3}|20\d\d|[1-9]\d\d)(?!\d|[.,]\d)")

WHOLE_WORDS = frozenset({**MONTH_WORDS, **WEEKDAYS, **SEASONS, **DEICTIC_DAYS})
FIRST = frozenset(
    "wochenende halb viertel dreiviertel heilige heiligen mariä christi tag erster erstes zweites drittes viertes ersten erste zweiten zweite dritten dritte vierten vierte heiligen frühlings frühjahrs sommers winters herbstes "
    "zwanziger dreißiger vierziger fünfziger sechziger siebziger achtziger neunziger zwanzigerjahre dreißigerjahre vierzigerjahre fünfzigerjahre sechzigerjahre siebzigerjahre achtzigerjahre neunzigerjahre zwanzigerjahren dreißigerjahren vierzigerjahren fünfzigerjahren sechzigerjahren siebzigerjahren achtzigerjahren neunzigerjahren".split()
)
CLOCK_BEFORE = re.compile(
    r"(?:\b(?:um|gegen|ab|bis|von|vom|seit|zwischen|und|kurz nach|kurz vor|nach|vor|morgens|abends|nachts|früh)|@)\s?$",
    re.IGNORECASE,
)
DAY_BEFORE = re.compile(r"\b(?:am|vom|zum|bis|den|dem|der|ab|seit|und|für)\s?$|\($", re.IGNORECASE)
YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|im|seit|bis|von|vor|nach|ab|anfang|ende|mitte|jahr|jahre|jahres|jahren|saison|sommer|herbst|winter|frühjahr|frühling|ostern|weihnachten|spätjahr|zwischen|und|um|noch|erst|schon|bereits|oder|auf|für|aus|dass|wurde|wurden|war|waren|hatte|hatten|erstmals|zuletzt|als|wie|so|–|der|die|ihm|sie|er|es|dort|dann|wo)|[(,/])\s?$",
    re.IGNORECASE,
)
MONTH_BEFORE = re.compile(
    r"\b(?:im|anfang|ende|mitte|seit|bis|ab|vom|des|dem|von|zwischen|und|in|noch|spätestens|frühestens|schon|bereits|erst|für|jeden|monat|zum)\s$",
    re.IGNORECASE,
)
SEASON_BEFORE = re.compile(r"\b(?:im|zum|seit|dem|bis|vom|anfang|ende|mitte|des|für den|noch)\s$", re.IGNORECASE)
