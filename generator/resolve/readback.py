"""Corrected data read back: what somebody changed in `mentions.csv` or in W3C annotations becomes judgements.

A row that was taken out means "not a name", a new or changed one says what it is. Articles of which the file has no row at
all are left alone: a part of the data is a correction of that part.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from generator.authority import EntityLabel, Judgement, judgement_lines
from generator.model import Article, Corpus, Problem
from generator.resolve.verdicts import place_of

_CONTEXT = 25
_LABELS: Mapping[str, EntityLabel] = {"PERSON": "PERSON", "PLACE": "PLACE", "ORGANISATION": "ORGANISATION"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One mention as a file states it."""

    article: str
    """Slug."""
    start: int
    end: int
    quote: str
    label: str
    entity: str
    """Id, or a name of a new one."""
    before: str = ""
    after: str = ""


def read_mentions(text: str, path: str) -> tuple[tuple[Marked, ...], tuple[Problem, ...]]:
    """Return the rows of a `mentions.csv`, and a problem for each row that cannot be read."""
    found, problems = [], []
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    missing = [
        name for name in ("article", "start", "end", "text", "label", "entity") if name not in (rows.fieldnames or ())
    ]
    if missing:
        return (), (Problem(f"{path}:1", f"there is no column '{missing[0]}'; use the columns of data/mentions.csv"),)
    for row in rows:
        try:
            start, end = int(row["start"]), int(row["end"])
        except (TypeError, ValueError):
            problems.append(
                Problem(f"{path}:{rows.line_num}", "start and end must be numbers; mend the row or drop it")
            )
            continue
        found.append(
            Marked(
                article=row["article"] or "",
                start=start,
                end=end,
                quote=row["text"] or "",
                label=row["label"] or "",
                entity=row["entity"] or "",
            )
        )
    return tuple(found), tuple(problems)


def read_annotations(text: str, path: str) -> tuple[tuple[Marked, ...], tuple[Problem, ...]]:
    """Return the names in a W3C AnnotationPage, or in a list of annotations, and a problem if it is none."""
    try:
        page = json.loads(text)
    except ValueError as error:
        return (), (Problem(path, f"not valid JSON: {str(error).lower()}; save the file anew"),)
    items = page.get("items", page.get("first", {})) if isinstance(page, dict) else page
    if not isinstance(items, list):
        return (), (Problem(path, "there is no list of annotations; give an AnnotationPage with 'items'"),)
    found, problems = [], []
    for number, item in enumerate(items, 1):
        try:
            marked = _annotation(item)
        except (AttributeError, KeyError, TypeError, StopIteration):
            problems.append(Problem(path, f"annotation {number} has no quote or no label; mend it or drop it"))
            continue
        if marked:
            found.append(marked)
    return tuple(found), tuple(problems)


def _annotation(item: Any) -> Marked | None:  # noqa: ANN401 - what JSON holds
    """Return the name an annotation marks; None when it marks something else. Raises KeyError and the like when broken."""
    target = item["target"]
    selectors = target["selector"]
    selectors = selectors if isinstance(selectors, list) else [selectors]
    quote = next(s for s in selectors if s["type"] == "TextQuoteSelector")
    span = next((s for s in selectors if s["type"] == "TextPositionSelector"), {"start": -1, "end": -1})
    bodies = item["body"] if isinstance(item["body"], list) else [item["body"]]
    label = next((str(b["value"]) for b in bodies if b.get("purpose") in ("classifying", "tagging")), "")
    if label not in _LABELS and label != "DEMONYM":
        return None
    entity = next((str(b["source"]) for b in bodies if b.get("purpose") == "identifying"), "")
    address = PurePosixPath(entity.partition("#")[0])
    return Marked(
        article=PurePosixPath(str(target["source"])).stem,
        start=int(span["start"]),
        end=int(span["end"]),
        quote=str(quote["exact"]),
        before=str(quote.get("prefix", "")),
        after=str(quote.get("suffix", "")),
        label=label,
        entity=f"{address.parent.name}/{address.stem}" if entity else "",
    )


def judgements_of(marked: Iterable[Marked], corpus: Corpus) -> tuple[Judgement, ...]:
    """Return what a file says otherwise than the corpus, as judgements in reading order; unknown articles are passed over."""
    by_article: dict[str, list[Marked]] = {}
    for row in marked:
        by_article.setdefault(row.article, []).append(row)
    return tuple(
        judgement
        for article in corpus.articles
        if article.document.slug in by_article
        for judgement in _differences(article, by_article[article.document.slug], corpus)
    )


def _differences(article: Article, rows: list[Marked], corpus: Corpus) -> Iterator[Judgement]:
    text, slug = article.document.text, article.document.slug
    there = {(m.mention.start, m.mention.end): m for m in article.mentions}
    wanted: dict[tuple[int, int], Marked] = {}
    for stated in rows:
        span: tuple[int, int] | None = (stated.start, stated.end)
        if text[max(stated.start, 0) : max(stated.end, 0)] != stated.quote:
            probe = Judgement(
                article=slug, quote=stated.quote, before=stated.before, after=stated.after, verdict="none"
            )
            span = place_of(text, probe)
        if span and stated.quote:
            wanted[span] = stated
    for start, end in sorted({*there, *wanted}):
        row = wanted.get((start, end))
        linked = there.get((start, end))
        label = _LABELS.get(row.label) if row else None
        if linked and linked.mention.label == "DEMONYM" and (row is None or row.label == "DEMONYM"):
            continue
        if linked and row and linked.mention.label == row.label and row.entity in ("", linked.entity):
            continue
        if row is None and any(a < end and start < b for a, b in wanted):
            # A longer or shorter stretch took its place; that one is judged.
            continue
        known = corpus.by_id.get(row.entity) if row else None
        yield Judgement(
            article=slug,
            quote=text[start:end],
            before=text[max(0, start - _CONTEXT) : start],
            after=text[end : end + _CONTEXT],
            verdict=label or "none",
            name=(known.name if known else row.entity if "/" not in row.entity else "") if row and label else "",
        )


def render_judgements(judgements: Iterable[Judgement]) -> str:
    """Return judgements as TOML, ready to be put at the end of the authority file."""
    return "".join("\n" + "\n".join(judgement_lines(judgement)) + "\n" for judgement in judgements)
