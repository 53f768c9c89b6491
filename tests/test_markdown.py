"""Markdown: visible text with spans, and never any markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import markdown
from generator.markdown import is_safe
from generator.model import Draft
from tests.casefiles import read_cases


def shown(draft: Draft) -> str:
    lines = [f"{b.kind}{b.level or ''} | {draft.text[b.start : b.end]}".replace("\n", "⏎") for b in draft.blocks]
    lines += [f"{m.kind} | {draft.text[m.start : m.end]}{' | ' * bool(m.href)}{m.href}" for m in draft.marks]
    lines += [f"problem in line {line} | {what}" for line, what in draft.problems]
    return "\n".join(lines)


@pytest.mark.parametrize(("source", "expected"), read_cases("parsing/markdown.txt"))
def test_markdown_falls_into_the_expected_blocks_and_marks(source: str, expected: str) -> None:
    assert shown(markdown.parse(source, "de")) == expected


PIECES = st.sampled_from(
    "# |## |- |1. |> |>> |``` |`|**|*|_|[a](http://b.de)|[x](javascript:alert(1))|![alt](b.png)|<b>|</b>|<script>alert(1)</script>|<!-- c -->|\n|\n\n|  |Wort|Der|(Foto: dpa)|"
    "Lesen Sie auch: |Berlin. |~~|\\|a | b\n--|--\nc | d\n|&amp;|&#0;|<a@b.de>|http://a.de".split("|")
)


@given(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=120))
def test_blocks_and_marks_keep_their_shape_whatever_the_source(source: str) -> None:
    draft = markdown.parse(source, "de")
    at = 0
    for block in draft.blocks:
        assert at <= block.start < block.end
        assert not draft.text[at : block.start].strip()
        at = block.end
    assert not draft.text[at:].strip()
    for mark in draft.marks:
        assert any(block.start <= mark.start < mark.end <= block.end for block in draft.blocks)
        assert mark.kind != "link" or is_safe(mark.href)
    for outer in draft.marks:
        for inner in draft.marks:
            assert not outer.start < inner.start < outer.end < inner.end, "marks cross"
    assert list(draft.marks) == sorted(draft.marks, key=lambda mark: (mark.start, -mark.end))


@pytest.mark.parametrize("href", ["https://a.de", "http://a.de", "mailto:a@b.de", "HTTPS://A.de"])
def test_these_may_be_followed(href: str) -> None:
    assert is_safe(href)


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JavaScript:x",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc",
        "//a.de",
        "a.html",
        "",
        "http://[x",
    ],
)
def test_these_may_not(href: str) -> None:
    assert not is_safe(href)
