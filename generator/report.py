"""What a build came to, as a value and as the table a curator reads."""

import json
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any

from generator.model import Problem

LABELS = (("PERSON", "people"), ("PLACE", "places"), ("ORGANISATION", "organisations"))
"""Labels with the word for their entities, in the order of the table."""


class Stopwatch:
    """Times the stages of a build; the one clock of the program."""

    def __init__(self) -> None:
        self._stages: list[tuple[str, float]] = []

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        """Time what is done under `with`."""
        start = time.perf_counter()
        yield
        self._stages.append((stage, time.perf_counter() - start))

    @property
    def stages(self) -> tuple[tuple[str, float], ...]:
        """Seconds by stage, in the order they ended."""
        return tuple(self._stages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a build came to."""

    articles: int
    words: int
    entities: tuple[tuple[str, int, int], ...]
    """Label, number of entities, number of mentions by name."""
    demonyms: int
    figures: int
    dates: int
    pages: int
    new: int
    """Files that were not there before."""
    changed: int
    removed: int
    unchanged: int
    annotated: int
    """Articles whose annotations were not in the cache."""
    arrived: tuple[str, ...] = ()
    """Headings of entities the last build did not have, sorted; empty when there was no last build."""
    vanished: tuple[str, ...] = ()
    """Headings of entities only the last build had, sorted."""
    merged: tuple[tuple[str, str], ...] = ()
    """Headings that went into another entity since the last build, with that entity's heading; sorted."""
    open_names: tuple[str, ...] = ()
    """Bare surnames that several persons bear, sorted."""
    problems: tuple[Problem, ...] = ()
    """Sorted."""
    stages: tuple[tuple[str, float], ...] = ()
    """Seconds by stage, in the order they ran."""

    @property
    def severe(self) -> bool:
        """Whether there is a problem that `--strict` does not overlook."""
        return any(problem.severe for problem in self.problems)


def dump_report(report: Report) -> bytes:
    """Return the report as bytes that `load_report` reads."""
    return json.dumps(asdict(report), ensure_ascii=False).encode()


def load_report(content: bytes) -> Report | None:
    """Return the report, None when the bytes are not one."""
    try:
        values = {key: _frozen(value) for key, value in json.loads(content).items()}
        problems = tuple(Problem(**problem) for problem in values.pop("problems"))
        return Report(**values, problems=problems)
    except (ValueError, TypeError, AttributeError, LookupError):
        return None


def _frozen(value: Any) -> Any:  # noqa: ANN401 - JSON
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def render_report(report: Report) -> str:
    """Return the report as lines of plain text for a terminal, without the problems."""
    counts = {label: (entities, mentions) for label, entities, mentions in report.entities}
    rows: list[tuple[str, str, str]] = [("articles", _number(report.articles), f"{_number(report.words)} words")]
    for label, word in LABELS:
        entities, mentions = counts.get(label, (0, 0))
        rows.append((word, _number(entities), _counted(mentions, "mention")))
    rows.append(("demonyms", _number(report.demonyms), ""))
    rows.append(("figures", _number(report.figures), ""))
    rows.append(("dates", _number(report.dates), ""))
    written = f"{_number(report.new)} new, {_number(report.changed)} changed, {_number(report.removed)} removed, {_number(report.unchanged)} unchanged"
    rows.append(("pages", _number(report.pages), f"files: {written}"))
    rows.append(("problems", _number(len(report.problems)), ""))
    width = max(len(number) for _, number, _ in rows)
    lines = [f"  {word:<14}{number:>{width}}   {remark}".rstrip() for word, number, remark in rows]
    lines += _changes("new", report.arrived) + _changes("vanished", report.vanished)
    lines += _changes("merged", [f"{old} → {new}" for old, new in report.merged])
    lines += _changes("open surnames", report.open_names)
    if report.stages:
        total = sum(seconds for _, seconds in report.stages)
        stages = ", ".join(f"{name} {seconds:.2f}" for name, seconds in report.stages)
        lines.append(f"  {'seconds':<14}{total:.2f}   {stages}")
    return "\n".join(lines)


def _changes(word: str, names: Sequence[str]) -> list[str]:
    if not names:
        return []
    shown = ", ".join(names[:8]) + (f", … and {_number(len(names) - 8)} more" if len(names) > 8 else "")
    return [f"  {word:<14}{shown}"]


def _number(value: int) -> str:
    return f"{value:,}"


def _counted(number: int, word: str) -> str:
    return f"{_number(number)} {word}{'' if number == 1 else 's'}"
