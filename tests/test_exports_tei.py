"""Articles as TEI P5, validated against the part of TEI that they use."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.config import Settings
from generator.exports.tei import tei_articles
from generator.model import Article, Block, BlockKind, Corpus, Geo, Quantity
from tests.written import small_corpus, write_article, write_corpus

SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).parent / "cases" / "tei" / "article.rng"))
TEI = {"t": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"
SETTINGS = Settings(title="Probe", license="CC BY 4.0 <hier>")


def _tei(corpus: Corpus) -> etree._Element:
    """Return the first article as TEI, having validated it."""
    root = etree.fromstring(next(tei_articles(corpus, SETTINGS)).content)
    assert SCHEMA.validate(root), SCHEMA.error_log
    return root


def _with_blocks(article: Article, *kinds: BlockKind) -> Corpus:
    blocks = tuple(Block(b.start, b.end, kind) for b, kind in zip(article.document.blocks, kinds, strict=True))
    return write_corpus([replace(article, document=replace(article.document, blocks=blocks))])


def test_an_article_is_as_agreed(golden: Callable[[str, str], None]) -> None:
    golden("exports/besuch.xml", next(tei_articles(small_corpus(), SETTINGS)).content.decode())


def test_every_article_is_valid() -> None:
    for artifact in tei_articles(small_corpus(), Settings(base_url="https://example.org/a/")):
        assert SCHEMA.validate(etree.fromstring(artifact.content)), SCHEMA.error_log


def test_every_reference_has_its_entry_and_no_id_is_given_twice() -> None:
    root = _tei(small_corpus())
    ids = [element.get(ID) for element in root.iter() if element.get(ID)]
    assert len(set(ids)) == len(ids)
    refs = {element.get("ref") for element in root.iter() if element.get("ref")}
    assert refs == {f"#{element.get(ID)}" for element in root.find("t:standOff", TEI).iter() if element.get(ID)}


def test_a_demonym_is_a_reference_and_no_name() -> None:
    (demonym,) = _tei(small_corpus()).iterfind(".//t:rs", TEI)
    assert (demonym.text, demonym.get("type"), demonym.get("ref")) == ("russische", "demonym", "#places.russland")


def test_what_came_with_the_page_is_a_note() -> None:
    (note,) = _tei(small_corpus()).iterfind(".//t:body//t:note", TEI)
    assert (note.get("type"), note.text) == ("leftover", "Jetzt den Newsletter bestellen!")


@pytest.mark.parametrize(
    ("quantity", "attributes"),
    [
        ({"kind": "currency", "value": Decimal("3.5E+9"), "unit": "EUR"}, {"quantity": "3500000000", "unit": "EUR"}),
        ({"kind": "number", "value": Decimal(85), "heading": "Rakete", "counted": "Raketen"}, {"commodity": "Rakete"}),
        ({"kind": "range", "value": None, "low": Decimal(10), "high": Decimal(15)}, {"atLeast": "10", "atMost": "15"}),
        ({"kind": "number", "value": Decimal(85), "approximate": True}, {"subtype": "approximate"}),
    ],
)
def test_a_figure_is_a_measure(quantity: dict[str, Decimal], attributes: dict[str, str]) -> None:
    article = write_article("a", "Es sind viele.")
    figure = Quantity(start=8, end=13, text="viele", **quantity)  # type: ignore[arg-type]
    (measure,) = _tei(write_corpus([replace(article, figures=(figure,))])).iterfind(".//t:measure", TEI)
    assert attributes.items() <= dict(measure.attrib).items()


@pytest.mark.parametrize(
    ("kind", "value", "attributes"),
    [
        ("date", "2023-02-03", {"when": "2023-02-03"}),
        ("date", "2023", {"when": "2023"}),
        ("date", "2023-W05", {"when-iso": "2023-W05"}),
        ("time", "18:30:00", {"when": "18:30:00"}),
        ("time", "T18:30", {"when-iso": "T18:30"}),
        ("date", "XXXX-05-01", {}),
    ],
)
def test_a_date_stands_by_the_strictest_standard_it_meets(kind: str, value: str, attributes: dict[str, str]) -> None:
    root = _tei(write_corpus([write_article("a", f"Es war {{damals|{kind}|{value}}}.")]))
    (moment,) = (e for e in root.find("t:text", TEI).iter() if e.get(ID) == "d-1")
    assert {key: one for key, one in moment.attrib.items() if key != ID} == attributes


def test_a_heading_after_running_text_opens_a_division() -> None:
    corpus = _with_blocks(
        write_article("a", "Kiew\nTitel\nText\nZwischentitel\nText"),
        "dateline", "headline", "paragraph", "subheading", "paragraph",
    )  # fmt: skip
    divisions = _tei(corpus).findall(".//t:body/t:div", TEI)
    assert [[etree.QName(child).localname for child in division] for division in divisions] == [
        ["dateline", "head", "p"],
        ["head", "p"],
    ]


def test_items_side_by_side_are_one_list() -> None:
    corpus = _with_blocks(write_article("a", "Eins\nZwei\nText\nDrei"), "item", "item", "paragraph", "item")
    assert [len(found) for found in _tei(corpus).iterfind(".//t:list", TEI)] == [2, 1]


def test_a_place_has_its_coordinates_and_records() -> None:
    geo = Geo(50.73, 7.1, "DE", "2946447", "city")
    root = _tei(write_corpus([write_article("a", "In [Bonn|places/bonn] & um.")], places__bonn={"geo": geo}))
    assert root.findtext(".//t:geo", namespaces=TEI) == "50.73 7.1"
    assert root.findtext(".//t:place/t:idno", namespaces=TEI) == "https://sws.geonames.org/2946447/"


KINDS = (
    "headline",
    "subheading",
    "paragraph",
    "caption",
    "item",
    "quote",
    "code",
    "dateline",
    "credit",
    "teaser",
    "leftover",
)


@given(st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from(("Wort", "A & B", "<b>", "ä 🕊 ]]>"))), max_size=8))
def test_any_sequence_of_blocks_is_valid_and_keeps_its_text(blocks: list[tuple[BlockKind, str]]) -> None:
    article = write_article("a", "\n".join(text for _, text in blocks))
    root = _tei(_with_blocks(article, *(kind for kind, _ in blocks)))
    assert "".join(root.find(".//t:body", TEI).itertext()).split() == article.document.text.split()


def test_an_article_without_text_is_valid() -> None:
    _tei(write_corpus([write_article("a", "")]))
