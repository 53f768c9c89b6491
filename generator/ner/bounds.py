"""What stands at the edge of a name tells whether it is one, and where it ends.

A network that reads words can miss what a glance at the letters beside a name shows: "Brussels-based" names no place, "Hurricane
Humberto" no person, "Airbus A380" no company, and "Kama Melly QC" ends before her title. What each rule brings is measured in
`tools/train/README.md`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from generator.model import Name

Paragraphs = tuple[tuple[Name, ...], ...]

_STORM = re.compile(
    r"\b(?:(?:Hurricane|Tropical Storm|Storm|Typhoon|Cyclone|(?:Hurrikan|Taifun|Zyklon|Tropensturm|Wirbelsturm|Orkan|Orkantief"
    r"|Sturmtief)s?) [„“\"»‚]?|(?:Sturm|Tief)s? [„“\"»‚])$"
)
"""What stands before the name of a storm."""
_BEFORE = 24
"""Code points before a name that may say what it is."""
_TITLES = re.compile(
    r"(?:Lady(?= \S+ )|First Lady|Taoiseach|Podcaster|Judge|Prosecutor|Senator|Congressman|Congresswoman|President|Chancellor|Governor"
    r"|Mayor|Minister|Secretary|Ambassador|Captain|Colonel|Sergeant|Inspector|Professor|Coach|Präsident|Präsidentin|Kanzler|Kanzlerin"
    r"|Ministerin|Senatorin|Richter(?= \S+ )|Richterin|Herrn?|Frau|Trainer) "
)
"""What somebody is called before the name …"""
_HONOURS = re.compile(r",? (?:QC|KC|MP|MEP|MdB|MdL|PhD|OBE|MBE|CBE)$")
"""… and after it."""
_JOINED = re.compile(r"[-‐‑]([a-zäöüß]+)(?![\w‐‑-]|['’](?!s\b))")
_ADJECTIVE = re.compile(
    r"\w+(?:ed|ing)|born|built|held|led|like|made|only|owned|run|style|wide|won|era|area|friendly|free|bound|level"
)
"""How an English compound ends that describes something by a name: "Brussels-based", "Iran-backed"."""
_PREFIX = re.compile(r"(?<![^\W_])(?!then)[a-z]+[-‐‑]$")
_GIVEN = re.compile(r" [A-Z][a-z]+-[a-z]+(?![\w-])")
"""A given name after the surname: "Moon Jae-in"."""
_DOLLARS = re.compile(r" [Dd]ollars?\b")
_MODEL = re.compile(r" (?:[A-Z]{1,3}-?\d\w*|(?<=Boeing )7\d7)\b")
_MODEL_END = re.compile(r"\w+ [A-Z]{1,3}-?\d\w*")
"""The letters and figures of a product."""
_DISTRICT = re.compile(r",? D\. ?C\.")
_STOP = re.compile(r"(?<=[a-zäöüß][a-zäöüß])\.$")
_SHORTENED = re.compile(r"\b(?:Inc|Corp|Ltd|Jr|Sr|Bros|Str|Univ|Dept|Ges|Gebr|Hbf|Bhf|Cie|Intl|Chr)\.$")


_PAIRS = (("„", "“"), ("«", "»"), ("(", ")"), ("[", "]"))


def bounded(texts: Sequence[str], names: Paragraphs) -> Paragraphs:
    """Give the names of an article's paragraphs without those whose surroundings show that they are none, the others cut to measure."""
    storms = {
        text[name.start : name.end]
        for text, found in zip(texts, names, strict=True)
        for name in found
        if name.label == "PERSON" and _STORM.search(text, max(0, name.start - _BEFORE), name.start)
    }
    return tuple(tuple(_paragraph(text, found, storms)) for text, found in zip(texts, names, strict=True))


def _paragraph(text: str, found: Sequence[Name], storms: set[str]) -> list[Name]:
    kept: list[Name] = []
    for name in found:
        if (kept and name.start < kept[-1].end) or text[name.start : name.end] in storms:
            continue
        measured: Name | None = name
        for rule in RULES:
            measured = rule(text, measured) if measured else None
        kept += [measured] if measured else []
    return kept


def _joined(text: str, name: Name) -> Name | None:
    """Tell compounds that only describe ("Iran-backed", "ex-UK") from given names with a hyphen ("Park Won-soon")."""
    if _PREFIX.search(text, max(0, name.start - _BEFORE), name.start):
        return None
    after = _JOINED.match(text, name.end)
    if not after:
        return name
    if _ADJECTIVE.fullmatch(after[1]) or " " not in text[name.start : name.end]:
        return None
    return replace(name, end=after.end(), label="PERSON")


def _given(text: str, name: Name) -> Name:
    after = _GIVEN.match(text, name.end) if name.label == "PERSON" and " " not in text[name.start : name.end] else None
    return replace(name, end=after.end()) if after else name


def _titles(text: str, name: Name) -> Name:
    if name.label == "PERSON":
        while title := _TITLES.match(text, name.start, name.end):
            name = replace(name, start=title.end())
        if honour := _HONOURS.search(text, name.start, name.end):
            name = replace(name, end=honour.start())
    return name


def _currency(text: str, name: Name) -> Name | None:
    return None if name.label == "PLACE" and _DOLLARS.match(text, name.end) else name


def _model(text: str, name: Name) -> Name | None:
    """Leave out a maker whose product is meant: "Airbus A380", "Audi A4"."""
    product = _MODEL.match(text, name.end) or _MODEL_END.fullmatch(text, name.start, name.end)
    return None if name.label == "ORGANISATION" and product else name


def _district(text: str, name: Name) -> Name:
    """Take in what belongs to Washington."""
    after = _DISTRICT.match(text, name.end) if text[name.start : name.end] == "Washington" else None
    return replace(name, end=after.end(), label="PLACE") if after else name


def _whole(text: str, name: Name) -> Name:
    """End a name before a bracket or quotation mark without its fellow: "Yardim „Til"."""
    form = text[name.start : name.end]
    odd = [
        form.find(opening)
        for opening, closing in _PAIRS
        if form.count(opening) > form.count(closing) and closing not in form
    ]
    odd += [form.find('"')] if form.count('"') % 2 else []
    ends = [len(form[:at].rstrip()) for at in odd if at > 0]
    return replace(name, end=name.start + min(ends)) if ends else name


def _end(text: str, name: Name) -> Name | None:
    """Leave a sentence's full stop outside, and out what is half a name."""
    form = text[name.start : name.end]
    if form.endswith("-"):
        return None
    return replace(name, end=name.end - 1) if _STOP.search(form) and not _SHORTENED.search(form) else name


RULES: tuple[Callable[[str, Name], Name | None], ...] = (
    _joined,
    _given,
    _titles,
    _currency,
    _model,
    _district,
    _whole,
    _end,
)
