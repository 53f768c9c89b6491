"""German times of day: "18.30 Uhr", "halb acht", "gegen drei Uhr morgens"."""

import re
from dataclasses import replace

from generator.quantities.german_calendar import CLOCK, COLON, DAYPART
from generator.quantities.german_numbers import cardinal
from generator.quantities.moments import Moment

_HOURS = {
    word: cardinal(word) or 0 for word in "ein eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split()
}


def time_at(m: re.Match[str], text: str, before: str) -> Moment | None:
    """Return the time of day that a pattern of the clock met."""
    groups = m.groupdict()
    hour = int(groups["h"]) if groups.get("h") else _HOURS[groups["hw"].lower()]
    minute = groups.get("min") or groups.get("min2")
    found = Moment(
        end=m.end(),
        hour=hour,
        minute=int(minute) if minute else None,
        second=int(groups["s"]) if groups.get("s") else None,
    )
    return _daypart(found, text, before)


def _daypart(found: Moment, text: str, before: str) -> Moment:
    """Move an hour into the afternoon or evening that is named beside it."""
    m = DAYPART.match(text, found.end)
    word = (
        m["p"].lower() if m else (re.search(r"(\w+)(?:\s(?:um|gegen))?\s$", before) or [""])[0].split(" ", 1)[0].lower()
    )
    hour = found.hour or 0
    if word.startswith(("nachmittag", "abend", "spätabend", "frühabend")) and hour < 12:
        hour += 12
    elif hour == 12 and word.startswith(("nacht", "nachts", "abend")):
        hour = 0
    return replace(found, hour=hour, end=m.end() if m else found.end)


def with_time(text: str, found: Moment) -> Moment:
    """Add the time of day that follows a date."""
    if found.year is not None and found.month is None:
        return found
    m = re.compile(
        r",?\s(?:(?P<p>früh\w*|spät\w*|abends|morgens|nachts|nachmittags|vormittags|mittags)\s)?(?:(?:um|gegen)\s)?(?=\d)",
        re.IGNORECASE,
    ).match(text, found.end)
    if m is None:
        return found
    clock = CLOCK.match(text, m.end()) or COLON.match(text, m.end())
    if clock is None:
        return found
    time = time_at(
        clock,
        text,
        (m["p"] or text[found.end - 10 : found.end].rsplit(" ", 1)[-1].replace("mittwoch", "").replace("sonntag", ""))
        + " ",
    )
    return (
        found if time is None else replace(found, end=time.end, hour=time.hour, minute=time.minute, second=time.second)
    )


def half_hour(m: re.Match[str], text: str) -> Moment | None:
    """Return the time of "halb acht", "viertel nach drei", "dreiviertel acht"."""
    word = m["h"].lower()
    hour = int(word) if word.isdecimal() else _HOURS.get(word, 99)
    if hour > 24:
        return None
    shift, minute = {
        "halb": (-1, 30),
        "viertel nach": (0, 15),
        "viertel vor": (-1, 45),
        "dreiviertel": (-1, 45),
        "viertel": (-1, 15),
    }[m["q"].lower()]
    return _daypart(Moment(end=m.end(), hour=(hour + shift) % 24, minute=minute), text, "")
