"""The page for addresses that lead nowhere: it says what to do next."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Page
from generator.pages.site import Chrome, NavigationItem, Site, chrome


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """What the page shows."""

    chrome: Chrome
    ways: tuple[NavigationItem, ...]
    """Where to look instead."""


def notfound_page(site: Site) -> Iterator[Page]:
    """Yield `404.html`."""
    frame = chrome(site, "404.html", site.strings.gettext("Page not found"), noindex=True)
    yield Page("404.html", "404.html", NotFoundView(frame, frame.navigation))
