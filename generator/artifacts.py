"""Site → files, each made again only when what it is made from changed.

A page's fingerprint is that of its parts, the templates and the phrases; files that are made together share one. The kinds
of pages are made side by side in several processes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice

from generator.bundles import bundle
from generator.errors import UserError
from generator.exports import EXPORTS, TWINS
from generator.exports.crawlers import sitemap
from generator.files import Kept, digest
from generator.fingerprints import Fingerprints
from generator.fulltext import full_text, full_text_key
from generator.linkcards import link_cards
from generator.model import Article, Artifact, Entity, Page, Twin
from generator.pages import PAGES, Site
from generator.pages.cards import Known
from generator.render import renderer
from generator.search import search_facets, search_index
from generator.workers import spread

File = Artifact | Kept
Progress = Callable[[int, int], None]
"""Called with how many kinds of files are made, and how many there are."""
_PARTS = 8
"""So many portions the pictures for link previews are drawn in: they take longer than any kind of page."""
_WORTH_PROCESSES = 100
"""Articles; fewer are rendered sooner than a process starts."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What the site looks like: files by name relative to their folder."""

    templates: Mapping[str, bytes]
    static: Mapping[str, bytes]
    version: str
    """Of all that decides how values become pages, templates aside: code and phrases."""


def make_files(site: Site, theme: Theme, intact: Mapping[str, str], jobs: int, progress: Progress) -> Iterator[File]:
    """Yield every file of the site, paths unique; as `Kept` when `intact`, fingerprints by path, says it still stands.

    Raises `UserError` with file and line when a template is faulty.
    """
    try:
        templates = [(name, content.decode()) for name, content in sorted(theme.templates.items())]
    except UnicodeDecodeError as error:
        raise UserError(f"templates: not UTF-8: {error}; save them as UTF-8") from error
    draw = renderer(templates, site.settings, site.strings)
    code = digest(f"{theme.version}{site.settings!r}".encode())
    look = digest(f"{code}{templates}".encode())
    # What all files are made from is in `code`. Articles and entities stand in hundreds of files and are digested once.
    marks = Fingerprints((Article, Entity, Known), (site.settings, site.strings))
    corpus = marks.of((site.corpus.articles, site.corpus.entities, site.corpus.redirects))

    def work(makers: Sequence[Callable[[Site], Iterable[File | Page | Twin]]]) -> list[File]:
        return [done(item) for make in makers for item in make(site)]

    def done(item: File | Page | Twin) -> File:
        """Return a file made or kept."""
        if isinstance(item, (Artifact, Kept)):
            return item
        page = isinstance(item, Page)
        fingerprint = digest(f"{look if page else code}{marks.of(item.parts)}".encode())
        if intact.get(item.path) == fingerprint:
            return Kept(item.path)
        return Artifact(item.path, draw.render(item).content if isinstance(item, Page) else item.content, fingerprint)

    def data(site: Site) -> Iterator[File]:
        key = digest(f"{code}{corpus}".encode())
        return _together(
            key, lambda: chain.from_iterable(export(site.corpus, site.settings) for export in EXPORTS), intact
        )

    def twins(site: Site) -> Iterator[Twin]:
        return chain.from_iterable(twin(site.corpus, site.settings) for twin in TWINS)

    def search(site: Site) -> Iterator[File]:
        yield search_index(site.corpus, site.strings)
        yield search_facets(site.corpus)
        if site.made.full_text:
            language = site.settings.article_language
            key = f"{language}{full_text_key(site.corpus)}"
            yield from _together(key, lambda: full_text(site.corpus, language), intact)

    def cards(site: Site, part: int) -> Iterator[Twin]:
        return islice(link_cards(site.corpus, site.settings, site.strings), part, None, _PARTS)

    jobs = jobs if len(site.corpus.articles) >= _WORTH_PROCESSES else 1
    drawers = (partial(cards, part=part) for part in range(_PARTS)) if site.made.cards else ()
    makers: tuple[Callable[[Site], Iterable[File | Page | Twin]], ...] = (*PAGES, data, twins, search, *drawers)
    made: list[str] = []
    for number, files in enumerate(spread(work, makers, size=1, jobs=jobs), 1):
        progress(number, len(makers))
        made += (file.path for file in files)
        yield from files
    yield from sitemap(site.corpus, site.settings, made)
    yield from bundle(theme.static.items())


def _together(key: str, make: Callable[[], Iterable[Artifact]], intact: Mapping[str, str]) -> Iterator[File]:
    """Yield files that are made together from the values of which `key` is the digest; as `Kept` when all still stand."""
    kept = [path for path, mark in intact.items() if mark.startswith(key)]
    if kept and intact[kept[0]] == f"{key} {len(kept)}":
        yield from map(Kept, kept)
        return
    fresh = tuple(make())
    yield from (replace(artifact, fingerprint=f"{key} {len(fresh)}") for artifact in fresh)
