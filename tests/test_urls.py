"""Addresses."""

import posixpath
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.urls import distinct, relative_link, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wolodymyr Selenskyj", "wolodymyr-selenskyj"),
        ("Große Straße in Österreich", "grosse-strasse-in-oesterreich"),
        ("A\u0308pfel", "aepfel"),
        ("François Ølgård & Łódź", "francois-oelgard-und-lodz"),
        ("Владимир Путин", "wladimir-putin"),
        ("Αθήνα", "athena"),
        ("习近平", "u4e60-u8fd1-u5e73"),
        ("Putin’s 1. Rede!", "putins-1-rede"),
        ("  --  ", "u2d-u2d"),
        ("", "ohne-namen"),
        ("AUX", "aux-1"),
        ("index", "index-1"),
    ],
)
def test_a_slug_is_plain(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_a_long_slug_is_cut_at_a_hyphen() -> None:
    assert slug("Die sehr lange Überschrift", limit=12) == "die-sehr"
    assert slug("x" * 30, limit=12) == "x" * 12


@given(st.lists(st.text(max_size=12), max_size=12))
def test_slugs_are_plain_and_no_two_alike(names: list[str]) -> None:
    found = distinct(names)
    assert len(found) == len(names) == len({*found})
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in found)
    assert distinct(names) == found


def test_a_number_does_not_take_the_address_of_another_name() -> None:
    assert distinct(["a", "a", "a-2"]) == ("a", "a-3", "a-2")


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("index.html", "articles/a.html", "articles/a.html"),
        ("articles/a.html", "people/b.html#m-17", "../people/b.html#m-17"),
        ("articles/a.html", "articles/b.html", "b.html"),
        ("articles/a.html", "index.html", "../index.html"),
        ("articles/a.html", "articles/a.html#m-1", "#m-1"),
        ("articles/a.html", "#m-1", "#m-1"),
        ("a/b/c.html", "data/ä b.csv", "../../data/%C3%A4%20b.csv"),
    ],
)
def test_links_are_relative(here: str, there: str, expected: str) -> None:
    assert relative_link(here, there) == expected


PATHS = st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=4).map("/".join)


@given(PATHS, PATHS)
def test_following_a_link_leads_to_the_target(here: str, there: str) -> None:
    assert posixpath.normpath(posixpath.join(posixpath.dirname(here), relative_link(here, there))) == there
