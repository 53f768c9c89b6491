"""What a curator fixed, as values; each knows the line it stands on, so that a rule nobody needs any more can be named."""

from dataclasses import dataclass
from typing import Literal

from generator.model import Geo

EntityLabel = Literal["PERSON", "PLACE", "ORGANISATION"]

Bare = Literal["always", "article", "never"]
"""When a bare surname is this person: everywhere, only in an article with the full name, never."""

Verdict = Literal["PERSON", "PLACE", "ORGANISATION", "none"]
"""What a mention is after all; `none` for "not a name"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One person, place or organisation."""

    label: EntityLabel
    name: str
    """The heading."""
    names: tuple[tuple[str, str], ...] = ()
    """Headings for a language: `(("en", "Vladimir Putin"),)`."""
    aliases: tuple[str, ...] = ()
    """Other forms that mean this entity wherever they stand."""
    distinct: tuple[str, ...] = ()
    """Names this entity must never be merged with."""
    description: str = ""
    same_as: tuple[str, ...] = ()
    """Addresses of the same thing elsewhere (Wikidata, GND, GeoNames)."""
    geo: Geo | None = None
    bare: Bare | None = None
    """None leaves it to the rules."""
    noindex: bool = False
    pseudonym: str = ""
    """Stands for the name everywhere on the site."""
    takedown: bool = False
    """Whether the name is taken out of the site altogether."""
    line: int = 0

    @property
    def forms(self) -> tuple[str, ...]:
        """Every name that means this entity; the heading first."""
        return (self.name, *(name for _, name in self.names), *self.aliases)

    def heading(self, language: str) -> str:
        """Return the heading for a language."""
        return dict(self.names).get(language, self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Names that mean one entity; the first is the heading."""

    label: EntityLabel
    names: tuple[str, ...]
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rename:
    """A new heading; the old address leads to the new one."""

    old: str
    new: str
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Distinct:
    """Names that are not one entity, whatever the rules say."""

    names: tuple[str, ...]
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """An address that moved: entity ids."""

    old: str
    new: str
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignored:
    """Words that are no name."""

    word: str
    article: str = ""
    """Slug of the one article this holds for; empty for all."""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a curator says about one stretch of one article, found again by its words and theirs around it."""

    article: str
    """Slug."""
    quote: str
    before: str = ""
    """Words just before the quote; as many as are needed to tell it from others."""
    after: str = ""
    verdict: Verdict
    name: str = ""
    """Heading of the entity it names; empty leaves that to the rules."""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """The authority file as a whole; empty by default."""

    records: tuple[Record, ...] = ()
    merges: tuple[Merge, ...] = ()
    renames: tuple[Rename, ...] = ()
    distinct: tuple[Distinct, ...] = ()
    moved: tuple[Moved, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    path: str = "seeds/authority.toml"
    """Where it stands, as the user would type it."""
