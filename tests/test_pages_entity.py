"""The page of a person, place or organisation."""

import pprint
from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.model import Corpus, Geo, Page, Role
from generator.pages import entity
from generator.pages.entity import EntityView, entity_pages, part_path
from tests.sample import render_pages, sample_site
from tests.written import write_article, write_corpus


def views(corpus: Corpus | None = None) -> dict[str, EntityView]:
    found = {}
    for page in entity_pages(sample_site(corpus)):
        assert isinstance(page.view, EntityView)
        found[page.path] = page.view
    return found


def main_of(html: str) -> str:
    return html[html.index("<main") : html.index("</main>")]


def _page(corpus: Corpus, path: str) -> Page:
    return next(page for page in entity_pages(sample_site(corpus)) if page.path == path)


def test_the_view_is_as_it_was(golden: Callable[[str, str], None]) -> None:
    view = replace(views()["people/wladimir-putin.html"], chrome=None)  # type: ignore[arg-type]
    golden("pages/entity.txt", pprint.pformat(view, width=140) + "\n")


def test_the_page_is_as_it_was(golden: Callable[[str, str], None]) -> None:
    site = sample_site()
    page = next(page for page in entity_pages(site) if page.path == "people/wladimir-putin.html")
    golden("pages/entity.html", main_of(render_pages(site, page)[page.path]))


def test_every_mention_has_a_line_that_leads_to_its_spot() -> None:
    site = sample_site()
    for found in site.corpus.entities:
        view = views()[f"{found.id}.html"]
        targets = [line.target for group in view.groups for line in group.lines]
        articles = site.corpus.articles
        assert targets == [
            f"articles/{articles[locus.article].document.slug}.html#{articles[locus.article].mentions[locus.mention].anchor}"
            for locus in found.loci
        ]


def test_demonyms_stand_apart_and_are_not_counted() -> None:
    view = views()["places/russland.html"]
    assert [line.keyword for group in view.weak for line in group.lines] == ["russische", "russische"]
    assert view.weak_forms == "russische"
    assert "russische" not in [line.keyword for group in view.groups for line in group.lines]


def test_who_is_named_only_by_demonym_says_so() -> None:
    corpus = write_corpus((write_article("a", "Die [russische|~places/russland] Armee"),))
    assert views(corpus)["places/russland.html"].facts == ("nur mittelbar genannt",)


def test_the_facts_are_one_line_in_words() -> None:
    corpus = write_corpus(
        (
            write_article("b", "[Selenski|people/s] und [Wolodimir Selenski|people/s]", date="2023-02-03"),
            write_article("a", "[Selenskyj|people/s]", date="2022-12-30"),
        )
    )
    assert views(corpus)["people/s.html"].facts == (
        "3 Nennungen in 2 Artikeln",
        "30.12.2022\xa0– 03.02.2023",
        "auch: Selenski, Selenskyj",
    )


def test_who_it_is_comes_from_description_role_or_kind_of_place() -> None:
    corpus = write_corpus(
        (write_article("a", "[A|people/a] [B|people/b] [Kiew|places/kiew] [Meer|places/meer] [C|people/c]"),),
        people__a={"description": "Präsident", "roles": (Role("Kanzler", 2, ()),)},
        people__b={"roles": (Role("Kanzlerin", 2, ()),)},
        places__kiew={"geo": Geo(50.45, 30.52, "UA", "703448", "capital")},
        places__meer={"geo": Geo(-43.0, -35.0, "", "", "sea")},
    )
    found = views(corpus)
    assert [
        found[f"{id_}.html"].description for id_ in ("people/a", "people/b", "places/kiew", "places/meer", "people/c")
    ] == [
        "Präsident",
        "Kanzlerin",
        "Hauptstadt, Ukraine",
        "Meer",
        "",
    ]
    assert found["places/kiew.html"].position == "50,45°\xa0N, 30,52°\xa0O"
    assert found["places/meer.html"].position == "43°\xa0S, 35°\xa0W"
    assert [record.label for record in found["places/kiew.html"].records] == ["GeoNames 703448"]


def test_an_open_name_lists_who_may_be_meant() -> None:
    corpus = write_corpus(
        (
            write_article(
                "a", "[Müller|people/mueller] [Anna Müller|people/anna-mueller] [Ben Müller|people/ben-mueller]"
            ),
        ),
        people__mueller={"open": True, "candidates": ("people/anna-mueller", "people/ben-mueller")},
    )
    view = views(corpus)["people/mueller.html"]
    assert [other.name for other in view.candidates] == ["Anna Müller", "Ben Müller"]
    html = render_pages(sample_site(corpus), _page(corpus, "people/mueller.html"))["people/mueller.html"]
    assert "Offen: Mehrere Personen" in html
    assert 'href="anna-mueller.html"' in html


def test_forms_are_counted_with_the_heading_among_them() -> None:
    corpus = write_corpus(
        (write_article("a", "[Putin|people/p], [Wladimir Putin|people/p], [Putin|people/p]"),),
        people__p={"name": "Wladimir Putin"},
    )
    assert views(corpus)["people/p.html"].aliases == (("Putin", "2"), ("Wladimir Putin", "1"))
    corpus = write_corpus((write_article("a", "[Kiew|places/kiew]"),))
    assert views(corpus)["places/kiew.html"].aliases == ()


def test_a_few_lines_are_read_as_sentences_and_many_looked_over_at_their_keywords() -> None:
    for number, aligned in ((6, False), (7, True)):
        corpus = write_corpus((write_article("a", "[Kiew|places/kiew] " * number + "und noch viele Wörter dazu " * 9),))
        view = views(corpus)["places/kiew.html"]
        assert view.aligned is aligned
        assert view.groups[0].lines[-1].right.endswith(" …") is aligned


def test_a_keyword_too_long_for_a_column_has_a_whole_line() -> None:
    name = "Büro für Institutionen und Menschenrechte"
    corpus = write_corpus((write_article("a", f"Das [{name}|organisations/b] und das [Büro|organisations/b]"),))
    (group,) = views(corpus)["organisations/b.html"].groups
    assert [line.long for line in group.lines] == [True, False]
    html = render_pages(sample_site(corpus), _page(corpus, "organisations/b.html"))["organisations/b.html"]
    assert html.count('<li class="whole">') == 1


def test_figures_of_the_same_sentence_stand_beside_it_once() -> None:
    corpus = write_corpus(
        (
            write_article(
                "a",
                "{zwei Millionen|number|2000000} Raketen auf [Kiew|places/kiew], [Kiew|places/kiew]!\n{neun|number|9} andere",
            ),
        )
    )
    assert [(figure.target, figure.text, figure.value) for figure in views(corpus)["places/kiew.html"].nearby] == [
        ("articles/a.html#f-1", "zwei Millionen", "2.000.000")
    ]


def test_mentions_over_time_need_several_dates() -> None:
    months = [
        write_article(f"a{n}", "[Kiew|places/kiew] und [Kiew|places/kiew]", date=f"2022-0{n}-01") for n in (3, 2, 1)
    ]
    drawn = views(write_corpus(months))["places/kiew.html"].histogram
    assert drawn
    assert [column.count for column in drawn.columns] == [2, 2, 2]
    assert views(write_corpus(months[:1]))["places/kiew.html"].histogram is None


def test_very_many_mentions_are_spread_over_parts_that_keep_articles_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entity, "LINES_ON_A_PAGE", 3)
    corpus = write_corpus(write_article(f"a{n}", "[Kiew|places/kiew] [Kiew|places/kiew]") for n in range(5))
    found = views(corpus)
    paths = [part_path("places/kiew", n) for n in range(1, 6)]
    assert paths[:2] == ["places/kiew.html", "places/kiew.2.html"]
    assert [path for path in found if path in paths] == paths
    assert [len(group.lines) for path in paths for group in found[path].groups] == [2] * 5
    assert [part.current for part in found[paths[1]].parts] == [False, True, False, False, False]
    assert 'aria-current="page">2</a>' in render_pages(sample_site(corpus), _page(corpus, paths[1]))[paths[1]]


def test_an_article_in_another_language_says_so() -> None:
    corpus = write_corpus((write_article("a", "[Kyiv|places/kiew] was hit", language="en"),))
    assert views(corpus)["places/kiew.html"].groups[0].language == "en"
    html = render_pages(sample_site(corpus), _page(corpus, "places/kiew.html"))["places/kiew.html"]
    assert '<section class="kwic-group" lang="en">' in html


def test_an_uncertain_mention_shows_it() -> None:
    corpus = write_corpus((write_article("a", "[Kiew|places/kiew]"),))
    article = corpus.articles[0]
    linked = replace(article.mentions[0], mention=replace(article.mentions[0].mention, certain=False))
    corpus = replace(corpus, articles=(replace(article, mentions=(linked,)),))
    html = render_pages(sample_site(corpus), _page(corpus, "places/kiew.html"))["places/kiew.html"]
    assert '<b>Kiew</b><span class="unsure" title="unsicher">?</span>' in html


def test_a_hidden_person_stays_out_of_search_engines() -> None:
    corpus = write_corpus((write_article("a", "[A|people/a]"),), people__a={"noindex": True})
    assert views(corpus)["people/a.html"].chrome.noindex
