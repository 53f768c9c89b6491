"""Site → files, each made again only when what it is made from changed.

A page's fingerprint is that of its parts, the templates and the phrases; files that are made together share one. Several
processes make the pages, and beside them one makes what is made of the corpus as a whole.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from typing import TypeVar

from generator.bundles import bundle
from generator.config import Settings
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
from generator.relations import relate
from generator.render import renderer
from generator.search import search_facets, search_index
from generator.strings import Strings
from generator.workers import aside, spread

_T = TypeVar("_T")
File = Artifact | Kept
Progress = Callable[[int, int], None]
"""Called with how many portions of files are made, and how many there are."""
_PORTION = 64
"""Pages and other files that a process makes at a time."""
_WORTH_PROCESSES = 100
"""Articles; fewer are rendered sooner than a process starts."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What the site looks like: files by name relative to their folder."""

    templates: Mapping[str, bytes]
    static: Mapping[str, bytes]
    version: str
    """Of all that decides how values become pages, templates aside: code and phrases."""


def read_templates(theme: Theme, settings: Settings, strings: Strings) -> None:
    """Read the templates, which takes half a second; `make_files` finds them read, and so do its processes."""
    renderer(_texts(theme), settings, strings).prepare()


def _texts(theme: Theme) -> list[tuple[str, str]]:
    try:
        return [(name, content.decode()) for name, content in sorted(theme.templates.items())]
    except UnicodeDecodeError as error:
        raise UserError(f"templates: not UTF-8: {error}; save them as UTF-8") from error


def make_files(site: Site, theme: Theme, intact: Mapping[str, str], jobs: int, progress: Progress) -> Iterator[File]:
    """Yield every file of the site, paths unique; as `Kept` when `intact`, fingerprints by path, says it still stands.

    What hangs together in the corpus is found here: the site need not have its relations yet.

    Raises `UserError` with file and line when a template is faulty.
    """
    templates = _texts(theme)
    draw = renderer(templates, site.settings, site.strings)
    code = digest(f"{theme.version}{site.settings!r}".encode())
    look = digest(f"{code}{templates}".encode())
    # What all files are made from is in `code`. Articles and entities stand in hundreds of files and are digested once.
    marks = Fingerprints((Article, Entity, Known), (site.settings, site.strings))
    corpus = marks.of((site.corpus.articles, site.corpus.entities, site.corpus.redirects))

    def work(items: Sequence[Page | Twin]) -> list[File]:
        return [done(item) for item in items]

    def done(item: Page | Twin) -> File:
        """Return a file made or kept."""
        page = isinstance(item, Page)
        fingerprint = digest(f"{look if page else code}{marks.of(item.parts)}".encode())
        if intact.get(item.path) == fingerprint:
            return Kept(item.path)
        return Artifact(item.path, draw.render(item).content if isinstance(item, Page) else item.content, fingerprint)

    def wholes() -> list[File]:
        """Return the files of the corpus as a whole."""
        export = partial(_flat, EXPORTS, site.corpus, site.settings)
        found = list(_together(digest(f"{code}{corpus}".encode()), export, intact))
        found += [search_index(site.corpus, site.strings), search_facets(site.corpus)]
        if site.made.full_text:
            language = site.settings.article_language
            key = f"{language}{full_text_key(site.corpus)}"
            found += _together(key, partial(full_text, site.corpus, language), intact)
        return found

    several = jobs if len(site.corpus.articles) >= _WORTH_PROCESSES else 1
    made: list[str] = []
    with aside(wholes, jobs=jobs) as rest:
        if several > 1:
            read_templates(theme, site.settings, site.strings)
        related = replace(site, relations=relate(site.corpus))
        items: list[Page | Twin] = [*_flat(PAGES, related), *_flat(TWINS, site.corpus, site.settings)]
        if site.made.cards:
            items += link_cards(site.corpus, site.settings, site.strings)
        for number, files in enumerate(spread(work, items, size=_PORTION, jobs=several), 1):
            progress(number, -(-len(items) // _PORTION))
            made += (file.path for file in files)
            yield from files
        for file in rest():
            made.append(file.path)
            yield file
    yield from sitemap(site.corpus, site.settings, made)
    yield from bundle(theme.static.items())


def _flat(makers: Iterable[Callable[..., Iterable[_T]]], *given: object) -> Iterator[_T]:
    """Yield what each of the functions makes of the same values."""
    return chain.from_iterable(make(*given) for make in makers)


def _together(key: str, make: Callable[[], Iterable[Artifact]], intact: Mapping[str, str]) -> Iterator[File]:
    """Yield files that are made together from the values of which `key` is the digest; as `Kept` when all still stand."""
    kept = [path for path, mark in intact.items() if mark.startswith(key)]
    if kept and intact[kept[0]] == f"{key} {len(kept)}":
        yield from map(Kept, kept)
        return
    fresh = tuple(make())
    yield from (replace(artifact, fingerprint=f"{key} {len(fresh)}") for artifact in fresh)
