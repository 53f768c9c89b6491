"""Subword vectors from the raw text of the corpora: floret, skip-gram, two hashes (Bojanowski et al. 2017; Boyd & Warmerdam 2022)."""

import json
import lzma
import random
import re
from collections.abc import Iterator
from pathlib import Path

import floret
import numpy as np

WORDS = {
    "de": re.compile(r"\w+(?:[-.'’]\w+)*|[^\w\s]"),
    "en": re.compile(r"\w+(?=n't\b)|n't\b|['’]s\b|['’](?:re|ve|ll|d|m)\b|\w+(?:\.\w+)*|[^\w\s]"),
}
"""Words nearly as the pipeline's tokenizer cuts them, a hundred times faster."""
RAW = {
    "de": (
        ("wikipedia_de_klexikon", 1, 1), ("wikipedia_de_jeevanv123", 1, 1), ("klexikon_de", 1, 1), ("wikipedia_de_smallwiki", 1, 1),
        ("bundestag_wp19_20_xml", 4, 1), ("bundestag_wp19_20_goebel", 4, 1), ("bundestag_dip21_titel_abstrakt", 6, 1),
        ("leipzig_deu_news_2015_10k", 1, 4),
    ),
    "en": (("wikinews_en_countabot", 1, 1), ("wikipedia_en_2018new_vibhas", 1, 1), ("wikipedia_en_wikivisual_sample", 2, 1)),
}  # fmt: skip
"""Files, every how many lines one is taken, and how often it goes in."""
GOLD = {
    "de": (("wikinews_train", 4), ("newsroom_train", 4), ("smartdata_train", 4), ("germeval2014_train", 1)),
    "en": (("en_wikinews_train", 4), ("en_uner_ewt_train", 1), ("en_wikigold_train", 1), ("en_gum_silver_train", 1)),
}
SHAPE = {
    "de": {"dim": 150, "bucket": 100_000, "epoch": 2},
    "en": {"dim": 150, "bucket": 80_000, "epoch": 2},
}
LINES = {"de": None, "en": 320_000}
"""How many of the mixed lines go in; all where None."""


def _lines(corpora: Path, lang: str) -> Iterator[str]:
    for name, step, times in RAW[lang]:
        with lzma.open(corpora / "raw" / f"{name}.txt.xz", "rt", encoding="utf-8") as lines:
            for line in list(lines)[::step]:
                yield from [line] * times
    for name, times in GOLD[lang]:
        with (corpora / "ner" / f"{name}.jsonl").open(encoding="utf-8") as lines:
            for line in lines:
                yield from json.loads(line)["text"].split("\n") * times


def write_text(corpora: Path, lang: str, path: Path) -> None:
    """Write the mixed text, a line a paragraph, words apart."""
    lines = list(_lines(corpora, lang))
    random.Random(1).shuffle(lines)
    with path.open("w", encoding="utf-8") as out:
        for line in lines[: LINES[lang]]:
            words = WORDS[lang].findall(line)
            if len(words) > 2:
                out.write(" ".join(words) + "\n")


def train_vectors(text: Path, lang: str, path: Path) -> None:
    """Train; with one thread the result is the same every time."""
    model = floret.train_unsupervised(
        str(text), model="skipgram", mode="floret", hashCount=2, minn=4, maxn=5, minCount=5, lr=0.05, neg=5, t=1e-4,
        thread=1, **SHAPE[lang],
    )  # fmt: skip
    model.save_floret_vectors(str(path.with_suffix(".part")))
    path.with_suffix(".part").rename(path)


def read_vectors(path: Path) -> tuple[np.ndarray, dict]:  # type: ignore[type-arg]
    """Read floret's text form: the table and its options as spaCy names them."""
    with path.open(encoding="utf-8") as lines:
        rows, width, minn, maxn, count, seed, bow, eow = next(lines).split()
        data = np.zeros((int(rows), int(width)), dtype=np.float32)
        for line in lines:
            row, *values = line.split()
            data[int(row)] = np.asarray(values, dtype=np.float32)
    options = {
        "minn": int(minn),
        "maxn": int(maxn),
        "hash_count": int(count),
        "hash_seed": int(seed),
        "bow": bow,
        "eow": eow,
    }
    return data, options
