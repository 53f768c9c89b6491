"""The authority file: what it may say, and what is said about a file that says it wrong."""

from pathlib import Path

import pytest

from generator.authority import Authority, Judgement, Merge, Moved, Record, parse_authority
from generator.errors import UserError
from generator.model import Geo

CASES = Path(__file__).parent / "cases" / "authority"
FULL = (CASES / "full.toml").read_text("utf-8")


def test_a_full_file_is_read_without_a_problem() -> None:
    authority, problems = parse_authority(FULL, "seeds/authority.toml")
    assert problems == ()
    assert authority.records[0] == Record(
        label="PERSON",
        name="Wladimir Putin",
        names=(("en", "Vladimir Putin"),),
        aliases=("Wladimir Wladimirowitsch Putin",),
        distinct=("Igor Putin",),
        description="Präsident Russlands",
        same_as=("https://www.wikidata.org/wiki/Q7747", "https://d-nb.info/gnd/122188926"),
        bare="always",
        line=3,
    )
    assert authority.records[1].geo == Geo(50.45, 30.52, "UA", "703448", "capital")
    assert authority.merges == (Merge(label="ORGANISATION", names=("Nato", "Nordatlantikpakt"), line=24),)
    assert authority.moved == (Moved(old="people/w-putin", new="people/wladimir-putin", line=36),)
    assert [word.word for word in authority.ignored] == ["Standort", "Videokonferenz"]
    assert authority.judgements == (
        Judgement(
            article="kiew-peking",
            quote="Peking",
            before="China schon zuvor. ",
            after=" betrachtet",
            verdict="ORGANISATION",
            name="Chinesische Regierung",
            line=41,
        ),
    )
    assert authority.records[3].pseudonym == "Anna B."
    assert authority.records[4].takedown


def test_nothing_is_an_empty_authority() -> None:
    assert parse_authority("", "a.toml") == (Authority(path="a.toml"), ())


@pytest.mark.parametrize("path", sorted(CASES.glob("wrong-*.toml")), ids=lambda path: path.stem)
def test_a_fault_is_named_with_its_line_and_the_rest_holds(path: Path) -> None:
    text = path.read_text("utf-8")
    expected = [line.removeprefix("#! ") for line in text.splitlines() if line.startswith("#! ")]
    authority, problems = parse_authority(text, "a.toml")
    assert [str(problem) for problem in problems] == expected
    assert len(authority.records) == text.count("# holds")


def test_a_file_that_is_no_toml_is_refused_with_its_line() -> None:
    with pytest.raises(UserError, match=r"^a\.toml:2: not valid TOML: .*; mend the line or comment it out$"):
        parse_authority('[[person]]\nname "Anna Kolb"\ntakedown = true\n', "a.toml")


@pytest.mark.parametrize("rule", ["takedown = 1", "takedwon = true", "pseudonym = true", 'takedown = true\nbare = "x"'])
def test_a_faulty_rule_that_withholds_a_name_withholds_it_all_the_same(rule: str) -> None:
    authority, problems = parse_authority(f'[[person]]\nname = "Anna Kolb"\n{rule}\n', "a.toml")
    assert len(problems) == 1
    assert [(record.name, record.takedown) for record in authority.records] == [("Anna Kolb", True)]
