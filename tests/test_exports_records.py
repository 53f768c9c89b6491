"""Articles and entities as JSON."""

import json
from collections.abc import Callable

from generator.config import Settings
from generator.exports import exports
from generator.exports.records import article_records, entity_records
from generator.model import Corpus, Geo
from tests.written import small_corpus, write_article, write_corpus

SETTINGS = Settings()


def test_an_articles_record_has_its_text_to_the_character() -> None:
    corpus = small_corpus()
    for article, artifact in zip(corpus.articles, article_records(corpus, SETTINGS), strict=True):
        record = json.loads(artifact.content)
        assert artifact.path == f"data/articles/{article.document.slug}.json"
        assert record["text"] == article.document.text
        assert record["offsets"] == "code points"


def test_an_articles_record_has_the_promised_keys() -> None:
    record = json.loads(next(article_records(small_corpus(), SETTINGS)).content)
    assert {"slug", "title", "date", "language", "source", "text", "blocks", "sentences"} <= record.keys()
    assert (record["slug"], record["date"], record["language"]) == ("besuch", "2023-03-21", "de")
    assert [block["kind"] for block in record["blocks"]] == ["headline", "paragraph", "leftover"]
    assert all(record["text"][s["start"] : s["end"]].strip() for s in record["sentences"])


def test_what_is_unknown_is_null() -> None:
    record = json.loads(tuple(article_records(small_corpus(), SETTINGS))[2].content)
    assert (record["date"], record["source"], record["author"]) == (None, None, None)
    assert record["noindex"] is True


def test_entities_are_a_list_with_the_promised_keys(golden: Callable[[str, str], None]) -> None:
    (artifact,) = entity_records(small_corpus(), SETTINGS)
    records = json.loads(artifact.content)
    for record in records:
        assert {"id", "label", "name", "aliases", "url", "mentions"} <= record.keys()
        assert record["url"] == record["id"] + ".html"
    golden("exports/entities.json", artifact.content.decode())


def test_a_demonym_counts_as_no_mention() -> None:
    (artifact,) = entity_records(small_corpus(), SETTINGS)
    russland = next(record for record in json.loads(artifact.content) if record["id"] == "places/russland")
    assert (russland["mentions"], russland["weak"]) == (0, 1)


def test_a_place_has_its_coordinates() -> None:
    geo = Geo(50.73, 7.1, "DE", "2946447", "city")
    corpus = write_corpus([write_article("a", "[Bonn|places/bonn]")], places__bonn={"geo": geo})
    (record,) = json.loads(next(entity_records(corpus, SETTINGS)).content)
    assert record["geo"] == {"lat": 50.73, "lon": 7.1, "country": "DE", "kind": "city"}
    assert record["same_as"] == ["https://sws.geonames.org/2946447/"]


def test_an_empty_site_has_an_empty_list() -> None:
    (artifact,) = entity_records(Corpus(articles=(), entities=()), SETTINGS)
    assert json.loads(artifact.content) == []


def test_no_export_writes_over_another_and_all_are_repeatable() -> None:
    settings = Settings(base_url="https://example.org/a/")
    first, second = (tuple(exports(small_corpus(), settings)) for _ in range(2))
    assert len({artifact.path for artifact in first}) == len(first)
    assert first == second
