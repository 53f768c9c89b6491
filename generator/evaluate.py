"""How good the site's pipelines are on texts whose names somebody marked: precision, recall, F1, the worst errors.

Measured is what a reader sees: names after all rules of `annotate`, on raw text, exact span and label.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.annotate import annotate, texts
from generator.gold import Gold
from generator.model import Annotated, Document, Metadata, Name

LABELS = ("PERSON", "PLACE", "ORGANISATION")
Recognise = Callable[[str, Sequence[tuple[str, ...]]], Iterable[Sequence[Sequence[Name]]]]
"""Names for each paragraph of each article in one language."""
_Spans = Mapping[tuple[int, int], str]


@dataclass(frozen=True, slots=True)
class Scored:
    """Counts for one label, or for all."""

    label: str
    """Empty for all labels together."""
    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of the found names that are right, 0..1."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold names that were found, 0..1."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two, 0..1."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 0.0


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How good the pipelines are on a set of texts."""

    texts: int
    scores: tuple[Scored, ...]
    """All labels together first, then by label."""
    certain: Scored
    """Of the names found for sure alone; its recall is their share of all gold names."""
    confusion: tuple[tuple[str, str, int], ...]
    """Gold label, found label, how often, most frequent first; empty where a name was missed, made up or cut wrongly."""
    errors: tuple[str, ...]
    """What went wrong with its context, most frequent words first."""


def evaluate(gold: Sequence[Gold], recognise: Recognise) -> Evaluation:
    """Return how well the names found in the texts agree with the gold."""
    right, found, wanted, confusion = Counter[str](), Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    sure = sure_right = 0
    errors: Counter[str] = Counter()
    contexts: dict[str, str] = {}
    for item, article in zip(gold, _found(gold, recognise), strict=True):
        truth: _Spans = {(start, end): label for start, end, label in item.names}
        names = {(m.start, m.end): m for m in article.mentions if m.label != "DEMONYM"}
        wanted.update(truth.values())
        for span, mention in names.items():
            hit = truth.get(span) == mention.label
            found[mention.label] += 1
            right[mention.label] += hit
            sure += mention.certain
            sure_right += mention.certain and hit
        for span in sorted(truth.keys() | names.keys()):
            is_, was = truth.get(span, ""), names[span].label if span in names else ""
            if is_ != was:
                confusion[is_, was] += 1
                what = f"{item.text[span[0] : span[1]]!r}: {is_ or 'no name'}, found as {was or 'nothing'}"
                errors[what] += 1
                contexts.setdefault(what, f"{item.where}  {_context(item.text, *span)}")
    total = Scored("", right.total(), found.total(), wanted.total())
    by_label = (Scored(label, right[label], found[label], wanted[label]) for label in LABELS)
    return Evaluation(
        texts=len(gold),
        scores=(total, *by_label),
        certain=Scored("", sure_right, sure, wanted.total()),
        confusion=tuple(
            (is_, was, count) for (is_, was), count in sorted(confusion.items(), key=lambda c: (-c[1], c[0]))
        ),
        errors=tuple(
            f"{count} × {what}   {contexts[what]}"
            for what, count in sorted(errors.items(), key=lambda e: (-e[1], e[0]))
        ),
    )


def render_evaluation(evaluation: Evaluation, errors: int = 20) -> str:
    """Return the evaluation as lines of plain text, with so many of its errors."""
    lines = [f"{evaluation.texts} texts", f"{'':<14}{'P':>7}{'R':>7}{'F1':>7}{'gold':>8}{'found':>8}"]
    lines += [
        f"{score.label or 'all':<14}{score.precision:>7.3f}{score.recall:>7.3f}{score.f1:>7.3f}{score.gold:>8}{score.found:>8}"
        for score in evaluation.scores
    ]
    coverage = evaluation.certain.found / max(1, evaluation.scores[0].found)
    lines.append(f"found for sure: {coverage:.0%} of all found, precision {evaluation.certain.precision:.3f}")
    lines += ["", "gold → found"]
    lines += [f"{count:>6}  {is_ or '–'} → {was or '–'}" for is_, was, count in evaluation.confusion]
    return "\n".join((*lines, "", *evaluation.errors[:errors]))


def _found(gold: Sequence[Gold], recognise: Recognise) -> list[Annotated]:
    documents = [_document(item) for item in gold]
    annotated: dict[int, Annotated] = {}
    for language in sorted({item.language for item in gold}):
        chosen = [n for n, item in enumerate(gold) if item.language == language]
        names = recognise(language, [texts(documents[n]) for n in chosen])
        annotated |= {n: annotate(documents[n], found) for n, found in zip(chosen, names, strict=True)}
    return [annotated[n] for n in range(len(gold))]


def _document(gold: Gold) -> Document:
    metadata = Metadata(title="gold", language=gold.language)
    return Document(slug="gold", path="", text=gold.text, metadata=metadata, blocks=gold.blocks, marks=(), sentences=())


def _context(text: str, start: int, end: int) -> str:
    return " ".join(f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 40]}".split())
