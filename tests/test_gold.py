import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.config import Settings
from generator.errors import UserError
from generator.exports import EXPORTS, TWINS
from generator.gold import Gold, parse_gold, read_gold
from generator.model import Block
from tests.written import small_corpus

TEXT = "Olaf Scholz kam nach Kiew.\nDie SPD schwieg."
NAMES = ((0, 11, "PERSON"), (21, 25, "PLACE"), (31, 34, "ORGANISATION"))
LINES = (Block(0, 26, "paragraph"), Block(27, 43, "paragraph"))


def _line(**changes: object) -> str:
    row = {"text": TEXT, "names": [[0, 12, "PER"], [21, 25, "LOC"], [31, 34, "ORG"], [35, 43, "OTH"]]}
    return json.dumps(row | changes)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The `data` folder of a small site."""
    for export in EXPORTS:
        for artifact in export(small_corpus(), Settings()):
            _write(tmp_path / artifact.path, artifact.content)
    for twin in TWINS:
        for file in twin(small_corpus(), Settings()):
            _write(tmp_path / file.path, file.content)
    return tmp_path / "data"


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def test_json_lines_are_read_with_our_labels_and_trimmed_spans() -> None:
    assert parse_gold("g.jsonl", _line() + "\n\n", {}) == (Gold("g.jsonl:1", TEXT, "de", LINES, NAMES),)


@pytest.mark.parametrize(
    "fault", ["{", "[]", '{"text": "a"}', '{"text": "a", "names": [[0, 9, "PER"]]}', '{"text": "a", "names": 3}']
)
def test_a_fault_in_json_lines_is_named_with_its_line(fault: str) -> None:
    with pytest.raises(UserError, match=r"g\.jsonl:2: no gold text"):
        parse_gold("g.jsonl", _line() + "\n" + fault, {})


def test_offsets_count_the_code_points_of_the_file(tmp_path: Path) -> None:
    decomposed = "Mu\u0308ller kam nach Kiew."
    (tmp_path / "g.jsonl").write_text(_line(text=decomposed, names=[[17, 21, "LOC"]]), "utf-8")
    (gold,) = read_gold(tmp_path)
    assert [gold.text[start:end] for start, end, _ in gold.names] == ["Kiew"]


@pytest.mark.parametrize("chosen", ["", "mentions.csv", "annotations"])
def test_an_export_is_gold_whichever_of_its_forms_is_given(data: Path, chosen: str) -> None:
    expected = {
        article.document.slug: tuple(
            sorted(
                (m.mention.start, m.mention.end, m.mention.label)
                for m in article.mentions
                if m.mention.label != "DEMONYM"
            )
        )
        for article in small_corpus().articles
    }
    found = read_gold(data / chosen)
    assert {gold.where: gold.names for gold in found} == expected
    kinds = {gold.where: [block.kind for block in gold.blocks] for gold in found}
    assert kinds["besuch"] == ["headline", "paragraph", "leftover"]


def test_one_file_of_annotations_is_gold_for_its_article(data: Path) -> None:
    (gold,) = read_gold(data / "annotations" / "besuch.jsonld")
    assert gold.where == "besuch"


def test_a_row_taken_out_is_a_name_less(data: Path) -> None:
    table = data / "mentions.csv"
    before = sum(len(gold.names) for gold in read_gold(data))
    head, *rows = table.read_text("utf-8").splitlines(keepends=True)
    rows.remove(next(row for row in rows if ",PERSON," in row))
    table.write_text("".join((head, *rows)), "utf-8")
    assert sum(len(gold.names) for gold in read_gold(data)) == before - 1


def _no_texts(data: Path) -> Path:
    for record in (data / "articles").iterdir():
        record.unlink()
    return data


def _a_strange_article(data: Path) -> Path:
    table = data / "mentions.csv"
    table.write_text(table.read_text("utf-8") + "fremd,0,4,Kiew,PLACE,places/kiew,m-1,model\r\n", "utf-8")
    return data


def _a_broken_record(data: Path) -> Path:
    (data / "articles" / "besuch.json").write_text("{", "utf-8")
    return data


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda data: data / "nowhere", "nowhere: there is no such file; give"),
        (lambda data: data / "articles", "no marked texts in it; give"),
        (_no_texts, "the texts are missing; put"),
        (_a_strange_article, "there is no article 'fremd' in articles; put"),
        (_a_broken_record, r"articles/besuch\.json: no article of a site: .*; take"),
    ],
)
def test_what_cannot_be_gold_is_one_clear_line(data: Path, spoil: Callable[[Path], Path], said: str) -> None:
    with pytest.raises(UserError, match=said):
        read_gold(spoil(data))
