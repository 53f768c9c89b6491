"""The index of figures: every number of the collection in its sentence, sorted by value among those it can be compared with."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.concordance import line
from generator.drawings import DotPlot, dot_plot
from generator.highlight import data_block
from generator.linkeddata import article_path, collection_statements
from generator.model import Page
from generator.pages.catalogue import KINDS, Catalogue, Entry, Group, Sheet, catalogue
from generator.pages.site import Chrome, Site, chrome
from generator.pages.units import dimension_words, first_number, unit_words, value_words

PATH = "figures/index.html"
_CONTEXT = 100
_PLOTTED = 8
"""Fewer figures are seen in their rows, and a plot of them says nothing more."""
_NARROWED = 9
"""So many figures are worth a filter; fewer are seen at a glance."""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure in its sentence."""

    anchor: str
    target: str
    """The exact spot in the article."""
    left: str
    text: str
    right: str
    value: str
    """In words, as the reader's language writes it; empty for what has no number."""
    number: str
    """For machines and the filter, in the unit of the text; empty for what has no number."""
    unit: str
    """In words; empty for plain numbers."""
    counted: str
    """Empty where the heading of the group says it."""
    article: str
    date: str
    language: str
    """Of the article where it differs from the interface; empty otherwise."""


@dataclass(frozen=True, slots=True)
class Section:
    """Figures that can be compared."""

    anchor: str
    heading: str
    """Empty where the heading of the kind says it all."""
    count: str
    plot: DotPlot | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """The figures of one kind on one page."""

    anchor: str
    heading: str
    count: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Tab:
    """A way to one kind."""

    target: str
    label: str
    count: str
    current: bool


@dataclass(frozen=True, slots=True)
class Part:
    """One of several pages of a kind."""

    path: str
    label: str
    """From which to which value."""
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresView:
    """What a page of the index shows."""

    chrome: Chrome
    title: str
    summary: str
    tabs: tuple[Tab, ...]
    units: tuple[str, ...]
    """Units that occur on the page, in words; for the filter."""
    chapters: tuple[Chapter, ...]
    parts: tuple[Part, ...]
    """Empty when the kind has one page."""
    part: int = 1
    """Which of them this is."""
    narrowed: bool = False
    """Whether there are enough figures on the page to be narrowed and turned."""


def figure_pages(site: Site) -> Iterator[Page]:
    """Yield the index of figures: one page, or an overview and a page for each kind and part of it."""
    found = catalogue(site.corpus)
    if not any(sheet.path == PATH for sheet in found.sheets):
        yield _overview(site, found)
    for sheet in found.sheets:
        yield _page(site, found, sheet)


def _page(site: Site, found: Catalogue, sheet: Sheet) -> Page:
    strings = site.strings
    labels = dict(KINDS)
    title = strings.gettext("Figures")
    if sheet.kind:
        title = f"{title}: {strings.gettext(labels[sheet.kind])}"
    parts = tuple(other for other in found.sheets if other.kind == sheet.kind)
    kinds = tuple(dict.fromkeys(group.kind for group in sheet.groups))
    units = {unit_words(entry.quantity.unit, strings) for group in sheet.groups for entry in group.entries}
    summary = _summary(site, parts)
    view = FiguresView(
        chrome=_frame(
            site,
            sheet.path,
            title if sheet.part == 1 else f"{title} ({strings.gettext('Part')} {sheet.part})",
            summary,
        ),
        title=title,
        summary=summary,
        tabs=_tabs(site, found, sheet.kind),
        units=tuple(sorted(units - {""}, key=strings.collation_key)),
        chapters=tuple(_chapter(site, kind, [group for group in sheet.groups if group.kind == kind]) for kind in kinds),
        parts=tuple(Part(part.path, _reach(part, site), part is sheet) for part in parts) if len(parts) > 1 else (),
        part=sheet.part,
        narrowed=len(parts) > 1 or sum(len(group.entries) for group in sheet.groups) >= _NARROWED,
    )
    return Page(sheet.path, "figures.html", view)


def _overview(site: Site, found: Catalogue) -> Page:
    """Return the page that leads to the kinds, each with its largest group drawn; without figures it says so."""
    title, summary = site.strings.gettext("Figures"), _summary(site, found.sheets)
    chapters = []
    for kind, count in found.counts:
        first = next(sheet for sheet in found.sheets if sheet.kind == kind).groups[0]
        section = _section(site, first, heading=bool(first.counted or first.dimension))
        chapters.append(
            Chapter(
                kind,
                site.strings.gettext(dict(KINDS)[kind]),
                site.strings.number(count),
                (Section("", section.heading, section.count, section.plot, tuple(reversed(section.rows[-3:]))),),
            )
        )
    view = FiguresView(
        chrome=_frame(site, PATH, title, summary),
        title=title,
        summary=summary,
        tabs=_tabs(site, found, ""),
        units=(),
        chapters=tuple(chapters),
        parts=(),
    )
    return Page(PATH, "figures-overview.html", view)


def _frame(site: Site, path: str, title: str, summary: str) -> Chrome:
    statements = collection_statements(path, title, site.settings)
    return chrome(site, path, title, description=summary, jsonld=data_block(statements))


def _summary(site: Site, sheets: Sequence[Sheet]) -> str:
    """Return how many figures the pages have, in words; empty when there are none."""
    entries = [entry for sheet in sheets for group in sheet.groups for entry in group.entries]
    articles = len({entry.article for entry in entries})
    figures = site.strings.count("%(num)s figure", "%(num)s figures", len(entries))
    return f"{figures} {site.strings.count('in %(num)s article', 'in %(num)s articles', articles)}" if entries else ""


def _tabs(site: Site, found: Catalogue, current: str) -> tuple[Tab, ...]:
    labels = dict(KINDS)
    first = {sheet.kind: sheet.path for sheet in reversed(found.sheets)}
    return tuple(
        Tab(
            first.get(kind, f"{PATH}#{kind}"),
            site.strings.gettext(labels[kind]),
            site.strings.number(count),
            kind == current,
        )
        for kind, count in found.counts
    )


def _reach(sheet: Sheet, site: Site) -> str:
    """Return from where to where a part goes: `Tote – Verletzte`, `1 – 12`."""
    first, last = sheet.groups[0], sheet.groups[-1]
    if first.counted and first.counted != last.counted:
        return f"{_plural(first)} – {_plural(last)}" if last.counted else f"{_plural(first)} – …"
    numbers = [first_number(entry.quantity) for entry in (first.entries[0], last.entries[-1])]
    return " – ".join(site.strings.compact(number) if number is not None else "…" for number in numbers)


def _chapter(site: Site, kind: str, groups: list[Group]) -> Chapter:
    strings = site.strings
    count = sum(len(group.entries) for group in groups)
    sections = tuple(_section(site, group, heading=len(groups) > 1 or bool(group.counted)) for group in groups)
    return Chapter(kind, strings.gettext(dict(KINDS)[kind]), strings.number(count), sections)


def _section(site: Site, group: Group, *, heading: bool) -> Section:
    strings = site.strings
    if group.counted:
        words = _plural(group)
        words = words[:1].upper() + words[1:]
    elif group.dimension:
        words = dimension_words(group.dimension, strings)
    else:
        words = strings.gettext("Counted only now and then")
    rows = tuple(_row(site, group, entry) for entry in group.entries)
    plotted = [
        (_plotted(entry), f"{row.value} – {row.article}", row.anchor)
        for entry, row in zip(group.entries, rows, strict=True)
        if entry.value is not None
    ]
    plot = dot_plot(plotted, strings) if len(plotted) >= _PLOTTED else None
    anchor = f"{group.kind}-{group.dimension or 'number'}-{group.counted}".strip("-").lower().replace(" ", "-")
    return Section(anchor, words if heading else "", strings.number(len(rows)), plot, rows)


def _plural(group: Group) -> str:
    """Return the form in which the texts name most often what a group counts: a heading "Menschen", not "Mensch"."""
    forms = Counter(entry.quantity.counted for entry in group.entries if entry.quantity.counted)
    return max(forms, key=lambda form: (forms[form], form)) if forms else group.counted


def _plotted(entry: Entry) -> Decimal:
    return entry.value if entry.value is not None else Decimal(0)


def _row(site: Site, group: Group, entry: Entry) -> Row:
    article = site.corpus.articles[entry.article]
    document, quantity = article.document, entry.quantity
    metadata = document.metadata
    context = line(document, quantity.start, quantity.end, _CONTEXT)
    number = first_number(quantity)
    return Row(
        anchor=f"{document.slug}-f-{entry.number}",
        target=f"{article_path(article)}#f-{entry.number}",
        left=context.left,
        text=context.keyword,
        right=context.right,
        value=value_words(quantity, site.strings, short=True),
        number="" if number is None else f"{number:f}",
        unit=unit_words(quantity.unit, site.strings),
        counted="" if group.counted else quantity.counted or quantity.heading,
        article=metadata.title,
        date=site.strings.date(metadata.date, "medium") if metadata.date else "",
        language=metadata.language if metadata.language != site.strings.language else "",
    )
