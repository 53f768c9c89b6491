"""Measure the choice of places on `tests/cases/places.tsv`: python -m tools.places.measure [--half A|B] [--errors].

Printed are the share of dots that are right (of all dots given, also where none should be) and the share of places found
(of those that can be known). Half A is for tuning; half B is there to be looked at once.
"""

import argparse
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.places import choose_place

CASES = Path(__file__).parents[2] / "tests" / "cases" / "places.tsv"


@dataclass(frozen=True, slots=True)
class Case:
    """A name with the right answer."""

    half: str
    name: str
    lang: str
    countries: tuple[str, ...]
    home: str | None
    country: str
    """`none` where no dot should be."""
    point: tuple[float, float] | None
    kilometres: float


def read_cases() -> Iterator[Case]:
    """Yield the cases of the file."""
    for line in CASES.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            half, name, lang, context, country, point, kilometres = line.split("\t")
            around, _, home = context.partition("@")
            lat, _, lon = point.partition(",")
            yield Case(
                half, name, lang, tuple(c for c in around.split("+") if c), home or None, country,
                (float(lat), float(lon)) if point else None, float(kilometres or 0),
            )  # fmt: skip


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the distance on a sphere."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*a, *b))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(h))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("A", "B"))
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    cases = [case for case in read_cases() if arguments.half in (None, case.half)]
    dots = right = 0
    for case in cases:
        place = choose_place(case.name, case.lang, countries=case.countries, home=case.home)
        if place is None:
            if case.point and arguments.errors:
                print(f"not found  {case.name}")
            continue
        dots += 1
        off = kilometres((place.lat, place.lon), case.point) if case.point else math.inf
        if off <= case.kilometres and place.country == case.country:
            right += 1
        elif arguments.errors:
            print(
                f"wrong      {case.name}: {place.name}, {place.kind}, {place.country or '-'}, {place.lat}, {place.lon} ({off:.0f} km off)"
            )
    known = sum(case.point is not None for case in cases)
    print(f"{len(cases)} cases: {right / dots:.1%} of {dots} dots right, {right / known:.1%} of {known} places found")


if __name__ == "__main__":
    main()
