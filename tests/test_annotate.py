import datetime as dt

from generator.annotate import annotate, readable, texts
from generator.model import Annotated, Block, Document, Metadata, Name, Span


def _document(text: str, *blocks: Block, date: dt.date | None = None, language: str = "de") -> Document:
    return Document(
        slug="a",
        path="a.txt",
        text=text,
        metadata=Metadata(title="A", date=date, language=language),
        blocks=blocks or (Block(0, len(text), "paragraph"),),
        marks=(),
        sentences=(Span(0, len(text)),),
    )


def _names(text: str, *found: str) -> tuple[Name, ...]:
    return tuple(Name(text.index(words), text.index(words) + len(words), "ORGANISATION") for words in found)


def _shown(annotated: Annotated) -> list[tuple[str, str]]:
    text = annotated.document.text
    assert all(text[m.start : m.end] == m.text for m in annotated.mentions)
    return [(mention.text, mention.label) for mention in annotated.mentions]


def test_names_demonyms_figures_and_dates_stand_side_by_side() -> None:
    text = "Der russische Sender CCTV zeigte am 14. März 2023 85 Raketen."
    annotated = annotate(_document(text), [_names(text, "CCTV")])
    assert _shown(annotated) == [("russische", "DEMONYM"), ("CCTV", "ORGANISATION")]
    assert [(figure.text, figure.counted) for figure in annotated.figures] == [("85", "Raketen")]
    assert [date.value for date in annotated.dates] == ["2023-03-14"]


def test_a_figure_inside_a_name_is_no_figure_and_a_demonym_inside_a_name_no_demonym() -> None:
    text = "Die Deutsche Bank und Schalke 04 feiern."
    annotated = annotate(_document(text), [_names(text, "Deutsche Bank", "Schalke 04")])
    assert _shown(annotated) == [("Deutsche Bank", "ORGANISATION"), ("Schalke 04", "ORGANISATION")]
    assert annotated.figures == ()


def test_a_currency_is_no_people() -> None:
    text = "Das kostet 30 Schweizer Franken."
    annotated = annotate(_document(text), [()])
    assert annotated.mentions == ()
    assert [figure.unit for figure in annotated.figures] == ["CHF"]


def test_what_is_set_apart_and_code_are_not_read() -> None:
    text = "Text.\n\n(Foto: Reuters)\n\n12 Euro\n\nEnde."
    blocks = (Block(0, 5, "paragraph"), Block(7, 22, "credit"), Block(24, 31, "code"), Block(33, 38, "paragraph"))
    document = _document(text, *blocks)
    assert readable(document) == (blocks[0], blocks[3])
    assert texts(document) == ("Text.", "Ende.")
    assert annotate(document, [(), ()]).figures == ()


def test_offsets_point_into_the_whole_text() -> None:
    text = "Kiew\n\nIn Kiew stehen 85 Panzer."
    document = _document(text, Block(0, 4, "dateline"), Block(6, len(text), "paragraph"))
    annotated = annotate(document, [(Name(0, 4, "PLACE"),), (Name(3, 7, "PLACE"),)])
    assert _shown(annotated) == [("Kiew", "PLACE"), ("Kiew", "PLACE")]
    (figure,) = annotated.figures
    assert text[figure.start : figure.end] == figure.text == "85"


def test_a_relative_date_is_resolved_by_the_articles_date_and_stays_open_without_one() -> None:
    text = "Das geschah am Freitag."
    (known,) = annotate(_document(text, date=dt.date(2022, 12, 31)), [()]).dates
    (unknown,) = annotate(_document(text), [()]).dates
    assert known.value == "2022-12-30"
    assert unknown.value != "2022-12-30"
