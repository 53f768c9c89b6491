"""Measure `compare_names` on pairs of names: `python -m tools.names [--half dev|test] [--errors] [FILE]`.

The file has one pair a line, tab-separated: half, label, verdict (same, unsure, different), language, a, b. `unsure` pairs
are often one but must not be merged without more evidence. A line a verdict and label is printed: how many pairs are merged
(0.9 and above), suggested (0.75 and above) and left.
"""

import argparse
import csv
from collections import Counter
from pathlib import Path

from generator.resolve import MERGES, SUGGESTS, compare_names

PAIRS = Path(__file__).parent.parent / "tests" / "cases" / "names.tsv"


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure compare_names on pairs of names.")
    parser.add_argument("file", nargs="?", type=Path, default=PAIRS)
    parser.add_argument("--half", choices=("dev", "test"), help="only this half")
    parser.add_argument("--errors", action="store_true", help="print each pair that is not judged as it should be")
    arguments = parser.parse_args()
    counts: Counter[tuple[str, str, str]] = Counter()
    with arguments.file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            if arguments.half and row["half"] != arguments.half:
                continue
            score = compare_names(row["a"], row["b"], row["label"])
            outcome = "merged" if score >= MERGES else "suggested" if score >= SUGGESTS else "left"
            for label in (row["label"], "all"):
                counts[row["verdict"], label, outcome] += 1
            right = {"same": "merged", "unsure": "suggested", "different": "left"}[row["verdict"]]
            if arguments.errors and outcome != right:
                print(f"{row['verdict']:9} {row['label']:12} {score:.2f}  {row['a']} | {row['b']}")
    for verdict in ("same", "unsure", "different"):
        for label in ("PERSON", "PLACE", "ORGANISATION", "all"):
            merged, suggested, left = (counts[verdict, label, outcome] for outcome in ("merged", "suggested", "left"))
            if pairs := merged + suggested + left:
                print(
                    f"{verdict:9} {label:12} {pairs:4} pairs: {merged:4} merged ({merged / pairs:4.0%}), {suggested:3} suggested, {left:3} left"
                )


if __name__ == "__main__":
    main()
