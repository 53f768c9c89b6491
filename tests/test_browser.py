"""The sample site in a real browser: from a server under a sub-path, and from `file://`.

Chromium is taken from the environment variable CHROMIUM, from Debian's place, or from Playwright's own; where there is none,
these tests are skipped and say so. Every page that any test opens must log no error and ask nobody but the site itself.
"""

import csv
import json
import os
import shutil
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright

from generator.build import Request as BuildRequest
from generator.build import build
from generator.fulltext import full_text_installed

ROOT = Path(__file__).parent.parent
SUB_PATH = "/unter/pfad/"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

pytestmark = pytest.mark.browser


def _chromium(own: str) -> str | None:
    """Return a Chromium to run, or None."""
    places = (os.environ.get("CHROMIUM"), shutil.which("chromium"), "/usr/bin/chromium", own)
    return next((place for place in places if place and Path(place).is_file()), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = _chromium(playwright.chromium.executable_path)
        if not chromium:
            pytest.skip("there is no Chromium; install Debian's package chromium or name one in CHROMIUM")
        with playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"]) as launched:
            yield launched


@dataclass(frozen=True, slots=True)
class Site:
    """The built site and one page of each kind; articles and entities are the richest of their kind."""

    folder: Path
    http: str
    """Address under which a server has it."""
    pages: dict[str, str]

    def file(self, path: str) -> str:
        return (self.folder / path).as_uri()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    build(BuildRequest(config=ROOT / "site.toml", seeds=ROOT / "seeds", output=folder))
    with _served(folder) as address:
        yield Site(folder, address, _kinds(folder))


def _kinds(folder: Path) -> dict[str, str]:
    """Return a page of each kind."""
    with (folder / "data" / "mentions.csv").open(encoding="utf-8", newline="") as table:
        rows = [row for row in csv.DictReader(table) if row["label"] != "DEMONYM"]
    article = Counter(row["article"] for row in rows).most_common(1)[0][0]
    entities = json.loads((folder / "data" / "entities.json").read_text("utf-8"))
    entities.sort(key=lambda entity: -entity["mentions"])
    named = {
        label: next(e["url"] for e in entities if e["label"] == label) for label in ("PERSON", "PLACE", "ORGANISATION")
    }
    figures = sorted((folder / "figures").glob("[!i]*.html"))
    return {
        "home": "index.html",
        "articles": "articles/index.html",
        "article": f"articles/{article}.html",
        "people": "people/index.html",
        "places": "places/index.html",
        "person": named["PERSON"],
        "place": named["PLACE"],
        "organisation": named["ORGANISATION"],
        "figures": "figures/index.html",
        "figures of a kind": figures[0].relative_to(folder).as_posix() if figures else "figures/index.html",
        "timeline": "timeline/index.html",
        "network": "network/index.html",
        "search": "search/index.html",
        "about": "about/index.html",
        "not found": "404.html",
    }


KINDS = (
    "home", "articles", "article", "people", "places", "person", "place", "organisation", "figures", "figures of a kind",
    "timeline", "network", "search", "about", "not found",
)  # fmt: skip


class _Quiet(SimpleHTTPRequestHandler):
    """Serves a folder under a sub-path and keeps the log to itself."""

    def translate_path(self, path: str) -> str:
        return (
            super().translate_path("/" + path.removeprefix(SUB_PATH))
            if path.startswith(SUB_PATH)
            else os.devnull + "/none"
        )

    def log_message(self, *_: object) -> None: ...


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
        server.shutdown()
        thread.join()


@contextmanager
def _watched(browser: Browser, site: Site, **options: object) -> Iterator[Page]:
    """Open a page; on leaving, complain about every error it logged and every request to somebody else."""
    faults: list[str] = []

    def log(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            faults.append(f"{message.type}: {message.text}")

    def asked(request: Request) -> None:
        if not request.url.startswith((site.http, site.folder.as_uri(), "data:")):
            faults.append(f"asks {request.url}")

    with browser.new_context(reduced_motion="reduce", **options) as context:  # type: ignore[arg-type]
        context.on("request", asked)
        context.on("weberror", lambda error: faults.append(f"error: {error.error}"))
        context.on("console", log)
        context.set_default_timeout(5_000)
        yield context.new_page()
    assert faults == []


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    with _watched(browser, site, viewport={"width": 1280, "height": 800}) as opened:
        yield opened


@pytest.fixture(params=["http", "file"])
def start(request: pytest.FixtureRequest, site: Site) -> str:
    """The site's address, once on a server under a sub-path and once as files."""
    return site.http if request.param == "http" else site.file("") + "/"


SHORTEN = """() => {
    for (const list of document.querySelectorAll('main :is(ol, ul, tbody, svg, section, g)')) {
        const seen = {};
        for (const child of [...list.children]) {
            const kind = `${child.tagName}.${child.className}`;
            seen[kind] = (seen[kind] || 0) + 1;
            if (seen[kind] > 8) child.remove();
        }
    }
}"""
"""Leave eight of a kind in every list: the hundredth line is made like the first, and axe takes its time with each."""


def _violations(page: Page, rules: dict[str, object]) -> list[str]:
    options = {"resultTypes": ["violations"], "iframes": False, "preload": False, "performanceTimer": False, **rules}
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{fault['id']}: {node['html'][:200]} {node['failureSummary']}" for fault in found for node in fault["nodes"]
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_in_light_and_dark_on_narrow_and_wide_screens(kind: str, page: Page, site: Site) -> None:
    if kind == "figures of a kind" and site.pages[kind] == site.pages["figures"]:
        pytest.skip("there are so few figures that all stand on one page")
    page.goto(site.http + site.pages[kind])
    page.evaluate(SHORTEN)
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme="light")
        assert _violations(page, {"runOnly": WCAG}) == []
        if width == 1280 or kind == "article":
            # Dark differs in colours only, and only an article has colours that are not there on wide screens.
            page.emulate_media(color_scheme="dark")
            assert _violations(page, {"runOnly": {"type": "rule", "values": ["color-contrast"]}}) == []


def test_no_page_scrolls_sideways_at_320_pixels(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    for kind, path in site.pages.items():
        page.goto(site.http + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, kind


def test_from_an_article_to_a_person_and_back_to_the_mention(page: Page, site: Site, start: str) -> None:
    page.goto(start + site.pages["article"])
    mention = page.locator(".text a.m.person").first
    anchor = mention.get_attribute("id")
    mention.click()
    expect(page.locator("h1")).to_be_visible()
    assert "/people/" in page.url
    article = site.pages["article"].rpartition("/")[2]
    page.locator(f'a[href$="{article}#{anchor}"]').first.click()
    page.wait_for_url(f"**/{article}*")
    target = page.locator(f"#{anchor}")
    expect(target).to_be_in_viewport()
    assert page.evaluate("document.querySelector(':target').id") == anchor


def test_layers_switch_and_stay_switched(page: Page, site: Site, start: str) -> None:
    def line() -> str:
        return str(page.locator(".text a.m.person").first.evaluate("mark => getComputedStyle(mark).textDecorationLine"))

    page.goto(start + site.pages["article"])
    before = line()
    page.locator("label:has(#layer-person)").click()
    expect(page.locator("#layer-person")).not_to_be_checked()
    assert line() != before
    page.reload()
    expect(page.locator("#layer-person")).not_to_be_checked()
    assert line() != before
    page.locator("label:has(#layer-person)").click()
    assert line() == before


def test_a_card_opens_on_hover_and_closes_by_escape(page: Page, site: Site) -> None:
    page.goto(site.http + site.pages["article"])
    mention = page.locator(".text a.m.person").first
    mention.scroll_into_view_if_needed()
    card = page.locator("#card")
    expect(card).to_be_hidden()
    mention.hover()
    expect(card).to_be_visible()
    card.hover()
    page.wait_for_timeout(400)
    expect(card).to_be_visible()
    assert _violations(page, {"runOnly": WCAG}) == []
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_a_card_opens_on_keyboard_focus(page: Page, site: Site) -> None:
    page.goto(site.http + site.pages["article"])
    mention = page.locator(".text a.m.person").first
    link = page.locator("#text a").first
    link.focus()
    for _ in range(30):
        if mention.evaluate("mark => mark === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(page.locator("#card")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#card")).to_be_hidden()


def test_n_and_p_step_through_the_mentions_of_one_name(page: Page, site: Site) -> None:
    page.goto(site.http + site.pages["article"])
    page.locator(".panel .entry:has(.count)").first.click()
    first = page.evaluate("location.hash")
    page.keyboard.press("n")
    assert page.evaluate("location.hash") != first
    page.keyboard.press("p")
    assert page.evaluate("location.hash") == first
    expect(page.locator(".stepper")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".stepper")).to_be_hidden()


def test_the_search_finds_a_person_by_keyboard(page: Page, site: Site, start: str) -> None:
    page.goto(start + site.pages["person"])
    name = page.locator("h1").inner_text()
    page.goto(start + "index.html")
    page.keyboard.press("Control+k")
    field = page.get_by_role("combobox")
    expect(field).to_be_focused()
    field.fill(name[:-1])
    option = page.get_by_role("option", name=name).first
    expect(option).to_be_visible()
    expect(option).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{site.pages['person']}")
    expect(page.locator("h1")).to_have_text(name)


def test_a_name_written_wrongly_is_offered_as_it_is_written(page: Page, site: Site) -> None:
    page.goto(site.http + site.pages["person"])
    name = page.locator("h1").inner_text()
    page.keyboard.press("/")
    page.get_by_role("combobox").fill(name[0] + name[2] + name[1] + name[3:])
    expect(page.get_by_role("option", name=name).first).to_be_visible()
    assert _violations(page, {"runOnly": WCAG}) == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


@pytest.mark.parametrize(
    ("written", "typed"),
    [("Müller", "mueller"), ("Müller", "Muller"), ("Straße", "STRASSE"), ("Łódź", "lodz"), ("Größe", "groesse")],
)
def test_letters_are_found_as_readers_type_them(written: str, typed: str, page: Page, site: Site) -> None:
    page.goto(site.http + "search/index.html")
    expect(page.get_by_role("option").first).to_be_visible()
    page.evaluate("name => fundstelleIndex({}, `p\\t${name}\\tx\\t1`, '')", written)
    page.get_by_role("combobox").fill(typed)
    expect(page.get_by_role("option")).to_have_count(1)


def test_the_search_page_takes_its_question_from_the_address(page: Page, site: Site, start: str) -> None:
    name = Path(site.pages["place"]).stem
    page.goto(f"{start}search/index.html?q={name}")
    expect(page.get_by_role("option").first).to_have_attribute("href", f"{start}{site.pages['place']}")


@pytest.mark.skipif(not full_text_installed(), reason="Pagefind is not installed; it comes with the extra `search`")
def test_the_full_text_leads_to_the_words(page: Page, site: Site) -> None:
    record = json.loads((site.folder / "data" / site.pages["article"].replace(".html", ".json")).read_text("utf-8"))
    sentence = record["sentences"][2]
    words = record["text"][sentence["start"] : sentence["end"]].split()[:5]
    page.goto(site.http + "search/index.html")
    page.get_by_role("combobox").fill(" ".join(words))
    found = page.locator(f'#full-text a[href*="{site.pages["article"]}"]')
    expect(found).to_be_visible()
    assert "#:~:text=" in str(found.get_attribute("href"))
    found.click()
    page.wait_for_url(f"**/{site.pages['article']}*")


def test_the_search_gives_the_focus_back(page: Page, site: Site) -> None:
    page.goto(site.http + "index.html")
    page.locator("main a").first.focus()
    page.keyboard.press("/")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("main a").first).to_be_focused()


def test_colours_stay_as_they_were_chosen(page: Page, site: Site) -> None:
    page.goto(site.http + "index.html")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.locator(".theme-switch").click()
    dark = page.evaluate(paper)
    assert dark != light
    page.goto(site.http + site.pages["article"])
    assert page.evaluate(paper) == dark


WORDS = """() => {
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    let words = 0;
    while (walker.nextNode()) {
        const { parentElement, data } = walker.currentNode;
        if (parentElement.checkVisibility()) words += data.split(/\\s+/).filter(Boolean).length;
    }
    return words;
}"""
"""Count the words to be seen; `innerText` would leave out what waits below the window (content-visibility)."""


def test_every_page_is_complete_without_javascript(browser: Browser, site: Site) -> None:
    words: dict[str, int] = {}
    with _watched(browser, site) as page:
        for kind, path in site.pages.items():
            page.goto(site.http + path)
            words[kind] = page.evaluate(WORDS)
    with _watched(browser, site, java_script_enabled=False) as page:
        for kind, path in site.pages.items():
            page.goto(site.http + path)
            if kind != "search":  # its list of the most named is made by the script
                assert page.evaluate(WORDS) >= 0.95 * words[kind], kind
        page.goto(site.http + "index.html")
        page.locator(".search-link").click()
        page.locator('main a[href$="people/index.html"]').click()
        expect(page.locator("h1")).to_be_visible()


def test_every_page_opens_from_a_file_without_an_error(page: Page, site: Site) -> None:
    for path in site.pages.values():
        page.goto(site.file(path))
        expect(page.locator("h1")).to_be_visible()
