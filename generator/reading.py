"""From a site's folder to its corpus: what `build` and every command that asks about the articles begin with.

Finding names is the slow step, so what was found in an article is kept beside the settings, by content and code version.
Every command fills and uses the same memory; deleting it changes the time and never the result.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from generator import files
from generator.annotate import annotate, texts
from generator.authority import Authority, parse_authority
from generator.cache import Outcome, dump_cache, load_cache
from generator.config import LANGUAGES, Configured, Settings, parse_settings
from generator.errors import UserError
from generator.model import Annotated, Corpus, Name, Problem, Source
from generator.ner import load_recogniser, pipeline_version
from generator.parse import PARSERS, parse, slugs
from generator.resolve import resolve
from generator.text import decode
from generator.workers import aside, forks, spread

if TYPE_CHECKING:
    from generator.ner.pipeline import Recogniser  # importing it for real would load spaCy for builds that need none

Progress = Callable[[str, int, int], None]
"""Called with a stage, how much of it is done, and how much there is."""

AUTHORITY = "authority.toml"
MEMORY = Path(".fundstelle", "articles")
"""Beside the settings; may be deleted at any time."""
RUN = 48
"""Articles that a process works through at a time …"""
FEW = 16
"""… and at the end, when fewer are left; new ones up to so many are worked through beside the rest of the build."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to build from what."""

    config: Path = Path("site.toml")
    seeds: Path = Path("seeds")
    output: Path = Path("output")
    jobs: int = 1
    """Processes at most."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A site's folder as it was read. Its `repr` is complete: equal ones have equal corpora."""

    settings: Settings
    sources: tuple[Source, ...]
    """Sorted by path."""
    authority: Authority
    problems: tuple[Problem, ...]
    """What is wrong with settings, files and rules."""
    version: str
    """Of the code and of the pipelines of all languages: which one an article needs is only known when it is parsed."""


@dataclass(frozen=True, slots=True)
class Annotations:
    """What was found in the articles."""

    articles: tuple[Annotated, ...]
    """In the order of their sources, without those that could not be read."""
    problems: tuple[Problem, ...]
    fresh: int
    """How many were not in the memory."""


def quiet(stage: str, done: int, total: int) -> None:
    """Show no progress."""
    del stage, done, total


def read(request: Request) -> Reading:
    """Return settings, sources and rules. Raises `UserError` when there is no folder of articles or a file of rules that cannot be read."""
    configured = read_settings(request.config)
    sources, faults = _read_sources(request.seeds)
    authority, doubts = _read_authority(request.seeds)
    versions = [pipeline_version(configured.settings.pipeline(language), language) for language in LANGUAGES]
    problems = (*configured.problems, *faults, *doubts)
    return Reading(configured.settings, sources, authority, problems, "".join((files.code_version(), *versions)))


def annotate_all(
    reading: Reading,
    request: Request,
    progress: Progress = quiet,
    meanwhile: Callable[[tuple[Annotated, ...]], object] | None = None,
) -> Annotations:
    """Return what is found in the articles; only those that are not in the memory are worked through.

    Where these are few, a process beside loads the pipeline for them, which takes a second, and `meanwhile` may get ready
    with the articles that are in the memory.
    """
    path = request.config.parent / MEMORY
    settings = reading.settings
    known = load_cache(path.read_bytes()) if path.is_file() else {}
    named = list(zip(reading.sources, slugs(source.path for source in reading.sources), strict=True))
    keys = [files.digest(repr((reading.version, settings.article_language, *pair)).encode()) for pair in named]
    missing = [number for number, key in enumerate(keys) if key not in known]
    fresh: dict[int, Outcome] = {}
    due = [named[number] for number in missing]
    runs = spread(partial(_work_through, settings), due, size=RUN, jobs=request.jobs, least=FEW)
    loaded = _recogniser.cache_info().currsize > 0
    if meanwhile and forks(request.jobs) and 0 < len(missing) <= FEW < len(known) and not loaded:
        with aside(lambda: list(runs), jobs=request.jobs) as found:
            meanwhile(tuple(outcome.article for outcome in known.values() if outcome.article))
            runs = iter(found())
    for number, outcome in zip(missing, chain.from_iterable(runs), strict=True):
        fresh[number] = outcome
        progress("annotate", len(fresh), len(missing))
    outcomes = [fresh.get(number) or known[key] for number, key in enumerate(keys)]
    if missing or len(known) != len(set(keys)):
        files.write_file(path, dump_cache(dict(zip(keys, outcomes, strict=True))))
    return Annotations(
        tuple(outcome.article for outcome in outcomes if outcome.article),
        tuple(chain.from_iterable(outcome.problems for outcome in outcomes)),
        len(missing),
    )


def resolve_all(reading: Reading, articles: tuple[Annotated, ...]) -> Corpus:
    """Return the corpus that settings and rules make of the articles."""
    settings = reading.settings
    return resolve(articles, reading.authority, home=settings.country, language=settings.article_language)


def read_corpus(request: Request, progress: Progress = quiet) -> tuple[Corpus, Authority, tuple[Problem, ...]]:
    """Return the corpus as a build would have it now, the rules, and all that is wrong with either, sorted.

    Raises `UserError` when there is nothing to read.
    """
    reading = read(request)
    found = annotate_all(reading, request, progress)
    problems = tuple(sorted({*reading.problems, *found.problems}))
    return resolve_all(reading, found.articles), reading.authority, problems


def recogniser_of(config: Path) -> Callable[[str, Sequence[tuple[str, ...]]], Iterator[tuple[tuple[Name, ...], ...]]]:
    """Return what finds the names in articles of a language with the pipelines that the settings name."""
    settings = read_settings(config).settings
    return lambda language, articles: _recogniser(settings.pipeline(language), language).recognise(articles)


def load_pipeline(config: Path) -> None:
    """Load what finds names in the site's own language, so that the next build in this process need not.

    Raises `UserError` when it cannot be loaded.
    """
    settings = read_settings(config).settings
    _recogniser(settings.pipeline(settings.article_language), settings.article_language)


def read_settings(path: Path) -> Configured:
    """Return the settings; a site without a settings file has the defaults."""
    try:
        return parse_settings(path.read_text("utf-8-sig"), str(path))
    except FileNotFoundError:
        return Configured(Settings())
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{path}: cannot be read: {error}; save it as UTF-8") from error


def read_text(path: Path) -> str:
    """Return a file's text. Raises `UserError` when there is no such file or it is no text."""
    try:
        found = decode(path.name, path.read_bytes())
    except OSError as error:
        raise UserError(
            f"{path}: cannot be read: {(error.strerror or str(error)).lower()}; name another file"
        ) from error
    if isinstance(found, Problem):
        raise UserError(f"{path}: {found.what}")
    return found.text


def _read_sources(seeds: Path) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Return the articles' sources, and a problem for each file that is no text."""
    if not seeds.is_dir():
        raise UserError(
            f"{seeds}: there is no such folder; put articles into it (.txt or .md), or name another with --seeds"
        )
    decoded = [decode(path, data) for path, data in files.read_folder(seeds, tuple(PARSERS))]
    return tuple(d for d in decoded if isinstance(d, Source)), tuple(d for d in decoded if isinstance(d, Problem))


def _read_authority(seeds: Path) -> tuple[Authority, tuple[Problem, ...]]:
    """Return the authority file's rules; none when there is no such file. Raises `UserError` when it cannot be read."""
    path = seeds / AUTHORITY
    if not path.is_file():
        return Authority(), ()
    found = decode(AUTHORITY, path.read_bytes())
    if isinstance(found, Problem):
        raise UserError(f"{path}: {found.what}")
    return parse_authority(found.text, str(path))


def _work_through(settings: Settings, named: Sequence[tuple[Source, str]]) -> list[Outcome]:
    """Parse and annotate sources, each given with its slug: the slow step."""
    parsed = [parse(source, slug, settings.article_language) for source, slug in named]
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
