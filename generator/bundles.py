"""Several style sheets into one file, several scripts into one, so that a page needs few requests.

The parts stay files of their own in `static/`, where they are read and overridden one by one; only the bundles are
published. Comments and indentation of style sheets are dropped on the way, scripts go through as they are.
"""

import re
from collections.abc import Iterable

from generator.model import Artifact

BUNDLES = (
    ("static/css/site.css", ("css/theme.css", "css/layout.css", "css/content.css", "css/annotations.css", "css/article.css", "css/search.css", "css/print.css")),
    ("static/js/site.js", ("js/theme.js", "js/sections.js", "js/layers.js", "js/panel.js", "js/steps.js", "js/cards.js", "js/copy.js", "js/keys.js", "js/search.js")),
)  # fmt: skip
"""Published path, and the parts in order; paths of parts are relative to the static folder."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_INDENT = re.compile(r"^[ \t]+|[ \t]+$|\n(?=\s*\n)", re.MULTILINE)


def bundle(files: Iterable[tuple[str, bytes]]) -> tuple[Artifact, ...]:
    """Return the static files as they are published, sorted by path: bundles made, their parts left out, the rest as is.

    A part that is missing is passed over, so that a site may empty one by overriding it. Raises UnicodeDecodeError when a
    part is no UTF-8.
    """
    found = dict(files)
    parts = {part for _, group in BUNDLES for part in group}
    made = [Artifact(path, _join(path, [found[part] for part in group if part in found])) for path, group in BUNDLES]
    rest = [Artifact(f"static/{path}", content) for path, content in found.items() if path not in parts]
    return tuple(sorted((*made, *rest), key=lambda artifact: artifact.path))


def _join(path: str, contents: list[bytes]) -> bytes:
    texts = [content.decode("utf-8") for content in contents]
    if path.endswith(".css"):
        texts = [_INDENT.sub("", _COMMENT.sub("", text)).strip() + "\n" for text in texts]
    return "".join(texts).encode()
