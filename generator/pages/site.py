"""What every page is made from, and what every page carries around its own content.

`Site` is the whole site as values; `Chrome` is the frame of one page: title, navigation, addresses for machines.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Protocol

from generator import __version__
from generator.config import Settings
from generator.highlight import NOTHING, Markup
from generator.linkeddata import address
from generator.model import Corpus
from generator.relations import Relations
from generator.strings import Strings

SECTIONS = (
    ("articles", "Articles"),
    ("people", "People"),
    ("places", "Places"),
    ("organisations", "Organisations"),
    ("figures", "Figures"),
    ("timeline", "Timeline"),
)
"""The navigation: folder and phrase, in order."""


@dataclass(frozen=True, slots=True)
class Score:
    """How good a pipeline was on one set of texts, ratios 0..1."""

    corpus: str
    label: str
    """PERSON, PLACE, ORGANISATION, or empty for all together."""
    precision: float
    recall: float
    f1: float
    texts: int = 0
    """How many texts the set has; 0 where nobody says."""


@dataclass(frozen=True, slots=True)
class Pipeline:
    """What annotated the articles of one language."""

    language: str
    name: str
    version: str
    scores: tuple[Score, ...] = ()
    """In the order in which they should be shown; may be empty."""


@dataclass(frozen=True, slots=True)
class Made:
    """How the site was made."""

    version: str = __version__
    """Of this program."""
    pipelines: tuple[Pipeline, ...] = ()
    """Sorted by language."""
    full_text: bool = False
    """Whether the full text is indexed too."""
    cards: tuple[str, ...] = ()
    """Paths of the pictures for link previews, the site's own first; none where none are drawn."""


NONE = Relations(MappingProxyType({}), (), MappingProxyType({}), MappingProxyType({}), MappingProxyType({}))
"""Relations of a corpus nobody has looked at."""


@dataclass(frozen=True, slots=True)
class Site:
    """The whole site as values: what all pages are made from."""

    corpus: Corpus
    settings: Settings
    strings: Strings
    made: Made = field(default_factory=Made)
    relations: Relations = NONE
    """What hangs together in the corpus; without it pages say nothing of related articles."""

    @property
    def card(self) -> str:
        """Path of the site's own picture for link previews; empty where none are drawn."""
        return next(iter(self.made.cards), "")


class Framed(Protocol):
    """What the frame of a page is made from: the site, or the parts of one page."""

    @property
    def settings(self) -> Settings:
        """The site's settings."""

    @property
    def strings(self) -> Strings:
        """The interface."""

    @property
    def card(self) -> str:
        """Path of the page's picture for link previews; empty when it has none."""


@dataclass(frozen=True, slots=True)
class NavigationItem:
    """One word of the navigation."""

    path: str
    label: str
    current: bool
    """Whether the page belongs to this section."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chrome:
    """The frame of one page."""

    title: str
    """Of this page; the site's name is added by the template unless it is the same."""
    language: str
    """Of the interface."""
    navigation: tuple[NavigationItem, ...]
    description: str = ""
    """One or two sentences for search engines and link previews."""
    canonical: str = ""
    """Absolute address; empty when the site's base address is not set."""
    feed: str = ""
    """Path of the page's own feed, or of the site's; empty when there is none."""
    image: str = ""
    """Absolute address of a picture for link previews; may be empty."""
    kind: str = "website"
    """`website`, `article` or `profile`, as OpenGraph has it."""
    jsonld: Markup = NOTHING
    """JSON-LD, made safe for a script element; see `highlight.data_block`."""
    noindex: bool = False


def chrome(
    site: Framed,
    path: str,
    title: str,
    *,
    description: str = "",
    feed: str = "",
    kind: str = "website",
    jsonld: Markup = NOTHING,
    noindex: bool = False,
) -> Chrome:
    """Return the frame of the page at `path`; the section it belongs to is told from its first folder."""
    base = site.settings.base_url
    folder = path.partition("/")[0]
    return Chrome(
        title=title,
        language=site.strings.language,
        navigation=_navigation(site.strings, folder),
        description=description,
        canonical=address(site.settings, path) if base else "",
        feed=feed or ("feed.xml" if base else ""),
        image=address(site.settings, site.card) if site.card else "",
        kind=kind,
        jsonld=jsonld,
        noindex=noindex,
    )


@lru_cache
def _navigation(strings: Strings, folder: str) -> tuple[NavigationItem, ...]:
    """Return the navigation of all pages in a folder; remembered, because thousands of pages share it."""
    return tuple(
        NavigationItem(f"{section}/index.html", strings.gettext(phrase), section == folder)
        for section, phrase in SECTIONS
    )
