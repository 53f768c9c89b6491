"""Measure how well pieces that a scraper glued into running text are found again.

    python tools/glued.py ARTICLES.jsonl [--errors N]

Each line of the file is `{"text": …}`, an article with a headline on its first line. Into the running text of every article
one piece at a time is glued between two sentences: the headline of another article as subheading, as teaser and as caption
behind a credit, and the words of a button. Found means: a block of the right kind with exactly these bounds. Counted apart by
how the text goes on behind the piece: with a word that opens sentences ("Der", "Seit") or with a name, a noun or a number.
"""

import argparse
import json
import random
from collections import Counter
from pathlib import Path

from generator import plaintext
from generator.sentences import OPENERS, split

KINDS = {"subheading": ("subheading",), "teaser": ("teaser",), "button": ("leftover",), "caption": ("caption",)}
BUTTONS = ("Artikel merken", "Newsletter abonnieren", "Standort erkennen", "Anzeige", "Kommentare lesen")


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how well glued pieces are found again.")
    parser.add_argument("articles", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    heads: list[str] = []
    bodies: list[list[str]] = []
    for line in options.articles.read_text("utf-8").splitlines():
        draft = plaintext.parse(json.loads(line)["text"], "de")
        words = [(block.kind, draft.text[block.start : block.end]) for block in draft.blocks]
        heads += [text for kind, text in words if kind == "headline" and text[-1] not in '!?…“"']
        prose = [text[s.start : s.end] for kind, text in words if kind == "paragraph" for s in split(text, "de")]
        if len(prose) > 8:
            bodies.append(prose)
    chance = random.Random(1)
    tried: Counter[tuple[str, str]] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    for sentences in bodies:
        for kind, kinds in KINDS.items():
            at = chance.randrange(2, len(sentences) - 3)
            head = chance.choice(heads)
            lead = {"caption": "(Foto: dpa) ", "teaser": ">> Lesen Sie hier: "}.get(kind, "")
            piece = chance.choice(BUTTONS) if kind == "button" else head
            before = " ".join(sentences[:at]) + " "
            text = f"{before}{lead}{piece} {' '.join(sentences[at:])}"
            start = len(before) + (len(lead) if kind == "caption" else 0)
            span = (start, len(before) + len(lead) + len(piece))
            blocks = plaintext.parse(text, "de").blocks
            case = (kind, "opener" if sentences[at].split()[0] in OPENERS["de"] else "name")
            tried[case] += 1
            if any((block.start, block.end) == span and block.kind in kinds for block in blocks):
                found[case] += 1
            elif options.errors > 0:
                options.errors -= 1
                print(*case, "|", text[span[0] - 20 : span[1] + 60])
    for case in sorted(tried):
        print(f"{case[0]:12}{case[1]:8}{found[case]:4} of {tried[case]:4}  {found[case] / tried[case]:.3f}")


if __name__ == "__main__":
    main()
