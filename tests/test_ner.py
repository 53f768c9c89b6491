"""Names: our own pipelines find them, certain ones are marked, an article agrees with itself, a missing pipeline says what to do."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from generator.errors import MissingPipelineError
from generator.model import Name
from generator.ner import load_recogniser, pipeline_version
from generator.ner.consistency import agree
from generator.ner.pipeline import Recogniser
from generator.ner.tagger import LONGEST, TAGS, spans, word_features, word_grams

CASES = Path(__file__).parent / "cases" / "ner"


@pytest.fixture(scope="module")
def german() -> Recogniser:
    return load_recogniser("fundstelle", "de")


def _named(recogniser: Recogniser, *article: str) -> list[tuple[str, str]]:
    (found,) = recogniser.recognise([article])
    return [(text[n.start : n.end], n.label) for text, names in zip(article, found, strict=True) for n in names]


def _cases(language: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Texts and the names in them: `text` on a line, then `label: name` lines, an empty line between cases."""
    for block in (CASES / f"{language}.txt").read_text("utf-8").split("\n\n"):
        text, *lines = [line for line in block.splitlines() if not line.startswith("#")]
        names = [line.split(": ", 1) for line in lines if line]
        yield text, [(name, label.strip()) for label, name in names]


@pytest.mark.parametrize(("text", "names"), list(_cases("de")))
def test_names_in_german_news_are_found(german: Recogniser, text: str, names: list[tuple[str, str]]) -> None:
    assert _named(german, text) == names


@pytest.mark.parametrize(("text", "names"), list(_cases("en")))
def test_names_in_english_news_are_found(text: str, names: list[tuple[str, str]]) -> None:
    assert _named(load_recogniser("fundstelle", "en"), text) == names


def test_an_article_gives_one_result_for_each_paragraph_even_an_empty_one(german: Recogniser) -> None:
    articles = [("Berlin", "", "  "), (), ("Angela Merkel",)]
    found = list(german.recognise(articles))
    assert [len(f) for f in found] == [3, 0, 1]
    assert found[0][1] == found[0][2] == ()


def test_what_is_found_does_not_depend_on_the_articles_beside_it(german: Recogniser) -> None:
    articles = [
        ("Wladimir Putin besuchte Peking.", "Dort traf Putin Xi Jinping."),
        ("Kiew meldet Angriffe.",),
        ("Die SPD verlor.",),
    ]
    together = list(german.recognise(articles))
    assert together == [next(german.recognise([article])) for article in articles]
    assert list(german.recognise(reversed(articles))) == together[::-1]


def test_probabilities_do_not_depend_on_the_texts_beside_them_in_the_last_bit(german: Recogniser) -> None:
    texts = [text for text, _ in _cases("de")] + ["Angela Merkel reiste nach Paris. " * 60, "Berlin"]
    alone = [_chances(german.nlp(text)) for text in texts]
    assert max(len(chances) for chances in alone) > 100
    for some in (texts, texts[::-1]):
        fresh = load_recogniser("fundstelle", "de")  # so that words are met in another order too
        assert dict(zip(some, map(_chances, fresh.nlp.pipe(some)), strict=True)) == dict(zip(texts, alone, strict=True))


def test_a_paragraph_of_any_length_is_read_to_its_end(german: Recogniser) -> None:
    sentence = "Angela Merkel reiste am Montag nach Paris. "
    (found,) = next(german.recognise([(sentence * 1300,)]))
    assert LONGEST < 9 * 1300
    assert Counter(name.label for name in found) == {"PERSON": 1300, "PLACE": 1300}


def _chances(doc: Doc) -> list[tuple[int, int, str, float]]:
    group = doc.spans["fundstelle"]
    return [(s.start, s.end, s.label_, chance) for s, chance in zip(group, group.attrs["scores"], strict=True)]


def test_spaces_and_line_ends_are_never_part_of_a_name(german: Recogniser) -> None:
    text = "  Angela   Merkel \n besuchte  Paris .  "
    for name in next(german.recognise([(text,)]))[0]:
        assert text[name.start : name.end] == text[name.start : name.end].strip()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=4))
def test_any_text_gives_sorted_disjoint_names_inside_it(german: Recogniser, article: list[str]) -> None:
    (found,) = german.recognise([tuple(article)])
    for text, names in zip(article, found, strict=True):
        ends = [0, *(name.end for name in names)]
        assert all(end <= name.start < name.end <= len(text) for end, name in zip(ends, names, strict=False))
        assert all(0 <= name.score <= 1 for name in names)


def test_a_missing_pipeline_says_what_to_do() -> None:
    with pytest.raises(MissingPipelineError, match="'xx_no_such' is not installed; install it with"):
        load_recogniser("xx_no_such", "de")
    with pytest.raises(MissingPipelineError, match="none for language 'fi'"):
        pipeline_version("fundstelle", "fi")


def test_the_version_differs_between_languages_and_stays_the_same_otherwise() -> None:
    assert pipeline_version("fundstelle", "de") == pipeline_version("fundstelle", "de")
    assert pipeline_version("fundstelle", "de") != pipeline_version("fundstelle", "en")


def test_a_pipeline_in_a_folder_can_be_named_and_foreign_labels_are_understood(tmp_path: Path) -> None:
    import spacy

    nlp = spacy.blank("de")
    rules = [
        {"label": "GPE", "pattern": "Bonn"},
        {"label": "PERSON", "pattern": "Anna Seghers"},
        {"label": "NORP", "pattern": "Grüne"},
    ]
    nlp.add_pipe("entity_ruler").add_patterns(rules)  # type: ignore[attr-defined]
    nlp.to_disk(tmp_path / "mine")
    found = _named(load_recogniser(str(tmp_path / "mine"), "de"), "Anna Seghers traf Grüne in Bonn .")
    assert found == [("Anna Seghers", "PERSON"), ("Bonn", "PLACE")]


def test_a_surname_alone_is_a_person_when_the_full_name_stands_elsewhere() -> None:
    texts = ("Dominique Strauss-Kahn schweigt.", "Die Anwälte von Strauss-Kahn auch.")
    names = (
        (Name(0, 22, "PERSON", certain=True, score=0.99),),
        (Name(16, 28, "ORGANISATION", certain=False, score=0.5),),
    )
    assert agree(texts, names)[1] == (Name(16, 28, "PERSON", certain=False, score=0.5),)


def test_the_initials_of_an_interviewer_are_no_name() -> None:
    names = ((Name(2, 5, "PERSON", certain=True, score=0.98), Name(20, 24, "PLACE", certain=True, score=0.98)),)
    assert agree(("((WSS)) Waren Sie in Bonn?",), names) == (names[0][1:],)


def test_an_unsure_name_that_a_caption_begins_with_is_what_it_shows() -> None:
    unsure, sure = (Name(0, 15, "PLACE", certain=sure, score=0.7) for sure in (False, True))
    assert agree(("Zerstörtes Haus in Cherson",), ((unsure,),)) == ((),)
    assert agree(("Zerstörtes Haus in Cherson",), ((sure,),)) == ((sure,),)
    assert agree(("Vereinte Nation",), ((unsure,),)) == ((unsure,),)


def test_a_name_beyond_doubt_is_found_everywhere_in_the_article_but_not_inside_words() -> None:
    texts = ("Ein Besuch in Cherson.", "Cherson brennt, das Cherson-Gebiet auch.")
    names = ((Name(14, 21, "PLACE", certain=True, score=0.98),), ())
    assert agree(texts, names)[1] == (Name(0, 7, "PLACE", certain=False, score=0.5),)


def test_the_genitive_of_a_name_beyond_doubt_is_found_too() -> None:
    names = ((Name(0, 2, "PERSON", certain=True, score=0.95),), ())
    (name,) = agree(("Xi schweigt.", "Ein Besuch Xis in Moskau."), names)[1]
    assert (name.start, name.end, name.label, name.certain) == (11, 14, "PERSON", False)


def test_a_doubtful_name_is_not_looked_for_elsewhere() -> None:
    names = ((Name(0, 4, "PLACE", certain=False, score=0.6),), ())
    assert agree(("Bonn lacht.", "Bonn weint."), names) == names


def test_spans_end_where_their_tags_end() -> None:
    tags = [TAGS.index(tag) for tag in ("U-LOC", "O", "B-PER", "I-PER", "L-PER", "U-LOC")]
    chances = np.asarray([0.9, 1.0, 0.8, 0.7, 0.95, 0.6], dtype=np.float32)
    assert [(a, b, label) for a, b, label, _ in spans(tags, chances)] == [(0, 1, "LOC"), (2, 5, "PER"), (5, 6, "LOC")]
    assert spans(tags, chances)[1][3] == pytest.approx(0.7)


@given(st.text(min_size=1, max_size=80))
def test_every_word_has_features_of_one_length_and_pieces(word: str) -> None:
    assert len(word_features(word, {})) == len(word_features("Wort", {}))
    assert word_grams(word)
