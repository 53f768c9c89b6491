"""Articles as TEI P5: text with `persName`, `placeName`, `orgName`, `rs`, `measure`, `date`, and lists of who is named.

Formatting inside paragraphs is left out: the edition is of the text and what is named in it. What came with the page the
text was scraped from stands in `note`, so that it is there and not taken for the article.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType
from xml.sax.saxutils import escape, quoteattr

from generator import __version__
from generator.config import Settings
from generator.exports.tables import plain
from generator.linkeddata import address, article_path, same_as
from generator.model import SET_APART, Article, Block, Corpus, Entity, Linked, Quantity, Twin

_NAMES: Mapping[str, str] = MappingProxyType({"PERSON": "persName", "PLACE": "placeName", "ORGANISATION": "orgName"})
_LISTS = (
    ("PERSON", "listPerson", "person"),
    ("PLACE", "listPlace", "place"),
    ("ORGANISATION", "listOrg", "org"),
)
_WRAPPED: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "headline": ("<head>", "</head>"),
        "subheading": ("<head>", "</head>"),
        "dateline": ("<dateline>", "</dateline>"),
        "paragraph": ("<p>", "</p>"),
        "caption": ("<figure><head>", "</head></figure>"),
        "quote": ("<quote><p>", "</p></quote>"),
        "code": ('<ab type="code">', "</ab>"),
        "item": ("<item>", "</item>"),
    }
)
_TOP = ("headline", "subheading", "dateline")
"""What may stand only at the top of a division."""
_W3C_DATE = re.compile(
    r"-?\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?)?)?)?|--\d\d(-\d\d)?|---\d\d|\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)?"
)
_ISO_DATE = re.compile(r"[0-9.,DHMPRSTWYZ/:+\-]+")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


@dataclass(frozen=True, slots=True)
class _Parts:
    """All that an article's file is made from."""

    article: Article
    settings: Settings
    listed: tuple[tuple[str, str], ...]
    """Label and entry in the lists of what the article names, sorted by id."""


def tei_articles(corpus: Corpus, settings: Settings) -> Iterator[Twin]:
    """Return `data/tei/<slug>.xml` for each article."""
    entries = {entity.id: (entity.label, _listed(entity, settings)) for entity in corpus.entities}
    for article in corpus.articles:
        listed = tuple(entries[id_] for id_ in sorted({linked.entity for linked in article.mentions}))
        yield Twin(f"data/tei/{article.document.slug}.xml", _Parts(article, settings, listed), _text)


def xml_id(identifier: str) -> str:
    """Return an entity's id as XML wants it: `people.wladimir-putin`."""
    return identifier.replace("/", ".")


def _text(parts: _Parts) -> str:
    article = parts.article
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{article.document.metadata.language}">\n'
        f"{_header(article, parts.settings)}"
        f"{_stand_off(parts.listed)}"
        f"<text><body>\n{''.join(_divisions(article))}</body></text>\n</TEI>\n"
    )


def _header(article: Article, settings: Settings) -> str:
    data = article.document.metadata
    author = f"<author>{escape(data.author)}</author>" if data.author else ""
    subtitle = f'<title type="sub">{escape(data.subtitle)}</title>' if data.subtitle else ""
    licence = (
        f"<availability><licence><p>{escape(settings.license)}</p></licence></availability>" if settings.license else ""
    )
    date = f'<date when="{data.date.isoformat()}">{data.date.isoformat()}</date>' if data.date else ""
    publisher = f"<publisher>{escape(data.publisher)}</publisher>" if data.publisher else ""
    source = f"<ptr target={quoteattr(data.source)}/>" if data.source else ""
    keywords = "".join(f"<term>{escape(tag)}</term>" for tag in data.tags)
    topics = f"<textClass><keywords>{keywords}</keywords></textClass>" if keywords else ""
    page = address(settings, article_path(article))
    return (
        f"<teiHeader>\n<fileDesc>\n<titleStmt><title>{escape(data.title)}</title>{subtitle}{author}</titleStmt>\n"
        f"<publicationStmt><publisher>{escape(settings.publisher or settings.title)}</publisher>"
        f"<idno>{escape(page)}</idno>{licence}</publicationStmt>\n"
        f"<sourceDesc><bibl><title>{escape(data.title)}</title>{author}{publisher}{date}{source}</bibl></sourceDesc>\n</fileDesc>\n"
        f'<encodingDesc><appInfo><application ident="fundstelle" version="{__version__}"><label>Fundstelle</label>'
        "<p>Names, figures and dates were found by program; @cert is low where it was unsure.</p></application></appInfo></encodingDesc>\n"
        f'<profileDesc><langUsage><language ident="{data.language}"/></langUsage>{topics}</profileDesc>\n</teiHeader>\n'
    )


def _stand_off(listed: tuple[tuple[str, str], ...]) -> str:
    lists = ((name, "".join(entry for of, entry in listed if of == label)) for label, name, _ in _LISTS)
    inside = "".join(f"<{name}>\n{entries}</{name}>\n" for name, entries in lists if entries)
    return f"<standOff>\n{inside}</standOff>\n" if inside else ""


def _listed(entity: Entity, settings: Settings) -> str:
    element = next(item for label, _, item in _LISTS if label == entity.label)
    name = _NAMES[entity.label]
    aliases = "".join(f'<{name} type="alias">{escape(alias.name)}</{name}>' for alias in entity.aliases)
    geo = f"<location><geo>{entity.geo.lat} {entity.geo.lon}</geo></location>" if entity.geo else ""
    note = f"<note>{escape(entity.description)}</note>" if entity.description else ""
    records = "".join(f'<idno type="URI">{escape(record)}</idno>' for record in same_as(entity))
    page = quoteattr(address(settings, f"{entity.id}.html") if settings.base_url else f"../../{entity.id}.html")
    return (
        f'<{element} xml:id="{xml_id(entity.id)}" corresp={page}>'
        f"<{name}>{escape(entity.name)}</{name}>{aliases}{geo}{note}{records}</{element}>\n"
    )


def _divisions(article: Article) -> Iterator[str]:
    """Yield the blocks in divisions: a heading after running text opens a new one, for TEI has headings at the top only."""
    document = article.document
    spans = _spans(article)
    at, open_, running = 0, False, False
    previous = ""
    for block in document.blocks:
        inside: list[tuple[int, int, str, str]] = []
        while at < len(spans) and spans[at][0] < block.end:
            if spans[at][0] >= block.start:
                inside.append(spans[at])
            at += 1
        if previous == "item" and block.kind != "item":
            yield "</list>\n"
        if not open_ or (running and block.kind in _TOP and block.kind != "dateline"):
            yield "</div>\n<div>\n" if open_ else "<div>\n"
            open_, running = True, False
        if block.kind == "item" and previous != "item":
            yield "<list>\n"
        yield _block(block, document.text, inside, running=running)
        running = running or block.kind not in (*_TOP, *SET_APART)
        previous = block.kind
    if previous == "item":
        yield "</list>\n"
    if not open_:
        yield "<div><p/></div>\n"
    else:
        yield "" if running else "<p/>\n"
        yield "</div>\n"


def _block(block: Block, text: str, inside: list[tuple[int, int, str, str]], *, running: bool) -> str:
    if block.kind in SET_APART:
        before, after = f'<note type="{block.kind}">', "</note>"
    elif block.kind == "dateline" and running:
        before, after = '<ab type="dateline">', "</ab>"
    else:
        before, after = _WRAPPED[block.kind]
    pieces = [before]
    at = block.start
    for start, end, opening, closing in inside:
        if start < at or end > block.end:
            continue
        pieces += (escape(text[at:start]), opening, escape(text[start:end]), closing)
        at = end
    pieces += (escape(text[at : block.end]), after, "\n")
    return "".join(pieces)


def _spans(article: Article) -> list[tuple[int, int, str, str]]:
    """Return what is found in an article as start, end and tags, in order of the text."""
    spans = chain(
        ((linked.mention.start, linked.mention.end, *_name(linked)) for linked in article.mentions),
        ((q.start, q.end, _measure(q, number), "</measure>") for number, q in enumerate(article.figures, 1)),
        ((q.start, q.end, *_date(q, number)) for number, q in enumerate(article.dates, 1)),
    )
    return sorted(spans)


def _name(linked: Linked) -> tuple[str, str]:
    mention = linked.mention
    name = _NAMES.get(mention.label, "rs")
    kind = ' type="demonym"' if name == "rs" else ""
    doubt = "" if mention.certain else ' cert="low"'
    return f'<{name} xml:id="{linked.anchor}" ref="#{xml_id(linked.entity)}"{kind}{doubt}>', f"</{name}>"


def _measure(quantity: Quantity, number: int) -> str:
    values = (("quantity", quantity.value), ("atLeast", quantity.low), ("atMost", quantity.high))
    numbers = "".join(f' {key}="{value}"' for key, one in values if _NUMBER.fullmatch(value := plain(one)))
    unit = f" unit={quoteattr(quantity.unit)}" if quantity.unit else ""
    counted = quantity.heading or quantity.counted
    commodity = f" commodity={quoteattr(counted)}" if counted else ""
    rough = ' subtype="approximate"' if quantity.approximate else ""
    return f'<measure xml:id="f-{number}" type="{quantity.kind}"{rough}{numbers}{unit}{commodity}>'


def _date(quantity: Quantity, number: int) -> tuple[str, str]:
    name = "time" if quantity.kind in ("time", "timerange") else "date"
    values = (("when", quantity.value), ("from", quantity.low), ("to", quantity.high))
    when = "".join(_moment(key, plain(value)) for key, value in values)
    return f'<{name} xml:id="d-{number}"{when}>', f"</{name}>"


def _moment(key: str, value: str) -> str:
    """Return a date as attribute: by W3C where it is one, else by ISO 8601 where it is one, else not at all."""
    if _W3C_DATE.fullmatch(value):
        return f' {key}="{value}"'
    return f' {key}-iso="{value}"' if value and _ISO_DATE.fullmatch(value) else ""
