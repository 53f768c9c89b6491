import html
import pprint
import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

import pytest

from generator.model import SET_APART, Page
from generator.pages.article import ArticleView, article_pages
from tests.sample import every_kind, render_pages, sample_site
from tests.written import write_article, write_corpus


def view_of(page: Page) -> ArticleView:
    assert isinstance(page.view, ArticleView)
    return page.view


@lru_cache
def sample_pages() -> tuple[Page, ...]:
    return tuple(article_pages(sample_site()))


def view(slug: str = "alles") -> ArticleView:
    return view_of(next(page for page in sample_pages() if page.path == f"articles/{slug}.html"))


def words(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


def test_the_view_is_as_it_was(golden: Callable[[str, str], None]) -> None:
    golden("pages/article.txt", pprint.pformat(replace(view(), chrome=None), width=140) + "\n")  # type: ignore[arg-type]


def test_the_page_is_as_it_was(golden: Callable[[str, str], None]) -> None:
    page = next(page for page in sample_pages() if page.path == "articles/alles.html")
    golden("pages/article.html", render_pages(sample_site(), page)[page.path])


def test_every_block_of_the_text_is_on_the_page_unchanged() -> None:
    document = every_kind().document
    shown = [words(view().headline)]
    for run in view().runs:
        shown += [words(part) for passage in run.passages for part in (passage.dateline, passage.html) if part]
    assert sorted(shown) == sorted(document.text[block.start : block.end] for block in document.blocks)


def test_what_came_with_the_source_stands_apart_with_a_label_and_without_names() -> None:
    apart = [run for run in view().runs if run.kind in ("apart", "credit")]
    assert [run.label for run in apart] == [
        "Aus der Quelle: Rest der Seite",
        "Aus der Quelle: Bildnachweis",
        "Aus der Quelle: Teaser",
    ]
    assert sum(len(run.passages) for run in apart) == sum(b.kind in SET_APART for b in every_kind().document.blocks)
    assert not any('class="m' in passage.html for run in apart for passage in run.passages)


def test_headings_of_the_text_start_below_the_title_and_leave_no_step_out() -> None:
    assert [p.level for run in view().runs if run.kind == "subheading" for p in run.passages] == [2, 3]


def test_the_dateline_stands_before_the_first_paragraph_and_its_places_in_the_kicker() -> None:
    paragraph = next(run for run in view().runs if run.kind == "paragraph")
    assert words(paragraph.passages[0].dateline) == "Kiew, Moskau"
    assert [(place.href, place.words) for place in view().places] == [
        ("../places/kiew.html", "Kiew"),
        ("../places/moskau.html", "Moskau"),
    ]


def test_a_paragraph_leads_to_its_first_sentence_in_the_original() -> None:
    paragraph = next(run for run in view().runs if run.kind == "paragraph")
    assert paragraph.passages[0].source.startswith(
        "https://example.org/alles#:~:text=Am%20Freitag%20sprach%20Präsident,"
    )


def test_an_article_without_source_has_no_such_links() -> None:
    assert all(not passage.source for run in view("angriff").runs for passage in run.passages)
    assert view("angriff").source is None


def test_cards_stand_in_the_order_in_which_the_page_names_things() -> None:
    assert [card.name for card in view().cards] == [
        "Wladimir Putin",
        "Kiew",
        "Moskau",
        "Xi Jinping",
        "Russland",
        "Nato",
    ]


def test_each_card_has_one_first_mention_with_its_number() -> None:
    pages = render_pages(sample_site(), *sample_pages())
    for page in sample_pages():
        assert len(re.findall(r'class="m [^"]* first"', pages[page.path])) == len(view_of(page).cards)


def test_a_card_counts_here_and_elsewhere_and_quotes_elsewhere() -> None:
    putin, *_, nato = view().cards
    assert putin.counts == "2\xa0× hier, 5\xa0× in 3 Artikeln"
    assert putin.elsewhere is not None
    assert putin.elsewhere.href == "besuch.html#m-4"
    assert putin.elsewhere.line.keyword == "Wladimir Putin"
    assert nato.elsewhere is not None
    assert nato.elsewhere.title == "Angriff <am> Morgen & Abend"


def test_what_only_this_article_names_says_so() -> None:
    site = sample_site(write_corpus([write_article("a", "[Ada|people/ada] und [Ada|people/ada].")]))
    card = view_of(next(article_pages(site))).cards[0]
    assert (card.counts, card.elsewhere) == ("2\xa0× hier, sonst nirgends", None)


def test_the_panel_lists_each_entity_once_by_frequency_and_figures_as_they_come() -> None:
    entries = {
        group.key: [(entry.name, entry.count, entry.anchor) for entry in group.entries] for group in view().groups
    }
    assert entries == {
        "person": [("Wladimir Putin", 2, "m-1"), ("Xi Jinping", 2, "m-5")],
        "place": [("Kiew", 3, "m-2"), ("Moskau", 1, "m-3"), ("Russland", 1, "m-7")],
        "organisation": [("Nato", 1, "m-10")],
        "figure": [("85", 1, "f-1"), ("fünf", 1, "f-2")],
        "date": [("Freitag", 1, "d-1")],
    }


def test_every_address_on_the_page_exists_and_is_given_once() -> None:
    for text in render_pages(sample_site(), *sample_pages()).values():
        ids = re.findall(r'\sid="([^"]+)"', text)
        assert len(ids) == len(set(ids))
        assert set(re.findall(r'href="#([^"]+)"', text)) <= set(ids)


def test_an_article_that_names_nothing_has_neither_legend_nor_panel() -> None:
    site = sample_site(write_corpus([write_article("leer", "Niemand kommt vor.")]))
    page = next(article_pages(site))
    text = render_pages(site, page)[page.path]
    assert 'class="legend"' not in text
    assert 'class="panel"' not in text
    assert "Niemand kommt vor." in text


def test_an_english_article_says_so_on_a_german_site() -> None:
    site = sample_site(
        write_corpus([write_article("e", "[Nato|organisations/nato] met.", title="A meeting", language="en")])
    )
    page = next(article_pages(site))
    text = render_pages(site, page)[page.path]
    assert '<html lang="de">' in text
    assert '<div class="text" id="text" lang="en">' in text
    assert '<h1 lang="en">' in text


def test_words_of_another_language_say_so_wherever_they_stand() -> None:
    english = write_article(
        "e",
        "[Nato|organisations/nato] sent {five|number|5} planes.",
        title="A meeting",
        language="en",
        date="2023-02-02",
    )
    german = write_article("d", "[Nato|organisations/nato] tagte.", title="Ein Treffen", date="2023-02-01")
    site = sample_site(write_corpus([english, german]))
    pages = render_pages(site, *article_pages(site))
    assert '<td lang="en"><a href="#f-1">five</a></td>' in pages["articles/e.html"]
    assert '<span lang="en">A meeting</span>' in pages["articles/d.html"]
    assert '<blockquote class="card-elsewhere" lang="en">' in pages["articles/d.html"]
    assert '<blockquote class="card-elsewhere">' in pages["articles/e.html"]
    assert "<span>Ein Treffen</span>" in pages["articles/e.html"]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "de",
            "Der Bote: „Putin & <Partner>“, 4. Februar 2023. In: Probe, https://example.org/archiv/articles/alles.html",
        ),
        (
            "en",
            "Der Bote: “Putin & <Partner>”, February 4, 2023. In: Probe, https://example.org/archiv/articles/alles.html",
        ),
    ],
)
def test_an_article_can_be_cited(language: str, expected: str) -> None:
    pages = article_pages(sample_site(language=language))
    assert view_of(next(page for page in pages if page.path == "articles/alles.html")).cite == expected


def test_the_same_site_gives_the_same_views() -> None:
    assert [repr(page) for page in article_pages(sample_site())] == [
        repr(page) for page in article_pages(sample_site())
    ]


def test_a_related_article_says_why_in_words() -> None:
    text = "[Cherson|places/cherson] und [Kyrylo Tymoschenko|people/kyrylo-tymoschenko]."
    corpus = write_corpus(
        [
            *(write_article(slug, text, title=slug.upper()) for slug in "ab"),
            *(write_article(slug, "Nichts.") for slug in "cde"),
        ]
    )
    (link,) = view_of(next(article_pages(sample_site(corpus)))).related
    assert (link.href, link.words, link.remark) == ("b.html", "B", "beide nennen Kyrylo Tymoschenko und Cherson")


def test_a_long_headline_is_set_smaller() -> None:
    titles = (
        "Kurz",
        "Ein Titel, der so lang ist, dass er in großen Lettern die halbe Seite füllen würde, ehe der Text beginnt",
    )
    corpus = write_corpus([write_article(f"a{n}", "Text.", title=title) for n, title in enumerate(titles)])
    pages = tuple(article_pages(sample_site(corpus)))
    assert [view_of(page).long for page in pages] == [False, True]
    assert '<h1 class="long"' in render_pages(sample_site(corpus), pages[1])[pages[1].path]


def test_neighbours_are_older_and_newer() -> None:
    assert (view().newer, view().older) != (None, None)
    first = view_of(sample_pages()[0])
    assert first.newer is None
    assert first.older is not None
    assert first.older.href == "alles.html"
