"""The sitemap, robots.txt and security.txt."""

from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest

from generator.config import Settings
from generator.exports import crawlers
from generator.exports.crawlers import robots, security, sitemap
from tests.written import small_corpus, write_article, write_corpus

SITE = Settings(base_url="https://example.org/a/")
SPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def _locations(content: bytes) -> dict[str, str]:
    urls = ET.fromstring(content).findall("s:url", SPACE)
    return {url.findtext("s:loc", "", SPACE): url.findtext("s:lastmod", "", SPACE) for url in urls}


def test_without_base_address_there_is_no_sitemap() -> None:
    assert list(sitemap(small_corpus(), Settings())) == []


def test_the_sitemap_has_every_page_with_the_date_of_its_newest_article() -> None:
    (artifact,) = sitemap(small_corpus(), SITE)
    found = _locations(artifact.content)
    assert found["https://example.org/a/index.html"] == "2023-03-21"
    assert found["https://example.org/a/articles/angriff.html"] == "2023-02-03"
    assert found["https://example.org/a/people/wladimir-putin.html"] == "2023-03-21"
    assert found["https://example.org/a/organisations/nato.html"] == "2023-02-03"


def test_the_sitemap_has_the_parts_of_figures_and_timeline() -> None:
    made = [
        "timeline/2023.html",
        "figures/money.2.html",
        "figures/index.html",
        "people/old-name.html",
        "data/figures.csv",
    ]
    (artifact,) = sitemap(small_corpus(), SITE, made)
    urls = [url.removeprefix("https://example.org/a/") for url in _locations(artifact.content)]
    assert {"figures/money.2.html", "timeline/2023.html"} <= set(urls)
    assert "people/old-name.html" not in urls
    assert artifact.content.count(b"figures/index.html") == 1


def test_what_is_not_to_be_indexed_is_not_in_the_sitemap() -> None:
    corpus = write_corpus([write_article("a", "[Xi|people/xi]", noindex=True)], people__xi={"noindex": True})
    (artifact,) = sitemap(corpus, SITE)
    assert not {url for url in _locations(artifact.content) if url.endswith(("a.html", "xi.html"))}


def test_robots_are_sent_to_the_sitemap_and_kept_from_hidden_records(golden: Callable[[str, str], None]) -> None:
    (artifact,) = robots(small_corpus(), SITE)
    text = artifact.content.decode()
    assert "Disallow: /a/data/articles/notiz.json\n" in text
    assert "Disallow: /a/articles/notiz.html\n" not in text, "a crawler must read the page to see its noindex"
    golden("exports/robots.txt", text)


def test_a_very_large_site_has_an_index_of_sitemaps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crawlers, "SITEMAP_LIMIT", 6)
    parts = {artifact.path: artifact.content for artifact in sitemap(small_corpus(), SITE)}
    assert set(parts) == {"sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"}
    index = ET.fromstring(parts["sitemap.xml"])
    assert [loc.text for loc in index.iterfind("s:sitemap/s:loc", SPACE)] == [
        f"https://example.org/a/sitemap-{number}.xml" for number in (1, 2, 3)
    ]


def test_finders_of_faults_are_told_whom_to_write_to_and_until_when() -> None:
    wanted = Settings(base_url="https://example.org/", contact="a@example.org", security_expires="2027-06-30")
    (artifact,) = security(small_corpus(), wanted)
    assert artifact.path == ".well-known/security.txt"
    assert artifact.content.decode() == (
        "Contact: mailto:a@example.org\n"
        "Expires: 2027-06-30T23:59:59Z\n"
        "Preferred-Languages: de\n"
        "Canonical: https://example.org/.well-known/security.txt\n"
    )


@pytest.mark.parametrize(
    "lacking", [{"contact": ""}, {"security_expires": ""}, {"base_url": ""}, {"base_url": "https://example.org/a/"}]
)
def test_security_txt_is_there_only_where_it_is_looked_for_and_complete(lacking: dict[str, str]) -> None:
    whole = {"base_url": "https://example.org/", "contact": "https://example.org/x", "security_expires": "2027-06-30"}
    assert list(security(small_corpus(), Settings(**whole)))
    assert list(security(small_corpus(), Settings(**{**whole, **lacking}))) == []
