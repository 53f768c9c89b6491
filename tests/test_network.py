"""The drawing of a network: every name readable, what is tied near, the same every time."""

import itertools
import math

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.network import Drawing, Knot, Spot, Tie, draw_network

LABELS = ("Xi", "Bundesverfassungsgericht", "Japan Aerospace Exploration Agency", "Ursula von der Leyen", "SPD", "Kiew")


def _knots(count: int) -> tuple[Knot, ...]:
    return tuple(Knot(LABELS[number % len(LABELS)], 1 + 7 * number % 30) for number in range(count))


def _chain(*knots: int) -> tuple[Tie, ...]:
    return tuple(Tie(one, other, 1.0) for one, other in itertools.pairwise(knots))


def _overlap(one: Spot, other: Spot) -> bool:
    return (
        abs(one.left + one.width / 2 - other.left - other.width / 2) < (one.width + other.width) / 2 - 0.2
        and abs(one.top + one.height / 2 - other.top - other.height / 2) < (one.height + other.height) / 2 - 0.2
    )


def _assert_readable(drawing: Drawing) -> None:
    assert not [pair for pair in itertools.combinations(drawing.spots, 2) if _overlap(*pair)]
    for spot in drawing.spots:
        assert spot.left >= -0.1
        assert spot.left + spot.width <= max(drawing.width, spot.width) + 0.1
        assert spot.top >= -0.1
        assert max(spot.feet) <= spot.top + spot.height <= drawing.height + 0.1


@settings(max_examples=40)
@given(
    st.integers(2, 16).flatmap(
        lambda count: st.tuples(
            st.just(count), st.sets(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), max_size=40)
        )
    )
)
def test_no_name_covers_another(network: tuple[int, set[tuple[int, int]]]) -> None:
    count, pairs = network
    ties = [Tie(one, other, 1.0 + one) for one, other in sorted(pairs) if one < other]
    for drawing in draw_network(_knots(count), ties, 960, 360):
        _assert_readable(drawing)


def test_the_same_network_gives_the_same_drawing() -> None:
    ties = (*_chain(0, 1, 2, 0), *_chain(3, 4, 5))
    assert draw_network(_knots(6), ties, 360) == draw_network(_knots(6), ties, 360)


def test_what_is_tied_stands_nearer_than_what_is_not() -> None:
    (drawing,) = draw_network([Knot(str(number), 1) for number in range(9)], _chain(*range(9)), 960)
    spots = drawing.spots
    assert math.dist((spots[0].x, spots[0].y), (spots[1].x, spots[1].y)) < 0.5 * math.dist(
        (spots[0].x, spots[0].y), (spots[8].x, spots[8].y)
    )


def test_parts_that_nothing_ties_do_not_mix() -> None:
    ties = (*_chain(0, 2, 4, 6, 0), *_chain(1, 3, 5, 7, 1))
    for drawing in draw_network(_knots(8), ties, 960, 360):
        even, odd = drawing.spots[::2], drawing.spots[1::2]
        beside = max(s.x for s in even) < min(s.x for s in odd) or max(s.x for s in odd) < min(s.x for s in even)
        below = max(s.y for s in even) < min(s.y for s in odd) or max(s.y for s in odd) < min(s.y for s in even)
        assert beside or below


def test_who_is_named_more_has_a_larger_dot_and_strong_ties_are_thicker_and_lie_on_top() -> None:
    knots = (Knot("a", 1), Knot("b", 100), Knot("c", 9))
    (drawing,) = draw_network(knots, (Tie(0, 1, 9.0), Tie(1, 2, 1.0)), 360)
    assert drawing.spots[0].radius < drawing.spots[2].radius < drawing.spots[1].radius
    assert [(thread.one, thread.other) for thread in drawing.threads] == [(1, 2), (0, 1)]
    assert drawing.threads[0].thickness < drawing.threads[1].thickness


def test_long_names_go_on_in_further_lines() -> None:
    (drawing,) = draw_network(
        [Knot("Japan Aerospace Exploration Agency", 1), Knot("a " * 60, 1)], (Tie(0, 1, 1.0),), 360
    )
    assert drawing.spots[0].lines == ("Japan Aerospace", "Exploration", "Agency")
    assert len(drawing.spots[1].lines) == 3
    assert drawing.spots[1].lines[-1].endswith("…")


def test_nothing_gives_an_empty_drawing() -> None:
    assert draw_network((), (), 360) == (Drawing(360, 0, (), ()),)


def test_a_name_wider_than_the_sheet_is_drawn_all_the_same() -> None:
    (drawing,) = draw_network([Knot("W" * 30, 1), Knot("M" * 30, 1), Knot("N" * 30, 1)], _chain(0, 1, 2), 100)
    assert not [pair for pair in itertools.combinations(drawing.spots, 2) if _overlap(*pair)]
