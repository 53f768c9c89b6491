"""English words and patterns for days, months, seasons, feasts and times of day.

Patterns are matched at the place where a word begins; those that end in `_BEFORE` look at what stands before it.
"""

import re

from generator.quantities.english_numbers import ORDINALS

MONTHS = {name: number for number, names in enumerate((
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sept sep", "october oct", "november nov", "december dec",
), 1) for name in names.split()}  # fmt: skip
WEEKDAYS = {name: number for number, names in enumerate((
    "monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri", "saturday sat", "sunday sun",
), 1) for name in names.split()}  # fmt: skip
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
FEASTS = {
    "new year's day": (1, 1), "new year’s day": (1, 1), "new year's eve": (12, 31), "new year’s eve": (12, 31), "valentine's day": (2, 14), "valentine’s day": (2, 14), "saint patrick's day": (3, 17), "st. patrick's day": (3, 17), "st patrick's day": (3, 17), "saint patrick": (3, 17), "earth day": (4, 22), "april fool's day": (4, 1),
    "may day": (5, 1), "independence day": (7, 4), "halloween": (10, 31), "veterans day": (11, 11), "armistice day": (11, 11), "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26), "juneteenth": (6, 19),
}  # fmt: skip
MOVABLE = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter sunday": 0,
    "easter monday": 1,
    "easter": 0,
    "ascension day": 39,
    "pentecost": 49,
    "whit monday": 50,
}

MONTH_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
WEEKDAY_NAMES = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
YEAR_PART = r"(?P<y>1\d{3}|20\d\d)(?!\d|[.,]\d)"
ORDINAL_PART = r"(?:st|nd|rd|th)?"
MONTH_DAY = re.compile(
    rf"(?P<mon>{MONTH_NAMES})\b\.?\s(?:the\s)?(?P<d>\d{{1,2}}){ORDINAL_PART}(?![\d:%]|[.,]\d)(?:,?\s(?:of\s)?{YEAR_PART})?",
    re.IGNORECASE,
)
DAY_MONTH = re.compile(
    rf"(?P<d>\d{{1,2}}){ORDINAL_PART}\s(?:of\s)?(?P<mon>{MONTH_NAMES})\b(?:\.(?=,?\s?\d))?(?:,?\s(?:of\s)?{YEAR_PART})?",
    re.IGNORECASE,
)
WORD_DAY = re.compile(
    rf"(?P<dw>(?:twenty|thirty)?[\s-]?\w+)\s(?:of\s)?(?P<mon>{MONTH_NAMES})\b(?:,?\s{YEAR_PART})?", re.IGNORECASE
)
MONTH_WORD = re.compile(
    rf"(?P<mon>{MONTH_NAMES})\s(?:the\s)?(?P<dw>(?:twenty|thirty)[\s-]\w+|\w+)(?:,?\s{YEAR_PART})?", re.IGNORECASE
)
ISO = re.compile(r"(?P<y>1\d{3}|20\d\d)(?P<s>[-./])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)")
NUMBERS = re.compile(r"(?P<a>\d{1,2})(?P<s>[-./])(?P<b>\d{1,2})(?P=s)(?P<y>(?:1[5-9]|20)\d\d|\d\d)(?!\d|[-/])")
MONTH = re.compile(rf"(?P<mon>{MONTH_NAMES})\b\.?(?:,?\s(?:of\s|in\s)?{YEAR_PART})?", re.IGNORECASE)
WEEKDAY = re.compile(
    rf"(?P<wd>{WEEKDAY_NAMES})\b(?P<part>\s(?:morning|afternoon|evening|night))?(?P<comma>\.?,?\s(?:the\s)?(?=\d|\w))?",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"(?P<h>[01]?\d|2[0-4])(?:[:.](?P<min>[0-5]\d))?(?::(?P<s>[0-5]\d))?\s?(?P<half>a\.?\s?m\b\.?|p\.?\s?m\b\.?|o'clock|o’clock)",
    re.IGNORECASE,
)
COLON = re.compile(r"(?P<h>[01]?\d|2[0-4]):(?P<min>[0-5]\d)(?::(?P<s>[0-5]\d))?(?!\d|:)")
MILITARY = re.compile(
    r"((?P<h>[01]\d|2[0-3])(?P<min>[0-5]\d)(?: hours)?)(?=( (?:UTC|GMT|local time|EST|EDT|CET|CEST|PST|PDT|BST)\b))"
)
ZONE = re.compile(r"\s(?:UTC|GMT|EST|EDT|CET|CEST|PST|PDT|BST)\b")
DEICTIC = re.compile(
    r"(?P<w>today|yesterday|tomorrow|tonight|the day before yesterday|the day after tomorrow)\b(?:\s(?:morning|afternoon|evening|night)\b)?",
    re.IGNORECASE,
)
DEICTIC_DAYS = {
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "tonight": 0,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}
SHIFTED = re.compile(
    rf"(?P<w>last|past|previous|this|current|next|coming|following)\s(?P<u>week|weekend|month|year|quarter|night|spring|summer|autumn|fall|winter|{WEEKDAY_NAMES}|{MONTH_NAMES})\b(?:\s(?:morning|afternoon|evening|night)\b)?(?!\s\d)",
    re.IGNORECASE,
)
SHIFTS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}
SEASON = re.compile(rf"(?P<s>spring|summer|autumn|fall|winter)\s(?:of\s)?{YEAR_PART}\b", re.IGNORECASE)
FEAST = re.compile(
    rf"(?P<f>{'|'.join(re.escape(name) for name in sorted([*FEASTS, *MOVABLE], key=len, reverse=True))})\b(?:\s(?:in\s|of\s)?{YEAR_PART})?",
    re.IGNORECASE,
)
QUARTER = re.compile(
    rf"(?P<n>first|second|third|fourth|1st|2nd|3rd|4th)\s(?P<u>quarter|half)\sof\s(?:the\syear\s)?{YEAR_PART}\b|Q(?P<q>[1-4])\s{YEAR_PART.replace('?P<y>', '?P<y2>')}",
    re.IGNORECASE,
)
DECADE = re.compile(r"(?P<d>(?:1\d|20)\d0)['’]?s\b")
CENTURY = re.compile(r"(?:(?P<c>\d{1,2})(?:st|nd|rd|th)|(?P<w>\w+))[\s-]century\b", re.IGNORECASE)
SPAN = re.compile(r"(?P<a>1\d{3}|20\d\d)\s?(?:[-–/]|\sto\s)\s?(?P<b>(?:1\d|20)\d\d|\d\d)(?!\d|[.,-]\d)")
YEAR = re.compile(r"(?P<y>1\d{3}|20\d\d)(?!\d|[.,]\d)")
TIME_BEFORE = re.compile(
    r"(?:\b(?:at|by|around|from|until|till|to|between|and|before|after|since|about)|@|\()\s?$", re.IGNORECASE
)
YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|until|till|from|by|to|before|after|of|early|late|mid|year|and|during|circa|or|the|through|around|for|summer|winter|spring|autumn|fall|between)|[(,/])\s?$",
    re.IGNORECASE,
)
MONTH_BEFORE = re.compile(
    r"\b(?:in|since|until|till|from|by|to|before|after|of|early|late|mid|during|this|last|next|and|between|through|every|each)[\s-]$",
    re.IGNORECASE,
)
FIRST = frozenset(word for name in [*FEASTS, *MOVABLE] for word in name.split()[:1]) | {"q1", "q"}
WHOLE_WORDS = (
    MONTHS.keys()
    | WEEKDAYS.keys()
    | SEASONS.keys()
    | SHIFTS.keys()
    | ORDINALS.keys()
    | FIRST
    | {"today", "yesterday", "tomorrow", "tonight", "noon", "midnight", "twenty", "thirty", "new", "valentine", "st"}
)
TIME_AFTER = re.compile(r",?\s(?:at\s|around\s|@\s)?(?=\d)", re.IGNORECASE)
