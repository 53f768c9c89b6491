"""A site with templates, styles and a language of its own: `tests/cases/theme` replaces one of each."""

import importlib
import pkgutil
import re
import shutil
from dataclasses import fields
from pathlib import Path

import pytest

from generator import pages
from generator.build import Request, build
from generator.files import read_folder
from generator.report import Report

ROOT = Path(__file__).parent.parent
THEME = ROOT / "tests" / "cases" / "theme"
TEMPLATES = ROOT / "templates"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Report, dict[str, str]]:
    """The report, and the site's files that are text."""
    folder = tmp_path_factory.mktemp("theme") / "site"
    shutil.copytree(THEME, folder)
    report = build(Request(folder / "site.toml", folder / "seeds", folder / "output"))
    files = read_folder(folder / "output", (".html", ".css", ".csv"))
    return report, {path: content.decode() for path, content in files}


Built = tuple[Report, dict[str, str]]


def test_a_template_of_the_site_replaces_ours_and_may_extend_it(built: Built) -> None:
    lost = built[1]["404.html"]
    assert '<p class="lost">Rien ici.</p>' in lost
    assert '<a href="/lieu/search/index.html">' in lost
    article = built[1]["articles/bern.html"]
    assert article.index("Merci de votre lecture.") > article.index('id="text"')
    assert 'class="kicker"' in article


def test_the_frame_of_the_site_is_that_of_our_templates_too(built: Built) -> None:
    made = {path: text for path, text in built[1].items() if path.endswith(".html")}
    assert all('<p class="banner">Archives</p>' in text for text in made.values())
    assert all("Pied de page de Lieu-dit" in text for text in made.values())
    assert '<link rel="stylesheet" href="../static/css/own.css">' in made["articles/bern.html"]


def test_a_macro_of_the_site_is_used_by_our_templates(built: Built) -> None:
    assert '<li class="own-teaser">' in built[1]["index.html"]
    assert '<li class="own-teaser">' in built[1]["articles/index.html"]


def test_a_style_of_the_site_goes_into_the_bundle(built: Built) -> None:
    assert built[1]["static/css/site.css"].startswith(":root { --paper: papayawhip; }")
    assert ".masthead" in built[1]["static/css/site.css"]
    assert ".banner" in built[1]["static/css/own.css"]


def test_a_third_language_is_one_file(built: Built) -> None:
    article = built[1]["articles/bern.html"]
    assert '<html lang="fr">' in article
    assert 'class="text" id="text" lang="de"' in article
    assert "Aller au contenu" in article
    assert "14 mars 2023" in article
    assert "1\N{NARROW NO-BREAK SPACE}250" in built[1]["figures/index.html"]
    assert "Österreich" in built[1]["places/index.html"]
    assert "Elsewhere" in built[1]["places/bern.html"]  # not in the file, so it stays English


def test_phrases_that_are_missing_are_counted(built: Built) -> None:
    (problem,) = [problem for problem in built[0].problems if problem.where.startswith("strings")]
    assert re.fullmatch(r"strings/fr\.po: \d+ phrases stay English, the first is '.*'; translate them .*", str(problem))
    assert not problem.severe


def test_the_readme_of_the_templates_names_every_file_and_every_block() -> None:
    """Only such names as are there, and in the order of the file."""
    readme = (TEMPLATES / "README.md").read_text("utf-8")
    rows = re.findall(r"^\| `([\w./-]+\.\w+)` \|[^|]*\| (.*?) \|$", readme, re.MULTILINE)
    said = {name: tuple(re.findall(r"`([\w-]+)`", blocks)) for name, blocks in rows}
    paths = sorted(path for path in TEMPLATES.rglob("*") if path.suffix in (".html", ".svg"))
    block = re.compile(r"\{% block (\w+) ")
    assert said == {
        path.relative_to(TEMPLATES).as_posix(): tuple(dict.fromkeys(block.findall(path.read_text("utf-8"))))
        for path in paths
    }


def test_the_readme_of_the_templates_names_every_field_of_every_view() -> None:
    readme = (TEMPLATES / "README.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+View)` \| \[(\w+)\.py\].*? \| (.*?) \|$", readme, re.MULTILINE)
    said = {(room, name): tuple(re.findall(r"`(\w+)`", names)) for name, room, names in rows}
    rooms = [importlib.import_module(f"generator.pages.{room.name}") for room in pkgutil.iter_modules(pages.__path__)]
    assert said == {
        (room.__name__.rpartition(".")[2], name): tuple(one.name for one in fields(kind) if one.name != "chrome")
        for room in rooms
        for name, kind in vars(room).items()
        if name.endswith("View") and kind.__module__ == room.__name__
    }
