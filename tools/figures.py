"""Score and time the figure recogniser.

    python -m tools.figures CASES [CASES …] [--errors N]        cases with gold figures, a file or a folder of `.jsonl`
    python -m tools.figures --news SENTENCES [--language de]    sentences a second over articles (`.jsonl` with `text`)
    python -m tools.figures --spans ANNOTATED                   recall over annotations of another project (`names`)

A case is `{"lang", "text", "scope", "spans": [{"start", "end", "kind", "value", "low", "high", "unit", "alt", …}]}`. V is
the share of gold values found with the right value, F1 is over exact spans, "quiet" is the share of cases without gold
figures in which nothing of the judged kinds was found. Units are compared as written; durations are compared in seconds.

`--spans` reads `{"text", "names": [[start, end, label], …]}` and reports, by label (number, date, time, duration,
distance, money, percent), how many annotations are met exactly and how many overlap with a figure; that project has
conventions of its own (qualifiers and articles belong to its spans), so this is to look at, not to reach.
"""

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from generator.quantities import find, find_quantities

_KINDS = {
    "fraction": "number",
    "ratio": "number",
    "multiple": "number",
    "daterange": "date",
    "datetime": "date",
    "datetimerange": "date",
    "timerange": "time",
}
_SECONDS = {
    "s": 1,
    "min": 60,
    "h": 3600,
    "d": 86400,
    "wk": 604800,
    "mo": 2592000,
    "quarter": 7776000,
    "a": 31536000,
    "decade": 315360000,
    "century": 3153600000,
}
_LABELS = ("number", "date", "time", "duration", "distance", "money", "percent")


def read(paths: Iterable[Path]) -> Iterator[tuple[Path, list[dict[str, Any]]]]:
    for path in paths:
        for file in sorted(path.glob("*.jsonl")) if path.is_dir() else [path]:
            yield file, [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]


def _number(value: object, unit: object) -> float | None:
    try:
        number = float(str(value))
    except ValueError:
        return None
    return number * _SECONDS.get(str(unit), 1)


def same_value(gold: dict[str, Any], found: dict[str, Any]) -> bool:
    """Whether a found figure has the gold value; a bound may be a plain value and the other way round."""

    def close(a: object, b: object) -> bool:
        x, y = _number(a, gold.get("unit")), _number(b, found.get("unit"))
        return x is not None and y is not None and abs(x - y) <= 1e-9 + 1e-6 * max(abs(x), abs(y))

    value = gold.get("value")
    if value is not None:
        wanted = [value, *gold.get("alts", ())]
        if any(close(want, found["value"]) for want in wanted):
            return True
        return str(found["value"]).lower() in {str(want).lower() for want in wanted}
    low, high = gold.get("low"), gold.get("high")
    if low is not None and high is not None:
        return close(low, found["low"]) and close(high, found["high"])
    return close(low if low is not None else high, found["value"])


def score(cases: list[dict[str, Any]], errors: int) -> Counter[str]:
    tally: Counter[str] = Counter(cases=len(cases))
    for case in cases:
        text, scope = case["text"], {_KINDS.get(kind, kind) for kind in case.get("scope") or ["*"]}
        gold = [span for span in case["spans"] if not span.get("optional")]
        optional = [span for span in case["spans"] if span.get("optional")]
        found = find_quantities(text, case["lang"])
        touched = {id(f) for f in found for g in [*gold, *optional] if f["start"] < g["end"] and g["start"] < f["end"]}
        extra = [
            f for f in found if id(f) not in touched and ("*" in scope or _KINDS.get(f["kind"], f["kind"]) in scope)
        ]
        tally["found"] += len(extra) + sum(
            any(f["start"] < g["end"] and g["start"] < f["end"] for g in gold) for f in found
        )
        tally["gold"] += len(gold)
        for span in gold:
            over = [f for f in found if f["start"] < span["end"] and span["start"] < f["end"]]
            tally["exact"] += any((f["start"], f["end"]) == (span["start"], span["end"]) for f in over)
            if all(span.get(key) is None for key in ("value", "low", "high")):
                continue
            right = any(same_value(span, f) for f in over)
            tally["valued"] += 1
            tally["right"] += right
            if not right and tally["printed"] < errors:
                tally["printed"] += 1
                print(f"    {span['text']!r} in {text[:90]!r}: {[(f['text'], str(f['value'])) for f in over]}")
        if not gold:
            tally["empty"] += 1
            tally["quiet"] += not extra
    return tally


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:6.1f}" if whole else "     –"


def _row(name: str, tally: Counter[str]) -> str:
    f1 = _share(2 * tally["exact"], tally["found"] + tally["gold"])
    return f"{name:36}{tally['cases']:6}{tally['gold']:6}{f1}{_share(tally['right'], tally['valued'])}{_share(tally['quiet'], tally['empty'])}"


def score_cases(paths: list[Path], errors: int) -> None:
    print(f"{'':36} cases  gold    F1     V quiet")
    total: Counter[str] = Counter()
    for path, cases in read(paths):
        tally = score(cases, errors)
        print(_row(path.stem, tally))
        total.update(tally)
    print(_row("all", total))


def time_news(path: Path, language: str) -> None:
    articles = [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()]
    sentences = [part for text in articles for part in re.split(r"(?<=[.!?])\s+", text) if part]
    for warm in (True, False):
        began = time.process_time()
        figures = sum(len(find(sentence, language)) for sentence in sentences)
        if not warm:
            print(
                f"{len(sentences)} sentences, {figures} figures and dates, {len(sentences) / (time.process_time() - began):.0f} sentences/s"
            )


def score_spans(path: Path) -> None:
    exact: Counter[str] = Counter()
    overlap: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for line in path.read_text("utf-8").splitlines():
        article = json.loads(line)
        found = find(article["text"], "de")
        spans = {(q.start, q.end) for q in found}
        for start, end, label in article["names"]:
            if label in _LABELS:
                gold[label] += 1
                exact[label] += (start, end) in spans
                overlap[label] += any(a < end and start < b for a, b in spans)
    print(f"{'':12}  gold exact overlap")
    for label in _LABELS:
        if gold[label]:
            print(f"{label:12}{gold[label]:6}{_share(exact[label], gold[label])}{_share(overlap[label], gold[label])}")


def main() -> None:
    parser = argparse.ArgumentParser(description="Score and time the figure recogniser.")
    parser.add_argument("cases", type=Path, nargs="*")
    parser.add_argument("--errors", type=int, default=0, help="how many wrong values to print for each file")
    parser.add_argument("--news", type=Path)
    parser.add_argument("--language", default="de")
    parser.add_argument("--spans", type=Path)
    options = parser.parse_args()
    if options.cases:
        score_cases(options.cases, options.errors)
    if options.news:
        time_news(options.news, options.language)
    if options.spans:
        score_spans(options.spans)


if __name__ == "__main__":
    main()
