"""Maps on the pages: one file of land for all, dots above it."""

from generator.model import Corpus, Geo
from generator.pages.atlas import atlas, map_pages
from generator.pages.entity import EntityView, entity_pages
from generator.pages.home import home_page
from generator.pages.indexes import index_pages
from tests.sample import render_pages, sample_site
from tests.written import write_article, write_corpus


def _corpus(**places: tuple[float, float, str]) -> Corpus:
    text = " ".join(f"[{name}|places/{name}]" for name in places)
    known = {f"places__{name}": {"geo": Geo(lat, lon, "", "", kind)} for name, (lat, lon, kind) in places.items()}
    return write_corpus((write_article("a", text),), **known)


FAR = _corpus(kiew=(50.45, 30.52, "capital"), lima=(-12.05, -77.04, "capital"), peking=(39.9, 116.4, "capital"))


def test_places_with_coordinates_are_on_the_map_and_others_are_not() -> None:
    corpus = write_corpus(
        (write_article("a", "[Kiew|places/kiew] [Neustadt|places/neustadt] [Kiew|places/kiew]"),),
        places__kiew={"geo": Geo(50.45, 30.52, "UA", "703448", "capital")},
    )
    (sheet,) = atlas(sample_site(corpus)).sheets
    assert [(spot.name, spot.target, spot.count) for spot in sheet.spots] == [("Kiew", "places/kiew.html", 2)]


def test_every_place_has_a_window_that_holds_it() -> None:
    for window in atlas(sample_site(FAR)).windows.values():
        assert window.left <= window.x <= window.left + window.width
        assert window.top <= window.y <= window.top + window.height
        assert window.left >= 0
        assert window.left + window.width <= window.map_width


def test_where_many_places_crowd_there_is_a_closer_map() -> None:
    towns = {f"ort{number}": (50 + number / 4, 8 + number / 2, "city") for number in range(9)}
    far = {"lima": (-12.05, -77.04, "capital"), "peking": (39.9, 116.4, "capital")}
    sheets = atlas(sample_site(_corpus(**towns, **far))).sheets
    assert [(sheet.path, len(sheet.spots)) for sheet in sheets] == [("maps/places.svg", 11), ("maps/region.svg", 9)]
    windows = atlas(sample_site(_corpus(**towns, **far))).windows
    assert (windows["places/ort1"].path, windows["places/lima"].path) == ("maps/region.svg", "maps/places.svg")


def test_the_land_is_a_file_that_pages_refer_to() -> None:
    site = sample_site(FAR)
    files = render_pages(site, *map_pages(site))
    assert list(files) == ["maps/places.svg"]
    assert files["maps/places.svg"].startswith("<svg xmlns")
    pages = render_pages(site, *home_page(site), *index_pages(site), *entity_pages(site))
    assert 'src="maps/places.svg"' in pages["index.html"]
    assert 'src="../maps/places.svg"' in pages["places/index.html"]
    assert "maps/places.svg" not in pages["people/index.html"]
    assert '<image href="../maps/places.svg"' in pages["places/lima.html"]


def test_without_coordinates_there_is_no_map() -> None:
    site = sample_site(write_corpus((write_article("a", "[Kiew|places/kiew] [Xi|people/xi]"),)))
    assert not list(map_pages(site))
    assert "maps/" not in "".join(render_pages(site, *home_page(site), *index_pages(site)).values())
    for page in entity_pages(site):
        assert isinstance(page.view, EntityView)
        assert page.view.window is None
