"""GeoJSON, Linked Places and BEACON."""

import json
from collections.abc import Callable

from generator.config import Settings
from generator.exports.gazetteer import beacon, linked_places, places
from generator.model import Corpus, Geo
from tests.written import small_corpus, write_article, write_corpus

SITE = Settings(title="Probe", base_url="https://example.org/a/")


def _corpus() -> Corpus:
    return write_corpus(
        [
            write_article("b", "[Bonns|places/bonn] Rhein", date="2023-02-01"),
            write_article("a", "[Bonn am Rhein|places/bonn] und [Neustadt|places/neustadt]", date="2022-01-01"),
        ],
        places__bonn={"name": "Bonn", "geo": Geo(50.73, 7.1, "DE", "2946447", "city")},
    )


def test_only_a_place_with_coordinates_gets_a_dot(golden: Callable[[str, str], None]) -> None:
    (artifact,) = places(_corpus(), SITE)
    (feature,) = json.loads(artifact.content)["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [7.1, 50.73]}, "longitude first (RFC 7946)"
    assert (feature["properties"]["name"], feature["properties"]["mentions"]) == ("Bonn", 2)
    golden("exports/places.geojson", artifact.content.decode())


def test_a_linked_place_has_its_names_records_and_time(golden: Callable[[str, str], None]) -> None:
    (artifact,) = linked_places(_corpus(), SITE)
    (feature,) = json.loads(artifact.content)["features"]
    assert feature["@id"] == "https://example.org/a/places/bonn.html"
    assert [name["toponym"] for name in feature["names"]] == ["Bonn", "Bonns", "Bonn am Rhein"]
    assert feature["links"] == [{"type": "exactMatch", "identifier": "https://sws.geonames.org/2946447/"}]
    assert feature["when"]["timespans"] == [{"start": {"in": "2022-01-01"}, "end": {"in": "2023-02-01"}}]
    golden("exports/places.lpf.json", artifact.content.decode())


def test_a_site_without_located_places_has_empty_collections() -> None:
    for export in (places, linked_places):
        (artifact,) = export(small_corpus(), SITE)
        assert json.loads(artifact.content)["features"] == []


def test_beacon_lists_who_has_a_gnd_record(golden: Callable[[str, str], None]) -> None:
    (artifact,) = beacon(small_corpus(), SITE)
    text = artifact.content.decode()
    assert text.startswith("#FORMAT: BEACON\n#PREFIX: https://d-nb.info/gnd/\n")
    assert text.endswith("\n122188926|2|https://example.org/a/people/wladimir-putin.html\n")
    golden("exports/beacon.txt", text)


def test_without_records_or_base_address_there_is_no_beacon() -> None:
    assert list(beacon(_corpus(), SITE)) == []
    assert list(beacon(small_corpus(), Settings())) == []
