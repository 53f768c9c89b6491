"""The timeline, its order and its addresses."""

from dataclasses import replace

import pytest

from generator.model import Corpus, Quantity
from generator.pages import calendar as room
from generator.pages.calendar import Moment, calendar, moment
from generator.pages.timeline import TimelineView, timeline_pages
from tests.sample import render_pages, sample_site
from tests.written import write_article, write_corpus


def views(corpus: Corpus) -> dict[str, TimelineView]:
    found = {}
    for page in timeline_pages(sample_site(corpus)):
        assert isinstance(page.view, TimelineView)
        found[page.path] = page.view
    return found


def _date(value: str | None, kind: str = "date", high: str | None = None) -> Quantity:
    return Quantity(start=0, end=1, text="x", kind=kind, value=value, high=high)


@pytest.mark.parametrize(
    ("value", "kind", "high", "expected"),
    [
        ("2023-03-14", "date", None, Moment(2023, 3, 14)),
        ("2023-03", "date", None, Moment(2023, 3)),
        ("2023", "date", None, Moment(2023)),
        ("2023-03-14T18:30", "datetime", None, Moment(2023, 3, 14, "18:30")),
        ("1990-01-01/1999-12-31", "daterange", "1999-12-31", Moment(1990)),
        ("2021-04-01/2021-06-30", "daterange", "2021-06-30", Moment(2021, 4)),
        ("1943-04-01/1943-06-20", "daterange", "1943-06-20", Moment(1943, 4, 1)),
        ("XXXX-03-14", "date", None, None),
        ("2023-W12", "date", None, Moment(2023)),
        ("2023-02-31", "date", None, None),
        ("T18:30", "time", None, None),
        ("0000", "date", None, None),
        (None, "date", None, None),
    ],
)
def test_a_date_begins_on_a_day_in_a_month_or_in_a_year(
    value: str | None, kind: str, high: str | None, expected: Moment | None
) -> None:
    assert moment(_date(value, kind, high)) == expected


def test_a_moment_is_written_as_html_has_it() -> None:
    assert [found.iso() for found in (Moment(800), Moment(2023, 3), Moment(2023, 3, 4), Moment(2023, 3, 4, "18"))] == [
        "0800", "2023-03", "2023-03-04", "2023-03-04T18:00",
    ]  # fmt: skip


CORPUS = write_corpus(
    (
        write_article(
            "b", "Am {3. Februar 2023|date|2023-02-03} und am {3.2.|date|2023-02-03}\nim Jahr {1989|date|1989}"
        ),
        write_article("a", "Am {Freitag|date|XXXX-WXX-5}, im {März 2023|date|2023-03}, {abends|time|T20:00}"),
    )
)


def test_dates_stand_in_order_under_their_year() -> None:
    view = views(CORPUS)["timeline/index.html"]
    assert [(year.heading, [row.words for row in year.rows]) for year in view.years] == [
        ("1989", [""]),
        ("2023", ["3. Februar", "", "März"]),
    ]
    row = view.years[1].rows[0]
    assert (row.anchor, row.target, row.iso, row.left, row.text) == (
        "b-d-1",
        "articles/b.html#d-1",
        "2023-02-03",
        "Am ",
        "3. Februar 2023",
    )
    assert view.summary == "4 Zeitangaben in 2 Artikeln"


def test_what_is_fixed_to_no_year_is_counted_but_has_no_address() -> None:
    assert calendar(CORPUS).unresolved == 2
    assert sorted(calendar(CORPUS).addresses) == [(0, 1), (0, 2), (0, 3), (1, 2)]
    assert views(CORPUS)["timeline/index.html"].unresolved.startswith("2 Zeitangaben")


def test_many_dates_have_a_page_for_each_year_and_every_address_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "ONE_PAGE", 3)
    corpus = replace(CORPUS)  # another one, for what is made of a corpus is made once
    html = render_pages(sample_site(corpus), *timeline_pages(sample_site(corpus)))
    assert sorted(html) == ["timeline/1989.html", "timeline/2023.html", "timeline/index.html"]
    for address in calendar(corpus).addresses.values():
        path, _, anchor = address.partition("#")
        assert f'<li id="{anchor}"' in html[path]
    overview = views(corpus)["timeline/index.html"]
    assert [(decade.label, [year.label for year in decade.years]) for decade in overview.decades] == [
        ("1980–1989", ["1989"]),
        ("2020–2029", ["2023"]),
    ]


def test_without_dates_the_page_says_what_will_be_there() -> None:
    corpus = write_corpus((write_article("a", "Nichts."),))
    page = next(iter(timeline_pages(sample_site(corpus))))
    assert "Noch keine Zeitangaben." in render_pages(sample_site(corpus), page)[page.path]
