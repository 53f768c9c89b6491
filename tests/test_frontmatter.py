"""Front matter: what is declared, and one clear line for each thing that is wrong."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.frontmatter import Declared, parse, parse_date

WHOLE = Declared(
    title="Nr. 5: ein Test",
    subtitle="Mit Untertitel",
    date=dt.date(2022, 12, 30),
    author="Anna Gruber, Max Weber",
    publisher="Beispiele",
    source="https://example.org/a?b=c",
    language="de",
    tags=("Politik", "Asien"),
    noindex=True,
)


@pytest.mark.parametrize(
    "text",
    [
        (
            "---\ntitle: 'Nr. 5: ein Test'\nsubtitle: Mit Untertitel\ndate: 30.12.2022\nauthor: [Anna Gruber, Max Weber]\npublisher: Beispiele\n"
            "url: https://example.org/a?b=c\nlang: de-AT\ntags: [Politik, Asien]\nnoindex: ja\n---\n"
        ),
        (
            "---\nTitle: 'Nr. 5: ein Test'\nsubtitle: Mit Untertitel\ndate: 2022-12-30\nauthors:\n  - Anna Gruber\n  - Max Weber\npublisher: Beispiele\n"
            "source: https://example.org/a?b=c\nlanguage: Deutsch\ntags: Politik, Asien\nnoindex: true\n---\n"
        ),
        (
            '+++\ntitle = "Nr. 5: ein Test"\nsubtitle = "Mit Untertitel"\ndate = 2022-12-30\nauthor = ["Anna Gruber", "Max Weber"]\npublisher = "Beispiele"\n'
            'source_url = "https://example.org/a?b=c"\nlanguage = "de"\ntags = ["Politik", "Asien"]\nnoindex = true\n+++\n'
        ),
    ],
)
def test_yaml_and_toml_say_the_same(text: str) -> None:
    assert parse("a.md", text + "Text") == (WHOLE, len(text), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntitle: a\npulisher: b\n---\n", "seeds/a.md:3: unknown key 'pulisher'; did you mean 'publisher'?"),
        ("---\nxyz: a\n---\n", "seeds/a.md:2: unknown key 'xyz'; known keys are title, subtitle, date, author, publisher, source, language, tags, noindex"),
        ("---\ndate: 31.2.2022\n---\n", "seeds/a.md:2: '31.2.2022' is no date; write it as 2022-12-30 or 30.12.2022"),
        ("---\nsource: javascript:alert(1)\n---\n", "seeds/a.md:2: 'javascript:alert(1)' is no address of a page; it must begin with http:// or https://"),
        ("---\nlanguage: fr\n---\n", "seeds/a.md:2: unknown language 'fr'; use de or en"),
        ("---\nnoindex: vielleicht\n---\n", "seeds/a.md:2: 'vielleicht' is neither true nor false; taken as true"),
        ("---\ntitle: a\ntitle: b\n---\n", "seeds/a.md:3: 'title' is given twice; remove one of the two"),
        ("---\ntitle: a: b\n---\n", "seeds/a.md:2: front matter is no valid YAML (mapping values are not allowed here); put values with : or # in quotes"),
        ("---\ntitle: {a: b}\n---\n", "seeds/a.md:2: front matter is nested too deeply; give a value or a list of values"),
        ("---\ntitle: a\n", "seeds/a.md:1: front matter is never closed; add a line with --- after it"),
        ("+++\ntitle = a\n+++\n", "seeds/a.md:2: front matter is no valid TOML (invalid value); write lines like title = '…'"),
        ("+++\ndate = 1\n+++\n", "seeds/a.md:2: '1' is no date; write it as 2022-12-30 or 30.12.2022"),
        ("---\na: " + "[" * 2000 + "\n---\n", "seeds/a.md:1: front matter is no valid YAML (too many brackets); give values or lists of values"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_one_line(text: str, expected: str) -> None:
    _, _, problems = parse("a.md", text)
    assert [str(problem) for problem in problems] == [expected]


def test_front_matter_that_cannot_be_read_stops_the_article() -> None:
    assert parse("a.md", "---\nnoindex: true: x\n---\n")[0] is None


def test_a_title_stays_as_it_was_written() -> None:
    for written in ("2022", "No", "1e3", "null!"):
        declared = parse("a.md", f"---\ntitle: {written}\n---\n")[0]
        assert declared is not None
        assert declared.title == written


@pytest.mark.parametrize(
    "text", ["", "Text", "---\n\nText\n\n---\n", "----\ntitle: a\n----\n", " ---\ntitle: a\n---\n"]
)
def test_other_texts_have_no_front_matter(text: str) -> None:
    assert parse("a.md", text) == (Declared(), 0, ())


def test_empty_front_matter_declares_nothing() -> None:
    assert parse("a.md", "---\n---\nText") == (Declared(), 8, ())
    assert parse("a.md", "---\n# nothing yet\n---\nText")[0] == Declared()


def test_dates_are_read_in_two_ways() -> None:
    assert (
        parse_date("2022-12-30T10:00:00")
        == parse_date("30.12.2022")
        == parse_date("30. 12. 2022")
        == dt.date(2022, 12, 30)
    )
    assert parse_date("12/30/2022") is None


@given(st.text(alphabet="-+\n:=[]{}\"'#& *!titledaen0123456789.", max_size=80), st.sampled_from(["---\n", "+++\n"]))
def test_no_text_breaks_the_reader(text: str, fence: str) -> None:
    declared, begin, problems = parse("a.md", f"{fence}title{text}\n{fence}")
    assert begin >= 0
    assert declared is not None or len(problems) == 1
