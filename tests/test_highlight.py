import html
import re
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.highlight import (
    Piece,
    data_block,
    date_piece,
    figure_piece,
    highlight,
    mark_piece,
    mention_piece,
    text_fragment,
)
from generator.model import Label, Linked, Mark, Mention, Quantity

TEXT = "Präsident Wladimir Putin sprach <am> Freitag mit 85 Gästen & „Xi“."


def name(words: str, label: Label = "PERSON", *, certain: bool = True, href: str = "../people/x.html") -> Piece:
    start = TEXT.index(words)
    mention = Mention(start=start, end=start + len(words), text=words, label=label, layer="model", certain=certain)
    return mention_piece(Linked(mention=mention, entity="people/x", anchor="m-1"), href)


def mark(words: str, kind: str, href: str = "") -> Piece:
    start = TEXT.index(words)
    return mark_piece(Mark(start, start + len(words), kind, href))  # type: ignore[arg-type]


def shown(*pieces: Piece, of: str = TEXT) -> str:
    start = TEXT.index(of)
    return str(highlight(TEXT, start, start + len(of), pieces))


def test_plain_text_is_escaped() -> None:
    assert shown(of="<am> Freitag") == "&lt;am&gt; Freitag"


def test_a_mention_is_a_link_with_an_address_of_its_own() -> None:
    expected = '<a class="m person" id="m-1" href="../people/x.html">Wladimir Putin</a> sprach'
    assert shown(name("Wladimir Putin"), of="Wladimir Putin sprach") == expected


def test_an_uncertain_mention_says_so() -> None:
    assert '<a class="m place uncertain" id="m-1"' in shown(name("Xi", "PLACE", certain=False))


def test_a_demonym_has_a_class_of_its_own() -> None:
    assert '<a class="m demonym" id="m-1"' in shown(name("Xi", "DEMONYM"))


def test_formatting_that_crosses_a_name_is_cut_and_the_name_is_not() -> None:
    assert shown(mark("Präsident Wladimir", "strong"), name("Wladimir Putin"), of="Präsident Wladimir Putin") == (
        "<strong>Präsident </strong>"
        '<a class="m person" id="m-1" href="../people/x.html"><strong>Wladimir</strong> Putin</a>'
    )


def test_formatting_around_a_name_stays_around_it() -> None:
    assert shown(mark("Präsident Wladimir Putin", "emphasis"), name("Putin"), of="Präsident Wladimir Putin") == (
        '<em>Präsident Wladimir <a class="m person" id="m-1" href="../people/x.html">Putin</a></em>'
    )


def test_a_name_takes_the_place_of_a_link_over_the_same_words() -> None:
    assert shown(mark("Putin", "link", "https://example.org/"), name("Putin"), of="Putin") == (
        '<a class="m person" id="m-1" href="../people/x.html">Putin</a>'
    )


def test_a_name_in_a_longer_link_keeps_its_address_but_is_no_link() -> None:
    assert shown(mark("Putin sprach", "link", "https://example.org/"), name("Putin"), of="Putin sprach") == (
        '<a href="https://example.org/"><span class="m person" data-href="../people/x.html" id="m-1">Putin</span> sprach</a>'
    )


def test_a_figure_gives_way_to_an_authors_link() -> None:
    figure = figure_at("85", Decimal(85))
    assert shown(figure, mark("85 Gästen", "link", "https://example.org/"), of="85 Gästen") == (
        '<a href="https://example.org/"><data class="figure" value="85" id="f-1">85</data> Gästen</a>'
    )
    longer = Piece(figure.start, figure.end + 7, "data", ' class="figure" value="85"', "x", "f-1", figure.rank)
    assert shown(longer, mark("85", "link", "https://example.org/"), of="85 Gästen") == (
        '<data class="figure" value="85" id="f-1"><a href="https://example.org/">85</a> Gästen</data>'
    )


def figure_at(words: str, value: Decimal | None, low: Decimal | None = None, high: Decimal | None = None) -> Piece:
    start = TEXT.index(words)
    quantity = Quantity(
        start=start, end=start + len(words), text=words, kind="number", value=value, low=low, high=high, unit=None
    )
    return figure_piece(quantity, "f-1", "../figures/index.html#a-f-1")


def test_a_figure_carries_its_value_and_links_to_the_index() -> None:
    assert shown(figure_at("85", Decimal(85)), of="85") == (
        '<data class="figure" value="85" id="f-1"><a href="../figures/index.html#a-f-1">85</a></data>'
    )


@pytest.mark.parametrize(
    ("value", "low", "high", "expected"),
    [
        ("3.5E+9", None, None, "3500000000"),
        (None, "10", "15", "10/15"),
        (None, "10", None, "10/.."),
        (None, None, None, ""),
    ],
)
def test_the_value_is_written_for_machines(value: str | None, low: str | None, high: str | None, expected: str) -> None:
    numbers = [None if text is None else Decimal(text) for text in (value, low, high)]
    assert f'value="{expected}"' in shown(figure_at("85", *numbers))


@pytest.mark.parametrize(
    ("value", "tag"),
    [
        ("2022-12-30", "time"),
        ("2022-12", "time"),
        ("2022", "time"),
        ("12-30", "time"),
        ("2022-W52", "time"),
        ("20:15", "time"),
        ("PT24H", "time"),
        ("P3D", "time"),
        ("P2M", "data"),
        ("2022-WI", "data"),
        ("XXXX-WXX-5", "data"),
        ("2020/2022", "data"),
    ],
)
def test_a_date_is_a_time_element_where_html_can_write_its_value(value: str, tag: str) -> None:
    quantity = Quantity(start=0, end=3, text="Frü", kind="date", value=value)
    assert str(highlight("Frühling", 0, 3, [date_piece(quantity, "d-1", "")])).startswith(f"<{tag} class=")


def test_a_passage_becomes_a_fragment_of_its_first_and_last_words() -> None:
    assert text_fragment("Putin sprach.") == "#:~:text=Putin%20sprach."
    long = "Die Ukraine erwähnten sie im öffentlichen Teil ihrer Konferenz, kurz-um, nicht."
    assert (
        text_fragment(long) == "#:~:text=Die%20Ukraine%20erwähnten%20sie,ihrer%20Konferenz%2C%20kurz%2Dum%2C%20nicht."
    )
    assert text_fragment("  ") == ""


def test_json_cannot_end_its_script_element() -> None:
    assert str(data_block('{"a": "</script><!--&"}')) == '{"a": "\\u003c/script\\u003e\\u003c!--\\u0026"}'


class Nesting(HTMLParser):
    """Fails on elements that cross, links in links, and an id given twice."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not (tag == "a" and "a" in self.open), "a link in a link"
        self.open.append(tag)
        anchor = dict(attrs).get("id")
        if anchor:
            assert anchor not in self.ids
            self.ids.add(anchor)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@st.composite
def texts_with_pieces(draw: st.DrawFn) -> tuple[str, int, int, list[Piece]]:
    text = draw(st.text(alphabet='ab <>&"„\n', min_size=1, max_size=40))
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 12)).map(
        lambda s: (s[0], min(len(text), s[0] + s[1]))
    )
    pieces: list[Piece] = []
    for number, (a, b) in enumerate(draw(st.lists(spans, max_size=8))):
        quantity = Quantity(start=a, end=b, text=text[a:b], kind="number", value=Decimal(number))
        mention = Mention(start=a, end=b, text=text[a:b], label="PLACE", layer="rule")
        pieces.append(
            draw(
                st.sampled_from(
                    (
                        mention_piece(Linked(mention=mention, entity="places/x", anchor=f"m-{number}"), "x.html"),
                        figure_piece(quantity, f"f-{number}", "f.html"),
                        date_piece(quantity, f"d-{number}", ""),
                        mark_piece(Mark(a, b, "strong")),
                        mark_piece(Mark(a, b, "code")),
                        mark_piece(Mark(a, b, "link", "https://example.org/?a&b")),
                    )
                )
            )
        )
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start, len(text))), pieces


@given(texts_with_pieces())
def test_tags_removed_and_unescaped_the_result_is_the_text(case: tuple[str, int, int, list[Piece]]) -> None:
    text, start, end, pieces = case
    assert html.unescape(re.sub(r"<[^>]*>", "", highlight(text, start, end, pieces))) == text[start:end]


@given(texts_with_pieces())
def test_elements_nest_and_no_address_is_lost(case: tuple[str, int, int, list[Piece]]) -> None:
    text, _, _, pieces = case
    parser = Nesting()
    parser.feed(highlight(text, 0, len(text), pieces))
    parser.close()
    assert parser.open == []
    assert parser.ids == {piece.anchor for piece in pieces if piece.anchor}
