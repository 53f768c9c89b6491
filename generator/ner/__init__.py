"""Names of people, places and organisations in articles, found by a spaCy pipeline.

The only room that knows spaCy and NumPy. Inside, top-down:

    pipeline     a loaded pipeline and its Recogniser
    bounds, consistency, known
                 what its surroundings, the rest of the article and general knowledge say of a name
    component    our own tagger as a part of a spaCy pipeline
    tagger       the network itself, in plain NumPy

spaCy takes a second to import, so it is imported only when something is to be recognised: a build that finds everything in the
cache asks for `pipeline_version` alone.
"""

import hashlib
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module, metadata
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from generator.errors import MissingPipelineError

if TYPE_CHECKING:
    from generator.ner.pipeline import Recogniser

__all__ = ["OWN", "Facts", "load_recogniser", "pipeline_facts", "pipeline_version"]

OWN = "fundstelle"
"""Name in the settings of the pipelines that come in the package."""
MODELS = Path(__file__).parent.parent / "data" / "models"


def load_recogniser(pipeline: str, lang: str) -> "Recogniser":
    """Load a pipeline by name: `fundstelle` is our own for the language, else an installed spaCy package or a folder.

    Raises `MissingPipelineError` when there is no such pipeline.
    """
    place = _place(pipeline, lang)
    # Its products of small matrices are slower, not faster, on several threads; NumPy reads this when it is first imported.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with _without_commands():
        room = import_module("generator.ner.pipeline")
    return room.Recogniser(place, pipeline, pipeline_version(pipeline, lang))  # type: ignore[no-any-return]


@contextmanager
def _without_commands() -> Iterator[None]:
    """Import spaCy without its command line: it would bring a client for the web along, a third of spaCy's start."""
    names = () if "spacy" in sys.modules else ("spacy.cli", "spacy.cli.info")
    for name in names:
        sys.modules[name] = ModuleType(name)
        sys.modules[name].__dict__["info"] = None
    try:
        yield
    finally:
        for name in names:
            del sys.modules[name]


@lru_cache(maxsize=16)
def pipeline_version(pipeline: str, lang: str) -> str:
    """Give a fingerprint of all that decides which names are found: the model's files, the code of this room, the organisations known, spaCy's version."""
    place = _place(pipeline, lang)
    found = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        found.update(path.read_bytes())
    found.update((MODELS.parent / "organisations.toml").read_bytes())
    for package in ("spacy", "numpy"):
        found.update(metadata.version(package).encode())
    files = sorted(p for p in Path(place).rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    for path in files:
        found.update(path.relative_to(place).as_posix().encode())
        # A large file's size and the small files' content (with its digest in `meta.json`) say as much as all its bytes.
        found.update(path.read_bytes())
    return found.hexdigest()[:24]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a pipeline says of itself in its `meta.json`."""

    name: str
    version: str
    scores: tuple[tuple[str, str, float, float, float, int], ...]
    """Set of texts, label (empty for all), precision, recall, F1 as ratios 0..1, number of texts; only our own pipelines say so."""


def pipeline_facts(pipeline: str, lang: str) -> Facts:
    """Give name, version and scores of a pipeline without loading it."""
    meta = json.loads((_place(pipeline, lang) / "meta.json").read_text("utf-8"))
    scores = meta.get("performance", {}).get("fundstelle", ()) if isinstance(meta.get("performance"), dict) else ()
    return Facts(str(meta.get("name", pipeline)), str(meta.get("version", "")), tuple(tuple(row) for row in scores))


def _place(pipeline: str, lang: str) -> Path:
    """Find the folder of a pipeline."""
    if pipeline == OWN:
        place = MODELS / lang
        if (place / "meta.json").is_file():
            return place
        raise MissingPipelineError(
            f"pipeline: fundstelle brings none for language '{lang}'; name an installed spaCy pipeline in site.toml"
        )
    if (Path(pipeline) / "meta.json").is_file():
        return Path(pipeline)
    name = pipeline if pipeline.isidentifier() else ""
    spec = find_spec(name) if name else None
    if spec is None or not spec.submodule_search_locations:
        raise MissingPipelineError(
            f"pipeline: '{pipeline}' is not installed; install it with `python -m spacy download {pipeline}`, "
            f"or remove the line to use the one that comes with fundstelle"
        )
    root = Path(spec.submodule_search_locations[0])
    inner = sorted(root.glob("*/meta.json"))
    return inner[0].parent if inner else root
