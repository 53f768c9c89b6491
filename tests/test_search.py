"""What can be looked up by name."""

import json
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from generator.config import Settings
from generator.model import Corpus
from generator.pages import Made, Site
from generator.pages.search import SearchView, search_pages
from generator.search import FACETS, INDEX, plain_address, search_facets, search_index
from generator.strings import strings
from tests.written import small_corpus, write_article, write_corpus


def _index(corpus: Corpus, language: str = "de") -> tuple[dict[str, str], list[list[str]], list[list[str]]]:
    """Return phrases, entities and articles as the script gets them."""
    script = search_index(corpus, strings(language)).content.decode()
    assert script.startswith("fundstelleIndex(")
    phrases, entities, articles, _ = json.loads(
        "[" + script.removeprefix("fundstelleIndex(").rstrip().removesuffix(")") + "]"
    )
    return (
        phrases,
        [line.split("\t") for line in entities.split("\n") if line],
        [line.split("\t") for line in articles.split("\n") if line],
    )


def test_the_index_is_a_script_because_json_cannot_be_read_from_a_file() -> None:
    assert search_index(small_corpus(), strings("de")).path == INDEX == "static/search-index.js"


def test_entities_stand_most_named_first_and_articles_newest_first() -> None:
    _, entities, articles = _index(small_corpus())
    assert [(kind, name, count) for kind, name, _, count, *_ in entities] == [
        ("p", "Wladimir Putin", "3"),
        ("p", "Xi Jinping", "2"),
        ("l", "Moskau", "2"),
        ("o", "Nato", "1"),
        ("l", "Russland", "0"),
    ]
    assert [title for title, *_ in articles] == ["Putin empfängt Xi", "Angriff <am> Morgen & Abend"]


def test_an_address_that_follows_from_the_name_is_left_out() -> None:
    corpus = write_corpus([write_article("a", "[Köln|places/koeln] [Łódź|places/lodz] [Bonn|places/bonn-2]")])
    _, entities, _ = _index(corpus)
    assert {name: address for _, name, address, *_ in entities} == {"Köln": "", "Łódź": "lodz", "Bonn": "bonn-2"}


def test_a_name_the_heading_begins_with_is_no_other_name() -> None:
    text = "[Wladimir Putin|people/p] [Putin|people/p] [Putins|people/p] [Kremlchef|people/p]"
    _, ((*_, others),), _ = _index(write_corpus([write_article("a", text)]))
    assert others == "Kremlchef"


def test_a_long_description_is_cut_at_a_word() -> None:
    corpus = write_corpus([write_article("a", "[Xi|people/xi]")], people__xi={"description": "Präsident " * 20})
    _, ((*_, description),), _ = _index(corpus)
    assert description.endswith("Präsident …")
    assert len(description) < 75


def test_what_is_not_to_be_indexed_cannot_be_looked_up() -> None:
    corpus = write_corpus([write_article("a", "[Xi|people/xi]", noindex=True)], people__xi={"noindex": True})
    _, entities, articles = _index(corpus)
    assert (entities, articles) == ([], [])


def test_the_script_speaks_the_language_of_the_site() -> None:
    assert _index(small_corpus(), "de")[0]["Close"] == "Schließen"
    assert _index(small_corpus(), "en")[0]["Close"] == "Close"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_name_breaks_the_lines_of_the_index(name: str) -> None:
    corpus = write_corpus([write_article("a", "[Xi|people/xi]", title=name or "x")], people__xi={"name": name or "x"})
    _, entities, articles = _index(corpus)
    assert len(entities) == 1
    assert len(articles) <= 1


def test_six_thousand_entities_stay_below_three_hundred_kilobytes() -> None:
    names = " ".join(f"[Maximiliane Musterfrau-{n:04}|people/maximiliane-musterfrau-{n:04}]" for n in range(6000))
    assert len(search_index(write_corpus([write_article("a", names)]), strings("de")).content) < 300_000


def test_addresses_are_made_only_where_scripts_and_python_agree_on_letters() -> None:
    assert plain_address("Große Straße 1") == "grosse-strasse-1"
    assert plain_address("İstanbul") == ""


def test_the_search_page_leads_to_every_index_without_a_script() -> None:
    site = Site(corpus=small_corpus(), settings=Settings(), strings=strings("de"), made=Made(version="0"))
    (page,) = search_pages(site)
    assert page.path == "search/index.html"
    ways = [(way.path, way.count) for way in page.view.ways]  # type: ignore[attr-defined]
    assert ways[:2] == [("articles/index.html", "3"), ("people/index.html", "2")]


def _named(corpus: Corpus) -> dict[str, list[str]]:
    """Return by title of article the names in it, as the script puts them together from index and facets."""
    _, entities, articles = _index(corpus)
    script = search_facets(corpus).content.decode()
    mark, lines = json.loads("[" + script.removeprefix("fundstelleFacets(").rstrip().removesuffix(")") + "]")
    assert f'"{mark}")' in search_index(corpus, strings("de")).content.decode()
    places = [list(accumulate(int(step, 36) for step in line.split())) for line in lines.split("/")]
    return {article[0]: [entities[place][1] for place in line] for article, line in zip(articles, places, strict=True)}


def test_the_facets_say_who_is_named_in_which_article_most_named_first() -> None:
    assert search_facets(small_corpus()).path == FACETS == "static/search-facets.js"
    assert _named(small_corpus()) == {
        "Putin empfängt Xi": ["Wladimir Putin", "Xi Jinping", "Moskau"],
        "Angriff <am> Morgen & Abend": ["Wladimir Putin", "Nato"],
    }


def test_an_article_without_names_has_an_empty_line() -> None:
    articles = [write_article("a", "Niemand"), write_article("b", "[Xi|people/xi]"), write_article("c", "Keiner")]
    assert _named(write_corpus(articles)) == {"A": [], "B": ["Xi"], "C": []}


def test_nothing_in_the_facets_tells_of_whom_is_not_to_be_indexed() -> None:
    corpus = write_corpus(
        [write_article("a", "[Xi|people/xi] [Nato|organisations/nato]")], people__xi={"noindex": True}
    )
    assert _named(corpus) == {"A": ["Nato"]}


@given(st.lists(st.lists(st.integers(0, 2000), max_size=8), min_size=1, max_size=4))
def test_the_facets_lose_no_name(numbers: list[list[int]]) -> None:
    texts = [" ".join(f"[Nummer {n}|people/nummer-{n}]" for n in some) or "Niemand" for some in numbers]
    articles = [write_article(f"a{at}", text, title=f"a{at}") for at, text in enumerate(texts)]
    named = _named(write_corpus(articles))
    assert [set(names) for names in named.values()] == [{f"Nummer {n}" for n in some} for some in numbers]


def test_scripts_of_two_builds_do_not_bear_the_same_mark() -> None:
    one, other = (write_corpus([write_article(slug, "[Xi|people/xi]")]) for slug in ("a", "b"))
    assert search_facets(one) != search_facets(other)


def test_the_search_page_tells_the_script_what_to_filter_by() -> None:
    site = Site(corpus=small_corpus(), settings=Settings(), strings=strings("de"), made=Made(version="0"))
    (page,) = search_pages(site)
    assert [facet.key for facet in page.view.facets] == ["person", "place", "organisation", "date"]  # type: ignore[attr-defined]


def test_without_the_script_the_page_leads_to_what_is_named_most() -> None:
    (page,) = search_pages(Site(small_corpus(), Settings(), strings("de"), Made("2")))
    names = [named.name for named in page.view.most_named]  # type: ignore[attr-defined]
    assert names == ["Moskau", "Nato", "Russland", "Wladimir Putin", "Xi Jinping"]


def test_who_is_kept_out_of_search_engines_is_not_on_the_search_page() -> None:
    corpus = write_corpus(
        [write_article("a", "[Xi|people/xi] [Xi|people/xi] [Kiew|places/kiew]")], people__xi={"noindex": True}
    )
    settings = Settings(language="de")
    (page,) = search_pages(Site(corpus, settings, strings("de")))
    assert isinstance(page.view, SearchView)
    assert [named.name for named in page.view.most_named] == ["Kiew"]
    assert [(one.name, one.note) for one in page.view.waiting] == [("Kiew", "Ort")]
