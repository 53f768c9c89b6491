"""Source → Document: title, language, sentences, problems."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import SET_APART, Document, Problem, Source, Span
from generator.parse import parse, shorten, slugs
from generator.text import decode

SEEDS = Path(__file__).parent.parent / "seeds"


def parsed(text: str, path: str = "a.txt") -> Document:
    result = parse(Source(path, text), "a", "de")
    assert result.problems == ()
    assert result.document is not None
    return result.document


def test_a_declared_title_wins_and_the_headline_becomes_a_subheading() -> None:
    document = parsed("---\ntitle: Der eine\n---\n# Der andere\n\nText.", "a.md")
    assert document.metadata.title == "Der eine"
    assert [block.kind for block in document.blocks] == ["subheading", "paragraph"]


def test_a_headline_that_says_the_declared_title_again_stays_the_headline() -> None:
    document = parsed("---\ntitle: Der eine\n---\n# Der  Eine!\n\nText.", "a.md")
    assert [block.kind for block in document.blocks] == ["headline", "paragraph"]


def test_the_headline_is_the_title_when_none_is_declared() -> None:
    metadata = parsed("Neue Brücke eröffnet\n\nDer Verkehr rollt.").metadata
    assert (metadata.title, metadata.title_made) == ("Neue Brücke eröffnet", False)


def test_without_headline_the_title_is_made_from_the_first_sentence() -> None:
    metadata = parsed("Kiew, Peking Der russische Präsident sprach. Danach schwieg er.").metadata
    assert (metadata.title, metadata.title_made) == ("Der russische Präsident sprach", True)


def test_a_text_without_a_word_is_called_by_its_file() -> None:
    assert parsed(".").metadata.title == "a"


def test_a_first_sentence_that_tells_nothing_makes_no_title() -> None:
    assert parsed("Geschafft. Nach elf Stunden hat der Kreistag den Haushalt verabschiedet.").metadata.title == (
        "Nach elf Stunden hat der Kreistag den Haushalt verabschiedet"
    )


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Ein kurzer Satz.", "Ein kurzer Satz"),
        ("Was ist los?", "Was ist los?"),
        (
            "Der Rat der Stadt hat nach langer Debatte beschlossen, dass die Brücke über den Fluss nun doch an der alten Stelle gebaut werden soll.",
            "Der Rat der Stadt hat nach langer Debatte beschlossen …",
        ),
        (
            "Der russische Präsident Wladimir Putin und der chinesische Staatschef Xi Jinping wollen die bilaterale Zusammenarbeit stärken.",
            "Der russische Präsident Wladimir Putin und der chinesische Staatschef Xi Jinping wollen die bilaterale Zusammenarbeit stärken",
        ),
        ("x" * 200, "x" * 90 + " …"),
    ],
)
def test_titles_are_cut_at_a_sensible_place(sentence: str, title: str) -> None:
    assert shorten(sentence) == title


def test_only_the_article_has_sentences() -> None:
    document = parsed(
        "Überschrift hier\n\nBERLIN (dpa) – Erster Satz. Zweiter Satz.\n\nLesen Sie auch: Ein Teaser\n\nDritter Satz.\n\nFoto: Anna Gruber"
    )
    assert [document.text[span.start : span.end] for span in document.sentences] == [
        "Überschrift hier", "Erster Satz.", "Zweiter Satz.", "Dritter Satz.",
    ]  # fmt: skip


def test_code_has_no_sentences() -> None:
    assert parsed("Text.\n\n    code. More.\n", "a.md").sentences == (Span(0, 5),)


def test_the_language_is_declared_or_detected_or_the_sites() -> None:
    assert parsed("The mayor said that it was over.").metadata.language == "en"
    assert parsed("---\nlanguage: de\n---\nThe mayor said that it was over.").metadata.language == "de"
    assert parsed("Ottawa!").metadata.language == "de"


def test_the_datelines_day_stands_in_when_none_is_declared() -> None:
    assert parsed("Berlin, 14. März 2023 – Das Kabinett tagt.").metadata.date == dt.date(2023, 3, 14)
    assert parsed("---\ndate: 2020-01-01\n---\nBerlin, 14. März 2023 – Das Kabinett tagt.").metadata.date == dt.date(
        2020, 1, 1
    )


def test_a_day_in_the_files_name_stands_in_at_last() -> None:
    assert parsed("Der Rat tagt.", "2023/2023-03-14-rat.txt").metadata.date == dt.date(2023, 3, 14)
    assert parsed("Der Rat tagt.", "2023-02-31.txt").metadata.date is None


@pytest.mark.parametrize("text", ["", " \n\t\n", "---\ntitle: a\n---\n", "---\ntitle: a\n---\n  \n"])
def test_nothing_to_read_is_a_problem(text: str) -> None:
    result = parse(Source("a.md", text), "a", "de")
    assert result.document is None
    assert result.problems == (Problem("seeds/a.md", "has no text; write some or remove the file"),)


def test_a_wrong_key_does_not_stop_the_article() -> None:
    result = parse(Source("a.md", "---\ntitel: a\n---\nText."), "a", "de")
    assert result.document is not None
    assert result.problems == (Problem("seeds/a.md:2", "unknown key 'titel'; did you mean 'title'?"),)


def test_problems_in_the_text_count_lines_from_the_top_of_the_file() -> None:
    result = parse(Source("a.md", "---\ntitle: a\n---\nText.\n\n<div>x</div>\n"), "a", "de")
    assert result.problems == (Problem("seeds/a.md:6", "raw HTML is left out; write it as Markdown"),)


def test_an_unknown_kind_of_file_is_a_problem() -> None:
    assert parse(Source("a.docx", "x"), "a", "de").problems[0].where == "seeds/a.docx"


def test_two_files_of_one_name_have_two_slugs() -> None:
    assert slugs(("a.md", "a.txt", "2023/Größe.md", "B.TXT")) == ("a", "a-2", "2023-groesse", "b")


def assert_sound(document: Document) -> None:
    at = 0
    for block in document.blocks:
        assert at <= block.start < block.end
        assert not document.text[at : block.start].strip()
        at = block.end
    assert not document.text[at:].strip()
    for span in document.sentences:
        (block,) = (block for block in document.blocks if block.start <= span.start < block.end)
        assert span.end <= block.end
        assert block.kind not in SET_APART
    assert document.metadata.title


@given(st.text(max_size=150), st.sampled_from(["a.md", "a.txt"]))
def test_every_document_is_sound(text: str, path: str) -> None:
    result = parse(Source(path, text), "a", "de")
    assert (result.document is None) == bool(
        result.problems and result.problems[-1].what.startswith("has no text")
    ) or result.problems
    if result.document:
        assert_sound(result.document)


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
def test_the_scraped_samples_fall_into_their_blocks(path: Path, golden: Callable[[str, str], None]) -> None:
    source = decode(path.name, path.read_bytes())
    assert isinstance(source, Source)
    document = parse(source, path.stem, "de").document
    assert document is not None
    lines = [f"{b.kind}{b.level or ''} | {document.text[b.start : b.end]}" for b in document.blocks]
    golden(f"documents/{path.name}", "\n".join([f"title | {document.metadata.title}", *lines, ""]))


@pytest.mark.parametrize("path", sorted(SEEDS.rglob("*.*")), ids=lambda path: path.name)
def test_every_sample_article_is_sound_and_without_problem(path: Path) -> None:
    if path.suffix not in (".md", ".txt"):
        return
    source = decode(path.name, path.read_bytes())
    assert isinstance(source, Source)
    result = parse(source, path.stem, "de")
    assert result.problems == ()
    assert result.document is not None
    assert_sound(result.document)
    if path.suffix == ".txt":
        assert source.text.endswith(result.document.text), "plain text is the source to the character"
