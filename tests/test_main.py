import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import __version__
from generator.__main__ import main


def test_help_names_the_commands_and_loads_nothing_heavy() -> None:
    code = "import sys\nfrom generator.__main__ import main\ntry: main(['--help'])\nexcept SystemExit: pass\nprint(sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    for word in ("build", "preview", "check", "explain", "judge", "evaluate"):
        assert word in done.stdout
    for module in ("'spacy'", "'jinja2'", "'babel'", "'livereload'", "'markdown_it'"):
        assert module not in done.stdout


def test_the_version_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"fundstelle {__version__}\n"


def test_a_fault_is_one_line_and_exit_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--seeds", str(tmp_path / "nowhere"), "--output", str(tmp_path / "o")]) == 1
    error = capsys.readouterr().err
    assert error.startswith("fundstelle: ")
    assert error.count("\n") == 1


@pytest.mark.parametrize("arguments", [[], ["bild"], ["build", "--jobs", "0"], ["build", "--jobs", "many"]])
def test_a_wrong_call_is_exit_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2


@pytest.mark.parametrize("strict", [False, True])
def test_only_a_strict_build_fails_for_a_problem(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], strict: bool
) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_bytes(b"\x00\x01")
    arguments = [
        "build",
        "--seeds",
        str(tmp_path / "seeds"),
        "--output",
        str(tmp_path / "o"),
        "--config",
        str(tmp_path / "site.toml"),
    ]
    assert main([*arguments, "--strict"] if strict else arguments) == int(strict)
    printed = capsys.readouterr()
    assert "a.txt:" in printed.err
    assert "problems" in printed.out


KIEW = (
    "Kiew. Der Präsident Wolodymyr Selenskyj sprach am Freitag in Berlin mit Olaf Scholz. Selenskyj dankte der Nato.\n"
)
BERN = "In Bern sprach Maria Muster mit der russischen und der polnischen Delegation. Das Rathaus Bern schwieg.\n"

Run = Callable[..., tuple[int, str, str]]
Row = dict[str, str]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in the folder of a small site; return exit code, output, errors."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "kiew.txt").write_text(KIEW, "utf-8")
    (tmp_path / "seeds" / "bern.txt").write_text(BERN, "utf-8")
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return command


def test_explain_says_the_same_before_and_after_a_build(run: Run) -> None:
    code, told, errors = run("explain", "Olaf", "Scholz", "--jobs", "1")
    assert (code, errors) == (0, "")
    assert told.startswith("Olaf Scholz  (people/olaf-scholz)\n  person, 1 mention in 1 article\n")
    assert Path(".fundstelle", "articles").is_file()
    assert not Path("output").exists()
    run("build")
    assert run("explain", "Scholz") == (0, told, "")


def test_explain_tells_an_article_and_a_mention_by_their_addresses(run: Run) -> None:
    assert "articles/kiew, " in run("explain", "seeds/kiew.txt")[1]
    assert "[Selenskyj] dankte" in run("explain", "output/articles/kiew.html")[1]
    assert run("explain", "kiew#m-2")[1].startswith("    m-2 ")


def test_explain_knows_nothing_of_a_name_that_is_nowhere(run: Run) -> None:
    code, told, errors = run("explain", "Schulz")
    assert (code, told) == (1, "")
    assert errors == "fundstelle: nothing is called 'Schulz'; did you mean 'Olaf Scholz'?\n"


def test_a_broken_rule_is_named_beside_the_explanation(run: Run) -> None:
    Path("seeds", "authority.toml").write_text('[[persona]]\nname = "x"\n', "utf-8")
    code, told, errors = run("explain", "Scholz")
    assert (code, errors) == (0, "seeds/authority.toml:1: unknown table 'persona'; did you mean 'person'?\n")
    assert told.startswith("Olaf Scholz")


def _mentions() -> list[Row]:
    return list(csv.DictReader(io.StringIO(Path("output", "data", "mentions.csv").read_text("utf-8"))))


def _save(rows: list[Row], delimiter: str = ",", encoding: str = "utf-8") -> str:
    into = io.StringIO()
    writer = csv.DictWriter(into, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    Path("mine.csv").write_bytes(into.getvalue().encode(encoding))
    return "mine.csv"


def test_an_untouched_export_states_nothing(run: Run) -> None:
    run("build")
    tables = ["output/data/mentions.csv", *map(str, sorted(Path("output", "data", "annotations").iterdir()))]
    assert len(tables) == 3
    for table in (*tables, _save(_mentions(), ";", "cp1252")):
        assert run("judge", table) == (0, "", "nothing differs\n")
    assert run("judge", *tables)[1] == ""


def test_one_changed_label_is_one_judgement_and_the_next_build_follows(run: Run) -> None:
    run("build")
    rows = _mentions()
    changed = next(row for row in rows if row["text"] == "Berlin")
    changed |= {"label": "ORGANISATION", "entity": "Bundesregierung"}
    _follows(run, _save(rows, "\t"), ('quote = "Berlin"', 'verdict = "organisation"', 'name = "Bundesregierung"'))
    assert ("Berlin", "ORGANISATION", "organisations/bundesregierung", "curator") in _named()


def test_one_deleted_row_is_one_judgement_and_the_next_build_follows(run: Run) -> None:
    run("build")
    for text in ("Berlin", "russischen"):
        _follows(run, _save([row for row in _mentions() if row["text"] != text]), (f'quote = "{text}"', '"not a name"'))
        assert text not in {name for name, *_ in _named()}


def test_one_added_row_is_one_judgement_and_the_next_build_follows(run: Run) -> None:
    run("build")
    at = KIEW.index("Präsident")
    row = {
        "article": "kiew",
        "start": str(at),
        "end": str(at + 9),
        "text": "Präsident",
        "label": "person",
        "entity": "",
    }
    _follows(run, _save([*_mentions(), row]), ('quote = "Präsident"', 'verdict = "person"'))
    assert ("Präsident", "PERSON", "people/praesident", "curator") in _named()


def test_corrected_annotations_are_judgements_and_the_next_build_follows(run: Run) -> None:
    run("build")
    path = Path("output", "data", "annotations", "kiew.jsonld")
    page = json.loads(path.read_text("utf-8"))
    item = next(i for i in page["items"] if i["target"]["selector"][0]["exact"] == "Olaf Scholz")
    page["items"].remove(item)
    Path("mine.jsonld").write_text(json.dumps(page), "utf-8")
    _follows(run, "mine.jsonld", ('quote = "Olaf Scholz"', '"not a name"'))


def _named() -> set[tuple[str, str, str, str]]:
    return {(row["text"], row["label"], row["entity"], row["layer"]) for row in _mentions()}


def _follows(run: Run, corrected: str, words: tuple[str, ...]) -> None:
    """Check that a file gives one judgement of these words, and none any more once that is a rule."""
    code, rules, errors = run("judge", corrected)
    assert (code, errors) == (0, "")
    assert rules.count("[[judgement]]") == 1
    for word in words:
        assert word in rules
    with Path("seeds", "authority.toml").open("a", encoding="utf-8") as file:
        file.write(rules)
    assert run("build", "--strict")[0] == 0
    assert run("judge", corrected) == (0, "", "nothing differs\n")


FAULTS: tuple[tuple[Row, str], ...] = (
    ({"label": "PER"}, "unknown label 'PER'; use PERSON, PLACE, ORGANISATION, or drop the row if this is no name"),
    ({"start": "x"}, "start and end must be numbers; mend the row or drop it"),
    ({"article": "x"}, "there is no article 'x'; give the slug it has in the site, or drop the row"),
    ({"text": "Xyz"}, "'Xyz' does not stand in 'bern'; mend the quotation or drop the row"),
    ({"entity": "people/x"}, "there is no entity 'people/x'; give an id of the site, a new name, or nothing"),
)


def test_a_faulty_row_is_one_line_and_no_rule_is_made(run: Run) -> None:
    run("build")
    for change, fault in FAULTS:
        first, *others = _mentions()
        assert run("judge", _save([first | change, *others])) == (1, "", f"mine.csv:2: {fault}\n")


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (None, "mine.x: cannot be read: no such file or directory; name another file"),
        ("", "mine.x:1: there is no column 'article'; use the columns of data/mentions.csv"),
        ("{]", "mine.x: not valid JSON"),
        ('{"a": 1}', "mine.x: there is no list of annotations; give an AnnotationPage with 'items'"),
        ('[{"target": 1}]', "mine.x: annotation 1: has no quote or no label; mend it or drop it"),
        ("\0", "mine.x: control character"),
    ],
)
def test_what_is_no_export_is_one_line(run: Run, content: str | None, fault: str) -> None:
    if content is not None:
        Path("mine.x").write_text(content, "utf-8")
    code, rules, errors = run("judge", "mine.x")
    assert (code, rules, errors.count("\n")) == (1, "", 1)
    assert errors.removeprefix("fundstelle: ").startswith(fault)
