"""Figures in sentences as newspapers write them; the cases stand in `tests/cases/quantities` and say how they are written."""

import re
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.model import Quantity
from generator.quantities import find

CASES = Path(__file__).parent / "cases" / "quantities"
_MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]*)(?:\|([^\[\]|]*))?(?:\|([^\[\]|]*))?\]")
_NO_FIGURE = ("date", "time", "daterange", "datetime", "timerange", "datetimerange", "ordinal")


class Wanted(NamedTuple):
    start: int
    end: int
    text: str
    value: str
    """`~` for approximate, then a number or `low..high`; `?` is not judged."""
    unit: str
    counted: str


def read_case(line: str) -> tuple[str, tuple[Wanted, ...]]:
    """Return the sentence without its marks, and what the marks say."""
    text, wanted, last = "", [], 0
    for mark in _MARK.finditer(line):
        text += line[last : mark.start()]
        last = mark.end()
        value, _, unit = mark[2].partition(" ")
        counted = mark[4] if mark[4] is not None else mark[3] or ""
        wanted.append(Wanted(len(text), len(text) + len(mark[1]), mark[1], value, unit, counted))
        text += mark[1]
    return text + line[last:], tuple(wanted)


def read_cases(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]


def _value(found: Quantity) -> str:
    if found.value is None:
        return f"{found.low}..{found.high}"
    return str(found.value)


def _written(found: Quantity, wanted: Wanted | None) -> tuple[object, ...]:
    value, unit, counted = _value(found), found.unit or "", found.counted
    if wanted is not None:
        if wanted.value == "?":
            value = "?"
        if wanted.value.startswith("~"):
            value = ("~" if found.approximate else "") + value
        if not wanted.counted:
            counted = ""
    return (found.start, found.end, found.text, value, unit, counted)


def _wanted(wanted: Wanted) -> tuple[object, ...]:
    value = wanted.value
    if value not in ("", "?") and ".." not in value:
        value = ("~" if value.startswith("~") else "") + str(
            Decimal(value.removeprefix("~")).normalize().quantize(Decimal(1))
            if Decimal(value.removeprefix("~")) % 1 == 0
            else Decimal(value.removeprefix("~")).normalize()
        )
    return (wanted.start, wanted.end, wanted.text, value, wanted.unit, wanted.counted)


@pytest.mark.parametrize("path", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_figures_of_a_sentence_are_those_that_are_marked(path: Path) -> None:
    wrong = []
    for line in read_cases(path):
        text, wanted = read_case(line)
        by_start = {w.start: w for w in wanted}
        found = [_written(q, by_start.get(q.start)) for q in find(text, path.name[:2]) if q.kind not in _NO_FIGURE]
        if found != [_wanted(w) for w in wanted]:
            wrong.append((line, found))
    assert wrong == []
