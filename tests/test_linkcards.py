"""Pictures for link previews: what stands on them, for whom there are some, and that they are small and always the same."""

import io
from dataclasses import replace

import pytest

from generator.config import Settings
from generator.fingerprints import Fingerprints
from generator.linkcards import SITE_CARD, card_paths, cards_installed, link_cards
from generator.linkcards.drawing import HEIGHT, STEPS, WIDTH, Face, draw
from generator.model import Corpus, Twin
from generator.pages import Made, Site
from generator.pages.article import article_pages
from generator.pages.entity import entity_pages
from generator.pages.home import home_page
from generator.strings import strings
from tests.sample import render_pages, sample_site
from tests.written import small_corpus, write_article, write_corpus

needs_pillow = pytest.mark.skipif(
    not cards_installed(), reason="Pillow and its font are not installed; they come with the extra `cards`"
)
SETTINGS = Settings(title="Probe", description="Eine Probe.", base_url="https://example.org/a/")


def _cards(corpus: Corpus) -> dict[str, Twin]:
    return {twin.path: twin for twin in link_cards(corpus, SETTINGS, strings("de"))}


def _face(corpus: Corpus, path: str) -> Face:
    face = _cards(corpus)[path].parts[0]  # type: ignore[index]
    assert isinstance(face, Face)
    return face


def _drawn(face: Face) -> bytes:
    return draw((face, ""))


@needs_pillow
def test_a_picture_is_a_small_png_of_the_size_that_readers_want() -> None:
    from PIL import Image

    for twin in _cards(small_corpus()).values():
        image = Image.open(io.BytesIO(twin.content))
        assert (image.format, image.mode, image.size) == ("PNG", "P", (WIDTH, HEIGHT))
        assert len(twin.content) < 25_000


@needs_pillow
def test_the_same_article_gives_the_same_bytes() -> None:
    first, second = (_cards(small_corpus())["cards/besuch.png"] for _ in range(2))
    assert first.content == second.content
    assert Fingerprints().of(first.parts) == Fingerprints().of(second.parts)


@needs_pillow
def test_a_picture_says_what_the_article_is_and_whom_it_names() -> None:
    face = _face(small_corpus(), "cards/besuch.png")
    assert (face.site, face.kicker, face.title) == ("Probe", "Der Bote · 21. März 2023", "Putin empfängt Xi")
    assert face.names == (("PERSON", "Wladimir Putin"), ("PERSON", "Xi Jinping"), ("PLACE", "Moskau"))
    assert all(0 <= step < STEPS for row in face.strip for step in row)
    assert [bool(row) for row in face.strip] == [True, True, False]


@needs_pillow
def test_whoever_is_not_to_be_found_is_on_no_picture() -> None:
    corpus = write_corpus(
        (write_article("a", "[Ada|people/ada] traf [Ben|people/ben]."),), people__ada={"noindex": True}
    )
    face = _face(corpus, "cards/a.png")
    assert face.names == (("PERSON", "Ben"),)
    assert len(face.strip[0]) == 1


@needs_pillow
def test_an_article_that_is_not_to_be_found_has_no_picture() -> None:
    assert card_paths(small_corpus(), SETTINGS) == (SITE_CARD, "cards/besuch.png", "cards/angriff.png")
    assert list(_cards(small_corpus())) == [SITE_CARD, "cards/besuch.png", "cards/angriff.png"]


@needs_pillow
def test_a_title_the_font_cannot_write_gets_the_picture_of_the_site() -> None:
    corpus = write_corpus(
        (
            write_article("pekin", "Text", title="北京的冬天"),
            write_article("kiew", "Text", title="Київ Ґ – Łódź, Αθήνα: „ßÄ“ …"),
        )
    )
    assert card_paths(corpus, SETTINGS) == (SITE_CARD, "cards/kiew.png")
    site = replace(sample_site(corpus), made=Made(cards=card_paths(corpus, SETTINGS)))
    pages = render_pages(site, *article_pages(site))
    assert 'og:image" content="https://example.org/archiv/cards/site.png"' in pages["articles/pekin.html"]
    assert 'og:image" content="https://example.org/archiv/cards/kiew.png"' in pages["articles/kiew.html"]


def test_without_a_base_address_there_is_no_picture() -> None:
    assert card_paths(small_corpus(), Settings(title="Probe")) == ()


@needs_pillow
def test_names_the_font_cannot_write_are_left_out() -> None:
    corpus = write_corpus((write_article("a", "[北京|places/u5317] und [Bern|places/bern]", publisher="日報"),))
    face = _face(corpus, "cards/a.png")
    assert (face.names, face.kicker) == ((("PLACE", "Bern"),), "")


@needs_pillow
@pytest.mark.parametrize(
    "title", ["", "X", "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 3, "Wort " * 200]
)
def test_every_title_finds_room(title: str) -> None:
    face = Face(
        site="Probe " * 40, kicker="Verlag " * 60, title=title, names=(("PERSON", "N" * 200),), strip=((), (), ())
    )
    assert _drawn(face).startswith(b"\x89PNG")


@needs_pillow
def test_nothing_runs_into_the_margin() -> None:
    from PIL import Image

    title = "Die Bundesregierung und die Länder haben sich am Freitag nach langen Verhandlungen auf Wärme geeinigt"
    names = tuple(("PLACE", name) for name in ("Kleinmachnow an der Straße", "Mönchengladbach-Rheydt", "Bad Neuenahr"))
    face = Face(site="Probe", kicker="Der Bote", title=title, names=names, strip=((0, STEPS - 1), (), ()))
    image = Image.open(io.BytesIO(_drawn(face))).convert("RGB")
    assert image.crop((WIDTH - 70, 0, WIDTH, HEIGHT)).getcolors() == [(70 * HEIGHT, (0xFD, 0xFC, 0xF9))]


@needs_pillow
def test_the_colours_are_those_of_the_style_sheet() -> None:
    from generator.files import shipped
    from generator.linkcards import drawing

    theme = (shipped("static") / "css" / "theme.css").read_text("utf-8")
    for name in ("ink", "muted", "rule", "person", "place", "organisation"):
        colour = drawing._INKS.get(name) or drawing._INKS[name.upper()]  # noqa: SLF001 - two places that must agree
        assert f"--{name}: light-dark(#{bytes(colour).hex()}," in theme


def _site(corpus: Corpus, *cards: str) -> Site:
    return replace(sample_site(corpus), made=Made(cards=cards))


def test_pages_name_their_picture_with_its_size() -> None:
    site = _site(small_corpus(), SITE_CARD, "cards/besuch.png")
    pages = render_pages(site, *article_pages(site), *entity_pages(site), *home_page(site))
    for path, card in (
        ("articles/besuch.html", "besuch"),
        ("articles/angriff.html", "site"),
        ("index.html", "site"),
        ("people/wladimir-putin.html", "site"),
    ):
        assert f'<meta property="og:image" content="https://example.org/archiv/cards/{card}.png">' in pages[path]
        assert '<meta property="og:image:width" content="1200">' in pages[path]
        assert '<meta name="twitter:card" content="summary_large_image">' in pages[path]


def test_where_no_pictures_are_drawn_no_page_names_one() -> None:
    site = sample_site(small_corpus())
    assert "og:image" not in "".join(render_pages(site, *article_pages(site), *home_page(site)).values())
