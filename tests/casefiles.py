"""Case files: many small cases in one text file, each a title, a source and what is expected, closed by lines with one dot."""

import re
from pathlib import Path

import pytest

CASES = Path(__file__).parent / "cases"
_CASE = re.compile(
    r"^(?P<title>\S.*)\n\.\n(?P<source>(?:(?!\.$).*\n)*)\.\n(?P<expected>(?:(?!\.$).*\n)*)\.$", re.MULTILINE
)


def read_cases(name: str) -> list[object]:
    """Return the cases of `cases/<name>` as parameters `(source, expected)` for pytest; the titles are their ids."""
    text = (CASES / name).read_text("utf-8")
    found = [
        pytest.param(case["source"].removesuffix("\n"), case["expected"].removesuffix("\n"), id=case["title"])
        for case in _CASE.finditer(text)
    ]
    assert len(found) * 3 == len(re.findall(r"^\.$", text, re.MULTILINE)), (
        f"{name}: a case is not closed by a line with one dot"
    )
    return list(found)
