"""Measure the sentence rules: precision, recall and F1 of sentence ends against a file of articles with gold sentences.

    python tools/sentences.py ARTICLES.jsonl [--language de] [--errors N]

Each line of the file is `{"text": …, "sentences": [[start, end], …]}`. The last end of each article is not counted: any
rule finds it. Two figures: over all gold ends, and over those behind a full stop, question mark, exclamation mark or
ellipsis with nothing but closing quotes and brackets between – gold that was split at colons, semicolons and inside
names tells nothing about the rules. Also says how many megabytes of text are split in a second.
"""

import argparse
import json
import re
import time
from pathlib import Path

from generator import sentences

FINAL = re.compile(r"[.!?…][\"'“”«»‹›’‘)\]]*$")


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the sentence rules against gold sentences.")
    parser.add_argument("articles", type=Path)
    parser.add_argument("--language", default="de")
    parser.add_argument("--errors", type=int, default=0, help="how many differences to print")
    options = parser.parse_args()
    articles = [json.loads(line) for line in options.articles.read_text("utf-8").splitlines()]
    began = time.process_time()
    found = [sentences.split(article["text"], options.language) for article in articles]
    seconds = time.process_time() - began
    shown = 0
    counts = {"all ends": [0, 0, 0], "at . ! ? …": [0, 0, 0]}
    for article, spans in zip(articles, found, strict=True):
        text = article["text"]
        gold = {_last_of(text, start, end) for start, end in article["sentences"][:-1]}
        ours = {_last_of(text, span.start, span.end) for span in spans[:-1]}
        final = {end for end in gold | ours if FINAL.search(text, max(0, end - 6), end)}
        for name, kept in (("all ends", gold | ours), ("at . ! ? …", final)):
            for place, ends in enumerate((gold & ours, ours - gold, gold - ours)):
                counts[name][place] += len(ends & kept)
        for end in sorted((gold ^ ours) & final):
            if shown < options.errors:
                shown += 1
                around = text[max(0, end - 50) : end] + " | " + text[end : end + 40]
                print("extra " if end in ours else "missed", around.replace("\n", "⏎"))
    size = sum(len(article["text"].encode()) for article in articles) / 1e6
    print(f"{len(articles)} articles, {size:.2f} MB, {size / seconds:.1f} MB/s")
    for name, (right, wrong, missed) in counts.items():
        precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
        print(
            f"{name:12} {right + missed:6} gold  precision {precision:.4f}  recall {recall:.4f}  "
            f"F1 {2 * precision * recall / (precision + recall):.4f}"
        )


def _last_of(text: str, start: int, end: int) -> int:
    """Return the end of the span without white space."""
    return start + len(text[start:end].rstrip())


if __name__ == "__main__":
    main()
