"""Our tagger as a component of a spaCy pipeline: `spacy.load` finds it once this room is imported.

On the disk the component is one file, `weights.npz`: weights in half precision, word vectors in eight bits.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # compiled, without types
from spacy.tokens import Doc, Span
from spacy.util import registry
from spacy.vectors import Vectors  # type: ignore[import-not-found]  # compiled, without types

from generator.ner.tagger import Floats, Tagger, spans

FACTORY = "fundstelle_names"
TOKENIZER = "fundstelle_tokenizer"
WEIGHTS = "weights.npz"
LEAST = 0.5
"""A name is marked when it is likelier than not: the best sequence of tags holds some that are not (measured in `tools/train`)."""
SURE = 0.96
"""A name at or above this probability counts as certain: on the news and GermEval dev sets nineteen of twenty such are right."""
SPANS = "fundstelle"
"""Key of the spans with their scores in `doc.spans`; `doc.ents` holds the same spans without."""


def floret_vectors(arrays: dict[str, np.ndarray[Any, Any]]) -> Vectors:
    """Build the subword vectors (floret: Bloom embeddings of pieces of words) from their eight-bit rows."""
    options = json.loads(arrays["vectors_options"].tobytes())
    data = arrays["vectors"].astype(np.float32) * arrays["vectors_steps"].astype(np.float32)
    return Vectors(mode="floret", data=data, **options)


class Names:
    """Marks the names of a text as `doc.ents`, with their probabilities in `doc.spans`."""

    def __init__(self) -> None:
        self._tagger: Tagger | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Mark the names of one text."""
        self.mark([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 32) -> Iterator[Doc]:
        """Mark the names of many texts, a batch at a time."""
        source = iter(stream)
        while docs := list(islice(source, batch_size)):
            self.mark(docs)
            yield from docs

    def mark(self, docs: Sequence[Doc]) -> None:
        """Mark the names of texts; what is found in one does not depend on the others."""
        assert self._tagger is not None, "the component was not loaded from the disk"
        words = [[token for token in doc if not token.is_space] for doc in docs]
        found = self._tagger.tag([[token.text for token in line] for line in words])
        for doc, line, result in zip(docs, words, found, strict=True):
            names = []
            for first, after, label, chance in spans(*result):
                if chance < LEAST:
                    continue
                span = Span(doc, line[first].i, line[after - 1].i + 1, label=label)
                names.append((span, chance))
            doc.ents = [span for span, _ in names]
            doc.spans[SPANS] = [span for span, _ in names]
            doc.spans[SPANS].attrs["scores"] = [chance for _, chance in names]

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Do nothing: the weights are written by the training."""

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> "Names":  # noqa: ARG002 (spaCy passes it)
        """Read the weights."""
        with np.load(Path(path) / WEIGHTS, allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files}
        vectors = floret_vectors(arrays)

        def look_up(words: Sequence[str]) -> Floats:
            return np.asarray(vectors.get_batch(words), dtype=np.float32)

        self._tagger = Tagger({k: v for k, v in arrays.items() if not k.startswith("vectors")}, look_up)
        return self


@registry.tokenizers(TOKENIZER)  # type: ignore[untyped-decorator]
def make_tokenizer() -> Callable[[Language], Tokenizer]:
    """Make the tokenizer without rules; they come from the disk, and making the language's own first would take as long again."""
    return lambda nlp: Tokenizer(nlp.vocab)


@Language.factory(FACTORY, assigns=["doc.ents", "doc.spans"])
def make_names(nlp: Language, name: str) -> Names:  # noqa: ARG001 (spaCy passes them)
    """Make the component; its weights come with `from_disk`."""
    return Names()
