"""Measure parsing on articles that are clean: how fast it is, and what hygiene believes to see in them.

    python tools/parsing.py ARTICLES.jsonl [--language de] [--list]

Each line of the file is `{"title": …, "text": …}`. In clean articles every piece set apart, every dateline and every heading
inside a line is a false alarm until somebody has looked at it; `--list` prints them for looking.
"""

import argparse
import json
import time
from collections import Counter
from pathlib import Path

from generator.model import Source
from generator.parse import parse


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure parsing on clean articles.")
    parser.add_argument("articles", type=Path)
    parser.add_argument("--language", default="de")
    parser.add_argument("--list", action="store_true", help="print what was found")
    options = parser.parse_args()
    sources = [
        Source(f"{number}.txt", json.loads(line)["text"])
        for number, line in enumerate(options.articles.read_text("utf-8").splitlines())
    ]
    began = time.process_time()
    parsed = [parse(source, str(number), options.language) for number, source in enumerate(sources)]
    seconds = time.process_time() - began
    counts: Counter[str] = Counter()
    touched = set()
    for number, result in enumerate(parsed):
        document = result.document
        if document is None:
            print(*result.problems, sep="\n")
            continue
        for block in document.blocks:
            before = document.text.rfind("\n", 0, block.start) + 1
            inside = bool(document.text[before : block.start].strip()) or not _ends_line(document.text, block.end)
            name = block.kind + (" in a line" if inside and block.kind in ("subheading", "caption", "headline") else "")
            counts[name] += 1
            if name not in ("paragraph", "item", "subheading", "headline", "caption"):
                touched.add(number)
                if options.list:
                    around = (
                        document.text[max(0, block.start - 30) : block.start],
                        document.text[block.start : block.end],
                    )
                    print(
                        f"{number} {name}: …{around[0]}[{around[1]}]{document.text[block.end : block.end + 40]}".replace(
                            "\n", "⏎"
                        )
                    )
    size = sum(len(source.text.encode()) for source in sources) / 1e6
    print(f"{len(sources)} articles, {size:.2f} MB, {seconds:.2f} s, {size / seconds:.1f} MB/s")
    print(", ".join(f"{name} {count}" for name, count in counts.most_common()))
    print(f"articles with something set apart or split inside a line: {len(touched)}")


def _ends_line(text: str, end: int) -> bool:
    """Return whether nothing follows on the line."""
    after = text.find("\n", end)
    return not text[end : after if after >= 0 else len(text)].strip()


if __name__ == "__main__":
    main()
