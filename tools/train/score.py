"""Score a pipeline on gold files: precision, recall, F1 per label on raw text, exact span and label.

    python -m tools.train.score de CORPORA/ner/wikinews_dev.jsonl … [--errors 20]

The first argument is a language (its own pipeline), a folder, or an installed spaCy package followed by `:language`.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from generator.ner import load_recogniser
from tools.train.gold import is_name, plain_label, read_jsonl

LABELS = {"PERSON": "PER", "PLACE": "LOC", "ORGANISATION": "ORG"}
Found = tuple[int, int, str, bool]
Predict = Callable[[Iterable[tuple[str, ...]]], Iterable[Sequence[Sequence[Found]]]]


def read_gold(path: Path) -> list[tuple[str, set[tuple[int, int, str]]]]:
    """Read texts with their names as PER, LOC, ORG; other labels are left out, spaces around a name too.

    Of SmartData what is no name after our guide is left out as well (`is_name`: adjectives, parts of compounds), and the sign of a
    hashtag stays outside: its training file has it so in five of six cases, its dev file never.
    """
    records = []
    for record in read_jsonl(path):
        text, names = record["text"], set()
        smart = path.stem.startswith("smartdata")
        for start, end, label in record["names"]:
            plain = plain_label(label)
            if plain and (not smart or is_name(text, start, end, label)):
                cut = text[start:end]
                begin = start + len(cut) - len(cut.lstrip())
                names.add((begin + (smart and text[begin] == "#"), end - len(cut) + len(cut.rstrip()), plain))
        records.append((text, names))
    return records


class Score:
    """Counts of right, wrong and missed names, with the errors themselves."""

    def __init__(self) -> None:
        self.right, self.wrong, self.missed = Counter[str](), Counter[str](), Counter[str]()
        self.certain_right = self.certain = self.found = 0
        self.errors: list[str] = []

    def add(self, text: str, gold: set[tuple[int, int, str]], found: Iterable[Found]) -> None:
        """Count the names found in one text against its gold."""
        seen = set()
        for start, end, label, certain in found:
            hit = (start, end, label) in gold
            seen.add((start, end, label))
            self.found += 1
            self.certain += certain
            self.certain_right += certain and hit
            (self.right if hit else self.wrong)[label] += 1
            if not hit:
                self.errors.append(_error("wrong", text, start, end, label + (" certain" if certain else "")))
        for start, end, label in sorted(gold - seen):
            self.missed[label] += 1
            self.errors.append(_error("missed", text, start, end, label))

    def f1(self, label: str | None = None) -> tuple[float, float, float]:
        """Give precision, recall and F1, of one label or of all."""
        r, w, m = ((c[label] if label else c.total()) for c in (self.right, self.wrong, self.missed))
        p, c = r / max(r + w, 1), r / max(r + m, 1)
        return p, c, 2 * p * c / max(p + c, 1e-9)

    def table(self, name: str) -> str:
        """Give the figures in a few lines."""
        lines = [name]
        for label in (None, "PER", "LOC", "ORG"):
            p, r, f = self.f1(label)
            lines.append(f"  {label or 'all':4} P {p:.3f}  R {r:.3f}  F1 {f:.3f}")
        sure = self.certain_right / max(self.certain, 1)
        lines.append(
            f"  certain: precision {sure:.3f}, coverage {self.certain / max(self.found, 1):.3f} of {self.found} names found"
        )
        return "\n".join(lines)


def _error(kind: str, text: str, start: int, end: int, label: str) -> str:
    context = f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 30]}"
    return f"  {kind} {label}: {context}".replace("\n", "⏎")


def score(predict: Predict, records: list[tuple[str, set[tuple[int, int, str]]]]) -> Score:
    """Run the pipeline over the texts, each an article with its lines as paragraphs."""
    result = Score()
    articles = [tuple(text.split("\n")) for text, _ in records]
    for (text, gold), lines, found in zip(records, articles, predict(articles), strict=True):
        names, at = [], 0
        for line, inside in zip(lines, found, strict=True):
            names += [(start + at, end + at, label, certain) for start, end, label, certain in inside]
            at += len(line) + 1
        result.add(text, gold, names)
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description="Score a pipeline on gold files.")
    parser.add_argument("model", help="de, en, a folder, or PACKAGE:LANGUAGE")
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--errors", type=int, default=0, help="show so many errors of each file")
    options = parser.parse_args()
    name, _, lang = options.model.partition(":")
    own = name in ("de", "en")
    recogniser = load_recogniser("fundstelle" if own else name, name if own else lang or "de")

    def predict(articles: Iterable[tuple[str, ...]]) -> Iterable[Sequence[Sequence[Found]]]:
        for article in recogniser.recognise(articles):
            yield [[(n.start, n.end, LABELS[n.label], n.certain) for n in names] for names in article]

    for path in options.gold:
        result = score(predict, read_gold(path))
        print(result.table(path.stem))
        step = max(1, len(result.errors) // max(options.errors, 1))
        for error in result.errors[::step][: options.errors]:
            print(error)


if __name__ == "__main__":
    main()
