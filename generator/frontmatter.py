"""What an article declares about itself above its text: YAML between `---` or TOML between `+++`.

Values are read as the writer wrote them: a title `2022` or `No` stays those letters, whatever YAML would make of it.
A key that is unknown or wrong is a problem and the article goes on without it; front matter that cannot be read at all
stops the article, because nobody can say whether it held `noindex`.
"""

import datetime as dt
import difflib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import yaml

from generator.model import Problem

KEYS: Mapping[str, str] = {
    "title": "title",
    "subtitle": "subtitle",
    "date": "date",
    "author": "author",
    "authors": "author",
    "publisher": "publisher",
    "source": "source",
    "url": "source",
    "source_url": "source",
    "language": "language",
    "lang": "language",
    "tags": "tags",
    "noindex": "noindex",
}
"""Every key an article may declare, with the field it fills."""

LANGUAGES: Mapping[str, str] = {
    "de": "de",
    "deutsch": "de",
    "german": "de",
    "en": "en",
    "englisch": "en",
    "english": "en",
}
"""What may be declared as language, lower case, with its code."""

_TRUTH = {
    "true": True,
    "yes": True,
    "ja": True,
    "on": True,
    "1": True,
    "false": False,
    "no": False,
    "nein": False,
    "off": False,
    "0": False,
}
_BRACKETS = 200  # the reader's time grows with the square of open brackets
_OPENED = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*\n(?=[ \t]*(?:#|(?P=fence)|[\w\"'-]+[ \t]*[:=]))")
_DATE = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:[T ].*)?|(?P<d>\d{1,2})\.[ ]?(?P<m>\d{1,2})\.[ ]?(?P<y>\d{4})"
)

_Value = str | tuple[str, ...]
_Entry = tuple[str, _Value, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """What an article says about itself; an empty value means it does not say."""

    title: str = ""
    subtitle: str = ""
    date: dt.date | None = None
    author: str = ""
    publisher: str = ""
    source: str = ""
    language: str = ""
    tags: tuple[str, ...] = ()
    noindex: bool = False


def split(text: str) -> tuple[str, int]:
    """Return the fence that opens front matter, or nothing, and where the article itself begins.

    The offset is -1 when the fence is never closed. A first line `---` is only front matter when a key follows it:
    otherwise it is a rule in Markdown, or somebody's text.
    """
    opened = _OPENED.match(text)
    if opened is None:
        return "", 0
    fence = opened["fence"]
    closed = re.compile(rf"^{re.escape(fence)}[ \t]*(?:\n|\Z)", re.MULTILINE).search(text, opened.end())
    return fence, closed.end() if closed else -1


def parse(path: str, text: str) -> tuple[Declared | None, int, tuple[Problem, ...]]:
    """Return what the article declares, where its text begins, and what is wrong with the declarations.

    Without front matter all is empty and the text begins at 0. None instead of declarations means that the front matter
    cannot be read at all; then there is exactly one problem.
    """
    fence, body = split(text)
    if not fence:
        return Declared(), 0, ()
    if body < 0:
        return None, 0, (Problem(f"seeds/{path}:1", f"front matter is never closed; add a line with {fence} after it"),)
    inner = text[len(fence) : text.rindex(fence, 0, body)]
    entries = _yaml_entries(path, inner) if fence == "---" else _toml_entries(path, inner)
    if isinstance(entries, Problem):
        return None, body, (entries,)
    problems: list[Problem] = []
    fields: dict[str, _Value] = {}
    lines: dict[str, int] = {}
    for key, value, line in entries:
        where = f"seeds/{path}:{line}"
        name = KEYS.get(key.lower())
        if name is None:
            near = difflib.get_close_matches(key.lower(), KEYS, 1)
            hint = f"did you mean '{near[0]}'?" if near else f"known keys are {', '.join(dict.fromkeys(KEYS.values()))}"
            problems.append(Problem(where, f"unknown key '{key}'; {hint}"))
        elif name in fields:
            problems.append(Problem(where, f"'{key}' is given twice; remove one of the two"))
        else:
            fields[name], lines[name] = value, line
    declared = _judge(path, fields, lines, problems)
    return declared, body, tuple(problems)


def _judge(path: str, fields: Mapping[str, _Value], lines: Mapping[str, int], problems: list[Problem]) -> Declared:
    """Return the fields whose values are right; append a problem for each that is not."""

    def text(name: str) -> str:
        value = fields.get(name, "")
        return " ".join((value if isinstance(value, str) else ", ".join(value)).split())

    def fault(name: str, what: str) -> None:
        problems.append(Problem(f"seeds/{path}:{lines[name]}", what))

    date = None
    if written := text("date"):
        date = parse_date(written)
        if date is None:
            fault("date", f"'{written}' is no date; write it as 2022-12-30 or 30.12.2022")
    source = text("source")
    if source and not _is_address(source):
        fault("source", f"'{source}' is no address of a page; it must begin with http:// or https://")
        source = ""
    language = text("language")
    if language:
        code = LANGUAGES.get(language.lower()) or LANGUAGES.get(re.split("[-_]", language.lower())[0], "")
        if not code:
            fault("language", f"unknown language '{language}'; use de or en")
        language = code
    noindex = False
    if written := text("noindex"):
        judged = _TRUTH.get(written.lower())
        if judged is None:
            fault("noindex", f"'{written}' is neither true nor false; taken as true")
        # Who wrote something there wanted to hide the article: a slip must not publish it.
        noindex = judged is not False
    tags = fields.get("tags", ())
    if isinstance(tags, str):
        tags = tuple(tag.strip() for tag in tags.split(","))
    return Declared(
        title=text("title"),
        subtitle=text("subtitle"),
        date=date,
        author=text("author"),
        publisher=text("publisher"),
        source=source,
        language=language,
        tags=tuple(dict.fromkeys(tag for tag in tags if tag)),
        noindex=noindex,
    )


def parse_date(written: str) -> dt.date | None:
    """Return the day written as `2022-12-30` (a time may follow) or `30.12.2022`; None when there is no such day.

    >>> parse_date("30.12.2022")
    datetime.date(2022, 12, 30)
    """
    found = _DATE.fullmatch(written)
    if found is None:
        return None
    try:
        return dt.date(
            int(found["year"] or found["y"]), int(found["month"] or found["m"]), int(found["day"] or found["d"])
        )
    except ValueError:
        return None


def _is_address(written: str) -> bool:
    """Return whether this is an http or https address with a host and nothing that could end an attribute."""
    try:
        parts = urlsplit(written)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not re.search(r"[\s<>\"]", written)


def _yaml_entries(path: str, inner: str) -> tuple[_Entry, ...] | Problem:
    """Return key, value and line of each entry, in order; a problem when this is no YAML mapping of plain values."""
    if inner.count("[") + inner.count("{") > _BRACKETS:
        return Problem(
            f"seeds/{path}:1", "front matter is no valid YAML (too many brackets); give values or lists of values"
        )
    try:
        root = yaml.compose(inner, yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as fault:
        mark = getattr(fault, "problem_mark", None)
        said = getattr(fault, "problem", None) or "too deeply nested"
        line = mark.line + 1 if mark else 1
        return Problem(
            f"seeds/{path}:{line}", f"front matter is no valid YAML ({said}); put values with : or # in quotes"
        )
    if root is None:
        return ()
    if not isinstance(root, yaml.MappingNode):
        return Problem(
            f"seeds/{path}:{root.start_mark.line + 1}", "front matter is no list of keys; write lines like 'title: …'"
        )
    entries = []
    for key, node in root.value:
        line = key.start_mark.line + 1
        value = _plain(node)
        if not isinstance(key, yaml.ScalarNode) or value is None:
            return Problem(
                f"seeds/{path}:{line}", "front matter is nested too deeply; give a value or a list of values"
            )
        entries.append((key.value, value, line))
    return tuple(entries)


def _plain(node: yaml.Node) -> _Value | None:
    """Return a scalar as it was written, a list of scalars as a tuple; None for anything deeper."""
    if isinstance(node, yaml.ScalarNode):
        return "" if node.tag == "tag:yaml.org,2002:null" else str(node.value)
    if isinstance(node, yaml.SequenceNode) and all(isinstance(item, yaml.ScalarNode) for item in node.value):
        return tuple(str(item.value) for item in node.value)
    return None


def _toml_entries(path: str, inner: str) -> tuple[_Entry, ...] | Problem:
    """Return key, value and line of each entry, in order; a problem when this is no TOML of plain values."""
    try:
        table = tomllib.loads(inner)
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        said, _, place = str(fault).rpartition(" (at ")
        found = re.match(r"line (\d+)", place)
        line = int(found[1]) if found else inner.count("\n")
        return Problem(
            f"seeds/{path}:{line}",
            f"front matter is no valid TOML ({(said or str(fault)).lower()}); write lines like title = '…'",
        )
    entries = []
    for key, value in table.items():
        found = re.search(rf"^[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*=", inner, re.MULTILINE)
        line = inner.count("\n", 0, found.start()) + 1 if found else 1
        if isinstance(value, dict) or (
            isinstance(value, list) and any(isinstance(item, dict | list) for item in value)
        ):
            return Problem(
                f"seeds/{path}:{line}", "front matter is nested too deeply; give a value or a list of values"
            )
        entries.append((key, tuple(map(_written, value)) if isinstance(value, list) else _written(value), line))
    return tuple(entries)


def _written(value: object) -> str:
    """Return a TOML value as one would write it in a text."""
    return str(value).lower() if isinstance(value, bool) else str(value)
