"""A loaded pipeline that gives the names of whole articles."""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Literal

import spacy
from spacy.tokens import Doc

from generator.model import Name
from generator.ner.component import FACTORY, SPANS, Names
from generator.ner.consistency import agree

LABELS: dict[str, Literal["PERSON", "PLACE", "ORGANISATION"]] = {
    "PER": "PERSON", "PERSON": "PERSON", "LOC": "PLACE", "GPE": "PLACE", "FAC": "PLACE", "ORG": "ORGANISATION",
}  # fmt: skip
"""What the labels of spaCy's pipelines are to us; all others are no names."""
UNUSED = (
    "parser", "tagger", "morphologizer", "lemmatizer", "attribute_ruler", "senter", "textcat", "trainable_lemmatizer",
    "textcat_multilabel", "entity_linker", "spancat",
)  # fmt: skip
"""Parts of other people's pipelines that find no names."""
CHUNK = 256
"""Articles that share a memory zone; the words they brought are forgotten together."""
WORTH_PROCESSES = 3_000_000
"""Code points for each further process: a start takes as long as reading about half a million."""

Article = tuple[str, ...]
Found = tuple[tuple[Name, ...], ...]


class Recogniser:
    """Finds names with one spaCy pipeline."""

    def __init__(self, place: Path, name: str, version: str) -> None:
        """Load the pipeline in a folder."""
        self.name = name
        """As in the settings."""
        self.version = version
        """Fingerprint of the pipeline and of our code: changes whenever the names found might."""
        self._place = place
        self.nlp = spacy.load(place, exclude=UNUSED)
        """spaCy's pipeline itself, for measuring."""
        own = self.nlp.get_pipe(FACTORY) if self.nlp.has_pipe(FACTORY) else None
        self._own = own if isinstance(own, Names) else None

    def recognise(self, articles: Iterable[Article], *, jobs: int = 1) -> Iterator[Found]:
        """Find the names of articles, given as the texts of their paragraphs.

        Gives for each article, in order, the names of each paragraph: sorted, disjoint, in code points of the paragraph.
        What is found in an article depends on that article alone. Several processes are started for large input only.
        """
        chunks = _chunks(articles)
        if jobs > 1:
            held = list(chunks)
            wanted = min(jobs, os.cpu_count() or 1, sum(len(t) for c in held for a in c for t in a) // WORTH_PROCESSES)
            if wanted > 1:
                context = get_context("spawn")
                start = (self._place, self.name, self.version)
                with ProcessPoolExecutor(wanted, context, _start, start) as pool:
                    for found in pool.map(_work, held):
                        yield from found
                return
            chunks = iter(held)
        for chunk in chunks:
            yield from self.find(chunk)

    def find(self, articles: list[Article]) -> list[Found]:
        """Find the names of a few articles in this process."""
        with self.nlp.memory_zone():
            return [self._article(article) for article in articles]

    def _article(self, article: Article) -> Found:
        if self._own is None:
            docs = list(self.nlp.pipe(article))
            return agree(article, tuple(_foreign(doc) for doc in docs))
        docs = [self.nlp.make_doc(text) for text in article]
        self._own.mark(docs)
        return agree(article, tuple(_names(doc, self._own.sure) for doc in docs))


def _names(doc: Doc, sure: float) -> tuple[Name, ...]:
    """Turn our own pipeline's spans into names; those at or above the probability `sure` are certain."""
    group = doc.spans[SPANS]
    return tuple(
        Name(span.start_char, span.end_char, LABELS[span.label_], score >= sure, round(score, 2))
        for span, score in zip(group, group.attrs["scores"], strict=True)
    )


def _foreign(doc: Doc) -> tuple[Name, ...]:
    """Turn another pipeline's entities into names; it says nothing about how sure it is, so they count as certain."""
    return tuple(Name(e.start_char, e.end_char, LABELS[e.label_]) for e in doc.ents if e.label_ in LABELS)


def _chunks(articles: Iterable[Article]) -> Iterator[list[Article]]:
    source = iter(articles)
    while chunk := list(islice(source, CHUNK)):
        yield chunk


_worker: Recogniser | None = None


def _start(place: Path, name: str, version: str) -> None:
    """Load the pipeline once in a new process."""
    global _worker  # noqa: PLW0603 (the only way to hand a value from a pool's start to its work)
    _worker = Recogniser(place, name, version)


def _work(articles: list[Article]) -> list[Found]:
    assert _worker is not None
    return _worker.find(articles)
