"""All articles and entities of a site, resolved."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from generator.model.article import Document
from generator.model.found import Mention, Quantity


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

    @property
    def attested(self) -> str:
        """The heading where a text has it so, else the form that most texts have: rules about words are about these."""
        made = len(self.loci) <= sum(alias.count for alias in self.aliases)
        return self.aliases[0].name if made and self.aliases else self.name


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
