"""Mentions, figures and dates as W3C Web Annotations."""

import json
from collections.abc import Callable
from typing import Any

from generator.config import Settings
from generator.exports.annotations import annotation_pages, article_texts
from tests.written import small_corpus

SITE = Settings(base_url="https://example.org/a/")


def _pages(settings: Settings = SITE) -> list[Any]:
    return [json.loads(artifact.content) for artifact in annotation_pages(small_corpus(), settings)]


def test_a_page_is_as_agreed(golden: Callable[[str, str], None]) -> None:
    golden("exports/besuch.jsonld", next(annotation_pages(small_corpus(), SITE)).content.decode())


def test_every_quote_stands_where_its_position_says() -> None:
    texts = {f"https://example.org/a/{a.path}": a.content.decode() for a in article_texts(small_corpus(), SITE)}
    for page in _pages():
        for item in page["items"]:
            text = texts[item["target"]["source"]]
            quote, position = item["target"]["selector"]
            start, end = position["start"], position["end"]
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote["prefix"])
            assert text[end:].startswith(quote["suffix"])


def test_an_annotation_is_named_by_its_place_on_the_page() -> None:
    page = _pages()[0]
    ids = [item["id"] for item in page["items"]]
    assert len(set(ids)) == len(ids)
    assert ids[0] == "https://example.org/a/articles/besuch.html#m-1"
    assert ids[-1] == "https://example.org/a/articles/besuch.html#d-1"


def test_a_mention_identifies_its_entity() -> None:
    body = _pages()[0]["items"][0]["body"]
    assert body[0] == {
        "type": "SpecificResource",
        "purpose": "identifying",
        "source": "https://example.org/a/people/wladimir-putin.html",
    }
    assert body[1]["value"] == "PERSON"


def test_a_figure_is_described_by_its_value() -> None:
    item = next(item for item in _pages()[0]["items"] if item["id"].endswith("#f-1"))
    assert [body["value"] for body in item["body"]] == ["3500000000", "currency"]


def test_without_base_address_links_are_relative_to_the_file() -> None:
    page = _pages(Settings())[0]
    assert page["id"] == "besuch.jsonld"
    assert page["items"][0]["target"]["source"] == "../articles/besuch.txt"
    assert page["items"][0]["target"]["scope"] == "../../articles/besuch.html"


def test_an_articles_text_is_a_file_of_its_own_to_the_character() -> None:
    corpus = small_corpus()
    for article, artifact in zip(corpus.articles, article_texts(corpus, SITE), strict=True):
        assert artifact.content.decode() == article.document.text
