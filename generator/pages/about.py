"""The about page: how the site was made, how good it is, what the lines mean, and how to report an error."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Page
from generator.pages.site import Chrome, Pipeline, Score, Site, chrome

PATH = "about/index.html"

_LABELS = {"PERSON": "People", "PLACE": "Places", "ORGANISATION": "Organisations", "": "All together"}
_LANGUAGES = {"de": "German", "en": "English"}


@dataclass(frozen=True, slots=True)
class Download:
    """A file of the whole collection."""

    path: str
    name: str
    note: str


@dataclass(frozen=True, slots=True)
class Layer:
    """How often one kind of annotation stands in the texts."""

    name: str
    """Class name of the layer."""
    label: str
    note: str
    sample: str
    """Words that show how it looks."""
    count: str


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """How good a pipeline is, in per cent."""

    corpus: str
    """Empty where the row above has the same."""
    label: str
    precision: str
    recall: str
    f1: str


@dataclass(frozen=True, slots=True)
class PipelineRow:
    """What annotated the articles of one language."""

    language: str
    name: str
    version: str
    scores: tuple[ScoreRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutView:
    """What the page shows."""

    chrome: Chrome
    title: str
    version: str
    pipelines: tuple[PipelineRow, ...]
    layers: tuple[Layer, ...]
    uncertain: str
    """How many mentions are uncertain, in words; empty when none is."""
    open: str
    """How many names are left open, in words; empty when none is."""
    downloads: tuple[Download, ...]
    contact: str
    """Mail or web address for reports, as it is shown; may be empty."""
    contact_link: str


def about_page(site: Site) -> Iterator[Page]:
    """Yield `about/index.html`."""
    strings, settings = site.strings, site.settings
    title = strings.gettext("How this site was made")
    uncertain = sum(not linked.mention.certain for article in site.corpus.articles for linked in article.mentions)
    left_open = sum(entity.open for entity in site.corpus.entities)
    view = AboutView(
        chrome=chrome(
            site,
            PATH,
            title,
            description=strings.gettext("What marked the texts of this site, how good it is, and what data there are."),
        ),
        title=title,
        version=site.made.version,
        pipelines=tuple(_pipeline(site, pipeline) for pipeline in site.made.pipelines),
        layers=_layers(site),
        uncertain=strings.count("%(num)s mention is uncertain.", "%(num)s mentions are uncertain.", uncertain)
        if uncertain
        else "",
        open=strings.count("%(num)s name is left open.", "%(num)s names are left open.", left_open)
        if left_open
        else "",
        downloads=_downloads(site),
        contact=settings.contact,
        contact_link=f"mailto:{settings.contact}"
        if "@" in settings.contact and ":" not in settings.contact
        else settings.contact,
    )
    yield Page(PATH, "about.html", view)


def _pipeline(site: Site, pipeline: Pipeline) -> PipelineRow:
    rows, above = [], ""
    for score in pipeline.scores:
        rows.append(_score(site, score, "" if score.corpus == above else _corpus(site, score)))
        above = score.corpus
    language = site.strings.gettext(_LANGUAGES.get(pipeline.language, pipeline.language))
    return PipelineRow(language, pipeline.name, pipeline.version, tuple(rows))


def _corpus(site: Site, score: Score) -> str:
    return (
        f"{score.corpus} ({site.strings.count('%(num)s text', '%(num)s texts', score.texts)})"
        if score.texts
        else score.corpus
    )


def _score(site: Site, score: Score, corpus: str) -> ScoreRow:
    numbers = (site.strings.percent(ratio) for ratio in (score.precision, score.recall, score.f1))
    return ScoreRow(corpus, site.strings.gettext(_LABELS.get(score.label, score.label)), *numbers)


def _layers(site: Site) -> tuple[Layer, ...]:
    strings, articles = site.strings, site.corpus.articles
    labels: dict[str, int] = {}
    for article in articles:
        for linked in article.mentions:
            labels[linked.mention.label] = labels.get(linked.mention.label, 0) + 1
    labels["figure"] = sum(len(article.figures) for article in articles)
    labels["date"] = sum(len(article.dates) for article in articles)
    described = (
        ("PERSON", "person", "People", "a solid line", "Ada Lovelace"),
        ("PLACE", "place", "Places", "a dotted line", "London"),
        ("ORGANISATION", "organisation", "Organisations", "a dashed line", "Royal Society"),
        ("DEMONYM", "demonym", "Adjectives and inhabitants", "a fine dotted line; they point to a place", "Londoners"),
        ("figure", "figure", "Figures", "a faint tint", "24 hours"),
        ("date", "date", "Dates", "a thin double line", "10 December 1815"),
    )
    return tuple(
        Layer(
            layer,
            strings.gettext(title),
            strings.gettext(note),
            strings.gettext(sample),
            strings.number(labels.get(key, 0)),
        )
        for key, layer, title, note, sample in described
    )


def _downloads(site: Site) -> tuple[Download, ...]:
    say = site.strings.gettext
    found = [
        ("data/mentions.csv", "CSV", say("every mention with article, offsets and entity")),
        ("data/figures.csv", "CSV", say("every figure with value and unit")),
        ("data/dates.csv", "CSV", say("every date with its value")),
        ("data/entities.json", "JSON", say("people, places and organisations with all their names")),
        ("data/places.geojson", "GeoJSON", say("places on the map")),
        (
            "data/places.lpf.json",
            "Linked Places",
            say("places with names, records elsewhere and the time they are named"),
        ),
        ("data/csv-metadata.json", "CSVW", say("what the columns of the tables mean")),
    ]
    if site.settings.base_url:
        found.append(("feed.xml", "Atom", say("the newest articles")))
        found.append(("feed.json", "JSON Feed", say("the newest articles")))
    return tuple(Download(path, name, note) for path, name, note in found)
