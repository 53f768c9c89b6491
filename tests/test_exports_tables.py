"""Mentions, figures and dates as tables."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config import Settings
from generator.exports.tables import (
    MENTION_COLUMNS,
    QUANTITY_COLUMNS,
    date_table,
    figure_table,
    mention_table,
    plain,
    table_descriptions,
)
from generator.model import Corpus
from tests.written import small_corpus, write_article, write_corpus

SETTINGS = Settings()


def _rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_the_columns_of_mentions_are_as_promised(golden: Callable[[str, str], None]) -> None:
    (table,) = mention_table(small_corpus(), SETTINGS)
    assert table.path == "data/mentions.csv"
    assert table.content.decode().split("\r\n")[0] == "article,start,end,text,label,entity,anchor,layer"
    golden("exports/mentions.csv", table.content.decode().replace("\r\n", "\n"))


def test_the_columns_of_figures_are_as_promised(golden: Callable[[str, str], None]) -> None:
    (table,) = figure_table(small_corpus(), SETTINGS)
    assert table.path == "data/figures.csv"
    head = table.content.decode().split("\r\n")[0]
    assert head == "article,start,end,text,kind,value,low,high,unit,counted,approximate,anchor"
    golden("exports/figures.csv", table.content.decode().replace("\r\n", "\n"))


def test_dates_are_a_table_of_their_own() -> None:
    (table,) = date_table(small_corpus(), SETTINGS)
    (row,) = _rows(table.content)
    assert (row["article"], row["text"], row["kind"], row["value"], row["anchor"]) == (
        "besuch", "am 21. März", "date", "2023-03-21", "d-1",
    )  # fmt: skip


def test_offsets_are_code_points_into_the_text() -> None:
    corpus = small_corpus()
    texts = {article.document.slug: article.document.text for article in corpus.articles}
    for export in (mention_table, figure_table, date_table):
        (table,) = export(corpus, SETTINGS)
        for row in _rows(table.content):
            assert texts[row["article"]][int(row["start"]) : int(row["end"])] == row["text"]


def test_every_mention_names_an_entity_and_an_anchor_of_its_own() -> None:
    corpus = small_corpus()
    (table,) = mention_table(corpus, SETTINGS)
    rows = _rows(table.content)
    assert {row["entity"] for row in rows} <= corpus.by_id.keys()
    assert len({(row["article"], row["anchor"]) for row in rows}) == len(rows)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("3.5E+9"), "3500000000"),
        (Decimal("1E-7"), "0.0000001"),
        (Decimal("12.50"), "12.50"),
        (Decimal(-5), "-5"),
        ("2023-03", "2023-03"),
        (None, ""),
    ],
)
def test_numbers_stand_without_exponent(value: Decimal | str | None, expected: str) -> None:
    assert plain(value) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('=HYPERLINK("https://x")', '\'=HYPERLINK("https://x")'),
        ("@SUM(A1:A9)", "'@SUM(A1:A9)"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("\t=1+cmd(x)", "'\t=1+cmd(x)"),
        ("-5 Grad", "-5 Grad"),
        ("@beispiel", "@beispiel"),
        ("AT&T (USA)", "AT&T (USA)"),
    ],
)
def test_only_what_a_spreadsheet_would_run_is_marked(text: str, expected: str) -> None:
    corpus = write_corpus([write_article("a", "[Xx|people/x]")])
    mention = replace(corpus.articles[0].mentions[0].mention, text=text)
    linked = replace(corpus.articles[0].mentions[0], mention=mention)
    (table,) = mention_table(Corpus(articles=(replace(corpus.articles[0], mentions=(linked,)),), entities=()), SETTINGS)
    assert _rows(table.content)[0]["text"] == expected


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: text[0] not in "=+-@\t\r "))
def test_any_text_comes_back_from_the_table(text: str) -> None:
    corpus = write_corpus([write_article("a", "[Xx|people/x]")])
    mention = replace(corpus.articles[0].mentions[0].mention, text=text)
    linked = replace(corpus.articles[0].mentions[0], mention=mention)
    (table,) = mention_table(Corpus(articles=(replace(corpus.articles[0], mentions=(linked,)),), entities=()), SETTINGS)
    assert _rows(table.content)[0]["text"] == text


def test_every_column_says_what_it_means() -> None:
    (described,) = table_descriptions(small_corpus(), Settings(title="Probe"))
    tables = json.loads(described.content)["tables"]
    columns = {table["url"]: tuple(column["name"] for column in table["tableSchema"]["columns"]) for table in tables}
    assert columns == {"mentions.csv": MENTION_COLUMNS, "figures.csv": QUANTITY_COLUMNS, "dates.csv": QUANTITY_COLUMNS}
