"""The flow: what a build writes, when it writes, and that no way of getting there changes the result."""

import json
import shutil
import sys
from pathlib import Path

import pytest

from generator.build import Request, build
from generator.errors import UserError
from generator.files import MANIFEST, read_folder
from generator.report import Report

KIEW = """Kiew, Berlin Der ukrainische Präsident Wolodimir Selenski hat am Freitag mit Bundeskanzler Olaf Scholz gesprochen. \
Selenski dankte Deutschland für 85 Raketen.

Scholz sagte in Berlin, die Hilfe gehe weiter.
"""
BERN = """---
title: Bern baut
date: 2023-03-14
publisher: Beispielblatt
---
In **Bern** entstehen 120 Wohnungen für 3,5 Millionen Euro. Das teilte Maria Muster mit.
"""
LONDON = """---
title: Talks in London
language: en
---
Volodymyr Zelenskyy met Rishi Sunak in London. About 300 people watched.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "site.toml").write_text('title = "Probe"\nbase_url = "https://example.org/sub/"\n', "utf-8")
    (tmp_path / "seeds" / "kiew.txt").write_text(KIEW, "utf-8")
    (tmp_path / "seeds" / "bern.md").write_text(BERN, "utf-8")
    (tmp_path / "seeds" / "london.md").write_text(LONDON, "utf-8")
    return tmp_path


def _request(folder: Path, output: str = "output") -> Request:
    return Request(folder / "site.toml", folder / "seeds", folder / output)


def _build(folder: Path, output: str = "output") -> Report:
    return build(_request(folder, output))


def _site(folder: Path, output: str = "output") -> dict[str, bytes]:
    return dict(read_folder(folder / output))


def _clean(folder: Path) -> dict[str, bytes]:
    """Return the site as a build without any memory makes it."""
    memory = folder / ".fundstelle"
    if memory.exists():
        memory.rename(folder / "aside")
    _build(folder, "clean")
    site = _site(folder, "clean")
    shutil.rmtree(folder / "clean")
    shutil.rmtree(memory)
    if (folder / "aside").exists():
        (folder / "aside").rename(memory)
    return site


def test_a_build_makes_the_site(folder: Path) -> None:
    report = _build(folder)
    assert not report.severe
    assert (report.articles, report.annotated) == (3, 3)
    site = _site(folder)
    for path in (
        "index.html",
        "articles/kiew.html",
        "people/index.html",
        "places/index.html",
        "figures/index.html",
        "404.html",
    ):
        assert path in site
    entities = {row["name"]: row for row in json.loads(site["data/entities.json"])}
    assert entities["Olaf Scholz"]["label"] == "PERSON"
    assert entities["Olaf Scholz"]["url"] in site
    assert "85" in site["data/figures.csv"].decode()


def test_a_second_build_writes_nothing(folder: Path) -> None:
    _build(folder)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    report = _build(folder)
    assert (report.new, report.changed, report.removed, report.annotated) == (0, 0, 0, 0)
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_one_changed_article_is_annotated_alone_and_the_site_equals_a_clean_one(folder: Path) -> None:
    _build(folder)
    (folder / "seeds" / "bern.md").write_text(
        BERN.replace("120", "130") + "\nAuch Olaf Scholz kam nach Bern.\n", "utf-8"
    )
    report = _build(folder)
    assert report.annotated == 1
    assert report.changed
    assert _site(folder) == _clean(folder)


def test_an_article_that_nothing_links_to_keeps_its_bytes_when_another_changes(folder: Path) -> None:
    _build(folder)
    before = (folder / "output" / "articles" / "bern.html").stat().st_mtime_ns
    (folder / "seeds" / "london.md").write_text(LONDON.replace("300", "400"), "utf-8")
    _build(folder)
    assert (folder / "output" / "articles" / "bern.html").stat().st_mtime_ns == before


def test_a_renamed_article_moves_and_nothing_of_the_old_one_stays(folder: Path) -> None:
    _build(folder)
    (folder / "seeds" / "kiew.txt").rename(folder / "seeds" / "gespraech.txt")
    report = _build(folder)
    assert report.annotated == 1
    site = _site(folder)
    assert "articles/gespraech.html" in site
    assert "articles/kiew.html" not in site
    assert site == _clean(folder)


def test_a_removed_article_takes_its_entities_with_it(folder: Path) -> None:
    _build(folder)
    (folder / "seeds" / "kiew.txt").unlink()
    report = _build(folder)
    assert "Olaf Scholz" in report.vanished
    assert _site(folder) == _clean(folder)


def test_changed_settings_phrases_and_templates_reach_every_page(folder: Path) -> None:
    _build(folder)
    (folder / "site.toml").write_text('title = "Anders"\nlanguage = "en"\n', "utf-8")
    (folder / "strings").mkdir()
    phrases = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "People"\nmsgstr "Folks"\n'
    (folder / "strings" / "en.po").write_text(phrases, "utf-8")
    _build(folder)
    assert b"Folks" in _site(folder)["index.html"]
    assert _site(folder) == _clean(folder)


def test_templates_and_static_files_of_the_site_win_file_by_file(folder: Path) -> None:
    (folder / "templates").mkdir()
    (folder / "templates" / "404.html").write_text("<title>{{ site.title }}</title>eigen", "utf-8")
    (folder / "static" / "css").mkdir(parents=True)
    (folder / "static" / "css" / "own.css").write_text("p{}", "utf-8")
    _build(folder)
    assert _site(folder)["404.html"] == b"<title>Probe</title>eigen"
    assert _site(folder)["static/css/own.css"] == b"p{}"


def test_a_faulty_template_is_named_with_its_line(folder: Path) -> None:
    (folder / "templates").mkdir()
    (folder / "templates" / "404.html").write_text("<p>\n{{ view.nonsense }}\n", "utf-8")
    with pytest.raises(UserError, match=r"templates/404\.html:2: .*nonsense"):
        _build(folder)


def test_faulty_articles_are_named_and_the_others_built(folder: Path) -> None:
    (folder / "seeds" / "broken.md").write_text("---\ntitle: [\n---\nText.\n", "utf-8")
    (folder / "seeds" / "binary.txt").write_bytes(b"\x00\x01\x02")
    (folder / "seeds" / "empty.txt").write_text("", "utf-8")
    report = _build(folder)
    places = {problem.where.partition(":")[0].rpartition("/")[2] for problem in report.problems if problem.severe}
    assert places == {"broken.md", "binary.txt", "empty.txt"}
    assert report.severe
    assert "articles/kiew.html" in _site(folder)


def test_wrong_settings_are_named_and_the_site_built(folder: Path) -> None:
    (folder / "site.toml").write_text('titel = "x"\n', "utf-8")
    (problem,) = _build(folder).problems
    assert "did you mean 'title'?" in problem.what


def test_where_no_pictures_can_be_drawn_the_build_says_what_to_install(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PIL", None)  # as where it is not installed
    report = _build(folder)
    assert [problem.what for problem in report.problems if "fundstelle[cards]" in problem.what]
    assert not report.severe
    assert not any(path.startswith("cards/") for path in _site(folder))
    assert b"og:image" not in _site(folder)["articles/kiew.html"]


def test_a_missing_pipeline_is_one_clear_line(folder: Path) -> None:
    (folder / "site.toml").write_text('pipeline_de = "de_core_news_xl"\n', "utf-8")
    with pytest.raises(UserError, match="de_core_news_xl"):
        _build(folder)


def test_without_seeds_the_user_is_told_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="there is no such folder; put articles into it"):
        _build(tmp_path)


def test_an_empty_folder_gives_an_empty_site_with_all_its_pages(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    report = _build(tmp_path)
    assert (report.articles, report.problems) == (0, ())
    assert "index.html" in _site(tmp_path)


def test_a_lost_or_broken_memory_changes_nothing(folder: Path) -> None:
    _build(folder)
    before = _site(folder)
    (folder / ".fundstelle" / "articles").write_text("{", "utf-8")
    (folder / "output" / MANIFEST).unlink()
    report = _build(folder)
    assert report.annotated == 3
    assert _site(folder) == before


def test_the_order_of_files_and_the_number_of_processes_change_nothing(folder: Path) -> None:
    _build(folder)
    before = _site(folder)
    shutil.rmtree(folder / "output")
    shutil.rmtree(folder / ".fundstelle")
    build(Request(folder / "site.toml", folder / "seeds", folder / "output", 2))
    assert _site(folder) == before


def test_problems_of_one_file_stand_in_the_order_of_its_lines(folder: Path) -> None:
    rules = "\n".join(f"[[person]]\nnmae = {number}" for number in range(8))
    (folder / "seeds" / "authority.toml").write_text(rules, "utf-8")
    report = build(_request(folder))
    lines = [int(problem.where.rpartition(":")[2]) for problem in report.problems]
    assert lines == sorted(lines)
    assert len(lines) == 16


def test_nothing_is_published_without_rules_that_cannot_be_read(folder: Path) -> None:
    build(_request(folder))
    before = _site(folder)
    (folder / "seeds" / "authority.toml").write_text('[[person]\nname = "Olaf Scholz"\ntakedown = true\n', "utf-8")
    with pytest.raises(UserError, match=r"authority\.toml:1: not valid TOML"):
        build(_request(folder))
    assert _site(folder) == before
