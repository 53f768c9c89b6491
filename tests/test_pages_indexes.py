"""The indexes from A to Z, the list of articles, home, about, not found, moved."""

import pprint
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from generator.model import Corpus, Page, Redirect
from generator.pages import PAGES, Made, Pipeline, Score, Site
from generator.pages.about import AboutView, about_page
from generator.pages.articles import ArticlesView, article_lists, lead
from generator.pages.home import HomeView, home_page
from generator.pages.indexes import IndexView, index_pages
from generator.pages.notfound import notfound_page
from generator.pages.redirect import redirect_pages
from tests.sample import render_pages, sample_site
from tests.written import write_article, write_corpus

EMPTY = write_corpus(())


def _main(html: str) -> str:
    return html[html.index("<main") : html.index("</main>")]


def _index(corpus: Corpus, path: str = "people/index.html") -> IndexView:
    view = next(page.view for page in index_pages(sample_site(corpus)) if page.path == path)
    assert isinstance(view, IndexView)
    return view


def _home(corpus: Corpus | None = None) -> HomeView:
    view = next(home_page(sample_site(corpus))).view
    assert isinstance(view, HomeView)
    return view


def _people(*names: str) -> Corpus:
    text = " ".join(f"[{name}|people/p{number}]" for number, name in enumerate(names))
    return write_corpus((write_article("a", text, date="2023-02-03"),))


def test_an_index_is_filed_as_german_dictionaries_do() -> None:
    view = _index(_people("Zander", "Özil", "Ohm", "Äpfel", "Apfel", "3M", "Ödön", "straße", "Strasser"))
    assert [(letter.letter, [row.name for part in letter.parts for row in part]) for letter in view.letters] == [
        ("#", ["3M"]),
        ("A", ["Apfel", "Äpfel"]),
        ("O", ["Ödön", "Ohm", "Özil"]),
        ("S", ["straße", "Strasser"]),
        ("Z", ["Zander"]),
    ]
    assert view.summary == "9 Personen, 9 Nennungen"


def test_an_entry_has_count_bar_and_last_mention() -> None:
    corpus = write_corpus(
        (
            write_article("b", "[Xi|people/xi] [Xi|people/xi] [Xi|people/xi] [Xi|people/xi]", date="2023-02-03"),
            write_article("a", "[Putin|people/putin] [Xi|people/xi]", date="2022-01-09"),
        ),
        people__putin={"description": "Präsident"},
    )
    rows = [row for letter in _index(corpus).letters for part in letter.parts for row in part]
    assert [(row.name, row.note, row.count, row.share, row.last) for row in rows] == [
        ("Putin", "Präsident", 1, 20, "2022-01-09"),
        ("Xi", "", 5, 100, "2023-02-03"),
    ]


def test_anchors_of_letters_are_unique() -> None:
    letters = _index(_people("Żaba", "Zebra", "Åsa", "Жан", "Ω", "9", "!")).letters
    assert len({letter.anchor for letter in letters}) == len(letters)


def test_the_index_page_is_as_it_was(golden: Callable[[str, str], None]) -> None:
    site = sample_site()
    page = next(page for page in index_pages(site) if page.path == "places/index.html")
    golden("pages/index.html", _main(render_pages(site, page)[page.path]))


def test_a_long_index_has_letters_and_a_filter(golden: Callable[[str, str], None]) -> None:
    names = [f"{initial}{rest}" for rest in ("al", "eb", "ig") for initial in "BDFHKLMNT"]
    site = sample_site(_people(*names))
    page = next(page for page in index_pages(site) if page.path == "people/index.html")
    golden("pages/index-letters.html", _main(render_pages(site, page)[page.path]))


@pytest.mark.parametrize(
    ("many", "narrowed", "lettered"), [(8, False, False), (9, True, False), (24, True, False), (25, True, True)]
)
def test_a_list_seen_at_a_glance_has_neither(many: int, narrowed: bool, lettered: bool) -> None:
    corpus = _people(*(f"{chr(65 + number)}xel" for number in range(many)))
    view = _index(corpus)
    assert (view.narrowed, view.lettered) == (narrowed, lettered)
    site = sample_site(corpus)
    html = render_pages(site, *index_pages(site))["people/index.html"]
    assert ("data-filter" in html, '<nav class="letters"' in html) == (narrowed, lettered)
    assert html.count("<data value=") == many


def test_only_dated_entries_can_be_sorted_by_their_last_mention() -> None:
    assert _index(_people("Xi")).dated
    assert not _index(write_corpus((write_article("a", "[Xi|people/xi]"),))).dated


def test_the_home_page_is_as_it_was(golden: Callable[[str, str], None]) -> None:
    site = sample_site()
    golden("pages/home.html", _main(render_pages(site, *home_page(site))["index.html"]))
    golden("pages/home.txt", pprint.pformat(replace(_home(), chrome=None), width=140) + "\n")  # type: ignore[arg-type]


def test_home_counts_what_there_is_and_names_the_most_named() -> None:
    view = _home()
    assert [(count.number, count.label) for count in view.counts] == [
        ("4", "Artikel"), ("2", "Personen"), ("3", "Orte"), ("1", "Organisation"), ("4", "Zahlen"),
    ]  # fmt: skip
    assert view.lists[0].rows[0].share == 100
    assert not view.more


def test_the_figure_of_note_says_something_by_itself() -> None:
    padding = "und das war an diesem Tag in der ganzen Stadt zu hören und zu sehen"
    article = write_article(
        "a", f"Es waren {{zwei|number|2}}, {padding}.\nEs flogen {{85|number|85}} Raketen, {padding}."
    )
    counted = replace(article, figures=(article.figures[0], replace(article.figures[1], counted="Raketen")))
    note = _home(write_corpus((counted,))).note
    assert note
    assert (note.text, note.counted, note.target) == ("85", "Raketen", "articles/a.html#f-2")
    assert _home(write_corpus((article,))).note is None


@pytest.mark.parametrize("make", [home_page, article_lists, index_pages, about_page, notfound_page])
def test_an_empty_collection_is_rendered_without_a_fault(make: Callable[[Site], Iterator[Page]]) -> None:
    site = sample_site(EMPTY, base_url="")
    for html in render_pages(site, *make(site)).values():
        assert "<h1>" in html


def test_every_page_says_in_a_sentence_what_it_is() -> None:
    site = sample_site()
    pages = [page for make in PAGES for page in make(site)]
    views = [page.view for page in pages if page.template not in ("redirect.html", "404.html", "map.svg")]
    assert len(views) > 10
    assert [view.chrome.title for view in views if not view.chrome.description] == []  # type: ignore[attr-defined]


def test_an_empty_index_says_what_to_do_next() -> None:
    site = sample_site(EMPTY)
    html = render_pages(site, *index_pages(site))["people/index.html"]
    assert "Hier steht noch nichts." in html
    assert "data-filter" not in html


def test_articles_are_listed_by_year_newest_first() -> None:
    corpus = write_corpus(
        (
            write_article("c", "Text", date="2023-02-03", publisher="Bote"),
            write_article("b", "Text", date="2022-01-09", publisher="Kurier", language="en"),
            write_article("a", "Text"),
        )
    )
    view = next(article_lists(sample_site(corpus))).view
    assert isinstance(view, ArticlesView)
    assert [year.heading for year in view.years] == ["2023", "2022", "Ohne Datum"]
    assert [teaser.publisher for year in view.years for teaser in year.teasers] == ["Bote", "Kurier", ""]
    assert view.years[1].teasers[0].language == "en"
    assert view.summary == "3 Artikel, 9. Januar 2022 – 3. Februar 2023"


def test_a_lead_is_the_subtitle_or_the_beginning_cut_at_a_word() -> None:
    assert lead(write_article("a", "Text", subtitle="Ein Untertitel")) == "Ein Untertitel"
    assert lead(write_article("a", "> Werbung\nKurz.")) == "Kurz."
    long = lead(write_article("a", "Wort " * 60))
    assert long.endswith("Wort …")
    assert len(long) < 200


def test_a_lead_does_not_say_a_made_title_twice() -> None:
    article = write_article(
        "a", "Kiew ist am Abend beschossen worden, heißt es.", title="Kiew ist am Abend …", title_made=True
    )
    assert lead(article) == "… beschossen worden, heißt es."
    whole = write_article("a", "Kiew ist beschossen worden.", title="Kiew ist beschossen worden", title_made=True)
    assert lead(whole) == ""


def test_the_about_page_says_how_good_the_pipeline_is() -> None:
    made = Made(
        version="1.0",
        pipelines=(Pipeline("de", "fundstelle-de", "0.3", (Score("GermEval", "PERSON", 0.84, 0.8, 0.82, 5099),)),),
    )
    site = replace(sample_site(), made=made)
    html = render_pages(site, *about_page(site))["about/index.html"]
    assert "Artikel auf Deutsch hat fundstelle-de 0.3 erschlossen." in html
    assert "Gemessen an GermEval (5.099 Texte)" in html
    assert all(share in html for share in ("84\xa0%", "80\xa0%", "82\xa0%"))
    assert 'id="data"' in html


def test_the_about_page_says_where_to_report() -> None:
    site = sample_site()
    for contact, href in (("a@b.de", "mailto:a@b.de"), ("https://b.de/x", "https://b.de/x")):
        named = replace(site, settings=replace(site.settings, contact=contact))
        view = next(about_page(named)).view
        assert isinstance(view, AboutView)
        assert view.contact_link == href


def test_the_page_not_found_is_kept_out_of_search_engines_and_leads_on() -> None:
    site = sample_site()
    html = render_pages(site, *notfound_page(site))["404.html"]
    assert '<meta name="robots" content="noindex">' in html
    assert 'href="/archiv/people/index.html"' in html


def test_a_moved_entity_leads_to_its_new_address() -> None:
    corpus = write_corpus((write_article("a", "[Kiew|places/kiew] [Kyjiw|places/kyjiw]"),))
    moved = (
        Redirect("places/kyiv", "places/kiew"),
        Redirect("places/kyjiw", "places/kiew"),
        Redirect("places/x", "places/gone"),
    )
    site = sample_site(replace(corpus, redirects=moved))
    html = render_pages(site, *redirect_pages(site))
    assert list(html) == ["places/kyiv.html"]
    assert '<meta http-equiv="refresh" content="0; url=kiew.html">' in html["places/kyiv.html"]
    assert '<link rel="canonical" href="https://example.org/archiv/places/kiew.html">' in html["places/kyiv.html"]


def test_a_long_letter_is_cut_into_lists_that_fit_a_window() -> None:
    names = [f"Berg {number:03}" for number in range(120)]
    (letter,) = _index(_people(*names)).letters
    assert [len(part) for part in letter.parts] == [50, 50, 20]
    assert [row.name for part in letter.parts for row in part] == names
