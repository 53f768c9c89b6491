"""Who is often named together with whom."""

from generator.company import MOST, Companion, company
from generator.model import Corpus
from tests.written import write_article, write_corpus


def _corpus(*articles: str) -> Corpus:
    """Return a corpus with an article for each word, which names the people its letters stand for."""
    return write_corpus(
        write_article(f"a{number}", " ".join(f"[{letter}|people/{letter}]" for letter in letters))
        for number, letters in enumerate(articles)
    )


def test_two_shared_articles_make_company_one_does_not() -> None:
    found = company(_corpus("abc", "ab", "cd"))
    assert dict(found) == {
        "people/a": (Companion("people/b", 2),),
        "people/b": (Companion("people/a", 2),),
    }


def test_of_equally_close_ones_the_rarer_comes_first() -> None:
    found = company(_corpus("apr", "apr", "p", "p", "p", "p"))
    assert [companion.entity for companion in found["people/a"]] == ["people/r", "people/p"]


def test_many_shared_articles_outweigh_rarity() -> None:
    found = company(_corpus("ap", "ap", "ap", "ap", "apr", "apr"))
    assert [(companion.entity, companion.articles) for companion in found["people/a"]] == [
        ("people/p", 6),
        ("people/r", 2),
    ]


def test_demonyms_keep_no_company() -> None:
    text = "[A|people/a] [russische|~places/russland]"
    assert not company(write_corpus((write_article("a", text), write_article("b", text))))


def test_only_the_closest_are_named() -> None:
    letters = "abcdefghijklmn"
    assert len(company(_corpus(letters, letters))["people/a"]) == MOST


def test_an_empty_corpus_has_no_company() -> None:
    assert not company(write_corpus(()))
