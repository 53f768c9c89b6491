"""The search page: a field that the script fills in, and ways into the collection that need no script."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.highlight import data_block
from generator.linkeddata import collection_statements, entity_path
from generator.model import Entity, Page
from generator.pages.calendar import calendar
from generator.pages.catalogue import catalogue
from generator.pages.portrait import KINDS
from generator.pages.site import Chrome, Site, chrome

PATH = "search/index.html"
_MOST_NAMED = 60
_FIRST = 6
"""So many the script shows before anything is typed; `static/js/search.js` knows the number."""


@dataclass(frozen=True, slots=True)
class Way:
    """An index one may look through instead."""

    path: str
    label: str
    count: str
    """How much is in it, as the language writes numbers."""


@dataclass(frozen=True, slots=True)
class Facet:
    """Something the articles can be narrowed by; which values there are, the script counts among those found."""

    key: str
    """What the address calls it: `?person=wladimir-putin`."""
    label: str
    limit: int
    """So many values are shown at first."""


@dataclass(frozen=True, slots=True)
class Named:
    """An entity to go to."""

    path: str
    name: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A line of the list that the script will show first."""

    name: str
    note: str
    """What kind it is and who."""


@dataclass(frozen=True, slots=True)
class SearchView:
    """What the search page shows."""

    chrome: Chrome
    ways: tuple[Way, ...]
    facets: tuple[Facet, ...]
    full_text: bool
    """Whether there is an index of the full text."""
    most_named: tuple[Named, ...]
    """What is named most, for readers without the script; the order of the index."""
    waiting: tuple[Waiting, ...]
    """What is named most of all: it keeps the room of the list until the script has it, so that nothing moves."""


def search_pages(site: Site) -> Iterator[Page]:
    """Yield the one page of the search."""
    say = site.strings.gettext
    labels = Counter(entity.label for entity in site.corpus.entities)
    counts = (
        ("articles", say("Articles"), len(site.corpus.articles)),
        ("people", say("People"), labels["PERSON"]),
        ("places", say("Places"), labels["PLACE"]),
        ("organisations", say("Organisations"), labels["ORGANISATION"]),
        ("figures", say("Figures"), sum(count for _, count in catalogue(site.corpus).counts)),
        ("timeline", say("Timeline"), sum(count for _, count in calendar(site.corpus).years)),
    )
    frame = chrome(
        site,
        PATH,
        say("Search"),
        description=say("Articles in which people, places, organisations and figures can be looked up."),
        jsonld=data_block(collection_statements(PATH, say("Search"), site.settings)),
    )
    ways = tuple(Way(f"{folder}/index.html", label, site.strings.number(count)) for folder, label, count in counts)
    facets = (
        Facet("person", say("People"), 6),
        Facet("place", say("Places"), 6),
        Facet("organisation", say("Organisations"), 6),
        Facet("date", say("Time"), 13),
    )
    shown = (entity for entity in site.corpus.entities if not entity.noindex)
    most = sorted(shown, key=lambda entity: (-len(entity.loci), entity.id))[:_MOST_NAMED]
    waiting = tuple(Waiting(entity.name, _note(entity, site)) for entity in most[:_FIRST])
    named = tuple(Named(entity_path(e), e.name) for e in sorted(most, key=lambda e: site.strings.collation_key(e.name)))
    yield Page(PATH, "search.html", SearchView(frame, ways, facets, site.made.full_text, named, waiting))


def _note(entity: Entity, site: Site) -> str:
    """Return what stands below a name in the list: `Person · Ukrainischer Präsident`."""
    kind = site.strings.gettext(KINDS[entity.label].one)
    who = entity.description or (entity.roles[0].phrase if entity.roles else "")
    return f"{kind} · {who}" if who else kind
