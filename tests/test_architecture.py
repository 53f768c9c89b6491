"""The house keeps its shape: imports go strictly down, one foreign library in one room, no room too large, values frozen."""

import ast
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "generator"

FLOORS = (
    ("__main__",),
    ("preview",),
    ("build", "check", "explain", "evaluate"),
    ("artifacts", "reading", "gold"),
    ("render", "files", "cache", "fingerprints", "bundles", "report", "fulltext", "linkcards"),
    ("parse", "pages", "exports", "search"),
    ("plaintext", "markdown", "annotate", "resolve", "relations", "remedies"),
    (
        "frontmatter", "hygiene", "ner", "places", "demonyms", "maps", "quantities", "highlight",
        "concordance", "drawings", "network", "echoes", "authority", "linkeddata",
    ),
    ("text", "phrases", "sentences", "language", "urls", "config", "strings", "workers"),
    ("model", "errors"),
)  # fmt: skip
"""Top floor first. A room imports from lower floors only; a folder is one room here and keeps its own order inside."""

HOMES = {
    "spacy": "ner", "thinc": "ner", "numpy": "ner",
    "jinja2": "render",
    "markdown_it": "markdown",
    "livereload": "preview", "tornado": "preview",
    "yaml": "frontmatter",
    "babel": "strings",
    "pagefind_bin": "fulltext",
    "PIL": "linkcards",
    "markupsafe": "highlight",
}  # fmt: skip
"""Each foreign library and the one room that knows it."""

FILES = sorted(PACKAGE.rglob("*.py"))


def _room(path: Path) -> str:
    relative = path.relative_to(PACKAGE)
    return relative.parts[0].removesuffix(".py")


def _imports(path: Path) -> set[str]:
    """Names imported anywhere in a file, also inside functions and under `TYPE_CHECKING`."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = node.module or ""
            names.update(f"{module}.{alias.name}" if module in ("generator", "") else module for alias in node.names)
    return names


def _inner_imports(path: Path) -> set[str]:
    """Files of the same folder that a file imports, as stems."""
    folder = path.parent
    prefix = ".".join(("generator", *folder.relative_to(PACKAGE).parts)) + "."
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for name in names:
            if name.startswith(prefix):
                stem = name.removeprefix(prefix).split(".")[0]
                if (folder / f"{stem}.py").is_file():
                    found.add(stem)
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_go_strictly_down(path: Path) -> None:
    if path == PACKAGE / "__init__.py":
        return
    floor = {room: number for number, rooms in enumerate(reversed(FLOORS)) for room in rooms}
    room = _room(path)
    assert room in floor, f"{room} stands on no floor; say where in FLOORS"
    for name in _imports(path):
        if not name.startswith("generator."):
            continue
        other = name.split(".")[1]
        if other in (room, "__version__"):
            continue
        assert floor[other] < floor[room], f"{room} imports {other}, which is not below it"


@pytest.mark.parametrize("folder", sorted({p.parent for p in FILES} - {PACKAGE}), ids=lambda p: p.name)
def test_inside_a_folder_no_room_imports_in_a_circle(folder: Path) -> None:
    arrows = {p.stem: _inner_imports(p) for p in folder.glob("*.py") if p.stem != "__init__"}
    while arrows:
        ends = {room for room, targets in arrows.items() if not targets & arrows.keys()}
        assert ends, f"a circle among {sorted(arrows)}"
        arrows = {room: targets for room, targets in arrows.items() if room not in ends}


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_foreign_library_is_known_in_one_room_only(path: Path) -> None:
    for name in _imports(path):
        top = name.split(".")[0]
        if top == "generator" or top in sys.stdlib_module_names:
            continue
        assert top in HOMES, f"{path.name} imports {top}; say in HOMES where it lives"
        assert _room(path) == HOMES[top], f"{path.name} imports {top}, which lives in {HOMES[top]}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_no_room_is_above_300_lines(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_every_dataclass_is_frozen(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.ClassDef):
            continue
        for decorator in node.decorator_list:
            named = decorator.func if isinstance(decorator, ast.Call) else decorator
            if isinstance(named, ast.Name) and named.id == "dataclass":
                options = {k.arg: k.value for k in decorator.keywords} if isinstance(decorator, ast.Call) else {}
                frozen = options.get("frozen")
                assert isinstance(frozen, ast.Constant), f"{path.name}: {node.name} is not frozen"
                assert frozen.value is True, f"{path.name}: {node.name} is not frozen"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_every_room_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), f"{path.name} has no docstring"
