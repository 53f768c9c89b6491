"""On which line of a TOML file something stands; the parser of the standard library does not say."""

import re
from dataclasses import dataclass

_HEADER = re.compile(r"^\s*\[(\[)?\s*([\w.\-\"' ]+?)\s*\]?\]\s*(?:#.*)?$")


@dataclass(frozen=True, slots=True)
class Section:
    """The stretch of a file that one table header governs."""

    name: str
    """Empty before the first header."""
    line: int
    """Line of the header, from 1."""
    end: int
    """Line after the last one."""


def sections(text: str) -> tuple[Section, ...]:
    """Return the tables of a TOML file in order; the stretch before the first header is a section too.

    Headers inside texts of several lines are not looked for: no field of the authority file needs one.
    """
    found = [Section("", 1, 1)]
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if match := _HEADER.match(line):
            found[-1] = Section(found[-1].name, found[-1].line, number)
            found.append(Section(match[2].strip("\"' "), number, number))
    found[-1] = Section(found[-1].name, found[-1].line, len(lines) + 1)
    return tuple(found)


def line_of(text: str, section: Section, key: str) -> int:
    """Return the line of a key in a section; the section's own line when it cannot be found."""
    pattern = re.compile(rf"^\s*[\"']?{re.escape(key)}[\"']?\s*[=.]")
    lines = text.split("\n")
    for number in range(section.line, min(section.end, len(lines) + 1)):
        if pattern.match(lines[number - 1]):
            return number
    return section.line
