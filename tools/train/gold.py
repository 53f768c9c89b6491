"""Read the gold files of the corpora as lists of words with tags, the way the pipeline will see them."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.tokenizer import Tokenizer

from generator.ner.tagger import TAGS

LABELS = {"PER": "PER", "LOC": "LOC", "ORG": "ORG", "PERSON": "PER"}
HEADS = (
    "regierung fraktion kommission parlament ministerium gericht gerichtshof partei verband behörde armee truppen streitkräfte konzern verwaltung rat "
    "ausschuss kongress senat zentrale sender abgeordnetenhaus klub club verein polizei botschaft akademie universität stiftung militär marine "
    "corps luftwaffe bank bundesbank gewerkschaft justiz heer amt agentur zentralbank kirche allianz koalition bündnis rundfunk führung tochter"
).split()
"""German compounds that end so ("US-Regierung") are organisations in the news guide, parts of words in GermEval and SmartData."""

ADJECTIVE = re.compile(r"[\w-]+isch(?:e[mnrs]?)?")
HYPHENS = "-‐‑"


def is_name(text: str, start: int, end: int, label: str) -> bool:
    """Say whether SmartData's span is a name after our guide: it also marks adjectives ("türkische") and parts of compounds ("EU-…")."""
    before, after = text[start - 1 : start], text[end : end + 2]
    part = before in HYPHENS and text[start - 2 : start - 1].isalnum() if before else False
    part = part or (len(after) > 1 and after[0] in HYPHENS and after[1].isalnum())
    return not part and not (label.startswith("location") and ADJECTIVE.fullmatch(text[start:end]))


def heads_organisation(word: str) -> bool:
    """Say whether a compound's last part, inflected or not, is the word for an organisation."""
    word = word.lower()
    return any(word.endswith(head + ending) for head in HEADS for ending in ("", "s", "es", "en", "n", "e"))


def plain_label(label: str) -> str:
    """Give PER, LOC or ORG for a gold label of any of the corpora; empty for what is no name to us."""
    if label in LABELS:
        return LABELS[label]
    kind = label.split("-", maxsplit=1)[0]
    return {"person": "PER", "organization": "ORG", "location": "LOC"}.get(kind, "")


@dataclass(frozen=True, slots=True)
class Unit:
    """Words that stand together, with the tags that are allowed for each: one, or several where the gold does not say."""

    words: tuple[str, ...]
    tags: tuple[tuple[int, ...], ...]
    source: str


ANY = tuple(range(len(TAGS)))


def read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """Give the records of a file, one a line."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def tag_words(text: str, names: list[list[Any]], tokenizer: Tokenizer, source: str) -> Unit:
    """Bring one text's gold names onto the tokenizer's words; names that cut a word leave the word open."""
    doc = tokenizer(text)
    tags: list[tuple[int, ...]] = [(0,)] * len(doc)
    starts = {t.idx: t.i for t in doc}
    ends = {t.idx + len(t): t.i for t in doc}
    for whole_start, whole_end, label in names:
        plain = plain_label(label)
        whole = text[whole_start:whole_end]
        start, end = whole_end - len(whole.lstrip()), whole_start + len(whole.rstrip())
        if not plain:
            if (
                label in ("ORGpart", "LOCpart")
                and start in starts
                and end in ends
                and heads_organisation(text[start:end])
            ):
                tags[starts[start]] = (0, TAGS.index("U-ORG"))
            continue
        if source.startswith("smartdata") and not is_name(text, start, end, label):
            for token in (t for t in doc if t.idx < end and t.idx + len(t) > start):
                tags[token.i] = (0, TAGS.index("U-ORG")) if heads_organisation(token.text) else (0,)
        elif start in starts and end in ends:
            a, b = starts[start], ends[end]
            if a == b:
                tags[a] = (TAGS.index(f"U-{plain}"),)
            else:
                tags[a : b + 1] = [(TAGS.index(f"I-{plain}"),)] * (b - a + 1)
                tags[a], tags[b] = (TAGS.index(f"B-{plain}"),), (TAGS.index(f"L-{plain}"),)
        else:  # the tokenizer cannot cut here: the gold says nothing about these words
            for token in (t for t in doc if t.idx < end and t.idx + len(t) > start):
                tags[token.i] = ANY
    keep = [n for n, t in enumerate(doc) if not t.is_space]
    return Unit(tuple(doc[n].text for n in keep), tuple(tags[n] for n in keep), source)


def consistent(unit: Unit) -> bool:
    """Say whether some sequence of the allowed tags is well formed; nested names in the gold may leave none."""
    reach = {""}
    for tags in unit.tags:
        after = set()
        for tag in (TAGS[t] for t in tags):
            move, _, label = tag.partition("-")
            if (label if move in ("I", "L") else "") in reach:
                after.add(label if move in ("B", "I") else "")
        reach = after
    return "" in reach


def read_units(path: Path, tokenizer: Tokenizer) -> list[list[Unit]]:
    """Read a gold file: for each document its paragraphs (lines) as units."""
    documents = []
    for record in read_jsonl(path):
        text, units, at = record["text"], [], 0
        for line in text.split("\n"):
            end = at + len(line)
            inside = [[s - at, min(e, end) - at, lab] for s, e, lab in record["names"] if at <= s < end]
            if line.strip() and consistent(unit := tag_words(line, inside, tokenizer, path.stem)):
                units.append(unit)
            at = end + 1
        if units:
            documents.append(units)
    return documents
