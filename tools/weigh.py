"""Weigh the pages of a built site and time the filter of a large index: `python -m tools.weigh [OUTPUT]` (needs Chromium).

Prints of the article that is nearest to 800 words: bytes of HTML, CSS and JavaScript as a server sends them (gzip), requests,
fonts, layout shift. Then makes an index of 5,000 entities with the package's own code and prints when it is first painted
and, for every key typed into its filter and for emptying it, how long until the frame with the answer is painted and the
longest time the page could not answer afterwards.
"""

import argparse
import gzip
import json
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Response, ViewportSize

from generator.bundles import bundle
from generator.config import Settings
from generator.files import read_folder, shipped
from generator.pages.indexes import index_pages
from generator.pages.site import Site
from generator.render import renderer
from generator.resolve import resolve
from generator.strings import strings
from tools.browsing import chromium, served
from tools.resolve_bench import made_corpus

WORDS = 800
ENTITIES = 5_000
TYPED = ("m", "ma", "man", "mann", "man", "ma", "m", "", "berg", "", "e", "")
WINDOW: ViewportSize = {"width": 1280, "height": 800}

SHIFT = """() => new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; })
        .observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done(sum), 500);
})"""

PAINTED = """(typed) => new Promise((done) => {
    const field = document.querySelector('[data-filter]');
    const start = performance.now();
    field.value = typed;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => done(performance.now() - start);
        channel.port2.postMessage(0);
    });
})"""
"""A frame's own callbacks run before its layout and paint, a message posted in them arrives after both."""

QUIET = """() => new Promise((done) => {
    const channel = new MessageChannel(), start = performance.now();
    let longest = 0, last = start;
    channel.port1.onmessage = () => {
        const now = performance.now();
        longest = Math.max(longest, now - last);
        last = now;
        if (now - start > 700) done([longest, document.querySelectorAll('.found li').length]); else channel.port2.postMessage(0);
    };
    channel.port2.postMessage(0);
})"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("output", type=Path, nargs="?", default=Path("output"))
    options = parser.parse_args()
    articles = sorted((options.output / "data" / "articles").glob("*.json"))
    if not articles:
        sys.exit(f"{options.output}: no site here; build one, or name its folder")
    with chromium() as browser:
        with served(options.output.resolve()) as address:
            name, words = min(((path.stem, _words(path)) for path in articles), key=lambda row: abs(row[1] - WORDS))
            _weigh(browser, f"{address}articles/{name}.html", f"article of {words} words")
        with tempfile.TemporaryDirectory() as folder, served(_large_index(Path(folder))) as address:
            _weigh(browser, f"{address}people/index.html", f"index of {ENTITIES:,} entities")
            _time_filter(browser, f"{address}people/index.html")


def _words(path: Path) -> int:
    return len(json.loads(path.read_text("utf-8"))["text"].split())


def _weigh(browser: Browser, address: str, what: str) -> None:
    """Open a page and print what it weighs."""
    page = browser.new_page(viewport=WINDOW)
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - Playwright marks its handlers
    page.goto(address, wait_until="networkidle")
    shift = page.evaluate(SHIFT)
    painted = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    kinds: dict[str, int] = {}
    fonts = 0
    for answer in answers:
        kind = answer.request.resource_type
        fonts += kind == "font"
        kinds[kind] = kinds.get(kind, 0) + len(gzip.compress(answer.body(), 6))
    parts = ", ".join(f"{kind} {size / 1024:.1f}" for kind, size in kinds.items())
    total = sum(kinds.values()) / 1024
    print(f"{what}: {total:.1f} KB gzipped ({parts}) in {len(answers)} requests, {fonts} fonts")
    print(f"  layout shift {shift:.4f}, first paint after {painted:.0f} ms")
    page.close()


def _large_index(folder: Path) -> Path:
    """Write an index of people and all it needs; return the folder."""
    corpus = resolve(made_corpus(6_000, 60_000))
    people = [entity for entity in corpus.entities if entity.label == "PERSON"][:ENTITIES]
    if len(people) < ENTITIES:
        sys.exit(f"the made corpus has {len(people)} people only")
    settings = Settings(title="Made", base_url="https://example.org/")
    phrases = strings(settings.language)
    templates = [(name, content.decode()) for name, content in read_folder(shipped("templates"))]
    draw = renderer(templates, settings, phrases)
    few = type(corpus)(articles=corpus.articles, entities=tuple(people))
    files = [draw.render(next(index_pages(Site(few, settings, phrases)))), *bundle(read_folder(shipped("static")))]
    for file in files:
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.path).write_bytes(file.content)
    return folder


def _time_filter(browser: Browser, address: str) -> None:
    """Type into the filter and print how long each key took."""
    page = browser.new_page(viewport=WINDOW)
    page.goto(address, wait_until="networkidle")
    page.locator("[data-filter]").focus()
    page.wait_for_timeout(500)
    clock = page.context.new_cdp_session(page)
    clock.send("Performance.enable", {"timeDomain": "threadTicks"})

    def worked() -> float:
        return float(
            next(m["value"] for m in clock.send("Performance.getMetrics")["metrics"] if m["name"] == "TaskDuration")
        )

    slowest = [0.0, 0.0, 0.0]
    for typed in TYPED:
        before = worked()
        painted = page.evaluate(PAINTED, typed)
        seconds = worked() - before
        longest, shown = page.evaluate(QUIET)
        slowest = [max(pair) for pair in zip(slowest, (painted, seconds * 1000, longest), strict=True)]
        what = f"'{typed}'" if typed else "emptied"
        print(
            f"  {what:<8} painted after {painted:4.0f} ms ({seconds * 1000:3.0f} ms of processor time), "
            f"then busy for {longest:3.0f} ms at most; {shown:,} of the shown are copies"
        )
    print("  slowest: painted after {:.0f} ms, {:.0f} ms of processor time, then busy for {:.0f} ms".format(*slowest))
    page.close()


if __name__ == "__main__":
    main()
