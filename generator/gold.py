"""Texts whose names somebody marked, in the forms there are: JSON lines, and what a site exports, corrected by hand.

An export holds names alone; the texts they stand in are the records of `data/articles/` beside it. Their blocks are read along,
so that what a site sets apart ("Lesen Sie hier") yields no names here either.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from generator.errors import UserError
from generator.files import read_folder
from generator.language import detect
from generator.model import Block
from generator.resolve import Marked, read_corrections, span_of

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "PER": "PERSON",
        "PERSON": "PERSON",
        "LOC": "PLACE",
        "GPE": "PLACE",
        "PLACE": "PLACE",
        "ORG": "ORGANISATION",
        "ORGANISATION": "ORGANISATION",
        "ORGANIZATION": "ORGANISATION",
    }
)
"""What corpora and annotation tools call names, and what we call them; all other labels are no names."""
FORMS = (".jsonl", ".csv", ".jsonld")
"""Endings of the files that may mark names. A folder is read for the first of these it has."""
RECORDS = "articles"
"""The folder beside an export that has the texts."""


@dataclass(frozen=True, slots=True)
class Gold:
    """A text with the names somebody marked in it."""

    where: str
    """File and line, or slug."""
    text: str
    language: str
    blocks: tuple[Block, ...]
    names: tuple[tuple[int, int, str], ...]
    """Start, end, label; sorted; labels PERSON, PLACE and ORGANISATION only."""


def read_gold(path: Path) -> tuple[Gold, ...]:
    """Return the marked texts of a file or a folder.

    Raises `UserError` with file and place for the first fault, and when there is nothing to read.
    """
    if not path.exists():
        raise UserError(
            f"{path}: there is no such file; give JSON lines, mentions.csv, Web Annotations or a folder of them"
        )
    folder = path if path.is_dir() else path.parent
    chosen = _chosen(path) if path.is_dir() else [path]
    records: dict[str, str] = {}
    if any(file.suffix != ".jsonl" for file in chosen):
        places = (folder / RECORDS, folder.parent / RECORDS)
        found = next(filter(None, (read_folder(place, (".json",)) for place in places)), ())
        records = {PurePosixPath(name).stem: content.decode("utf-8", "replace") for name, content in found}
        if not records:
            raise UserError(f"{folder}: the texts are missing; put the site's data/{RECORDS} beside {chosen[0].name}")
    return tuple(gold for file in chosen for gold in parse_gold(str(file), _text(file), records))


def _text(path: Path) -> str:
    """Return a file's text as it stands: offsets count its own code points, so nothing is composed."""
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{path}: cannot be read: {error}; save it as UTF-8") from error


def _chosen(folder: Path) -> list[Path]:
    """Return the files of a folder that mark names, of one form only: an export has the same names in several."""
    for ending in FORMS:
        found = [
            folder / name
            for name, _ in read_folder(folder, (ending,))
            if ending != ".csv" or PurePosixPath(name).name == "mentions.csv"
        ]
        if found:
            return found
    raise UserError(f"{folder}: no marked texts in it; give JSON lines, mentions.csv or Web Annotations (.jsonld)")


def parse_gold(path: str, content: str, records: Mapping[str, str]) -> tuple[Gold, ...]:
    """Return the texts of one file; `records` are the articles of an export as JSON by slug.

    A table speaks of all articles, also of those it has no row of; a file of annotations of its own one.
    """
    if path.endswith(".jsonl"):
        return _lines(path, content)
    marked, problems = read_corrections(content, path)
    if problems:
        raise UserError(str(problems[0]))
    annotations = content.lstrip()[:1] in ("{", "[")
    by_slug: dict[str, list[Marked]] = {slug: [] for slug in ([PurePosixPath(path).stem] if annotations else records)}
    for row in marked:
        if row.article not in records:
            raise UserError(
                f"{row.where}: there is no article '{row.article}' in {RECORDS}; put it there or drop the row"
            )
        by_slug.setdefault(row.article, []).append(row)
    return tuple(_article(slug, records, rows) for slug, rows in sorted(by_slug.items()) if slug in records)


def _lines(path: str, content: str) -> tuple[Gold, ...]:
    found = []
    for number, line in enumerate(content.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            text, names = row["text"], _plain(row["text"], row["names"])
            language = str(row.get("language") or detect(text) or "de")
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            raise UserError(
                f'{path}:{number}: no gold text: {error}; write {{"text": …, "names": [[start, end, label]]}}'
            ) from error
        found.append(Gold(f"{path}:{number}", text, language, _paragraphs(text), names))
    return tuple(found)


def _article(slug: str, records: Mapping[str, str], rows: Iterable[Marked]) -> Gold:
    try:
        record = json.loads(records[slug])
        text, language = str(record["text"]), str(record["language"])
        blocks = tuple(Block(block["start"], block["end"], block["kind"]) for block in record["blocks"])
    except (ValueError, LookupError, TypeError) as error:
        raise UserError(f"{RECORDS}/{slug}.json: no article of a site: {error}; take the site's own file") from error
    names = []
    for row in rows:
        span = span_of(text, row)
        if span is None:
            raise UserError(
                f"{row.where}: '{row.quote}' does not stand in '{slug}'; mend the quotation or drop the row"
            )
        names.append((*span, row.label))
    return Gold(slug, text, language, blocks, _plain(text, names))


def _paragraphs(text: str) -> tuple[Block, ...]:
    """Return the lines of a text as its paragraphs."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(start, start + len(line), "paragraph"))
        start += len(line) + 1
    return tuple(blocks)


def _plain(text: str, names: Iterable[Sequence[object]]) -> tuple[tuple[int, int, str], ...]:
    """Return the names with our labels, without white space at their edges; other labels are left out."""
    found = set()
    for start, end, label, *_ in names:
        if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end <= len(text):
            raise ValueError(f"span {start} to {end} is not in the text")
        words = text[start:end]
        if (plain := LABELS.get(str(label))) and words.strip():
            found.add((start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()), plain))
    return tuple(sorted(found))
