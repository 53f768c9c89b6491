"""Each entity as files of its own."""

import csv
import io
import json

import pytest

from generator.authority import parse_authority
from generator.config import Settings
from generator.exports.entities import COLUMNS, entity_files
from generator.linkeddata import entity_twins
from generator.model import Corpus
from generator.resolve import resolve
from generator.search import search_facets, search_index
from generator.strings import strings
from tests.resolving import several
from tests.written import small_corpus, write_article, write_corpus

SETTINGS = Settings()


def _files(corpus: Corpus, settings: Settings = SETTINGS) -> dict[str, bytes]:
    return {twin.path: twin.content for twin in entity_files(corpus, settings)}


def _rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_every_entity_named_more_than_once_has_both_files_beside_its_page() -> None:
    corpus = small_corpus()
    often = [entity.id for entity in corpus.entities if len(entity.loci) + len(entity.weak) > 1]
    assert 1 < len(often) < len(corpus.entities)
    expected = [f"{name}.{ending}" for name in often for ending in ("json", "csv")]
    assert list(_files(corpus)) == expected
    assert [path for entity in corpus.entities for *_, path in entity_twins(entity)] == expected


def test_the_offsets_count_code_points_into_the_articles_text_and_say_so() -> None:
    corpus = small_corpus()
    texts = {article.document.slug: article.document.text for article in corpus.articles}
    for path, content in _files(corpus).items():
        if path.endswith(".json"):
            record = json.loads(content)
            assert record["offsets"].startswith("code points")
            assert record["mentions"]
            for found in (*record["mentions"], *record["figures"]):
                assert texts[found["article"]][found["start"] : found["end"]] == found["text"]
        else:
            for row in _rows(content):
                stretch = slice(int(row["start_code_point"]), int(row["end_code_point"]))
                assert texts[row["article"]][stretch] == row["text"]


def test_a_mention_stands_in_its_sentence_with_its_address() -> None:
    corpus = write_corpus(
        [write_article("a", "Heute sprach [Xi|people/xi] lange.\n[Xi|people/xi]", date="2023-03-21", title="Rede")]
    )
    (row, _) = _rows(_files(corpus)["people/xi.csv"])
    assert tuple(row) == COLUMNS
    assert list(row.values()) == [
        "a", "Rede", "2023-03-21", "13", "15", "Heute sprach ", "Xi", " lange.", "PERSON", "model", "articles/a.html#m-1",
    ]  # fmt: skip
    (mention, _) = json.loads(_files(corpus)["people/xi.json"])["mentions"]
    assert [str(mention[key]) for key in ("article", "start", "left", "text", "right", "url")] == [
        "a", "13", "Heute sprach ", "Xi", " lange.", "articles/a.html#m-1",
    ]  # fmt: skip


def test_addresses_are_whole_where_the_site_knows_its_own() -> None:
    settings = Settings(base_url="https://example.org/s/")
    record = json.loads(
        _files(write_corpus([write_article("a", "[Xi|people/xi] [Xi|people/xi]")]), settings)["people/xi.json"]
    )
    assert record["url"] == "https://example.org/s/people/xi.html"
    assert record["mentions"][0]["url"] == "https://example.org/s/articles/a.html#m-1"


def test_figures_of_the_same_sentence_are_nearby_once_and_ordinals_are_none() -> None:
    text = "[Xi|people/xi] und {85|number|85} Raketen und [Xi|people/xi] als {Dritter|ordinal|3}\nEs waren {sechs|number|6}."
    record = json.loads(_files(write_corpus([write_article("a", text)]))["people/xi.json"])
    assert [(figure["text"], figure["value"], figure["url"]) for figure in record["figures"]] == [
        ("85", "85", "articles/a.html#f-1")
    ]


def test_a_demonym_is_a_mention_that_says_so() -> None:
    text = "[russische|~places/russland] [Russen|~places/russland]"
    files = _files(write_corpus([write_article("a", text)]))
    assert [row["label"] for row in _rows(files["places/russland.csv"])] == ["DEMONYM", "DEMONYM"]


def test_names_and_demonyms_of_one_article_stand_in_reading_order() -> None:
    text = "[russische|~places/russland] [Russland|places/russland] [russische|~places/russland]"
    rows = _rows(_files(write_corpus([write_article("a", text)]))["places/russland.csv"])
    assert [row["url"].partition("#")[2] for row in rows] == ["m-1", "m-2", "m-3"]


def test_what_is_not_to_be_indexed_has_no_files() -> None:
    text = "[Xi|people/xi] [Nato|organisations/nato] [Xi|people/xi] [Nato|organisations/nato]"
    corpus = write_corpus([write_article("a", text)], people__xi={"noindex": True})
    assert list(_files(corpus)) == ["organisations/nato.json", "organisations/nato.csv"]


@pytest.mark.parametrize("order", ["takedown = true", 'pseudonym = "Eva B."'])
def test_no_file_tells_of_a_person_who_is_withheld(order: str) -> None:
    text = "{P:Anna Kolb} traf {P:Petra Kolb} in {L:Bonn}. {P:Kolbs} Hund bellte.\n---\nNur ANNA KOLB fehlte, sagte {P:Olaf Scholz} zu {P:Petra Kolb}."
    authority, _ = parse_authority(f'[[person]]\nname = "Anna Kolb"\n{order}', "seeds/authority.toml")
    corpus = resolve(several(text), authority)
    scripts = (search_index(corpus, strings("de")), search_facets(corpus))
    said = b"".join((*_files(corpus).values(), *(script.content for script in scripts)))
    assert "people/petra-kolb.csv" in _files(corpus)
    assert b"anna" not in said.lower()


def test_what_a_spreadsheet_would_run_is_made_harmless() -> None:
    corpus = write_corpus([write_article("a", "=SUM(1) [Xi|people/xi]\n[Xi|people/xi]", title="=HYPERLINK(1)")])
    (row, _) = _rows(_files(corpus)["people/xi.csv"])
    assert (row["title"], row["left"]) == ("'=HYPERLINK(1)", "'=SUM(1) ")
