"""Mentions, figures and dates as tables: CSV by RFC 4180 in UTF-8 without byte order mark, numbers with a point.

Figures and dates are two tables with the same columns, as they are two layers on the page: whoever sums up figures must not
meet years. The texts are exact, with one exception: what a spreadsheet would run as a formula (`=HYPERLINK(…)`) gets an
apostrophe in front. A mere sign (`-5 Grad`) runs nothing and stays.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from generator.config import Settings
from generator.model import Artifact, Corpus, Quantity

MENTION_COLUMNS = ("article", "start", "end", "text", "label", "entity", "anchor", "layer")
"""Columns of `data/mentions.csv`."""
QUANTITY_COLUMNS = (
    "article", "start", "end", "text", "kind", "value", "low", "high", "unit", "counted", "approximate", "anchor",
)  # fmt: skip
"""Columns of `data/figures.csv` and `data/dates.csv`."""

_FORMULA = re.compile(r"[\s]*[=+\-@].*[(!|]", re.DOTALL)
_MEANINGS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "article": ("string", "slug of the article: articles/<article>.html, data/articles/<article>.json"),
        "start": ("nonNegativeInteger", "first code point in the article's text"),
        "end": ("nonNegativeInteger", "code point after the last one"),
        "text": ("string", "the words themselves; an apostrophe precedes what a spreadsheet would run as a formula"),
        "label": ("string", "PERSON, PLACE, ORGANISATION or DEMONYM (points to a place without naming it)"),
        "entity": ("string", "id of the entity in data/entities.json: <entity>.html"),
        "anchor": ("string", "fragment of the article's page"),
        "layer": ("string", "who found it: model, rule, authority or curator"),
        "kind": ("string", "number, percentage, currency, dimension, duration, …; date, time, daterange, …"),
        "value": (
            "string",
            "the number in its unit, with a decimal point; a date or time by ISO 8601; empty for a range",
        ),
        "low": ("string", "lower end of a range"),
        "high": ("string", "upper end of a range"),
        "unit": ("string", "ISO 4217 for money, %, km, m2, km/h, C, h, a, …"),
        "counted": ("string", "head noun of what is counted, as the text has it"),
        "approximate": ("boolean", "whether the text says so ('rund', 'etwa')"),
    }
)


def mention_table(corpus: Corpus, _settings: Settings) -> Iterator[Artifact]:
    """Return `data/mentions.csv`: a row per mention, in corpus order."""
    rows = (
        (
            article.document.slug,
            linked.mention.start,
            linked.mention.end,
            harmless(linked.mention.text),
            linked.mention.label,
            linked.entity,
            linked.anchor,
            linked.mention.layer,
        )
        for article in corpus.articles
        for linked in article.mentions
    )
    yield Artifact("data/mentions.csv", table(MENTION_COLUMNS, rows))


def figure_table(corpus: Corpus, _settings: Settings) -> Iterator[Artifact]:
    """Return `data/figures.csv`: a row per figure, in corpus order."""
    rows = (row for article in corpus.articles for row in _quantities(article.document.slug, article.figures, "f"))
    yield Artifact("data/figures.csv", table(QUANTITY_COLUMNS, rows))


def date_table(corpus: Corpus, _settings: Settings) -> Iterator[Artifact]:
    """Return `data/dates.csv`: a row per date or time, in corpus order."""
    rows = (row for article in corpus.articles for row in _quantities(article.document.slug, article.dates, "d"))
    yield Artifact("data/dates.csv", table(QUANTITY_COLUMNS, rows))


def table_descriptions(_corpus: Corpus, settings: Settings) -> Iterator[Artifact]:
    """Return `data/csv-metadata.json`: what each column of the tables means, by W3C Tabular Metadata (CSVW)."""
    tables = (
        ("mentions.csv", MENTION_COLUMNS),
        ("figures.csv", QUANTITY_COLUMNS),
        ("dates.csv", QUANTITY_COLUMNS),
    )
    description = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": settings.title,
        "tables": [
            {
                "url": url,
                "tableSchema": {"columns": [_column(name) for name in columns], "primaryKey": ["article", "anchor"]},
            }
            for url, columns in tables
        ],
    }
    yield Artifact("data/csv-metadata.json", (json.dumps(description, ensure_ascii=False, indent=1) + "\n").encode())


def plain(value: Decimal | str | None) -> str:
    """Return a value as a table has it: no exponent, no thousands, a decimal point; nothing for None.

    >>> plain(Decimal("1.2E+6"))
    '1200000'
    """
    if value is None:
        return ""
    return format(value, "f") if isinstance(value, Decimal) else value


def _column(name: str) -> dict[str, object]:
    datatype, meaning = _MEANINGS[name]
    return {"name": name, "datatype": datatype, "dc:description": meaning}


def _quantities(slug: str, quantities: Iterable[Quantity], letter: str) -> Iterator[tuple[object, ...]]:
    for number, quantity in enumerate(quantities, 1):
        yield (
            slug,
            quantity.start,
            quantity.end,
            harmless(quantity.text),
            quantity.kind,
            plain(quantity.value),
            plain(quantity.low),
            plain(quantity.high),
            quantity.unit or "",
            harmless(quantity.counted),
            "true" if quantity.approximate else "false",
            f"{letter}-{number}",
        )


def harmless(text: str) -> str:
    """Return a text as a table has it: with an apostrophe before what a spreadsheet would run."""
    return f"'{text}" if text[:1] in "=+-@\t\r " and _FORMULA.match(text) else text


def table(columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> bytes:
    """Return a table with its head by RFC 4180."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue().encode()
