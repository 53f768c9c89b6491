"""Corpus → pages as values: what stands on each page of the site is decided here, how it looks in `templates/`.

Inner rooms, top down: home; article, entity, indexes, figures, timeline, network, articles, about, search, notfound, redirect; cards,
panel, passages, lines; original; catalogue, calendar; units, portrait; site; once.
"""

from collections.abc import Callable, Iterator

from generator.model import Page
from generator.pages.about import about_page
from generator.pages.article import article_pages
from generator.pages.articles import article_lists
from generator.pages.atlas import map_pages
from generator.pages.entity import entity_pages
from generator.pages.figures import figure_pages
from generator.pages.home import home_page
from generator.pages.indexes import index_pages
from generator.pages.network import network_page
from generator.pages.notfound import notfound_page
from generator.pages.redirect import redirect_pages
from generator.pages.search import search_pages
from generator.pages.site import Made, Pipeline, Score, Site
from generator.pages.timeline import timeline_pages

__all__ = ["PAGES", "Made", "Pipeline", "Score", "Site"]

PAGES: tuple[Callable[[Site], Iterator[Page]], ...] = (
    home_page,
    article_lists,
    article_pages,
    index_pages,
    entity_pages,
    map_pages,
    figure_pages,
    timeline_pages,
    network_page,
    search_pages,
    about_page,
    notfound_page,
    redirect_pages,
)
"""Who makes pages, in the order in which they are built. One more kind of page is one more function here."""
