"""Mentions become entities: the rules case by case, and what holds for every corpus."""

import random
from pathlib import Path

import pytest

from generator.resolve import resolve
from tests.resolving import annotated, several, told

CASES = Path(__file__).parent / "cases" / "resolve"


def _cases() -> list[tuple[str, str, str]]:
    """Cases as markdown-it writes them: a title, then the articles and what is expected, each closed by a line with a dot."""
    found = []
    for path in sorted(CASES.glob("*.txt")):
        lines = path.read_text("utf-8").split("\n.\n")
        parts = [part.strip("\n") for part in lines if part.strip()]
        found += [(title, marked, expected) for title, marked, expected in zip(*[iter(parts)] * 3, strict=True)]
    return found


@pytest.mark.parametrize(("title", "marked", "expected"), _cases(), ids=lambda value: value[:40])
def test_a_case_resolves_as_written(title: str, marked: str, expected: str) -> None:
    assert told(resolve(several(marked))) == _once(expected), title


def _once(expected: str) -> str:
    """Names that a case repeats count once."""
    lines = []
    for line in expected.splitlines():
        head, _, rest = line.partition(": ")
        names, mark, candidates = rest.partition(" ? ")
        lines.append(f"{head}: {', '.join(dict.fromkeys(names.split(', ')))}{mark}{candidates}")
    return "\n".join(lines)


def test_the_order_of_the_articles_has_no_influence() -> None:
    articles = several("\n---\n".join(marked for _, marked, _ in _cases()))
    shuffled = list(articles)
    random.Random(7).shuffle(shuffled)
    assert resolve(articles) == resolve(tuple(shuffled))


def test_every_mention_has_an_entity_and_an_anchor_of_its_own() -> None:
    corpus = resolve(
        several("{P:Ada Lovelace} in {L:London}, {D:britische>Großbritannien} {O:Royal Society}.\n---\n{P:Ada}.")
    )
    for article in corpus.articles:
        assert [linked.anchor for linked in article.mentions] == [f"m-{n}" for n in range(1, len(article.mentions) + 1)]
        assert all(linked.entity in corpus.by_id and linked.reason for linked in article.mentions)
    loci = [at for entity in corpus.entities for at in (*entity.loci, *entity.weak)]
    assert len(loci) == len(set(loci)) == sum(len(article.mentions) for article in corpus.articles)


def test_articles_stand_newest_first_and_undated_ones_last() -> None:
    articles = (annotated("Nichts.", "undated"), *several("Eins.\n---\nZwei."))
    assert [article.document.slug for article in resolve(articles).articles] == ["a1", "a2", "undated"]


def test_an_address_stays_with_the_older_article() -> None:
    corpus = resolve(several("{O:Müller!} kam.\n---\n{O:Müller?} kam."))
    assert {entity.id for entity in corpus.entities} == {"organisations/mueller"}


def test_an_index_files_a_person_by_the_family_name() -> None:
    corpus = resolve(several("{P:Ursula von der Leyen}, {P:Xi Jinping}, {P:Marine Le Pen}, {P:Neymar} und {L:Ostsee}."))
    assert [entity.sort_key for entity in corpus.entities] == [
        "Le Pen, Marine",
        "Neymar",
        "Leyen, Ursula von der",
        "Xi, Jinping",
        "Ostsee",
    ]


def test_the_heading_is_the_full_form_in_the_language_of_the_site() -> None:
    articles = (
        annotated("{P:Volodymyr Zelensky}, {P:Volodymyr Zelensky} and {P:Zelensky}.", "en", language="en"),
        annotated("{P:Wolodymyr Selenskyj} und {P:Selenskyj}, {P:Selenskyj}.", "de"),
    )
    assert [entity.name for entity in resolve(articles).entities] == ["Wolodymyr Selenskyj"]
    assert [entity.name for entity in resolve(articles, language="en").entities] == ["Volodymyr Zelensky"]
