"""Whatever is edited, in whatever order: what a build makes of what the last one left is what a clean build makes."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator import reading
from generator.build import SUGGESTIONS, build
from generator.files import read_folder
from generator.reading import Request

_PHRASES = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "People"\nmsgstr "%s"\n'

TEXTS = (
    None,
    "Kiew – Der ukrainische Präsident Wolodimir Selenski hat am Freitag mit Olaf Scholz gesprochen. Selenski dankte für 85 Raketen.\n",
    "---\ntitle: Scholz in Bern\ndate: 2023-03-14\n---\nIn **Bern** traf Olaf Scholz Wolodimir Selenski. Es ging um 3,5 Millionen Euro.\n",
    "---\ntitle: Scholz und Müller\ndate: 2022-01-02\n---\nScholz und Petra Müller sprachen in Kiew über 85 Raketen. Müller kommt aus Bern.\n",
    "---\ntitle: Talks\nlanguage: en\ndate: 2023-03-15\nnoindex: true\n---\nVolodymyr Zelenskyy met Olaf Scholz in London. About 300 people watched.\n",
)
AUTHORITY = (
    None,
    '[[person]]\nname = "Olaf Scholz"\ndescription = "Bundeskanzler"\nsame_as = ["https://www.wikidata.org/wiki/Q61053"]\n',
    '[[merge]]\nkind = "person"\nnames = ["Petra Müller", "Olaf Scholz"]\n\n[ignore]\nwords = ["London"]\n',
)
SITE = (None, 'title = "A"\nbase_url = "https://example.org/a/"\n', 'title = "B"\nlanguage = "en"\ncountry = "CH"\n')
EDITS = (
    *((f"seeds/{name}", text) for name in ("a.md", "b.md", "c.md") for text in TEXTS),
    *(("seeds/authority.toml", rules) for rules in AUTHORITY),
    *(("site.toml", content) for content in SITE),
    *(("strings/de.po", phrases) for phrases in (None, _PHRASES % "Leute")),
    *(("templates/404.html", template) for template in (None, "{{ view.chrome.title }}")),
    *(("templates/article.html", template) for template in (None, "{{ view.headline }}")),
    *(("output/index.html", content) for content in (None, "written over")),
    (".fundstelle/articles", None),
)
"""A path in the site's folder and what is written there; None removes the file."""


def _edit(folder: Path, path: str, content: str | None) -> None:
    (folder / path).parent.mkdir(exist_ok=True)
    if content is None:
        (folder / path).unlink(missing_ok=True)
    else:
        (folder / path).write_text(content, "utf-8")


def _built(folder: Path) -> dict[str, bytes]:
    build(Request(folder / "site.toml", folder / "seeds", folder / "output"))
    return {**dict(read_folder(folder / "output")), SUGGESTIONS: (folder / SUGGESTIONS).read_bytes()}


def _clean(folder: Path) -> dict[str, bytes]:
    """Return what is built in a folder that has the same site and no memory."""
    with tempfile.TemporaryDirectory() as other:
        for part in ("seeds", "strings", "templates"):
            if (folder / part).is_dir():
                shutil.copytree(folder / part, Path(other, part))
        if (folder / "site.toml").is_file():
            shutil.copy(folder / "site.toml", other)
        return _built(Path(other))


@given(st.lists(st.lists(st.sampled_from(EDITS), min_size=1, max_size=4), min_size=2, max_size=4))
@settings(max_examples=5)
def test_whatever_is_edited_an_incremental_build_equals_a_clean_one(rounds: list[list[tuple[str, str | None]]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, path in enumerate(("seeds/a.md", "seeds/b.md", "seeds/c.md"), 1):
            _edit(folder, path, TEXTS[number])
        _built(folder)
        for edits in rounds:
            for path, content in edits:
                _edit(folder, path, content)
            found = _built(folder)
        assert found == _clean(folder)


def test_many_articles_come_out_the_same_from_several_processes(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for number in range(110):
        (seeds / f"{number}.txt").write_text(
            f"Petra Müller zählte am {number % 28 + 1}. März 2023 in Bern {number + 2} Raketen. Olaf Scholz sah zu.\n",
            "utf-8",
        )
    several = Request(tmp_path / "site.toml", seeds, tmp_path / "output", jobs=2)
    build(several)
    assert dict(read_folder(several.output)) == {
        path: content for path, content in _clean(tmp_path).items() if path != SUGGESTIONS
    }
    (seeds / "7.txt").write_text("In Kiew traf Olaf Scholz am 3. Mai 2023 Wolodimir Selenski.\n", "utf-8")
    reading._recogniser.cache_clear()  # noqa: SLF001 - as in a process that has found no names yet
    assert build(several).annotated == 1
    assert dict(read_folder(several.output)) == {
        path: content for path, content in _clean(tmp_path).items() if path != SUGGESTIONS
    }
