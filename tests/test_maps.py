import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.maps import Dot, Label, Map, draw_map
from generator.maps.drawing import LARGE_LETTERS, LETTERS

UKRAINE = (Dot(50.45, 30.52, "Kiew", 9), Dot(46.64, 32.61, "Cherson", 4), Dot(48.0, 37.8, "Donezk", 1))
WORLD = (*UKRAINE, Dot(39.9, 116.4, "Peking", 5), Dot(38.9, -77.0, "Washington", 7))


def _box(label: Label, dots: Sequence[Dot], size: int) -> tuple[float, float, float, float]:
    wide = len(dots[label.dot].label) * size * 0.55
    left = label.x - {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
    return left, label.y - size * 0.9, left + wide, label.y + size / 4


def _named(drawn: Map, dots: Sequence[Dot]) -> dict[str, tuple[float, float]]:
    return {dots[spot.dot].label: (spot.x, spot.y) for spot in drawn.spots}


def test_places_near_each_other_get_a_part_of_the_world_and_far_ones_the_whole() -> None:
    assert not draw_map(UKRAINE).world
    assert draw_map(WORLD).world
    assert draw_map(()).world


def test_east_is_right_and_north_is_up() -> None:
    at = _named(draw_map(WORLD), WORLD)
    assert at["Washington"][0] < at["Kiew"][0] < at["Peking"][0]
    assert at["Kiew"][1] < at["Cherson"][1]


def test_a_map_across_the_date_line_stays_together() -> None:
    dots = (Dot(-17.8, 178.0, "Fidschi"), Dot(-13.8, -172.0, "Samoa"))
    drawn = draw_map(dots)
    assert not drawn.world
    at = _named(drawn, dots)
    assert at["Fidschi"][0] < at["Samoa"][0]


def test_what_is_named_more_often_is_larger_and_lies_below() -> None:
    spots = draw_map(UKRAINE).spots
    assert [UKRAINE[spot.dot].label for spot in spots] == ["Kiew", "Cherson", "Donezk"]
    assert spots[0].r > spots[1].r > spots[2].r


def test_contested_borders_are_lines_of_their_own() -> None:
    assert draw_map((Dot(34.0, 76.0, "Kaschmir"),)).contested
    assert not draw_map((Dot(-10.0, -52.0, "Brasilien"),)).contested


def test_the_ocean_stays_empty() -> None:
    """An outline that ran round the far side of the globe would flood the map."""
    drawn = draw_map((Dot(-17.8, 178.0, "Fidschi"), Dot(-41.3, 174.8, "Wellington"), Dot(-13.8, -172.0, "Samoa")))
    outlines = [ring for ring in drawn.land.split("M") if ring and float(ring.split(",")[0]) > drawn.width * 0.8]
    assert all(len(ring) < 80 for ring in outlines), "only islets lie east of Samoa"


@pytest.mark.parametrize("dots", [UKRAINE, WORLD, (Dot(78.5, 16.5, "Spitzbergen"), Dot(64.1, -21.9, "Reykjavik"))])
def test_paths_stay_near_the_map(dots: tuple[Dot, ...]) -> None:
    drawn = draw_map(dots)
    starts = re.findall(r"M(-?[\d.]+),(-?[\d.]+)l", drawn.land + drawn.borders)
    assert starts
    assert all(-5 <= float(x) <= drawn.width + 5 and -5 <= float(y) <= drawn.height + 5 for x, y in starts)


_DOTS = st.lists(
    st.builds(
        Dot,
        st.floats(-56, 83),
        st.floats(-180, 180),
        st.text("abcdefghij", min_size=1, max_size=12),
        st.integers(1, 50),
    ),
    max_size=30,
)


@settings(max_examples=30, deadline=None)
@given(_DOTS)
def test_every_dot_is_on_the_map_and_no_label_on_another(dots: list[Dot]) -> None:
    drawn: Map = draw_map(dots)
    assert sorted(spot.dot for spot in drawn.spots) == list(range(len(dots)))
    assert all(0 <= spot.x <= drawn.width and 0 <= spot.y <= drawn.height for spot in drawn.spots)
    for labels, size in ((drawn.labels, LETTERS), (drawn.large_labels, LARGE_LETTERS)):
        boxes = [_box(label, dots, size) for label in labels]
        for i, (left, top, right, bottom) in enumerate(boxes):
            assert left >= 0
            assert right <= drawn.width
            for other_left, other_top, other_right, other_bottom in boxes[i + 1 :]:
                assert left >= other_right or other_left >= right or top >= other_bottom or other_top >= bottom


def test_where_many_places_crowd_the_most_named_still_have_their_names() -> None:
    crowd = [Dot(48 + n % 20 / 4, 6 + n // 20 / 4, f"Dorf {n}") for n in range(400)]
    dots = [Dot(52.5, 13.4, "Berlin", 80), Dot(48.9, 2.4, "Paris", 60), *crowd, Dot(39.9, 116.4, "Peking", 20)]
    drawn = draw_map(dots)
    for labels in (drawn.labels, drawn.large_labels):
        assert {dots[label.dot].label for label in labels} >= {"Berlin", "Paris", "Peking"}
    assert drawn.spots[-1].r < draw_map(dots[:3]).spots[-1].r


def test_the_same_dots_give_the_same_map() -> None:
    assert draw_map(WORLD) == draw_map(WORLD)
