"""Where a named place is: coordinates, country, GeoNames id; and nothing at all where that is not clear.

The data travel in the package (`generator/data/places.tsv.gz`, credited in `generator/data/LICENSES.md`, built by
`tools/places/build.py`), so nothing is asked of a service. A wrong dot on a map misleads more than a missing one: when
no candidate leads clearly, the answer is None.

Inner rooms, top down: choice; parts, table; keys.
"""

from generator.places.choice import choose_place, country_name, find_place, find_places, is_place_name, same_place
from generator.places.keys import place_key
from generator.places.table import Country, Place, countries

__all__ = [
    "Country",
    "Place",
    "choose_place",
    "countries",
    "country_name",
    "find_place",
    "find_places",
    "is_place_name",
    "place_key",
    "same_place",
]
