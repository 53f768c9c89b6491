import datetime as dt
import pickle
from decimal import Decimal

import pytest

from generator.cache import Outcome, dump_cache, load_cache
from generator.model import Annotated, Block, Document, Mark, Mention, Metadata, Problem, Quantity, Span

ARTICLE = Annotated(
    Document(
        slug="a",
        path="a.md",
        text="Kiew zählt 3,50 Euro.",
        metadata=Metadata(title="A", date=dt.date(2023, 3, 14), tags=("x",)),
        blocks=(Block(0, 21, "paragraph"),),
        marks=(Mark(0, 4, "strong"),),
        sentences=(Span(0, 21),),
    ),
    (Mention(start=0, end=4, text="Kiew", label="PLACE", layer="model"),),
    (Quantity(start=11, end=20, text="3,50 Euro", kind="currency", value=Decimal("3.50"), unit="EUR"),),
    (),
)
OUTCOMES = {"k": Outcome(ARTICLE, ()), "l": Outcome(None, (Problem("seeds/b.md:3", "broken"),))}


def test_what_is_kept_comes_back_the_same() -> None:
    found = load_cache(dump_cache(OUTCOMES))
    assert found == OUTCOMES
    article = found["k"].article
    assert article
    assert str(article.figures[0].value) == "3.50"


class _Evil:
    def __reduce__(self) -> tuple[object, ...]:
        return print, ("code ran",)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\x80\x05",
        b"\xff" * 40,
        dump_cache(OUTCOMES)[:-20],
        pickle.dumps([1, 2]),
        pickle.dumps({"k": 3}),
        pickle.dumps({"k": _Evil()}),
    ],
)
def test_what_cannot_be_read_counts_as_lost_and_never_runs(content: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    assert load_cache(content) == {}
    assert capsys.readouterr().out == ""
