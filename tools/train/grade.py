"""Write into a pipeline's `meta.json` how good it is, for the about page of every site that uses it.

    python -m tools.train.grade de "Wikinews=…/wikinews_dev.jsonl" "GermEval 2014=…/germeval2014_test.jsonl"

Scored is what a reader sees, as by `fundstelle evaluate`: all rules included, raw text, exact span and label.
"""

import argparse
import json
from dataclasses import replace
from pathlib import Path

from generator.evaluate import Scored, evaluate, render_evaluation
from generator.gold import read_gold
from generator.ner import MODELS, OWN, load_recogniser


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("language", choices=("de", "en"))
    parser.add_argument("sets", nargs="+", metavar="NAME=FILE")
    options = parser.parse_args()
    recogniser = load_recogniser(OWN, options.language)
    rows = []
    for entry in options.sets:
        name, _, path = entry.partition("=")
        gold = [replace(item, language=options.language) for item in read_gold(Path(path))]
        evaluation = evaluate(gold, lambda _language, articles: recogniser.recognise(articles))
        print(f"{name}: {render_evaluation(evaluation, 0)}")
        rows += [_row(name, score, len(gold)) for score in evaluation.scores]
    meta_file = MODELS / options.language / "meta.json"
    meta = json.loads(meta_file.read_text("utf-8"))
    meta["performance"] = {"fundstelle": rows}
    meta_file.write_text(json.dumps(meta, indent=2, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")


def _row(name: str, score: Scored, texts: int) -> list[object]:
    return [name, score.label, round(score.precision, 3), round(score.recall, 3), round(score.f1, 3), texts]


if __name__ == "__main__":
    main()
