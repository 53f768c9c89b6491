import json
from collections.abc import Iterable, Sequence

import pytest

from generator.errors import UserError
from generator.evaluate import Gold, evaluate, read_gold, read_gold_folder, render_evaluation
from generator.model import Name

TEXT = "Olaf Scholz kam nach Kiew.\nDie SPD schwieg."


def _line(**changes: object) -> str:
    row = {"text": TEXT, "names": [[0, 12, "PER"], [21, 25, "LOC"], [31, 34, "ORG"], [35, 43, "OTH"]]}
    return json.dumps(row | changes)


def test_gold_is_read_from_json_lines_with_our_labels_and_trimmed_spans() -> None:
    (gold,) = read_gold("g.jsonl", _line() + "\n\n")
    assert gold.where == "g.jsonl:1"
    assert gold.language == "de"
    assert gold.names == ((0, 11, "PERSON"), (21, 25, "PLACE"), (31, 34, "ORGANISATION"))


@pytest.mark.parametrize(
    "fault", ["{", "[]", '{"text": "a"}', '{"text": "a", "names": [[0, 9, "PER"]]}', '{"text": "a", "names": 3}']
)
def test_a_fault_in_the_gold_is_named_with_its_line(fault: str) -> None:
    with pytest.raises(UserError, match=r"g\.jsonl:2: no gold text"):
        read_gold("g.jsonl", _line() + "\n" + fault)


def test_gold_is_read_from_a_sites_own_data() -> None:
    files = {
        "mentions.csv": "article,start,end,text,label,entity,anchor,layer\r\na,21,25,Kiew,PLACE,places/kiew,m-1,model\r\n",
        "articles/a.json": json.dumps({"slug": "a", "text": TEXT, "language": "de"}),
        "articles/b.json": json.dumps({"slug": "b", "text": "Nichts.", "language": "de"}),
    }
    assert read_gold_folder(files) == (Gold("a", TEXT, "de", ((21, 25, "PLACE"),)), Gold("b", "Nichts.", "de", ()))
    with pytest.raises(UserError, match="give the data folder of a site"):
        read_gold_folder({})


def _finder(*names: Name) -> object:
    def recognise(language: str, articles: Sequence[tuple[str, ...]]) -> Iterable[Sequence[Sequence[Name]]]:
        assert language == "de"
        assert articles == [("Olaf Scholz kam nach Kiew.", "Die SPD schwieg.")]
        return [(names, ())]

    return recognise


def test_precision_recall_and_errors_are_those_of_the_names_found() -> None:
    gold = read_gold("g.jsonl", _line())
    names = (Name(0, 11, "PERSON"), Name(21, 25, "ORGANISATION", certain=False))
    evaluation = evaluate(gold, _finder(*names))  # type: ignore[arg-type]
    total, person, place, organisation = evaluation.scores
    assert (total.right, total.found, total.gold) == (1, 2, 3)
    assert (total.precision, total.recall, total.f1) == (0.5, 1 / 3, 0.4)
    assert (person.f1, place.recall, organisation.precision) == (1.0, 0.0, 0.0)
    assert (evaluation.certain.found, evaluation.certain.precision) == (1, 1.0)
    assert evaluation.confusion == (("ORGANISATION", "", 1), ("PLACE", "ORGANISATION", 1))
    shown = render_evaluation(evaluation)
    assert "all             0.500  0.333  0.400       3       2" in shown
    assert "'Kiew': PLACE, found as ORGANISATION   g.jsonl:1  Olaf Scholz kam nach [Kiew]. Die SPD schwieg." in shown


def test_nothing_found_and_nothing_wanted_is_no_division_by_zero() -> None:
    evaluation = evaluate((), lambda _language, _articles: [])
    assert evaluation.scores[0].f1 == 0.0
    assert "0 texts" in render_evaluation(evaluation)
