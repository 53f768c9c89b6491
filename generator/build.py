"""The flow from `seeds/` to `output/`: the one room that knows every stage.

Incremental by two memories, neither of which can change a result: what was found in an article is kept by content and code
version (`reading`), and a page is rendered again only when its values, the templates or the phrases changed (`files`).
"""

import gc
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator import files
from generator.artifacts import Theme, make_files, read_templates
from generator.authority import Authority
from generator.config import Settings
from generator.errors import UserError
from generator.fulltext import full_text_installed
from generator.linkcards import card_paths, cards_installed, cards_version
from generator.model import Annotated, Corpus, Problem
from generator.ner import pipeline_facts
from generator.pages import Made, Pipeline, Score, Site
from generator.reading import Progress, Reading, Request, annotate_all, quiet, read, resolve_all
from generator.report import LABELS, Report, Stopwatch, dump_report, load_report
from generator.resolve import render_suggestions, suggest, unused_rules
from generator.strings import strings, untranslated
from generator.text import decode
from generator.workers import aside

__all__ = ["Request", "build"]

SUGGESTIONS = "suggestions.toml"
"""Beside the settings: what the build was not sure about, for the curator to copy from."""
LAST = Path(".fundstelle", "report")
"""Beside the settings; may be deleted at any time."""


def build(request: Request, progress: Progress = quiet) -> Report:
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
        reading = read(request)
        settings, authority = reading.settings, reading.authority
        phrases, gaps = _phrases(beside, settings)
        theme = _theme(beside, settings, files.digest(f"{files.code_version()}{phrases}".encode()))
        origin = files.digest(
            repr((reading, theme, full_text_installed(), cards_version() if settings.base_url else "")).encode()
        )
        if files.stands(request.output, origin) and (report := _last_report(beside, origin)):
            return report
    with watch("annotate"):
        found = annotate_all(reading, request, progress, partial(_rehearse, reading, theme, phrases))
    with watch("resolve"):
        corpus = resolve_all(reading, found.articles)
    with watch("render"), aside(partial(_advice, found.articles, corpus, authority), jobs=request.jobs) as advice:
        made = Made(
            pipelines=_pipelines(settings, found.articles),
            full_text=full_text_installed(),
            cards=card_paths(corpus, settings),
        )
        site = Site(corpus, settings, strings(settings.language, phrases), made=made)
        still = files.intact(request.output)
        rendered = list(make_files(site, theme, still, request.jobs, partial(progress, "render")))
        remarks, suggestions = advice()
    with watch("write"):
        before = _last_entities(request.output)
        written = files.write_output(rendered, request.output, origin, jobs=request.jobs)
        files.write_changed(beside / SUGGESTIONS, suggestions)
    problems = sorted({*reading.problems, *found.problems, *remarks, *gaps, *_missing(request, settings)})
    report = _report(corpus, before, written, found.fresh, problems, watch)
    files.write_file(beside / LAST, origin.encode() + b"\n" + dump_report(report))
    return report


def _rehearse(reading: Reading, theme: Theme, phrases: str, known: tuple[Annotated, ...]) -> None:
    """Do what will be done again with all articles: tables are read by then, and most names have been looked at."""
    read_templates(theme, reading.settings, strings(reading.settings.language, phrases))
    resolve_all(reading, known)


def _advice(articles: tuple[Annotated, ...], corpus: Corpus, authority: Authority) -> tuple[tuple[Problem, ...], bytes]:
    """Return remarks on rules that match nothing, and what the build was not sure about in a form for the authority file."""
    return unused_rules(articles, corpus, authority), render_suggestions(suggest(corpus, authority), corpus).encode()


def _missing(request: Request, settings: Settings) -> tuple[Problem, ...]:
    """Return a remark when pictures for link previews could be shown but not drawn."""
    if not settings.base_url or cards_installed():
        return ()
    what = "links to this site show no pictures elsewhere; install what draws them: pip install 'fundstelle[cards]'"
    return (Problem(str(request.config), what, severe=False),)


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


def _phrases(beside: Path, settings: Settings) -> tuple[str, tuple[Problem, ...]]:
    """Return the site's own phrases, a `.po` file's text, and a remark when some are missing; empty when it has none.

    Raises `UserError` when they cannot be read.
    """
    where = Path("strings", f"{settings.language}.po")
    text = ""
    if (beside / where).is_file():
        decoded = decode(str(where), (beside / where).read_bytes())
        if isinstance(decoded, Problem):
            raise UserError(str(decoded))
        text = decoded.text
    missing = untranslated(settings.language, text)
    if not missing:
        return text, ()
    what = f"{len(missing)} phrases stay English, the first is '{missing[0]}'; translate them as generator/locale/de.po does"
    return text, (Problem(where.as_posix(), what, severe=False),)


def _theme(beside: Path, settings: Settings, version: str) -> Theme:
    """Return templates and static files: those shipped, each replaced by the site's own file of that name.

    Every shipped template has a second name in the folder `fundstelle`, so that the one that replaces it can extend it.
    """

    def layers(name: str, own: str) -> dict[str, bytes]:
        return dict(files.read_folder(files.shipped(name))) | dict(files.read_folder(beside / own))

    ours = {f"fundstelle/{name}": content for name, content in files.read_folder(files.shipped("templates"))}
    return Theme(ours | layers("templates", settings.templates), layers("static", settings.static), version)


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
