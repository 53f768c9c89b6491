"""Write articles from JSONL as seeds: `python -m tools.seeds ARTICLES.jsonl FOLDER [--markdown]`.

Each line of the input is `{"id", "title", "date", "language", "publisher", "license", "text", …}`. Plain text is the hard
case (no title, no date declared); with `--markdown` the metadata stands in front matter.
"""

import argparse
import json
from pathlib import Path

from generator.urls import distinct


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--markdown", action="store_true", help="write .md with front matter instead of .txt")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.articles.read_text("utf-8").splitlines()]
    options.folder.mkdir(parents=True, exist_ok=True)
    for row, name in zip(rows, distinct(row["title"] for row in rows), strict=True):
        if options.markdown:
            keys = {key: row[key] for key in ("title", "date", "language", "publisher") if row.get(key)}
            front = "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in keys.items())
            text = f"+++\n{front}+++\n\n" + _escaped(row["text"])
        else:
            text = row["text"]
        (options.folder / f"{name}{'.md' if options.markdown else '.txt'}").write_text(text, "utf-8")
    print(f"{len(rows)} articles in {options.folder}")


def _escaped(text: str) -> str:
    """Return plain text as Markdown that shows just these characters, its lines as paragraphs."""
    for character in "\\`*_[]<>#&":
        text = text.replace(character, "\\" + character)
    return "\n\n".join(text.split("\n"))


if __name__ == "__main__":
    main()
