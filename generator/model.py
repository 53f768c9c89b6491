"""The values that travel from stage to stage; nothing here reads, writes or decides.

Source → Document → Annotated → Corpus → Page → Artifact. Every span is half-open and counts code points into
`Document.text`, the one text of an article: blocks, marks, sentences, mentions and figures all stand off from it.
A field never waits to be filled: what a later stage knows stands in that stage's own type.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

Label = Literal["PERSON", "PLACE", "ORGANISATION", "DEMONYM"]
"""Type of a mention. A DEMONYM ("russische", "Russen") points to a place but does not name it."""

Layer = Literal["model", "rule", "authority", "curator"]
"""Who found a mention."""

BlockKind = Literal[
    "headline", "subheading", "paragraph", "caption", "item", "quote", "code", "dateline", "credit", "teaser", "leftover"
]
"""What a block is. The last four are set apart: they came with the page the text was scraped from."""

SET_APART: tuple[BlockKind, ...] = ("credit", "teaser", "leftover")
"""Kinds of block that yield no mentions and no figures and are not read as part of the article."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text."""

    start: int
    """First code point."""
    end: int
    """Code point after the last one; greater than `start`."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A fault in the input, with its address."""

    where: str
    """`seeds/name.md` or `seeds/name.md:3`, as the user would type it."""
    what: str
    """What is wrong and what to do, lower case, one line."""
    severe: bool = True
    """False for a remark that `--strict` overlooks (an unused rule, say)."""

    def __str__(self) -> str:
        """Return `where: what`."""
        return f"{self.where}: {self.what}"


@dataclass(frozen=True, slots=True)
class Source:
    """A file of `seeds/`, decoded, not yet understood."""

    path: str
    """Relative to the seeds folder, with `/`."""
    text: str
    """NFC, line ends as `\\n`, no byte order mark."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, caption, … of a document. Blocks are sorted and disjoint; between them is only white space."""

    start: int
    end: int
    kind: BlockKind
    level: int = 0
    """Depth of a subheading (2..6) or of a list item or quote (1..); 0 for everything else."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Formatting inside a block. Marks nest or are disjoint, and never cross a block's edge."""

    start: int
    end: int
    kind: Literal["strong", "emphasis", "code", "link"]
    href: str = ""
    """Target of a link, already judged safe (http, https or mailto); empty otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known about an article apart from its text; an empty value means unknown."""

    title: str
    """Declared, found as headline, or made from the first sentence; never empty."""
    title_made: bool = False
    """Whether the title was made from the first sentence."""
    subtitle: str = ""
    date: dt.date | None = None
    author: str = ""
    publisher: str = ""
    source: str = ""
    """Address of the original (http or https)."""
    language: str = "de"
    """`de` or `en`."""
    tags: tuple[str, ...] = ()
    noindex: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article as one text with spans over it."""

    slug: str
    """Unique over the site; the article's address is `articles/<slug>.html`."""
    path: str
    """The source's path."""
    text: str
    """The visible text. For plain text it is the source to the character (front matter aside)."""
    metadata: Metadata
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...]
    """Sorted by start, outer before inner."""
    sentences: tuple[Span, ...]
    """Sorted, disjoint, each inside one block that is not set apart."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name found by a recogniser in one text."""

    start: int
    end: int
    label: Literal["PERSON", "PLACE", "ORGANISATION"]
    certain: bool = True
    score: float = 1.0
    """How sure the recogniser is, 0..1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One naming of something in one place of one document."""

    start: int
    end: int
    text: str
    """The words themselves: `document.text[start:end]`."""
    label: Label
    layer: Layer
    certain: bool = True
    score: float = 1.0
    """How sure the finder was, 0..1."""
    target: str = ""
    """Heading of the place a DEMONYM points to; entity id a curator's judgement fixed; empty otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure or a date: a number with its unit and what is counted."""

    start: int
    end: int
    text: str
    kind: str
    """`number`, `percentage`, `currency`, `dimension`, `temperature`, `duration`, `age`, `ratio`, …; `date`, `time`, `daterange`."""
    value: Decimal | str | None
    """The number in `unit`; an ISO 8601 string for dates; None for an open range."""
    low: Decimal | str | None = None
    high: Decimal | str | None = None
    unit: str | None = None
    counted: str = ""
    """Head noun of what is counted, as the text has it."""
    heading: str = ""
    """The counted noun in its dictionary form ("Rakete")."""
    approximate: bool = False
    vague: bool = False
    """Without a number of its own ("Hunderte")."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with what was found in it."""

    document: Document
    mentions: tuple[Mention, ...]
    """Sorted, disjoint, none in a block that is set apart."""
    figures: tuple[Quantity, ...]
    """Sorted, disjoint; offsets into the document's text; never inside a name."""
    dates: tuple[Quantity, ...]
    """Like `figures`; relative ones resolved against the article's date where it has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """A mention with the entity it names and an address of its own."""

    mention: Mention
    entity: str
    """Id of an entity of the corpus; never empty."""
    anchor: str
    """`m-1`, `m-2`, … in reading order; unique in the article."""
    reason: str = ""
    """Why this entity, in the words of the resolver's rule (`full-name`, `surname-in-article`, `authority`, …)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An annotated document whose mentions are resolved."""

    document: Document
    mentions: tuple[Linked, ...]
    figures: tuple[Quantity, ...]
    """The n-th has the anchor `f-<n>`, counted from 1."""
    dates: tuple[Quantity, ...]
    """The n-th has the anchor `d-<n>`, counted from 1."""


@dataclass(frozen=True, slots=True, order=True)
class Locus:
    """Where a mention is: an article and the mention's place in the article's tuple."""

    article: int
    """Index into `Corpus.articles`."""
    mention: int
    """Index into `Article.mentions`."""


@dataclass(frozen=True, slots=True)
class Geo:
    """Where a place is."""

    lat: float
    lon: float
    country: str = ""
    """ISO 3166-1 alpha-2; empty for seas and the like."""
    geonames: str = ""
    kind: str = ""
    """`country`, `capital`, `city`, `region`, `sea`, `river`, `mountain`, …"""


@dataclass(frozen=True, slots=True)
class Alias:
    """A form under which an entity is named, with how often."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Role:
    """A phrase articles use for a person, with where it was read."""

    phrase: str
    count: int
    sources: tuple[Locus, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """The thing named, over all articles."""

    id: str
    """`people/wladimir-putin`: its address without the ending; unique and stable."""
    label: Literal["PERSON", "PLACE", "ORGANISATION"]
    name: str
    """The heading."""
    sort_key: str
    """How an index files it ("Putin, Wladimir" for persons)."""
    aliases: tuple[Alias, ...]
    """Every form in the texts but the heading, most frequent first."""
    loci: tuple[Locus, ...]
    """Mentions by name, in corpus order."""
    weak: tuple[Locus, ...] = ()
    """Mentions by demonym; not counted."""
    description: str = ""
    roles: tuple[Role, ...] = ()
    same_as: tuple[str, ...] = ()
    geo: Geo | None = None
    open: bool = False
    """A bare surname that more than one person of the corpus bears; `candidates` names them."""
    candidates: tuple[str, ...] = ()
    noindex: bool = False


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address that moved."""

    old: str
    """An entity id that is gone."""
    new: str
    """The id to go to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """All articles and entities of the site."""

    articles: tuple[Article, ...]
    """Newest first; without date last; then by slug."""
    entities: tuple[Entity, ...]
    """Sorted by id. Each has at least one mention, by name or by demonym."""
    redirects: tuple[Redirect, ...] = ()
    by_id: Mapping[str, Entity] = field(default_factory=lambda: MappingProxyType({}), repr=False, compare=False)
    """The same entities by id."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site as values, ready for its template."""

    path: str
    """Relative to the output folder, with `/`."""
    template: str
    view: object
    """A frozen dataclass; the template sees it as `view`. Its `repr` is complete: equal reprs render equal bytes."""


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of the site."""

    path: str
    """Relative to the output folder, with `/`."""
    content: bytes
