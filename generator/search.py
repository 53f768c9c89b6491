"""What can be looked up: entities and article titles as one small script, and who is named in which article as another.

Scripts and not JSON, because a page opened from `file://` may load the one and not the other. The first is loaded when the
search is first opened, the second when the search page has articles to filter. Tab-separated lines are a third shorter than
JSON, and addresses that follow from the name are left out: `static/js/search.js` makes them by the same rule. What is marked
`noindex` cannot be looked up.
"""

import hashlib
import json
import re
import unicodedata

from generator.model import Article, Artifact, Corpus, Entity
from generator.strings import Strings

INDEX = "static/search-index.js"
"""Where the index is; `static/js/search.js` knows it by this name."""
FACETS = "static/search-facets.js"
"""Where it stands who is named in which article; `static/js/facets.js` knows it by this name."""
DESCRIPTION = 70
"""Code points of a description at most."""

_DERIVABLE = re.compile(r"[ -~äöüÄÖÜß]+")
_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_KINDS = {"people": "p", "places": "l", "organisations": "o"}
_PHRASES = (
    "Search",
    "Close",
    "Name, place, organisation, title …",
    "Nothing is written like this. Did you mean:",
    "Most named",
    "People, places, organisations",
    "Articles",
    "All hits",
    "Look for “{words}” on the search page",
    "Nothing has this name.",
    "Person",
    "Place",
    "Organisation",
    "The index of names could not be loaded.",
)
"""What the script says; the phrases are looked up when the index is made."""


def search_index(corpus: Corpus, strings: Strings) -> Artifact:
    """Return the index as a script that calls `fundstelleIndex` with phrases, entities, articles and a mark of what is in it.

    Entities stand most named first, a line each: kind (`p`, `l`, `o` for person, place, organisation), name, rest of the id (empty when it
    follows from the name), mentions, other names, description. Articles stand newest first: title, slug, date.
    """
    entities = "\n".join(_entity(entity) for entity in _listed_entities(corpus))
    articles = "\n".join(_article(article) for article in _listed_articles(corpus))
    phrases = {phrase: strings.gettext(phrase) for phrase in _PHRASES}
    content = ",\n".join(json.dumps(part, ensure_ascii=False) for part in (phrases, entities, articles, _mark(corpus)))
    return Artifact(INDEX, f"fundstelleIndex({content})\n".encode())


def search_facets(corpus: Corpus) -> Artifact:
    """Return a script that calls `fundstelleFacets` with the index's mark and, between slashes for each of its articles, the entities named there.

    Entities are their places in the index, ascending, to base 36, each but the first as the distance from the one before: the
    most named, which come first, take one or two characters. Whom an article only alludes to by a demonym it does not name.
    """
    places = {entity.id: place for place, entity in enumerate(_listed_entities(corpus))}
    lines = []
    for article in _listed_articles(corpus):
        named = {linked.entity for linked in article.mentions if linked.mention.label != "DEMONYM"}
        found = sorted(places[entity] for entity in named if entity in places)
        lines.append(" ".join(_base36(place - before) for before, place in zip((0, *found), found, strict=False)))
    content = f'"{_mark(corpus)}",\n{json.dumps("/".join(lines))}'
    return Artifact(FACETS, f"fundstelleFacets({content})\n".encode())


def _listed_entities(corpus: Corpus) -> list[Entity]:
    """Return the entities that may be looked up, most named first."""
    return sorted(
        (entity for entity in corpus.entities if not entity.noindex), key=lambda entity: (-len(entity.loci), entity.id)
    )


def _listed_articles(corpus: Corpus) -> list[Article]:
    return [article for article in corpus.articles if not article.document.metadata.noindex]


def _mark(corpus: Corpus) -> str:
    """Return eight characters that differ when places in the index do: a browser may have one script of yesterday, one of today."""
    slugs = [article.document.slug for article in _listed_articles(corpus)]
    ids = [entity.id for entity in _listed_entities(corpus)]
    return hashlib.blake2b("\n".join((*slugs, "", *ids)).encode(), digest_size=4).hexdigest()


def _base36(number: int) -> str:
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    return (_base36(number // 36) if number > 35 else "") + digits[number % 36]


def plain_address(name: str) -> str:
    """Return the address that the script makes of a name; empty where scripts and Python might disagree on letters.

    >>> plain_address("Große Straße 1")
    'grosse-strasse-1'
    """
    if not _DERIVABLE.fullmatch(name):
        return ""
    return re.sub("[^a-z0-9]+", "-", name.lower().translate(_SPELLED)).strip("-")


def _entity(entity: Entity) -> str:
    folder, _, address = entity.id.partition("/")
    aliases = ";".join(_other_names(entity))
    description = _cell(entity.description or (entity.roles[0].phrase if entity.roles else ""))
    if len(description) > DESCRIPTION:
        description = description[: description.rfind(" ", 0, DESCRIPTION)] + " …"
    fields = (
        _KINDS[folder],
        _cell(entity.name),
        "" if address == plain_address(_cell(entity.name)) else address,
        str(len(entity.loci)),
        aliases,
        description,
    )
    return "\t".join(fields).rstrip("\t")


def _other_names(entity: Entity) -> list[str]:
    """Return the aliases by which a search would not find the entity anyway: those that begin no word of its heading.

    A genitive ("Putins") adds nothing either: who types it is offered the name it begins with.
    """
    words = f" {_folded(entity.name)}"
    kept: list[str] = []
    for alias in entity.aliases:
        folded = _folded(alias.name)
        if (
            f" {folded}" in words
            or f" {folded.removesuffix('s')}" in words
            or any(_folded(other) == folded for other in kept)
        ):
            continue
        kept.append(_cell(alias.name).replace(";", ","))
    return kept


def _article(article: Article) -> str:
    title, slug = _cell(article.document.metadata.title), article.document.slug
    date = article.document.metadata.date
    fields = (title, "" if slug == plain_address(title) else slug, date.isoformat() if date else "")
    return "\t".join(fields).rstrip("\t")


def _cell(text: str) -> str:
    return " ".join(text.split())


def _folded(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(c))
