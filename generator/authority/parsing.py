"""The authority file read: every fault with its line and, where a word is nearly right, the right one."""

import difflib
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import replace

from generator.authority.lines import Section, line_of, sections
from generator.authority.records import (
    Authority,
    Bare,
    Distinct,
    EntityLabel,
    Ignored,
    Judgement,
    Merge,
    Moved,
    Record,
    Rename,
    Verdict,
)
from generator.errors import UserError
from generator.model import Geo, Problem

KINDS: Mapping[str, EntityLabel] = {"person": "PERSON", "place": "PLACE", "organisation": "ORGANISATION"}
"""Names of tables, and values of `kind`."""
VERDICTS: Mapping[str, Verdict] = {**KINDS, "not a name": "none"}

_RECORD = ("name", "names", "aliases", "not", "description", "same_as", "geo", "noindex")
_PERSON = (*_RECORD, "bare", "pseudonym", "takedown")
_KEYS: Mapping[str, tuple[str, ...]] = {
    "person": _PERSON,
    "place": _RECORD,
    "organisation": _RECORD,
    "merge": ("kind", "names"),
    "rename": ("old", "new"),
    "distinct": ("names",),
    "redirects": (),
    "ignore": ("words", "article"),
    "judgement": ("article", "quote", "before", "after", "verdict", "name"),
}
"""The tables of the file and their keys; `redirects` has addresses for keys."""
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "person": ("name",),
    "place": ("name",),
    "organisation": ("name",),
    "merge": ("names",),
    "rename": ("old", "new"),
    "distinct": ("names",),
    "ignore": ("words",),
    "judgement": ("article", "quote", "verdict"),
}
_TEXTS = frozenset("name description pseudonym bare kind old new article quote before after verdict".split())
_LISTS = frozenset(("aliases", "not", "same_as", "words"))
_TRUTHS = frozenset(("noindex", "takedown"))
_ADDRESS = re.compile(r"(?:people|places|organisations)/[a-z0-9-]+")
_WITHHOLDING = ("takedown", "pseudonym")
_BARE: tuple[Bare, ...] = ("always", "article", "never")

_Table = Mapping[str, object]


def parse_authority(text: str, path: str) -> tuple[Authority, tuple[Problem, ...]]:
    """Return what the file states and a problem for each thing in it that is unknown or wrong.

    A table with a fault is left out, the others hold: one slip must not undo every correction. A faulty one that withholds a
    name still withholds it, and a file that is not TOML at all raises `UserError`: nothing may be published without its rules.
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        what = re.sub(r"\s*\(at .*\)$", "", str(error)).lower()
        where = f"{path}:{line[1]}" if line else path
        raise UserError(f"{where}: not valid TOML: {what}; mend the line or comment it out") from error
    reader = _Reader(text, path)
    authority = Authority(path=path)
    for name, value in tables.items():
        authority = reader.read(authority, name, value)
    authority = replace(authority, records=tuple(sorted(authority.records, key=lambda record: record.line)))
    reader.check(authority)
    return authority, tuple(sorted(reader.problems, key=lambda problem: int(problem.where.rpartition(":")[2])))


class _Reader:
    """Reads one file and gathers its faults."""

    def __init__(self, text: str, path: str) -> None:
        self.text, self.path = text, path
        self.sections = sections(text)
        self.problems: list[Problem] = []

    def fault(self, line: int, what: str) -> None:
        """Note a fault."""
        self.problems.append(Problem(f"{self.path}:{line}", what))

    def read(self, authority: Authority, name: str, value: object) -> Authority:
        """Return the authority with one kind of table added."""
        found = [section for section in self.sections if section.name.split(".")[0] == name]
        if name not in _KEYS:
            line = found[0].line if found else line_of(self.text, self.sections[0], name)
            self.fault(line, f"unknown table '{name}'; {_hint(name, _KEYS)}")
            return authority
        several = name not in ("redirects", "ignore")
        if several and not isinstance(value, list):
            line = found[0].line if found else 1
            self.fault(line, f"'{name}' must be a table in double brackets: [[{name}]]")
            return authority
        tables = value if isinstance(value, list) else [value]
        heads = [section for section in found if section.name == name]
        for number, table in enumerate(tables):
            section = heads[number] if number < len(heads) else Section(name, heads[0].line if heads else 1, 1)
            if not isinstance(table, Mapping):
                self.fault(section.line, f"'{name}' must be a table; write [{name}] on a line of its own")
            elif name == "redirects":
                authority = self._moved(authority, table, section)
            elif self._sound(name, table, section):
                authority = _ADD[name](self, authority, table, section)
            elif name == "person" and (record := _withheld(table, section)):
                authority = replace(authority, records=(*authority.records, record))
        return authority

    def _sound(self, name: str, table: _Table, section: Section) -> bool:
        """Return whether all keys of a table are known and of the right type, and all needed ones are there."""
        before = len(self.problems)
        for key, value in table.items():
            line = line_of(self.text, section, key)
            if key not in _KEYS[name]:
                self.fault(line, f"unknown key '{key}' in [[{name}]]; {_hint(key, _KEYS[name])}")
            elif fault := _wrong(name, key, value):
                self.fault(line, f"'{key}' {fault}")
        for key in _NEEDED[name]:
            if key not in table:
                self.fault(section.line, f"[[{name}]] needs '{key}'")
        return len(self.problems) == before

    def add_record(self, authority: Authority, table: _Table, section: Section) -> Authority:
        """Return the authority with a person, place or organisation more."""
        names = table.get("names")
        headings = tuple(sorted((str(k), str(v)) for k, v in names.items())) if isinstance(names, Mapping) else ()
        bare = table.get("bare")
        record = Record(
            label=KINDS[section.name],
            name=_text(table, "name"),
            names=headings,
            aliases=_list(table, "aliases"),
            distinct=_list(table, "not"),
            description=_text(table, "description"),
            same_as=_list(table, "same_as"),
            geo=_geo(table.get("geo")),
            bare=next((b for b in _BARE if b == bare), None),
            noindex=table.get("noindex") is True,
            pseudonym=_text(table, "pseudonym"),
            takedown=table.get("takedown") is True,
            line=section.line,
        )
        return replace(authority, records=(*authority.records, record))

    def add_merge(self, authority: Authority, table: _Table, section: Section) -> Authority:
        """Return the authority with a merge more."""
        label = KINDS[_text(table, "kind") or "person"]
        merge = Merge(label=label, names=_list(table, "names"), line=section.line)
        return replace(authority, merges=(*authority.merges, merge))

    def add_rename(self, authority: Authority, table: _Table, section: Section) -> Authority:
        """Return the authority with a rename more."""
        rename = Rename(old=_text(table, "old"), new=_text(table, "new"), line=section.line)
        return replace(authority, renames=(*authority.renames, rename))

    def add_distinct(self, authority: Authority, table: _Table, section: Section) -> Authority:
        """Return the authority with names kept apart."""
        apart = Distinct(names=_list(table, "names"), line=section.line)
        return replace(authority, distinct=(*authority.distinct, apart))

    def add_ignore(self, authority: Authority, table: _Table, section: Section) -> Authority:
        """Return the authority with words that are no name."""
        article = _text(table, "article")
        words = tuple(Ignored(word=word, article=article, line=section.line) for word in _list(table, "words"))
        return replace(authority, ignored=(*authority.ignored, *words))

    def add_judgement(self, authority: Authority, table: _Table, section: Section) -> Authority:
        """Return the authority with a judgement more."""
        judgement = Judgement(
            article=_text(table, "article"),
            quote=str(table.get("quote", "")),
            before=str(table.get("before", "")),
            after=str(table.get("after", "")),
            verdict=VERDICTS[_text(table, "verdict")],
            name=_text(table, "name"),
            line=section.line,
        )
        return replace(authority, judgements=(*authority.judgements, judgement))

    def _moved(self, authority: Authority, table: _Table, section: Section) -> Authority:
        moved = []
        for old, new in table.items():
            line = line_of(self.text, section, old)
            wrong = next((a for a in (old, new) if not isinstance(a, str) or not _ADDRESS.fullmatch(a)), None)
            if wrong is not None:
                self.fault(line, f'{wrong!r} is no address; write it as "people/name" without .html')
            else:
                moved.append(Moved(old=old, new=str(new), line=line))
        return replace(authority, moved=(*authority.moved, *moved))

    def check(self, authority: Authority) -> None:
        """Find what contradicts itself."""
        seen: dict[tuple[str, str], Record] = {}
        for record in authority.records:
            for form in dict.fromkeys(record.forms):
                other = seen.setdefault((record.label, form), record)
                if other is not record:
                    self.fault(record.line, f"'{form}' stands in line {other.line} too; join the two or drop one")
            if record.pseudonym and record.takedown:
                self.fault(record.line, f"'{record.name}' has a pseudonym and a takedown; choose one")
        apart = {frozenset((a, b)) for d in authority.distinct for a in d.names for b in d.names if a != b}
        for merge in authority.merges:
            if any(frozenset((a, b)) in apart for a in merge.names for b in merge.names):
                self.fault(merge.line, f"{', '.join(merge.names)}: merged here and kept apart elsewhere; drop one")


_Add = Callable[[_Reader, Authority, _Table, Section], Authority]
_ADD: Mapping[str, _Add] = {
    **dict.fromkeys(KINDS, _Reader.add_record),
    "merge": _Reader.add_merge,
    "rename": _Reader.add_rename,
    "distinct": _Reader.add_distinct,
    "ignore": _Reader.add_ignore,
    "judgement": _Reader.add_judgement,
}


def _withheld(table: _Table, section: Section) -> Record | None:
    """Return the takedown that a faulty table was meant to be; None when it was meant for something else."""
    name = table.get("name")
    near = (difflib.get_close_matches(key, _WITHHOLDING, 1) for key, value in table.items() if value is not False)
    if not isinstance(name, str) or not name.strip() or not any(near):
        return None
    return Record(label="PERSON", name=name.strip(), aliases=_list(table, "aliases"), takedown=True, line=section.line)


def _hint(word: str, known: Mapping[str, object] | tuple[str, ...]) -> str:
    near = difflib.get_close_matches(word, list(known), 1)
    return f"did you mean '{near[0]}'?" if near else f"known are {', '.join(known)}"


def _wrong(table: str, key: str, value: object) -> str:
    """Return what is wrong with a value, or nothing."""
    texts = isinstance(value, list) and all(isinstance(v, str) and v.strip() for v in value)
    if table in ("merge", "distinct") and key == "names":
        return "" if texts and len(value) > 1 else 'must be a list of two names or more: ["A", "B"]'  # type: ignore[arg-type]
    if key == "names":
        fine = isinstance(value, Mapping) and all(k in ("de", "en") and isinstance(v, str) for k, v in value.items())
        return "" if fine else 'must give names by language: { en = "Vladimir Putin" }'
    if key in _LISTS:
        return "" if texts or (key == "same_as" and isinstance(value, str)) else 'must be a list of texts: ["A", "B"]'
    if key in _TRUTHS:
        return "" if isinstance(value, bool) else "must be true or false"
    if key == "geo":
        return "" if _geo(value) else 'must be { lat = 50.45, lon = 30.52, country = "UA" } or [50.45, 30.52]'
    if key in _TEXTS and (not isinstance(value, str) or not value.strip()):
        return f"must be a text in quotes, not {value!r}"
    allowed = {"bare": _BARE, "kind": tuple(KINDS), "verdict": tuple(VERDICTS)}.get(key)
    if allowed and value not in allowed:
        return f"must be one of {', '.join(map(repr, allowed))}, not {value!r}; {_hint(str(value), allowed)}"
    return ""


def _geo(value: object) -> Geo | None:
    """Return a place on the map from a table or from a pair of numbers; None when it is neither."""
    if isinstance(value, list) and len(value) == 2:
        value = {"lat": value[0], "lon": value[1]}
    if not isinstance(value, Mapping) or not set(value) <= {"lat", "lon", "country", "geonames", "kind"}:
        return None
    lat, lon = value.get("lat"), value.get("lon")
    if not isinstance(lat, int | float) or not isinstance(lon, int | float) or abs(lat) > 90 or abs(lon) > 180:
        return None
    return Geo(float(lat), float(lon), *(str(value.get(key, "")) for key in ("country", "geonames", "kind")))


def _text(table: _Table, key: str) -> str:
    return str(table.get(key, "")).strip()


def _list(table: _Table, key: str) -> tuple[str, ...]:
    value = table.get(key, ())
    values = value if isinstance(value, list) else [value] if isinstance(value, str) else []
    return tuple(dict.fromkeys(str(v).strip() for v in values))
