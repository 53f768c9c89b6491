import json
from collections.abc import Iterable, Sequence

from generator.evaluate import evaluate, render_evaluation
from generator.gold import parse_gold
from generator.model import Name

TEXT = "Olaf Scholz kam nach Kiew.\nDie SPD schwieg."


LINE = json.dumps({"text": TEXT, "names": [[0, 12, "PER"], [21, 25, "LOC"], [31, 34, "ORG"], [35, 43, "OTH"]]})


def _finder(*names: Name) -> object:
    def recognise(language: str, articles: Sequence[tuple[str, ...]]) -> Iterable[Sequence[Sequence[Name]]]:
        assert language == "de"
        assert articles == [("Olaf Scholz kam nach Kiew.", "Die SPD schwieg.")]
        return [(names, ())]

    return recognise


def test_precision_recall_and_errors_are_those_of_the_names_found() -> None:
    gold = parse_gold("g.jsonl", LINE, {})
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
