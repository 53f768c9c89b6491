"""Atom and JSON Feed."""

import json
from collections.abc import Callable
from xml.etree import ElementTree as ET

from generator.config import Settings
from generator.exports.feeds import FEED_LIMIT, SUMMARY, entity_feeds, site_feeds, summary
from tests.written import small_corpus, write_article, write_corpus

SITE = Settings(title="Probe & Co", description="Aus <aller> Welt", base_url="https://example.org/a/")
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def test_without_base_address_there_is_no_feed() -> None:
    assert list(site_feeds(small_corpus(), Settings())) == []
    assert list(entity_feeds(small_corpus(), Settings())) == []


def test_the_feed_has_the_dated_articles_newest_first(golden: Callable[[str, str], None]) -> None:
    atom, _ = site_feeds(small_corpus(), SITE)
    feed = ET.fromstring(atom.content)
    assert [entry.findtext("a:title", "", ATOM) for entry in feed.findall("a:entry", ATOM)] == [
        "Putin empfängt Xi",
        "Angriff <am> Morgen & Abend",
    ]
    assert feed.findtext("a:updated", "", ATOM) == "2023-03-21T00:00:00Z"
    golden("exports/feed.xml", atom.content.decode())


def test_every_feed_and_entry_has_what_atom_demands() -> None:
    for artifact in (next(site_feeds(small_corpus(), SITE)), *entity_feeds(small_corpus(), SITE)):
        feed = ET.fromstring(artifact.content)
        for element in (feed, *feed.findall("a:entry", ATOM)):
            for name in ("id", "title", "updated"):
                assert element.findtext(f"a:{name}", "", ATOM)
        assert feed.find("a:author/a:name", ATOM) is not None
        self_ = feed.find("a:link[@rel='self']", ATOM)
        assert self_ is not None
        assert self_.get("href") == f"https://example.org/a/{artifact.path}"


def test_the_json_feed_says_the_same() -> None:
    _, artifact = site_feeds(small_corpus(), SITE)
    feed = json.loads(artifact.content)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["home_page_url"] == "https://example.org/a/"
    assert [item["url"] for item in feed["items"]] == [
        "https://example.org/a/articles/besuch.html",
        "https://example.org/a/articles/angriff.html",
    ]
    assert feed["items"][0]["tags"] == ["Wladimir Putin", "Xi Jinping"]


def test_an_entity_of_two_articles_has_a_feed_of_them() -> None:
    artifact, moskau = entity_feeds(small_corpus(), SITE)
    assert artifact.path == "feeds/people/wladimir-putin.xml"
    feed = ET.fromstring(artifact.content)
    assert feed.findtext("a:title", "", ATOM) == "Wladimir Putin – Probe & Co"
    assert len(feed.findall("a:entry", ATOM)) == 2
    # The other article that names Moskau is not to be indexed.
    assert len(ET.fromstring(moskau.content).findall("a:entry", ATOM)) == 1


def test_a_feed_has_an_end() -> None:
    corpus = write_corpus(write_article(f"a-{n}", "Text", date="2023-01-01") for n in range(FEED_LIMIT + 5))
    _, artifact = site_feeds(corpus, SITE)
    assert len(json.loads(artifact.content)["items"]) == FEED_LIMIT


def test_an_empty_site_has_a_valid_feed() -> None:
    atom, _ = site_feeds(write_corpus(()), SITE)
    assert ET.fromstring(atom.content).findtext("a:updated", "", ATOM) == "1970-01-01T00:00:00Z"


def test_a_summary_is_the_first_paragraph_cut_at_a_word() -> None:
    article = write_article("a", "> Leftover\n# Titel\n" + "Wort " * 200)
    text = summary(article)
    assert text.startswith("Wort Wort")
    assert text.endswith("Wort …")
    assert len(text) <= SUMMARY + 2


def test_a_subtitle_is_the_summary() -> None:
    assert summary(write_article("a", "Text", subtitle="Kurz gesagt")) == "Kurz gesagt"
