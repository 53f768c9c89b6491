"""German dates and times of day, as patterns over the text."""

import re
from dataclasses import replace

from generator.quantities.german_numbers import cardinal, ordinal
from generator.quantities.moments import Moment, quarter, season, valid
from generator.quantities.tokens import Tokens

_MONTH_WORDS = {
    "januar": 1, "jänner": 1, "jan": 1, "februar": 2, "feber": 2, "feb": 2, "märz": 3, "maerz": 3, "mär": 3, "mrz": 3, "april": 4, "apr": 4, "mai": 5, "may": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7, "august": 8, "aug": 8,
    "september": 9, "sept": 9, "sep": 9, "oktober": 10, "okt": 10, "november": 11, "nov": 11, "dezember": 12, "dez": 12,
}  # fmt: skip
_WEEKDAYS = {name: number for number, names in enumerate(("montag mo", "dienstag di", "mittwoch mi", "donnerstag do", "freitag fr", "samstag sonnabend sa", "sonntag so"), 1) for name in names.split()}
_SEASONS = {"frühling": "SP", "frühjahr": "SP", "sommer": "SU", "herbst": "FA", "winter": "WI"}
_FEASTS = {
    "neujahr": (1, 1), "neujahrstag": (1, 1), "heilige drei könige": (1, 6), "heiligen drei könige": (1, 6), "dreikönigstag": (1, 6), "valentinstag": (2, 14), "weltfrauentag": (3, 8), "walpurgisnacht": (4, 30), "weltkindertag": (6, 1), "tag der arbeit": (5, 1),
    "mariä himmelfahrt": (8, 15), "tag der deutschen einheit": (10, 3), "reformationstag": (10, 31), "halloween": (10, 31), "allerheiligen": (11, 1), "nikolaustag": (12, 6), "heiligabend": (12, 24), "heiligen abend": (12, 24), "weihnachten": (12, 25), "silvester": (12, 31), "silvesterabend": (12, 31),
    "silvesternacht": (12, 31), "neujahrsnacht": (1, 1), "erster weihnachtstag": (12, 25), "ersten weihnachtstag": (12, 25), "zweiten weihnachtstag": (12, 26), "ersten weihnachtsfeiertag": (12, 25), "zweiten weihnachtsfeiertag": (12, 26),
}  # fmt: skip
_MOVABLE = {
    "rosenmontag": -48, "aschermittwoch": -46, "palmsonntag": -7, "gründonnerstag": -3, "karfreitag": -2, "karsamstag": -1, "ostern": 0, "ostersonntag": 0, "ostermontag": 1, "christi himmelfahrt": 39, "pfingsten": 49, "pfingstsonntag": 49, "pfingstmontag": 50, "fronleichnam": 60,
}  # fmt: skip

_ABBREVIATED = frozenset("jan feb mär mrz apr jun jul aug sept sep okt nov dez".split())
_M = "|".join(sorted(_MONTH_WORDS, key=len, reverse=True))
_Y = r"(?P<y>1\d{3}|20\d\d)(?!\d|[.,]\d|\s?(?:Euro|Prozent|%|€))"
_WD = r"(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)"
_PART = r"(?P<part>(?:früh|spät|vor|nach)?(?:morgen|mittag|abend)s?|früh|nacht|vormittag|nachmittag|frühmorgens)"
_WEEKDAY = re.compile(rf"(?P<wd>{_WD}|mo|di|mi|do|fr|sa|so)(?:s(?=\b))?(?:\s?{_PART})?\b(?:(?P<comma>\.?,?)\s(?:(?:den|dem|der)\s)?(?=\d|\w+(?:ten|sten)\s))?", re.IGNORECASE)
_DAY_MONTH = re.compile(rf"(?P<d>\d{{1,2}})\.\s?(?P<mon>{_M})\b\.?(?:(?:,?\s|\s?(?='))(?:des\sJahres\s)?{_Y})?", re.IGNORECASE)
_WORD_MONTH = re.compile(rf"(?P<dw>\w+(?:te|ter|ten))\s(?P<mon>{_M})\b(?:\s{_Y})?", re.IGNORECASE)
_NUMBERS = re.compile(r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})(?P<dot>\.?)(?:\s?(?P<y>(?<=[.\s])(?:1[5-9]|20)\d\d|(?<=\.)\d\d(?!\d|[:.]))(?!\d))?")
_ISO = re.compile(r"(?P<y>1\d{3}|20\d\d)(?P<s>[-.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)")
_MONTH = re.compile(rf"(?P<mon>{_M})\b\.?(?:\s(?:(?:des|im)\sJahre?s?\s)?{_Y})?", re.IGNORECASE)
_CLOCK = re.compile(r"(?P<h>[01]?\d|2[0-4])(?:[:.](?P<min>[0-5]\d))?(?:[:.](?P<s>[0-5]\d))?\s?(?:Uhr|h(?=\s|$))(?:\s(?:und\s)?(?P<min2>[0-5]?\d)(?!\d|[.,]\d|\s?\w*(?:[A-ZÄÖÜ]|Prozent)))?", re.IGNORECASE)
_COLON = re.compile(r"(?P<h>[01]?\d|2[0-4]):(?P<min>[0-5]\d)(?::(?P<s>[0-5]\d))?(?!\d|:|\s?(?:Minuten|Stunden|Sekunden|Min\.))")
_WORD_CLOCK = re.compile(r"(?P<hw>ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\s(?:Uhr)\b", re.IGNORECASE)
_HALF_CLOCK = re.compile(r"(?P<q>halb|viertel nach|viertel vor|dreiviertel|viertel)\s(?P<h>\d{1,2}|ein|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\b(?!\s?[A-ZÄÖÜ%])(?:\sUhr)?")
_HALF_CAPITAL = re.compile(r"(?P<q>Viertel nach|Viertel vor)\s(?P<h>\d{1,2}|\w+)\b")
_DAYPART = re.compile(r"\s(?:am\s)?(?P<p>morgens|frühmorgens|früh|vormittags|mittags|nachmittags|abends|nachts|frühabends|Nachmittag|Abend|Morgen|Vormittag)\b", re.IGNORECASE)
_DEICTIC = re.compile(rf"(?P<w>heute|gestern|vorgestern|morgen|übermorgen|Heute|Gestern|Vorgestern|Übermorgen)(?:\s(?:Morgen|Abend|Nacht|Mittag|Vormittag|Nachmittag|früh|Früh|{_WD}))?\b")
_DEICTIC_DAYS = {"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2}
_SHIFTED = re.compile(
    rf"(?P<w>vergangene|letzte|vorige|kommende|nächste|diese|laufende|vorvergangene|vorletzte|übernächste)(?:n|s|r|m)?\s(?P<u>Woche|Wochenendes?|Monats?|Jahre?s?|Quartals?|Frühjahrs?|Frühlings?|Sommers?|Herbst|Herbstes|Winters?|{_WD}|{_M})(?P<part>morgen|abend|nacht|nachmittag|vormittag|mittag)?\b(?!\s\d{{4}})",
    re.IGNORECASE,
)
_SHIFTS = {"vorvergangene": -2, "vorletzte": -2, "vergangene": -1, "letzte": -1, "vorige": -1, "diese": 0, "laufende": 0, "kommende": 1, "nächste": 1, "übernächste": 2}
_SEASON = re.compile(rf"(?P<s>Frühling|Frühjahr|Sommer|Herbst|Winter)s?(?:\s(?:des\sJahres\s)?{_Y}(?:/(?P<y2>\d{{2,4}}))?)?\b")
_FEAST = re.compile(rf"(?P<f>{'|'.join(sorted([*_FEASTS, *_MOVABLE], key=len, reverse=True))})\b(?:\s(?:im\s(?:Jahr\s)?)?{_Y})?", re.IGNORECASE)
_QUARTER = re.compile(rf"(?P<n>ersten?|zweiten?|dritten?|vierten?|erstes|zweites|drittes|viertes|[1-4]\.)\s(?P<u>Quartals?|Halbjahre?s?|Vierteljahr)(?:\s(?:des\sJahres\s)?{_Y})?\b", re.IGNORECASE)
_DECADE = re.compile(r"(?P<d>(?:1\d|20)?\d0)-?er(?:n)?(?:[\s-](?:Jahren?|Jahre))?\b|(?P<w>zwanziger|dreißiger|vierziger|fünfziger|sechziger|siebziger|achtziger|neunziger)[\s-]?jahren?\b", re.IGNORECASE)
_CENTURY = re.compile(r"(?:(?P<c>\d{1,2})\.|(?P<w>\w+ten|\w+te))\s(?:Jahrhunderts?|Jh\.)")
_SPAN = re.compile(r"(?P<a>1\d{3}|20\d\d)\s?(?:[-–/]|\sbis\s)\s?(?P<b>(?:1\d|20)\d\d|\d\d)(?!\d|[.,-]\d)")
_YEAR = re.compile(r"(?P<y>1\d{3}|20\d\d|[1-9]\d\d)(?!\d|[.,]\d)")

_WHOLE_WORDS = frozenset({**_MONTH_WORDS, **_WEEKDAYS, **_SEASONS, **_DEICTIC_DAYS})
_FIRST = frozenset(
    "wochenende halb viertel dreiviertel heilige heiligen mariä christi tag erster erstes zweites drittes viertes ersten erste zweiten zweite dritten dritte vierten vierte heiligen frühlings frühjahrs sommers winters herbstes "
    "zwanziger dreißiger vierziger fünfziger sechziger siebziger achtziger neunziger zwanzigerjahre dreißigerjahre vierzigerjahre fünfzigerjahre sechzigerjahre siebzigerjahre achtzigerjahre neunzigerjahre zwanzigerjahren dreißigerjahren vierzigerjahren fünfzigerjahren sechzigerjahren siebzigerjahren achtzigerjahren neunzigerjahren".split()
)
_CLOCK_BEFORE = re.compile(r"(?:\b(?:um|gegen|ab|bis|von|vom|seit|zwischen|und|kurz nach|kurz vor|nach|vor|morgens|abends|nachts|früh)|@)\s?$", re.IGNORECASE)
_DAY_BEFORE = re.compile(r"\b(?:am|vom|zum|bis|den|dem|der|ab|seit|und|für)\s?$|\($", re.IGNORECASE)
_YEAR_BEFORE = re.compile(r"(?:\b(?:in|im|seit|bis|von|vor|nach|ab|anfang|ende|mitte|jahr|jahre|jahres|jahren|saison|sommer|herbst|winter|frühjahr|frühling|ostern|weihnachten|spätjahr|zwischen|und|um|noch|erst|schon|bereits|oder|auf|für|aus|dass|wurde|wurden|war|waren|hatte|hatten|erstmals|zuletzt|als|wie|so|–|der|die|ihm|sie|er|es|dort|dann|wo)|[(,/])\s?$", re.IGNORECASE)
_MONTH_BEFORE = re.compile(r"\b(?:im|anfang|ende|mitte|seit|bis|ab|vom|des|dem|von|zwischen|und|in|noch|spätestens|frühestens|schon|bereits|erst|für|jeden|monat|zum)\s$", re.IGNORECASE)
_SEASON_BEFORE = re.compile(r"\b(?:im|zum|seit|dem|bis|vom|anfang|ende|mitte|des|für den|noch)\s$", re.IGNORECASE)


def starts(low: str) -> bool:
    """Whether a date can begin with this token (lower case, no digits)."""
    if low in _WHOLE_WORDS or low in _FIRST or low in _FEASTS or low in _MOVABLE:
        return True
    return low.rstrip("nsrm") in _SHIFTS or low.startswith(_STEMS) and _WEEKDAY.fullmatch(low) is not None or (low.endswith(("te", "ten", "ter")) and ordinal(low) is not None) or low in ("morgens", "abends", "nachts", "vormittags", "nachmittags", "mittags")


_STEMS = tuple(name for name in _WEEKDAYS if len(name) > 3)


def date_at(t: Tokens, i: int) -> Moment | None:
    """Return the date or time that begins with token `i`."""
    text, pos = t.text, t.start[i]
    before = text[max(0, pos - 16) : pos]
    if t.word[i][0].isdigit():
        found = _from_digits(text, pos, before)
    else:
        found = _from_word(t, text, pos, before)
    if found is None:
        return None
    if found.hour is None and not found.last:
        found = _with_time(text, found)
    return found


def _day(match: re.Match[str], *, day: int | None, month: int | None, year: str | None) -> Moment | None:
    number = None if not year else int(year) if len(year) > 2 else 2000 + int(year) if int(year) < 50 else 1900 + int(year)
    if not valid(number, month, day):
        return None
    end = match.end()
    # "am 14. Dezember." ends a sentence; only an abbreviated month owns its dot
    if match.re is _DAY_MONTH and match[0].endswith(".") and match["mon"].lower() not in _ABBREVIATED:
        end -= 1
    return Moment(end=end, year=number, month=month, day=day)


def _from_digits(text: str, pos: int, before: str) -> Moment | None:
    if (m := _CENTURY.match(text, pos)) and m["c"]:
        return _century(int(m["c"]), m.end())
    if m := _QUARTER.match(text, pos):
        return _quarter(m)
    if m := _DAY_MONTH.match(text, pos):
        return _day(m, day=int(m["d"]), month=_MONTH_WORDS[m["mon"].lower()], year=m["y"])
    if m := _ISO.match(text, pos):
        return _day(m, day=int(m["d"]), month=int(m["m"]), year=m["y"])
    if (m := _CLOCK.match(text, pos)) or ((m := _COLON.match(text, pos)) and (_CLOCK_BEFORE.search(before) or len(text) < 12)):
        return _time(m, text, before)
    if (m := _NUMBERS.match(text, pos)) and not text[m.end() : m.end() + 2].strip().startswith(("%", "€", "$")):
        known = bool(_DAY_BEFORE.search(before))
        closed = m["dot"] and (not text[m.end() : m.end() + 1].isdigit())
        if (m["y"] or (closed and known) or (known and len(m["m"]) == 2)) and (found := _day(m, day=int(m["d"]), month=int(m["m"]), year=m["y"])):
            if not m["y"] and m["dot"] and not known:
                return None
            return found
    if m := _DECADE.match(text, pos):
        decade = int(m["d"])
        decade += 1900 if decade < 100 else 0
        return Moment(end=m.end(), last=f"{decade:04d}-01-01/{decade + 9:04d}-12-31")
    if m := _SPAN.match(text, pos):
        first, second = int(m["a"]), m["b"]
        last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
        if len(second) == 2 and (m[0][4] != "/" or last != first + 1) and not (m[0][4] in "-–" and last > first):
            return None
        return Moment(end=m.end(), last=f"{first}/{last}") if first < last else None
    if re.compile(r"\d{1,2}\.(?=\s[a-zäöü]|$|\s?[,.])").match(text, pos) and re.search(r"\bam\s$|\bder\s$|\bden\s$", before):
        m = re.compile(r"(\d{1,2})\.?").match(text, pos)
        if m and 1 <= int(m[1]) <= 31 and (before.endswith("am ") or re.search(rf"{_WD},?\s(?:der|den)\s$", before, re.IGNORECASE)):
            return Moment(end=m.end(), day=int(m[1]))
    return None


def year_at(t: Tokens, i: int) -> Moment | None:
    """Return the bare year at token `i` if its surroundings make it one; "2000 Menschen" are people."""
    text, pos = t.text, t.start[i]
    m = _YEAR.match(text, pos)
    if m is None or m.end() != t.end[i]:
        return None
    year = int(m["y"])
    before = text[max(0, pos - 16) : pos]
    labelled = bool(re.search(r"\bjahre?n?s?\s$", before, re.IGNORECASE))
    if labelled:
        return Moment(end=m.end(), year=year)
    if not 1000 <= year <= 2100 or (t.glued(i) and t.word[i - 1] not in ("(", "„", '"', "'", "*", "†", "–", "-", "/")):
        return None
    if t.glued(i) and t.word[i - 1] in ("-", "/") and t.glued(i - 1):
        return None
    after = "" if "\n" in text[t.end[i] : t.start[i + 1]] else t.word[i + 1]
    if t.glued(i + 1) and (after[:1].isalnum() or (after in "-/:" and t.glued(i + 2) and not t.word[i + 2].isdigit())):
        return None
    if re.search(r"\b(?:rund|etwa|über|fast|knapp|mehr als|weniger als|mindestens|circa|ca\.|ungefähr|gut|insgesamt|weitere|unter|von den|die|den|wegen|mit|durch|gegen)\s$", before, re.IGNORECASE) and after[:1].isalpha() and not after[0].islower():
        return None
    known = bool(_YEAR_BEFORE.search(before)) or t.opens(i) or re.search(rf"\b(?:{_M}|WM|EM|Olympia|{_WD})\s$", before, re.IGNORECASE) is not None
    if after[:1].isupper() and not t.glued(i + 1):
        # "2014 Menschen": a count, unless a preposition of time or the sentence's beginning makes it a year
        if year % 100 == 0 and year != 2000:
            return None
        return Moment(end=m.end(), year=year) if known and not after.endswith(("en", "er")) or re.search(r"\b(?:seit|anfang|ende|mitte|im|bis|in)\s$", before, re.IGNORECASE) else None
    if not known and not (1800 <= year <= 2050):
        return None
    return Moment(end=m.end(), year=year)


def _century(number: int, end: int) -> Moment | None:
    return Moment(end=end, last=f"{number * 100 - 99:04d}-01-01/{number * 100:04d}-12-31") if 1 <= number <= 22 else None


def _quarter(m: re.Match[str]) -> Moment:
    number = int(m["n"][0]) if m["n"][0].isdigit() else ordinal(m["n"].lower()) or ordinal(m["n"].lower() + "n") or 1
    months = 6 if m["u"].lower().startswith("halb") else 3
    year = int(m["y"]) if m["y"] else None
    return Moment(end=m.end(), last=quarter(year, min(number, 12 // months), months), relative="" if year else "nearest")


_HOURS = {word: cardinal(word) or 0 for word in "ein eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split()}


def _time(m: re.Match[str], text: str, before: str) -> Moment | None:
    groups = m.groupdict()
    hour = int(groups["h"]) if groups.get("h") else _HOURS[groups["hw"].lower()]
    minute = groups.get("min") or groups.get("min2")
    found = Moment(end=m.end(), hour=hour, minute=int(minute) if minute else None, second=int(groups["s"]) if groups.get("s") else None)
    return _daypart(found, text, before)


def _daypart(found: Moment, text: str, before: str) -> Moment:
    """Move an hour into the afternoon or evening that is named beside it."""
    m = _DAYPART.match(text, found.end)
    word = m["p"].lower() if m else (re.search(r"(\w+)(?:\s(?:um|gegen))?\s$", before) or [""])[0].split(" ")[0].lower()
    hour = found.hour or 0
    if word.startswith(("nachmittag", "abend", "spätabend", "frühabend")) and hour < 12:
        hour += 12
    elif hour == 12 and word.startswith(("nacht", "nachts", "abend")):
        hour = 0
    return replace(found, hour=hour, end=m.end() if m else found.end)


def _with_time(text: str, found: Moment) -> Moment:
    """Add the time of day that follows a date."""
    if found.year is not None and found.month is None:
        return found
    m = re.compile(r",?\s(?:(?P<p>früh\w*|spät\w*|abends|morgens|nachts|nachmittags|vormittags|mittags)\s)?(?:(?:um|gegen)\s)?(?=\d)", re.IGNORECASE).match(text, found.end)
    if m is None:
        return found
    clock = _CLOCK.match(text, m.end()) or _COLON.match(text, m.end())
    if clock is None:
        return found
    time = _time(clock, text, (m["p"] or text[found.end - 10 : found.end].rsplit(" ")[-1].replace("mittwoch", "").replace("sonntag", "")) + " ")
    return found if time is None else replace(found, end=time.end, hour=time.hour, minute=time.minute, second=time.second)


def _from_word(t: Tokens, text: str, pos: int, before: str) -> Moment | None:
    capital = text[pos].isupper()
    if m := _QUARTER.match(text, pos):
        return _quarter(m)
    if m := _SHIFTED.match(text, pos):
        return _shifted(m)
    if text.startswith("Wochenende", pos) and before.lower().endswith(("am ", "übers ", "das ")):
        return Moment(end=pos + 10, last="XXXX-WXX-WE", relative="weekend:near")
    if m := _FEAST.match(text, pos):
        return _feast(m)
    if m := _WORD_MONTH.match(text, pos):
        day = ordinal(m["dw"].lower())
        if day is not None and (found := _day(m, day=day, month=_MONTH_WORDS[m["mon"].lower()], year=m["y"])):
            return found
    if m := _WEEKDAY.match(text, pos):
        return _weekday(m, text, pos, before)
    if m := _HALF_CLOCK.match(text, pos) or _HALF_CAPITAL.match(text, pos):
        return _half(m, text)
    if m := _WORD_CLOCK.match(text, pos):
        return _time(m, text, before)
    if (m := _DEICTIC.match(text, pos)) and not (m["w"] == "morgen" and before.lower().endswith(("am ", "guten ", "jeden ", "eines "))):
        return Moment(end=m.end(), last="XXXX-XX-XX", relative=f"day:{_DEICTIC_DAYS[m['w'].lower()]}")
    if capital and (m := _SEASON.match(text, pos)) and (m["y"] or _SEASON_BEFORE.search(before)):
        year = int(m["y"]) if m["y"] else None
        return Moment(end=m.end(), last=season(year, _SEASONS[m["s"].lower()]), relative="" if year else "nearest")
    if (m := _CENTURY.match(text, pos)) and m["w"] and (number := ordinal(m["w"].lower())):
        return _century(number, m.end())
    if (m := _DECADE.match(text, pos)) and m["w"]:
        decade = 1900 + 10 * (2 + "zwanziger dreißiger vierziger fünfziger sechziger siebziger achtziger neunziger".split().index(m["w"].lower()))
        return Moment(end=m.end(), last=f"{decade}-01-01/{decade + 9}-12-31")
    if (m := _MONTH.match(text, pos)) and (m["y"] or (capital and len(m["mon"]) > 2 and m["mon"].lower() not in ("may", "sep", "jun", "jul", "mär", "dez", "nov", "okt", "feb", "jan", "apr", "aug", "mrz") and _MONTH_BEFORE.search(before))):
        end = m.end() if m["y"] or not m[0].endswith(".") else m.end() - 1
        return Moment(end=end, month=_MONTH_WORDS[m["mon"].lower()], year=int(m["y"]) if m["y"] else None)
    return None


def _shifted(m: re.Match[str]) -> Moment | None:
    by, unit = _SHIFTS[m["w"].lower().rstrip("nsrm") if m["w"].lower() not in _SHIFTS else m["w"].lower()], m["u"].lower()
    if unit in _WEEKDAYS:
        return Moment(end=m.end(), weekday=_WEEKDAYS[unit], relative="weekday:" + ("last" if by < 0 else "next" if by > 0 else ""))
    if unit in _MONTH_WORDS:
        return Moment(end=m.end(), month=_MONTH_WORDS[unit], relative="nearest")
    for name, code in _SEASONS.items():
        if unit.startswith(name):
            return Moment(end=m.end(), last=season(None, code), relative=f"season:{by}")
    for name, code in (("wochenende", "weekend"), ("woche", "week"), ("monat", "month"), ("jahr", "year"), ("quartal", "quarter")):
        if unit.startswith(name):
            return Moment(end=m.end(), last={"week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "year": "XXXX", "quarter": "XXXX-QX"}[code], relative=f"{code}:{by}")
    return None


def _feast(m: re.Match[str]) -> Moment:
    name, year = m["f"].lower(), int(m["y"]) if m["y"] else None
    if name in _FEASTS:
        month, day = _FEASTS[name]
        return Moment(end=m.end(), year=year, month=month, day=day)
    if year is None:
        return Moment(end=m.end(), last="XXXX-XX-XX", relative=f"feast:{_MOVABLE[name]}")
    import datetime as dt

    from generator.quantities.moments import easter

    date = dt.date(year, *easter(year)) + dt.timedelta(days=_MOVABLE[name])
    return Moment(end=m.end(), year=year, month=date.month, day=date.day)


def _weekday(m: re.Match[str], text: str, pos: int, before: str) -> Moment | None:
    word = m["wd"]
    day = None
    if m["comma"] is not None:
        rest = _DAY_MONTH.match(text, m.end()) or _NUMBERS.match(text, m.end())
        if rest is not None and (rest.re is _DAY_MONTH or rest["y"] or rest["dot"]):
            month = _MONTH_WORDS[rest["mon"].lower()] if rest.re is _DAY_MONTH else int(rest["m"])
            day = _day(rest, day=int(rest["d"]), month=month, year=rest["y"])
        elif alone := re.compile(r"(\d{1,2})(?=\.)").match(text, m.end()):
            day = Moment(end=alone.end(), day=int(alone[1]))
    if day is not None:
        return day
    if len(word) < 3 or (word[0].islower() and len(text) > 70):
        return None
    end = m.end("part") if m["part"] else m.end("wd") + (text[m.end("wd") : m.end("wd") + 1] == "s")
    return Moment(end=end, weekday=_WEEKDAYS[word.lower()])


def _half(m: re.Match[str], text: str) -> Moment | None:
    word = m["h"].lower()
    hour = int(word) if word.isdigit() else _HOURS.get(word, 99)
    if hour > 24:
        return None
    shift, minute = {"halb": (-1, 30), "viertel nach": (0, 15), "viertel vor": (-1, 45), "dreiviertel": (-1, 45), "viertel": (-1, 15)}[m["q"].lower()]
    return _daypart(Moment(end=m.end(), hour=(hour + shift) % 24, minute=minute), text, "")
