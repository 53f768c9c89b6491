"""The home page: what is in the collection, at a glance."""

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.concordance import line, surroundings
from generator.drawings import share
from generator.highlight import data_block
from generator.linkeddata import article_path, entity_path, home_statements
from generator.model import Article, Page, Quantity
from generator.pages.articles import Teaser, period, teaser
from generator.pages.atlas import Sheet, atlas
from generator.pages.catalogue import catalogue
from generator.pages.portrait import KINDS
from generator.pages.site import Chrome, Site, chrome
from generator.pages.units import first_number
from generator.strings import Strings

_NEWEST = 6
_MOST_NAMED = 10
_ON_THE_MAP = 150
_LONG = 24
"""Code points; a longer figure is no figure of note."""
_LOOKED_AT = 20
"""So many of the newest articles are looked through for the figure of note."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many of something the collection has."""

    path: str
    number: str
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """An entity among the most named."""

    path: str
    name: str
    count: str
    share: int
    """Length of the bar, 0..100."""


@dataclass(frozen=True, slots=True)
class TopList:
    """The most-named entities of one kind."""

    layer: str
    path: str
    title: str
    total: str
    """How many there are; empty where these are all."""
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """One figure with its sentence."""

    target: str
    left: str
    text: str
    """The figure as the article has it; also in large type, with what it counts."""
    right: str
    counted: str
    article: str
    date: str
    """Of the article, in words; empty when it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """What the home page shows."""

    chrome: Chrome
    title: str
    sentence: str
    counts: tuple[Count, ...]
    newest: tuple[Teaser, ...]
    """None in an empty collection."""
    more: bool
    """Whether there are more articles than those."""
    lists: tuple[TopList, ...]
    """Only kinds that occur."""
    note: Note | None
    maps: tuple[Sheet, ...]
    """Of the places most named; none without coordinates."""


def home_page(site: Site) -> Iterator[Page]:
    """Yield `index.html`."""
    settings, articles = site.settings, site.corpus.articles
    sentence = settings.description or _sentence(site)
    view = HomeView(
        chrome=chrome(
            site, "index.html", settings.title, description=sentence, jsonld=data_block(home_statements(settings))
        ),
        title=settings.title,
        sentence=sentence,
        counts=_counts(site) if articles else (),
        newest=tuple(teaser(article, site) for article in articles[:_NEWEST]),
        more=len(articles) > _NEWEST,
        lists=tuple(_lists(site)),
        note=_note(site),
        maps=tuple(replace(sheet, spots=sheet.spots[:_ON_THE_MAP]) for sheet in atlas(site).sheets),
    )
    yield Page("index.html", "home.html", view)


def _sentence(site: Site) -> str:
    span = period(site)
    words = site.strings.gettext("Articles in which people, places, organisations and figures can be looked up.")
    return f"{words} {span}." if span else words


def _counts(site: Site) -> tuple[Count, ...]:
    strings = site.strings
    labels = Counter[str](entity.label for entity in site.corpus.entities)
    found = [("articles", "Article", "Articles", len(site.corpus.articles))]
    found += [(kind.folder, kind.one, kind.many, labels[label]) for label, kind in KINDS.items()]
    found.append(("figures", "Figure", "Figures", sum(count for _, count in catalogue(site.corpus).counts)))
    return tuple(
        Count(f"{folder}/index.html", strings.number(number), strings.gettext(one if number == 1 else many))
        for folder, one, many, number in found
    )


def _lists(site: Site) -> Iterator[TopList]:
    for label, kind in KINDS.items():
        entities = [entity for entity in site.corpus.entities if entity.label == label]
        named = [entity for entity in entities if entity.loci]
        top = sorted(named, key=lambda entity: (-len(entity.loci), entity.id))[:_MOST_NAMED]
        if top:
            most = len(top[0].loci)
            yield TopList(
                kind.layer,
                f"{kind.folder}/index.html",
                site.strings.gettext(kind.many),
                site.strings.number(len(entities)) if len(entities) > len(top) else "",
                tuple(
                    Row(
                        entity_path(entity),
                        entity.name,
                        site.strings.number(len(entity.loci)),
                        share(len(entity.loci), most),
                    )
                    for entity in top
                ),
            )


def _note(site: Site) -> Note | None:
    """Return the figure that says most: of the newest article that has a telling one."""
    for article in site.corpus.articles[:_LOOKED_AT]:
        if article.document.metadata.noindex:
            continue
        ranked = [(_telling(article, figure), -place) for place, figure in enumerate(article.figures)]
        best = max(ranked, default=(0.0, 0))
        if best[0] > 0:
            return _as_note(article, -best[1], site.strings)
    return None


def _telling(article: Article, figure: Quantity) -> float:
    """Return how much a figure says by itself; 0 for one that says nothing without its article."""
    number = first_number(figure)
    around = surroundings(article.document, figure.start, figure.end)
    length = around.end - around.start
    if number is None or figure.vague or number < 3 or not (figure.counted or figure.unit):
        return 0.0
    if not 50 <= length <= 220 or len(figure.text) > _LONG:
        return 0.0
    return min(6.0, math.log10(float(number))) + (2.0 if figure.counted else 1.0) - length / 200


def _as_note(article: Article, place: int, strings: Strings) -> Note:
    figure = article.figures[place]
    context = line(article.document, figure.start, figure.end, 220)
    return Note(
        f"{article_path(article)}#f-{place + 1}",
        context.left,
        context.keyword,
        context.right,
        "" if figure.counted in figure.text else figure.counted,
        article.document.metadata.title,
        strings.date(date) if (date := article.document.metadata.date) else "",
    )
