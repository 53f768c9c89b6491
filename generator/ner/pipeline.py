"""A loaded pipeline that gives the names of whole articles."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import chain, islice
from pathlib import Path
from typing import Literal

import spacy
from spacy.tokens import Doc

from generator.model import Name
from generator.ner.bounds import bounded
from generator.ner.component import FACTORY, SPANS, SURE, TOKENIZER, Names
from generator.ner.consistency import agree
from generator.ner.known import with_known

LABELS: dict[str, Literal["PERSON", "PLACE", "ORGANISATION"]] = {
    "PER": "PERSON", "PERSON": "PERSON", "LOC": "PLACE", "GPE": "PLACE", "FAC": "PLACE", "ORG": "ORGANISATION",
}  # fmt: skip
"""What the labels of spaCy's pipelines are to us; all others are no names."""
UNUSED = (
    "parser", "tagger", "morphologizer", "lemmatizer", "attribute_ruler", "senter", "textcat", "trainable_lemmatizer",
    "textcat_multilabel", "entity_linker", "spancat",
)  # fmt: skip
"""Parts of other people's pipelines that find no names."""
TOGETHER = 48
"""Articles that go through the network at once."""
CHUNK = 500
"""Articles that share a memory zone, about; the words they brought are forgotten together."""

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
        saved = {"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}} if (place / FACTORY).is_dir() else {}
        self.nlp = spacy.load(place, exclude=UNUSED, config=saved)
        """spaCy's pipeline itself, for measuring."""
        own = self.nlp.get_pipe(FACTORY) if self.nlp.has_pipe(FACTORY) else None
        self._own = own if isinstance(own, Names) else None
        self._zone = ExitStack()
        self._read = 0

    def recognise(self, articles: Iterable[Article]) -> Iterator[Found]:
        """Find the names of articles, given as the texts of their paragraphs.

        Gives for each article, in order, the names of each paragraph: sorted, disjoint, in code points of the paragraph.
        What is found in an article depends on that article alone.
        """
        source = iter(articles)
        while some := list(islice(source, TOGETHER)):
            # The zone stays open from one call to the next: words that return need not be looked at again.
            if self._read >= CHUNK:
                self._zone.close()
                self._read = 0
            if self._read == 0:
                self._zone.enter_context(self.nlp.memory_zone())
            self._read += len(some)
            for article, names in zip(some, self._marked(some), strict=True):
                yield bounded(article, agree(article, with_known(article, names)))

    def _marked(self, articles: Sequence[Article]) -> list[Found]:
        if self._own is None:
            return [tuple(_foreign(doc) for doc in self.nlp.pipe(article)) for article in articles]
        docs = [[self.nlp.make_doc(text) for text in article] for article in articles]
        self._own.mark(list(chain.from_iterable(docs)))
        return [tuple(map(_names, found)) for found in docs]


def _names(doc: Doc) -> tuple[Name, ...]:
    """Turn our own pipeline's spans into names; those at or above the probability `SURE` are certain."""
    group = doc.spans[SPANS]
    return tuple(
        Name(span.start_char, span.end_char, LABELS[span.label_], score >= SURE, round(score, 2))
        for span, score in zip(group, group.attrs["scores"], strict=True)
    )


def _foreign(doc: Doc) -> tuple[Name, ...]:
    """Turn another pipeline's entities into names; it says nothing about how sure it is, so they count as certain."""
    return tuple(Name(e.start_char, e.end_char, LABELS[e.label_]) for e in doc.ents if e.label_ in LABELS)
