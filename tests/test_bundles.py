from pathlib import Path

import pytest

from generator.bundles import BUNDLES, bundle
from generator.model import Artifact

STATIC = Path(__file__).parent.parent / "static"


def test_parts_are_joined_in_order_and_not_published_by_themselves() -> None:
    files = (
        ("css/layout.css", b"b {}\n"),
        ("css/theme.css", b"/* why */\na {\n  color: red;\n}\n"),
        ("logo.svg", b"<svg/>"),
    )
    assert bundle(files) == (
        Artifact("static/css/site.css", b"a {\ncolor: red;\n}\nb {}\n"),
        Artifact("static/js/site.js", b""),
        Artifact("static/logo.svg", b"<svg/>"),
    )


@pytest.mark.parametrize("part", [part for _, group in BUNDLES for part in group])
def test_every_part_exists(part: str) -> None:
    assert (STATIC / part).is_file()


@pytest.mark.parametrize("path", sorted(STATIC.rglob("*.css")), ids=lambda path: path.name)
def test_no_style_sheet_has_a_comment_mark_inside_a_text(path: Path) -> None:
    # The bundle drops comments without reading CSS; a `/*` in a string would be taken for one.
    for line in path.read_text("utf-8").splitlines():
        assert not ("/*" in line and '"' in line.split("/*")[0] and line.split("/*")[0].count('"') % 2)
