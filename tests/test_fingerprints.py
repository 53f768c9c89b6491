"""Fingerprints of values, and the promise of pages that their parts are all they are made from."""

import datetime as dt
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from itertools import chain
from types import MappingProxyType
from typing import Any

import pytest

from generator.config import Settings
from generator.exports import TWINS
from generator.fingerprints import Fingerprints
from generator.highlight import Markup
from generator.model import Block, Geo, Mark, Mention, Page, Quantity, Span, Twin
from generator.pages import PAGES, Site
from tests.sample import sample_site


@dataclass(frozen=True, slots=True)
class Pair:
    left: object
    right: object = None


def of(value: object) -> str:
    return Fingerprints().of(value)


def test_equal_values_have_one_fingerprint_whatever_they_share() -> None:
    span = Span(1, 2)
    assert of((span, span)) == of((Span(1, 2), Span(1, 2)))
    shared = Fingerprints((Span,))
    assert shared.of((span, span)) == shared.of((Span(1, 2), span)) == Fingerprints((Span,)).of((Span(1, 2), span))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Span(1, 2), Span(1, 3)),
        (Span(1, 2), Block(1, 2, "paragraph")),
        (Geo(1, 2), Pair(1, 2)),
        (Pair("a", "b"), Pair("ab", "")),
        (Pair(1), Pair("1")),
        (Pair(None), Pair("")),
        (Pair(True), Pair(1)),
        (Pair(Decimal("1.0")), Pair("1.0")),
        (Pair(Decimal("1.0")), Pair(Decimal("1.00"))),
        (Pair(dt.date(2023, 1, 2)), Pair("2023-01-02")),
        (Pair(("a",), ("b",)), Pair(("a", "b"), ())),
        (Pair(MappingProxyType({"a": 1})), Pair(MappingProxyType({"a": 2}))),
        (Pair(Markup("<b>")), Pair(Markup("<i>"))),
    ],
    ids=repr,
)
def test_different_values_have_different_fingerprints(one: object, other: object) -> None:
    assert of(one) != of(other)
    shared = Fingerprints((Span, Geo, Pair))
    assert shared.of((one,)) != shared.of((other,))


@pytest.mark.parametrize(
    "value",
    [
        Mention(start=1, end=2, text="a", label="PERSON", layer="rule"),
        Quantity(start=1, end=2, text="a", kind="number", value=Decimal(1)),
        Mark(1, 2, "link", "https://example.org"),
        Settings(),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_field_counts(value: Mention | Quantity | Mark | Settings) -> None:
    for field in fields(value):
        changed: Any = {field.name: ("changed",)}
        assert of(value) != of(replace(value, **changed))


def test_what_is_no_value_has_no_fingerprint() -> None:
    for thing in ({1, 2}, len, object()):
        with pytest.raises(TypeError, match="no value"):
            of(Pair(thing))


def test_covered_values_do_not_count() -> None:
    first, second = Settings(title="a"), Settings(title="b")
    assert Fingerprints(covered=(first,)).of(Pair(first)) == Fingerprints(covered=(second,)).of(Pair(second))


def _made(site: Site) -> tuple[Page | Twin, ...]:
    twins = (twin(site.corpus, site.settings) for twin in TWINS)
    return (*chain.from_iterable(make(site) for make in PAGES), *chain.from_iterable(twins))


def test_what_makes_a_page_knows_nothing_but_its_parts() -> None:
    for page in _made(sample_site()):
        make: Any = page.make
        assert make is str or (make.__closure__ is None and "<locals>" not in make.__qualname__), page.path


def test_parts_are_values_and_name_no_article_by_its_number() -> None:
    site = sample_site()
    marks = Fingerprints(covered=(site.settings, site.strings))
    for page in _made(site):
        marks.of(page.parts)
        if isinstance(page, Twin) or page.template in ("article.html", "entity.html"):
            assert "Locus(" not in repr(page.parts), page.path
