"""What search engines and finders of faults read: the sitemap, `robots.txt` and `security.txt`.

The sitemap lists what a reader should land on; a page marked `noindex` is missing there and says so itself. `robots.txt`
must not forbid such a page, else the crawler never reads the mark; it does forbid the files that cannot carry one.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import quote, urlsplit
from xml.sax.saxutils import escape

from generator.config import Settings
from generator.linkeddata import address, article_path, article_twins, articles_of, entity_path
from generator.model import Artifact, Corpus

INDEXES = (
    "index.html",
    "articles/index.html",
    "people/index.html",
    "places/index.html",
    "organisations/index.html",
    "figures/index.html",
    "timeline/index.html",
    "network/index.html",
    "about/index.html",
)
"""Pages every site has."""
DIVIDED = ("figures/", "timeline/")
"""Folders whose pages are parts of a list, as many as the corpus needs."""
SECURITY = ".well-known/security.txt"
SITEMAP_LIMIT = 50_000
"""Addresses a sitemap may hold (sitemaps.org); beyond that there is an index of sitemaps."""

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(corpus: Corpus, settings: Settings, made: Iterable[str] = ()) -> Iterator[Artifact]:
    """Return `sitemap.xml` with the date of the newest article on each page; nothing when the base address is not set.

    Of the paths `made` it takes the parts into which figures and timeline were divided, which only their pages know.
    """
    if not settings.base_url:
        return
    entries = [
        f"<url><loc>{_location(settings, path)}</loc>{f'<lastmod>{date}</lastmod>' if date else ''}</url>\n"
        for path, date in _pages(corpus, made)
    ]
    parts = [entries[start : start + SITEMAP_LIMIT] for start in range(0, len(entries), SITEMAP_LIMIT)]
    if len(parts) == 1:
        yield _sitemap("sitemap.xml", "urlset", parts[0])
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield _sitemap(name, "urlset", part)
    sitemaps = [f"<sitemap><loc>{_location(settings, name)}</loc></sitemap>\n" for name in names]
    yield _sitemap("sitemap.xml", "sitemapindex", sitemaps)


def robots(corpus: Corpus, settings: Settings) -> Iterator[Artifact]:
    """Return `robots.txt`: everything is open but the records of what is marked `noindex`."""
    folder = urlsplit(settings.base_url).path or "/"
    hidden = [
        path
        for article in corpus.articles
        if article.document.metadata.noindex
        for _, _, path in article_twins(article)
    ]
    lines = ["User-agent: *", *(f"Disallow: {quote(folder + path)}" for path in hidden), "Allow: /"]
    if settings.base_url:
        lines += ["", f"Sitemap: {settings.base_url}sitemap.xml"]
    yield Artifact("robots.txt", ("\n".join(lines) + "\n").encode())


def security(_corpus: Corpus, settings: Settings) -> Iterator[Artifact]:
    """Return `.well-known/security.txt` (RFC 9116): whom to tell of a fault of safety, and until when that holds.

    There is none without `contact`, `security_expires` and a base address at the top of its host, where alone it is looked for.
    """
    if not (settings.contact and settings.security_expires and urlsplit(settings.base_url).path == "/"):
        return
    mail = "@" in settings.contact and ":" not in settings.contact
    contact = f"mailto:{settings.contact}" if mail else settings.contact
    text = (
        f"Contact: {contact}\n"
        f"Expires: {settings.security_expires}T23:59:59Z\n"
        f"Preferred-Languages: {settings.language}\n"
        f"Canonical: {settings.base_url}{SECURITY}\n"
    )
    yield Artifact(SECURITY, text.encode())


def _pages(corpus: Corpus, made: Iterable[str]) -> Iterator[tuple[str, str]]:
    dates = [article.document.metadata.date for article in corpus.articles]
    newest = max((date for date in dates if date), default=None)
    parts = sorted(path for path in made if path.startswith(DIVIDED) and path.endswith(".html") and path not in INDEXES)
    for path in (*INDEXES, *parts):
        yield path, newest.isoformat() if newest else ""
    for article, date in zip(corpus.articles, dates, strict=True):
        if not article.document.metadata.noindex:
            yield article_path(article), date.isoformat() if date else ""
    for entity in corpus.entities:
        if not entity.noindex:
            known = [date for index in articles_of(entity) if (date := dates[index])]
            yield entity_path(entity), max(known).isoformat() if known else ""


def _location(settings: Settings, path: str) -> str:
    return escape(address(settings, path))


def _sitemap(path: str, element: str, entries: list[str]) -> Artifact:
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<{element} xmlns="{_NAMESPACE}">\n'
    return Artifact(path, (head + "".join(entries) + f"</{element}>\n").encode())
