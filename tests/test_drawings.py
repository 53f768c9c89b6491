"""Small drawings: what is counted stays countable, and nothing leaves the frame."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.drawings import MOST_DOTS, DotPlot, Histogram, dot_plot, over_time, share
from generator.strings import strings

DE = strings("de")
DATES = st.lists(st.dates(dt.date(1000, 1, 1), dt.date(2100, 12, 31)), min_size=4, max_size=60)
VALUES = st.lists(
    st.decimals(Decimal("-1e6"), Decimal("1e12"), allow_nan=False, allow_infinity=False, places=3),
    min_size=1,
    max_size=80,
)


def _months(*iso: str) -> Histogram:
    drawn = over_time([dt.date.fromisoformat(date) for date in iso], DE)
    assert drawn
    return drawn


def _plot(*values: float) -> DotPlot:
    drawn = dot_plot([(Decimal(repr(value)), str(value), f"f-{n}") for n, value in enumerate(values)], DE)
    assert drawn
    return drawn


def test_a_bar_is_never_invisible_and_never_too_long() -> None:
    assert [share(count, 400) for count in (0, 1, 200, 400)] == [0, 1, 50, 100]
    assert share(0, 0) == 0


def test_a_few_months_are_drawn_month_by_month_with_gaps() -> None:
    drawn = _months("2022-01-05", "2022-01-09", "2022-02-01", "2022-04-30")
    assert [(column.label, column.count) for column in drawn.columns] == [
        ("Januar 2022", 2),
        ("Februar 2022", 1),
        ("März 2022", 0),
        ("April 2022", 1),
    ]
    assert [tick.label for tick in drawn.ticks] == ["Januar 2022", "April 2022"]


def test_the_highest_column_bears_its_number() -> None:
    peak = _months("2022-01-05", "2022-02-09", "2022-02-01", "2022-04-30").peak
    assert (peak.label, peak.x) == ("2", 24.75)


def test_many_months_become_years_and_many_years_steps_of_years() -> None:
    assert [column.label for column in _months("2010-05-01", "2013-01-01", "2013-02-01", "2014-12-31").columns] == [
        "2010", "2011", "2012", "2013", "2014",
    ]  # fmt: skip
    assert _months("1900-01-01", "1950-01-01", "1960-01-01", "2000-12-31").columns[0].label == "1900–1902"


def test_a_stray_year_does_not_flatten_the_rest() -> None:
    drawn = _months("0413-01-01", *(f"{year}-06-01" for year in range(1981, 2020) for _ in range(3)))
    assert drawn.columns[0].label == "bis 1982"
    assert sum(column.count for column in drawn.columns) == 118


@pytest.mark.parametrize(
    "dates", [(), ("2022-01-01",) * 9, ("2022-01-01", "2022-02-01", "2022-03-01"), ("2022-01-01", "2022-02-01") * 3]
)
def test_where_a_drawing_would_say_nothing_there_is_none(dates: tuple[str, ...]) -> None:
    assert over_time([dt.date.fromisoformat(date) for date in dates], DE) is None


@given(DATES)
def test_every_date_is_counted_once_and_the_columns_stay_inside_the_width(dates: list[dt.date]) -> None:
    drawn = over_time(dates, DE)
    if drawn:
        assert sum(column.count for column in drawn.columns) == len(dates)
        assert 65 < sum(column.width for column in drawn.columns) < 101
        assert drawn.columns[-1].x + drawn.columns[-1].width < 100.5
        assert all(0 <= column.height <= drawn.height for column in drawn.columns)


def test_values_far_apart_stand_on_a_logarithmic_axis() -> None:
    drawn = _plot(2, 85, 5000, 1_200_000)
    assert drawn.logarithmic
    assert [tick.label for tick in drawn.ticks] == ["1", "100", "10.000", "1\xa0Mio."]


def test_labels_of_an_axis_do_not_touch() -> None:
    labels = [tick.label for tick in _plot(1, 85, 5000, 1_200_000, 40_000_000_000, 800_000_000_000).ticks]
    assert labels == ["1", "10.000", "100\xa0Mio.", "1\xa0Bio."]


def test_values_close_together_or_below_zero_stand_on_a_linear_one() -> None:
    assert [tick.label for tick in _plot(-5, 0, 12, 30).ticks] == ["-10", "0", "10", "20", "30"]
    assert not _plot(10, 12, 20, 35).logarithmic


def test_equal_values_are_stacked_and_lead_to_their_rows() -> None:
    drawn = _plot(5, 5, 7, 9)
    assert [(dot.target, dot.y) for dot in drawn.dots][:2] == [("f-0", 4.5), ("f-1", 13.5)]
    assert drawn.dots[0].x == drawn.dots[1].x < drawn.dots[2].x < drawn.dots[3].x


def test_very_many_values_are_drawn_as_columns() -> None:
    drawn = _plot(*range(1, MOST_DOTS + 50))
    assert not drawn.dots
    assert sum(column.count for column in drawn.columns) == MOST_DOTS + 49


def test_a_plot_wants_four_values_and_three_different_ones() -> None:
    assert dot_plot([(Decimal(n), "", "") for n in (1, 2, 3)], DE) is None
    assert dot_plot([(Decimal(n), "", "") for n in (1, 1, 2, 2, 2)], DE) is None


@given(VALUES)
def test_every_value_is_drawn_inside_the_frame(values: list[Decimal]) -> None:
    drawn = dot_plot([(value, "", "") for value in values], DE)
    if drawn:
        assert len(drawn.dots) == len(values)
        assert all(0 <= dot.x <= 100 and 0 <= dot.y <= drawn.height for dot in drawn.dots)
        assert all(-0.01 <= tick.x <= 100.01 for tick in drawn.ticks)
        assert 2 <= len(drawn.ticks) <= 9
