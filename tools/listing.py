"""Build a folder of articles and list what is highlighted: `python -m tools.listing SEEDS`.

Prints each person, place and organisation with its mentions in reading order, then figures, dates, and the blocks that are set
apart – for reading against the articles.
"""

import argparse
import csv
import json
import tempfile
from pathlib import Path

from generator.build import Request, build
from generator.model import SET_APART


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("seeds", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for problem in build(Request(folder / "site.toml", options.seeds, folder / "output")).problems:
            print(problem)
        _show(folder / "output" / "data")


def _show(data: Path) -> None:
    names = {row["id"]: row["name"] for row in json.loads((data / "entities.json").read_text("utf-8"))}
    mentions: dict[tuple[str, str], list[str]] = {}
    for row in _rows(data / "mentions.csv"):
        mentions.setdefault((row["label"], row["entity"]), []).append(f"{row['text']} ({row['anchor']})")
    for (label, entity), found in sorted(mentions.items()):
        print(f"{label:<13}{names[entity]:<28}{len(found):>3} ×  {', '.join(found)}")
    for table in ("figures", "dates"):
        for row in _rows(data / f"{table}.csv"):
            value = row["value"] or f"{row['low']} to {row['high']}"
            print(f"{table:<13}{row['text']:<28}{row['kind']:<12}{value} {row['unit']} {row['counted']}".rstrip())
    for path in sorted((data / "articles").glob("*.json")):
        article = json.loads(path.read_text("utf-8"))
        print(f"{'title':<13}{article['title']}")
        for block in article["blocks"]:
            if block["kind"] in (*SET_APART, "dateline", "caption", "subheading", "headline"):
                print(f"{block['kind']:<13}{article['text'][block['start'] : block['end']]}")


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    main()
