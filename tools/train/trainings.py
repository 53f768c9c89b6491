"""The trainings a pipeline goes through, each a file in the work folder; what is there is not made again."""

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import numpy as np
from spacy.vectors import Vectors

from generator.ner.component import floret_vectors
from generator.ner.tagger import Tagger
from tools.train.fit import Arrays, fit
from tools.train.lists import make_lists
from tools.train.package import quantise
from tools.train.silver import add_counts, agreed, read_silver
from tools.train.vectors import read_vectors, train_vectors, write_text


@dataclass(frozen=True, slots=True)
class Training:
    """One training: from scratch or from the weights of an earlier one, on gold alone or with labelled raw texts beside it."""

    name: str
    width: int
    """Of an LSTM in each direction."""
    seed: int
    epochs: int
    rate: float
    labels: str = ""
    """The labelled raw texts from which its lists know what each word was there; none for the first teachers …"""
    reads: bool = False
    """… and whether it is trained on them too."""
    start: str = ""
    """The training from whose weights it goes on."""


def load(path: Path) -> Arrays:
    with np.load(path) as arrays:
        return dict(arrays)


def mean(weights: Sequence[Arrays]) -> Arrays:
    """Give the mean of the weights of networks that began as one; words and lists are the same in all."""
    return {
        name: array if array.dtype.kind != "f" else np.mean([w[name] for w in weights], axis=0, dtype=np.float32)
        for name, array in weights[0].items()
    }


def _look_up_in(vectors: Vectors, words: Sequence[str]) -> np.ndarray:
    return np.asarray(vectors.get_batch(words), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the trainings of a language find and leave what they make."""

    lang: str
    corpora: Path
    work: Path

    def file(self, ending: str) -> Path:
        """Give a file of the work folder."""
        return self.work / f"{self.lang}.{ending}"

    def weights(self, name: str) -> Path:
        """Give the file of a training's weights."""
        return self.file(f"{name}.npz")

    def prepare(self, log: Callable[[str], None]) -> None:
        """Make what all trainings need: vectors and lists."""
        self.work.mkdir(parents=True, exist_ok=True)
        if not self.file("floret").is_file():
            write_text(self.corpora, self.lang, self.file("txt"))
            train_vectors(self.file("txt"), self.lang, self.file("floret"))
            log("vectors trained")
        if not self.file("vectors.npz").is_file():
            data, options = read_vectors(self.file("floret"))
            rows, steps = quantise(data)
            options_bytes = np.frombuffer(json.dumps(options).encode(), dtype=np.uint8)
            self.save("vectors.npz", {"vectors": rows, "vectors_steps": steps, "vectors_options": options_bytes})
        if not self.file("lists.json").is_file():
            lists = make_lists(self.lang, self.corpora)
            self.file("lists.json").write_text(json.dumps(lists, ensure_ascii=False), "utf-8")
            log("lists made")

    def packed(self) -> Arrays:
        """Give the vectors as they ship."""
        return load(self.file("vectors.npz"))

    def look_up(self) -> Callable[[Sequence[str]], np.ndarray]:
        """Give the function from words to vectors."""
        return partial(_look_up_in, floret_vectors(self.packed()))

    def save(self, ending: str, arrays: Arrays) -> None:
        """Write a file of arrays, whole or not at all."""
        begun = self.file(f"begun.{ending}")
        np.savez(begun, **arrays)
        begun.rename(self.file(ending))


def train(place: Place, training: Training) -> None:
    """Train in a process of its own, unless it was done before."""
    lang, name = place.lang, training.name
    if place.weights(name).is_file():
        return
    lists, silver = json.loads(place.file("lists.json").read_text("utf-8")), []
    if training.labels:
        silver = read_silver(place.file(f"{training.labels}.txt"))
        lists["bits"] = add_counts(lists["bits"], silver)
    weights = fit(
        lang, place.corpora / "ner", lists, place.look_up(), epochs=training.epochs, seed=training.seed, lr=training.rate,
        width=training.width, log=lambda line: print(time.strftime("%H:%M:%S"), f"{lang} {name}: {line}", flush=True),
        silver=silver if training.reads else (), start=load(place.weights(training.start)) if training.start else None,
    )  # fmt: skip
    place.save(f"{name}.npz", weights)


@cache
def _teachers(place: Place, names: tuple[str, ...]) -> list[Tagger]:
    return [Tagger(load(place.weights(name)), place.look_up()) for name in names]


def label(job: tuple[Place, tuple[str, ...], list[list[str]]]) -> list[tuple[list[str], str]]:
    """Label a batch of raw texts by several teachers, in a process of its own."""
    place, names, batch = job
    found = [teacher.tag(batch) for teacher in _teachers(place, names)]
    return [(words, agreed(labels)) for words, *labels in zip(batch, *found, strict=True)]
