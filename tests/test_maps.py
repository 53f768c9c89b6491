import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.maps import Dot, Map, Spot, draw_map, render_svg

UKRAINE = (Dot(50.45, 30.52, "Kiew", 9), Dot(46.64, 32.61, "Cherson", 4), Dot(48.0, 37.8, "Donezk", 1))
WORLD = (*UKRAINE, Dot(39.9, 116.4, "Peking", 5), Dot(38.9, -77.0, "Washington", 7))


def _box(spot: Spot) -> tuple[float, float, float, float]:
    wide = len(spot.label) * 6.6
    left = spot.label_x - {"start": 0.0, "middle": wide / 2, "end": wide}[spot.anchor]
    return left, spot.label_y - 11, left + wide, spot.label_y + 3


def test_places_near_each_other_get_a_part_of_the_world_and_far_ones_the_whole() -> None:
    assert not draw_map(UKRAINE).world
    assert draw_map(WORLD).world
    assert draw_map(()).world


def test_east_is_right_and_north_is_up() -> None:
    spots = {spot.label: spot for spot in draw_map(WORLD).spots}
    assert spots["Washington"].x < spots["Kiew"].x < spots["Peking"].x
    assert spots["Kiew"].y < spots["Cherson"].y


def test_a_map_across_the_date_line_stays_together() -> None:
    drawn = draw_map((Dot(-17.8, 178.0, "Fidschi"), Dot(-13.8, -172.0, "Samoa")))
    assert not drawn.world
    assert [s.x for s in sorted(drawn.spots, key=lambda s: s.label)] == sorted(s.x for s in drawn.spots)


def test_what_is_named_more_often_is_larger_and_lies_below() -> None:
    spots = draw_map(UKRAINE).spots
    assert [spot.label for spot in spots] == ["Kiew", "Cherson", "Donezk"]
    assert spots[0].r > spots[1].r > spots[2].r


def test_contested_borders_are_lines_of_their_own() -> None:
    assert draw_map((Dot(34.0, 76.0, "Kaschmir"),)).contested
    assert not draw_map((Dot(-10.0, -52.0, "Brasilien"),)).contested


def test_the_svg_is_well_formed_and_without_inline_style() -> None:
    svg = render_svg(draw_map((Dot(50.0, 30.0, 'A "B" & <C>'),)), "Orte", ("place.html?a=1&b=2",))
    root = ET.fromstring(svg)
    assert not [element for element in root.iter() if "style" in element.attrib or element.tag.endswith("style")]
    assert [a.attrib["href"] for a in root.iter("{http://www.w3.org/2000/svg}a")] == ["place.html?a=1&b=2"]


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
    boxes = [_box(spot) for spot in drawn.spots if spot.anchor]
    for i, (left, top, right, bottom) in enumerate(boxes):
        for other_left, other_top, other_right, other_bottom in boxes[i + 1 :]:
            assert left >= other_right or other_left >= right or top >= other_bottom or other_top >= bottom


def test_the_same_dots_give_the_same_map() -> None:
    assert draw_map(WORLD) == draw_map(WORLD)
