"""Measure demonyms on GermEval 2014: python -m tools.demonyms CORPORA [--errors N].

Gold are the spans labelled LOCderiv. What overlaps a name of another label is left out on both sides, as the program does:
names win over demonyms.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

from generator.demonyms import find_demonyms


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--set", default="dev", choices=("train", "dev"))
    parser.add_argument("--errors", type=int, default=0)
    arguments = parser.parse_args()
    right = found = gold_count = 0
    wrong: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for line in (arguments.corpora / "ner" / f"germeval2014_{arguments.set}.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        text = record["text"]
        gold = {(s, e) for s, e, label in record["names"] if label == "LOCderiv"}
        names = [(s, e) for s, e, label in record["names"] if label != "LOCderiv"]
        gold = {(s, e) for s, e in gold if not any(a < e and s < b for a, b in names)}
        spans = {
            (d.start, d.end) for d in find_demonyms(text, "de") if not any(a < d.end and d.start < b for a, b in names)
        }
        right += len(gold & spans)
        found += len(spans)
        gold_count += len(gold)
        wrong.update(text[max(0, s - 15) : e + 15] if arguments.errors < 0 else text[s:e] for s, e in spans - gold)
        missed.update(text[s:e] for s, e in gold - spans)
    print(
        f"precision {right / found:.3f}, recall {right / gold_count:.3f} ({gold_count} demonyms in GermEval {arguments.set})"
    )
    if arguments.errors:
        print("wrong:", wrong.most_common(abs(arguments.errors)))
        print("missed:", missed.most_common(abs(arguments.errors)))


if __name__ == "__main__":
    main()
