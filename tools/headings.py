"""Learn which singular belongs to a German plural, from running text; write `generator/data/headings.de.txt`.

A form that stands behind "ein" or "eine" is a dictionary form; a plural is what stands behind numbers. A plural is
written to the table with the dictionary form that differs from it by an ending and perhaps an umlaut, unless the
recogniser's rules or the last part of the compound already say so.

    python -m tools.headings TEXT.xz [TEXT.xz …]
"""

import itertools
import lzma
import re
import sys
from collections import Counter
from pathlib import Path

from generator.quantities.headings import candidates, heading

TABLE = Path(__file__).parent.parent / "generator" / "data" / "headings.de.txt"
_LINES = 500_000
_BASE = re.compile(r"\b(?:ein|eine|Ein|Eine|jede|jedes) (?:[a-zäöüß]{3,}(?:e|er|es) )?([A-ZÄÖÜ][a-zäöüß]{2,})\b(?!-)")
_PLURAL = re.compile(
    r"\b(?:\d[\d.]*|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|viele|vielen|mehrere|mehreren|einige|einigen|beide|beiden|alle|allen|Millionen|Tausende|Hunderte|Dutzende) "
    r"(?:[a-zäöüß]{3,}(?:e|en|er) )?([A-ZÄÖÜ][a-zäöüß]{2,})\b"
)


def main(paths: list[str]) -> None:
    bases: Counter[str] = Counter()
    plurals: Counter[str] = Counter()
    for path in paths:
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in itertools.islice(lines, _LINES):
                bases.update(_BASE.findall(line))
                plurals.update(_PLURAL.findall(line))
    found: dict[str, str] = {}
    for plural, count in sorted(plurals.items()):
        if count < 3:
            continue
        singular = max(candidates(plural), key=lambda form: (bases[form], -len(form)))
        if bases[plural] >= max(3, (0.02 if plural.endswith("er") else 0.3) * bases[singular]):
            singular = plural  # "Wähler" is no plural of "Wahl"
        if bases[singular] >= 3:
            found[plural] = singular
    table: dict[str, str] = {}
    for plural in sorted(found, key=len):
        if heading(plural, "de", table) != found[plural]:
            table[plural] = found[plural]
    TABLE.write_text("".join(f"{plural} {table[plural]}\n" for plural in sorted(table)), "utf-8")
    print(f"{len(plurals)} plurals, {len(found)} with a singular, {len(table)} written")


if __name__ == "__main__":
    main(sys.argv[1:])
