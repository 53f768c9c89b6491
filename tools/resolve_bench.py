"""Measure how long resolving takes on a made corpus: `python -m tools.resolve_bench [ARTICLES] [MENTIONS]`.

By default 10,000 articles with 150,000 mentions: names of persons made from first and family names with a few very common
and many rare ones, bare surnames and genitives behind them, places and organisations of the package's lists, demonyms.
Prints seconds of processor time, peak memory of the process, and what was resolved by which rule.
"""

import argparse
import datetime as dt
import random
import resource
import time
from collections import Counter

from generator.model import Annotated, Block, Document, Label, Mention, Metadata, Span
from generator.relations import relate
from generator.resolve import resolve, suggest

_GIVEN = "Anna Petra Hans Michael Wladimir Olga Xaver Karl Eva Jonas Fatima Mohammed Li Jean-Claude Maria Boris Julia Thomas".split()
_SYLLABLES = (
    "ba ber dor fel gar hau kow lin mei nau ort pul ros schin tal ung vik wes zar mann bach berg stein hof feld".split()
)
_PLACES = "Kiew Berlin Paris Moskau Peking München Frankfurt Cherson Washington Rom Wien Bern Genf Brüssel Warschau Prag Köln Bonn Kairo Lagos".split()
_ORGANISATIONS = "SPD CDU EU Nato Siemens Deutsche_Bank Europäische_Zentralbank UN WHO FC_Bayern_München Volkswagen Greenpeace IG_Metall Bundestag".split()
_DEMONYMS = (
    ("russische", "Russland"),
    ("ukrainische", "Ukraine"),
    ("französische", "Frankreich"),
    ("chinesische", "China"),
)


def made_corpus(articles: int, mentions: int) -> tuple[Annotated, ...]:
    """Return a corpus of made names, the same one every time."""
    dice = random.Random(1)
    surnames = sorted({"".join(dice.choices(_SYLLABLES, k=dice.choice((2, 2, 3)))).capitalize() for _ in range(12_000)})
    places = _PLACES + [f"{name}{dice.choice(('dorf', 'heim', 'stadt', 'au'))}" for name in surnames[:3000]]
    organisations = [name.replace("_", " ") for name in _ORGANISATIONS] + [
        f"{name} GmbH" for name in surnames[3000:5000]
    ]
    found = []
    for number in range(articles):
        count = mentions // articles + (number < mentions % articles)
        words: list[tuple[str, Label | None, str]] = []
        people = [(dice.choice(_GIVEN), surnames[int(len(surnames) * dice.random() ** 3)]) for _ in range(3)]
        for _ in range(count):
            kind = dice.random()
            if kind < 0.45:
                given, surname = dice.choice(people)
                form = dice.choice((f"{given} {surname}", surname, surname, f"{surname}s"))
                words.append((form, "PERSON", ""))
            elif kind < 0.75:
                words.append((places[int(len(places) * dice.random() ** 4)], "PLACE", ""))
            elif kind < 0.95:
                words.append((organisations[int(len(organisations) * dice.random() ** 4)], "ORGANISATION", ""))
            else:
                adjective, place = dice.choice(_DEMONYMS)
                words.append((adjective, "DEMONYM", place))
            words.append(
                (
                    dice.choice(
                        ("und der Präsident", "sagte am Freitag zu", "traf dort die Ministerin", "in der Stadt.")
                    ),
                    None,
                    "",
                )
            )
        found.append(_article(number, words))
    return tuple(found)


def _article(number: int, words: list[tuple[str, Label | None, str]]) -> Annotated:
    text, mentions = "", []
    for word, label, target in words:
        if label:
            end = len(text) + len(word)
            mentions.append(Mention(start=len(text), end=end, text=word, label=label, layer="model", target=target))
        text += word + " "
    document = Document(
        slug=f"article-{number}",
        path=f"article-{number}.txt",
        text=text,
        metadata=Metadata(title=f"Article {number}", date=dt.date(2020, 1, 1) + dt.timedelta(days=number % 1000)),
        blocks=(Block(0, len(text), "paragraph"),),
        marks=(),
        sentences=tuple(Span(start, min(start + 200, len(text))) for start in range(0, len(text), 200)),
    )
    return Annotated(document=document, mentions=tuple(mentions), figures=(), dates=())


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how long resolving takes on a made corpus.")
    parser.add_argument("articles", nargs="?", type=int, default=10_000)
    parser.add_argument("mentions", nargs="?", type=int, default=150_000)
    arguments = parser.parse_args()
    articles = made_corpus(arguments.articles, arguments.mentions)
    before = _peak()
    began, wall = time.process_time(), time.perf_counter()
    corpus = resolve(articles)
    seconds, waited = time.process_time() - began, time.perf_counter() - wall
    print(
        f"{len(articles)} articles, {sum(len(a.mentions) for a in articles)} mentions, {len(corpus.entities)} entities"
    )
    print(
        f"resolve: {seconds:.1f} s of processor time ({waited:.1f} s), peak memory {_peak():.0f} MB, {before:.0f} MB of it the corpus"
    )
    for name, stage in (("relate", relate), ("suggest", suggest)):
        began = time.process_time()
        stage(corpus)
        print(f"{name}: {time.process_time() - began:.1f} s of processor time, peak memory {_peak():.0f} MB")
    reasons = Counter(linked.reason for article in corpus.articles for linked in article.mentions)
    print(", ".join(f"{reason} {count}" for reason, count in reasons.most_common()))


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
