"""Corpus → pages as values: what stands on each page of the site is decided here, how it looks in `templates/`.

Inner rooms, top down: article; cards; panel; site. (Entity pages, indexes and the rest stand beside `article`.)
"""

from collections.abc import Callable, Iterator

from generator.model import Page
from generator.pages.article import article_pages
from generator.pages.search import search_pages
from generator.pages.site import Made, Pipeline, Score, Site

__all__ = ["PAGES", "Made", "Pipeline", "Score", "Site", "pages"]

PAGES: tuple[Callable[[Site], Iterator[Page]], ...] = (article_pages, search_pages)
"""Who makes pages, in the order in which they are built. One more kind of page is one more function here."""


def pages(site: Site) -> Iterator[Page]:
    """Yield every page of the site; paths are unique."""
    for make in PAGES:
        yield from make(site)
