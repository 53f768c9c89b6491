"""A finished site is read as a browser would."""

from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.check import _page, check

BASE = "https://example.org/a/"
FRAME = '<!doctype html><html lang="de"><head><title>T</title></head><body><h1>T</h1>{}</body></html>'


def _site(folder: Path, **pages: str) -> Path:
    """Write pages (`__` in a name is `/`) with a frame around them, and a style sheet and a picture to link to."""
    for name, body in {"index": "", **pages}.items():
        path = folder / (name.replace("__", "/") + ".html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body if body.startswith("<!doctype") else FRAME.format(body), "utf-8")
    (folder / "site.css").write_text("", "utf-8")
    return folder


def _faults(folder: Path, base_url: str = "") -> list[str]:
    return [f"{Path(p.where).relative_to(folder)}: {p.what}" for p in check(folder, base_url)]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="people/putin.html">x</a>',
        '<a href="people/putin.html#m-1">x</a>',
        '<a href="people/putin.html#m-1:~:text=Raketen">x</a>',
        '<a href="people/p%C3%BCtin.html">x</a>',
        '<a href="#hier">x</a><p id="hier">y</p>',
        '<a href="#top">x</a> <a href="#">x</a> <a href="?q=1">x</a>',
        '<a href="https://elsewhere.example/x">x</a> <a href="mailto:a@b.example">x</a>',
        '<img src="data:image/svg+xml,x" alt="">',
        '<script type="application/ld+json">{"a": "<a href=\\"nowhere.html\\">"}</script>',
        "<!-- <a href='nowhere.html'> -->",
        '<label for="f">x</label><input id="f">',
        '<a title="a > b" href="people/putin.html">x</a>',
        '<p>if a < b and c > d: id="x" id="x"</p>',
    ],
)
def test_what_is_right_is_passed_over(body: str, tmp_path: Path) -> None:
    site = _site(tmp_path, index=body, people__putin='<b id="m-1">Putin</b>', people__pütin="")
    assert _faults(site) == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<a href="nowhere.html">x</a>', "links to nowhere.html, which does not exist"),
        ('<a href="people/putin.html#m-2">x</a>', "links to people/putin.html#m-2, but there is no such id"),
        ('<a href="#dort">x</a>', "links to index.html#dort, but there is no such id"),
        ('<a href="people/">x</a>', "links to the folder people/; name the file, so that it works without a server"),
        ('<a href="/people/putin.html">x</a>', "links to /people/putin.html from the root of the host; name it relative to the page"),
        ('<a href="../x.html">x</a>', "links to ../x.html, which is outside the site"),
        ('<p id="a">x</p><p id="a">y</p>', "the id 'a' stands here a second time; ids must be unique on a page"),
        ('<img src="site.css">', "picture site.css has no alt"),
        ('<img src="https://x.example/a.png" alt="">', "loads https://x.example/a.png from elsewhere; pages must ask nobody"),
        ('<link rel="stylesheet" href="//x.example/a.css">', "loads //x.example/a.css from elsewhere; pages must ask nobody"),
        ('<img src="site.css" srcset="none.png 2x" alt="">', "links to none.png, which does not exist"),
        ("<script>alert(1)</script>", "has a script in the page, which the content security policy forbids; put it in static/js"),
        ('<p style="color:red">x</p>', "has styles in the page, which the content security policy forbids; put them in static/css"),
        ("<style>p{}</style>", "has styles in the page, which the content security policy forbids; put them in static/css"),
        ('<p onclick="x()">x</p>', "has a handler 'onclick' in the page, which the content security policy forbids; put it in static/js"),
        ('<p aria-labelledby="nobody">x</p>', "aria-labelledby names the id 'nobody', which is not on the page"),
        ('<meta http-equiv="refresh" content="0; url=nowhere.html">', "links to nowhere.html, which does not exist"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_place(body: str, fault: str, tmp_path: Path) -> None:
    assert _faults(_site(tmp_path, index="\n" + body, people__putin="")) == [f"index.html:2: {fault}"]


def test_a_page_needs_language_title_and_heading(tmp_path: Path) -> None:
    site = _site(tmp_path, index="<!doctype html><html><head><title> </title></head><body></body></html>")
    assert _faults(site) == [
        "index.html:1: has no h1",
        "index.html:1: has no title",
        "index.html:1: says no language; give <html> a lang",
    ]


def test_a_fault_of_many_pages_is_one_problem(tmp_path: Path) -> None:
    link = '<a href="../nowhere.html">x</a>'
    site = _site(tmp_path, people__a=link, people__b=link, people__c=link)
    assert _faults(site) == ["people/a.html:1: links to nowhere.html, which does not exist (and on 2 more pages)"]


def test_addresses_below_the_base_are_looked_for_in_the_folder(tmp_path: Path) -> None:
    site = _site(tmp_path, index=f'<link rel="canonical" href="{BASE}"><a href="{BASE}x.html">x</a>', people__index="")
    assert _faults(site, BASE) == ["index.html:1: links to x.html, which does not exist"]
    assert _faults(site) == []


def test_links_from_the_root_of_the_host_are_right_below_the_base(tmp_path: Path) -> None:
    site = _site(
        tmp_path, **{"404": '<a href="/a/index.html">x</a><a href="/a/x.html">x</a><a href="/b/index.html">x</a>'}
    )
    assert _faults(site, BASE) == [
        "404.html:1: links to /b/index.html from the root of the host; name it relative to the page",
        "404.html:1: links to x.html, which does not exist",
    ]


def test_the_sitemap_and_feeds_must_lead_to_pages(tmp_path: Path) -> None:
    site = _site(tmp_path)
    (site / "sitemap.xml").write_text(
        f"<urlset>\n<url><loc>{BASE}</loc></url>\n<url><loc>{BASE}x.html</loc></url></urlset>"
    )
    (site / "feed.xml").write_text(f'<feed><link rel="self" href="{BASE}feed.xml"/><link href="{BASE}y.html"/></feed>')
    assert _faults(site, BASE) == [
        "feed.xml:1: links to y.html, which does not exist",
        "sitemap.xml:3: links to x.html, which does not exist",
    ]


def test_a_folder_without_pages_says_what_to_do(tmp_path: Path) -> None:
    (problem,) = check(tmp_path)
    assert problem.what == "has no pages; run `fundstelle build` first"


class _Reader(HTMLParser):
    """Ids and links as the standard library reads them."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: set[str] = set()

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if values.get("id"):
            self.ids.add(str(values["id"]))
        if (values.get("href") or "").strip():
            self.links.add(str(values["href"]).strip())


VALUE = st.text(st.characters(codec="utf-8", exclude_characters='"&', exclude_categories=["Cc", "Cs", "Z"]), min_size=1)


@given(st.lists(st.tuples(VALUE, VALUE, st.text("ab <&>\"'/=\n").map(lambda t: t.replace("<", "&lt;"))), max_size=5))
def test_tags_are_read_as_the_standard_library_reads_them(pieces: list[tuple[str, str, str]]) -> None:
    text = FRAME.format(
        "".join(f'<p id="{id_}">{words}<a title=\'"\' href="{href}">x</a></p>' for id_, href, words in pieces)
    )
    reader = _Reader()
    reader.feed(text)
    seen = _page(text)
    assert seen.ids == reader.ids
    assert {href for href, _, _ in seen.links} == reader.links


def test_words_in_an_attribute_are_no_handlers(tmp_path: Path) -> None:
    page = '<!DOCTYPE html><html lang="de"><head><title>A</title></head><body><h1 title="beim Onlinehändler Onlineaktionshaus eBay">A</h1></body></html>'
    (tmp_path / "index.html").write_text(page, "utf-8")
    assert check(tmp_path) == ()
