"""The index of figures, its order and its addresses."""

import pprint
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from generator.model import Article, Corpus
from generator.pages import catalogue as room
from generator.pages.catalogue import catalogue
from generator.pages.figures import FiguresView, figure_pages
from tests.sample import render_pages, sample_site
from tests.written import write_article, write_corpus


def _article(slug: str, *figures: tuple[str, str, str | None, str]) -> Article:
    """Return an article with figures as (value, kind, unit, counted), a sentence each."""
    article = write_article(
        slug, "\n".join(f"Es sind {{{value}|number|{value}}} hier" for value, *_ in figures), date="2023-02-03"
    )
    return replace(
        article,
        figures=tuple(
            replace(found, kind=kind, unit=unit, counted=counted)
            for found, (_, kind, unit, counted) in zip(article.figures, figures, strict=True)
        ),
    )


def views(corpus: Corpus | None = None) -> dict[str, FiguresView]:
    found = {}
    for page in figure_pages(sample_site(corpus)):
        assert isinstance(page.view, FiguresView)
        found[page.path] = page.view
    return found


MIXED = write_corpus(
    (
        _article("b", ("3", "dimension", "km", ""), ("20", "percentage", "%", ""), ("2", "ordinal", None, "")),
        _article("a", ("400", "dimension", "m", ""), ("85", "number", None, "Raketen"), ("5", "currency", "EUR", "")),
    )
)


def test_the_view_is_as_it_was(golden: Callable[[str, str], None]) -> None:
    view = replace(views(MIXED)["figures/index.html"], chrome=None)  # type: ignore[arg-type]
    golden("pages/figures.txt", pprint.pformat(view, width=140) + "\n")


def test_figures_are_grouped_by_kind_and_sorted_by_value_within_a_dimension() -> None:
    view = views(MIXED)["figures/index.html"]
    assert [tab.label for tab in view.tabs] == ["Gezähltes", "Geld", "Prozent", "Maße"]
    assert [[row.value for row in section.rows] for section in view.chapters[-1].sections] == [["400\xa0m", "3\xa0km"]]
    assert view.units == ("Euro", "Kilometer", "Meter", "Prozent")
    assert view.summary == "5 Zahlen in 2 Artikeln"


def test_a_row_is_the_sentence_with_the_figure_at_its_place() -> None:
    row = views(MIXED)["figures/index.html"].chapters[0].sections[0].rows[0]
    assert (row.left, row.text, row.right) == ("Es sind ", "85", " hier")
    assert (row.anchor, row.target, row.number, row.counted) == ("a-f-2", "articles/a.html#f-2", "85", "Raketen")


def test_ordinals_are_not_in_the_index() -> None:
    assert (0, 3) not in catalogue(MIXED).addresses


def test_what_is_counted_often_has_a_group_of_its_own() -> None:
    figures = [(str(n), "number", None, "Tote") for n in (8, 3, 5, 120, 9, 11, 40, 2)] + [("7", "number", None, "Kühe")]
    sections = views(write_corpus((_article("a", *figures),)))["figures/index.html"].chapters[0].sections
    assert [(section.heading, section.count) for section in sections] == [("Tote", "8"), ("Seltener Gezähltes", "1")]
    assert [row.text for row in sections[0].rows] == ["2", "3", "5", "8", "9", "11", "40", "120"]
    assert sections[0].plot
    assert sections[1].plot is None


def test_every_address_is_a_row_of_the_page_it_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "ONE_PAGE", 5)
    monkeypatch.setattr(room, "MOST_ON_A_PAGE", 4)
    corpus = write_corpus(
        (
            _article("b", *((str(n), "number", None, "Tote") for n in range(1, 8)), ("9", "age", "a", "")),
            _article("a", *((str(n), "number", None, f"Dinge{n}") for n in range(1, 6))),
        )
    )
    html = render_pages(sample_site(corpus), *figure_pages(sample_site(corpus)))
    assert sorted(html) == [
        "figures/age.html",
        "figures/index.html",
        "figures/number.2.html",
        "figures/number.3.html",
        "figures/number.html",
    ]
    addresses = catalogue(corpus).addresses
    assert len(addresses) == 13
    for address in addresses.values():
        path, _, anchor = address.partition("#")
        assert f'<li id="{anchor}"' in html[path]
    assert [part.label for part in views(corpus)["figures/number.html"].parts] == ["1 – 4", "Tote – …", "2 – 5"]


def test_the_overview_of_many_figures_leads_to_the_kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "ONE_PAGE", 2)
    view = views(replace(MIXED))["figures/index.html"]
    assert [tab.target for tab in view.tabs] == [
        "figures/number.html",
        "figures/currency.html",
        "figures/percentage.html",
        "figures/dimension.html",
    ]
    assert [row.text for row in view.chapters[-1].sections[0].rows] == ["3", "400"]


def test_without_figures_the_page_says_what_will_be_there() -> None:
    corpus = write_corpus((write_article("a", "Nichts."),))
    page = next(iter(figure_pages(sample_site(corpus))))
    assert "Noch keine Zahlen." in render_pages(sample_site(corpus), page)[page.path]


def test_a_figure_without_a_number_stands_at_the_end() -> None:
    article = _article("a", ("1", "number", None, ""), ("900", "number", None, ""))
    vague = replace(article.figures[0], value=None, vague=True)
    corpus = write_corpus((replace(article, figures=(vague, article.figures[1])),))
    rows = views(corpus)["figures/index.html"].chapters[0].sections[0].rows
    assert [(row.number, row.value) for row in rows] == [("900", "900"), ("", "")]
    assert catalogue(corpus).sheets[0].groups[0].entries[0].value == Decimal(900)
