"""Build `generator/data/demonyms_towns.tsv`: "Reutlinger" points to Reutlingen; made by rule from the gazetteer.

Usage: python -m tools.places.towns

Towns of at least 20,000 in Germany, Austria and Switzerland. Left out are forms that are another word as well, or that the
table written by hand has, and towns the gazetteer cannot tell from another of the same name.
"""

from pathlib import Path

from generator.demonyms import known_forms
from generator.places import choose_place
from generator.places.table import place_at
from tools.places.build import QUALIFIED

OUTPUT = Path(__file__).parents[2] / "generator" / "data" / "demonyms_towns.tsv"
_OTHER_WORDS = frozenset(
    "Werner Neubauer Springer Lender Mitter Horner Haller Heider Meller Buller Galluser Linger Bühler Trauner Rother Rheiner Klever Grieser Renenser Praterer Landauer "
    "Hammer Lager Kehler Hofer Burger Werder Sieger Leerer Rather Linder Forster Lehrer Peiner Singer Wetter Halter Moser Steiner Auer Bucher".split()
)
"""Words, surnames and forms too short to trust."""


def forms(town: str) -> tuple[str, ...]:
    """Return what inhabitants of a German-speaking town are called, as rules have it.

    >>> forms("Reutlingen"), forms("Darmstadt"), forms("Karlsruhe"), forms("Aschaffenburg")
    (('Reutlinger',), ('Darmstädter',), ('Karlsruher',), ('Aschaffenburger',))
    """
    if town.endswith(("ingen", "ungen")):
        return (town[:-2] + "er",)
    if town.endswith("hausen"):
        return (town[:-6] + "häuser", town[:-6] + "hauser", town[:-6] + "hausener")
    if town.endswith("stadt"):
        return (town[:-5] + "städter",)
    if town.endswith("kirchen"):
        return (town[:-2] + "er", town + "er")
    if town.endswith("e"):
        return (town + "r",)
    return (town + "er",)


def main() -> None:
    """Build the file."""
    taken = known_forms()
    made: dict[str, str] = {}
    number = 0
    while True:
        try:
            place = place_at(number, "de")
        except IndexError:
            break
        number += 1
        town = QUALIFIED.sub("", place.name)
        if (
            place.country not in ("DE", "AT", "CH")
            or place.kind not in ("city", "district")
            or (place.kind == "city" and place.population < 20_000)
        ):
            continue
        if len(town) < 4 or (" " in town and not town.startswith("Bad ")) or "-" in town:
            continue
        chosen = choose_place(town, "de")
        if chosen is None or chosen.id != place.id:
            continue
        for form in forms(town):
            if form not in taken and form not in _OTHER_WORDS and form != town:
                made.setdefault(form, town)
    lines = [f"{form}\t{town}" for form, town in sorted(made.items())]
    OUTPUT.write_text(
        "# inhabitants and adjective of towns, made by tools/places/towns.py\n" + "\n".join(lines) + "\n", "utf-8"
    )
    print(f"{len(lines)} forms, {len(set(made.values()))} towns")


if __name__ == "__main__":
    main()
