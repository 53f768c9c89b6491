"""What a page tells machines."""

import json
from dataclasses import replace

from generator import linkeddata
from generator.config import Settings
from generator.model import Geo
from tests.written import small_corpus, write_article, write_corpus

SITE = Settings(title="Probe", base_url="https://example.org/a/", publisher="Die Redaktion")
AT_HOME = Settings(title="Probe")


def test_about_and_mentions_are_disjoint_and_together_all_that_is_named() -> None:
    corpus = small_corpus()
    for article in corpus.articles:
        subjects, others = linkeddata.about(article, corpus.by_id)
        named = {linked.entity for linked in article.mentions if linked.mention.label != "DEMONYM"}
        assert not {e.id for e in subjects} & {e.id for e in others}
        assert {e.id for e in (*subjects, *others)} == named


def test_an_article_is_about_what_its_headline_names() -> None:
    corpus = small_corpus()
    subjects, others = linkeddata.about(corpus.articles[0], corpus.by_id)
    assert [e.name for e in subjects] == ["Wladimir Putin", "Xi Jinping"]
    assert [e.name for e in others] == ["Moskau"]


def test_an_article_is_about_what_it_names_three_times() -> None:
    text = "[Bonn|places/bonn] [Köln|places/koeln] [Köln|places/koeln] [Köln|places/koeln]"
    corpus = write_corpus([write_article("a", text)])
    assert [e.name for e in linkeddata.about(corpus.articles[0], corpus.by_id)[0]] == ["Köln"]


def test_a_title_names_whole_words_only() -> None:
    corpus = write_corpus([write_article("a", "Mit [Xi|people/xi]", title="Reise nach Mexiko, Xinjiang")])
    assert linkeddata.about(corpus.articles[0], corpus.by_id)[0] == ()


def test_an_article_is_a_news_article_with_what_is_known() -> None:
    corpus = small_corpus()
    told = json.loads(linkeddata.article_statements(corpus.articles[0], corpus.by_id, SITE))
    assert told["@type"] == "NewsArticle"
    assert told["url"] == "https://example.org/a/articles/besuch.html"
    assert told["headline"] == "Putin empfängt Xi"
    assert told["datePublished"] == "2023-03-21"
    assert told["author"] == {"@type": "Person", "name": "Ada Beispiel"}
    assert told["publisher"] == {"@type": "Organization", "name": "Der Bote"}
    assert told["isBasedOn"] == "https://example.org/besuch?a=1&b=2"
    assert told["about"][0] == {
        "@type": "Person",
        "@id": "https://example.org/a/people/wladimir-putin.html",
        "name": "Wladimir Putin",
        "sameAs": ["https://www.wikidata.org/wiki/Q7747", "https://d-nb.info/gnd/122188926"],
    }
    assert told["mentions"] == [{"@type": "Place", "@id": "https://example.org/a/places/moskau.html", "name": "Moskau"}]


def test_nothing_unknown_is_stated() -> None:
    corpus = small_corpus()
    told = json.loads(linkeddata.article_statements(corpus.articles[2], corpus.by_id, AT_HOME))
    assert not {"author", "publisher", "datePublished", "isBasedOn", "keywords", "about"} & told.keys()


def test_without_base_address_links_are_relative_to_the_page() -> None:
    corpus = small_corpus()
    told = json.loads(linkeddata.article_statements(corpus.articles[0], corpus.by_id, AT_HOME))
    assert told["@id"] == "besuch.html"
    assert told["about"][0]["@id"] == "../people/wladimir-putin.html"
    assert told["isPartOf"]["url"] == "../index.html"


def test_a_place_tells_where_it_is_and_which_record_it_has() -> None:
    moskau = replace(small_corpus().by_id["places/moskau"], geo=Geo(55.75, 37.62, "RU", "524901", "capital"))
    told = json.loads(linkeddata.entity_statements(moskau, SITE))
    assert told["@type"] == "Place"
    assert told["additionalType"] == "https://schema.org/City"
    assert told["geo"] == {"@type": "GeoCoordinates", "latitude": 55.75, "longitude": 37.62}
    assert told["address"]["addressCountry"] == "RU"
    assert told["sameAs"] == ["https://sws.geonames.org/524901/"]


def test_a_person_tells_its_other_names() -> None:
    told = json.loads(linkeddata.entity_statements(small_corpus().by_id["people/wladimir-putin"], SITE))
    assert told["@type"] == "Person"
    assert told["alternateName"] == ["Putin"]
    assert told["description"] == "Präsident Russlands"


def test_home_and_indexes_tell_which_site_they_belong_to() -> None:
    home = json.loads(linkeddata.home_statements(SITE))
    assert (home["@type"], home["url"], home["name"]) == ("WebSite", "https://example.org/a/", "Probe")
    index = json.loads(linkeddata.collection_statements("people/index.html", "Personen", SITE))
    assert (index["@type"], index["url"]) == ("CollectionPage", "https://example.org/a/people/index.html")
    assert index["isPartOf"]["@id"] == "https://example.org/a/"


def test_only_an_entity_of_two_articles_has_a_feed() -> None:
    by_id = small_corpus().by_id
    assert linkeddata.entity_feed(by_id["people/wladimir-putin"], SITE) == "feeds/people/wladimir-putin.xml"
    assert linkeddata.entity_feed(by_id["organisations/nato"], SITE) == ""
    assert linkeddata.entity_feed(by_id["people/wladimir-putin"], AT_HOME) == ""
