"""Why a mention is what it is, in words, and rules that would change it."""

import tomllib
from collections.abc import Callable

import pytest

from generator.authority import Authority, parse_authority
from generator.errors import UserError
from generator.explain import explain
from generator.resolve import resolve
from tests.resolving import several

TEXTS = (
    "Der Präsident {P:Wladimir Putin} kam. {P:Putins} Hund auch. {P?:Müller} schwieg in {L:Kiew}, {D:russische>Russland} Gäste nicht."
    "\n---\n{P:Hans Müller} kam mit Rubikon.\n---\n{P:Petra Müller} kam. {P:Putin} auch."
)
CORPUS = resolve(several(TEXTS))
RULES = """[ignore]
words = ["Rubikon"]

[[person]]
name = "Wladimir Putin"
aliases = ["Zar"]

[[judgement]]
article = "a2"
quote = "Hans Müller"
verdict = "organisation"
name = "Hans Müller GmbH"
"""


@pytest.mark.parametrize("query", ["Putins", "a1", "Müller", "kiew", "a1#m-3", "Rubikon"])
def test_an_explanation_reads_as_approved(query: str, golden: Callable[[str, str], None]) -> None:
    golden(f"explain/{query.replace('ü', 'ue').replace('#', '-')}.txt", explain(query, CORPUS))


def test_every_reason_is_put_into_words() -> None:
    reasons = {linked.reason for article in CORPUS.articles for linked in article.mentions}
    assert all(
        f"[{reason}]" in explain("a1", CORPUS) + explain("a2", CORPUS) + explain("a3", CORPUS) for reason in reasons
    )


@pytest.mark.parametrize(
    "query", ["Putin", "people/wladimir-putin", "people/wladimir-putin.html", "WLADIMIR PUTIN", "Wladimir"]
)
def test_a_person_is_found_by_any_name(query: str) -> None:
    assert explain(query, CORPUS).startswith("Wladimir Putin  (people/wladimir-putin)\n")


@pytest.mark.parametrize("query", ["a1", "articles/a1.html", "output/articles/a1.html", "a1.txt", "seeds/a1.txt"])
def test_an_article_is_found_by_slug_address_or_file(query: str) -> None:
    assert "articles/a1, 5 mentions" in explain(query, CORPUS)


def test_what_nobody_wrote_is_one_line_with_the_nearest_names() -> None:
    for query, words in (
        ("Putinn", "nothing is called 'Putinn'; did you mean 'Wladimir Putin'?"),
        ("Qwertz", "nothing is called 'Qwertz'; the site's indexes list all names"),
        ("a1#m-9", "a1 has no mention 'm-9'; its mentions are m-1 to m-5"),
    ):
        with pytest.raises(UserError) as caught:
            explain(query, CORPUS)
        assert str(caught.value) == words


def test_merges_and_renames_are_named_with_their_lines() -> None:
    rules = '[[merge]]\nnames = ["Petra Müller", "Hans Müller"]\n[[rename]]\nold = "Kiew"\nnew = "Kyjiw"\n'
    authority, _ = parse_authority(rules, "seeds/authority.toml")
    corpus = resolve(several(TEXTS), authority)
    assert "  merged in seeds/authority.toml:1\n" in explain("Hans Müller", corpus, authority)
    assert "  renamed in seeds/authority.toml:3\n" in explain("Kyjiw", corpus, authority)


def test_rules_are_named_with_their_lines() -> None:
    authority, problems = parse_authority(RULES, "seeds/authority.toml")
    assert problems == ()
    corpus = resolve(several(TEXTS), authority)
    assert "a judgement, seeds/authority.toml:8" in explain("a2", corpus, authority)
    assert "fixed in seeds/authority.toml:4" in explain("Putin", corpus, authority)
    assert "[ignore] in seeds/authority.toml:1 says so" in explain("Rubikon", corpus, authority)
    assert '# nowhere a name: put "Kiew" into the words of [ignore], line 1' in explain("Kiew", corpus, authority)


@pytest.mark.parametrize("query", ["Putin", "a1#m-3", "a1#m-5", "Müller", "Kiew", "Hans Müller", "Rubikon"])
def test_each_rule_can_be_copied_as_it_stands(query: str) -> None:
    told = explain(query, CORPUS).partition("What would change it")[2]
    rules = [part for part in told.split("\n\n")[1:] if "=" in part]
    assert rules
    for rule in rules:
        assert tomllib.loads(rule)
        authority, problems = parse_authority(rule, "x.toml")
        assert problems == ()
        assert authority != Authority(path="x.toml")
        resolve(several(TEXTS), authority)
