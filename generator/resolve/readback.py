"""Corrected data read back: what somebody changed in `mentions.csv` or in W3C annotations becomes judgements.

A row that was taken out means "not a name", a new or changed one says what it is. Articles of which the file has no row at
all are left alone: a part of the data is a correction of that part.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from generator.authority import EntityLabel, Judgement, judgement_lines
from generator.model import Article, Corpus, Linked, Problem
from generator.resolve.verdicts import place_of

_CONTEXT = 25
_LABELS: Mapping[str, EntityLabel] = {"PERSON": "PERSON", "PLACE": "PLACE", "ORGANISATION": "ORGANISATION"}
_KNOWN = (*_LABELS, "DEMONYM")
_COLUMNS = ("article", "start", "end", "text", "label", "entity")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One mention as a file states it."""

    article: str
    """Slug."""
    start: int
    """Negative where the file tells the place by quotation only."""
    end: int
    quote: str
    label: str
    entity: str
    """Id, or a name of a new one; empty leaves that to the rules."""
    before: str = ""
    after: str = ""
    where: str = ""
    """The file and the place in it, as a person would look for it."""


def read_corrections(text: str, path: str) -> tuple[tuple[Marked, ...], tuple[Problem, ...]]:
    """Return the mentions that a file states, a table or annotations, and a problem for each that cannot be read."""
    return (read_annotations if text.lstrip()[:1] in ("{", "[") else read_mentions)(text, path)


def read_mentions(text: str, path: str) -> tuple[tuple[Marked, ...], tuple[Problem, ...]]:
    """Return the rows of a `mentions.csv`, and a problem for each row that cannot be read.

    The separator may be what a spreadsheet made of it: comma, semicolon or tab.
    """
    found, problems = [], []
    text = text.removeprefix("\ufeff")
    head = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count))
    missing = [name for name in _COLUMNS if name not in (rows.fieldnames or ())]
    if missing:
        return (), (Problem(f"{path}:1", f"there is no column '{missing[0]}'; use the columns of data/mentions.csv"),)
    for row in rows:
        where = f"{path}:{rows.line_num}"
        values = {name: row[name] or "" for name in _COLUMNS}
        label = values["label"].strip().upper()
        if not (values["start"].strip().isdecimal() and values["end"].strip().isdecimal()):
            problems.append(Problem(where, "start and end must be numbers; mend the row or drop it"))
        elif label not in _KNOWN:
            problems.append(Problem(where, _unknown_label(values["label"])))
        else:
            mention = Marked(
                article=values["article"].strip(),
                start=int(values["start"]),
                end=int(values["end"]),
                quote=values["text"],
                label=label,
                entity=values["entity"].strip(),
                where=where,
            )
            found.append(mention)
    return tuple(found), tuple(problems)


def _unknown_label(label: str) -> str:
    return f"unknown label '{label}'; use {', '.join(_LABELS)}, or drop the row if this is no name"


def read_annotations(text: str, path: str) -> tuple[tuple[Marked, ...], tuple[Problem, ...]]:
    """Return the names in a W3C AnnotationPage, or in a list of annotations, and a problem if it is none."""
    try:
        page = json.loads(text)
    except ValueError as error:
        return (), (Problem(path, f"not valid JSON: {str(error).lower()}; save the file anew"),)
    items = page.get("items", page.get("first", {})) if isinstance(page, dict) else page
    items = items.get("items") if isinstance(items, dict) else items
    if not isinstance(items, list):
        return (), (Problem(path, "there is no list of annotations; give an AnnotationPage with 'items'"),)
    found, problems = [], []
    for number, item in enumerate(items, 1):
        where = f"{path}: annotation {number}"
        try:
            marked = _annotation(item, where)
        except (AttributeError, KeyError, TypeError, ValueError, StopIteration):
            problems.append(Problem(where, "has no quote or no label; mend it or drop it"))
            continue
        if marked and marked.label not in _KNOWN:
            problems.append(Problem(where, _unknown_label(marked.label)))
        elif marked:
            found.append(marked)
    return tuple(found), tuple(problems)


def _annotation(item: Any, where: str) -> Marked | None:  # noqa: ANN401 - what JSON holds
    """Return the name an annotation marks; None when it marks something else. Raises KeyError and the like when broken."""
    target = item["target"]
    selectors = target["selector"]
    selectors = selectors if isinstance(selectors, list) else [selectors]
    quote = next(s for s in selectors if s["type"] == "TextQuoteSelector")
    span = next((s for s in selectors if s["type"] == "TextPositionSelector"), {"start": -1, "end": -1})
    bodies = item["body"] if isinstance(item["body"], list) else [item["body"]]
    label = next((str(b["value"]) for b in bodies if b.get("purpose") in ("classifying", "tagging")), "").strip()
    entity = next((str(b["source"]) for b in bodies if b.get("purpose") == "identifying"), "")
    if label.upper() not in _KNOWN and not entity:
        return None
    address = PurePosixPath(entity.partition("#")[0])
    return Marked(
        article=PurePosixPath(str(target["source"])).stem,
        start=int(span["start"]),
        end=int(span["end"]),
        quote=str(quote["exact"]),
        before=str(quote.get("prefix", "")),
        after=str(quote.get("suffix", "")),
        label=label.upper() if label.upper() in _KNOWN else label,
        entity=f"{address.parent.name}/{address.stem}" if address.parent.name else entity,
        where=where,
    )


def judgements_of(marked: Iterable[Marked], corpus: Corpus) -> tuple[tuple[Judgement, ...], tuple[Problem, ...]]:
    """Return what a file says otherwise than the corpus, as judgements in reading order, and what fits no article."""
    articles = {article.document.slug: article for article in corpus.articles}
    problems: list[Problem] = []
    by_article: dict[str, dict[tuple[int, int], Marked]] = {slug: {} for slug in articles}
    named: set[str] = set()
    demonyms = False
    for row in marked:
        demonyms = demonyms or row.label == "DEMONYM"
        if row.article not in articles:
            what = f"there is no article '{row.article}'; give the slug it has in the site, or drop the row"
            problems.append(Problem(row.where, what))
            continue
        named.add(row.article)
        if row.entity not in corpus.by_id and "/" in row.entity and row.label != "DEMONYM":
            what = f"there is no entity '{row.entity}'; give an id of the site, a new name, or nothing"
            problems.append(Problem(row.where, what))
        elif span := span_of(articles[row.article].document.text, row):
            by_article[row.article][span] = row
        else:
            what = f"'{row.quote}' does not stand in '{row.article}'; mend the quotation or drop the row"
            problems.append(Problem(row.where, what))
    found = tuple(
        judgement
        for slug, article in articles.items()
        if slug in named
        for judgement in _differences(article, by_article[slug], corpus, demonyms=demonyms)
    )
    return found, tuple(problems)


def span_of(text: str, row: Marked) -> tuple[int, int] | None:
    """Return where the stated words stand now, None when they are gone."""
    if not row.quote.strip():
        return None
    # A table has an apostrophe before what a spreadsheet would run as a formula.
    for quote in (row.quote, row.quote.removeprefix("'")):
        if row.start >= 0 and text[row.start : row.end] == quote:
            return row.start, row.end
    probe = Judgement(article=row.article, quote=row.quote, before=row.before, after=row.after, verdict="none")
    return place_of(text, probe)


def _differences(
    article: Article, wanted: Mapping[tuple[int, int], Marked], corpus: Corpus, *, demonyms: bool
) -> Iterator[Judgement]:
    there = {(m.mention.start, m.mention.end): m for m in article.mentions}
    for span in sorted({*there, *wanted}):
        row, linked = wanted.get(span), there.get(span)
        if row and linked and _agrees(row, linked, corpus):
            continue
        if row is None and linked and linked.mention.label == "DEMONYM" and not demonyms:
            # A file of names only says nothing about them.
            continue
        if row is None and any(a < span[1] and span[0] < b for a, b in wanted):
            # A longer or shorter stretch took its place; that one is judged.
            continue
        yield _judgement(article, span, row, corpus)


def _agrees(row: Marked, linked: Linked, corpus: Corpus) -> bool:
    label = linked.mention.label
    known = ("", linked.entity, corpus.by_id[linked.entity].name)
    return row.label == label and (label == "DEMONYM" or row.entity in known)


def _judgement(article: Article, span: tuple[int, int], row: Marked | None, corpus: Corpus) -> Judgement:
    text, (start, end) = article.document.text, span
    label = _LABELS.get(row.label) if row else None
    known = corpus.by_id.get(row.entity) if row else None
    return Judgement(
        article=article.document.slug,
        quote=text[start:end],
        before=text[max(0, start - _CONTEXT) : start],
        after=text[end : end + _CONTEXT],
        verdict=label or "none",
        name=(known.name if known else row.entity) if row and label else "",
    )


def render_judgements(judgements: Sequence[Judgement]) -> str:
    """Return judgements as TOML, ready to be put at the end of the authority file."""
    return "".join("\n" + "\n".join(judgement_lines(judgement)) + "\n" for judgement in judgements)
