"""Bare years in German text: "2014 begann der Krieg" against "2014 Menschen"."""

import re

from generator.quantities.german_calendar import MONTH_NAMES, WEEKDAY_NAMES, YEAR, YEAR_BEFORE
from generator.quantities.moments import Moment
from generator.quantities.tokens import Tokens


def year_at(t: Tokens, i: int) -> Moment | None:
    """Return the bare year at token `i` if its surroundings make it one; "2000 Menschen" are people."""
    text, pos = t.text, t.start[i]
    m = YEAR.match(text, pos)
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
    if t.glued(i + 1) and (
        after[:1].isalnum() or (after in "-/:" and t.glued(i + 2) and not t.word[i + 2].isdecimal())
    ):
        return None
    if (
        re.search(
            r"\b(?:rund|etwa|über|fast|knapp|mehr als|weniger als|mindestens|circa|ca\.|ungefähr|gut|insgesamt|weitere|unter|von den|die|den|wegen|mit|durch|gegen)\s$",
            before,
            re.IGNORECASE,
        )
        and after[:1].isalpha()
        and not after[0].islower()
    ):
        return None
    known = (
        bool(YEAR_BEFORE.search(before))
        or t.opens(i)
        or re.search(rf"\b(?:{MONTH_NAMES}|WM|EM|Olympia|{WEEKDAY_NAMES})\s$", before, re.IGNORECASE) is not None
    )
    if after[:1].isupper() and not t.glued(i + 1):
        # "2014 Menschen": a count, unless a preposition of time or the sentence's beginning makes it a year
        if year % 100 == 0 and year != 2000:
            return None
        return (
            Moment(end=m.end(), year=year)
            if (known and not after.endswith(("en", "er")))
            or re.search(r"\b(?:seit|anfang|ende|mitte|im|bis|in)\s$", before, re.IGNORECASE)
            else None
        )
    if not known and not (1800 <= year <= 2050):
        return None
    return Moment(end=m.end(), year=year)
