from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cache import Found, dump_cache, load_cache
from generator.model import Mention, Quantity

_MENTIONS = st.builds(
    Mention,
    start=st.integers(0, 99),
    end=st.integers(0, 99),
    text=st.text(),
    label=st.sampled_from(["PERSON", "DEMONYM"]),
    layer=st.just("model"),
    certain=st.booleans(),
    score=st.floats(0, 1),
    target=st.text(),
)
_NUMBERS = st.none() | st.text() | st.decimals(allow_nan=False, allow_infinity=False)
_QUANTITIES = st.builds(
    Quantity,
    start=st.integers(0, 99),
    end=st.integers(0, 99),
    text=st.text(),
    kind=st.text(),
    value=_NUMBERS,
    low=_NUMBERS,
    high=_NUMBERS,
)
_FOUND = st.builds(
    Found,
    st.lists(_MENTIONS, max_size=3).map(tuple),
    st.lists(_QUANTITIES, max_size=3).map(tuple),
    st.lists(_QUANTITIES, max_size=3).map(tuple),
)


@given(st.dictionaries(st.text(), _FOUND, max_size=3))
def test_what_is_kept_comes_back_the_same(entries: dict[str, Found]) -> None:
    assert load_cache(dump_cache(entries)) == entries


def test_decimals_keep_their_digits() -> None:
    figure = Quantity(start=0, end=1, text="x", kind="number", value=Decimal("3.50"))
    (back,) = load_cache(dump_cache({"k": Found((), (figure,), ())}))["k"].figures
    assert str(back.value) == "3.50"


def test_the_same_entries_are_the_same_bytes() -> None:
    found = Found((), (), ())
    assert dump_cache({"a": found, "b": found}) == dump_cache({"b": found, "a": found})


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"k": 3}', b'{"k": [[[1]], [], []]}', b'{"k": [[], [[1, 2]], []]}', b"\xff"]
)
def test_what_cannot_be_read_counts_as_lost(content: bytes) -> None:
    assert load_cache(content) == {}
