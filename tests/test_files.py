from pathlib import Path

import pytest

from generator.errors import UserError
from generator.files import MANIFEST, Kept, code_version, intact, read_folder, stands, write_file, write_output
from generator.model import Artifact

_BROKEN = [
    "",
    "[]",
    "{",
    '{"origin": "", "files": {"../a": ["", 0, 0, ""]}}',
    '{"origin": "", "files": {"a": 3}}',
    '{"origin": "", "files": {"/etc/x": ["", 0, 0, ""]}}',
]


def _site(folder: Path) -> dict[str, bytes]:
    return dict(read_folder(folder))


def test_what_is_wanted_is_written(tmp_path: Path) -> None:
    written = write_output([Artifact("index.html", b"a"), Artifact("people/x.html", b"b")], tmp_path)
    assert written.new == ("index.html", "people/x.html")
    assert (written.changed, written.removed, written.unchanged, written.pages) == ((), (), 0, 2)
    assert _site(tmp_path) == {"index.html": b"a", "people/x.html": b"b"}


def test_a_second_time_nothing_is_written(tmp_path: Path) -> None:
    artifacts = [Artifact("index.html", b"a"), Artifact("style.css", b"b")]
    write_output(artifacts, tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    written = write_output(artifacts, tmp_path)
    assert (written.new, written.changed, written.removed, written.unchanged) == ((), (), (), 2)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_many_files_are_written_by_several_processes_and_known_as_ours(tmp_path: Path) -> None:
    artifacts = [Artifact(f"{number % 7}/{number}.html", str(number).encode()) for number in range(2100)]
    written = write_output(artifacts, tmp_path, "o1", jobs=2)
    assert len(written.new) == 2100
    assert _site(tmp_path) == {artifact.path: artifact.content for artifact in artifacts}
    assert stands(tmp_path, "o1")


def test_only_changed_files_are_written(tmp_path: Path) -> None:
    write_output([Artifact("a.html", b"a"), Artifact("b.html", b"b")], tmp_path)
    written = write_output([Artifact("a.html", b"a"), Artifact("b.html", b"other")], tmp_path)
    assert written.changed == ("b.html",)
    assert _site(tmp_path)["b.html"] == b"other"


def test_files_no_longer_wanted_go_and_so_do_the_folders_they_leave_empty(tmp_path: Path) -> None:
    write_output([Artifact("a.html", b"a"), Artifact("deep/er/b.html", b"b")], tmp_path)
    assert write_output([Artifact("a.html", b"a")], tmp_path).removed == ("deep/er/b.html",)
    assert not (tmp_path / "deep").exists()


def test_files_of_others_stay(tmp_path: Path) -> None:
    (tmp_path / "CNAME").write_text("example.org")
    write_output([Artifact("a.html", b"a")], tmp_path)
    write_output([], tmp_path)
    assert _site(tmp_path) == {"CNAME": b"example.org"}


def test_a_file_of_ours_that_somebody_changed_is_not_removed(tmp_path: Path) -> None:
    write_output([Artifact("a.html", b"a")], tmp_path)
    (tmp_path / "a.html").write_text("notes of mine")
    assert write_output([], tmp_path).removed == ()
    assert _site(tmp_path) == {"a.html": b"notes of mine"}


def test_a_file_of_ours_that_somebody_changed_is_written_anew_while_wanted(tmp_path: Path) -> None:
    write_output([Artifact("a.html", b"a")], tmp_path)
    (tmp_path / "a.html").write_text("x")
    assert write_output([Artifact("a.html", b"a")], tmp_path).changed == ("a.html",)
    assert _site(tmp_path) == {"a.html": b"a"}


def test_a_foreign_file_in_the_way_stops_the_build_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("my own page")
    with pytest.raises(UserError, match=r"index\.html: not written by fundstelle; move it away"):
        write_output([Artifact("a.html", b"a"), Artifact("index.html", b"b")], tmp_path)
    assert _site(tmp_path) == {"index.html": b"my own page"}


def test_a_build_cut_short_leaves_nothing_behind_for_good(tmp_path: Path) -> None:
    with pytest.raises((FileExistsError, NotADirectoryError)):
        write_output([Artifact("a.html", b"a"), Artifact("a.html/impossible", b"b")], tmp_path)
    write_output([Artifact("c.html", b"c")], tmp_path)
    assert _site(tmp_path) == {"c.html": b"c"}


def test_an_intact_file_is_known_by_its_fingerprint_and_may_be_kept(tmp_path: Path) -> None:
    write_output([Artifact("a.html", b"a", "f1"), Artifact("b.css", b"b")], tmp_path)
    assert intact(tmp_path) == {"a.html": "f1"}
    written = write_output([Kept("a.html"), Artifact("b.css", b"b")], tmp_path)
    assert (written.new, written.changed, written.removed, written.unchanged) == ((), (), (), 2)
    (tmp_path / "a.html").write_text("changed")
    assert intact(tmp_path) == {}


@pytest.mark.parametrize("content", _BROKEN)
def test_a_broken_manifest_makes_nothing_ours(tmp_path: Path, content: str) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (tmp_path / "a").write_text("precious")
    (site / MANIFEST).write_text(content)
    write_output([Artifact("index.html", b"a")], site)
    assert (tmp_path / "a").read_text() == "precious"
    assert _site(site) == {"index.html": b"a"}


def test_hidden_files_are_passed_over_and_endings_choose(tmp_path: Path) -> None:
    for name in (".hidden.md", ".git/a.md", "b/a.md", "a.TXT", "c.png"):
        write_file(tmp_path / name, b"x")
    assert [path for path, _ in read_folder(tmp_path, (".md", ".txt"))] == ["a.TXT", "b/a.md"]
    assert read_folder(tmp_path / "nowhere") == ()


def test_a_failed_write_leaves_the_old_file_and_no_rubbish(tmp_path: Path) -> None:
    write_file(tmp_path / "a", b"old")
    with pytest.raises(TypeError):
        write_file(tmp_path / "a", "no bytes")  # type: ignore[arg-type]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"old"}


def test_the_code_has_one_version() -> None:
    assert code_version() == code_version()
    assert len(code_version()) == 32


def test_a_site_stands_while_nobody_touches_it_and_its_origin_is_the_same(tmp_path: Path) -> None:
    write_output([Artifact("a.html", b"a")], tmp_path, "o1")
    assert stands(tmp_path, "o1")
    assert not stands(tmp_path, "o2")
    write_output([Artifact("a.html", b"a")], tmp_path, "o2")
    assert stands(tmp_path, "o2")
    (tmp_path / "a.html").write_text("changed")
    assert not stands(tmp_path, "o2")
    assert not stands(tmp_path / "nowhere", "o1")
