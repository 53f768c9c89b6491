"""Lines of a concordance: the sentence around a keyword, cut at words."""

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.concordance import Line, line, sentence_at, surroundings
from generator.model import Block, Document, Metadata, Span

TEXT = "Drohnen über Kiew\n\nAm Abend sprach Putin in\nMoskau. „Putin schweigt“, hieß es. "


def _document(text: str = TEXT, sentences: tuple[Span, ...] | None = None) -> Document:
    found = re.finditer(r"[^\s.][^.]*\.", text) if sentences is None else ()
    return Document(
        slug="a",
        path="a.txt",
        text=text,
        metadata=Metadata(title="A"),
        blocks=(Block(0, 17, "headline"),) if text == TEXT else (),
        marks=(),
        sentences=sentences if sentences is not None else tuple(Span(m.start(), m.end()) for m in found),
    )


def _line(keyword: str, nth: int = 1, **options: int) -> Line:
    start = [m.start() for m in re.finditer(keyword, TEXT)][nth - 1]
    sentences = (Span(19, 51), Span(52, 78))
    return line(_document(sentences=sentences), start, start + len(keyword), **options)


def test_a_line_is_the_sentence_around_the_keyword() -> None:
    assert _line("Putin") == Line("Am Abend sprach ", "Putin", " in Moskau.")


def test_a_quotation_mark_stays_close_to_the_keyword() -> None:
    assert _line("Putin", 2) == Line("„", "Putin", " schweigt“, hieß es.")


def test_outside_every_sentence_the_block_is_the_context() -> None:
    assert _line("Kiew") == Line("Drohnen über ", "Kiew", "")


def test_without_sentences_and_blocks_the_line_of_the_text_is_the_context() -> None:
    document = _document("erste Zeile\nnur Kiew hier\ndritte", sentences=())
    assert surroundings(document, 16, 20) == Span(12, 25)
    assert line(document, 30, 32) == Line("drit", "te", "")


def test_a_name_across_two_sentences_gets_both() -> None:
    document = _document("Er traf J. Müller dort. Ende.", sentences=(Span(0, 10), Span(11, 23), Span(24, 29)))
    assert line(document, 8, 17) == Line("Er traf ", "J. Müller", " dort.")


def test_long_contexts_are_cut_at_words() -> None:
    assert _line("Putin", width=9) == Line("… sprach ", "Putin", " in …")
    assert _line("Putin", width=6) == Line("… prach ", "Putin", " in …"), "a word longer than the width is cut"


def test_a_context_without_any_space_is_cut_hard() -> None:
    document = _document("a" * 50 + "Kiew" + "b" * 50, sentences=(Span(0, 104),))
    assert line(document, 50, 54, 10) == Line("… " + "a" * 10, "Kiew", "b" * 10 + " …")


def test_a_code_point_between_sentences_is_in_none() -> None:
    document = _document("Eins. Zwei.", sentences=(Span(0, 5), Span(6, 11)))
    assert [sentence_at(document, offset) for offset in (0, 4, 5, 6, 10, 11)] == [0, 0, -1, 1, 1, -1]


@given(st.text(alphabet="ab. \n„ü", min_size=1, max_size=60), st.data())
def test_the_three_pieces_are_the_text_in_order(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    document = _document(text)
    found = line(document, start, end, width=data.draw(st.integers(1, 30)))
    pieces = "".join((found.left.removeprefix("… "), found.keyword, found.right.removesuffix(" …")))
    assert "".join(pieces.split()) in "".join(text.split())
    assert "".join(found.keyword.split()) == "".join(text[start:end].split())
