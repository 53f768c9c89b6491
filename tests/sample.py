"""A small site for tests of pages: every kind of block and mark, names in headline, dateline and links, figures and dates.

`python -m tests.sample FOLDER` writes its pages and static files, to be looked at.
"""

import sys
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, chain
from pathlib import Path

from generator.bundles import bundle
from generator.config import Settings
from generator.model import Article, Block, BlockKind, Corpus, Mark, Page
from generator.pages import PAGES, Site
from generator.relations import relate
from generator.render import Renderer, renderer
from generator.strings import Strings, strings
from tests.written import small_corpus, write_article, write_corpus

ROOT = Path(__file__).parent.parent

_KINDS: tuple[tuple[BlockKind, int, str], ...] = (
    ("leftover", 0, "Standort erkennen"),
    ("headline", 0, "[Putin|people/wladimir-putin] & <Partner>"),
    ("dateline", 0, "[Kiew|places/kiew], [Moskau|places/moskau]"),
    ("paragraph", 0, "Am {Freitag|date|2023-02-03} sprach Präsident [Wladimir Putin|people/wladimir-putin] mit [Xi|people/xi-jinping]. Es war kalt."),
    ("caption", 0, "Zerstörtes Haus in [Kiew|places/kiew]"),
    ("credit", 0, "(Foto: Reuters)"),
    ("subheading", 3, "Zahlen aus [Russland|places/russland]"),
    ("item", 1, "{85|number|85} Raketen"),
    ("item", 2, "davon {fünf|number|5} auf [Kiew|places/kiew]"),
    ("quote", 1, "Wir werden überleben."),
    ("quote", 1, "Das werden wir."),
    ("code", 0, "a  <  b\n  c"),
    ("subheading", 4, "Noch mehr"),
    ("paragraph", 0, "Die [russische|~places/russland] Stimme der [Nato|organisations/nato] und ein langer Link zu [Xi|people/xi-jinping] und weiter."),
    ("teaser", 0, ">> Lesen Sie hier: mehr"),
    ("teaser", 0, ">> Und hier"),
)  # fmt: skip


def every_kind() -> Article:
    """Return an article with a block of every kind, formatting that crosses a name, and a link around one."""
    lines = [line.replace("\n", "¶") for _, _, line in _KINDS]
    article = write_article(
        "alles",
        "\n".join(f"\N{ZERO WIDTH SPACE}{line}" for line in lines),
        date="2023-02-04",
        title="Putin & <Partner>",
        subtitle="Ein Artikel mit allem",
        publisher="Der Bote",
        source="https://example.org/alles",
    )
    text = article.document.text.replace("¶", "\n")
    ends = list(accumulate(len(line) + 1 for line in article.document.text.split("\n")))
    starts = [0, *ends]
    blocks = tuple(
        Block(start + 1, end - 1, kind, level)
        for start, end, (kind, level, _) in zip(starts, ends, _KINDS, strict=False)
    )
    crossing, link = text.index("Präsident Wladimir"), text.index("langer Link zu Xi und")
    marks = (
        Mark(crossing, crossing + len("Präsident Wladimir"), "strong"),
        Mark(link, link + len("langer Link zu Xi und"), "link", "https://example.org/xi?a=1&b=2"),
    )
    return replace(article, document=replace(article.document, text=text, blocks=blocks, marks=marks))


def sample_corpus() -> Corpus:
    """Return four articles: the one with everything, and those of `small_corpus`."""
    small = small_corpus()
    visit, *rest = small.articles
    return write_corpus(
        (visit, every_kind(), *rest),
        people__wladimir_putin={
            "description": "Präsident Russlands",
            "same_as": ("https://www.wikidata.org/wiki/Q7747",),
        },
        places__russland={"name": "Russland"},
    )


def sample_site(
    corpus: Corpus | None = None, language: str = "de", base_url: str = "https://example.org/archiv/"
) -> Site:
    """Return the site of a corpus, by default of the sample."""
    settings = Settings(title="Probe", language=language, base_url=base_url)
    corpus = corpus or sample_corpus()
    return Site(corpus, settings, strings(language), relations=relate(corpus))


@lru_cache
def _renderer(settings: Settings, phrases: Strings) -> Renderer:
    folder = ROOT / "templates"
    templates = [(path.relative_to(folder).as_posix(), path.read_text("utf-8")) for path in sorted(folder.rglob("*.*"))]
    return renderer(templates, settings, phrases)


def render_pages(site: Site, *wanted: Page) -> dict[str, str]:
    """Return the HTML of some pages, by default of all, by path."""
    draw = _renderer(site.settings, site.strings)
    return {
        page.path: draw.render(page).content.decode()
        for page in wanted or chain.from_iterable(make(site) for make in PAGES)
    }


def main(folder: Path) -> None:
    static = ROOT / "static"
    files = {path: text.encode() for path, text in render_pages(sample_site()).items()}
    parts = [
        (path.relative_to(static).as_posix(), path.read_bytes()) for path in sorted(static.rglob("*")) if path.is_file()
    ]
    files |= {artifact.path: artifact.content for artifact in bundle(parts)}
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
