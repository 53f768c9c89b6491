"""Site → files, each made again only when what it is made from changed.

A page's fingerprint is that of its values, the templates and the phrases; files that are made together share one. The kinds
of pages are made side by side in several processes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.bundles import bundle
from generator.errors import UserError
from generator.exports import exports
from generator.exports.crawlers import sitemap
from generator.files import Kept, digest
from generator.fulltext import full_text, full_text_key
from generator.model import Artifact, Page
from generator.pages import PAGES, Site
from generator.render import Renderer, renderer
from generator.search import search_index
from generator.workers import spread

File = Artifact | Kept
Progress = Callable[[int, int], None]
"""Called with how many kinds of files are made, and how many there are."""
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
    base = digest(repr((theme.version, templates, site.settings)).encode())

    def work(makers: Sequence[Callable[[Site], Iterable[File | Page]]]) -> list[File]:
        return [_file(item, base, draw, intact) for make in makers for item in make(site)]

    def data(site: Site) -> Iterator[File]:
        key = digest(f"{theme.version}{site.settings!r}{site.corpus!r}".encode())
        return _together(key, lambda: exports(site.corpus, site.settings), intact)

    def search(site: Site) -> Iterator[File]:
        yield search_index(site.corpus, site.strings)
        if site.made.full_text:
            language = site.settings.language
            key = f"{language}{full_text_key(site.corpus)}"
            yield from _together(key, lambda: full_text(site.corpus, language), intact)

    jobs = jobs if len(site.corpus.articles) >= _WORTH_PROCESSES else 1
    makers = (*PAGES, data, search)
    made: list[str] = []
    for done, files in enumerate(spread(work, makers, size=1, jobs=jobs), 1):
        progress(done, len(makers))
        made += (file.path for file in files)
        yield from files
    yield from sitemap(site.corpus, site.settings, made)
    yield from bundle(theme.static.items())


def _file(item: File | Page, base: str, draw: Renderer, intact: Mapping[str, str]) -> File:
    """Return a page as a file, rendered or kept; other files as they are."""
    if not isinstance(item, Page):
        return item
    fingerprint = digest(f"{base}{item!r}".encode())
    return (
        Kept(item.path) if intact.get(item.path) == fingerprint else replace(draw.render(item), fingerprint=fingerprint)
    )


def _together(key: str, make: Callable[[], Iterable[Artifact]], intact: Mapping[str, str]) -> Iterator[File]:
    """Yield files that are made together from the values of which `key` is the digest; as `Kept` when all still stand."""
    kept = [path for path, mark in intact.items() if mark.startswith(key)]
    if kept and intact[kept[0]] == f"{key} {len(kept)}":
        yield from map(Kept, kept)
        return
    fresh = tuple(make())
    yield from (replace(artifact, fingerprint=f"{key} {len(fresh)}") for artifact in fresh)
