"""The flow from `seeds/` to `output/`: the one room that knows every stage.

Incremental by two memories, neither of which can change a result: what was found in an article is kept by content and code
version (`cache`), and a page is rendered again only when its values, the templates or the phrases changed (`files`).
"""

import gc
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from generator import files
from generator.annotate import annotate, texts
from generator.artifacts import Theme, make_files
from generator.authority import Authority, parse_authority
from generator.cache import Outcome, dump_cache, load_cache
from generator.config import LANGUAGES, Configured, Settings, parse_settings
from generator.errors import UserError
from generator.fulltext import full_text_installed
from generator.model import Annotated, Corpus, Name, Problem, Source
from generator.ner import load_recogniser, pipeline_facts, pipeline_version
from generator.pages import Made, Pipeline, Score, Site
from generator.parse import PARSERS, parse, slugs
from generator.relations import relate
from generator.report import LABELS, Report, Stopwatch, dump_report, load_report
from generator.resolve import render_suggestions, resolve, suggest, unused_rules
from generator.strings import strings
from generator.text import decode
from generator.workers import spread

if TYPE_CHECKING:
    from generator.ner.pipeline import Recogniser  # importing it for real would load spaCy for builds that need none

Progress = Callable[[str, int, int], None]
"""Called with a stage, how much of it is done, and how much there is."""

AUTHORITY = "authority.toml"
SUGGESTIONS = "suggestions.toml"
"""Beside the settings: what the build was not sure about, for the curator to copy from."""
MEMORY = Path(".fundstelle", "articles")
LAST = Path(".fundstelle", "report")
"""Both beside the settings; may be deleted at any time."""
RUN = 32
"""Articles that a process works through at a time."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to build from what."""

    config: Path = Path("site.toml")
    seeds: Path = Path("seeds")
    output: Path = Path("output")
    jobs: int = 1
    """Processes at most."""


def build(request: Request, progress: Progress = lambda _stage, _done, _all: None) -> Report:
    """Bring the output folder up to date with seeds, settings, templates and static files.

    Faulty articles are reported and left out; the others are built. Raises `UserError` when nothing can be built at all.
    """
    # What a build makes holds no cycles; looking for some would take a third of its time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _build(request, progress, Stopwatch())
    finally:
        if collecting:
            gc.enable()


def _build(request: Request, progress: Progress, watch: Stopwatch) -> Report:
    beside = request.config.parent
    with watch("read"):
        configured = _read_settings(request.config)
        settings = configured.settings
        sources, faults = _read_sources(request.seeds)
        authority, doubts = _read_authority(request.seeds)
        phrases = _phrases(beside, settings)
        code = files.code_version()
        theme = _theme(beside, settings, files.digest(f"{code}{phrases}".encode()))
        # The pipelines of all languages: which one an article needs is only known when it is parsed.
        versions = "".join(pipeline_version(settings.pipeline(language), language) for language in LANGUAGES)
        inputs = (configured, sources, faults, authority, doubts, theme, versions, full_text_installed())
        origin = files.digest(repr(inputs).encode())
        if files.stands(request.output, origin) and (report := _last_report(beside, origin)):
            return report
    with watch("annotate"):
        outcomes, annotated = _outcomes(sources, settings, f"{code}{versions}", request, progress)
        articles = tuple(outcome.article for outcome in outcomes if outcome.article)
    with watch("resolve"):
        corpus = resolve(articles, authority, home=settings.country, language=settings.language)
        remarks = unused_rules(articles, corpus, authority)
        suggestions = render_suggestions(suggest(corpus, authority), corpus).encode()
    with watch("render"):
        made = Made(pipelines=_pipelines(settings, articles), full_text=full_text_installed())
        site = Site(corpus, settings, strings(settings.language, phrases), relations=relate(corpus), made=made)
        still = files.intact(request.output)
        rendered = list(make_files(site, theme, still, request.jobs, partial(progress, "render")))
    with watch("write"):
        before = _last_entities(request.output)
        written = files.write_output(rendered, request.output, origin)
        files.write_changed(beside / SUGGESTIONS, suggestions)
    mistakes = chain.from_iterable(outcome.problems for outcome in outcomes)
    problems = sorted({*configured.problems, *faults, *doubts, *mistakes, *remarks})
    report = _report(corpus, before, written, annotated, problems, watch)
    files.write_file(beside / LAST, origin.encode() + b"\n" + dump_report(report))
    return report


def _last_report(beside: Path, origin: str) -> Report | None:
    """Return the report of the last build as that of one that found nothing to do; None when it was built from something else."""
    if not (beside / LAST).is_file() or not (beside / SUGGESTIONS).is_file():
        return None
    built_from, _, content = (beside / LAST).read_bytes().partition(b"\n")
    report = load_report(content) if built_from == origin.encode() else None
    return report and replace(
        report, new=0, changed=0, removed=0, unchanged=report.new + report.changed + report.unchanged,
        annotated=0, arrived=(), vanished=(), merged=(), stages=(),
    )  # fmt: skip


def recogniser_of(config: Path) -> Callable[[str, Sequence[tuple[str, ...]]], Iterator[tuple[tuple[Name, ...], ...]]]:
    """Return what finds the names in articles of a language with the pipelines that the settings name."""
    settings = _read_settings(config).settings
    return lambda language, articles: _recogniser(settings.pipeline(language), language).recognise(articles)


def _read_settings(path: Path) -> Configured:
    """Return the settings; a site without a settings file has the defaults."""
    try:
        return parse_settings(path.read_text("utf-8-sig"), str(path))
    except FileNotFoundError:
        return Configured(Settings())
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{path}: cannot be read: {error}; save it as UTF-8") from error


def _read_sources(seeds: Path) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Return the articles' sources, and a problem for each file that is no text."""
    if not seeds.is_dir():
        raise UserError(
            f"{seeds}: there is no such folder; put articles into it (.txt or .md), or name another with --seeds"
        )
    decoded = [decode(path, data) for path, data in files.read_folder(seeds, tuple(PARSERS))]
    return tuple(d for d in decoded if isinstance(d, Source)), tuple(d for d in decoded if isinstance(d, Problem))


def _read_authority(seeds: Path) -> tuple[Authority, tuple[Problem, ...]]:
    """Return the authority file's rules; none when there is no such file."""
    path = seeds / AUTHORITY
    if not path.is_file():
        return Authority(), ()
    found = decode(AUTHORITY, path.read_bytes())
    return (Authority(), (found,)) if isinstance(found, Problem) else parse_authority(found.text, str(path))


def _outcomes(
    sources: Sequence[Source], settings: Settings, version: str, request: Request, progress: Progress
) -> tuple[tuple[Outcome, ...], int]:
    """Return what came of each source, in order, and for how many it was not in the cache."""
    path = request.config.parent / MEMORY
    known = load_cache(path.read_bytes()) if path.is_file() else {}
    named = list(zip(sources, slugs(source.path for source in sources), strict=True))
    keys = [files.digest(repr((version, settings.language, *pair)).encode()) for pair in named]
    missing = [number for number, key in enumerate(keys) if key not in known]
    fresh: dict[int, Outcome] = {}
    runs = spread(partial(_work_through, settings), [named[number] for number in missing], size=RUN, jobs=request.jobs)
    for number, outcome in zip(missing, chain.from_iterable(runs), strict=True):
        fresh[number] = outcome
        progress("annotate", len(fresh), len(missing))
    outcomes = tuple(fresh.get(number) or known[key] for number, key in enumerate(keys))
    if missing or len(known) != len(set(keys)):
        files.write_file(path, dump_cache(dict(zip(keys, outcomes, strict=True))))
    return outcomes, len(missing)


def _work_through(settings: Settings, named: Sequence[tuple[Source, str]]) -> list[Outcome]:
    """Parse and annotate sources, each given with its slug: the slow step."""
    parsed = [parse(source, slug, settings.language) for source, slug in named]
    articles: dict[int, Annotated] = {}
    for language in LANGUAGES:
        documents = {
            n: p.document for n, p in enumerate(parsed) if p.document and p.document.metadata.language == language
        }
        if documents:
            recogniser = _recogniser(settings.pipeline(language), language)
            names = recogniser.recognise([texts(document) for document in documents.values()])
            articles |= dict(zip(documents, map(annotate, documents.values(), names), strict=True))
    return [Outcome(articles.get(n), p.problems) for n, p in enumerate(parsed)]


@lru_cache(maxsize=4)
def _recogniser(pipeline: str, language: str) -> "Recogniser":
    # Loading takes longer than a small build; the preview builds again and again.
    return load_recogniser(pipeline, language)


def _phrases(beside: Path, settings: Settings) -> str:
    """Return the site's own phrases, a `.po` file's text; empty when it has none."""
    path = beside / "strings" / f"{settings.language}.po"
    return path.read_text("utf-8") if path.is_file() else ""


def _theme(beside: Path, settings: Settings, version: str) -> Theme:
    """Return templates and static files: those shipped, each replaced by the site's own file of that name."""

    def layers(name: str, own: str) -> dict[str, bytes]:
        return dict(files.read_folder(files.shipped(name))) | dict(files.read_folder(beside / own))

    return Theme(layers("templates", settings.templates), layers("static", settings.static), version)


def _pipelines(settings: Settings, articles: Sequence[Annotated]) -> tuple[Pipeline, ...]:
    """Return what annotated the articles, by language, with how good it was found to be."""
    languages = sorted({article.document.metadata.language for article in articles})
    facts = [(language, pipeline_facts(settings.pipeline(language), language)) for language in languages]
    return tuple(
        Pipeline(language, fact.name, fact.version, tuple(Score(*score) for score in fact.scores))
        for language, fact in facts
    )


def _last_entities(output: Path) -> dict[str, str]:
    """Return ids and headings of the entities that the last build left; empty when there was none."""
    try:
        rows = json.loads((output / "data" / "entities.json").read_text("utf-8"))
        return {row["id"]: row["name"] for row in rows}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _report(  # noqa: PLR0917 - one call, six things it cannot know
    corpus: Corpus,
    before: dict[str, str],
    written: files.Written,
    annotated: int,
    problems: Iterable[Problem],
    watch: Stopwatch,
) -> Report:
    now = {entity.id: entity.name for entity in corpus.entities}
    merged = {
        redirect.old: redirect.new for redirect in corpus.redirects if redirect.old in before and redirect.new in now
    }
    counted = [article.document.text.count(" ") + 1 for article in corpus.articles]
    return Report(
        articles=len(corpus.articles),
        words=sum(counted),
        entities=tuple(
            (label, len(of_label), sum(len(entity.loci) for entity in of_label))
            for label, _ in LABELS
            for of_label in [[entity for entity in corpus.entities if entity.label == label]]
        ),
        demonyms=sum(len(entity.weak) for entity in corpus.entities),
        figures=sum(len(article.figures) for article in corpus.articles),
        dates=sum(len(article.dates) for article in corpus.articles),
        pages=written.pages,
        new=len(written.new),
        changed=len(written.changed),
        removed=len(written.removed),
        unchanged=written.unchanged,
        annotated=annotated,
        arrived=tuple(sorted(name for identifier, name in now.items() if identifier not in before)) if before else (),
        vanished=tuple(
            sorted(name for identifier, name in before.items() if identifier not in now and identifier not in merged)
        ),
        merged=tuple(sorted((before[old], now[new]) for old, new in merged.items())),
        open_names=tuple(sorted(entity.name for entity in corpus.entities if entity.open)),
        problems=tuple(problems),
        stages=watch.stages,
    )
