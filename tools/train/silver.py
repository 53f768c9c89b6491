"""Label raw text with trained taggers (the teachers): training text for the next one (the student), and what each word was there.

A teacher knows only the words of the gold files and of the lists. Its labels on millions of words of raw text show of many more words
what they are as a rule, and the student meets them in sentences (self-training; Yarowsky 1995, Xie et al. 2020). What the teacher is
not sure of stays open: the student's loss allows any tag there.
"""

import lzma
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from spacy.tokenizer import Tokenizer

from generator.ner.tagger import TAGS, spans
from tools.train.gold import ANY, Unit

RAW = {
    "de": (
        ("leipzig_deu_news_2015_10k", 1), ("wikipedia_de_klexikon", 3), ("wikipedia_de_jeevanv123", 3), ("wikipedia_de_smallwiki", 1),
        ("bundestag_wp19_20_xml", 12), ("bundestag_wp19_20_goebel", 16), ("bundestag_dip21_titel_abstrakt", 24),
    ),
    "en": (("wikinews_en_countabot", 2), ("wikipedia_en_2018new_vibhas", 5), ("wikipedia_en_wikivisual_sample", 12)),
}  # fmt: skip
"""Files, and every how many lines one is taken."""
SURE = 0.9
"""A name, or a word that is none, is taken as labelled from this probability on."""
OPEN = 0.15
"""A text goes into the training when at most this share of its words is left open …"""
NAMELESS = 4
"""… and when it has a name, or is each so many-th of those without."""
KEPT = {"de": 7_000_000, "en": 4_000_000}
"""Words that are enough."""
BATCH = 6000
"""Words labelled at once."""
LONGEST = 150
"""Words of the longest line; others are left out, for speed."""
OFTEN, NOW_AND_THEN, HARDLY = 0.5, 0.1, 0.03
"""Shares of a word's places in raw text at which it is a name."""
LEAST, LEAST_ORDINARY = 2, 10
"""Times a word must have been seen to count as often a name, as hardly ever one."""
FIRST_BIT = 8
"""The first of the seven bits in the lists (see `generator.ner.tagger.LISTS`)."""
LABELS = ("PER", "LOC", "ORG")
MARK = {"?": ANY} | {chr(ord("A") + n): (n,) for n in range(len(TAGS))}
"""How a silver file writes the tags of a word."""


def raw_lines(lang: str, corpora: Path) -> Iterator[str]:
    """Give the lines of raw text to label, the files one after another."""
    for name, step in RAW[lang]:
        with lzma.open(corpora / "raw" / f"{name}.txt.xz", "rt", encoding="utf-8") as lines:
            for n, line in enumerate(lines):
                if n % step == 0 and line.strip():
                    yield line.strip()


Labels = tuple[list[int], np.ndarray]
"""A text's tags and their probabilities, as `Tagger.tag` gives them."""


def agreed(teachers: Sequence[Labels]) -> str:
    """Give a text's tags as a silver file writes them: what all teachers say, where they are sure on average."""
    tags = np.asarray([t for t, _ in teachers])
    chances = np.mean([c for _, c in teachers], axis=0)
    chances = np.where((tags == tags[0]).all(axis=0), chances, 0)
    marks = np.where((tags[0] == 0) & (chances >= SURE), "A", "?")
    for first, after, _, chance in spans(tags[0].tolist(), chances):
        if chance >= SURE:
            marks[first:after] = [chr(ord("A") + tag) for tag in tags[0][first:after]]
    return "".join(marks)


def keep(lang: str, labelled: Iterable[list[tuple[list[str], str]]], path: Path) -> int:
    """Write what the student gets of the labelled texts, until it is enough; give the number of words."""
    kept = nameless = 0
    begun = path.with_suffix(".part")
    with begun.open("w", encoding="utf-8") as out:
        for words, line in (text for batch in labelled for text in batch):
            named = bool(line.strip("A?"))
            nameless += not named
            if line.count("?") <= OPEN * len(line) and (named or nameless % NAMELESS == 0):
                out.write(" ".join(words) + "\t" + line + "\n")
                kept += len(words)
            if kept >= KEPT[lang]:
                break
    begun.rename(path)
    return kept


def batches_of_raw(lang: str, corpora: Path, tokenizer: Tokenizer) -> Iterator[list[list[str]]]:
    """Give raw texts as words, those of like length together."""
    waiting: list[list[str]] = []
    size = 0
    for line in raw_lines(lang, corpora):
        words = [t.text for t in tokenizer(line) if not t.is_space]
        if 3 <= len(words) <= LONGEST and not any(" " in w for w in words):
            waiting.append(words)
            size += len(words)
        if size > 20 * BATCH:
            yield from _cut(waiting)
            waiting, size = [], 0
    yield from _cut(waiting)


def _cut(texts: list[list[str]]) -> Iterator[list[list[str]]]:
    batch: list[list[str]] = []
    size = 0
    for text in sorted(texts, key=len):
        batch.append(text)
        size += len(text)
        if size > BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def read_silver(path: Path) -> list[Unit]:
    """Read the texts for the student, mixed."""
    units = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            words, _, marks = line.rstrip("\n").partition("\t")
            units.append(Unit(tuple(map(sys.intern, words.split(" "))), tuple(MARK[m] for m in marks), "silver"))
    random.Random(1).shuffle(units)
    return units


def add_counts(bits: dict[str, int], silver: list[Unit]) -> dict[str, int]:
    """Give the lists with what each capitalised word was where the teacher was sure."""
    seen: Counter[str] = Counter()
    names: dict[str, Counter[str]] = {label: Counter() for label in LABELS}
    for unit in silver:
        for word, tags in zip(unit.words, unit.tags, strict=True):
            if len(tags) == 1 and word[0].isupper():
                seen[word] += 1
                if tags[0]:
                    names[TAGS[tags[0]][2:]][word] += 1
    found = dict(bits)
    for word, count in seen.items():
        counts = [names[label][word] for label in LABELS]
        mined = 0
        if sum(counts) <= HARDLY * count:
            mined = 1 << FIRST_BIT + 6 if count >= LEAST_ORDINARY else 0
        elif count >= LEAST:
            for n, named in enumerate(counts):
                if named >= OFTEN * count:
                    mined |= 1 << FIRST_BIT + 2 * n
                elif named >= NOW_AND_THEN * count and named > 1:
                    mined |= 1 << FIRST_BIT + 2 * n + 1
        if mined and not set(word) & set("\t\n"):
            found[word] = found.get(word, 0) | mined
    return dict(sorted(found.items()))
