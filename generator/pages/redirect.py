"""A page at each address that moved, so that links from outside keep working on a host without rules of its own."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.linkeddata import address, entity_path
from generator.model import Page
from generator.pages.site import Chrome, Site, chrome


@dataclass(frozen=True, slots=True)
class RedirectView:
    """Where an entity went."""

    chrome: Chrome
    name: str
    target: str


def redirect_pages(site: Site) -> Iterator[Page]:
    """Yield a page for each redirect whose target exists and whose old address is free."""
    for redirect in site.corpus.redirects:
        entity = site.corpus.by_id.get(redirect.new)
        if entity is None or redirect.old in site.corpus.by_id:
            continue
        path, target = f"{redirect.old}.html", entity_path(entity)
        frame = chrome(site, path, entity.name, noindex=True)
        if site.settings.base_url:
            frame = replace(frame, canonical=address(site.settings, target))
        yield Page(path, "redirect.html", RedirectView(frame, entity.name, target))
