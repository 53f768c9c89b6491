"""What there is to look at: a page of every kind, what axe finds, words to be seen."""

import csv
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
KINDS = (
    "home", "articles", "article", "people", "places", "person", "place", "organisation", "figures", "timeline", "network",
    "search", "about", "not found",
)  # fmt: skip

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


@dataclass(frozen=True, slots=True)
class Site:
    """The built site and one page of each kind; articles and entities are the richest of their kind."""

    folder: Path
    http: str
    """Address under which a server has it."""
    pages: dict[str, str]

    def file(self, path: str) -> str:
        """Return the address of a page on this machine's disk."""
        return (self.folder / path).as_uri()


def kinds_of(folder: Path) -> dict[str, str]:
    """Return a page of each kind."""
    with (folder / "data" / "mentions.csv").open(encoding="utf-8", newline="") as table:
        rows = [row for row in csv.DictReader(table) if row["label"] != "DEMONYM"]
    article = Counter(row["article"] for row in rows).most_common(1)[0][0]
    entities = json.loads((folder / "data" / "entities.json").read_text("utf-8"))
    entities.sort(key=lambda entity: -entity["mentions"])
    named = {
        label: next(e["url"] for e in entities if e["label"] == label) for label in ("PERSON", "PLACE", "ORGANISATION")
    }
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
        "timeline": "timeline/index.html",
        "network": "network/index.html",
        "search": "search/index.html",
        "about": "about/index.html",
        "not found": "404.html",
    }


def violations(page: Page, part: str = "", *, rule: str = "") -> list[str]:
    """Return what axe finds on a page, or in the part that a selector names; by one rule or by all of WCAG 2.2 AA."""
    only: object = {"type": "rule", "values": [rule]} if rule else WCAG
    options = {
        "resultTypes": ["violations"],
        "iframes": False,
        "preload": False,
        "performanceTimer": False,
        "runOnly": only,
    }
    found = Axe().run(page, context=part or None, options=options).response["violations"]
    return [
        f"{fault['id']}: {node['html'][:200]} {node['failureSummary']}" for fault in found for node in fault["nodes"]
    ]
