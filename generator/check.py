"""A finished site, read as a browser would: links that lead nowhere, ids twice, requests to strangers, what a page must have.

Works on files alone, so it judges what is published and not what was meant. The pages are ours and well-formed, so tags are
found by pattern, which is ten times as fast as `html.parser`; a test compares the two. One fault that stands on many pages
(a link in the masthead, say) is one problem.
"""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from generator.model import Problem

_INSIDE = r"(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+"
_TAG = re.compile(
    rf"<!--.*?-->|<(script|style|title)\b({_INSIDE})>(.*?)</\1\s*>|<([a-z][a-z0-9-]*)({_INSIDE})>",
    re.DOTALL | re.IGNORECASE,
)
_NOTABLE = re.compile(
    r"\s(id|href|src|srcset|poster|data|style|lang|alt|rel|type|content|on[a-z]+(?=\s*=)|for|list|popovertarget|http-equiv"
    r"|aria-(?:labelledby|describedby|controls|owns|details))(?=[\s=>/]|$)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?",
    re.IGNORECASE,
)
_LOCATION = re.compile(r"<loc>([^<]*)</loc>|<link\b[^>]*\bhref=\"([^\"]*)\"")
_REQUIRED = frozenset({"title", "h1"})
_JUDGED = frozenset({"html", "img", "script", "style"})
_BARE = frozenset({"id", "href", "lang", "type", "rel", "content"})  # nothing to say against these
_LOADING = frozenset({"script", "img", "iframe", "source", "video", "audio", "embed", "track", "object", "input"})
_LINKING = _LOADING | {"meta"}
_LOADED_LINKS = frozenset(
    {"stylesheet", "icon", "preload", "prefetch", "modulepreload", "manifest", "apple-touch-icon"}
)
_REFERENCES = (
    "for",
    "list",
    "popovertarget",
    *(f"aria-{key}" for key in ("labelledby", "describedby", "controls", "owns", "details")),
)
_DATA = frozenset({"application/ld+json", "application/json", "speculationrules"})
_ABOVE = "/" + "_/" * 9  # room for `../` to lead out of the site instead of stopping at a root
_POLICY = "which the content security policy forbids"


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a page, feed or sitemap has."""

    ids: frozenset[str]
    links: tuple[tuple[str, bool, int], ...]
    """Each address once: as it stands, whether the browser loads it by itself, and the code point where it is first."""
    faults: tuple[tuple[str, int], ...]
    """What is wrong and the code point where."""


def check(output: Path, base_url: str = "") -> tuple[Problem, ...]:
    """Return what is wrong in a rendered site, sorted by page; empty when all is well.

    Every link, picture, script and fragment must lead to a file of the folder; addresses that begin with `base_url` are
    looked for in the folder too, in feeds and the sitemap as well. Links elsewhere are not followed.
    """
    files = frozenset(_files(output))
    seen = {
        path: _page((output / path).read_text("utf-8", "replace")) for path in sorted(files) if path.endswith(".html")
    }
    if not seen:
        return (Problem(output.as_posix(), "has no pages; run `fundstelle build` first"),)
    if base_url:
        feeds = (path for path in sorted(files) if path.endswith(".xml") and not path.startswith("data/"))
        seen |= {path: _feed((output / path).read_text("utf-8", "replace"), base_url) for path in feeds}
    found: dict[str, list[tuple[str, int]]] = {}
    judged: dict[tuple[str, str, bool], tuple[str, str, str]] = {}
    for path, page in seen.items():
        folder = path.rpartition("/")[0]
        for fault, at in page.faults:
            found.setdefault(fault, []).append((path, at))
        for href, loaded, at in page.links:
            if href.startswith(("#", "?")):
                fault, target, fragment = "", path, unquote(href.partition("#")[2])
            else:
                key = (folder, href, loaded)
                if key not in judged:
                    judged[key] = _judge(path, href, base_url, files, loaded=loaded)
                fault, target, fragment = judged[key]
            fragment = fragment.partition(":~:")[0]
            if not fault and fragment not in ("", "top") and target in seen and fragment not in seen[target].ids:
                fault = f"links to {target}#{fragment}, but there is no such id"
            if fault:
                found.setdefault(fault, []).append((path, at))
    return tuple(sorted(_problem(output, fault, places) for fault, places in found.items()))


def _problem(output: Path, fault: str, places: list[tuple[str, int]]) -> Problem:
    path, at = places[0]
    line = (output / path).read_text("utf-8", "replace").count("\n", 0, at) + 1
    others = len({path for path, _ in places}) - 1
    more = f" (and on {others} more page{'s' if others > 1 else ''})" if others else ""
    return Problem(f"{(output / path).as_posix()}:{line}", fault + more)


def _files(output: Path) -> Iterator[str]:
    for folder, _, names in os.walk(output):
        prefix = Path(folder).relative_to(output).as_posix()
        yield from (name if prefix == "." else f"{prefix}/{name}" for name in names)


def _page(text: str) -> _Seen:
    """Return what stands in a page."""
    ids: set[str] = set()
    links: dict[str, tuple[str, bool, int]] = {}
    faults: list[tuple[str, int]] = []
    referred: list[tuple[str, str, int]] = []
    titled = headed = False
    for match in _TAG.finditer(text):
        special, more, content, plain, inside = match.groups()
        element, inside = (special or plain or "").lower(), more or inside or ""
        if element in _REQUIRED:
            titled = titled or (element == "title" and bool(content.strip()))
            headed = headed or element == "h1"
        if "=" not in inside and element not in _JUDGED:
            continue
        attributes = {key.lower(): a or b or c for key, a, b, c in _NOTABLE.findall(inside)}
        if "&" in inside:
            attributes = {key: unescape(value) for key, value in attributes.items()}
        at = match.start()
        if id_ := attributes.get("id"):
            if id_ in ids:
                faults.append((f"the id '{id_}' stands here a second time; ids must be unique on a page", at))
            ids.add(id_)
        if element in _LINKING or "href" in attributes:
            for href, loaded in _targets(element, attributes):
                if href not in links or (loaded and not links[href][1]):
                    links[href] = (href, loaded, at)
        if element in _JUDGED or not _BARE.issuperset(attributes):
            faults += ((fault, at) for fault in _forbidden(element, attributes))
            referred += ((key, one, at) for key in _REFERENCES if key in attributes for one in attributes[key].split())
    faults += (
        (f"{key} names the id '{one}', which is not on the page", at) for key, one, at in referred if one not in ids
    )
    if not titled:
        faults.append(("has no title", 0))
    if not headed and 'http-equiv="refresh"' not in text:
        faults.append(("has no h1", 0))
    return _Seen(frozenset(ids), tuple(links.values()), tuple(faults))


def _feed(text: str, base_url: str) -> _Seen:
    """Return the addresses of the site that a feed or sitemap has."""
    found: Iterable[tuple[str, int]] = ((unescape(m[1] or m[2]), m.start()) for m in _LOCATION.finditer(text))
    return _Seen(frozenset(), tuple((href, False, at) for href, at in found if href.startswith(base_url)), ())


def _forbidden(element: str, attributes: dict[str, str]) -> Iterator[str]:
    """Yield what one tag has and must not have, or lacks and must have."""
    if element == "html" and not attributes.get("lang"):
        yield "says no language; give <html> a lang"
    elif element == "img" and "alt" not in attributes:
        yield f"picture {attributes.get('src', '')} has no alt"
    elif element == "script" and "src" not in attributes and attributes.get("type", "").lower() not in _DATA:
        yield f"has a script in the page, {_POLICY}; put it in static/js"
    if element == "style" or "style" in attributes:
        yield f"has styles in the page, {_POLICY}; put them in static/css"
    for key in attributes:
        if key.startswith("on"):
            yield f"has a handler '{key}' in the page, {_POLICY}; put it in static/js"


def _targets(element: str, attributes: dict[str, str]) -> Iterator[tuple[str, bool]]:
    """Yield the addresses of one tag and whether the browser loads them by itself."""
    href = attributes.get("href", "").strip()
    if href and element != "base":
        yield href, element == "link" and not _LOADED_LINKS.isdisjoint(attributes.get("rel", "").lower().split())
    if element in _LOADING:
        yield from ((attributes[key].strip(), True) for key in ("src", "poster", "data") if attributes.get(key))
        yield from ((one.split()[0], True) for one in attributes.get("srcset", "").split(",") if one.strip())
    if element == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
        target = attributes.get("content", "").partition("url=")[2].strip("'\" ")
        if target:
            yield target, False


def _judge(path: str, href: str, base_url: str, files: frozenset[str], *, loaded: bool) -> tuple[str, str, str]:
    """Return what is wrong with an address or nothing, the file it means or nothing, and its fragment."""
    root = urlsplit(base_url).path
    full = bool(base_url) and href.startswith(base_url)
    # A page for addresses that do not exist is shown at any depth, so its links begin at the root of the host.
    published = full or (bool(root) and href.startswith(root) and not href.startswith("//"))
    parts = urlsplit("/" + href.removeprefix(base_url if full else root) if published else href)
    if parts.scheme or parts.netloc:
        strange = loaded and parts.scheme != "data"
        return f"loads {href} from elsewhere; pages must ask nobody" if strange else "", "", ""
    if parts.path.startswith("/") and not published:
        return f"links to {href} from the root of the host; name it relative to the page", "", ""
    if published:
        target = unquote(parts.path.removeprefix("/"))
    else:
        target = unquote(urljoin(_ABOVE + path, parts.path))
        if not target.startswith(_ABOVE):
            return f"links to {href}, which is outside the site", "", ""
        target = target.removeprefix(_ABOVE)
    if target == "" or target.endswith("/"):
        if not published:
            return f"links to the folder {href}; name the file, so that it works without a server", "", ""
        target += "index.html"
    return "" if target in files else f"links to {target}, which does not exist", target, unquote(parts.fragment)
