"""The full text of all articles as an index that the search page asks: Pagefind, where it is installed.

Pagefind is a program and not a library: it reads HTML files and writes an index with the script that asks it. It gets the
articles as bare pages of their own, not the site's, so that neither template nor masthead is ever found, and its files come
back as artifacts like all others. It is given no filters: with them its index is not the same bytes every time. Instead a
list beside it says which of its results is which article, and `search` knows who is named there.
"""

import gzip
import hashlib
import json
import subprocess
import tempfile
from collections.abc import Iterable
from html import escape
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from generator.errors import UserError
from generator.model import SET_APART, Article, Artifact, Corpus

FOLDER = "pagefind"
"""Where the index is, relative to the site; `static/js/fulltext.js` knows it by this name."""
ORDER = f"{FOLDER}/articles.json"
"""Pagefind's names of the articles, in the order in which the index of names has them."""
_NEEDED = (".pagefind", ".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter", ".json")
_SIGNATURE = b"pagefind_dcd"
"""What its files begin with, once unpacked."""
_SCRIPTS = ("pagefind.js", "pagefind-worker.js")


def full_text_installed() -> bool:
    """Tell whether the full text can be indexed here (`pip install fundstelle[search]`)."""
    return find_spec("pagefind_bin") is not None


def full_text_key(corpus: Corpus) -> str:
    """Return a digest of all that the index is made from: equal digests, equal search results."""
    made = f"{version('pagefind_bin')} {ORDER}" if full_text_installed() else ""
    digest = hashlib.blake2b(made.encode(), digest_size=16)
    for article in corpus.articles:
        if not article.document.metadata.noindex:
            digest.update(f"{article.document.slug}\n{_page(article)}".encode())
    return digest.hexdigest()


def full_text(corpus: Corpus, language: str) -> tuple[Artifact, ...]:
    """Return the index of the articles' text as files, sorted by path; articles marked `noindex` are not in it.

    Words are stemmed as those of `language`, also in articles of another: Pagefind asks the index of one language only, and
    a reader wants to find them all. What is set apart (leftovers, teasers, credits) is not searched. Raises `UserError` when Pagefind fails.
    """
    import pagefind_bin  # noqa: PLC0415 - an optional extra; see full_text_installed

    articles = [article for article in corpus.articles if not article.document.metadata.noindex]
    if not articles:
        return ()
    with tempfile.TemporaryDirectory(prefix="fundstelle-") as folder:
        Path(folder, "articles").mkdir()
        for article in articles:
            Path(folder, "articles", f"{article.document.slug}.html").write_text(_page(article), "utf-8")
        options = ("--site", folder, "--output-subdir", FOLDER, "--force-language", language, "--quiet")
        command = [str(pagefind_bin.get_executable()), *options]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - a program that came with a package, on files of our own
        if done.returncode:
            raise UserError(
                f"pagefind: {(done.stderr or done.stdout).strip() or 'failed'}; uninstall it to build without full text"
            )
        files = sorted(path for path in Path(folder, FOLDER).rglob("*") if _needed(path))
        found = [Artifact(path.relative_to(folder).as_posix(), _content(path)) for path in files]
    return tuple(sorted((*found, _order(found, articles)), key=lambda artifact: artifact.path))


def _order(index: Iterable[Artifact], articles: Iterable[Article]) -> Artifact:
    """Return the names that Pagefind gave the articles, in the order of the articles; a name is what a result is known by."""
    names: dict[str, str] = {}
    for artifact in index:
        if artifact.path.endswith(".pf_fragment"):
            fragment = json.loads(gzip.decompress(artifact.content).removeprefix(_SIGNATURE))
            names[fragment["url"]] = artifact.path.rpartition("/")[2].removesuffix(".pf_fragment")
    ordered = [names[f"/articles/{article.document.slug}.html"] for article in articles]
    return Artifact(ORDER, json.dumps(ordered, separators=(",", ":")).encode())


def _needed(path: Path) -> bool:
    """Tell whether the search page asks for a file; Pagefind writes ready-made pages too, which nobody uses here."""
    return path.is_file() and (path.suffix in _NEEDED or path.name in _SCRIPTS)


def _content(path: Path) -> bytes:
    """Return a file's bytes; JSON with its keys in order, for Pagefind puts languages in any."""
    content = path.read_bytes()
    return json.dumps(json.loads(content), sort_keys=True).encode() if path.suffix == ".json" else content


def _page(article: Article) -> str:
    """Return an article as Pagefind reads it: title, date and running text; a title made from the text is not read twice."""
    document, data = article.document, article.document.metadata
    paragraphs = "\n".join(
        f"<p>{escape(document.text[block.start : block.end])}</p>"
        for block in document.blocks
        if block.kind not in SET_APART
    )
    date = data.date.isoformat() if data.date else ""
    twice = " data-pagefind-ignore" if data.title_made else ""
    dated = f'<i data-pagefind-meta="date:{date}"></i>' if date else ""
    return (
        f'<!doctype html><html lang="{data.language}"><head><title>{escape(data.title)}</title></head>\n'
        f'<body data-pagefind-body><h1 data-pagefind-meta="title"{twice}>{escape(data.title)}</h1>\n'
        f"{dated}\n{paragraphs}</body></html>\n"
    )
