"""The disk: read a site's folders, bring the output folder up to date.

The output folder remembers in `.manifest.json` which files are ours and what they held. So unchanged files are not written,
files that are no longer wanted are removed, and a file that somebody else put there is never touched. Whatever is done to ten
thousand files is done with strings: making a `Path` takes longer than looking at the file.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path

from generator.errors import UserError
from generator.model import Artifact
from generator.workers import spread

MANIFEST = ".manifest.json"
PACKAGE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Written:
    """What bringing the output up to date came to; paths relative to the output folder, sorted."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int
    pages: int
    """HTML pages among all files."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that need not be made again: it is as we wrote it, and its fingerprint is the same."""

    path: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """What the manifest knows of a file."""

    digest: str
    state: tuple[int, int]
    """Size in bytes, time of the last change in nanoseconds."""
    fingerprint: str


_UNFINISHED = _Entry("", (0, 0), "")
_RUN = 500
"""Files that a process writes at a time."""


def read_folder(folder: Path, endings: tuple[str, ...] = ()) -> tuple[tuple[str, bytes], ...]:
    """Return every file below a folder as (path with `/`, bytes), sorted by path; empty when there is no folder.

    Hidden files and folders are passed over, and so are files without one of the endings where endings are given.
    """
    return tuple((path.relative_to(folder).as_posix(), path.read_bytes()) for path in _walk(folder, endings))


def shipped(name: str) -> Path:
    """Return a folder that comes with the program: inside the package when installed, beside it in a checkout."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name


def digest(data: bytes) -> str:
    """Return a short fingerprint of bytes."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def code_version() -> str:
    """Return a fingerprint of the program's own code and tables, so that a new version trusts no old result."""
    state = hashlib.blake2b(digest_size=16)
    for path in sorted(PACKAGE.rglob("*")):
        if path.is_file() and path.suffix != ".pyc" and "models" not in path.parts:
            state.update(path.relative_to(PACKAGE).as_posix().encode())
            state.update(path.read_bytes())
    return state.hexdigest()


def write_file(path: Path, content: bytes) -> None:
    """Write a file so that a reader sees the old bytes or the new ones, never half of them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    _replace(str(path.parent), path.name, content)


def stands(output: Path, origin: str) -> bool:
    """Return whether the output folder holds what was built from `origin`, every file of it untouched."""
    built_from, entries = _read_manifest(output)
    return built_from == origin and all(_state(f"{output}/{path}") == entry.state for path, entry in entries.items())


def intact(output: Path) -> dict[str, str]:
    """Return the fingerprint of each file that still is as we wrote it, by path; files without fingerprint are left out."""
    entries = _read_manifest(output)[1].items()
    return {
        path: entry.fingerprint
        for path, entry in entries
        if entry.fingerprint and _state(f"{output}/{path}") == entry.state
    }


def write_changed(path: Path, content: bytes) -> None:
    """Write a file unless it holds these bytes already."""
    if not path.is_file() or path.read_bytes() != content:
        write_file(path, content)


def write_output(artifacts: Iterable[Artifact | Kept], output: Path, origin: str = "", *, jobs: int = 1) -> Written:
    """Bring the output folder up to date with the artifacts and say what changed.

    `origin` is a fingerprint of what they were built from, for `stands` to ask about. A `Kept` file must be one that `intact` named. Raises `UserError` before anything is written when an artifact would
    overwrite a file that is not ours. Up to `jobs` processes write.
    """
    built_from, ours = _read_manifest(output)
    entries: dict[str, _Entry] = {}
    contents: dict[str, bytes] = {}
    for artifact in artifacts:
        if isinstance(artifact, Kept):
            entries[artifact.path] = ours[artifact.path]
        else:
            contents[artifact.path] = artifact.content
            entries[artifact.path] = _Entry(digest(artifact.content), (0, 0), artifact.fingerprint)
    new: list[str] = []
    changed: list[str] = []
    for path in sorted(contents):
        state, old = _state(f"{output}/{path}"), ours.get(path)
        if state is None:
            new.append(path)
        elif old and (old.digest, old.state) == (entries[path].digest, state):
            entries[path] = replace(entries[path], state=state)
        elif old or digest((output / path).read_bytes()) == entries[path].digest:
            changed.append(path)
        else:
            raise UserError(
                f"{output / path}: not written by fundstelle; move it away, or name another folder with --output"
            )
    gone = sorted(ours.keys() - entries.keys())
    removed: tuple[str, ...] = ()
    if new or changed or gone:
        # Before the first write, so that files of a build that was cut short are known as ours.
        _write_manifest(output, "", ours | dict.fromkeys((*new, *changed), _UNFINISHED))
        due = [(path, contents[path]) for path in (*new, *changed)]
        states = chain.from_iterable(spread(partial(_write_run, str(output)), due, size=_RUN, jobs=jobs))
        for (path, _), state in zip(due, states, strict=True):
            entries[path] = replace(entries[path], state=state or (0, 0))
        removed = tuple(path for path in gone if _remove(output, path, ours[path]))
    if entries != ours or built_from != origin:
        _write_manifest(output, origin, entries)
    return Written(
        tuple(new),
        tuple(changed),
        removed,
        len(entries) - len(new) - len(changed),
        sum(p.endswith(".html") for p in entries),
    )


def _write_run(output: str, due: Sequence[tuple[str, bytes]]) -> list[tuple[int, int] | None]:
    """Write files, given with their paths below a folder, and return the state of each."""
    made = set()
    states = []
    for path, content in due:
        folder, _, name = f"{output}/{path}".rpartition("/")
        if folder not in made:
            Path(folder).mkdir(parents=True, exist_ok=True)
            made.add(folder)
        _replace(folder, name, content)
        states.append(_state(f"{folder}/{name}"))
    return states


def _replace(folder: str, name: str, content: bytes) -> None:
    """Write a file beside and move it into place."""
    beside = f"{folder}/.{name}.{os.getpid()}.new"
    try:
        with open(beside, "wb") as file:
            file.write(content)
        os.replace(beside, f"{folder}/{name}")
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _walk(folder: Path, endings: tuple[str, ...]) -> Iterator[Path]:
    for path in sorted(folder.rglob("*"), key=lambda p: p.relative_to(folder).as_posix()):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.is_file() and (not endings or path.suffix.lower() in endings):
            yield path


def _state(path: str) -> tuple[int, int] | None:
    """Return size and time of a file's last change, None when it is not there."""
    try:
        state = os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return state.st_size, state.st_mtime_ns


def _read_manifest(output: Path) -> tuple[str, dict[str, _Entry]]:
    """Return what the output folder remembers; nothing when it cannot be read, so that no file counts as ours by mistake."""
    try:
        found = json.loads((output / MANIFEST).read_text("utf-8"))
        entries = {path: _Entry(row[0], (row[1], row[2]), row[3]) for path, row in found["files"].items()}
        origin = str(found["origin"])
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return "", {}
    # A path that leads out of the folder was not written by us, whatever the file says.
    inside = {
        path: entry for path, entry in entries.items() if not path.startswith("/") and ".." not in path.split("/")
    }
    return origin, inside


def _write_manifest(output: Path, origin: str, entries: dict[str, _Entry]) -> None:
    rows = {path: [entry.digest, *entry.state, entry.fingerprint] for path, entry in sorted(entries.items())}
    write_file(output / MANIFEST, json.dumps({"origin": origin, "files": rows}, separators=(",", ":")).encode())


def _remove(output: Path, path: str, entry: _Entry) -> bool:
    """Remove a file of ours and the folders it leaves empty; leave one that somebody changed since."""
    target = output / path
    state = _state(str(target))
    if state is None or (entry != _UNFINISHED and entry.state != state and entry.digest != digest(target.read_bytes())):
        return False
    target.unlink()
    for folder in target.relative_to(output).parents:
        if folder == Path():
            break
        with suppress(OSError):
            (output / folder).rmdir()
    return True
